#include "rule/held.h"

enum { DEPTH_MOST = 12 };

static void put(coding__held *held, uint32_t row)
{
    size_t at = held->count++;
    for (; at && held->rows[at - 1] > row; at--) held->rows[at] = held->rows[at - 1];
    held->rows[at] = row;
}

static uint32_t stretch_of(const coding__held *held, uint32_t row) { return (row - held->rows[0]) >> held->shift; }

static void see_stretches(coding__held *held)
{
    uint32_t stretch = 0;
    while (stretch_of(held, held->rows[held->count - 1]) >= CODING__STRETCHES) held->shift++;
    for (size_t i = 0; i < held->count; i++)
        for (; stretch <= stretch_of(held, held->rows[i]); stretch++) held->begin[stretch] = (uint32_t)i;
}

bool coding__held_make(coding__view *view, coding__held *held)
{
    *held = (coding__held){.book = view->book};
    held->rows = coding__arena_take(&view->desk->arena, (view->diagnosis_count + 1) * sizeof *held->rows);
    if (!held->rows) {
        view->review->status = CODING_NO_MEMORY;
        return false;
    }
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (view->diagnoses[i].row != CODING__NO_ROW) put(held, view->diagnoses[i].row);
    if (held->count) see_stretches(held);
    return true;
}

/* The lowest row from `first` on; CODING__NO_ROW. */
static uint32_t next_from(const coding__held *held, uint32_t first)
{
    if (!held->count || first > held->rows[held->count - 1]) return CODING__NO_ROW;
    if (first <= held->rows[0]) return held->rows[0];
    size_t at = held->begin[stretch_of(held, first)];
    while (held->rows[at] < first) at++;
    return held->rows[at];
}

bool coding__holds_within(const coding__held *held, uint32_t first, uint32_t past)
{
    return next_from(held, first) < past;
}

bool coding__holds_below(const coding__held *held, uint32_t first, uint32_t last)
{
    uint32_t row = next_from(held, first);
    for (unsigned depth = 0; row != CODING__NO_ROW && row > last && depth < DEPTH_MOST; depth++)
        row = coding__u32(held->book, CODING__ROWS, row, CODING__ROW_PARENT) - 1; /* 0: none, and so no row */
    return row != CODING__NO_ROW && first <= row && row <= last;
}
