/* Sections of rows, their titles through the years, systems, editions, origins. */
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/spelling.h"
#include "compile/weave.h"

void coding__write_origins(coding__weave *weave)
{
    const coding__origin *origins = weave->model->origins.items;
    for (size_t i = 0; i < weave->model->origins.count; i++) {
        unsigned char at[24] = {0};
        uint32_t      texts[4] = {origins[i].release, origins[i].file, origins[i].licence, origins[i].sha256};
        for (int k = 0; k < 4; k++) {
            uint32_t text = coding__writer_text(&weave->writer, texts[k]);
            coding__store32(at + 4 * k, text);
        }
        coding__store32(at + CODING__ORIGIN_DAY, origins[i].day);
        coding__store32(at + CODING__ORIGIN_RANK, origins[i].rank);
        coding__writer_put(&weave->writer, CODING__ORIGINS, at, sizeof at);
    }
}

static const coding__own_system *own_system(const coding__model *model, coding_system number)
{
    const coding__own_system *own = model->own_systems.items;
    for (size_t i = 0; i < model->own_systems.count; i++)
        if (own[i].number == number) return own + i;
    return NULL;
}

static coding__word word_of(coding__model *model, const char *text)
{
    return coding__intern(model, text, strlen(text));
}

static void write_system(coding__weave *weave, size_t first, size_t past, uint32_t row, uint32_t row_past)
{
    const coding__final      *finals = coding__final_at(weave, first);
    const coding__own_system *own = own_system(weave->model, finals->system);
    unsigned char             at[48] = {0};
    coding__word              name = own ? own->name : word_of(weave->model, coding_system_name(finals->system));
    coding__word              title = own ? own->title : word_of(weave->model, coding_system_title(finals->system));
    coding__store32(at + CODING__SYSTEM_NUMBER, finals->system);
    coding__store32(at + CODING__SYSTEM_NAME, coding__writer_text(&weave->writer, name));
    coding__store32(at + CODING__SYSTEM_TITLE, coding__writer_text(&weave->writer, title));
    coding__store32(at + CODING__SYSTEM_PATTERN, own ? coding__writer_text(&weave->writer, own->pattern) : 0);
    coding__store32(at + CODING__SYSTEM_ROW, row);
    coding__store32(at + CODING__SYSTEM_PAST, row_past);
    coding__store32(at + CODING__SYSTEM_EDITION, (uint32_t)first);
    coding__store32(at + CODING__SYSTEM_EDITIONS, (uint32_t)(past - first));
    coding__store32(at + CODING__SYSTEM_UNKNOWN, finals->unknown);
    coding__store32(at + CODING__SYSTEM_NEWEST, coding__final_at(weave, past - 1)->first);
    coding__store32(at + CODING__SYSTEM_DOT, own ? own->dot : 0);
    coding__writer_put(&weave->writer, CODING__SYSTEMS, at, sizeof at);
}

/* Runs of rows whose lines follow one another. */
static void write_lines(coding__weave *weave, const coding__final *final, unsigned char *edition)
{
    uint32_t       first = coding__writer_count(&weave->writer, CODING__LINES), last_row = 0, last_line = 0;
    coding__vector sorted = {0};
    for (size_t i = 0; i < final->rows.count; i++) {
        const coding__printed *printed = coding__printed_at(&final->rows, i);
        uint32_t              *pair = coding__push(weave->model, &sorted, 2 * sizeof(uint32_t));
        pair[0] = coding__woven_row(weave, printed->code);
        pair[1] = printed->line;
    }
    if (sorted.count && !weave->model->no_memory)
        qsort(sorted.items, sorted.count, 2 * sizeof(uint32_t), coding__by_u32);
    for (size_t i = 0; i < sorted.count && !weave->model->no_memory; i++) {
        const uint32_t *pair = (uint32_t *)sorted.items + 2 * i;
        if (!i || pair[1] - last_line != pair[0] - last_row) {
            unsigned char *at = coding__writer_add(&weave->writer, CODING__LINES);
            coding__store32(at, pair[0]);
            coding__store32(at + 4, pair[1]);
        }
        last_row = pair[0], last_line = pair[1];
    }
    free(sorted.items);
    coding__store32(edition + CODING__EDITION_LINE, first);
    coding__store32(edition + CODING__EDITION_LINES, coding__writer_count(&weave->writer, CODING__LINES) - first);
}

static void write_edition(coding__weave *weave, const coding__final *final)
{
    uint32_t      billable = 0;
    unsigned char record[40] = {0};
    for (size_t i = 0; i < final->rows.count; i++) billable += coding__printed_at(&final->rows, i)->billable;
    coding__store32(record + CODING__EDITION_SYSTEM, final->system);
    coding__store32(record + CODING__EDITION_FIRST, final->first);
    coding__store32(record + CODING__EDITION_UNTIL, final->until);
    coding__store32(record + CODING__EDITION_ORIGIN, final->origin);
    coding__store32(record + CODING__EDITION_BASE, final->base);
    coding__store32(record + CODING__EDITION_ROWS, (uint32_t) final->rows.count);
    coding__store32(record + CODING__EDITION_BILLABLE, billable);
    write_lines(weave, final, record);
    coding__writer_put(&weave->writer, CODING__EDITIONS, record, sizeof record);
}

