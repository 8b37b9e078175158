#include "scan/naive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/reading.h"
#include "text/vocabulary.h"

enum { DEEPEST = 64, PHRASE_ROOM = 4096, CLAUSE_MOST = CODING_SCAN_REACH - 64, STOPS = 5, INDENT = 31 };

typedef struct phrase {
    char    *words;
    uint32_t count;
    uint32_t target;
} phrase;

struct naive {
    const coding_book *book;
    phrase            *phrases;
    size_t             count;
    uint32_t           longest;
};

/* A word of a clause. */
typedef struct word {
    char        text[CODING__WORD_ROOM]; /* common form; DENIAL */
    coding_span span;
    bool        says_nothing;
} word;

typedef struct clause {
    word   words[CODING_SCAN_ROOM];
    size_t count;
} clause;

static uint32_t field(const coding_book *book, uint32_t node, unsigned at)
{
    return coding__u32(book, CODING__PHRASES, node, at);
}

static const char *letters_of(const coding_book *book, uint32_t rank)
{
    return rank == CODING__PHRASE_DENIAL ? "DENIAL" : coding__vocabulary_word(book, rank);
}

/* Phrases that begin with the words so far; they are counted where there is no list. */
static void walk(naive *all, uint32_t node, char *words, uint32_t depth)
{
    size_t   length = strlen(words);
    uint32_t child = field(all->book, node, CODING__PHRASE_CHILD), here = 0;
    if (depth > all->longest) all->longest = depth;
    if (depth && field(all->book, node, CODING__PHRASE_TARGET)) {
        if (all->phrases)
            all->phrases[all->count] = (phrase){strdup(words), depth, field(all->book, node, CODING__PHRASE_TARGET)};
        all->count++;
    }
    for (; child && depth < DEEPEST && !(here & CODING__PHRASE_LAST); child++) {
        here = field(all->book, child, CODING__PHRASE_WORD);
        const char *letters = letters_of(all->book, here & CODING__PHRASE_RANK);
        snprintf(words + length, PHRASE_ROOM - length, "%s%s", depth ? " " : "", letters);
        walk(all, child, words, depth + 1);
    }
    words[length] = '\0';
}

static int by_words(const void *a, const void *b)
{
    const phrase *x = a, *y = b;
    return strcmp(x->words, y->words);
}

naive *naive_of(const coding_book *book)
{
    char   words[PHRASE_ROOM] = "";
    naive *all = calloc(1, sizeof *all);
    if (!all) return NULL;
    all->book = book;
    walk(all, 0, words, 0);
    size_t count = all->count;
    all->phrases = calloc(count ? count : 1, sizeof *all->phrases);
    all->count = 0;
    if (count && all->phrases) walk(all, 0, words, 0);
    if (all->count) qsort(all->phrases, count, sizeof *all->phrases, by_words);
    if (!all->count) naive_free(all), all = NULL;
    return all;
}

void naive_free(naive *all)
{
    for (size_t i = 0; all && i < all->count; i++) free(all->phrases[i].words);
    if (all) free(all->phrases);
    free(all);
}

size_t naive_count(const naive *all) { return all->count; }

static const phrase *find(const naive *all, char *words)
{
    phrase wanted = {.words = words};
    return bsearch(&wanted, all->phrases, all->count, sizeof wanted, by_words);
}

