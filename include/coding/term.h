/**
 * @file
 * # Taking medical words apart
 *
 * A medical word is made of parts: a prefix, roots, the vowels that join them, and a suffix. Whoever knows the parts
 * can read a word never seen before. The parts are facts of the book, each with its meaning and where it comes from;
 * British spellings and plurals are read as their American singular.
 *
 *     coding_term term = coding_term_parts(desk, "nephrolithiasis", 15);
 *     puts(term.items[0].meaning);
 *     coding_hits hits = coding_term_codes(desk, "nephrolithiasis", 15, NULL);
 *     puts(coding_entry_title(desk, hits.items[0].entry, 0));
 *
 * prints "condition of stone, kidney" and "Calculus of kidney".
 */
#ifndef CODING_TERM_H
#define CODING_TERM_H

#include <coding/search.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a piece of a word is. */
typedef enum coding_part_kind {
    CODING_PART_UNKNOWN = 0, /**< Letters that no part of the book explains. */
    CODING_PART_PREFIX = 1,  /**< Stands in front: peri-. */
    CODING_PART_ROOT = 2,    /**< What the word is about: nephr. */
    CODING_PART_SUFFIX = 3,  /**< Stands behind: -itis. */
    CODING_PART_VOWEL = 4    /**< Only joins two parts: the o of nephr-o-lith. */
} coding_part_kind;

/** A kind in words: "prefix". Never NULL. */
CODING_API const char *coding_part_kind_name(coding_part_kind kind);

/** One piece of a word. Text belongs to the book, and is empty for vowels and unknown pieces; never NULL. */
typedef struct coding_part {
    coding_span      span; /**< Its bytes in the caller's text. */
    coding_part_kind kind; /**< Prefix, root, suffix. */
    uint32_t         spare;   /**< 0. */
    const char      *form;    /**< Its combining form: "nephro". */
    const char      *meaning; /**< "kidney"; of several meanings "thorn, spine". */
    const char      *because; /**< Where it comes from: "Greek nephros, kidney". */
    coding_source    source;  /**< The table that says so. */
} coding_part;

/** One way to take a word apart. Its parts lie one behind the other and cover the word. */
typedef struct coding_split {
    const coding_part *parts; /**< On the desk. */
    size_t             part_count; /**< How many. */
    const char        *meaning; /**< As a coder reads it, from the end: "inflammation of heart". On the desk. */
    uint32_t           rank;    /**< 0: the best; equal ranks fit equally well. */
    bool               whole;   /**< Every letter is explained. */
    char               spare[3]; /**< 0. */
} coding_split;

/** A word, taken apart in each way that fits. */
typedef struct coding_term {
    coding_status       status; /**< CODING_NOT_IN_BOOK: the book has no word parts. */
    const coding_split *items;  /**< On the desk, best first; none only where there is no letter. */
    size_t              count;  /**< How many. */
} coding_term;

/**
 * Takes a word apart: the best way first, then others that fit as well or nearly so. A word with a piece that the book
 * does not know is answered by one split that is not `whole`, and so is one longer than any word (47 letters). What is
 * no letter, such as a hyphen, belongs to the part before it; blanks around the word to none.
 */
CODING_API coding_term coding_term_parts(coding_desk *desk, const char *word, size_t length);

/**
 * Codes whose titles, inclusion terms or index hold the word, then those that hold the meanings of its roots and long
 * suffixes (where there are none, of its roots alone): of `cholangiolith` bile duct and stone. `options` as in
 * coding_search. Evidence points into `word`.
 */
CODING_API coding_hits coding_term_codes(coding_desk *desk, const char *word, size_t length,
                                         const coding_search_options *options);

#ifdef __cplusplus
}
#endif

#endif
