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

uint32_t coding__row_by_walk(const coding_book *book, coding_code code)
{
    coding__walk walk = coding__walk_to(book, code);
    return walk.row && walk.row_length == walk.length && coding__walked_all(&walk, code) ? walk.row : 0;
}

coding_code coding__beginning(coding_system system, const char *text, size_t length)
{
    coding_code code = coding__code_start(system);
    unsigned    index = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '.' || text[i] == ' ') continue;
        unsigned symbol = coding__symbol_of(text[i]);
        if (!symbol || index == CODING__SYMBOLS) return 0;
        code = coding__code_with(code, index++, symbol);
    }
    return code;
}
