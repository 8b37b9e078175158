/* How well a span of text covers a text of the book. Search answers with whatever comes nearest; who reads a note asks
 * for less and wants to be sure: is there a text of the book that says this, and nothing that was not said? */
#ifndef CODING_TEXT_COVER_H
#define CODING_TEXT_COVER_H

#include "text/finder.h"

typedef struct coding__cover {
    uint32_t    row;      /* the code */
    uint32_t    document; /* the text that led there */
    uint32_t    open;     /* mask of coding_axis: what was chosen by default */
    float       text;     /* share of the words of that text that were met */
    float       query;    /* share of what was asked that is answered, by the text or on the way to the code */
    coding_span span;     /* from the first word asked that was met to the last */
    uint32_t    words;    /* of those asked that were met */
    uint32_t    asked;    /* words that say something */
    bool        abbreviated; /* it was met by what abbreviations stand for, and by nothing else */
    bool        literal; /* some word was met as it was written */
    uint32_t    links;   /* mask of coding_link: what words were met through */
    uint32_t    senses;   /* of the abbreviation with the most of them */
} coding__cover;

/* Two answers to a text: the best among those of which a share of at least `most` was met, and among those of at least
 * `least`, which may be another one. The row of an answer is UINT32_MAX where there is none. */
typedef struct coding__covers {
    coding__cover close, fair;
} coding__covers;

/* `scope` says which rows may be answered. Nothing of the text stays in the finder. False where there is no answer at
 * all, or no memory. */
bool coding__covers_of(coding_desk *desk, const char *text, size_t length, const coding__scope *scope, float most,
                       float least, coding__covers *covers);

/* The same with one share. */
bool coding__cover_of(coding_desk *desk, const char *text, size_t length, const coding__scope *scope, float least,
                      coding__cover *cover);

#endif
