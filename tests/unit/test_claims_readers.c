/* Readers of the tables that claims are reviewed by: what is wrong in a row is told, and the rest is loaded. */
#include "unit/little_model.h"

#include <string.h>

#include <coding/claim.h>
#include <coding/visit.h>

#include "unit/little_files.h"

#define NO_DAYS "nobody says of which"

static coding_code parsed(coding_system system, const char *text)
{
    return coding_parse(system, text, strlen(text)).code;
}

static coding_code service_of(const little_model *little, uint32_t service)
{
    assert_true(service < little->model.claims.services.count);
    return ((const coding_code *)little->model.claims.services.items)[service];
}

static void pairs_have_their_days_indicators_and_settings(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "2024q3/ptp_outpatient.tsv",
                      "column1\tcolumn2\tdeletion_date\tmodifier_indicator\trationale\n"
                      "45385\t45378\t9999-12-31\t0\tMore extensive procedure\n"
                      "45385\t45378\t2010-03-31\t1\tMore extensive procedure\n"
                      "45385\t45380\t9999-12-31\t0\tMore extensive procedure\n"));
    const coding__claim_facts *claims = &little->model.claims;
    const coding__pair_edit   *edits = claims->edits.items;
    const coding__pair_state  *states = claims->states.items;
    assert_int_equal(claims->edits.count, 3);
    assert_int_equal(claims->states.count, 2); /* what pairs have in common is kept once */
    assert_int_equal(edits[0].state, edits[2].state);
    assert_true(service_of(little, edits[0].column2) == parsed(CODING_CPT, "45378"));
    assert_int_equal(edits[1].line, 3);
    assert_int_equal(states[0].until, 0);
    assert_int_equal(states[1].until, 20100331);
    assert_int_equal(states[0].setting, 1);
    const coding__claim_file *file = claims->files.items;
    assert_int_equal(file->first, 20240701);
    assert_int_equal(file->until, 20240930);
    assert_true(file->back < 20000101); /* ended pairs are in it */
    assert_string_equal(little->told, "");
}

static void a_broken_pair_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "ptp_2024q3.tsv",
                      "column1\tcolumn2\tdeletion_date\tmodifier_indicator\trationale\n"
                      "?\t45378\t9999-12-31\t0\tx\n"
                      "45385\t45378\t9999-12-31\t5\tx\n"
                      "45385\t45378\t2024-13-01\t0\tx\n"
                      "45385\t45378\n"));
    assert_told(little, "ptp_2024q3.tsv:2 column1: a column holds no procedure: left out");
    assert_told(little, ":3 modifier_indicator: neither 0, 1 nor 9: left out");
    assert_told(little, ":4 deletion_date: \"2024-13-01\" is no day of the calendar");
    assert_told(little, ":5 : 2 cells under a head of 5");
    assert_told(little, ":5 modifier_indicator: neither 0, 1 nor 9: left out");
    assert_int_equal(little->model.claims.edits.count, 1);
}

static void a_broken_limit_of_units_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "mue_2024q3.tsv",
                      "hcpcs_code\tmue_units\tmue_mai\tmue_rationale\tmue_service\n"
                      "A0425\t250\t1\tNature of Service\tDME Supplier\n"
                      "?\t1\t2\tx\tDME Supplier\n"
                      "A0425\tmany\t2\tx\tDME Supplier\n"
                      "A0425\t1\t4\tx\tDME Supplier\n"));
    assert_told(little, "mue_2024q3.tsv:3 hcpcs_code: no procedure: left out");
    assert_told(little, ":4 mue_units: no number of units: left out");
    assert_told(little, ":5 mue_mai: neither 1, 2 nor 3: left out");
    const coding__unit_edit *edit = little->model.claims.units.items;
    assert_int_equal(little->model.claims.units.count, 1);
    assert_int_equal(edit->value, 250);
    assert_int_equal(edit->setting, 2);
    assert_int_equal(edit->indicator, 1);
    assert_string_equal(word(little, edit->why), "Nature of Service");
}

