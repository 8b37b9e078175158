/* Tidy tables, whichever the head asks for. Pieces parted by a form feed are files of one folder, read in turn, so that
 * a system may be named before its codes. */
#include "fuzz/reading.h"

static const uint8_t *end_of_piece(const uint8_t *bytes, const uint8_t *past)
{
    const uint8_t *end = memchr(bytes, '\f', (size_t)(past - bytes));
    return end ? end : past;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const uint8_t *past = bytes + length;
    coding__model  model;
    coding__model_start(&model, NULL);
    while (length && bytes < past) {
        const uint8_t *end = end_of_piece(bytes, past);
        unsigned char *copy = fuzz_copy(bytes, (size_t)(end - bytes));
        coding__file   file = {"2030/table.tsv", "table.tsv", copy, (size_t)(end - bytes), ""};
        coding__read_bytes(&model, &file);
        free(copy);
        bytes = end + (end < past);
    }
    fuzz_check_model(&model);
    coding__model_end(&model);
    return 0;
}
