/* One condition in several passages: the assessment says it last. What a result, a complaint or a list says of the same
 * category is then the same condition, seen earlier; what was thought before an operation is superseded by what was
 * found in it. */
#include "note/propose.h"

static coding_code category_of(const coding__drafts *drafts, const coding__draft *draft)
{
    return coding__category_of(drafts->reader->desk->book, draft->row);
}

/* Factors and causes from outside are several of one category. */
static bool is_condition(const coding__drafts *drafts, const coding__draft *draft)
{
    char letter = coding__letter_of(drafts->reader->desk->book, draft->row);
    return coding__draft_counts(draft) && letter < 'V';
}

static void give_way(coding__drafts *drafts, coding__draft *earlier)
{
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *last = &drafts->items[i];
        if (last == earlier || !is_condition(drafts, last) || coding__draft_rank(last)) continue;
        if (category_of(drafts, last) != category_of(drafts, earlier)) continue;
        coding__draft_take(drafts, last, earlier);
        earlier->gone = true;
        return;
    }
}

static bool stands_in(const coding__drafts *drafts, const coding__draft *draft, coding_passage passage)
{
    const coding_mention *mentions = drafts->reader->mentions.items;
    const uint32_t       *own = draft->mentions.items;
    for (size_t i = 0; i < draft->mentions.count; i++)
        if (mentions[own[i]].passage != passage) return false;
    return draft->mentions.count > 0;
}

static bool was_operated(const coding__drafts *drafts)
{
    for (uint32_t i = 0; i < drafts->count; i++)
        if (is_condition(drafts, &drafts->items[i]) && stands_in(drafts, &drafts->items[i], CODING_PASSAGE_OPERATION))
            return true;
    return false;
}

/* What one has is no history of it: "a migraine like her prior migraines". */
static void drop_history(coding__drafts *drafts, coding__draft *history)
{
    const coding_book    *book = drafts->reader->desk->book;
    const coding_mention *mention = coding__draft_mention(drafts, history);
    coding_code           was = mention ? coding__category_of(book, mention->entry.row) : 0;
    for (uint32_t i = 0; i < drafts->count && was; i++)
        if (is_condition(drafts, &drafts->items[i]) && category_of(drafts, &drafts->items[i]) == was)
            history->gone = true;
}

void coding__supersede(coding__drafts *drafts)
{
    bool operated = was_operated(drafts);
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *draft = &drafts->items[i];
        if (draft->reason == CODING_REASON_HISTORY && !draft->gone) drop_history(drafts, draft);
        if (!is_condition(drafts, draft)) continue;
        if (coding__draft_rank(draft)) give_way(drafts, draft);
        if (draft->gone || !operated || !stands_in(drafts, draft, CODING_PASSAGE_INDICATION)) continue;
        draft->withheld = true;
        draft->reason = CODING_REASON_INTEGRAL;
    }
}
