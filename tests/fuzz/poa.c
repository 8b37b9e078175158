/* Exempt lists. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    return fuzz_reader(&coding__poa_reader, "POAexemptCodesFY30.txt", bytes, length);
}
