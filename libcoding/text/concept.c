/* The concept behind the code: from a condition down to the variant that the query asks for. At each level the child
 * whose own words the query has is taken; what the query leaves open is decided by words that stand for "not said"
 * ("unspecified", "initial", "closed"), and those that stand for the rest ("other") come last. */
#include <string.h>

#include "book/spelling.h"
#include "entry/trie.h"
#include "text/finder.h"
#include "text/lists.h"
#include "text/reading.h"
#include "text/vocabulary.h"

enum { WORDS = 64, DEEPEST = 8 };

typedef struct bag {
    uint32_t items[WORDS];
    uint32_t count;
} bag;

static uint32_t list_of(const coding_book *book, uint32_t row)
{
    uint32_t lead = coding__u32(book, CODING__LEADS, row, 0);
    if (lead & 0x80000000u) return lead & 0x7FFFFFFFu;
    return lead ? coding__u32(book, CODING__DOCUMENTS, lead - 1, CODING__DOCUMENT_LIST) : 0;
}

static void read_bag(const coding_book *book, uint32_t row, bag *words)
{
    coding__run run = coding__run_at(book, CODING__LISTS, list_of(book, row));
    words->count = coding__list_count(&run, WORDS);
    for (uint32_t i = 0; i < words->count; i++) words->items[i] = coding__run_next(&run);
}

static bool has(const bag *words, uint32_t number)
{
    for (uint32_t i = 0; i < words->count; i++) {
        if (words->items[i] == number) return true;
    }
    return false;
}

/* How well one word of a child answers the query. What was found above it is not asked for again: the 3 of "third
 * trimester" does not choose the third fetus. */
static float worth(const coding__query *query, const coding__marks *marks, uint32_t number)
{
    uint32_t rank = number / 4, part = number % 4, flags = coding__vocabulary_flags(query->book, rank);
    float    weight = (float)coding__vocabulary_weight(query->book, rank);
    bool     asked = false;
    for (uint32_t at = coding__query_forms(query, rank); at; at = query->forms[at - 1].next) {
        const coding__form *form = &query->forms[at - 1];
        bool                same = query->terms[form->term].denied == (part == CODING__PART_DENIED);
        if (form->rank == rank && same && marks->got[form->term] < 0.5f) asked = true;
    }
    if (asked) return weight + 10;
    if (part == CODING__PART_DENIED) return 2;
    if (part == CODING__PART_OPTIONAL) return 0;
    if (flags & CODING__WORD_DEFAULT) return 4;
    if (flags & CODING__WORD_REST) return -12;
    return -6 - weight / 2;
}

static bool is_found(const coding__query *query, const coding__marks *marks, uint32_t rank)
{
    for (uint32_t at = coding__query_forms(query, rank); at; at = query->forms[at - 1].next) {
        if (query->forms[at - 1].rank == rank && marks->got[query->forms[at - 1].term] > 0) return true;
    }
    return false;
}

/* What the query asked, the condition says, and this variant says no more: "chronic tonsillitis" of "chronic tonsillitis
 * and adenoiditis". A tail says only what it adds. */
static float loss(const coding__query *query, const coding__marks *marks, const bag *parent, const bag *words, uint32_t child)
{
    float sum = 0;
    if (coding__u32(query->book, CODING__LEADS, child, 0) & 0x80000000u) return 0;
    for (uint32_t i = 0; i < parent->count; i++) {
        uint32_t rank = parent->items[i] / 4;
        if (parent->items[i] % 4 != CODING__PART_NEEDED || has(words, parent->items[i])) continue;
        if (is_found(query, marks, rank)) sum += (float)coding__vocabulary_weight(query->book, rank) / 2;
    }
    return sum;
}

