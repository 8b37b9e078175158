/* One character typed wrong, doubled, left out or too many, or two swapped. Every place of the guess is tried on the
 * way that the trie knows to it: from there one other step, then the rest as it stands. */
#include "entry/suggest.h"

#include "base/text.h"

#include <string.h>

/* Keys by row. A key lies beside those left and right of it, and those above and below that it touches: a row stands
 * half a key to the right of the one above. Digits also lie on a block of their own. */
static const char *const rows[] = {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
static const char *const block[] = {"789", "456", "123", "0"};

typedef struct key {
    int row, column;
} key;

static key key_of(const char *const keys[4], char c)
{
    for (int row = 0; row < 4; row++) {
        const char *at = strchr(keys[row], c);
        if (c && at) return (key){row, (int)(at - keys[row])};
    }
    return (key){-9, 0};
}

static bool touch(key a, key b, int slant)
{
    int down = b.row - a.row, right = b.column - a.column;
    if (down == 0) return right == 1 || right == -1;
    if (down == 1) return right == 0 || right == slant;
    return down == -1 && (right == 0 || right == -slant);
}

bool coding__are_neighbours(char a, char b)
{
    key  first = key_of(block, a), second = key_of(block, b);
    bool digits = first.row >= 0 && second.row >= 0;
    return touch(key_of(rows, a), key_of(rows, b), -1) || (digits && touch(first, second, 0));
}

enum { SWAPPED = 0, DOUBLED = 0, BESIDE = 0, LEFT_OUT = 2, TOO_MANY = 3, ANYWHERE = 4 };

typedef struct typed {
    coding__suggesting  *s;
    const coding__guess *guess;
    uint32_t             cost;
} typed;

/* From a node the rest of the guess, from `at` on, as it stands. */
static void finish(const typed *t, uint32_t node, unsigned at, uint32_t cost)
{
    uint32_t end = coding__follow(t->s, node, t->guess->text + at, t->guess->length - at);
    if (!end) return;
    coding__node last = coding__node_at(t->s->book, end);
    coding__offer_node(t->s, &last, CODING_REPAIR_TYPED, t->cost + cost);
}

/* The character at `at` was another, or one is missing before it. */
static void try_others(const typed *t, const coding__node *node, unsigned at)
{
    bool inside = at < t->guess->length;
    for (uint64_t rest = node->mask; rest; rest &= rest - 1) {
        unsigned symbol = (unsigned)__builtin_ctzll(rest);
        uint32_t child = coding__child(node, symbol);
        char     c = coding__character_of(symbol);
        finish(t, child, at, LEFT_OUT);
        if (inside && c != t->guess->text[at])
            finish(t, child, at + 1, coding__are_neighbours(c, t->guess->text[at]) ? BESIDE : ANYWHERE);
    }
}

static void try_without(const typed *t, uint32_t node, unsigned at)
{
    const char *text = t->guess->text;
    bool        doubled = at > 0 && text[at] == text[at - 1];
    finish(t, node, at + 1, doubled ? DOUBLED : TOO_MANY);
}

static void try_swapped(const typed *t, uint32_t node, unsigned at)
{
    if (at + 1 >= t->guess->length) return;
    char     two[2] = {t->guess->text[at + 1], t->guess->text[at]};
    uint32_t next = coding__follow(t->s, node, two, 2);
    if (next) finish(t, next, at + 2, SWAPPED);
}

void coding__repair_typed(coding__suggesting *s, const coding__guess *guess)
{
    typed    t = {s, guess, guess->cost + CODING__COST_TYPED};
    uint32_t at_node = coding__root(s->book, (unsigned)s->system);
    for (unsigned at = 0; at_node && at <= guess->length && at < CODING__SYMBOLS; at++) {
        coding__node node = coding__node_at(s->book, at_node);
        try_others(&t, &node, at);
        if (at == guess->length) return;
        try_without(&t, at_node, at);
        try_swapped(&t, at_node, at);
        at_node = coding__child(&node, coding__symbol_of(guess->text[at]));
    }
}
