/* Weaving: which release answers for which day, and in which order rows stand. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/book.h"
#include "compile/readers.h"
#include "compile/weave.h"

/* A release as it comes by a path of that rank: 0 wins. */
typedef struct ranked {
    uint32_t    rank;
    const char *name;
    const char *text;
} ranked;

typedef struct woven {
    coding_desk *desk;
    void        *bytes;
} woven;

/* Without editions that ended before `from`. */
static coding_desk *desk_from(void **state, coding_date from, const ranked *files)
{
    const coding__compile_options options = {.from = from};
    coding__model                 model;
    size_t                        length;
    coding_error                  error;
    woven                        *made = calloc(1, sizeof *made);
    coding__model_start(&model, &options);
    for (const ranked *at = files; at->name; at++) {
        coding__file file = {at->name, at->name, (const unsigned char *)at->text, strlen(at->text), ""};
        model.rank = at->rank;
        if (!coding__read_bytes(&model, &file)) fail_msg("no reader knows %s", at->name);
    }
    if (!coding__compile_model(&model, &made->bytes, &length, &error)) fail_msg("%s", error.reason);
    coding__model_end(&model);
    coding_book *book = coding_book_open_memory(made->bytes, length, &error);
    if (!book || !coding_book_verify(book, &error)) fail_msg("%s: %s", error.at, error.reason);
    made->desk = coding_desk_new(book, NULL);
    coding_book_close(book);
    *state = made;
    return made->desk;
}

static coding_desk *desk_of(void **state, const ranked *files) { return desk_from(state, 0, files); }

static void assert_title(coding_desk *desk, const char *code, coding_date on, const char *title)
{
    assert_string_equal(coding_entry_title(desk, coding_find(coding_desk_book(desk), icd10cm(code)), on), title);
}

static void assert_order(coding_desk *desk, const char *expected)
{
    char     all[512] = "", text[CODING_CODE_TEXT];
    uint32_t first, past;
    coding_book_rows(coding_desk_book(desk), CODING_ICD10CM, &first, &past);
    for (uint32_t row = first; row < past; row++) {
        strcat(all, row > first ? " " : "");
        strcat(all, coding_code_format_bare(coding_entry_code(coding_book_entry(coding_desk_book(desk), row)), text));
    }
    assert_string_equal(all, expected);
}

/* A line of an order file: the columns are fixed. */
static char *line(char *at, unsigned number, const char *code, int flag, const char *title)
{
    return at + sprintf(at, "%05u %-7s %d %-60.60s %s\r\n", number, code, flag, title, title);
}

static const char *order_2021(void)
{
    static char text[2048];
    char       *at = text;
    at = line(at, 1, "A00", 0, "Cholera");
    at = line(at, 2, "A000", 1, "Cholera due to one thing");
    at = line(at, 3, "A001", 1, "Cholera due to another thing");
    at = line(at, 4, "A009", 1, "Cholera, unspecified");
    line(at, 5, "A01", 1, "Typhoid");
    return text;
}

static const char *order_2022(void)
{
    static char text[2048];
    char       *at = text;
    at = line(at, 1, "A00", 0, "Cholera");
    at = line(at, 2, "A000", 0, "Cholera due to one thing");
    at = line(at, 3, "A0001", 1, "Cholera due to one thing, mild");
    at = line(at, 4, "A0009", 1, "Cholera due to one thing, unspecified");
    at = line(at, 5, "A009", 1, "Cholera without a cause");
    line(at, 6, "A01", 1, "Typhoid");
    return text;
}

static void a_row_that_vanished_follows_what_stood_before_it(void **state)
{
    coding_desk *desk = desk_of(state, (ranked[]){{0, "icd10cm_order_2021.txt", order_2021()},
                                                  {0, "icd10cm_order_2022.txt", order_2022()},
                                                  {0, NULL, NULL}});
    assert_order(desk, "A00 A000 A0001 A0009 A001 A009 A01");
    assert_stands(desk, "A00.1", 20210930);
    assert_finding(desk, "A00.1", 20211001, CODING_RULE_NO_LONGER);
    assert_stands(desk, "A00.0", 20210930);
    assert_finding(desk, "A00.0", 20211001, CODING_RULE_HEADER);
}

