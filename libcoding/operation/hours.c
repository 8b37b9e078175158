#include "operation/hours.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { DURATION = 4, DIGITS_MOST = 6 };

/* From how many hours to how many, in tenths; "3.5" is 35. Days are 240 of them each. */
typedef struct hours {
    uint32_t    least, most;
    bool        days;
    coding_span span;
} hours;

static size_t number_at(const char *text, size_t length, size_t at, uint32_t *tenths)
{
    size_t from = at;
    *tenths = 0;
    while (at < length && coding__is_digit(text[at]) && at - from < DIGITS_MOST)
        *tenths = *tenths * 10 + (uint32_t)(text[at++] - '0');
    *tenths *= 10;
    if (at > from && at + 1 < length && text[at] == '.' && coding__is_digit(text[at + 1])) {
        *tenths += (uint32_t)(text[at + 1] - '0');
        at += 2;
    }
    return at;
}

/* Tenths of an hour in the unit that stands at `at`; 0 where it is none. */
static uint32_t unit_at(const char *text, size_t length, size_t at, size_t *past)
{
    static const struct {
        const char *word;
        uint32_t    hours;
    } units[] = {{"hours", 1}, {"hour", 1}, {"hrs", 1}, {"hr", 1}, {"h", 1}, {"days", 24}, {"day", 24}};
    size_t from = at;
    while (at < length && coding__is_letter(text[at])) at++;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (coding__text_equal(text + from, at - from, units[i].word, strlen(units[i].word)))
            return *past = at, units[i].hours;
    return 0;
}

/* The word or mark that ends before `at`, and where it begins. */
static coding_span word_before(const char *text, size_t from, size_t at)
{
    while (at > from && text[at - 1] == ' ') at--;
    size_t past = at;
    while (at > from && coding__is_letter(text[at - 1])) at--;
    if (at == past && at > from) at--;
    return (coding_span){at, past - at};
}

/* "> 96", "more than 24", "at least 48": what stands before a number makes it a bound. */
static void bound(const char *text, size_t from, size_t at, hours *said)
{
    static const char *const above[] = {">", "over", "greater", "more", "longer"};
    static const char *const below[] = {"<", "under", "less", "fewer", "within"};
    coding_span              word = word_before(text, from, at);
    if (coding__text_equal(text + word.offset, word.length, "than", 4)) word = word_before(text, from, word.offset);
    for (size_t i = 0; i < sizeof above / sizeof *above; i++) {
        if (coding__text_equal(text + word.offset, word.length, above[i], strlen(above[i])))
            said->least++, said->most = UINT32_MAX;
        if (coding__text_equal(text + word.offset, word.length, below[i], strlen(below[i])))
            said->least = 0, said->most--;
    }
    if (coding__text_equal(text + word.offset, word.length, "least", 5)) said->most = UINT32_MAX;
}

/* The first length of time in a span of the report; false where there is none. */
static bool hours_in(const char *text, coding_span span, hours *said)
{
    size_t past = 0, stop = span.offset + span.length;
    for (size_t at = span.offset; at < stop;) {
        uint32_t number;
        size_t   from = at, behind = number_at(text, stop, at, &number);
        if (behind == at) {
            at++;
            continue;
        }
        at = behind;
        while (behind < stop && (text[behind] == ' ' || text[behind] == '-')) behind++;
        uint32_t unit = unit_at(text, stop, behind, &past);
        if (!unit || !number) continue;
        *said = (hours){.least = number * unit, .most = number * unit, .days = unit == 24, .span = {from, past - from}};
        bound(text, span.offset, from, said);
        return true;
    }
    return false;
}

/* Does the range of a label hold some of them? "Less than 24 Consecutive Hours", "24-96 Consecutive Hours", "Greater
 * than 18 hours Per Day". Days say nothing of hours a day. */
static bool holds(const char *label, const hours *said)
{
    const char *digit = strpbrk(label, "0123456789");
    if (!digit || (!strstr(label, "Hours") && !strstr(label, "hours"))) return false;
    if (said->days && strstr(label, "Per Day")) return false;
    uint32_t first = (uint32_t)strtoul(digit, NULL, 10) * 10;
    if (strstr(label, "Less than")) return said->least < first;
    if (strstr(label, "Greater than")) return said->most > first;
    const char *dash = strchr(digit, '-');
    return dash && said->most >= first && said->least <= (uint32_t)strtoul(dash + 1, NULL, 10) * 10;
}

static bool take(coding__settling *s, const hours *said, coding_ground ground)
{
    uint64_t symbols = 0;
    for (uint64_t rest = s->seen.axes[DURATION]; rest; rest &= rest - 1) {
        unsigned symbol = (unsigned)__builtin_ctzll(rest);
        if (holds(coding__label_at(s, DURATION, symbol), said)) symbols |= (uint64_t)1 << symbol;
    }
    return symbols && coding__narrow(s, DURATION, symbols, (coding__evidence){ground, said->span, ""});
}

bool coding__settle_hours(coding__settling *settling)
{
    const coding__report    *report = settling->report;
    const coding__procedure *echo;
    hours                    said;
    if (settling->wanted.axes[0] != coding__symbol_bit('5')) return false;
    settling->codes = coding__choose(report->desk->book, report->on, &settling->wanted, &settling->seen);
    if (hours_in(report->text, settling->procedure->region, &said) && take(settling, &said, CODING_GROUND_WORDS))
        return true;
    for (size_t at = 0; (echo = coding__next_echo(report, settling->procedure, &at));)
        if (hours_in(report->text, echo->region, &said) && take(settling, &said, CODING_GROUND_REPORT)) return true;
    return false;
}
