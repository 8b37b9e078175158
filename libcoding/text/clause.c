#include "text/clause.h"

#include <string.h>

#include "base/text.h"
#include "text/endings.h"
#include "text/numbers.h"
#include "text/vocabulary.h"
#include "text/words.h"

enum { CLAUSE_BYTES = CODING_SCAN_REACH - 64 };
enum { LOOK_AHEAD = 48, INDENT_MOST = 32 }; /* what may decide how a word or a clause ends lies no further */

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

static inline letter letter_at(const coding__clauses *from, size_t at)
{
    return (letter)letters[(unsigned char)from->text[at]];
}

#define EACH_BYTE 0x0101010101010101u
#define TOP_BITS  (EACH_BYTE << 7)

/* The top bit of each byte that lies in a range; those of all bytes are 0. */
static inline uint64_t within(uint64_t bytes, unsigned first, unsigned last)
{
    return (bytes + EACH_BYTE * (128 - first)) & ~(bytes + EACH_BYTE * (127 - last)) & TOP_BITS;
}

/* How many of eight bytes are letters and digits, up to the first that is none. */
static inline size_t plain_among(uint64_t bytes)
{
    uint64_t low = bytes & ~TOP_BITS, plain = within(low | EACH_BYTE * 0x20, 'a', 'z') | within(low, '0', '9');
    uint64_t other = (plain & ~bytes) ^ TOP_BITS;
    if (!other) return 8;
    return (size_t)__builtin_ctzll(other) / 8;
}

/* A word of plain letters ends where any other byte stands; where that one may belong to it, text/words.h decides. */
static inline size_t plain_end(const coding__clauses *from, size_t at, size_t past)
{
    while (past - at >= 8) {
        size_t count = plain_among(coding__load64((const unsigned char *)from->text + at));
        at += count;
        if (count < 8) return at;
    }
    while (at < past && letter_at(from, at) == LETTER_WORD) at++;
    return at;
}

/* May as many bytes be read as the lexicon looks at? */
static inline bool has_room(const coding__clauses *from, size_t offset)
{
    return from->length - offset > CODING__LEXEME_LETTERS;
}

static inline void hear(const coding__clauses *from, coding__clause *made, size_t offset, size_t length)
{
    made->words[made->count++] = (coding__heard){.offset = offset, .length = (uint32_t)length};
    if (has_room(from, offset)) coding__lexicon_fetch(from->lexicon, from->text + offset, length);
}

static const coding__lexeme *find_last(const coding__clauses *from, size_t offset, size_t length)
{
    char ending[CODING__LEXEME_LETTERS + 1] = "";
    if (length >= sizeof ending) return coding__lexicon_find(from->lexicon, from->text + offset, length);
    memcpy(ending, from->text + offset, length);
    return coding__lexicon_find(from->lexicon, ending, length);
}

/* Looks the words of a clause up. */
static void understand(const coding__clauses *from, coding__clause *made)
{
    for (size_t i = 0; i < made->count; i++) {
        coding__heard        *word = &made->words[i];
        const coding__lexeme *known = has_room(from, word->offset)
                                          ? coding__lexicon_find(from->lexicon, from->text + word->offset, word->length)
                                          : find_last(from, word->offset, word->length);
        word->rank = known->rank;
        word->roles = known->roles;
        word->binding = known->binding;
    }
}

/* A word that is more than letters; answers where it ends. */
static size_t hear_rest(const coding__clauses *from, coding__clause *made, size_t at, size_t past)
{
    coding__words words = coding__words_of(from->text + at, past - at);
    coding__token token;
    if (!coding__words_next(&words, &token)) return past;
    hear(from, made, at, token.span.length);
    return at + token.span.length;
}

/* A character that may begin a word. It is asked by itself first: a reader of words would look for one to the end. */
static size_t hear_other(const coding__clauses *from, coding__clause *made, size_t at, size_t past)
{
    uint32_t      point;
    size_t        size = coding__text_point(from->text + at, past - at, &point);
    coding__words alone = coding__words_of(from->text + at, size);
    coding__token token;
    return coding__words_next(&alone, &token) ? hear_rest(from, made, at, past) : at + (size ? size : 1);
}

/* Where a line ends, prose goes on if the next one begins with a small letter. */
static bool goes_on(const coding__clauses *from, size_t at)
{
    size_t next = at + 1, most = at + INDENT_MOST;
    while (next < from->length && next < most && (from->text[next] == ' ' || from->text[next] == '\t')) next++;
    return next < from->length && coding__is_lower(from->text[next]);
}

/* "E. coli", "e.g. fever": the point behind one letter, where a small one follows. */
static bool is_short(const coding__clauses *from, size_t begin, size_t at)
{
    if (at == begin || !coding__is_letter(from->text[at - 1])) return false;
    letter before = at - 1 > begin ? letter_at(from, at - 2) : LETTER_NONE;
    return before != LETTER_WORD && before != LETTER_OTHER && goes_on(from, at);
}

static bool ends_clause(const coding__clauses *from, letter seen, size_t begin, size_t at)
{
    if (seen == LETTER_END) return true;
    if (seen == LETTER_LINE) return !goes_on(from, at);
    if (seen != LETTER_POINT || (at + 1 < from->length && (unsigned char)from->text[at + 1] > ' ')) return false;
    return !is_short(from, begin, at);
}

