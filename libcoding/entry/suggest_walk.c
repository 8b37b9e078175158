/* Plain steps through the trie, counted. */
#include "entry/suggest.h"

uint32_t coding__follow(coding__suggesting *s, uint32_t node, const char *text, unsigned length)
{
    for (unsigned i = 0; i < length && node; i++) {
        if (!s->steps) return 0;
        s->steps--;
        coding__node read = coding__node_at(s->book, node);
        node = coding__child(&read, coding__symbol_of(text[i]));
    }
    return node;
}

uint32_t coding__node_of(coding__suggesting *s, const char *text, unsigned length)
{
    uint32_t node = coding__follow(s, coding__root(s->book, (unsigned)s->system), text, length);
    return node && coding__node_at(s->book, node).row ? node : 0;
}
