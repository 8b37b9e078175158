/* What may follow a beginning of a code, as a coder builds one character by character. */
#include "unit/little_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Appendix and cecum, resected and removed from; the hand-assisted qualifier is of October 2025. */
static const char digestive[] =
    "icd10pcs  0DT      header    20151001  -  Gastrointestinal System, Resection\n"
    "icd10pcs  0DTH0ZZ  billable  20151001  -  Resection of Cecum, Open Approach\n"
    "icd10pcs  0DTH4ZZ  billable  20151001  -  Resection of Cecum, Percutaneous Endoscopic Approach\n"
    "icd10pcs  0DTJ0ZZ  billable  20151001  -  Resection of Appendix, Open Approach\n"
    "icd10pcs  0DTJ4ZG  billable  20251001  -  Resection of Appendix, Percutaneous Endoscopic Approach, Hand-Assisted\n"
    "icd10pcs  0DTJ4ZZ  billable  20151001  -  Resection of Appendix, Percutaneous Endoscopic Approach\n"
    "icd10pcs  0DTJ7ZZ  billable  20151001  20251001  Resection of Appendix, Via Natural or Artificial Opening\n"
    "icd10pcs  0DW      header    20151001  -  Gastrointestinal System, Revision\n"
    "icd10pcs  0DW507Z  billable  20151001  -  Revision of Autologous Tissue Substitute in Esophagus, Open Approach\n"
    "icd10pcs  0DW50DZ  billable  20151001  -  Revision of Intraluminal Device in Esophagus, Open Approach\n"
    "icd10pcs  0DW607Z  billable  20151001  -  Revision of Autologous Tissue Substitute in Stomach, Open Approach\n"
    "icd10pcs  0DW60DZ  billable  20151001  -  Revision of Intraluminal Device in Stomach, Open Approach\n"
    "icd10pcs  BH3      header    20151001  -  Imaging, Skin, Tissue and Breast, Magnetic Resonance Imaging (MRI)\n"
    "icd10pcs  BH30YZZ  billable  20151001  -  Magnetic Resonance Imaging (MRI) of Right Breast using Other Contrast\n"
    "icd10pcs  BH30ZZZ  billable  20151001  -  Magnetic Resonance Imaging (MRI) of Right Breast\n"
    "icd10pcs  BH31YZZ  billable  20151001  -  Magnetic Resonance Imaging (MRI) of Left Breast using Other Contrast\n"
    "icd10pcs  BH31ZZZ  billable  20151001  -  Magnetic Resonance Imaging (MRI) of Left Breast\n";

static coding_values after(coding_desk *desk, const char *text, coding_date on)
{
    return coding_values_after(desk, CODING_ICD10PCS, text, strlen(text), on);
}

/* Values as one line: "H Cecum (2), J Appendix (3)". */
static const char *in_a_line(coding_values values)
{
    static char line[1024];
    size_t      length = 0;
    line[0] = '\0';
    assert_int_equal(values.status, CODING_OK);
    for (size_t i = 0; i < values.count; i++)
        length += (size_t)snprintf(line + length, sizeof line - length, "%s%c %s (%u)", i ? ", " : "",
                                   values.items[i].character, values.items[i].label, values.items[i].codes);
    return line;
}

#define assert_values(values, expected) assert_string_equal(in_a_line(values), expected)

static void an_axis_is_named_by_its_section(void **state)
{
    (void)state;
    assert_string_equal(coding_pcs_axis('0', 5), "Approach");
    assert_string_equal(coding_pcs_axis('5', 5), "Duration");
    assert_string_equal(coding_pcs_axis('B', 5), "Contrast");
    assert_string_equal(coding_pcs_axis('b', 5), "Contrast");
    assert_string_equal(coding_pcs_axis('D', 3), "Modality");
    assert_string_equal(coding_pcs_axis('F', 2), "Section Qualifier");
    assert_string_equal(coding_pcs_axis('X', 7), "New Technology Group");
    assert_null(coding_pcs_axis('A', 1));
    assert_null(coding_pcs_axis('0', 0));
    assert_null(coding_pcs_axis('0', 8));
}

