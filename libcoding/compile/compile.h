/* The compiler: releases in, a book out. A library of its own (`coding_compile`), linked by the tool and the tests,
 * so that whoever embeds libcoding carries no reader of zip or XML. */
#ifndef CODING_COMPILE_COMPILE_H
#define CODING_COMPILE_COMPILE_H

#include <coding/book.h>

/* What the compiler tells while it works. All texts are lent for the call; any function may be NULL. */
typedef struct coding__compile_watch {
    void *context;
    /* A file was taken (`as`: "ICD-10-CM order file, FY2026") or left (`as` NULL, `why` says why). */
    void (*file)(void *context, const char *path, const char *as, const char *why);
    /* A release has a fault that did not keep it from being loaded. */
    void (*fault)(void *context, const char *file, uint32_t line, const char *field, const char *what);
    /* How far: `done` of `total` steps of the stage in words. */
    void (*progress)(void *context, const char *stage, uint64_t done, uint64_t total);
} coding__compile_watch;

typedef struct coding__compile_options {
    const char *const           *paths; /* releases, tables and folders of them; where two hold the same edition the
                                           earlier path wins. A book (*.book) is extended. */
    size_t                       count;
    bool                         public_only; /* leave out every table keyed by CPT numbers */
    uint32_t                     without;     /* chapters to leave out: see compile/chapters.h */
    coding_date                  from;        /* leave out editions that ended before that day; 0: keep all */
    const coding__compile_watch *watch;       /* may be NULL */
} coding__compile_options;

/* Writes a book to `output`: beside it first, then renamed, so that an old book is never half overwritten. Same inputs,
 * same bytes. False with the reason in `error`. */
bool coding__compile(const coding__compile_options *options, const char *output, coding_error *error);

/* The same into memory; free it with free(). */
bool coding__compile_to_memory(const coding__compile_options *options, void **bytes, size_t *length,
                               coding_error *error);

#endif
