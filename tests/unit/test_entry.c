/* Entries: titles through the years, printed order, families, notes in force, sources. */
#include "unit/little_release.h"

#include <string.h>

static coding_entry entry_of(coding_desk *desk, const char *text)
{
    coding_entry entry = coding_find(coding_desk_book(desk), icd10cm(text));
    assert_non_null(entry.book);
    return entry;
}

static void assert_codes(coding_entries entries, const char *expected)
{
    char all[512] = "", text[CODING_CODE_TEXT];
    for (size_t i = 0; i < entries.count; i++) {
        strcat(all, i ? " " : "");
        strcat(all, coding_code_format(coding_entry_code(entries.items[i]), text));
    }
    assert_string_equal(all, expected);
}

static void a_title_is_the_one_of_the_day(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    coding_entry entry = entry_of(desk, "E11.9");
    assert_string_equal(coding_entry_title(desk, entry, 20200930), "Type 2 diabetes without complications");
    assert_string_equal(coding_entry_title(desk, entry, 20201001), "Type 2 diabetes mellitus without complications");
    assert_string_equal(coding_entry_title(desk, entry, 0), "Type 2 diabetes mellitus without complications");
    assert_string_equal(coding_entry_title(desk, entry, 20140101), "Type 2 diabetes without complications");
    coding_dated_titles titles = coding_entry_titles(desk, entry);
    assert_int_equal(titles.count, 2);
    assert_int_equal(titles.items[0].until, 20200930);
}

static void periods_tell_when_a_code_was_billable_and_when_a_header(void **state)
{
    coding_desk   *desk = desk_with_files(state, little_release);
    coding_periods periods = coding_entry_periods(desk, entry_of(desk, "G35"));
    assert_int_equal(periods.count, 2);
    assert_true(periods.items[0].billable);
    assert_int_equal(periods.items[0].first, 20151001);
    assert_int_equal(periods.items[0].until, 20250930);
    assert_false(periods.items[1].billable);
    assert_int_equal(periods.items[1].first, 20251001);
    assert_int_equal(periods.items[0].source.line, 8);
    assert_int_equal(periods.items[1].source.line, 9);
}

static void children_and_ancestors_skip_levels_that_have_no_row(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    assert_codes(coding_entry_children(desk, entry_of(desk, "S13.4"), 20200101), "S13.4XXA S13.4XXD");
    assert_codes(coding_entry_ancestors(desk, entry_of(desk, "S13.4XXA")), "S13.4 S13");
    assert_codes(coding_entry_children(desk, entry_of(desk, "E11"), 20200101), "E11.9 E11.6");
    assert_codes(coding_entry_billable_below(desk, entry_of(desk, "E11"), 20200101), "E11.9 E11.65");
}

static void children_are_those_of_the_day(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    assert_codes(coding_entry_children(desk, entry_of(desk, "T81.4"), 20180930), "T81.4XXA");
    assert_codes(coding_entry_children(desk, entry_of(desk, "T81.4"), 20181001), "T81.40XA");
}

static void completions_come_in_printed_order(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    assert_codes(coding_complete(desk, CODING_ICD10CM, "e11.", 4, 20200101, 3), "E11 E11.9 E11.6");
    assert_codes(coding_complete(desk, CODING_ANY, "0D", 2, 20200101, 9), "0DT 0DTJ0ZZ 0DTJ4ZZ");
    assert_int_equal(coding_complete(desk, CODING_ICD10CM, "Q", 1, 20200101, 9).count, 0);
}

/* The order of print, which is not the order of numbers. */
static const char melanoma[] = "icd10cm  C43   header    20151001  -  Malignant melanoma of skin\n"
                               "icd10cm  C439  billable  20151001  -  Malignant melanoma of skin, unspecified\n"
                               "icd10cm  C4A   header    20151001  -  Merkel cell carcinoma\n"
                               "icd10cm  C4A9  billable  20151001  -  Merkel cell carcinoma, unspecified\n"
                               "icd10cm  C44   header    20151001  -  Other malignant neoplasm of skin\n"
                               "icd10cm  C449  billable  20151001  -  Other malignant neoplasm of skin, unspecified\n"
                               "icd10cm  C45   billable  20151001  -  Mesothelioma\n";

