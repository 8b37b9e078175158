#include "tool/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const option_form forms[OPTION_TOTAL] = {
    {OPTION_BOOK, 'b', "book", "FILE", "the book to ask; else $CODING_BOOK, else the one that came with coding"},
    {OPTION_DAY, 'd', "day", "DAY", "day of service: 2025-10-01, today, or newest (each system's newest edition)"},
    {OPTION_SYSTEM, 's', "system", "SYSTEM", "icd10cm, icd10pcs, icd9cm, icd9pcs, hcpcs, cpt, ...; else found out"},
    {OPTION_COUNT, 'n', "count", "N", "at most so many"},
    {OPTION_DEPTH, 0, "depth", "N", "so many levels"},
    {OPTION_BILLABLE, 0, "billable", NULL, "leave out headers, which need more characters"},
    {OPTION_CODES, 0, "codes", NULL, "only codes without dots: a line of them for each line asked"},
    {OPTION_OUTPUT, 'o', "output", "FILE", "the book to write"},
    {OPTION_PUBLIC, 0, "public", NULL, "leave out every table keyed by CPT numbers"},
    {OPTION_WITHOUT, 0, "without", "CHAPTERS", "leave out what is parted by commas: claims, notes, risk, ..."},
    {OPTION_FROM, 0, "from", "DAY", "map: the day that a code is of; build: leave out editions that ended before"},
    {OPTION_TO, 0, "to", "SYSTEM", "the system to lead to: icd9cm, icd10cm, ..."},
    {OPTION_SCHEME, 0, "scheme", "NAME", "elixhauser-ahrq, charlson-quan, charlson-deyo or elixhauser-quan; @VERSION picks one"},
    {OPTION_INPATIENT, 0, "inpatient", NULL, "the note of a stay: uncertain diagnoses are coded"},
    {OPTION_QUIET, 'q', "quiet", NULL, "print errors only"},
    {OPTION_VERBOSE, 'v', "verbose", NULL, "print every file and every fault"},
    {OPTION_RULES, 0, "rules", "NAMES", "ask these rules only, parted by commas: ncci-ptp,mue"},
    {OPTION_NO_NOTES, 0, "no-notes", NULL, "leave out what is no more than a note"},
    {OPTION_CLAIM, 'c', "claim", "CLAIM", "a claim in the short form"},
    {OPTION_REPORT, 0, "report", "FILE", "write a page to look at and to print"},
    {OPTION_HTML, 0, "html", NULL, "print a page to look at and to print"},
    {OPTION_SEED, 0, "seed", "N", "the number that a sample comes from"},
    {OPTION_FRAME, 0, "frame", "N", "claims in all"},
    {OPTION_STRATA, 0, "strata", "FILE", "a table of strata: name, claims, deviation"},
    {OPTION_DEVIATION, 0, "deviation", "DOLLARS", "expected standard deviation of the overpayment of a claim"},
    {OPTION_PRECISION, 0, "precision", "DOLLARS", "how far the mean may be off, on either side"},
    {OPTION_CONFIDENCE, 0, "confidence", "SHARE", "0.90, or another share between 0.5 and 1"},
    {OPTION_TSV, 0, "tsv", NULL, "tab-separated columns, for programs"},
    {OPTION_JSON, 0, "json", NULL, "JSON, an object a line, for programs"},
    {OPTION_COLOR, 0, "color", "WHEN", "auto, always or never"},
    {OPTION_HELP, 'h', "help", NULL, "how a command is used, with examples"},
    {OPTION_VERSION, 0, "version", NULL, "the version of coding"},
    {OPTION_COMPLETION, 0, "completion", "SHELL", "print completions for bash, zsh or fish"},
};

const option_form *coding__options_form(unsigned index) { return index < OPTION_TOTAL ? &forms[index] : NULL; }

static bool read_calendar_day(coding_date *day, const char *text)
{
    *day = coding_date_parse(text, strlen(text));
    if (!*day) coding__complain("no day of the calendar: %s (write it as 2025-10-01)", text);
    return *day;
}

static bool read_day(options *read, const char *text)
{
    if (strcmp(text, "newest") == 0) read->on = 0;
    else if (strcmp(text, "today") == 0) read->on = coding_date_today();
    else return read_calendar_day(&read->on, text);
    return true;
}

static bool read_number(uint32_t *number, const option_form *form, const char *text)
{
    char *past;
    errno = 0;
    unsigned long value = strtoul(text, &past, 10);
    if (*text < '0' || *text > '9' || *past || errno || value < 1 || value > UINT32_MAX / 2) {
        coding__complain("--%s takes a number from 1 on, not: %s", form->word, text);
        return false;
    }
    *number = (uint32_t)value;
    return true;
}

/* A whole number from `least` to 2^63 - 1. */
static bool read_whole(uint64_t *number, const option_form *form, const char *text, uint64_t least)
{
    char *past;
    errno = 0;
    unsigned long long value = strtoull(text, &past, 10);
    if (*text < '0' || *text > '9' || *past || errno || value < least || value > INT64_MAX) {
        coding__complain("--%s takes a whole number from %u on, not: %s", form->word, (unsigned)least, text);
        return false;
    }
    *number = value;
    return true;
}

static bool read_real(double *number, const char *text)
{
    char *past;
    bool  is_plain = *text && strspn(text, "0123456789.") == strlen(text);
    *number = is_plain ? strtod(text, &past) : 0;
    return is_plain && !*past && *number > 0;
}

