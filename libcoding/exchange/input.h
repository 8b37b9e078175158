/* Text that comes in pieces. What is whole is read where it lies; what a piece breaks off is kept for the next. */
#ifndef CODING_EXCHANGE_INPUT_H
#define CODING_EXCHANGE_INPUT_H

#include "base/arena.h"

typedef struct coding__input {
    coding__arena *lender;   /* of what is kept */
    const char    *piece;    /* the caller's; read after what is kept */
    size_t         left;     /* bytes of it */
    char          *kept;
    size_t         kept_at;  /* bytes of it that were taken */
    size_t         kept_length;
    size_t         kept_room;
    uint64_t       offset;   /* of the next byte in the whole text */
    bool           closed;   /* no more comes */
    bool           failed;   /* no memory to keep a piece: bytes are lost */
} coding__input;

/* Some bytes of it, in one place until the next call. */
typedef struct coding__stretch {
    const char *text;
    size_t      length;
    uint64_t    offset;
} coding__stretch;

typedef enum coding__until { CODING__UNTIL_FOUND, CODING__UNTIL_MORE, CODING__UNTIL_LONG } coding__until;

/* Puts a piece behind what is there. */
void coding__input_feed(coding__input *input, const char *text, size_t length);

/* The next `most` bytes, or as many as are there. Takes nothing. */
coding__stretch coding__input_peek(coding__input *input, size_t most);

/* The bytes before the next `past`: more than `most` are too many. Takes nothing. */
coding__until coding__input_until(coding__input *input, char past, size_t most, coding__stretch *found);

/* Takes bytes that peek or until have shown. */
void coding__input_take(coding__input *input, size_t length);

/* Takes everything up to and with `past`; false where it has not come yet. */
bool coding__input_drop(coding__input *input, char past);

/* Takes all that is there. */
void coding__input_take_all(coding__input *input);

/* Gives the memory back, wiped. */
void coding__input_end(coding__input *input);

#endif
