<?php

declare(strict_types=1);

/**
 * US medical codes in process, offline, from one file.
 *
 *     $book = Coding\open('us.book');
 *     $verdict = $book->check('G35', on: '2025-10-01');
 *     if (!$verdict->stands()) echo $verdict->findings[0], "\n";
 *
 * A wrong code is an answer, not an error. Every answer says who says so. A check that could not be made is not a pass.
 * `$on` is the day of service: a DateTimeInterface, 20251001 or "2025-10-01"; 0 is a system's newest edition; null is
 * today, or the newest edition where none reaches today. A system is its name ("icd10cm"); null finds it. A code is a
 * string or a record that has one. Spans count bytes from 0.
 *
 * Answers are objects with readonly properties (Coding\Verdict, Coding\Entry, ...) and arrays; they own what they hold
 * and outlive the book. Days are DateTimeImmutable (midnight UTC), members of enumerations the library's own words.
 */

namespace Coding;

require_once __DIR__ . '/coding_claim.php';

use DateTimeImmutable;

/** The day that asks for a system's newest edition. */
const NEWEST = 0;

/** What a question could not be put for, in the library's words. A wrong code is none of these: it is an answer. */
class Error extends \RuntimeException
{
    final public function __construct(
        public readonly string $status,
        public readonly string $reason,
        public readonly string $at = '',
    ) {
        parent::__construct($at === '' ? $reason : "$at: $reason");
    }

    /** Called by the library. */
    final public static function of(string $status, string $reason, string $at): self
    {
        return match ($status) {
            'no-file' => new MissingBook($status, $reason, $at),
            'not-a-book', 'older-book', 'newer-book' => new BookError($status, $reason, $at),
            'not-in-book' => new NotInBook($status, $reason, $at),
            'misuse' => $reason === 'the book is closed' ? new ClosedBook($status, $reason, $at)
                : new Unreadable($status, $reason, $at),
            default => new self($status, $reason, $at),
        };
    }
}

/** The file is no book, a damaged one, or one of another format. */
class BookError extends Error
{
}

/** There is no such file, or it cannot be read. */
final class MissingBook extends BookError
{
}

/** The book lacks the table, or the code, that would answer. */
final class NotInBook extends Error
{
}

/** The text is no claim, no record of a visit, or no list of numbers; `at` is the word. */
final class Unreadable extends Error
{
}

/** The book was closed. */
final class ClosedBook extends Error
{
}

/** A book: one file that holds the facts. After `close` every question throws ClosedBook. */
final class Book extends \CodingNativeBook
{
    public function __construct(?string $path = null)
    {
        parent::__construct($path);
    }

    // --- May it stand?

    /** May the code stand on that day? A Verdict with its findings, loudest first. */
    public function check($code, $system = null, $on = null): Verdict
    {
        return $this->_check($code, $system, $on);
    }

    /** The bare rule of `check`: the fast path. With a system named it looks into that one alone. */
    public function verdict($code, $system = null, $on = null): string
    {
        return $this->_quick_verdict($code, $system, $on);
    }

    /** Reads a text as a code of any system of the book, users' own included. */
    public function parse($text, $system): Parsed
    {
        return $this->_read($text, $system);
    }

    /**
     * Near misses that stand on that day, likeliest first, each with the repair that leads to it.
     * @return list<Suggestion>
     */
    public function suggest($code, $system = null, $on = null): array
    {
        return $this->_suggest($code, $system, $on);
    }

    /**
     * Which systems could this text be of? Those in which it stands come first.
     * @return list<Candidate>
     */
    public function identify($text, $on = null): array
    {
        return $this->_identify($text, $on);
    }

    // --- From words to codes.

    /**
     * Codes found from words, best first. `$within` is a printed range (["S50", "S59"]) of the system, or of ICD-10-CM.
     * @return list<Hit>
     */
    public function search(
        $text,
        int $count = 10,
        $system = null,
        $on = null,
        int $skip = 0,
        bool $billableOnly = false,
        ?array $within = null,
    ): array {
        [$first, $last] = $within ? array_map(fn ($code) => $this->number($code, $system), $within) : [0, 0];
        return $this->_search($text, $system, $on, $count, $skip, $billableOnly, $first, $last);
    }

