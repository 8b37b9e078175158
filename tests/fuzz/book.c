/* Spoilt books. The first byte says what the others are:
 *
 *     'B'    a book, as it stands
 *     'H'    a book whose header is made to agree, so that its sections are reached
 *     other  changes to the little book of eight bytes each: section, bytes to store, place, value. Header and
 *            checksums agree; where the book is sound enough to be extended, it is read back and woven anew.
 *
 * A book that opens is asked and verified. */
#include "battery.h"
#include "compile/read_book.h"
#include "fuzz/little.h"
#include "fuzz/reading.h"

enum { CHANGE = 8 };

static uint32_t sections_of(const unsigned char *book, size_t length)
{
    uint32_t count = coding__load32(book + CODING__HEADER_COUNT);
    size_t   most = (length - CODING__HEADER_BYTES) / CODING__SECTION_BYTES;
    return count < most ? count : (uint32_t)most;
}

static void seal_header(unsigned char *book, size_t length)
{
    if (length < CODING__HEADER_BYTES) return;
    size_t covered = CODING__HEADER_BYTES + (size_t)sections_of(book, length) * CODING__SECTION_BYTES;
    coding__store64(book + CODING__HEADER_SIZE, length);
    coding__store32(book + CODING__HEADER_CHECKSUM, 0);
    coding__store32(book + CODING__HEADER_CHECKSUM, coding__checksum(0, book, covered));
}

static unsigned char *record_of(unsigned char *book, uint32_t section)
{
    return book + CODING__HEADER_BYTES + (size_t)section * CODING__SECTION_BYTES;
}

static bool is_inside(const unsigned char *record, size_t length)
{
    uint64_t offset = coding__load64(record + CODING__SECTION_OFFSET), size = coding__load64(record + CODING__SECTION_SIZE);
    return offset <= length && size <= length - offset;
}

static void seal_sections(unsigned char *book, size_t length)
{
    for (uint32_t i = 0; i < sections_of(book, length); i++) {
        unsigned char *record = record_of(book, i);
        if (!is_inside(record, length)) continue;
        uint32_t sum = coding__checksum(0, book + coding__load64(record + CODING__SECTION_OFFSET),
                                        (size_t)coding__load64(record + CODING__SECTION_SIZE));
        coding__store32(record + CODING__SECTION_CHECKSUM, sum);
    }
}

/* Sections past the last one are the header with the table of sections. */
static void change(unsigned char *book, size_t length, const uint8_t *how)
{
    uint32_t       count = sections_of(book, length);
    unsigned char *record = record_of(book, how[0] % (count + 1)), *at = book;
    size_t         size = CODING__HEADER_BYTES + (size_t)count * CODING__SECTION_BYTES, bytes = how[1] % 4 + 1u;
    if (how[0] % (count + 1) < count && is_inside(record, length)) {
        at = book + coding__load64(record + CODING__SECTION_OFFSET);
        size = (size_t)coding__load64(record + CODING__SECTION_SIZE);
    }
    size_t place = coding__load16(how + 2);
    for (size_t i = 0; i < bytes && place + i < size; i++) at[place + i] = how[4 + i];
}

/* Whatever is read back and can be woven makes a sound book. */
static void extend(const coding_book *book)
{
    coding__model model;
    coding_error  error = {0};
    void         *bytes = NULL;
    size_t        length = 0;
    coding__model_start(&model, NULL);
    coding__take_book(&model, book);
    if (coding__compile_model(&model, &bytes, &length, &error)) {
        coding_book *made = coding_book_open_memory(bytes, length, &error);
        FUZZ_ASSERT(made);
        if (!coding_book_verify(made, &error)) fprintf(stderr, "%s: %s\n", error.at, error.reason), abort();
        coding_book_close(made);
    }
    free(bytes);
    coding__model_end(&model);
}

static void ask(const unsigned char *bytes, size_t length, uint32_t seed, bool may_extend)
{
    coding_error error = {0};
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    FUZZ_ASSERT(book || (error.status != CODING_OK && *error.reason));
    if (!book) return;
    coding_desk *desk = coding_desk_new(book, NULL);
    ask_something(desk, seed);
    bool sound = coding_book_verify(book, &error);
    FUZZ_ASSERT(sound || *error.reason);
    if (sound && may_extend) extend(book);
    coding_desk_free(desk);
    coding_book_close(book);
}

static void ask_raw(const uint8_t *bytes, size_t length, bool seal)
{
    unsigned char *book = fuzz_copy(bytes, length);
    unsigned char *exact = realloc(book, length + !length); /* to the byte */
    if (seal) seal_header(exact, length);
    ask(exact, length, (uint32_t)length, false);
    free(exact);
}

static void ask_changed(const uint8_t *bytes, size_t length)
{
    static unsigned char *little;
    static size_t         size;
    if (!little) little = fuzz_little_book(&size);
    unsigned char *book = malloc(size);
    FUZZ_ASSERT(book);
    memcpy(book, little, size);
    for (size_t at = 1; at + CHANGE <= length; at += CHANGE) change(book, size, bytes + at);
    seal_sections(book, size);
    seal_header(book, size);
    ask(book, size, bytes[0], true);
    free(book);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (!length) return 0;
    if (bytes[0] == 'B' || bytes[0] == 'H') ask_raw(bytes + 1, length - 1, bytes[0] == 'H');
    else ask_changed(bytes, length);
    return 0;
}