static void c4a_lies_between_c43_and_c44(void **state)
{
    coding_desk *desk = desk_with(state, melanoma);
    assert_true(coding_entry_is_within(entry_of(desk, "C4A.9"), entry_of(desk, "C43"), entry_of(desk, "C44.9")));
    assert_true(coding_entry_is_within(entry_of(desk, "C44.9"), entry_of(desk, "C43"), entry_of(desk, "C44")));
    assert_false(coding_entry_is_within(entry_of(desk, "C45"), entry_of(desk, "C43"), entry_of(desk, "C44")));
    assert_true(coding_entry_is_below(entry_of(desk, "C4A.9"), entry_of(desk, "C4A")));
    assert_false(coding_entry_is_below(entry_of(desk, "C4A.9"), entry_of(desk, "C43")));
    assert_codes(coding_book_roots(desk, CODING_ICD10CM, 0), "C43 C4A C44 C45");
}

static const coding_note *note_with(coding_notes notes, coding_note_kind kind, const char *words)
{
    for (size_t i = 0; i < notes.count; i++)
        if (notes.items[i].kind == kind && strstr(notes.items[i].text, words)) return notes.items + i;
    fail_msg("no note says \"%s\"", words);
    return NULL;
}

static void notes_are_inherited_from_category_section_and_chapter(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    coding_notes notes = coding_entry_notes(desk, entry_of(desk, "E11.65"), 20220101);
    assert_int_equal(notes.status, CODING_OK);
    const coding_note *own = note_with(notes, CODING_NOTE_INCLUSION_TERM, "sugar too high");
    assert_false(own->inherited);
    const coding_note *category = note_with(notes, CODING_NOTE_EXCLUDES1, "underlying condition");
    assert_true(category->inherited);
    assert_string_equal(category->holder, "E11");
    const coding_note *chapter = note_with(notes, CODING_NOTE_EXCLUDES1, "transitory");
    assert_string_equal(chapter->holder, "Chapter 4");
    assert_string_equal(chapter->source.table, "icd10cm_tabular_2021.xml");
    assert_int_equal(chapter->source.line, 4);
}

static void an_inclusion_term_belongs_to_its_own_code_only(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    coding_notes notes = coding_entry_notes(desk, entry_of(desk, "S13.4XXA"), 20220101);
    for (size_t i = 0; i < notes.count; i++) assert_int_not_equal(notes.items[i].kind, CODING_NOTE_INCLUSION_TERM);
    note_with(coding_entry_notes(desk, entry_of(desk, "S13.4"), 20220101), CODING_NOTE_INCLUSION_TERM, "Whiplash");
}

static void references_of_a_note_are_ranges_in_printed_order(void **state)
{
    coding_desk       *desk = desk_with_files(state, little_release);
    coding_notes       notes = coding_entry_notes(desk, entry_of(desk, "E11.9"), 20220101);
    const coding_note *note = note_with(notes, CODING_NOTE_EXCLUDES2, "hypertension");
    assert_int_equal(note->reference_count, 2);
    assert_int_equal(note->references[0].first, icd10cm("I10"));
    assert_int_equal(note->references[1].last, icd10cm("S13"));
    const coding_note *first = note_with(notes, CODING_NOTE_EXCLUDES1, "underlying");
    assert_true(first->references[0].incomplete);
}

static void a_restriction_to_a_character_is_kept(void **state)
{
    coding_desk *desk = desk_with_files(
        state,
        (little_file[]){
            {"codes.tsv", "icd10cm  T36  header  20151001  -  Poisoning\nicd10cm  T50  header  20151001  -  Poisoning\n"
                          "icd10cm  I10  billable  20151001  -  Hypertension\n"},
            {"icd10cm_tabular_2021.xml",
             "<ICD10CM.tabular><version>2021</version><chapter><name>9</name><desc>Circulation (I00-I99)</desc>"
             "<section id=\"I10-I16\"><desc>Hypertension "
             "(I10-I16)</desc><diag><name>I10</name><desc>Hypertension</desc>"
             "<useAdditionalCode><note>drug (T36-T50 with fifth or sixth character 5)</note>"
             "<note>enzyme (G6PD)</note></useAdditionalCode></diag></section></chapter></ICD10CM.tabular>"},
            {NULL, NULL}});
    coding_notes            notes = coding_entry_notes(desk, entry_of(desk, "I10"), 20220101);
    const coding_reference *drug = note_with(notes, CODING_NOTE_USE_ADDITIONAL, "drug")->references;
    assert_int_equal(drug->position, 5);
    assert_true(drug->either);
    assert_int_equal(drug->characters, 1u << 5);
    assert_int_equal(note_with(notes, CODING_NOTE_USE_ADDITIONAL, "G6PD")->reference_count, 0);
}

