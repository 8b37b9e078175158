/* A module that imports nothing has no clock: JavaScript sets one before it asks about today. It shows the time of the
 * caller's own zone, so that the day of the library is the day on the caller's wall. */
#include <stdint.h>
#include <time.h>

#include "machine.h"

static time_t shown;

EXPORT(machine_clock) void coding__machine_clock(double seconds) { shown = (time_t)seconds; }

time_t time(time_t *at)
{
    if (at) *at = shown;
    return shown;
}

struct tm *localtime_r(const time_t *restrict at, struct tm *restrict parts) { return gmtime_r(at, parts); }
