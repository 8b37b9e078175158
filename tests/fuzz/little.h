/* The little release as a book, for targets that ask or spoil one. */
#ifndef CODING_TESTS_FUZZ_LITTLE_H
#define CODING_TESTS_FUZZ_LITTLE_H

#include <string.h>

#include <coding.h>

#include "compile/readers.h"
#include "compile/weave.h"
#include "fuzz/fuzz.h"
#include "unit/little_files.h"

/* Its bytes; free() them. */
static inline unsigned char *fuzz_little_book(size_t *length)
{
    coding__model model;
    void         *bytes = NULL;
    coding_error  error;
    coding__model_start(&model, NULL);
    for (const little_file *at = little_release; at->name; at++) {
        coding__file file = {at->name, at->name, (const unsigned char *)at->text, strlen(at->text), ""};
        FUZZ_ASSERT(coding__read_bytes(&model, &file));
    }
    FUZZ_ASSERT(coding__compile_model(&model, &bytes, length, &error));
    coding__model_end(&model);
    return bytes;
}

/* One desk for all inputs: what is answered must not depend on what was asked before. */
static inline coding_desk *fuzz_little_desk(void)
{
    static coding_desk *desk;
    size_t              length;
    if (desk) return desk;
    unsigned char *bytes = fuzz_little_book(&length);
    coding_book   *book = coding_book_open_memory(bytes, length, NULL);
    FUZZ_ASSERT(book);
    return desk = coding_desk_new(book, NULL);
}

#endif
