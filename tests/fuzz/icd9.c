/* ICD-9-CM: long and short titles that meet in one edition, in Latin-1 or not. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_reader(&coding__icd9_reader, "CMS32_DESC_SHORT_SG.txt", bytes, length);
    return fuzz_reader(&coding__icd9_reader, "CMS32_DESC_LONG_DX.txt", bytes, length);
}
