/* Building a claim: texts are read as they come, and what is wrong with them is kept for the review to say. */
#include "rule/claim.h"

#include <string.h>

#include "base/text.h"

/* What the caller's struct has of ours, the rest zero: older programs know fewer fields. */
static void take_options(void *own, size_t size, const void *given)
{
    size_t theirs = 0;
    memset(own, 0, size);
    if (given) memcpy(&theirs, given, sizeof theirs);
    if (given) memcpy(own, given, theirs < size ? theirs : size);
}

static const char *copied_part(coding_claim *claim, const char *text, size_t length)
{
    const char *copy = length ? coding__arena_text(&claim->desk->arena, text, length) : "";
    claim->lacks |= !copy;
    return copy ? copy : "";
}

/* A part more, zeroed. A builder answers nothing: that it lacks a part is the review's to say. */
static void *added(coding_claim *claim, coding__list *list, size_t width)
{
    void *part = coding__list_add(&claim->desk->arena, list, width);
    claim->lacks |= !part;
    return part;
}

static const char *copied(coding_claim *claim, const char *text)
{
    return text ? copied_part(claim, text, strlen(text)) : "";
}

static coding_code short_code(coding_system system, const char *text)
{
    return *text ? coding_parse(system, text, strlen(text)).code : 0;
}

static void copy_texts(coding_claim *claim)
{
    coding_claim_options *whole = &claim->whole;
    whole->id = copied(claim, whole->id);
    whole->provider = copied(claim, whole->provider);
    whole->discharge = copied(claim, whole->discharge);
    whole->bill = copied(claim, whole->bill);
    whole->place = copied(claim, whole->place);
    claim->discharge = short_code(CODING_DISCHARGE, whole->discharge);
    claim->bill = short_code(CODING_TOB, whole->bill);
    claim->place = short_code(CODING_POS, whole->place);
}

/* A number of an enumeration, or 0 for one that it does not have. */
static unsigned known(unsigned value, unsigned last) { return value <= last ? value : 0; }

coding_claim *coding_claim_new(coding_desk *desk, const coding_claim_options *options)
{
    coding_claim *claim = coding__arena_take(&desk->arena, sizeof *claim);
    if (!claim) return NULL;
    claim->desk = desk;
    take_options(&claim->whole, sizeof claim->whole, options);
    claim->whole.kind = (coding_claim_kind)known((unsigned)claim->whole.kind, CODING_CLAIM_DENTAL);
    claim->whole.sex = (coding_sex)known((unsigned)claim->whole.sex, CODING_SEX_FEMALE);
    if (!claim->whole.last) claim->whole.last = claim->whole.first;
    copy_texts(claim);
    return claim;
}

static coding_system diagnosis_system(const coding_claim *claim, coding_system asked)
{
    if (asked != CODING_ANY) return asked;
    return claim->whole.last && claim->whole.last < 20151001 ? CODING_ICD9CM : CODING_ICD10CM;
}

void coding_claim_add_diagnosis(coding_claim *claim, const char *text, size_t length,
                                const coding_diagnosis_options *options)
{
    coding_diagnosis_options with;
    take_options(&with, sizeof with, options);
    coding__diagnosis *diagnosis = claim ? added(claim, &claim->diagnoses, sizeof *diagnosis) : NULL;
    if (!diagnosis) return;
    coding_parsed parsed = coding_parse(diagnosis_system(claim, with.system), text, length);
    *diagnosis = (coding__diagnosis){.code = parsed.code, .damage = parsed.damage,
                                     .role = (coding_claim_role)known((unsigned)with.role, CODING_ROLE_CAUSE),
                                     .poa = (coding_poa)known((unsigned)with.poa, CODING_POA_UNDETERMINED),
                                     .text = copied_part(claim, text, length),
                                     .number = (uint32_t)claim->diagnoses.count};
}

void coding_claim_add_procedure(coding_claim *claim, const char *text, size_t length, coding_date on)
{
    coding__procedure *procedure = claim ? added(claim, &claim->procedures, sizeof *procedure) : NULL;
    if (!procedure) return;
    bool          old = claim->whole.last && claim->whole.last < 20151001;
    coding_parsed parsed = coding_parse(old ? CODING_ICD9PCS : CODING_ICD10PCS, text, length);
    *procedure = (coding__procedure){.code = parsed.code, .damage = parsed.damage, .on = on ? on : claim->whole.first,
                                     .text = copied_part(claim, text, length)};
}

static bool parts_words(char c) { return c == ' ' || c == ',' || c == ':' || c == ';' || c == '\t'; }

