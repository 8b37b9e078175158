/* Strangers' queries: random bytes, endless words, every character there is. Asked of a little book by the units and of
 * the whole one by the tests of the book. Each answer comes in bounded time, is a sane one or none, and a desk that is
 * warm takes no memory for it. */
#ifndef TESTS_SEARCH_HOSTILE_H
#define TESTS_SEARCH_HOSTILE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <coding.h>

void random_bytes_are_answered(coding_desk *desk);
void random_letters_are_answered(coding_desk *desk);
void queries_of_64_kib_are_answered(coding_desk *desk);
void queries_of_ten_thousand_words_are_answered(coding_desk *desk);
void every_character_is_answered(coding_desk *desk);

/* The slowest answer so far, in milliseconds of this thread. */
double slowest_answer(void);

#endif
