<?php

declare(strict_types=1);

/** Tests that are sentences, and what they share: the book, tables of rows. */
final class Harness
{
    public const DAY = 20251001;
    private static int $count = 0;
    private static int $wrong = 0;

    public static function path(): string
    {
        return getenv('CODING_BOOK');
    }

    public static function book(): Coding\Book
    {
        return Coding\open(self::path());
    }

    /** Runs `$body` at once; what it throws is told and counted. */
    public static function test(string $sentence, callable $body): void
    {
        self::$count++;
        try {
            $body();
            echo 'ok ', self::$count, " - $sentence\n";
        } catch (Throwable $trouble) {
            self::$wrong++;
            echo 'not ok ', self::$count, " - $sentence\n# ", str_replace("\n", "\n# ", (string) $trouble), "\n";
        }
    }

    public static function same(mixed $right, mixed $said): void
    {
        if ($said !== $right) {
            throw new LogicException(var_export($said, true) . ' where ' . var_export($right, true) . ' is right');
        }
    }

    public static function holds(bool $isSo, string $sentence = 'it does not hold'): void
    {
        if (!$isSo) {
            throw new LogicException($sentence);
        }
    }

    /** The call throws that class, with words that hold `$words`; answers what was thrown. */
    public static function throws(string $class, string $words, callable $call): Throwable
    {
        try {
            $call();
        } catch (Throwable $thrown) {
            if (!$thrown instanceof $class || !str_contains($thrown->getMessage(), $words)) {
                throw new LogicException("neither $class nor $words: $thrown");
            }
            return $thrown;
        }
        throw new LogicException("nothing was thrown where $class is right");
    }

    public static function finish(): int
    {
        echo '1..', self::$count, "\n";
        return self::$wrong;
    }

    /** Rows of a table, without comments and the heading. */
    public static function rows(string $path): array
    {
        $lines = array_filter(file($path, FILE_IGNORE_NEW_LINES), fn ($line) => !str_starts_with($line, '#'));
        return array_map(fn ($line) => explode("\t", $line), array_slice($lines, 1));
    }

    /** Undoes \xNN. */
    public static function undo(string $cell): string
    {
        return preg_replace_callback('/\\\\x([0-9A-Fa-f]{2})/', fn ($byte) => chr(hexdec($byte[1])), $cell);
    }

    /** Bytes that the process holds. */
    public static function held(): int
    {
        return (int) explode(' ', file_get_contents('/proc/self/statm'))[1] * 4096;
    }
}
