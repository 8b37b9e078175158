/* What readers make of the Tabular List and the indexes. */
#include "unit/little_model.h"

#include <string.h>

#include "compile/printed.h"
#include "compile/title_range.h"

static coding_code cm(const char *text) { return coding__release_code(CODING_ICD10CM, coding__cell_of(text)); }

static const coding__snapshot *tabular_of(little_model *little)
{
    assert_true(reads_fixture(little, "tabular/icd10cm_tabular_2030.xml", NULL));
    assert_int_equal(little->model.snapshots.count, 1);
    return little->model.snapshots.items;
}

/* The note with that text; fails the test if there is none. */
static const coding__printed_note *note_of(const little_model *little, const char *text)
{
    const coding__snapshot     *tabular = little->model.snapshots.items;
    const coding__printed_note *note = tabular->notes.items;
    for (size_t i = 0; i < tabular->notes.count; i++)
        if (strcmp(word(little, note[i].text), text) == 0) return &note[i];
    fail_msg("no note \"%s\"", text);
    return NULL;
}

static bool has_note(const little_model *little, const char *text)
{
    const coding__snapshot     *tabular = little->model.snapshots.items;
    const coding__printed_note *note = tabular->notes.items;
    for (size_t i = 0; i < tabular->notes.count; i++)
        if (strstr(word(little, note[i].text), text)) return true;
    return false;
}

static void notes_know_their_kind_holder_and_line(void **state)
{
    little_model *little = *state;
    assert_int_equal(tabular_of(little)->first, 20291001);
    const coding__printed_note *note = note_of(little, "insulin (Z79.4)");
    assert_int_equal(note->kind, CODING_NOTE_USE_ADDITIONAL);
    assert_true(note->holder == cm("E11"));
    assert_int_equal(note->line, 33);
    assert_false(note->heading);
    assert_int_equal(note_of(little, "diabetes NOS")->kind, CODING_NOTE_INCLUDES);
    assert_int_equal(note_of(little, "something else (H35.0-)")->kind, CODING_NOTE_EXCLUDES2);
}

static void a_note_that_ends_in_a_colon_and_names_no_code_opens_a_group(void **state)
{
    little_model *little = *state;
    tabular_of(little);
    assert_true(note_of(little, "code to identify control using:")->heading);
    assert_false(coding__is_heading(coding__cell_of("diabetes (E10.-) with:")));
    assert_true(coding__is_heading(coding__cell_of("deficiency (hereditary):")));
    assert_false(coding__is_heading(coding__cell_of("code to identify")));
}

static void notes_of_chapters_and_sections_belong_to_their_block(void **state)
{
    little_model               *little = *state;
    const coding__snapshot     *tabular = tabular_of(little);
    const coding__printed_note *note = note_of(little, "transitory disorders specific to newborn (P70-P74)");
    assert_true(note->holder == 0);
    assert_int_equal(note->block, 0);
    assert_int_equal(note_of(little, "Two lines of one note")->block, 1); /* blanks and line ends are folded */
    assert_int_equal(tabular->blocks.count, 7);
}

static void chapters_and_sections_have_names_titles_and_ranges(void **state)
{
    little_model                *little = *state;
    const coding__printed_block *block = tabular_of(little)->blocks.items;
    assert_string_equal(word(little, block[0].name), "Chapter 4");
    assert_string_equal(word(little, block[0].title), "Endocrine, nutritional and metabolic diseases");
    assert_true(block[0].level == 0 && block[0].first == cm("E00") && block[0].last == cm("E89"));
    assert_string_equal(word(little, block[1].name), "E08-E13");
    assert_string_equal(word(little, block[1].title), "Diabetes mellitus");
    assert_true(block[1].level == 1 && block[1].first == cm("E08") && block[1].last == cm("E13"));
    assert_true(block[2].first == cm("E15") && block[2].last == cm("E15"));
}

static void a_chapter_without_a_range_has_that_of_its_sections(void **state)
{
    little_model                *little = *state;
    const coding__printed_block *block = tabular_of(little)->blocks.items;
    assert_string_equal(word(little, block[3].title), "A chapter without a range");
    assert_true(block[3].first == cm("F01"));
    assert_told(little, "section id: \"F10 to F19\" is no range of codes");
}

