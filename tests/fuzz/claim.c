/* Claims in the short form, of any bytes, reviewed in a little book that has every table: each finding is about a part
 * that the claim has, each sentence has words and an end, and one review more asks for no more memory. */
#include <string.h>

#include <coding.h>

#include "compile/readers.h"
#include "compile/weave.h"
#include "fuzz/fuzz.h"
#include "unit/little_files.h"

enum { SENTENCE_MOST = 4000 };

static void read_all(coding__model *model, const little_file *files)
{
    for (; files->name; files++) {
        coding__file file = {files->name, files->name, (const unsigned char *)files->text, strlen(files->text), ""};
        FUZZ_ASSERT(coding__read_bytes(model, &file));
    }
}

static coding_desk *make_desk(void)
{
    coding__model model;
    void         *bytes = NULL;
    size_t        length;
    coding_error  error;
    coding__model_start(&model, NULL);
    read_all(&model, little_release);
    read_all(&model, little_claims);
    FUZZ_ASSERT(coding__compile_model(&model, &bytes, &length, &error));
    coding__model_end(&model);
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    FUZZ_ASSERT(book);
    return coding_desk_new(book, NULL);
}

static bool is_on(const coding_claim *claim, coding_claim_place place)
{
    switch (place.part) {
    case CODING_CLAIM_PART_WHOLE: return place.number == 0;
    case CODING_CLAIM_PART_DIAGNOSIS: return place.number <= coding_claim_diagnosis_count(claim);
    case CODING_CLAIM_PART_PROCEDURE: return place.number <= coding_claim_procedure_count(claim);
    case CODING_CLAIM_PART_LINE: return place.number <= coding_claim_line_count(claim);
    default: return false;
    }
}

/* A sentence may show a text of the claim, once. */
static void check(coding_desk *desk, const coding_claim *claim, const coding_claim_finding *finding, size_t shown)
{
    const char *sentence = coding_claim_explain(desk, finding);
    size_t      length = strlen(sentence);
    FUZZ_ASSERT(is_on(claim, finding->place) && is_on(claim, finding->partner));
    FUZZ_ASSERT(finding->rule < CODING_CLAIM_RULE_TOTAL && finding->severity <= CODING_DENIAL);
    FUZZ_ASSERT(*coding_claim_rule_name(finding->rule) && *coding_claim_cure_name(finding->cure));
    FUZZ_ASSERT(length > strlen("claim: ") && length < SENTENCE_MOST + shown);
}

static size_t review(coding_desk *desk, const char *text, size_t length)
{
    coding_error  error = {0};
    coding_claim *claim = coding_claim_parse(desk, text, length, &error);
    FUZZ_ASSERT(claim || (error.status != CODING_OK && *error.reason));
    if (!claim) return 0;
    coding_review said = coding_claim_review(desk, claim, NULL);
    FUZZ_ASSERT(said.status == CODING_OK && !(said.asked & said.unasked));
    for (size_t i = 0; i < said.count; i++) {
        check(desk, claim, &said.findings[i], length);
        FUZZ_ASSERT(i == 0 || said.findings[i].severity <= said.findings[i - 1].severity);
    }
    return said.count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static coding_desk *desk; /* one for all inputs: what is said must not depend on what was asked before */
    if (!desk) desk = make_desk();
    FUZZ_ASSERT(desk);
    const char *text = length ? (const char *)bytes : "";
    size_t      count = review(desk, text, length);
    coding_desk_clear(desk);
    size_t held = coding_desk_used(desk).held;
    FUZZ_ASSERT(review(desk, text, length) == count);
    coding_desk_clear(desk);
    FUZZ_ASSERT(coding_desk_used(desk).held == held);
    return 0;
}
