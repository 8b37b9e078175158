/* Terms: words taken apart, for whoever asks about a word and for search. */
#ifndef CODING_TEXT_TERMS_H
#define CODING_TEXT_TERMS_H

#include "base/phrase.h"
#include "text/split.h"

/* A word in the way that suits it best: as it is written, in American, or in its common form: a plural as singular. */
typedef struct coding__taken {
    coding__letters letters;
    coding__splits  splits;
} coding__taken;

/* False where the text is not UTF-8. */
bool coding__term_take(const coding_book *book, const char *word, size_t length, coding__taken *taken);

/* A piece's meaning without what follows a comma, semicolon or bracket; of an unknown piece its letters. The text does
 * not end in a NUL. */
const char *coding__piece_meaning(const coding_book *book, const coding__letters *letters, const coding__piece *piece,
                                  size_t *length);

/* Words of meanings that tell no concept from another: "abnormal condition", "pertaining to". */
bool coding__meaning_is_empty(const char *word, size_t length);

/* Does a piece say what the word is about? Roots do, and suffixes whose meaning has another word than those. */
bool coding__piece_tells(const coding_book *book, const coding__letters *letters, const coding__piece *piece);

/* What a split says, from its end. */
void coding__term_say(const coding_book *book, const coding__letters *letters, const coding__split *split,
                      coding__phrase *phrase);

enum { CODING__TERM_WORDS = 12, CODING__TERM_FORMS = 4 };

/* A word of a meaning, and others that mean the same, as ranks of the vocabulary: stone; duct, tube. */
typedef struct coding__term_word {
    uint32_t ranks[CODING__TERM_FORMS];
    uint32_t count;
} coding__term_word;

typedef struct coding__term_words {
    coding__term_word items[CODING__TERM_WORDS];
    uint32_t          count;
} coding__term_words;

/* What the roots and suffixes of a word mean, in words that texts of the book have. False where it cannot be taken
 * apart beyond doubt, or texts have none of those words. */
bool coding__term_find_words(const coding_book *book, const char *word, size_t length, coding__term_words *found);

#endif
