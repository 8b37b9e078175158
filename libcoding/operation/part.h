/* The body part of an operation: which characters of a table have the name that the words mean, on which side. */
#ifndef CODING_OPERATION_PART_H
#define CODING_OPERATION_PART_H

#include "operation/report.h"
#include "operation/table.h"

/* Where an operation may be. */
typedef struct coding__site {
    uint64_t    systems, parts; /* symbols; 0: it is nowhere */
    bool        several;        /* systems that the words do not tell apart */
    coding_span span;
    bool        elsewhere; /* in the report, not beside the operation */
    bool        named;     /* by the name of the operation */
    const char *guideline;
} coding__site;

/* The site of an operation with one of the roots, on the sides given (0: unknown). */
coding__site coding__site_of(const coding__report *report, const coding__procedure *procedure,
                             const coding__choice *wanted, uint32_t sides);

/* The characters of one table (section, system, operation) whose label is the part, on the sides given. */
uint64_t coding__parts_named(const coding_book *book, coding_code table, const char *part, uint32_t sides);

/* Are two labels the same but for case and a plural? */
bool coding__same_label(const char *a, const char *b);

#endif
