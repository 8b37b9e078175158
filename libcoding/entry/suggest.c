/* Near misses: which systems are tried, what is kept, and how costs become ranks. */
#include "entry/suggest.h"

#include "base/text.h"

#include <string.h>

bool coding__node_stands(const coding__suggesting *s, const coding__node *node)
{
    return node->row && coding__row_rule(s->book, node->row - 1, s->on) == CODING_RULE_STANDS;
}

/* The place of a code: its own if it was offered before, a new one, or that of the dearest. NULL: it is too dear. */
static coding__near *place_for(coding__suggesting *s, coding_code code, uint32_t cost)
{
    coding__near *dearest = NULL;
    for (size_t i = 0; i < s->count; i++) {
        coding__near *item = &s->items[i];
        if (item->code == code) return cost < item->cost ? item : NULL;
        if (!dearest || item->cost >= dearest->cost) dearest = item;
    }
    if (s->count < CODING__NEAR_MOST) return &s->items[s->count++];
    return dearest && cost < dearest->cost ? dearest : NULL;
}

void coding__offer_by_form(coding__suggesting *s, coding_code code, coding_repair repair, uint32_t cost)
{
    if (!code) return;
    if (cost < s->best) s->best = cost;
    coding__near *place = place_for(s, code, cost + s->cost);
    if (place) *place = (coding__near){code, repair, cost + s->cost};
}

void coding__offer(coding__suggesting *s, coding_code code, coding_repair repair, uint32_t cost)
{
    if (code && coding_verdict_of(s->desk, code, s->on) == CODING_RULE_STANDS)
        coding__offer_by_form(s, code, repair, cost);
}

void coding__offer_node(coding__suggesting *s, const coding__node *node, coding_repair repair, uint32_t cost)
{
    if (!coding__node_stands(s, node)) return;
    coding__offer_by_form(s, coding__row_code(s->book, node->row - 1), repair, cost);
}

void coding__repair_guess(coding__suggesting *s, const coding__guess *guess)
{
    if (!guess->length) return;
    coding__repair_lookalike(s, guess);
    coding__repair_ending(s, guess);
    coding__repair_zeros(s, guess);
    coding__repair_code(s, guess);
}

/* The text, as it came and folded. */
typedef struct source {
    const char    *text;
    size_t         length;
    coding__folded folded;
} source;

static void begin(coding__suggesting *s, coding_system system, uint32_t cost)
{
    s->system = system;
    s->cost = cost;
    s->best = UINT32_MAX;
}

/* A tail of `.0` may be a spreadsheet's or the code's own: where it is the code's, the text is a row of the book. */
static void repair_decimals(coding__suggesting *s, const coding__folded *folded, const coding__guess *whole)
{
    coding__guess cut = coding__guess_without_decimals(folded);
    if (cut.length && !(whole->length && coding__node_of(s, whole->text, whole->length))) coding__repair_guess(s, &cut);
}

static void try_system(coding__suggesting *s, const coding__folded *folded)
{
    coding__guess whole = coding__guess_of(folded->text, folded->length);
    coding__repair_guess(s, &whole);
    repair_decimals(s, folded, &whole);
    coding__repair_number(s, folded);
    coding__repair_words(s, folded);
}

static void try_typed(coding__suggesting *s, const coding__folded *folded)
{
    coding__guess whole = coding__guess_of(folded->text, folded->length);
    if (whole.length) coding__repair_typed(s, &whole);
}

/* Codes of two or three characters: nearly every text would be near to one, so they are tried only when asked for. */
static bool is_short(coding_system system) { return system >= CODING_MODIFIER && system < CODING_OWN_FIRST; }

/* The text as it stands. Users' own systems have no format here: the trie knows their characters, and a dot that their
 * table prints is no part of the code. */
