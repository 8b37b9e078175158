/* Words of notes by text, and what mentions lead to by kind and first row, codes as rows of the book. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

typedef struct word_line {
    const char              *text;
    const coding__note_word *word;
} word_line;

static int by_text(const void *a, const void *b)
{
    return strcmp(((const word_line *)a)->text, ((const word_line *)b)->text);
}

static void write_word(coding__weave *weave, const coding__note_word *word)
{
    uint32_t       text = coding__writer_text(&weave->writer, word->text);
    unsigned char *at = coding__writer_add(&weave->writer, CODING__NOTE_WORDS);
    coding__store32(at + CODING__NOTE_WORD_TEXT, text);
    coding__store32(at + CODING__NOTE_WORD_ROW, word->code ? coding__woven_row(weave, word->code) : UINT32_MAX);
    at[CODING__NOTE_WORD_USE] = word->use;
    coding__store32(at + CODING__NOTE_WORD_ORIGIN, word->origin);
    coding__store32(at + CODING__NOTE_WORD_LINE, word->line);
}

static void write_words(coding__weave *weave)
{
    const coding__vector *words = &weave->model->notes.words;
    word_line            *lines = malloc((words->count + 1) * sizeof *lines);
    if (!lines) weave->model->no_memory = true;
    for (size_t i = 0; lines && i < words->count; i++) {
        const coding__note_word *word = (const coding__note_word *)words->items + i;
        lines[i] = (word_line){coding__word_text(weave->model, word->text), word};
    }
    if (lines && words->count) qsort(lines, words->count, sizeof *lines, by_text);
    for (size_t i = 0; lines && i < words->count; i++) write_word(weave, lines[i].word);
    free(lines);
}

static int by_kind(const void *a, const void *b)
{
    const coding__note_link *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static uint32_t row_of(const coding__weave *weave, coding_code code)
{
    return code ? coding__woven_row(weave, code) : UINT32_MAX;
}

/* A link that begins or ends with a code that no edition in the book has says nothing there. */
static void write_link(coding__weave *weave, const coding__note_link *link)
{
    uint32_t first = row_of(weave, link->of.first), last = row_of(weave, link->of.last);
    uint32_t with_first = row_of(weave, link->with.first), with_last = row_of(weave, link->with.last);
    uint32_t row = row_of(weave, link->code);
    bool     known = first != UINT32_MAX && last != UINT32_MAX && (row != UINT32_MAX) == (link->code != 0);
    bool     paired = (with_first != UINT32_MAX && with_last != UINT32_MAX) || !link->with.first;
    if (!known || !paired) return;
    unsigned char *at = coding__writer_add(&weave->writer, CODING__NOTE_LINKS);
    coding__store32(at + CODING__LINK_FIRST, first);
    coding__store32(at + CODING__LINK_LAST, last);
    coding__store32(at + CODING__LINK_WITH_FIRST, with_first);
    coding__store32(at + CODING__LINK_WITH_LAST, with_last);
    coding__store32(at + CODING__LINK_ROW, row);
    at[CODING__LINK_KIND] = link->kind;
    coding__store32(at + CODING__LINK_ORIGIN, link->origin);
    coding__store32(at + CODING__LINK_LINE, link->line);
}

void coding__write_note_links(coding__weave *weave)
{
    coding__vector *links = &weave->model->notes.links;
    write_words(weave);
    if (links->count) qsort(links->items, links->count, sizeof(coding__note_link), by_kind);
    for (size_t i = 0; i < links->count; i++) write_link(weave, (const coding__note_link *)links->items + i);
}
