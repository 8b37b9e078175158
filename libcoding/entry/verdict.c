/* The bare verdict: a walk, a history, a step. One code, or many with their walks interleaved. */
#include <coding/check.h>

#include "entry/desk.h"
#include "entry/trie.h"
#include "entry/verdict.h"

/* A 7th character without the placeholders that keep it in its place: S134A is S13.4XXA. */
static coding_code with_placeholders(coding_code code, unsigned from, unsigned length)
{
    unsigned    last = coding__symbol_at(code, from - 1);
    coding_code filled = coding_code_prefix(code, from - 1);
    for (unsigned i = from - 1; i < length - 1; i++) filled = coding__code_with(filled, i, coding__symbol_of('X'));
    return coding__code_with(filled, length - 1, last);
}

static uint32_t row_of(const coding_book *book, coding_code code)
{
    coding__walk walk = coding__walk_to(book, code);
    return walk.row && walk.row_length == walk.length && coding__walked_all(&walk, code) ? walk.row : 0;
}

coding_code coding__placeholders(const coding_book *book, coding_code code, coding_date on)
{
    unsigned length = (unsigned)coding_code_length(code);
    if (coding_code_system(code) != CODING_ICD10CM || length < 4) return 0;
    for (unsigned full = 7; full > 5 && full > length; full--) {
        coding_code filled = with_placeholders(code, length, full);
        uint32_t    row = row_of(book, filled);
        if (row && coding__row_rule(book, row - 1, on) == CODING_RULE_STANDS) return filled;
    }
    return 0;
}

/* Any code in force among the children of a node? */
static bool has_child_in_force(const coding_book *book, const coding__node *node, coding_date on)
{
    for (uint64_t rest = node->mask; rest; rest &= rest - 1) {
        coding__node child = coding__node_at(book, coding__child(node, (unsigned)__builtin_ctzll(rest)));
        if (child.row && coding__row_rule(book, child.row - 1, on) == CODING_RULE_STANDS) return true;
    }
    return false;
}

coding_rule coding__rule_of_missing(const coding_book *book, coding_code code, const coding__walk *walk, coding_date on)
{
    uint32_t    system = coding__system_record(book, coding_code_system(code));
    coding_rule rule = coding__rule_on(book, coding__u32(book, CODING__SYSTEMS, system, CODING__SYSTEM_UNKNOWN), on);
    if (system == UINT32_MAX) return CODING_RULE_NOT_CHECKED;
    if (rule != CODING_RULE_UNKNOWN || coding_code_system(code) != CODING_ICD10CM) return rule;
    coding__node node = coding__node_at(book, walk->node);
    if (walk->length == 6 && coding_code_length(code) == 7 && has_child_in_force(book, &node, on))
        return CODING_RULE_BAD_7TH;
    return coding__placeholders(book, code, on) ? CODING_RULE_NO_PLACEHOLDER : CODING_RULE_UNKNOWN;
}

coding_rule coding_verdict_of(const coding_desk *desk, coding_code code, coding_date on)
{
    const coding_book *book = desk->book;
    uint32_t           at = coding__root(book, (unsigned)(code >> 56));
    coding__node       node = coding__node_at(book, at);
    for (uint64_t rest = code << 10; rest; rest <<= CODING__SYMBOL_BITS) {
        at = coding__child(&node, (unsigned)(rest >> 58));
        if (!at) break;
        node = coding__node_at(book, at);
    }
    if (at && node.row) return coding__rule_on(book, coding__history_of(book, &node), on);
    coding__walk walk = coding__walk_to(book, code);
    return code ? coding__rule_of_missing(book, code, &walk, on) : CODING_RULE_MALFORMED;
}

/* Walks of several codes side by side, so that one's wait for memory is the others' work. */
enum { LANES = 16 };

typedef struct lane {
    uint64_t rest;
    uint32_t at;    /* node to be read next; 0: the walk failed */
    coding__node node;
} lane;

static void start_lane(const coding_book *book, lane *l, coding_code code)
{
    l->rest = code << 10;
    l->at = coding__root(book, (unsigned)(code >> 56));
    l->node = coding__node_at(book, l->at);
}

