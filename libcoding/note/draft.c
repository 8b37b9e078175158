#include <string.h>

#include "book/spelling.h"
#include "note/propose.h"

bool coding__draft_counts(const coding__draft *draft)
{
    return !draft->gone && !draft->withheld && draft->reason != CODING_REASON_FAMILY
           && draft->reason != CODING_REASON_HISTORY;
}

bool coding__title_has(const coding_book *book, uint32_t row, const char *words)
{
    char title[512];
    coding__spelled(book, coding__u32(book, CODING__ROWS, row, CODING__ROW_TITLE), title, sizeof title);
    return strstr(title, words) != NULL;
}

const coding_mention *coding__draft_mention(const coding__drafts *drafts, const coding__draft *draft)
{
    const coding_mention *mentions = drafts->reader->mentions.items;
    return draft->mentions.count ? mentions + *(const uint32_t *)draft->mentions.items : NULL;
}

void coding__draft_take(coding__drafts *drafts, coding__draft *to, const coding__draft *from)
{
    coding__arena *arena = &drafts->reader->desk->arena;
    for (size_t i = 0; i < from->mentions.count; i++) {
        uint32_t *one = coding__list_add(arena, &to->mentions, sizeof *one);
        if (one) *one = ((const uint32_t *)from->mentions.items)[i];
        else drafts->reader->failed = true;
    }
    if (from->place < to->place) to->place = from->place;
}
