/* The bare verdict: a walk, a history, a step. One code, or many with their walks interleaved. */
#include <coding/check.h>

#include <string.h>

#include "entry/desk.h"
#include "entry/trie.h"
#include "entry/verdict.h"

#define ALWAYS inline __attribute__((always_inline))

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

/* What is left of a code: its next symbol in the top six bits. */
static ALWAYS uint64_t rest_of(coding_code code) { return code << 10; }

/* One step of a walk: the node of the child, or 0. Node 0 has no children, so a walk that failed stays there. */
static ALWAYS uint32_t step_down(const coding__table *nodes, uint32_t at, uint64_t rest)
{
    const unsigned char *node = nodes->bytes + (size_t)at * CODING__NODE_BYTES;
    unsigned             symbol = (unsigned)(rest >> 58);
    uint64_t             mask = coding__load64(node + CODING__NODE_MASK);
    uint32_t             child = coding__load32(node + CODING__NODE_BASE) + coding__bits_below(mask, symbol);
    uint32_t             there = (uint32_t)((mask & CODING__NODE_CHILDREN) >> symbol & 1);
    return child & (0u - (there & (uint32_t)(child < nodes->count))); /* no branch: whether it is there is a coin's throw */
}

/* The thirds of a system: where three characters lead at once. `bytes` NULL: it has none. */
typedef struct thirds {
    const unsigned char *bytes;
    uint64_t             system;
} thirds;

static ALWAYS thirds thirds_of(const coding_book *book, uint64_t system)
{
    uint32_t first = coding__u32(book, CODING__ROOTS, (uint32_t)system, CODING__ROOT_THIRDS);
    uint32_t count = coding__count(book, CODING__THIRDS);
    bool     there = first && first - 1 < count && count - (first - 1) >= CODING__THIRDS_EACH;
    return (thirds){there ? book->tables[CODING__THIRDS].bytes + (size_t)(first - 1) * 4 : NULL, system};
}

/* Does the code begin with three characters out of 0-9 A-Z? Then `node` is where they lead. */
static ALWAYS bool starts_by_thirds(const thirds *t, coding_code code, uint32_t *node)
{
    uint32_t a = (uint32_t)(code >> 48 & 63) - 1, b = (uint32_t)(code >> 42 & 63) - 1, c = (uint32_t)(code >> 36 & 63) - 1;
    bool     fits = code >> 56 == t->system && a < 36 && b < 36 && c < 36;
    if (fits) *node = coding__load32(t->bytes + (size_t)(a * 1296 + b * 36 + c) * 4);
    return fits;
}

/* Where a walk begins, and what is left of the code there. */
static ALWAYS uint32_t start_of(const coding_book *book, coding_code code, uint64_t *rest)
{
    uint32_t start = 0;
    thirds   t = thirds_of(book, code >> 56);
    if (t.bytes && starts_by_thirds(&t, code, &start)) *rest <<= 3 * CODING__SYMBOL_BITS;
    else start = coding__root(book, (unsigned)t.system);
    return start < coding__count(book, CODING__NODES) ? start : 0;
}

static coding_rule rule_where_none(const coding_book *book, coding_code code, coding_date on)
{
    coding__walk walk = coding__walk_to(book, code);
    return code ? coding__rule_of_missing(book, code, &walk, on) : CODING_RULE_MALFORMED;
}

static ALWAYS uint32_t walk_alone(const coding_book *book, coding_code code)
{
    uint64_t rest = rest_of(code);
    uint32_t at = start_of(book, code, &rest);
    for (; rest && at; rest <<= CODING__SYMBOL_BITS) at = step_down(&book->tables[CODING__NODES], at, rest);
    return at;
}

static ALWAYS coding_rule verdict_of(const coding_book *book, coding_code code, coding_date on)
{
    uint32_t     at = walk_alone(book, code);
    coding__node node = coding__node_at(book, at);
    return at && node.row ? coding__rule_on(book, node.history, on) : rule_where_none(book, code, on);
}

/* Walks of several codes side by side, so that one's wait for memory is the others' work. They go in step: from the
 * third character of the code to its seventh. Codes that do not fit (of a system without thirds, shorter or longer)
 * are few in a column, and walk alone. */
enum { LANES = 16, FIRST_STEP = 3, PAST_STEP = 7 };

#define BEHIND_STEPS (((coding_code)1 << (CODING__SYMBOL_TOP - CODING__SYMBOL_BITS * (PAST_STEP - 1))) - 1)

/* A step in the same depth for every lane; a code that has ended stays where it is. The table is a copy: what is
 * written here cannot be what is read. */
static ALWAYS void step_lanes(const coding__table nodes, const coding_code *codes, uint32_t at[LANES])
{
    for (unsigned depth = FIRST_STEP; depth < PAST_STEP; depth++) {
        for (size_t i = 0; i < LANES; i++) {
            uint64_t rest = rest_of(codes[i]) << depth * CODING__SYMBOL_BITS;
            uint32_t ended = 0u - (uint32_t)(rest == 0);
            at[i] = (at[i] & ended) | (step_down(&nodes, at[i], rest) & ~ended);
        }
    }
}

