/**
 * @file
 * # From one code set to another, and from one year to the next
 *
 * Old records hold ICD-9-CM; a code of some year has gone by the day of service. This chapter says what stands in its
 * place, how near that is, and which row of which table says so. The tables are the general equivalence mappings (GEMs)
 * of CMS and NCHS, which lead both ways between ICD-9-CM and ICD-10-CM, and the yearly conversion tables.
 *
 *     coding_code   code = coding_parse(CODING_ICD9CM, "942.33", 6).code;
 *     coding_mapped to   = coding_map(desk, code, CODING_ICD10CM, CODING_MAP_GEM, 0);
 *     for (size_t i = 0; i < to.count; i++) {
 *         char text[CODING_CODE_TEXT];
 *         printf("%s %s, line %u\n", coding_code_format(to.items[i].target, text),
 *                coding_map_kind_name(to.items[i].kind), to.items[i].source.line);
 *     }
 *
 * prints "T21.32XA approximate, line 17552" and "T21.72XA approximate, line 17553": one of the two is to be chosen.
 *
 * A mapping is a dictionary, no coding rule: what was meant stands in the record. The two directions of the GEMs are no
 * inverses of each other, and codes newer than the mapping have no row in it.
 */
#ifndef CODING_MAP_H
#define CODING_MAP_H

#include <coding/entry.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How near a row, or a whole answer, comes. */
typedef enum coding_map_kind {
    CODING_MAP_UNKNOWN = 0,     /**< No row speaks of the code. */
    CODING_MAP_EXACT = 1,       /**< One target, and the table calls it the same. */
    CODING_MAP_APPROXIMATE = 2, /**< One target, which is near. */
    CODING_MAP_SEVERAL = 3,     /**< Answers only: several targets, of which one is to be chosen. */
    CODING_MAP_COMBINATION = 4, /**< Several targets together: of one scenario, one of each choice list. */
    CODING_MAP_NO_TARGET = 5    /**< The table says that nothing is equivalent. */
} coding_map_kind;

/** Which kind of table is asked. */
typedef enum coding_map_style {
    CODING_MAP_GEM = 0,          /**< Everything that comes near. */
    CODING_MAP_REIMBURSEMENT = 1 /**< One target a code, chosen for payment; in a book only where its table was given. */
} coding_map_style;

/** A row that was used. Plain data. */
typedef struct coding_mapping {
    coding_code     code;     /**< From which the row leads. */
    coding_code     target;   /**< To which; 0: CODING_MAP_NO_TARGET. */
    coding_map_kind kind;     /**< Exact, approximate, combination or no target. */
    uint32_t        scenario; /**< Of a combination: which way to say it, from 1; 0. */
    uint32_t        choice;   /**< Of a combination: which part of the scenario, from 1; 0. */
    coding_date     first;    /**< Of a conversion from year to year: the newer code's first day; 0. */
    bool            guessed;  /**< No table says so: the target began below the nearest heading, the day `code` ended. */
    char            spare[3]; /**< 0. */
    coding_source   source;   /**< Release, file and line. */
} coding_mapping;

/** An answer, with the rows that lead to it. */
typedef struct coding_mapped {
    coding_status         status;     /**< CODING_NOT_IN_BOOK: no such table is in the book, or no edition of the day. */
    coding_map_kind       kind;       /**< Of the whole. */
    const coding_mapping *items;      /**< The rows, in the order of the table; in a chain, a step after those before it. */
    size_t                count;      /**< How many. */
    const coding_code    *codes;      /**< Where they end: each code once. */
    size_t                code_count; /**< How many. */
} coding_mapped;

/**
 * What stands for `code` in the system `to`. `on` 0: as the table says it. Else the ICD-10 side is of that day: targets
 * are carried on from the table's year to `on`, or `code` back from `on` to the table's year, over all the conversions
 * between (see coding_map_years), whose rows are then among the items.
 */
CODING_API coding_mapped coding_map(coding_desk *desk, coding_code code, coding_system to, coding_map_style style,
                                    coding_date on);

/**
 * What `code`, as it stood on the day `from`, is on the day `on`, later or earlier, by the conversion tables of all
 * years between. `from` 0: the last day up to `on` on which it stood. Kinds: exact where it stands on both days and no
 * row took anything out of it; approximate where one code is left, for the tables do not say how near; several where one
 * of them is to be chosen, the code itself among them if it still stands. Unknown: it did not stand on `from`.
 */
CODING_API coding_mapped coding_map_years(coding_desk *desk, coding_code code, coding_date from, coding_date on);

/**
 * coding_map of many codes, as columns: in `kinds` (coding_map_kind as a number) how near, in `targets` the code where
 * it is one and no combination, else 0. Clears the desk as it goes. The worst status of all is answered.
 */
CODING_API coding_status coding_map_many(coding_desk *desk, const coding_code *codes, size_t count, coding_system to,
                                         coding_map_style style, coding_date on, coding_code *targets, uint8_t *kinds);

/** `exact`, `approximate`, `several`, `combination`, `none`; `unknown`. Never NULL. */
CODING_API const char *coding_map_kind_name(coding_map_kind kind);

#ifdef __cplusplus
}
#endif

#endif
