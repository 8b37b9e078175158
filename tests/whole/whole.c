#include "whole/whole.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

coding_book *whole_book(void)
{
    coding_book *book = coding_book_open(NULL, NULL);
    return book ? book : coding_book_open(CODING_WHOLE_BOOK, NULL);
}

int whole_open(void **state)
{
    *state = whole_book();
    return *state ? 0 : -1;
}

int whole_close(void **state)
{
    coding_book_close(*state);
    return 0;
}

void whole_rows(const char *path, unsigned least, bool (*has)(coding_desk *desk),
                unsigned (*ask)(coding_desk *desk, char *cells[ROW_CELLS]))
{
    unsigned     count = 0, wrong = 0;
    coding_book *book = whole_book();
    coding_desk *desk = book ? coding_desk_new(book, NULL) : NULL;
    if (!desk || (has && !has(desk))) {
        print_message("skipped: there is no book that has what %s asks for; script/demo makes one\n", path);
        coding_desk_free(desk);
        coding_book_close(book);
        skip();
    }
    rows vectors = rows_open(path);
    for (; rows_next(&vectors); count++) {
        wrong += ask(desk, vectors.cells);
        coding_desk_clear(desk);
    }
    rows_close(&vectors);
    coding_desk_free(desk);
    coding_book_close(book);
    print_message("%u rows, %u wrong\n", count, wrong);
    assert_true(count >= least);
    assert_int_equal(wrong, 0);
}
