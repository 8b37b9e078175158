/* Notes of any bytes, read with one of two little books: mentions inside the note and in its order, codes that mentions
 * lead to, no code from what is denied alone, and a question where something is lacking. */
#include <string.h>

#include <coding.h>

#include "base/text.h"
#include "compile/readers.h"
#include "compile/weave.h"
#include "fuzz/fuzz.h"
#include "unit/little_files.h"
#include "unit/little_query.h"

static const little_file note_files[] = {NOTE_FILES, {NULL, NULL}};
static const little_file query_files[] = {QUERY_FILES, {NULL, NULL}};

static coding_desk *make_desk(const little_file *files)
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

/* Does a place lie inside no character? */
static bool parts_characters(const char *text, size_t length, size_t at)
{
    uint32_t point;
    for (size_t back = 1; back < 4 && back <= at; back++)
        if (coding__text_point(text + at - back, length - at + back, &point) > back) return false;
    return true;
}

static void check_mentions(const coding_annotation *read, const char *text, size_t length)
{
    for (size_t i = 0; i < read->mention_count; i++) {
        const coding_mention *one = &read->mentions[i];
        FUZZ_ASSERT(one->span.offset <= length && one->span.length <= length - one->span.offset);
        FUZZ_ASSERT(parts_characters(text, length, one->span.offset));
        FUZZ_ASSERT(parts_characters(text, length, one->span.offset + one->span.length));
        FUZZ_ASSERT(one->cue.offset <= length && one->cue.length <= length - one->cue.offset);
        FUZZ_ASSERT(one->confidence >= 0 && one->confidence <= 1 && one->concept);
        FUZZ_ASSERT(*coding_passage_name(one->passage));
    }
}

static void check_codes(const coding_annotation *read)
{
    const uint32_t never = CODING_ASSERT_NEGATED | CODING_ASSERT_HYPOTHETICAL;
    for (size_t i = 0; i < read->code_count; i++) {
        const coding_proposal *one = &read->codes[i];
        FUZZ_ASSERT(one->mention_count && coding_entry_code(one->entry) && *coding_reason_name(one->reason));
        FUZZ_ASSERT(i == 0 || one->withheld >= read->codes[i - 1].withheld);
        FUZZ_ASSERT(one->withheld || !one->query == !one->lacks);
        FUZZ_ASSERT(!one->query || one->query[strlen(one->query) - 1] == '?');
        for (size_t m = 0; m < one->mention_count; m++) {
            FUZZ_ASSERT(one->mentions[m] < read->mention_count);
            FUZZ_ASSERT(!(read->mentions[one->mentions[m]].assertion & never));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static coding_desk *desks[2];
    if (!desks[0]) desks[0] = make_desk(note_files), desks[1] = make_desk(query_files);
    FUZZ_ASSERT(desks[0] && desks[1]);
    coding_desk *desk = desks[length > 1 && bytes[length - 1] & 1];
    coding_note_options wanted = {.size = sizeof wanted};
    wanted.setting = length && bytes[0] & 1 ? CODING_SETTING_INPATIENT : CODING_SETTING_OUTPATIENT;
    coding_annotation read = coding_annotate(desk, length ? (const char *)bytes : "", length, &wanted);
    FUZZ_ASSERT(read.status == CODING_OK);
    check_mentions(&read, (const char *)bytes, length);
    check_codes(&read);
    coding_desk_clear(desk);
    return 0;
}
