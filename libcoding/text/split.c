/* The cheapest ways through a word: for each letter that a part may end before, and each kind of the part that ended
 * there, a few best ways to have come so far. */
#include "text/split.h"

#include <string.h>

enum {
    WAYS = 4,
    KINDS = CODING_PART_VOWEL + 2,
    START = CODING_PART_VOWEL + 1,
    NEVER = 10000,

    A_PART = 20,
    A_VOWEL = 2,
    A_LETTER = 17,
    TELLING = 3, /* letters */
    LONG = 5,
    UNKNOWN_PIECE = 60,
    UNKNOWN_LETTER = 30,
    NEARLY = 8, /* how much dearer another split may be and still be told; */
    FINER = 14  /* and, beside the cost of a part, one that parts further */
};

typedef struct way {
    uint32_t cost;
    uint32_t record;
    uint8_t  at, kind, rank; /* of the way it goes on from */
} way;

typedef struct table {
    const coding_book     *book;
    const coding__letters *letters;
    way                    ways[CODING__WORD_ROOM][KINDS][WAYS];
    uint8_t                counts[CODING__WORD_ROOM][KINDS];
} table;

/* A part that may stand next. */
typedef struct next {
    uint32_t         at, past;
    coding_part_kind kind;
    uint32_t         record;
    uint32_t         cost;
} next;

static bool is_vowel(char c) { return c && strchr("aeiouy", c); }

/* Short parts fit anywhere and tell little, short roots least; endings are short by nature. */
static uint32_t cost_of_part(coding_part_kind kind, uint32_t length)
{
    static const uint8_t costs[] = {0, 14, 6, 2};
    if (kind == CODING_PART_SUFFIX) return length == 1 ? A_LETTER : A_PART;
    uint32_t cost = A_PART + (length < sizeof costs ? costs[length] : 0);
    return kind == CODING_PART_ROOT && length < 3 ? cost + 4 : cost;
}

/* A few suffixes are words by themselves: "phimosis". */
static uint32_t at_start(const table *t, const next *one)
{
    if (one->kind != CODING_PART_SUFFIX) return 0;
    if (one->past < TELLING) return NEVER;
    return one->past == t->letters->length ? 22 : 30;
}

static uint32_t after_prefix(const next *one, uint32_t length)
{
    switch (one->kind) {
    case CODING_PART_PREFIX: return 1;
    case CODING_PART_SUFFIX: return length < 4 ? 18 : 2; /* "-emia" has a root in it, "-ic" has none */
    default: return 0;
    }
}

static uint32_t after_root(const table *t, const next *one)
{
    const char *text = t->letters->text;
    bool        smooth = is_vowel(text[one->at]) || is_vowel(text[one->at - 1]);
    switch (one->kind) {
    case CODING_PART_PREFIX: return 10;
    case CODING_PART_ROOT: return smooth ? 2 : 5;
    case CODING_PART_SUFFIX: return smooth ? 0 : 3;
    default: return 0;
    }
}

static uint32_t after_suffix(const next *one)
{
    switch (one->kind) {
    case CODING_PART_PREFIX: return 14;
    case CODING_PART_ROOT: return 10;
    case CODING_PART_SUFFIX: return 3;
    case CODING_PART_VOWEL: return 6;
    case CODING_PART_UNKNOWN: return 0;
    }
    return 0;
}

/* A vowel joins roots, and a root to a suffix that begins with a consonant. */
static uint32_t after_vowel(const table *t, const next *one)
{
    switch (one->kind) {
    case CODING_PART_PREFIX: return 8;
    case CODING_PART_SUFFIX: return is_vowel(t->letters->text[one->at]) ? 4 : 0;
    default: return 0;
    }
}

/* What it costs that a part stands behind one of that kind. */
static uint32_t cost_of_joint(const table *t, unsigned before, const next *one)
{
    switch (before) {
    case START: return at_start(t, one);
    case CODING_PART_PREFIX: return after_prefix(one, one->past - one->at);
    case CODING_PART_ROOT: return after_root(t, one);
    case CODING_PART_SUFFIX: return after_suffix(one);
    case CODING_PART_VOWEL: return one->kind == CODING_PART_VOWEL ? NEVER : after_vowel(t, one);
    default: return one->kind == CODING_PART_UNKNOWN ? NEVER : 0;
    }
}

static void keep(table *t, const next *one, const way *made)
{
    way     *ways = t->ways[one->past][one->kind];
    uint8_t *count = &t->counts[one->past][one->kind];
    uint32_t at = *count;
    while (at > 0 && made->cost < ways[at - 1].cost) at--;
    if (at == WAYS) return;
    if (*count < WAYS) ++*count;
    memmove(ways + at + 1, ways + at, (*count - at - 1u) * sizeof *ways);
    ways[at] = *made;
}

/* Short parts stand by chance in any word; beside what is unknown only longer ones tell something, and beside a letter or
 * two of it none but long ones. */
