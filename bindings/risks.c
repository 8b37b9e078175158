/* What asks.h has of risk scores. A member: `age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9,I48.91`;
 * of the exchanges `age=45 sex=M metal=silver csr=4 days=100 E11.22 treatments=J1817`. */
#include "asks.h"

#include <string.h>

#include "base/refuse.h"
#include "entry/desk.h"
#include "line.h"

typedef struct member {
    coding_member          asked;
    coding_risk_options    options;
    coding_risk_diagnosis *diagnoses;
    coding_code           *earlier;
    coding_code           *treatments;
} member;

static bool no_memory(coding_error *error) { return coding__refuse(error, CODING_NO_MEMORY, "", "no memory"); }

/* E11.22, or E11.22@2025-03-01. */
static bool add_diagnosis(member *to, const coding__word *word, coding_error *error)
{
    const char           *at = memchr(word->text, '@', word->length);
    size_t                length = at ? (size_t)(at - word->text) : word->length;
    coding_risk_diagnosis one = {.code = coding_parse(CODING_ICD10CM, word->text, length).code};
    if (!one.code) return coding__word_refuse(word, error, "no ICD-10-CM code");
    if (at) one.on = coding_date_parse(at + 1, word->length - length - 1);
    if (at && !one.on) return coding__word_refuse(word, error, "no day of the calendar");
    to->diagnoses[to->asked.diagnosis_count++] = one;
    return true;
}

static coding_code diagnosis(const char *text, size_t length)
{
    return coding_parse(CODING_ICD10CM, text, length).code;
}

/* A drug or a service. */
static coding_code treatment(const char *text, size_t length)
{
    static const coding_system systems[] = {CODING_NDC, CODING_HCPCS, CODING_CPT};
    coding_code                code = 0;
    for (size_t i = 0; i < sizeof systems / sizeof *systems && !code; i++)
        code = coding_parse(systems[i], text, length).code;
    return code;
}

/* E11.9,I50.22 */
static bool add_codes(const coding__word *word, coding_code (*read)(const char *text, size_t length),
                      coding_code *codes, size_t *count, const char *reason, coding_error *error)
{
    if (!word->value) return coding__word_refuse(word, error, "behind its = stand codes");
    const char *past = word->value + word->value_length;
    for (const char *next = word->value; next < past;) {
        const char *comma = memchr(next, ',', (size_t)(past - next));
        const char *end = comma ? comma : past;
        coding_code code = read(next, (size_t)(end - next));
        if (!code) return coding__word_refuse(word, error, reason);
        codes[(*count)++] = code;
        next = end + (comma != NULL);
    }
    return true;
}

static bool add_earlier(member *to, const coding__word *word, coding_error *error)
{
    return add_codes(word, diagnosis, to->earlier, &to->asked.earlier_count, "no ICD-10-CM codes, parted by commas",
                     error);
}

static bool add_treatments(member *to, const coding__word *word, coding_error *error)
{
    return add_codes(word, treatment, to->treatments, &to->asked.treatment_count,
                     "no NDC or HCPCS codes, parted by commas", error);
}

static bool *flag_called(coding_member *of, const coding__word *word)
{
    if (coding__word_is(word, "medicaid")) return &of->medicaid;
    if (coding__word_is(word, "institutional")) return &of->institutional;
    if (coding__word_is(word, "new")) return &of->new_enrollee;
    if (coding__word_is(word, "special-needs")) return &of->special_needs;
    if (coding__word_is(word, "low-income")) return &of->low_income;
    return NULL;
}

static bool read_small(const coding__word *word, uint32_t most, uint8_t *number, coding_error *error)
{
    uint32_t read = 0;
    if (!coding__word_number(word, most, &read, error)) return false;
    *number = (uint8_t)read;
    return true;
}

