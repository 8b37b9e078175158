/* Queries of any bytes to a little book: an answer or a refusal, hits of the book, spans inside the query. */
#include <string.h>

#include <coding.h>

#include "compile/readers.h"
#include "compile/weave.h"
#include "fuzz/fuzz.h"

static const char codes[] =
    "icd10cm  I10  billable  20151001  -  Essential (primary) hypertension\n"
    "icd10cm  N20  header  20151001  -  Calculus of kidney and ureter\n"
    "icd10cm  N20.0  billable  20151001  -  Calculus of kidney\n"
    "icd10cm  N20.1  billable  20151001  -  Calculus of ureter\n"
    "icd10cm  S13.4  header  20151001  -  Sprain of ligaments of cervical spine\n"
    "icd10cm  S13.4XXA  billable  20151001  -  Sprain of ligaments of cervical spine, initial encounter\n"
    "icd10cm  S13.4XXD  billable  20151001  -  Sprain of ligaments of cervical spine, subsequent encounter\n";

static const char words[] =
    "term\tconcept\tkind\trank\tbecause\n"
    "of\tof\tstop\t0\ttest\n"
    "oedem\tedem\tinside\t1\ttest\n"
    "s\t\tending\t3\ttest\n"
    "whiplash\tsprain cervical spine\tlay\t1\ttest\n"
    "HTN\thypertension\tabbreviation\t1\ttest\n";

static void read(coding__model *model, const char *name, const char *text)
{
    coding__file file = {name, name, (const unsigned char *)text, strlen(text), ""};
    FUZZ_ASSERT(coding__read_bytes(model, &file));
}

static coding_desk *make_desk(void)
{
    static const coding__compile_options options = {.paths = NULL};
    coding__model model;
    void         *bytes = NULL;
    size_t        length;
    coding_error  error;
    coding__model_start(&model, &options);
    read(&model, "codes.tsv", codes);
    read(&model, "words.tsv", words);
    FUZZ_ASSERT(coding__compile_model(&model, &bytes, &length, &error));
    coding__model_end(&model);
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    FUZZ_ASSERT(book);
    return coding_desk_new(book, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static coding_desk *desk; /* one for all inputs: what is asked must not depend on what was asked before */
    if (!desk) desk = make_desk();
    FUZZ_ASSERT(desk);
    const char *text = length ? (const char *)bytes : "";
    coding_hits hits = coding_search(desk, text, length, NULL);
    FUZZ_ASSERT(hits.status == CODING_OK || hits.status == CODING_NOT_UTF8);
    for (size_t i = 0; i < hits.count; i++) {
        FUZZ_ASSERT(coding_entry_code(hits.items[i].entry) && hits.items[i].why);
        FUZZ_ASSERT(i == 0 || hits.items[i].score <= hits.items[i - 1].score);
        for (size_t j = 0; j < hits.items[i].evidence_count; j++) {
            coding_span span = hits.items[i].evidence[j].span;
            FUZZ_ASSERT(span.offset <= length && span.length <= length - span.offset);
        }
    }
    coding_search_complete(desk, text, length, 10);
    coding_desk_clear(desk);
    return 0;
}
