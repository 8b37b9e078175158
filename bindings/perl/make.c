#include "make.h"

#include <stdio.h>
#include <string.h>

#include "asked.h"

/* Records within lists within records: as deep as shapes.txt goes, and some more. */
enum { DEPTH = 12 };

typedef struct container {
    SV         *holder; /* a hash or an array */
    SV         *value;  /* the reference to it */
    const char *field;  /* of a record, the one that comes */
} container;

typedef struct building {
    PerlInterpreter *perl;
    container        within[DEPTH];
    unsigned         depth;
    SV              *answer;
} building;

static building *of(const coding__maker *maker) { return maker->context; }

/* The interpreter that asks; the name is that of Perl's macros. */
#define THIS_PERL(maker) PerlInterpreter *my_perl = of(maker)->perl; PERL_UNUSED_VAR(my_perl)

static bool place(const coding__maker *maker, SV *value)
{
    THIS_PERL(maker);
    building *at = of(maker);
    if (!at->depth) return at->answer = value, true;
    container *in = &at->within[at->depth - 1];
    if (SvTYPE(in->holder) == SVt_PVAV) av_push((AV *)in->holder, value);
    else (void)hv_store((HV *)in->holder, in->field, (I32)strlen(in->field), value, 0);
    return true;
}

static bool enter(const coding__maker *maker, SV *holder)
{
    THIS_PERL(maker);
    building *at = of(maker);
    if (at->depth == DEPTH) return SvREFCNT_dec(holder), false;
    at->within[at->depth++] = (container){holder, newRV_noinc(holder), NULL};
    return true;
}

static HV *class_of(pTHX_ const char *record)
{
    char name[64];
    int  length = snprintf(name, sizeof name, "Coding::%s", record);
    return gv_stashpvn(name, (U32)length, GV_ADD);
}

static bool record(const coding__maker *maker, const coding__shape *shape)
{
    THIS_PERL(maker);
    if (!enter(maker, (SV *)newHV())) return false;
    sv_bless(of(maker)->within[of(maker)->depth - 1].value, class_of(aTHX_ shape->name));
    return true;
}

static bool list(const coding__maker *maker, size_t count)
{
    THIS_PERL(maker);
    AV *items = newAV();
    if (count) av_extend(items, (SSize_t)count - 1);
    return enter(maker, (SV *)items);
}

static bool end(const coding__maker *maker)
{
    building *at = of(maker);
    return place(maker, at->within[--at->depth].value);
}

static bool field(const coding__maker *maker, const coding__field *next)
{
    of(maker)->within[of(maker)->depth - 1].field = next->name;
    return true;
}

static bool none(const coding__maker *maker)
{
    THIS_PERL(maker);
    return place(maker, newSV(0));
}

static bool text(const coding__maker *maker, const char *bytes, size_t length)
{
    THIS_PERL(maker);
    return place(maker, newSVpvn_flags(bytes, length, SVf_UTF8));
}

static bool whole(const coding__maker *maker, uint64_t number)
{
    THIS_PERL(maker);
    return place(maker, newSVuv((UV)number));
}

static bool real(const coding__maker *maker, double number)
{
    THIS_PERL(maker);
    return place(maker, newSVnv(number));
}

static bool flag(const coding__maker *maker, bool is_set)
{
    THIS_PERL(maker);
    return place(maker, newSVsv(boolSV(is_set)));
}

static bool name(const coding__maker *maker, const coding__enumeration *names, unsigned member)
{
    THIS_PERL(maker);
    return place(maker, coding__perl_name(aTHX_ names, member));
}

static bool day(const coding__maker *maker, coding_date on)
{
    THIS_PERL(maker);
    return place(maker, coding__perl_date(aTHX_ on));
}

static bool span(const coding__maker *maker, size_t offset, size_t length)
{
    THIS_PERL(maker);
    HV *both = newHV();
    (void)hv_stores(both, "offset", newSVuv(offset));
    (void)hv_stores(both, "length", newSVuv(length));
    return place(maker, sv_bless(newRV_noinc((SV *)both), class_of(aTHX_ "Span")));
}

SV *coding__perl_name(pTHX_ const coding__enumeration *names, unsigned member)
{
    const char *word = member < names->count ? names->members[member] : NULL;
    return word ? newSVpvn(word, strlen(word)) : newSVuv(member);
}

SV *coding__perl_date(pTHX_ coding_date on)
{
    char printed[16];
    if (!on) return newSV(0);
    int length = snprintf(printed, sizeof printed, "%04u-%02u-%02u", on / 10000, on / 100 % 100, on % 100);
    return newSVpvn(printed, (STRLEN)length);
}

SV *coding__perl_string(pTHX_ const char *string)
{
    return string ? newSVpvn_flags(string, strlen(string), SVf_UTF8) : newSV(0);
}

/* What had been begun when a walk stopped. */
static void drop(pTHX_ building *at)
{
    while (at->depth) SvREFCNT_dec(at->within[--at->depth].value);
}

SV *coding__perl_answer(pTHX_ const coding__ask *ask, const coding__shape *shape, const void *answer)
{
    coding_error error = {0};
    building     at = {.depth = 0};
#ifdef MULTIPLICITY
    at.perl = aTHX;
#endif
    coding__maker maker = {&at, record, list, end, field, none, text, whole, whole, real, flag, name, day, span};
    if (coding__hand_over(ask, shape, answer, &maker, &error)) return at.answer;
    drop(aTHX_ &at);
    coding__perl_error(aTHX_ &error);
    return NULL;
}

static SV *fields_of(pTHX_ const coding__shape *shape)
{
    AV *fields = newAV();
    for (unsigned i = 0; i < shape->count; i++) av_push(fields, newSVpv(shape->fields[i].name, 0));
    return newRV_noinc((SV *)fields);
}

SV *coding__perl_records(pTHX)
{
    HV *records = newHV();
    for (size_t i = 0; i < coding__shape_count; i++) {
        const char *of_record = coding__shapes[i]->name;
        (void)hv_store(records, of_record, (I32)strlen(of_record), fields_of(aTHX_ coding__shapes[i]), 0);
    }
    return newRV_noinc((SV *)records);
}
