/* Laying out schemes of comorbidity. Where two paths hold the same version of a scheme, the earlier path wins; but a
 * version that was told by the next one gives way to a release of its own. */
#include "compile/comorbidity.h"

#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

enum { GROUPS_MOST = 64 };

/* A set that is being written: the names of its groups, by bit. */
typedef struct laying {
    coding__weave *weave;
    uint32_t       set;
    coding__word   names[GROUPS_MOST];
    uint32_t       count;
} laying;

/* A code with the bits of its groups. */
typedef struct membership {
    coding_code code;
    uint64_t    groups;
    uint32_t    origin;
    uint32_t    line;
} membership;

static uint32_t rank_of(const coding__model *model, uint32_t origin)
{
    return ((const coding__origin *)model->origins.items)[origin].rank;
}

/* A set in parts may come by several paths, each with a part that it lacks yet. */
static uint32_t set_like(const coding__model *model, const coding__cmr_set *like, bool of_one_path)
{
    const coding__cmr_set *sets = model->comorbidity.sets.items;
    for (uint32_t i = 0; i < model->comorbidity.sets.count; i++) {
        if (sets[i].scheme != like->scheme || sets[i].version != like->version) continue;
        bool same = rank_of(model, sets[i].origin) == rank_of(model, like->origin);
        if (of_one_path ? same : like->parts && sets[i].parts && !(sets[i].parts & like->parts)) return i;
    }
    return UINT32_MAX;
}

uint32_t coding__cmr_set_of(coding__model *model, const coding__cmr_set *like)
{
    uint32_t found = set_like(model, like, true);
    if (found == UINT32_MAX) found = set_like(model, like, false);
    if (found != UINT32_MAX) {
        ((coding__cmr_set *)model->comorbidity.sets.items)[found].parts |= like->parts;
        return found;
    }
    *(coding__cmr_set *)coding__push(model, &model->comorbidity.sets, sizeof *like) = *like;
    return (uint32_t)model->comorbidity.sets.count - 1;
}

coding__cmr_group *coding__cmr_group_of(coding__model *model, uint32_t set, coding__word name)
{
    coding__cmr_group *groups = model->comorbidity.groups.items;
    for (size_t i = 0; i < model->comorbidity.groups.count; i++)
        if (groups[i].set == set && groups[i].name == name) return &groups[i];
    coding__cmr_group *made = coding__push(model, &model->comorbidity.groups, sizeof *made);
    made->set = set;
    made->name = name;
    return made;
}

static uint64_t bit_of(const laying *lay, coding__word name)
{
    for (uint32_t i = 0; i < lay->count; i++)
        if (lay->names[i] == name) return (uint64_t)1 << i;
    return 0;
}

/* The bits of names with blanks between. */
static uint64_t bits_of(const laying *lay, coding__word names)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < lay->count; i++) {
        const char *all = coding__word_text(lay->weave->model, names);
        const char *name = coding__word_text(lay->weave->model, lay->names[i]);
        size_t      length = strlen(name);
        for (const char *at = strstr(all, name); at && length; at = strstr(at + 1, name))
            if ((at == all || at[-1] == ' ') && (!at[length] || at[length] == ' ')) bits |= (uint64_t)1 << i;
    }
    return bits;
}

static void write_group(const laying *lay, const coding__cmr_group *group)
{
    coding__writer *writer = &lay->weave->writer;
    uint32_t        name = coding__writer_text(writer, group->name), title = coding__writer_text(writer, group->title);
    unsigned char  *at = coding__writer_add(writer, CODING__CMR_GROUPS);
    coding__store32(at + CODING__CMR_GROUP_NAME, name);
    coding__store32(at + CODING__CMR_GROUP_TITLE, title);
    coding__store64(at + CODING__CMR_GROUP_CLEARS, group->instead_of ? bits_of(lay, group->instead_of) : 0);
    coding__store32(at + CODING__CMR_GROUP_WEIGHT, (uint32_t)group->weights[0]);
    coding__store32(at + CODING__CMR_GROUP_WEIGHT + 4, (uint32_t)group->weights[1]);
    coding__store32(at + CODING__CMR_GROUP_FLAGS, group->flags);
    coding__store32(at + CODING__CMR_GROUP_ORIGIN, group->origin);
    coding__store32(at + CODING__CMR_GROUP_LINE, group->line);
}

/* Groups in the order in which they were read. */
static void write_groups(laying *lay)
{
    const coding__vector    *groups = &lay->weave->model->comorbidity.groups;
    const coding__cmr_group *all = groups->items;
    for (size_t i = 0; i < groups->count && lay->count < GROUPS_MOST; i++)
        if (all[i].set == lay->set) lay->names[lay->count++] = all[i].name;
    for (size_t i = 0; i < groups->count; i++)
        if (all[i].set == lay->set && bit_of(lay, all[i].name)) write_group(lay, &all[i]);
}

