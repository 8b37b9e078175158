/* Pair edits as readers bring them: a file's setting and quarter once, what pairs share interned. */
#ifndef CODING_COMPILE_PAIR_EDITS_H
#define CODING_COMPILE_PAIR_EDITS_H

#include "compile/lines.h"
#include "compile/weave.h"

typedef struct coding__pair_edits {
    coding__model   *model;
    uint32_t         origin;
    uint8_t          setting; /* 0 practitioner, 1 outpatient hospital */
    coding__code_map states;  /* of this file, by what they hold */
} coding__pair_edits;

void coding__pair_edits_start(coding__pair_edits *edits, coding__model *model, const coding__file *file,
                              uint8_t setting, coding_date first, coding_date until, coding_date back);

/* Adds an edit; `state` has its days, indicator and rationale. False where a column holds no procedure. */
bool coding__add_pair_edit(coding__pair_edits *edits, coding__cell column1, coding__cell column2,
                           coding__pair_state state, uint32_t line);

void coding__pair_edits_end(coding__pair_edits *edits);

#endif
