#include "rule/days.h"

/* Counted from a March, so that the leap day is the last of its year. */
static uint32_t number_of(coding_date on)
{
    uint32_t year = on / 10000, month = on / 100 % 100, day = on % 100;
    if (month < 3) year--, month += 12;
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day;
}

uint32_t coding__days_between(coding_date first, coding_date last)
{
    return first && first < last ? number_of(last) - number_of(first) : 0;
}