static int by_code_and_line(const void *a, const void *b)
{
    const membership *x = a, *y = b;
    if (x->code != y->code) return x->code < y->code ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static void write_membership(coding__writer *writer, const membership *m)
{
    unsigned char *at = coding__writer_add(writer, CODING__CMR_CODES);
    coding__store64(at + CODING__CMR_CODE_CODE, m->code);
    coding__store64(at + CODING__CMR_CODE_GROUPS, m->groups);
    coding__store32(at + CODING__CMR_CODE_ORIGIN, m->origin);
    coding__store32(at + CODING__CMR_CODE_LINE, m->line);
}

/* A code once, with all of its groups and the first of its rows. Answers the length of the longest. */
static uint32_t write_codes(const laying *lay)
{
    const coding__vector   *codes = &lay->weave->model->comorbidity.codes;
    const coding__cmr_code *all = codes->items;
    membership             *items = calloc(codes->count + 1, sizeof *items);
    size_t                  count = 0, longest = 0;
    if (!items) lay->weave->model->no_memory = true;
    for (size_t i = 0; items && i < codes->count; i++) {
        uint64_t bit = all[i].set == lay->set ? bit_of(lay, all[i].group) : 0;
        if (bit) items[count++] = (membership){all[i].code, bit, all[i].origin, all[i].line};
    }
    if (count) qsort(items, count, sizeof *items, by_code_and_line);
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count && items[i + 1].code == items[i].code) {
            items[i + 1] = (membership){items[i].code, items[i].groups | items[i + 1].groups, items[i].origin,
                                        items[i].line};
            continue;
        }
        write_membership(&lay->weave->writer, &items[i]);
        if (coding_code_length(items[i].code) > longest) longest = coding_code_length(items[i].code);
    }
    free(items);
    return (uint32_t)longest;
}

static void write_set(coding__weave *weave, uint32_t number)
{
    coding__cmr_set set = ((const coding__cmr_set *)weave->model->comorbidity.sets.items)[number];
    laying          lay = {.weave = weave, .set = number};
    uint32_t        group = coding__writer_count(&weave->writer, CODING__CMR_GROUPS);
    uint32_t        code = coding__writer_count(&weave->writer, CODING__CMR_CODES);
    write_groups(&lay);
    uint32_t       longest = write_codes(&lay), version = coding__writer_text(&weave->writer, set.version);
    uint32_t       codes = coding__writer_count(&weave->writer, CODING__CMR_CODES) - code;
    unsigned char *at = coding__writer_add(&weave->writer, CODING__CMR_SETS);
    coding__store32(at + CODING__CMR_SCHEME, set.scheme);
    coding__store32(at + CODING__CMR_VERSION, version);
    coding__store32(at + CODING__CMR_FIRST, set.first);
    coding__store32(at + CODING__CMR_UNTIL, set.until);
    coding__store32(at + CODING__CMR_ORIGIN, set.origin);
    coding__store32(at + CODING__CMR_GROUP, group);
    coding__store32(at + CODING__CMR_GROUP_COUNT, lay.count);
    coding__store32(at + CODING__CMR_CODE, code);
    coding__store32(at + CODING__CMR_CODE_COUNT, codes);
    coding__store32(at + CODING__CMR_LONGEST, set.by_beginning ? longest : 0);
    coding__store32(at + CODING__CMR_TOLD, set.told);
}

bool coding__cmr_is_before(const coding__model *model, const coding__cmr_set *set, const coding__cmr_set *other)
{
    if (set->told != other->told) return other->told;
    return rank_of(model, set->origin) < rank_of(model, other->origin);
}

/* Order of sets: scheme, version as text ("2025.1"). */
static int compare(const coding__model *model, const coding__cmr_set *x, const coding__cmr_set *y)
{
    char version[32];
    if (x->scheme != y->scheme) return x->scheme < y->scheme ? -1 : 1;
    strncpy(version, coding__word_text(model, x->version), sizeof version - 1);
    version[sizeof version - 1] = '\0';
    return strncmp(version, coding__word_text(model, y->version), sizeof version - 1);
}

/* A release in part (its format program alone, say) would answer with groups that nobody has, or scores of 0. */
static bool has_codes(const coding__model *model, uint32_t set)
{
    const coding__cmr_code *codes = model->comorbidity.codes.items;
    for (size_t i = 0; i < model->comorbidity.codes.count; i++)
        if (codes[i].set == set) return true;
    return false;
}

