/* A claim from one line. The first piece is read into options, each other piece hands its words to the builder. */
#include <coding/exchange.h>

#include <string.h>

#include "base/refuse.h"
#include "base/text.h"
#include "entry/desk.h"
#include "exchange/amount.h"

typedef struct word {
    const char *text;
    size_t      length;
} word;

typedef struct reading {
    coding_desk         *desk;
    coding_claim        *claim;
    coding_error        *error;
    const char          *next; /* of the piece */
    const char          *past;
    coding_claim_options whole;
} reading;

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

static bool next_word(reading *r, word *found)
{
    while (r->next < r->past && is_blank(*r->next)) r->next++;
    const char *begin = r->next;
    while (r->next < r->past && !is_blank(*r->next)) r->next++;
    *found = (word){begin, (size_t)(r->next - begin)};
    return found->length > 0;
}

static bool refuse(reading *r, word at, const char *reason)
{
    char said[80];
    size_t length = at.length < sizeof said ? at.length : sizeof said - 1;
    memcpy(said, at.text, length);
    said[length] = '\0';
    return coding__refuse(r->error, CODING_MISUSE, said, "%s", reason);
}

static bool is_word(word w, const char *text) { return coding__text_equal(w.text, w.length, text, strlen(text)); }

/* The value of `key=value`; false where the word has another key. */
static bool value_of(word w, const char *key, word *value)
{
    size_t length = strlen(key);
    if (w.length <= length || w.text[length] != '=' || !coding__text_equal(w.text, length, key, length)) return false;
    *value = (word){w.text + length + 1, w.length - length - 1};
    return true;
}

static const char *kept(reading *r, word w)
{
    const char *copy = coding__arena_text(&r->desk->arena, w.text, w.length);
    return copy ? copy : "";
}

/* Neither takes a sign. */
static bool number_of(word w, double *number)
{
    bool plain = w.length && (coding__is_digit(w.text[0]) || w.text[0] == '.');
    return plain && coding__units_parse(w.text, w.length, number);
}

/* Dollars, with or without cents. */
static bool cents_of(word w, int64_t *cents)
{
    return w.length && w.text[0] != '-' && coding__cents_parse(w.text, w.length, cents);
}

/* 2024-07-15 or 2024-07-15..2024-07-18 */
static bool days_of(word w, coding_date *first, coding_date *last)
{
    size_t at = 0;
    while (at + 1 < w.length && !(w.text[at] == '.' && w.text[at + 1] == '.')) at++;
    bool   two = at + 1 < w.length;
    *first = coding_date_parse(w.text, two ? at : w.length);
    *last = two ? coding_date_parse(w.text + at + 2, w.length - at - 2) : *first;
    return *first && *last;
}

static bool read_kind(reading *r)
{
    word kind;
    if (!next_word(r, &kind)) return refuse(r, kind, "a claim begins with its kind, such as professional");
    for (int i = CODING_CLAIM_PROFESSIONAL; i <= CODING_CLAIM_DENTAL; i++) {
        r->whole.kind = (coding_claim_kind)i;
        if (is_word(kind, coding_claim_kind_name(r->whole.kind))) return true;
    }
    return refuse(r, kind, "no kind of claim: professional, outpatient, inpatient, dme or dental");
}

static bool read_sex(word w, coding_sex *sex)
{
    if (is_word(w, "M")) *sex = CODING_SEX_MALE;
    else if (is_word(w, "F")) *sex = CODING_SEX_FEMALE;
    else return is_word(w, "-") || is_word(w, "U");
    return true;
}

static bool read_key(reading *r, word w)
{
    coding_claim_options *whole = &r->whole;
    word                  value;
    coding_date           ignored;
    if (value_of(w, "status", &value)) whole->discharge = kept(r, value);
    else if (value_of(w, "bill", &value)) whole->bill = kept(r, value);
    else if (value_of(w, "pos", &value)) whole->place = kept(r, value);
    else if (value_of(w, "id", &value)) whole->id = kept(r, value);
    else if (value_of(w, "npi", &value)) whole->provider = kept(r, value);
    else if (value_of(w, "born", &value)) return days_of(value, &whole->born, &ignored);
    else if (value_of(w, "charge", &value)) return cents_of(value, &whole->charge);
    else return false;
    return true;
}

static bool read_age(word w, coding_claim_options *whole)
{
    double age;
    if (!number_of(w, &age) || age > 999) return false;
    whole->age = (uint32_t)age;
    whole->has_age = true;
    return true;
}

static bool read_head(reading *r)
{
    if (!read_kind(r)) return false;
    for (word w; next_word(r, &w);) {
        bool read = (!r->whole.first && days_of(w, &r->whole.first, &r->whole.last)) || read_sex(w, &r->whole.sex)
                    || read_age(w, &r->whole) || read_key(r, w);
        if (!read) return refuse(r, w, "neither day, sex, age nor one of status= bill= pos= id= npi= born= charge=");
    }
    r->claim = coding_claim_new(r->desk, &r->whole);
    return r->claim || coding__refuse(r->error, CODING_NO_MEMORY, "", "no memory");
}

