/* coding group: a stay as it was given, and its answer printed. */
#ifndef CODING_TOOL_GROUP_H
#define CODING_TOOL_GROUP_H

#include <coding/group.h>

#include "tool/command.h"

enum { STAY_CODES_MOST = 512, STAY_ID = 64 };

typedef struct stay_words {
    char                  id[STAY_ID];
    coding_stay           stay;
    coding_stay_diagnosis diagnoses[STAY_CODES_MOST];
    coding_code           procedures[STAY_CODES_MOST];
    bool                  procedures_now; /* behind the word px */
} stay_words;

/* The answer, with what would change it, as the session's format wants it. */
void coding__group_print(const session *asked, const stay_words *words, const coding_grouping *grouping,
                         const coding_group_changes *changes);

#endif