/* The next word of a list; its length 0 past the last. */
static coding_span next_word(const char *text, size_t from)
{
    while (text[from] && parts_words(text[from])) from++;
    coding_span word = {from, 0};
    while (text[from + word.length] && !parts_words(text[from + word.length])) word.length++;
    return word;
}

static bool add_modifier(coding__line *line, coding_code modifier)
{
    for (size_t i = 0; i < CODING__MODIFIERS_MOST && modifier; i++) {
        if (line->modifiers[i]) continue;
        line->modifiers[i] = modifier;
        return true;
    }
    return false;
}

static void read_modifiers(coding_claim *claim, coding__line *line, const char *text)
{
    for (coding_span word = next_word(text, 0); word.length; word = next_word(text, word.offset + word.length)) {
        coding_parsed parsed = coding_parse(CODING_MODIFIER, text + word.offset, word.length);
        if (!add_modifier(line, parsed.code) && !line->modifier_text)
            line->modifier_text = copied(claim, text + word.offset);
    }
}

/* 1 to 12, or A to L of a paper claim; 0 for what is neither. */
static uint8_t pointer_of(const char *text, size_t length)
{
    char letter = coding__to_upper(text[0]);
    if (length == 1 && letter >= 'A' && letter <= 'L') return (uint8_t)(letter - 'A' + 1);
    unsigned number = 0;
    for (size_t i = 0; i < length; i++) {
        if (!coding__is_digit(text[i]) || number > UINT8_MAX) return 0;
        number = number * 10 + (unsigned)(text[i] - '0');
    }
    return number <= UINT8_MAX ? (uint8_t)number : 0;
}

static void read_pointers(coding_claim *claim, coding__line *line, const char *text)
{
    size_t count = 0;
    for (coding_span word = next_word(text, 0); word.length; word = next_word(text, word.offset + word.length)) {
        uint8_t pointer = pointer_of(text + word.offset, word.length);
        if (pointer && count < CODING__POINTERS_MOST) line->pointers[count++] = pointer;
        else if (!line->pointer_text) line->pointer_text = copied(claim, text + word.offset);
    }
}

/* CPT and HCPCS share a field: a letter in front says HCPCS. */
static void read_service(coding__line *line, const char *text, size_t length)
{
    coding_parsed parsed = coding_parse(CODING_CPT, text, length);
    if (!parsed.code) {
        coding_parsed second = coding_parse(CODING_HCPCS, text, length);
        if (second.code || (length && coding__is_letter(text[0]))) parsed = second;
    }
    line->code = parsed.code;
    line->damage = length ? parsed.damage : CODING_DAMAGE_NONE;
    for (size_t i = 0; i < CODING__MODIFIERS_MOST; i++) add_modifier(line, parsed.modifiers[i]);
}

static void fill_line(coding_claim *claim, coding__line *line, const coding_line_options *with)
{
    line->units = with->units > 0 ? with->units : 1;
    line->stated = with->units;
    line->charge = with->charge;
    line->first = with->first ? with->first : claim->whole.first;
    line->last = with->last ? with->last : line->first;
    line->place = short_code(CODING_POS, copied(claim, with->place));
    if (!line->place) line->place = claim->place;
    line->revenue = short_code(CODING_REVENUE, copied(claim, with->revenue));
    line->provider = copied(claim, with->provider);
    line->ndc = short_code(CODING_NDC, copied(claim, with->ndc));
    if (with->modifiers) read_modifiers(claim, line, with->modifiers);
    if (with->pointers) read_pointers(claim, line, with->pointers);
}

void coding_claim_add_line(coding_claim *claim, const char *text, size_t length, const coding_line_options *options)
{
    coding_line_options with;
    take_options(&with, sizeof with, options);
    coding__line *line = claim ? added(claim, &claim->lines, sizeof *line) : NULL;
    if (!line) return;
    line->text = copied_part(claim, text, length);
    read_service(line, text, length);
    fill_line(claim, line, &with);
}

coding_claim_options coding_claim_whole(const coding_claim *claim)
{
    coding_claim_options whole = {0};
    if (claim) whole = claim->whole;
    for (size_t i = 0; claim && !claim->whole.charge && i < claim->lines.count; i++)
        whole.charge = coding__cents_sum(whole.charge, coding__line_at(claim, i)->charge);
    return whole;
}

size_t coding_claim_diagnosis_count(const coding_claim *claim) { return claim ? claim->diagnoses.count : 0; }
size_t coding_claim_procedure_count(const coding_claim *claim) { return claim ? claim->procedures.count : 0; }
size_t coding_claim_line_count(const coding_claim *claim) { return claim ? claim->lines.count : 0; }
