/* Medical words taken apart by the tables that every book has, and a few codes. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/book.h"
#include "text/endings.h"
#include "text/terms.h"

enum { LINE = 1024, COLUMNS = 6, LONG = 64 * 1024 };

static const char codes[] =
    "icd10cm  I51  header  20151001  -  Complications and ill-defined descriptions of heart disease\n"
    "icd10cm  I51.4  billable  20151001  -  Myocarditis, unspecified\n"
    "icd10cm  K80  header  20151001  -  Cholelithiasis\n"
    "icd10cm  K80.5  billable  20151001  -  Calculus of bile duct\n"
    "icd10cm  N20  header  20151001  -  Calculus of kidney and ureter\n"
    "icd10cm  N20.0  billable  20151001  -  Calculus of kidney\n"
    "icd10cm  N20.1  billable  20151001  -  Calculus of ureter\n"
    "icd10cm  N28.9  billable  20151001  -  Disorder of kidney\n"
    "icd10cm  R31.9  billable  20151001  -  Hematuria, unspecified\n";

static const char words[] = "term\tconcept\tkind\trank\tbecause\n"
                            "of\tof\tstop\t0\ttest\n"
                            "and\tand\tstop\t0\ttest\n"
                            "stone\tcalculus\tsame\t1\ttest\n";

static coding_desk *desk;

static char *contents(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) fail_msg("%s cannot be read", path);
    size_t length = (size_t)ftell(file);
    char  *text = malloc(length + 1);
    assert_non_null(text);
    rewind(file);
    assert_int_equal(fread(text, 1, length, file), length);
    fclose(file);
    text[length] = '\0';
    return text;
}

static int make(void **state)
{
    char       *parts = contents(CODING_TABLES "/word_parts.tsv"), *british = contents(CODING_TABLES "/british.tsv");
    char       *endings = contents(CODING_TABLES "/endings.tsv");
    little_file files[] = {{"codes.tsv", codes}, {"words.tsv", words},     {"word_parts.tsv", parts},
                           {"b.tsv", british},   {"endings.tsv", endings}, {NULL, NULL}};
    desk = desk_with_files(state, files);
    free(parts), free(british), free(endings);
    return 0;
}

/* Calls back with the cells of each row of a table; answers how many. */
static unsigned each_row(const char *path, void (*row)(char *cells[COLUMNS]))
{
    char     line[LINE], *cells[COLUMNS];
    unsigned count = 0;
    FILE    *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file)); /* the head */
    for (; fgets(line, sizeof line, file); count++) {
        char *at = line;
        line[strcspn(line, "\r\n")] = '\0';
        for (int i = 0; i < COLUMNS; i++) {
            cells[i] = at;
            at += strcspn(at, "\t");
            if (*at) *at++ = '\0';
        }
        row(cells);
    }
    fclose(file);
    return count;
}

static coding_term take(const char *word) { return coding_term_parts(desk, word, strlen(word)); }

/* Its parts lie one behind the other, between letters, and are the word again. */
static void assert_joined(const char *word, size_t length, const coding_split *split)
{
    size_t at = split->part_count ? split->parts[0].span.offset : 0;
    bool   whole = true;
    for (size_t i = 0; i < split->part_count; i++) {
        coding_span span = split->parts[i].span;
        assert_int_equal(span.offset, at);
        assert_true(span.length && span.length <= length - span.offset);
        assert_true(((unsigned char)word[at] & 0xC0) != 0x80);
        assert_non_null(split->parts[i].meaning);
        whole = whole && split->parts[i].kind != CODING_PART_UNKNOWN;
        at += span.length;
    }
    assert_int_equal(whole, split->whole);
    assert_non_null(split->meaning);
}

static void assert_covered(const char *word, const coding_term *term)
{
    size_t length = strlen(word);
    for (size_t i = 0; i < term->count; i++) {
        const coding_split *split = &term->items[i];
        const coding_part  *last = split->parts + split->part_count - 1;
        assert_joined(word, length, split);
        assert_int_equal(split->parts[0].span.offset, 0);
        assert_int_equal(last->span.offset + last->span.length, length);
        assert_true(!i || split->rank >= term->items[i - 1].rank);
    }
}

