#include "scan_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/book.h"
#include "measure.h"
#include "text/vocabulary.h"

enum { DEEPEST = 64, PHRASE_ROOM = 4096, STRANGERS = 120000, SENTENCE_ROOM = 16384 };

static void *demand(void *memory)
{
    if (memory) return memory;
    fprintf(stderr, "bench_scan: no memory\n");
    exit(2);
}

static void add(bench_phrases *phrases, const char *words)
{
    if ((phrases->count & (phrases->count - 1)) == 0) {
        size_t room = phrases->count ? phrases->count * 2 : 1;
        phrases->items = demand(realloc(phrases->items, room * sizeof *phrases->items));
    }
    phrases->items[phrases->count++] = strcpy(demand(malloc(strlen(words) + 1)), words);
}

static const char *shown(const coding_book *book, uint32_t word)
{
    return word == CODING__PHRASE_DENIAL ? "without" : coding__vocabulary_shown(book, word);
}

static void walk(const coding_book *book, uint32_t node, char *words, unsigned depth, bench_phrases *phrases)
{
    size_t length = strlen(words);
    if (depth && coding__u32(book, CODING__PHRASES, node, CODING__PHRASE_TARGET)) add(phrases, words);
    uint32_t child = coding__u32(book, CODING__PHRASES, node, CODING__PHRASE_CHILD), word = 0;
    for (; child && depth < DEEPEST && !(word & CODING__PHRASE_LAST); child++) {
        word = coding__u32(book, CODING__PHRASES, child, CODING__PHRASE_WORD);
        snprintf(words + length, PHRASE_ROOM - length, "%s%s", depth ? " " : "",
                 shown(book, word & CODING__PHRASE_RANK));
        walk(book, child, words, depth + 1, phrases);
    }
    words[length] = '\0';
}

/* In no order: which ones come often in a text is left to chance. */
static void shuffle(bench_phrases *phrases)
{
    unsigned long long random = 20260101;
    for (size_t i = phrases->count; i > 1; i--) {
        size_t other = (size_t)(bench_random(&random) >> 11) % i;
        char  *kept = phrases->items[i - 1];
        phrases->items[i - 1] = phrases->items[other];
        phrases->items[other] = kept;
    }
}

bench_phrases bench_phrases_of(const coding_book *book)
{
    char          words[PHRASE_ROOM] = "";
    bench_phrases made = {.items = NULL};
    walk(book, 0, words, 0, &made);
    shuffle(&made);
    return made;
}

void bench_phrases_free(bench_phrases *phrases)
{
    for (size_t i = 0; i < phrases->count; i++) free(phrases->items[i]);
    free(phrases->items);
}

/* A sentence on its way. */
typedef struct sentence {
    const coding_book   *book;
    const bench_phrases *phrases;
    unsigned long long   random;
    char                 text[SENTENCE_ROOM];
    size_t               length;
} sentence;

static size_t draw(sentence *made, size_t below) { return (size_t)(bench_random(&made->random) >> 11) % below; }

/* As words come in texts: of a few thousand the n-th comes n times less often than the first (Zipf), and behind them it
 * falls with the square (Ferrer i Cancho and Sole 2001: two regimes). */
static size_t draw_often(sentence *made, size_t below)
{
    const double kernel = 6000, body = log(kernel);
    double       share = (double)draw(made, 1u << 24) / (1u << 24) * (body + 1);
    double       which = share < body ? exp(share) : kernel / (1 - (share - body));
    return which - 1 < (double)below ? (size_t)(which - 1) : draw(made, below);
}

static void put(sentence *made, const char *word)
{
    size_t length = strlen(word);
    if (made->length + length + 2 >= sizeof made->text) return;
    if (made->length) made->text[made->length++] = ' ';
    memcpy(made->text + made->length, word, length + 1);
    made->length += length;
}

static void put_one(sentence *made, const char *const *words, size_t count) { put(made, words[draw(made, count)]); }

#define PUT_ONE(made, words) put_one(made, words, sizeof(words) / sizeof *(words))

static void put_small(sentence *made)
{
    static const char *const words[] = {
        "the",     "of",    "and",  "to",      "with",  "a",      "was",   "in",    "is",   "for",  "on",
        "patient", "at",    "has",  "he",      "she",   "had",    "or",    "her",   "his",  "that", "by",
        "as",      "from",  "be",   "were",    "this",  "are",    "which", "after", "will", "been", "have",
        "there",   "then",  "who",  "also",    "some",  "now",    "since", "over",  "per",  "when", "up",
        "given",   "noted", "seen", "started", "daily", "stable", "today",
    };
    PUT_ONE(made, words);
}

