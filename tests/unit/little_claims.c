#include "unit/little_files.h"

#include <stddef.h>

static const char pairs[] = "column1\tcolumn2\tdeletion_date\tmodifier_indicator\trationale\n"
                            "45385\t45378\t9999-12-31\t0\tMore extensive procedure\n"
                            "45385\t45380\t9999-12-31\t1\tMisuse of column two\n"
                            "G0105\t45378\t2024-08-31\t1\tMisuse of column two\n"
                            "11042\t97597\t2010-03-31\t9\tMisuse of column two\n"
                            "11042\t97597\t9999-12-31\t1\tMisuse of column two\n";

static const char outpatient_pairs[] = "column1\tcolumn2\tdeletion_date\tmodifier_indicator\trationale\n"
                                       "45385\t45378\t9999-12-31\t1\tMore extensive procedure\n";

static const char units[] = "hcpcs_code\tmue_units\tmue_mai\tmue_rationale\tmue_service\n"
                            "45378\t1\t2\tAnatomic Consideration\tPractitioner\n"
                            "97597\t3\t3\tClinical: Data\tPractitioner\n"
                            "A0100\t5\t1\tClinical: Data\tPractitioner\n";

static const char add_ons[] = "primary_code\tadd_on_code\taoc_edit_type\n"
                              "11042\t11045\t1\n"
                              "97597\t97598\t1\n"
                              "CCCCC\t0054T\t2\n";

static const char fees[] =
    "hcpcs_code\tmod\tstatus\tpctc\tglob\tmult_proc\tbilat_surg\tasst_surg\tco_surg\tteam_surg\tendo_base\t"
    "diag_img_fam\tnon_na\tfac_na\n"
    "45378\t\tA\t0.0\t000\t2.0\t0.0\t1.0\t0.0\t0.0\t\t99.0\t\t\n"
    "45378\t53\tA\t0.0\t000\t2.0\t0.0\t1.0\t0.0\t0.0\t\t99.0\t\t\n"
    "45385\t\tA\t0.0\t000\t3.0\t0.0\t1.0\t0.0\t0.0\t45378\t99.0\t\tNA\n";

static const char visits[] = "code\tfirst\tuntil\tfamily\trank\tlevel\tminutes\tmost\tprolonged\tfrom\teach\tmedicare\t"
                             "medicare_from\tmedicare_each\tbecause\n"
                             "99214\t20240101\t-\toffice-established\t4\tmoderate\t30\t-\t-\t-\t-\t-\t-\t-\ta test\n"
                             "99215\t20240101\t-\toffice-established\t5\thigh\t40\t-\t99417\t55\t15\tG2212\t69\t15\t"
                             "a test\n";

static const char modifiers[] =
    "modifier\tgroup\tcodes\tnot_codes\tkinds\tplaces\tnot_with\tneeds\torder\tseverity\ttext\tbecause\n"
    "25\tvisit\t99202-99499\t-\tprofessional\t-\t-\t-\t1\tdenial\ton a visit alone\ta test\n"
    "50\t-\t-\t99202-99499 G0438-G0439\t-\t-\tLT RT\tbilateral=1,3\t1\tdenial\tboth sides\ta test\n"
    "59\tdistinct\t-\t99202-99499\t-\t-\t-\t-\t1\twarning\ta separate service\ta test\n"
    "GT\t-\t-\t-\t-\t02 10\t-\t-\t2\twarning\tby video\ta test\n";

static const char places[] = "codes\tplaces\tnot_places\tseverity\ttext\tbecause\n"
                             "99202-99215\t-\t21 23\twarning\tan office visit\ta test\n"
                             "99281-99285\t23\t-\tdenial\tan emergency visit\ta test\n";

static const char diagnoses[] = "rule\tcodes\thow\tothers\tseverity\tkinds\tsince\tuntil\ttext\tbecause\n"
                                "conflict\tI10\tnot-with\tE08 G35\twarning\tprofessional\t20151001\t-\tone of both\tx\n"
                                "external-cause\tS13-T814\tnot-first\t-\tdenial\t-\t-\t-\tnever first\ta test\n";

static const char policies[] = "policy\ttitle\tcodes\tkind\tdiagnoses\tfirst\tuntil\tbecause\n"
                               "L1\tLooking into the gut\t45378 45385\tcovers\tE11-E116 I10\t20200101\t-\ta test\n"
                               "L1\tLooking into the gut\t45378\tnever\tG35\t20200101\t-\ta test\n"
                               "L2\tTaxis\tA0100\tbeside\tG35\t20200101\t20241231\ta test\n";

static const char lists[] = "system\tcode\tfirst\tuntil\tlists\tbecause\n"
                            "icd10cm\tE08.9\t20151001\t20240930\tmanifestation adult\ta test\n"
                            "icd10cm\tE08.9\t20241001\t20270331\tadult\ta test\n"
                            "icd10pcs\t0DTJ0ZZ\t20151001\t20270331\tnoncovered\ta test\n";

static const char ages[] = "category\tlow\thigh\tfirst\tuntil\tbecause\n"
                           "adult\t15\t124\t19840301\t20270331\ta test\n";

static const char discharges[] = "status\tfirst\tuntil\tbecause\n"
                                 "01\t19801001\t20270331\ta test\n"
                                 "20\t19801001\t20270331\ta test\n";

const little_file little_claims[] = {
    {"ptp_practitioner_2024q3.tsv", pairs},
    {"ptp_outpatient_2024q3.tsv", outpatient_pairs},
    {"mue_2024q3.tsv", units},
    {"add_ons_2024q3.tsv", add_ons},
    {"fees_2024q3.tsv", fees},
    {"visits.tsv", visits},
    {"modifiers.tsv", modifiers},
    {"places.tsv", places},
    {"pairs.tsv", diagnoses},
    {"policies.tsv", policies},
    {"mce.codes.tsv", lists},
    {"mce.ages.tsv", ages},
    {"mce.discharges.tsv", discharges},
    {NULL, NULL},
};
