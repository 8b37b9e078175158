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
    memset(lexicon->tags, 0, sizeof lexicon->tags);
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
    coding__mark_endings(&desk->book->tables[CODING__ENDINGS], &lexicon->marks);
    desk->kept[CODING__KEEPS_LEXICON] = (coding__kept){lexicon, wipe, end};
    return lexicon;
}

static uint32_t roles_of(const coding_book *book, const char *written, const coding__token *common, uint32_t rank)
{
    char    numeral[CODING__WORD_ROOM];
    uint8_t length = common->length;
    memcpy(numeral, common->text, sizeof numeral);
    coding__read_numeral("type", numeral, &length);
    uint32_t roles = rank == CODING__NO_WORD ? 0 : coding__vocabulary_flags(book, rank) & CODING__WORD_STOP;
    if (coding__word_denies(written)) roles |= CODING__ROLE_DENIAL;
    if (coding__is_bare_number(common->text, common->length)) roles |= CODING__ROLE_NUMBER;
    if (strcmp(numeral, common->text) != 0) roles |= CODING__ROLE_NUMERAL;
    if (coding__word_counts(common->text)) roles |= CODING__ROLE_COUNTS;
    if (coding__is_letter(common->text[0])) roles |= CODING__ROLE_LETTERS;
    if (!strcmp(common->text, "and") || !strcmp(common->text, "or")) roles |= CODING__ROLE_JOINS;
    return roles;
}

/* Letters and digits of ASCII, as nearly all words are, are read as themselves. */
static bool read_plain(const char *text, size_t length, coding__token *made)
{
    for (size_t i = 0; i < length; i++) {
        if (!coding__is_letter(text[i]) && !coding__is_digit(text[i])) return false;
        if (i + 1 < CODING__WORD_ROOM) made->text[i] = coding__to_lower(text[i]);
    }
    made->length = (uint8_t)(length < CODING__WORD_ROOM ? length : CODING__WORD_ROOM - 1);
    made->text[made->length] = '\0';
    return length != 0;
}

static void read(const coding__lexicon *lexicon, const char *text, size_t length, coding__lexeme *made)
{
    const coding_book *book = lexicon->book;
    coding__words words = coding__words_of(text, length);
    coding__token common;
    char          written[CODING__WORD_ROOM];
    made->rank = CODING__NO_WORD;
    if (!read_plain(text, length, &common) && !coding__words_next(&words, &common)) return;
    memcpy(written, common.text, sizeof written);
    coding__normalise_marked(&book->tables[CODING__ENDINGS], &lexicon->marks, common.text, &common.length);
    made->rank = coding__vocabulary_find(book, common.text, common.length);
    made->roles = (uint16_t)roles_of(book, written, &common, made->rank);
    made->binding = (uint16_t)(coding__binding_of(common.text) + 1);
}

/* Letters with NULs behind them, as three little-endian numbers on any machine: the first 24 bytes of a lexeme, its
 * length on top. */
typedef struct key {
    uint64_t a, b, c;
} key;

/* The first letters of eight. */
static inline uint64_t first_of(const char *text, size_t count)
{
    static const uint64_t masks[] = {0,          0xFF,         0xFFFF,         0xFFFFFF,        0xFFFFFFFF,
                                     0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, UINT64_MAX};
    return coding__load64((const unsigned char *)text) & masks[count < 8 ? count : 8];
}

static inline key key_of(const char *text, size_t length)
{
    uint64_t above = (uint64_t)length << 56;
    return (key){first_of(text, length), first_of(text + 8, length > 8 ? length - 8 : 0),
                 first_of(text + 16, length > 16 ? length - 16 : 0) | above};
}