static void a_broken_add_on_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "add_ons_2024q3.tsv",
                      "primary_code\tadd_on_code\taoc_edit_type\n"
                      "11042\t11045\t1\n"
                      "CCCCC\t0054T\t2\n"
                      "11042\t?\t1\n"
                      "?\t11045\t1\n"
                      "11042\t11045\t0\n"));
    assert_told(little, "add_ons_2024q3.tsv:4 add_on_code: no procedure: left out");
    assert_told(little, ":5 primary_code: no procedure: left out");
    assert_told(little, ":6 aoc_edit_type: neither 1, 2 nor 3: left out");
    const coding__add_on *add_ons = little->model.claims.add_ons.items;
    assert_int_equal(little->model.claims.add_ons.count, 2);
    assert_true(service_of(little, add_ons[0].primary - 1) == parsed(CODING_CPT, "11042"));
    assert_int_equal(add_ons[1].primary, 0); /* the contractor decides */
}

static void a_broken_indicator_of_the_fee_schedule_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "pfs/2024/indicators.tsv",
                      "hcpcs_code\tmod\tstatus\tpctc\tglob\tmult_proc\tendo_base\n"
                      "45385\t\tA\t0.0\t000\t3.0\t45378\n"
                      "71046\t26\tA\t1.0\tXXX\t4.0\t\n"
                      "?\t\tA\t0.0\t000\t3.0\t\n"
                      "45385\t\t\t0.0\t000\t3.0\t\n"));
    assert_told(little, "indicators.tsv:4 hcpcs_code: no procedure: left out");
    assert_told(little, ":5 status: not one letter: left out");
    const coding__fee *fees = little->model.claims.fees.items;
    assert_int_equal(little->model.claims.fees.count, 2);
    assert_int_equal(fees[0].multiple, 3);
    assert_int_equal(fees[0].global, CODING__GLOBAL_0);
    assert_true(service_of(little, fees[0].base - 1) == parsed(CODING_CPT, "45378"));
    assert_int_equal(fees[0].first, 20240101);
    assert_int_equal(fees[0].until, 20241231);
    assert_int_equal(fees[1].modifier, '2');
    assert_int_equal(fees[1].bilateral, 9); /* no such column: the concept does not apply */
}

static void a_table_that_names_no_quarter_is_left_out(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "ptp.tsv", "column1\tcolumn2\tdeletion_date\tmodifier_indicator\n45385\t45378\t-\t0\n"));
    assert_true(reads(little, "mue.tsv", "hcpcs_code\tmue_units\tmue_mai\nA0425\t1\t1\n"));
    assert_true(reads(little, "aoc.tsv", "primary_code\tadd_on_code\taoc_edit_type\n11042\t11045\t1\n"));
    assert_true(reads(little, "pfs.tsv", "hcpcs_code\tmod\tstatus\tglob\tpctc\n45385\t\tA\t000\t0\n"));
    assert_told(little, "ptp.tsv:0 : " NO_DAYS);
    assert_told(little, "mue.tsv:0 : " NO_DAYS);
    assert_told(little, "aoc.tsv:0 : " NO_DAYS);
    assert_told(little, "pfs.tsv:0 : " NO_DAYS);
    assert_int_equal(little->model.claims.files.count, 0);
    assert_int_equal(little->model.claims.services.count, 0);
}

static void a_visit_of_no_family_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "visits.tsv",
                      "code\tfirst\tuntil\tfamily\trank\tlevel\tminutes\tcolour\n"
                      "99214\t20240101\t-\toffice-established\t4\tmoderate\t30\tblue\n"
                      "99215\t20240101\t-\toffice-old\t5\thigh\t40\tblue\n"));
    assert_told(little, "visits.tsv:1 head: columns we do not know, left out: colour");
    assert_told(little, "visits.tsv:3 family: no family of visits: left out");
    const coding__visit_row *visits = little->model.claims.visits.items;
    assert_int_equal(little->model.claims.visits.count, 1);
    assert_int_equal(visits->family, CODING_VISIT_OFFICE_ESTABLISHED);
    assert_int_equal(visits->level, CODING_MDM_MODERATE);
    assert_int_equal(visits->minutes, 30);
}