static bool read_plan(const coding__word *word, coding_risk_plan *plan, coding_error *error)
{
    static const char *const names[] = {"mapd", "pdp", "pace"}; /* by coding_risk_plan */
    unsigned                 place = 0;
    if (!coding__word_choice(word, names, 3, &place, error)) return false;
    *plan = (coding_risk_plan)place;
    return true;
}

static bool read_dialysis(const coding__word *word, coding_member *to, coding_error *error)
{
    bool is_so;
    if (!coding__word_flag(word, &is_so, error)) return false;
    if (is_so) to->esrd = CODING_ESRD_DIALYSIS;
    return true;
}

static bool read_graft(const coding__word *word, coding_member *to, coding_error *error)
{
    to->esrd = CODING_ESRD_GRAFT;
    return !word->value || coding__word_number(word, 9999, &to->graft_months, error);
}

static bool read_intensity(const coding__word *word, coding_risk_options *options, coding_error *error)
{
    options->has_intensity = true;
    return coding__word_number(word, 999, &options->intensity, error);
}

static bool read_frailty(const coding__word *word, int32_t *frailty, coding_error *error)
{
    coding__word number = *word;
    uint32_t     size = 0;
    bool         below = number.value_length && *number.value == '-';
    if (below) number.value++, number.value_length--;
    if (!coding__word_number(&number, 100000, &size, NULL))
        return coding__word_refuse(word, error, "frailty is whole thousandths");
    *frailty = below ? -(int32_t)size : (int32_t)size;
    return true;
}

static bool read_metal(const coding__word *word, uint8_t *metal, coding_error *error)
{
    static const char *const names[] = {"platinum", "gold", "silver", "bronze", "catastrophic"}; /* by coding_metal */
    unsigned                 place = 0;
    if (!coding__word_choice(word, names, 5, &place, error)) return false;
    *metal = (uint8_t)(CODING_METAL_PLATINUM + place);
    return true;
}

static bool read_days(const coding__word *word, uint16_t *days, coding_error *error)
{
    uint32_t read = 0;
    if (!coding__word_number(word, 366, &read, error)) return false;
    *days = (uint16_t)read;
    return true;
}

/* What the exchanges ask; `taken` says whether it was one of these. */
static bool read_exchange(member *to, const coding__word *word, bool *taken, coding_error *error)
{
    coding_member *asked = &to->asked;
    *taken = true;
    if (coding__word_is(word, "metal")) return read_metal(word, &asked->metal, error);
    if (coding__word_is(word, "csr")) return read_small(word, 99, &asked->cost_sharing, error);
    if (coding__word_is(word, "days")) return read_days(word, &asked->enrolled_days, error);
    if (coding__word_is(word, "until")) return coding__word_day(word, &asked->enrolled_until, error);
    if (coding__word_is(word, "treatments")) return add_treatments(to, word, error);
    return *taken = false;
}

static bool read_word(member *to, const coding__word *word, coding_error *error)
{
    coding_member *asked = &to->asked;
    bool          *flag = flag_called(asked, word), taken;
    if (flag) return coding__word_flag(word, flag, error);
    if (read_exchange(to, word, &taken, error)) return true;
    if (taken) return false;
    if (coding__word_is(word, "dialysis")) return read_dialysis(word, asked, error);
    if (coding__word_is(word, "graft")) return read_graft(word, asked, error);
    if (coding__word_is(word, "age")) return coding__word_number(word, 200, &asked->age, error);
    if (coding__word_is(word, "born")) return coding__word_day(word, &asked->born, error);
    if (coding__word_is(word, "sex")) return coding__word_sex(word, &asked->sex, error);
    if (coding__word_is(word, "entitlement")) return read_small(word, 3, &asked->entitlement, error);
    if (coding__word_is(word, "dual")) return read_small(word, 10, &asked->dual, error);
    if (coding__word_is(word, "plan")) return read_plan(word, &to->options.plan, error);
    if (coding__word_is(word, "earlier")) return add_earlier(to, word, error);
    if (coding__word_is(word, "normalization"))
        return coding__word_number(word, 100000, &to->options.normalization, error);
    if (coding__word_is(word, "intensity")) return read_intensity(word, &to->options, error);
    if (coding__word_is(word, "frailty")) return read_frailty(word, &to->options.frailty, error);
    return word->value ? coding__word_refuse(word, error, "no word of a member") : add_diagnosis(to, word, error);
}

