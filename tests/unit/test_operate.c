/* Reading operations with a little book: which characters words settle, what stays open, and strangers' bytes. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/little_operation.h"
#include "unit/miser.h"

static const little_file files[] = {OPERATION_FILES, {NULL, NULL}};

static coding_operations operate(coding_desk *desk, const char *report)
{
    coding_operations read = coding_operate(desk, report, strlen(report), NULL);
    assert_int_equal(read.status, CODING_OK);
    return read;
}

/* The operations in their order; those withheld in parentheses. */
static const char *codes_of(coding_desk *desk, const char *report)
{
    static char       text[512];
    coding_operations read = operate(desk, report);
    size_t            put = 0;
    *text = '\0';
    for (size_t i = 0; i < read.count; i++)
        put += (size_t)snprintf(text + put, sizeof text - put, read.items[i].withheld ? "%s(%s)" : "%s%s", i ? " " : "",
                                read.items[i].code);
    return text;
}

#define assert_codes(report, codes) assert_string_equal(codes_of(desk, report), codes)

static void words_settle_what_they_say(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("laparoscopic appendectomy", "0DTJ4ZZ");
    assert_codes("Open appendectomy.", "0DTJ0ZZ");
    assert_codes("laparoscopic left nephrectomy", "0TT14ZZ");
    assert_codes("biopsy of the stomach, open", "0DB60ZX");
    assert_codes("nothing of that kind", "");
}

static void what_is_not_said_stays_open_with_what_the_table_has(void **state)
{
    coding_desk                 *desk = desk_with_files(state, files);
    coding_operations            read = operate(desk, "appendectomy");
    const coding_operation_axis *approach = &read.items[0].axes[4];
    assert_string_equal(read.items[0].code, "0DTJ_ZZ");
    assert_int_equal(read.items[0].open, 1u << 4);
    assert_int_equal(read.items[0].codes, 2);
    assert_int_equal(approach->ground, CODING_GROUND_OPEN);
    assert_int_equal(approach->value_count, 2);
    assert_string_equal(approach->values[1].label, "Percutaneous Endoscopic");
    assert_string_equal(approach->query, "How was the site of \"appendectomy\" reached?");
    assert_codes("open nephrectomy", "0TT_0ZZ");
    read = operate(desk, "open nephrectomy");
    assert_string_equal(read.items[0].axes[3].query, "On which side was \"nephrectomy\" performed?");
}

static void each_character_says_which_words_led_to_it(void **state)
{
    static const char       report[] = "Laparoscopic right nephrectomy";
    coding_desk            *desk = desk_with_files(state, files);
    const coding_operation *one = operate(desk, report).items;
    assert_string_equal(one->root, "Resection");
    assert_string_equal(one->definition, "all is cut out");
    assert_string_equal(one->guideline, "B3.8");
    assert_string_equal(one->axes[3].label, "Right Kidney");
    assert_int_equal(one->axes[3].ground, CODING_GROUND_NAME);
    assert_int_equal(one->axes[4].ground, CODING_GROUND_WORDS);
    assert_memory_equal(report + one->axes[4].span.offset, "Laparoscopic", 12);
    assert_int_equal(one->axes[5].ground, CODING_GROUND_TABLE);
    assert_memory_equal(report + one->span.offset, "nephrectomy", 11);
    assert_int_equal(one->source.line, 14);
}

static void hours_and_days_settle_a_duration(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("ventilation for 23 hours", "5A1935Z");
    assert_codes("ventilation, 24 hrs", "5A1945Z");
    assert_codes("ventilation for 96 hours", "5A1945Z");
    assert_codes("ventilation for 96.5 hours", "5A1955Z");
    assert_codes("5 days of ventilation", "5A1955Z");
    assert_codes("ventilation", "5A19_5Z");
    assert_codes("ventilation for 62 minutes", "5A19_5Z");
    assert_codes("ventilation > 96 hours", "5A1955Z");
    assert_codes("ventilation for more than 48 hours", "5A19_5Z");
    assert_codes("ventilation for less than 24 hours", "5A1935Z");
    assert_codes("ventilation for at least 97 hours", "5A1955Z");
    coding_operations read = operate(desk, "ventilation");
    assert_string_equal(read.items[0].axes[4].query, "For how long, or how often, was \"ventilation\" given?");
}

