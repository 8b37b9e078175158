/* The vectors of notes: the codes that each leads to in a whole book, and what holds for every answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "whole/whole.h"

/* \n becomes a line break; answers the length. */
static size_t break_lines(char *text)
{
    char *out = text;
    for (const char *in = text; *in; in++) {
        if (in[0] == '\\' && in[1] == 'n') *out++ = '\n', in++;
        else *out++ = *in;
    }
    *out = '\0';
    return (size_t)(out - text);
}

static void write_codes(const coding_annotation *read, char *to, size_t room)
{
    size_t put = 0;
    char   code[CODING_CODE_TEXT];
    *to = '\0';
    for (size_t i = 0; i < read->code_count && put < room - CODING_CODE_TEXT - 1; i++) {
        if (read->codes[i].withheld) continue;
        coding_code_format(coding_entry_code(read->codes[i].entry), code);
        put += (size_t)snprintf(to + put, room - put, "%s%s", put ? " " : "", code);
    }
    if (!put) snprintf(to, room, "-");
}

static void check_answer(const coding_annotation *read, size_t length)
{
    for (size_t i = 0; i < read->mention_count; i++) {
        assert_true(read->mentions[i].span.offset + read->mentions[i].span.length <= length);
        assert_true(read->mentions[i].cue.offset + read->mentions[i].cue.length <= length);
        assert_true(!i || read->mentions[i].span.offset >= read->mentions[i - 1].span.offset);
    }
    for (size_t i = 0; i < read->code_count; i++) {
        assert_true(read->codes[i].mention_count > 0);
        assert_true(!i || read->codes[i].withheld >= read->codes[i - 1].withheld);
    }
}

static unsigned ask(coding_desk *desk, char *cells[ROW_CELLS])
{
    char                got[512];
    size_t              length = break_lines(cells[1]);
    coding_note_options wanted = {.size = sizeof wanted};
    wanted.setting = strcmp(cells[0], "inpatient") ? CODING_SETTING_OUTPATIENT : CODING_SETTING_INPATIENT;
    coding_annotation read = coding_annotate(desk, cells[1], length, &wanted);
    assert_int_equal(read.status, CODING_OK);
    check_answer(&read, length);
    write_codes(&read, got, sizeof got);
    if (strcmp(got, cells[2]) == 0) return 0;
    print_error("%s: %s\n  wanted %s, got %s, because: %s\n", cells[0], cells[1], cells[2], got, cells[3]);
    return 1;
}

static void notes_lead_to_the_codes_of_a_coder(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/notes.tsv", 150, NULL, ask);
}

static const coding_proposal *proposal(const coding_annotation *read, const char *wanted)
{
    char code[CODING_CODE_TEXT];
    for (size_t i = 0; i < read->code_count; i++)
        if (!strcmp(coding_code_format(coding_entry_code(read->codes[i].entry), code), wanted)) return &read->codes[i];
    return NULL;
}

static unsigned ask_query(coding_desk *desk, char *cells[ROW_CELLS])
{
    size_t                 length = break_lines(cells[0]);
    coding_annotation      read = coding_annotate(desk, cells[0], length, NULL);
    const coding_proposal *code = proposal(&read, cells[1]);
    const char            *got = !code ? "no such code" : code->query ? code->query : "-";
    if (code) assert_int_equal(code->query != NULL, code->lacks != 0 && !code->withheld);
    if (strcmp(got, cells[2]) == 0) return 0;
    print_error("%s: %s\n  wanted %s\n  got    %s, because: %s\n", cells[0], cells[1], cells[2], got, cells[3]);
    return 1;
}

static void what_the_documentation_lacks_is_asked_openly(void **state)
{
    (void)state;
    whole_rows(CODING_VECTORS "/note_queries.tsv", 25, NULL, ask_query);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_lead_to_the_codes_of_a_coder),
        cmocka_unit_test(what_the_documentation_lacks_is_asked_openly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