static void seventh_characters_stand_at_their_holder(void **state)
{
    little_model                *little = *state;
    const coding__snapshot      *tabular = tabular_of(little);
    const coding__printed_seven *seven = tabular->sevens.items;
    assert_int_equal(tabular->sevens.count, 3);
    assert_true(seven[0].holder == cm("E11.3"));
    assert_int_equal(seven[0].character, '1');
    assert_string_equal(word(little, seven[0].text), "right eye");
    assert_int_equal(seven[2].character, '9');
    assert_string_equal(word(little, seven[2].text), ""); /* one without text */
    assert_told(little, "char: not one digit or letter: left out");
}

static void notes_between_seventh_characters_are_kept(void **state)
{
    little_model *little = *state;
    tabular_of(little);
    assert_int_equal(note_of(little, "Both eyes differ")->kind, CODING_NOTE_SEVENTH);
    assert_int_equal(note_of(little, "One of the following 7th characters is to be assigned")->kind,
                     CODING_NOTE_SEVENTH);
}

static void stems_in_stems_hold_their_own_notes_accents_and_all(void **state)
{
    little_model *little = *state;
    tabular_of(little);
    const coding__printed_note *note = note_of(little, "Sj\303\266gren-like terms keep their accents");
    assert_true(note->holder == cm("E11.3X"));
    assert_int_equal(note->kind, CODING_NOTE_INCLUSION_TERM);
}

static void an_empty_note_is_told_of_and_left_out(void **state)
{
    little_model *little = *state;
    tabular_of(little);
    assert_told(little, "icd10cm_tabular_2030.xml:37 note: empty: left out");
    assert_told(little, "icd10cm_tabular_2030.xml:35 codeAlso: nothing stands in it");
    assert_false(strstr(little->told, "codeFirst"));
}

static void notes_at_a_name_that_is_no_code_are_left_out(void **state)
{
    little_model *little = *state;
    tabular_of(little);
    assert_told(little, "name: \"E1?\" is no code: its notes are left out");
    assert_false(has_note(little, "its notes are left out"));
}

static void what_is_not_known_is_passed_over(void **state)
{
    little_model *little = *state;
    tabular_of(little);
    assert_false(has_note(little, "a group that nobody knows"));
    assert_false(has_note(little, "belongs to nobody"));
}

static void a_list_without_a_year_in_its_name_has_it_inside(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "tabular/icd10cm_tabular_2030.xml", "tabular.xml"));
    assert_int_equal(((coding__snapshot *)little->model.snapshots.items)->first, 20291001);
}

static void half_a_list_is_no_list(void **state)
{
    little_model *little = *state;
    assert_false(reads(little, "icd10cm_tabular_2030.xml",
                       "<ICD10CM.tabular>\n<chapter><name>4</name>\n<desc>Endocrine (E00-E89)</desc>\n"));
    assert_int_equal(little->model.unreadable.status, CODING_NO_FILE);
    assert_string_equal(little->model.unreadable.at, "icd10cm_tabular_2030.xml:4");
}

static void entities_without_end_are_refused(void **state)
{
    little_model *little = *state;
    assert_false(reads(little, "icd10cm_tabular_2030.xml",
                       "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n"
                       "<ICD10CM.tabular>&b;</ICD10CM.tabular>\n"));
}

/* A term of the newest index by its title; fails the test if there is none. */
static const coding__index_term *term_of(const little_model *little, const char *title)
{
    const coding__index      *index = (coding__index *)little->model.indexes.items + little->model.indexes.count - 1;
    const coding__index_term *term = index->terms.items;
    for (size_t i = 0; i < index->terms.count; i++)
        if (strcmp(word(little, term[i].title), title) == 0) return &term[i];
    fail_msg("no term \"%s\"", title);
    return NULL;
}

static const coding__index_code *codes_of(const little_model *little, const coding__index_term *term)
{
    const coding__index *index = (coding__index *)little->model.indexes.items + little->model.indexes.count - 1;
    assert_true(term->code + term->codes <= index->codes.count);
    return (coding__index_code *)index->codes.items + term->code;
}

static void modifiers_that_change_no_code_stand_apart_from_the_title(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "index/icd10cm_index_2030.xml", NULL));
    assert_string_equal(word(little, term_of(little, "Abandonment NEC")->nemod), "(of a child)");
    assert_string_equal(word(little, term_of(little, "Amyloidosis")->nemod), "(generalized) (primary)");
    assert_told(little, "title: empty, modifiers aside");
}

static void terms_stand_below_their_parents(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "index/icd10cm_index_2030.xml", NULL));
    const coding__index_term *terms = ((coding__index *)little->model.indexes.items)->terms.items;
    const coding__index_term *failure = term_of(little, "with failure");
    assert_int_equal(failure->level, 2);
    assert_ptr_equal(&terms[failure->parent - 1], term_of(little, "heart"));
    assert_int_equal(term_of(little, "Late")->parent, 0);
}

