/* What readers make of order files, addenda and the lists of codes. */
#include "unit/little_model.h"

#include <string.h>

#include "compile/days.h"

static void an_order_file_gives_flags_and_both_titles_in_printed_order(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "order/icd10cm_order_2030.txt", NULL));
    const coding__edition *edition = edition_of(little, CODING_ICD10CM);
    assert_int_equal(edition->rows.count, 6);
    assert_int_equal(edition->first, 20291001);
    assert_int_equal(edition->until, 20300930);
    const coding__printed *row = row_of(little, edition, "A00.0");
    assert_true(row->billable);
    assert_false(row_of(little, edition, "A00")->billable);
    assert_int_equal(row->line, 2);
    assert_string_equal(word(little, row->title), "Cholera due to Vibrio cholerae 01, biovar cholerae");
    assert_ptr_equal(row, (const coding__printed *)edition->rows.items + 1);
    assert_string_equal(little->told, "");
}

static void a_release_is_named_after_its_year_and_keeps_its_file_and_checksum(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "order/icd10cm_order_2030.txt", "down/icd10cm-order-April-2030.txt"));
    const coding__edition *edition = edition_of(little, CODING_ICD10CM);
    const coding__origin  *origin = (const coding__origin *)little->model.origins.items + edition->origin;
    assert_string_equal(word(little, origin->release), "ICD-10-CM FY2030 (April)");
    assert_string_equal(word(little, origin->file), "icd10cm-order-April-2030.txt");
    assert_string_equal(word(little, origin->licence), "public domain (NCHS)");
    assert_string_equal(word(little, origin->sha256), "5a");
    assert_int_equal(edition->first, 20300401);
    assert_int_equal(edition->until, 20300930);
}

static void a_header_may_end_in_its_placeholder(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "order/icd10cm_order_2030.txt", NULL));
    const coding__edition *edition = edition_of(little, CODING_ICD10CM);
    assert_false(row_of(little, edition, "H54.0X")->billable);
    assert_true(row_of(little, edition, "H54.0X33")->billable);
}

static void rows_of_three_characters_are_table_titles_of_icd_10_pcs(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "order/icd10pcs_order_2030.txt", "an order file.2030.txt"));
    const coding__edition *edition = edition_of(little, CODING_ICD10PCS);
    assert_int_equal(edition->rows.count, 4);
    assert_false(row_of(little, edition, "001")->billable);
    assert_true(row_of(little, edition, "B00B0ZZ")->billable);
}

static void a_faulty_order_file_is_loaded_and_told_of_by_line_and_field(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "order/icd10cm_order_2031.txt", NULL));
    const coding__edition *edition = edition_of(little, CODING_ICD10CM);
    assert_int_equal(edition->rows.count, 5);
    assert_told(little, "icd10cm_order_2031.txt:2 code: \"A0?0\" is no code of ICD-10-CM: left out");
    assert_told(little, ":3 order: 2 does not follow 3");
    assert_told(little, ":3 long title: none: the short one is taken");
    assert_told(little, ":4 flag: neither 0 nor 1: taken as a header");
    assert_told(little, ":5 order: not a number");
    assert_told(little, ":6 code: \"A01\" is no code of ICD-10-CM: left out");
    assert_string_equal(word(little, row_of(little, edition, "A009")->title), "Cholera, unspecified");
    assert_string_equal(word(little, row_of(little, edition, "A011")->title), "Paratyphoid fever A"); /* no line end */
}

static void a_file_that_says_no_day_is_left_out(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "order/icd10cm_order_2030.txt", "icd10cm_order.txt"));
    assert_int_equal(little->model.editions.count, 0);
    assert_told(little, "neither a table nor the name says from which day on it holds");
}

static void days_come_from_names_by_rule(void **state)
{
    static const struct {
        const char   *path;
        coding_system system;
        coding_date   first;
        coding_date   until;
    } rows[] = {
        {"icd10cm_order_2028.txt", CODING_ICD10CM, 20271001, 20280930},
        {"icd10cm-order-April-2028.txt", CODING_ICD10CM, 20280401, 20280930},
        {"icd10cm_order_2021jan.txt", CODING_ICD10CM, 20210101, 20210930},
        {"icd10c-tabular-April-1-2028.xml", CODING_ICD10CM, 20280401, 20280930},
        {"icd10cm_order_2028-04-01.txt", CODING_ICD10CM, 20280401, 20280930},
        {"icd10cm_order_20280401.txt", CODING_ICD10CM, 20280401, 20280930},
        {"POAexemptCodesFY28.txt", CODING_ICD10CM, 20271001, 20280930},
        {"CMS32_DESC_LONG_DX.txt", CODING_ICD9CM, 20141001, 20150930},
        {"HCPC2028_CONTR_ANWEB.txt", CODING_HCPCS, 20280101, 20280331},
        {"HCPC2028_JUL_ANWEB_v2.txt", CODING_HCPCS, 20280701, 20280930},
        {"2028q3/level2_descriptions.tsv", CODING_HCPCS, 20280701, 20280930},
        {"2028/q4/modifiers.tsv", CODING_MODIFIER, 20281001, 20281231},
        {"cpt 2028/LONGULT.txt", CODING_CPT, 20280101, 20281231},
        {"/home/2019/2026/icd10cm_order.txt", CODING_ICD10CM, 20251001, 20260930},
        {"order.txt", CODING_ICD10CM, 0, 0},
    };
    little_model *little = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char  *slash = strrchr(rows[i].path, '/');
        coding__file file = {.path = rows[i].path, .name = slash ? slash + 1 : rows[i].path};
        coding__days days = coding__days_of(&little->model, &file, rows[i].system);
        if (days.first != rows[i].first || days.until != rows[i].until)
            fail_msg("%s: %u to %u", rows[i].path, days.first, days.until);
    }
}

