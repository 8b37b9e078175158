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
    {OPTION_FROM, 0, "from", "DAY", "leave out editions that ended before that day"},
    {OPTION_QUIET, 'q', "quiet", NULL, "print errors only"},
    {OPTION_VERBOSE, 'v', "verbose", NULL, "print every file and every fault"},
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
    read->given |= 1u << form->name;
    switch (form->name) {
    case OPTION_BOOK: read->book = text; return true;
    case OPTION_SYSTEM: read->system = text; return true;
    case OPTION_OUTPUT: read->output = text; return true;
    case OPTION_COMPLETION: read->completion = text; return true;
    case OPTION_DAY: return read_day(read, text);
    case OPTION_FROM: return read_calendar_day(&read->from, text);
    case OPTION_COUNT: return read_number(&read->count, form, text);
    case OPTION_DEPTH: return read_number(&read->depth, form, text);
    case OPTION_COLOR: return read_colour(read, text);
    case OPTION_TSV: read->format = AS_TSV; return true;
    case OPTION_JSON: read->format = AS_JSON; return true;
    case OPTION_BILLABLE:
    case OPTION_CODES:
    case OPTION_PUBLIC:
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
