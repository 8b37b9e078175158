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

/* What is said of a stay. */
typedef struct stay_answer {
    coding_grouping      grouping;
    coding_group_changes changes;
    coding_group_queries queries;
} stay_answer;

/* The answer as the session's format wants it. */
void coding__group_print(const session *asked, const stay_words *words, const stay_answer *answer);

#endif
