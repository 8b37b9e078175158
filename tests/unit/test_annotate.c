/* Reading notes with a little book: what leads to codes and what does not. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/little_note.h"
#include "unit/miser.h"

static const little_file files[] = {NOTE_FILES, {NULL, NULL}};

static coding_annotation annotate(coding_desk *desk, const char *note, coding_setting setting)
{
    coding_note_options wanted = {.size = sizeof wanted, .setting = setting};
    coding_annotation   read = coding_annotate(desk, note, strlen(note), &wanted);
    assert_int_equal(read.status, CODING_OK);
    return read;
}

/* The codes proposed, in their order. */
static const char *codes_of(coding_desk *desk, const char *note, coding_setting setting)
{
    static char       text[256];
    char              code[CODING_CODE_TEXT];
    coding_annotation read = annotate(desk, note, setting);
    *text = '\0';
    for (size_t i = 0; i < read.code_count; i++) {
        if (read.codes[i].withheld) continue;
        if (*text) strcat(text, " ");
        strcat(text, coding_code_format(coding_entry_code(read.codes[i].entry), code));
    }
    return text;
}

#define assert_outpatient(note, codes) assert_string_equal(codes_of(desk, note, CODING_SETTING_OUTPATIENT), codes)
#define assert_inpatient(note, codes)  assert_string_equal(codes_of(desk, note, CODING_SETTING_INPATIENT), codes)

static const coding_proposal *proposal(const coding_annotation *read, const char *code)
{
    for (size_t i = 0; i < read->code_count; i++)
        if (coding_entry_code(read->codes[i].entry) == icd10cm(code)) return &read->codes[i];
    return NULL;
}

static void what_is_stated_is_coded(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_outpatient("A/P: cough.", "R05");
    assert_outpatient("cough", "R05");
    assert_outpatient("A/P: obesity, pneumonia", "E66.9 J18.9");
}

static void what_is_denied_or_has_not_happened_is_not(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_outpatient("Denies cough or fever.", "");
    assert_outpatient("Denies cough but fever.", "R50.9");
    assert_outpatient("Call if fever.", "");
    assert_outpatient("Instructions:\nfever", "");
    assert_outpatient("ROS: fever", "");
}

static void the_setting_decides_what_is_uncertain(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_outpatient("A/P: likely pneumonia.", "");
    assert_inpatient("A/P: likely pneumonia.", "J18.9");
    assert_inpatient("A/P: suspected COVID-19.", ""); /* confirmed cases alone */
    coding_annotation read = annotate(desk, "A/P: likely pneumonia.", CODING_SETTING_OUTPATIENT);
    assert_int_equal(proposal(&read, "J18.9")->reason, CODING_REASON_SUSPECTED);
}

static void of_the_past_and_of_the_family_are_z_codes(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_outpatient("History of pneumonia.", "Z87.01");
    assert_outpatient("Mother with type 2 diabetes mellitus.", "Z83.3");
    assert_outpatient("History of obesity.", ""); /* nothing says what that would be */
}

static void two_conditions_may_have_one_code(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_outpatient("A/P: HTN. Heart failure.", "I11.0 I50.9");
    coding_annotation read = annotate(desk, "A/P: HTN. Heart failure.", CODING_SETTING_OUTPATIENT);
    assert_int_equal(read.codes[0].reason, CODING_REASON_COMBINED);
    assert_int_equal(read.codes[0].mention_count, 2);
}

static void a_symptom_beside_what_explains_it_is_withheld_and_shown(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_outpatient("A/P: pneumonia with cough, fever", "J18.9");
    coding_annotation read = annotate(desk, "A/P: pneumonia with cough, fever", CODING_SETTING_OUTPATIENT);
    assert_true(proposal(&read, "R05")->withheld);
    assert_int_equal(proposal(&read, "R50.9")->reason, CODING_REASON_INTEGRAL);
}

static void a_result_by_itself_is_asked_about(void **state)
{
    coding_desk      *desk = desk_with_files(state, files);
    coding_annotation read = annotate(desk, "Labs: fever", CODING_SETTING_OUTPATIENT);
    assert_true(proposal(&read, "R50.9")->withheld);
    assert_int_equal(proposal(&read, "R50.9")->reason, CODING_REASON_FINDING);
    assert_non_null(proposal(&read, "R50.9")->query);
}

static void drugs_indexes_and_written_codes_are_read(void **state)
{
    coding_desk *desk = desk_with_files(state, files);
    assert_outpatient("A/P: type 2 diabetes mellitus, on insulin", "E11.9 Z79.4");
    assert_outpatient("Denies insulin", "");
    assert_outpatient("BMI 41.", "");
    assert_outpatient("A/P: obesity, BMI 41.", "E66.9 Z68.41");
    assert_outpatient("Dx E11.22 as before", "E11.22");
    assert_outpatient("takes B12", "");
}

