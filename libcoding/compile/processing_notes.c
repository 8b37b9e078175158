#include "compile/processing_notes.h"

#include <stdlib.h>

static int order(uint64_t x, uint64_t y) { return x < y ? -1 : x > y; }

/* By number; texts before codes, the texts by day. */
static int compare(const void *a, const void *b)
{
    const coding__numbered_note *x = a, *y = b;
    int                          result = order(x->number, y->number);
    if (!result) result = order(x->code, y->code);
    if (!result) result = order(x->day, y->day);
    return result ? result : order(x->line, y->line);
}

/* The last of the texts of a number whose day is not after the code's. */
static const coding__numbered_note *text_for(const coding__numbered_note *texts, size_t count, coding_date day)
{
    const coding__numbered_note *found = NULL;
    for (size_t i = 0; i < count && texts[i].day <= day; i++) found = &texts[i];
    return found;
}

static void add_note(coding__model *model, coding_code code, const coding__numbered_note *text)
{
    coding__code_note *last = model->code_notes.items;
    size_t             count = model->code_notes.count;
    if (count && last[count - 1].code == code && last[count - 1].text == text->text) return;
    coding__code_note *note = coding__push(model, &model->code_notes, sizeof *note);
    *note = (coding__code_note){.code = code, .text = text->text, .origin = text->origin, .line = text->line};
}

void coding__join_processing_notes(coding__model *model)
{
    coding__numbered_note *notes = model->numbered_notes.items;
    size_t                 count = model->numbered_notes.count, texts = 0, past = 0;
    if (count) qsort(notes, count, sizeof *notes, compare);
    for (size_t i = 0; i < count; i++) {
        if (!i || notes[i].number != notes[i - 1].number) texts = past = i;
        if (!notes[i].code) past = i + 1;
        const coding__numbered_note *text = notes[i].code ? text_for(notes + texts, past - texts, notes[i].day) : NULL;
        if (text) add_note(model, notes[i].code, text);
    }
}