static bool read_poa(word w, coding_poa *poa)
{
    static const char letters[] = {[CODING_POA_YES] = 'Y', [CODING_POA_NO] = 'N', [CODING_POA_UNKNOWN] = 'U',
                                   [CODING_POA_UNDETERMINED] = 'W'};
    for (unsigned i = CODING_POA_YES; i <= CODING_POA_UNDETERMINED; i++) {
        if (w.length != 1 || coding__to_upper(w.text[0]) != letters[i]) continue;
        *poa = (coding_poa)i;
        return true;
    }
    return w.length == 1 && w.text[0] == '1'; /* of old claims: exempt */
}

static const char *find(word w, char c) { return memchr(w.text, c, w.length); }

static bool read_diagnoses(reading *r, coding_claim_role role)
{
    for (word w; next_word(r, &w);) {
        coding_diagnosis_options with = {.size = sizeof with, .role = role};
        const char              *slash = find(w, '/');
        word                     poa = {slash ? slash + 1 : "", slash ? (size_t)(w.text + w.length - slash - 1) : 0};
        if (slash && !read_poa(poa, &with.poa)) return refuse(r, w, "behind / stands Y, N, U, W or 1");
        coding_claim_add_diagnosis(r->claim, w.text, slash ? (size_t)(slash - w.text) : w.length, &with);
    }
    return true;
}

static bool read_procedures(reading *r)
{
    for (word w; next_word(r, &w);) {
        const char *at = find(w, '@');
        word        days = {at ? at + 1 : "", at ? (size_t)(w.text + w.length - at - 1) : 0};
        coding_date first = 0, last;
        if (at && !days_of(days, &first, &last)) return refuse(r, w, "behind @ stands a day, such as 2026-01-10");
        coding_claim_add_procedure(r->claim, w.text, at ? (size_t)(at - w.text) : w.length, first);
    }
    return true;
}

static bool read_line_word(reading *r, word w, coding_line_options *with)
{
    word rest = {w.text + 1, w.length - 1}, value;
    if (w.text[0] == 'x') return number_of(rest, &with->units);
    if (w.text[0] == '@') return days_of(rest, &with->first, &with->last);
    if (w.text[0] == '$') return cents_of(rest, &with->charge);
    if (w.text[0] == '>') return with->pointers = kept(r, rest), true;
    if (value_of(w, "pos", &value)) return with->place = kept(r, value), true;
    if (value_of(w, "rev", &value)) return with->revenue = kept(r, value), true;
    if (value_of(w, "npi", &value)) return with->provider = kept(r, value), true;
    if (value_of(w, "ndc", &value)) return with->ndc = kept(r, value), true;
    return false;
}

/* The code stands before the first dash, its modifiers behind: 20610-59-RT. */
static bool read_line(reading *r, word code)
{
    coding_line_options with = {.size = sizeof with};
    const char         *dash = find(code, '-');
    char               *modifiers = dash ? coding__arena_text(&r->desk->arena, dash + 1,
                                                              (size_t)(code.text + code.length - dash - 1)) : NULL;
    for (char *at = modifiers; at && *at; at++)
        if (*at == '-') *at = ' ';
    with.modifiers = modifiers;
    for (word w; next_word(r, &w);)
        if (!read_line_word(r, w, &with))
            return refuse(r, w, "on a line stand x units, @ day, > pointers, $ charge, pos= rev= npi= ndc=");
    bool bare = is_word(code, "-"); /* a revenue code alone */
    coding_claim_add_line(r->claim, code.text, bare ? 0 : dash ? (size_t)(dash - code.text) : code.length, &with);
    return true;
}

static bool read_piece(reading *r)
{
    word first;
    if (!next_word(r, &first)) return true;
    if (is_word(first, "dx")) return read_diagnoses(r, CODING_ROLE_LISTED);
    if (is_word(first, "admit")) return read_diagnoses(r, CODING_ROLE_ADMITTING);
    if (is_word(first, "reason")) return read_diagnoses(r, CODING_ROLE_REASON);
    if (is_word(first, "cause")) return read_diagnoses(r, CODING_ROLE_CAUSE);
    if (is_word(first, "pcs")) return read_procedures(r);
    return read_line(r, first);
}

coding_claim *coding_claim_parse(coding_desk *desk, const char *text, size_t length, coding_error *error)
{
    reading     r = {.desk = desk, .error = error, .whole = {.size = sizeof r.whole}};
    const char *past = text + length;
    if (error) memset(error, 0, sizeof *error);
    for (const char *piece = text; piece <= past;) {
        const char *bar = piece < past ? memchr(piece, '|', (size_t)(past - piece)) : NULL;
        r.next = piece;
        r.past = bar ? bar : past;
        if (!(r.claim ? read_piece(&r) : read_head(&r))) return NULL;
        if (!bar) break;
        piece = bar + 1;
    }
    return r.claim;
}
