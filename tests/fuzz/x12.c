/* X12 of any bytes, from ISA on or behind the head of a sound file of claims. */
#include "fuzz/reading_claims.h"

static const char head[] =
    "ISA*00*          *00*          *ZZ*SUBMITTER      *ZZ*RECEIVER       *260105*1200*^*00501*000000001*0*P*:~"
    "GS*HC*SUBMITTER*RECEIVER*20260105*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~HL*1**20*1~"
    "NM1*85*2*CLINIC*****XX*1234567893~HL*2*1*22*0~SBR*P*18~NM1*IL*1*DOE*JANE~DMG*D8*19500101*F~";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) { return fuzz_claims(bytes, length, head); }
