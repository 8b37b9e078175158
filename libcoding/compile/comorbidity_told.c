/* Versions of a scheme that no path holds, told by the next one. AHRQ's own account of its versions says that one
 * differs from the next by the codes that were new in the next fiscal year, and names the few things else: those are
 * changes of a table (read_comorbidity_versions.c). So 2024.1 is 2025.1 but for the codes that did not stand by 2023-10-01, 2023.1
 * is 2024.1 but for those that did not stand by 2022-10-01, and so on: each has to be made before it can tell another.
 *
 * A code stood where an edition printed it as billable. A book whose editions begin later cannot say when its codes
 * began: it has no such version. */
#include "compile/comorbidity.h"

enum { STOOD = 1 };

/* A version that is being made. */
typedef struct telling {
    coding__weave          *weave;
    const coding__cmr_told *told;
    uint32_t                from; /* the set of the next version */
    uint32_t                set;  /* the one that is made */
    coding__code_map        stood;
} telling;

/* The set of a version; UINT32_MAX where no path holds it and none was made yet. */
static uint32_t set_of(const coding__model *model, uint32_t scheme, coding__word version)
{
    const coding__cmr_set *sets = model->comorbidity.sets.items;
    uint32_t               best = UINT32_MAX;
    for (uint32_t i = 0; i < model->comorbidity.sets.count; i++) {
        if (sets[i].scheme != scheme || sets[i].version != version || !coding__cmr_is_whole(model, i)) continue;
        if (best == UINT32_MAX || coding__cmr_is_before(model, &sets[i], &sets[best])) best = i;
    }
    return best;
}

/* Billable codes of every edition that began by the day. False where no edition did. */
static bool note_codes(telling *t)
{
    coding__model *model = t->weave->model;
    bool           any = false;
    for (size_t i = 0; i < t->weave->finals.count && !model->no_memory; i++) {
        const coding__final *final = coding__final_at(t->weave, i);
        if (final->system != CODING_ICD10CM || final->first > t->told->codes_by) continue;
        any = true;
        for (size_t k = 0; k < final->rows.count; k++) {
            const coding__printed *row = coding__printed_at(&final->rows, k);
            if (row->billable) coding__map_put(model, &t->stood, row->code, STOOD);
        }
    }
    return any;
}

static void copy_groups(const telling *t)
{
    coding__cmr_facts *facts = &t->weave->model->comorbidity;
    for (size_t i = 0, count = facts->groups.count; i < count; i++) {
        coding__cmr_group group = ((const coding__cmr_group *)facts->groups.items)[i];
        if (group.set != t->from) continue;
        group.set = t->set;
        *coding__cmr_group_of(t->weave->model, t->set, group.name) = group;
    }
}

static void add_code(const telling *t, coding__cmr_code code)
{
    code.set = t->set;
    *(coding__cmr_code *)coding__push(t->weave->model, &t->weave->model->comorbidity.codes, sizeof code) = code;
}

static void copy_codes(const telling *t)
{
    coding__cmr_facts *facts = &t->weave->model->comorbidity;
    for (size_t i = 0, count = facts->codes.count; i < count && !t->weave->model->no_memory; i++) {
        coding__cmr_code code = ((const coding__cmr_code *)facts->codes.items)[i];
        if (code.set == t->from && coding__map_get(&t->stood, code.code) == STOOD) add_code(t, code);
    }
}

static void change_weights(const telling *t, const coding__cmr_change *change)
{
    coding__cmr_group *group = coding__cmr_group_of(t->weave->model, t->set, change->group);
    group->weights[0] = change->weights[0];
    group->weights[1] = change->weights[1];
    group->origin = change->origin;
    group->line = change->line;
}

static void make_changes(const telling *t)
{
    coding__cmr_facts        *facts = &t->weave->model->comorbidity;
    const coding__cmr_change *changes = facts->changes.items;
    for (size_t i = 0; i < facts->changes.count; i++) {
        const coding__cmr_change *c = &changes[i];
        if (c->scheme != t->told->set.scheme || c->version != t->told->set.version) continue;
        if (!c->code) change_weights(t, c);
        else add_code(t, (coding__cmr_code){c->code, 0, c->group, c->origin, c->line});
    }
}

/* True where the version was made. */
static bool tell(coding__weave *weave, const coding__cmr_told *told)
{
    coding__model *model = weave->model;
    telling        t = {.weave = weave, .told = told, .from = set_of(model, told->set.scheme, told->next)};
    if (t.from == UINT32_MAX || set_of(model, told->set.scheme, told->set.version) != UINT32_MAX) return false;
    bool known = note_codes(&t);
    if (known) {
        t.set = (uint32_t)model->comorbidity.sets.count; /* its own, be there a part of a release */
        *(coding__cmr_set *)coding__push(model, &model->comorbidity.sets, sizeof told->set) = told->set;
        copy_groups(&t);
        copy_codes(&t);
        make_changes(&t);
    }
    coding__map_end(&t.stood);
    return known;
}

void coding__cmr_tell(coding__weave *weave)
{
    const coding__vector *told = &weave->model->comorbidity.told;
    for (bool any = true; any && !weave->model->no_memory;) {
        any = false;
        for (size_t i = 0; i < told->count; i++)
            if (tell(weave, (const coding__cmr_told *)told->items + i)) any = true;
    }
}
