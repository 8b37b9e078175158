/* What a stroke left: a deficit and a stroke of the past in one sentence have one code (I.C.9.d). "Old stroke with
 * weakness" says of both that they are of the past; a deficit of the past alone is no longer there. */
#include "note/propose.h"

static bool share_sentence(const coding__drafts *drafts, const coding__draft *one, const coding__draft *other)
{
    const coding_mention *mentions = drafts->reader->mentions.items;
    const uint32_t       *a = one->mentions.items, *b = other->mentions.items;
    for (size_t i = 0; i < one->mentions.count; i++)
        for (size_t j = 0; j < other->mentions.count; j++)
            if (mentions[a[i]].sentence == mentions[b[j]].sentence) return true;
    return false;
}

static void leave(coding__drafts *drafts, coding__draft *deficit, coding__draft *stroke, uint32_t link)
{
    uint32_t       row = coding__u32(drafts->reader->desk->book, CODING__NOTE_LINKS, link, CODING__LINK_ROW);
    coding__draft *made = coding__draft_of(drafts, row);
    if (!made || made == deficit) return;
    made->withheld = false;
    made->reason = CODING_REASON_COMBINED;
    made->confidence = deficit->confidence;
    coding__draft_take(drafts, made, deficit);
    coding__draft_take(drafts, made, stroke);
    deficit->gone = stroke->gone = true;
}

static void find_sequela(coding__drafts *drafts, coding__draft *deficit)
{
    const coding_book *book = drafts->reader->desk->book;
    uint32_t           link = coding__link_from(book, 0, CODING__LINK_SEQUELA, deficit->row);
    for (; link != UINT32_MAX; link = coding__link_from(book, link + 1, CODING__LINK_SEQUELA, deficit->row)) {
        for (uint32_t i = 0; i < drafts->count; i++) {
            coding__draft *stroke = &drafts->items[i];
            if (stroke->gone || !coding__link_has(book, link, CODING__LINK_WITH_FIRST, stroke->row)) continue;
            if (!share_sentence(drafts, deficit, stroke)) continue;
            leave(drafts, deficit, stroke, link);
            return;
        }
    }
}

static bool is_gone_by(const coding__drafts *drafts, const coding__draft *draft)
{
    const coding_book *book = drafts->reader->desk->book;
    return draft->reason == CODING_REASON_HISTORY
           && coding__link_from(book, 0, CODING__LINK_SEQUELA, draft->row) != UINT32_MAX;
}

void coding__find_sequelae(coding__drafts *drafts)
{
    for (uint32_t i = 0, count = drafts->count; i < count; i++) {
        coding__draft *deficit = &drafts->items[i];
        if (coding__draft_counts(deficit) || is_gone_by(drafts, deficit)) find_sequela(drafts, deficit);
        if (is_gone_by(drafts, deficit)) deficit->gone = true;
    }
}