static void a_broken_rule_of_modifiers_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "modifiers.tsv",
                      "modifier\tgroup\tcodes\tnot_codes\tkinds\tplaces\tnot_with\tneeds\torder\tseverity\ttext\n"
                      "25\tvisit\t99202-99499 G0402\t-\tprofessional\t-\t-\t-\t1\tdenial\tx\n"
                      "???\t-\t-\t-\t-\t-\t-\t-\t1\tdenial\tx\n"
                      "59\tapart\t99499-99202\t-\tvet\t-\t-\t-\t1\tloud\tx\n"));
    assert_told(little, "modifiers.tsv:3 modifier: no modifier: left out");
    assert_told(little, ":4 group: no group of modifiers: taken as one that parts nothing");
    assert_told(little, ":4 codes: \"99499-99202\" is no range of codes: left out");
    assert_told(little, ":4 kinds: \"vet\" is no kind of claim: left out");
    assert_told(little, ":4 severity: neither note, warning nor denial: taken as a warning");
    const coding__modifier_rule *rules = little->model.claims.modifiers.items;
    assert_int_equal(little->model.claims.modifiers.count, 2);
    assert_int_equal(rules[0].fit_count, 2);
    assert_int_equal(rules[0].kinds, 1u << CODING_CLAIM_PROFESSIONAL);
    assert_int_equal(rules[1].fit_count, 0);
    assert_int_equal(rules[1].severity, CODING_WARNING);
}

static void a_broken_rule_of_places_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "places.tsv",
                      "codes\tplaces\tnot_places\tseverity\ttext\n"
                      "99202-99215 99241\t-\t21 23\twarning\tan office visit\n"
                      "99281-\t23\t-\tdenial\tx\n"));
    assert_told(little, "places.tsv:3 codes: \"99281-\" is no range of codes: left out");
    const coding__place_rule *rules = little->model.claims.places.items;
    assert_int_equal(little->model.claims.places.count, 2); /* one a range */
    assert_true(rules[1].codes.first == rules[1].codes.last);
    assert_string_equal(word(little, rules[1].not_fit), "21 23");
}

static void a_broken_rule_of_two_diagnoses_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "pairs.tsv",
                      "rule\tcodes\thow\tothers\tseverity\tkinds\tsince\tuntil\ttext\tbecause\n"
                      "conflict\tI10\tnot-with\tI11-I13 I15\twarning\t-\t20151001\t-\tx\ty\n"
                      "quarrel\tI10\tnot-with\tI11\twarning\t-\t-\t-\tx\ty\n"
                      "conflict\tI10\tnear\tI11\twarning\t-\t-\t-\tx\ty\n"
                      "conflict\tI10\tnot-with\tI1?\twarning\t-\tsoon\t-\tx\ty\n"));
    assert_told(little, "pairs.tsv:3 rule: no rule of that name: left out");
    assert_told(little, ":4 how: none of those there are: left out");
    assert_told(little, ":5 others: \"I1?\" is no range of codes: left out");
    assert_told(little, ":5 since: \"soon\" is no day of the calendar");
    const coding__pair_rule *rules = little->model.claims.pairs.items;
    assert_int_equal(little->model.claims.pairs.count, 2);
    assert_int_equal(rules[0].other_count, 2);
    assert_int_equal(rules[0].since, 20151001);
    assert_int_equal(rules[1].other_count, 0);
}

