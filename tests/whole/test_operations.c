/* The vectors of operations: what each phrase leads to in a whole book, and what holds for every answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "operation/part.h"
#include "whole/whole.h"

static void write_codes(const coding_operations *read, char *to, size_t room)
{
    size_t put = 0;
    *to = '\0';
    for (size_t i = 0; i < read->count && put + 16 < room; i++)
        put += (size_t)snprintf(to + put, room - put, read->items[i].withheld ? "%s(%s)" : "%s%s", put ? " " : "",
                                read->items[i].code);
    if (!put) snprintf(to, room, "-");
}

static void check_answer(coding_desk *desk, const coding_operations *read, coding_date on)
{
    for (size_t i = 0; i < read->count; i++) {
        const coding_operation *one = &read->items[i];
        assert_true(one->codes > 0);
        coding_code code = coding_entry_code(one->entry);
        if (!one->open) assert_int_equal(coding_verdict_of(desk, code, on), CODING_RULE_STANDS);
        for (unsigned axis = 0; axis < 7; axis++)
            assert_true(one->axes[axis].query != NULL || (*one->axes[axis].label && one->axes[axis].ground));
    }
}

static unsigned ask(coding_desk *desk, char *cells[ROW_CELLS])
{
    char                got[512];
    coding_note_options wanted = {.size = sizeof wanted, .on = 20251201};
    coding_operations   read = coding_operate(desk, cells[0], strlen(cells[0]), &wanted);
    assert_int_equal(read.status, CODING_OK);
    check_answer(desk, &read, wanted.on);
    write_codes(&read, got, sizeof got);
    if (strcmp(got, cells[1]) == 0) return 0;
    print_error("%s\n  wanted %s, got %s, because: %s\n", cells[0], cells[1], got, cells[2]);
    return 1;
}

static void phrases_lead_to_the_characters_that_they_say(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/operations.tsv", 40, NULL, ask);
}

static bool is_named(const coding_book *book, uint32_t record, char root)
{
    char table[3] = {(char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SECTION),
                     (char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SYSTEM), root};
    coding_code code = coding__code_of(CODING_ICD10PCS, table, sizeof table);
    const char *part = coding__op_part(book, record);
    if (!strcmp(part, "Coronary Artery")) part = "Coronary Artery, One Artery"; /* they are counted */
    return coding__parts_named(book, code, part, 0) != 0;
}

/* Has a table of one of its operations (of any, where the row has none) the body part of a row? */
static bool has_part(const coding_book *book, uint32_t record)
{
    uint64_t roots = coding__op_mask(book, record, CODING__OP_ROOTS);
    for (unsigned symbol = 1; symbol <= 36; symbol++)
        if ((!roots || roots >> symbol & 1) && is_named(book, record, coding__character_of(symbol))) return true;
    return false;
}

static void every_body_part_of_our_tables_is_one_of_the_book(void **state)
{
    coding_book *book = whole_book();
    unsigned     wrong = 0;
    (void)state;
    if (!book) skip();
    for (uint32_t i = 0; i < coding__count(book, CODING__OPERATION_WORDS); i++) {
        if (!*coding__op_text(book, i, CODING__OP_PART) || has_part(book, i)) continue;
        print_error("%s: no table has %s\n", coding__op_text(book, i, CODING__OP_TEXT),
                    coding__op_text(book, i, CODING__OP_PART));
        wrong++;
    }
    coding_book_close(book);
    assert_int_equal(wrong, 0);
}

static bool is_label(const coding_book *book, unsigned axis, const char *text)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__LABELS); i++) {
        if (coding__u8(book, CODING__LABELS, i, CODING__LABEL_AXIS) != axis) continue;
        if (coding__same_label(coding__text_of(book, CODING__LABELS, i, CODING__LABEL_TEXT), text)) return true;
    }
    return false;
}

static void every_device_of_our_tables_is_one_of_the_book(void **state)
{
    coding_book *book = whole_book();
    unsigned     wrong = 0;
    (void)state;
    if (!book) skip();
    for (uint32_t i = 0; i < coding__count(book, CODING__OPERATION_WORDS); i++) {
        const char *device = coding__op_text(book, i, CODING__OP_DEVICE);
        if (!*device || coding__symbols_spelt(device) || is_label(book, 6, device)) continue;
        print_error("%s: no table has %s\n", coding__op_text(book, i, CODING__OP_TEXT), device);
        wrong++;
    }
    coding_book_close(book);
    assert_int_equal(wrong, 0);
}

static void want(coding__choice *wanted, unsigned axis, uint64_t symbols)
{
    if (symbols) wanted->axes[axis] &= symbols;
}

/* What a row spells by characters has to stand together in a table: no label tells what it means. */
static bool leads_to_code(const coding_book *book, uint32_t record)
{
    coding__choice wanted = coding__choice_of_all();
    wanted.axes[0] = coding__symbol_bit((char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SECTION));
    wanted.axes[1] = coding__symbol_bit((char)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_SYSTEM));
    want(&wanted, 2, coding__op_mask(book, record, CODING__OP_ROOTS));
    want(&wanted, 3, coding__symbols_spelt(coding__op_part(book, record)));
    want(&wanted, 4, coding__op_mask(book, record, CODING__OP_APPROACHES));
    want(&wanted, 5, coding__symbols_spelt(coding__op_text(book, record, CODING__OP_DEVICE)));
    want(&wanted, 6, coding__symbols_spelt(coding__op_text(book, record, CODING__OP_QUALIFIER)));
    return coding__choose(book, 20251201, &wanted, NULL) > 0;
}

static void every_name_whose_table_is_known_leads_to_a_code(void **state)
{
    coding_book *book = whole_book();
    unsigned     wrong = 0;
    (void)state;
    if (!book) skip();
    for (uint32_t i = 0; i < coding__count(book, CODING__OPERATION_WORDS); i++) {
        bool known = coding__u8(book, CODING__OPERATION_WORDS, i, CODING__OP_SYSTEM) != 0;
        if (!known || !coding__op_names(book, i) || leads_to_code(book, i)) continue;
        print_error("%s: no code is so\n", coding__op_text(book, i, CODING__OP_TEXT));
        wrong++;
    }
    coding_book_close(book);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_lead_to_the_characters_that_they_say),
        cmocka_unit_test(every_body_part_of_our_tables_is_one_of_the_book),
        cmocka_unit_test(every_device_of_our_tables_is_one_of_the_book),
        cmocka_unit_test(every_name_whose_table_is_known_leads_to_a_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
