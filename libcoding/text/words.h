/* Words: what a text is read as, when a book is made and when it is asked. A word is a run of letters and digits,
 * folded. Hyphens part words, apostrophes do not ("Crohn's" is "crohn"), a point stays between digits ("40.5"), and a
 * stroke stays in charting shorthand ("s/p", "w/o", "n/v"). */
#ifndef CODING_TEXT_WORDS_H
#define CODING_TEXT_WORDS_H

#include <coding/base.h>

/* Room for a word with its NUL; what is longer is cut. */
enum { CODING__WORD_ROOM = 48 };

typedef struct coding__token {
    char     text[CODING__WORD_ROOM];
    uint8_t  length;
    bool     upper;     /* written in capitals only */
    bool     clause;    /* a comma, semicolon, colon or the like stands before it */
    bool     joined;    /* only a hyphen parts it from the word before */
    uint8_t  depth;     /* round and square brackets that are open around it */
    coding_span span;   /* where it stands in the text */
} coding__token;

typedef struct coding__words {
    const char *text;
    size_t      length;
    size_t      at;
    unsigned    depth;
    bool        clause;
    bool        hyphen;
} coding__words;

static inline coding__words coding__words_of(const char *text, size_t length)
{
    return (coding__words){.text = text, .length = length};
}

/* The next word; false where there is none. Bytes that are not UTF-8 part words. */
bool coding__words_next(coding__words *words, coding__token *token);

#endif
