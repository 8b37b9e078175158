#include "unit/claims_refused.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "unit/miser.h"

/* False where the reader asked for less memory than would be refused. */
static bool reads_with(const claims_asked *asked, size_t refuse, bool ever)
{
    miser            own;
    coding_allocator allocator = miser_allocator(&own);
    coding_book     *book = coding_book_open_memory(asked->book, asked->size, NULL);
    coding_desk     *desk = coding_desk_new(book, &allocator);
    coding_book_close(book);
    own.refuse = own.asked + refuse;
    own.ever = ever;
    claims_words items = claims_items(desk, asked->text, asked->length, (claims_pieces){0, asked->piece});
    bool         reached = own.asked >= own.refuse;
    bool         told = strstr(items.text, "memory") || strstr(items.text, "no reader");
    if (!claims_words_are_whole(items.text, asked->expected))
        fail_msg("call %zu refused, a part of a claim:\n%s", refuse, items.text);
    if (strcmp(items.text, asked->expected) && !told) fail_msg("call %zu refused:\n%s", refuse, items.text);
    free(items.text);
    coding_desk_free(desk);
    assert_int_equal(own.held, 0);
    return reached;
}

void claims_refuse_each(const claims_asked *asked, size_t most)
{
    for (int ever = 0; ever < 2; ever++)
        for (size_t refuse = 1; reads_with(asked, refuse, ever); refuse++) assert_in_range(refuse, 1, most);
}
