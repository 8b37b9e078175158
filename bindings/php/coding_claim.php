<?php

declare(strict_types=1);

namespace Coding;

/** Claims and visits as the library reads them: a line of words. Nothing that is handed in can leave its word. */
final class Written
{
    private const SEXES = ['male' => 'M', 'female' => 'F', 'unknown' => '-'];
    private const POAS = ['yes' => 'Y', 'no' => 'N', 'unknown' => 'U', 'undetermined' => 'W'];
    /** Fields of codes, and the word that begins their piece. */
    private const HEADS = [
        'diagnoses' => 'dx', 'admitting' => 'admit', 'reasons' => 'reason', 'causes' => 'cause', 'procedures' => 'pcs',
    ];
    private const OF_CLAIM = [
        'discharge' => 'status', 'bill' => 'bill', 'place' => 'pos', 'id' => 'id', 'provider' => 'npi',
    ];
    private const OF_LINE = ['place' => 'pos', 'revenue' => 'rev', 'provider' => 'npi', 'ndc' => 'ndc'];
    private const CLAIM = ['kind', 'first', 'last', 'sex', 'age', 'born', 'charge', 'lines'];
    private const LINE = ['code', 'modifiers', 'units', 'charge', 'first', 'last', 'pointers'];

    /** The text of a value; refused where it would be read as more than one word. */
    private static function word(string $name, mixed $value, string $marks = ''): string
    {
        $text = (string) $value;
        if ($text === '' || preg_match('/[\x00-\x20|' . preg_quote($marks, '/') . ']/', $text)) {
            throw new \ValueError("$name is one word, not '$text'");
        }
        return $text;
    }

    /** A record, or its code alone. */
    private static function fields(mixed $given, string $name, array $allowed): array
    {
        $fields = is_array($given) ? $given : ['code' => $given];
        foreach (array_diff(array_keys($fields), $allowed) as $wrong) {
            throw new \ValueError("$name has no $wrong");
        }
        return $fields;
    }

    private static function listed(mixed $value): array
    {
        if ($value === null) {
            return [];
        }
        return is_array($value) && array_is_list($value) ? $value : [$value];
    }

    private static function day(string $name, mixed $value): string
    {
        return $value instanceof \DateTimeInterface ? $value->format('Y-m-d') : self::word($name, $value, '.@');
    }

    private static function days(array $of): string
    {
        if (isset($of['last']) && !isset($of['first'])) {
            throw new \ValueError('last needs a first');
        }
        $there = array_filter(['first', 'last'], fn ($name) => isset($of[$name]));
        return implode('..', array_map(fn ($name) => self::day($name, $of[$name]), $there));
    }

    private static function cents(mixed $cents): string
    {
        if (!is_int($cents) || $cents < 0) {
            throw new \ValueError('charge is whole cents from 0 on');
        }
        return sprintf('%d.%02d', intdiv($cents, 100), $cents % 100);
    }

    private static function units(int|float $units): string
    {
        if (!($units >= 0 && $units < 1e9)) {
            throw new \ValueError('units are a number from 0 on');
        }
        return preg_replace('/\.?0+$/', '', number_format($units, 6, '.', ''));
    }

    private static function words(string $name, mixed $value, string $marks): array
    {
        $each = is_string($value) ? preg_split('/[ ,:]+/', $value, -1, PREG_SPLIT_NO_EMPTY) : self::listed($value);
        return array_map(fn ($one) => self::word($name, $one, $marks), $each);
    }

    private static function keys(array $of, array $names): array
    {
        $there = array_intersect_key($names, array_filter($of, fn ($value) => $value !== null));
        return array_map(fn ($name, $key) => "$key=" . self::word($name, $of[$name]), array_keys($there), $there);
    }

    private static function diagnosis(mixed $given): string
    {
        $of = self::fields($given, 'a diagnosis', ['code', 'poa']);
        $code = self::word('a diagnosis', $of['code'] ?? '', '/');
        $poa = $of['poa'] ?? 'blank';
        return $poa === 'blank' ? $code : "$code/" . self::word('poa', self::POAS[$poa] ?? $poa, '/');
    }

