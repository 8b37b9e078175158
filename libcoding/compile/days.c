/* Days by rule, where no table knows a file. Its name gives a year, and perhaps a month:
 *
 *     icd10cm_order_2028.txt            2027-10-01   ICD: the fiscal year begins in October of the year before
 *     icd10cm-order-April-2028.txt      2028-04-01   a month moves it, in words or, behind the year, in digits
 *     POAexemptCodesFY28.txt            2027-10-01
 *     CMS32_DESC_LONG_DX.txt            2014-10-01   ICD-9-CM was numbered: version 32 was FY2015
 *     HCPC2028_JUL_ANWEB.txt            2028-07-01   HCPCS: calendar quarters; without a month, January
 *     2028q3/level2_descriptions.tsv    2028-07-01   a name without a year: the folders, nearest first
 *
 * An ICD release ends with September, one of HCPCS with its quarter, one of CPT with December. */
#include "compile/days.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { RELEASE_NAME = 96 };

typedef struct named_days {
    unsigned year;
    unsigned month; /* 0: none is named */
    bool     fiscal;
} named_days;

static const char months[12][10] = {"january", "february", "march",     "april",   "may",      "june",
                                    "july",    "august",   "september", "october", "november", "december"};

static unsigned number_in(const char *text, size_t length)
{
    unsigned number = 0;
    for (size_t i = 0; i < length; i++) number = number * 10 + (unsigned)(text[i] - '0');
    return number;
}

/* April, apr: whole or by its first three letters. */
static unsigned month_in(const char *word, size_t length)
{
    for (unsigned i = 0; i < 12; i++) {
        bool whole = coding__text_equal(word, length, months[i], strlen(months[i]));
        if (whole || coding__text_equal(word, length, months[i], 3)) return i + 1;
    }
    return 0;
}

static bool is_word(const char *word, size_t length, const char *text)
{
    return coding__text_equal(word, length, text, strlen(text));
}

static void take_year(named_days *days, const char *digits, size_t length)
{
    days->year = number_in(digits, 4);
    if (length == 8) days->month = number_in(digits + 4, 2);
    else if (digits[4] && strchr("-_", digits[4]) && coding__is_digit(digits[5]) && coding__is_digit(digits[6])
             && !coding__is_digit(digits[7]))
        days->month = number_in(digits + 5, 2);
    if (days->month > 12) days->month = 0;
}

/* A run of digits and the word before it. */
static void take_digits(named_days *days, const char *digits, size_t length, const char *word, size_t word_length)
{
    bool fiscal = is_word(word, word_length, "fy")
                  || (word_length > 2 && coding__text_equal(word + word_length - 2, 2, "fy", 2));
    if ((length == 4 || length == 8) && digits[0] == '2' && digits[1] == '0') {
        if (!days->year) take_year(days, digits, length), days->fiscal = fiscal;
    } else if (length == 2 && fiscal && !days->year) {
        days->year = 2000 + number_in(digits, 2), days->fiscal = true;
    } else if (length == 2 && (is_word(word, word_length, "cms") || is_word(word, word_length, "v")) && !days->year) {
        days->year = 1983 + number_in(digits, 2), days->fiscal = true;
    } else if (length == 1 && is_word(word, word_length, "q") && digits[0] >= '1' && digits[0] <= '4') {
        days->month = (unsigned)(digits[0] - '1') * 3 + 1;
    }
}

static named_days days_in(const char *name, size_t length)
{
    named_days  days = {0};
    const char *past = name + length, *word = name;
    size_t      word_length = 0;
    while (name < past) {
        const char *begin = name;
        while (name < past && coding__is_digit(*name)) name++;
        if (name > begin) take_digits(&days, begin, (size_t)(name - begin), word, word_length);
        word = name;
        while (name < past && coding__is_letter(*name)) name++;
        word_length = (size_t)(name - word);
        unsigned month = word_length ? month_in(word, word_length) : 0;
        if (month) days.month = month;
        if (name == begin) name++, word_length = 0;
    }
    return days;
}

/* Of the name, else of the nearest folder that has a year. */
static named_days days_named(const coding__file *file)
{
    named_days  days = days_in(file->name, strlen(file->name));
    const char *past = file->path + strlen(file->path);
    for (int folder = 0; !days.year && folder < 3; folder++) {
        const char *slash = past;
        while (slash > file->path && slash[-1] != '/') slash--;
        named_days above = days_in(slash, (size_t)(past - slash));
        if (!days.month) days.month = above.month;
        days.year = above.year;
        days.fiscal |= above.fiscal;
        if (slash == file->path) break;
        past = slash - 1;
    }
    return days;
}

