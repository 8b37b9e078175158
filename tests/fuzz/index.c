/* Indexes: terms stand below earlier ones, codes in the range of their term. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    return fuzz_reader(&coding__index_reader, "icd10cm_index_2030.xml", bytes, length);
}