static const coding__change *change_at(const little_model *little, size_t index)
{
    const coding__addenda *addenda = little->model.addenda.items;
    assert_true(little->model.addenda.count == 1 && index < addenda->changes.count);
    return (const coding__change *)addenda->changes.items + index;
}

static void addenda_lead_forward_from_the_october_before(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "addenda/icd10cm_order_addenda_2031.txt", NULL));
    const coding__addenda *addenda = little->model.addenda.items;
    assert_false(addenda->undo);
    assert_int_equal(addenda->first, 20301001);
    assert_int_equal(addenda->base, 20291001);
    assert_int_equal(addenda->changes.count, 4);
    assert_string_equal(little->told, ""); /* the file counts itself rightly */
}

static void a_code_that_becomes_a_header_is_deleted_and_added(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "addenda/icd10cm_order_addenda_2031.txt", NULL));
    assert_int_equal(change_at(little, 0)->kind, CODING__DELETE);
    assert_true(change_at(little, 0)->billable);
    assert_int_equal(change_at(little, 1)->kind, CODING__ADD);
    assert_false(change_at(little, 1)->billable);
    assert_true(change_at(little, 0)->code == change_at(little, 1)->code);
}

static void a_revision_pairs_what_was_with_what_is(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "addenda/icd10cm_order_addenda_2031.txt", NULL));
    const coding__change *change = change_at(little, 3);
    assert_int_equal(change->kind, CODING__REVISE);
    assert_string_equal(word(little, change->title), "Cholera due to Vibrio cholerae 01, biovar cholerae");
    assert_string_equal(word(little, change->new_title), "Cholera due to Vibrio cholerae 01, classical biovar");
    assert_string_equal(word(little, change->new_short_title), "Cholera, classical");
}

static void addenda_of_icd_10_pcs_have_no_flags(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "addenda/order_addenda_2031.txt", NULL));
    assert_int_equal(((const coding__addenda *)little->model.addenda.items)->system, CODING_ICD10PCS);
    assert_false(change_at(little, 0)->billable);
    assert_string_equal(word(little, change_at(little, 0)->new_title),
                        "Central Nervous System and Cranial Nerves, Bypass");
    assert_true(change_at(little, 1)->billable);
    assert_string_equal(little->told, "");
}

static void addenda_lead_back_where_a_table_says_so(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "editions.tsv",
                      "system\tmember\tfirst\tuntil\tbefore\trelease\tlicence\tbecause\n"
                      "icd10cm\ticd10cm_order_addenda_2031.txt\t20310401\t20310930\t20301001\t-\t-\ta test\n"));
    assert_true(reads_fixture(little, "addenda/icd10cm_order_addenda_2031.txt", NULL));
    const coding__addenda *addenda = little->model.addenda.items;
    assert_true(addenda->undo);
    assert_int_equal(addenda->first, 20301001);
    assert_int_equal(addenda->until, 20310331);
    assert_int_equal(addenda->base, 20310401);
    const coding__origin *origin = (const coding__origin *)little->model.origins.items + addenda->origin;
    assert_string_equal(word(little, origin->release), "ICD-10-CM FY2031");
}

static void faulty_addenda_are_loaded_and_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "addenda/icd10cm_order_addenda_2032.txt", NULL));
    assert_told(little, ":2 code: the \"Revise from\" before it has no \"Revise to\"");
    assert_told(little, ":2 code: no code of that system: left out");
    assert_told(little, ":3 code: \"Revise to\" without its \"Revise from\"");
    assert_told(little, ":4 : neither a change nor a count");
    assert_told(little, ":10 additions: the file counts 7, and has 0");
    assert_string_equal(word(little, change_at(little, 0)->new_title), "Cholera, newer");
}

