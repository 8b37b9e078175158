/* The HCPCS file and its processing notes, of the same bytes. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_reader(&coding__processing_notes_reader, "proc_notes_2030.txt", bytes, length);
    return fuzz_reader(&coding__hcpcs_reader, "HCPC2030_APR_ANWEB.txt", bytes, length);
}
