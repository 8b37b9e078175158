/* A whole book, cut at every 4 KiB, with each byte of its header and section records flipped, and with random bytes
 * changed: nothing may lead outside it. Built with the address sanitizer, what is cut off is poisoned, so that a read of
 * it is seen. `damage BOOK [ROUNDS]`; prints what was tried. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "battery.h"
#include "compile/writer.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(at, length) ASAN_POISON_MEMORY_REGION(at, length)
#define MEND(at, length) ASAN_UNPOISON_MEMORY_REGION(at, length)
#else
#define POISON(at, length) ((void)(at), (void)(length))
#define MEND(at, length) ((void)(at), (void)(length))
#endif

enum { PAGE = 4096 };

typedef struct tally {
    unsigned long tried, opened;
} tally;

static unsigned char *read_book(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) return NULL;
    *length = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(*length);
    if (bytes && fread(bytes, 1, *length, file) != *length) bytes = NULL;
    fclose(file);
    return bytes;
}

static size_t table_length(const unsigned char *bytes)
{
    return CODING__HEADER_BYTES + (size_t)coding__load32(bytes + CODING__HEADER_COUNT) * CODING__SECTION_BYTES;
}

/* Makes the header's checksum agree again, so that what lies behind it is reached. */
static void seal(unsigned char *bytes, size_t length)
{
    coding__store32(bytes + CODING__HEADER_CHECKSUM, 0);
    if (table_length(bytes) > length) return;
    coding__store32(bytes + CODING__HEADER_CHECKSUM, coding__checksum(0, bytes, table_length(bytes)));
}

static void ask(const unsigned char *bytes, size_t length, uint32_t seed, tally *t)
{
    coding_book *book = coding_book_open_memory(bytes, length, NULL);
    t->tried++;
    if (!book) return;
    t->opened++;
    coding_desk *desk = coding_desk_new(book, NULL);
    if (desk) ask_everything(desk, seed, NULL);
    coding_desk_free(desk);
    coding_book_close(book);
}

/* From the end to the front: what is cut off stays poisoned. The header is asked as it is, and made to agree. */
static tally cut_everywhere(unsigned char *bytes, size_t length)
{
    tally         t = {0, 0};
    unsigned char header[CODING__HEADER_BYTES];
    memcpy(header, bytes, sizeof header);
    for (size_t cut = (length - 1) / PAGE * PAGE; cut >= PAGE; cut -= PAGE) {
        POISON(bytes + cut, length - cut);
        ask(bytes, cut, (uint32_t)cut, &t);
        coding__store64(bytes + CODING__HEADER_SIZE, cut);
        seal(bytes, cut);
        ask(bytes, cut, (uint32_t)cut, &t);
        memcpy(bytes, header, sizeof header);
    }
    MEND(bytes, length);
    return t;
}

static tally flip_table(unsigned char *bytes, size_t length, unsigned step)
{
    tally  t = {0, 0};
    size_t past = table_length(bytes);
    for (size_t at = 0; at < past; at++) {
        unsigned char header[CODING__HEADER_BYTES];
        memcpy(header, bytes, sizeof header);
        unsigned char old = bytes[at];
        bytes[at] ^= (unsigned char)(1u << at % 8);
        ask(bytes, length, (uint32_t)at, &t);
        if (at % step == 0) {
            seal(bytes, length);
            ask(bytes, length, (uint32_t)at, &t);
        }
        bytes[at] = old;
        memcpy(bytes, header, sizeof header);
        if (at < sizeof header) bytes[at] = old;
    }
    return t;
}

static tally flip_sections(unsigned char *bytes, size_t length, unsigned rounds)
{
    enum { FLIPS = 2000 };
    tally    t = {0, 0};
    size_t   first = table_length(bytes), places[FLIPS];
    uint64_t random = 20251001;
    for (unsigned round = 0; round < rounds; round++) {
        for (int i = 0; i < FLIPS; i++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            places[i] = first + (size_t)(random >> 20) % (length - first);
            bytes[places[i]] ^= (unsigned char)(1u << (random >> 11 & 7));
        }
        ask(bytes, length, round, &t);
        random -= (uint64_t)round; /* another way from here on */
        for (int i = FLIPS; i-- > 0;) bytes[places[i]] = (unsigned char)~bytes[places[i]];
        ask(bytes, length, round, &t);
        for (int i = FLIPS; i-- > 0;) bytes[places[i]] = (unsigned char)~bytes[places[i]];
    }
    return t;
}

static void tell(const char *what, tally t)
{
    printf("%-40s %6lu books, %6lu of them opened\n", what, t.tried, t.opened);
    fflush(stdout);
}

int main(int count, char **arguments)
{
    size_t         length = 0;
    unsigned char *bytes = count > 1 ? read_book(arguments[1], &length) : NULL;
    unsigned       rounds = count > 2 ? (unsigned)atoi(arguments[2]) : 50;
    if (!bytes) return fprintf(stderr, "damage BOOK [ROUNDS]: the book cannot be read\n"), 2;
    tell("cut at every 4 KiB", cut_everywhere(bytes, length));
    tell("header and section records flipped", flip_table(bytes, length, 8));
    tell("2,000 random bytes changed, more each time", flip_sections(bytes, length, rounds));
    free(bytes);
    return 0;
}
