/**
 * @file
 * # Searching
 *
 * Search finds the code from words: titles, inclusion terms and the Alphabetic Index, folded alike when the book was
 * made and when it is asked. Each hit says which words matched where.
 *
 *     coding_hits hits = coding_search(desk, "sprained left ankle", 19, NULL);
 *     for (size_t i = 0; i < hits.count; i++) puts(coding_entry_title(hits.items[i].entry, 0));
 */
#ifndef CODING_SEARCH_H
#define CODING_SEARCH_H

#include <coding/entry.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What to search for and where. Zeroed but for `size`: the defaults. */
typedef struct coding_search_options {
    size_t        size;          /**< sizeof(coding_search_options). */
    coding_system system;        /**< CODING_ANY: all. */
    coding_date   on;            /**< 0: newest editions. */
    uint32_t      count;         /**< Hits wanted; 0: 10. */
    uint32_t      skip;          /**< Hits to pass over, for pages. */
    bool          billable_only; /**< Leave headers out. */
    char          spare[7];
} coding_search_options;

/** Where the words were found. */
typedef enum coding_field {
    CODING_FIELD_CODE = 0,
    CODING_FIELD_TITLE = 1,
    CODING_FIELD_INCLUSION = 2,
    CODING_FIELD_INDEX = 3
} coding_field;

/** One hit. Text belongs to the book or lies on the desk. */
typedef struct coding_hit {
    coding_entry entry;
    float        score;   /**< Larger is better; comparable within one answer only. */
    coding_field field;   /**< The field that spoke loudest. */
    const char  *why;     /**< The text of that field: title, inclusion term, or index path. */
    uint64_t     matched; /**< Bit n: word n of the query was found. */
} coding_hit;

typedef struct coding_hits {
    coding_status     status;
    const coding_hit *items; /**< On the desk, best first. */
    size_t            count;
    uint32_t          words; /**< Words the query was read as. */
} coding_hits;

/** Finds codes by words. `options` NULL: the defaults. */
CODING_API coding_hits coding_search(coding_desk *desk, const char *text, size_t length,
                                     const coding_search_options *options);

#ifdef __cplusplus
}
#endif

#endif