    /**
     * Words of the book that begin as the last word of the text does, likeliest first.
     * @return list<Completion>
     */
    public function completeWords($text, int $limit = 10): array
    {
        return $this->_search_complete($text, $limit);
    }

    /**
     * Takes a medical word apart: the best way first, then others that fit as well or nearly so.
     * @return list<Split>
     */
    public function term($word): array
    {
        return $this->_term($word);
    }

    /**
     * Codes whose texts hold the word, or else the meanings of all its roots.
     * @return list<Hit>
     */
    public function termCodes($word, int $count = 10, $system = null, $on = null): array
    {
        return $this->_term_codes($word, $system, $on, $count);
    }

    // --- What the book says of a code.

    /** The entry of a code, on whatever days it stood; null if no edition ever had it. */
    public function find($code, $system = null, $on = null): ?Entry
    {
        return $this->_find($code, $system, $on);
    }

    /** The entry of the longest beginning of a code that the book has. */
    public function findLongest($code, $system, $on = null): ?Entry
    {
        return $this->_find_longest($code, $system, $on);
    }

    /** The entry of a row number. */
    public function entry(int $row, $on = null): ?Entry
    {
        return $this->_entry($row, $on);
    }

    /** The long title on a day; 0: the newest it had. */
    public function title($code, $system = null, $on = null): string
    {
        return $this->_title($code, $system, $on);
    }

    /** The short title of the newest edition that prints one, else the long one. */
    public function shortTitle($code, $system = null): string
    {
        return $this->_short_title($code, $system);
    }

    /** The entry above; null at the top. */
    public function parent($code, $system = null, $on = null): ?Entry
    {
        return $this->_parent($code, $system, $on);
    }

    /**
     * The entries just below, in force on that day, in printed order.
     * @return list<Entry>
     */
    public function children($code, $system = null, $on = null): array
    {
        return $this->_children($code, $system, $on);
    }

    /**
     * Every billable code below, in force on that day, in printed order.
     * @return list<Entry>
     */
    public function billableBelow($code, $system = null, $on = null): array
    {
        return $this->_billable_below($code, $system, $on);
    }

    /**
     * The entries above, nearest first.
     * @return list<Entry>
     */
    public function ancestors($code, $system = null, $on = null): array
    {
        return $this->_ancestors($code, $system, $on);
    }

    /**
     * The days on which it was billable, or a header.
     * @return list<Period>
     */
    public function periods($code, $system = null): array
    {
        return $this->_periods($code, $system);
    }

    /**
     * Every title it had, with its days.
     * @return list<Title>
     */
    public function titles($code, $system = null): array
    {
        return $this->_titles($code, $system);
    }

    /**
     * Notes in force on a day, nearest holder first. NotInBook where no snapshot of them reaches it.
     * @return list<Note>
     */
    public function notes($code, $system = null, $on = null): array
    {
        return $this->_notes($code, $system, $on);
    }

    /**
     * 7th characters that complete the code on that day.
     * @return list<Seven>
     */
    public function sevens($code, $system = null, $on = null): array
    {
        return $this->_sevens($code, $system, $on);
    }

    /**
     * The section and the chapter that hold it, nearest first.
     * @return list<Block>
     */
    public function blocks($code, $system = null): array
    {
        return $this->_blocks($code, $system);
    }

    /**
     * Codes that took its place.
     * @return list<string>
     */
    public function successors($code, $system = null, $on = null): array
    {
        return $this->_successors($code, $system, $on);
    }

    /** Who says that it stood on that day; null if nobody does. */
    public function source($code, $system = null, $on = null): ?Source
    {
        return $this->_source($code, $system, $on);
    }

    /** Exempt from present-on-admission reporting that day? NotInBook where no list reaches it. */
    public function poaExempt($code, $system = 'icd10cm', $on = null): bool
    {
        return $this->_poa_exempt($code, $system, $on);
    }

    /** Is a code below another in the printed hierarchy? */
    public function isBelow($code, $ancestor, $system = null): bool
    {
        return $this->_is_below($this->number($code, $system), $this->number($ancestor, $system));
    }

    /** Does a code lie in the printed range from `$first` to everything below `$last`? (C4A is in C43-C44.) */
    public function isWithin($code, $first, $last, $system = null): bool
    {
        return $this->_is_within(...array_map(fn ($each) => $this->number($each, $system), [$code, $first, $last]));
    }

    // --- What may follow.

