/* The whole book, extended by a small table, keeps every record of its tables of claims. */
#define _DEFAULT_SOURCE

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "book/book.h"
#include "compile/compile.h"

/* Fields of four bytes that hold a text: books that were made apart keep their texts in another order. */
static const struct {
    coding__section section;
    unsigned        field;
} texts[] = {
    {CODING__PTP_STATES, CODING__PTP_STATE_WHY},        {CODING__MUE, CODING__MUE_WHY},
    {CODING__CLAIM_PAIRS, CODING__PAIR_TEXT},           {CODING__CLAIM_PAIRS, CODING__PAIR_BECAUSE},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_PLACES}, {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_NOT_WITH},
    {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_NEEDS},  {CODING__CLAIM_MODIFIERS, CODING__MODIFIER_TEXT},
    {CODING__CLAIM_PLACES, CODING__CLAIM_PLACE_TEXT},   {CODING__CLAIM_PLACES, CODING__CLAIM_PLACE_NOT},
    {CODING__CLAIM_PLACES, CODING__CLAIM_PLACE_WHY},    {CODING__POLICIES, CODING__POLICY_ID},
    {CODING__POLICIES, CODING__POLICY_TITLE},
};

static bool is_text(coding__section section, unsigned field)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].section == section && texts[i].field == field) return true;
    return false;
}

static bool are_alike(const coding_book *one, const coding_book *two, coding__section section, uint32_t record)
{
    unsigned             width = one->tables[section].width;
    const unsigned char *a = coding__record(one, section, record), *b = coding__record(two, section, record);
    if (!memcmp(a, b, width)) return true;
    for (unsigned field = 0; field + 4 <= width; field += 4) {
        if (!memcmp(a + field, b + field, 4)) continue;
        if (!is_text(section, field)) return false;
        if (strcmp(coding__text(one, coding__load32(a + field)), coding__text(two, coding__load32(b + field))))
            return false;
    }
    return true;
}

static uint32_t assert_alike(const coding_book *one, const coding_book *two, coding__section section)
{
    const char *name = coding__section_forms[section].name;
    uint32_t    count = coding__count(one, section);
    if (count != coding__count(two, section))
        fail_msg("%s: %u records, once %u", name, (unsigned)coding__count(two, section), (unsigned)count);
    for (uint32_t i = 0; i < count; i++)
        if (!are_alike(one, two, section, i)) fail_msg("%s: record %u differs", name, (unsigned)i);
    return count;
}

#define SECTION(name, file, width) CODING__##name,
static const coding__section sections[] = {CODING__CLAIM_SECTIONS(SECTION)};

/* A table of one code, beside the book. */
static void put_table(char path[64])
{
    static const char table[] = "system\tcode\tkind\tfirst\tpast\ttitle\n"
                                "cpt\t99999\tbillable\t20200101\t-\tA made-up service\n";
    strcpy(path, "/tmp/extended-XXXXXX.tsv");
    int file = mkstemps(path, 4);
    assert_true(file >= 0);
    assert_int_equal(write(file, table, sizeof table - 1), sizeof table - 1);
    assert_int_equal(close(file), 0);
}

static void a_table_beside_the_whole_book_changes_no_table_of_claims(void **state)
{
    char         path[64];
    const char  *own = getenv("CODING_BOOK"), *book_path = own ? own : CODING_WHOLE_BOOK;
    void        *bytes = NULL;
    size_t       length = 0;
    uint64_t     records = 0;
    coding_error error;
    coding_book *book = coding_book_open(book_path, NULL);
    (void)state;
    if (!book) skip();
    put_table(path);
    const char             *paths[] = {book_path, path};
    coding__compile_options options = {.paths = paths, .count = 2};
    if (!coding__compile_to_memory(&options, &bytes, &length, &error)) fail_msg("%s %s", error.at, error.reason);
    coding_book *more = coding_book_open_memory(bytes, length, NULL);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) records += assert_alike(book, more, sections[i]);
    print_message("%llu records alike\n", (unsigned long long)records);
    assert_int_equal(coding__count(more, CODING__ROWS), coding__count(book, CODING__ROWS) + 1);
    assert_true(!coding__count(book, CODING__SERVICES) || records > 0);
    coding_book_close(book), coding_book_close(more);
    free(bytes);
    assert_int_equal(unlink(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_beside_the_whole_book_changes_no_table_of_claims),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
