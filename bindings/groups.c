/* What asks.h has of comorbidity, of clinical categories and of stays. */
#include "asks.h"

#include <string.h>

#include "base/refuse.h"
#include "entry/desk.h"
#include "line.h"

/* --- A patient: `version=2025.1 age=70 secondary-only J18.9/Y I13.2`. */

typedef struct patient {
    coding_code                *codes;
    uint8_t                    *poa;
    size_t                      count;
    bool                        has_poa;
    coding_comorbidity_options options;
} patient;

static bool no_memory(coding_error *error) { return coding__refuse(error, CODING_NO_MEMORY, "", "no memory"); }

/* A text that is no code keeps its place and counts in no group. */
static bool add_code(patient *to, const coding__word *word, coding_system system, coding_error *error)
{
    size_t     length;
    coding_poa poa;
    if (word->value) return coding__word_refuse(word, error, "no word of a patient: age, version, secondary-only");
    if (!coding__word_poa(word, &length, &poa, error)) return false;
    to->has_poa = to->has_poa || length < word->length;
    to->poa[to->count] = (uint8_t)poa;
    to->codes[to->count++] = coding_parse(system, word->text, length).code;
    return true;
}

static bool read_patient(coding_desk *desk, const char *text, size_t length, coding_system system, patient *to,
                         coding_error *error)
{
    coding__line line = {text, text + length};
    size_t       most = coding__words_most(length);
    to->codes = coding__arena_take(&desk->arena, most * sizeof *to->codes);
    to->poa = coding__arena_take(&desk->arena, most * sizeof *to->poa);
    if (!to->codes || !to->poa) return no_memory(error);
    for (coding__word word; coding__line_next(&line, &word);) {
        bool read = true;
        if (coding__word_is(&word, "age")) read = coding__word_number(&word, 200, &to->options.age, error);
        else if (coding__word_is(&word, "secondary-only"))
            read = coding__word_flag(&word, &to->options.secondary_only, error);
        else if (coding__word_is(&word, "version") && word.value)
            to->options.version = coding__arena_text(&desk->arena, word.value, word.value_length);
        else read = add_code(to, &word, system, error);
        if (!read) return false;
    }
    return true;
}

coding_comorbidities coding__room_comorbidity(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                              coding_system system, coding_date on, coding_comorbidity_scheme scheme,
                                              coding_error *error)
{
    patient       one = {.options = {.size = sizeof one.options, .on = on == CODING__TODAY ? 0 : on}};
    coding_system own = scheme == CODING_CHARLSON_DEYO ? CODING_ICD9CM : CODING_ICD10CM;
    (void)room;
    if (!read_patient(desk, text, length, system ? system : own, &one, error)) return (coding_comorbidities){0};
    coding_comorbidities found = coding_comorbidity(desk, scheme, one.codes, one.has_poa ? one.poa : NULL, one.count,
                                                    &one.options);
    if (found.status != CODING_NOT_IN_BOOK) return found;
    coding__refuse(error, CODING_NOT_IN_BOOK, coding_comorbidity_scheme_name(scheme),
                   "the book has no such scheme or version");
    return (coding_comorbidities){0};
}

/* --- A diagnosis, and whose categories: `E11.22 version=2025.1`. */

static bool read_classed(coding_desk *desk, const char *text, size_t length, coding_code *code, const char **version,
                         coding_error *error)
{
    coding__line line = {text, text + length};
    bool         has_code = false;
    for (coding__word word; coding__line_next(&line, &word);) {
        if (coding__word_is(&word, "version") && word.value) {
            *version = coding__arena_text(&desk->arena, word.value, word.value_length);
            if (!*version) return no_memory(error);
        } else if (word.value || has_code) {
            return coding__word_refuse(&word, error, "behind the code stands version= alone");
        } else {
            *code = coding_parse(CODING_ICD10CM, word.text, word.length).code;
            has_code = true;
        }
    }
    return true;
}

static coding_ccsr_category named(coding_ccsr_category one)
{
    return one.name && *one.name ? one : (coding_ccsr_category){0};
}

/* A text that is no code is one that no version knows. */
coding__ccsr coding__room_ccsr(coding__room *room, coding_desk *desk, const char *text, size_t length,
                               coding_error *error)
{
    coding_code code = 0;
    const char *version = NULL;
    (void)room;
    if (!read_classed(desk, text, length, &code, &version, error)) return (coding__ccsr){0};
    coding_ccsr           all = coding_ccsr_of(coding_desk_book(desk), code, version);
    coding_ccsr_category *items = coding__arena_take(&desk->arena, sizeof all.categories);
    if (!items) return no_memory(error), (coding__ccsr){0};
    if (all.status == CODING_NOT_IN_BOOK) {
        coding__refuse(error, all.status, version ? version : "", "the book has no CCSR, or no such version");
        return (coding__ccsr){0};
    }
    memcpy(items, all.categories, sizeof all.categories);
    return (coding__ccsr){all.status, all.version, items, all.count, named(all.inpatient), named(all.outpatient),
                          all.source};
}

/* --- A stay: `sex=F discharge=01 hospital=reports version=43.1 I21.4/Y J96.01/N px 02703DZ`. */

typedef struct stay {
    coding_stay            asked;
    coding_stay_diagnosis *diagnoses;
    coding_code           *procedures;
    bool                   has_procedures; /* the word px has come */
} stay;

