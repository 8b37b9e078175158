/* What scripts hand in, once it is known to be a text or a number: the same in Perl, Ruby, PHP and Lua. Each answers
 * false with the reason in `error`, which the language says in its own way. */
#ifndef CODING_BINDINGS_GIVEN_H
#define CODING_BINDINGS_GIVEN_H

#include "shapes.h"

enum { CODING__WORDS = 384 }; /* room for coding__words: an error's reason and place with what parts them */

/* A system by its name: built-in, the room's own, "own-64" or "any". Without a room the built-in ones alone. */
bool coding__given_system(const coding__room *room, const char *text, size_t length, coding_system *system,
                          coding_error *error);
bool coding__given_system_number(int64_t number, coding_system *system, coding_error *error);

/* A day of the calendar as text or number; the number 0 asks for the newest edition. */
bool coding__given_day(const char *text, size_t length, coding_date *on, coding_error *error);
bool coding__given_day_number(int64_t number, coding_date *on, coding_error *error);
/* The number of a day that the language holds as year, month and day. */
bool coding__given_day_parts(int64_t year, int64_t month, int64_t day, coding_date *on, coding_error *error);

/* The bare verdict; false where the book is closed. */
bool coding__given_verdict(coding__room *room, const char *text, size_t length, coding_system system, coding_date on,
                           coding_rule *rule, coding_error *error);

/* The member that has this word of the library. */
bool coding__given_member(const coding__enumeration *names, const char *word, unsigned *member);

/* "at: reason", or the reason alone where it has no place. */
const char *coding__words(const coding_error *error, char words[CODING__WORDS]);

#endif