static void an_edition_that_ended_before_the_book_begins_is_left_out(void **state)
{
    coding_desk *desk = desk_from(state, 20211001, (ranked[]){{0, "icd10cm_order_2021.txt", order_2021()},
                                                              {0, "icd10cm_order_2022.txt", order_2022()},
                                                              {0, NULL, NULL}});
    assert_order(desk, "A00 A000 A0001 A0009 A009 A01"); /* A001 had ended */
    assert_int_equal(coding_book_edition_count(coding_desk_book(desk)), 1);
    assert_finding(desk, "A00.1", 20211001, CODING_RULE_UNKNOWN);
    assert_finding(desk, "A00.9", 20210930, CODING_RULE_NO_EDITION);
    assert_stands(desk, "A00.9", 20211001);
    assert_title(desk, "A00.9", 20211001, "Cholera without a cause");
}

static void an_edition_that_ends_on_the_day_the_book_begins_is_kept(void **state)
{
    coding_desk *desk = desk_from(state, 20210930, (ranked[]){{0, "icd10cm_order_2021.txt", order_2021()},
                                                              {0, "icd10cm_order_2022.txt", order_2022()},
                                                              {0, NULL, NULL}});
    assert_stands(desk, "A00.1", 20210930);
    assert_finding(desk, "A00.1", 20211001, CODING_RULE_NO_LONGER);
}

static void the_line_of_a_finding_is_the_line_in_the_file_of_its_edition(void **state)
{
    coding_desk  *desk = desk_of(state, (ranked[]){{0, "icd10cm_order_2021.txt", order_2021()},
                                                   {0, "icd10cm_order_2022.txt", order_2022()},
                                                   {0, NULL, NULL}});
    coding_entry  entry = coding_find(coding_desk_book(desk), icd10cm("A00.9"));
    coding_source before = coding_entry_source(entry, 20201001), after = coding_entry_source(entry, 20211001);
    assert_int_equal(before.line, 4);
    assert_string_equal(before.table, "icd10cm_order_2021.txt");
    assert_int_equal(after.line, 5);
    assert_string_equal(after.table, "icd10cm_order_2022.txt");
}

static void the_earlier_path_wins_where_two_hold_the_same_edition(void **state)
{
    coding_desk *desk = desk_of(state,
                                (ranked[]){{1, "made.editions.tsv",
                                            "system\tfirst\tuntil\trelease\tfile\tsha256\tlicence\tbecause\n"
                                            "icd10cm\t20201001\t20210930\tpackage\tp\t-\t-\ta test\n"},
                                           {1, "codes.tsv",
                                            "icd10cm  A01  billable  20201001  -  Typhoid as a package spells it\n"
                                            "icd10cm  A02  billable  20201001  -  A code that only the package has\n"},
                                           {0, "icd10cm_order_2021.txt", order_2021()},
                                           {0, NULL, NULL}});
    assert_title(desk, "A01", 20201001, "Typhoid");
    assert_finding(desk, "A02", 20201001, CODING_RULE_UNKNOWN);
}

