/* A fuzz target takes a stranger's bytes and asserts a property. libFuzzer calls it (preset fuzz); elsewhere replay.c
 * runs the kept corpus through it as a plain test. */
#ifndef CODING_TESTS_FUZZ_H
#define CODING_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Holds in release builds too, where assert does not. */
#define FUZZ_ASSERT(holds)                                                                                            \
    do {                                                                                                              \
        if (!(holds)) {                                                                                               \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #holds);                                       \
            abort();                                                                                                  \
        }                                                                                                             \
    } while (0)

#endif
