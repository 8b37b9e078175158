<?php

declare(strict_types=1);

use Harness as It;

// Answers outlive their book, a closed book says so, and nothing grows.

function ask(Coding\Book $book): array
{
    return [
        $book->check('G35', 'icd10cm', It::DAY), $book->verdict('E11.9', 'icd10cm', It::DAY),
        $book->search('sprained left ankle', 3), $book->suggest('E11,9', 'icd10cm', It::DAY),
        $book->notes('E11.9', 'icd10cm', It::DAY), $book->children('E11', 'icd10cm', It::DAY),
        $book->periods('G35', 'icd10cm'), $book->identify('E11.9', It::DAY), $book->term('nephrolithiasis'),
        $book->editions(),
    ];
}

It::test('answers live on through 200 rounds of open, ask, close', function () {
    $kept = [];
    for ($round = 0; $round < 200; $round++) {
        $book = It::book();
        $kept[] = ask($book);
        $book->close();
    }
    $want = ask(It::book());
    foreach ($kept as $answers) {
        It::holds($answers == $want, 'another answer');
    }
});

function is_mapped(string $name): bool
{
    return str_contains(file_get_contents('/proc/self/maps'), $name);
}

It::test('a book that is dropped is unmapped', function () {
    $book = It::book();
    $book->search('ankle');
    It::same(true, is_mapped(It::path()));
    unset($book);
    It::same(false, is_mapped(It::path()));
});

const ASKED = [
    'check' => ['E11.9'], 'verdict' => ['E11.9', 'icd10cm'], 'parse' => ['E11.9', 'icd10cm'], 'suggest' => ['E11,9'],
    'identify' => ['E11.9'], 'search' => ['ankle'], 'termCodes' => ['ankle'], 'term' => ['nephritis'],
    'completeWords' => ['ank'], 'find' => ['E11.9'], 'findLongest' => ['E11.99', 'icd10cm'], 'entry' => [5],
    'title' => ['E11.9'], 'shortTitle' => ['E11.9'], 'parent' => ['E11.9'], 'children' => ['E11'],
    'billableBelow' => ['E11'], 'ancestors' => ['E11.9'], 'periods' => ['E11.9'], 'titles' => ['E11.9'],
    'notes' => ['E11.9'], 'sevens' => ['S52.501'], 'blocks' => ['E11.9'], 'successors' => ['G35'],
    'source' => ['E11.9'], 'poaExempt' => ['E11.9'], 'isBelow' => ['E11', 'E11'], 'isWithin' => ['E11', 'E11', 'E11'],
    'complete' => ['E11', 'icd10cm'], 'valuesAfter' => ['0DT', 'icd10pcs'], 'roots' => ['icd10cm'],
    'allBlocks' => ['icd10cm'], 'rows' => ['icd10cm'], 'editions' => [], 'origins' => [], 'sections' => [],
    'size' => [], 'system' => ['icd10cm'], 'systemName' => ['icd10cm'], 'hasSystem' => ['icd10cm'],
    'newest' => ['icd10cm'], 'verify' => [], 'review' => ['professional 2024-07-15'], 'reviewFile' => ['ISA*'],
    'visit' => ['emergency'], 'visitFamily' => ['99213'], 'sample' => [9, 3, 1], 'sampleStrata' => [[[9, 1]], 3],
    'estimate' => [[1], 9], 'estimateStrata' => [[[9, 1, 1, 1]]],
    'annotate' => ['cough'], 'map' => ['E11.9', 'icd9cm'], 'mapYears' => ['E11.9'], 'comorbidity' => ['E11.9'],
    'risk' => ['age=72 sex=F', 'v28', 2026], 'riskBlend' => ['age=72 sex=F', 2025], 'riskHas' => ['v28', 2026],
    'group' => ['I21.4'], 'groupWhatIf' => ['I21.4'], 'drgWeight' => [280], 'groupAttributes' => ['I21.4', 430],
    'operate' => ['appendectomy'], 'scan' => ['cough'], 'ccsr' => ['E11.22'], 'groupQueries' => ['I21.4'],
];

function is_question(ReflectionMethod $method): bool
{
    $asksNothing = in_array($method->name, ['__construct', 'close', 'isClosed'], true);
    return $method->class === Coding\Book::class && !$asksNothing;
}

It::test('a closed book says so, whatever is asked', function () {
    $book = It::book();
    $book->close();
    $book->close();
    It::same(true, $book->isClosed());
    $methods = (new ReflectionClass($book))->getMethods(ReflectionMethod::IS_PUBLIC);
    foreach (array_filter($methods, is_question(...)) as $method) {
        $call = fn () => $book->{$method->name}(...ASKED[$method->name]);
        It::same('misuse', It::throws(Coding\ClosedBook::class, 'the book is closed', $call)->status);
    }
});

It::test('a book is opened, not made otherwise', function () {
    $none = (new ReflectionClass(Coding\Book::class))->newInstanceWithoutConstructor();
    foreach (['close' => [], 'check' => ['E11.9'], 'verdict' => ['E11.9'], 'size' => []] as $method => $asked) {
        It::throws(Error::class, 'never opened', fn () => $none->$method(...$asked));
    }
    $book = It::book();
    It::throws(Error::class, 'uncloneable', fn () => clone $book);
});

It::test('memory does not grow over 100,000 calls', function () {
    $book = It::book();
    $tried = function (callable $question) {
        try {
            $question();
        } catch (Throwable) {
        }
    };
    $rounds = function (int $count) use ($book, $tried) {
        for ($i = 0; $i < $count; $i++) {
            $book->check('G35', 'icd10cm', It::DAY);
            $book->verdict("\xFF", 'icd10cm', It::DAY);
            $book->search('ankle', 1);
            $tried(fn () => $book->children('ZZZ', 'icd10cm'));
            $tried(fn () => $book->check('E11.9', 'icd11'));
        }
    };
    if (is_mapped('libasan')) {
        return; // it keeps what is freed
    }
    $rounds(2000);
    [$before, $own] = [It::held(), memory_get_usage()];
    $rounds(20000);
    It::holds(It::held() - $before < 2 ** 20, 'the process grew');
    It::holds(memory_get_usage() - $own < 2 ** 16, 'PHP grew');
});
