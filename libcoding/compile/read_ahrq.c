/* The Elixhauser comorbidity software refined of AHRQ: three SAS programs, of which we read the tables.
 *
 *     CMR_Format_Program_v2025-1.sas     "K7010", "K7011" = "ALCOHOLLIVER_MLD"      codes of each label
 *     CMR_Index_Program_v2025-1.sas      mwAIDS = -4 ;                              weights
 *     CMR_Mapping_Program_v2025-1.sas    CMR_AIDS = 'Acquired immune ...'           titles
 *
 * What the mapping program does with them is libcoding/group/comorbidity.c's: from 2022.1 to 2026.1 its steps, its groups
 * and what takes the place of what are the same, and only labels and weights change. Formats named $POAXMPT_V33FMT and
 * on list what is exempt from present-on-admission reporting in a fiscal year; version 33 is 2016, and the last one of a
 * version answers for every day outside. A version without its codes or without its weights is left out. */
#include <coding/comorbidity.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/comorbidity.h"
#include "compile/printed.h"
#include "compile/readers.h"

enum { VERSION_OF_2016 = 33, NEEDS = CODING__CMR_NEEDS_POA, FORMAT = 1, INDEX = 2, MAPPING = 4 };

/* Groups as the index program lists them; behind them what CBVD is made of. */
static const struct {
    const char *name;
    uint32_t    flags;
    const char *instead_of;
} groups[] = {
    {"AIDS", 0, ""},
    {"ALCOHOL", 0, ""},
    {"ANEMDEF", NEEDS, ""},
    {"AUTOIMMUNE", 0, ""},
    {"BLDLOSS", NEEDS, ""},
    {"CANCER_LEUK", 0, ""},
    {"CANCER_LYMPH", 0, ""},
    {"CANCER_METS", 0, "CANCER_SOLID CANCER_NSITU"},
    {"CANCER_NSITU", 0, ""},
    {"CANCER_SOLID", 0, "CANCER_NSITU"},
    {"CBVD", NEEDS | CODING__CMR_IS_STROKE, ""},
    {"HF", NEEDS, ""},
    {"COAG", NEEDS, ""},
    {"DEMENTIA", 0, ""},
    {"DEPRESS", 0, ""},
    {"DIAB_CX", 0, "DIAB_UNCX"},
    {"DIAB_UNCX", 0, ""},
    {"DRUG_ABUSE", 0, ""},
    {"HTN_CX", 0, "HTN_UNCX"},
    {"HTN_UNCX", 0, ""},
    {"LIVER_MLD", NEEDS, ""},
    {"LIVER_SEV", NEEDS, "LIVER_MLD"},
    {"LUNG_CHRONIC", 0, ""},
    {"NEURO_MOVT", NEEDS, ""},
    {"NEURO_OTH", NEEDS, ""},
    {"NEURO_SEIZ", NEEDS, ""},
    {"OBESE", 0, ""},
    {"PARALYSIS", NEEDS, ""},
    {"PERIVASC", 0, ""},
    {"PSYCHOSES", NEEDS, ""},
    {"PULMCIRC", NEEDS, ""},
    {"RENLFL_MOD", NEEDS, ""},
    {"RENLFL_SEV", NEEDS, "RENLFL_MOD"},
    {"THYROID_HYPO", 0, ""},
    {"THYROID_OTH", 0, ""},
    {"ULCER_PEPTIC", NEEDS, ""},
    {"VALVE", NEEDS, ""},
    {"WGHTLOSS", NEEDS, ""},
    {"CBVD_POA", NEEDS | CODING__CMR_IS_PART | CODING__CMR_IS_ACUTE, ""},
    {"CBVD_SQLA", NEEDS | CODING__CMR_IS_PART | CODING__CMR_IS_SEQUELA, ""},
};

/* Labels that stand for more than one group: seven from version 2022.1 on, LIVER_MLD_NEURO since 2023.1, NEURO_OTH_SEIZ
 * since 2025.1, LIVER_MLD_PULMCIRC since 2026.1. None was ever taken back. */
