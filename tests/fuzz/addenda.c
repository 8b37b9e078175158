/* Addenda: revisions that lack a half, counts that lie. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    return fuzz_reader(&coding__addenda_reader, "icd10cm_order_addenda_2030.txt", bytes, length);
}
