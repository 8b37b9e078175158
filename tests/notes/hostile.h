/* Strangers' notes: random bytes, random and broken UTF-8, words of the book in any order, and texts without an end.
 * Read with a little book by the units and with the whole one by the tests of the book. Each is read in bounded time,
 * twice alike, its spans lie in it where characters begin, and a text without an end holds no memory. */
#ifndef TESTS_NOTES_HOSTILE_H
#define TESTS_NOTES_HOSTILE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <coding.h>

void notes_of_random_bytes_are_read(coding_desk *desk);
void notes_of_random_characters_are_read(coding_desk *desk);
void notes_of_shuffled_words_are_read(coding_desk *desk);
void notes_of_broken_characters_are_read(coding_desk *desk);
void notes_with_nul_and_controls_are_read(coding_desk *desk);

/* One letter, one blank, one mark, one word, so many bytes of it; less where an instrument makes it slow. */
void notes_without_an_end_are_read(coding_desk *desk, size_t length);

/* The longest that a note took so far, in milliseconds of this thread, but for those without an end. */
double slowest_note(void);

#endif
