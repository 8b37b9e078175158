/* Cells of a row, each column by its own manner. A cell that says what it cannot is told and passed over. */
#include "exchange/claims.h"

#include <string.h>

#include "base/text.h"
#include "exchange/amount.h"

/* A word of a cell that holds several, parted by blanks, commas or semicolons. */
typedef struct word {
    const char *text;
    size_t      length;
} word;

static bool parts(char c) { return c == ' ' || c == ',' || c == ';'; }

static bool next_word(const char **at, word *found)
{
    while (**at && parts(**at)) ++*at;
    const char *begin = *at;
    while (**at && !parts(**at)) ++*at;
    *found = (word){begin, (size_t)(*at - begin)};
    return found->length > 0;
}

static void refuse(coding_claims *claims, const coding__row *row, coding__column column, const char *mend)
{
    const char *cell = row->cells[column];
    coding__claims_tell(claims, (coding__claims_place){coding__column_name(column), row->line, 0, row->offset},
                        CODING_CLAIMS_CELL, "\"%s\" cannot be read; %s", coding__claims_quoted(cell, strlen(cell)).text,
                        mend);
}

/* Cells whose bytes are taken as they are: what is wrong with them, the review says. */
static const char *said(const coding__row *row, coding__column column)
{
    return *row->cells[column] ? row->cells[column] : NULL;
}

/* 2026-01-05 or 20260105; or two of them: 2026-01-05..2026-01-07. */
static void read_days(coding_claims *claims, const coding__row *row, coding__column column, coding_date *first,
                      coding_date *last)
{
    const char *cell = row->cells[column], *two = strstr(cell, "..");
    size_t      length = two ? (size_t)(two - cell) : strlen(cell);
    if (!*cell) return;
    *first = coding_date_parse(cell, length);
    *last = two ? coding_date_parse(two + 2, strlen(two + 2)) : *first;
    if (*first && *last) return;
    *first = *last = 0;
    refuse(claims, row, column, "a day is written 2026-01-05");
}

static coding_date read_day(coding_claims *claims, const coding__row *row, coding__column column)
{
    const char *cell = row->cells[column];
    coding_date on = *cell ? coding_date_parse(cell, strlen(cell)) : 0;
    if (*cell && !on) refuse(claims, row, column, "a day is written 2026-01-05");
    return on;
}

static int64_t read_cents(coding_claims *claims, const coding__row *row, coding__column column)
{
    const char *cell = row->cells[column];
    int64_t     cents = 0;
    if (*cell == '$') cell++;
    if (*row->cells[column] && !coding__cents_parse(cell, strlen(cell), &cents))
        refuse(claims, row, column, "dollars are written like 125 or 125.50");
    return cents;
}

/* An empty kind is that of the type of bill, or a practitioner's. */
static coding_claim_kind read_kind(coding_claims *claims, const coding__row *row)
{
    const char *cell = row->cells[CODING__COLUMN_KIND], *bill = row->cells[CODING__COLUMN_BILL];
    for (int i = CODING_CLAIM_PROFESSIONAL; i <= CODING_CLAIM_DENTAL; i++) {
        const char *name = coding_claim_kind_name((coding_claim_kind)i);
        if (coding__text_equal(cell, strlen(cell), name, strlen(name))) return (coding_claim_kind)i;
    }
    if (*cell) refuse(claims, row, CODING__COLUMN_KIND, "professional, outpatient, inpatient, dme or dental is meant");
    if (!*bill) return CODING_CLAIM_PROFESSIONAL;
    while (*bill == '0') bill++;
    return bill[0] == '1' && (bill[1] == '1' || bill[1] == '2') ? CODING_CLAIM_INPATIENT : CODING_CLAIM_OUTPATIENT;
}

static void read_age(coding_claims *claims, const coding__row *row, coding_claim_options *whole)
{
    const char *cell = row->cells[CODING__COLUMN_AGE];
    if (!*cell) return;
    whole->has_age = coding__count_parse(cell, strlen(cell), &whole->age);
    if (!whole->has_age) refuse(claims, row, CODING__COLUMN_AGE, "an age is a number of whole years");
}

static coding_sex read_sex(coding_claims *claims, const coding__row *row)
{
    static const char *const names[][2] = {{"M", "male"}, {"F", "female"}, {"U", "unknown"}};
    static const coding_sex  sexes[] = {CODING_SEX_MALE, CODING_SEX_FEMALE, CODING_SEX_UNKNOWN};
    const char              *cell = row->cells[CODING__COLUMN_SEX];
    for (size_t i = 0; i < sizeof sexes / sizeof *sexes; i++)
        for (size_t j = 0; j < 2; j++)
            if (coding__text_equal(cell, strlen(cell), names[i][j], strlen(names[i][j]))) return sexes[i];
    if (*cell) refuse(claims, row, CODING__COLUMN_SEX, "M, F or U is meant");
    return CODING_SEX_UNKNOWN;
}

/* One letter each, in the order of the diagnoses; - or 1 where none is reported. */
static bool read_poa(const char **at, coding_poa *poa)
{
    static const char letters[] = {
        [CODING_POA_YES] = 'Y', [CODING_POA_NO] = 'N', [CODING_POA_UNKNOWN] = 'U', [CODING_POA_UNDETERMINED] = 'W'};
    while (**at && parts(**at)) ++*at;
    char letter = coding__to_upper(**at);
    *poa = CODING_POA_BLANK;
    if (!letter) return true;
    ++*at;
    for (unsigned i = CODING_POA_YES; i <= CODING_POA_UNDETERMINED; i++)
        if (letter == letters[i]) *poa = (coding_poa)i;
    return *poa || letter == '-' || letter == '1';
}

