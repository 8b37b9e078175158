/* How words of a sentence are asserted, by the table of cues that every book is made with: tests/vectors/assertions.tsv
 * has sentences with what is asked about in brackets. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entry/desk.h"
#include "note/cue.h"
#include "rows.h"

static const char codes[] = "icd10cm  I10  billable  20151001  -  Essential (primary) hypertension\n";

static char *read_table(const char *path)
{
    FILE  *file = fopen(path, "rb");
    char  *text = calloc(1, 1 << 20);
    if (!file || !text) fail_msg("%s cannot be read", path);
    size_t got = fread(text, 1, (1 << 20) - 1, file);
    fclose(file);
    assert_true(got > 0);
    return text;
}

static coding_desk *desk_with_cues(void **state)
{
    char             *cues = read_table(CODING_TABLES "/note_cues.tsv");
    char             *headings = read_table(CODING_TABLES "/note_headings.tsv");
    const little_file files[] = {{"codes.tsv", codes}, {"note_cues.tsv", cues}, {"note_headings.tsv", headings},
                                 {NULL, NULL}};
    coding_desk      *desk = desk_with_files(state, files);
    free(cues);
    free(headings);
    return desk;
}

/* Takes the brackets out; answers what stood between them. */
static coding_span unmark(char *text)
{
    coding_span span = {0, 0};
    char       *out = text;
    for (const char *in = text; *in; in++) {
        if (*in == '[') span.offset = (size_t)(out - text);
        else if (*in == ']') span.length = (size_t)(out - text) - span.offset;
        else if (in[0] == '\\' && in[1] == 'n') *out++ = '\n', in++;
        else *out++ = *in;
    }
    *out = '\0';
    return span;
}

/* The tokens of the sentence that a span touches; false where it stands elsewhere. */
static bool find_tokens(const coding__sentence *sentence, coding_span span, size_t *first, size_t *past)
{
    *first = *past = sentence->count;
    for (size_t i = 0; i < sentence->count; i++) {
        size_t at = sentence->offset + sentence->tokens[i].offset;
        if (at < span.offset || at >= span.offset + span.length) continue;
        if (*first == sentence->count) *first = i;
        *past = i + 1;
    }
    return *first < sentence->count;
}

static uint32_t asserted(coding_desk *desk, const char *text, coding_span span)
{
    static coding__sentence sentence;
    static coding__cues     cues;
    size_t                  first, past;
    coding__note_walk       walk = coding__note_begin(desk->book, text, strlen(text));
    while (coding__note_next(&walk, &sentence)) {
        if (!find_tokens(&sentence, span, &first, &past)) continue;
        coding__find_cues(desk->book, &sentence, &cues);
        return coding__assertion_of(&sentence, &cues, first, past, NULL);
    }
    fail_msg("no sentence of \"%s\" has the words", text);
    return 0;
}

static uint32_t mask_of(const char *letters)
{
    static const char all[] = "nuhfy";
    uint32_t          mask = 0;
    for (; *letters && *letters != '-'; letters++) mask |= 1u << (strchr(all, *letters) - all);
    return mask;
}

static void sentences_assert_as_a_reader_understands_them(void **state)
{
    coding_desk *desk = desk_with_cues(state);
    rows         from = rows_open(CODING_VECTORS "/assertions.tsv");
    unsigned     wrong = 0;
    while (rows_next(&from)) {
        coding_span span = unmark(from.cells[1]);
        uint32_t    got = asserted(desk, from.cells[1], span);
        if (got == mask_of(from.cells[0])) continue;
        print_error("wanted %s, got mask %u of \"%s\" in: %s\n", from.cells[0], got, from.cells[1] + span.offset,
                    from.cells[1]);
        wrong++;
    }
    rows_close(&from);
    assert_int_equal(wrong, 0);
}

static void a_heading_decides_where_no_cue_does(void **state)
{
    coding_desk *desk = desk_with_cues(state);
    const char   family[] = "Family History: diabetes", instructions[] = "Patient Instructions:\nfever";
    assert_int_equal(asserted(desk, family, (coding_span){16, 8}), CODING_ASSERT_FAMILY);
    assert_int_equal(asserted(desk, instructions, (coding_span){22, 5}), CODING_ASSERT_HYPOTHETICAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(sentences_assert_as_a_reader_understands_them),
        little_test(a_heading_decides_where_no_cue_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
