#define _POSIX_C_SOURCE 200809L

#include "notes/hostile.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"

/* An instrument makes the units slow: the address sanitizer reads all small notes, and an endless one of a mebibyte. */
#if defined CODING_SLOW && !defined __SANITIZE_ADDRESS__
enum { TEXTS = 100, MOST_MILLISECONDS = 10000, ENDLESS = 1 << 18 };
#elif defined CODING_SLOW || defined __SANITIZE_ADDRESS__
enum { TEXTS = 2000, MOST_MILLISECONDS = 1000, ENDLESS = 1 << 20 };
#else
enum { TEXTS = 2000, MOST_MILLISECONDS = 100, ENDLESS = 1 << 26 };
#endif

/* The least that is read in a second of this thread, a third of what words make that nobody knows. */
enum { BYTES_A_SECOND = 1 << 17, NOTE = 400 };

static double slowest;

double slowest_note(void) { return slowest; }

static double milliseconds(void)
{
    struct timespec at;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

/* The same numbers on every machine. */
static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Does a place lie inside no character? */
static bool parts_characters(const char *text, size_t length, size_t at)
{
    uint32_t point;
    for (size_t back = 1; back < 4 && back <= at; back++)
        if (coding__text_point(text + at - back, length - at + back, &point) > back) return false;
    return true;
}

static void assert_span(coding_span span, const char *text, size_t length)
{
    assert_true(span.offset <= length && span.length <= length - span.offset);
    assert_true(parts_characters(text, length, span.offset));
    assert_true(parts_characters(text, length, span.offset + span.length));
}

static void assert_mentions(const coding_annotation *read, const char *text, size_t length)
{
    for (size_t i = 0; i < read->mention_count; i++) {
        const coding_mention *one = &read->mentions[i];
        assert_true(one->span.length > 0);
        assert_span(one->span, text, length);
        assert_span(one->cue, text, length);
        assert_true(one->confidence >= 0 && one->confidence <= 1);
        assert_non_null(one->concept);
        assert_true(i == 0 || one->sentence >= read->mentions[i - 1].sentence);
    }
}

static void assert_codes(const coding_annotation *read)
{
    const uint32_t never = CODING_ASSERT_NEGATED | CODING_ASSERT_HYPOTHETICAL;
    for (size_t i = 0; i < read->code_count; i++) {
        const coding_proposal *one = &read->codes[i];
        assert_true(one->mention_count > 0 && coding_entry_code(one->entry) != 0);
        assert_true(i == 0 || one->withheld >= read->codes[i - 1].withheld);
        for (size_t m = 0; m < one->mention_count; m++) {
            assert_true(one->mentions[m] < read->mention_count);
            assert_false(read->mentions[one->mentions[m]].assertion & never);
        }
    }
}

/* What an answer says, as a number. */
static uint64_t sum_of(const coding_annotation *read)
{
    uint64_t sum = read->mention_count * 31 + read->code_count;
    for (size_t i = 0; i < read->mention_count; i++) {
        const coding_mention *one = &read->mentions[i];
        sum = sum * 1099511628211u + one->span.offset * 3 + one->span.length * 7 + one->assertion + one->entry.row;
    }
    for (size_t i = 0; i < read->code_count; i++)
        sum = sum * 1099511628211u + read->codes[i].entry.row + read->codes[i].lacks + (read->codes[i].query != NULL);
    return sum;
}

static uint64_t read_note(coding_desk *desk, const char *text, size_t length, coding_setting setting)
{
    coding_note_options wanted = {.size = sizeof wanted, .setting = setting};
    double              began = milliseconds();
    coding_annotation   read = coding_annotate(desk, text, length, &wanted);
    double              took = milliseconds() - began;
    if (took > slowest) slowest = took;
    assert_true(took < MOST_MILLISECONDS);
    assert_int_equal(read.status, CODING_OK);
    assert_mentions(&read, text, length);
    assert_codes(&read);
    uint64_t sum = sum_of(&read);
    coding_desk_clear(desk);
    return sum;
}

/* The bytes lie at the end of a block of their own, so that a sanitizer sees who reads past them. */
static void check(coding_desk *desk, const char *text, size_t length, uint32_t number)
{
    coding_setting setting = number & 1 ? CODING_SETTING_INPATIENT : CODING_SETTING_OUTPATIENT;
    char          *own = malloc(length + !length);
    assert_non_null(own);
    memcpy(own, text, length);
    uint64_t sum = read_note(desk, own, length, setting);
    if (number % 16 == 0) assert_true(sum == read_note(desk, own, length, setting));
    free(own);
}

static const char *const pieces[] = {
    "cough ",
    "denies ",
    "no ",
    "A/P: ",
    "ROS: ",
    "\n",
    ". ",
    ", ",
    "; ",
    "? ",
    ": ",
    "(",
    ") ",
    "- ",
    "1. ",
    "E11.22 ",
    "bmi 41 ",
    "if ",
    "history of ",
    "mother ",
    "likely ",
    "r/o ",
    "CHF ",
    "COPD ",
    "insulin ",
    "fx ",
    "right ",
    "left ",
    "type 2 ",
    "stage 3b ",
    "without ",
    "due to ",
    "with ",
    "f/u ",
    "HTN ",
    "\t",
    "\r\n",
    "120/80 ",
    "2.5",
    "PMH:\n",
    "FAMILY HISTORY\n",
};

enum { PIECES = sizeof pieces / sizeof *pieces };

typedef struct note {
    char     text[NOTE + 256];
    size_t   length;
    uint32_t seed;
} note;

static void put(note *to, const char *bytes, size_t length)
{
    memcpy(to->text + to->length, bytes, length);
    to->length += length;
}

static void put_piece(note *to)
{
    const char *piece = pieces[next_number(&to->seed) % PIECES];
    put(to, piece, strlen(piece));
}

/* A word of the title of any row. */
static void put_word(note *to, coding_desk *desk)
{
    uint32_t first, past;
    coding_book_rows(coding_desk_book(desk), CODING_ICD10CM, &first, &past);
    coding_entry entry = coding_book_entry(coding_desk_book(desk), first + next_number(&to->seed) % (past - first));
    const char  *title = coding_entry_title(desk, entry, 0);
    size_t       at = strlen(title) ? next_number(&to->seed) % strlen(title) : 0;
    while (at && title[at - 1] != ' ') at--;
    size_t length = strcspn(title + at, " ");
    put(to, title + at, length < 64 ? length : 64);
    put(to, " ", 1);
}

static void put_point(note *to)
{
    static const uint32_t most[] = {0x80, 0x800, 0x10000, 0x110000};
    uint32_t              point = next_number(&to->seed) % most[next_number(&to->seed) % 4];
    unsigned char         out[4];
    if (point >= 0xD800 && point < 0xE000) point = 0xE9;
    size_t size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = size; i-- > 1; point >>= 6) out[i] = (unsigned char)(0x80u | (point & 0x3Fu));
    out[0] = (unsigned char)(size == 1 ? point : (0xF0u << (4 - size) & 0xFFu) | point);
    put(to, (const char *)out, size);
}

