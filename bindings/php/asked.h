/* What PHP hands in: strings with their NUL bytes, systems by name, days as DateTimeInterface, records in place of
 * codes. Each answers false with PHP's own error thrown. */
#ifndef CODING_BINDINGS_PHP_ASKED_H
#define CODING_BINDINGS_PHP_ASKED_H

#include "own.h"

#include "given.h"

/* A string, or the code of a record that has one. Its bytes are PHP's, and stay as long as the argument does. */
bool coding__php_text(zval *given, const char **text, size_t *length);

/* A path without NUL; null asks for the installed book. */
bool coding__php_path(zval *given, const char **path);

/* A system's name or number; null is that of `code` if that is a record, or any. `code` and `room` may be NULL. */
bool coding__php_system(zval *given, zval *code, const coding__room *room, coding_system *system);

/* A DateTimeInterface, "2025-10-01", 20251001, 0; null asks of today. */
bool coding__php_day(zval *given, coding_date *on);

/* A member of an enumeration by its word or number. */
bool coding__php_member(zval *given, const coding__enumeration *names, unsigned *member);

/* Throws the library's error: a Coding\Error, once coding.php is there. */
void coding__php_error(const coding_error *error);

#endif
