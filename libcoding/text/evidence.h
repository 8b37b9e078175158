/* Why a hit was found: the text that spoke, and what each word of the query matched in it. */
#ifndef CODING_TEXT_EVIDENCE_H
#define CODING_TEXT_EVIDENCE_H

#include "text/finder.h"

/* Fills a hit; what it lists lies on the desk. False where there is no memory. */
bool coding__tell(coding_desk *desk, const coding__query *query, const coding__found *found, coding_hit *hit);

#endif
