/* Schemes of comorbidity in our own layout, two tables:
 *
 *     scheme         version  group  title             poa  first_weight  second_weight  instead_of  because
 *     charlson-quan  2005     METS   Metastatic tumor  -    6             6              CANCER      ...
 *
 *     scheme         version  group  system   codes                     because
 *     charlson-quan  2005     CHF    icd10cm  I09.9 I42.5-I42.9 I43     ...
 *
 * `poa`: yes where a group counts only what was present on admission; part names what another group is made of. Codes are
 * beginnings of codes, but for AHRQ's, which are whole. A range runs over the digits: C00-C26, I42.5-I42.9, 430-438. */
#include <coding/comorbidity.h>

#include <stdio.h>
#include <string.h>

#include "compile/comorbidity.h"
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/table.h"

static const char groups_head[] = "scheme version group title poa first_weight second_weight instead_of";
static const char codes_head[] = "scheme version group system codes";

static bool recognises_groups(const coding__file *file) { return coding__is_table(file, groups_head); }
static bool recognises_codes(const coding__file *file) { return coding__is_table(file, codes_head); }

/* The set of the row; UINT32_MAX, with a fault, where it names none. */
static uint32_t set_of(coding__tsv *table, uint32_t origin)
{
    coding__cell    name = coding__table_cell(table, "scheme");
    coding__cmr_set set = {.origin = origin, .version = coding__table_word(table, "version")};
    set.scheme = coding_comorbidity_scheme_parse(name.text, name.length);
    set.by_beginning = set.scheme != CODING_ELIXHAUSER_AHRQ;
    set.first = set.scheme == CODING_CHARLSON_DEYO ? 19791001 : 20151001;
    set.until = coding__table_day(table, "until");
    if (set.scheme && set.version) return coding__cmr_set_of(table->model, &set);
    coding__table_fault(table, "scheme", "no scheme of that name, or no version: left out");
    return UINT32_MAX;
}

static int32_t weight_in(coding__tsv *table, const char *name)
{
    coding__cell cell = coding__table_cell(table, name);
    bool         minus = cell.length > 1 && cell.text[0] == '-';
    coding__cell digits = {cell.text + minus, cell.length - minus};
    uint64_t     number = digits.length ? coding__cell_number(digits) : UINT64_MAX;
    if (number > 1000000) {
        coding__table_fault(table, name, "no whole number: taken as 0");
        return 0;
    }
    return minus ? -(int32_t)number : (int32_t)number;
}

/* What AHRQ's stroke is made of goes by these names in its own files, too. */
static uint32_t flags_of(coding__tsv *table)
{
    coding__cell name = coding__table_cell(table, "group"), poa = coding__table_cell(table, "poa");
    bool         part = coding__cell_is(poa, "part");
    uint32_t     flags = part || coding__cell_is(poa, "yes") ? CODING__CMR_NEEDS_POA : 0;
    if (!part && coding__cell_is(name, "CBVD") && flags) return flags | CODING__CMR_IS_STROKE;
    if (!part) return flags;
    return flags | CODING__CMR_IS_PART
           | (coding__cell_is(name, "CBVD_SQLA") ? CODING__CMR_IS_SEQUELA : CODING__CMR_IS_ACUTE);
}

static bool read_group(coding__tsv *table, uint32_t origin)
{
    uint32_t     set = set_of(table, origin), flags = flags_of(table);
    coding__word name = coding__table_word(table, "group"), title = coding__table_word(table, "title");
    coding__word instead_of = coding__table_word(table, "instead_of");
    int32_t      first = weight_in(table, "first_weight"), second = weight_in(table, "second_weight");
    if (set == UINT32_MAX) return false;
    coding__cmr_group *group = coding__cmr_group_of(table->model, set, name);
    group->title = title;
    group->flags = flags;
    group->instead_of = instead_of;
    group->weights[0] = first;
    group->weights[1] = second;
    group->origin = origin;
    group->line = table->lines.number;
    return true;
}

static void read_groups(coding__model *model, const coding__file *file)
{
    coding__read_table(
        model, file, "scheme version group title poa first_weight second_weight instead_of until because", read_group);
}

/* What a row of codes says of each of them. */
typedef struct membership {
    coding__tsv     *table;
    coding_system    system;
    coding__cmr_code code;
} membership;

static void add_code(membership *to, coding__cell text)
{
    coding__model *model = to->table->model;
    to->code.code = coding__release_code(to->system, text);
    if (to->code.code) *(coding__cmr_code *)coding__push(model, &model->comorbidity.codes, sizeof to->code) = to->code;
    else coding__table_fault(to->table, "codes", "\"%.*s\" is no code: left out", (int)text.length, text.text);
}

/* A letter or none, and digits; false where it is something else. Dots are passed over. */
static bool read_end(coding__cell cell, char *letter, unsigned *number, int *digits)
{
    *letter = '\0', *number = 0, *digits = 0;
    for (size_t i = 0; i < cell.length; i++) {
        char c = cell.text[i];
        if (!i && c >= 'A' && c <= 'Z') *letter = c;
        else if (c >= '0' && c <= '9' && *digits < 5) *number = *number * 10 + (unsigned)(c - '0'), ++*digits;
        else if (c != '.') return false;
    }
    return *digits > 1;
}

static void add_range(membership *to, coding__cell first, coding__cell last)
{
    char     letter, other, text[16];
    unsigned from, until;
    int      digits, more;
    bool     good = read_end(first, &letter, &from, &digits) && read_end(last, &other, &until, &more);
    if (!good || letter != other || digits != more || until < from) {
        coding__table_fault(to->table, "codes", "\"%.*s\" begins no range: left out", (int)first.length, first.text);
        return;
    }
    for (; from <= until; from++) {
        snprintf(text, sizeof text, "%.1s%0*u", (char[]){letter, '\0'}, digits, from);
        add_code(to, coding__cell_of(text));
    }
}

static bool read_codes_row(coding__tsv *table, uint32_t origin)
{
    coding__cell rest = coding__table_cell(table, "codes"), one;
    membership   to = {.table = table, .code = {.origin = origin, .line = table->lines.number}};
    to.system = coding__named_system(table->model, coding__table_cell(table, "system"));
    to.code.set = set_of(table, origin);
    to.code.group = coding__table_word(table, "group");
    if (to.code.set == UINT32_MAX) return false;
    while (rest.length && !table->model->no_memory) {
        coding__split_first(rest, &one, &rest);
        rest = coding__trimmed(rest);
        const char *dash = memchr(one.text, '-', one.length);
        size_t      before = dash ? (size_t)(dash - one.text) : one.length;
        if (dash) add_range(&to, (coding__cell){one.text, before}, (coding__cell){dash + 1, one.length - before - 1});
        else add_code(&to, one);
    }
    return true;
}

static void read_codes(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "scheme version group system codes until because", read_codes_row);
}

const coding__reader coding__comorbidity_groups_reader = {
    .kind = "groups of comorbidity",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_groups,
    .read = read_groups,
};

const coding__reader coding__comorbidity_codes_reader = {
    .kind = "codes of comorbidity",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_codes,
    .read = read_codes,
};
