#include "compile/services.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compile/days.h"
#include "compile/weave.h"

enum { SERVICES_MOST = 65534 }; /* their numbers are 16 bits wide, and one is nobody's */

coding_code coding__service_code(coding__cell cell)
{
    coding_code code = coding_parse(CODING_CPT, cell.text, cell.length).code;
    return code ? code : coding_parse(CODING_HCPCS, cell.text, cell.length).code;
}

static coding_code code_of(const coding__model *model, uint32_t service)
{
    return ((const coding_code *)model->claims.services.items)[service];
}

static uint32_t *slot_of(coding__model *model, coding_code code)
{
    coding__vector *slots = &model->claims.slots;
    uint32_t        mask = (uint32_t)slots->capacity - 1, at = coding__service_hash(code) & mask;
    uint32_t       *all = slots->items;
    while (all[at] && code_of(model, all[at] - 1) != code) at = (at + 1) & mask;
    return &all[at];
}

static bool grow(coding__model *model)
{
    coding__vector *slots = &model->claims.slots;
    if ((model->claims.services.count + 1) * 2 <= slots->capacity) return true;
    size_t    capacity = slots->capacity ? slots->capacity * 2 : 4096;
    uint32_t *items = calloc(capacity, sizeof *items);
    if (!items) return model->no_memory = true, false;
    free(slots->items);
    *slots = (coding__vector){.items = items, .capacity = capacity};
    for (uint32_t i = 0; i < model->claims.services.count; i++) *slot_of(model, code_of(model, i)) = i + 1;
    return true;
}

static uint32_t number_of(coding__model *model, coding_code code)
{
    if (!grow(model)) return CODING__NO_SERVICE_NUMBER;
    uint32_t *slot = slot_of(model, code);
    if (*slot) return *slot - 1;
    if (model->claims.services.count >= SERVICES_MOST) return CODING__NO_SERVICE_NUMBER;
    *(coding_code *)coding__push(model, &model->claims.services, sizeof code) = code;
    if (model->no_memory) return CODING__NO_SERVICE_NUMBER;
    *slot = (uint32_t)model->claims.services.count;
    return *slot - 1;
}

uint32_t coding__number_of_service(coding__model *model, coding_code code)
{
    coding_system system = coding_code_system(code);
    bool          taken = system == CODING_HCPCS || (system == CODING_CPT && !model->public_only);
    return taken ? number_of(model, code) : CODING__NO_SERVICE_NUMBER;
}

uint32_t coding__service_number(coding__model *model, coding__cell cell)
{
    return coding__number_of_service(model, coding__service_code(cell));
}

static unsigned year_at(const char *at)
{
    bool year = at[0] == '2' && at[1] == '0' && coding__is_digit(at[2]) && coding__is_digit(at[3]);
    return year ? 2000 + (unsigned)(at[2] - '0') * 10 + (unsigned)(at[3] - '0') : 0;
}

static coding_date quarter_of(unsigned year, char number)
{
    if (!year || number < '1' || number > '4') return 0;
    return year * 10000 + ((unsigned)(number - '1') * 3 + 1) * 100 + 1;
}

/* 2024q3 or 2024-q3: the first day of that quarter. */
static coding_date quarter_at(const char *at)
{
    unsigned year = year_at(at);
    if (!year) return 0;
    at += at[4] == '-' || at[4] == '_' ? 5 : 4;
    return coding__to_lower(*at) == 'q' ? quarter_of(year, at[1]) : 0;
}

/* NCCI's own versions: ccipra-v302r0 is July 2024, for version 30.0 was January's of that year. */
static coding_date version_at(const char *at)
{
    bool is = coding__to_lower(at[0]) == 'v' && coding__is_digit(at[1]) && coding__is_digit(at[2])
              && coding__is_digit(at[3]) && coding__to_lower(at[4]) == 'r' && coding__is_digit(at[5]);
    return is ? quarter_of(1994 + (unsigned)(at[1] - '0') * 10 + (unsigned)(at[2] - '0'), (char)(at[3] + 1)) : 0;
}

/* Eff_07-01-2024, as the files of units are named. */
static coding_date effect_at(const char *at)
{
    char     day_text[16];
    unsigned month, day, year;
    if (sscanf(at, "Eff_%2u-%2u-%4u", &month, &day, &year) != 3) return 0;
    int length = snprintf(day_text, sizeof day_text, "%04u%02u%02u", year, month, day);
    return coding_date_parse(day_text, (size_t)length);
}

