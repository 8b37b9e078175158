/* Scanning by another hand: the definition of a phrase in a text, written down with no thought of speed. Phrases are a
 * sorted list of strings, and at each word one length after the other is looked up, from the longest down. */
#ifndef TESTS_SCAN_NAIVE_H
#define TESTS_SCAN_NAIVE_H

#include <coding.h>

typedef struct naive naive;

/* The phrases of a book, by a plain walk of its trie. NULL where it has none. free it with naive_free. */
naive *naive_of(const coding_book *book);
void   naive_free(naive *all);

size_t naive_count(const naive *all);

/* The phrases of the clause that begins at `*at`, which moves behind it. `found` has room for CODING_SCAN_ROOM. */
size_t naive_clause(const naive *all, const char *text, size_t length, size_t *at, coding_phrase *found);

/* The words of a text as a phrase has them, parted by blanks, in `words`: those that say something, in their common
 * form, DENIAL for "without". False where they are more than one clause. */
bool naive_words(const naive *all, const char *text, size_t length, char *words, size_t room);

/* Do two answers say the same? */
bool naive_same(const coding_phrase *one, const coding_phrase *other);

#endif
