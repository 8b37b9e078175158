/* Scanning: a clause is read into words, each known by its rank, and the trie of phrases is walked from each of them. */
#include <coding/scan.h>

#include <string.h>

#include "base/text.h"
#include "text/endings.h"
#include "text/lexicon.h"
#include "text/numbers.h"
#include "text/phrase.h"
#include "text/vocabulary.h"
#include "text/words.h"

enum { CLAUSE_WORDS = CODING_SCAN_ROOM, CLAUSE_BYTES = CODING_SCAN_REACH - 64, STOPS_MOST = 5 };
enum { LOOK_AHEAD = 48, INDENT_MOST = 32 }; /* what may decide how a word or a clause ends lies no further */

typedef struct heard {
    size_t   offset;
    uint32_t length;
    uint32_t rank; /* CODING__PHRASE_DENIAL, CODING__NO_WORD */
    uint16_t roles;
    uint16_t binding;
} heard;

typedef struct clause {
    heard  words[CLAUSE_WORDS];
    size_t count;
    size_t end;   /* of its bytes, with what ends it */
    bool   whole; /* false: the text ends before it does */
} clause;

typedef struct scan {
    const coding_book *book;
    coding__lexicon   *lexicon;
    coding__table      nodes, roots, filter;
    uint32_t           bits;
    const char        *text;
    size_t             length;
    bool               last;
} scan;

typedef enum letter { LETTER_NONE, LETTER_WORD, LETTER_OTHER, LETTER_END, LETTER_LINE, LETTER_POINT } letter;

