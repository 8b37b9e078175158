/* Snapshots of the Tabular List: which are kept, and the 7th characters that they define. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

static void write_records(coding__weave *weave)
{
    for (size_t i = 0; i < weave->model->snapshots.count; i++) {
        const coding__snapshot *snapshot = coding__snapshot_at(weave, i);
        unsigned char          *at = coding__writer_add(&weave->writer, CODING__SNAPSHOTS);
        coding__store32(at + CODING__SNAPSHOT_SYSTEM, snapshot->system);
        coding__store32(at + CODING__SNAPSHOT_FIRST, snapshot->first);
        coding__store32(at + CODING__SNAPSHOT_ORIGIN, snapshot->origin);
    }
}

static int by_day(const void *a, const void *b)
{
    const coding__snapshot *x = a, *y = b;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return x->origin < y->origin ? 1 : -1; /* of the same day the first path stands last and wins */
}

/* One snapshot a day, the first path's; none that was replaced before the book begins; at most 32, for the masks. */
void coding__settle_snapshots(coding__model *model)
{
    coding__snapshot *snapshots = model->snapshots.items;
    size_t            count = model->snapshots.count, kept = 0;
    if (!count) return;
    qsort(snapshots, count, sizeof *snapshots, by_day);
    for (size_t i = 0; i < count; i++) {
        coding_date next = i + 1 < count ? snapshots[i + 1].first : 0;
        bool        lost = next && (next == snapshots[i].first || next <= model->from);
        if (lost || count - i > 32) {
            free(snapshots[i].notes.items), free(snapshots[i].sevens.items), free(snapshots[i].blocks.items);
        } else {
            snapshots[kept++] = snapshots[i];
        }
    }
    model->snapshots.count = kept;
}

/* A definition of one 7th character; the same one in several snapshots is one record. */
typedef struct seven {
    uint32_t row;
    uint32_t character;
    uint32_t text;
    uint32_t snapshots;
} seven;

static int by_row_and_character(const void *a, const void *b)
{
    const seven *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->character != y->character) return x->character < y->character ? -1 : 1;
    return x->text < y->text ? -1 : x->text > y->text;
}

static void write_sevens(coding__weave *weave)
{
    coding__vector all = {0};
    for (size_t s = 0; s < weave->model->snapshots.count; s++) {
        const coding__vector *sevens = &coding__snapshot_at(weave, s)->sevens;
        for (size_t i = 0; i < sevens->count; i++) {
            const coding__printed_seven *from = (coding__printed_seven *)sevens->items + i;
            uint32_t                     row = coding__woven_row(weave, from->holder);
            if (row == UINT32_MAX) continue;
            *(seven *)coding__push(weave->model, &all, sizeof(seven)) = (seven){row, (unsigned char)from->character,
                                                                                from->text, (uint32_t)1 << s};
        }
    }
    if (all.count && !weave->model->no_memory) qsort(all.items, all.count, sizeof(seven), by_row_and_character);
    seven *items = all.items;
    for (size_t i = 0; i < all.count && !weave->model->no_memory; i++) {
        if (i + 1 < all.count && !by_row_and_character(items + i, items + i + 1)) {
            items[i + 1].snapshots |= items[i].snapshots;
            continue;
        }
        uint32_t       text = coding__writer_text(&weave->writer, items[i].text);
        unsigned char *at = coding__writer_add(&weave->writer, CODING__SEVENS);
        coding__store32(at + CODING__SEVEN_ROW, items[i].row);
        coding__store32(at + CODING__SEVEN_SNAPSHOTS, items[i].snapshots);
        coding__store32(at + CODING__SEVEN_TEXT, text);
        at[CODING__SEVEN_CHARACTER] = (unsigned char)items[i].character;
    }
    free(all.items);
}

void coding__write_snapshots(coding__weave *weave)
{
    write_records(weave);
    write_sevens(weave);
}