static void an_edition_that_only_a_package_has_is_read_as_what_changed_since_its_last(void **state)
{
    coding_desk *desk = desk_of(
        state, (ranked[]){{0, "icd10cm_order_2021.txt", order_2021()},
                          {1, "made.editions.tsv",
                           "system\tfirst\tuntil\trelease\tfile\tsha256\tlicence\tbecause\n"
                           "icd10cm\t20201001\t20210331\tpackage\tp\t-\t-\ta test\n"
                           "icd10cm\t20210401\t20210930\tpackage in April\tp\t-\t-\ta test\n"},
                          {1, "codes.tsv",
                           "icd10cm  A01   header    20210401  -         Typhoid as a package spells it\n"
                           "icd10cm  A01   billable  20201001  20210401  Typhoid as a package spells it\n"
                           "icd10cm  A010  billable  20210401  -         Typhoid of April\n"
                           "icd10cm  A009  billable  20201001  -         Cholera as a package spells it\n"
                           "icd10cm  A001  billable  20201001  20210401  Another thing\n"},
                          {0, NULL, NULL}});
    assert_finding(desk, "A01", 20210401, CODING_RULE_HEADER);
    assert_stands(desk, "A01.0", 20210401);
    assert_finding(desk, "A00.1", 20210401, CODING_RULE_NO_LONGER);
    assert_stands(desk, "A00.0", 20210401); /* of which the package says nothing */
    assert_title(desk, "A00.9", 20210401, "Cholera, unspecified");
    assert_int_equal(coding_entry_source(coding_find(coding_desk_book(desk), icd10cm("A00.9")), 20210401).line, 4);
}

static void corrections_make_an_edition_that_no_file_holds(void **state)
{
    coding_desk *desk = desk_of(
        state, (ranked[]){{0, "icd10cm_order_2021.txt", order_2021()},
                          {1, "corrections.tsv",
                           "system\tedition\tbase\tkind\tcode\tbillable\ttitle\tshort\tbecause\n"
                           "icd10cm\t20210101\t20201001\tadd\tA011\t1\tTyphoid of January\tTyphoid Jan\ta test\n"
                           "icd10cm\t20210101\t20201001\tdelete\tA001\t1\tCholera due to another thing\t\ta test\n"},
                          {0, NULL, NULL}});
    assert_finding(desk, "A01.1", 20201231, CODING_RULE_NOT_YET);
    assert_stands(desk, "A01.1", 20210101);
    assert_stands(desk, "A00.1", 20201231);
    assert_finding(desk, "A00.1", 20210101, CODING_RULE_NO_LONGER);
    assert_order(desk, "A00 A000 A001 A009 A01 A011");
}

static void a_code_that_a_release_left_out_of_its_own_file_is_amended(void **state)
{
    coding_desk *desk = desk_of(
        state, (ranked[]){{0, "icd10cm_order_2021.txt", order_2021()},
                          {0, "icd10cm_order_2022.txt", order_2022()},
                          {1, "corrections.tsv",
                           "system\tedition\tbase\tkind\tcode\tbillable\ttitle\tshort\tbecause\n"
                           "icd10cm\t20211001\t20211001\tadd\tA02\t1\tForgotten in print\tForgotten\ta test\n"},
                          {0, NULL, NULL}});
    assert_finding(desk, "A02", 20210930, CODING_RULE_NOT_YET);
    assert_stands(desk, "A02", 20211001);
    assert_int_equal(coding_entry_source(coding_find(coding_desk_book(desk), icd10cm("A02")), 20211001).line, 0);
}

static void changes_undone_lead_back_to_the_rows_before(void **state)
{
    (void)state;
    coding__model  model;
    coding__vector before = {0}, after = {0}, changes = {0};
    coding__model_start(&model, NULL);
    coding__file file = {"icd10cm_order_2021.txt", "icd10cm_order_2021.txt", (const unsigned char *)order_2021(),
                         strlen(order_2021()), ""};
    assert_true(coding__read_bytes(&model, &file));
    file = (coding__file){"icd10cm_order_2022.txt", "icd10cm_order_2022.txt", (const unsigned char *)order_2022(),
                          strlen(order_2022()), ""};
    assert_true(coding__read_bytes(&model, &file));
    const coding__edition *editions = model.editions.items;
    for (int i = 0; i < 2; i++) {
        for (size_t k = 0; k < editions[i].rows.count; k++)
            *(coding__printed *)coding__push(&model, i ? &after : &before,
                                             sizeof(coding__printed)) = *coding__printed_at(&editions[i].rows, k);
    }
    coding__find_changes(&model, &before, &after, &changes);
    coding__change_rows(&model, &before, &changes, false);
    assert_int_equal(before.count, after.count);
    for (size_t k = 0; k < after.count; k++) {
        assert_int_equal(coding__printed_at(&before, k)->code, coding__printed_at(&after, k)->code);
        assert_int_equal(coding__printed_at(&before, k)->billable, coding__printed_at(&after, k)->billable);
        assert_int_equal(coding__printed_at(&before, k)->title, coding__printed_at(&after, k)->title);
    }
    free(before.items), free(after.items), free(changes.items);
    coding__model_end(&model);
}

