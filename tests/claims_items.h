/* What a reader of claims finds in a text, as words: one line an item, and below a claim what it has. */
#ifndef CODING_TESTS_CLAIMS_ITEMS_H
#define CODING_TESTS_CLAIMS_ITEMS_H

#include <coding.h>

/* A text that grows; free(text). */
typedef struct claims_words {
    char  *text;
    size_t length;
    size_t room;
} claims_words;

/* How a text is handed to the reader: the first `first` bytes (0: none apart), then pieces of `piece` bytes. The desk
 * is cleared after each item. */
typedef struct claims_pieces {
    size_t first;
    size_t piece;
} claims_pieces;

/* All items of a text. A reader that cannot be made is an item "no reader". */
claims_words claims_items(coding_desk *desk, const char *text, size_t length, claims_pieces pieces);

/* One item behind the others. */
void claims_words_add(claims_words *words, const coding_claims_item *item);

/* Is each claim without trouble one of those expected, whole? A claim may be missing, but not a part of it. */
bool claims_words_are_whole(const char *words, const char *expected);

/* A claim as it stands on its desk, behind the others. */
void claims_words_add_claim(claims_words *words, const coding_claim *claim);

#endif
