<?php

declare(strict_types=1);

// Runs all tests of PHP: run.php FOLDER_OF_THE_MODULE SURFACE, from the project's root.

require $argv[1] . '/coding.php';
require __DIR__ . '/harness.php';
require __DIR__ . '/vectors.php';
require __DIR__ . '/surface.php';
require __DIR__ . '/claims.php';

error_reporting(E_ALL);
set_error_handler(fn ($level, $words, $file, $line) => throw new ErrorException($words, 0, $level, $file, $line));

/** Codes that stand, in no order. */
function billable(Coding\Book $book): array
{
    $rows = $book->rows('icd10cm');
    $entries = array_map(fn ($row) => $book->entry($row, Harness::DAY), range($rows->first, $rows->past - 1));
    $codes = array_map(fn ($entry) => $entry->code, array_filter($entries, fn ($entry) => $entry->rule === 'stands'));
    mt_srand(1);
    shuffle($codes);
    return $codes;
}

/** Nanoseconds of one verdict, the loop included. */
function measure(): float
{
    $book = Harness::book();
    $codes = billable($book);
    [$asked, $began] = [0, getrusage()];
    while ($asked < 1_000_000) {
        foreach ($codes as $code) {
            $book->verdict($code, 'icd10cm', 20251001);
        }
        $asked += count($codes);
    }
    $ended = getrusage();
    $seconds = fn ($key) => $ended["ru_$key.tv_sec"] - $began["ru_$key.tv_sec"]
        + ($ended["ru_$key.tv_usec"] - $began["ru_$key.tv_usec"]) / 1e6;
    return ($seconds('utime') + $seconds('stime')) / $asked * 1e9;
}

$whole = Harness::book();
$vectors = new Vectors($whole);
$vectors->runAll();
Surface::run($argv[2]);
Claims::run($whole);
$whole->close();
require __DIR__ . '/manners.php';
require __DIR__ . '/lifetimes.php';

$wrong = Harness::finish();
printf("vectors\tPHP %s\t%d\t%d\t%.0f\n", PHP_VERSION, $vectors->passed, $vectors->failed, measure());
exit($wrong === 0 ? 0 : 1);