static void exempt_lists_hold_codes_of_their_fiscal_year(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "poa/POAexemptCodesFY30.txt", NULL));
    const coding__poa_list *list = little->model.poa_lists.items;
    assert_int_equal(list->first, 20291001);
    assert_int_equal(list->until, 20300930);
    assert_int_equal(list->codes.count, 2);
    assert_told(little, ":4 POAexemptCode: \"B9?.1\" is no code: left out");
}

static void hcpcs_titles_go_on_over_several_lines(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "hcpcs/HCPC2030_APR_ANWEB.txt", NULL));
    const coding__edition *edition = edition_of(little, CODING_HCPCS);
    assert_int_equal(edition->first, 20300401);
    assert_int_equal(edition->until, 20300630);
    const coding__printed *row = row_of(little, edition, "A0021");
    assert_string_equal(word(little, row->title), "Ambulance service, made up, per mile, by a volunteer who reads the "
                                                  "long description to its end");
    assert_string_equal(word(little, row->short_title), "Outside ambulance");
    assert_string_equal(word(little, row_of(little, edition_of(little, CODING_MODIFIER), "LT")->title), "Left side");
}

static void hcpcs_codes_past_their_last_day_or_to_come_are_in_no_edition(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "hcpcs/HCPC2030_APR_ANWEB.txt", NULL));
    const coding__edition *edition = edition_of(little, CODING_HCPCS);
    assert_false(has_row(little, edition, "A0080"));
    assert_false(has_row(little, edition, "A0090"));
    assert_true(has_row(little, edition, "A0100")); /* its day is none: told of, loaded */
    assert_told(little, ":11 day added: \"20301341\" is no day of the calendar");
    assert_told(little, ":12 code: \"A01?0\" is no code: left out");
    assert_int_equal(edition_of(little, CODING_MODIFIER)->rows.count, 1);
}

static void processing_notes_are_led_from_numbers_to_texts(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "hcpcs/proc_notes_2030.txt", NULL));
    assert_true(reads_fixture(little, "hcpcs/HCPC2030_APR_ANWEB.txt", NULL));
    assert_int_equal(little->model.code_notes.count, 1);
    const coding__code_note *note = little->model.code_notes.items;
    assert_true(note->code == coding_parse(CODING_HCPCS, "A0021", 5).code);
    assert_string_equal(word(little, note->text), "THIS SERVICE IS MADE UP FROM START TO END.");
    assert_int_equal(note->line, 6);
}

static void hcpcs_as_tables_is_one_edition_of_titles_and_fields(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "hcpcs/2030q3/level2_descriptions.tsv", NULL));
    assert_true(reads_fixture(little, "hcpcs/2030q3/level2_fields.tsv", NULL));
    assert_int_equal(little->model.editions.count, 1);
    const coding__edition *edition = edition_of(little, CODING_HCPCS);
    assert_int_equal(edition->first, 20300701);
    assert_int_equal(edition->rows.count, 2);
    assert_string_equal(word(little, row_of(little, edition, "A0021")->short_title), "Outside ambulance");
    assert_string_equal(word(little, row_of(little, edition, "A4719")->title), "\"y set\" tubing, made up");
    assert_false(has_row(little, edition, "A0080"));
    assert_told(little, ":6 hcpcs_desc_type: neither Long nor Short: left out");
}

static void modifiers_of_cpt_stand_bare_and_in_no_public_book(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "hcpcs/2030q3/modifiers.tsv", NULL));
    assert_string_equal(word(little, row_of(little, edition_of(little, CODING_MODIFIER), "25")->title), "");
    little->model.public_only = true;
    assert_true(reads_fixture(little, "hcpcs/2030q3/modifiers.tsv", NULL));
    assert_false(has_row(little, edition_of(little, CODING_MODIFIER), "25"));
    assert_true(has_row(little, edition_of(little, CODING_MODIFIER), "LT"));
}

static void places_of_service_that_are_not_assigned_are_no_codes(void **state)
{
    little_model *little = *state;
    assert_true(reads_fixture(little, "hcpcs/2030q3/place_of_service.tsv", NULL));
    const coding__edition *edition = edition_of(little, CODING_POS);
    assert_string_equal(word(little, row_of(little, edition, "01")->title), "Pharmacy");
    assert_false(has_row(little, edition, "28"));
}

