/* A sentence that grows on an arena. Where there is no memory it stays as long as it is. */
#ifndef CODING_BASE_PHRASE_H
#define CODING_BASE_PHRASE_H

#include "base/arena.h"

typedef struct coding__phrase {
    coding__arena *arena;
    char          *text; /* with its NUL; NULL while empty */
    size_t         length;
    size_t         capacity;
} coding__phrase;

void coding__say(coding__phrase *phrase, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text; "" while empty. */
const char *coding__said(const coding__phrase *phrase);

/* 2025-10-01 in `text`, which it answers. */
const char *coding__date_text(coding_date on, char text[16]);

#endif
