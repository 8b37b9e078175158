/* Names of models, segments and plans as tables have them; shared by the compiler and the library. */
#ifndef CODING_GROUP_RISK_NAMES_H
#define CODING_GROUP_RISK_NAMES_H

#include <coding/risk.h>

/* How many there are, with none. */
enum {
    CODING__RISK_MODEL_TOTAL = CODING_RISK_HHS_V08 + 1,
    CODING__SEGMENT_TOTAL = CODING_SEGMENT_INFANT_CATASTROPHIC + 1
};

/* The column of a segment among its model's coefficients, less than CODING__RISK_SLOTS: segments of one kind of model
 * follow one another. Of variables that stand without a segment, which the exchanges have none of: a tenth. */
unsigned coding__risk_slot(coding_risk_segment segment);
enum { CODING__RISK_SLOT_ALONE = 9 };

/* A model of the exchanges? */
static inline bool coding__risk_is_exchange(coding_risk_model model) { return model >= CODING_RISK_HHS_V07; }

/* The number of a category as tables have it: "37", "35_1", "RXC_06", "ACF_PrEP"; 0 where it is none. Divided ones are
 * 1000 and more apart, so that ranges of plain numbers do not meet them. */
unsigned coding__risk_category_number(const char *text, size_t length);

/* Its variable among the model's coefficients: "HCC37", "HHS_HCC035_1". */
enum { CODING__RISK_NAME = 24 };
const char *coding__risk_category_name(coding_risk_model model, unsigned number, char name[CODING__RISK_NAME]);

/* Has the model such a segment? */
bool coding__risk_segment_is_of(coding_risk_segment segment, coding_risk_model model);

/* The same with small and large letters apart, as the agency prints it; CODING_SEGMENT_NONE where it is none. */
coding_risk_segment coding__risk_segment_named(const char *name, size_t length);

#endif
