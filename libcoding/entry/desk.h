/* A desk from the inside. */
#ifndef CODING_ENTRY_DESK_H
#define CODING_ENTRY_DESK_H

#include <coding/desk.h>

#include "base/arena.h"
#include "book/book.h"

struct coding_desk {
    coding_book  *book;
    coding__arena arena;
    void         *patterns; /* compiled patterns of users' own systems: text/pattern.c's, kept across clears */
    void (*patterns_free)(coding_desk *desk); /* NULL until there is one */
    void *search;                             /* working memory of text/search.c, kept across clears */
    void (*search_free)(coding_desk *desk);
    void *lexicon;                            /* words that were met, text/lexicon.c's: wiped at each clear */
    void (*lexicon_wipe)(coding_desk *desk);
    void (*lexicon_free)(coding_desk *desk);
};

/* The status of an answer that began when the arena had refused so often: where it has refused since, whatever was made
 * may lack something. */
static inline coding_status coding__status_since(const coding_desk *desk, size_t refused, coding_status status)
{
    return desk->arena.refused == refused ? status : CODING_NO_MEMORY;
}

#endif
