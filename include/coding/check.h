/**
 * @file
 * # Checking a code
 *
 * A check answers one question: may this code stand on this day? Each finding names the rule that spoke and the
 * place where it is written, so that a person can look it up.
 *
 *     coding_code    ms      = coding_parse(CODING_ICD10CM, "G35", 3).code;
 *     coding_verdict verdict = coding_check(desk, ms, 20251001);
 *     puts(coding_explain(desk, &verdict.findings[0]));
 *
 * prints "G35: not billable since 2025-10-01; G35.A, G35.B0 and 9 more carry the detail [ICD-10-CM FY2026 ...]".
 */
#ifndef CODING_CHECK_H
#define CODING_CHECK_H

#include <coding/entry.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Who speaks. For a code on a day these are the verdicts; names by coding_rule_name. */
typedef enum coding_rule {
    CODING_RULE_STANDS = 0,         /**< Nobody objects: billable on that day. */
    CODING_RULE_MALFORMED = 1,      /**< The text is no code of the system. */
    CODING_RULE_UNKNOWN = 2,        /**< Well formed, in no edition. */
    CODING_RULE_HEADER = 3,         /**< Needs more characters. */
    CODING_RULE_NO_7TH = 4,         /**< Complete but for its 7th character. */
    CODING_RULE_BAD_7TH = 5,        /**< The 7th character is none of those that may stand there. */
    CODING_RULE_NO_PLACEHOLDER = 6, /**< The placeholder X that keeps the 7th character in its place is missing. */
    CODING_RULE_AMBIGUOUS = 7,      /**< Stands in several systems. */
    CODING_RULE_NOT_YET = 8,        /**< Begins later. */
    CODING_RULE_NO_LONGER = 9,      /**< Ended before. */
    CODING_RULE_NO_EDITION = 10,    /**< The book does not reach that day. */
    CODING_RULE_OTHER_SYSTEM = 11,  /**< Not of this system, but of another. */
    CODING_RULE_NOT_CHECKED = 12    /**< It could not be checked: never a pass. */
} coding_rule;

/** How loud a finding is. */
typedef enum coding_severity {
    CODING_NOTE = 0,    /**< Worth knowing. */
    CODING_WARNING = 1, /**< A person should look. */
    CODING_DENIAL = 2   /**< It will not stand. */
} coding_severity;

/** What would mend a finding. */
typedef enum coding_cure {
    CODING_CURE_NONE = 0,        /**< Nothing that is known here. */
    CODING_CURE_CHARACTERS = 1,  /**< Add characters: coding_verdict.instead lists the codes. */
    CODING_CURE_OTHER_CODE = 2,  /**< Use one of coding_verdict.instead. */
    CODING_CURE_OTHER_DAY = 3,   /**< It stands on other days. */
    CODING_CURE_SPELLING = 4,    /**< Spell it right: coding_suggest. */
    CODING_CURE_SYSTEM = 5,      /**< Say which system. */
    CODING_CURE_BOOK = 6         /**< Take a book that holds the table. */
} coding_cure;

/** One thing a rule has to say. Plain data: copy it freely. */
typedef struct coding_finding {
    coding_rule     rule;     /**< Who speaks, for example CODING_RULE_HEADER. */
    coding_severity severity; /**< A code on a day knows denials only; other chapters' rules warn, too. */
    coding_code     code;     /**< The code it is about; 0 if the text is none. */
    coding_code     other;    /**< The code to use instead, or the nearest existing beginning; 0 if none. */
    coding_cure     cure;     /**< What would mend it. */
    coding_damage   damage;   /**< CODING_RULE_MALFORMED: the kind; else CODING_DAMAGE_NONE. */
    coding_span     span;     /**< The bytes of the caller's text it points at; empty if none. */
    coding_date     on;       /**< The day of the question. */
    coding_date     day;      /**< The day that decides: first day of not-yet, last day of no-longer, first of header,
                                   last that the book reaches before no-edition; 0 of others. */
    uint32_t        more;     /**< How many codes `instead` lists. */
    char            expected; /**< Check digit that would agree; 0 if none. */
    char            spare[11];/**< 0. */
    coding_source   source;   /**< Release, table and row that say so; all empty where nobody but the format does. */
} coding_finding;

