#define _POSIX_C_SOURCE 200809L

#include "tool/risk_read.h"

#include <stdlib.h>
#include <string.h>

static bool is(const char *a, const char *b) { return strcmp(a, b) == 0; }

bool coding__risk_read_head(risk_columns *columns, const char *line)
{
    columns->count = 0;
    if (!strchr(line, '\t') || strchr(line, '=')) return false;
    while (*line && *line != '\n' && *line != '\r' && columns->count < RISK_COLUMNS_MOST) {
        size_t length = strcspn(line, "\t\r\n");
        int    most = (int)(length < sizeof *columns->names ? length : sizeof *columns->names - 1);
        snprintf(columns->names[columns->count++], sizeof *columns->names, "%.*s", most, line);
        line += length + (line[length] == '\t');
    }
    for (size_t i = 0; i < columns->count; i++)
        if (is(columns->names[i], "diagnoses")) return true;
    columns->count = 0;
    return false;
}

static bool grow(risk_member *read)
{
    const coding_member *member = &read->member;
    if (member->diagnosis_count < read->room && member->earlier_count < read->room
        && member->treatment_count < read->room)
        return true;
    size_t                 room = read->room ? read->room * 2 : 64;
    coding_risk_diagnosis *diagnoses = realloc(read->diagnoses, room * sizeof *diagnoses);
    if (diagnoses) read->diagnoses = diagnoses;
    coding_code *earlier = realloc(read->earlier, room * sizeof *earlier);
    if (earlier) read->earlier = earlier;
    coding_code *treatments = realloc(read->treatments, room * sizeof *treatments);
    if (treatments) read->treatments = treatments;
    if (!diagnoses || !earlier || !treatments) return false;
    read->room = room;
    return true;
}

static void complain(risk_member *read, const char *what, const char *word)
{
    if (!*read->trouble) snprintf(read->trouble, sizeof read->trouble, "%s: %.60s", what, word);
}

static coding_code code_of(risk_member *read, const char *word, size_t length)
{
    coding_code code = coding_parse(CODING_ICD10CM, word, length).code;
    if (!code) complain(read, "no ICD-10-CM code", word);
    return code;
}

/* E11.22, or E11.22@2025-03-01. */
static void add_diagnosis(risk_member *read, const char *word)
{
    const char           *at = strchr(word, '@');
    coding_risk_diagnosis one = {.code = code_of(read, word, at ? (size_t)(at - word) : strlen(word))};
    if (at) one.on = coding_date_parse(at + 1, strlen(at + 1));
    if (at && !one.on) complain(read, "no day", word);
    if (one.code) read->diagnoses[read->member.diagnosis_count++] = one;
}

static void add_earlier(risk_member *read, const char *word)
{
    coding_code code = code_of(read, word, strlen(word));
    if (code) read->earlier[read->member.earlier_count++] = code;
}

/* A drug or a service: 00002-0213-01, J0741. */
static void add_treatment(risk_member *read, const char *word)
{
    coding_code code = coding_parse(CODING_NDC, word, strlen(word)).code;
    if (!code) code = coding_parse(CODING_HCPCS, word, strlen(word)).code;
    if (!code) code = coding_parse(CODING_CPT, word, strlen(word)).code;
    if (!code) complain(read, "no NDC or HCPCS code", word);
    else read->treatments[read->member.treatment_count++] = code;
}

static void add_codes(risk_member *read, char *text, void (*add)(risk_member *read, const char *word))
{
    char *rest = NULL;
    for (char *word = strtok_r(text, " ,;", &rest); word; word = strtok_r(NULL, " ,;", &rest)) {
        if (!grow(read)) {
            complain(read, "no memory for", word);
            return;
        }
        add(read, word);
    }
}

static bool truth(risk_member *read, const char *name, const char *value)
{
    if (is(value, "yes") || is(value, "true") || is(value, "1") || is(value, "Y")) return true;
    if (*value && !is(value, "no") && !is(value, "false") && !is(value, "0") && !is(value, "N") && !is(value, "-"))
        complain(read, name, value);
    return false;
}

static unsigned number(risk_member *read, const char *name, const char *value, unsigned most)
{
    char         *end;
    unsigned long read_number = strtoul(value, &end, 10);
    if (*value && !is(value, "-") && (*end || read_number > most)) complain(read, name, value);
    return read_number <= most ? (unsigned)read_number : 0;
}

static void take_plan(risk_member *read, const char *value)
{
    if (is(value, "pdp")) read->plan = CODING_RISK_PDP;
    else if (is(value, "pace")) read->plan = CODING_RISK_PACE;
    else if (*value && !is(value, "mapd") && !is(value, "-")) complain(read, "no plan", value);
}

