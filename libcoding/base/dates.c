/* Days of the Gregorian calendar as numbers that read as days. Years 1 to 9999: what eight digits hold. */
#if !defined(_WIN32) && !defined(_POSIX_C_SOURCE)
#define _POSIX_C_SOURCE 200809L /* localtime_r */
#endif
#include "base/text.h"

#include <time.h>

enum { DIGITS = 8, DASHED = 10, LAST_YEAR = 9999 };

static uint32_t year_of(coding_date on) { return on / 10000; }
static uint32_t month_of(coding_date on) { return on / 100 % 100; }
static uint32_t day_of(coding_date on) { return on % 100; }

static coding_date day(uint32_t year, uint32_t month, uint32_t number) { return year * 10000 + month * 100 + number; }

static uint32_t days_in(uint32_t year, uint32_t month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool                       leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

static bool is_day(coding_date on)
{
    uint32_t year = year_of(on), month = month_of(on), number = day_of(on);
    return year >= 1 && year <= LAST_YEAR && month >= 1 && month <= 12 && number >= 1 && number <= days_in(year, month);
}

coding_date coding_date_today(void)
{
    time_t    now = time(NULL);
    struct tm parts;
#ifdef _WIN32
    if (localtime_s(&parts, &now)) return 0;
#else
    if (!localtime_r(&now, &parts)) return 0;
#endif
    return day((uint32_t)parts.tm_year + 1900, (uint32_t)parts.tm_mon + 1, (uint32_t)parts.tm_mday);
}

coding_date coding_date_parse(const char *text, size_t length)
{
    bool        dashed = length == DASHED && text[4] == '-' && text[7] == '-';
    coding_date on = 0;
    if (!dashed && length != DIGITS) return 0;
    for (size_t i = 0; i < length; i++) {
        if (dashed && (i == 4 || i == 7)) continue;
        if (!coding__is_digit(text[i])) return 0;
        on = on * 10 + (coding_date)(text[i] - '0');
    }
    return is_day(on) ? on : 0;
}

coding_date coding_date_after(coding_date on)
{
    if (!is_day(on)) return 0;
    uint32_t year = year_of(on), month = month_of(on);
    if (day_of(on) < days_in(year, month)) return on + 1;
    if (month < 12) return day(year, month + 1, 1);
    return year < LAST_YEAR ? day(year + 1, 1, 1) : 0;
}

coding_date coding_date_before(coding_date on)
{
    if (!is_day(on)) return 0;
    uint32_t year = year_of(on), month = month_of(on);
    if (day_of(on) > 1) return on - 1;
    if (month > 1) return day(year, month - 1, days_in(year, month - 1));
    return year > 1 ? day(year - 1, 12, 31) : 0;
}
