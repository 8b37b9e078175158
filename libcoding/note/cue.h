/* Cues: words that say how what stands beside them is asserted, after the manner of ConText. */
#ifndef CODING_NOTE_CUE_H
#define CODING_NOTE_CUE_H

#include "note/sentence.h"

enum { CODING__CUES_MOST = 64 };

typedef struct coding__cue {
    uint16_t first, past; /* tokens of the sentence */
    uint8_t  class;       /* coding__cue_class */
    uint8_t  where;       /* coding__cue_where */
    uint8_t  scope;       /* tokens; 0: to the end */
    uint8_t  spare;
    uint32_t record;
} coding__cue;

typedef struct coding__cues {
    coding__cue items[CODING__CUES_MOST];
    size_t      count;
} coding__cues;

/* Cues of a sentence, from the left, the longest at each place. */
void coding__find_cues(const coding_book *book, const coding__sentence *sentence, coding__cues *cues);

/* How the tokens from `first` to the one before `past` are asserted: a mask of coding_assertion, and through `cue` (may
 * be NULL) the cue that stands nearest, or NULL where the passage or nothing decides. */
uint32_t coding__assertion_of(const coding__sentence *sentence, const coding__cues *cues, size_t first, size_t past,
                              const coding__cue **cue);

#endif
