#include "rule/editor.h"

const coding__listed *coding__first_listed(const coding__view *view)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (coding__is_ordered(&view->diagnoses[i])) return &view->diagnoses[i];
    return NULL;
}

const coding__listed *coding__diagnosis_on_list(const coding__view *view, uint32_t flags)
{
    for (size_t i = 0; i < view->diagnosis_count; i++)
        if (coding__is_ordered(&view->diagnoses[i]) && view->diagnoses[i].mce & flags) return &view->diagnoses[i];
    return NULL;
}

const coding__listed *coding__procedure_on_list(const coding__view *view, uint32_t flags)
{
    for (size_t i = 0; i < view->procedure_count; i++)
        if (view->procedures[i].mce & flags) return &view->procedures[i];
    return NULL;
}

coding_claim_finding coding__editor_finding(const coding__view *view, coding_claim_rule rule,
                                            coding_claim_part part, const coding__listed *listed)
{
    coding__section section = part == CODING_CLAIM_PART_PROCEDURE ? CODING__MCE_PROCEDURES : CODING__MCE_DIAGNOSES;
    uint32_t        record = CODING__NONE;
    coding_claim_finding finding = {.rule = rule, .place = {(uint32_t)part, listed->number}, .code = listed->code,
                                    .on = view->last};
    coding__mce_flags(view->book, section, listed->row, view->last, &record);
    if (record == CODING__NONE) return finding;
    finding.day = coding__u32(view->book, section, record, CODING__MCE_UNTIL);
    finding.source = coding__source(view->book, coding__u32(view->book, section, record, CODING__MCE_ORIGIN),
                                    coding__u32(view->book, section, record, CODING__MCE_LINE));
    return finding;
}

bool coding__editor_reaches(const coding__view *view)
{
    return coding__claim_table_on(view->book, CODING__TABLE_MCE, view->last, true) != CODING__NONE;
}

uint32_t coding__editor_age(const coding_book *book, uint32_t flag, coding_date on)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__MCE_AGES); i++)
        if (coding__u32(book, CODING__MCE_AGES, i, CODING__MCE_AGE_FLAG) == flag
            && coding__u32(book, CODING__MCE_AGES, i, CODING__MCE_AGE_FIRST) <= on
            && on <= coding__u32(book, CODING__MCE_AGES, i, CODING__MCE_AGE_UNTIL))
            return i;
    return CODING__NONE;
}
