/* What PHP gets: records as objects with readonly properties, lists as arrays, days as DateTimeImmutable (midnight
 * UTC), members of enumerations as the library's own words. What is none is null. */
#ifndef CODING_BINDINGS_PHP_MAKE_H
#define CODING_BINDINGS_PHP_MAKE_H

#include "own.h"

#include "given.h"

/* Registers the classes of records within the namespace Coding. Once, when the extension is loaded. */
void coding__php_start(void);

bool coding__php_is_record(const zend_class_entry *class);

/* Writes the answer; false with an exception thrown. */
bool coding__php_answer(zval *result, const coding__ask *ask, const coding__shape *shape, const void *answer);

void coding__php_name(zval *result, const coding__enumeration *names, unsigned member);
void coding__php_date(zval *result, coding_date on);
void coding__php_string(zval *result, const char *text); /* NULL is null */

#endif
