/* One printed order for all editions of a system.
 *
 * The newest edition's order stands. Older ones are walked from new to old: a row that has vanished follows the row
 * that stood before it in its last edition. Then the tree is laid out: a row's parent is its longest beginning that is
 * a row, brothers stand in the order in which they were met, and all that is below a row follows it. So "below" is two
 * comparisons of row numbers, whatever the editions did. */
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/weave.h"

static const uint32_t NONE = UINT32_MAX;

typedef struct node {
    coding_code code;
    uint32_t    next; /* in the order met */
    uint32_t    parent;
    uint32_t    child; /* first and last child, and next brother, in the order met */
    uint32_t    last;
    uint32_t    brother;
} node;

typedef struct order {
    coding__model   *model;
    coding__vector   nodes; /* node; the first is the head */
    coding__code_map places;
} order;

static node *node_at(const order *o, uint32_t index) { return (node *)o->nodes.items + index; }

static uint32_t meet(order *o, coding_code code, uint32_t behind)
{
    uint32_t index = (uint32_t)o->nodes.count;
    *(node *)coding__push(o->model, &o->nodes, sizeof(node)) = (node){code, NONE, 0, NONE, NONE, NONE};
    if (o->model->no_memory || !index) return 0;
    node_at(o, index)->next = node_at(o, behind)->next;
    node_at(o, behind)->next = index;
    coding__map_put(o->model, &o->places, code, index);
    return index;
}

static void walk(order *o, const coding__vector *rows)
{
    uint32_t behind = 0;
    for (size_t i = 0; i < rows->count && !o->model->no_memory; i++) {
        coding_code code = coding__printed_at(rows, i)->code;
        uint32_t    at = coding__map_get(&o->places, code);
        behind = at == NONE ? meet(o, code, behind) : at;
    }
}

static uint32_t parent_of(const order *o, coding_code code)
{
    for (size_t length = coding_code_length(code); length > 1;) {
        uint32_t at = coding__map_get(&o->places, coding_code_prefix(code, --length));
        if (at != NONE) return at;
    }
    return 0;
}

static void hang(order *o, uint32_t index)
{
    node *n = node_at(o, index), *parent = node_at(o, n->parent = parent_of(o, n->code));
    if (parent->child == NONE) parent->child = index;
    else node_at(o, parent->last)->brother = index;
    parent->last = index;
}

static uint32_t after(const order *o, uint32_t at)
{
    if (node_at(o, at)->child != NONE) return node_at(o, at)->child;
    while (at && node_at(o, at)->brother == NONE) at = node_at(o, at)->parent;
    return at ? node_at(o, at)->brother : NONE;
}

/* Rows of the weave, with parents and ends; `numbers` is the row of each node. */
static void lay_out(coding__weave *weave, order *o)
{
    uint32_t *numbers = calloc(o->nodes.count, sizeof *numbers);
    if (!numbers) {
        weave->model->no_memory = true;
        return;
    }
    uint32_t first = (uint32_t)weave->rows.count;
    for (uint32_t at = after(o, 0); at != NONE && !weave->model->no_memory; at = after(o, at)) {
        const node *n = node_at(o, at);
        numbers[at] = (uint32_t)weave->rows.count;
        coding__woven *row = coding__push(weave->model, &weave->rows, sizeof *row);
        *row = (coding__woven){.code = n->code, .parent = n->parent ? numbers[n->parent] + 1 : 0};
    }
    for (uint32_t row = (uint32_t)weave->rows.count; row-- > first && !weave->model->no_memory;) {
        coding__woven *woven = coding__woven_at(weave, row);
        if (woven->past <= row) woven->past = row + 1;
        coding__woven *parent = woven->parent ? coding__woven_at(weave, woven->parent - 1) : NULL;
        if (parent && parent->past < woven->past) parent->past = woven->past;
    }
    free(numbers);
}

static void weave_system(coding__weave *weave, size_t first, size_t past)
{
    order o = {.model = weave->model};
    meet(&o, 0, 0);
    for (size_t i = past; i-- > first;) walk(&o, &coding__final_at(weave, i)->rows);
    if (!weave->model->no_memory) {
        for (uint32_t at = node_at(&o, 0)->next; at != NONE; at = node_at(&o, at)->next) hang(&o, at);
        lay_out(weave, &o);
    }
    free(o.nodes.items);
    coding__map_end(&o.places);
}

void coding__weave_rows(coding__weave *weave)
{
    size_t count = weave->finals.count;
    for (size_t first = 0, past; first < count && !weave->model->no_memory; first = past) {
        for (past = first; past < count; past++) {
            if (coding__final_at(weave, past)->system != coding__final_at(weave, first)->system) break;
        }
        weave_system(weave, first, past);
    }
    for (size_t row = 0; row < weave->rows.count; row++)
        coding__map_put(weave->model, &weave->places, coding__woven_at(weave, row)->code, (uint32_t)row);
}

uint32_t coding__woven_row(const coding__weave *weave, coding_code code)
{
    return coding__map_get(&weave->places, code);
}
