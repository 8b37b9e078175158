#include "text/spell.h"

#include <string.h>

#include "text/sound.h"

enum { LONGEST = 30, DEPTH = 48, FAR = 9 };

/* Rows of the distance table, one for each letter of the word of the book that is being walked. Row i, column j: the
 * cheapest way from the first j letters asked to the first i letters walked. */
typedef struct walk {
    const coding_book *book;
    const char        *text;
    size_t             length;
    uint32_t           sounds;
    unsigned           most;   /* slips allowed */
    uint8_t            rows[DEPTH][LONGEST + 1];
    uint32_t           onward[DEPTH]; /* letters that may follow row i, bit 0 for 'a'; any other letter leads nowhere */
    char               letters[DEPTH];
    bool               stopped; /* before the word that was walked last had ended */
} walk;

static uint8_t least(unsigned a, unsigned b) { return (uint8_t)(a < b ? a : b); }

/* Fills row `depth` for one more letter; answers its least entry. */
static unsigned step(walk *at, size_t depth, char letter)
{
    const uint8_t *above = at->rows[depth - 1];
    uint8_t       *row = at->rows[depth];
    size_t         first = depth > at->most ? depth - at->most : 1, last = depth + at->most < at->length ? depth + at->most : at->length;
    unsigned       best = FAR;
    at->letters[depth] = letter;
    row[first - 1] = first == 1 ? least((unsigned)depth, FAR) : FAR;
    for (size_t j = first; j <= last; j++) {
        unsigned value = above[j - 1] + (at->text[j - 1] != letter ? 1u : 0u);
        value = least(value, above[j] + 1u);
        value = least(value, row[j - 1] + 1u);
        bool swapped = depth > 1 && j > 1 && at->text[j - 1] == at->letters[depth - 1] && at->text[j - 2] == letter;
        if (swapped) value = least(value, at->rows[depth - 2][j - 2] + 1u);
        row[j] = (uint8_t)value;
        if (value < best) best = value;
    }
    if (last < at->length) row[last + 1] = FAR;
    return best > row[first - 1] ? row[first - 1] : best;
}

static bool may_be_meant(const coding_book *book, uint32_t rank, size_t length)
{
    uint32_t flags = coding__vocabulary_flags(book, rank);
    return !(flags & (CODING__WORD_SHORT | CODING__WORD_STOP)) && (flags & CODING__WORD_IN_TEXTS || length > 3);
}

static bool is_better(const coding_book *book, coding__correction a, coding__correction b)
{
    if (a.cost != b.cost) return a.cost < b.cost;
    uint32_t x = coding__u32(book, CODING__WORDS, a.rank, CODING__WORD_FLAGS) & CODING__WORD_IN_TEXTS;
    uint32_t y = coding__u32(book, CODING__WORDS, b.rank, CODING__WORD_FLAGS) & CODING__WORD_IN_TEXTS;
    return x != y ? x > y : a.rank < b.rank;
}

/* Words that few texts have are seldom meant. */
static uint32_t rarity(const coding_book *book, uint32_t rank)
{
    uint32_t count = coding__u32(book, CODING__WORDS, rank, CODING__WORD_COUNT);
    bool     common = !count && coding__vocabulary_flags(book, rank) & CODING__WORD_IN_TEXTS;
    return common || count > 400 ? 0 : count > 100 ? 1 : count > 40 ? 2 : count > 10 ? 3 : count > 3 ? 5 : 8;
}

/* More than this is another word. */
static uint32_t dearest_of(size_t length) { return length < 6 ? 11 : length < 9 ? 22 : 30; }

/* `sounds` is the sound of the text; 0 where it has none. */
static void offer(const coding_book *book, const char *text, size_t length, uint32_t sounds, uint32_t rank,
                  coding__corrections *found)
{
    const char *word = coding__vocabulary_word(book, rank);
    size_t      size = strlen(word);
    if (!may_be_meant(book, rank, size)) return;
    for (uint32_t i = 0; i < found->count; i++) {
        if (found->items[i].rank == rank) return;
    }
    coding__correction made = {rank, coding__slip_cost(text, length, word, size)};
    if (sounds && coding__sound(word, size) == sounds) made.cost = made.cost * 6 / 10;
    if (made.cost > dearest_of(length)) return;
    made.cost += rarity(book, rank) / 2;
    uint32_t           at = found->count;
    while (at > 0 && is_better(book, made, found->items[at - 1])) at--;
    if (at >= CODING__SPELL_MOST) return;
    if (found->count < CODING__SPELL_MOST) found->count++;
    for (uint32_t i = found->count - 1; i > at; i--) found->items[i] = found->items[i - 1];
    found->items[at] = made;
}

/* Of two slips at most one may lie in the first third of the word: what is wrong there twice is found by its sound. */
static unsigned allowed(const walk *at, size_t depth) { return depth * 3 < at->length && at->most > 1 ? 1 : at->most; }

static uint32_t bit_of(char letter) { return letter >= 'a' && letter <= 'z' ? 1u << (letter - 'a') : 1u << 26; }

/* The letters that may follow row `depth`: any while a slip is left, else those that cost nothing, or that end a swap
 * which was begun before the last slip. Most words of the alphabet end here, and need no row of their own. */
