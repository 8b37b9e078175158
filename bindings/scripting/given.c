#include "given.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A text with NUL in it, or a long one, is told up to there. */
static bool refuse(coding_error *error, const char *reason, const char *at, size_t length)
{
    *error = (coding_error){.status = CODING_MISUSE};
    snprintf(error->reason, sizeof error->reason, "%s", reason);
    snprintf(error->at, sizeof error->at, "%.*s", (int)(length < sizeof error->at ? length : sizeof error->at - 1), at);
    return false;
}

static bool refuse_number(coding_error *error, const char *reason, int64_t number)
{
    char digits[24];
    int  length = snprintf(digits, sizeof digits, "%" PRId64, number);
    return refuse(error, reason, digits, (size_t)length);
}

static bool is_own(coding_system system) { return system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST; }

/* The name that coding_system_name gives a user's own system, for books that have no other. */
static coding_system own_system(const char *text, size_t length)
{
    static const char first[] = "own-";
    size_t            begin = sizeof first - 1;
    if (length < begin + 2 || length > begin + 3 || memcmp(text, first, begin) != 0) return CODING_ANY;
    unsigned number = 0;
    for (size_t i = begin; i < length; i++) {
        if (text[i] < '0' || text[i] > '9') return CODING_ANY;
        number = number * 10 + (unsigned)(text[i] - '0');
    }
    return is_own((coding_system)number) ? (coding_system)number : CODING_ANY;
}

bool coding__given_system(const coding__room *room, const char *text, size_t length, coding_system *system,
                          coding_error *error)
{
    *system = coding_system_parse(text, length);
    if (*system == CODING_ANY && room && room->book) *system = coding_book_system(room->book, text, length);
    if (*system == CODING_ANY) *system = own_system(text, length);
    bool is_any = length == 3 && memcmp(text, "any", 3) == 0;
    return *system != CODING_ANY || is_any || refuse(error, "no such system", text, length);
}

bool coding__given_system_number(int64_t number, coding_system *system, coding_error *error)
{
    bool there = number >= 0 && number < CODING__SYSTEM_NUMBERS;
    *system = there ? (coding_system)number : CODING_ANY;
    return there || refuse_number(error, "no such system", number);
}

bool coding__given_day(const char *text, size_t length, coding_date *on, coding_error *error)
{
    *on = coding_date_parse(text, length);
    return *on || refuse(error, "no day of the calendar", text, length);
}

bool coding__given_day_number(int64_t number, coding_date *on, coding_error *error)
{
    bool is_day = number == 0 || (number > 0 && number < UINT32_MAX && coding_date_after((coding_date)number));
    *on = is_day ? (coding_date)number : 0;
    return is_day || refuse_number(error, "no day of the calendar", number);
}

bool coding__given_day_parts(int64_t year, int64_t month, int64_t day, coding_date *on, coding_error *error)
{
    bool fits = year > 0 && year <= 9999 && month > 0 && month <= 12 && day > 0 && day <= 31;
    return coding__given_day_number(fits ? year * 10000 + month * 100 + day : -1, on, error);
}

/* A built-in system needs no list, and so no desk of one's own. */
static bool needs_no_desk(const coding__room *room, coding_system system)
{
    return room->reader && system != CODING_ANY && !is_own(system);
}

bool coding__given_verdict(coding__room *room, const char *text, size_t length, coding_system system, coding_date on,
                           coding_rule *rule, coding_error *error)
{
    if (needs_no_desk(room, system)) {
        coding_code code = coding_parse(system, text, length).code;
        *rule = coding_verdict_of(room->reader, code, coding__room_day(room, system, on));
        return true;
    }
    coding_desk *desk = coding__room_borrow(room, error);
    if (!desk) return false;
    *rule = coding__room_verdict(room, desk, text, length, system, on);
    coding__room_give_back(room, desk);
    return true;
}

bool coding__given_member(const coding__enumeration *names, const char *word, unsigned *member)
{
    for (unsigned i = 0; i < names->count; i++) {
        *member = i;
        if (names->members[i] && strcmp(names->members[i], word) == 0) return true;
    }
    return false;
}

const char *coding__words(const coding_error *error, char words[CODING__WORDS])
{
    const char *colon = *error->at ? ": " : "";
    snprintf(words, CODING__WORDS, "%s%s%s", error->at, colon, error->reason);
    return words;
}