static void what_the_body_tells_in_passing_counts_where_it_is_whole(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("PROCEDURE: Open appendectomy.\nDESCRIPTION: Ventilation for 30 hours.", "0DTJ0ZZ 5A1945Z");
    assert_codes("PROCEDURE: Open appendectomy.\nDESCRIPTION: Ventilation.", "0DTJ0ZZ");
    assert_codes("PROCEDURE: Open appendectomy.\nDESCRIPTION: Open nephrectomy.", "0DTJ0ZZ");
    assert_codes("PROCEDURE: Ventilation.\nDESCRIPTION: Ventilation for 30 hours.", "5A1945Z");
}

static void the_body_places_what_the_title_names_without_a_place(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("PROCEDURE: Open biopsy.\nDESCRIPTION: Biopsy of the appendix.", "0DBJ0ZX");
    assert_codes("PROCEDURE: Open biopsy.\nDESCRIPTION: Biopsy of the stomach and the appendix.", "0DB60ZX 0DBJ0ZX");
    assert_codes("open biopsy of the stomach and appendix", "0DB60ZX 0DBJ0ZX");
    assert_codes("open biopsy of the stomach beside the appendix", "0DB60ZX");
}

static void a_presumed_part_gives_way_to_one_that_is_said(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("open excision", "0DB60ZZ");
    assert_codes("open excision of the appendix", "0DBJ0ZZ");
}

static void a_portion_is_excision_and_what_stays_makes_repair_supplement(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("open partial appendectomy", "0DBJ0ZZ");
    assert_codes("open right hernia repair with mesh", "0YU50JZ");
    assert_codes("open right hernia repair", "0YQ50ZZ");
    assert_codes("open right hernia repair, no mesh", "0YQ50ZZ");
}

static void both_sides_are_one_value_or_two_operations(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("bilateral open hernia repair", "0YQA0ZZ");
    assert_codes("bilateral open nephrectomy", "0TT00ZZ 0TT10ZZ");
}

static void what_was_made_open_is_open_and_the_inspection_is_coded(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("laparoscopic appendectomy converted to open", "0DTJ0ZZ 0DJD4ZZ");
    assert_codes("PROCEDURE: Laparoscopic appendectomy.\nDESCRIPTION: It was converted to open.", "0DTJ0ZZ 0DJD4ZZ");
    assert_string_equal(operate(desk, "laparoscopic appendectomy converted to open").items[1].guideline, "B3.2d");
}

static void the_body_counts_before_the_title_and_the_reason_tells_the_side(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("PROCEDURE: Appendectomy.\nDESCRIPTION: A laparoscopic view was had.", "0DTJ4ZZ");
    assert_codes("PROCEDURE: Open appendectomy.\nDESCRIPTION: All was laparoscopic.", "0DTJ4ZZ");
    assert_codes("INDICATION: Mass on the left.\nPROCEDURE: Open nephrectomy.", "0TT10ZZ");
    assert_codes("PROCEDURE:\nOPEN APPENDECTOMY\nPLAN: nephrectomy", "0DTJ0ZZ");
}

static void what_was_not_done_is_withheld(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("no appendectomy", "(0DTJ_ZZ)");
    assert_codes("status post open appendectomy", "(0DTJ0ZZ)");
    assert_codes("open appendectomy, aborted", "(0DTJ0ZZ)");
    assert_codes("will undergo open appendectomy", "(0DTJ0ZZ)");
    assert_int_equal(operate(desk, "no appendectomy").items[0].outcome, CODING_OUTCOME_OMITTED);
    assert_int_equal(operate(desk, "status post appendectomy").items[0].outcome, CODING_OUTCOME_PAST);
    assert_int_equal(operate(desk, "appendectomy, aborted").items[0].outcome, CODING_OUTCOME_DISCONTINUED);
    assert_int_equal(operate(desk, "will undergo appendectomy").items[0].outcome, CODING_OUTCOME_PLANNED);
}

static void looking_is_not_coded_beside_what_is_done(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("EGD with biopsy of stomach", "(0DJ08ZZ) 0DB68ZX");
    assert_codes("EGD of the stomach", "0DJ08ZZ");
}

static void the_end_of_a_word_may_name_an_operation(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_codes("open xyzectomy of stomach", "0D_60ZZ");
    assert_int_equal(operate(desk, "open xyzectomy of stomach").items[0].axes[2].value, '_');
    assert_int_equal(operate(desk, "open xyzectomy of stomach").items[0].axes[2].value_count, 2);
}

static void only_what_stands_on_the_day_is_answered(void **state)
{
    coding_desk        *desk = desk_with_files(state, files);
    coding_note_options before = {.size = sizeof before, .on = 20150930};
    coding_operations   read = coding_operate(desk, "open appendectomy", 17, &before);
    assert_int_equal(read.status, CODING_OK);
    assert_int_equal(read.items[0].codes, 0);
    assert_string_equal(read.items[0].axes[4].label, "");
}