static void put_byte(note *to)
{
    char byte = (char)next_number(&to->seed);
    put(to, &byte, 1);
}

static void put_control(note *to)
{
    char byte = (char)(next_number(&to->seed) % 33);
    put(to, &byte, next_number(&to->seed) % 2);
}

/* Reads so many notes that `more` makes longer. */
static void read_notes(coding_desk *desk, uint32_t seed, void (*more)(note *to, coding_desk *desk))
{
    note made = {.seed = seed};
    for (int i = 0; i < TEXTS; i++) {
        size_t wanted = next_number(&made.seed) % NOTE;
        made.length = 0;
        while (made.length < wanted) more(&made, desk);
        coding_desk_clear(desk);
        check(desk, made.text, made.length, next_number(&made.seed));
    }
}

static void more_bytes(note *to, coding_desk *desk)
{
    (void)desk;
    put_byte(to);
}

static void more_characters(note *to, coding_desk *desk)
{
    (void)desk;
    if (next_number(&to->seed) % 4) put_point(to);
    else put_piece(to);
}

static void more_words(note *to, coding_desk *desk)
{
    if (next_number(&to->seed) % 3) put_word(to, desk);
    else put_piece(to);
}

/* A word or a character, of which a byte is lost, doubled or changed. */
static void more_broken(note *to, coding_desk *desk)
{
    size_t from = to->length;
    if (next_number(&to->seed) % 2) put_point(to);
    else more_words(to, desk);
    size_t at = from + next_number(&to->seed) % (to->length - from);
    switch (next_number(&to->seed) % 4) {
    case 0: to->text[at] ^= (char)(1u << next_number(&to->seed) % 8); break;
    case 1: memmove(to->text + at, to->text + at + 1, to->length-- - at - 1); break;
    case 2: put(to, to->text + at, 1); break;
    default: break;
    }
}

static void more_controls(note *to, coding_desk *desk)
{
    more_words(to, desk);
    put_control(to);
}

void notes_of_random_bytes_are_read(coding_desk *desk) { read_notes(desk, 1, more_bytes); }
void notes_of_random_characters_are_read(coding_desk *desk) { read_notes(desk, 2, more_characters); }
void notes_of_shuffled_words_are_read(coding_desk *desk) { read_notes(desk, 3, more_words); }
void notes_of_broken_characters_are_read(coding_desk *desk) { read_notes(desk, 4, more_broken); }
void notes_with_nul_and_controls_are_read(coding_desk *desk) { read_notes(desk, 5, more_controls); }

static void read_endless(coding_desk *desk, char *text, size_t length, const char *piece)
{
    size_t size = strlen(piece), held = coding_desk_used(desk).held;
    for (size_t at = 0; at < length; at++) text[at] = piece[at % size];
    double            began = milliseconds();
    coding_annotation read = coding_annotate(desk, text, length, NULL);
    double            took = milliseconds() - began, most = (double)length / BYTES_A_SECOND * 1e3;
    assert_int_equal(read.status, CODING_OK);
    assert_int_equal(read.mention_count, 0);
    assert_int_equal(coding_desk_used(desk).held, held);
    if (took > most && MOST_MILLISECONDS == 100) fail_msg("%zu bytes of \"%s\" took %.0f ms", length, piece, took);
    coding_desk_clear(desk);
}

void notes_without_an_end_are_read(coding_desk *desk, size_t length)
{
    static const char *const pieces_long[] = {"a", " ", "\n", ".", "no "};
    static const char *const pieces_short[] = {"\xC3\xA9", "patient ", "zqxjv ", ", ", "a:\n", "a.", "- ", "denies "};
    size_t                   most = length < ENDLESS ? length : ENDLESS;
    char                    *text = malloc(most);
    assert_non_null(text);
    check(desk, "A/P: cough with fever", 21, 0); /* the working memory of a search is there */
    for (size_t i = 0; i < sizeof pieces_long / sizeof *pieces_long; i++)
        read_endless(desk, text, most, pieces_long[i]);
    for (size_t i = 0; i < sizeof pieces_short / sizeof *pieces_short; i++)
        read_endless(desk, text, most / 16, pieces_short[i]);
    free(text);
}