static void before_the_first_snapshot_there_are_no_notes_in_the_book(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    assert_int_equal(coding_entry_notes(desk, entry_of(desk, "E11.9"), 20180101).status, CODING_NOT_IN_BOOK);
}

static void sevenths_have_the_meaning_of_the_nearest_definition(void **state)
{
    coding_desk  *desk = desk_with_files(state, little_release);
    coding_sevens sevens = coding_entry_sevens(desk, entry_of(desk, "S13.4"), 20220101);
    assert_int_equal(sevens.count, 2);
    assert_int_equal(sevens.items[0].character, 'A');
    assert_string_equal(sevens.items[0].text, "initial encounter");
    assert_int_equal(sevens.items[1].code, icd10cm("S13.4XXD"));
}

static void chapter_and_section_of_an_entry(void **state)
{
    coding_desk  *desk = desk_with_files(state, little_release);
    coding_blocks blocks = coding_entry_blocks(desk, entry_of(desk, "E11.9"));
    assert_int_equal(blocks.count, 2);
    assert_string_equal(blocks.items[0].name, "E08-E13");
    assert_string_equal(blocks.items[1].name, "Chapter 4");
    assert_string_equal(blocks.items[1].title, "Diseases of a made-up kind");
}

static void a_successor_of_the_table_is_named(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    coding_codes heirs = coding_entry_successors(desk, entry_of(desk, "T81.4XXA"), 20200101);
    assert_int_equal(heirs.count, 1);
    assert_int_equal(heirs.items[0], icd10cm("T81.40XA"));
}

static void an_entry_of_no_book_is_answered_and_crashes_nothing(void **state)
{
    coding_desk *desk = desk_with_files(state, little_release);
    coding_entry none = coding_find(coding_desk_book(desk), icd10cm("Z99.9"));
    bool         exempt;
    assert_null(none.book);
    assert_string_equal(coding_entry_title(desk, none, 0), "");
    assert_int_equal(coding_entry_code(none), 0);
    assert_int_equal(coding_entry_children(desk, none, 0).count, 0);
    assert_int_equal(coding_entry_notes(desk, none, 0).count, 0);
    assert_int_equal(coding_entry_periods(desk, none).count, 0);
    assert_int_equal(coding_entry_successors(desk, none, 0).count, 0);
    assert_int_equal(coding_entry_poa_exempt(none, 0, &exempt), CODING_NOT_IN_BOOK);
    assert_null(coding_entry_source(none, 0).release);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        little_test(a_title_is_the_one_of_the_day),
        little_test(periods_tell_when_a_code_was_billable_and_when_a_header),
        little_test(children_and_ancestors_skip_levels_that_have_no_row),
        little_test(children_are_those_of_the_day),
        little_test(completions_come_in_printed_order),
        little_test(c4a_lies_between_c43_and_c44),
        little_test(notes_are_inherited_from_category_section_and_chapter),
        little_test(an_inclusion_term_belongs_to_its_own_code_only),
        little_test(references_of_a_note_are_ranges_in_printed_order),
        little_test(a_restriction_to_a_character_is_kept),
        little_test(before_the_first_snapshot_there_are_no_notes_in_the_book),
        little_test(sevenths_have_the_meaning_of_the_nearest_definition),
        little_test(chapter_and_section_of_an_entry),
        little_test(a_successor_of_the_table_is_named),
        little_test(an_entry_of_no_book_is_answered_and_crashes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