/* A variant that stands for "not said" gains little by what else it says: "unspecified eye". */
static float worth_of_child(const coding__query *query, const coding__marks *marks, const bag *parent, uint32_t child)
{
    bag   words;
    float gain = 0, cost = 0;
    bool  open = false;
    read_bag(query->book, child, &words);
    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t flags = coding__vocabulary_flags(query->book, words.items[i] / 4);
        float    value = has(parent, words.items[i]) ? 0 : worth(query, marks, words.items[i]);
        open = open || (flags & CODING__WORD_DEFAULT && value > 0 && value < 5);
        if (value > 0) gain += value;
        else cost += value;
    }
    return (open ? gain / 2 : gain) + cost - loss(query, marks, parent, &words, child);
}

static bool is_there(const coding_book *book, uint32_t row, coding_date on)
{
    return coding__rule_is_there(coding__row_rule(book, row, on));
}

static uint32_t best_child(const coding__query *query, const coding__scope *scope, const coding__marks *marks, uint32_t row,
                           uint32_t *siblings)
{
    bag      parent;
    uint32_t best = UINT32_MAX, past = coding__u32(query->book, CODING__ROWS, row, CODING__ROW_PAST);
    float    most = 0;
    read_bag(query->book, row, &parent);
    *siblings = 0;
    for (uint32_t child = row + 1; child < past;) {
        uint32_t next = coding__u32(query->book, CODING__ROWS, child, CODING__ROW_PAST);
        if (is_there(query->book, child, scope->on)) {
            float value = worth_of_child(query, marks, &parent, child);
            if (best == UINT32_MAX || value > most) best = child, most = value;
            ++*siblings;
        }
        child = next > child ? next : past;
    }
    return best;
}

/* What the variant says beyond the condition, and nobody asked, makes it answer less well. */
static void note_excess(const coding__query *query, uint32_t parent, uint32_t child, coding__marks *marks)
{
    bag above, words;
    read_bag(query->book, parent, &above);
    read_bag(query->book, child, &words);
    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t rank = words.items[i] / 4, flags = coding__vocabulary_flags(query->book, rank);
        bool     plain = words.items[i] % 4 == CODING__PART_NEEDED && !(flags & CODING__WORD_DEFAULT);
        if (!plain || has(&above, words.items[i]) || coding__query_forms(query, rank)) continue;
        marks->unmet += (float)coding__vocabulary_weight(query->book, rank) * query->parameters.excess;
    }
}

/* Was the variant chosen by a word of the query, or is the axis open? */
static uint32_t open_axes(const coding__query *query, uint32_t parent, uint32_t child)
{
    bag above, words;
    read_bag(query->book, parent, &above);
    read_bag(query->book, child, &words);
    for (uint32_t i = 0; i < words.count; i++) {
        if (!has(&above, words.items[i]) && coding__query_forms(query, words.items[i] / 4)) return 0;
    }
    uint64_t code = coding__row_code(query->book, child);
    char title[512];
    coding__spelled(query->book, coding__u32(query->book, CODING__ROWS, child, CODING__ROW_TITLE), title, sizeof title);
    if (strstr(title, "encounter") && coding_code_length(code) == 7) return CODING_AXIS_ENCOUNTER;
    return strstr(title, "right") || strstr(title, "left") || strstr(title, "unspecified") ? CODING_AXIS_SIDE : CODING_AXIS_OTHER;
}

uint32_t coding__concept_code(const coding__query *query, const coding__scope *scope, uint32_t row, coding__marks *marks,
                              uint32_t *open)
{
    *open = 0;
    for (int depth = 0; depth < DEEPEST; depth++) {
        uint32_t siblings, child;
        coding__rank_words(query, list_of(query->book, row), query->parameters.above, false, marks);
        if (coding__row_rule(query->book, row, scope->on) == CODING_RULE_STANDS) return row;
        child = best_child(query, scope, marks, row, &siblings);
        if (child == UINT32_MAX) return scope->billable_only || !is_there(query->book, row, scope->on) ? UINT32_MAX : row;
        if (siblings > 1) *open |= open_axes(query, row, child);
        note_excess(query, row, child, marks);
        row = child;
    }
    return row;
}