/* "nephr|o|lith|iasis"; an unknown piece is (so). */
static void write_parts(const char *word, const coding_split *split, char *text, size_t room)
{
    size_t put = 0;
    text[0] = '\0';
    for (size_t i = 0; i < split->part_count && put < room; i++) {
        const coding_part *part = &split->parts[i];
        const char        *form = part->kind == CODING_PART_UNKNOWN ? "%s(%.*s)" : "%s%.*s";
        int                wrote = snprintf(text + put, room - put, form, i ? "|" : "", (int)part->span.length,
                                            word + part->span.offset);
        put += wrote > 0 ? (size_t)wrote : 0;
    }
}

static unsigned wrong;

static void check_vector(char *cells[COLUMNS])
{
    char        parts[LINE];
    coding_term term = take(cells[0]);
    assert_true(term.status == CODING_OK && term.count);
    write_parts(cells[0], &term.items[0], parts, sizeof parts);
    if (strcmp(parts, cells[1]) != 0 || strcmp(term.items[0].meaning, cells[2]) != 0) {
        print_error("%s: %s \"%s\" where %s \"%s\" is right, because: %s\n", cells[0], parts, term.items[0].meaning,
                    cells[1], cells[2], cells[3]);
        wrong++;
    }
    assert_covered(cells[0], &term);
    coding_desk_clear(desk);
}

static void every_word_of_the_vectors_is_taken_apart_and_read(void **state)
{
    (void)state;
    wrong = 0;
    assert_true(each_row(CODING_VECTORS "/terms.tsv", check_vector) >= 100);
    assert_int_equal(wrong, 0);
}

static bool has_part(const coding_term *term, const char *form, const char *kind)
{
    for (size_t i = 0; i < term->count; i++) {
        for (size_t k = 0; k < term->items[i].part_count; k++) {
            const coding_part *part = &term->items[i].parts[k];
            if (!strcmp(part->form, form) && !strcmp(coding_part_kind_name(part->kind), kind)) return true;
        }
    }
    return false;
}

static void check_examples(char *cells[COLUMNS])
{
    for (char *word = cells[4], *next; *word; word = next) {
        size_t length = strcspn(word, ";");
        next = word + length + (word[length] == ';');
        word[length] = '\0';
        coding_term term = take(word);
        assert_true(term.count > 0);
        bool good = term.items[0].whole && has_part(&term, cells[2], cells[1]);
        if (!good) print_error("%s is not taken apart with the %s %s\n", word, cells[1], cells[0]);
        wrong += !good;
        assert_covered(word, &term);
        coding_desk_clear(desk);
    }
}

static void every_example_of_the_table_is_taken_apart_with_its_part(void **state)
{
    (void)state;
    wrong = 0;
    assert_true(each_row(CODING_TABLES "/word_parts.tsv", check_examples) > 1000);
    assert_int_equal(wrong, 0);
}

static void common(const char *text, char word[CODING__WORD_ROOM])
{
    uint8_t length = (uint8_t)strlen(text);
    assert_true(length < CODING__WORD_ROOM);
    memcpy(word, text, length + 1u);
    coding__normalise(&coding_desk_book(desk)->tables[CODING__ENDINGS], word, &length);
}

static void check_spelling(char *cells[COLUMNS])
{
    char british[CODING__WORD_ROOM], american[CODING__WORD_ROOM];
    if (strcmp(cells[2], "spelling") != 0) return;
    common(cells[0], british), common(cells[1], american);
    if (strcmp(british, american) != 0) print_error("%s is read %s, %s is %s\n", cells[0], british, cells[1], american);
    wrong += strcmp(british, american) != 0;
}

static void every_british_word_is_read_as_its_american_form(void **state)
{
    (void)state;
    wrong = 0;
    assert_true(each_row(CODING_TABLES "/british.tsv", check_spelling) > 700);
    assert_int_equal(wrong, 0);
}

static void a_part_says_what_it_is_and_who_says_so(void **state)
{
    (void)state;
    coding_term        term = take("nephritis");
    const coding_part *part = term.items[0].parts;
    assert_int_equal(part->kind, CODING_PART_ROOT);
    assert_string_equal(part->form, "nephro");
    assert_string_equal(part->meaning, "kidney");
    assert_string_equal(part->because, "Greek nephros, kidney");
    assert_string_equal(part->source.table, "word_parts.tsv");
    assert_true(part->source.line > 1);
    assert_string_equal(coding_part_kind_name(part[1].kind), "suffix");
}

