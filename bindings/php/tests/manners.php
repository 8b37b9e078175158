<?php

declare(strict_types=1);

use Harness as It;

/** Rows that every scripting language runs (scripting/manners.tsv). */
final class SharedManners
{
    private const NAMES = ['billable_only' => 'billableOnly'];

    public function __construct(private readonly Coding\Book $book)
    {
    }

    private function argument(string $cell): mixed
    {
        return match (1) {
            preg_match('/^(\w+)\.\.(\w+)$/', $cell, $pair) => [$pair[1], $pair[2]],
            preg_match('/^#(\d+)$/', $cell, $number) => (int) $number[1],
            preg_match('/^true$/', $cell) => true,
            default => It::undo($cell),
        };
    }

    private function arguments(string $cells): array
    {
        $arguments = [];
        foreach ($cells === '-' ? [] : explode('|', $cells) as $cell) {
            if (preg_match('/^([a-z_]+)=(.*)$/', $cell, $named)) {
                $arguments[self::NAMES[$named[1]] ?? $named[1]] = $this->argument($named[2]);
            } else {
                $arguments[] = $this->argument($cell);
            }
        }
        return $arguments;
    }

    private function call(string $method, string $cells): mixed
    {
        $camel = lcfirst(str_replace('_', '', ucwords($method, '_')));
        return $this->book->$camel(...$this->arguments($cells));
    }

    private function follow(mixed $answer, string $path): string
    {
        foreach (array_filter(explode('.', $path), 'strlen') as $step) {
            $answer = match (true) {
                $step === '#' => count($answer),
                preg_match('/^\d+$/', $step) === 1 => $answer[(int) $step],
                default => $answer->$step,
            };
        }
        return match (true) {
            $answer === null => '-',
            is_bool($answer) => $answer ? 'true' : 'false',
            $answer instanceof DateTimeInterface => $answer->format('Y-m-d'),
            default => (string) $answer,
        };
    }

    private function isThrown(string $method, string $cells, string $status, string $words): void
    {
        $thrown = It::throws(Throwable::class, $words, fn () => $this->call($method, $cells));
        It::same($status, $thrown instanceof Coding\Error ? $thrown->status : '');
    }

    private function isSaid(string $method, string $cells, string $path, string $expected): void
    {
        $said = $this->follow($this->call($method, $cells), $path);
        $begin = rtrim($expected, '*');
        $said = $begin === $expected ? $said : substr($said, 0, strlen($begin));
        It::same($begin, $said);
    }

    public function runAll(): void
    {
        foreach (It::rows('bindings/scripting/manners.tsv') as [$method, $cells, $path, $expected, $because]) {
            It::test("$method($cells) $path: $because", fn () => $path[0] === '!'
                ? $this->isThrown($method, $cells, substr($path, 1), $expected)
                : $this->isSaid($method, $cells, $path, $expected));
        }
    }
}

// What a programmer in PHP expects: null, bytes, named arguments, readonly objects, exceptions.

$book = It::book();
(new SharedManners($book))->runAll();

It::test('a code is a string or a record that has one', function () use ($book) {
    $entry = $book->find('E11.9', 'icd10cm', It::DAY);
    It::same($entry->title, $book->title($entry, on: It::DAY));
    It::holds(str_starts_with($book->title($book->search('sprained left ankle', 1)[0]), 'Sprain'));
    It::same('stands', $book->verdict($entry, on: It::DAY));
    foreach ([null, 99213, 1.5, true, [], new stdClass(), $book->rows('icd10cm')] as $code) {
        It::throws(TypeError::class, 'a code is a string', fn () => $book->check($code));
        It::throws(TypeError::class, 'a code is a string', fn () => $book->verdict($code, 'icd10cm'));
    }
    It::throws(ArgumentCountError::class, '', fn () => $book->check());
    It::throws(Error::class, 'onn', fn () => $book->check('E11.9', onn: It::DAY));
});

It::test('a day is a date, a number or text', function () use ($book) {
    $zone = new DateTimeZone('Pacific/Auckland');
    $days = [new DateTimeImmutable('2025-10-01'), new DateTime('2025-10-01 23:59', $zone), '2025-10-01', '20251001'];
    foreach ([...$days, 20251001] as $on) {
        It::same('2025-10-01', $book->check('G35', 'icd10cm', $on)->on->format('Y-m-d'));
        It::same('header', $book->verdict('G35', 'icd10cm', $on));
    }
    It::same('2025-10-01T00:00:00+00:00', $book->check('G35', 'icd10cm', It::DAY)->on->format('c'));
    It::throws(TypeError::class, 'a day is', fn () => $book->check('G35', on: 1.5));
    It::throws(TypeError::class, 'a day is', fn () => $book->check('G35', on: new stdClass()));
    It::throws(ValueError::class, 'no day of the calendar', fn () => $book->check('G35', on: 'today'));
    It::throws(ValueError::class, 'no day of the calendar', fn () => $book->check('G35', on: PHP_INT_MAX));
});

It::test('what a date throws while it is asked comes through', function () use ($book) {
    $broken = new class ('2025-10-01') extends DateTimeImmutable {
        public function format(string $format): string
        {
            throw new DomainException('no such day');
        }
    };
    It::throws(DomainException::class, 'no such day', fn () => $book->check('G35', on: $broken));
});