/* What a byte is to a word: letters and digits go on with it, what is OTHER has to be looked at. */
static const uint8_t letters[256] = {
    ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1,
    ['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1, ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1,
    ['K'] = 1, ['L'] = 1, ['M'] = 1, ['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1, ['S'] = 1, ['T'] = 1,
    ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1, ['Y'] = 1, ['Z'] = 1, ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1,
    ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1,
    ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1,
    ['y'] = 1, ['z'] = 1, ['\''] = LETTER_OTHER, ['/'] = LETTER_OTHER, ['&'] = LETTER_OTHER, ['.'] = LETTER_POINT,
    [';'] = LETTER_END, [':'] = LETTER_END, ['?'] = LETTER_END, ['!'] = LETTER_END, ['\n'] = LETTER_LINE,
#define HIGH4(n) [n] = LETTER_OTHER, [n + 1] = LETTER_OTHER, [n + 2] = LETTER_OTHER, [n + 3] = LETTER_OTHER
#define HIGH16(n) HIGH4(n), HIGH4(n + 4), HIGH4(n + 8), HIGH4(n + 12)
    HIGH16(128), HIGH16(144), HIGH16(160), HIGH16(176), HIGH16(192), HIGH16(208), HIGH16(224), HIGH16(240),
#undef HIGH16
#undef HIGH4
};

static inline letter letter_at(const scan *read, size_t at) { return (letter)letters[(unsigned char)read->text[at]]; }

/* A word of plain letters ends where any other byte stands; where that one may belong to it, text/words.h decides. */
static inline size_t plain_end(const scan *read, size_t at, size_t past)
{
    while (at < past && letter_at(read, at) == LETTER_WORD) at++;
    return at;
}

static void hear(const scan *read, clause *made, size_t offset, size_t length)
{
    const coding__lexeme *word = coding__lexicon_find(read->lexicon, read->text + offset, length);
    made->words[made->count++] = (heard){offset, (uint32_t)length, word->rank, word->roles, word->binding};
}

/* A word that is more than letters; answers where it ends. */
static size_t hear_rest(const scan *read, clause *made, size_t at, size_t past)
{
    coding__words words = coding__words_of(read->text + at, past - at);
    coding__token token;
    if (!coding__words_next(&words, &token)) return past;
    hear(read, made, at, token.span.length);
    return at + token.span.length;
}

/* A character that may begin a word. It is asked by itself first: a reader of words would look for one to the end. */
static size_t hear_other(const scan *read, clause *made, size_t at, size_t past)
{
    uint32_t      point;
    size_t        size = coding__text_point(read->text + at, past - at, &point);
    coding__words alone = coding__words_of(read->text + at, size);
    coding__token token;
    return coding__words_next(&alone, &token) ? hear_rest(read, made, at, past) : at + (size ? size : 1);
}

/* Where a line ends, prose goes on if the next one begins with a small letter. */
static bool goes_on(const scan *read, size_t at)
{
    size_t next = at + 1, most = at + INDENT_MOST;
    while (next < read->length && next < most && (read->text[next] == ' ' || read->text[next] == '\t')) next++;
    return next < read->length && coding__is_lower(read->text[next]);
}

/* "E. coli", "e.g. fever": the point behind one letter, where a small one follows. */
static bool is_short(const scan *read, size_t begin, size_t at)
{
    if (at == begin || !coding__is_letter(read->text[at - 1])) return false;
    letter before = at - 1 > begin ? letter_at(read, at - 2) : LETTER_NONE;
    return before != LETTER_WORD && before != LETTER_OTHER && goes_on(read, at);
}

static bool ends_clause(const scan *read, letter seen, size_t begin, size_t at)
{
    if (seen == LETTER_END) return true;
    if (seen == LETTER_LINE) return !goes_on(read, at);
    if (seen != LETTER_POINT || (at + 1 < read->length && (unsigned char)read->text[at + 1] > ' ')) return false;
    return !is_short(read, begin, at);
}

/* Does what stands here depend on bytes that are still to come? */
static bool is_open(const scan *read, size_t at)
{
    return !read->last && read->length - at < LOOK_AHEAD;
}

/* Where a clause without an end is cut: between characters. */
static size_t cut_from(const scan *read, size_t begin)
{
    size_t past = begin + CLAUSE_BYTES;
    if (read->length - begin <= CLAUSE_BYTES) return read->length;
    for (int back = 0; back < 3 && ((unsigned char)read->text[past] & 0xC0) == 0x80; back++) past--;
    return past;
}

/* May the word [at, end) go on with the byte behind it? A point may stand between digits, a stroke in shorthand of two
 * letters, an apostrophe before a letter. */
static bool may_go_on(const scan *read, size_t at, size_t end)
{
    const char *next = read->text + end;
    bool        more = end + 1 < read->length;
    switch (*next) {
    case '.': return more && coding__is_digit(next[-1]) && coding__is_digit(next[1]);
    case '/': return end - at <= 2;
    case '&': return false;
    case '\'': return more && ((unsigned char)next[1] >= 0x80 || letter_at(read, end + 1) == LETTER_WORD);
    default: return (unsigned char)*next >= 0x80;
    }
}

static size_t hear_word(const scan *read, clause *made, size_t at, size_t past)
{
    size_t end = plain_end(read, at, past);
    if (end < past && may_go_on(read, at, end)) return hear_rest(read, made, at, past);
    return hear(read, made, at, end - at), end;
}

/* Reads the clause that begins at a place. One without an end is cut where a character begins. */
static void read_clause(const scan *read, size_t begin, clause *made)
{
    size_t past = cut_from(read, begin), at = begin;
    made->count = 0;
    while (at < past && made->count < CLAUSE_WORDS) {
        letter seen = letter_at(read, at);
        if (seen == LETTER_NONE) {
            at++;
            continue;
        }
        if (seen == LETTER_WORD) at = hear_word(read, made, at, past);
        else if (ends_clause(read, seen, begin, at)) {
            made->end = at + 1;
            made->whole = seen == LETTER_END || !is_open(read, at + 1);
            return;
        } else at = seen == LETTER_OTHER ? hear_other(read, made, at, past) : at + 1;
    }
    made->end = at;
    made->whole = !is_open(read, at);
}

/* The number that a word is, a roman one too. */
static void read_number(const scan *read, const heard *word, coding__token *number)
{
    coding__words words = coding__words_of(read->text + word->offset, word->length);
    if (!coding__words_next(&words, number)) memset(number, 0, sizeof *number);
    coding__normalise(&read->book->tables[CODING__ENDINGS], number->text, &number->length);
    coding__read_numeral("type", number->text, &number->length);
}

static void read_numeral(const scan *read, heard *word)
{
    coding__token number;
    read_number(read, word, &number);
    const coding__lexeme *known = coding__lexicon_find(read->lexicon, number.text, number.length);
    word->rank = known->rank;
    word->roles = known->roles;
}

/* A number as a word of its own: "2type" where "type" binds it. The book may have that one and not the bare number. */
static void bind(const scan *read, heard *word, uint32_t binding)
{
    char          text[2 * CODING__WORD_ROOM];
    coding__token number;
    const char   *bare = number.text, *beside = coding__binding_word(binding);
    if (word->rank == CODING__NO_WORD) read_number(read, word, &number);
    else bare = coding__vocabulary_word(read->book, word->rank);
    size_t length = strlen(bare), more = strlen(beside);
    if (length > 3) return;
    memcpy(text, bare, length);
    memcpy(text + length, beside, more);
    word->rank = coding__lexicon_find(read->lexicon, text, length + more)->rank;
}

/* Numbers belong to the word that counts them, before or behind; see text/reading.c, which reads so, too. */
static void settle_numbers(const scan *read, clause *made)
{
    const heard *counted = NULL;
    for (size_t i = 0; i < made->count; i++) {
        heard *word = &made->words[i];
        bool   roman = i && word->roles & CODING__ROLE_NUMERAL && made->words[i - 1].roles & CODING__ROLE_COUNTS;
        if (roman) read_numeral(read, word);
        if (word->roles & CODING__ROLE_NUMBER) {
            uint32_t behind = i + 1 < made->count ? made->words[i + 1].binding : 0, before = counted ? counted->binding : 0;
            if (behind && coding__binds_behind(behind - 1)) bind(read, word, behind - 1);
            else if (before && !coding__binds_behind(before - 1)) bind(read, word, before - 1);
        }
        if (word->roles & CODING__ROLE_LETTERS && !(word->roles & CODING__ROLE_JOINS)) counted = word;
        if (word->roles & CODING__ROLE_DENIAL) word->rank = CODING__PHRASE_DENIAL;
    }
}

static inline uint32_t field_of(const scan *read, uint32_t node, size_t field)
{
    return coding__load32(read->nodes.bytes + (size_t)node * CODING__PHRASE_BYTES + field);
}

/* The child of a node for a word; 0 where it has none. */
static inline uint32_t child_of(const scan *read, uint32_t node, uint32_t word)
{
    uint32_t bit = coding__phrase_bit(node, word, read->bits);
    if (!(read->filter.bytes[bit / 8] >> bit % 8 & 1)) return 0;
    uint32_t first = field_of(read, node, CODING__PHRASE_CHILD), past = field_of(read, node + 1, CODING__PHRASE_CHILD);
    if (past >= read->nodes.count) past = read->nodes.count - 1;
    while (first < past) {
        uint32_t middle = first + (past - first) / 2, here = field_of(read, middle, CODING__PHRASE_WORD);
        if (here == word) return middle > node ? middle : 0;
        if (here < word) first = middle + 1;
        else past = middle;
    }
    return 0;
}

/* The root's child for a word. That of a denial is the last one: its sign is greater than any rank. */
static inline uint32_t root_of(const scan *read, uint32_t word)
{
    if (word < read->roots.count) return coding__load32(read->roots.bytes + (size_t)word * 4);
    uint32_t last = field_of(read, 1, CODING__PHRASE_CHILD) - 1;
    bool     there = word == CODING__PHRASE_DENIAL && last < read->nodes.count - 1;
    return there && field_of(read, last, CODING__PHRASE_WORD) == word ? last : 0;
}

static inline bool is_passed(const heard *word)
{
    return word->roles & CODING__ROLE_STOP && word->rank != CODING__PHRASE_DENIAL;
}

/* The next word that says something, over a few that do not; the end of the clause where there is none. */
static inline size_t next_telling(const clause *made, size_t at)
{
    for (size_t stops = 0; ++at < made->count && is_passed(&made->words[at]);)
        if (++stops > STOPS_MOST) return made->count;
    return at;
}

/* The longest phrase that begins at a word: its last word and its node; 0 where none begins. */
static uint32_t longest_at(const scan *read, const clause *made, size_t at, size_t *end, uint32_t *words)
{
    uint32_t node = root_of(read, made->words[at].rank), found = 0, depth = 1;
    while (node && node < read->nodes.count - 1) {
        if (field_of(read, node, CODING__PHRASE_TARGET)) found = node, *end = at, *words = depth;
        at = next_telling(made, at);
        if (at >= made->count) break;
        node = child_of(read, node, made->words[at].rank);
        depth++;
    }
    return found;
}

static coding_phrase phrase_of(const scan *read, const heard *first, const heard *last, uint32_t node, uint32_t words)
{
    uint32_t      target = field_of(read, node, CODING__PHRASE_TARGET), row = target & CODING__PHRASE_NO_CODE;
    coding_phrase made = {.span = {first->offset, last->offset + last->length - first->offset}, .words = words};
    made.kind = (coding_phrase_kind)(target >> 24 <= CODING_PHRASE_INDEX ? target >> 24 : 0);
    if (row && row != CODING__PHRASE_NO_CODE) made.entry = coding_book_entry(read->book, row - 1);
    return made;
}

static size_t find_all(const scan *read, const clause *made, coding_phrase *found)
{
    size_t count = 0;
    for (size_t at = 0; at < made->count;) {
        size_t   end = at;
        uint32_t words = 0, node = is_passed(&made->words[at]) ? 0 : longest_at(read, made, at, &end, &words);
        if (node) found[count++] = phrase_of(read, &made->words[at], &made->words[end], node, words);
        at = end + 1;
    }
    return count;
}

static coding_status start(scan *read, coding_desk *desk, const char *text, size_t length, bool last)
{
    const coding_book *book = desk->book;
    *read = (scan){.book = book, .text = text, .length = length, .last = last};
    read->nodes = book->tables[CODING__PHRASES];
    read->roots = book->tables[CODING__PHRASE_ROOTS];
    read->filter = book->tables[CODING__PHRASE_FILTER];
    uint64_t bits = (uint64_t)read->filter.count * 8;
    if (read->nodes.count < 2 || !bits || bits > 1u << 31 || bits & (bits - 1)) return CODING_NOT_IN_BOOK;
    read->bits = (uint32_t)bits;
    return (read->lexicon = coding__lexicon_of(desk)) ? CODING_OK : CODING_NO_MEMORY;
}

coding_scanned coding_scan(coding_desk *desk, const char *text, size_t length, bool last, coding_phrase *found,
                           size_t room)
{
    scan           read;
    clause         here;
    coding_scanned done = {.status = start(&read, desk, text, length, last)};
    if (room < CODING_SCAN_ROOM) done.status = CODING_MISUSE;
    while (!done.status && done.settled < length && room - done.count >= CODING_SCAN_ROOM) {
        read_clause(&read, done.settled, &here);
        if (!here.whole) break;
        settle_numbers(&read, &here);
        done.count += find_all(&read, &here, found + done.count);
        done.settled = here.end;
    }
    return done;
}

const char *coding_phrase_kind_name(coding_phrase_kind kind)
{
    switch (kind) {
    case CODING_PHRASE_SYNONYM: return "synonym";
    case CODING_PHRASE_TITLE: return "title";
    case CODING_PHRASE_INCLUSION: return "inclusion";
    case CODING_PHRASE_INDEX: return "index";
    }
    return "unknown";
}