static void look_onward(walk *at, size_t depth, unsigned best)
{
    const uint8_t *row = at->rows[depth];
    size_t         first = depth >= at->most ? depth - at->most : 0;
    unsigned       most = allowed(at, depth);
    at->onward[depth] = best < most ? UINT32_MAX : 0;
    for (size_t j = first; best >= most && j < at->length && j <= depth + at->most; j++) {
        bool swapped = depth && j && at->text[j] == at->letters[depth] && at->rows[depth - 1][j - 1] < most;
        if (row[j] <= most) at->onward[depth] |= bit_of(at->text[j]);
        if (swapped) at->onward[depth] |= bit_of(at->text[j - 1]);
    }
}

/* Walks on by the letters that a word has behind the `known` ones; how many of them it could walk. */
static size_t walk_word(walk *at, const char *letters, size_t known, bool *reached)
{
    size_t depth = known;
    *reached = false;
    at->stopped = true;
    for (; *letters; letters++, depth++) {
        if (depth + 1 >= DEPTH || !(at->onward[depth] & bit_of(*letters))) return depth - known;
        unsigned best = step(at, depth + 1, *letters);
        if (best > allowed(at, depth)) return depth - known;
        look_onward(at, depth + 1, best);
    }
    bool near = depth + at->most >= at->length && depth <= at->length + at->most;
    *reached = near && at->rows[depth][at->length] <= at->most;
    at->stopped = false;
    return depth - known;
}

/* The letters of a word behind the first few; they end inside the section. NULL where a damaged book has none. */
static const char *letters_behind(const coding_book *book, uint32_t place, size_t known)
{
    uint32_t offset = coding__u32(book, CODING__ALPHABET, place, CODING__LETTER_LETTERS);
    uint32_t count = coding__count(book, CODING__LETTERS);
    bool     inside = offset < count && known < count - offset;
    return inside ? coding__vocabulary_letters(book, offset + (uint32_t)known) : NULL;
}

/* Passes over places that all share letters which lead nowhere. */
static uint32_t skip(const coding_book *book, uint32_t place, size_t dead)
{
    const coding__table *skips = &book->tables[CODING__SKIPS];
    uint32_t             block = place / CODING__SKIP_PLACES;
    while (block < skips->count && skips->bytes[block] >= dead) block++;
    return block * CODING__SKIP_PLACES;
}

static void walk_places(walk *at, uint32_t first, uint32_t past, coding__corrections *found)
{
    const coding_book *book = at->book;
    size_t             known = 0, dead = DEPTH;
    for (uint32_t place = first; place < past; place++) {
        if (place % CODING__SKIP_PLACES == 0) place = skip(book, place, dead);
        if (place >= past) break;
        uint32_t entry = coding__u32(book, CODING__ALPHABET, place, CODING__LETTER_WORD);
        size_t   shared = entry >> 24;
        if (shared >= dead) continue;
        if (shared < known) known = shared;
        bool        reached;
        const char *word = letters_behind(book, place, known);
        if (!word) continue;
        known += walk_word(at, word, known, &reached);
        dead = at->stopped ? known + 1 : DEPTH;
        if (reached) offer(book, at->text, at->length, at->sounds, entry & 0xFFFFFFu, found);
    }
}

/* A wrong first letter costs more than HARDLY, unless the word sounds alike, and then it was found by its sound. So
 * words that begin otherwise, nearly all of the alphabet, are walked only where nothing is found that is hardly wrong. */
static void walk_alphabet(walk *at, bool first_stands, coding__corrections *found)
{
    enum { HARDLY = 9 };
    char     next = (char)(at->text[0] + 1);
    uint32_t first = coding__vocabulary_place(at->book, at->text, 1);
    uint32_t past = coding__vocabulary_place(at->book, &next, 1);
    for (size_t j = 0; j <= LONGEST; j++) at->rows[0][j] = (uint8_t)(j < FAR ? j : FAR);
    look_onward(at, 0, 0);
    walk_places(at, first, past, found);
    if (first_stands || (found->count && found->items[0].cost <= HARDLY)) return;
    walk_places(at, 0, first, found);
    walk_places(at, past, coding__count(at->book, CODING__ALPHABET), found);
}

static void by_sound(const coding_book *book, const char *text, size_t length, uint32_t sound, coding__corrections *found)
{
    enum { MOST = 64 };
    if (!sound) return;
    uint32_t first = coding__lower_bound(book, CODING__SOUNDS, 0, sound, 0, coding__count(book, CODING__SOUNDS));
    for (uint32_t i = first; i < first + MOST && coding__u32(book, CODING__SOUNDS, i, 0) == sound; i++) {
        offer(book, text, length, sound, coding__u32(book, CODING__SOUNDS, i, 4), found);
    }
}

void coding__spell(const coding_book *book, const char *text, size_t length, bool first_stands,
                   coding__corrections *found)
{
    found->count = 0;
    if (length < 4 || length > LONGEST) return;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < 'a' || text[i] > 'z') return;
    }
    walk at = {.book = book, .text = text, .length = length, .most = length < 6 ? 1 : 2, .sounds = coding__sound(text, length)};
    by_sound(book, text, length, at.sounds, found);
    walk_alphabet(&at, first_stands, found);
}
