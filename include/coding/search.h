/**
 * @file
 * # Searching
 *
 * Search finds the code from words: the coder's, the chart's, the patient's, and misspelt ones. Titles, inclusion terms
 * and the Alphabetic Index are read alike when a book is made and when it is asked. The condition is found first, then
 * side, encounter, type and stage are read from the query; what it leaves open gives the unspecified code, and the hit
 * says so. Each hit says which words matched where, and through what.
 *
 *     coding_hits hits = coding_search(desk, "sprained left ankle", 19, NULL);
 *     for (size_t i = 0; i < hits.count; i++) puts(coding_entry_title(desk, hits.items[i].entry, 0));
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
    coding_system system;        /**< CODING_ANY: all that are in use. */
    coding_date   on;            /**< 0: newest editions. */
    uint32_t      count;         /**< Hits wanted; 0: 10. */
    uint32_t      skip;          /**< Hits to pass over, for pages. */
    bool          billable_only; /**< Leave headers out. */
    char          spare[7];      /**< 0. */
    coding_code   first;         /**< With `last`: only codes in this printed range, for example of a chapter; */
    coding_code   last;          /**< everything below it is in the range, too. 0: all. */
} coding_search_options;

/** Where the words were found. */
typedef enum coding_field {
    CODING_FIELD_CODE = 0,      /**< The query is a code. */
    CODING_FIELD_TITLE = 1,     /**< The long title. */
    CODING_FIELD_INCLUSION = 2, /**< An inclusion term of the Tabular List. */
    CODING_FIELD_INDEX = 3      /**< The Alphabetic Index or one of its tables. */
} coding_field;

/** How a word of the query led to a word of the book. */
typedef enum coding_link {
    CODING_LINK_WORD = 0,         /**< The word itself, in whatever form. */
    CODING_LINK_SPELLING = 1,     /**< Misspelt, and corrected. */
    CODING_LINK_PARTED = 2,       /**< Written as one word, or as two. */
    CODING_LINK_SYNONYM = 3,      /**< Another word for it. */
    CODING_LINK_LAY = 4,          /**< The patient's word for it. */
    CODING_LINK_ABBREVIATION = 5, /**< What the abbreviation stands for. */
    CODING_LINK_PARTS = 6         /**< The meaning of its parts: nephr, lith, iasis. */
} coding_link;

/** One word of the query and what it matched. */
typedef struct coding_evidence {
    coding_span span;    /**< The bytes of the query. */
    coding_link link;    /**< How they led to it. */
    uint32_t    spare;   /**< 0. */
    const char *found;   /**< The word of the book, in its common form. Text of the book. */
} coding_evidence;

/** What words may leave open. coding_hit.open has the first three of these bits, coding_proposal.lacks has all. */
typedef enum coding_axis {
    CODING_AXIS_SIDE = 1,        /**< Right, left, bilateral. */
    CODING_AXIS_ENCOUNTER = 2,   /**< Initial, subsequent, sequela. */
    CODING_AXIS_OTHER = 4,       /**< Type, site, stage, severity: the code is one of several below its header. */
    CODING_AXIS_TYPE = 8,        /**< Type or form. */
    CODING_AXIS_STAGE = 16,      /**< Stage. */
    CODING_AXIS_SEVERITY = 32,   /**< Mild to severe; the degree of a burn. */
    CODING_AXIS_ACUITY = 64,     /**< Acute, chronic, recurrent. */
    CODING_AXIS_TRIMESTER = 128, /**< How far a pregnancy has gone. */
    CODING_AXIS_AGENT = 256,     /**< Organism, drug or other cause. */
    CODING_AXIS_SITE = 512,      /**< Where in the body. */
    CODING_AXIS_WOUND = 1024     /**< Of a fracture: open or closed. */
} coding_axis;

/** One hit. Text belongs to the book or lies on the desk. */
typedef struct coding_hit {
    coding_entry           entry;   /**< The row that was found. */
    float                  score;   /**< Larger is better; comparable within one answer only. */
    coding_field           field;   /**< The field that spoke loudest. */
    const char            *why;     /**< The text of that field: title, inclusion term, or index path. */
    uint64_t               matched; /**< Bit n: word n of the query was found. */
    const coding_evidence *evidence;/**< On the desk, in the order of the query. */
    size_t                 evidence_count; /**< How many. */
    uint32_t               open;    /**< Mask of coding_axis: what was chosen by default. */
    uint32_t               spare;   /**< 0. */
} coding_hit;

/** Hits. */
typedef struct coding_hits {
    coding_status     status; /**< CODING_OK, CODING_NOT_UTF8, CODING_NO_MEMORY; CODING_NOT_IN_BOOK: it has no index. */
    const coding_hit *items; /**< On the desk, best first. */
    size_t            count; /**< How many; 0: nothing was found. */
    uint32_t          words; /**< Words the query was read as. */
} coding_hits;

/** Finds codes by words, `text` in UTF-8. `options` NULL: the defaults. */
CODING_API coding_hits coding_search(coding_desk *desk, const char *text, size_t length,
                                     const coding_search_options *options);

/** A word that a query may go on with. */
typedef struct coding_completion {
    const char *word;      /**< The whole word. Text of the book. */
    uint32_t    documents; /**< How common it is in the texts of the book: larger is likelier. */
    uint32_t    spare;     /**< 0. */
} coding_completion;

/** Completions. */
typedef struct coding_completions {
    coding_status            status; /**< As that of coding_hits. */
    const coding_completion *items; /**< On the desk, likeliest first. */
    size_t                   count; /**< How many. */
} coding_completions;

/** Words of the book that begin as the last word of `text` does; at most `limit`. Codes: coding_complete. */
CODING_API coding_completions coding_search_complete(coding_desk *desk, const char *text, size_t length, size_t limit);

#ifdef __cplusplus
}
#endif

#endif
