/* NCCI's quarterly files: pairs and add-on codes parted by tabs, units by commas. */
#include "fuzz/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_reader(&coding__ncci_ptp_reader, "ccipra-v302r0-f1.txt", bytes, length);
    fuzz_reader(&coding__ncci_mue_reader, "MCR_MUE_PractitionerServices_Eff_07-01-2024.csv", bytes, length);
    return fuzz_reader(&coding__ncci_add_ons_reader, "AOC_V2024Q3-MCR.txt", bytes, length);
}
