/* Tables of any bytes, from their head on or behind a head with every column. */
#include "fuzz/reading_claims.h"

static const char head[] =
    "claim,kind,first,last,born,age,sex,status,bill,provider,place,total,diagnoses,poa,admitting,reason,cause,"
    "procedures,code,modifiers,units,charge,pos,revenue,day,pointers,rendering,ndc\n";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) { return fuzz_claims(bytes, length, head); }
