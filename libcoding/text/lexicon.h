/* The words that a text was met with, each looked up in the book once: its rank, and what it is to the words beside it.
 * A desk has one, of a fixed size; a new word takes the place of one that came but once. Its letters are the text's, so
 * that it is wiped when the desk is cleared. */
#ifndef CODING_TEXT_LEXICON_H
#define CODING_TEXT_LEXICON_H

#include "entry/desk.h"
#include "text/endings.h"

enum { CODING__LEXEME_LETTERS = 23, CODING__LEXICON_WORDS = 16384, CODING__LEXICON_SET = 4 };

typedef enum coding__word_role {
    CODING__ROLE_STOP = 1,     /* says nothing by itself */
    CODING__ROLE_DENIAL = 2,   /* "without", "no" */
    CODING__ROLE_NUMBER = 4,   /* a number that a word beside it may bind */
    CODING__ROLE_NUMERAL = 8,  /* a roman one after a word that counts */
    CODING__ROLE_COUNTS = 16,  /* such a word */
    CODING__ROLE_JOINS = 32,   /* "and", "or": numbers behind it belong to the word before it */
    CODING__ROLE_LETTERS = 64  /* begins with a letter */
} coding__word_role;

typedef struct coding__lexeme {
    char     letters[CODING__LEXEME_LETTERS]; /* as the text has them; NUL behind */
    uint8_t  length;                          /* 0: nothing is here */
    uint32_t rank;                            /* CODING__NO_WORD: the book does not have it */
    uint16_t roles;                           /* mask of coding__word_role */
    uint16_t binding;                         /* of text/numbers.h, plus 1; 0: it binds no number */
} coding__lexeme;

typedef struct coding__lexicon {
    const coding_book   *book;
    coding__ending_marks marks; /* of its rules */
    uint64_t             tags[CODING__LEXICON_WORDS / CODING__LEXICON_SET]; /* of a set's words, 16 bits each; 0: none */
    coding__lexeme       words[CODING__LEXICON_WORDS];
    uint16_t             used[CODING__LEXICON_WORDS]; /* places that have a word */
    uint32_t             used_count;
    coding__lexeme       passing; /* one that is too long to be kept */
} coding__lexicon;

/* The lexicon of a desk; NULL where there is no memory. */
coding__lexicon *coding__lexicon_of(coding_desk *desk);

/* What a word is: bytes of one token of text/words.h. It stands until the next one is asked for. So many bytes as a
 * lexeme has letters, and one, can be read at `text`, whatever they are. */
const coding__lexeme *coding__lexicon_find(coding__lexicon *lexicon, const char *text, size_t length);

/* A word that will be asked for soon: what is kept of it is fetched meanwhile. */
void coding__lexicon_fetch(const coding__lexicon *lexicon, const char *text, size_t length);

#endif