static void read_diagnoses(coding_claims *claims, const coding__row *row, coding__column column, coding_claim_role role)
{
    const char *at = row->cells[column], *poa = role ? "" : row->cells[CODING__COLUMN_POA];
    bool        read = true;
    for (word code; next_word(&at, &code);) {
        const char              *text = coding__claims_text(claims, code.text, code.length);
        coding__draft_diagnosis *diagnosis = coding__draft_add_diagnosis(&claims->draft, text ? text : "", role);
        if (!diagnosis) return;
        read = read_poa(&poa, &diagnosis->with.poa) && read;
    }
    while (*poa && parts(*poa)) poa++;
    if (!read || *poa) refuse(claims, row, CODING__COLUMN_POA, "it is one of Y, N, U, W or - for each diagnosis");
}

/* 02703DZ or 02703DZ@2026-01-10 */
static void read_procedures(coding_claims *claims, const coding__row *row)
{
    const char *at = row->cells[CODING__COLUMN_PROCEDURES];
    bool        read = true;
    for (word code; next_word(&at, &code);) {
        const char              *sign = memchr(code.text, '@', code.length);
        size_t                   length = sign ? (size_t)(sign - code.text) : code.length;
        const char              *text = coding__claims_text(claims, code.text, length);
        coding__draft_procedure *procedure = coding__draft_add_procedure(&claims->draft, text ? text : "");
        if (!procedure) return;
        if (sign) procedure->on = coding_date_parse(sign + 1, code.length - length - 1);
        read = read && (!sign || procedure->on);
    }
    if (!read) refuse(claims, row, CODING__COLUMN_PROCEDURES, "a procedure's day is written 02703DZ@2026-01-10");
}

void coding__table_read_claim(coding_claims *claims, const coding__row *row)
{
    coding_claim_options *whole = &claims->draft.whole;
    coding_date           last = read_day(claims, row, CODING__COLUMN_LAST);
    whole->id = said(row, CODING__COLUMN_CLAIM);
    whole->kind = read_kind(claims, row);
    read_days(claims, row, CODING__COLUMN_FIRST, &whole->first, &whole->last);
    if (last) whole->last = last;
    whole->born = read_day(claims, row, CODING__COLUMN_BORN);
    read_age(claims, row, whole);
    whole->sex = read_sex(claims, row);
    whole->discharge = said(row, CODING__COLUMN_STATUS);
    whole->bill = said(row, CODING__COLUMN_BILL);
    whole->provider = said(row, CODING__COLUMN_PROVIDER);
    whole->place = said(row, CODING__COLUMN_PLACE);
    whole->charge = read_cents(claims, row, CODING__COLUMN_TOTAL);
    read_diagnoses(claims, row, CODING__COLUMN_DIAGNOSES, CODING_ROLE_LISTED);
    read_diagnoses(claims, row, CODING__COLUMN_ADMITTING, CODING_ROLE_ADMITTING);
    read_diagnoses(claims, row, CODING__COLUMN_REASON, CODING_ROLE_REASON);
    read_diagnoses(claims, row, CODING__COLUMN_CAUSE, CODING_ROLE_CAUSE);
    read_procedures(claims, row);
}

static double read_units(coding_claims *claims, const coding__row *row)
{
    const char *cell = row->cells[CODING__COLUMN_UNITS];
    double      units = 0;
    if (!*cell || (coding__units_parse(cell, strlen(cell), &units) && units > 0)) return units;
    refuse(claims, row, CODING__COLUMN_UNITS, "units are a number above 0");
    return 0;
}

/* A row without a service is one of diagnoses alone, as a stay's may be. */
static bool has_line(coding_claims *claims, const coding__row *row)
{
    coding__column column = CODING__COLUMN_CODE;
    if (*row->cells[CODING__COLUMN_CODE] || *row->cells[CODING__COLUMN_REVENUE]) return true;
    while (column < CODING__COLUMNS && !*row->cells[column]) column++;
    if (column < CODING__COLUMNS) refuse(claims, row, column, "the line has no code and no revenue code to go with it");
    return false;
}

void coding__table_read_line(coding_claims *claims, const coding__row *row)
{
    coding__draft_line *line = has_line(claims, row) ? coding__draft_add_line(&claims->draft) : NULL;
    if (!line) return;
    line->code = row->cells[CODING__COLUMN_CODE];
    line->with.modifiers = said(row, CODING__COLUMN_MODIFIERS);
    line->with.units = read_units(claims, row);
    line->with.charge = read_cents(claims, row, CODING__COLUMN_CHARGE);
    line->with.place = said(row, CODING__COLUMN_POS);
    line->with.revenue = said(row, CODING__COLUMN_REVENUE);
    read_days(claims, row, CODING__COLUMN_DAY, &line->with.first, &line->with.last);
    line->with.pointers = said(row, CODING__COLUMN_POINTERS);
    line->with.provider = said(row, CODING__COLUMN_RENDERING);
    line->with.ndc = said(row, CODING__COLUMN_NDC);
}