/* Random editions of random codes: the book must say what a list of what was printed when says. */
enum { CODES = 60, EDITIONS = 9 };

static uint32_t draw(uint32_t *random, uint32_t below)
{
    *random = *random * 1664525u + 1013904223u;
    return (*random >> 8) % below;
}

static void code_of(unsigned number, char text[8])
{
    static const char *const tails[] = {"", "0", "1", "10", "19", "101", "10XA"};
    snprintf(text, 8, "B%02u%s", number / 7 % 100, tails[number % 7]);
}

static void assert_printed(coding_desk *desk, unsigned char kinds[EDITIONS][CODES])
{
    for (unsigned edition = 0; edition < EDITIONS; edition++) {
        for (unsigned code = 0; code < CODES; code++) {
            char text[8];
            code_of(code, text);
            coding_date on = (2015 + edition) * 10000 + 1001;
            coding_rule rule = coding_verdict_of(desk, icd10cm(text), on);
            bool        header = rule == CODING_RULE_HEADER || rule == CODING_RULE_NO_7TH;
            assert_int_equal(kinds[edition][code], rule == CODING_RULE_STANDS ? 1 : header ? 2 : 0);
        }
    }
}

static void whatever_was_printed_when_is_what_the_book_says(void **state)
{
    for (uint32_t seed = 1; seed <= 40; seed++) {
        static char   texts[EDITIONS][CODES * 160];
        static char   names[EDITIONS][40];
        unsigned char kinds[EDITIONS][CODES];
        ranked        files[EDITIONS + 1] = {{0}};
        uint32_t      random = seed;
        for (unsigned edition = 0; edition < EDITIONS; edition++) {
            char *at = texts[edition], code[8];
            for (unsigned i = 0, number = 1; i < CODES; i++) {
                kinds[edition][i] = (unsigned char)draw(&random, 3);
                code_of(i, code);
                if (kinds[edition][i]) at = line(at, number++, code, kinds[edition][i] == 1, code);
            }
            snprintf(names[edition], sizeof names[edition], "icd10cm_order_%u.txt", 2016 + edition);
            files[edition] = (ranked){0, names[edition], texts[edition]};
        }
        assert_printed(desk_of(state, files), kinds);
        teardown_desk(state);
    }
}