static void several_ways_that_fit_are_all_told_best_first(void **state)
{
    (void)state;
    char        parts[LINE];
    coding_term term = take("endometriosis");
    assert_true(term.count > 1);
    write_parts("endometriosis", &term.items[0], parts, sizeof parts);
    assert_string_equal(parts, "endometri|osis");
    assert_true(has_part(&term, "endo", "prefix") && has_part(&term, "metrio", "root"));
    assert_int_equal(term.items[0].rank, 0);
    assert_true(term.items[term.count - 1].rank > 0);
}

static void hyphens_belong_to_a_part_and_blanks_around_the_word_to_none(void **state)
{
    (void)state;
    coding_term term = take(" Gastro-Enteritis\n");
    assert_true(term.items[0].whole);
    assert_int_equal(term.items[0].parts[0].span.offset, 1);
    assert_int_equal(term.items[0].parts[1].span.length, 2); /* "o-" */
    const coding_part *last = term.items[0].parts + term.items[0].part_count - 1;
    assert_int_equal(last->span.offset + last->span.length, strlen(" Gastro-Enteritis"));
}

static void no_part_begins_inside_a_character(void **state)
{
    (void)state;
    static const char *const spelled[] = {"h\xC3\xA6maturia", "\xC5\x93sophagitis",
                                          "\xEF\xAC\x81"
                                          "brosis",
                                          "o\xCC\x88"
                                          "ophoritis",
                                          "n\xC3\xA9phrite"};
    for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++) {
        coding_term term = take(spelled[i]);
        assert_true(term.count && term.items[0].whole);
        assert_covered(spelled[i], &term);
    }
}

static void a_text_without_letters_has_no_parts(void **state)
{
    (void)state;
    assert_int_equal(take("").count, 0);
    assert_int_equal(take(" -/- ").count, 0);
    assert_int_equal(take("").status, CODING_OK);
    assert_int_equal(coding_term_parts(desk, "nephr\xFF", 6).status, CODING_NOT_UTF8);
}

static void a_word_longer_than_any_is_one_unknown_piece(void **state)
{
    (void)state;
    static const char piece[] = "nephro";
    char             *text = malloc(LONG);
    assert_non_null(text);
    for (size_t i = 0; i < LONG; i++) text[i] = piece[i % (sizeof piece - 1)];
    coding_term term = coding_term_parts(desk, text, LONG);
    assert_int_equal(term.count, 1);
    assert_false(term.items[0].whole);
    assert_int_equal(term.items[0].part_count, 1);
    assert_int_equal(term.items[0].parts[0].span.length, LONG);
    assert_int_equal(coding_term_codes(desk, text, LONG, NULL).count, 0);
    memset(text, '\xCC', LONG); /* one letter under a heap of accents */
    for (size_t i = 1; i + 1 < LONG; i += 2) text[i] = '\xCC', text[i + 1] = '\x81';
    text[0] = 'a', text[LONG - 1] = 'b';
    assert_int_equal(coding_term_parts(desk, text, LONG).status, CODING_OK);
    free(text);
    coding_desk_clear(desk);
}

/* Letters of parts mixed with any bytes. */
static void fill(char *text, size_t length, uint32_t *seed)
{
    static const char likely[] = "aeiouhnrstlcdmp";
    for (size_t i = 0; i < length; i++) {
        *seed = *seed * 1664525u + 1013904223u;
        uint32_t value = *seed >> 8;
        text[i] = value % 16 ? likely[value / 16 % (sizeof likely - 1)] : (char)(value >> 4);
    }
}

static void any_bytes_are_answered_inside_their_bounds(void **state)
{
    (void)state;
    uint32_t seed = 7;
    char     text[64];
    for (int round = 0; round < 10000; round++) {
        size_t length = (size_t)(round % 60);
        fill(text, length, &seed);
        coding_term term = coding_term_parts(desk, text, length);
        assert_true(term.status == CODING_OK || term.status == CODING_NOT_UTF8);
        for (size_t i = 0; i < term.count; i++) assert_joined(text, length, &term.items[i]);
        coding_desk_clear(desk);
    }
}

static bool finds(coding_hits hits, const char *code)
{
    for (size_t i = 0; i < hits.count; i++) {
        if (coding_entry_code(hits.items[i].entry) == icd10cm(code)) return true;
    }
    return false;
}

