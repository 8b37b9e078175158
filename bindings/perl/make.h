/* What Perl gets: records as blessed hashes with readers, lists as array references, days as "2025-10-01", members of
 * enumerations as the library's own words. What is none is undef. */
#ifndef CODING_BINDINGS_PERL_MAKE_H
#define CODING_BINDINGS_PERL_MAKE_H

#include "own.h"

#include "shape.h"

/* A new value that the caller owns; NULL with the reason in $@. */
SV *coding__perl_answer(pTHX_ const coding__ask *ask, const coding__shape *shape, const void *answer);

SV *coding__perl_name(pTHX_ const coding__enumeration *names, unsigned member);
SV *coding__perl_date(pTHX_ coding_date on);
SV *coding__perl_string(pTHX_ const char *text); /* NULL is undef */

/* Names of the records and of their fields: { Verdict => ["rule", ...], ... }. */
SV *coding__perl_records(pTHX);

#endif