/* False where a code does not go in step. */
static ALWAYS bool start_lanes(const thirds *t, uint32_t nodes, const coding_code *codes, uint32_t at[LANES])
{
    bool in_step = t->bytes && nodes;
    for (size_t i = 0; i < LANES && in_step; i++) {
        in_step = starts_by_thirds(t, codes[i], &at[i]) && !(codes[i] & BEHIND_STEPS);
        at[i] = at[i] < nodes ? at[i] : 0;
    }
    return in_step;
}

static ALWAYS void walk_lanes(const coding_book *book, const thirds *t, const coding_code *codes, uint32_t at[LANES])
{
    if (start_lanes(t, coding__count(book, CODING__NODES), codes, at)) step_lanes(book->tables[CODING__NODES], codes, at);
    else for (size_t i = 0; i < LANES; i++) at[i] = walk_alone(book, codes[i]);
}

/* Answers of one day by history, since a column mostly asks of one day; NOBODY: not asked yet. */
enum { MEMO = 512, NOBODY = 255 };

typedef struct memo {
    coding_date on;
    uint8_t     rules[MEMO];
} memo;

static ALWAYS uint8_t rule_by_memo(const coding_book *book, memo *m, uint32_t history, coding_date on)
{
    if (history >= MEMO || on != m->on) return (uint8_t)coding__rule_on(book, history, on);
    if (m->rules[history] == NOBODY) m->rules[history] = (uint8_t)coding__rule_on(book, history, on);
    return m->rules[history];
}

static ALWAYS void answer(const coding_book *book, memo *m, coding_code code, uint32_t at, coding_date on,
                          uint8_t *rule, uint32_t *row)
{
    coding__node node = coding__node_at(book, at);
    bool         found = at && node.row;
    *row = found ? node.row - 1 : UINT32_MAX;
    *rule = found ? rule_by_memo(book, m, node.history, on) : (uint8_t)rule_where_none(book, code, on);
}

static ALWAYS void answer_lanes(const coding_book *book, const thirds *t, memo *m, const coding_code *codes,
                                const coding_date *days, coding_date on, uint8_t *rules, uint32_t *rows)
{
    uint32_t at[LANES], row[LANES];
    uint8_t  rule[LANES];
    walk_lanes(book, t, codes, at);
    for (size_t i = 0; i < LANES; i++) answer(book, m, codes[i], at[i], days ? days[i] : on, rule + i, row + i);
    if (rules) memcpy(rules, rule, sizeof rule);
    if (rows) memcpy(rows, row, sizeof row);
}

static ALWAYS void verdict_of_many(const coding_book *book, const coding_code *codes, const coding_date *days,
                                   coding_date on, size_t count, uint8_t *rules, uint32_t *rows)
{
    memo   m = {.on = days && count ? days[0] : on};
    size_t i = 0;
    thirds t = thirds_of(book, count ? codes[0] >> 56 : 0);
    memset(m.rules, NOBODY, sizeof m.rules);
    for (; i + LANES <= count; i += LANES) {
        if (codes[i] >> 56 != t.system) t = thirds_of(book, codes[i] >> 56);
        answer_lanes(book, &t, &m, codes + i, days ? days + i : NULL, on, rules ? rules + i : NULL,
                     rows ? rows + i : NULL);
    }
    for (; i < count; i++) {
        uint8_t  rule;
        uint32_t row;
        answer(book, &m, codes[i], walk_alone(book, codes[i]), days ? days[i] : on, &rule, &row);
        if (rules) rules[i] = rule;
        if (rows) rows[i] = row;
    }
}

/* Counting and cutting bits are instructions of most x86-64 machines, but not of all: both ways are compiled, the desk
 * chooses. */
#if defined(__x86_64__)
__attribute__((target("popcnt,bmi2"))) static coding_rule verdict_by_bits(const coding_book *book, coding_code code,
                                                                       coding_date on)
{
    return verdict_of(book, code, on);
}

__attribute__((target("popcnt,bmi2"))) static void many_by_bits(const coding_book *book, const coding_code *codes,
                                                             const coding_date *days, coding_date on, size_t count,
                                                             uint8_t *rules, uint32_t *rows)
{
    verdict_of_many(book, codes, days, on, count, rules, rows);
}
#else
#define verdict_by_bits verdict_of
#define many_by_bits verdict_of_many
#endif

coding_rule coding_verdict_of(const coding_desk *desk, coding_code code, coding_date on)
{
    return desk->counts_bits ? verdict_by_bits(desk->book, code, on) : verdict_of(desk->book, code, on);
}

void coding_verdict_of_many(const coding_desk *desk, const coding_code *codes, const coding_date *days, coding_date on,
                            size_t count, uint8_t *rules, uint32_t *rows)
{
    if (desk->counts_bits) many_by_bits(desk->book, codes, days, on, count, rules, rows);
    else verdict_of_many(desk->book, codes, days, on, count, rules, rows);
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