static void put_denial(sentence *made)
{
    static const char *const words[] = {"denies",  "no",           "no",  "no evidence of",
                                        "without", "negative for", "not", "w/o"};
    PUT_ONE(made, words);
}

static void put_number(sentence *made)
{
    static const char *const units[] = {"mg",  "mL",   "cm",    "mmHg",  "%",     "mg/dL",
                                        "bpm", "days", "weeks", "hours", "years", "F"};
    char                     text[64];
    unsigned                 number = (unsigned)draw(made, 300);
    switch (draw(made, 4)) {
    case 0: snprintf(text, sizeof text, "%u/%u", number, (unsigned)draw(made, 120)); break;
    case 1: snprintf(text, sizeof text, "%u.%u", number, (unsigned)draw(made, 10)); break;
    default: snprintf(text, sizeof text, "%u", number); break;
    }
    put(made, text);
    if (draw(made, 3)) PUT_ONE(made, units);
}

/* The n-th word that no book has, and every fourth a name. */
static void put_stranger(sentence *made)
{
    static const char *const syllables[] = {"ba",  "dor", "mi",  "xen", "lu", "tra", "vi",  "nol",
                                            "pre", "ka",  "sto", "wen", "ri", "gal", "fe",  "zo",
                                            "her", "qui", "bur", "ley", "ma", "ton", "sha", "del"};
    enum { COUNT = sizeof syllables / sizeof *syllables };
    char   word[64] = "";
    size_t number = draw_often(made, STRANGERS), left = number + COUNT;
    for (; left; left /= COUNT) strcat(word, syllables[left % COUNT]);
    if (number % 4 == 0) word[0] = (char)(word[0] - 'a' + 'A');
    put(made, word);
}

static void put_word(sentence *made)
{
    uint32_t words = coding__count(made->book, CODING__WORDS);
    put(made, coding__vocabulary_shown(made->book, (uint32_t)draw_often(made, words)));
}

/* Whole, or broken off, or with a small word inside, as people write them. */
static void put_phrase(sentence *made)
{
    static const char *const inside[] = {"of the", "of", "in the", "and", "the"};
    const char              *phrase = made->phrases->items[draw_often(made, made->phrases->count)];
    bool                     broken = draw(made, 3) == 0;
    while (*phrase) {
        char   word[64];
        size_t length = strcspn(phrase, " ");
        snprintf(word, sizeof word, "%.*s", (int)length, phrase);
        put(made, word);
        phrase += length + (phrase[length] == ' ');
        if (*phrase && draw(made, 6) == 0) PUT_ONE(made, inside);
        if (broken && draw(made, 3) == 0) break;
    }
}

static void put_any(sentence *made)
{
    size_t which = draw(made, 100);
    if (which < 48) put_small(made);
    else if (which < 73) put_word(made);
    else if (which < 80) put_stranger(made);
    else if (which < 87) put_number(made);
    else if (which < 91) put_denial(made);
    else put_phrase(made);
    if (draw(made, 9) == 0) made->text[made->length++] = ',';
}

/* A title a line, now and then: a note has headings. */
static size_t make_sentence(sentence *made)
{
    static const char *const headings[] = {
        "ASSESSMENT:", "HPI:", "Plan:", "Past medical history:", "Labs:", "\nSUBJECTIVE:"};
    made->length = 0;
    made->text[0] = '\0';
    if (draw(made, 12) == 0) PUT_ONE(made, headings);
    for (size_t left = 4 + draw(made, 14); left > 0; left--) put_any(made);
    if (made->text[0] >= 'a' && made->text[0] <= 'z') made->text[0] = (char)(made->text[0] - 'a' + 'A');
    made->text[made->length++] = '.';
    made->text[made->length++] = draw(made, 3) ? ' ' : '\n';
    return made->length;
}

char *bench_scan_text(const coding_book *book, const bench_phrases *phrases, size_t length)
{
    static sentence made;
    char           *text = demand(malloc(length + SENTENCE_ROOM));
    size_t          at = 0;
    made = (sentence){.book = book, .phrases = phrases, .random = 20251001};
    while (at < length && phrases->count) {
        size_t more = make_sentence(&made);
        memcpy(text + at, made.text, more);
        at += more;
    }
    text[length] = '\0';
    return text;
}
