/* What crosses to Go: an answer, or the reason why there is none. Go takes no exceptions from C, so that every method
 * of Book answers a piece of memory: 32 bits of status, lowest byte first, then where all is well the parcel
 * (parcel.h), else two texts, the reason and what it is about. Go copies it and hands it to coding__reply_free. */
#ifndef CODING_BINDINGS_GO_REPLY_H
#define CODING_BINDINGS_GO_REPLY_H

#include "asks.h"
#include "parcel.h"

/* `bytes` are never NULL: where there is no memory, a reply that says so is at hand. */
typedef struct coding__reply {
    uint8_t *bytes;
    size_t   length;
} coding__reply;

coding__reply coding__reply_answer(const coding__ask *ask, const coding__shape *shape, const void *answer);
coding__reply coding__reply_number(uint64_t number);
coding__reply coding__reply_text(const char *text);
coding__reply coding__reply_refusal(const coding_error *error);
void          coding__reply_free(uint8_t *bytes);

/* Opens a book: the number is the room's address. An empty path: $CODING_BOOK, else the installed one. */
coding__reply coding__go_open(const char *text, size_t length);

/* The bare verdict: a rule, or 256 and a status. A built-in system needs no desk: Go frees no room that is asked. */
unsigned coding__go_verdict(coding__room *room, const char *text, size_t length, coding_system system, coding_date on);

/* The same for many: text i is the bytes from offsets[i] to offsets[i + 1]. Answers 0, or 256 and a status. */
unsigned coding__go_verdicts(coding__room *room, const char *text, size_t length, const int64_t *offsets, size_t count,
                             coding_system system, coding_date on, uint8_t *rules);

#endif
