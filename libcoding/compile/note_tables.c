/* What notes are read by, sorted by text, as it is looked up. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

typedef struct line {
    const char *text;
    size_t      index;
} line;

static int by_text(const void *a, const void *b)
{
    const line *x = a, *y = b;
    int         order = strcmp(x->text, y->text);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* Indexes of a vector's items in the order of their texts; free() them. `text_at` answers the word of one. */
static line *sorted(coding__weave *weave, const coding__vector *vector, coding__word (*text_at)(const void *items,
                                                                                                 size_t index))
{
    line *lines = malloc((vector->count + 1) * sizeof *lines);
    if (!lines) weave->model->no_memory = true;
    for (size_t i = 0; lines && i < vector->count; i++)
        lines[i] = (line){coding__word_text(weave->model, text_at(vector->items, i)), i};
    if (lines && vector->count) qsort(lines, vector->count, sizeof *lines, by_text);
    return lines;
}

static coding__word text_of_cue(const void *items, size_t index)
{
    return ((const coding__note_cue *)items)[index].text;
}

static coding__word text_of_heading(const void *items, size_t index)
{
    return ((const coding__note_heading *)items)[index].text;
}

static void write_cues(coding__weave *weave)
{
    const coding__vector *cues = &weave->model->notes.cues;
    line                 *lines = sorted(weave, cues, text_of_cue);
    for (size_t i = 0; lines && i < cues->count; i++) {
        const coding__note_cue *cue = (const coding__note_cue *)cues->items + lines[i].index;
        uint32_t                text = coding__writer_text(&weave->writer, cue->text);
        unsigned char          *at = coding__writer_add(&weave->writer, CODING__CUES);
        coding__store32(at + CODING__CUE_TEXT, text);
        at[CODING__CUE_CLASS] = cue->class;
        at[CODING__CUE_WHERE] = cue->where;
        at[CODING__CUE_SCOPE] = cue->scope;
        at[CODING__CUE_TOKENS] = cue->tokens;
        coding__store32(at + CODING__CUE_ORIGIN, cue->origin);
        coding__store32(at + CODING__CUE_LINE, cue->line);
    }
    free(lines);
}

static void write_headings(coding__weave *weave)
{
    const coding__vector *headings = &weave->model->notes.headings;
    line                 *lines = sorted(weave, headings, text_of_heading);
    for (size_t i = 0; lines && i < headings->count; i++) {
        const coding__note_heading *heading = (const coding__note_heading *)headings->items + lines[i].index;
        uint32_t                    text = coding__writer_text(&weave->writer, heading->text);
        unsigned char              *at = coding__writer_add(&weave->writer, CODING__HEADINGS);
        coding__store32(at + CODING__HEADING_TEXT, text);
        at[CODING__HEADING_PASSAGE] = heading->passage;
        coding__store32(at + CODING__HEADING_ORIGIN, heading->origin);
        coding__store32(at + CODING__HEADING_LINE, heading->line);
    }
    free(lines);
}

void coding__write_note_tables(coding__weave *weave)
{
    write_cues(weave);
    write_headings(weave);
    coding__write_note_links(weave);
}