static coding_parsed read_in(const coding__suggesting *s, coding_system system, const source *from)
{
    bool own = system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST;
    if (!own) return coding_parse(system, from->text, from->length);
    coding_parsed parsed = {.code = coding__code_of(system, from->folded.text, from->folded.length)};
    if (coding_find(s->book, parsed.code).book) return parsed;
    coding__guess whole = coding__guess_of(from->folded.text, from->folded.length);
    uint32_t      record = coding__system_record(s->book, system);
    bool          printed = whole.dot && whole.dot == coding__u32(s->book, CODING__SYSTEMS, record, CODING__SYSTEM_DOT);
    if (printed && whole.length + 1 == from->folded.length)
        parsed.code = coding__code_of(system, whole.text, whole.length);
    return parsed;
}

static coding_system system_at(const coding_book *book, uint32_t index)
{
    return (coding_system)coding__u32(book, CODING__SYSTEMS, index, CODING__SYSTEM_NUMBER);
}

static bool is_in_force(const coding__suggesting *s, coding_system system)
{
    return coding_book_has_system(s->book, system) && coding__edition_on(s->book, system, s->on) != UINT32_MAX;
}

/* Does the text stand as it is? By its form alone where no book could tell. */
static bool reads_well(const coding__suggesting *s, const coding_parsed *parsed)
{
    if (!parsed->code || parsed->damage != CODING_DAMAGE_NONE) return false;
    coding_rule rule = coding_verdict_of(s->desk, parsed->code, s->on);
    bool        by_form = !coding_book_has_system(s->book, coding_code_system(parsed->code))
                   && coding__is_known_by_form(coding_code_system(parsed->code));
    return rule == CODING_RULE_STANDS || by_form;
}

static void offer_as_it_stands(coding__suggesting *s, const source *from, coding_system but)
{
    for (uint32_t i = 0; i < coding__count(s->book, CODING__SYSTEMS); i++) {
        coding_system system = system_at(s->book, i);
        if (system == but || !is_in_force(s, system) || (but != CODING_ANY && is_short(system))) continue;
        coding_parsed parsed = read_in(s, system, from);
        if (reads_well(s, &parsed)) coding__offer(s, parsed.code, CODING_REPAIR_NONE, CODING__COST_READ);
    }
}

/* Systems that were not asked for: the text as it stands, and with lookalikes. */
static void suggest_elsewhere(coding__suggesting *s, const source *from)
{
    coding_system asked = s->system;
    coding__guess whole = coding__guess_of(from->folded.text, from->folded.length);
    begin(s, asked, CODING__COST_OTHER_SYSTEM);
    offer_as_it_stands(s, from, asked);
    for (uint32_t i = 0; whole.length && i < coding__count(s->book, CODING__SYSTEMS); i++) {
        begin(s, system_at(s->book, i), CODING__COST_OTHER_SYSTEM);
        if (s->system != asked && !is_short(s->system) && is_in_force(s, s->system))
            coding__repair_lookalike(s, &whole);
    }
}

/* Typing errors are looked for where nothing explains a text that is no beginning of a code, or only that characters
 * of it are wrong or too many. */
static bool may_be_typed(coding__suggesting *s, const coding__folded *folded)
{
    coding__guess whole = coding__guess_of(folded->text, folded->length);
    uint32_t      root = coding__root(s->book, (unsigned)s->system);
    return s->best >= CODING__COST_DROPPED && !(whole.length && coding__follow(s, root, whole.text, whole.length));
}

/* In the system asked. */
static void suggest_in(coding__suggesting *s, coding_system system, const source *from)
{
    coding_parsed parsed = read_in(s, system, from);
    if (reads_well(s, &parsed) || parsed.damage == CODING_DAMAGE_CALENDAR) return;
    begin(s, system, 0);
    for (size_t i = 0; i < sizeof parsed.alternatives / sizeof *parsed.alternatives; i++)
        coding__offer_by_form(s, parsed.alternatives[i], CODING_REPAIR_LEADING_ZERO, CODING__COST_ZEROS);
    if (!coding_book_has_system(s->book, system)) coding__repair_by_form(s, &from->folded);
    else if (is_in_force(s, system)) try_system(s, &from->folded);
    if (s->best == UINT32_MAX || may_be_typed(s, &from->folded)) try_typed(s, &from->folded);
    suggest_elsewhere(s, from);
}