static bool is_chance(const way *from, unsigned before, const next *one)
{
    uint32_t first = one->at - from->at, second = one->past - one->at;
    if (before == CODING_PART_UNKNOWN) return second < (first < TELLING ? LONG : TELLING);
    if (one->kind != CODING_PART_UNKNOWN || before == START) return false;
    return before < CODING_PART_VOWEL ? first < (second < TELLING ? LONG : TELLING) : second < TELLING;
}

/* Of endings in a row ("hepat-ic-al") the first is seldom short. */
static uint32_t cost_of_chain(const way *from, unsigned before, const next *one)
{
    return before == CODING_PART_SUFFIX && one->at - from->at < TELLING ? 8 : 0;
}

static void extend_one(table *t, unsigned before, const next *one)
{
    if (!t->counts[one->at][before]) return;
    uint32_t joint = cost_of_joint(t, before, one);
    for (uint32_t i = 0; joint < NEVER && i < t->counts[one->at][before]; i++) {
        const way *from = &t->ways[one->at][before][i];
        if (is_chance(from, before, one)) continue;
        uint32_t cost = from->cost + one->cost + joint + cost_of_chain(from, before, one);
        keep(t, one, &(way){cost, one->record, (uint8_t)one->at, (uint8_t)before, (uint8_t)i});
    }
}

/* Puts a part behind all that end where it begins. */
static void extend(table *t, const next *one)
{
    if (!coding__letters_part_at(t->letters, one->past) && one->past < t->letters->length) return;
    for (unsigned before = 0; before < KINDS; before++) extend_one(t, before, one);
}

/* The vowel that a record is joined by; of others it takes any but a dearer one. */
static void extend_vowel(table *t, uint32_t at)
{
    char vowel = t->letters->text[at];
    next one = {at, at + 1, CODING_PART_VOWEL, UINT32_MAX, A_VOWEL};
    if (!is_vowel(vowel) || at + 1 == t->letters->length || !coding__letters_part_at(t->letters, at + 1)) return;
    for (unsigned before = CODING_PART_PREFIX; before <= CODING_PART_SUFFIX; before++) {
        for (uint32_t i = 0; i < t->counts[at][before]; i++) {
            const way *from = &t->ways[at][before][i];
            bool own = coding__u8(t->book, CODING__PARTS, from->record, CODING__PART_VOWEL) == (unsigned char)vowel;
            if (before == CODING_PART_PREFIX && !own) continue;
            uint32_t cost = from->cost + one.cost + (before == CODING_PART_SUFFIX ? 6u : own ? 0u : 6u);
            keep(t, &one, &(way){cost, UINT32_MAX, (uint8_t)at, (uint8_t)before, (uint8_t)i});
        }
    }
}

/* "Hyp-oxia", "card-itis": a part loses its last vowel before another one. */
static void extend_elided(table *t, const coding__part_walk *walk, uint32_t at)
{
    uint32_t past = at + walk->depth;
    if (walk->depth < 2 || past >= t->letters->length || !is_vowel(t->letters->text[past])) return;
    for (uint32_t i = walk->first; i < walk->past; i++) {
        coding_part_kind kind = coding__part_kind(t->book, i);
        if (kind != CODING_PART_PREFIX && (kind != CODING_PART_ROOT || walk->depth < 3)) continue;
        if (coding__u8(t->book, CODING__PARTS, i, CODING__PART_LENGTH) != walk->depth + 1) continue;
        const char *letters = coding__text_of(t->book, CODING__PARTS, i, CODING__PART_LETTERS);
        size_t      length = strlen(letters);
        if (!length || !is_vowel(letters[length - 1])) continue; /* of a damaged book it may be none */
        extend(t, &(next){at, past, kind, i, cost_of_part(kind, walk->depth) + (walk->depth < 3 ? 8u : 3u)});
    }
}

/* An ending of one letter ends the word. */
static bool may_stand(const table *t, const next *one)
{
    return one->kind != CODING_PART_SUFFIX || one->past - one->at > 1 || one->past == t->letters->length;
}

static void extend_parts(table *t, uint32_t at)
{
    coding__part_walk walk = coding__parts(t->book);
    for (uint32_t past = at + 1; past <= t->letters->length; past++) {
        if (!coding__part_step(t->book, &walk, t->letters->text[past - 1])) return;
        for (uint32_t i = walk.first; coding__part_ends(t->book, &walk, i); i++) {
            coding_part_kind kind = coding__part_kind(t->book, i);
            next             one = {at, past, kind, i, cost_of_part(kind, walk.depth)};
            if (may_stand(t, &one)) extend(t, &one);
        }
        extend_elided(t, &walk, at);
    }
}

static void extend_unknown(table *t, uint32_t at)
{
    for (uint32_t past = at + 1; past <= t->letters->length; past++) {
        extend(t, &(next){at, past, CODING_PART_UNKNOWN, UINT32_MAX, UNKNOWN_PIECE + UNKNOWN_LETTER * (past - at)});
    }
}