/* A line goes on in the next one where that begins with a small letter. */
static bool line_ends(const char *text, size_t length, size_t at)
{
    size_t next = at + 1;
    while (next < length && next < at + 1 + INDENT && (text[next] == ' ' || text[next] == '\t')) next++;
    return next >= length || text[next] < 'a' || text[next] > 'z';
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* May it stand in a word, or join two? */
static bool is_of_word(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || (c && strchr("'/&", c)) || (unsigned char)c >= 128;
}

/* "E. coli", "e.g. fever" go on. */
static bool point_ends(const char *text, size_t length, size_t begin, size_t at)
{
    if (at + 1 < length && (unsigned char)text[at + 1] > ' ') return false;
    bool lone = at > begin && is_letter(text[at - 1]) && (at - 1 == begin || !is_of_word(text[at - 2]));
    return !lone || line_ends(text, length, at);
}

static bool ends_at(const char *text, size_t length, size_t begin, size_t at)
{
    if (strchr(";:?!", text[at])) return text[at] != '\0';
    if (text[at] == '\n') return line_ends(text, length, at);
    return text[at] == '.' && point_ends(text, length, begin, at);
}

/* Where the clause ends, with what ends it: a mark, or so many bytes. */
static size_t end_of(const char *text, size_t length, size_t begin)
{
    size_t past = begin + CLAUSE_MOST, at = begin;
    if (length - at <= CLAUSE_MOST) past = length;
    for (int back = 0; past < length && back < 3 && ((unsigned char)text[past] & 0xC0) == 0x80; back++) past--;
    while (at < past && !ends_at(text, length, begin, at)) at++;
    return at < past ? at + 1 : past;
}

/* The same, or behind so many words. */
static size_t cut_at(const char *text, size_t begin, size_t end)
{
    coding__words words = coding__words_of(text + begin, end - begin);
    coding__token token;
    size_t        past = end;
    for (size_t count = 0; count < CODING_SCAN_ROOM && coding__words_next(&words, &token); count++) {
        if (count + 1 == CODING_SCAN_ROOM) past = begin + token.span.offset + token.span.length;
    }
    return past;
}

static bool denies(const char *text, coding_span span)
{
    coding__words again = coding__words_of(text + span.offset, span.length);
    coding__token written;
    return coding__words_next(&again, &written) && coding__word_denies(written.text);
}

static word word_of(const naive *all, const char *text, const coding__token *token)
{
    word     made = {.span = token->span};
    uint32_t rank = coding__vocabulary_find(all->book, token->text, token->length);
    memcpy(made.text, token->text, sizeof made.text);
    if (denies(text, token->span)) strcpy(made.text, "DENIAL");
    else made.says_nothing = rank != CODING__NO_WORD && coding__vocabulary_flags(all->book, rank) & CODING__WORD_STOP;
    return made;
}

static void read_clause(const naive *all, const char *text, size_t begin, size_t end, clause *made)
{
    coding__reading reading = coding__reading_of(&all->book->tables[CODING__ENDINGS], NULL, text + begin, end - begin);
    coding__token   token;
    coding__part    part;
    made->count = 0;
    while (made->count < CODING_SCAN_ROOM && coding__reading_next(&reading, &token, &part)) {
        token.span.offset += begin;
        made->words[made->count++] = word_of(all, text, &token);
    }
}

/* The words that say something, from one on, where no more than a few that do not stand between them. */
static size_t telling_from(const clause *made, size_t first, size_t telling[])
{
    size_t count = 0, passed = 0;
    for (size_t i = first; i < made->count && passed <= STOPS; i++) {
        if (made->words[i].says_nothing) passed++;
        else telling[count++] = i, passed = 0;
    }
    return count;
}

static const phrase *longest_at(const naive *all, const clause *made, size_t first, size_t *last)
{
    size_t telling[CODING_SCAN_ROOM], count = telling_from(made, first, telling), ends[DEEPEST];
    char   words[PHRASE_ROOM] = "";
    if (made->words[first].says_nothing) return NULL;
    if (count > all->longest) count = all->longest;
    for (size_t i = 0; i < count; i++) {
        if (i) strcat(words, " ");
        strcat(words, made->words[telling[i]].text);
        ends[i] = strlen(words);
    }
    for (size_t n = count; n > 0; n--) {
        words[ends[n - 1]] = '\0';
        const phrase *found = find(all, words);
        if (found) return *last = telling[n - 1], found;
    }
    return NULL;
}

static coding_phrase phrase_of(const naive *all, const phrase *known, coding_span first, coding_span last)
{
    coding_phrase made = {.span = {first.offset, last.offset + last.length - first.offset}, .words = known->count};
    uint32_t      row = known->target & 0xFFFFFFu;
    made.kind = (coding_phrase_kind)(known->target >> 24);
    if (row != CODING__PHRASE_NO_CODE) made.entry = coding_book_entry(all->book, row - 1);
    return made;
}

size_t naive_clause(const naive *all, const char *text, size_t length, size_t *at, coding_phrase *found)
{
    static clause here; /* large, and a test is one thread */
    size_t        end = cut_at(text, *at, end_of(text, length, *at)), count = 0;
    read_clause(all, text, *at, end, &here);
    for (size_t i = 0; i < here.count; i++) {
        size_t        last = i;
        const phrase *known = longest_at(all, &here, i, &last);
        if (known) found[count++] = phrase_of(all, known, here.words[i].span, here.words[last].span);
        i = last;
    }
    *at = end;
    return count;
}

bool naive_words(const naive *all, const char *text, size_t length, char *words, size_t room)
{
    static clause here;
    size_t        end = cut_at(text, 0, end_of(text, length, 0)), used = 0;
    read_clause(all, text, 0, end, &here);
    *words = '\0';
    for (size_t i = 0; i < here.count && used < room; i++) {
        if (here.words[i].says_nothing) continue;
        used += (size_t)snprintf(words + used, room - used, "%s%s", used ? " " : "", here.words[i].text);
    }
    return end == length && used < room;
}

bool naive_same(const coding_phrase *one, const coding_phrase *other)
{
    return one->span.offset == other->span.offset && one->span.length == other->span.length
           && one->entry.book == other->entry.book && one->entry.row == other->entry.row && one->kind == other->kind
           && one->words == other->words;
}
