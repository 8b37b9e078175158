/* Rows of the book that do not stand on the day: a header wants more characters, a retired code has successors, a 7th
 * character may be missing or wrong. */
#include "entry/suggest.h"

#include "book/spelling.h"
#include "entry/title.h"

#include <string.h>

enum { SEVENTH = 6, BEGINNING = 3, CHILDREN_MOST = 10, TITLE_READ = 512, LONGER = 4, SPECIFIED = 60, SAYS_MOST = 99 };

static coding_code code_at(const coding_book *book, uint32_t row) { return coding__row_code(book, row); }

/* How a title says that nothing more is known. */
typedef enum vagueness {
    AT_LARGE, /* "Unspecified fracture ...", "Cough, unspecified" */
    IN_PART,  /* "... with unspecified complications" */
    NOWHERE
} vagueness;

static vagueness vagueness_of(const coding_book *book, uint32_t row)
{
    char title[TITLE_READ];
    coding__spelled(book, coding__title_of(coding_book_entry(book, row), 0), title, sizeof title);
    if (strncmp(title, "Unspecified", strlen("Unspecified")) == 0 || strstr(title, ", unspecified")) return AT_LARGE;
    return strstr(title, "nspecified") ? IN_PART : NOWHERE;
}

/* The last character that tells: before a 7th and its placeholders. */
static char last_of(coding_code code)
{
    size_t length = coding_code_length(code);
    if (coding_code_system(code) == CODING_ICD10CM && length > SEVENTH) length = SEVENTH;
    while (length > 1 && coding_code_character(code, length - 1) == 'X') length--;
    return coding_code_character(code, length - 1);
}

/* The children that say least, in the order of characters where they say the same. */
typedef struct children {
    struct {
        uint32_t row, telling;
    } items[CHILDREN_MOST];
    size_t count;
} children;

static void keep_child(children *kept, uint32_t row, uint32_t telling)
{
    size_t at = kept->count;
    while (at > 0 && kept->items[at - 1].telling > telling) at--;
    if (at == CHILDREN_MOST) return;
    if (kept->count < CHILDREN_MOST) kept->count++;
    memmove(&kept->items[at + 1], &kept->items[at], (kept->count - 1 - at) * sizeof *kept->items);
    kept->items[at].row = row;
    kept->items[at].telling = telling;
}

/* How much a code says beyond its header, 0 to 99: who leaves characters out knows little, so the code that says least
 * comes first. Unspecified ones, by title or by the 9 or 0 at their end; of them the shorter; of those the ones that
 * say so most plainly. In ICD-10-PCS no value of an axis says less than another. */
static uint32_t telling_of(const coding_book *book, uint32_t row, coding_code code, size_t longer)
{
    char      last = last_of(code);
    vagueness vague = vagueness_of(book, row);
    bool      unspecified = vague != NOWHERE || last == '9' || last == '0';
    uint32_t  plainly = vague == AT_LARGE ? 0 : last == '9' ? 1 : unspecified ? 2 : 3;
    return (uint32_t)longer * LONGER + plainly + (unspecified ? 0 : SPECIFIED);
}

/* Titles are read only of codes that may be kept: a header may have thousands below it. */
static void weigh_child(coding__suggesting *s, uint32_t row, coding_code header, children *kept)
{
    coding_code code = code_at(s->book, row);
    size_t      longer = coding_code_length(code) - coding_code_length(header);
    bool        axes = s->system == CODING_ICD10PCS, full = kept->count == CHILDREN_MOST;
    uint32_t    least = axes ? 0 : (uint32_t)longer * LONGER;
    if (full && least >= kept->items[CHILDREN_MOST - 1].telling) return;
    keep_child(kept, row, axes ? 0 : telling_of(s->book, row, code, longer));
}

/* Everything under a node that stands. */
static void gather_children(coding__suggesting *s, uint32_t at, unsigned depth, coding_code header, children *kept)
{
    coding__node node = coding__node_at(s->book, at);
    if (!s->steps || depth > CODING__SYMBOLS) return;
    s->steps--;
    if (coding__node_stands(s, &node)) weigh_child(s, node.row - 1, header, kept);
    for (uint64_t rest = node.mask; rest; rest &= rest - 1)
        gather_children(s, coding__child(&node, (unsigned)__builtin_ctzll(rest)), depth + 1, header, kept);
}

/* False where none stands. */
static bool offer_children(coding__suggesting *s, coding_code header, coding_repair repair, uint32_t cost)
{
    children     kept = {.count = 0};
    coding__walk walk = coding__walk_to(s->book, header);
    if (coding__walked_all(&walk, header)) gather_children(s, walk.node, walk.length, header, &kept);
    for (size_t i = 0; i < kept.count; i++)
        coding__offer(s, code_at(s->book, kept.items[i].row), repair, cost + kept.items[i].telling);
    return kept.count > 0;
}

/* The 7th characters behind a node, through the placeholders that hold their place; `wrong` is the one that was given,
 * and its neighbours on the keyboard come first. */
