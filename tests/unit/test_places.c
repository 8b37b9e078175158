/* From a code to its row: by the places of the book, or by its trie where it has none. */
#include "unit/little_release.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/places.h"
#include "compile/writer.h"
#include "entry/trie.h"

typedef struct opened {
    unsigned char *bytes;
    size_t         length;
    coding_book   *book;
} opened;

static void open_bytes(opened *o)
{
    coding_error error;
    o->book = coding_book_open_memory(o->bytes, o->length, &error);
    if (!o->book) fail_msg("%s", error.reason);
}

static opened little(void)
{
    opened o = {NULL, 0, NULL};
    o.bytes = book_bytes(little_release, &o.length);
    open_bytes(&o);
    return o;
}

static void done(opened *o)
{
    coding_book_close(o->book);
    free(o->bytes);
}

static unsigned char *section_of(const opened *o, const char *name)
{
    for (size_t i = 0; i < coding_book_section_count(o->book); i++) {
        coding_section section = coding_book_section(o->book, i);
        if (!strcmp(section.name, name)) return o->bytes + section.offset;
    }
    return NULL;
}

/* The book without a section: its record gets a name that no reader knows. */
static void hide(opened *o, const char *name)
{
    uint32_t count = coding__load32(o->bytes + CODING__HEADER_COUNT);
    coding_book_close(o->book);
    for (uint32_t i = 0; i < count; i++) {
        unsigned char *record = o->bytes + CODING__HEADER_BYTES + (size_t)i * CODING__SECTION_BYTES;
        if (!strcmp((char *)record, name)) record[0] = 'x';
    }
    coding__store32(o->bytes + CODING__HEADER_CHECKSUM, 0);
    coding__store32(o->bytes + CODING__HEADER_CHECKSUM,
                    coding__checksum(0, o->bytes, CODING__HEADER_BYTES + (size_t)count * CODING__SECTION_BYTES));
    open_bytes(o);
}

static void assert_every_code_finds_its_row(const coding_book *book)
{
    uint32_t rows = coding__count(book, CODING__ROWS);
    assert_true(rows > 0);
    for (uint32_t row = 0; row < rows; row++) {
        coding_code code = coding__row_code(book, row);
        assert_int_equal(coding__row_of(book, code), row + 1);
        assert_int_equal(coding__row_by_walk(book, code), row + 1);
        assert_int_equal(coding_find(book, code).row, row);
    }
}

static void every_code_finds_its_row_by_place_and_by_walk(void **state)
{
    (void)state;
    opened o = little();
    assert_true(coding__count(o.book, CODING__PLACES) > coding__count(o.book, CODING__ROWS));
    assert_every_code_finds_its_row(o.book);
    done(&o);
}

/* A stranger comes to somebody's place, and is told from them by the code. */
static void a_code_that_is_in_no_book_finds_no_row(void **state)
{
    (void)state;
    opened o = little();
    for (uint32_t row = 0; row < coding__count(o.book, CODING__ROWS); row++) {
        coding_code other = coding_code_append(coding__row_code(o.book, row), '9');
        if (!coding__row_by_walk(o.book, other)) assert_int_equal(coding__row_of(o.book, other), 0);
    }
    assert_int_equal(coding__row_of(o.book, 0), 0);
    done(&o);
}

static void a_book_without_places_answers_by_its_trie(void **state)
{
    (void)state;
    static const char *const names[] = {"rows.places", "rows.seeds"};
    for (size_t i = 0; i < 2; i++) {
        opened o = little();
        hide(&o, names[i]);
        assert_every_code_finds_its_row(o.book);
        coding_desk *desk = coding_desk_new(o.book, NULL);
        coding_code  code = icd10cm("E11.9");
        uint8_t      rule;
        uint32_t     row;
        coding_verdict_of_many(desk, &code, NULL, 0, 1, &rule, &row);
        assert_int_equal(rule, CODING_RULE_STANDS);
        assert_int_equal(coding__row_code(o.book, row), code);
        coding_desk_free(desk);
        done(&o);
    }
}

static void a_place_that_leads_elsewhere_is_a_fault_and_no_answer(void **state)
{
    (void)state;
    opened         o = little();
    coding_error   error;
    coding__places p = coding__places_of(o.book);
    coding_code    code = coding__row_code(o.book, 3);
    uint32_t       place = coding__place_of_code(&p, code);
    coding__store32(section_of(&o, "rows.places") + (size_t)place * CODING__PLACE_BYTES, 1);
    assert_int_equal(coding__row_of(o.book, code), 0); /* who stands there is not the one who was asked for */
    assert_false(coding_book_verify(o.book, &error));
    coding__store32(section_of(&o, "rows.places") + (size_t)place * CODING__PLACE_BYTES, UINT32_MAX);
    assert_int_equal(coding__row_of(o.book, code), 0);
    done(&o);
}

/* One by one, all at once, and each on its own day: they say the same. */
static void a_column_says_what_each_of_its_codes_says(void **state)
{
    (void)state;
    enum { COUNT = 150 };
    opened       o = little();
    coding_desk *desk = coding_desk_new(o.book, NULL);
    coding_code  codes[COUNT];
    coding_date  days[COUNT];
    uint8_t      rules[COUNT], dated[COUNT];
    uint32_t     rows[COUNT];
    for (uint32_t i = 0; i < COUNT; i++) {
        codes[i] = coding__row_code(o.book, i % coding__count(o.book, CODING__ROWS));
        if (i % 7 == 0) codes[i] = coding_code_append(codes[i], '9'); /* mostly nobody's */
        days[i] = i % 3 ? 20251001 : 20240301;
    }
    for (size_t count = 0; count <= COUNT; count += 30) {
        coding_verdict_of_many(desk, codes, NULL, 20251001, count, rules, rows);
        coding_verdict_of_many(desk, codes, days, 0, count, dated, NULL);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(rules[i], coding_verdict_of(desk, codes[i], 20251001));
            assert_int_equal(dated[i], coding_verdict_of(desk, codes[i], days[i]));
            assert_int_equal(rows[i] + 1, coding__row_by_walk(o.book, codes[i]));
        }
    }
    coding_desk_free(desk);
    done(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_finds_its_row_by_place_and_by_walk),
        cmocka_unit_test(a_code_that_is_in_no_book_finds_no_row),
        cmocka_unit_test(a_book_without_places_answers_by_its_trie),
        cmocka_unit_test(a_place_that_leads_elsewhere_is_a_fault_and_no_answer),
        cmocka_unit_test(a_column_says_what_each_of_its_codes_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
