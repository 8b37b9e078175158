/* Many stays and members in columns, as languages hand them in: what comes from outside is looked at here. */
#ifndef CODING_BINDINGS_COLUMNS_H
#define CODING_BINDINGS_COLUMNS_H

#include <coding.h>

/* Do the ends of lists go up, and stay within so many items? NULL does, where there are no items. */
bool coding__ends_fit(const uint64_t *ends, size_t count, size_t items);

/* The codes of a text, a line each, as far as there is room; 0 where a line is none. Answers how many lines it has. */
size_t coding__codes_of_lines(coding_system system, const char *text, size_t length, coding_code *codes, size_t room);

/* Groups, and scores. False with the reason in `error`: the book lacks what all of them ask for, or no memory. */
bool coding__group_columns(coding_desk *desk, const coding_stays *stays, const coding_drgs *drgs, coding_error *error);
bool coding__risk_columns(coding_desk *desk, const coding_members *members, coding_risk_model model, uint32_t year,
                          coding_risk_plan plan, const coding_risk_scores *scores, coding_error *error);

#endif