    private static function procedure(mixed $given): string
    {
        $of = self::fields($given, 'a procedure', ['code', 'on']);
        $code = self::word('a procedure', $of['code'] ?? '', '@');
        return isset($of['on']) ? "$code@" . self::day('on', $of['on']) : $code;
    }

    private static function codeOf(array $line): string
    {
        $code = ($line['code'] ?? '') === '' ? '-' : self::word('the code of a line', $line['code']);
        if (in_array(strtolower($code), self::HEADS, true)) {
            throw new \ValueError("$code is no code of a line");
        }
        return implode('-', [$code, ...self::words('a modifier', $line['modifiers'] ?? null, '-')]);
    }

    private static function line(mixed $given): string
    {
        $line = self::fields($given, 'a line', [...self::LINE, ...array_keys(self::OF_LINE)]);
        $days = self::days($line);
        $pointers = self::words('a pointer', $line['pointers'] ?? null, ',:');
        $words = [
            self::codeOf($line), isset($line['units']) ? 'x' . self::units($line['units']) : '',
            $days === '' ? '' : "@$days", $pointers ? '>' . implode(',', $pointers) : '',
            isset($line['charge']) ? '$' . self::cents($line['charge']) : '', ...self::keys($line, self::OF_LINE),
        ];
        return implode(' ', array_filter($words, fn ($word) => $word !== ''));
    }

    private static function head(array $of): string
    {
        $words = [
            self::word('kind', $of['kind'] ?? 'professional'), self::days($of),
            isset($of['sex']) ? self::word('sex', self::SEXES[$of['sex']] ?? $of['sex']) : '',
            isset($of['age']) ? self::word('age', $of['age']) : '',
            isset($of['born']) ? 'born=' . self::day('born', $of['born']) : '',
            isset($of['charge']) ? 'charge=' . self::cents($of['charge']) : '', ...self::keys($of, self::OF_CLAIM),
        ];
        return implode(' ', array_filter($words, fn ($word) => $word !== ''));
    }

    public static function claim(array $given): string
    {
        $allowed = [...self::CLAIM, ...array_keys(self::OF_CLAIM), ...array_keys(self::HEADS)];
        $of = self::fields($given, 'a claim', $allowed);
        $pieces = [self::head($of)];
        foreach (self::HEADS as $name => $head) {
            $write = $name === 'procedures' ? self::procedure(...) : self::diagnosis(...);
            $words = array_map($write, self::listed($of[$name] ?? null));
            if ($words) {
                $pieces[] = implode(' ', [$head, ...$words]);
            }
        }
        return implode(' | ', [...$pieces, ...array_map(self::line(...), self::listed($of['lines'] ?? null))]);
    }

    public static function visit(array $given): string
    {
        $words = [];
        foreach (array_filter($given, fn ($value) => $value !== null && $value !== false) as $name => $value) {
            $key = self::word('a field', $name, '=');
            $said = $value === true ? $key : "$key=" . self::word($key, $value);
            $words[] = $name === 'family' ? self::word($name, $value) : $said;
        }
        return implode(' ', $words);
    }

    /** Numbers as text that the library reads. */
    public static function numbers(iterable $values): string
    {
        $said = [];
        foreach ($values as $value) {
            foreach (is_array($value) ? $value : [$value] as $number) {
                $said[] = json_encode((float) $number, JSON_THROW_ON_ERROR);
            }
        }
        return implode(' ', $said);
    }
}

/**
 * A claim as one line, as Book::review takes it, from its fields: kind, first, last, sex, age, born, id, provider,
 * discharge, bill, place, charge (cents), diagnoses, admitting, reasons, causes, procedures and lines. A code may be an
 * array: of a diagnosis code and poa, of a procedure code and on, of a line code, modifiers, units, charge, place,
 * revenue, first, last, pointers, provider and ndc. A ValueError where a value would break out of its place.
 */
function claim(array $fields): string
{
    return Written::claim($fields);
}

/** The record of a visit as one line, as Book::visit takes it. */
function visit(array $fields): string
{
    return Written::visit($fields);
}
