/* Little books: a test writes the few lines it needs and asks a desk on the book they make. */
#ifndef TESTS_LITTLE_BOOK_H
#define TESTS_LITTLE_BOOK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <coding.h>

#include "unit/little_files.h"

/* A desk on a book of codes, in the form "system  code  kind  first  past  title". Freed by teardown_desk. */
coding_desk *desk_with(void **state, const char *codes);

/* A desk on a book of several files, ended by a name of NULL. */
coding_desk *desk_with_files(void **state, const little_file *files);

/* The bytes of such a book; free() them. */
void *book_bytes(const little_file *files, size_t *length);

/* Frees what desk_with made: the teardown of every test that calls it. */
int teardown_desk(void **state);

/* The code of a text of ICD-10-CM that must be well formed. */
coding_code icd10cm(const char *text);

/* The verdict of an ICD-10-CM text on a day must be that rule, by the fast path and by the check alike. */
#define assert_rule(desk, text, on, expected) assert_rule_at(desk, text, on, expected, __FILE__, __LINE__)
void assert_rule_at(coding_desk *desk, const char *text, coding_date on, coding_rule expected, const char *file,
                    int line);
#define assert_stands(desk, text, on)            assert_rule(desk, text, on, CODING_RULE_STANDS)
#define assert_finding(desk, text, on, expected) assert_rule(desk, text, on, expected)

#define little_test(name) cmocka_unit_test_teardown(name, teardown_desk)

#endif
