/* The Alphabetic Index and the tables of neoplasms, drugs and external causes: of each kind the newest, with the
 * manifestation brackets of an older one where the newest lost its brackets. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

static const coding__index *newest(const coding__model *model, coding__index_kind kind)
{
    const coding__index *indexes = model->indexes.items, *best = NULL;
    for (size_t i = 0; i < model->indexes.count; i++) {
        if (indexes[i].kind == kind && (!best || indexes[i].day > best->day)) best = indexes + i;
    }
    return best;
}

static const coding__index_term *term_at(const coding__index *index, size_t term)
{
    return (coding__index_term *)index->terms.items + term;
}

static const coding__index_code *code_at(const coding__index *index, size_t code)
{
    return (coding__index_code *)index->codes.items + code;
}

/* A term by its path: the titles from the main term down, as one number. */
static uint64_t path_of(const coding__index *index, const uint64_t *paths, size_t term)
{
    const coding__index_term *t = term_at(index, term);
    uint64_t                  above = t->parent ? paths[t->parent - 1] : 0x9E3779B97F4A7C15u;
    uint64_t                  path = (above ^ t->title) * 0xD6E8FEB86659FD93u;
    return (path ^ path >> 32) >> 8 | 1; /* fits a code map, whose keys are never 0 */
}

static uint64_t *paths_of(coding__model *model, const coding__index *index)
{
    uint64_t *paths = malloc((index->terms.count + 1) * sizeof *paths);
    if (!paths) model->no_memory = true;
    for (size_t i = 0; paths && i < index->terms.count; i++) paths[i] = path_of(index, paths, i);
    return paths;
}

static bool has_manifestations(const coding__index *index)
{
    for (size_t i = 0; i < index->codes.count; i++)
        if (code_at(index, i)->flags & CODING__INDEX_MANIFESTATION) return true;
    return false;
}

/* Terms of the newest older index that has brackets, by path; none where the index itself has them. */
static const coding__index *older_with_brackets(coding__weave *weave, const coding__index *index, coding__code_map *map)
{
    const coding__index *indexes = weave->model->indexes.items, *best = NULL;
    if (has_manifestations(index)) return NULL;
    for (size_t i = 0; i < weave->model->indexes.count; i++) {
        const coding__index *other = indexes + i;
        if (other->kind != index->kind || other->day >= index->day || !has_manifestations(other)) continue;
        if (!best || other->day > best->day) best = other;
    }
    uint64_t *paths = best ? paths_of(weave->model, best) : NULL;
    for (size_t i = 0; paths && i < best->terms.count; i++) coding__map_put(weave->model, map, paths[i], (uint32_t)i);
    free(paths);
    return best;
}

/* A code that no edition of the book has leads nowhere: it is left out. */
static void write_code(coding__weave *weave, const coding__index_code *code)
{
    uint32_t row = coding__woven_row(weave, code->code);
    if (row == UINT32_MAX) return;
    unsigned char *at = coding__writer_add(&weave->writer, CODING__INDEX_CODES);
    coding__store32(at + CODING__INDEX_CODE_ROW, row + 1);
    at[CODING__INDEX_CODE_COLUMN] = code->column;
    at[CODING__INDEX_CODE_FLAGS] = code->flags;
}

/* The brackets of the older index stand if its term led to the same code, and if both codes are in the book. */
static void write_old_brackets(coding__weave *weave, const coding__index *older, uint32_t term,
                               const coding__index_code *first)
{
    const coding__index_term *t = term_at(older, term);
    if (!first || !t->codes || code_at(older, t->code)->code != first->code) return;
    for (uint32_t i = 0; i < t->codes; i++) {
        const coding__index_code *code = code_at(older, t->code + i);
        if (code->flags & CODING__INDEX_MANIFESTATION) write_code(weave, code);
    }
}

static void write_codes(coding__weave *weave, const coding__index *index, const coding__index_term *term,
                        const coding__index *older, uint32_t older_term, unsigned char *record)
{
    uint32_t first = coding__writer_count(&weave->writer, CODING__INDEX_CODES);
    for (uint32_t i = 0; i < term->codes; i++) write_code(weave, code_at(index, term->code + i));
    if (older_term != UINT32_MAX)
        write_old_brackets(weave, older, older_term, term->codes ? code_at(index, term->code) : NULL);
    coding__store32(record + CODING__INDEX_CODE, first);
    coding__store16(record + CODING__INDEX_CODES_, coding__writer_count(&weave->writer, CODING__INDEX_CODES) - first);
}

static uint32_t write_more(coding__weave *weave, const coding__index_term *term)
{
    unsigned char record[12] = {0};
    if (!term->nemod && !term->see && !term->see_also) return 0;
    coding__store32(record + CODING__INDEX_NEMOD, coding__writer_text(&weave->writer, term->nemod));
    coding__store32(record + CODING__INDEX_SEE, coding__writer_text(&weave->writer, term->see));
    coding__store32(record + CODING__INDEX_SEE_ALSO, coding__writer_text(&weave->writer, term->see_also));
    coding__writer_put(&weave->writer, CODING__INDEX_MORE, record, sizeof record);
    return coding__writer_count(&weave->writer, CODING__INDEX_MORE);
}

static void write_index(coding__weave *weave, const coding__index *index)
{
    coding__code_map     brackets = {0};
    const coding__index *older = older_with_brackets(weave, index, &brackets);
    uint64_t            *paths = paths_of(weave->model, index);
    uint32_t             base = coding__writer_count(&weave->writer, CODING__INDEX);
    for (size_t i = 0; paths && i < index->terms.count && !weave->model->no_memory; i++) {
        const coding__index_term *term = term_at(index, i);
        unsigned char             record[20] = {0};
        coding__store32(record + CODING__INDEX_PARENT, term->parent ? base + term->parent : 0);
        coding__store32(record + CODING__INDEX_TITLE, coding__writer_text(&weave->writer, term->title));
        coding__store32(record + CODING__INDEX_MORE_, write_more(weave, term));
        write_codes(weave, index, term, older, older ? coding__map_get(&brackets, paths[i]) : UINT32_MAX, record);
        record[CODING__INDEX_KIND] = (unsigned char)index->kind;
        record[CODING__INDEX_LEVEL] = (unsigned char)term->level;
        coding__writer_put(&weave->writer, CODING__INDEX, record, sizeof record);
    }
    free(paths);
    coding__map_end(&brackets);
}

void coding__write_index(coding__weave *weave)
{
    for (int kind = CODING__INDEX_ALPHABETIC; kind <= CODING__INDEX_DRUG; kind++) {
        const coding__index *index = newest(weave->model, (coding__index_kind)kind);
        coding__store32(coding__writer_add(&weave->writer, CODING__INDEX_ORIGINS), index ? index->origin : 0);
        if (index) write_index(weave, index);
    }
}
