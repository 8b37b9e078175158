/* What a desk knows before it hears a query: the numbers of its book, which words a rule of endings may change, and what
 * misspelt words were taken for. A note says the same word again and again, and a misspelt one is dear to hear. */
#ifndef CODING_TEXT_LISTENER_H
#define CODING_TEXT_LISTENER_H

#include "text/endings.h"
#include "text/parameters.h"
#include "text/spell.h"

enum { CODING__LISTENER_WORDS = 128, CODING__LISTENER_LETTERS = 31 };

typedef struct coding__respelt {
    char                letters[CODING__LISTENER_LETTERS];
    uint8_t             length; /* 0: nothing is here */
    bool                first_stood;
    coding__corrections found;
} coding__respelt;

typedef struct coding__listener {
    const coding_book   *book;
    coding__parameters   parameters;
    coding__ending_marks marks;
    bool                 first_stands; /* the first letter of each word: who writes a note seldom gets it wrong */
    coding__respelt      respelt[CODING__LISTENER_WORDS];
} coding__listener;

void coding__listener_start(coding__listener *listener, const coding_book *book);

/* coding__spell, as the listener has it, of a word that may have been asked before. */
void coding__listener_correct(coding__listener *listener, const char *text, size_t length, coding__corrections *found);

/* Wipes the words: they are somebody's. */
void coding__listener_forget(coding__listener *listener);

#endif
