/* Zeros that a spreadsheet dropped: in front of a code that looks like a number, and behind its decimal point. */
#include "entry/suggest.h"

#include "base/text.h"

#include <string.h>

enum { BEFORE_MOST = 3, BEHIND_MOST = 2 };

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
    case CODING_POS:
    case CODING_MDC:
    case CODING_DISCHARGE:
    case CODING_CVX: return 2;
    default: return 0;
    }
}

/* A guess with zeros put in after its first characters, and behind it. */
typedef struct padding {
    unsigned after;
    unsigned front;
    unsigned behind;
    uint32_t cost;
} padding;

static uint32_t node_of_padded(coding__suggesting *s, const coding__guess *guess, padding zeros, char *text)
{
    memset(text, '0', CODING__GUESS_MOST);
    memcpy(text, guess->text, zeros.after);
    memcpy(text + zeros.after + zeros.front, guess->text + zeros.after, guess->length - zeros.after);
    unsigned length = guess->length + zeros.front + zeros.behind;
    return coding__follow(s, coding__root(s->book, (unsigned)s->system), text, length);
}

static void try_zeros(coding__suggesting *s, const coding__guess *guess, padding zeros)
{
    char     text[CODING__GUESS_MOST];
    unsigned length = guess->length + zeros.front + zeros.behind;
    uint32_t at = length > guess->length && length <= sizeof text ? node_of_padded(s, guess, zeros, text) : 0;
    if (!at) return;
    coding__node  node = coding__node_at(s->book, at);
    coding_repair repair = zeros.front ? CODING_REPAIR_LEADING_ZERO : CODING_REPAIR_TRAILING;
    coding__offer_node(s, &node, guess->repair ? guess->repair : repair, guess->cost + zeros.cost);
    if (zeros.front && guess->dot && !coding__node_stands(s, &node))
        coding__complete(s, at, text, length, guess->cost + zeros.cost);
}

static bool are_digits(const char *text, unsigned length)
{
    for (unsigned i = 0; i < length; i++)
        if (!coding__is_digit(text[i])) return false;
    return true;
}

/* With a dot, ICD-9-CM says itself how many zeros were lost before it: 8.4 was 008.4, or 008.40. Without one the text
 * may have been a number (12 was 012, 012.0 or 012.00) or characters without their dot (12 was 0012, which is 001.2);
 * all fit as well. V and E codes have zeros after their letter, and are no numbers that lose any behind. */
static void repair_icd9(coding__suggesting *s, const coding__guess *guess)
{
    unsigned letter = !coding__is_digit(guess->text[0]);
    unsigned before = s->system == CODING_ICD9PCS ? 2 : letter && guess->text[0] == 'E' ? 4 : 3;
    unsigned whole = guess->dot ? guess->dot : guess->length;
    unsigned least = !guess->dot ? 0 : whole < before ? before - whole : 0, most = guess->dot ? least : BEFORE_MOST;
    if (!are_digits(guess->text + letter, guess->length - letter) || (guess->dot && whole > before)) return;
    uint32_t cost = least ? CODING__COST_ZEROS_AT_DOT : CODING__COST_ZEROS;
    for (unsigned front = least; front <= most; front++) {
        bool complete = whole + front == before && !letter;
        for (unsigned behind = 0; behind <= (complete ? BEHIND_MOST : 0); behind++)
            try_zeros(s, guess, (padding){letter, front, behind, cost});
    }
}

void coding__repair_zeros(coding__suggesting *s, const coding__guess *guess)
{
    unsigned length = length_in(s->system), letter = s->system == CODING_HCPCS;
    if (s->system == CODING_ICD9CM || s->system == CODING_ICD9PCS) repair_icd9(s, guess);
    else if (guess->length < length)
        try_zeros(s, guess, (padding){letter, length - guess->length, 0, CODING__COST_ZEROS});
}