static inline uint64_t hash_of(const key *word)
{
    uint64_t hash = word->a * 0x9E3779B97F4A7C15u + word->b * 0xC2B2AE3D27D4EB4Fu + word->c * 0xD6E8FEB86659FD93u;
    hash = (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9u;
    return hash ^ hash >> 32;
}

static inline bool is_word(const coding__lexeme *word, const key *wanted)
{
    const unsigned char *at = (const unsigned char *)word;
    uint64_t             differs = (coding__load64(at) ^ wanted->a) | (coding__load64(at + 8) ^ wanted->b);
    return !(differs | (coding__load64(at + 16) ^ wanted->c));
}

enum { SET = CODING__LEXICON_SET, LAST = SET - 1, TAG_BITS = 16 };
#define EACH_TAG 0x0001000100010001u

/* Which of four tags it is: the lowest that is equal, SET where none is. Without a branch: nobody can guess it. */
static inline size_t tag_at(uint64_t tags, uint64_t tag)
{
    uint64_t differ = tags ^ tag * EACH_TAG, equal = (differ - EACH_TAG) & ~differ & EACH_TAG << (TAG_BITS - 1);
    if (!equal) return SET;
    return (size_t)__builtin_ctzll(equal) / TAG_BITS;
}

static void swap(coding__lexicon *lexicon, size_t set, size_t one, size_t other)
{
    coding__lexeme *words = &lexicon->words[set * SET], kept = words[one];
    uint64_t        tags = lexicon->tags[set];
    uint64_t        differ = (tags >> one * TAG_BITS ^ tags >> other * TAG_BITS) & 0xFFFF;
    lexicon->tags[set] = tags ^ differ << one * TAG_BITS ^ differ << other * TAG_BITS;
    words[one] = words[other];
    words[other] = kept;
}

/* Where a word is put: in a free place, or in the last one, which is for words that may never come again; who is met
 * there moves up. So a thousand names do not push out "the". */
static coding__lexeme *place_for(coding__lexicon *lexicon, size_t set, uint64_t tag)
{
    size_t at = tag_at(lexicon->tags[set], 0);
    if (at < SET) lexicon->used[lexicon->used_count++] = (uint16_t)(set * SET + at);
    else at = LAST;
    lexicon->tags[set] = (lexicon->tags[set] & ~((uint64_t)0xFFFF << at * TAG_BITS)) | tag << at * TAG_BITS;
    return &lexicon->words[set * SET + at];
}

static const coding__lexeme *learn(coding__lexicon *lexicon, const char *text, size_t length, size_t set, uint64_t tag)
{
    coding__lexeme *words = &lexicon->words[set * SET], *word = NULL;
    key             wanted = key_of(text, length);
    for (size_t i = 0; i < SET; i++) /* a tag may be that of two */
        if (is_word(&words[i], &wanted)) return &words[i];
    word = place_for(lexicon, set, tag);
    *word = (coding__lexeme){.length = (uint8_t)length};
    memcpy(word->letters, text, length);
    read(lexicon, text, length, word);
    return word;
}

static const coding__lexeme *read_passing(coding__lexicon *lexicon, const char *text, size_t length)
{
    lexicon->passing = (coding__lexeme){.length = 0};
    read(lexicon, text, length, &lexicon->passing);
    return &lexicon->passing;
}

static inline size_t set_of(uint64_t hash) { return (size_t)(hash % (CODING__LEXICON_WORDS / SET)); }
static inline uint64_t tag_of(uint64_t hash) { return hash >> 48 | 1; }

void coding__lexicon_fetch(const coding__lexicon *lexicon, const char *text, size_t length)
{
    key      wanted = key_of(text, length);
    uint64_t hash = hash_of(&wanted);
    size_t   set = set_of(hash), at = tag_at(lexicon->tags[set], tag_of(hash));
    __builtin_prefetch(&lexicon->words[set * SET + (at & LAST)]);
}

const coding__lexeme *coding__lexicon_find(coding__lexicon *lexicon, const char *text, size_t length)
{
    if (!length || length > CODING__LEXEME_LETTERS) return read_passing(lexicon, text, length);
    key      wanted = key_of(text, length);
    uint64_t hash = hash_of(&wanted), tag = tag_of(hash);
    size_t   set = set_of(hash), at = tag_at(lexicon->tags[set], tag);
    if (at == SET || !is_word(&lexicon->words[set * SET + at], &wanted)) return learn(lexicon, text, length, set, tag);
    if (at < LAST) return &lexicon->words[set * SET + at];
    size_t up = (hash >> 40) % LAST;
    return swap(lexicon, set, LAST, up), &lexicon->words[set * SET + up];
}