static void manifestations_follow_what_they_come_from(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "index/icd10cm_index_2030.xml", NULL));
    const coding__index_term *heart = term_of(little, "heart");
    assert_int_equal(heart->codes, 2);
    assert_true(codes_of(little, heart)[0].code == cm("E85.4"));
    assert_int_equal(codes_of(little, heart)[0].flags, 0);
    assert_true(codes_of(little, heart)[1].code == cm("I43"));
    assert_int_equal(codes_of(little, heart)[1].flags, CODING__INDEX_MANIFESTATION);
}

static void a_dash_says_that_characters_lack_and_so_does_a_category(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "index/icd10cm_index_2030.xml", NULL));
    assert_true(codes_of(little, term_of(little, "with failure"))->code == cm("E85"));
    assert_int_equal(codes_of(little, term_of(little, "with failure"))->flags, CODING__INDEX_INCOMPLETE);
    assert_int_equal(codes_of(little, term_of(little, "nerve"))->flags, CODING__INDEX_INCOMPLETE);
}

static void references_of_a_kind_stand_in_one_text(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "index/icd10cm_index_2030.xml", NULL));
    assert_string_equal(word(little, term_of(little, "Abandonment NEC")->see), "Maltreatment; Neglect");
    assert_string_equal(word(little, term_of(little, "Amyloidosis")->see_also), "condition");
}

static void what_is_no_code_in_an_index_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "index/icd10cm_index_2030.xml", NULL));
    assert_told(little, "code: \"what is this\" is no code: left out");
    assert_told(little, "code: \"A00.1\" stands behind the subterms: left out");
    assert_int_equal(term_of(little, "Late")->codes, 1);
}

static void tables_have_columns_and_dashes_where_there_is_nothing(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "index/icd10cm_neoplasm_2030.xml", NULL));
    const coding__index_term *term = term_of(little, "Neoplasm, neoplastic");
    assert_int_equal(term->codes, 2);
    assert_int_equal(codes_of(little, term)[0].column, 2);
    assert_int_equal(codes_of(little, term)[1].column, 3);
    assert_int_equal(codes_of(little, term)[1].flags, CODING__INDEX_INCOMPLETE);
    assert_string_equal(little->told, "");
}

static void each_index_says_what_it_is(void **state)
{
    static const struct {
        const char        *file;
        coding__index_kind kind;
    } rows[] = {
        {"index/icd10cm_index_2030.xml", CODING__INDEX_ALPHABETIC},
        {"index/icd10cm_eindex_2030.xml", CODING__INDEX_EXTERNAL},
        {"index/icd10cm_neoplasm_2030.xml", CODING__INDEX_NEOPLASM},
        {"index/icd10cm_drug_2030.xml", CODING__INDEX_DRUG},
    };
    little_model *little = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(reads_fixture(little, rows[i].file, "2030.xml"));
        assert_int_equal(((coding__index *)little->model.indexes.items)[i].kind, rows[i].kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        model_test(notes_know_their_kind_holder_and_line),
        model_test(a_note_that_ends_in_a_colon_and_names_no_code_opens_a_group),
        model_test(notes_of_chapters_and_sections_belong_to_their_block),
        model_test(chapters_and_sections_have_names_titles_and_ranges),
        model_test(a_chapter_without_a_range_has_that_of_its_sections),
        model_test(seventh_characters_stand_at_their_holder),
        model_test(notes_between_seventh_characters_are_kept),
        model_test(stems_in_stems_hold_their_own_notes_accents_and_all),
        model_test(an_empty_note_is_told_of_and_left_out),
        model_test(notes_at_a_name_that_is_no_code_are_left_out),
        model_test(what_is_not_known_is_passed_over),
        model_test(a_list_without_a_year_in_its_name_has_it_inside),
        model_test(half_a_list_is_no_list),
        model_test(entities_without_end_are_refused),
        model_test(modifiers_that_change_no_code_stand_apart_from_the_title),
        model_test(terms_stand_below_their_parents),
        model_test(manifestations_follow_what_they_come_from),
        model_test(a_dash_says_that_characters_lack_and_so_does_a_category),
        model_test(references_of_a_kind_stand_in_one_text),
        model_test(what_is_no_code_in_an_index_is_told_of),
        model_test(tables_have_columns_and_dashes_where_there_is_nothing),
        model_test(each_index_says_what_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