static bool read_member(coding_desk *desk, const char *text, size_t length, member *to, coding_error *error)
{
    coding__line line = {text, text + length};
    size_t       most = coding__words_most(length);
    *to = (member){.asked = {.size = sizeof to->asked}, .options = {.size = sizeof to->options}};
    to->diagnoses = coding__arena_take(&desk->arena, most * sizeof *to->diagnoses);
    to->earlier = coding__arena_take(&desk->arena, most * sizeof *to->earlier);
    to->treatments = coding__arena_take(&desk->arena, most * sizeof *to->treatments);
    if (!to->diagnoses || !to->earlier || !to->treatments) return no_memory(error);
    to->asked.diagnoses = to->diagnoses;
    to->asked.earlier = to->earlier;
    to->asked.treatments = to->treatments;
    for (coding__word word; coding__line_next(&line, &word);)
        if (!read_word(to, &word, error)) return false;
    return true;
}

/* False where there is no memory. */
static bool tell(coding_desk *desk, const member *of, const coding_risk_score *score, coding__risk_told *told)
{
    coding__risk_diagnosis *items = coding__arena_take(&desk->arena, (score->use_count + 1) * sizeof *items);
    size_t                  refused = desk->arena.refused;
    told->score = *score;
    told->diagnoses = items;
    told->text = coding_risk_explain(desk, score);
    for (size_t i = 0; items && i < score->use_count; i++)
        items[i] = (coding__risk_diagnosis){of->diagnoses[i].code, of->diagnoses[i].on,
                                            (coding_risk_use)score->uses[i]};
    told->diagnosis_count = items ? score->use_count : 0;
    return items && desk->arena.refused == refused;
}

coding__risk_told coding__room_risk(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                    coding_risk_model model, uint32_t year, coding_error *error)
{
    member            one;
    coding__risk_told told;
    (void)room;
    memset(&told, 0, sizeof told);
    if (!read_member(desk, text, length, &one, error)) return told;
    coding_risk_score score = coding_risk_score_member(desk, &one.asked, model, year, &one.options);
    if (score.status != CODING_OK)
        coding__refuse(error, score.status, "", "%s", coding_risk_explain(desk, &score));
    else if (!tell(desk, &one, &score, &told)) no_memory(error);
    return told;
}

coding__risk_blend coding__room_risk_blend(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                           uint32_t year, coding_error *error)
{
    member one;
    (void)room;
    if (!read_member(desk, text, length, &one, error)) return (coding__risk_blend){0};
    coding_risk_blend   blend = coding_risk_blend_member(desk, &one.asked, year, &one.options);
    coding__risk_share *items = coding__arena_take(&desk->arena, (blend.count + 1) * sizeof *items);
    if (blend.status != CODING_OK) {
        coding__refuse(error, blend.status, "", "the book lacks what paid that year, or the sex is not said");
        return (coding__risk_blend){0};
    }
    bool whole = items != NULL;
    for (size_t i = 0; whole && i < blend.count; i++) {
        items[i].share = blend.shares[i];
        whole = tell(desk, &one, &blend.scores[i], &items[i].told);
    }
    if (!whole) return (coding__risk_blend){.status = CODING_NO_MEMORY};
    return (coding__risk_blend){.payment = blend.payment, .items = items, .count = blend.count};
}

bool coding__room_risk_has(coding__room *room, const coding_book *book, coding_risk_model model,
                           coding_risk_plan plan, uint32_t year)
{
    (void)room;
    return coding_risk_has(book, model, plan, year);
}
