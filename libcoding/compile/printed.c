#include "compile/printed.h"

#include <string.h>

#include "base/text.h"
#include "code/code.h"

static bool is_one_of(char c, const char *characters) { return c && strchr(characters, c); }

/* 02N */
static coding_code table_title(coding__cell text)
{
    if (text.length != 3) return 0;
    for (size_t i = 0; i < text.length; i++)
        if (!is_one_of(text.text[i], "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ")) return 0;
    return coding__code_of(CODING_ICD10PCS, text.text, text.length);
}

/* H54.0X, H540X */
static coding_code stem_with_placeholder(coding__cell text)
{
    char   bare[8];
    size_t length = 0;
    for (size_t i = 0; i < text.length && length < sizeof bare; i++)
        if (i != 3 || text.text[i] != '.') bare[length++] = coding__to_upper(text.text[i]);
    if (length < 4 || length > 6 || bare[length - 1] != 'X') return 0;
    coding_code code = coding_parse(CODING_ICD10CM, bare, 3).code;
    for (size_t i = 3; code && i < length; i++) code = coding_code_append(code, bare[i]);
    return code;
}

coding_code coding__release_code(coding_system system, coding__cell text)
{
    if (coding__holds_number(system)) return 0; /* known by its form alone: the trie has characters, no numbers */
    if (system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST) return coding__code_of(system, text.text, text.length);
    coding_parsed parsed = coding_parse(system, text.text, text.length);
    if (parsed.code && !parsed.modifiers[0]) return parsed.code;
    if (system == CODING_ICD10PCS) return table_title(text);
    return system == CODING_ICD10CM ? stem_with_placeholder(text) : 0;
}

coding_system coding__named_system(const coding__model *model, coding__cell name)
{
    const coding__own_system *own = model->own_systems.items;
    for (size_t i = 0; i < model->own_systems.count; i++)
        if (coding__cell_is(name, coding__word_text(model, own[i].name))) return own[i].number;
    return coding_system_parse(name.text, name.length);
}

void coding__add_edition(coding__model *model, coding_system system, coding__days days, uint32_t origin,
                         coding__vector rows)
{
    coding__edition *edition = coding__push(model, &model->editions, sizeof *edition);
    edition->system = system;
    edition->first = days.first;
    edition->until = days.until;
    edition->origin = origin;
    edition->rows = rows;
    coding__let_go(model, edition, &rows);
}

bool coding__has_edition(const coding__model *model, coding_system system, coding_date first)
{
    const coding__edition *edition = model->editions.items;
    for (size_t i = 0; i < model->editions.count; i++)
        if (edition[i].system == system && edition[i].first == first) return true;
    return false;
}

static uint32_t rank_of(const coding__model *model, const coding__edition *edition)
{
    return ((const coding__origin *)model->origins.items)[edition->origin].rank;
}

static coding__edition *edition_of(const coding__merge *merge)
{
    return (coding__edition *)merge->model->editions.items + merge->edition;
}

coding__merge coding__merge_start(coding__model *model, coding_system system, coding__days days, uint32_t origin)
{
    coding__merge    merge = {.model = model};
    coding__edition *edition = model->editions.items;
    for (; merge.edition < model->editions.count; merge.edition++, edition++)
        if (edition->system == system && edition->first == days.first && rank_of(model, edition) == model->rank) break;
    if (merge.edition == model->editions.count) coding__add_edition(model, system, days, origin, (coding__vector){0});
    if (merge.edition == model->editions.count) return merge; /* no memory */
    const coding__vector *rows = &edition_of(&merge)->rows;
    for (size_t i = 0; i < rows->count; i++)
        coding__map_put(model, &merge.rows, ((const coding__printed *)rows->items)[i].code, (uint32_t)i);
    return merge;
}

coding__printed *coding__merge_row(coding__merge *merge, coding_code code, uint32_t line)
{
    coding__model *model = merge->model;
    if (merge->edition == model->editions.count) return memset(model->nowhere, 0, sizeof model->nowhere);
    coding__vector *rows = &edition_of(merge)->rows;
    uint32_t        row = coding__map_get(&merge->rows, code);
    if (row != UINT32_MAX) return (coding__printed *)rows->items + row;
    coding__printed *printed = coding__push(model, rows, sizeof *printed);
    if (!model->no_memory) coding__map_put(model, &merge->rows, code, (uint32_t)rows->count - 1);
    printed->code = code;
    printed->line = line;
    printed->billable = true;
    return printed;
}

void coding__merge_end(coding__merge *merge) { coding__map_end(&merge->rows); }