static bool is_reached(const table *t, uint32_t at)
{
    for (unsigned kind = 0; kind < KINDS; kind++) {
        if (t->counts[at][kind]) return true;
    }
    return false;
}

static void fill(table *t)
{
    t->counts[0][START] = 1;
    for (uint32_t at = 0; at < t->letters->length; at++) {
        if (!is_reached(t, at)) continue;
        extend_vowel(t, at);
        extend_parts(t, at);
        extend_unknown(t, at);
    }
}

/* A word ends in a suffix or a root. */
static uint32_t cost_of_end(unsigned kind)
{
    switch (kind) {
    case CODING_PART_PREFIX: return 25;
    case CODING_PART_ROOT: return 2;
    case CODING_PART_VOWEL: return NEVER;
    default: return 0;
    }
}

/* Writes a way down from its end, then turns it round. */
static void trace(const table *t, unsigned kind, unsigned rank, coding__split *split)
{
    uint32_t past = t->letters->length;
    split->count = 0;
    split->whole = true;
    while (kind != START && split->count < CODING__SPLIT_PIECES) {
        const way *one = &t->ways[past][kind][rank];
        split->pieces[split->count++] = (coding__piece){one->at, (uint8_t)past, (coding_part_kind)kind, one->record};
        split->whole = split->whole && kind != CODING_PART_UNKNOWN;
        past = one->at, kind = one->kind, rank = one->rank;
    }
    for (uint32_t i = 0; i < split->count / 2; i++) {
        coding__piece piece = split->pieces[i];
        split->pieces[i] = split->pieces[split->count - 1 - i];
        split->pieces[split->count - 1 - i] = piece;
    }
}

/* What a split costs beside its parts: short ones, and joints that are seldom made. */
static uint32_t irregularity(const coding__split *split)
{
    uint32_t parts = 0;
    for (uint32_t i = 0; i < split->count; i++) parts += split->pieces[i].kind != CODING_PART_VOWEL;
    return split->cost > parts * A_PART ? split->cost - parts * A_PART : 0;
}

/* Puts a way that ends the word in its place among the best. */
static void offer(const table *t, unsigned kind, unsigned rank, coding__splits *splits)
{
    uint32_t cost = t->ways[t->letters->length][kind][rank].cost + cost_of_end(kind), at = splits->count;
    if (cost >= NEVER) return;
    while (at > 0 && cost < splits->items[at - 1].cost) at--;
    if (at == CODING__SPLITS) return;
    if (splits->count < CODING__SPLITS) splits->count++;
    memmove(splits->items + at + 1, splits->items + at, (splits->count - at - 1) * sizeof *splits->items);
    trace(t, kind, rank, &splits->items[at]);
    splits->items[at].cost = cost;
    splits->items[at].irregular = irregularity(&splits->items[at]);
}

/* The same pieces, under another kind or record that means the same. */
static bool is_same(const coding_book *book, const coding__split *a, const coding__split *b)
{
    if (a->count != b->count) return false;
    for (uint32_t i = 0; i < a->count; i++) {
        const coding__piece *x = &a->pieces[i], *y = &b->pieces[i];
        if (x->first != y->first || x->past != y->past) return false;
        const char *meaning = coding__text_of(book, CODING__PARTS, x->record, CODING__PART_MEANING);
        if (strcmp(meaning, coding__text_of(book, CODING__PARTS, y->record, CODING__PART_MEANING)) != 0) return false;
    }
    return true;
}

/* Does it part wherever the other one does, and more? */
static bool is_finer(const coding__split *other, const coding__split *best)
{
    uint32_t k = 0;
    for (uint32_t i = 0; i < best->count; i++, k++) {
        while (k < other->count && other->pieces[k].past < best->pieces[i].past) k++;
        if (k == other->count || other->pieces[k].past != best->pieces[i].past) return false;
    }
    return true;
}

static bool is_nearly(const coding__split *best, const coding__split *other)
{
    bool finer = is_finer(other, best) && other->irregular <= best->irregular + FINER
                 && other->cost <= best->cost + A_PART + FINER;
    return best->whole && other->whole && (finer || other->cost <= best->cost + NEARLY);
}

static void keep_near(const coding_book *book, coding__splits *splits)
{
    uint32_t kept = 1;
    for (uint32_t i = 1; i < splits->count; i++) {
        const coding__split *one = &splits->items[i];
        bool                 told = !is_nearly(&splits->items[0], one);
        for (uint32_t k = 0; k < kept && !told; k++) told = is_same(book, &splits->items[k], one);
        if (!told) splits->items[kept++] = *one;
    }
    splits->count = kept;
}

void coding__take_apart(const coding_book *book, const coding__letters *letters, coding__splits *splits)
{
    table t = {.book = book, .letters = letters};
    splits->count = 0;
    if (!letters->length) return;
    fill(&t);
    for (unsigned kind = 0; kind < KINDS; kind++) {
        for (unsigned rank = 0; rank < t.counts[letters->length][kind]; rank++) offer(&t, kind, rank, splits);
    }
    keep_near(book, splits);
}