static void a_code_is_built_from_nothing_to_its_seventh_character(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    assert_values(after(desk, "", 0), "0 Medical and Surgical (9), B Imaging (4)");
    assert_values(after(desk, "0", 0), "D Gastrointestinal System (9)");
    assert_values(after(desk, "0D", 0), "T Resection (5), W Revision (4)");
    assert_values(after(desk, "0DT", 0), "H Cecum (2), J Appendix (3)");
    assert_values(after(desk, "0DTJ", 0), "0 Open (1), 4 Percutaneous Endoscopic (2)");
    assert_values(after(desk, "0DTJ4", 0), "Z No Device (2)");
    assert_values(after(desk, "0DTJ4Z", 0), "G Hand-Assisted (1), Z No Qualifier (1)");
    assert_values(after(desk, "0DTJ4ZZ", 0), "");
    assert_null(after(desk, "0DTJ4ZZ", 0).axis);
}

static void each_step_says_which_axis_it_is(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    assert_string_equal(after(desk, "", 0).axis, "Section");
    assert_string_equal(after(desk, "0D", 0).axis, "Root Operation");
    assert_string_equal(after(desk, "BH", 0).axis, "Root Type");
    assert_string_equal(after(desk, "0DTJ4Z", 0).axis, "Qualifier");
}

static void a_title_is_split_at_the_last_comma_since_body_systems_hold_commas(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    assert_values(after(desk, "B", 0), "H Skin, Tissue and Breast (4)");
    assert_values(after(desk, "BH", 0), "3 Magnetic Resonance Imaging (MRI) (4)");
    assert_values(after(desk, "BH3", 0), "0 Right Breast (2), 1 Left Breast (2)");
    assert_values(after(desk, "BH31", 0), "Y Other Contrast (1), Z None (1)");
}

static void a_device_may_be_named_before_the_body_part(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    assert_values(after(desk, "0DW", 0), "5 Esophagus (2), 6 Stomach (2)");
    assert_values(after(desk, "0DW50", 0), "7 Autologous Tissue Substitute (1), D Intraluminal Device (1)");
}

static void values_are_those_of_the_day(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    assert_values(after(desk, "0DTJ", 20250930),
                  "0 Open (1), 4 Percutaneous Endoscopic (1), 7 Via Natural or Artificial Opening (1)");
    assert_values(after(desk, "0DTJ4Z", 20250930), "Z No Qualifier (1)");
    assert_values(after(desk, "0DTJ", 20150930), "");
}

static void small_letters_and_blanks_are_understood(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    assert_values(after(desk, " 0d tj", 0), "0 Open (1), 4 Percutaneous Endoscopic (2)");
}

static void nothing_follows_what_no_code_begins_with(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    assert_values(after(desk, "0DTX", 0), "");
    assert_string_equal(after(desk, "0DTX", 0).axis, "Approach");
    assert_values(after(desk, "A", 0), "");
    assert_null(after(desk, "A", 0).axis);
    assert_values(after(desk, "0D,T", 0), "");
    assert_values(after(desk, "0DTJ4ZZ0000", 0), "");
}

static void a_system_that_is_not_in_the_book_says_so(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    assert_int_equal(coding_values_after(desk, CODING_HCPCS, "J", 1, 0).status, CODING_NOT_IN_BOOK);
    assert_int_equal(coding_values_after(desk, CODING_NDC, "0", 1, 0).status, CODING_NOT_IN_BOOK);
    assert_int_equal(coding_values_after(desk, CODING_ANY, "0", 1, 0).status, CODING_NOT_IN_BOOK);
}