    /**
     * Codes that begin with a text, in force that day, in printed order.
     * @return list<Entry>
     */
    public function complete($text, $system, $on = null, int $limit = 10): array
    {
        return $this->_complete($text, $system, $on, $limit);
    }

    /** What may follow a beginning of a code that day, with labels. */
    public function valuesAfter($text, $system, $on = null): Values
    {
        return $this->_values_after($text, $system, $on);
    }

    // --- Claims.

    /**
     * What every rule says of a claim, loudest first: its short form, or the fields that Coding\claim takes. `$rules`
     * asks those alone; without `$notes` and `$money` less is said.
     */
    public function review($claim, ?array $rules = null, bool $notes = true, bool $money = true): Review
    {
        $text = is_array($claim) ? Written::claim($claim) : $claim;
        return $this->_review($text, self::mask($rules), $notes, $money);
    }

    /**
     * Every claim of a file with its review, and every trouble in it: the text of an X12 837 file or of the tidy table.
     * @return list<ClaimItem>
     */
    public function reviewFile($text, ?array $rules = null, bool $notes = true, bool $money = true): array
    {
        return $this->_review_file($text, self::mask($rules), $notes, $money);
    }

    /** The level that the record of a visit supports: a line, or the fields that Coding\visit takes. */
    public function visit($visit, $on = null): VisitLevel
    {
        return $this->_visit(is_array($visit) ? Written::visit($visit) : $visit, $on);
    }

    /** The family of visits that a code is of on a day. */
    public function visitFamily($code, $on = null): string
    {
        return $this->_visit_family($code, $on);
    }

    // --- From notes to codes, and from one code set to another.

    /** What a note speaks of, how it is asserted, and the codes that it supports, in a coder's order. */
    public function annotate($note, $on = null, string $setting = 'outpatient'): Annotation
    {
        return $this->_annotate($note, $on, $setting);
    }

    /**
     * The operations of a report, each as its seven characters of ICD-10-PCS and what the words leave open.
     * @return list<Operation>
     */
    public function operate($report, $on = null): array
    {
        return $this->_operate($report, $on);
    }

    /**
     * The phrases of the book in a text of any length, at each word the longest. `$last` false: more of it follows, and
     * what `rest` says is fed again in front of that.
     */
    public function scan($text, bool $last = true): Scanned
    {
        return $this->_scan($text, $last);
    }

    /** What stands for a code in another system, with the rows that say so: without a day as the table says it. */
    public function map($code, $to, $system = null, $on = null, string $style = 'gem'): Mapped
    {
        return $this->_map($code, $system, $on, $to, $style);
    }

    /** What a code, as it stood on the day `$since` (0: the last on which it did), is on another day. */
    public function mapYears($code, $system = null, $on = null, $since = 0): Mapped
    {
        return $this->_map_years($code, $system, $on, $since);
    }

    // --- Comorbidity, risk scores, stays: lines of words.

    /** The groups of a patient and the scores: "J18.9/Y I13.2/Y", perhaps with age=70, version=2025.1. */
    public function comorbidity(
        $patient,
        string $scheme = 'elixhauser-ahrq',
        $system = null,
        $on = null,
    ): Comorbidities {
        return $this->_comorbidity($patient, $system, $on, $scheme);
    }

    /** The clinical categories (CCSR) of a diagnosis: "E11.22", perhaps with version=2025.1; the newest without. */
    public function ccsr($diagnosis): Ccsr
    {
        return $this->_ccsr($diagnosis);
    }

    /** The score of a member in a payment year: "age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9". */
    public function risk($member, string $model, int $year): RiskScore
    {
        return $this->_risk($member, $model, $year);
    }

    /** What Medicare Advantage was paid for a member: one model, or a blend of two. */
    public function riskBlend($member, int $year): RiskBlend
    {
        return $this->_risk_blend($member, $year);
    }

    /** Has the book all tables of that model, plan and payment year? */
    public function riskHas(string $model, int $year, string $plan = 'ma'): bool
    {
        return $this->_risk_has($model, $plan, $year);
    }

    /** The MS-DRG of a stay, and what makes it: "sex=F discharge=01 I21.4/Y J96.01/N px 02703DZ". */
    public function group($stay, $on = null): Grouping
    {
        return $this->_group($stay, $on);
    }