static void offer_sevenths(coding__suggesting *s, coding__node node, unsigned depth, char wrong, uint32_t cost)
{
    for (; depth < SEVENTH; depth++) {
        uint32_t next = coding__child(&node, coding__symbol_of('X'));
        if (!next) return;
        node = coding__node_at(s->book, next);
    }
    for (uint64_t rest = node.mask; rest; rest &= rest - 1) {
        unsigned     symbol = (unsigned)__builtin_ctzll(rest);
        coding__node child = coding__node_at(s->book, coding__child(&node, symbol));
        bool         far = wrong && !coding__are_neighbours(wrong, coding__character_of(symbol));
        coding__offer_node(s, &child, CODING_REPAIR_SEVENTH, cost + CODING__COST_SEVENTH + (far ? 1 : 0));
    }
}

/* Was the row a code of its own before the day? Then who writes it means what has taken its place. */
static bool was_billable(coding__suggesting *s, uint32_t row)
{
    coding_date    on = coding__day_of(s->book, s->system, s->on);
    coding_periods periods = coding_entry_periods(s->desk, coding_book_entry(s->book, row));
    s->failed |= periods.status == CODING_NO_MEMORY;
    for (size_t i = 0; i < periods.count; i++)
        if (periods.items[i].billable && periods.items[i].first < on) return true;
    return false;
}

static bool offer_successors(coding__suggesting *s, uint32_t row, uint32_t cost)
{
    coding_codes heirs = coding_entry_successors(s->desk, coding_book_entry(s->book, row), s->on);
    s->failed |= heirs.status == CODING_NO_MEMORY;
    for (size_t i = 0; i < heirs.count; i++) coding__offer(s, heirs.items[i], CODING_REPAIR_SUCCESSOR, cost);
    return heirs.count > 0;
}

/* Where nobody names successors: what shares the longest beginning with it, that beginning itself among them. */
static void offer_kin(coding__suggesting *s, coding_code code, uint32_t cost)
{
    for (size_t length = coding_code_length(code); length-- > BEGINNING;)
        if (offer_children(s, coding_code_prefix(code, length), CODING_REPAIR_SUCCESSOR, cost)) return;
}

static void complete_row(coding__suggesting *s, const coding__node *node, coding_code code, coding_rule rule,
                         uint32_t cost)
{
    if (was_billable(s, node->row - 1)) {
        offer_children(s, code, CODING_REPAIR_SUCCESSOR, cost + CODING__COST_SUCCESSOR);
        offer_successors(s, node->row - 1, cost + CODING__COST_SUCCESSOR + SAYS_MOST);
    } else if (rule == CODING_RULE_NO_7TH) {
        offer_sevenths(s, *node, (unsigned)coding_code_length(code), '\0', cost);
    } else {
        offer_children(s, code, CODING_REPAIR_CHILD, cost + CODING__COST_CHILD);
    }
}

/* A beginning that is no row: in ICD-10-CM it lacks placeholders and a 7th character, elsewhere anything. */
static void complete_beginning(coding__suggesting *s, const coding__node *node, coding_code code, uint32_t cost)
{
    unsigned length = (unsigned)coding_code_length(code);
    if (s->system == CODING_ICD10CM) offer_sevenths(s, *node, length, '\0', cost);
    else if (length >= BEGINNING || s->system == CODING_ICD9PCS)
        offer_children(s, code, CODING_REPAIR_CHILD, cost + CODING__COST_CHILD);
}

void coding__complete(coding__suggesting *s, uint32_t at, const char *text, unsigned length, uint32_t cost)
{
    coding_code  code = coding__code_of(s->system, text, length);
    coding__node node = coding__node_at(s->book, at);
    bool         row = node.row != 0;
    coding_rule  rule = row ? coding__row_rule(s->book, node.row - 1, s->on) : CODING_RULE_UNKNOWN;
    if (!row) complete_beginning(s, &node, code, cost);
    if (rule == CODING_RULE_HEADER || rule == CODING_RULE_NO_7TH) complete_row(s, &node, code, rule, cost);
    if (rule == CODING_RULE_NO_LONGER && !offer_successors(s, node.row - 1, cost + CODING__COST_SUCCESSOR))
        offer_kin(s, code, cost + CODING__COST_SUCCESSOR);
}

void coding__repair_code(coding__suggesting *s, const coding__guess *guess)
{
    uint32_t root = coding__root(s->book, (unsigned)s->system);
    uint32_t at = coding__follow(s, root, guess->text, guess->length);
    bool     seventh = !at && s->system == CODING_ICD10CM && guess->length == SEVENTH + 1;
    uint32_t stem = seventh ? coding__follow(s, root, guess->text, SEVENTH) : 0;
    if (at) coding__complete(s, at, guess->text, guess->length, guess->cost);
    if (stem) offer_sevenths(s, coding__node_at(s->book, stem), SEVENTH, guess->text[SEVENTH], guess->cost);
}
