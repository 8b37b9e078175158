/* How far a long piece of work is, on standard error: a bar on a terminal, redrawn at most ten times a second; else a
 * line for each stage that takes longer than two seconds. */
#ifndef CODING_TOOL_PROGRESS_H
#define CODING_TOOL_PROGRESS_H

#include <coding/base.h>

typedef struct progress {
    char   stage[48];
    double began; /* seconds of the clock */
    double stage_began;
    double drawn;
    bool   quiet;
    bool   terminal;
    bool   is_told;  /* this stage has its line */
    bool   is_drawn; /* a bar stands on the line */
} progress;

void coding__progress_start(progress *of, bool quiet);

/* Fits coding__compile_watch: `context` is a progress. */
void coding__progress_tell(void *context, const char *stage, uint64_t done, uint64_t total);

/* Wipes the bar; answers the seconds since the start. */
double coding__progress_end(progress *of);

#endif