static const char *const doubles[][4] = {
    {"ALCOHOLLIVER_MLD", "ALCOHOL", "LIVER_MLD"},         {"CBVD_SQLAPARALYSIS", "CBVD_SQLA", "PARALYSIS"},
    {"DRUG_ABUSEPSYCHOSES", "DRUG_ABUSE", "PSYCHOSES"},   {"HFHTN_CX", "HF", "HTN_CX"},
    {"HFHTN_CXRENLFL_SEV", "HF", "HTN_CX", "RENLFL_SEV"}, {"HTN_CXRENLFL_SEV", "HTN_CX", "RENLFL_SEV"},
    {"LIVER_MLD_NEURO", "LIVER_MLD", "NEURO_OTH"},        {"LIVER_MLD_PULMCIRC", "LIVER_MLD", "PULMCIRC"},
    {"NEURO_OTH_SEIZ", "NEURO_OTH", "NEURO_SEIZ"},        {"VALVE_AUTOIMMUNE", "VALVE", "AUTOIMMUNE"},
};

typedef struct reading {
    coding__model      *model;
    const coding__file *file;
    uint32_t            set;
    uint32_t            origin;
    uint32_t            line;
    uint32_t            year;    /* of an exempt list; 0: the format of labels */
    bool                inside;  /* of a format that counts */
    coding__vector      pending; /* coding__cmr_code: codes whose label is still to come */
} reading;

static bool is_named(const coding__file *file, const char *name)
{
    return coding__cell_begins(coding__cell_of(file->name), name)
           && coding__cell_has(coding__cell_of(file->name), ".sas");
}

static bool recognises(const coding__file *file)
{
    return is_named(file, "CMR_Format_Program") || is_named(file, "CMR_Index_Program")
           || is_named(file, "CMR_Mapping_Program");
}

/* The year and number behind `v`: v2025-1. */
static bool read_version(const coding__file *file, unsigned *year, unsigned *number)
{
    const char *at = strstr(file->name, "_v");
    return at && sscanf(at, "_v%4u-%2u", year, number) == 2 && *year > 2015 && *year < 2100;
}

static bool make_set(reading *r)
{
    unsigned        year, number;
    char            text[32];
    coding__cmr_set set = {.scheme = CODING_ELIXHAUSER_AHRQ, .first = 20151001};
    if (!read_version(r->file, &year, &number)) {
        coding__fault(r->model, r->file, 1, "", "its name has no version: left out");
        return false;
    }
    snprintf(text, sizeof text, "Elixhauser refined v%u.%u", year, number);
    r->origin = set.origin = coding__add_origin(r->model, r->file, text, "public domain (AHRQ)", year * 10000 + 101);
    set.version = coding__intern(r->model, strrchr(text, 'v') + 1, strlen(strrchr(text, 'v') + 1));
    set.until = year * 10000 + 930;
    set.parts = is_named(r->file, "CMR_Format") ? FORMAT : is_named(r->file, "CMR_Index") ? INDEX : MAPPING;
    r->set = coding__cmr_set_of(r->model, &set);
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        coding__word       name = coding__intern(r->model, groups[i].name, strlen(groups[i].name));
        coding__cmr_group *group = coding__cmr_group_of(r->model, r->set, name);
        group->flags = groups[i].flags;
        group->instead_of = coding__intern(r->model, groups[i].instead_of, strlen(groups[i].instead_of));
    }
    return true;
}

static bool is_group(coding__cell name)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (coding__cell_is(name, groups[i].name)) return true;
    return false;
}

/* Codes that wait for their label get one of its groups. */
static void put_pending(reading *r, coding__cell name)
{
    const coding__cmr_code *pending = r->pending.items;
    coding__word            group = coding__intern_cell(r->model, name);
    for (size_t i = 0; i < r->pending.count && !r->model->no_memory; i++) {
        coding__cmr_code *code = coding__push(r->model, &r->model->comorbidity.codes, sizeof *code);
        *code = pending[i];
        code->group = group;
    }
}

static void take_label(reading *r, coding__cell label)
{
    bool known = is_group(label);
    if (known) put_pending(r, label);
    for (size_t i = 0; i < sizeof doubles / sizeof *doubles && !known; i++) {
        if (!coding__cell_is(label, doubles[i][0])) continue;
        for (size_t k = 1; k < 4 && doubles[i][k]; k++) put_pending(r, coding__cell_of(doubles[i][k]));
        known = true;
    }
    if (!known && r->pending.count)
        coding__fault(r->model, r->file, r->line, "label", "\"%.*s\" is no group that we know: its codes are left out",
                      (int)label.length, label.text);
    r->pending.count = 0;
}

