/* CPT descriptors of a licence holder, tab-delimited and of fixed width. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_reader(&coding__cpt_reader, "SHORTU2030.txt", bytes, length);
    return fuzz_reader(&coding__cpt_reader, "LONGULF2030.txt", bytes, length);
}