/* U codes are printed behind Z, and none of them is U00. */
static void a_chapter_that_begins_with_a_code_that_is_no_row_holds_its_codes(void **state)
{
    static const char codes[] = "icd10cm  U07   header    20151001  -  Emergency use of a made-up kind\n"
                                "icd10cm  U071  billable  20151001  -  A made-up disease\n"
                                "icd10cm  Z00   header    20151001  -  An examination\n"
                                "icd10cm  Z000  billable  20151001  -  A plain examination\n";
    static const char tabular[] =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<ICD10CM.tabular><version>2021</version>\n"
        "<chapter><name>21</name><desc>Factors (Z00-Z99)</desc><section id=\"Z00-Z13\"><desc>Examinations "
        "(Z00-Z13)</desc><diag><name>Z00</name><desc>An examination</desc></diag></section></chapter>\n"
        "<chapter><name>22</name><desc>Special purposes (U00-U85)</desc>\n"
        "<sectionIndex><sectionRef first=\"U00\" last=\"U49\" id=\"U00-U49\">New diseases</sectionRef></sectionIndex>\n"
        "<section id=\"U00-U49\"><desc>New diseases (U00-U49)</desc><diag><name>U07</name><desc>Emergency "
        "use</desc></diag></section></chapter></ICD10CM.tabular>\n";
    coding_desk  *desk = desk_of(state, (ranked[]){{0, "codes.tsv", codes},
                                                   {0, "icd10cm_tabular_2021.xml", tabular},
                                                   {0, NULL, NULL}});
    coding_blocks own = coding_entry_blocks(desk, coding_find(coding_desk_book(desk), icd10cm("U07.1")));
    assert_int_equal(own.count, 2);
    assert_string_equal(own.items[0].name, "U00-U49");
    assert_string_equal(own.items[1].name, "Chapter 22");
    coding_blocks other = coding_entry_blocks(desk, coding_find(coding_desk_book(desk), icd10cm("Z00.0")));
    assert_int_equal(other.count, 2);
    assert_string_equal(other.items[1].name, "Chapter 21");
}

/* Of two rules one loses its own range, and the other one of those it names. */
static void a_range_that_no_edition_knows_is_told_of_and_the_rest_is_kept(void **state)
{
    static const ranked files[] = {
        {0, "codes.tsv", "system\tcode\tkind\tfirst\tpast\ttitle\n"
                         "icd10cm\tI10\tbillable\t20151001\t-\tHypertension\n"
                         "icd10cm\tN18\tbillable\t20151001\t-\tKidney disease\n"},
        {0, "pairs.tsv", "rule\tcodes\thow\tothers\tseverity\tkinds\tsince\tuntil\ttext\tbecause\n"
                         "conflict\tI10\tnot-with\tN18 N19\twarning\t-\t20151001\t-\tone\t-\n"
                         "conflict\tI11\tnot-with\tN18\twarning\t-\t20151001\t-\tother\t-\n"},
        {0, NULL, NULL},
    };
    const coding__compile_options options = {0};
    coding__model                 model;
    void                         *bytes;
    size_t                        length;
    coding_error                  error;
    (void)state;
    coding__model_start(&model, &options);
    for (const ranked *at = files; at->name; at++) {
        coding__file file = {at->name, at->name, (const unsigned char *)at->text, strlen(at->text), ""};
        assert_true(coding__read_bytes(&model, &file));
    }
    assert_int_equal(model.faults, 0);
    assert_true(coding__compile_model(&model, &bytes, &length, &error));
    assert_int_equal(model.faults, 2);
    coding__model_end(&model);
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    assert_non_null(book);
    assert_int_equal(coding__count(book, CODING__CLAIM_PAIRS), 1);
    assert_int_equal(coding__u16(book, CODING__CLAIM_PAIRS, 0, CODING__PAIR_OTHERS), 1);
    coding_book_close(book);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_range_that_no_edition_knows_is_told_of_and_the_rest_is_kept),
        little_test(a_chapter_that_begins_with_a_code_that_is_no_row_holds_its_codes),
        little_test(a_row_that_vanished_follows_what_stood_before_it),
        little_test(an_edition_that_ended_before_the_book_begins_is_left_out),
        little_test(an_edition_that_ends_on_the_day_the_book_begins_is_kept),
        little_test(the_line_of_a_finding_is_the_line_in_the_file_of_its_edition),
        little_test(the_earlier_path_wins_where_two_hold_the_same_edition),
        little_test(an_edition_that_only_a_package_has_is_read_as_what_changed_since_its_last),
        little_test(corrections_make_an_edition_that_no_file_holds),
        little_test(a_code_that_a_release_left_out_of_its_own_file_is_amended),
        cmocka_unit_test(changes_undone_lead_back_to_the_rows_before),
        little_test(whatever_was_printed_when_is_what_the_book_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
