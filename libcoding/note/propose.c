#include "note/propose.h"

#include <stdlib.h>
#include <string.h>

#include "entry/trie.h"

coding__draft *coding__draft_of(coding__drafts *drafts, uint32_t row)
{
    uint32_t at = 0;
    while (at < drafts->count && (drafts->items[at].row != row || drafts->items[at].gone)) at++;
    if (at < drafts->count) return &drafts->items[at];
    if (at == CODING__DRAFTS_MOST) return NULL;
    drafts->items[at] = (coding__draft){.row = row, .place = UINT32_MAX, .withheld = true};
    drafts->count++;
    return &drafts->items[at];
}

/* Assessment first, then what was found, complained of, and had before; what caused an injury last. */
static uint32_t place_of(const coding__note_reader *reader, const coding_mention *mention, uint32_t index, uint32_t row)
{
    static const uint8_t ranks[] = {
        [CODING_PASSAGE_ASSESSMENT] = 0, [CODING_PASSAGE_OPERATION] = 0,  [CODING_PASSAGE_COURSE] = 1,
        [CODING_PASSAGE_OTHER] = 1,      [CODING_PASSAGE_INDICATION] = 2, [CODING_PASSAGE_RESULT] = 2,
        [CODING_PASSAGE_COMPLAINT] = 3,  [CODING_PASSAGE_PRESENT] = 3,    [CODING_PASSAGE_PAST] = 4,
        [CODING_PASSAGE_SURGICAL] = 5,   [CODING_PASSAGE_SOCIAL] = 5,     [CODING_PASSAGE_FAMILY] = 6,
        [CODING_PASSAGE_MEDICATION] = 6, [CODING_PASSAGE_TEMPLATE] = 7,
    };
    char     letter = coding_code_character(coding__row_code(reader->desk->book, row), 0);
    uint32_t rank = letter >= 'V' && letter <= 'Y' ? 7 : ranks[mention->passage];
    return rank << 28 | (index < 0xFFFFFFFu ? index : 0xFFFFFFFu);
}

static bool has_side(coding_desk *desk, coding_entry parent)
{
    coding_entries children = coding_entry_children(desk, parent, 0);
    for (size_t i = 0; i < children.count; i++) {
        const char *title = coding_entry_title(desk, children.items[i], 0);
        if (strstr(title, "right ") || strstr(title, "left ")) return true;
    }
    return false;
}

/* An axis that is open is no side where no code beside it has one. */
static uint32_t lacks_of(coding_desk *desk, uint32_t row, uint32_t open)
{
    coding_entry entry = coding_book_entry(desk->book, row);
    if (!(open & CODING_AXIS_SIDE)) return open;
    for (int depth = 0; depth < 3 && entry.book; depth++) {
        entry = coding_entry_parent(entry);
        if (entry.book && has_side(desk, entry)) return open;
    }
    return (open & ~(uint32_t)CODING_AXIS_SIDE) | CODING_AXIS_OTHER;
}

static void note_mention(coding__drafts *drafts, uint32_t index, const coding__decision *decision)
{
    coding__note_reader          *reader = drafts->reader;
    const coding_mention         *mention = (const coding_mention *)reader->mentions.items + index;
    const coding__mention_detail *detail = (const coding__mention_detail *)reader->details.items + index;
    coding__draft                *draft = coding__draft_of(drafts, decision->row);
    if (!draft) return;
    uint32_t  place = place_of(reader, mention, index, decision->row);
    uint32_t *one = coding__list_add(&reader->desk->arena, &draft->mentions, sizeof *one);
    bool      better = draft->confidence <= 0 || (draft->withheld && !decision->withheld);
    if (one) *one = index;
    else reader->failed = true;
    if (place < draft->place) draft->place = place;
    if (decision->factor * mention->confidence > draft->confidence)
        draft->confidence = decision->factor * mention->confidence;
    if (!better) return;
    bool own = decision->row == mention->entry.row;
    draft->withheld = decision->withheld;
    draft->reason = decision->reason;
    draft->lacks = own ? lacks_of(reader->desk, decision->row, detail->open) : 0;
}

static void gather(coding__drafts *drafts)
{
    coding__decision decision;
    for (uint32_t i = 0; i < drafts->reader->mentions.count; i++)
        if (coding__decide_mention(drafts->reader, drafts->setting, i, &decision)) note_mention(drafts, i, &decision);
}

static int by_place(const void *a, const void *b)
{
    const coding__draft *x = a, *y = b;
    if (x->withheld != y->withheld) return x->withheld ? 1 : -1;
    if (x->leads != y->leads) return x->leads ? -1 : 1;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    if (x->last != y->last) return x->last ? 1 : -1;
    if (x->reason != y->reason && (x->reason == CODING_REASON_COMBINED || y->reason == CODING_REASON_COMBINED))
        return x->reason == CODING_REASON_COMBINED ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static bool add_proposal(coding__note_reader *reader, const coding__draft *draft, coding__list *list)
{
    uint32_t         lacks = coding__lacking(reader, draft);
    coding_proposal *made = coding__list_add(&reader->desk->arena, list, sizeof *made);
    if (!made) return false;
    *made = (coding_proposal){.entry = coding_book_entry(reader->desk->book, draft->row),
                              .reason = draft->reason,
                              .withheld = draft->withheld,
                              .lacks = lacks,
                              .confidence = draft->confidence,
                              .mentions = draft->mentions.items,
                              .mention_count = draft->mentions.count,
                              .query = coding__query_of(reader->desk, draft, lacks)};
    return true;
}

void coding__propose(coding__note_reader *reader, coding_setting setting, coding_annotation *made)
{
    coding__drafts drafts = {.reader = reader, .setting = setting};
    coding__list   list = {.items = NULL};
    gather(&drafts);
    coding__bring_together(&drafts);
    for (uint32_t i = 0; i < drafts.count; i++)
        drafts.items[i].leads = coding__letter_of(reader->desk->book, drafts.items[i].row) == 'O';
    qsort(drafts.items, drafts.count, sizeof *drafts.items, by_place);
    for (uint32_t i = 0; i < drafts.count; i++)
        if (!drafts.items[i].gone && !add_proposal(reader, &drafts.items[i], &list)) reader->failed = true;
    made->codes = list.items;
    made->code_count = list.count;
    memset(&drafts, 0, sizeof drafts);
}
