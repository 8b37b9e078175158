#include "numbers.h"

#include <string.h>

#include "base/refuse.h"
#include "entry/desk.h"

typedef struct reading {
    const char *next;
    const char *past;
} reading;

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool take(reading *r, char c)
{
    bool there = r->next < r->past && *r->next == c;
    r->next += there;
    return there;
}

static double scaled(double number, int by)
{
    for (; by > 0 && by <= 400; by--) number *= 10;
    double parts = 1;
    for (; by < 0 && by >= -400; by++) parts *= 10;
    return number / parts;
}

/* Digits, at most one point among them. Whole up to 2^53, and then divided once: as near as a double comes. */
static bool digits(reading *r, double *number, int *places)
{
    const char *begin = r->next;
    bool        behind = false;
    for (*number = *places = 0; r->next < r->past; r->next++) {
        if (*r->next == '.' && !behind) behind = true;
        else if (is_digit(*r->next)) *number = *number * 10 + (*r->next - '0'), *places += behind;
        else break;
    }
    return r->next - begin > behind;
}

static bool exponent(reading *r, int *power)
{
    bool below;
    *power = 0;
    if (!take(r, 'e') && !take(r, 'E')) return true;
    below = take(r, '-');
    if (!below) take(r, '+');
    const char *begin = r->next;
    for (; r->next < r->past && is_digit(*r->next); r->next++)
        if (*power < 1000) *power = *power * 10 + (*r->next - '0');
    if (below) *power = -*power;
    return r->next > begin && *power >= -300 && *power <= 300;
}

/* strtod would ask the program's locale what a point is. */
static bool read_number(reading *r, double *number)
{
    int  places, power;
    bool below = take(r, '-');
    if (!digits(r, number, &places) || !exponent(r, &power)) return false;
    *number = scaled(*number, power - places);
    if (below) *number = -*number;
    return r->next == r->past || is_blank(*r->next);
}

static bool next_number(reading *r)
{
    while (r->next < r->past && is_blank(*r->next)) r->next++;
    return r->next < r->past;
}

static void *refuse(const reading *r, const char *begin, coding_error *error)
{
    char        said[40];
    const char *end = begin;
    while (end < r->past && !is_blank(*end) && end - begin < (int)sizeof said - 1) end++;
    memcpy(said, begin, (size_t)(end - begin));
    said[end - begin] = '\0';
    return coding__refuse(error, CODING_MISUSE, said, "a number is needed, such as 1250.5"), NULL;
}

double *coding__numbers_read(coding_desk *desk, const char *text, size_t length, size_t *count, coding_error *error)
{
    reading r = {text, text + length};
    double *numbers = coding__arena_take(&desk->arena, (length / 2 + 1) * sizeof *numbers);
    if (!numbers) return coding__refuse(error, CODING_NO_MEMORY, "", "no memory"), NULL;
    for (*count = 0; next_number(&r); ++*count) {
        const char *begin = r.next;
        if (!read_number(&r, &numbers[*count])) return refuse(&r, begin, error);
    }
    return numbers;
}
