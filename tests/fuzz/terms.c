/* Words of any bytes taken apart by a few parts: pieces lie one behind the other, inside the text and on its characters;
 * what is asked twice is answered alike. */
#include <string.h>

#include <coding.h>

#include "compile/readers.h"
#include "compile/weave.h"
#include "fuzz/fuzz.h"

static const char codes[] = "icd10cm  N20.0  billable  20151001  -  Calculus of kidney\n"
                            "icd10cm  R31.9  billable  20151001  -  Hematuria, unspecified\n";

static const char words[] = "term\tconcept\tkind\trank\tbecause\n"
                            "haem\them\tinside\t1\ttest\n"
                            "itides\titis\tending\t2\ttest\n"
                            "s\t\tending\t3\ttest\n"
                            "stone\tcalculus\tsame\t1\ttest\n";

static const char parts[] = "part\tkind\tcombining_form\tmeaning\texamples\tbecause\n"
                            "a\tprefix\ta\twithout, not\t-\ttest\n"
                            "an\tprefix\tan\twithout, not\t-\ttest\n"
                            "an\troot\tano\tanus\t-\ttest\n"
                            "e\tsuffix\te\tthing, act\t-\ttest\n"
                            "emia\tsuffix\temia\tblood condition\t-\ttest\n"
                            "enter\troot\tentero\tintestine\t-\ttest\n"
                            "fibr\troot\tfibro\tfiber\t-\ttest\n"
                            "gastr\troot\tgastro\tstomach\t-\ttest\n"
                            "hemat\troot\themato\tblood\t-\ttest\n"
                            "hyper\tprefix\thyper\texcessive, above\t-\ttest\n"
                            "hypo\tprefix\thypo\tlow, below\t-\ttest\n"
                            "iasis\tsuffix\tiasis\tcondition\t-\ttest\n"
                            "itis\tsuffix\titis\tinflammation\t-\ttest\n"
                            "lith\troot\tlitho\tstone\t-\ttest\n"
                            "nephr\troot\tnephro\tkidney\t-\ttest\n"
                            "osis\tsuffix\tosis\tabnormal condition\t-\ttest\n"
                            "uria\tsuffix\turia\turine condition\t-\ttest\n";

static void read(coding__model *model, const char *name, const char *text)
{
    coding__file file = {name, name, (const unsigned char *)text, strlen(text), ""};
    FUZZ_ASSERT(coding__read_bytes(model, &file));
}

static coding_desk *make_desk(void)
{
    static const coding__compile_options options = {.paths = NULL};
    coding__model                        model;
    void                                *bytes = NULL;
    size_t                               length;
    coding_error                         error;
    coding__model_start(&model, &options);
    read(&model, "codes.tsv", codes);
    read(&model, "words.tsv", words);
    read(&model, "parts.tsv", parts);
    FUZZ_ASSERT(coding__compile_model(&model, &bytes, &length, &error));
    coding__model_end(&model);
    coding_book *book = coding_book_open_memory(bytes, length, &error);
    FUZZ_ASSERT(book);
    return coding_desk_new(book, NULL);
}

static void check_split(const char *text, size_t length, const coding_split *split)
{
    FUZZ_ASSERT(split->part_count && split->meaning);
    bool   whole = true;
    size_t at = split->parts[0].span.offset;
    for (size_t i = 0; i < split->part_count; i++) {
        coding_span span = split->parts[i].span;
        FUZZ_ASSERT(span.offset == at && span.length && span.length <= length - at);
        FUZZ_ASSERT(((unsigned char)text[at] & 0xC0) != 0x80);
        whole = whole && split->parts[i].kind != CODING_PART_UNKNOWN;
        at += span.length;
    }
    FUZZ_ASSERT(whole == split->whole);
}

static void check_codes(coding_desk *desk, const char *text, size_t length)
{
    coding_hits hits = coding_term_codes(desk, text, length, NULL);
    for (size_t i = 0; i < hits.count; i++) {
        FUZZ_ASSERT(i == 0 || hits.items[i].score <= hits.items[i - 1].score);
        for (size_t k = 0; k < hits.items[i].evidence_count; k++) {
            coding_span span = hits.items[i].evidence[k].span;
            FUZZ_ASSERT(span.offset <= length && span.length <= length - span.offset);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static coding_desk *desk; /* one for all inputs: what is asked must not depend on what was asked before */
    if (!desk) desk = make_desk();
    FUZZ_ASSERT(desk);
    const char *text = length ? (const char *)bytes : "";
    coding_term term = coding_term_parts(desk, text, length), again = coding_term_parts(desk, text, length);
    FUZZ_ASSERT(term.status == CODING_OK || term.status == CODING_NOT_UTF8);
    FUZZ_ASSERT(term.count == again.count);
    for (size_t i = 0; i < term.count; i++) {
        check_split(text, length, &term.items[i]);
        FUZZ_ASSERT(!strcmp(term.items[i].meaning, again.items[i].meaning));
    }
    check_codes(desk, text, length);
    coding_desk_clear(desk);
    return 0;
}
