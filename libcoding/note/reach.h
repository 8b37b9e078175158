/* How far a cue reaches in its sentence. */
#ifndef CODING_NOTE_REACH_H
#define CODING_NOTE_REACH_H

#include "note/cue.h"

/* Is it about what follows it? */
static inline bool coding__looks_ahead(const coding__cue *cue)
{
    return cue->class < CODING__CUE_PSEUDO && (cue->where == CODING__CUE_BEFORE || cue->where == CODING__CUE_FIRST);
}

/* Does it end the reach of those before it? */
bool coding__ends_reach(const coding__sentence *sentence, const coding__cue *cue);

/* Does it reach what begins at the token `first`, behind it? */
bool coding__reaches(const coding__sentence *sentence, const coding__cue *cue, size_t first);

/* Does it reach back to what ends before the token `past`? */
bool coding__reaches_back(const coding__sentence *sentence, const coding__cues *cues, const coding__cue *cue,
                          size_t past);

/* A relative who tells of the patient, or for or with whom something is done: "his wife noticed", "cares for her
 * mother". */
bool coding__is_bystander(const coding__sentence *sentence, const coding__cues *cues, const coding__cue *cue);

#endif
