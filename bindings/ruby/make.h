/* What Ruby gets: records as frozen Structs, lists as frozen Arrays, days as Date, members of enumerations as Symbols
 * (:no_7th). What is none is nil. */
#ifndef CODING_BINDINGS_RUBY_MAKE_H
#define CODING_BINDINGS_RUBY_MAKE_H

#include <ruby.h>

#include "given.h"

/* Makes the classes of records within the module Coding, and the symbols. Once, when the extension is loaded. */
void coding__ruby_start(void);

/* The answer; where there is none, `failure` is the exception to raise once the desk is given back. */
VALUE coding__ruby_answer(const coding__ask *ask, const coding__shape *shape, const void *answer, VALUE *failure);

/* The exception that says the library's error; what cannot even be made is said by another one. */
VALUE coding__ruby_failure(const coding_error *error);

VALUE coding__ruby_name(const coding__enumeration *names, unsigned member);
VALUE coding__ruby_date(coding_date on);
VALUE coding__ruby_string(const char *text); /* NULL is nil */

/* The library's own spelling of a word, "no-7th" for :no_7th. A String is taken as it is. */
VALUE coding__ruby_word(VALUE symbol);

#endif