static void a_book_without_words_or_codes_reads_no_operation(void **state)
{
    coding_desk *desk = desk_with(state, operation_codes);
    assert_int_equal(coding_operate(desk, "appendectomy", 12, NULL).status, CODING_NOT_IN_BOOK);
}

static void what_was_met_of_a_service_stands_in_the_report(void **state)
{
    static const char        service[] = "hcpcs  G0999  billable  20151001  -  Laparoscopic appendectomy\n";
    static const char        report[] = "Seen before.\nPROCEDURE: Laparoscopic appendectomy.";
    static const little_file more[] = {OPERATION_FILES, {"codes.tsv", service}, {NULL, NULL}};
    coding_operations        read = operate(desk_with_files(state, more), report);
    assert_int_equal(read.count, 1);
    assert_int_equal(read.items[0].service_count, 1);
    const coding_hit *hit = read.items[0].services;
    assert_int_equal(coding_entry_code(hit->entry), coding_parse(CODING_HCPCS, "G0999", 5).code);
    assert_int_equal(hit->evidence_count, 2);
    assert_memory_equal(report + hit->evidence[0].span.offset, "Laparoscopic", hit->evidence[0].span.length);
    assert_memory_equal(report + hit->evidence[1].span.offset, "appendectomy", hit->evidence[1].span.length);
}

static bool is_within(coding_span span, size_t length)
{
    return span.offset <= length && span.length <= length - span.offset;
}

static void check(coding_desk *desk, const char *text, size_t length)
{
    coding_operations read = coding_operate(desk, text, length, NULL);
    assert_int_equal(read.status, CODING_OK);
    assert_true(read.count <= 64);
    for (size_t i = 0; i < read.count; i++) {
        const coding_operation *one = &read.items[i];
        assert_true(is_within(one->span, length) && one->span.length && is_within(one->cue, length));
        assert_int_equal(strlen(one->code), 7);
        for (unsigned axis = 0; axis < 7; axis++) {
            assert_int_equal(one->code[axis] == '_', one->open >> axis & 1);
            assert_int_equal(one->axes[axis].query != NULL, one->open >> axis & 1);
            assert_true(is_within(one->axes[axis].span, length));
        }
        if (!one->open) assert_int_equal(coding_verdict_of(desk, coding_entry_code(one->entry), 0), CODING_RULE_STANDS);
    }
    coding_desk_clear(desk);
}

enum { TEXTS = 10000, LONG = 1 << 20 };

static void random_bytes_are_read(void **state)
{
    static const char *const pieces[] = {"appendectomy ", "PROCEDURE: ", "\n", ". ", "DESCRIPTION: ", "\xC3\xA9",
                                         "\xFF", ", ", "nephrectomy", " left ", "right ", "partial ", "x3 ", "mesh ",
                                         "converted to open", "\t", "(", "\xE2\x80", "xectomy ", "no ", "LAPAROSCOPIC",
                                         ": ", "the "};
    coding_desk *desk = desk_with_files(state, files);
    uint32_t     number = 7;
    char         text[256];
    for (int i = 0; i < TEXTS; i++) {
        size_t length = 0;
        while (length < 200) {
            number = number * 1664525u + 1013904223u;
            const char *piece = pieces[(number >> 16) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + length, piece, strlen(piece));
            length += strlen(piece);
            if (number >> 30 == 0) text[length++] = (char)(number >> 20);
        }
        check(desk, text, length);
    }
}

/* Every string of up to three pieces, with every byte between. */
static void every_byte_between_words_is_read(void **state)
{
    static const char *const pieces[] = {"appendectomy", "left", "PROCEDURE", "open", "xectomy", ""};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    coding_desk *desk = desk_with_files(state, files);
    char         text[64];
    for (int byte = 0; byte < 256; byte++)
        for (int first = 0; first < PIECES; first++)
            for (int last = 0; last < PIECES; last++) {
                int length = snprintf(text, sizeof text, "%s%c%s", pieces[first], byte ? byte : '0', pieces[last]);
                if (!byte) text[strlen(pieces[first])] = '\0';
                check(desk, text, (size_t)length);
            }
}

static void texts_without_an_end_hold_no_memory(void **state)
{
    static const char *const pieces[] = {"a", "appendix ", ", ", "\n", "PROCEDURE:\n",
                                         "left ", "LEFT\n", ":", "\xC3\xA9"};
    coding_desk *desk = desk_with_files(state, files);
    char        *text = malloc(LONG);
    assert_non_null(text);
    check(desk, "appendectomy", 12);
    size_t held = coding_desk_used(desk).held;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        for (size_t at = 0; at < LONG; at++) text[at] = pieces[i][at % strlen(pieces[i])];
        check(desk, text, LONG);
        assert_int_equal(coding_desk_used(desk).held, held);
    }
    free(text);
}