static void icd_9_is_four_files_in_latin_1_and_two_editions(void **state)
{
    little_model *little = *state;
    assert_true(reads_paths(little, (const char *[]){"icd9", NULL}));
    assert_int_equal(little->model.editions.count, 2);
    const coding__edition *edition = edition_of(little, CODING_ICD9CM);
    assert_int_equal(edition->first, 20141001);
    assert_int_equal(edition->until, 20150930);
    assert_string_equal(word(little, row_of(little, edition, "386.00")->title),
                        "M\303\251ni\303\250re's disease, unspecified");
    assert_string_equal(word(little, row_of(little, edition, "386.00")->short_title), "Meniere's disease NOS");
    assert_string_equal(word(little, row_of(little, edition, "V58.61")->title), "Long-term use anticoagul");
    assert_true(has_row(little, edition, "E812.0"));
    assert_string_equal(word(little, row_of(little, edition_of(little, CODING_ICD9PCS), "78.06")->title),
                        "Removal of implanted devices from bone");
    assert_told(little, "CMS32_DESC_LONG_DX.txt:4 code: \"99?\" is no code: left out");
}

static void cpt_files_of_a_licence_holder_make_one_edition(void **state)
{
    little_model *little = *state;
    assert_true(reads_paths(little, (const char *[]){"cpt", NULL}));
    const coding__edition *edition = edition_of(little, CODING_CPT);
    assert_int_equal(little->model.editions.count, 1);
    assert_int_equal(edition->first, 20300101); /* copyright 2029 stands over CPT 2030 */
    assert_int_equal(edition->until, 20301231);
    assert_int_equal(edition->rows.count, 3);
    assert_string_equal(word(little, row_of(little, edition, "00001")->title),
                        "A made-up service of the first kind, with a long descriptor that nobody ever wrote");
    assert_string_equal(word(little, row_of(little, edition, "00001")->short_title), "MADE-UP SVC 1ST KIND");
    assert_string_equal(word(little, row_of(little, edition, "00003")->title),
                        "MADE-UP SERVICE KNOWN BY ITS MEDIUM DESCRIPTOR");
    assert_told(little, "SHORTU.txt:5 code: not a row: left out");
}

static void both_layouts_of_long_cpt_descriptors_say_the_same(void **state)
{
    static const char *const files[] = {"cpt/LONGULT.txt", "cpt/LONGULF.txt"};
    for (size_t i = 0; i < 2; i++) {
        little_model *little = *state;
        assert_true(reads_fixture(little, files[i], NULL));
        assert_string_equal(word(little, row_of(little, edition_of(little, CODING_CPT), "00001")->title),
                            "A made-up service of the first kind, with a long descriptor that nobody ever wrote");
        assert_string_equal(little->told, "");
        end_model(state);
        start_model(state);
    }
}

static void a_public_book_takes_no_cpt_descriptors(void **state)
{
    little_model *little = *state;
    little->model.public_only = true;
    assert_true(reads_paths(little, (const char *[]){"cpt", NULL}));
    assert_int_equal(little->model.editions.count, 0);
    assert_said(little, "LONGULT.txt left: CPT descriptors: a public book has none");
}

static void what_no_reader_knows_is_not_read(void **state)
{
    little_model *little = *state;
    assert_false(reads(little, "notes.txt", "These are notes.\n"));
    assert_false(reads(little, "empty.txt", ""));
    assert_false(reads(little, "guide.pdf", "%PDF-1.7\n"));
    assert_int_equal(little->model.origins.count, 1); /* nobody */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        model_test(an_order_file_gives_flags_and_both_titles_in_printed_order),
        model_test(a_release_is_named_after_its_year_and_keeps_its_file_and_checksum),
        model_test(a_header_may_end_in_its_placeholder),
        model_test(rows_of_three_characters_are_table_titles_of_icd_10_pcs),
        model_test(a_faulty_order_file_is_loaded_and_told_of_by_line_and_field),
        model_test(a_file_that_says_no_day_is_left_out),
        model_test(days_come_from_names_by_rule),
        model_test(addenda_lead_forward_from_the_october_before),
        model_test(a_code_that_becomes_a_header_is_deleted_and_added),
        model_test(a_revision_pairs_what_was_with_what_is),
        model_test(addenda_of_icd_10_pcs_have_no_flags),
        model_test(addenda_lead_back_where_a_table_says_so),
        model_test(faulty_addenda_are_loaded_and_told_of),
        model_test(exempt_lists_hold_codes_of_their_fiscal_year),
        model_test(hcpcs_titles_go_on_over_several_lines),
        model_test(hcpcs_codes_past_their_last_day_or_to_come_are_in_no_edition),
        model_test(processing_notes_are_led_from_numbers_to_texts),
        model_test(hcpcs_as_tables_is_one_edition_of_titles_and_fields),
        model_test(modifiers_of_cpt_stand_bare_and_in_no_public_book),
        model_test(places_of_service_that_are_not_assigned_are_no_codes),
        model_test(icd_9_is_four_files_in_latin_1_and_two_editions),
        model_test(cpt_files_of_a_licence_holder_make_one_edition),
        model_test(both_layouts_of_long_cpt_descriptors_say_the_same),
        model_test(a_public_book_takes_no_cpt_descriptors),
        model_test(what_no_reader_knows_is_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
