#include "base/arena.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* An allocator that counts, remembers its youngest block, and says no after a number of calls. */
typedef struct purse {
    size_t         live;    /* bytes out */
    size_t         calls;
    size_t         refuse;  /* the call that is refused; SIZE_MAX never */
    unsigned char *youngest;
    size_t         youngest_size;
    bool           wiped;   /* the last block given back held nothing but zeros past its head */
} purse;

enum { HEAD_AT_MOST = 64 };

static bool all_zero(const unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (bytes[i]) return false;
    }
    return true;
}

static void *give(purse *own, size_t size)
{
    if (own->calls++ == own->refuse) return NULL;
    own->live += size;
    own->youngest_size = size;
    return own->youngest = malloc(size);
}

static void *resize(void *context, void *memory, size_t old_size, size_t new_size)
{
    purse *own = context;
    if (!memory) return give(own, new_size);
    assert_int_equal(new_size, 0); /* an arena never moves a block: pieces of it are out */
    own->live -= old_size;
    own->wiped = all_zero((unsigned char *)memory + HEAD_AT_MOST, old_size - HEAD_AT_MOST);
    free(memory);
    return NULL;
}

static coding_allocator allocator_of(purse *own)
{
    *own = (purse){.refuse = SIZE_MAX};
    return (coding_allocator){resize, own};
}

static void an_arena_takes_nothing_before_it_is_asked(void **state)
{
    (void)state;
    purse            own;
    coding_allocator allocator = allocator_of(&own);
    coding__arena    arena;
    coding__arena_start(&arena, &allocator);
    assert_int_equal(own.calls, 0);
    coding__arena_end(&arena);
    assert_int_equal(own.calls, 0);
}

static void pieces_come_zeroed_and_aligned_for_anything(void **state)
{
    (void)state;
    coding__arena arena;
    coding__arena_start(&arena, NULL);
    for (size_t size = 0; size < 300; size++) {
        unsigned char *piece = coding__arena_take(&arena, size);
        assert_non_null(piece);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
        assert_true(all_zero(piece, size));
        memset(piece, 0xAA, size);
    }
    coding__arena_end(&arena);
}

static void pieces_do_not_overlap(void **state)
{
    (void)state;
    enum { PIECES = 200, SIZE = 77 };
    unsigned char *pieces[PIECES];
    coding__arena  arena;
    coding__arena_start(&arena, NULL);
    for (unsigned i = 0; i < PIECES; i++) {
        pieces[i] = coding__arena_take(&arena, SIZE);
        memset(pieces[i], (int)i, SIZE);
    }
    for (unsigned i = 0; i < PIECES; i++) {
        assert_int_equal(pieces[i][0], i);
        assert_int_equal(pieces[i][SIZE - 1], i);
    }
    coding__arena_end(&arena);
}

static void a_piece_larger_than_any_block_gets_one_of_its_own(void **state)
{
    (void)state;
    coding__arena arena;
    coding__arena_start(&arena, NULL);
    coding__arena_take(&arena, 1);
    unsigned char *large = coding__arena_take(&arena, 1000000);
    assert_non_null(large);
    assert_true(all_zero(large, 1000000));
    coding__arena_end(&arena);
}

static void a_size_no_machine_has_is_refused(void **state)
{
    (void)state;
    purse            own;
    coding_allocator allocator = allocator_of(&own);
    coding__arena    arena;
    coding__arena_start(&arena, &allocator);
    assert_null(coding__arena_take(&arena, SIZE_MAX));
    assert_null(coding__arena_take(&arena, SIZE_MAX - 15));
    void *piece = coding__arena_take(&arena, 16);
    assert_null(coding__arena_grow(&arena, piece, 16, SIZE_MAX - 1));
    assert_int_equal(own.calls, 1);
    coding__arena_end(&arena);
}

static void the_newest_piece_grows_in_its_place(void **state)
{
    (void)state;
    coding__arena arena;
    coding__arena_start(&arena, NULL);
    char *piece = coding__arena_text(&arena, "G35", 3);
    assert_ptr_equal(coding__arena_grow(&arena, piece, 4, 40), piece);
    assert_string_equal(piece, "G35");
    assert_true(all_zero((unsigned char *)piece + 4, 36));
    coding__arena_end(&arena);
}

static void an_older_piece_grows_by_a_copy_and_still_stands(void **state)
{
    (void)state;
    coding__arena arena;
    coding__arena_start(&arena, NULL);
    char *older = coding__arena_text(&arena, "G35", 3);
    char *newer = coding__arena_text(&arena, "E11", 3);
    char *grown = coding__arena_grow(&arena, older, 4, 100);
    assert_ptr_not_equal(grown, older);
    assert_string_equal(grown, "G35");
    assert_string_equal(older, "G35");
    assert_string_equal(newer, "E11");
    assert_true(all_zero((unsigned char *)grown + 4, 96));
    coding__arena_end(&arena);
}

static void growing_nothing_takes_a_new_piece(void **state)
{
    (void)state;
    coding__arena arena;
    coding__arena_start(&arena, NULL);
    assert_non_null(coding__arena_grow(&arena, NULL, 0, 10));
    assert_int_equal(arena.used, 16);
    coding__arena_end(&arena);
}

