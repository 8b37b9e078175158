/* Taking terms apart, as callers ask for it. */
#include "text/terms.h"

#include <string.h>

#include "entry/desk.h"

static void settle(const coding_book *book, coding__taken *taken)
{
    if (!taken->letters.cut) {
        coding__take_apart(book, &taken->letters, &taken->splits);
        return;
    }
    taken->splits.count = 1;
    taken->splits.items[0] = (coding__split){.count = 1, .cost = UINT32_MAX};
    taken->splits.items[0].pieces[0] = (coding__piece){.past = taken->letters.length, .record = UINT32_MAX};
}

/* The common form is meant where it is a good deal easier to take apart. */
static bool is_better(const coding__splits *common, const coding__splits *written)
{
    enum { DEAL = 24 }; /* more than an ending costs */
    if (!common->count) return false;
    uint32_t margin = written->items[0].whole ? DEAL : 0;
    return common->items[0].cost + margin < written->items[0].cost;
}

bool coding__term_take(const coding_book *book, const char *word, size_t length, coding__taken *taken)
{
    const coding__table *endings = &book->tables[CODING__ENDINGS];
    coding__taken        common;
    coding__letters     *letters = &taken->letters;
    if (!coding__letters_read(letters, word, length)) return false;
    if (!letters->cut) coding__respell(endings, letters->text, &letters->length, letters->starts);
    settle(book, taken);
    if (letters->cut || !letters->length) return true;
    common.letters = *letters;
    coding__normalise_from(endings, common.letters.text, &common.letters.length, common.letters.starts);
    settle(book, &common);
    if (is_better(&common.splits, &taken->splits)) *taken = common;
    return true;
}

static coding_part part_of(const coding_book *book, const coding__letters *letters, const coding__piece *piece)
{
    uint32_t record = piece->record;
    return (coding_part){
        .span = coding__letters_span(letters, piece->first, piece->past),
        .kind = piece->kind,
        .form = coding__text_of(book, CODING__PARTS, record, CODING__PART_FORM),
        .meaning = coding__text_of(book, CODING__PARTS, record, CODING__PART_MEANING),
        .because = coding__text_of(book, CODING__PARTS, record, CODING__PART_BECAUSE),
        .source = coding__source(book, coding__u32(book, CODING__PARTS, record, CODING__PART_ORIGIN),
                                 coding__u32(book, CODING__PARTS, record, CODING__PART_LINE)),
    };
}

/* Splits of equal cost have equal rank. */
static uint32_t rank_of(const coding__splits *splits, uint32_t index)
{
    uint32_t rank = 0;
    for (uint32_t i = 1; i <= index; i++) rank += splits->items[i].cost > splits->items[i - 1].cost;
    return rank;
}

static bool tell(coding_desk *desk, const coding__taken *taken, uint32_t index, coding_split *told)
{
    const coding__split *split = &taken->splits.items[index];
    coding__phrase       phrase = {.arena = &desk->arena};
    coding_part         *parts = coding__arena_take(&desk->arena, split->count * sizeof *parts);
    for (uint32_t i = 0; parts && i < split->count; i++)
        parts[i] = part_of(desk->book, &taken->letters, &split->pieces[i]);
    coding__term_say(desk->book, &taken->letters, split, &phrase);
    *told = (coding_split){.parts = parts,
                           .part_count = parts ? split->count : 0,
                           .meaning = coding__said(&phrase),
                           .rank = rank_of(&taken->splits, index),
                           .whole = split->whole};
    return parts != NULL;
}

coding_term coding_term_parts(coding_desk *desk, const char *word, size_t length)
{
    coding__taken taken;
    coding_term   term = {.status = CODING_OK};
    size_t        refused = desk->arena.refused;
    if (!coding__count(desk->book, CODING__PARTS)) return (coding_term){.status = CODING_NOT_IN_BOOK};
    if (!coding__term_take(desk->book, word, length, &taken)) return (coding_term){.status = CODING_NOT_UTF8};
    coding_split *splits = coding__arena_take(&desk->arena, CODING__SPLITS * sizeof *splits);
    while (splits && term.count < taken.splits.count && tell(desk, &taken, (uint32_t)term.count, splits + term.count))
        term.count++;
    term.items = splits;
    term.status = coding__status_since(desk, refused, CODING_OK);
    memset(&taken, 0, sizeof taken);
    return term;
}