    /** Which single code makes the group of a stay: each is left out in turn, and a CC and an MCC are added. */
    public function groupWhatIf($stay, $on = null): GroupChanges
    {
        return $this->_group_what_if($stay, $on);
    }

    /** What to ask the record of a stay: codes of a reported category that would count for more. */
    public function groupQueries($stay, $on = null): GroupQueries
    {
        return $this->_group_queries($stay, $on);
    }

    /** What Table 5 of the payment rule says of a DRG on the day of discharge. */
    public function drgWeight(int $drg, $on = null): DrgWeight
    {
        return $this->_drg_weight($on, $drg);
    }

    /**
     * The attributes by which formulas of MS-DRG know a code in a version; 431 is v43.1.
     * @return list<string>
     */
    public function groupAttributes($code, int $version, $system = null): array
    {
        return array_values(array_filter(explode(' ', $this->_group_attributes($code, $system, $version))));
    }

    // --- Samples for an audit: numbers alone, which ask no fact of the book.

    /**
     * Different numbers from 0 to `$frame` - 1, ascending; the same seed always draws the same.
     * @return list<int>
     */
    public function sample(int $frame, int $count, int $seed): array
    {
        return $this->_sample($frame, $count, $seed);
    }

    /**
     * Shares a sample among strata: of each its size and expected deviation.
     * @return list<int>
     */
    public function sampleStrata(iterable $strata, int $total): array
    {
        return $this->_sample_strata(Written::numbers($strata), $total);
    }

    /** The overpayment of all claims, from the cents of each that was read, 0 for a right one. */
    public function estimate(iterable $overpaid, int $frame, float $confidence = 0.9): Estimate
    {
        return $this->_estimate(Written::numbers($overpaid), $frame, $confidence);
    }

    /** The same of strata: of each its size, claims read, their mean and variance. */
    public function estimateStrata(iterable $strata, float $confidence = 0.9): Estimate
    {
        return $this->_estimate_strata(Written::numbers($strata), $confidence);
    }

    private static function mask(?array $rules): int
    {
        if ($rules === null) {
            return 0;
        }
        $mask = 0;
        foreach ($rules as $rule) {
            $number = 0;
            while ($number < 43 && coding_claim_rule_name($number) !== $rule) {
                $number++;
            }
            $mask |= $number < 43 ? 1 << $number : throw new \ValueError("no such ClaimRule: $rule");
        }
        return $mask ?: throw new \ValueError('no rule is named');
    }

    // --- The book itself.

    /**
     * Top entries of a system on a day.
     * @return list<Entry>
     */
    public function roots($system, $on = null): array
    {
        return $this->_roots($system, $on);
    }

    /**
     * All chapters and sections of a system, each chapter before its sections.
     * @return list<Block>
     */
    public function allBlocks($system): array
    {
        return $this->_system_blocks($system);
    }

    /** Row numbers of a system, in printed order: from `first` to the one before `past`. */
    public function rows($system): Rows
    {
        return $this->_rows($system);
    }

    /**
     * Every edition of every system, by system and first day.
     * @return list<Edition>
     */
    public function editions(): array
    {
        return self::each($this->_edition_count(), $this->_edition(...));
    }

    /**
     * Where each part of the book came from.
     * @return list<Origin>
     */
    public function origins(): array
    {
        return self::each($this->_origin_count(), $this->_origin(...));
    }

    /**
     * The named sections of the file.
     * @return list<Section>
     */
    public function sections(): array
    {
        return self::each($this->_section_count(), $this->_section(...));
    }

    /** Bytes of the file. */
    public function size(): int
    {
        return $this->_size();
    }

    /** The system of that name in this book, users' own included; "any" if there is none. */
    public function system(string $name): string
    {
        return $this->_system($name);
    }

    /** The name of a system as this book knows it. */
    public function systemName($system): string
    {
        return $this->_system_name($system);
    }

    /** Does the book hold any code of the system? */
    public function hasSystem($system): bool
    {
        return $this->_has_system($system);
    }

    /** First day of the newest edition of a system. */
    public function newest($system): ?DateTimeImmutable
    {
        return $this->_newest($system);
    }

    /** Reads the whole book; BookError with the first fault. */
    public function verify(): void
    {
        $this->_verify();
    }

    /** Has it been closed? */
    public function isClosed(): bool
    {
        return $this->_is_closed();
    }