static void a_text_may_hold_nul_and_ends_in_one(void **state)
{
    (void)state;
    coding__arena arena;
    coding__arena_start(&arena, NULL);
    const char *text = coding__arena_text(&arena, "a\0b", 3);
    assert_memory_equal(text, "a\0b\0", 4);
    assert_string_equal(coding__arena_text(&arena, "", 0), "");
    coding__arena_end(&arena);
}

static void clearing_wipes_and_keeps_the_memory(void **state)
{
    (void)state;
    purse            own;
    coding_allocator allocator = allocator_of(&own);
    coding__arena    arena;
    coding__arena_start(&arena, &allocator);
    char *note = coding__arena_text(&arena, "patient 4711", 12);
    size_t held = arena.held;
    coding__arena_clear(&arena);
    assert_int_equal(arena.used, 0);
    assert_int_equal(arena.held, held);
    assert_int_equal(own.live, held);
    assert_true(all_zero((unsigned char *)note, 12));
    coding__arena_end(&arena);
}

static void the_same_question_again_needs_no_allocation(void **state)
{
    (void)state;
    purse            own;
    coding_allocator allocator = allocator_of(&own);
    coding__arena    arena;
    coding__arena_start(&arena, &allocator);
    for (int question = 0; question < 50; question++) {
        for (size_t size = 1; size < 3000; size += 100) assert_non_null(coding__arena_take(&arena, size));
        if (question == 0) own.refuse = own.calls;
        coding__arena_clear(&arena);
    }
    coding__arena_end(&arena);
    assert_int_equal(own.live, 0);
}

static void ending_gives_everything_back_wiped(void **state)
{
    (void)state;
    purse            own;
    coding_allocator allocator = allocator_of(&own);
    coding__arena    arena;
    coding__arena_start(&arena, &allocator);
    memset(coding__arena_take(&arena, 5000), 'x', 5000);
    coding__arena_end(&arena);
    assert_true(own.wiped);
    assert_int_equal(own.live, 0);
    assert_int_equal(arena.held, 0);
}

static void an_ended_arena_may_be_used_again(void **state)
{
    (void)state;
    coding__arena arena;
    coding__arena_start(&arena, NULL);
    coding__arena_take(&arena, 10);
    coding__arena_end(&arena);
    assert_non_null(coding__arena_take(&arena, 10));
    coding__arena_end(&arena);
}

static void a_refused_piece_leaves_the_others_standing(void **state)
{
    (void)state;
    purse            own;
    coding_allocator allocator = allocator_of(&own);
    coding__arena    arena;
    coding__arena_start(&arena, &allocator);
    char *text = coding__arena_text(&arena, "G35", 3);
    own.refuse = own.calls;
    assert_null(coding__arena_take(&arena, 100000));
    own.refuse = own.calls;
    assert_null(coding__arena_grow(&arena, text, 4, 100000));
    assert_string_equal(text, "G35");
    assert_non_null(coding__arena_take(&arena, 100000)); /* the next call is not refused */
    coding__arena_end(&arena);
    assert_int_equal(own.live, 0);
}

static void a_list_keeps_its_items_as_it_grows(void **state)
{
    (void)state;
    coding__arena arena;
    coding__arena_start(&arena, NULL);
    coding__list list = {0};
    for (uint32_t i = 0; i < 5000; i++) {
        uint32_t *item = coding__list_add(&arena, &list, sizeof *item);
        assert_int_equal(*item, 0);
        *item = i;
        if (i % 100 == 0) memset(coding__arena_take(&arena, 8), 0xAA, 8); /* another piece gets in its way */
    }
    assert_int_equal(list.count, 5000);
    for (uint32_t i = 0; i < 5000; i++) assert_int_equal(((uint32_t *)list.items)[i], i);
    coding__arena_end(&arena);
}

static void a_list_without_memory_keeps_what_it_has_and_says_so(void **state)
{
    (void)state;
    purse            own;
    coding_allocator allocator = allocator_of(&own);
    coding__arena    arena;
    coding__arena_start(&arena, &allocator);
    coding__list list = {0};
    *(int *)coding__list_add(&arena, &list, sizeof(int)) = 7;
    own.refuse = own.calls;
    size_t kept = list.count;
    while (coding__list_add(&arena, &list, sizeof(int))) kept++;
    assert_true(list.failed);
    assert_int_equal(list.count, kept);
    assert_int_equal(*(int *)list.items, 7);
    coding__arena_end(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_arena_takes_nothing_before_it_is_asked),
        cmocka_unit_test(pieces_come_zeroed_and_aligned_for_anything),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(a_piece_larger_than_any_block_gets_one_of_its_own),
        cmocka_unit_test(a_size_no_machine_has_is_refused),
        cmocka_unit_test(the_newest_piece_grows_in_its_place),
        cmocka_unit_test(an_older_piece_grows_by_a_copy_and_still_stands),
        cmocka_unit_test(growing_nothing_takes_a_new_piece),
        cmocka_unit_test(a_text_may_hold_nul_and_ends_in_one),
        cmocka_unit_test(clearing_wipes_and_keeps_the_memory),
        cmocka_unit_test(the_same_question_again_needs_no_allocation),
        cmocka_unit_test(ending_gives_everything_back_wiped),
        cmocka_unit_test(an_ended_arena_may_be_used_again),
        cmocka_unit_test(a_refused_piece_leaves_the_others_standing),
        cmocka_unit_test(a_list_keeps_its_items_as_it_grows),
        cmocka_unit_test(a_list_without_memory_keeps_what_it_has_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