static bool read_dollars(double *cents, const option_form *form, const char *text)
{
    if (!read_real(cents, text) || *cents > 1e12) {
        coding__complain("--%s takes dollars above 0, such as 120.50, not: %s", form->word, text);
        return false;
    }
    *cents *= 100;
    return true;
}

static bool read_share(double *part, const option_form *form, const char *text)
{
    if (read_real(part, text) && *part >= 0.5 && *part < 1) return true;
    coding__complain("--%s takes a share from 0.5 to less than 1, such as 0.90, not: %s", form->word, text);
    return false;
}

static bool read_colour(options *read, const char *text)
{
    if (strcmp(text, "auto") == 0) read->colour = COLOUR_AUTO;
    else if (strcmp(text, "always") == 0) read->colour = COLOUR_ALWAYS;
    else if (strcmp(text, "never") == 0) read->colour = COLOUR_NEVER;
    else {
        coding__complain("--color takes auto, always or never, not: %s", text);
        return false;
    }
    return true;
}

static bool take(options *read, const option_form *form, const char *text)
{
    read->given |= UINT64_C(1) << form->name;
    switch (form->name) {
    case OPTION_BOOK: read->book = text; return true;
    case OPTION_SYSTEM: read->system = text; return true;
    case OPTION_OUTPUT: read->output = text; return true;
    case OPTION_TO: read->to = text; return true;
    case OPTION_SCHEME: read->scheme = text; return true;
    case OPTION_COMPLETION: read->completion = text; return true;
    case OPTION_DAY: return read_day(read, text);
    case OPTION_FROM: return read_calendar_day(&read->from, text);
    case OPTION_RULES: read->rules = text; return true;
    case OPTION_WITHOUT: read->without = text; return true;
    case OPTION_CLAIM: read->claim = text; return true;
    case OPTION_REPORT: read->report = text; return true;
    case OPTION_STRATA: read->strata = text; return true;
    case OPTION_SEED: return read_whole(&read->seed, form, text, 0);
    case OPTION_FRAME: return read_whole(&read->frame, form, text, 1);
    case OPTION_DEVIATION: return read_dollars(&read->deviation, form, text);
    case OPTION_PRECISION: return read_dollars(&read->precision, form, text);
    case OPTION_CONFIDENCE: return read_share(&read->confidence, form, text);
    case OPTION_COUNT: return read_number(&read->count, form, text);
    case OPTION_DEPTH: return read_number(&read->depth, form, text);
    case OPTION_COLOR: return read_colour(read, text);
    case OPTION_TSV: read->format = AS_TSV; return true;
    case OPTION_JSON: read->format = AS_JSON; return true;
    case OPTION_BILLABLE:
    case OPTION_CODES:
    case OPTION_NO_NOTES:
    case OPTION_HTML:
    case OPTION_PUBLIC:
    case OPTION_INPATIENT:
    case OPTION_QUIET:
    case OPTION_VERBOSE:
    case OPTION_HELP:
    case OPTION_VERSION:
    case OPTION_TOTAL: return true;
    }
    return true;
}

static const option_form *form_of_word(const char *word, size_t length)
{
    for (unsigned i = 0; i < OPTION_TOTAL; i++) {
        if (strlen(forms[i].word) == length && memcmp(forms[i].word, word, length) == 0) return &forms[i];
    }
    return NULL;
}

static const option_form *form_of_letter(char letter)
{
    for (unsigned i = 0; i < OPTION_TOTAL; i++) {
        if (forms[i].letter && forms[i].letter == letter) return &forms[i];
    }
    return NULL;
}

/* `--word`, `--word=text` or `--word text`; `next` answers words passed over, -1 for none such. */
static int read_word(options *read, char *word, char *next)
{
    char              *equals = strchr(word, '=');
    size_t             length = equals ? (size_t)(equals - word) : strlen(word);
    const option_form *form = form_of_word(word, length);
    char              *text = !form || !form->argument ? NULL : equals ? equals + 1 : next;
    if (!form) coding__complain("no such option: --%.*s; `coding help` lists them", (int)length, word);
    else if (form->argument && !text) coding__complain("--%s needs %s", form->word, form->argument);
    else if (!form->argument && equals) coding__complain("--%s takes nothing", form->word);
    else return take(read, form, text) ? form->argument && !equals : -1;
    return -1;
}

/* `-q`, `-qv`, `-n20` or `-n 20`; answers as read_word does. */
static int read_letters(options *read, char *letters, char *next)
{
    for (; *letters; letters++) {
        const option_form *form = form_of_letter(*letters);
        char              *text = !form || !form->argument ? NULL : letters[1] ? letters + 1 : next;
        if (!form) coding__complain("no such option: -%c; `coding help` lists them", *letters);
        else if (form->argument && !text) coding__complain("-%c needs %s", *letters, form->argument);
        else if (!take(read, form, text)) return -1;
        else if (form->argument) return !letters[1];
        else continue;
        return -1;
    }
    return 0;
}

bool coding__options_read(options *read, int count, char **words)
{
    bool only_words = false;
    memset(read, 0, sizeof *read);
    read->words = words;
    for (int i = 1; i < count; i++) {
        char *next = i + 1 < count ? words[i + 1] : NULL;
        int   passed = 0;
        if (only_words || words[i][0] != '-' || !words[i][1]) words[read->word_count++] = words[i];
        else if (strcmp(words[i], "--") == 0) only_words = true;
        else if (words[i][1] == '-') passed = read_word(read, words[i] + 2, next);
        else passed = read_letters(read, words[i] + 1, next);
        if (passed < 0) return false;
        i += passed;
    }
    return true;
}
