/* Go's manners. Every method of Book answers a reply (reply.h): the record that Go decodes, or the reason why there is
 * none. What a program sees is written in Go; this is the wall between the two. */
%{
#include "reply.h"

#define coding__reply_in(slice, reply)                                                                                 \
    do {                                                                                                               \
        coding__reply sent = (reply);                                                                                  \
        (slice).array = sent.bytes;                                                                                    \
        (slice).len = (slice).cap = (intgo)sent.length;                                                                \
    } while (0)

/* No exception crosses C: the reply is the reason. */
#define coding__raise(error)                                                                                           \
    do {                                                                                                               \
        coding__reply_in(_swig_go_result, coding__reply_refusal(&(error)));                                            \
        return _swig_go_result;                                                                                        \
    } while (0)
%}

/* Members and records are written in Go (generate.py); here enumerations are the numbers that they are. */
%rename("$ignore", %$isenumitem) "";

%typemap(argout) coding_error *error {
    if ($1->status != CODING_OK) {
        coding__reply_free((uint8_t *)_swig_go_result.array);
        coding__reply_in(_swig_go_result, coding__reply_refusal($1));
    }
}

/* A Go string is its bytes; one that is empty may have no address. */
%typemap(gotype) (const char *text, size_t length) "string"
%typemap(in) (const char *text, size_t length) {
    $1 = (char *)($input.n ? $input.p : "");
    $2 = (size_t)$input.n;
}
%typemap(freearg) (const char *text, size_t length) ""
%typemap(freearg) char text[ANY] ""

/* Texts are replies, too: SWIG's own way with strings does not pass go vet. */
%typemap(gotype) const char * "[]byte"
%typemap(out) const char * "coding__reply_in($result, coding__reply_text($1));"
%typemap(goout) const char * ""

%define coding__answer(TYPE, NAME)
%typemap(gotype) TYPE "[]byte"
%typemap(out) TYPE {
    coding__ask ask = {coding__asked_##NAME, CODING__BYTES, 0};
    coding__reply_in($result, coding__reply_answer(&ask, &coding__shape_##NAME, &$1));
}
%enddef
%include "../answers.i"
