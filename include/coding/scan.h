/**
 * @file
 * # Phrases of the book in a text
 *
 * The quick look: where does a text use the language of the book? Titles, inclusion terms, index paths in the orders in
 * which people say them, and synonyms are met word by word, whatever their endings, spelling (British too), hyphens and
 * small words between them. Nothing is judged: who wants to know whether it is denied, of the family, or which code is
 * supported, reads the note with coding_annotate. A scan is for what is too long or too much for that: it goes through
 * a hundred megabytes a second, in pieces, and keeps nothing but the last words it met.
 *
 *     coding_phrase  found[CODING_SCAN_ROOM];
 *     coding_scanned done = coding_scan(desk, text, length, true, found, CODING_SCAN_ROOM);
 *     for (size_t i = 0; i < done.count; i++)
 *         printf("%.*s\n", (int)found[i].span.length, text + found[i].span.offset);
 */
#ifndef CODING_SCAN_H
#define CODING_SCAN_H

#include <coding/entry.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Where a phrase is written in the book. */
typedef enum coding_phrase_kind {
    CODING_PHRASE_SYNONYM = 0,   /**< A lay term, an abbreviation, another name. */
    CODING_PHRASE_TITLE = 1,     /**< The title of a code. */
    CODING_PHRASE_INCLUSION = 2, /**< An inclusion term of the Tabular List. */
    CODING_PHRASE_INDEX = 3      /**< The Alphabetic Index or one of its tables. */
} coding_phrase_kind;

/** A phrase of the book that stands in a text. */
typedef struct coding_phrase {
    coding_span        span;     /**< Its bytes in the text. */
    coding_entry       entry;    /**< The code or header whose words they are; no entry: a synonym that no code has
                                      for itself. */
    coding_phrase_kind kind;     /**< Where the book has it. */
    uint32_t           words;    /**< How many words of the book it has. */
    char               spare[8]; /**< 0. */
} coding_phrase;

/** How far a scan came, and what it found. */
typedef struct coding_scanned {
    coding_status status;  /**< CODING_OK, also where nothing is found. Else nothing was read: CODING_NO_MEMORY,
                                CODING_NOT_IN_BOOK (it has no phrases), CODING_MISUSE (less room than it takes). */
    size_t        count;   /**< Phrases found. */
    size_t        settled; /**< Bytes that are done with; a character's beginning. */
} coding_scanned;

/**
 * Finds the phrases of a text, from its beginning on: at each word the longest one, and on behind it.
 *
 * @param desk    Whose book is asked.
 * @param text    UTF-8; other bytes part words.
 * @param length  Its bytes.
 * @param last    Nothing follows it. Where something does, what may go on in it is left: feed it again, with what
 *                follows.
 * @param found   The caller's room, filled in the order of the text.
 * @param room    How many it has room for, at least CODING_SCAN_ROOM. Where so many are no longer left the scan ends
 *                early; feed it the rest.
 * @return Its `settled` is `length` once all is done, and never 0 where all is well and `length` is more than
 *         CODING_SCAN_REACH. What is found lies in the bytes that are settled.
 */
CODING_API coding_scanned coding_scan(coding_desk *desk, const char *text, size_t length, bool last,
                                      coding_phrase *found, size_t room);

/** Phrases that a clause may have. */
#define CODING_SCAN_ROOM 128

/** Bytes that a piece has at least, so that a scan goes forward whatever stands in it. */
#define CODING_SCAN_REACH 65536

/** `title`, `inclusion`, `index`, `synonym`. Never NULL. */
CODING_API const char *coding_phrase_kind_name(coding_phrase_kind kind);

#ifdef __cplusplus
}
#endif

#endif
