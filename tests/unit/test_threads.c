/* One book, several threads: a book is everyone's, a desk is one thread's. What tells is the thread sanitizer. */
#include <pthread.h>
#include <stdlib.h>

#include "battery.h"
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_threads_get_the_answers_of_one),
        cmocka_unit_test(a_book_outlives_the_thread_that_opened_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
