/* Texts of any bytes, scanned with a little book: at once, in pieces as long as the first byte says, and by the naive
 * scan; all three say the same, in spans that stand in order inside the text. */
#include <string.h>

#include <coding.h>

#include "compile/readers.h"
#include "compile/weave.h"
#include "fuzz/fuzz.h"
#include "scan/naive.h"
#include "unit/little_files.h"
#include "unit/little_note.h"

enum { LONGEST = 1 << 14, ROOM = LONGEST + 2 * CODING_SCAN_ROOM };

static const little_file files[] = {NOTE_FILES, {NULL, NULL}};

static coding_desk *make_desk(void)
{
    static const coding__compile_options options = {.paths = NULL};
    coding__model                        model;
    void                                *bytes = NULL;
    size_t                               length;
    coding_error                         error;
    coding__model_start(&model, &options);
    for (const little_file *one = files; one->name; one++) {
        coding__file file = {one->name, one->name, (const unsigned char *)one->text, strlen(one->text), ""};
        FUZZ_ASSERT(coding__read_bytes(&model, &file));
    }
    FUZZ_ASSERT(coding__compile_model(&model, &bytes, &length, &error));
    coding__model_end(&model);
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    FUZZ_ASSERT(book);
    return coding_desk_new(book, NULL);
}

static size_t at_once(coding_desk *desk, const char *text, size_t length, coding_phrase *found)
{
    coding_scanned done = coding_scan(desk, text, length, true, found, ROOM);
    size_t         end = 0;
    FUZZ_ASSERT(done.status == CODING_OK && done.settled == length);
    for (size_t i = 0; i < done.count; i++) {
        coding_span span = found[i].span;
        FUZZ_ASSERT(span.length && span.offset >= end && span.offset + span.length <= length && found[i].words);
        end = span.offset + span.length;
    }
    return done.count;
}

static size_t in_pieces(coding_desk *desk, const char *text, size_t length, size_t piece, coding_phrase *found)
{
    size_t count = 0, at = 0, past = 0;
    while (at < length) {
        past = past + piece < length ? past + piece : length;
        coding_scanned done = coding_scan(desk, text + at, past - at, past == length, found + count, ROOM - count);
        FUZZ_ASSERT(done.status == CODING_OK && (past < length || at + done.settled == length));
        for (size_t i = count; i < count + done.count; i++) found[i].span.offset += at;
        count += done.count;
        at += done.settled;
    }
    return count;
}

static size_t by_hand(const naive *all, const char *text, size_t length, coding_phrase *found)
{
    size_t count = 0;
    for (size_t at = 0; at < length;) count += naive_clause(all, text, length, &at, found + count);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static coding_phrase whole[ROOM], other[ROOM];
    static coding_desk  *desk;
    static naive        *all;
    if (!desk) desk = make_desk();
    if (!all) all = naive_of(coding_desk_book(desk));
    FUZZ_ASSERT(desk && all);
    if (!length || length > LONGEST) return 0;
    size_t count = at_once(desk, (const char *)bytes, length, whole), piece = bytes[0] ? bytes[0] : 256;
    FUZZ_ASSERT(in_pieces(desk, (const char *)bytes, length, piece, other) == count);
    for (size_t i = 0; i < count; i++) FUZZ_ASSERT(naive_same(&whole[i], &other[i]));
    FUZZ_ASSERT(by_hand(all, (const char *)bytes, length, other) == count);
    for (size_t i = 0; i < count; i++) FUZZ_ASSERT(naive_same(&whole[i], &other[i]));
    coding_desk_clear(desk);
    return 0;
}