/* A mebibyte of operations: the first of them are answered. */
static void operations_without_an_end_are_answered_up_to_a_number(void **state)
{
    static const char piece[] = "open left xectomy of stomach and laparoscopic nephrectomy, ";
    coding_desk      *desk = desk_with_files(state, files);
    char             *text = malloc(LONG);
    assert_non_null(text);
    for (size_t at = 0; at < LONG; at++) text[at] = piece[at % (sizeof piece - 1)];
    check(desk, text, LONG);
    assert_true(coding_desk_used(desk).held < 1 << 22);
    free(text);
}

static void each_call_of_the_allocator_may_be_refused(void **state)
{
    static const char report[] = "PROCEDURE: Bilateral nephrectomy, appendectomy, partial xectomy of stomach.";
    size_t            length;
    void             *bytes = book_bytes(files, &length);
    coding_book      *book = coding_book_open_memory(bytes, length, NULL);
    size_t            done = 0;
    (void)state;
    for (size_t call = 1; call < 256 && !done; call++) {
        miser            own = {.count = 0};
        coding_allocator allocator = miser_allocator(&own);
        coding_desk     *desk = coding_desk_new(book, &allocator);
        own.refuse = own.asked + call;
        coding_operations read = coding_operate(desk, report, sizeof report - 1, NULL);
        if (own.asked < own.refuse) done = call;
        assert_int_equal(read.status, done ? CODING_OK : CODING_NO_MEMORY);
        if (!done) assert_int_equal(read.count, 0);
        coding_desk_free(desk);
        assert_int_equal(own.held, 0);
    }
    coding_book_close(book);
    free(bytes);
    assert_true(done > 1);
}

#define MARKER "zqxjvkwhk"

/* A word of no book beside what is found. */
static void nothing_of_a_report_is_left_when_the_desk_is_cleared(void **state)
{
    static const char *const reports[] = {MARKER " appendectomy", "PROCEDURE: open " MARKER "ectomy of stomach " MARKER,
                                          "laparoscopic " MARKER " appendectomy " MARKER " converted to open"};
    size_t            length;
    void             *bytes = book_bytes(files, &length);
    coding_book      *book = coding_book_open_memory(bytes, length, NULL);
    miser             own = {.count = 0};
    coding_allocator  allocator = miser_allocator(&own);
    coding_desk      *desk = coding_desk_new(book, &allocator);
    (void)state;
    operate(desk, reports[1]);
    assert_true(miser_holds(&own, "zqxjv", 5)); /* else what follows proves nothing */
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
        coding_desk_clear(desk);
        operate(desk, reports[i]);
        coding_desk_clear(desk);
        assert_false(miser_holds(&own, "zqxjv", 5));
        assert_int_equal(coding_desk_used(desk).used, 0);
    }
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(words_settle_what_they_say),
        little_test(what_is_not_said_stays_open_with_what_the_table_has),
        little_test(each_character_says_which_words_led_to_it),
        little_test(hours_and_days_settle_a_duration),
        little_test(what_the_body_tells_in_passing_counts_where_it_is_whole),
        little_test(the_body_places_what_the_title_names_without_a_place),
        little_test(a_presumed_part_gives_way_to_one_that_is_said),
        little_test(a_portion_is_excision_and_what_stays_makes_repair_supplement),
        little_test(both_sides_are_one_value_or_two_operations),
        little_test(what_was_made_open_is_open_and_the_inspection_is_coded),
        little_test(the_body_counts_before_the_title_and_the_reason_tells_the_side),
        little_test(what_was_not_done_is_withheld),
        little_test(looking_is_not_coded_beside_what_is_done),
        little_test(the_end_of_a_word_may_name_an_operation),
        little_test(only_what_stands_on_the_day_is_answered),
        little_test(a_book_without_words_or_codes_reads_no_operation),
        little_test(what_was_met_of_a_service_stands_in_the_report),
        little_test(random_bytes_are_read),
        little_test(every_byte_between_words_is_read),
        little_test(texts_without_an_end_hold_no_memory),
        little_test(operations_without_an_end_are_answered_up_to_a_number),
        cmocka_unit_test(nothing_of_a_report_is_left_when_the_desk_is_cleared),
        cmocka_unit_test(each_call_of_the_allocator_may_be_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
