/* A code that a spreadsheet took for a number in E notation: 02700E6 is 2700 times 10 to the 6th, and comes back as
 * 2.70E+09. What was rounded away is gone, so every code of digits and one E whose value is written so is offered, and
 * none of them is likelier. The trie is walked along the digits, and left as soon as they differ from those written. */
#include "entry/suggest.h"

#include "base/text.h"

enum { DIGITS_MOST = 15, PLAIN_LEAST = 8, EXPONENT_MOST = 308 };

/* A number as it is written: `digits` has `count` significant digits, the first of them times 10 to the `exponent`. */
typedef struct number {
    uint64_t digits;
    unsigned count;
    unsigned exponent;
    bool     rounded; /* in E notation: further digits may have been there */
} number;

static const uint64_t tens[] = {1u, 10u, 100u, 1000u, 10000u, 100000u, 1000000u, 10000000u, 100000000u, 1000000000u};

typedef struct cursor {
    const char *at;
    const char *past;
} cursor;

static bool take(cursor *c, char wanted)
{
    if (c->at == c->past || *c->at != wanted) return false;
    c->at++;
    return true;
}

static bool take_digit(cursor *c, uint64_t *digits)
{
    if (c->at == c->past || !coding__is_digit(*c->at)) return false;
    *digits = *digits * 10 + (uint64_t)(*c->at++ - '0');
    return true;
}

/* 2.70E+09: one digit, others behind the point, and a power of ten. */
static bool read_scientific(cursor c, number *n)
{
    uint64_t exponent = 0;
    *n = (number){.rounded = true};
    if (!take_digit(&c, &n->digits) || !n->digits) return false;
    n->count = 1;
    if (take(&c, '.'))
        while (n->count < DIGITS_MOST && take_digit(&c, &n->digits)) n->count++;
    if (!take(&c, 'E') || c.at == c.past) return false;
    take(&c, '+');
    while (exponent <= EXPONENT_MOST && take_digit(&c, &exponent)) {}
    n->exponent = (unsigned)exponent;
    return c.at == c.past && exponent <= EXPONENT_MOST;
}

/* 2700000000 or 2700000000.0: longer than a code of digits. */
static bool read_plain(cursor c, number *n)
{
    *n = (number){0};
    while (n->count < DIGITS_MOST && take_digit(&c, &n->digits)) n->count++;
    if (take(&c, '.'))
        while (take(&c, '0')) {}
    n->exponent = n->count - 1;
    return c.at == c.past && n->count >= PLAIN_LEAST;
}

/* What the walk has read of a code. */
typedef struct read {
    uint64_t digits; /* before the E */
    unsigned count;  /* of them, without zeros in front */
    uint64_t power;
    bool     powered; /* past the E, with at least one digit behind it */
    bool     e;
} read;

static uint64_t scaled(uint64_t digits, unsigned up) { return up < 10 ? digits * tens[up] : UINT64_MAX; }

/* Would the digits be written as the number's? Half a unit of the last place either way, or none if it is exact. */
static bool agrees(const number *n, const read *r)
{
    if (!r->count || r->count > 9) return false;
    if (r->count <= n->count) return scaled(r->digits, n->count - r->count) == n->digits;
    uint64_t unit = tens[r->count - n->count];
    return n->rounded && (r->digits + unit / 2) / unit == n->digits;
}

/* Can digits that follow still make it agree? */
static bool may_agree(const number *n, const read *r)
{
    if (!r->count || r->count >= n->count) return true;
    uint64_t low = scaled(r->digits, n->count - r->count), high = scaled(r->digits + 1, n->count - r->count);
    return n->rounded ? low <= n->digits && n->digits <= high : low <= n->digits && n->digits < high;
}

typedef struct search {
    coding__suggesting *s;
    number              n;
} search;

static void arrive(const search *f, const coding__node *node, const read *r)
{
    if (r->powered && agrees(&f->n, r) && r->count - 1 + r->power == f->n.exponent)
        coding__offer_node(f->s, node, CODING_REPAIR_NUMBER, CODING__COST_NUMBER);
}

static void go(const search *f, uint32_t at, unsigned depth, read r)
{
    if (!f->s->steps || depth > CODING__SYMBOLS) return;
    f->s->steps--;
    coding__node node = coding__node_at(f->s->book, at);
    arrive(f, &node, &r);
    for (unsigned digit = 0; digit < 10; digit++) {
        uint32_t child = coding__child(&node, coding__symbol_of('0') + digit);
        read     next = r;
        if (r.e) next.power = r.power * 10 + digit, next.powered = true;
        else next.digits = r.digits * 10 + digit, next.count += r.count || digit;
        if (child && may_agree(&f->n, &next)) go(f, child, depth + 1, next);
    }
    uint32_t e = r.e || !r.count ? 0 : coding__child(&node, coding__symbol_of('E'));
    r.e = true;
    if (e) go(f, e, depth + 1, r);
}

void coding__repair_number(coding__suggesting *s, const coding__folded *folded)
{
    search   f = {.s = s};
    cursor   c = {folded->text, folded->text + folded->length};
    uint32_t root = coding__root(s->book, (unsigned)s->system);
    if (root && (read_scientific(c, &f.n) || read_plain(c, &f.n))) go(&f, root, 0, (read){0});
}