void coding__write_systems(coding__weave *weave)
{
    uint32_t row = 0;
    for (size_t first = 0, past; first < weave->finals.count; first = past) {
        coding_system system = coding__final_at(weave, first)->system;
        uint32_t      row_first = row;
        for (past = first; past < weave->finals.count && coding__final_at(weave, past)->system == system;) past++;
        while (row < weave->rows.count && coding_code_system(coding__woven_at(weave, row)->code) == system) row++;
        write_system(weave, first, past, row_first, row);
    }
    for (size_t i = 0; i < weave->finals.count; i++) write_edition(weave, coding__final_at(weave, i));
}

/* A title and the first day that printed it. */
typedef struct titled {
    uint32_t     row;
    coding_date  first;
    coding__word text;
} titled;

static int by_row_and_day(const void *a, const void *b)
{
    const titled *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* Editions from old to new: a title is noted when it differs from the last one of its row. */
static void collect_titles(coding__weave *weave, coding__vector *all)
{
    for (size_t i = 0; i < weave->finals.count; i++) {
        const coding__final *final = coding__final_at(weave, i);
        for (size_t k = 0; k < final->rows.count && !weave->model->no_memory; k++) {
            const coding__printed *printed = coding__printed_at(&final->rows, k);
            uint32_t               row = coding__woven_row(weave, printed->code);
            coding__woven         *woven = coding__woven_at(weave, row);
            if (printed->short_title) woven->short_title = printed->short_title;
            if (!printed->title || printed->title == woven->title) continue;
            woven->title = printed->title;
            *(titled *)coding__push(weave->model, all, sizeof(titled)) = (titled){row, final->first, printed->title};
        }
    }
}

static bool is_alone(const titled *items, size_t count, size_t i)
{
    return (!i || items[i - 1].row != items[i].row) && (i + 1 == count || items[i + 1].row != items[i].row);
}

/* Only rows that changed their title: of the others the row itself has it. */
static void write_titles(coding__weave *weave, const coding__vector *all, const coding__spelling *spelling)
{
    const titled *items = all->items;
    for (size_t i = 0; i < all->count && !weave->model->no_memory; i++) {
        if (is_alone(items, all->count, i)) continue;
        unsigned char *at = coding__writer_add(&weave->writer, CODING__TITLES);
        coding__store32(at + CODING__TITLE_ROW, items[i].row);
        coding__store32(at + CODING__TITLE_FIRST, items[i].first);
        coding__store32(at + CODING__TITLE_TEXT, coding__spelling_offset(spelling, items[i].text));
    }
}

static void count_titles(coding__weave *weave, const coding__vector *all, coding__spelling *spelling)
{
    for (size_t i = 0; i < all->count && !weave->model->no_memory; i++)
        coding__spelling_count(spelling, ((titled *)all->items)[i].text);
    for (size_t i = 0; i < weave->rows.count && !weave->model->no_memory; i++)
        coding__spelling_count(spelling, coding__woven_at(weave, i)->short_title);
}

static void write_row(coding__weave *weave, const coding__woven *row, const coding__spelling *spelling)
{
    unsigned char *at = coding__writer_add(&weave->writer, CODING__ROWS);
    coding__store32(at + CODING__ROW_PAST, row->past);
    coding__store32(at + CODING__ROW_PARENT, row->parent);
    coding__store32(at + CODING__ROW_TITLE, coding__spelling_offset(spelling, row->title));
    coding__store32(at + CODING__ROW_SHORT, coding__spelling_offset(spelling, row->short_title));
    at = coding__writer_add(&weave->writer, CODING__CODES);
    coding__store64(at + CODING__CODE_CODE, row->code);
    coding__store32(at + CODING__CODE_HISTORY, row->history);
}

void coding__write_rows(coding__weave *weave)
{
    coding__vector   all = {0}; /* titled */
    coding__spelling spelling = {.writer = &weave->writer};
    collect_titles(weave, &all);
    if (all.count && !weave->model->no_memory) qsort(all.items, all.count, sizeof(titled), by_row_and_day);
    count_titles(weave, &all, &spelling);
    if (!weave->model->no_memory) coding__spelling_write(&spelling);
    write_titles(weave, &all, &spelling);
    for (size_t i = 0; i < weave->rows.count && !weave->model->no_memory; i++)
        write_row(weave, coding__woven_at(weave, i), &spelling);
    coding__spelling_end(&spelling);
    free(all.items);
}
