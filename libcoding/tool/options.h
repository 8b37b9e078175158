/* What stands on the command line. Options may come before or after the command and its words. */
#ifndef CODING_TOOL_OPTIONS_H
#define CODING_TOOL_OPTIONS_H

#include "tool/output.h"

typedef enum option_name {
    OPTION_BOOK,
    OPTION_DAY,
    OPTION_SYSTEM,
    OPTION_COUNT,
    OPTION_DEPTH,
    OPTION_BILLABLE,
    OPTION_CODES,
    OPTION_OUTPUT,
    OPTION_PUBLIC,
    OPTION_WITHOUT,
    OPTION_FROM,
    OPTION_TO,
    OPTION_SCHEME,
    OPTION_INPATIENT,
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_RULES,
    OPTION_NO_NOTES,
    OPTION_CLAIM,
    OPTION_REPORT,
    OPTION_HTML,
    OPTION_SEED,
    OPTION_FRAME,
    OPTION_STRATA,
    OPTION_DEVIATION,
    OPTION_PRECISION,
    OPTION_CONFIDENCE,
    OPTION_TSV,
    OPTION_JSON,
    OPTION_COLOR,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COMPLETION,
    OPTION_TOTAL
} option_name;

/* An option as a bit of command.options. */
#define TAKES(name) (UINT64_C(1) << OPTION_##name)

/* How an option is spelled. */
typedef struct option_form {
    option_name name;
    char        letter;   /* NUL: none */
    const char *word;     /* without its dashes */
    const char *argument; /* NULL: it takes none */
    const char *help;
} option_form;

typedef struct options {
    uint64_t    given; /* a bit an option */
    const char *book;
    const char *system;
    const char *to;
    const char *scheme;
    const char *output;
    const char *completion;
    const char *rules;
    const char *without;
    const char *claim;
    const char *report;
    const char *strata;
    uint64_t    seed;
    uint64_t    frame;      /* 0: not given */
    double      deviation;  /* cents */
    double      precision;  /* cents */
    double      confidence; /* 0: not given */
    coding_date from;       /* 0: not given */
    coding_date on;         /* 0 with -d newest; see coding__session_day where -d is not given */
    uint32_t    count;      /* 0: not given */
    uint32_t    depth;
    format      format;
    colouring   colour;
    char      **words; /* the command and what follows it */
    size_t      word_count;
} options;

/* Reads the command line, whose pointers it sorts in place. False where it is not one: the complaint is printed. */
bool coding__options_read(options *read, int count, char **words);

static inline bool coding__options_has(const options *read, option_name name) { return read->given >> name & 1u; }

/* The form of an option; of OPTION_TOTAL and past it NULL. In the order in which help lists them. */
const option_form *coding__options_form(unsigned index);

#endif
