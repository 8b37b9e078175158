/* Characters taken for one another: O for 0, I or l for 1, S for 5, B for 8, Z for 2. Instead of writing out every way
 * to read a text (three choices in each of seven places), the trie is walked with the choices in hand: it knows which
 * ways lead on. The walk without any choice is the guess itself.
 *
 * The same walk puts in placeholders that were left out, and leaves out those that are too many (ICD-10-CM, places 4
 * to 6), and passes over the punctuation in the codes of users' own systems. */
#include "entry/suggest.h"

#include <string.h>

enum { FIRST_HELD = 3, PAST_HELD = 6 };

typedef struct walk {
    coding__suggesting  *s;
    const coding__guess *guess;
    uint32_t             dearer; /* what every change costs more */
} walk;

/* How far a walk is, and what it did on the way. */
typedef struct place {
    uint32_t node;
    unsigned at;      /* characters read */
    unsigned depth;   /* characters of the code */
    unsigned changed; /* lookalikes */
    unsigned held;    /* placeholders put in or left out */
} place;

/* Characters that look like this one, it aside. */
static const char *lookalikes_of(char c)
{
    switch (c) {
    case '0': return "O";
    case 'O': return "0";
    case '1': return "IL";
    case 'I': return "1L";
    case 'L': return "1I";
    case '2': return "Z";
    case 'Z': return "2";
    case '5': return "S";
    case 'S': return "5";
    case '8': return "B";
    case 'B': return "8";
    default: return "";
    }
}

static void arrive(const walk *w, const coding__node *node, const place *p)
{
    coding_repair repair = w->guess->repair;
    uint32_t      cost = w->guess->cost;
    if (!p->changed && !p->held && !cost) repair = CODING_REPAIR_DOT, cost = CODING__COST_FORM;
    if (p->held) repair = CODING_REPAIR_PLACEHOLDER, cost += CODING__COST_PLACEHOLDER + p->held;
    if (p->changed) repair = CODING_REPAIR_LOOKALIKE, cost += CODING__COST_LOOKALIKE + p->changed;
    coding__offer_node(w->s, node, repair, cost + (p->changed || p->held ? w->dearer : 0));
}

static void go(const walk *w, place p);

static void follow(const walk *w, const coding__node *node, char c, place p)
{
    p.node = coding__child(node, coding__symbol_of(c));
    p.depth++;
    if (p.node) go(w, p);
}

static void go_by_placeholder(const walk *w, const coding__node *node, place p)
{
    if (w->s->system != CODING_ICD10CM || p.depth < FIRST_HELD || p.at >= w->guess->length) return;
    bool x = w->guess->text[p.at] == 'X', last = p.at + 1 == w->guess->length;
    p.held++;
    if (x && !last) go(w, (place){p.node, p.at + 1, p.depth, p.changed, p.held});
    else if (!x && p.depth < PAST_HELD) follow(w, node, 'X', p);
}

static void go_by_punctuation(const walk *w, const coding__node *node, place p)
{
    if (w->s->system < CODING_OWN_FIRST) return;
    for (const char *c = ".-_/"; *c; c++) follow(w, node, *c, p);
}

static void go(const walk *w, place p)
{
    if (!w->s->steps || p.depth > CODING__SYMBOLS) return;
    w->s->steps--;
    coding__node node = coding__node_at(w->s->book, p.node);
    if (p.at == w->guess->length) arrive(w, &node, &p);
    go_by_placeholder(w, &node, p);
    go_by_punctuation(w, &node, p);
    if (p.at == w->guess->length) return;
    char c = w->guess->text[p.at++];
    follow(w, &node, c, p);
    p.changed++;
    for (const char *other = lookalikes_of(c); *other; other++) follow(w, &node, *other, p);
}

void coding__repair_lookalike(coding__suggesting *s, const coding__guess *guess)
{
    bool     row = coding__node_of(s, guess->text, guess->length) != 0;
    walk     w = {s, guess, row ? CODING__COST_AGAINST_ROW : 0};
    uint32_t root = coding__root(s->book, (unsigned)s->system);
    if (root) go(&w, (place){.node = root});
}
