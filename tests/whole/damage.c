/* The whole book, damaged: cut at every 4 KiB, each byte of its header and section records flipped, bytes of its
 * sections flipped. Each time the book is refused with a reason, or it opens and is asked: it may know less, nothing may
 * lead outside of it. With the address sanitizer what was cut off is poisoned, so that a read of it is seen.
 *
 *     damage BOOK [EVERY]     EVERY 1: all of it; 8: one in eight of each kind */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "battery.h"
#include "compile/writer.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define POISONS
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define POISONS
#endif
#ifdef POISONS
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(at, length) ((void)(at), (void)(length))
#define ASAN_UNPOISON_MEMORY_REGION(at, length) ((void)(at), (void)(length))
#endif

enum { PAGE = 4096, ROUNDS = 4000, FLIPS_MOST = 500, WHOLLY = 8, VERIFIED = 500, PATIENCE = 120 };

typedef struct damaged {
    unsigned char *bytes;
    size_t         length;
    size_t         covered;     /* header and section records */
    unsigned char *sound;       /* these as they were */
    unsigned       every;
} damaged;

typedef struct tally {
    unsigned long tried, opened;
} tally;

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "not so: %s\n", what);
    abort();
}

static bool read_book(const char *path, damaged *book)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) return false;
    book->length = (size_t)ftell(file);
    rewind(file);
    book->bytes = malloc(book->length);
    bool read = book->bytes && fread(book->bytes, 1, book->length, file) == book->length;
    fclose(file);
    if (!read || book->length < CODING__HEADER_BYTES) return false;
    book->covered = CODING__HEADER_BYTES
                  + (size_t)coding__load32(book->bytes + CODING__HEADER_COUNT) * CODING__SECTION_BYTES;
    book->sound = malloc(book->covered);
    if (book->sound) memcpy(book->sound, book->bytes, book->covered);
    return book->sound != NULL;
}

static void mend_header(const damaged *book) { memcpy(book->bytes, book->sound, book->covered); }

/* Makes the checksum agree, so that what lies behind the header is reached. */
static void seal(const damaged *book, size_t length)
{
    uint32_t count = coding__load32(book->bytes + CODING__HEADER_COUNT);
    if (count > (length - CODING__HEADER_BYTES) / CODING__SECTION_BYTES) return;
    size_t covered = CODING__HEADER_BYTES + (size_t)count * CODING__SECTION_BYTES;
    coding__store32(book->bytes + CODING__HEADER_CHECKSUM, 0);
    coding__store32(book->bytes + CODING__HEADER_CHECKSUM, coding__checksum(0, book->bytes, covered));
}

static bool ask(const damaged *book, size_t length, uint32_t seed, tally *t)
{
    coding_error error = {0};
    coding_book *opened = coding_book_open_memory(book->bytes, length, &error);
    t->tried++;
    demand(opened || (error.status != CODING_OK && *error.reason), "a book is refused with a reason");
    if (!opened) return false;
    t->opened++;
    alarm(PATIENCE);
    coding_desk *desk = coding_desk_new(opened, NULL);
    demand(desk != NULL, "there is memory for a desk");
    if (t->opened % WHOLLY) ask_something(desk, seed);
    else ask_everything(desk, seed, NULL);
    alarm(0);
    coding_desk_free(desk);
    coding_book_close(opened);
    return true;
}

/* What is left of each section in the first `length` bytes, in whole records. */
static void trim_sections(const damaged *book, size_t length)
{
    for (size_t at = CODING__HEADER_BYTES; at < book->covered; at += CODING__SECTION_BYTES) {
        unsigned char *record = book->bytes + at;
        uint64_t       offset = coding__load64(record + CODING__SECTION_OFFSET), size = coding__load64(record + CODING__SECTION_SIZE);
        uint64_t       left = offset < length ? length - offset : 0;
        if (size <= left) continue;
        if (!left) coding__store64(record + CODING__SECTION_OFFSET, length);
        coding__store64(record + CODING__SECTION_SIZE, left - left % coding__load32(record + CODING__SECTION_WIDTH));
    }
    coding__store64(book->bytes + CODING__HEADER_SIZE, length);
    seal(book, length);
}

