/* Changes to a list of rows. The list is walked as a chain, so that a row goes in behind another without moving the
 * rest; at the end the chain is laid out again. */
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/weave.h"

static const uint32_t NONE = UINT32_MAX;

typedef struct link {
    coding__printed row;
    uint32_t        next;
    bool            gone;
} link;

typedef struct chain {
    coding__model   *model;
    coding__vector   links; /* link; the first is the head and no row */
    coding__code_map places;
} chain;

static link *link_at(const chain *c, uint32_t index) { return (link *)c->links.items + index; }

static uint32_t add_link(chain *c, const coding__printed *row, uint32_t behind)
{
    uint32_t index = (uint32_t)c->links.count;
    link    *added = coding__push(c->model, &c->links, sizeof(link));
    added->row = *row;
    added->next = NONE;
    if (c->model->no_memory) return 0;
    if (index) {
        added->next = link_at(c, behind)->next;
        link_at(c, behind)->next = index;
        coding__map_put(c->model, &c->places, row->code, index);
    }
    return index;
}

static void start(chain *c, coding__model *model, const coding__vector *rows)
{
    *c = (chain){.model = model};
    add_link(c, &(coding__printed){0}, 0);
    for (size_t i = 0; i < rows->count && !model->no_memory; i++) add_link(c, coding__printed_at(rows, i), (uint32_t)i);
}

/* The longest beginning of a code that is in the chain; the head if there is none. */
static uint32_t longest_ancestor(const chain *c, coding_code code)
{
    for (size_t length = coding_code_length(code); length > 1;) {
        length--;
        uint32_t at = coding__map_get(&c->places, coding_code_prefix(code, length));
        if (at != NONE) return at;
    }
    return 0;
}

static bool is_below(coding_code code, coding_code ancestor)
{
    return !ancestor || coding_code_prefix(code, coding_code_length(ancestor)) == ancestor;
}

/* The last link under the ancestor whose code is smaller: it ends the last smaller sibling. */
static uint32_t place_for(const chain *c, coding_code code)
{
    uint32_t    behind = longest_ancestor(c, code);
    coding_code ancestor = link_at(c, behind)->row.code;
    for (uint32_t at = link_at(c, behind)->next; at != NONE; at = link_at(c, at)->next) {
        if (!is_below(link_at(c, at)->row.code, ancestor)) break;
        if (link_at(c, at)->row.code < code) behind = at;
    }
    return behind;
}

static void add(chain *c, const coding__printed *row)
{
    uint32_t at = coding__map_get(&c->places, row->code);
    if (at == NONE) {
        add_link(c, row, place_for(c, row->code));
    } else {
        link_at(c, at)->row = *row;
        link_at(c, at)->gone = false;
    }
}

static void make(chain *c, const coding__change *change, bool undo)
{
    coding__printed row = {change->code, change->title, change->short_title, change->line | CODING__LINE_CHANGED,
                           change->billable};
    uint32_t        at = coding__map_get(&c->places, change->code);
    bool            adds = change->kind == (undo ? CODING__DELETE : CODING__ADD);
    if (change->kind == CODING__REVISE) {
        if (!undo) row.title = change->new_title, row.short_title = change->new_short_title;
        if (at != NONE) row.billable = link_at(c, at)->row.billable;
        if (at != NONE) link_at(c, at)->row = row;
    } else if (adds) {
        add(c, &row);
    } else if (at != NONE) {
        link_at(c, at)->gone = true;
    }
}

static void lay_out(chain *c, coding__vector *rows)
{
    rows->count = 0;
    for (uint32_t at = link_at(c, 0)->next; at != NONE; at = link_at(c, at)->next) {
        if (!link_at(c, at)->gone)
            *(coding__printed *)coding__push(c->model, rows, sizeof(coding__printed)) = link_at(c, at)->row;
    }
}

void coding__change_rows(coding__model *model, coding__vector *rows, const coding__vector *changes, bool undo)
{
    chain c;
    start(&c, model, rows);
    for (size_t i = 0; i < changes->count && !model->no_memory; i++) {
        const coding__change *change = (coding__change *)changes->items + (undo ? changes->count - 1 - i : i);
        make(&c, change, undo);
    }
    if (!model->no_memory) lay_out(&c, rows);
    free(c.links.items);
    coding__map_end(&c.places);
}

static void map_rows(coding__model *model, const coding__vector *rows, coding__code_map *map)
{
    for (size_t i = 0; i < rows->count; i++)
        coding__map_put(model, map, coding__printed_at(rows, i)->code, (uint32_t)i);
}

static void note_change(coding__model *model, coding__vector *changes, coding__change_kind kind,
                        const coding__printed *row)
{
    *(coding__change *)coding__push(model, changes, sizeof(coding__change)) = (coding__change){
        .kind = kind,
        .code = row->code,
        .title = row->title,
        .short_title = row->short_title,
        .new_title = row->title,
        .new_short_title = row->short_title,
        .line = row->line,
        .billable = row->billable,
    };
}

void coding__find_changes(coding__model *model, const coding__vector *before, const coding__vector *after,
                          coding__vector *changes)
{
    coding__code_map were = {0}, are = {0};
    map_rows(model, before, &were);
    map_rows(model, after, &are);
    for (size_t i = 0; i < before->count; i++) {
        const coding__printed *row = coding__printed_at(before, i);
        if (coding__map_get(&are, row->code) == NONE) note_change(model, changes, CODING__DELETE, row);
    }
    for (size_t i = 0; i < after->count; i++) {
        const coding__printed *row = coding__printed_at(after, i);
        uint32_t               at = coding__map_get(&were, row->code);
        const coding__printed *was = at == NONE ? NULL : coding__printed_at(before, at);
        if (!was || was->billable != row->billable) note_change(model, changes, CODING__ADD, row);
        else if (was->title != row->title && row->title) note_change(model, changes, CODING__REVISE, row);
    }
    coding__map_end(&were);
    coding__map_end(&are);
}