It::test('without a day it is today, or the newest edition where none reaches today', function () use ($book) {
    $today = date('Y-m-d');
    $reached = array_filter($book->editions(), fn ($one) => $one->system === 'icd10cm'
        && $one->first->format('Y-m-d') <= $today && $today <= $one->until->format('Y-m-d'));
    $day = $reached ? $today : $book->newest('icd10cm')->format('Y-m-d');
    It::same($day, $book->check('E11.9', 'icd10cm')->on->format('Y-m-d'));
});

It::test('spans count bytes of the text, and find the word behind an emoji', function () use ($book) {
    $text = '🩺 sprained left ankle';
    $span = $book->search($text, 1)[0]->evidence[0]->span;
    It::same('sprained', substr($text, $span->offset, $span->length));
});

It::test('bytes that are no UTF-8 are an answer', function () use ($book) {
    It::same('not-utf8', $book->check("E11\xFF", 'icd10cm', It::DAY)->findings[0]->damage);
});

It::test('an error is an exception with the library\'s words', function () use ($book) {
    $words = 'ZZZ: no such code in this book';
    $thrown = It::throws(Coding\NotInBook::class, $words, fn () => $book->children('ZZZ', 'icd10cm'));
    It::same(['not-in-book', 'no such code in this book', 'ZZZ'], [$thrown->status, $thrown->reason, $thrown->at]);
    It::holds($thrown instanceof Coding\Error && $thrown instanceof RuntimeException);
});

It::test('a missing book', function () {
    $thrown = It::throws(Coding\MissingBook::class, '/nowhere/us.book', fn () => Coding\open('/nowhere/us.book'));
    It::holds($thrown instanceof Coding\BookError);
    It::throws(TypeError::class, '', fn () => Coding\open(5));
    It::throws(ValueError::class, 'NUL', fn () => Coding\open("us\0.book"));
});

It::test('a damaged book', function () {
    $whole = file_get_contents(It::path());
    $middle = intdiv(strlen($whole), 2);
    $path = tempnam(sys_get_temp_dir(), 'spoilt');
    try {
        file_put_contents($path, substr($whole, 0, $middle));
        It::throws(Coding\BookError::class, '', fn () => Coding\open($path));
        $whole[$middle] = ~$whole[$middle];
        file_put_contents($path, $whole);
        It::throws(Coding\BookError::class, '', fn () => Coding\open($path)->verify());
    } finally {
        unlink($path);
    }
});

It::test('the book knows where it is from', function () use ($book) {
    $rows = $book->rows('icd10cm');
    foreach ([$rows->first, $rows->past - 1] as $row) {
        It::same('icd10cm', $book->entry($row, It::DAY)->system);
    }
    foreach ($book->origins() as $origin) {
        It::same(64, strlen($origin->sha256));
    }
    It::same(filesize(It::path()), $book->size());
    $book->verify();
});

It::test('records are readonly and read as sentences where they are some', function () use ($book) {
    $verdict = $book->check('G35', 'icd10cm', It::DAY);
    It::same($verdict->findings[0]->text, (string) $verdict->findings[0]);
    It::holds((bool) preg_match('/^ICD-10-CM FY2026 .+ line \d+$/', (string) $verdict->findings[0]->source));
    It::same(false, $verdict->stands());
    It::same(true, $book->check('E11.9', 'icd10cm', It::DAY)->stands());
    It::throws(Error::class, 'readonly', function () use ($verdict) {
        $verdict->rule = 'stands';
    });
    It::holds($verdict == $book->check('G35', 'icd10cm', It::DAY));
    It::same('header', json_decode(json_encode($verdict))->rule);
    $blank = (new ReflectionClass($verdict->findings[0]->source))->newInstanceWithoutConstructor();
    It::same(' ', (string) $blank);
});

It::test('codes as numbers and words', function () {
    $number = Coding\Codes::number('e119', 'icd10cm');
    It::same(['E11.9', 'E119'], [Coding\Codes::text($number), Coding\Codes::bare($number)]);
    It::same([4, 'icd10cm'], [Coding\Codes::length($number), Coding\Codes::system($number)]);
    It::same('E11', Coding\Codes::text(Coding\Codes::prefix($number, 3)));
    It::same($number, Coding\Codes::append(Coding\Codes::prefix($number, 3), '9'));
    It::same(['9', ''], [Coding\Codes::character($number, 3), Coding\Codes::character($number, 9)]);
    It::same('category-1', Coding\Codes::cptCategory(Coding\Codes::number('99213', 'cpt')));
    It::same(null, Coding\Codes::cptSection($number));
    It::same('0002-7597-01', Coding\Codes::ndc(Coding\Codes::number('00002-7597-01', 'ndc'), 'ndc-442'));
    It::same('Approach', Coding\Codes::pcsAxis('0', 5));
    It::same('ICD-10-CM', Coding\system_title('icd10cm'));
    It::same('a comma where the dot belongs', Coding\damage_text('comma'));
    It::throws(ValueError::class, 'no such Damage: commas', fn () => Coding\damage_text('commas'));
    It::same('2026-01-01', coding_date_after('2025-12-31')->format('Y-m-d'));
    It::same(null, coding_date_parse('2025-02-30'));
    It::same(date('Y-m-d'), coding_date_today()->format('Y-m-d'));
});

$book->close();