/* Qualifier 0 of Introduction: the body part decides what it means. */
static const char introduction[] =
    "icd10pcs  3E0      header    20151001  -  Administration, Anatomical Regions, Introduction\n"
    "icd10pcs  3E01340  billable  20151001  -  Introduction of Influenza Vaccine into Skin, Percutaneous Approach\n"
    "icd10pcs  3E0134Z  billable  20151001  -  Introduction of Serum into Skin, Percutaneous Approach\n"
    "icd10pcs  3E030U0  billable  20151001  -  Introduction of Autologous Islet Cells into Vein, Open\n"
    "icd10pcs  3E030U1  billable  20151001  -  Introduction of Nonautologous Islet Cells into Vein, Open\n"
    "icd10pcs  3E0J0U0  billable  20151001  -  Introduction of Autologous Islet Cells into Pancreas, Open\n"
    "icd10pcs  3E0J0U1  billable  20151001  -  Introduction of Nonautologous Islet Cells into Pancreas, Open\n";

static void a_longer_beginning_may_give_a_character_another_meaning(void **state)
{
    coding_desk *desk = desk_with(state, introduction);
    assert_values(after(desk, "3E030U", 0), "0 Autologous Islet Cells (1), 1 Nonautologous Islet Cells (1)");
    assert_values(after(desk, "3E0134", 0), "0 Influenza Vaccine (1), Z No Qualifier (1)");
    assert_values(after(desk, "3E0", 0), "1 Skin (2), 3 Vein (2), J Pancreas (2)");
}

/* One character for two substances: the group that follows decides. */
static const char new_technology[] =
    "icd10pcs  XW0      header    20151001  -  New Technology, Anatomical Regions, Introduction\n"
    "icd10pcs  XW030G5  billable  20201001  -  Introduction of Sarilumab into Vein, Open, New Technology Group 5\n"
    "icd10pcs  XW030G6  billable  20210101  -  Introduction of REGN-COV2 into Vein, Open, New Technology Group 6\n"
    "icd10pcs  XW030H5  billable  20201001  -  Introduction of Tocilizumab into Vein, Open, New Technology Group 5\n"
    "icd10pcs  XW040G5  billable  20201001  -  Introduction of Sarilumab into Artery, Open, New Technology Group 5\n"
    "icd10pcs  XW040G6  billable  20210101  -  Introduction of REGN-COV2 into Artery, Open, New Technology Group 6\n"
    "icd10pcs  XW040H5  billable  20201001  -  Introduction of Tocilizumab into Artery, Open, New Technology Group 5\n";

static void a_character_with_two_meanings_is_called_both(void **state)
{
    coding_desk *desk = desk_with(state, new_technology);
    assert_values(after(desk, "XW030", 0), "G Sarilumab or REGN-COV2 (2), H Tocilizumab (1)");
    assert_values(after(desk, "XW030G", 0), "5 New Technology Group 5 (1), 6 New Technology Group 6 (1)");
}

/* A package that has codes without titles. */
static const char untitled[] =
    "icd10pcs  0DT      header    20151001  -\n"
    "icd10pcs  0DTH0ZZ  billable  20151001  -\n"
    "icd10pcs  0DTJ4ZG  billable  20151001  -\n";

static void where_no_title_tells_a_value_is_called_by_its_axis(void **state)
{
    coding_desk *desk = desk_with(state, untitled);
    assert_values(after(desk, "", 0), "0 Medical and Surgical (2)");
    assert_values(after(desk, "0D", 0), "T value T of root operation (2)");
    assert_values(after(desk, "0DT", 0), "H value H of body part (1), J value J of body part (1)");
    assert_values(after(desk, "0DTJ4", 0), "Z No Device (1)");
    assert_values(after(desk, "0DTJ4Z", 0), "G value G of qualifier (1)");
}

/* A package that has the titles of codes, not those of tables. */
static const char untitled_table[] =
    "icd10pcs  B30YZZZ  billable  20151001  -  Plain Radiography of Aorta\n"
    "icd10pcs  B301YZZ  billable  20151001  -  Plain Radiography of Brachiocephalic Artery using Other Contrast\n"
    "icd10pcs  B301ZZZ  billable  20151001  -  Plain Radiography of Brachiocephalic Artery\n"
    "icd10pcs  B302YZZ  billable  20151001  -  Plain Radiography of Subclavian Artery using Other Contrast\n"
    "icd10pcs  B302ZZZ  billable  20151001  -  Plain Radiography of Subclavian Artery\n";

