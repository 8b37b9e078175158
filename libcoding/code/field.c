#include "code/field.h"

#include "base/text.h"
#include "code/digits.h"
#include "code/reading.h"

#include <string.h>

static bool is_one_of(char c, const char *set) { return c && strchr(set, c); }

static size_t past_digits(const char *text, size_t length, size_t at)
{
    while (at < length && coding__is_digit(text[at])) at++;
    return at;
}

/* --- Dates: 3-Mar is what a spreadsheet makes of 3-03, and pandas prints 2024-03-01 00:00:00. */

static bool is_month(const char *text)
{
    static const char months[] = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    for (size_t i = 0; i < sizeof months - 1; i += 3) {
        if (!memcmp(months + i, text, 3)) return true;
    }
    return false;
}

/* Patterns: d a digit, D one or two, M the name of a month; the rest is itself. */
static bool matches(const char *pattern, const char *text, size_t length)
{
    size_t at = 0;
    for (; *pattern; pattern++) {
        if (at == length) return false;
        bool digit = coding__is_digit(text[at]);
        if (*pattern == 'M') {
            if (length - at < 3 || !is_month(text + at)) return false;
            at += 2;
        } else if (*pattern == 'd' || *pattern == 'D') {
            if (!digit) return false;
            if (*pattern == 'D' && at + 1 < length && coding__is_digit(text[at + 1])) at++;
        } else if (*pattern != text[at]) return false;
        at++;
    }
    return at == length;
}

static bool is_calendar(const char *text, size_t length)
{
    static const char *const dates[] = {"D-M",    "D-M-dd",   "D-M-dddd",   "M-D",
                                        "M-dddd", "D/D/dddd", "dddd-dd-dd", "dddd-dd-dd dd:dd:dd"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        if (matches(dates[i], text, length)) return true;
    }
    return false;
}

/* --- Numbers of spreadsheets. */

/* Where the .0 of 99213.0 begins; 0 if it is no such number. Where codes have dots, 250.00 is one of another system. */
static size_t decimals_of(const coding__format *format, const char *text, size_t length)
{
    size_t dot = past_digits(text, length, 0);
    if (dot < (format->dotted ? 4 : 1) || dot + 1 >= length || text[dot] != '.') return 0;
    for (size_t i = dot + 1; i < length; i++) {
        if (text[i] != '0') return 0;
    }
    return dot;
}

/* 2.70E+09. Without dot or sign (2E9) it is too likely to be a code. */
static bool is_power(const char *text, size_t length)
{
    size_t at = past_digits(text, length, 0);
    bool   marked = at && at < length && text[at] == '.';
    if (marked) at = past_digits(text, length, at + 1);
    if (!at || at + 1 >= length || text[at] != 'E') return false;
    at++;
    if (is_one_of(text[at], "+-")) marked = true, at++;
    return marked && at < length && past_digits(text, length, at) == length;
}

/* Copies the text without `left_out`. */
static size_t joined(const char *text, size_t length, char left_out, char *out)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != left_out) out[count++] = text[i];
    }
    return count;
}

static bool fits_joined(const coding__format *format, const char *text, size_t length, char left_out)
{
    char out[CODING__READING];
    return coding__fits(format, out, joined(text, length, left_out, out));
}

/* 99,213. */
static bool has_thousands(const coding__format *format, const char *text, size_t length)
{
    size_t at = past_digits(text, length, 0);
    if (format->dotted || !at || at > 3 || at == length || text[0] == '0') return false;
    while (at < length) {
        if (text[at] != ',' || past_digits(text, length, at + 1) != at + 4) return false;
        at += 4;
    }
    return fits_joined(format, text, length, ',');
}

static bool is_spreadsheet(const coding__format *format, const char *text, size_t length, coding_parsed *parsed)
{
    size_t dot = decimals_of(format, text, length);
    bool   whole = is_power(text, length) || has_thousands(format, text, length);
    if (whole) coding__damage(parsed, CODING_DAMAGE_SPREADSHEET, 0, length);
    else if (dot) coding__damage(parsed, CODING_DAMAGE_SPREADSHEET, dot, length - dot);
    return whole || dot;
}

/* --- A code and what follows it. */

static const char parting[] = " ,;/|\"";       /* code and code */
static const char ending[] = " ,;/|\":=([";    /* a code */
static const char pausing[] = " ,;/|\":=([-~"; /* code and title */

