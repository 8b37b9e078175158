/* Names of models, segments and plans as tables have them; shared by the compiler and the library. */
#ifndef CODING_GROUP_RISK_NAMES_H
#define CODING_GROUP_RISK_NAMES_H

#include <coding/risk.h>

/* How many there are, with none. */
enum { CODING__RISK_MODEL_TOTAL = CODING_RISK_RXHCC_V08 + 1, CODING__SEGMENT_TOTAL = CODING_SEGMENT_NE_LTI + 1 };

/* The column of a segment among its model's coefficients, less than CODING__RISK_SLOTS: segments of one kind of model
 * follow one another. Of variables that stand without a segment: the last one. */
unsigned coding__risk_slot(coding_risk_segment segment);
enum { CODING__RISK_SLOT_ALONE = 9 };

/* Has the model such a segment? */
bool coding__risk_segment_is_of(coding_risk_segment segment, coding_risk_model model);

/* The same with small and large letters apart, as the agency prints it; CODING_SEGMENT_NONE where it is none. */
coding_risk_segment coding__risk_segment_named(const char *name, size_t length);

#endif