static bool is_icd(coding_system system) { return system >= CODING_ICD10CM && system <= CODING_ICD9PCS; }

static coding_date first_day(named_days days, coding_system system)
{
    if (!days.year) return 0;
    if (days.month) return (days.year - (days.fiscal && days.month >= 10)) * 10000 + days.month * 100 + 1;
    return is_icd(system) || days.fiscal ? (days.year - 1) * 10000 + 1001 : days.year * 10000 + 101;
}

coding_date coding__last_day(coding_system system, coding_date first)
{
    unsigned year = first / 10000, month = first / 100 % 100;
    if (is_icd(system)) return (year + (month >= 10)) * 10000 + 930;
    if (system == CODING_CPT) return year * 10000 + 1231;
    static const unsigned ends[] = {331, 630, 930, 1231};
    return year * 10000 + ends[month ? (month - 1) / 3 % 4 : 0];
}

coding_date coding__year_before(coding_date first)
{
    unsigned year = first / 10000, month_and_day = first % 10000;
    return month_and_day > 1001 ? year * 10000 + 1001 : (year - 1) * 10000 + 1001;
}

coding__days coding__days_of(const coding__model *model, const coding__file *file, coding_system system)
{
    const coding__known_file *known = coding__known(model, file), *source = coding__provenance(model, file);
    coding__days              days = {0};
    if (known && known->first) days = (coding__days){known->first, known->until, known->before};
    else if (source && source->first) days.first = source->first;
    else days.first = first_day(days_named(file), system);
    if (days.first && !days.until) days.until = coding__last_day(system, days.first);
    return days;
}

static const char *licence_of(coding_system system)
{
    if (system == CODING_CPT) return "AMA, by the licence of the file's holder";
    return system == CODING_ICD10CM ? "public domain (NCHS)" : "public domain (CMS)";
}

/* ICD-10-CM FY2026; ICD-10-CM FY2025 (April); HCPCS Level II 2024 (July) */
static void name_release(const coding__release_kind *kind, coding_date first, char text[RELEASE_NAME])
{
    unsigned    year = first / 10000, month = first / 100 % 100;
    bool        fiscal = is_icd(kind->system);
    const char *title = kind->title ? kind->title : coding_system_title(kind->system);
    const char *name = month && month <= 12 && month != (fiscal ? 10 : 1) ? months[month - 1] : "";
    int length = snprintf(text, RELEASE_NAME, "%.60s %s%u", title, fiscal ? "FY" : "", year + (fiscal && month >= 10));
    if (*name && length > 0)
        snprintf(text + length, RELEASE_NAME - (size_t)length, " (%c%s)", *name - 'a' + 'A', name + 1);
}

/* The origin of a file, its release named by a table, else after the day on which it begins. */
static uint32_t origin_of(coding__model *model, const coding__file *file, const coding__release_kind *kind,
                          coding_date first)
{
    const coding__known_file *known = coding__known(model, file), *source = coding__provenance(model, file);
    char                      name[RELEASE_NAME];
    bool                      named = (known && known->release) || (source && source->release);
    bool                      licensed = (known && known->licence) || (source && source->licence);
    name_release(kind, first, name);
    return coding__add_origin(model, file, named ? NULL : name, licensed ? NULL : licence_of(kind->system), first);
}

bool coding__place_release(coding__model *model, const coding__file *file, const coding__release_kind *kind,
                           coding__days *days, uint32_t *origin)
{
    *days = coding__days_of(model, file, kind->system);
    if (!days->first && kind->year) {
        days->first = first_day((named_days){.year = kind->year}, kind->system);
        days->until = coding__last_day(kind->system, days->first);
    }
    if (!days->first) {
        coding__fault(model, file, 0, "name", "neither a table nor the name says from which day on it holds: left out");
        return false;
    }
    *origin = origin_of(model, file, kind, days->first);
    return true;
}

uint32_t coding__origin_of_day(coding__model *model, const coding__file *file, coding_system system, coding_date first)
{
    char name[RELEASE_NAME];
    name_release(&(coding__release_kind){.system = system}, first, name);
    return coding__add_origin(model, file, name, NULL, first);
}
