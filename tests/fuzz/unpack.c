/* Archives: what is given out is within bounds and ends in NUL; both walks meet the same files. */
#include "compile/unpack.h"
#include "fuzz/reading.h"

enum { FILE_MOST = 1 << 16, ALL_MOST = 1 << 20 };

typedef struct seen {
    size_t asked;
    size_t wanted;
} seen;

static size_t want(void *context, const char *path)
{
    seen *walk = context;
    FUZZ_ASSERT(path[0]);
    walk->asked++;
    return walk->wanted;
}

static void take(void *context, const coding__file *file)
{
    (void)context;
    FUZZ_ASSERT(file->length <= FILE_MOST && file->bytes[file->length] == 0 && strlen(file->sha256) == 64);
}

static void refuse(void *context, const char *path, const char *why)
{
    (void)context;
    FUZZ_ASSERT(path[0] && why[0]);
}

static bool walk(seen *walked, const char *path, const unsigned char *bytes, size_t length, size_t wanted)
{
    coding__unpacker unpacker = {.context = walked, .wants = want, .file = take, .refused = refuse};
    coding_error     error = {0};
    unpacker.file_most = FILE_MOST;
    unpacker.all_most = ALL_MOST;
    *walked = (seen){.wanted = wanted};
    bool good = coding__unpack_bytes(path, bytes, length, &unpacker, &error);
    FUZZ_ASSERT(good || (error.status && error.reason[0]));
    return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    unsigned char *copy = fuzz_copy(bytes, length);
    seen           first, second;
    if (length <= FILE_MOST && walk(&first, "download", copy, length, 16)
        && walk(&second, "download", copy, length, SIZE_MAX))
        FUZZ_ASSERT(first.asked == second.asked);
    free(copy);
    return 0;
}
