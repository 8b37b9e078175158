/* What a desk forgets is gone: after a clear no byte of a text that was asked is left in any memory that it holds. */
#include <stdlib.h>
#include <string.h>

#include "entry/desk.h"
#include "text/finder.h"
#include "unit/little_release.h"
#include "unit/miser.h"

enum { DAY = 20251001 };

/* In no book; read as a word, as part of a field of a claim, and as a wrong code. */
#define MARKER "zqxjvkwhk"

static const char *const texts[] = {
    MARKER, MARKER " E11.9", "E11.9 " MARKER, "E1l.9 " MARKER " diabetes", "sugar disease of " MARKER, MARKER "," MARKER,
    "ZQXJVKWHK", "E11.9;" MARKER ";G35", "patient " MARKER " has type 2 diabetes with hyperglycemia",
};

/* A desk that a miser feeds, on the little book. */
typedef struct room {
    miser        own;
    void        *bytes;
    coding_desk *desk;
} room;

static int enter(void **state)
{
    size_t length;
    room  *made = calloc(1, sizeof *made);
    assert_non_null(made);
    coding_allocator allocator = miser_allocator(&made->own);
    made->bytes = book_bytes(little_release, &length);
    coding_book *book = coding_book_open_memory(made->bytes, length, NULL);
    made->desk = coding_desk_new(book, &allocator);
    coding_book_close(book);
    *state = made;
    return 0;
}

static int leave(void **state)
{
    room *made = *state;
    coding_desk_free(made->desk);
    int lost = made->own.held != 0;
    free(made->bytes);
    free(made);
    return lost;
}

/* Each question that takes a text. */
static void ask(coding_desk *desk, const char *text)
{
    size_t         length = strlen(text);
    coding_verdict verdict = coding_check_text(desk, CODING_ANY, text, length, DAY);
    for (size_t i = 0; i < verdict.count; i++) coding_explain(desk, &verdict.findings[i]);
    coding_check_text(desk, CODING_ICD10CM, text, length, DAY);
    coding_suggest(desk, CODING_ICD10CM, text, length, DAY);
    coding_suggest(desk, CODING_ANY, text, length, DAY);
    coding_identify(desk, text, length, DAY);
    coding_read(desk, (coding_system)64, text, length);
    coding_complete(desk, CODING_ANY, text, length, DAY, 10);
    coding_values_after(desk, CODING_ICD10PCS, text, length, DAY);
    coding_search(desk, text, length, NULL);
    coding_search_complete(desk, text, length, 10);
    coding_term_parts(desk, text, length);
    coding_term_codes(desk, text, length, NULL);
}

/* In either case, since texts are folded; and each half of it. */
static bool tells(const miser *own)
{
    return miser_holds(own, MARKER, 5) || miser_holds(own, "ZQXJV", 5) || miser_holds(own, "vkwhk", 5)
        || miser_holds(own, "VKWHK", 5);
}

static void texts_that_were_asked_lie_on_the_desk_until_it_is_cleared(void **state)
{
    room *r = *state;
    coding_suggest(r->desk, CODING_ICD10CM, MARKER, strlen(MARKER), DAY);
    assert_true(tells(&r->own)); /* else the search below proves nothing */
    coding_desk_clear(r->desk);
    assert_false(tells(&r->own));
}

static void nothing_of_a_text_is_left_when_the_desk_is_cleared(void **state)
{
    room *r = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ask(r->desk, texts[i]);
        coding_desk_clear(r->desk);
        if (tells(&r->own)) fail_msg("\"%s\" is still there", texts[i]);
    }
}

static bool is_zero(const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    while (size && !at[size - 1]) size--;
    return size == 0;
}

/* Nothing but the size, and which documents lead to the rows that were searched, whatever was asked of them. */
static void assert_forgets(coding__finder *finder)
{
    finder->rows[0] = finder->rows[1] = finder->within[0] = finder->within[1] = 0;
    assert_true(is_zero(finder->met, finder->documents * sizeof *finder->met));
    assert_true(is_zero(finder, offsetof(coding__finder, documents)));
    assert_true(is_zero(finder->listener.respelt, sizeof finder->listener.respelt));
}

static void what_a_search_found_is_forgotten_with_what_it_was_asked(void **state)
{
    static const char *const queries[] = {"type 2 diabetes with hyperglycemia", "hypertenshun", "E11", "whiplash injury", "x"};
    room                    *r = *state;
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        coding_search(r->desk, queries[i], strlen(queries[i]), NULL);
        assert_forgets(r->desk->kept[CODING__KEEPS_FINDER].memory);
    }
}

static void a_cleared_desk_holds_as_much_and_uses_nothing(void **state)
{
    room *r = *state;
    ask(r->desk, texts[0]);
    size_t held = coding_desk_used(r->desk).held;
    assert_int_equal(held, r->own.held);
    coding_desk_clear(r->desk);
    assert_int_equal(coding_desk_used(r->desk).held, held);
    assert_int_equal(coding_desk_used(r->desk).used, 0);
}

#define forget_test(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        forget_test(texts_that_were_asked_lie_on_the_desk_until_it_is_cleared),
        forget_test(nothing_of_a_text_is_left_when_the_desk_is_cleared),
        forget_test(what_a_search_found_is_forgotten_with_what_it_was_asked),
        forget_test(a_cleared_desk_holds_as_much_and_uses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
