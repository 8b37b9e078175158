/* Schemes of comorbidity as they are read: what two readers share. */
#ifndef CODING_COMPILE_COMORBIDITY_H
#define CODING_COMPILE_COMORBIDITY_H

#include "compile/lines.h"
#include "compile/weave.h"

/* The number of the set of that scheme and version and of the rank of the path being read, or of another path where it
 * lacks the part that this one has; made where it is not there. */
uint32_t coding__cmr_set_of(coding__model *model, const coding__cmr_set *like);

/* The group of that name of a set, made where it is not there; the pointer holds until the next one is made. */
coding__cmr_group *coding__cmr_group_of(coding__model *model, uint32_t set, coding__word name);

/* What is asked of a set that two paths hold: the one of a release comes before a told one, then the earlier path. */
bool coding__cmr_is_before(const coding__model *model, const coding__cmr_set *set, const coding__cmr_set *other);

/* Are its codes there, and its weights? */
bool coding__cmr_is_whole(const coding__model *model, uint32_t set);

/* Makes the versions that no path holds out of the next ones (comorbidity_told.c). */
void coding__cmr_tell(coding__weave *weave);

#endif