/** May it stand? Lists lie on the desk. */
typedef struct coding_verdict {
    coding_status         status;   /**< Not CODING_OK: the findings hold CODING_RULE_NOT_CHECKED too. */
    coding_rule           rule;     /**< The verdict: CODING_RULE_STANDS or that of the loudest finding. */
    coding_code           code;     /**< The code that was checked; 0 if the text is none. */
    coding_entry          entry;    /**< Its row, or that of its longest existing beginning, or no entry. */
    coding_date           on;       /**< The day that was asked; for 0 the first day of the newest edition. */
    uint32_t              spare;    /**< 0. */
    const coding_finding *findings; /**< On the desk, loudest first; at least one unless it stands. */
    size_t                count;    /**< How many findings. */
    const coding_code    *instead;  /**< On the desk: codes that would mend it, children, 7th characters, successors; of
                                         an ambiguous text its readings. */
    size_t                instead_count; /**< How many. */
    coding_parsed         parsed;   /**< coding_check_text: how the text was read; else zero. */
} coding_verdict;

/** How a near miss was repaired; docs/checking.md has an example of each. */
typedef enum coding_repair {
    CODING_REPAIR_NONE = 0,         /**< A reading that needs no repair. */
    CODING_REPAIR_DOT = 1,          /**< Dot, comma or blank put right. */
    CODING_REPAIR_TRAILING = 2,     /**< Trailing X, dash or zero dropped. */
    CODING_REPAIR_PLACEHOLDER = 3,  /**< Placeholder X put in. */
    CODING_REPAIR_LOOKALIKE = 4,    /**< O for 0, l for 1 and the like. */
    CODING_REPAIR_LEADING_ZERO = 5, /**< Zeros that a spreadsheet dropped. */
    CODING_REPAIR_NUMBER = 6,       /**< A spreadsheet's decimals or E notation undone. */
    CODING_REPAIR_TITLE = 7,        /**< The code in front of its title. */
    CODING_REPAIR_SPLIT = 8,        /**< One of several codes in the field. */
    CODING_REPAIR_DROPPED = 9,      /**< A 7th character dropped that the code does not take. */
    CODING_REPAIR_SEVENTH = 10,     /**< A 7th character added or replaced. */
    CODING_REPAIR_CHILD = 11,       /**< A header completed. */
    CODING_REPAIR_SUCCESSOR = 12,   /**< The code that took its place. */
    CODING_REPAIR_CHECK_DIGIT = 13, /**< The check digit put right. */
    CODING_REPAIR_TYPED = 14        /**< One character typed wrong, doubled, left out, or two swapped. */
} coding_repair;

/**
 * A code that may have been meant: it stands on the day that was asked. Of identifiers, and of CPT and short codes
 * where the book lacks their table, only the form is known: it is right.
 */
typedef struct coding_suggestion {
    coding_code   code;   /**< The code. */
    coding_repair repair; /**< What leads from the text to it. */
    uint32_t      rank;   /**< 0 the likeliest; equal ranks fit equally well. */
} coding_suggestion;

/** Near misses. */
typedef struct coding_suggestions {
    coding_status            status; /**< CODING_NOT_IN_BOOK: the book has no code of that system. */
    const coding_suggestion *items;  /**< On the desk, likeliest first. */
    size_t                   count;  /**< How many; 0: nothing that stands is near. */
} coding_suggestions;

/** One reading of a text. */
typedef struct coding_candidate {
    coding_system system; /**< Also MBI, HICN and SSN, which have no code. */
    coding_rule   rule;   /**< Verdict in that system on the day; CODING_RULE_NOT_CHECKED where the book lacks it. */
    coding_code   code;   /**< 0 for personal identifiers. */
    coding_span   span;   /**< The bytes that are the code. */
} coding_candidate;

/** Readings of a text. */
typedef struct coding_candidates {
    coding_status           status;  /**< CODING_OK or CODING_NO_MEMORY. */
    const coding_candidate *items;   /**< On the desk; those that stand first. */
    size_t                  count;   /**< How many; 0: it is no code of any system. */
} coding_candidates;

/**
 * The bare verdict, by value: no list, no memory, a dozen nanoseconds. What columns run. `on` 0 asks about the first
 * day of the newest edition of the code's system. A code of 0 is CODING_RULE_MALFORMED; one of a system that the book
 * does not hold, CODING_RULE_NOT_CHECKED.
 */
