/* The lists of the Medicare Code Editor, made tidy by data/fetch.py:
 *
 *     system   code   first     until     lists                         category  low  high  first  until
 *     icd10cm  O80    20191001  20270331  maternity                     maternity 9    64    ...
 *
 * and patient discharge statuses: status  first  until. */
#include <string.h>

#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/services.h"

static const struct {
    const char *name;
    uint32_t    diagnosis, procedure;
} lists[] = {
    {"adult", CODING__MCE_ADULT, 0},
    {"clintrial", CODING__MCE_TRIAL, 0},
    {"csect", 0, CODING__MCE_DELIVERY},
    {"delout", CODING__MCE_DELIVERY_OUTCOME, 0},
    {"diabtypeI", CODING__MCE_TYPE_1_DIABETES, 0},
    {"ecodepdx", CODING__MCE_EXTERNAL_CAUSE, 0},
    {"female", CODING__MCE_FEMALE, CODING__MCE_FEMALE},
    {"kidneyxp", 0, CODING__MCE_PANCREAS_PARTNER},
    {"lcov", 0, CODING__MCE_LIMITED},
    {"lcov_artheartxpa", 0, CODING__MCE_LIMITED},
    {"lcov_artheartxpb", 0, CODING__MCE_LIMITED},
    {"los", 0, CODING__MCE_LONG_STAY},
    {"male", CODING__MCE_MALE, CODING__MCE_MALE},
    {"manifestation", CODING__MCE_MANIFESTATION, 0},
    {"maternity", CODING__MCE_MATERNITY, 0},
    {"ncov12agele60", 0, CODING__MCE_DISC},
    {"ncov45", 0, CODING__MCE_PANCREAS},
    {"ncov6", CODING__MCE_LEUKEMIA, CODING__MCE_MARROW},
    {"ncov7", CODING__MCE_MYELOMA, CODING__MCE_OTHER_GROUP},
    {"ncov_z302", CODING__MCE_STERILITY, CODING__MCE_STERILISATION},
    {"newborn", CODING__MCE_NEWBORN, 0},
    {"noncovered", 0, CODING__MCE_NOT_COVERED},
    {"pediatric", CODING__MCE_PEDIATRIC, 0},
    {"qadm", CODING__MCE_QUESTIONABLE, 0},
    {"reqsdx", CODING__MCE_NEEDS_SECONDARY, 0},
    {"unacceptable", CODING__MCE_UNACCEPTABLE, 0},
    {"unspecified", CODING__MCE_UNSPECIFIED, 0},
    {"vagdel", 0, CODING__MCE_DELIVERY},
    {"wrngproc", CODING__MCE_WRONG_SURGERY, 0},
};

static uint32_t flag_of(coding__tsv *table, coding__cell name, bool procedure)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (coding__cell_is(name, lists[i].name)) return procedure ? lists[i].procedure : lists[i].diagnosis;
    coding__table_fault(table, "lists", "\"%.*s\" is no list that we read: left out", (int)name.length, name.text);
    return 0;
}

static uint32_t flags_of(coding__tsv *table, coding__cell names, bool procedure)
{
    uint32_t flags = 0;
    while (names.length) {
        const char  *blank = memchr(names.text, ' ', names.length);
        coding__cell name = {names.text, blank ? (size_t)(blank - names.text) : names.length};
        flags |= flag_of(table, name, procedure);
        size_t gone = name.length + (blank != NULL);
        names = (coding__cell){names.text + gone, names.length - gone};
    }
    return flags;
}

static bool read_code(coding__tsv *table, uint32_t origin)
{
    coding_system   system = coding__named_system(table->model, coding__table_cell(table, "system"));
    coding__mce_row row = {.origin = origin, .line = table->lines.number};
    bool            procedure = system == CODING_ICD10PCS;
    if (!procedure && system != CODING_ICD10CM) return coding__table_fault(table, "system", "no such lists: left out");
    row.code = coding__release_code(system, coding__table_cell(table, "code"));
    if (!row.code) return coding__table_fault(table, "code", "no code of that system: left out");
    row.first = coding__table_day(table, "first");
    row.until = coding__table_day(table, "until");
    row.flags = flags_of(table, coding__table_cell(table, "lists"), procedure);
    coding__claim_facts *claims = &table->model->claims;
    coding__vector      *rows = procedure ? &claims->mce_procedures : &claims->mce_diagnoses;
    *(coding__mce_row *)coding__push(table->model, rows, sizeof row) = row;
    return true;
}

static bool read_age(coding__tsv *table, uint32_t origin)
{
    coding__mce_age age = {.origin = origin, .line = table->lines.number};
    age.flag = flag_of(table, coding__table_cell(table, "category"), false);
    age.low = coding__small_number(coding__table_cell(table, "low"));
    age.high = coding__small_number(coding__table_cell(table, "high"));
    age.first = coding__table_day(table, "first");
    age.until = coding__table_day(table, "until");
    if (!age.flag) return false;
    *(coding__mce_age *)coding__push(table->model, &table->model->claims.mce_ages, sizeof age) = age;
    return true;
}

static bool read_discharge(coding__tsv *table, uint32_t origin)
{
    coding__mce_discharge discharge = {.origin = origin, .line = table->lines.number};
    discharge.status = coding__small_number(coding__table_cell(table, "status"));
    discharge.first = coding__table_day(table, "first");
    discharge.until = coding__table_day(table, "until");
    coding__vector *discharges = &table->model->claims.discharges;
    *(coding__mce_discharge *)coding__push(table->model, discharges, sizeof discharge) = discharge;
    return true;
}

enum { LIFE_FIRST = 20151001, LIFE_LAST = 20270331 }; /* what the lists of ICD-10 reach */

static void read_each(coding__model *model, const coding__file *file, const char *knows, bool brings,
                      coding__row_reader *read_row)
{
    static const char release[] = "Medicare Code Editor";
    coding__tsv       table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = brings ? coding__add_claim_file(model, file, CODING__TABLE_MCE, release, LIFE_FIRST, LIFE_LAST, 0)
                             : coding__add_origin(model, file, release, "public domain (CMS)", LIFE_FIRST);
    coding__table_rows(&table, knows, origin, read_row);
}

static bool recognises_codes(const coding__file *file)
{
    return coding__is_table(file, "system code first until lists");
}

static bool recognises_ages(const coding__file *file)
{
    return coding__is_table(file, "category low high first until");
}

static bool recognises_discharges(const coding__file *file) { return coding__is_table(file, "status first until"); }

static void read_codes(coding__model *model, const coding__file *file)
{
    read_each(model, file, "system code first until lists because", true, read_code);
}

static void read_ages(coding__model *model, const coding__file *file)
{
    read_each(model, file, "category low high first until because", false, read_age);
}

static void read_discharges(coding__model *model, const coding__file *file)
{
    read_each(model, file, "status first until because", false, read_discharge);
}

const coding__reader coding__mce_reader = {
    .kind = "lists of the code editor",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_codes,
    .read = read_codes,
};

const coding__reader coding__mce_ages_reader = {
    .kind = "ages of the code editor",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_ages,
    .read = read_ages,
};

const coding__reader coding__mce_discharges_reader = {
    .kind = "discharge statuses of the code editor",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_discharges,
    .read = read_discharges,
};
