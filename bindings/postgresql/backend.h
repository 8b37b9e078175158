/* libcoding in a backend of PostgreSQL: one book, named by the setting coding.book and opened at the first question,
 * and one desk, whose memory is a memory context of the backend: `coding` in pg_backend_memory_contexts.
 *
 * An error of PostgreSQL jumps out of whatever is running. So nothing of ours is left half done by one: the desk is
 * cleared before each question as well as behind it, and what an answer shows is copied before the desk is. */
#ifndef CODING_BINDINGS_POSTGRESQL_BACKEND_H
#define CODING_BINDINGS_POSTGRESQL_BACKEND_H

#include "postgres.h"

#include "fmgr.h"

#include "sql/sql.h"

typedef struct coding__backend {
    coding__room *room; /* NULL: no book is open */
    coding_desk  *desk;
    coding__named named;
} coding__backend;

/* Registers the setting. */
void coding__backend_begin(void);

/* The book's, opened where it is not yet; an error with a hint where it cannot be. */
coding__backend *coding__backend_open(void);
/* The same where no book is needed: whatever is open. */
coding__backend *coding__backend_bare(void);

void coding__complain(const coding_error *error) pg_attribute_noreturn();

/* Values of PostgreSQL and ours. `values` are those of a call. */
void  coding__read_arguments(coding__question *question, coding__backend *backend, const char *letters,
                             FunctionCallInfo call);
Datum coding__datum(const coding__cell *cell, bool *none);

#endif
