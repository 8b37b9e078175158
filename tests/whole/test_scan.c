/* Scanning by the whole book: what the naive scan finds is found, in a text of titles, inclusion terms, paths of the
 * index, notes and words in no order; and every title is found in its own text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scan/naive.h"
#include "text/vocabulary.h"
#include "text/words.h"
#include "whole/whole.h"

enum {
    PHRASES_LEAST = 300000,
    PHRASES_OF_TITLES = 100000,
    WORDS_LEAST = 1000000,
    TITLES_LEAST = 70000,
    DEEPEST = 12,
    ROOM = 4 * CODING_SCAN_ROOM
};

/* A text that grows. */
typedef struct text {
    char  *bytes;
    size_t length;
    size_t room;
    size_t words;
} text;

static void put(text *all, const char *more)
{
    size_t length = strlen(more);
    if (all->length + length + 2 > all->room) {
        all->room = (all->room + length) * 2 + 4096;
        all->bytes = realloc(all->bytes, all->room);
        assert_non_null(all->bytes);
    }
    memcpy(all->bytes + all->length, more, length + 1);
    all->length += length;
}

static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* A title ends with its line, or is cut, or goes on. */
static void put_piece(text *all, const char *piece, uint32_t *random)
{
    static const char *const ends[] = {"\n", ".\n", "; ", ", ", " with ", " without ", ". ", " ", "\n- ", " (s/p) "};
    size_t                   before = all->length;
    put(all, piece);
    if (next_number(random) % 8 == 0) all->length = before + next_number(random) % (all->length - before + 1);
    put(all, ends[next_number(random) % (sizeof ends / sizeof *ends)]);
}

static bool stands(coding_desk *desk, coding_entry entry)
{
    coding_rule rule = coding_verdict_of(desk, coding_entry_code(entry), 0);
    return rule == CODING_RULE_STANDS || rule == CODING_RULE_HEADER;
}

static void put_titles(text *all, coding_desk *desk, uint32_t *random)
{
    uint32_t first, past;
    coding_book_rows(coding_desk_book(desk), CODING_ICD10CM, &first, &past);
    for (uint32_t row = first; row < past; row++, coding_desk_clear(desk)) {
        coding_entry entry = coding_book_entry(coding_desk_book(desk), row);
        if (stands(desk, entry)) put_piece(all, coding_entry_title(desk, entry, 0), random);
    }
}

static void put_notes(text *all, const coding_book *book, uint32_t *random)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__NOTES); i++)
        put_piece(all, coding__text_of(book, CODING__NOTES, i, CODING__NOTE_TEXT), random);
}

static void put_path(text *all, const coding_book *book, uint32_t term, unsigned depth)
{
    uint32_t parent = coding__u32(book, CODING__INDEX, term, CODING__INDEX_PARENT);
    if (parent && depth < DEEPEST) {
        put_path(all, book, parent - 1, depth + 1);
        put(all, depth % 2 ? ", " : " ");
    }
    put(all, coding__text_of(book, CODING__INDEX, term, CODING__INDEX_TITLE));
}

static void put_paths(text *all, const coding_book *book, uint32_t *random)
{
    for (uint32_t term = 0; term < coding__count(book, CODING__INDEX); term++) {
        put_path(all, book, term, 0);
        put_piece(all, "", random);
    }
}

/* Words as they are written, some of them not, in sentences of twelve. */
static void put_words(text *all, const coding_book *book, uint32_t *random)
{
    static const char *const others[] = {"the",   "of",        "no",    "without",          "type", "II", "2",
                                         "stage", "3",         "Xylo",  "trimester",        "and",  "or", "with",
                                         "w/o",   "patient's", "10 mg", "\xC3\xA6\xC3\xA6", "40.5", "-"};
    uint32_t                 words = coding__count(book, CODING__WORDS);
    for (int i = 0; i < 250000; i++) {
        bool        own = next_number(random) % 2;
        uint32_t    number = next_number(random);
        const char *shown = coding__vocabulary_shown(book, number % (number % 4 ? words : 600));
        put(all, own ? shown : others[number % (sizeof others / sizeof *others)]);
        put(all, i % 12 ? " " : ". ");
    }
}

