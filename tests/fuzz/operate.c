/* Reports of any bytes, read with a little book: operations inside the report, no more than there may be, each open
 * axis asked about, and a code that has nothing open one that stands. */
#include <string.h>

#include <coding.h>

#include "compile/readers.h"
#include "compile/weave.h"
#include "fuzz/fuzz.h"
#include "unit/little_files.h"
#include "unit/little_operation.h"

static const little_file files[] = {OPERATION_FILES, {NULL, NULL}};

static coding_desk *make_desk(void)
{
    static const coding__compile_options options = {.paths = NULL};
    coding__model model;
    void         *bytes = NULL;
    size_t        length;
    coding_error  error;
    coding__model_start(&model, &options);
    for (const little_file *one = files; one->name; one++) {
        coding__file file = {one->name, one->name, (const unsigned char *)one->text, strlen(one->text), ""};
        FUZZ_ASSERT(coding__read_bytes(&model, &file));
    }
    FUZZ_ASSERT(coding__compile_model(&model, &bytes, &length, &error));
    coding__model_end(&model);
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    FUZZ_ASSERT(book);
    return coding_desk_new(book, NULL);
}

static void check_axis(const coding_operation_axis *axis, bool open, size_t length)
{
    FUZZ_ASSERT(axis->span.offset <= length && axis->span.length <= length - axis->span.offset);
    FUZZ_ASSERT(open == (axis->value == '_') && open == (axis->query != NULL));
    FUZZ_ASSERT(axis->name && axis->label && axis->guideline && *coding_ground_name(axis->ground));
}

static void check_operation(coding_desk *desk, const coding_operation *one, size_t length)
{
    FUZZ_ASSERT(one->span.offset <= length && one->span.length <= length - one->span.offset);
    FUZZ_ASSERT(one->cue.offset <= length && one->cue.length <= length - one->cue.offset);
    FUZZ_ASSERT(strlen(one->code) == 7 && *coding_outcome_name(one->outcome));
    for (unsigned axis = 0; axis < 7; axis++) check_axis(&one->axes[axis], one->open >> axis & 1, length);
    if (!one->open) FUZZ_ASSERT(coding_verdict_of(desk, coding_entry_code(one->entry), 0) == CODING_RULE_STANDS);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static coding_desk *desk;
    if (!desk) desk = make_desk();
    FUZZ_ASSERT(desk);
    coding_operations read = coding_operate(desk, length ? (const char *)bytes : "", length, NULL);
    FUZZ_ASSERT(read.status == CODING_OK && read.count <= 64);
    for (size_t i = 0; i < read.count; i++) check_operation(desk, &read.items[i], length);
    coding_desk_clear(desk);
    return 0;
}
