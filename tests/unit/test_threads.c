/* One book, several threads: a book is everyone's, a desk is one thread's. What tells is the thread sanitizer. */
#include <pthread.h>
#include <stdlib.h>

#include "battery.h"
#include "book/book.h"
#include "unit/little_release.h"

enum { THREADS = 4, ROUNDS = 3 };

typedef struct asker {
    pthread_t    thread;
    coding_book *book;      /* this thread's to give back */
    uint32_t     seed;
    uint64_t     answer;
} asker;

/* Each round has a desk of its own, so that the threads count the book's owners against each other. */
static void *ask(void *context)
{
    asker *own = context;
    for (int round = 0; round < ROUNDS; round++) {
        coding_desk *desk = coding_desk_new(own->book, NULL);
        own->answer = desk ? ask_everything(desk, own->seed, NULL) : 0;
        coding_desk_free(desk);
    }
    coding_book_close(own->book);
    return NULL;
}

static void start(asker *own, coding_book *book, uint32_t seed)
{
    *own = (asker){.book = coding_book_keep(book), .seed = seed};
    assert_int_equal(pthread_create(&own->thread, NULL, ask, own), 0);
}

static uint64_t finish(asker *own)
{
    assert_int_equal(pthread_join(own->thread, NULL), 0);
    return own->answer;
}

static coding_book *little_book_in_memory(unsigned char **bytes)
{
    size_t length;
    *bytes = book_bytes(little_release, &length);
    coding_book *book = coding_book_open_memory(*bytes, length, NULL);
    assert_non_null(book);
    return book;
}

static void four_threads_get_the_answers_of_one(void **state)
{
    (void)state;
    unsigned char *bytes;
    coding_book   *book = little_book_in_memory(&bytes);
    coding_desk   *desk = coding_desk_new(book, NULL);
    uint64_t       alone = ask_everything(desk, 1, NULL);
    asker          askers[THREADS];
    for (size_t i = 0; i < THREADS; i++) start(&askers[i], book, 1);
    for (size_t i = 0; i < THREADS; i++) assert_int_equal(finish(&askers[i]), alone);
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes);
}

static void a_book_outlives_the_thread_that_opened_it(void **state)
{
    (void)state;
    unsigned char *bytes;
    coding_book   *book = little_book_in_memory(&bytes);
    asker          askers[THREADS];
    for (uint32_t i = 0; i < THREADS; i++) start(&askers[i], book, i);
    coding_book_close(book); /* while the others ask */
    for (size_t i = 0; i < THREADS; i++) assert_int_not_equal(finish(&askers[i]), 0);
    free(bytes);
}

/* Opens the bytes anew, keeps the book, works at a desk and goes, again and again; answers how often it was wrong. */
static void *come_and_go(void *context)
{
    enum { VISITS = 200 };
    asker    *own = context;
    uintptr_t wrong = 0;
    for (int i = 0; i < VISITS; i++) {
        coding_book *other = coding_book_open_memory(own->book->bytes, coding_book_size(own->book), NULL);
        coding_book *kept = coding_book_keep(own->book);
        coding_desk *desk = coding_desk_new(kept, NULL);
        coding_book_close(kept);
        wrong += !other || coding_verdict_of(desk, icd10cm("I10"), 20251001) != CODING_RULE_STANDS;
        coding_desk_free(desk);
        coding_book_close(other);
    }
    own->answer = wrong;
    coding_book_close(own->book);
    return NULL;
}

static void a_fifth_thread_comes_and_goes_while_four_ask_each_its_own(void **state)
{
    (void)state;
    unsigned char *bytes;
    coding_book   *book = little_book_in_memory(&bytes);
    coding_desk   *desk = coding_desk_new(book, NULL);
    uint64_t       alone[THREADS];
    asker          askers[THREADS], fifth = {.book = coding_book_keep(book)};
    for (uint32_t i = 0; i < THREADS; i++, coding_desk_clear(desk)) alone[i] = ask_everything(desk, i, NULL);
    assert_int_equal(pthread_create(&fifth.thread, NULL, come_and_go, &fifth), 0);
    for (uint32_t i = 0; i < THREADS; i++) start(&askers[i], book, i);
    for (size_t i = 0; i < THREADS; i++) assert_int_equal(finish(&askers[i]), alone[i]);
    assert_int_equal(finish(&fifth), 0);
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_threads_get_the_answers_of_one),
        cmocka_unit_test(a_book_outlives_the_thread_that_opened_it),
        cmocka_unit_test(a_fifth_thread_comes_and_goes_while_four_ask_each_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