static void put_files(text *all)
{
    static const char *const names[] = {"clinic",    "discharge", "emergency", "laboratory",
                                        "operative", "pathology", "radiology", "telephone"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[256], line[4096];
        snprintf(path, sizeof path, CODING_NOTES "/%s.txt", names[i]);
        FILE *file = fopen(path, "rb");
        assert_non_null(file);
        while (fgets(line, sizeof line, file)) put(all, line);
        fclose(file);
    }
}

static void count_words(text *all)
{
    coding__words words = coding__words_of(all->bytes, all->length);
    coding__token token;
    while (coding__words_next(&words, &token)) all->words++;
}

static text make_text(coding_desk *desk)
{
    const coding_book *book = coding_desk_book(desk);
    text               all = {.bytes = NULL};
    uint32_t           random = 20251001;
    put_files(&all);
    put_titles(&all, desk, &random);
    put_notes(&all, book, &random);
    put_paths(&all, book, &random);
    put_words(&all, book, &random);
    count_words(&all);
    return all;
}

/* What was found and not yet by the other, in a queue that the scan fills piece by piece. */
typedef struct pieces {
    coding_desk  *desk;
    const text   *all;
    size_t        at, past;
    coding_phrase found[ROOM];
    size_t        count, next;
    uint32_t      random;
} pieces;

/* The next phrase that the scan finds; NULL where there is none before `past`. */
static const coding_phrase *next_found(pieces *from)
{
    while (from->next == from->count && from->at < from->all->length) {
        from->past += 1 + next_number(&from->random) % CODING_SCAN_REACH;
        if (from->past > from->all->length) from->past = from->all->length;
        coding_scanned done = coding_scan(from->desk, from->all->bytes + from->at, from->past - from->at,
                                          from->past == from->all->length, from->found, ROOM);
        assert_int_equal(done.status, CODING_OK);
        for (size_t i = 0; i < done.count; i++) from->found[i].span.offset += from->at;
        from->at += done.settled;
        from->count = done.count;
        from->next = 0;
    }
    return from->next < from->count ? &from->found[from->next++] : NULL;
}

static void what_the_naive_scan_finds_is_found_and_nothing_else(void **state)
{
    coding_desk *desk = coding_desk_new(*state, NULL);
    naive       *by_hand = naive_of(*state);
    text         all = make_text(desk);
    pieces       from = {.desk = desk, .all = &all, .random = 7};
    size_t       count = 0, differ = 0, at = 0;
    assert_non_null(by_hand);
    assert_true(naive_count(by_hand) >= (coding__count(*state, CODING__INDEX) ? PHRASES_LEAST : PHRASES_OF_TITLES));
    while (at < all.length && differ < 10) {
        coding_phrase other[CODING_SCAN_ROOM];
        size_t        wanted = naive_clause(by_hand, all.bytes, all.length, &at, other);
        for (size_t i = 0; i < wanted; i++, count++) {
            const coding_phrase *found = next_found(&from);
            if (found && naive_same(found, &other[i])) continue;
            print_message("byte %zu: \"%.*s\" is found as \"%.*s\"\n", other[i].span.offset, (int)other[i].span.length,
                          all.bytes + other[i].span.offset, found ? (int)found->span.length : 0,
                          found ? all.bytes + found->span.offset : "");
            differ++;
        }
    }
    print_message("%zu phrases of the book; %zu words, %zu phrases found in them, %zu differ\n", naive_count(by_hand),
                  all.words, count, differ);
    assert_int_equal(differ, 0);
    assert_null(next_found(&from));
    assert_true(all.words >= WORDS_LEAST);
    free(all.bytes);
    naive_free(by_hand);
    coding_desk_free(desk);
}

static uint32_t words_in(const char *words)
{
    uint32_t count = *words != '\0';
    for (; *words; words++) count += *words == ' ';
    return count;
}

/* A phrase of all the title's words, which leads to a title of the same words. */
static bool is_found(coding_desk *desk, const naive *by_hand, const char *title)
{
    char           words[4096], others[4096];
    coding_phrase  found[ROOM];
    coding_scanned done = coding_scan(desk, title, strlen(title), true, found, ROOM);
    if (!naive_words(by_hand, title, strlen(title), words, sizeof words)) return false;
    for (size_t i = 0; i < done.count; i++) {
        const char *other = coding_entry_title(desk, found[i].entry, 0);
        if (found[i].words != words_in(words)) continue;
        if (naive_words(by_hand, other, strlen(other), others, sizeof others) && !strcmp(words, others)) return true;
    }
    return false;
}

