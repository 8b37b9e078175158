/* A book that lies in memory: read by the program, received, unpacked, or mapped by other means. The bytes stay the
 * caller's; they must not change, and must outlive the book. What is no book is refused with a reason, and a book that
 * comes from strangers can be read through from end to end before it is trusted.
 *
 *     cc -std=c11 memory.c $(pkg-config --cflags --libs coding) -o memory
 *     CODING_BOOK=little.book ./memory
 */
#include <stdio.h>
#include <stdlib.h>

#include <coding.h>

static void *read_all(const char *path, size_t *length)
{
    FILE *file = path ? fopen(path, "rb") : NULL;
    void *bytes = NULL;
    if (file && !fseek(file, 0, SEEK_END)) {
        *length = (size_t)ftell(file);
        rewind(file);
        bytes = malloc(*length);
        if (bytes && fread(bytes, 1, *length, file) != *length) free(bytes), bytes = NULL;
    }
    if (file) fclose(file);
    return bytes;
}

static void open_and_verify(const void *bytes, size_t length)
{
    coding_error error;
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    if (!book) {
        printf("refused, %s: %s\n", error.at, error.reason);
        return;
    }
    if (coding_book_verify(book, &error)) printf("a sound book of %zu editions\n", coding_book_edition_count(book));
    else printf("unsound, section %s: %s\n", error.at, error.reason);
    coding_book_close(book);
}

int main(void)
{
    size_t         length = 0;
    unsigned char *bytes = read_all(getenv("CODING_BOOK"), &length);
    if (!bytes) return fprintf(stderr, "name a book in CODING_BOOK\n"), 2;
    open_and_verify(bytes, length);
    if (length > 4096) bytes[4096] ^= 1; /* one bit, somewhere among its texts */
    open_and_verify(bytes, length);
    bytes[0] = 'X';
    open_and_verify(bytes, length);
    free(bytes);
    return 0;
}