static void try_every_system(coding__suggesting *s, const coding__folded *folded,
                             void (*try)(coding__suggesting *, const coding__folded *))
{
    for (uint32_t i = 0; i < coding__count(s->book, CODING__SYSTEMS); i++) {
        begin(s, system_at(s->book, i), 0);
        if (!is_short(s->system) && is_in_force(s, s->system)) try(s, folded);
    }
}

/* Those whose form is telling: the others would have every number. */
static void try_forms(coding__suggesting *s, const coding__folded *folded)
{
    static const coding_system telling[] = {CODING_CPT,        CODING_NPI, CODING_LOINC,
                                            CODING_LOINC_PART, CODING_DEA, CODING_SCTID};
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
        begin(s, telling[i], 0);
        if (!coding_book_has_system(s->book, s->system)) coding__repair_by_form(s, folded);
    }
}

/* No system said. A text that stands in one needs no repair, one that stands in several needs a choice. */
static void suggest_anywhere(coding__suggesting *s, const source *from)
{
    begin(s, CODING_ANY, 0);
    offer_as_it_stands(s, from, CODING_ANY);
    if (s->count == 1) s->count = 0;
    if (s->best != UINT32_MAX) return;
    if (coding_parse(CODING_ICD10CM, from->text, from->length).damage == CODING_DAMAGE_CALENDAR) return;
    try_every_system(s, &from->folded, try_system);
    if (!s->count) try_forms(s, &from->folded);
    if (!s->count) try_every_system(s, &from->folded, try_typed);
}

/* Cheapest first; those that cost the same stay as they were offered. */
static void sort(coding__near *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        coding__near item = items[i];
        size_t       at = i;
        for (; at > 0 && items[at - 1].cost > item.cost; at--) items[at] = items[at - 1];
        items[at] = item;
    }
}

static coding_suggestions ranked(coding__suggesting *s)
{
    coding_suggestion *items = coding__arena_take(&s->desk->arena, (s->count + 1) * sizeof *items);
    if (!items) return (coding_suggestions){0};
    sort(s->items, s->count);
    uint32_t rank = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (i && s->items[i].cost != s->items[i - 1].cost) rank++;
        items[i] = (coding_suggestion){s->items[i].code, s->items[i].repair, rank};
    }
    return (coding_suggestions){CODING_OK, items, s->count};
}

/* What is read of a long text: whole characters. */
static size_t cut(const char *text, size_t length)
{
    if (length <= CODING__NEAR_TEXT) return length;
    for (length = CODING__NEAR_TEXT; length && ((unsigned char)text[length] & 0xC0) == 0x80; length--) {}
    return length;
}

static bool can_answer(const coding_book *book, coding_system system)
{
    return system == CODING_ANY || coding_book_has_system(book, system) || coding__is_known_by_form(system);
}

coding_suggestions coding_suggest(coding_desk *desk, coding_system system, const char *text, size_t length,
                                  coding_date on)
{
    size_t             refused = desk->arena.refused;
    source             from = {.text = text, .length = cut(text, length)};
    coding__suggesting s = {.desk = desk, .book = desk->book, .on = on, .steps = CODING__NEAR_STEPS};
    if (!coding__text_is_utf8(from.text, from.length)) return (coding_suggestions){.status = CODING_NOT_UTF8};
    if (!can_answer(desk->book, system)) return (coding_suggestions){.status = CODING_NOT_IN_BOOK};
    s.items = coding__arena_take(&desk->arena, CODING__NEAR_MOST * sizeof *s.items);
    s.failed = !s.items || !coding__fold_text(desk, from.text, from.length, &from.folded);
    if (s.failed) return (coding_suggestions){.status = CODING_NO_MEMORY};
    if (system == CODING_ANY) suggest_anywhere(&s, &from);
    else suggest_in(&s, system, &from);
    coding_suggestions near = ranked(&s);
    near.status = coding__status_since(desk, refused, near.status);
    return near.status == CODING_OK ? near : (coding_suggestions){.status = near.status}; /* half a list misleads */
}