static bool has_weights(const coding__model *model, uint32_t set)
{
    const coding__cmr_group *groups = model->comorbidity.groups.items;
    for (size_t i = 0; i < model->comorbidity.groups.count; i++)
        if (groups[i].set == set && groups[i].line) return true;
    return false;
}

bool coding__cmr_is_whole(const coding__model *model, uint32_t set)
{
    return has_codes(model, set) && has_weights(model, set);
}

static uint32_t next_set(const coding__model *model, uint32_t last)
{
    const coding__cmr_set *sets = model->comorbidity.sets.items;
    uint32_t               best = UINT32_MAX;
    for (uint32_t i = 0; i < model->comorbidity.sets.count; i++) {
        if (last != UINT32_MAX && compare(model, &sets[i], &sets[last]) <= 0) continue;
        if (!coding__cmr_is_whole(model, i)) continue;
        int order = best == UINT32_MAX ? -1 : compare(model, &sets[i], &sets[best]);
        if (order < 0 || (!order && coding__cmr_is_before(model, &sets[i], &sets[best]))) best = i;
    }
    return best;
}

static int by_year_and_code(const void *a, const void *b)
{
    const coding__cmr_exempt *x = a, *y = b;
    if (x->year != y->year) return x->year < y->year ? -1 : 1;
    return x->code < y->code ? -1 : x->code > y->code;
}

static void write_list(coding__weave *weave, uint32_t year, uint32_t origin, const unsigned char *bits, size_t length)
{
    uint32_t       begin = coding__writer_count(&weave->writer, CODING__CMR_BITS);
    unsigned char *at = coding__writer_add(&weave->writer, CODING__CMR_EXEMPT);
    coding__store32(at + CODING__CMR_EXEMPT_FIRST, (year - 1) * 10000 + 1001);
    coding__store32(at + CODING__CMR_EXEMPT_UNTIL, year * 10000 + 930);
    coding__store32(at + CODING__CMR_EXEMPT_ORIGIN, origin);
    coding__store32(at + CODING__CMR_EXEMPT_BITS, begin);
    coding__writer_put(&weave->writer, CODING__CMR_BITS, bits, length);
}

/* Rows of ICD-10-CM: [first, past). */
static void icd10cm_rows(const coding__weave *weave, uint32_t *first, uint32_t *past)
{
    uint32_t row = 0;
    while (row < weave->rows.count && coding_code_system(coding__woven_at(weave, row)->code) != CODING_ICD10CM) row++;
    *first = row;
    while (row < weave->rows.count && coding_code_system(coding__woven_at(weave, row)->code) == CODING_ICD10CM) row++;
    *past = row;
}

static void write_exempt(coding__weave *weave)
{
    coding__vector           *codes = &weave->model->comorbidity.exempt;
    const coding__cmr_exempt *all = codes->items;
    uint32_t                  first, past;
    icd10cm_rows(weave, &first, &past);
    size_t         length = (past - first + 7) / 8;
    unsigned char *bits = calloc(length + 1, 1);
    if (!bits) weave->model->no_memory = true;
    if (codes->count) qsort(codes->items, codes->count, sizeof *all, by_year_and_code);
    for (size_t i = 0; bits && length && i < codes->count; i++) {
        uint32_t at = coding__woven_row(weave, all[i].code) - first;
        if (at < past - first) bits[at / 8] |= (unsigned char)(1u << at % 8);
        if (i + 1 < codes->count && all[i + 1].year == all[i].year) continue;
        write_list(weave, all[i].year, all[i].origin, bits, length);
        memset(bits, 0, length);
    }
    free(bits);
}

static void tell_of_parts(coding__model *model)
{
    const coding__cmr_set *sets = model->comorbidity.sets.items;
    for (uint32_t i = 0; i < model->comorbidity.sets.count; i++) {
        const coding__origin *origin = (const coding__origin *)model->origins.items + sets[i].origin;
        coding__file          file = {.path = coding__word_text(model, origin->file)};
        bool                  codes = has_codes(model, i);
        const char           *what = codes ? "weights" : "codes";
        if (codes != has_weights(model, i)) /* with neither it is no version at all: a list of exempt codes, titles */
            coding__fault(model, &file, 0, "", "version %s came without its %s: it is left out",
                          coding__word_text(model, sets[i].version), what);
    }
}

void coding__write_comorbidity(coding__weave *weave)
{
    coding__cmr_tell(weave);
    tell_of_parts(weave->model);
    for (uint32_t set = next_set(weave->model, UINT32_MAX); set != UINT32_MAX && !weave->model->no_memory;
         set = next_set(weave->model, set))
        write_set(weave, set);
    write_exempt(weave);
}
