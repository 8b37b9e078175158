#define _POSIX_C_SOURCE 200809L

#include "tool/progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 30 };
static const double REDRAW = 0.1, PATIENCE = 2.0; /* seconds */

static double now(void)
{
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void coding__progress_start(progress *of, bool quiet)
{
    *of = (progress){.began = now(), .quiet = quiet, .terminal = isatty(STDERR_FILENO)};
}

static void turn_to(progress *of, const char *stage)
{
    if (strncmp(of->stage, stage, sizeof of->stage - 1) == 0) return;
    snprintf(of->stage, sizeof of->stage, "%s", stage);
    of->stage_began = now();
    of->is_told = false;
    of->drawn = 0;
}

static void draw(progress *of, uint64_t done, uint64_t total)
{
    double time = now(), share = total ? (double)done / (double)total : 0;
    if (time - of->drawn < REDRAW) return;
    if (share > 1) share = 1;
    int filled = (int)(share * BAR);
    fprintf(stderr, "\r%-20.40s [%.*s%*s] %3.0f %%  %.0f s\033[K", of->stage, filled, "##############################",
            BAR - filled, "", share * 100, time - of->began);
    fflush(stderr);
    of->drawn = time;
    of->is_drawn = true;
}

static void tell(progress *of)
{
    if (of->is_told || now() - of->stage_began < PATIENCE) return;
    fprintf(stderr, "%s ...\n", of->stage);
    of->is_told = true;
}

void coding__progress_tell(void *context, const char *stage, uint64_t done, uint64_t total)
{
    progress *of = context;
    if (of->quiet) return;
    turn_to(of, stage);
    if (of->terminal) draw(of, done, total);
    else tell(of);
}

double coding__progress_end(progress *of)
{
    if (of->is_drawn) fputs("\r\033[K", stderr);
    of->is_drawn = false;
    return now() - of->began;
}
