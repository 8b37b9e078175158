/* The shape of codes that are a row of characters: which kind may stand where, and where the dot goes. */
#ifndef CODING_CODE_SHAPE_H
#define CODING_CODE_SHAPE_H

#include "code/format.h"

/* Kinds of characters, as bits. */
enum {
    CODING__DIGIT = 0x40,
    CODING__LETTER = 0x80,
    CODING__EITHER = CODING__DIGIT | CODING__LETTER,
    CODING__CLEAR = 0x100 /* digits, and letters that are not taken for digits: all but I and O */
};

typedef struct coding__shape {
    unsigned char least; /* characters, at least */
    unsigned char most;  /* and at most */
    unsigned char dot;   /* characters before the dot; 0: no dot */
    uint16_t      kinds[CODING__SYMBOLS];
    const char   *elsewhere; /* further characters that the system has, in other shapes */
} coding__shape;

/* The code, if the text is of that shape; else 0. `changed` tells of lower case and of a dot missing or too many. */
coding_code coding__shape_read(const coding__shape *shape, coding_system system, const char *text, size_t length,
                               bool *changed);

/* Notes the first thing from the left that is against the shape; true where nothing is. */
bool coding__shape_damage(const coding__shape *shape, const char *text, size_t length, coding_parsed *parsed);

/* Both: a code or a damage. */
bool coding__shape_parse(const coding__shape *shape, coding_system system, const char *text, size_t length,
                         coding_parsed *parsed);

#endif
