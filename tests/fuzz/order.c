/* Order files: whatever a line holds, a row has a code that prints and reads as itself. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    return fuzz_reader(&coding__order_reader, "icd10cm_order_2030.txt", bytes, length);
}