/* 43.1, or 431; 43 is 43.0. */
static bool read_version(const coding__word *word, uint32_t *version, coding_error *error)
{
    char         digits[8];
    coding__word bare = *word;
    bare.value = digits;
    bare.value_length = 0;
    for (size_t i = 0; i < word->value_length && bare.value_length < sizeof digits; i++)
        if (word->value[i] != '.') digits[bare.value_length++] = word->value[i];
    if (!coding__word_number(&bare, 9999, version, NULL))
        return coding__word_refuse(word, error, "no version, such as 43.1");
    if (*version < 100) *version *= 10;
    return true;
}

static bool read_hospital(const coding__word *word, coding_hospital *hospital, coding_error *error)
{
    static const char *const names[] = {"reports", "exempt", "unknown"}; /* by coding_hospital */
    unsigned                 place = 0;
    if (!coding__word_choice(word, names, 3, &place, error)) return false;
    *hospital = (coding_hospital)place;
    return true;
}

/* Such a word alone is no code. */
static bool is_key(const coding__word *word)
{
    static const char *const names[] = {"sex", "age", "discharge", "version", "hospital"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (coding__word_is(word, names[i])) return true;
    return word->value != NULL;
}

static bool read_key(stay *to, const coding__word *word, coding_error *error)
{
    if (coding__word_is(word, "sex")) return coding__word_sex(word, &to->asked.sex, error);
    if (coding__word_is(word, "age")) return coding__word_number(word, 200, &to->asked.age, error);
    if (coding__word_is(word, "discharge")) return coding__word_number(word, 99, &to->asked.discharge, error);
    if (coding__word_is(word, "version")) return read_version(word, &to->asked.version, error);
    if (coding__word_is(word, "hospital")) return read_hospital(word, &to->asked.hospital, error);
    return coding__word_refuse(word, error, "no word of a stay: sex, age, discharge, version, hospital");
}

/* A text that is no code keeps its place, and is one that no version knows. */
static bool read_word(stay *to, const coding__word *word, coding_error *error)
{
    size_t     length;
    coding_poa poa;
    if (is_key(word)) return read_key(to, word, error);
    if (coding__word_is(word, "px")) return to->has_procedures = true;
    if (to->has_procedures) {
        coding_code code = coding_parse(CODING_ICD10PCS, word->text, word->length).code;
        to->procedures[to->asked.procedure_count++] = code;
        return true;
    }
    if (!coding__word_poa(word, &length, &poa, error)) return false;
    to->diagnoses[to->asked.diagnosis_count++] = (coding_stay_diagnosis){
        .code = coding_parse(CODING_ICD10CM, word->text, length).code, .poa = poa};
    return true;
}

static bool read_stay(coding_desk *desk, const char *text, size_t length, coding_date on, stay *to,
                      coding_error *error)
{
    coding__line line = {text, text + length};
    size_t       most = coding__words_most(length);
    *to = (stay){.asked = {.size = sizeof to->asked, .discharged = on == CODING__TODAY ? coding_date_today() : on}};
    to->diagnoses = coding__arena_take(&desk->arena, most * sizeof *to->diagnoses);
    to->procedures = coding__arena_take(&desk->arena, most * sizeof *to->procedures);
    if (!to->diagnoses || !to->procedures) return no_memory(error);
    to->asked.diagnoses = to->diagnoses;
    to->asked.procedures = to->procedures;
    for (coding__word word; coding__line_next(&line, &word);)
        if (!read_word(to, &word, error)) return false;
    return true;
}

static void refuse_group(coding_status status, coding_error *error)
{
    if (status == CODING_NOT_IN_BOOK)
        coding__refuse(error, status, "", "the book has no MS-DRG of that day or version");
}

coding_grouping coding__room_group(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                   coding_date on, coding_error *error)
{
    stay one;
    (void)room;
    if (!read_stay(desk, text, length, on, &one, error)) return (coding_grouping){0};
    coding_grouping grouping = coding_group(desk, &one.asked);
    refuse_group(grouping.status, error);
    return grouping.status == CODING_NOT_IN_BOOK ? (coding_grouping){0} : grouping;
}

coding_group_changes coding__room_group_what_if(coding__room *room, coding_desk *desk, const char *text,
                                                size_t length, coding_date on, coding_error *error)
{
    stay one;
    (void)room;
    if (!read_stay(desk, text, length, on, &one, error)) return (coding_group_changes){0};
    coding_group_changes changes = coding_group_what_if(desk, &one.asked);
    refuse_group(changes.status, error);
    return changes.status == CODING_NOT_IN_BOOK ? (coding_group_changes){0} : changes;
}

coding_group_queries coding__room_group_queries(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                                coding_date on, coding_error *error)
{
    stay one;
    (void)room;
    if (!read_stay(desk, text, length, on, &one, error)) return (coding_group_queries){0};
    coding_group_queries queries = coding_group_queries_of(desk, &one.asked);
    refuse_group(queries.status, error);
    return queries.status == CODING_NOT_IN_BOOK ? (coding_group_queries){0} : queries;
}

coding_drg_weight coding__room_drg_weight(coding__room *room, const coding_book *book, coding_date on, uint32_t drg)
{
    (void)room;
    return coding_drg_weight_of(book, drg, on == CODING__TODAY ? coding_date_today() : on);
}

const char *coding__room_group_attributes(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                          coding_system system, uint32_t version)
{
    (void)room;
    return coding_group_attributes(desk, coding__code_of_text(desk, system, text, length), version);
}
