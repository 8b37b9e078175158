/* What Perl hands in: text by its characters, systems and days by their words, records in place of codes. A wrong
 * argument dies at once, as seen by the caller; nothing is borrowed yet. */
#ifndef CODING_BINDINGS_PERL_ASKED_H
#define CODING_BINDINGS_PERL_ASKED_H

#include "own.h"

#include "given.h"

typedef struct coding__asked {
    const char *text;
    size_t      length;
} coding__asked;

/* A string, a reference to a string of octets in UTF-8, or the code of a record that has one. */
coding__asked coding__perl_text(pTHX_ SV *given);

/* Characters, but octets where the text was a reference to such. */
coding__unit coding__perl_unit(SV *text);

/* A system's name or number; undef is that of `code` if that is a record, or any. `code` and `room` may be NULL. */
coding_system coding__perl_system(pTHX_ SV *given, SV *code, const coding__room *room);

/* "2025-10-01", 20251001, an object that knows `ymd`, 0; undef asks of today. */
coding_date coding__perl_day(pTHX_ SV *given);

/* Where the value of an option goes that is called `name`. */
SV **coding__perl_option(pTHX_ SV *name, SV **system, SV **on);

/* A member of an enumeration by its word or number. */
unsigned coding__perl_member(pTHX_ SV *given, const coding__enumeration *names);

coding__room *coding__perl_room(pTHX_ SV *book);

/* Lays the library's error into $@, a Coding::Error; the caller then jumps to its `fail`. */
void coding__perl_error(pTHX_ const coding_error *error);

#endif
