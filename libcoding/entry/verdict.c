/* The bare verdict: a place, a row, a history, a step. One code, or many in step. */
#include <coding/check.h>

#include <string.h>

#include "entry/desk.h"
#include "entry/plain.h"
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

coding_code coding__placeholders(const coding_book *book, coding_code code, coding_date on)
{
    unsigned length = (unsigned)coding_code_length(code);
    if (coding_code_system(code) != CODING_ICD10CM || length < 4) return 0;
    for (unsigned full = 7; full > 5 && full > length; full--) {
        coding_code filled = with_placeholders(code, length, full);
        uint32_t    row = coding__row_of(book, filled);
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

static coding_rule rule_where_none(const coding_book *book, coding_code code, coding_date on)
{
    coding__walk walk = coding__walk_to(book, code);
    return code ? coding__rule_of_missing(book, code, &walk, on) : CODING_RULE_MALFORMED;
}

coding_rule coding_verdict_of(const coding_desk *desk, coding_code code, coding_date on)
{
    uint32_t row = coding__row_of(desk->book, code);
    return row ? coding__row_rule(desk->book, row - 1, on) : rule_where_none(desk->book, code, on);
}

/* A plain text whose code is in the book needs no reading by the rules, here and in columns; whatever is left is
 * parsed. */
coding_rule coding_verdict_of_text(const coding_desk *desk, coding_system system, const char *text, size_t length,
                                   coding_date on)
{
    coding_code code = text ? coding__plain_code(system, text, length) : 0;
    uint32_t    row = coding__row_of(desk->book, code);
    if (row) return coding__row_rule(desk->book, row - 1, on);
    return coding_verdict_of(desk, coding_parse(system, text, length).code, on);
}

/* A column being answered. Verdicts of one day are kept by history, since a column mostly asks of one day; NOBODY: not
 * asked yet. */
enum { KEPT = 512, NOBODY = 255 };

typedef struct batch {
    const coding_book *book;
    const coding_date *days; /* NULL: all are asked about `on` */
    coding_date        on;
    coding_date        kept_on;
    uint8_t            kept[KEPT];
    uint8_t           *rules; /* the caller's, NULL where not wanted, as `rows` */
    uint32_t          *rows;
} batch;

static void start(batch *b, const coding_desk *desk, const coding_date *days, coding_date on, size_t count)
{
    b->book = desk->book;
    b->days = days;
    b->on = on;
    b->kept_on = days && count ? days[0] : on;
    memset(b->kept, NOBODY, sizeof b->kept);
}

static ALWAYS uint8_t rule_of(batch *b, uint32_t history, coding_date on)
{
    if (history >= KEPT || on != b->kept_on) return (uint8_t)coding__rule_on(b->book, history, on);
    if (b->kept[history] == NOBODY) b->kept[history] = (uint8_t)coding__rule_on(b->book, history, on);
    return b->kept[history];
}

/* Codes are looked up in step, so that one's wait for memory is the others' work: first where they stand, then who
 * stands there, then whether it is they. */
enum { LANES = 64 };

static ALWAYS void find_rows(const coding_book *book, const coding_code *codes, size_t count, uint32_t row[LANES])
{
    const coding__places p = coding__places_of(book);
    if (!p.places.count) {
        for (size_t i = 0; i < count; i++) row[i] = coding__row_by_walk(book, codes[i]);
        return;
    }
    for (size_t i = 0; i < count; i++) row[i] = coding__place_of_code(&p, codes[i]);
    for (size_t i = 0; i < count; i++) row[i] = coding__row_at(&p, row[i]);
    for (size_t i = 0; i < count; i++) row[i] = coding__row_if_of(&p, row[i], codes[i]);
}

/* Answers `count` codes whose rows are found, at most LANES; they stand in the column from `first` on. */
static ALWAYS void answer(batch *b, const coding_code *codes, const uint32_t *row, size_t first, size_t count)
{
    uint8_t rule[LANES];
    for (size_t i = 0; i < count; i++) {
        coding_date on = b->days ? b->days[first + i] : b->on;
        if (row[i]) rule[i] = rule_of(b, coding__row_history(b->book, row[i] - 1), on);
        else rule[i] = (uint8_t)rule_where_none(b->book, codes[i], on);
    }
    for (size_t i = 0; b->rules && i < count; i++) b->rules[first + i] = rule[i];
    for (size_t i = 0; b->rows && i < count; i++) b->rows[first + i] = row[i] - 1; /* UINT32_MAX where there is none */
}

static ALWAYS void answer_codes(batch *b, const coding_code *codes, size_t first, size_t count)
{
    uint32_t row[LANES];
    find_rows(b->book, codes, count, row);
    answer(b, codes, row, first, count);
}

void coding_verdict_of_many(const coding_desk *desk, const coding_code *codes, const coding_date *days, coding_date on,
                            size_t count, uint8_t *rules, uint32_t *rows)
{
    batch  b = {.rules = rules, .rows = rows};
    size_t first = 0;
    start(&b, desk, days, on, count);
    for (; first + LANES <= count; first += LANES) answer_codes(&b, codes + first, first, LANES);
    answer_codes(&b, codes + first, first, count - first);
}

/* A column of texts, however they lie. */
typedef enum layout { OFFSETS, LARGE_OFFSETS, FIXED, SCATTERED } layout;

typedef struct texts {
    coding_system      system;
    const char        *text;
    const void        *offsets;
    ptrdiff_t          stride; /* of FIXED: from one text to the next */
    size_t             width;
    const char *const *starts; /* of SCATTERED */
    const size_t      *lengths;
} texts;

typedef struct piece {
    const char *text;
    size_t      length;
} piece;

/* Without the NULs it is filled up with, which are taken off by eights: columns may be wide. */
static ALWAYS size_t length_within(const char *text, size_t width)
{
    while (width >= 16 && !coding__load64((const unsigned char *)text + width - 8)) width -= 8;
    while (width && !text[width - 1]) width--;
    return width;
}

static ALWAYS size_t offset_at(const texts *t, layout how, size_t index)
{
    return how == OFFSETS ? (size_t)((const int32_t *)t->offsets)[index] : (size_t)((const int64_t *)t->offsets)[index];
}

static ALWAYS piece piece_at(const texts *t, layout how, size_t index)
{
    if (how == SCATTERED) return (piece){t->starts[index], t->lengths[index]};
    if (how == FIXED) {
        const char *text = t->text + (ptrdiff_t)index * t->stride;
        return (piece){text, length_within(text, t->width)};
    }
    size_t from = offset_at(t, how, index);
    return (piece){t->text + from, offset_at(t, how, index + 1) - from};
}

static ALWAYS coding_code plain_at(const texts *t, layout how, size_t index)
{
    if (how == FIXED && t->width <= 8) {
        size_t   length = t->width;
        uint64_t bytes = coding__plain_field(t->text + (ptrdiff_t)index * t->stride, &length);
        return coding__plain_read(t->system, bytes, length);
    }
    piece one = piece_at(t, how, index);
    return coding__plain_code(t->system, one.text, one.length);
}

static ALWAYS void answer_texts(batch *b, const texts *t, layout how, size_t first, size_t count, coding_code *codes)
{
    coding_code some[LANES];
    uint32_t    row[LANES];
    for (size_t i = 0; i < count; i++) some[i] = plain_at(t, how, first + i);
    find_rows(b->book, some, count, row);
    for (size_t i = 0; i < count; i++) {
        if (row[i]) continue;
        piece one = piece_at(t, how, first + i);
        some[i] = coding_parse(t->system, one.text, one.length).code;
        row[i] = coding__row_of(b->book, some[i]);
    }
    answer(b, some, row, first, count);
    if (codes) memcpy(codes + first, some, count * sizeof *codes);
}

/* `how` is a constant wherever this is taken in, so that each layout has a loop of its own. */
static ALWAYS void verdict_of_texts(batch *b, const texts *t, layout how, size_t count, coding_code *codes)
{
    size_t first = 0;
    for (; first + LANES <= count; first += LANES) answer_texts(b, t, how, first, LANES, codes);
    answer_texts(b, t, how, first, count - first, codes);
}

void coding_verdict_of_texts(const coding_desk *desk, coding_system system, const char *text, const int32_t *offsets,
                             const coding_date *days, coding_date on, size_t count, coding_code *codes, uint8_t *rules,
                             uint32_t *rows)
{
    batch b = {.rules = rules, .rows = rows};
    start(&b, desk, days, on, count);
    verdict_of_texts(&b, &(texts){.system = system, .text = text, .offsets = offsets}, OFFSETS, count, codes);
}

void coding_verdict_of_large_texts(const coding_desk *desk, coding_system system, const char *text,
                                   const int64_t *offsets, const coding_date *days, coding_date on, size_t count,
                                   coding_code *codes, uint8_t *rules, uint32_t *rows)
{
    batch b = {.rules = rules, .rows = rows};
    start(&b, desk, days, on, count);
    verdict_of_texts(&b, &(texts){.system = system, .text = text, .offsets = offsets}, LARGE_OFFSETS, count, codes);
}

void coding_verdict_of_fixed_texts(const coding_desk *desk, coding_system system, const char *text, size_t width,
                                   ptrdiff_t stride, const coding_date *days, coding_date on, size_t count,
                                   coding_code *codes, uint8_t *rules, uint32_t *rows)
{
    batch b = {.rules = rules, .rows = rows};
    start(&b, desk, days, on, count);
    verdict_of_texts(&b, &(texts){.system = system, .text = text, .stride = stride, .width = width}, FIXED, count,
                     codes);
}

void coding_verdict_of_scattered_texts(const coding_desk *desk, coding_system system, const char *const *starts,
                                       const size_t *lengths, const coding_date *days, coding_date on, size_t count,
                                       coding_code *codes, uint8_t *rules, uint32_t *rows)
{
    batch b = {.rules = rules, .rows = rows};
    start(&b, desk, days, on, count);
    verdict_of_texts(&b, &(texts){.system = system, .starts = starts, .lengths = lengths}, SCATTERED, count, codes);
}