    /** Gives the book back. Closing twice does nothing. */
    public function close(): void
    {
        $this->_close();
    }

    private function number($code, $system): int
    {
        return $this->_read($code, $system ?? 'icd10cm')->number;
    }

    private static function each(int $count, callable $one): array
    {
        return $count ? array_map($one, range(0, $count - 1)) : [];
    }
}

/** Codes as the 64-bit numbers that columns hold: they sort as codes do, and 0 is none. */
final class Codes
{
    /** The number of a code of a built-in system; 0 where the text is none. */
    public static function number($text, $system): int
    {
        return parse($text, $system)->number;
    }

    /** The code in its own spelling: E11.9, 0DTJ4ZZ, 00002-7597-01. */
    public static function text(int $number): string
    {
        return coding_code_format($number);
    }

    /** The same without dots and dashes, as files and claims hold it. */
    public static function bare(int $number): string
    {
        return coding_code_format_bare($number);
    }

    /** The system a code belongs to; "any" for 0. */
    public static function system(int $number): string
    {
        return coding_code_system($number);
    }

    /** Characters of a code without dots; 0 for identifiers that hold a number. */
    public static function length(int $number): int
    {
        return coding_code_length($number);
    }

    /** The first characters of a code. */
    public static function prefix(int $number, int $length): int
    {
        return coding_code_prefix($number, $length);
    }

    /** The code with one more character; 0 where it has no room. */
    public static function append(int $number, string $character): int
    {
        return coding_code_append($number, $character);
    }

    /** The character at an index, counted from 0; empty past the last. */
    public static function character(int $number, int $index): string
    {
        return coding_code_character($number, $index);
    }

    /** The category of a CPT code, by its form. */
    public static function cptCategory(int $number): string
    {
        return coding_cpt_category_of($number);
    }

    /** The section of the CPT book that the number falls in, in our words. */
    public static function cptSection(int $number): ?string
    {
        return coding_cpt_section($number);
    }

    /** The NDC in a form ("ndc-442"), with dashes; empty where no zero can be dropped there. */
    public static function ndc(int $number, string $form): string
    {
        return coding_ndc_format($number, $form);
    }

    /** The name of an ICD-10-PCS axis (1 to 7) in a section ("0", "B", ...): "Approach". */
    public static function pcsAxis(string $section, int $axis): ?string
    {
        return coding_pcs_axis($section, $axis);
    }
}

/** Opens a book: that of the path, else the one that $CODING_BOOK names, else the one installed with the library. */
function open(?string $path = null): Book
{
    return new Book($path);
}

/** Reads a code of one built-in system. Pure: no book. Says what is wrong with the form, and where. */
function parse($text, $system): Parsed
{
    return coding_parse($system, $text);
}

/** The name of a built-in system in words: "ICD-10-CM". */
function system_title($system): string
{
    return coding_system_title($system);
}

/** The damage as a sentence without its place: "a comma where the dot belongs". */
function damage_text(string $damage): string
{
    return coding_damage_text($damage);
}

/** A rule of claims in words: "NCCI procedure-to-procedure edits". */
function claim_rule_title(string $rule): string
{
    return coding_claim_rule_title($rule);
}

/** How many claims must be read for a two-sided interval of half the width `$precision`, in cents. */
function sample_size(int $frame, float $deviation, float $precision, float $confidence = 0.9): int
{
    return coding_sample_size($frame, $deviation, $precision, $confidence);
}

/** Charlson's points for age: 1 from 50 on, one more each ten years, 4 from 80 on. */
function charlson_age_points(int $age): int
{
    return coding_charlson_age_points($age);
}

/** What score 0 or 1 of a scheme is called: "readmission", "mortality"; empty for none. */
function comorbidity_score_name(string $scheme, int $index): string
{
    return coding_comorbidity_score_name($scheme, $index);
}

/** The model of a name, in letters of any size; "none" where it is none. */
function risk_model_named(string $name): string
{
    return coding_risk_model_named($name);
}

/** A model as the agency names it: "RxHCC-V08". */
function risk_model_title(string $model): string
{
    return coding_risk_model_title($model);
}

/** A segment as the agency's tables have it: "CNA", "Rx_CE_LowAged". */
function risk_segment_title(string $segment): string
{
    return coding_risk_segment_title($segment);
}