static void every_title_of_a_diagnosis_is_found_in_its_own_text(void **state)
{
    coding_desk *desk = coding_desk_new(*state, NULL);
    naive       *by_hand = naive_of(*state);
    unsigned     count = 0, missed = 0;
    uint32_t     first, past;
    coding_book_rows(*state, CODING_ICD10CM, &first, &past);
    for (uint32_t row = first; row < past; row++, coding_desk_clear(desk)) {
        coding_entry entry = coding_book_entry(*state, row);
        if (!stands(desk, entry)) continue;
        const char *title = coding_entry_title(desk, entry, 0);
        if (!*title) continue; /* a package may know the code and not what it says */
        count++;
        if (is_found(desk, by_hand, title)) continue;
        print_message("missed: %s\n", title);
        missed++;
    }
    print_message("%u titles, %u missed\n", count, missed);
    assert_true(count >= TITLES_LEAST);
    assert_int_equal(missed, 0);
    naive_free(by_hand);
    coding_desk_free(desk);
}

/* --- Rows that every language runs. */

static size_t of_unit(place at, unsigned unit) { return unit == 0 ? at.bytes : unit == 1 ? at.points : at.utf16; }

/* "3+4", counted in that unit. */
static size_t put_span(char *to, size_t room, const char *all, coding_span span, unsigned unit)
{
    size_t offset = of_unit(place_of(all, span.offset), unit);
    return (size_t)snprintf(to, room, "%zu+%zu", offset,
                            of_unit(place_of(all, span.offset + span.length), unit) - offset);
}

static void write_spans(char *to, size_t room, const char *all, const coding_phrase *found, size_t count,
                        coding_span rest, unsigned unit)
{
    size_t put = 0;
    *to = '\0';
    for (size_t i = 0; i < count; i++) {
        if (i) put += (size_t)snprintf(to + put, room - put, " ");
        put += put_span(to + put, room - put, all, found[i].span, unit);
    }
    put += (size_t)snprintf(to + put, room - put, "|");
    put_span(to + put, room - put, all, rest, unit);
}

static void write_phrases(char *to, size_t room, const coding_phrase *found, size_t count)
{
    size_t put = 0;
    char   code[CODING_CODE_TEXT];
    snprintf(to, room, "-");
    for (size_t i = 0; i < count; i++) {
        const char *whose = found[i].entry.book ? coding_code_format(coding_entry_code(found[i].entry), code) : "-";
        put += (size_t)snprintf(to + put, room - put, "%s%s:%s", i ? " " : "", coding_phrase_kind_name(found[i].kind),
                                whose);
    }
}

static unsigned ask(coding_desk *desk, char *cells[ROW_CELLS])
{
    coding_phrase  found[ROOM];
    char           said[256];
    size_t         length = rows_undo(cells[1]);
    coding_scanned done = coding_scan(desk, cells[1], length, !strcmp(cells[0], "whole"), found, ROOM);
    coding_span    rest = {done.settled, length - done.settled};
    unsigned       wrong = done.status != CODING_OK;
    write_phrases(said, sizeof said, found, done.count);
    wrong |= strcmp(said, cells[2]) != 0;
    for (unsigned unit = 0; unit < 3; unit++) {
        char spans[256];
        write_spans(spans, sizeof spans, cells[1], found, done.count, rest, unit);
        wrong |= strcmp(spans, cells[3 + unit]) != 0;
    }
    if (wrong) print_error("%s: got %s, because: %s\n", cells[1], said, cells[6]);
    return wrong;
}

static void texts_have_the_phrases_of_their_rows(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/phrases.tsv", 16, NULL, ask);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_naive_scan_finds_is_found_and_nothing_else),
        cmocka_unit_test(every_title_of_a_diagnosis_is_found_in_its_own_text),
        cmocka_unit_test(texts_have_the_phrases_of_their_rows),
    };
    return cmocka_run_group_tests(tests, whole_open, whole_close);
}
