/* What notes are read by, sorted by text, as it is looked up. */
#include <stdlib.h>

#include "compile/by_text.h"

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
    coding__text_line    *lines = coding__by_text(weave, cues, text_of_cue);
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
    coding__text_line    *lines = coding__by_text(weave, headings, text_of_heading);
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
