#include "asked.h"

#include <ruby/encoding.h>

#include <stdio.h>

#include "make.h"

static _Noreturn void complain_of(const coding_error *error)
{
    char words[CODING__WORDS];
    rb_raise(rb_eArgError, "%s", coding__words(error, words));
}

static bool is_record(VALUE given)
{
    return RB_TYPE_P(given, T_STRUCT) && rb_respond_to(given, rb_intern("code"));
}

static bool has_bytes_to_ask(VALUE text)
{
    int encoding = rb_enc_get_index(text);
    return encoding == rb_utf8_encindex() || encoding == rb_usascii_encindex() || encoding == rb_ascii8bit_encindex();
}

VALUE coding__ruby_text(VALUE given)
{
    VALUE text = is_record(given) ? rb_funcall(given, rb_intern("code"), 0) : given;
    if (!RB_TYPE_P(text, T_STRING))
        rb_raise(rb_eTypeError, "a code is a String or a record that has one, not %" PRIsVALUE, rb_inspect(given));
    if (has_bytes_to_ask(text)) return text;
    return rb_funcall(text, rb_intern("encode"), 1, rb_enc_from_encoding(rb_utf8_encoding()));
}

coding__unit coding__ruby_unit(VALUE text)
{
    bool is_binary = RB_TYPE_P(text, T_STRING) && rb_enc_get_index(text) == rb_ascii8bit_encindex();
    return is_binary ? CODING__BYTES : CODING__CODE_POINTS;
}

/* Symbols are compared as they are; those of users' own systems are said by the book. */
static bool built_in_system(VALUE symbol, coding_system *system)
{
    for (unsigned i = 0; i < CODING_OWN_FIRST; i++) {
        *system = (coding_system)i;
        if (coding__ruby_name(coding__enumerations[CODING__NAMES_SYSTEM], i) == symbol) return true;
    }
    return false;
}

static coding_system named_system(VALUE name, const coding__room *room)
{
    coding_system system = CODING_ANY;
    coding_error  error;
    VALUE         text = coding__ruby_word(name);
    if (!coding__given_system(room, RSTRING_PTR(text), (size_t)RSTRING_LEN(text), &system, &error)) complain_of(&error);
    RB_GC_GUARD(text);
    return system;
}

coding_system coding__ruby_system(VALUE given, VALUE code, const coding__room *room)
{
    coding_system system = CODING_ANY;
    coding_error  error;
    if (NIL_P(given) && is_record(code)) given = rb_funcall(code, rb_intern("system"), 0);
    if (NIL_P(given) || (SYMBOL_P(given) && built_in_system(given, &system))) return system;
    if (SYMBOL_P(given) || RB_TYPE_P(given, T_STRING)) return named_system(given, room);
    if (!RB_INTEGER_TYPE_P(given))
        rb_raise(rb_eTypeError, "a system is its name or number, not %" PRIsVALUE, rb_inspect(given));
    if (!coding__given_system_number(NUM2LL(given), &system, &error)) complain_of(&error);
    return system;
}

static int64_t part(VALUE day, const char *name) { return NUM2LL(rb_funcall(day, rb_intern(name), 0)); }

static bool read_day(VALUE given, coding_date *on, coding_error *error)
{
    if (RB_TYPE_P(given, T_STRING))
        return coding__given_day(RSTRING_PTR(given), (size_t)RSTRING_LEN(given), on, error);
    if (RB_INTEGER_TYPE_P(given)) return coding__given_day_number(NUM2LL(given), on, error);
    if (!rb_respond_to(given, rb_intern("year")) || !rb_respond_to(given, rb_intern("day")))
        rb_raise(rb_eTypeError, "a day is a Date, 20251001 or '2025-10-01', not %" PRIsVALUE, rb_inspect(given));
    return coding__given_day_parts(part(given, "year"), part(given, "month"), part(given, "day"), on, error);
}

coding_date coding__ruby_day(VALUE given)
{
    coding_date  on = CODING__TODAY;
    coding_error error;
    if (NIL_P(given)) return on;
    if (!read_day(given, &on, &error)) complain_of(&error);
    return on;
}

unsigned coding__ruby_member(VALUE given, const coding__enumeration *names)
{
    unsigned member = 0;
    bool     is_number = RB_INTEGER_TYPE_P(given);
    VALUE    word = is_number ? Qnil : coding__ruby_word(given);
    if (is_number && NUM2LL(given) >= 0 && NUM2LL(given) < names->count) return (unsigned)NUM2LL(given);
    if (is_number || !coding__given_member(names, StringValueCStr(word), &member))
        rb_raise(rb_eArgError, "no such %s: %" PRIsVALUE, names->name, rb_inspect(given));
    return member;
}