static void a_broken_list_of_the_code_editor_is_told_of(void **state)
{
    little_model *little = *state;
    assert_true(reads(little, "mce.codes.tsv",
                      "system\tcode\tfirst\tuntil\tlists\tbecause\n"
                      "icd10cm\tO80\t20191001\t20270331\tmaternity female\tx\n"
                      "icd10pcs\t0DTJ0ZZ\t20151001\t20270331\tnoncovered\tx\n"
                      "hcpcs\tA0425\t20151001\t20270331\tadult\tx\n"
                      "icd10cm\tO8?\t20151001\t20270331\tadult\tx\n"
                      "icd10cm\tO80\t20151001\t20190930\tmaternity knights\tx\n"));
    assert_true(reads(little, "mce.ages.tsv",
                      "category\tlow\thigh\tfirst\tuntil\tbecause\n"
                      "maternity\t9\t64\t20191001\t20270331\tx\n"
                      "teenage\t13\t19\t20191001\t20270331\tx\n"));
    assert_true(reads(little, "mce.discharges.tsv", "status\tfirst\tuntil\tbecause\n20\t19801001\t20270331\tx\n"));
    assert_told(little, "mce.codes.tsv:4 system: no such lists: left out");
    assert_told(little, ":5 code: no code of that system: left out");
    assert_told(little, ":6 lists: \"knights\" is no list that we read: left out");
    assert_told(little, "mce.ages.tsv:3 lists: \"teenage\" is no list that we read: left out");
    const coding__claim_facts *claims = &little->model.claims;
    const coding__mce_row     *rows = claims->mce_diagnoses.items;
    assert_int_equal(claims->mce_diagnoses.count, 2);
    assert_int_equal(claims->mce_procedures.count, 1);
    assert_int_equal(rows[0].flags, CODING__MCE_MATERNITY | CODING__MCE_FEMALE);
    assert_int_equal(rows[1].flags, CODING__MCE_MATERNITY);
    assert_int_equal(((const coding__mce_age *)claims->mce_ages.items)->high, 64);
    assert_int_equal(claims->mce_ages.count, 1);
    assert_int_equal(((const coding__mce_discharge *)claims->discharges.items)->status, 20);
    assert_int_equal(claims->files.count, 1); /* ages and statuses come with the lists */
}

/* Of a table of pairs HCPCS alone is left; what is keyed by CPT throughout is not read. */
static void a_public_book_takes_nothing_that_is_keyed_by_cpt(void **state)
{
    little_model *little = *state;
    little->model.public_only = true;
    for (const little_file *at = little_claims; at->name; at++) assert_true(reads(little, at->name, at->text));
    const coding__claim_facts *claims = &little->model.claims;
    for (size_t i = 0; i < claims->services.count; i++)
        assert_int_equal(coding_code_system(service_of(little, (uint32_t)i)), CODING_HCPCS);
    assert_int_equal(claims->edits.count, 0); /* each has a CPT number on one side */
    assert_int_equal(claims->units.count, 1); /* A0100 */
    assert_int_equal(claims->add_ons.count, 0);
    assert_int_equal(claims->fees.count, 0);
    assert_int_equal(claims->visits.count, 0);
    assert_int_equal(claims->mce_diagnoses.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        model_test(pairs_have_their_days_indicators_and_settings),
        model_test(a_broken_pair_is_told_of),
        model_test(a_broken_limit_of_units_is_told_of),
        model_test(a_broken_add_on_is_told_of),
        model_test(a_broken_indicator_of_the_fee_schedule_is_told_of),
        model_test(a_table_that_names_no_quarter_is_left_out),
        model_test(a_visit_of_no_family_is_told_of),
        model_test(a_broken_rule_of_modifiers_is_told_of),
        model_test(a_broken_rule_of_places_is_told_of),
        model_test(a_broken_rule_of_two_diagnoses_is_told_of),
        model_test(a_broken_list_of_the_code_editor_is_told_of),
        model_test(a_public_book_takes_nothing_that_is_keyed_by_cpt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
