/* What Ruby hands in: strings of any encoding, systems by Symbol or String, days as Date, records in place of codes. A
 * wrong argument raises at once, when nothing is borrowed yet. */
#ifndef CODING_BINDINGS_RUBY_ASKED_H
#define CODING_BINDINGS_RUBY_ASKED_H

#include <ruby.h>

#include "given.h"

/* The String in UTF-8 or binary whose bytes are asked: itself, its conversion, or the code of a record that has one. It
 * must be kept for as long as they are. */
VALUE coding__ruby_text(VALUE given);

/* Characters, but bytes where the String is binary. */
coding__unit coding__ruby_unit(VALUE text);

/* A system's name or number; nil is that of `code` if that is a record, or any. `room` may be NULL. */
coding_system coding__ruby_system(VALUE given, VALUE code, const coding__room *room);

/* A Date or Time, "2025-10-01", 20251001, 0; nil asks of today. */
coding_date coding__ruby_day(VALUE given);

/* A member of an enumeration by its word or number. */
unsigned coding__ruby_member(VALUE given, const coding__enumeration *names);

#endif
