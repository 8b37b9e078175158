/* Coronary arteries are counted: how many were treated is the body part (B3.6b, B4.4), how many stents were left the
 * device, and each source of a bypass is an operation of its own (B3.6c). */
#ifndef CODING_OPERATION_COUNT_H
#define CODING_OPERATION_COUNT_H

#include "operation/settle.h"

/* Is it one of coronary arteries? */
bool coding__is_coronary(const coding__report *report, const coding__procedure *procedure);

/* Is it a bypass of coronary arteries? Each has a source of its own, and a graft only where that is one. */
bool coding__is_bypass_of_heart(const coding__report *report, const coding__procedure *procedure);

/* Is it one that leaves stents in coronary arteries? */
bool coding__has_stents(const coding__report *report, const coding__procedure *procedure);

/* The label of as many arteries as it treats: "Coronary Artery, Two Arteries"; NULL where that is not said. */
const char *coding__arteries_label(const coding__report *report, const coding__procedure *procedure);

/* Symbols of a stent by its label, for as many as the words say. */
uint64_t coding__stents(const coding__settling *settling, const char *label, coding_span span);

/* A bypass by one of its sources, counted from 0, with the arteries that it leads to; false past the last. */
bool coding__bypass_from(const coding__report *report, const coding__procedure *whole, size_t source,
                         coding__procedure *made);

#endif