/* From the end to the front, so that what is cut off stays poisoned: as it is, and with a header that knows of the cut. */
static void cut(const damaged *book)
{
    tally  as_is = {0, 0}, trimmed = {0, 0};
    size_t step = (size_t)PAGE * book->every, poisoned = book->length;
    for (size_t at = (book->length - 1) / PAGE * PAGE; at >= PAGE; at -= at < step ? at : step) {
        unsigned char last = book->bytes[at - 1];
        ASAN_POISON_MEMORY_REGION(book->bytes + at, poisoned - at);
        poisoned = at;
        demand(!ask(book, at, (uint32_t)(at / PAGE), &as_is), "a book that was cut is refused");
        if (at < book->covered) continue; /* the section records themselves were cut: no header matches */
        trim_sections(book, at);
        book->bytes[at - 1] = 0; /* where texts were cut they must end */
        ask(book, at, (uint32_t)(at / PAGE), &trimmed);
        book->bytes[at - 1] = last;
        mend_header(book);
    }
    ASAN_UNPOISON_MEMORY_REGION(book->bytes, book->length);
    mend_header(book);
    printf("cut at every %zu bytes: %lu books refused, and with a header to match %lu of %lu opened and asked\n", step,
           as_is.tried, trimmed.opened, trimmed.tried);
}

static void flip_header(const damaged *book)
{
    static const unsigned char flips[] = {1, 8, 128, 255};
    tally                      as_is = {0, 0}, sealed = {0, 0};
    for (size_t at = 0; at < book->covered; at += book->every) {
        for (size_t i = 0; i < sizeof flips; i++) {
            book->bytes[at] ^= flips[i];
            demand(!ask(book, book->length, (uint32_t)at, &as_is), "a flipped byte of the header is noticed");
            seal(book, book->length);
            ask(book, book->length, (uint32_t)at, &sealed);
            mend_header(book);
        }
    }
    printf("bytes of header and section records flipped, one in %u: %lu books refused, and with a checksum to match %lu of "
           "%lu opened and asked\n", book->every, as_is.tried, sealed.opened, sealed.tried);
}

/* A flipped byte and what it was. */
typedef struct flip {
    size_t        at;
    unsigned char was;
} flip;

static uint64_t next_random(uint64_t *random)
{
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return *random >> 33;
}

/* In any section alike: small ones hold what leads to the others. */
static size_t place_of(const damaged *book, uint64_t *random)
{
    size_t               sections = (book->covered - CODING__HEADER_BYTES) / CODING__SECTION_BYTES;
    const unsigned char *record = book->bytes + CODING__HEADER_BYTES + next_random(random) % sections * CODING__SECTION_BYTES;
    uint64_t             size = coding__load64(record + CODING__SECTION_SIZE);
    return (size_t)(coding__load64(record + CODING__SECTION_OFFSET) + (size ? next_random(random) % size : 0));
}

static void flip_bytes(const damaged *book, flip *flips, size_t count, uint64_t *random)
{
    for (size_t i = 0; i < count; i++) {
        flips[i].at = place_of(book, random);
        flips[i].was = book->bytes[flips[i].at];
        book->bytes[flips[i].at] ^= (unsigned char)(next_random(random) % 255 + 1);
    }
}

static void mend_bytes(const damaged *book, const flip *flips, size_t count)
{
    while (count-- > 0) book->bytes[flips[count].at] = flips[count].was;
}

static bool verifies(const damaged *book)
{
    coding_error error = {0};
    coding_book *opened = coding_book_open_memory(book->bytes, book->length, &error);
    bool         sound = opened && coding_book_verify(opened, &error);
    coding_book_close(opened);
    return sound;
}

static void flip_sections(const damaged *book)
{
    flip          flips[FLIPS_MOST];
    tally         t = {0, 0};
    uint64_t      random = 20251001;
    unsigned long bytes = 0, verified = 0;
    for (unsigned round = 0; round < ROUNDS / book->every; round++) {
        size_t count = 1 + next_random(&random) % FLIPS_MOST;
        flip_bytes(book, flips, count, &random);
        ask(book, book->length, round, &t);
        if (round % VERIFIED == 0) demand(!verifies(book), "verifying notices flipped bytes"), verified++;
        mend_bytes(book, flips, count);
        bytes += count;
    }
    printf("bytes of sections flipped: %lu in %lu books, %lu opened and asked; %lu verified: all found damaged\n", bytes, t.tried,
           t.opened, verified);
}

int main(int count, char **arguments)
{
    damaged book = {.every = count > 2 ? (unsigned)strtoul(arguments[2], NULL, 10) : 1};
    if (count < 2 || !book.every || !read_book(arguments[1], &book))
        return fprintf(stderr, "damage BOOK [EVERY]: there is no book to read\n"), 2;
    setvbuf(stdout, NULL, _IOLBF, 0);
    cut(&book);
    flip_header(&book);
    flip_sections(&book);
    demand(verifies(&book), "the book is sound again");
    free(book.bytes);
    free(book.sound);
    return 0;
}
