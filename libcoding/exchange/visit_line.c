/* A visit from one line: words are its family, or fields of coding_visit by their names. */
#include <coding/visit.h>

#include <stddef.h>
#include <string.h>

#include "base/refuse.h"
#include "base/text.h"

enum { MOST = 9999 }; /* of anything that is counted at one visit */

typedef struct word {
    const char *text;
    size_t      length;
} word;

/* A field that is counted, or is there or not. */
typedef struct field {
    const char *name;
    size_t      offset;
    bool        is_truth;
} field;

#define COUNT(name)                                                                                                    \
    {                                                                                                                  \
#name, offsetof(coding_visit, name), false                                                                     \
    }
#define TRUTH(name)                                                                                                    \
    {                                                                                                                  \
#name, offsetof(coding_visit, name), true                                                                      \
    }

static const field fields[] = {
    COUNT(minutes),        COUNT(minor),       COUNT(stable_chronic), COUNT(acute_uncomplicated),
    COUNT(chronic_worse),  COUNT(undiagnosed), COUNT(acute_systemic), COUNT(acute_complicated),
    COUNT(chronic_severe), COUNT(threat),      COUNT(notes_reviewed), COUNT(tests_reviewed),
    COUNT(tests_ordered),  TRUTH(historian),   TRUTH(interpretation), TRUTH(discussion),
    TRUTH(medicare),
};

enum { FIELDS = sizeof fields / sizeof *fields, FAMILY_BIT = FIELDS, BILLED_BIT, RISK_BIT };

static bool is_word(word w, const char *text) { return coding__text_equal(w.text, w.length, text, strlen(text)); }

static bool refuse(coding_error *error, word at, const char *reason)
{
    char   said[80];
    size_t length = at.length < sizeof said ? at.length : sizeof said - 1;
    memcpy(said, at.text, length);
    said[length] = '\0';
    return coding__refuse(error, CODING_MISUSE, said, "%s", reason);
}

/* The name before `=`; its value in `value`, empty of no text where there is no `=`. */
static word name_of(word w, word *value)
{
    const char *equals = memchr(w.text, '=', w.length);
    size_t      length = equals ? (size_t)(equals - w.text) : w.length;
    *value = (word){equals ? equals + 1 : NULL, equals ? w.length - length - 1 : 0};
    return (word){w.text, length};
}

static bool number_of(word w, uint32_t *number)
{
    *number = 0;
    for (size_t i = 0; i < w.length; i++) {
        if (!coding__is_digit(w.text[i])) return false;
        *number = 10 * *number + (uint32_t)(w.text[i] - '0');
        if (*number > MOST) return false;
    }
    return w.length > 0;
}

static bool read_family(word w, coding_visit *visit)
{
    for (int i = CODING_VISIT_OFFICE_NEW; i <= CODING_VISIT_HOME_ESTABLISHED; i++) {
        if (!is_word(w, coding_visit_family_name((coding_visit_family)i))) continue;
        visit->family = (coding_visit_family)i;
        return true;
    }
    return false;
}

static bool read_risk(word w, coding_visit *visit)
{
    for (int i = CODING_MDM_NONE; i <= CODING_MDM_HIGH; i++) {
        if (!is_word(w, coding_mdm_name((coding_mdm)i))) continue;
        visit->risk = (coding_mdm)i;
        return true;
    }
    if (!is_word(w, "minimal")) return false;
    visit->risk = CODING_MDM_STRAIGHTFORWARD;
    return true;
}

static bool read_field(const field *of, word value, coding_visit *visit)
{
    uint32_t number = 1;
    char    *at = (char *)visit + of->offset;
    if (value.text && !number_of(value, &number)) return false;
    if (of->is_truth && number > 1) return false;
    if (of->is_truth) *(bool *)(void *)at = number == 1;
    else *(uint32_t *)(void *)at = number;
    return true;
}

static unsigned field_of(word name)
{
    unsigned i = 0;
    while (i < FIELDS && !is_word(name, fields[i].name)) i++;
    return i;
}

/* Reads a word; which one it was in `bit`. NULL, or why it cannot be read. */
static const char *read_word(word w, coding_visit *visit, unsigned *bit)
{
    word     value, name = name_of(w, &value);
    unsigned known = field_of(name);
    *bit = known;
    if (known < FIELDS && fields[known].is_truth)
        return read_field(&fields[known], value, visit) ? NULL : "stands alone, or with 0 or 1 behind its =";
    if (known < FIELDS) return read_field(&fields[known], value, visit) ? NULL : "behind its = stands a number to 9999";
    if (is_word(name, "billed")) {
        *bit = BILLED_BIT;
        visit->billed = value.length ? coding_parse(CODING_CPT, value.text, value.length).code : 0;
        return visit->billed ? NULL : "behind its = stands a CPT number, such as 99214";
    }
    if (is_word(name, "risk")) {
        *bit = RISK_BIT;
        return read_risk(value, visit) ? NULL : "behind its = stands minimal, low, moderate or high";
    }
    *bit = FAMILY_BIT;
    return read_family(w, visit) ? NULL : "neither a family, such as office-established, nor a field of a visit";
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool coding_visit_parse(const char *text, size_t length, coding_visit *visit, coding_error *error)
{
    const char *past = text + length;
    uint32_t    seen = 0;
    if (error) memset(error, 0, sizeof *error);
    memset(visit, 0, sizeof *visit);
    visit->size = sizeof *visit;
    for (unsigned bit = 0;; seen |= 1u << bit) {
        while (text < past && is_blank(*text)) text++;
        word w = {text, 0};
        while (text < past && !is_blank(*text)) text++;
        w.length = (size_t)(text - w.text);
        if (!w.length) break;
        const char *reason = read_word(w, visit, &bit);
        if (!reason && seen >> bit & 1) reason = bit == FAMILY_BIT ? "a second family" : "said twice";
        if (reason) return refuse(error, w, reason);
    }
    bool named = visit->family || visit->billed;
    return named || coding__refuse(error, CODING_MISUSE, "", "a visit names its family or what was billed");
}
