/* Memory of one's own: a desk takes all of its memory from the allocator it was given. This one counts, and has an end;
 * where it says no, the answer's status says so and a check is never taken for passed.
 *
 *     cc -std=c11 allocator.c $(pkg-config --cflags --libs coding) -o allocator
 *     CODING_BOOK=little.book ./allocator
 */
#include <stdio.h>
#include <stdlib.h>

#include <coding.h>

typedef struct purse {
    size_t left; /* bytes that may still be taken */
    size_t taken;
} purse;

/* As realloc, but told the old size; a new size of 0 frees. */
static void *resize(void *context, void *memory, size_t old_size, size_t new_size)
{
    purse *p = context;
    if (new_size > old_size && new_size - old_size > p->left) return NULL;
    void *moved = new_size ? realloc(memory, new_size) : NULL;
    if (!new_size) free(memory);
    else if (!moved) return NULL;
    p->left = p->left + old_size - new_size;
    p->taken = p->taken + new_size - old_size;
    return moved;
}

static void ask(coding_book *book, size_t bytes)
{
    purse            own = {.left = bytes};
    coding_allocator allocator = {resize, &own};
    coding_desk     *desk = coding_desk_new(book, &allocator);
    printf("%zu bytes: ", bytes);
    if (!desk) {
        puts("too few for a desk");
        return;
    }
    coding_verdict verdict = coding_check_text(desk, CODING_ICD10CM, "G35", 3, 20260301);
    printf("%s, %s\n", coding_status_text(verdict.status), coding_rule_name(verdict.rule));
    coding_desk_free(desk); /* wiped and given back */
    if (own.taken) printf("%zu bytes were lost\n", own.taken);
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    ask(book, 100000);
    ask(book, 1000);
    ask(book, 10);
    coding_book_close(book);
    return 0;
}