static void codes_hold_the_meanings_of_all_roots(void **state)
{
    (void)state;
    coding_hits hits = coding_term_codes(desk, "nephrolith", 10, NULL);
    assert_true(hits.count && finds(hits, "N20.0"));
    assert_false(finds(hits, "N20.1")); /* a stone, but not of the kidney */
    assert_false(finds(hits, "N28.9")); /* a kidney without a stone */
    for (size_t i = 0; i < hits.items[0].evidence_count; i++) {
        coding_span span = hits.items[0].evidence[i].span;
        assert_int_equal(hits.items[0].evidence[i].link, CODING_LINK_PARTS);
        assert_true((span.offset == 0 && span.length == 5) || (span.offset == 6 && span.length == 4));
    }
}

static void codes_that_hold_the_word_come_first_and_pages_go_on(void **state)
{
    (void)state;
    coding_search_options second = {.size = sizeof second, .skip = 1, .count = 1};
    coding_hits           all = coding_term_codes(desk, "myocarditis", 11, NULL);
    assert_true(all.count && finds(all, "I51.4"));
    assert_int_equal(coding_entry_code(all.items[0].entry), icd10cm("I51.4"));
    coding_hits page = coding_term_codes(desk, "nephrolith", 10, &second);
    assert_true(page.count <= 1);
    assert_int_equal(coding_term_codes(desk, "xylophone", 9, NULL).count, 0);
}

static void search_finds_a_word_that_no_text_has_by_its_parts(void **state)
{
    (void)state;
    coding_hits hits = coding_search(desk, "cholangiolith", 13, NULL);
    assert_true(hits.count > 0);
    assert_int_equal(coding_entry_code(hits.items[0].entry), icd10cm("K80.5"));
    assert_true(hits.items[0].evidence_count > 0);
    assert_int_equal(hits.items[0].evidence[0].link, CODING_LINK_PARTS);
    assert_int_equal(hits.items[0].evidence[0].span.length, 13);
}

static void a_british_word_finds_what_is_written_in_american(void **state)
{
    (void)state;
    coding_hits hits = coding_search(desk, "h\xC3\xA6maturia", 11, NULL);
    assert_true(hits.count > 0);
    assert_int_equal(coding_entry_code(hits.items[0].entry), icd10cm("R31.9"));
    assert_int_equal(hits.items[0].evidence[0].link, CODING_LINK_WORD);
}

static void a_book_without_parts_says_so(void **state)
{
    coding_desk *bare = desk_with(state, codes);
    assert_int_equal(coding_term_parts(bare, "nephritis", 9).status, CODING_NOT_IN_BOOK);
    assert_true(coding_term_codes(bare, "myocarditis", 11, NULL).count > 0);
}

static void doubtful_words_are_not_searched_by_parts(void **state)
{
    (void)state;
    coding__term_words found;
    const coding_book *book = coding_desk_book(desk);
    assert_true(coding__term_find_words(book, "nephrolith", 10, &found));
    assert_false(coding__term_find_words(book, "xylolith", 8, &found));
    assert_false(coding__term_find_words(book, "itis", 4, &found));
    assert_false(coding__term_find_words(book, "\xFF", 1, &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_of_the_vectors_is_taken_apart_and_read),
        cmocka_unit_test(every_example_of_the_table_is_taken_apart_with_its_part),
        cmocka_unit_test(every_british_word_is_read_as_its_american_form),
        cmocka_unit_test(a_part_says_what_it_is_and_who_says_so),
        cmocka_unit_test(several_ways_that_fit_are_all_told_best_first),
        cmocka_unit_test(hyphens_belong_to_a_part_and_blanks_around_the_word_to_none),
        cmocka_unit_test(no_part_begins_inside_a_character),
        cmocka_unit_test(a_text_without_letters_has_no_parts),
        cmocka_unit_test(a_word_longer_than_any_is_one_unknown_piece),
        cmocka_unit_test(any_bytes_are_answered_inside_their_bounds),
        cmocka_unit_test(codes_hold_the_meanings_of_all_roots),
        cmocka_unit_test(codes_that_hold_the_word_come_first_and_pages_go_on),
        cmocka_unit_test(search_finds_a_word_that_no_text_has_by_its_parts),
        cmocka_unit_test(a_british_word_finds_what_is_written_in_american),
        little_test(a_book_without_parts_says_so),
        cmocka_unit_test(doubtful_words_are_not_searched_by_parts),
    };
    return cmocka_run_group_tests(tests, make, teardown_desk);
}
