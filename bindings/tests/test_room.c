/* A book as languages hold it: desks are borrowed by any thread, and a close finds nobody without ground. */
#include "unit/little_release.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asks.h"

enum { DAY = 20251001, THREADS = 4, MANY = 40 };

static const char path[] = "room.book";

static int write_book(void **state)
{
    size_t length;
    void  *bytes = book_bytes(little_release, &length);
    FILE  *file = fopen(path, "wb");
    (void)state;
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    free(bytes);
    return 0;
}

static int remove_book(void **state)
{
    (void)state;
    return remove(path);
}

static coding__room *open_room(void)
{
    coding_error  error;
    coding__room *room = coding__room_open(path, &error);
    if (!room) fail_msg("%s: %s", error.at, error.reason);
    return room;
}

/* The rule of a code, or CODING_RULE_NOT_CHECKED where the book is closed. */
static coding_rule ask(coding__room *room, const char *text)
{
    coding_error error;
    coding_desk *desk = coding__room_borrow(room, &error);
    coding_rule  rule = CODING_RULE_NOT_CHECKED;
    if (desk) rule = coding__room_check(room, desk, text, strlen(text), CODING_ICD10CM, DAY).rule;
    else if (error.status != CODING_MISUSE) abort();
    coding__room_give_back(room, desk);
    return rule;
}

static void a_file_that_is_not_there_has_its_reason(void **state)
{
    coding_error error;
    (void)state;
    assert_null(coding__room_open("nowhere.book", &error));
    assert_int_equal(error.status, CODING_NO_FILE);
    assert_true(*error.reason);
}

static void closing_twice_does_nothing(void **state)
{
    coding__room *room = open_room();
    (void)state;
    assert_int_equal(ask(room, "G35"), CODING_RULE_HEADER);
    assert_false(coding__room_is_closed(room));
    coding__room_close(room);
    coding__room_close(room);
    assert_true(coding__room_is_closed(room));
    assert_int_equal(ask(room, "G35"), CODING_RULE_NOT_CHECKED);
    coding__room_free(room);
    coding__room_free(NULL);
}

static void a_desk_outlives_the_close_of_its_book(void **state)
{
    coding_error  error;
    coding__room *room = open_room();
    coding_desk  *desk = coding__room_borrow(room, &error);
    (void)state;
    coding__room_close(room);
    const char *title = coding__room_title(room, desk, "I10", 3, CODING_ICD10CM, DAY, &error);
    assert_string_equal(title, "Essential hypertension");
    coding__room_give_back(room, desk);
    coding__room_free(room);
}

static void more_desks_are_lent_than_are_kept(void **state)
{
    coding_error  error;
    coding__room *room = open_room();
    coding_desk  *desks[MANY];
    (void)state;
    for (size_t i = 0; i < MANY; i++) assert_non_null(desks[i] = coding__room_borrow(room, &error));
    for (size_t i = 0; i < MANY; i++) coding__room_give_back(room, desks[i]);
    assert_int_equal(room->idle_count, CODING__IDLE_DESKS);
    coding__room_free(room);
}

static void a_text_that_is_no_code_of_the_book_leaves_its_reason(void **state)
{
    coding_error  error = {0};
    coding__room *room = open_room();
    coding_desk  *desk = coding__room_borrow(room, &error);
    (void)state;
    assert_int_equal(coding__room_children(room, desk, "A99", 3, CODING_ICD10CM, DAY, &error).entries.count, 0);
    assert_int_equal(error.status, CODING_NOT_IN_BOOK);
    assert_string_equal(error.at, "A99");
    coding__room_give_back(room, desk);
    coding__room_free(room);
}

/* Titles of the little book hold to no end, so that today is a day of it; ICD-10-PCS is asked by itself. */
static void nobody_naming_a_day_means_today(void **state)
{
    coding__room *room = open_room();
    (void)state;
    assert_int_equal(coding__room_day(room, CODING_ICD10CM, DAY), DAY);
    assert_int_equal(coding__room_day(room, CODING_ICD10CM, 0), 0);
    assert_int_equal(coding__room_day(room, CODING_ICD10CM, CODING__TODAY), coding_date_today());
    assert_int_equal(coding__room_day(room, CODING_CVX, CODING__TODAY), 0); /* no edition: its newest, if any */
    coding__room_free(room);
}

typedef struct crowd {
    coding__room *room;
    atomic_size_t answered, wrong;
} crowd;

static void *keep_asking(void *context)
{
    crowd      *all = context;
    coding_rule rule;
    while ((rule = ask(all->room, "G35")) != CODING_RULE_NOT_CHECKED) {
        all->wrong += rule != CODING_RULE_HEADER;
        all->answered++;
    }
    return NULL;
}

static void whoever_asks_beside_a_close_is_answered_or_told(void **state)
{
    (void)state;
    for (int round = 0; round < 20; round++) {
        crowd     all = {.room = open_room()};
        pthread_t threads[THREADS];
        for (size_t i = 0; i < THREADS; i++) assert_int_equal(pthread_create(&threads[i], NULL, keep_asking, &all), 0);
        while (all.answered < 200) sched_yield();
        coding__room_close(all.room);
        for (size_t i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
        assert_int_equal(all.wrong, 0);
        assert_true(coding__room_is_closed(all.room));
        coding__room_free(all.room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_that_is_not_there_has_its_reason),
        cmocka_unit_test(closing_twice_does_nothing),
        cmocka_unit_test(a_desk_outlives_the_close_of_its_book),
        cmocka_unit_test(more_desks_are_lent_than_are_kept),
        cmocka_unit_test(a_text_that_is_no_code_of_the_book_leaves_its_reason),
        cmocka_unit_test(nobody_naming_a_day_means_today),
        cmocka_unit_test(whoever_asks_beside_a_close_is_answered_or_told),
    };
    return cmocka_run_group_tests(tests, write_book, remove_book);
}
