/* What notes are read by, kept by hand:
 *
 *     cue        class    where   scope  because          heading             passage  because
 *     no signs   negated  before  -      NegEx            chief complaint     ...
 *
 * A cue may stand twice: before what it is about and behind it. Its scope is a number of tokens, `item` (to the next
 * comma) or `-` (to the end of the sentence). */
#include <string.h>

#include <coding/annotate.h>

#include "compile/readers.h"
#include "compile/services.h"
#include "note/token.h"

enum { TEXT_MOST = 96 };

/* A minus sign by itself, which is elsewhere a blank, is a text. */
static coding__word canonical_at(coding__tsv *table, const char *name, unsigned *tokens)
{
    char         text[TEXT_MOST];
    coding__cell cell = coding__table_cell(table, name);
    size_t       length = coding__canonical(cell.text, cell.length, text, sizeof text, tokens);
    if (coding__cell_is(cell, "-")) return *tokens = 1, coding__intern(table->model, "-", 1);
    return length ? coding__intern(table->model, text, length) : 0;
}

static int place_in(coding__cell cell, const char *const *names, int count)
{
    int i = 0;
    while (i < count && !coding__cell_is(cell, names[i])) i++;
    return i;
}

static bool read_cue(coding__tsv *table, uint32_t origin)
{
    static const char *const classes[] = {"negated", "uncertain", "historical", "family", "hypothetical", "pseudo",
                                          "terminator", "telling"};
    static const char *const places[] = {"before", "after", "stop", "first"};
    unsigned                 tokens = 0;
    coding__note_cue         cue = {.origin = origin, .line = table->lines.number};
    int                      class = place_in(coding__table_cell(table, "class"), classes, 8);
    int                      where = place_in(coding__table_cell(table, "where"), places, 4);
    coding__cell             reach = coding__table_cell(table, "scope");
    uint8_t                  scope = coding__small_number(reach);
    if (class == 8) return coding__table_fault(table, "class", "no class of cues: left out");
    if (where == 4) return coding__table_fault(table, "where", "neither before, after, stop nor first: left out");
    cue.text = canonical_at(table, "cue", &tokens);
    if (!cue.text || tokens > CODING__CUE_TOKENS_MOST)
        return coding__table_fault(table, "cue", "no words, or more than eight: left out");
    cue.class = (uint8_t)class;
    cue.where = (uint8_t)where;
    cue.scope = coding__cell_is(reach, "item") ? CODING__CUE_ITEM : scope == UINT8_MAX ? 0 : scope;
    cue.tokens = (uint8_t)tokens;
    *(coding__note_cue *)coding__push(table->model, &table->model->notes.cues, sizeof cue) = cue;
    return true;
}

static bool read_heading(coding__tsv *table, uint32_t origin)
{
    unsigned             tokens = 0;
    coding__note_heading heading = {.origin = origin, .line = table->lines.number};
    coding__cell         cell = coding__table_cell(table, "passage");
    int                  passage = CODING_PASSAGE_OTHER;
    while (passage <= CODING_PASSAGE_TEMPLATE && !coding__cell_is(cell, coding_passage_name((coding_passage)passage)))
        passage++;
    if (passage > CODING_PASSAGE_TEMPLATE) return coding__table_fault(table, "passage", "no such passage: left out");
    heading.text = canonical_at(table, "heading", &tokens);
    if (!heading.text) return coding__table_fault(table, "heading", "no words: left out");
    heading.passage = (uint8_t)passage;
    *(coding__note_heading *)coding__push(table->model, &table->model->notes.headings, sizeof heading) = heading;
    return true;
}

static bool recognises_cues(const coding__file *file) { return coding__is_table(file, "cue class where scope"); }
static bool recognises_headings(const coding__file *file) { return coding__is_table(file, "heading passage"); }

static void read_cues(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "cue class where scope because", read_cue);
}

static void read_headings(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "heading passage because", read_heading);
}

const coding__reader coding__note_cues_reader = {
    .kind = "cues of notes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_cues,
    .read = read_cues,
};

const coding__reader coding__note_headings_reader = {
    .kind = "headings of notes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_headings,
    .read = read_headings,
};
