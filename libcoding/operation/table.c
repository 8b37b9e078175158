#include "operation/table.h"

#include <string.h>

/* One walk. A healthy book has each node once: `steps` ends that of another. */
typedef struct search {
    const coding_book    *book;
    coding_date           on;
    const coding__choice *wanted;
    coding__choice        seen;
    coding_code           path;
    coding_code           first;
    uint32_t              steps;
    uint32_t              codes;
    bool                  one; /* the first is enough */
} search;

static void mark(search *s)
{
    if (!s->codes++) s->first = s->path;
    for (unsigned axis = 0; axis < CODING__PCS_AXES; axis++)
        s->seen.axes[axis] |= (uint64_t)1 << coding__symbol_at(s->path, axis);
}

static bool is_done(const search *s) { return !s->steps || (s->one && s->codes); }

static void walk(search *s, uint32_t at, unsigned depth)
{
    coding__node node = coding__node_at(s->book, at);
    s->steps--;
    if (depth == CODING__PCS_AXES) {
        if (node.row && coding__row_rule(s->book, node.row - 1, s->on) == CODING_RULE_STANDS) mark(s);
        return;
    }
    for (uint64_t rest = node.mask & s->wanted->axes[depth]; rest && !is_done(s); rest &= rest - 1) {
        unsigned symbol = (unsigned)__builtin_ctzll(rest);
        uint32_t child = coding__child(&node, symbol);
        if (child <= at) continue;
        s->path = coding__code_with(s->path, depth, symbol);
        walk(s, child, depth + 1);
    }
    s->path = coding__code_with(s->path, depth, 0);
}

static search searched(const coding_book *book, coding_date on, const coding__choice *wanted, bool one)
{
    search s = {.book = book, .on = on, .wanted = wanted, .one = one, .steps = coding__count(book, CODING__NODES)};
    s.path = coding__code_start(CODING_ICD10PCS);
    uint32_t root = coding__root(book, CODING_ICD10PCS);
    if (root && s.steps) walk(&s, root, 0);
    return s;
}

uint64_t coding__symbols_spelt(const char *text)
{
    uint64_t mask = 0;
    if (*text != '=') return 0;
    while (*++text) mask |= coding__symbol_bit(*text);
    return mask;
}

coding__choice coding__choice_of_all(void)
{
    coding__choice all;
    memset(&all, 0xFF, sizeof all);
    return all;
}

uint32_t coding__choose(const coding_book *book, coding_date on, const coding__choice *wanted, coding__choice *seen)
{
    search s = searched(book, on, wanted, false);
    if (seen) *seen = s.seen;
    return s.codes;
}

coding_code coding__first_chosen(const coding_book *book, coding_date on, const coding__choice *wanted)
{
    return searched(book, on, wanted, true).first;
}
