/* One book, many threads: the book is everyone's, a desk is one thread's. No lock is needed, and none is taken.
 *
 *     cc -std=c11 threads.c $(pkg-config --cflags --libs coding) -pthread -o threads
 *     CODING_BOOK=little.book ./threads
 */
#include <pthread.h>
#include <stdio.h>

#include <coding.h>

enum { THREADS = 4 };

typedef struct work {
    coding_book *book;
    coding_date  on;
    size_t       standing;
} work;

/* How many rows of ICD-10-CM may stand on that day? */
static void *count_standing(void *context)
{
    work        *w = context;
    coding_desk *desk = coding_desk_new(w->book, NULL);
    uint32_t     first, past;
    coding_book_rows(w->book, CODING_ICD10CM, &first, &past);
    for (uint32_t row = first; desk && row < past; row++) {
        coding_code code = coding_entry_code(coding_book_entry(w->book, row));
        w->standing += coding_verdict_of(desk, code, w->on) == CODING_RULE_STANDS;
    }
    coding_desk_free(desk);
    return NULL;
}

int main(void)
{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    work      all[THREADS] = {{book, 20200101, 0}, {book, 20211001, 0}, {book, 20250930, 0}, {book, 20251001, 0}};
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, count_standing, &all[i])) return fprintf(stderr, "no thread\n"), 2;
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        printf("on %u: %zu\n", all[i].on, all[i].standing);
    }
    coding_book_close(book);
    return 0;
}