static void take_code(reading *r, coding__cell text)
{
    coding_code code = coding__release_code(CODING_ICD10CM, text);
    if (!code) {
        coding__fault(r->model, r->file, r->line, "code", "\"%.*s\" is no code: left out", (int)text.length, text.text);
    } else if (r->year) {
        coding__cmr_exempt *exempt = coding__push(r->model, &r->model->comorbidity.exempt, sizeof *exempt);
        *exempt = (coding__cmr_exempt){code, r->year, r->origin};
    } else {
        coding__cmr_code *pending = coding__push(r->model, &r->pending, sizeof *pending);
        *pending = (coding__cmr_code){.code = code, .set = r->set, .origin = r->origin, .line = r->line};
    }
}

/* Texts in quotes, single ones in version 41: a code each, and behind '=' the label of those since the last one. */
static void take_texts(reading *r, coding__cell line)
{
    bool is_label = false;
    for (size_t i = 0; i < line.length; i++) {
        if (line.text[i] == '=') is_label = true;
        char quote = line.text[i];
        if (quote != '"' && quote != '\'') continue;
        size_t begin = ++i;
        while (i < line.length && line.text[i] != quote) i++;
        coding__cell text = coding__trimmed((coding__cell){line.text + begin, i - begin});
        if (!is_label) take_code(r, text);
        else if (!r->year) take_label(r, text);
    }
}

/* The fiscal year of an exempt list by the two digits of its version; 0 where there are none. */
static uint32_t year_of(coding__cell digits)
{
    uint64_t version = coding__cell_number(digits);
    return version < VERSION_OF_2016 || version > 99 ? 0 : (uint32_t)version - VERSION_OF_2016 + 2016;
}

/* `Value $COMFMT`, `Value $POAXMPT_V33FMT`. */
static bool begins_format(reading *r, coding__cell line)
{
    static const char labels[] = "Value $COMFMT", exempt[] = "Value $POAXMPT_V";
    if (!coding__cell_begins(line, "Value $")) return false;
    bool is_list = coding__cell_begins(line, exempt) && line.length >= sizeof exempt + 1;
    r->year = is_list ? year_of((coding__cell){line.text + sizeof exempt - 1, 2}) : 0;
    r->inside = r->year || coding__cell_begins(line, labels);
    return true;
}

static void read_format(reading *r, coding__cell line)
{
    if (coding__cell_begins(line, "/*") || begins_format(r, line) || !r->inside) return;
    take_texts(r, line);
}

/* `rwAIDS = 5 ;` of readmission, `mwAIDS = -4 ;` of mortality. */
static void read_index(reading *r, coding__cell line)
{
    char name[32];
    int  weight, first = coding__cell_begins(line, "rw"), second = coding__cell_begins(line, "mw");
    char text[96];
    if ((!first && !second) || line.length >= sizeof text) return;
    memcpy(text, line.text, line.length);
    text[line.length] = '\0';
    if (sscanf(text + 2, "%31[A-Z_] = %5d", name, &weight) != 2) return;
    if (!is_group(coding__cell_of(name))) {
        coding__fault(r->model, r->file, r->line, "", "a weight of %s, which is no group that we know: left out", name);
        return;
    }
    coding__cmr_group *group = coding__cmr_group_of(r->model, r->set, coding__intern(r->model, name, strlen(name)));
    group->weights[second] = weight;
    group->origin = r->origin;
    group->line = r->line;
}

/* `CMR_AIDS = 'Acquired immune deficiency syndrome'` */
static void read_mapping(reading *r, coding__cell line)
{
    const char *open = memchr(line.text, '\'', line.length), *equals = memchr(line.text, '=', line.length);
    if (!coding__cell_begins(line, "CMR_") || !open || !equals || equals > open) return;
    const char  *close = memchr(open + 1, '\'', line.length - (size_t)(open + 1 - line.text));
    coding__cell name = coding__trimmed((coding__cell){line.text + 4, (size_t)(equals - line.text) - 4});
    if (!close || !is_group(name)) return;
    coding__word title = coding__intern(r->model, open + 1, (size_t)(close - open - 1));
    coding__cmr_group_of(r->model, r->set, coding__intern_cell(r->model, name))->title = title;
}

static void read(coding__model *model, const coding__file *file)
{
    reading       r = {.model = model, .file = file};
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    if (!make_set(&r)) return;
    while (coding__next_line(&lines, &line) && !model->no_memory) {
        r.line = lines.number;
        line = coding__trimmed(line);
        if (is_named(file, "CMR_Format")) read_format(&r, line);
        else if (is_named(file, "CMR_Index")) read_index(&r, line);
        else read_mapping(&r, line);
    }
    free(r.pending.items);
}

const coding__reader coding__ahrq_reader = {
    .kind = "comorbidity software of AHRQ",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
