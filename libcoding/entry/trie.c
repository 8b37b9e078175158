#include "entry/trie.h"

coding__walk coding__walk_to(const coding_book *book, coding_code code)
{
    coding__walk walk = {.node = coding__root(book, (unsigned)(code >> 56))};
    while (walk.node) {
        coding__node node = coding__node_at(book, walk.node);
        if (node.row) walk.row = node.row, walk.row_length = walk.length;
        unsigned symbol = coding__symbol_at(code, walk.length);
        uint32_t next = symbol ? coding__child(&node, symbol) : 0;
        if (!next) break;
        walk.node = next;
        walk.length++;
    }
    return walk;
}

coding_rule coding__rule_on(const coding_book *book, uint32_t history, coding_date on)
{
    const unsigned char *at = coding__record(book, CODING__HISTORIES, history);
    if (!at) return CODING_RULE_NOT_CHECKED;
    if (!on) return (coding_rule)coding__load16(at + CODING__HISTORY_NEWEST);
    uint32_t first = coding__load32(at + CODING__HISTORY_STEP);
    uint32_t step = first + coding__load16(at + CODING__HISTORY_COUNT);
    while (step-- > first) { /* the newest days are asked most */
        const unsigned char *record = coding__record(book, CODING__STEPS, step);
        if (record && coding__load32(record + CODING__STEP_DAY) <= on)
            return (coding_rule)coding__load32(record + CODING__STEP_RULE);
    }
    return CODING_RULE_NOT_CHECKED;
}
