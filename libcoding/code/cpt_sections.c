/* The sections of CPT by number. The labels are ours, not the AMA's. A section is a range in the book, and ranges of
 * Medicine enclose Evaluation and management, so the more particular ranges stand first where they overlap. */
#include "code/format.h"

typedef struct section {
    unsigned    first;
    unsigned    last;
    const char *label;
} section;

static const section sections[] = {
    {98000, 98016, "Evaluation and management: telemedicine"},
    {99202, 99499, "Evaluation and management"},
    {100, 1999, "Anesthesia"},
    {99100, 99140, "Anesthesia: qualifying circumstances"},
    {10004, 10021, "Surgery: fine needle aspiration"},
    {10030, 19499, "Surgery: skin and breast"},
    {20100, 29999, "Surgery: musculoskeletal system"},
    {30000, 32999, "Surgery: respiratory system"},
    {33016, 37799, "Surgery: heart and vessels"},
    {38100, 38999, "Surgery: blood and lymph"},
    {39000, 39599, "Surgery: mediastinum and diaphragm"},
    {40490, 49999, "Surgery: digestive system"},
    {50010, 53899, "Surgery: urinary system"},
    {54000, 55899, "Surgery: male genital system"},
    {55920, 55980, "Surgery: reproductive system and intersex"},
    {56405, 58999, "Surgery: female genital system"},
    {59000, 59899, "Surgery: maternity care"},
    {60000, 60699, "Surgery: endocrine system"},
    {61000, 64999, "Surgery: nervous system"},
    {65091, 68899, "Surgery: eye"},
    {69000, 69979, "Surgery: ear"},
    {69990, 69990, "Surgery: operating microscope"},
    {70010, 76499, "Radiology: diagnostic imaging"},
    {76506, 76999, "Radiology: ultrasound"},
    {77001, 77022, "Radiology: guidance"},
    {77046, 77067, "Radiology: breast"},
    {77071, 77092, "Radiology: bone and joint"},
    {77261, 77799, "Radiology: radiation oncology"},
    {78012, 79999, "Radiology: nuclear medicine"},
    {80047, 80081, "Laboratory: panels"},
    {80143, 80377, "Laboratory: drug assays"},
    {80400, 80439, "Laboratory: evocative and suppression tests"},
    {80503, 80506, "Laboratory: consultations"},
    {81000, 81099, "Laboratory: urine"},
    {81105, 81479, "Laboratory: molecular pathology"},
    {81490, 81599, "Laboratory: multianalyte assays"},
    {82009, 84999, "Laboratory: chemistry"},
    {85002, 85999, "Laboratory: hematology"},
    {86000, 86849, "Laboratory: immunology"},
    {86850, 86999, "Laboratory: transfusion medicine"},
    {87003, 87999, "Laboratory: microbiology"},
    {88000, 88099, "Laboratory: anatomic pathology"},
    {88104, 88199, "Laboratory: cytopathology"},
    {88230, 88299, "Laboratory: cytogenetics"},
    {88300, 88399, "Laboratory: surgical pathology"},
    {88720, 88749, "Laboratory: measured in the living body"},
    {89049, 89240, "Laboratory: other"},
    {89250, 89398, "Laboratory: reproductive medicine"},
    {90281, 90399, "Medicine: immune globulins"},
    {90460, 90480, "Medicine: giving of vaccines"},
    {96380, 96381, "Medicine: giving of vaccines"},
    {90476, 90759, "Medicine: vaccines"},
    {91300, 91322, "Medicine: vaccines"},
    {90785, 90899, "Medicine: psychiatry"},
    {90901, 90913, "Medicine: biofeedback"},
    {90935, 90999, "Medicine: dialysis"},
    {91010, 91299, "Medicine: digestive system"},
    {92002, 92499, "Medicine: eye"},
    {92502, 92700, "Medicine: ear, nose and throat"},
    {92920, 93799, "Medicine: heart"},
    {93880, 93998, "Medicine: vessels"},
    {94002, 94799, "Medicine: lungs"},
    {95004, 95199, "Medicine: allergy"},
    {95249, 95251, "Medicine: endocrine system"},
    {95700, 96020, "Medicine: nervous system"},
    {96040, 96041, "Medicine: genetics"},
    {96105, 96146, "Medicine: tests of the mind and brain"},
    {96156, 96171, "Medicine: behavior"},
    {96202, 96203, "Medicine: behavior"},
    {96360, 96379, "Medicine: infusions and injections"},
    {96401, 96549, "Medicine: chemotherapy"},
    {96567, 96574, "Medicine: photodynamic therapy"},
    {96900, 96999, "Medicine: skin"},
    {97010, 97799, "Medicine: physical medicine"},
    {97802, 97804, "Medicine: nutrition"},
    {97810, 97814, "Medicine: acupuncture"},
    {98925, 98929, "Medicine: osteopathic manipulation"},
    {98940, 98943, "Medicine: chiropractic"},
    {98960, 98962, "Medicine: education of patients"},
    {98966, 98972, "Medicine: services not face to face"},
    {98975, 98981, "Medicine: remote therapeutic monitoring"},
    {99000, 99091, "Medicine: special services"},
    {99151, 99157, "Medicine: sedation"},
    {99170, 99199, "Medicine: other"},
    {99500, 99602, "Medicine: at home"},
    {99605, 99607, "Medicine: medication therapy management"}};

static unsigned number_of(coding_code code)
{
    unsigned number = 0;
    for (size_t i = 0; i < 5; i++) number = number * 10 + (unsigned)(coding_code_character(code, i) - '0');
    return number;
}

static const char *section_of(unsigned number)
{
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        if (sections[i].first <= number && number <= sections[i].last) return sections[i].label;
    }
    return NULL;
}

const char *coding_cpt_section(coding_code code)
{
    switch (coding_cpt_category_of(code)) {
    case CODING_CPT_NONE: return NULL;
    case CODING_CPT_CATEGORY_1: return section_of(number_of(code));
    case CODING_CPT_CATEGORY_2: return "Category II: performance measurement";
    case CODING_CPT_CATEGORY_3: return "Category III: emerging technology";
    case CODING_CPT_PLA: return "Laboratory: proprietary analyses";
    case CODING_CPT_MAAA: return "Laboratory: multianalyte assays, administrative";
    case CODING_CPT_VACCINE: return "Medicine: giving of vaccines";
    }
    return NULL;
}