static void step_lane(const coding_book *book, lane *l)
{
    if (!l->rest || !l->at) return;
    l->at = coding__child(&l->node, (unsigned)(l->rest >> 58));
    l->rest <<= CODING__SYMBOL_BITS;
    const unsigned char *next = coding__record(book, CODING__NODES, l->at);
    if (next) __builtin_prefetch(next);
}

static void read_lane(const coding_book *book, lane *l) { l->node = coding__node_at(book, l->at); }

static void finish_lane(const coding_desk *desk, const lane *l, coding_code code, coding_date on, uint8_t *rule,
                        uint32_t *row)
{
    bool found = l->at && l->node.row;
    if (rule) {
        *rule = found ? (uint8_t)coding__rule_on(desk->book, coding__history_of(desk->book, &l->node), on)
                      : (uint8_t)coding_verdict_of(desk, code, on);
    }
    if (row) *row = found ? l->node.row - 1 : UINT32_MAX;
}

static void verdict_of_lanes(const coding_desk *desk, const coding_code *codes, const coding_date *days, coding_date on,
                             size_t count, uint8_t *rules, uint32_t *rows)
{
    lane lanes[LANES];
    for (size_t i = 0; i < count; i++) start_lane(desk->book, &lanes[i], codes[i]);
    for (unsigned depth = 0; depth < CODING__SYMBOLS; depth++) {
        uint64_t left = 0;
        for (size_t i = 0; i < count; i++) left |= lanes[i].at ? lanes[i].rest : 0;
        if (!left) break;
        for (size_t i = 0; i < count; i++) step_lane(desk->book, &lanes[i]);
        for (size_t i = 0; i < count; i++) read_lane(desk->book, &lanes[i]);
    }
    for (size_t i = 0; i < count; i++)
        finish_lane(desk, &lanes[i], codes[i], days ? days[i] : on, rules ? rules + i : NULL, rows ? rows + i : NULL);
}

void coding_verdict_of_many(const coding_desk *desk, const coding_code *codes, const coding_date *days, coding_date on,
                            size_t count, uint8_t *rules, uint32_t *rows)
{
    for (size_t first = 0; first < count; first += LANES) {
        size_t some = count - first < LANES ? count - first : LANES;
        verdict_of_lanes(desk, codes + first, days ? days + first : NULL, on, some, rules ? rules + first : NULL,
                         rows ? rows + first : NULL);
    }
}

/* Texts are parsed a few at a time, then walked together. `offset_at` hides the width of the offsets. */
typedef struct texts {
    const char *text;
    const void *offsets;
    bool        large;
} texts;

static size_t offset_at(const texts *t, size_t index)
{
    return t->large ? (size_t)((const int64_t *)t->offsets)[index] : (size_t)((const int32_t *)t->offsets)[index];
}

static void verdict_of_texts(const coding_desk *desk, coding_system system, const texts *t, const coding_date *days,
                             coding_date on, size_t count, coding_code *codes, uint8_t *rules, uint32_t *rows)
{
    for (size_t first = 0; first < count; first += LANES) {
        coding_code some[LANES];
        size_t      here = count - first < LANES ? count - first : LANES;
        for (size_t i = 0; i < here; i++) {
            size_t from = offset_at(t, first + i), to = offset_at(t, first + i + 1);
            some[i] = coding_parse(system, t->text + from, to - from).code;
            if (codes) codes[first + i] = some[i];
        }
        coding_verdict_of_many(desk, some, days ? days + first : NULL, on, here, rules ? rules + first : NULL,
                               rows ? rows + first : NULL);
    }
}

void coding_verdict_of_texts(const coding_desk *desk, coding_system system, const char *text, const int32_t *offsets,
                             const coding_date *days, coding_date on, size_t count, coding_code *codes,
                             uint8_t *rules, uint32_t *rows)
{
    verdict_of_texts(desk, system, &(texts){text, offsets, false}, days, on, count, codes, rules, rows);
}

void coding_verdict_of_large_texts(const coding_desk *desk, coding_system system, const char *text,
                                   const int64_t *offsets, const coding_date *days, coding_date on, size_t count,
                                   coding_code *codes, uint8_t *rules, uint32_t *rows)
{
    verdict_of_texts(desk, system, &(texts){text, offsets, true}, days, on, count, codes, rules, rows);
}