static void a_mention_says_where_it_stands_and_by_which_cue(void **state)
{
    static const char note[] = "ROS: denies fever.";
    coding_desk      *desk = desk_with_files(state, files);
    coding_annotation read = annotate(desk, note, CODING_SETTING_OUTPATIENT);
    assert_int_equal(read.mention_count, 1);
    assert_int_equal(read.mentions[0].passage, CODING_PASSAGE_REVIEW);
    assert_int_equal(read.mentions[0].assertion, CODING_ASSERT_NEGATED);
    assert_memory_equal(note + read.mentions[0].span.offset, "fever", 5);
    assert_memory_equal(note + read.mentions[0].cue.offset, "denies", 6);
}

static void a_book_without_cues_reads_no_notes(void **state)
{
    coding_desk *desk = desk_with(state, note_codes);
    assert_int_equal(coding_annotate(desk, "cough", 5, NULL).status, CODING_NOT_IN_BOOK);
}

static bool begins_character(const char *text, size_t length, size_t at)
{
    return at >= length || ((unsigned char)text[at] & 0xC0) != 0x80;
}

static void spans_stand_where_characters_begin(void **state)
{
    static const char note[] = "\xC3\xA9 cough \xC3\xA9, fever\xE2\x80\x94 obesity\xC3\xA9.";
    coding_desk      *desk = desk_with_files(state, files);
    coding_annotation read = annotate(desk, note, CODING_SETTING_OUTPATIENT);
    assert_true(read.mention_count > 0);
    for (size_t i = 0; i < read.mention_count; i++) {
        coding_span span = read.mentions[i].span;
        assert_true(begins_character(note, sizeof note - 1, span.offset));
        assert_true(begins_character(note, sizeof note - 1, span.offset + span.length));
    }
}

static void each_call_of_the_allocator_may_be_refused(void **state)
{
    static const char note[] = "A/P: HTN. Heart failure with cough, fever, pneumonia, BMI 41, obesity, insulin, E11.22.";
    size_t            length;
    void             *bytes = book_bytes(files, &length);
    coding_book      *book = coding_book_open_memory(bytes, length, NULL);
    size_t            done = 0;
    (void)state;
    for (size_t call = 1; call < 64 && !done; call++) {
        miser            own = {.count = 0};
        coding_allocator allocator = miser_allocator(&own);
        coding_desk     *desk = coding_desk_new(book, &allocator);
        own.refuse = own.asked + call;
        coding_annotation read = coding_annotate(desk, note, sizeof note - 1, NULL);
        if (own.asked < own.refuse) done = call;
        assert_int_equal(read.status, done ? CODING_OK : CODING_NO_MEMORY);
        if (!done) assert_int_equal(read.mention_count + read.code_count, 0);
        coding_desk_free(desk);
        assert_int_equal(own.held, 0);
    }
    coding_book_close(book);
    free(bytes);
    assert_true(done > 1);
}

#define MARKER "zqxjvkwhk"

static bool tells(const miser *own) { return miser_holds(own, "zqxjv", 5) || miser_holds(own, "ZQXJV", 5); }

/* A word of no book beside what is found, in what is asked and between. */
static void nothing_of_a_note_is_left_when_the_desk_is_cleared(void **state)
{
    static const char *const notes[] = {MARKER, "A/P: " MARKER " pneumonia", "history of pneumonia " MARKER,
                                        "mother with " MARKER " type 2 diabetes mellitus", "bmi " MARKER " 41, E11.22 " MARKER,
                                        "cough with " MARKER " and fever with pneumonia", "ZQXJVKWHK heart failure, HTN"};
    size_t            length;
    void             *bytes = book_bytes(files, &length);
    coding_book      *book = coding_book_open_memory(bytes, length, NULL);
    miser             own = {.count = 0};
    coding_allocator  allocator = miser_allocator(&own);
    coding_desk      *desk = coding_desk_new(book, &allocator);
    (void)state;
    coding_suggest(desk, CODING_ICD10CM, MARKER, strlen(MARKER), 20251001);
    assert_true(tells(&own)); /* else what follows proves nothing */
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        coding_desk_clear(desk);
        annotate(desk, notes[i], CODING_SETTING_INPATIENT);
        coding_desk_clear(desk);
        assert_false(tells(&own));
        assert_int_equal(coding_desk_used(desk).used, 0);
    }
    coding_desk_free(desk);
    coding_book_close(book);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(what_is_stated_is_coded),
        little_test(what_is_denied_or_has_not_happened_is_not),
        little_test(the_setting_decides_what_is_uncertain),
        little_test(of_the_past_and_of_the_family_are_z_codes),
        little_test(two_conditions_may_have_one_code),
        little_test(a_symptom_beside_what_explains_it_is_withheld_and_shown),
        little_test(a_result_by_itself_is_asked_about),
        little_test(drugs_indexes_and_written_codes_are_read),
        little_test(a_mention_says_where_it_stands_and_by_which_cue),
        little_test(a_book_without_cues_reads_no_notes),
        little_test(spans_stand_where_characters_begin),
        cmocka_unit_test(nothing_of_a_note_is_left_when_the_desk_is_cleared),
        cmocka_unit_test(each_call_of_the_allocator_may_be_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
