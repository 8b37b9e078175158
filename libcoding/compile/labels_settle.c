/* What the titles agree on. All that is said of one value in one table is settled together: first for the table, then
 * for longer beginnings, where the titles below one agree on something else (in table 3E0 qualifier 0 is "Autologous",
 * after 3E01 "Influenza Vaccine"). What titles of the newest edition say outweighs what older ones said, and pieces that
 * speak of one axis alone outweigh mixed ones. */
#include <stdio.h>
#include <stdlib.h>

#include "code/code.h"
#include "compile/labels.h"

enum { TEXTS = 16, JOINED = 6, FEW = 8 };

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

/* The texts of some titles, each with how many say it. */
typedef struct tally {
    coding__word texts[TEXTS];
    size_t       counts[TEXTS];
    size_t       distinct;
    size_t       total;
} tally;

static tally tally_of(const coding__spoken *said, size_t count)
{
    tally of = {.total = count};
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        while (at < of.distinct && of.texts[at] != said[i].text) at++;
        if (at == TEXTS) continue;
        if (at == of.distinct) of.texts[of.distinct++] = said[i].text;
        of.counts[at]++;
    }
    return of;
}

static size_t most_said(const tally *of)
{
    size_t most = 0;
    for (size_t i = 1; i < of->distinct; i++) {
        if (of->counts[i] > of->counts[most]) most = i;
    }
    return most;
}

/* One character with several meanings ("Sarilumab or REGN-COV2 Monoclonal Antibody"): a later axis decides. Slips in
 * few titles are left out; where the meanings are too many, there is no label. */
static coding__word joined(coding__labels *labels, const tally *of)
{
    char   text[JOINED * CODING__TITLE_BYTES];
    size_t length = 0, count = 0;
    for (size_t i = 0; i < of->distinct; i++) {
        if (of->counts[i] * FEW < of->total) continue;
        if (count++ == JOINED) return 0;
        const char *part = coding__word_text(labels->weave->model, of->texts[i]);
        if (length) length += (size_t)snprintf(text + length, sizeof text - length, " or ");
        length += (size_t)snprintf(text + length, sizeof text - length, "%s", part);
    }
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
    tally  of = tally_of(said, count);
    size_t most = most_said(&of);
    if (of.distinct == 1 || !at_last) return of.texts[most];
    if (said->whole) return joined(labels, &of);
    return of.counts[most] * 2 > of.total ? of.texts[most] : 0;
}

/* Settles a value for a beginning of `length` characters, then for longer ones up to the axis. */
static void settle(coding__labels *labels, const coding__spoken *said, size_t count, unsigned length, coding__word above)
{
    bool         at_last = length == said->axis - 1u;
    coding__word text = agreed(labels, said, count, at_last);
    if (text && text != above) write_label(labels, said, length, text);
    for (size_t first = 0, past; first < count && !at_last; first = past) {
        coding_code prefix = coding_code_prefix(said[first].code, length + 1);
        for (past = first; past < count && coding_code_prefix(said[past].code, length + 1) == prefix;) past++;
        settle(labels, said + first, past - first, length + 1, text ? text : above);
    }
}

/* Keeps what is whole, or of the newest edition, if any is. */
static size_t keep_best(coding__spoken *said, size_t count, bool by_edition)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (by_edition ? said[i].newest : said[i].whole) said[kept++] = said[i];
    }
    return kept ? kept : count;
}

static void settle_value(coding__labels *labels, coding__spoken *said, size_t count)
{
    count = keep_best(said, count, true);
    count = keep_best(said, count, false);
    settle(labels, said, count, table_length(said->axis), 0);
}

void coding__labels_settle(coding__labels *labels)
{
    coding__spoken *said = labels->spoken.items;
    size_t          count = labels->spoken.count;
    if (labels->weave->model->no_memory || !count) return;
    qsort(said, count, sizeof *said, by_value);
    for (size_t first = 0, past; first < count && !labels->weave->model->no_memory; first = past) {
        for (past = first; past < count && said[past].axis == said[first].axis && table_of(said + past) == table_of(said + first)
                           && symbol_of(said + past) == symbol_of(said + first);)
            past++;
        settle_value(labels, said + first, past - first);
    }
}
