/* What the titles agree on. All that is said of one value in one table is settled together: first for the table, then
 * for longer beginnings whose titles do not hold what the table calls it (qualifier 0 of table 3E0 is "Autologous",
 * after 3E01 it is "Influenza Vaccine"). What the newest edition says outweighs what older ones said. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/labels.h"

enum { TEXTS = 16, JOINED = 6, FEW = 8 };
static const char between[] = " or ";

static unsigned table_length(unsigned axis) { return axis - 1 < CODING__TABLE_AXES ? axis - 1 : CODING__TABLE_AXES; }

static coding_code table_of(const coding__spoken *said)
{
    return coding_code_prefix(said->code, table_length(said->axis));
}

static unsigned symbol_of(const coding__spoken *said) { return coding__symbol_at(said->code, said->axis - 1u); }

/* By table, axis, character; inside by code. */
static int by_value(const void *a, const void *b)
{
    const coding__spoken *x = a, *y = b;
    coding_code           x_table = table_of(x), y_table = table_of(y);
    if (x_table != y_table) return x_table < y_table ? -1 : 1;
    if (x->axis != y->axis) return x->axis < y->axis ? -1 : 1;
    if (symbol_of(x) != symbol_of(y)) return symbol_of(x) < symbol_of(y) ? -1 : 1;
    if (x->code != y->code) return x->code < y->code ? -1 : 1;
    return x->text < y->text ? -1 : x->text > y->text;
}

/* A text that some title says, and in how many of them it stands. */
typedef struct candidate {
    coding__word text;
    bool         whole;
    size_t       holders;
} candidate;

typedef struct candidates {
    candidate items[TEXTS];
    size_t    count;
    size_t    titles;
} candidates;

static size_t count_holders(const coding__labels *labels, const coding__spoken *said, size_t count, coding__word text)
{
    const coding__model *model = labels->weave->model;
    const char          *label = coding__word_text(model, text);
    size_t               holders = 0;
    for (size_t i = 0; i < count; i++)
        holders += said[i].text == text || strstr(coding__word_text(model, said[i].title), label) != NULL;
    return holders;
}

static candidates candidates_in(const coding__labels *labels, const coding__spoken *said, size_t count)
{
    candidates of = {.titles = count};
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        while (at < of.count && of.items[at].text != said[i].text) at++;
        if (at == TEXTS) continue;
        if (at == of.count) of.items[of.count++].text = said[i].text;
        of.items[at].whole |= said[i].whole;
    }
    for (size_t i = 0; i < of.count; i++)
        of.items[i].holders = of.count == 1 ? count : count_holders(labels, said, count, of.items[i].text);
    return of;
}

/* What most titles hold; of two that are held alike, what pieces of its own say, then the longer one. */
static bool is_better(const coding__labels *labels, const candidate *a, const candidate *b)
{
    const coding__model *model = labels->weave->model;
    if (a->holders != b->holders) return a->holders > b->holders;
    if (a->whole != b->whole) return a->whole;
    return strlen(coding__word_text(model, a->text)) > strlen(coding__word_text(model, b->text));
}

static const candidate *best_of(const coding__labels *labels, const candidates *of)
{
    const candidate *best = of->items;
    for (size_t i = 1; i < of->count; i++) {
        if (is_better(labels, &of->items[i], best)) best = &of->items[i];
    }
    return best;
}

/* One character with several meanings ("Sarilumab or REGN-COV2 Monoclonal Antibody"): New Technology uses characters
 * again, and the group decides. Slips in few titles are left out; where the meanings are too many, there is no label. */
static coding__word joined(coding__labels *labels, const candidates *of)
{
    char   text[JOINED * (CODING__TITLE_BYTES + sizeof between)];
    size_t length = 0, count = 0;
    for (size_t i = 0; i < of->count; i++) {
        if (of->items[i].holders * FEW < of->titles) continue;
        if (!of->items[i].whole || count++ == JOINED) return 0;
        const char *part = coding__word_text(labels->weave->model, of->items[i].text);
        length += (size_t)snprintf(text + length, sizeof text - length, "%s%s", length ? between : "", part);
    }
    return coding__intern(labels->weave->model, text, length);
}

/* The words that all begin with: "Products of Conception, Cardiac" of those that go on with rate, rhythm and sound. */
static coding__word shared(coding__labels *labels, const candidates *of)
{
    char   text[CODING__TITLE_BYTES];
    size_t length = strlen(strcpy(text, coding__word_text(labels->weave->model, of->items[0].text)));
    for (size_t i = 1; i < of->count; i++)
        length = coding__common_words(text, length, coding__word_text(labels->weave->model, of->items[i].text));
    return coding__intern(labels->weave->model, text, length);
}

static void write_label(coding__labels *labels, const coding__spoken *said, unsigned length, coding__word text)
{
    coding__writer *writer = &labels->weave->writer;
    uint32_t        offset = coding__writer_text(writer, text);
    unsigned char  *at = coding__writer_add(writer, CODING__LABELS);
    coding__store64(at + CODING__LABEL_PREFIX, coding_code_prefix(said->code, length));
    at[CODING__LABEL_AXIS] = said->axis;
    at[CODING__LABEL_CHARACTER] = (unsigned char)coding_code_character(said->code, said->axis - 1u);
    coding__store32(at + CODING__LABEL_TEXT, offset);
}

/* The label that the titles below a beginning agree on; 0 where they do not. */
static coding__word agreed(coding__labels *labels, const coding__spoken *said, size_t count, bool at_last)
{
    candidates       of = candidates_in(labels, said, count);
    const candidate *best = best_of(labels, &of);
    if (!at_last || (of.titles - best->holders) * FEW < of.titles) return best->text;
    coding__word both = coding_code_character(said->code, 0) == 'X' ? joined(labels, &of) : 0;
    if (both) return both;
    return best->holders * 2 + best->whole > of.titles ? best->text : shared(labels, &of);
}

/* Settles a value for a beginning of `length` characters, then for longer ones up to the axis. */
static void settle(coding__labels *labels, const coding__spoken *said, size_t count, unsigned length,
                   coding__word above)
{
    if (above && count_holders(labels, said, count, above) == count) return;
    bool         at_last = length == said->axis - 1u;
    coding__word text = agreed(labels, said, count, at_last);
    if (text && text != above) write_label(labels, said, length, text);
    for (size_t first = 0, past; first < count && !at_last; first = past) {
        coding_code prefix = coding_code_prefix(said[first].code, length + 1);
        for (past = first; past < count && coding_code_prefix(said[past].code, length + 1) == prefix;) past++;
        settle(labels, said + first, past - first, length + 1, text ? text : above);
    }
}

/* Keeps what the newest edition says, if it says anything. */
static size_t keep_newest(coding__spoken *said, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (said[i].newest) said[kept++] = said[i];
    }
    return kept ? kept : count;
}

static bool is_same_value(const coding__spoken *a, const coding__spoken *b)
{
    return a->axis == b->axis && symbol_of(a) == symbol_of(b) && table_of(a) == table_of(b);
}

void coding__labels_settle(coding__labels *labels)
{
    coding__spoken *said = labels->spoken.items;
    size_t          count = labels->spoken.count;
    if (labels->weave->model->no_memory || !count) return;
    qsort(said, count, sizeof *said, by_value);
    for (size_t first = 0, past; first < count && !labels->weave->model->no_memory; first = past) {
        for (past = first; past < count && is_same_value(said + past, said + first);) past++;
        size_t kept = keep_newest(said + first, past - first);
        settle(labels, said + first, kept, table_length(said[first].axis), 0);
    }
}