CODING_API coding_rule coding_verdict_of(const coding_desk *desk, coding_code code, coding_date on);

/**
 * The same for a text of one built-in system, read as coding_parse reads it: the shortest way from a text to a verdict.
 * A text that is no code is CODING_RULE_MALFORMED.
 */
CODING_API coding_rule coding_verdict_of_text(const coding_desk *desk, coding_system system, const char *text,
                                              size_t length, coding_date on);

/** May `code` stand on the day `on`? The findings lie on the desk, loudest first. */
CODING_API coding_verdict coding_check(coding_desk *desk, coding_code code, coding_date on);

/** The same for a text; `system` CODING_ANY finds the system and answers CODING_RULE_AMBIGUOUS where several fit. */
CODING_API coding_verdict coding_check_text(coding_desk *desk, coding_system system, const char *text, size_t length,
                                            coding_date on);

/** Reads a text as a code of any system of the book, users' own included (pattern and characters of its table). */
CODING_API coding_parsed coding_read(coding_desk *desk, coding_system system, const char *text, size_t length);

/** Near misses that stand on that day, each with the repair that leads to it. Never part of the fast path. */
CODING_API coding_suggestions coding_suggest(coding_desk *desk, coding_system system, const char *text, size_t length,
                                             coding_date on);

/** Which systems could this text be of? */
CODING_API coding_candidates coding_identify(coding_desk *desk, const char *text, size_t length, coding_date on);

/** A finding as a sentence with its source in brackets, on the desk. Never NULL; empty where there is no memory. */
CODING_API const char *coding_explain(coding_desk *desk, const coding_finding *finding);

/** `stands`, `header`, `no-7th` and so on. Never NULL. */
CODING_API const char *coding_rule_name(coding_rule rule);

/** `placeholder`, `lookalike` and so on. Never NULL. */
CODING_API const char *coding_repair_name(coding_repair repair);

/**
 * Many codes at once, in step. `days` has `count` days, or is NULL: then `on` is every code's. `rules` (a coding_rule a
 * byte) and `rows` have room for `count` each and may be NULL; a code without a row has UINT32_MAX. Nothing gathers on
 * the desk.
 */
CODING_API void coding_verdict_of_many(const coding_desk *desk, const coding_code *codes, const coding_date *days,
                                       coding_date on, size_t count, uint8_t *rules, uint32_t *rows);

/**
 * The same over texts as Arrow lays them out: text i is the bytes from offsets[i] to offsets[i + 1], so that `offsets`
 * has `count` + 1 numbers. `system` is one built-in system, and each text is read as coding_parse reads it. A text that
 * is no code is CODING_RULE_MALFORMED. `codes` has room for `count` codes, 0 for texts that are none, and may be NULL.
 */
CODING_API void coding_verdict_of_texts(const coding_desk *desk, coding_system system, const char *text,
                                        const int32_t *offsets, const coding_date *days, coding_date on, size_t count,
                                        coding_code *codes, uint8_t *rules, uint32_t *rows);

/** The same with 64-bit offsets (Arrow's large strings). */
CODING_API void coding_verdict_of_large_texts(const coding_desk *desk, coding_system system, const char *text,
                                              const int64_t *offsets, const coding_date *days, coding_date on,
                                              size_t count, coding_code *codes, uint8_t *rules, uint32_t *rows);

/**
 * The same over fields of one width, each filled up with NUL: a column of records, or numpy's `S7`. Field i begins
 * `stride` bytes behind field i - 1, or before it where `stride` is negative; `text` is field 0.
 */
CODING_API void coding_verdict_of_fixed_texts(const coding_desk *desk, coding_system system, const char *text,
                                              size_t width, ptrdiff_t stride, const coding_date *days, coding_date on,
                                              size_t count, coding_code *codes, uint8_t *rules, uint32_t *rows);

/** The same over texts wherever they lie: text i is `lengths[i]` bytes from `texts[i]`, which is not NULL. */
CODING_API void coding_verdict_of_scattered_texts(const coding_desk *desk, coding_system system,
                                                  const char *const *texts, const size_t *lengths,
                                                  const coding_date *days, coding_date on, size_t count,
                                                  coding_code *codes, uint8_t *rules, uint32_t *rows);

#ifdef __cplusplus
}
#endif

#endif