static void take_sex(risk_member *read, const char *value)
{
    if (is(value, "M") || is(value, "male") || is(value, "1")) read->member.sex = CODING_SEX_MALE;
    else if (is(value, "F") || is(value, "female") || is(value, "2")) read->member.sex = CODING_SEX_FEMALE;
    else complain(read, "no sex", value);
}

static void take_graft(risk_member *read, const char *value)
{
    if (!*value || is(value, "-")) return;
    read->member.esrd = CODING_ESRD_GRAFT;
    read->member.graft_months = number(read, "graft", value, 9999);
}

static void take_metal(risk_member *read, const char *value)
{
    static const char *const metals[] = {"platinum", "gold", "silver", "bronze", "catastrophic"};
    for (size_t i = 0; i < sizeof metals / sizeof *metals; i++)
        if (is(value, metals[i])) read->member.metal = (uint8_t)(CODING_METAL_PLATINUM + i);
    if (*value && !is(value, "-") && !read->member.metal) complain(read, "no metal level", value);
}

/* What the exchanges ask. */
static bool take_exchange(risk_member *read, const char *name, char *value)
{
    coding_member *member = &read->member;
    if (is(name, "metal")) take_metal(read, value);
    else if (is(name, "csr")) member->cost_sharing = (uint8_t)number(read, name, value, 99);
    else if (is(name, "days")) member->enrolled_days = (uint16_t)number(read, name, value, 366);
    else if (is(name, "until")) member->enrolled_until = coding_date_parse(value, strlen(value));
    else if (is(name, "treatments")) add_codes(read, value, add_treatment);
    else return false;
    return true;
}

static bool *flag_of(coding_member *member, const char *name)
{
    if (is(name, "medicaid")) return &member->medicaid;
    if (is(name, "institutional")) return &member->institutional;
    if (is(name, "new")) return &member->new_enrollee;
    if (is(name, "special-needs")) return &member->special_needs;
    if (is(name, "low-income")) return &member->low_income;
    return NULL;
}

static void take(risk_member *read, const char *name, char *value)
{
    coding_member *member = &read->member;
    bool          *flag = flag_of(member, name);
    if (flag) *flag = truth(read, name, value);
    else if (is(name, "id")) snprintf(read->id, sizeof read->id, "%.63s", value);
    else if (is(name, "age")) member->age = number(read, name, value, 200);
    else if (is(name, "born")) member->born = coding_date_parse(value, strlen(value));
    else if (is(name, "sex")) take_sex(read, value);
    else if (is(name, "entitlement")) member->entitlement = (uint8_t)number(read, name, value, 3);
    else if (is(name, "dual")) member->dual = (uint8_t)number(read, name, value, 99);
    else if (is(name, "dialysis")) member->esrd = truth(read, name, value) ? CODING_ESRD_DIALYSIS : member->esrd;
    else if (is(name, "graft")) take_graft(read, value);
    else if (is(name, "plan")) take_plan(read, value);
    else if (is(name, "diagnoses")) add_codes(read, value, add_diagnosis);
    else if (is(name, "earlier")) add_codes(read, value, add_earlier);
    else if (!take_exchange(read, name, value)) complain(read, "no such word", name);
}

/* A word: name=value, a bare flag, or a diagnosis. */
static void take_word(risk_member *read, char *word)
{
    char  yes[] = "yes";
    char *sign = strchr(word, '=');
    if (sign) *sign = '\0', take(read, word, sign + 1);
    else if (flag_of(&read->member, word) || is(word, "dialysis")) take(read, word, yes);
    else add_codes(read, word, add_diagnosis);
}

static void take_cells(risk_member *read, const risk_columns *columns, char *line)
{
    for (size_t i = 0; i < columns->count; i++) {
        size_t length = strcspn(line, "\t");
        bool   more = line[length] == '\t';
        line[length] = '\0';
        take(read, columns->names[i], line);
        line += length + more;
    }
}

bool coding__risk_read(risk_member *read, const risk_columns *columns, char *line)
{
    char *rest = NULL;
    read->member = (coding_member){.size = sizeof read->member};
    read->plan = CODING_RISK_MA;
    read->id[0] = read->trouble[0] = '\0';
    line[strcspn(line, "\r\n")] = '\0';
    if (!grow(read)) return false;
    if (columns->count) take_cells(read, columns, line);
    else
        for (char *word = strtok_r(line, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) take_word(read, word);
    read->member.diagnoses = read->diagnoses;
    read->member.earlier = read->earlier;
    read->member.treatments = read->treatments;
    return true;
}

void coding__risk_read_end(risk_member *read)
{
    free(read->diagnoses), free(read->earlier), free(read->treatments);
}