/* The first day that the path names, read from its end: a file's own name says more than its folder's. */
static coding_date quarter_in(const char *path)
{
    for (const char *at = path + strlen(path); at-- > path;) {
        coding_date first = quarter_at(at);
        if (!first) first = version_at(at);
        if (!first) first = effect_at(at);
        if (first) return first;
    }
    return 0;
}

/* A folder that is a year: pfs/2024/. */
static unsigned year_in(const char *path)
{
    for (const char *at = path; *at; at++) {
        if (at[0] != '/' || at[1] != '2' || at[2] != '0') continue;
        if (coding__is_digit(at[3]) && coding__is_digit(at[4]) && at[5] == '/')
            return 2000 + (unsigned)(at[3] - '0') * 10 + (unsigned)(at[4] - '0');
    }
    return 0;
}

bool coding__claim_days(const coding__model *model, const coding__file *file, coding_date *first, coding_date *until)
{
    const coding__known_file *known = coding__known(model, file);
    unsigned                  year = year_in(file->path);
    *first = known ? known->first : quarter_in(file->path);
    *until = known ? known->until : 0;
    if (!*first && year) *first = year * 10000 + 101, *until = year * 10000 + 1231;
    if (*first && !*until) *until = coding__release_end(CODING_HCPCS, *first);
    return *first != 0;
}

bool coding__quarter_days(coding__model *model, const coding__file *file, coding_date *first, coding_date *until)
{
    bool known = coding__claim_days(model, file, first, until);
    if (!known)
        coding__fault(model, file, 0, "", "nobody says of which quarter it is: name it so, as in 2024q3; left out");
    return known;
}

uint32_t coding__add_claim_file(coding__model *model, const coding__file *file, coding__claim_table kind,
                                const char *release, coding_date first, coding_date until, coding_date back)
{
    uint32_t           origin = coding__add_origin(model, file, release, "public domain (CMS)", first);
    coding__claim_file added = {kind, first, until, back ? back : first, origin};
    *(coding__claim_file *)coding__push(model, &model->claims.files, sizeof added) = added;
    return origin;
}

static unsigned quarter_number(coding_date first) { return (unsigned)((first / 100 % 100 - 1) / 3 + 1); }

uint32_t coding__add_units_file(coding__model *model, const coding__file *file, uint8_t setting, coding_date first,
                                coding_date until)
{
    static const char *const settings[] = {"practitioner", "outpatient hospital", "DME supplier"};
    char                     release[64];
    coding__claim_table      kind = (coding__claim_table)(CODING__TABLE_MUE_PRACTITIONER + setting);
    snprintf(release, sizeof release, "NCCI MUE %s %uQ%u", settings[setting], (unsigned)(first / 10000),
             quarter_number(first));
    return coding__add_claim_file(model, file, kind, release, first, until, 0);
}

uint32_t coding__add_add_ons_file(coding__model *model, const coding__file *file, coding_date first, coding_date until)
{
    char release[64];
    snprintf(release, sizeof release, "NCCI add-on codes %uQ%u", (unsigned)(first / 10000), quarter_number(first));
    return coding__add_claim_file(model, file, CODING__TABLE_ADD_ONS, release, first, until, 0);
}

const char *coding__is_there(const coding__model *model, const coding__file *file)
{
    const coding__claim_file *files = model->claims.files.items;
    for (size_t i = 0; i < model->claims.files.count && *file->sha256; i++) {
        const coding__origin *origin = (const coding__origin *)model->origins.items + files[i].origin;
        if (origin->rank < model->rank && strcmp(coding__word_text(model, origin->sha256), file->sha256) == 0)
            return "a path before this one has the same table";
    }
    return NULL;
}

const char *coding__not_public(const coding__model *model, const coding__file *file)
{
    if (model->public_only) return "it is keyed by CPT numbers, which a public book leaves out";
    return coding__is_there(model, file);
}

uint8_t coding__small_number(coding__cell cell)
{
    while (cell.length > 1 && cell.text[cell.length - 1] == '0' && memchr(cell.text, '.', cell.length)) cell.length--;
    if (cell.length && cell.text[cell.length - 1] == '.') cell.length--;
    uint64_t number = coding__cell_number(cell);
    return number < UINT8_MAX ? (uint8_t)number : UINT8_MAX;
}
