#include "compile/pair_edits.h"

#include <stdio.h>

#include "compile/services.h"

void coding__pair_edits_start(coding__pair_edits *edits, coding__model *model, const coding__file *file,
                              uint8_t setting, coding_date first, coding_date until, coding_date back)
{
    char                release[64];
    coding__claim_table kind = setting ? CODING__TABLE_PTP_OUTPATIENT : CODING__TABLE_PTP_PRACTITIONER;
    snprintf(release, sizeof release, "NCCI PTP %s %uQ%u", setting ? "outpatient hospital" : "practitioner",
             (unsigned)(first / 10000), (unsigned)((first / 100 % 100 - 1) / 3 + 1));
    *edits = (coding__pair_edits){.model = model, .setting = setting};
    edits->origin = coding__add_claim_file(model, file, kind, release, first, until, back);
}

/* Days of 26 bits, a word of 24 and an indicator fit a code's 63 bits; first days are rare and share what is left. */
static coding_code key_of(const coding__pair_state *state)
{
    coding_code key = (coding_code)(state->until % 0x4000000u) << 28 | (coding_code)(state->why & 0xFFFFFF) << 4
                      | (coding_code)(state->indicator - '0' + 1);
    return (key ^ (coding_code)state->first * 0x9E3779B1u) & INT64_MAX;
}

static bool is_same(const coding__pair_state *a, const coding__pair_state *b)
{
    return a->first == b->first && a->until == b->until && a->why == b->why && a->indicator == b->indicator;
}

static uint32_t new_state(coding__pair_edits *edits, coding__pair_state state)
{
    state.origin = edits->origin;
    state.setting = edits->setting;
    *(coding__pair_state *)coding__push(edits->model, &edits->model->claims.states, sizeof state) = state;
    return (uint32_t)edits->model->claims.states.count - 1;
}

static uint32_t state_number(coding__pair_edits *edits, const coding__pair_state *state)
{
    const coding__pair_state *all = edits->model->claims.states.items;
    for (coding_code key = key_of(state) | 1;; key = (key + 2) & INT64_MAX) { /* two that share a key stand apart */
        uint32_t number = coding__map_get(&edits->states, key);
        if (number != UINT32_MAX && is_same(&all[number], state)) return number;
        if (number != UINT32_MAX) continue;
        number = new_state(edits, *state);
        coding__map_put(edits->model, &edits->states, key, number);
        return number;
    }
}

bool coding__add_pair_edit(coding__pair_edits *edits, coding__cell column1, coding__cell column2,
                           coding__pair_state state, uint32_t line)
{
    coding_code one = coding__service_code(column1), two = coding__service_code(column2);
    if (!one || !two) return false;
    uint32_t first = coding__service_number(edits->model, column1);
    uint32_t second = coding__service_number(edits->model, column2);
    if (first == CODING__NO_SERVICE_NUMBER || second == CODING__NO_SERVICE_NUMBER) return true; /* not for this book */
    coding__pair_edit edit = {(uint16_t)first, (uint16_t)second, state_number(edits, &state), line};
    *(coding__pair_edit *)coding__push(edits->model, &edits->model->claims.edits, sizeof edit) = edit;
    return true;
}

void coding__pair_edits_end(coding__pair_edits *edits) { coding__map_end(&edits->states); }
