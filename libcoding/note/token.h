/* Tokens of a note: words, numbers and marks, as bytes of the text. A hyphen inside a word counts as a blank and an
 * apostrophe as a letter, so that "follow-up" is two words and "can't" is one. Shared with the compiler, so that tables
 * of cues and notes are cut alike. */
#ifndef CODING_NOTE_TOKEN_H
#define CODING_NOTE_TOKEN_H

#include <coding/base.h>

typedef enum coding__note_token_kind {
    CODING__NOTE_WORD,
    CODING__NOTE_NUMBER, /* begins with a digit: 120/80, 3b, 2.5 */
    CODING__NOTE_MARK    /* any other character by itself */
} coding__note_token_kind;

typedef struct coding__note_token {
    uint32_t offset; /* from the beginning of what was handed in */
    uint16_t length;
    uint8_t  kind;
    char     first; /* its first byte */
} coding__note_token;

/* The token that begins at or after `at`; false where there is none. It never ends inside a character. */
bool coding__note_token_at(const char *text, size_t length, size_t at, coding__note_token *token);

/* The tokens of a text in lower case (ASCII), parted by one blank, with a NUL; answers the length, or 0 where `room`
 * does not hold it. `count` has how many tokens there are. */
size_t coding__canonical(const char *text, size_t length, char *out, size_t room, unsigned *count);

#endif
