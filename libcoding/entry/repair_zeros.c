/* Zeros that a spreadsheet dropped: in front of a code that looks like a number, and behind its decimal point. */
#include "entry/suggest.h"

#include "base/text.h"

#include <string.h>

enum { BEHIND_MOST = 2 };

/* The characters a code of the system has; 0: they vary, or it has no zeros in front. */
static unsigned length_in(coding_system system)
{
    switch (system) {
    case CODING_ICD10PCS: return 7;
    case CODING_CPT: return 5;
    case CODING_HCPCS: return 5;
    case CODING_REVENUE: return 4;
    case CODING_TOB: return 4;
    case CODING_MSDRG: return 3;
    case CODING_POS: case CODING_MDC: case CODING_DISCHARGE: case CODING_CVX: return 2;
    default: return 0;
    }
}

/* The guess with zeros after its first `at` characters and others behind it. */
static void try_zeros(coding__suggesting *s, const coding__guess *guess, unsigned at, unsigned front, unsigned behind)
{
    char     text[CODING__GUESS_MOST];
    unsigned length = guess->length + front + behind;
    if (!(front + behind) || length > sizeof text) return;
    memset(text, '0', sizeof text);
    memcpy(text, guess->text, at);
    memcpy(text + at + front, guess->text + at, guess->length - at);
    uint32_t at_node = coding__follow(s, coding__root(s->book, (unsigned)s->system), text, length);
    if (!at_node) return;
    coding__node  node = coding__node_at(s->book, at_node);
    coding_repair repair = front ? CODING_REPAIR_LEADING_ZERO : CODING_REPAIR_TRAILING;
    uint32_t      cost = guess->cost + CODING__COST_ZEROS + front + behind;
    coding__offer_node(s, &node, guess->repair ? guess->repair : repair, cost);
    if (front && guess->dot && !coding__node_stands(s, &node)) coding__complete(s, at_node, text, length, cost);
}

static bool are_digits(const char *text, unsigned length)
{
    for (unsigned i = 0; i < length; i++)
        if (!coding__is_digit(text[i])) return false;
    return true;
}

/* ICD-9-CM has a fixed number of characters before its dot: where the dot stands, it says how many zeros were lost. */
static void repair_icd9(coding__suggesting *s, const coding__guess *guess)
{
    bool     letter = !coding__is_digit(guess->text[0]);
    unsigned before = s->system == CODING_ICD9PCS ? 2 : letter && guess->text[0] == 'E' ? 4 : 3;
    if (!are_digits(guess->text + letter, guess->length - letter)) return;
    unsigned least = guess->dot && guess->dot < before ? before - guess->dot : 0;
    unsigned most = guess->dot ? least : before - 1 - letter;
    for (unsigned front = least; front <= most; front++)
        for (unsigned behind = 0; behind <= (letter ? 0 : BEHIND_MOST); behind++)
            try_zeros(s, guess, letter, front, behind);
}

void coding__repair_zeros(coding__suggesting *s, const coding__guess *guess)
{
    unsigned length = length_in(s->system);
    if (s->system == CODING_ICD9CM || s->system == CODING_ICD9PCS) repair_icd9(s, guess);
    else if (guess->length < length) try_zeros(s, guess, s->system == CODING_HCPCS, length - guess->length, 0);
}