/* Does what stands here depend on bytes that are still to come? */
static bool is_open(const coding__clauses *from, size_t at) { return !from->last && from->length - at < LOOK_AHEAD; }

/* Where a clause without an end is cut: between characters. */
static size_t cut_from(const coding__clauses *from, size_t begin)
{
    size_t past = begin + CLAUSE_BYTES;
    if (from->length - begin <= CLAUSE_BYTES) return from->length;
    for (int back = 0; back < 3 && ((unsigned char)from->text[past] & 0xC0) == 0x80; back++) past--;
    return past;
}

/* May the word [at, end) go on with the byte behind it? A point may stand between digits, a stroke in shorthand of two
 * letters, an apostrophe before a letter. */
static bool may_go_on(const coding__clauses *from, size_t at, size_t end)
{
    const char *next = from->text + end;
    bool        more = end + 1 < from->length;
    switch (*next) {
    case '.': return more && coding__is_digit(next[-1]) && coding__is_digit(next[1]);
    case '/': return end - at <= 2;
    case '&': return false;
    case '\'': return more && ((unsigned char)next[1] >= 0x80 || letter_at(from, end + 1) == LETTER_WORD);
    default: return (unsigned char)*next >= 0x80;
    }
}

static size_t hear_word(const coding__clauses *from, coding__clause *made, size_t at, size_t past)
{
    size_t end = plain_end(from, at, past);
    if (end < past && may_go_on(from, at, end)) return hear_rest(from, made, at, past);
    return hear(from, made, at, end - at), end;
}

/* The number that a word is, a roman one too. */
static void read_number(const coding__clauses *from, const coding__heard *word, coding__token *number)
{
    coding__words words = coding__words_of(from->text + word->offset, word->length);
    if (!coding__words_next(&words, number)) memset(number, 0, sizeof *number);
    coding__normalise(&from->book->tables[CODING__ENDINGS], number->text, &number->length);
    coding__read_numeral("type", number->text, &number->length);
}

static void read_numeral(const coding__clauses *from, coding__heard *word)
{
    coding__token number;
    read_number(from, word, &number);
    const coding__lexeme *known = coding__lexicon_find(from->lexicon, number.text, number.length);
    word->rank = known->rank;
    word->roles = known->roles;
}

/* A number as a word of its own: "2type" where "type" binds it. The book may have that one and not the bare number. */
static void bind(const coding__clauses *from, coding__heard *word, uint32_t binding)
{
    char          text[2 * CODING__WORD_ROOM];
    coding__token number;
    const char   *bare = number.text, *beside = coding__binding_word(binding);
    if (word->rank == CODING__NO_WORD) read_number(from, word, &number);
    else bare = coding__vocabulary_word(from->book, word->rank);
    size_t length = strlen(bare), more = strlen(beside);
    if (length > 3) return;
    memcpy(text, bare, length);
    memcpy(text + length, beside, more);
    word->rank = coding__lexicon_find(from->lexicon, text, length + more)->rank;
}

/* Numbers belong to the word that counts them, before or behind; see text/reading.c, which reads so, too. */
static void settle_numbers(const coding__clauses *from, coding__clause *made)
{
    const coding__heard *counted = NULL;
    for (size_t i = 0; i < made->count; i++) {
        coding__heard *word = &made->words[i];
        bool roman = i && word->roles & CODING__ROLE_NUMERAL && made->words[i - 1].roles & CODING__ROLE_COUNTS;
        if (roman) read_numeral(from, word);
        if (word->roles & CODING__ROLE_NUMBER) {
            uint32_t behind = i + 1 < made->count ? made->words[i + 1].binding : 0;
            uint32_t before = counted ? counted->binding : 0;
            if (behind && coding__binds_behind(behind - 1)) bind(from, word, behind - 1);
            else if (before && !coding__binds_behind(before - 1)) bind(from, word, before - 1);
        }
        if (word->roles & CODING__ROLE_LETTERS && !(word->roles & CODING__ROLE_JOINS)) counted = word;
        if (word->roles & CODING__ROLE_DENIAL) word->rank = CODING__PHRASE_DENIAL;
    }
}

static void read_words(const coding__clauses *from, size_t begin, coding__clause *made)
{
    size_t past = cut_from(from, begin), at = begin;
    made->count = 0;
    while (at < past && made->count < CODING_SCAN_ROOM) {
        letter seen = letter_at(from, at);
        if (seen == LETTER_NONE) {
            at++;
            continue;
        }
        if (seen == LETTER_WORD) at = hear_word(from, made, at, past);
        else if (ends_clause(from, seen, begin, at)) {
            made->end = at + 1;
            made->whole = seen == LETTER_END || !is_open(from, at + 1);
            return;
        } else at = seen == LETTER_OTHER ? hear_other(from, made, at, past) : at + 1;
    }
    made->end = at;
    made->whole = !is_open(from, at);
}

void coding__clause_read(const coding__clauses *from, size_t begin, coding__clause *made)
{
    read_words(from, begin, made);
    if (!made->whole) return;
    understand(from, made);
    settle_numbers(from, made);
}