static void a_table_without_a_title_is_called_by_what_its_codes_begin_with(void **state)
{
    coding_desk *desk = desk_with(state, untitled_table);
    assert_values(after(desk, "B", 0), "3 value 3 of body system (5)");
    assert_values(after(desk, "B3", 0), "0 Plain Radiography (5)");
    assert_values(after(desk, "B30", 0), "1 Brachiocephalic Artery (2), 2 Subclavian Artery (2), Y Aorta (1)");
    assert_values(after(desk, "B301", 0), "Y Other Contrast (1), Z None (1)");
}

/* Diagnoses have no axes: the next character leads to a row with a title, or to none yet. */
static const char sclerosis[] =
    "icd10cm  G35    header    20251001  -  Multiple sclerosis\n"
    "icd10cm  G35A   billable  20251001  -  Relapsing-remitting multiple sclerosis\n"
    "icd10cm  G35B   header    20251001  -  Primary progressive multiple sclerosis\n"
    "icd10cm  G35B0  billable  20251001  -  Primary progressive multiple sclerosis, unspecified\n"
    "icd10cm  G35B1  billable  20251001  -  Active primary progressive multiple sclerosis\n";

static void elsewhere_the_next_characters_follow_with_the_titles_of_their_rows(void **state)
{
    coding_desk  *desk = desk_with(state, sclerosis);
    coding_values values = coding_values_after(desk, CODING_ICD10CM, "G35.", 4, 20251001);
    assert_null(values.axis);
    assert_values(values, "A Relapsing-remitting multiple sclerosis (1), B Primary progressive multiple sclerosis (2)");
    assert_values(coding_values_after(desk, CODING_ICD10CM, "", 0, 0), "G  (3)");
}

/* An allocator that says no after a number of calls. */
typedef struct purse {
    size_t calls;
    size_t refuse;
} purse;

static void *resize(void *context, void *memory, size_t old_size, size_t new_size)
{
    purse *own = context;
    (void)old_size;
    if (!new_size) {
        free(memory);
        return NULL;
    }
    return own->calls++ >= own->refuse ? NULL : realloc(memory, new_size);
}

static void where_there_is_no_memory_the_answer_says_so(void **state)
{
    coding_desk *desk = desk_with(state, digestive);
    for (size_t refuse = 1; refuse < 4; refuse++) {
        purse            own = {.refuse = refuse};
        coding_allocator allocator = {resize, &own};
        coding_book     *book = coding_book_keep((coding_book *)(uintptr_t)coding_desk_book(desk));
        coding_desk     *poor = coding_desk_new(book, &allocator);
        coding_book_close(book);
        if (!poor) continue;
        coding_values values = after(poor, "0DT", 0);
        assert_true(values.status == CODING_NO_MEMORY || values.count == 2);
        coding_desk_free(poor);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_axis_is_named_by_its_section),
        little_test(a_code_is_built_from_nothing_to_its_seventh_character),
        little_test(each_step_says_which_axis_it_is),
        little_test(a_title_is_split_at_the_last_comma_since_body_systems_hold_commas),
        little_test(a_device_may_be_named_before_the_body_part),
        little_test(values_are_those_of_the_day),
        little_test(small_letters_and_blanks_are_understood),
        little_test(nothing_follows_what_no_code_begins_with),
        little_test(a_system_that_is_not_in_the_book_says_so),
        little_test(a_longer_beginning_may_give_a_character_another_meaning),
        little_test(a_character_with_two_meanings_is_called_both),
        little_test(where_no_title_tells_a_value_is_called_by_its_axis),
        little_test(a_table_without_a_title_is_called_by_what_its_codes_begin_with),
        little_test(elsewhere_the_next_characters_follow_with_the_titles_of_their_rows),
        little_test(where_there_is_no_memory_the_answer_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
