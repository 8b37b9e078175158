/* The Tabular List: elements in any order and depth. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    return fuzz_reader(&coding__tabular_reader, "icd10cm_tabular_2030.xml", bytes, length);
}
