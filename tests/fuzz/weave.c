/* Releases of any bytes, woven: pieces parted by a form feed are files of one folder, whose first line is their name.
 * Whatever makes a book makes a sound one, and it answers. */
#include "battery.h"
#include "fuzz/reading.h"

#include "compile/weave.h"

static const uint8_t *end_of(const uint8_t *bytes, const uint8_t *past, int mark)
{
    const uint8_t *end = memchr(bytes, mark, (size_t)(past - bytes));
    return end ? end : past;
}

/* The name, its NUL, then the bytes as readers are promised them. */
static void read_piece(coding__model *model, const uint8_t *bytes, const uint8_t *past)
{
    const uint8_t *line = end_of(bytes, past, '\n');
    char           name[64] = "2030/", *at = name + strlen(name);
    for (const uint8_t *c = bytes; c < line && at < name + sizeof name - 1; c++)
        if (*c > ' ' && *c < 0x7F && *c != '/') *at++ = (char)*c;
    if (line < past) line++;
    unsigned char *copy = fuzz_copy(line, (size_t)(past - line));
    coding__file   file = {name, name + strlen("2030/"), copy, (size_t)(past - line), ""};
    coding__read_bytes(model, &file);
    free(copy);
}

static void ask(const void *bytes, size_t length)
{
    coding_error error = {0};
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    FUZZ_ASSERT(book);
    if (!coding_book_verify(book, &error)) fprintf(stderr, "%s: %s\n", error.at, error.reason), abort();
    coding_desk *desk = coding_desk_new(book, NULL);
    ask_something(desk, (uint32_t)length);
    coding_desk_free(desk);
    coding_book_close(book);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const uint8_t *past = bytes + length;
    coding__model  model;
    coding_error   error = {0};
    void          *made = NULL;
    size_t         size = 0;
    coding__model_start(&model, NULL);
    while (length && bytes < past) {
        const uint8_t *end = end_of(bytes, past, '\f');
        read_piece(&model, bytes, end);
        bytes = end + (end < past);
    }
    if (coding__compile_model(&model, &made, &size, &error)) ask(made, size);
    else FUZZ_ASSERT(error.status != CODING_OK && *error.reason);
    free(made);
    coding__model_end(&model);
    return 0;
}