/* The longest code that the text begins with, and what comes after the marks behind it. */
typedef struct field {
    const coding__format *format;
    const char           *text;
    size_t                length;
    size_t                head; /* length of the code; 0: the text begins with none */
    size_t                rest; /* where the next thing begins */
} field;

static size_t digits_in(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) count += coding__is_digit(text[i]);
    return count;
}

/* Grammars are generous: HELLO, TYPE, T2DM and COVID19 have the form of an ICD-10-CM code. A code has a digit, but for
 * short ones like modifiers. */
static bool looks_like_one(const coding__format *format, const char *text, size_t length)
{
    return (!format->dotted && length <= 3) || digits_in(text, length);
}

static size_t head_of(const coding__format *format, const char *text, size_t length)
{
    for (size_t end = length; end-- > 1;) {
        bool ends = is_one_of(text[end], ending) && looks_like_one(format, text, end);
        if (ends && coding__fits(format, text, end)) return end;
    }
    return 0;
}

static size_t past_token(const field *own, size_t at)
{
    while (at < own->length && !is_one_of(own->text[at], parting)) at++;
    return at;
}

static size_t past_marks(const field *own, size_t at, const char *marks)
{
    while (at < own->length && is_one_of(own->text[at], marks)) at++;
    return at;
}

/* A second code has to look like the first: two digits where that has them, one of them early. */
static bool looks_alike(const field *own, const char *token, size_t length)
{
    size_t few = digits_in(own->text, own->head), early = digits_in(own->text, own->head < 3 ? own->head : 3);
    if (own->format->dotted && length < 3) return false; /* 81,54 is one code with a comma */
    if (digits_in(token, length) < (few < 2 ? few : 2)) return false;
    return !early || digits_in(token, length < 3 ? length : 3);
}

static bool is_code(const field *own, size_t at, size_t past)
{
    return past > at && looks_alike(own, own->text + at, past - at)
           && coding__fits(own->format, own->text + at, past - at);
}

/* Behind a comma one more code is enough. Behind a blank all must be codes, or "D51.0 B12 deficiency" would be two. */
static bool are_several(const field *own)
{
    bool   hard = false;
    size_t at = past_marks(own, own->head, parting);
    for (size_t i = own->head; i < at; i++) hard |= own->text[i] != ' ';
    if (at != own->rest) return false;
    do {
        size_t past = past_token(own, at);
        if (!is_code(own, at, past)) return false;
        at = past_marks(own, past, parting);
    } while (!hard && at < own->length);
    return true;
}

/* One blank inside what is otherwise a code: 0DT J4ZZ, but not I10 HTN. */
static bool is_parted(const field *own)
{
    const char *blank = memchr(own->text, ' ', own->length);
    if (!blank) return false;
    size_t after = (size_t)(blank - own->text) + 1, rest = own->length - after;
    bool   once = !memchr(blank + 1, ' ', rest);
    return once && digits_in(blank + 1, rest) && fits_joined(own->format, own->text, own->length, ' ');
}

/* Two letters together are a word; placeholders are not (S13.4 XXA). */
static bool are_words(const char *text, size_t length)
{
    size_t run = 0;
    for (size_t i = 0; i < length && run < 2; i++) {
        if (text[i] == 'X') continue;
        run = coding__is_letter(text[i]) || text[i] == CODING__OTHER ? run + 1 : 0;
    }
    return run >= 2;
}

static void damage_after_code(const coding__format *format, const char *text, size_t length, coding_parsed *parsed)
{
    field own = {.format = format, .text = text, .length = length, .head = head_of(format, text, length)};
    own.rest = past_marks(&own, own.head, pausing);
    if (own.head && are_several(&own))
        coding__damage(parsed, CODING_DAMAGE_SEVERAL, own.rest, past_token(&own, own.rest) - own.rest);
    else if (is_parted(&own))
        coding__damage(parsed, CODING_DAMAGE_BLANK, (size_t)((const char *)memchr(text, ' ', length) - text), 1);
    else if (own.head && are_words(text + own.rest, length - own.rest))
        coding__damage(parsed, CODING_DAMAGE_TITLE, own.rest, length - own.rest);
}

void coding__field_damage(const coding__format *format, const char *text, size_t length, coding_parsed *parsed)
{
    if (is_calendar(text, length)) coding__damage(parsed, CODING_DAMAGE_CALENDAR, 0, length);
    else if (!is_spreadsheet(format, text, length, parsed)) damage_after_code(format, text, length, parsed);
}
