#define _POSIX_C_SOURCE 200809L

#include "search/hostile.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LONG = 65536, WORDS = 10000, WARM = 3, LAST_POINT = 0x10FFFF };
#if defined CODING_SLOW && !defined __SANITIZE_ADDRESS__ /* the address sanitizer asks for all of them */
enum { MOST_MILLISECONDS = 5000, TEXTS = 500, POINT_STEP = 64 };
#else
enum { MOST_MILLISECONDS = 50, TEXTS = 10000, POINT_STEP = 1 };
#endif

static double slowest;

double slowest_answer(void) { return slowest; }

static double milliseconds(void)
{
    struct timespec at;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static void assert_sane(coding_desk *desk, const coding_hits *hits, size_t length)
{
    assert_true(hits->count <= 10);
    for (size_t i = 0; i < hits->count; i++) {
        const coding_hit *hit = &hits->items[i];
        assert_true(coding_entry_code(hit->entry) != 0);
        assert_true(hit->score > 0 && strlen(hit->why) > 0);
        assert_true(i == 0 || hit->score <= hits->items[i - 1].score);
        for (size_t j = 0; j < hit->evidence_count; j++) {
            coding_span span = hit->evidence[j].span;
            assert_true(span.offset <= length && span.length <= length - span.offset);
            assert_non_null(hit->evidence[j].found);
        }
    }
    assert_non_null(coding_desk_book(desk));
}

static void ask(coding_desk *desk, const char *text, size_t length)
{
    double      began = milliseconds();
    coding_hits hits = coding_search(desk, text, length, NULL);
    double      took = milliseconds() - began;
    if (took > slowest) slowest = took;
    assert_true(took < MOST_MILLISECONDS);
    assert_true(hits.status == CODING_OK || hits.status == CODING_NOT_UTF8);
    if (hits.status == CODING_NOT_UTF8) assert_int_equal(hits.count, 0);
    assert_sane(desk, &hits, length);
    coding_desk_clear(desk);
}

/* The same numbers on every machine. */
static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void warm(coding_desk *desk)
{
    static const char query[] = "right patela fracture with hypertension, calculus of kidney and ureter; k922";
    for (int i = 0; i < WARM; i++) ask(desk, query, sizeof query - 1);
}

/* Asks so many texts of bytes from `first` to `last`; none takes memory. */
static void ask_random(coding_desk *desk, unsigned first, unsigned last, uint32_t seed)
{
    enum { LENGTH = 96 };
    char text[LENGTH];
    warm(desk);
    size_t calls = coding_desk_used(desk).calls;
    for (int i = 0; i < TEXTS; i++) {
        size_t length = next_number(&seed) % LENGTH;
        for (size_t j = 0; j < length; j++) text[j] = (char)(first + next_number(&seed) % (last - first + 1));
        ask(desk, text, length);
    }
    assert_int_equal(coding_desk_used(desk).calls, calls);
}

void random_bytes_are_answered(coding_desk *desk) { ask_random(desk, 0, 255, 1); }

/* Blanks, digits and letters of ASCII: words that are none, each of which is corrected and taken apart. */
void random_letters_are_answered(coding_desk *desk) { ask_random(desk, ' ', '~', 2); }

static void fill(char *text, size_t length, const char *piece)
{
    size_t size = strlen(piece);
    for (size_t i = 0; i < length; i++) text[i] = piece[i % size];
}

void queries_of_64_kib_are_answered(coding_desk *desk)
{
    static const char *const pieces[] = {"a",    "fracture", " ",        "fractuer ", "hypertensio n ",
                                         "((((", "s/p w/o ", "2/2",      "1.2.3.4.",  "kidney, ",
                                         "-",    "'s ",      "\xC3\xA6", "\xCC\x81",  "unspecified "};
    char                    *text = malloc(LONG);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        fill(text, LONG, pieces[i]);
        ask(desk, text, LONG);
    }
    free(text);
}

void queries_of_ten_thousand_words_are_answered(coding_desk *desk)
{
    enum { MOST = 14 };
    char    *text = malloc((size_t)WORDS * (MOST + 1));
    size_t   length = 0;
    uint32_t seed = 3;
    assert_non_null(text);
    for (int i = 0; i < WORDS; i++) {
        for (uint32_t left = 1 + next_number(&seed) % MOST; left > 0; left--) {
            text[length++] = (char)('a' + next_number(&seed) % 26);
        }
        text[length++] = ' ';
    }
    ask(desk, text, length);
    free(text);
}

static size_t put_point(uint32_t point, char out[4])
{
    size_t size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (size == 1) return out[0] = (char)point, size;
    for (size_t i = size; --i > 0; point >>= 6) out[i] = (char)(0x80u | (point & 0x3Fu));
    out[0] = (char)((0xF0u << (4 - size) & 0xF0u) | point);
    return size;
}

/* Every character of Unicode once, sixteen to a query: alone, and inside a word. */
void every_character_is_answered(coding_desk *desk)
{
    enum { POINTS = 16 };
    char   text[POINTS * 10];
    size_t length = 0, points = 0;
    for (uint32_t point = 0; point <= LAST_POINT; point += POINT_STEP) {
        if (point >= 0xD800 && point < 0xE000) continue; /* halves of characters are none */
        length += put_point(point, text + length);
        text[length++] = ' ';
        text[length++] = 'k';
        length += put_point(point, text + length);
        if (++points % POINTS) continue;
        ask(desk, text, length);
        length = 0;
    }
    ask(desk, text, length);
}
