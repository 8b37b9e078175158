/* A desk from the inside. */
#ifndef CODING_ENTRY_DESK_H
#define CODING_ENTRY_DESK_H

#include <coding/desk.h>

#include "base/arena.h"
#include "book/book.h"

/* What a part of the library keeps on a desk from one answer to the next, made when it is first wanted. */
typedef enum coding__keeper {
    CODING__KEEPS_PATTERNS, /* text/pattern.c: compiled patterns of users' own systems */
    CODING__KEEPS_FINDER,   /* text/search.c: working memory of a search */
    CODING__KEEPS_LEXICON,  /* text/lexicon.c: words that were met */
    CODING__KEEPS_RECALL,   /* note/recall.c: what was asked of a note */
    CODING__KEEPERS
} coding__keeper;

typedef struct coding__kept {
    void *memory;                      /* NULL: nothing yet */
    void (*wipe)(coding_desk *desk);   /* when the desk is cleared; NULL: there is nothing of anybody's in it */
    void (*end)(coding_desk *desk);
} coding__kept;

struct coding_desk {
    coding_book  *book;
    coding__arena arena;
    coding__kept  kept[CODING__KEEPERS];
};

/* The status of an answer that began when the arena had refused so often: where it has refused since, whatever was made
 * may lack something. */
static inline coding_status coding__status_since(const coding_desk *desk, size_t refused, coding_status status)
{
    return desk->arena.refused == refused ? status : CODING_NO_MEMORY;
}

#endif
