#include "make.h"

#include <ruby/encoding.h>

#include <stdio.h>
#include <string.h>

/* Records within lists within records: as deep as shapes.txt goes, and some more. */
enum { DEPTH = 12 };

typedef struct container {
    VALUE holder; /* a Struct or an Array */
    int   filled; /* members of a Struct so far */
} container;

/* Lies on the machine's stack, where the collector sees what it holds. */
typedef struct building {
    container within[DEPTH];
    unsigned  depth;
    VALUE     answer;
} building;

static VALUE  module;
static VALUE  date;
static VALUE *classes;                    /* by the number of the shape */
static VALUE *words[CODING__NAMES_TOTAL]; /* symbols by enumeration and number: interned, and so never collected */

static building *of(const coding__maker *maker) { return maker->context; }

static bool place(const coding__maker *maker, VALUE value)
{
    building *at = of(maker);
    if (!at->depth) return at->answer = value, true;
    container *in = &at->within[at->depth - 1];
    if (RB_TYPE_P(in->holder, T_ARRAY)) rb_ary_push(in->holder, value);
    else RSTRUCT_SET(in->holder, in->filled++, value);
    return true;
}

static bool enter(const coding__maker *maker, VALUE holder)
{
    building *at = of(maker);
    if (at->depth == DEPTH) rb_raise(rb_eRuntimeError, "records lie too deep in one another");
    at->within[at->depth++] = (container){holder, 0};
    return true;
}

static bool record(const coding__maker *maker, const coding__shape *shape)
{
    return enter(maker, rb_struct_alloc_noinit(classes[shape->number]));
}

static bool list(const coding__maker *maker, size_t count) { return enter(maker, rb_ary_new_capa((long)count)); }

static bool end(const coding__maker *maker)
{
    building *at = of(maker);
    return place(maker, rb_obj_freeze(at->within[--at->depth].holder));
}

static bool none(const coding__maker *maker) { return place(maker, Qnil); }

static bool text(const coding__maker *maker, const char *bytes, size_t length)
{
    return place(maker, rb_obj_freeze(rb_utf8_str_new(bytes, (long)length)));
}

static bool whole(const coding__maker *maker, uint64_t number) { return place(maker, ULL2NUM(number)); }
static bool real(const coding__maker *maker, double number) { return place(maker, DBL2NUM(number)); }
static bool flag(const coding__maker *maker, bool is_set) { return place(maker, is_set ? Qtrue : Qfalse); }

static bool name(const coding__maker *maker, const coding__enumeration *names, unsigned member)
{
    return place(maker, coding__ruby_name(names, member));
}

static bool day(const coding__maker *maker, coding_date on) { return place(maker, coding__ruby_date(on)); }

static bool span(const coding__maker *maker, size_t offset, size_t length)
{
    VALUE both = rb_struct_new(classes[CODING__SHAPE_SPAN], SIZET2NUM(offset), SIZET2NUM(length));
    return place(maker, rb_obj_freeze(both));
}

VALUE coding__ruby_name(const coding__enumeration *names, unsigned member)
{
    return member < names->count ? words[names->number][member] : UINT2NUM(member);
}

VALUE coding__ruby_date(coding_date on)
{
    if (!on) return Qnil;
    return rb_funcall(date, rb_intern("new"), 3, UINT2NUM(on / 10000), UINT2NUM(on / 100 % 100), UINT2NUM(on % 100));
}

VALUE coding__ruby_string(const char *string) { return string ? rb_utf8_str_new_cstr(string) : Qnil; }

VALUE coding__ruby_word(VALUE symbol)
{
    if (!SYMBOL_P(symbol)) return StringValue(symbol);
    return rb_funcall(rb_sym2str(symbol), rb_intern("tr"), 2, rb_str_new_cstr("_"), rb_str_new_cstr("-"));
}

/* A call that may raise, with what it is about. */
typedef struct handing {
    const coding__ask   *ask;
    const coding__shape *shape;
    const void          *answer;
    coding_error         error;
} handing;

static VALUE hand_over(VALUE handed)
{
    handing      *it = (handing *)handed;
    building      at = {.answer = Qundef};
    coding__maker maker = {&at, record, list, end, NULL, none, text, whole, whole, real, flag, name, day, span};
    bool          made = coding__hand_over(it->ask, it->shape, it->answer, &maker, &it->error);
    return made ? at.answer : Qundef;
}

static VALUE raised(void)
{
    VALUE error = rb_errinfo();
    rb_set_errinfo(Qnil);
    return error;
}

VALUE coding__ruby_answer(const coding__ask *ask, const coding__shape *shape, const void *answer, VALUE *failure)
{
    handing it = {.ask = ask, .shape = shape, .answer = answer};
    int     jumped = 0;
    VALUE   made = rb_protect(hand_over, (VALUE)&it, &jumped);
    if (!jumped && made != Qundef) return made;
    *failure = jumped ? raised() : coding__ruby_failure(&it.error);
    return Qnil;
}

static VALUE make_error(VALUE told)
{
    const coding_error *error = (const coding_error *)told;
    VALUE status = coding__ruby_name(coding__enumerations[CODING__NAMES_STATUS], (unsigned)error->status);
    return rb_funcall(rb_const_get(module, rb_intern("Error")), rb_intern("of"), 3, status,
                      rb_utf8_str_new_cstr(error->reason), rb_utf8_str_new_cstr(error->at));
}

VALUE coding__ruby_failure(const coding_error *error)
{
    int   jumped = 0;
    VALUE made = rb_protect(make_error, (VALUE)error, &jumped);
    return jumped ? raised() : made;
}

static VALUE symbol_of(const char *word)
{
    char name[64];
    int  length = snprintf(name, sizeof name, "%s", word);
    for (char *dash = name; (dash = strchr(dash, '-'));) *dash = '_';
    return ID2SYM(rb_intern2(name, length));
}

static void name_members(const coding__enumeration *names)
{
    words[names->number] = ALLOC_N(VALUE, names->count);
    for (unsigned i = 0; i < names->count; i++)
        words[names->number][i] = names->members[i] ? symbol_of(names->members[i]) : UINT2NUM(i);
}

/* Struct.new(:rule, :code, ...), named within Coding. */
static VALUE define_record(const coding__shape *shape)
{
    VALUE fields = rb_ary_new_capa(shape->count);
    for (unsigned i = 0; i < shape->count; i++) rb_ary_push(fields, ID2SYM(rb_intern(shape->fields[i].name)));
    VALUE class = rb_funcallv(rb_cStruct, rb_intern("new"), shape->count, RARRAY_CONST_PTR(fields));
    rb_const_set(module, rb_intern(shape->name), class);
    RB_GC_GUARD(fields);
    return class;
}

void coding__ruby_start(void)
{
    module = rb_define_module("Coding");
    date = rb_path2class("Date");
    rb_gc_register_mark_object(date);
    classes = ALLOC_N(VALUE, coding__shape_count);
    for (size_t i = 0; i < coding__shape_count; i++) {
        classes[i] = define_record(coding__shapes[i]);
        rb_gc_register_mark_object(classes[i]);
    }
    for (size_t i = 0; i < coding__enumeration_count; i++) name_members(coding__enumerations[i]);
}
