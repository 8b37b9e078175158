/* Too much at the end of a code: an X or a dash where the index says "incomplete", zeros that a program padded, a 7th
 * character on a code that takes none; and the code that stood in a later one's place before it was divided. */
#include "entry/suggest.h"

#include <string.h>

enum { SHORTEST = 3 };

static bool are_all(const char *text, unsigned length, const char *set)
{
    for (unsigned i = 0; i < length; i++)
        if (!strchr(set, text[i])) return false;
    return true;
}

/* A 7th character that was added, to be told from a typing error: it is a letter of those that stand there, or a digit
 * held in its place. */
static bool is_added_seventh(const coding__guess *guess, unsigned from)
{
    unsigned length = guess->length - from;
    char     last = guess->text[guess->length - 1];
    bool     letter = strchr("ABCDEFGHJKMNPQRS", last) != NULL;
    return coding__is_seventh(guess->text + from, length) && (letter || length > 1 || guess->length == 7);
}

static bool began_later(const coding__suggesting *s, uint32_t at)
{
    coding__node node = coding__node_at(s->book, at);
    return node.row && coding__row_rule(s->book, node.row - 1, s->on) == CODING_RULE_NOT_YET;
}

/* The code is the first `length` characters, at a node; what follows them is to be explained. */
static void repair_after(coding__suggesting *s, const coding__guess *guess, unsigned length, uint32_t at, bool later)
{
    const char  *rest = guess->text + length;
    unsigned     more = guess->length - length;
    coding__node node = coding__node_at(s->book, at);
    if (are_all(rest, more, "X") || are_all(rest, more, "0O")) {
        uint32_t cost = guess->cost + CODING__COST_TRAILING + more;
        if (coding__node_stands(s, &node)) coding__offer_node(s, &node, CODING_REPAIR_TRAILING, cost);
        else if (node.row && *rest == 'X') coding__complete(s, at, guess->text, length, cost);
    } else if (later || (s->system == CODING_ICD10CM && is_added_seventh(guess, length))) {
        coding__offer_node(s, &node, CODING_REPAIR_DROPPED, guess->cost + CODING__COST_DROPPED + more);
    }
}

void coding__repair_ending(coding__suggesting *s, const coding__guess *guess)
{
    uint32_t whole = coding__node_of(s, guess->text, guess->length);
    bool     later = whole && began_later(s, whole);
    if (whole && !later) return;
    for (unsigned length = guess->length - 1; length >= SHORTEST; length--) {
        uint32_t at = coding__follow(s, coding__root(s->book, (unsigned)s->system), guess->text, length);
        if (!at) continue;
        repair_after(s, guess, length, at, later);
        if (coding__node_at(s->book, at).row) return;
    }
}
