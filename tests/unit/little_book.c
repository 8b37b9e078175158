#include "unit/little_book.h"

#include <stdlib.h>
#include <string.h>

#include "compile/readers.h"
#include "compile/weave.h"

typedef struct little {
    coding_desk *desk;
    void        *bytes;
} little;

/* A row that a reader leaves out would be missed by the test that wrote it. */
static void refuse_fault(void *context, const char *file, uint32_t line, const char *field, const char *what)
{
    (void)context;
    fail_msg("%s line %u: %s: %s", file, line, field, what);
}

void *book_bytes(const little_file *files, size_t *length)
{
    static const coding__compile_watch   watch = {.fault = refuse_fault};
    static const coding__compile_options options = {.watch = &watch};
    coding__model                        model;
    void                                *bytes = NULL;
    coding_error                         error;
    coding__model_start(&model, &options);
    for (const little_file *at = files; at->name; at++) {
        coding__file file = {at->name, at->name, (const unsigned char *)at->text, strlen(at->text), ""};
        if (!coding__read_bytes(&model, &file)) fail_msg("no reader knows %s", at->name);
    }
    if (!coding__compile_model(&model, &bytes, length, &error)) fail_msg("%s", error.reason);
    coding__model_end(&model);
    return bytes;
}

coding_desk *desk_with_files(void **state, const little_file *files)
{
    size_t       length;
    coding_error error;
    little      *made = calloc(1, sizeof *made);
    assert_non_null(made);
    made->bytes = book_bytes(files, &length);
    coding_book *book = coding_book_open_memory(made->bytes, length, &error);
    if (!book) fail_msg("%s", error.reason);
    if (!coding_book_verify(book, &error)) fail_msg("%s: %s", error.at, error.reason);
    made->desk = coding_desk_new(book, NULL);
    coding_book_close(book); /* the desk keeps it */
    *state = made;
    return made->desk;
}

coding_desk *desk_with(void **state, const char *codes)
{
    return desk_with_files(state, (little_file[]){{"codes.tsv", codes}, {NULL, NULL}});
}

int teardown_desk(void **state)
{
    little *made = *state;
    if (!made) return 0;
    coding_desk_free(made->desk);
    free(made->bytes);
    free(made);
    *state = NULL;
    return 0;
}

coding_code icd10cm(const char *text)
{
    coding_parsed parsed = coding_parse(CODING_ICD10CM, text, strlen(text));
    if (!parsed.code) fail_msg("%s: %s", text, coding_damage_name(parsed.damage));
    return parsed.code;
}

void assert_rule_at(coding_desk *desk, const char *text, coding_date on, coding_rule expected, const char *file,
                    int line)
{
    coding_code    code = icd10cm(text);
    coding_rule    bare = coding_verdict_of(desk, code, on);
    coding_verdict verdict = coding_check(desk, code, on);
    if (bare != expected || verdict.rule != expected) {
        print_error("%s on %u: %s and %s where %s is right\n", text, on, coding_rule_name(bare),
                    coding_rule_name(verdict.rule), coding_rule_name(expected));
        _fail(file, line);
    }
    _assert_int_equal(verdict.count, expected == CODING_RULE_STANDS ? 0 : 1, file, line);
}
