/* Notes of any words: their references are codes of ICD-10-CM in order, and an odd place is one of the text. */
#include "compile/references.h"
#include "fuzz/reading.h"

static void check(const coding__printed_reference *reference)
{
    if (!reference->first) return; /* the references that it demanded took its place */
    FUZZ_ASSERT(coding_code_system(reference->first) == CODING_ICD10CM && coding_code_length(reference->first) >= 3);
    FUZZ_ASSERT(coding_code_system(reference->last) == CODING_ICD10CM && coding_code_length(reference->last) >= 3);
    FUZZ_ASSERT(reference->demand != CODING__DEMAND_POSITION || (reference->characters && reference->position <= 7));
    FUZZ_ASSERT(memchr(reference->from, '\0', sizeof reference->from));
    FUZZ_ASSERT(memchr(reference->to, '\0', sizeof reference->to));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    unsigned char *text = fuzz_copy(bytes, length);
    coding__vector references = {0};
    coding__model  model;
    const char    *odd = NULL;
    coding__model_start(&model, NULL);
    bool all = coding__read_references(&model, (const char *)text, &references, &odd);
    FUZZ_ASSERT(all == !odd);
    FUZZ_ASSERT(!odd || ((const unsigned char *)odd >= text && (const unsigned char *)odd < text + length));
    for (size_t i = 0; i < references.count; i++) check((coding__printed_reference *)references.items + i);
    free(references.items);
    coding__model_end(&model);
    free(text);
    return 0;
}
