#include "text/lexicon.h"

#include <string.h>

#include "base/text.h"
#include "text/endings.h"
#include "text/numbers.h"
#include "text/reading.h"
#include "text/vocabulary.h"

static void wipe(coding_desk *desk)
{
    coding__lexicon *lexicon = desk->kept[CODING__KEEPS_LEXICON].memory;
    for (uint32_t i = 0; i < lexicon->used_count; i++)
        memset(&lexicon->words[lexicon->used[i]], 0, sizeof *lexicon->words);
    memset(lexicon->used, 0, lexicon->used_count * sizeof *lexicon->used);
    memset(&lexicon->passing, 0, sizeof lexicon->passing);
    lexicon->used_count = 0;
}

static void end(coding_desk *desk)
{
    wipe(desk);
    coding__arena_give_back(&desk->arena, desk->kept[CODING__KEEPS_LEXICON].memory, sizeof(coding__lexicon));
    desk->kept[CODING__KEEPS_LEXICON].memory = NULL;
}

coding__lexicon *coding__lexicon_of(coding_desk *desk)
{
    if (desk->kept[CODING__KEEPS_LEXICON].memory) return desk->kept[CODING__KEEPS_LEXICON].memory;
    coding__lexicon *lexicon = coding__arena_borrow(&desk->arena, sizeof *lexicon);
    if (!lexicon) return NULL;
    memset(lexicon, 0, sizeof *lexicon);
    lexicon->book = desk->book;
    desk->kept[CODING__KEEPS_LEXICON] = (coding__kept){lexicon, wipe, end};
    return lexicon;
}

static uint32_t roles_of(const coding_book *book, const coding__token *written, const coding__token *common, uint32_t rank)
{
    char    numeral[CODING__WORD_ROOM];
    uint8_t length = common->length;
    memcpy(numeral, common->text, sizeof numeral);
    coding__read_numeral("type", numeral, &length);
    uint32_t roles = rank == CODING__NO_WORD ? 0 : coding__vocabulary_flags(book, rank) & CODING__WORD_STOP;
    if (coding__word_denies(written->text)) roles |= CODING__ROLE_DENIAL;
    if (coding__is_bare_number(common->text, common->length)) roles |= CODING__ROLE_NUMBER;
    if (strcmp(numeral, common->text) != 0) roles |= CODING__ROLE_NUMERAL;
    if (coding__word_counts(common->text)) roles |= CODING__ROLE_COUNTS;
    if (coding__is_letter(common->text[0])) roles |= CODING__ROLE_LETTERS;
    if (!strcmp(common->text, "and") || !strcmp(common->text, "or")) roles |= CODING__ROLE_JOINS;
    return roles;
}

static void read(const coding_book *book, const char *text, size_t length, coding__lexeme *made)
{
    coding__words words = coding__words_of(text, length);
    coding__token written, common;
    made->rank = CODING__NO_WORD;
    if (!coding__words_next(&words, &written)) return;
    common = written;
    coding__normalise(&book->tables[CODING__ENDINGS], common.text, &common.length);
    made->rank = coding__vocabulary_find(book, common.text, common.length);
    made->roles = (uint16_t)roles_of(book, &written, &common, made->rank);
    made->binding = (uint16_t)(coding__binding_of(common.text) + 1);
    memset(&written, 0, sizeof written);
    memset(&common, 0, sizeof common);
}

static inline uint64_t mix(uint64_t hash, uint64_t letters)
{
    hash = (hash ^ letters) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

/* Letters with NULs behind them, as three little-endian numbers on any machine: the first 24 bytes of a lexeme but for
 * its length. */
typedef struct key {
    uint64_t a, b, c;
} key;

/* Eight letters at most; `length` of them stand in the text. */
static inline uint64_t letters_of(const char *text, size_t length)
{
    const unsigned char *at = (const unsigned char *)text;
    if (length >= 8) return coding__load64(at);
    if (length >= 4) return coding__load32(at) | (uint64_t)coding__load32(at + length - 4) << (length - 4) * 8;
    if (!length) return 0;
    return at[0] | (uint64_t)at[length / 2] << length / 2 * 8 | (uint64_t)at[length - 1] << (length - 1) * 8;
}

static inline key key_of(const char *text, size_t length)
{
    key made = {letters_of(text, length), 0, 0};
    if (length > 8) made.b = letters_of(text + 8, length - 8);
    if (length > 16) made.c = letters_of(text + 16, length - 16);
    return made;
}

enum { SET = 4 }; /* places that a word may lie in */

/* The place of a word in its set, or where it is to be put. */
static coding__lexeme *place_of(coding__lexicon *lexicon, const key *wanted, size_t length, bool *found)
{
    uint64_t        hash = mix(mix(mix(length, wanted->a), wanted->b), wanted->c);
    coding__lexeme *set = &lexicon->words[hash % (CODING__LEXICON_WORDS / SET) * SET];
    *found = true;
    for (size_t i = 0; i < SET; i++) {
        const unsigned char *here = (const unsigned char *)&set[i];
        uint64_t differs = (coding__load64(here) ^ wanted->a) | (coding__load64(here + 8) ^ wanted->b);
        differs |= coding__load64(here + 16) ^ (wanted->c | (uint64_t)length << 56);
        if (!differs) return &set[i];
    }
    *found = false;
    for (size_t i = 0; i < SET; i++)
        if (!set[i].length) return &set[i];
    return &set[hash >> 40 & (SET - 1)];
}

const coding__lexeme *coding__lexicon_find(coding__lexicon *lexicon, const char *text, size_t length)
{
    bool found;
    if (!length || length > CODING__LEXEME_LETTERS) {
        lexicon->passing = (coding__lexeme){.length = 0};
        read(lexicon->book, text, length, &lexicon->passing);
        return &lexicon->passing;
    }
    key             wanted = key_of(text, length);
    coding__lexeme *word = place_of(lexicon, &wanted, length, &found);
    if (found) return word;
    if (!word->length) lexicon->used[lexicon->used_count++] = (uint16_t)(word - lexicon->words);
    *word = (coding__lexeme){.length = (uint8_t)length};
    memcpy(word->letters, text, length);
    read(lexicon->book, text, length, word);
    return word;
}
