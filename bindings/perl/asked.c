#include "asked.h"

#include <string.h>

#include "make.h"

/* Coding.pm tells the line of whoever asked. */
static void complain(pTHX_ const char *words)
{
    dSP;
    ENTER;
    SAVETMPS;
    PUSHMARK(SP);
    XPUSHs(sv_2mortal(newSVpvn_flags(words, strlen(words), SVf_UTF8)));
    PUTBACK;
    call_pv("Coding::_complain", G_VOID | G_DISCARD);
    FREETMPS;
    LEAVE;
}

static void complain_of(pTHX_ const coding_error *error)
{
    char words[CODING__WORDS];
    complain(aTHX_ coding__words(error, words));
}

static const char *kind_of(pTHX_ SV *given)
{
    if (!SvOK(given)) return "undef";
    return SvROK(given) ? sv_reftype(SvRV(given), true) : "text";
}

static void refuse(pTHX_ const char *wanted, SV *given)
{
    char words[CODING__WORDS];
    snprintf(words, sizeof words, "%s, not %s", wanted, kind_of(aTHX_ given));
    complain(aTHX_ words);
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80) return false;
    return true;
}

/* The caller's string is left as it is: what is not UTF-8 within is turned into it in a copy. */
static void take_characters(pTHX_ SV *given, coding__asked *asked)
{
    STRLEN length;
    asked->text = SvPV(given, length);
    if (!SvUTF8(given) && !is_ascii(asked->text, length)) {
        SV *copy = sv_2mortal(newSVpvn(asked->text, length));
        asked->text = SvPVutf8(copy, length);
    }
    asked->length = length;
}

static void take_octets(pTHX_ SV *octets, coding__asked *asked)
{
    STRLEN length;
    SV    *copy = SvUTF8(octets) ? sv_2mortal(newSVsv(octets)) : octets;
    asked->text = SvPVbyte(copy, length);
    asked->length = length;
}

static SV *member(pTHX_ SV *record, const char *name)
{
    SV **value = hv_fetch((HV *)SvRV(record), name, (I32)strlen(name), 0);
    return value && SvOK(*value) ? *value : NULL;
}

static bool is_record(SV *given) { return SvROK(given) && SvTYPE(SvRV(given)) == SVt_PVHV; }

static bool is_reference_to_text(SV *given)
{
    return SvROK(given) && !SvOBJECT(SvRV(given)) && SvTYPE(SvRV(given)) < SVt_PVAV && SvPOK(SvRV(given));
}

coding__asked coding__perl_text(pTHX_ SV *given)
{
    coding__asked asked = {0};
    SvGETMAGIC(given);
    SV *code = is_record(given) ? member(aTHX_ given, "code") : NULL;
    if (code) take_characters(aTHX_ code, &asked);
    else if (is_reference_to_text(given)) take_octets(aTHX_ SvRV(given), &asked);
    else if (SvOK(given) && (!SvROK(given) || SvAMAGIC(given))) take_characters(aTHX_ given, &asked);
    else refuse(aTHX_ "a code is text or a record that has one", given);
    return asked;
}

coding__unit coding__perl_unit(SV *text)
{
    return text && is_reference_to_text(text) ? CODING__BYTES : CODING__CODE_POINTS;
}

coding_system coding__perl_system(pTHX_ SV *given, SV *code, const coding__room *room)
{
    coding_system system = CODING_ANY;
    coding_error  error;
    STRLEN        length;
    SV           *named = SvOK(given) ? given : code && is_record(code) ? member(aTHX_ code, "system") : NULL;
    if (!named) return system;
    if (SvROK(named) && !SvAMAGIC(named)) refuse(aTHX_ "a system is its name or number", named);
    bool is_number = SvIOK(named) && !SvPOK(named);
    const char *text = is_number ? "" : SvPV(named, length);
    bool        there = is_number ? coding__given_system_number(SvIV(named), &system, &error)
                                  : coding__given_system(room, text, length, &system, &error);
    if (!there) complain_of(aTHX_ &error);
    return system;
}

/* DateTime, Time::Piece, Date::Simple and others know it. */
static SV *ymd_of(pTHX_ SV *day)
{
    dSP;
    PUSHMARK(SP);
    XPUSHs(day);
    PUTBACK;
    call_method("ymd", G_SCALAR);
    SPAGAIN;
    SV *text = POPs;
    PUTBACK;
    return text;
}

static bool knows_ymd(pTHX_ SV *given)
{
    return sv_isobject(given) && gv_fetchmethod_autoload(SvSTASH(SvRV(given)), "ymd", false);
}

static coding_date numbered_day(pTHX_ SV *day)
{
    coding_date  on;
    coding_error error;
    if (!coding__given_day_number(SvIV(day), &on, &error)) complain_of(aTHX_ &error);
    return on;
}

coding_date coding__perl_day(pTHX_ SV *given)
{
    coding_date  on = CODING__TODAY;
    coding_error error;
    STRLEN       length;
    SvGETMAGIC(given);
    if (!SvOK(given)) return on;
    SV *day = knows_ymd(aTHX_ given) ? ymd_of(aTHX_ given) : given;
    if (SvIOK(day) && !SvPOK(day)) return numbered_day(aTHX_ day);
    if (SvROK(day) && !SvAMAGIC(day)) refuse(aTHX_ "a day is '2025-10-01', 20251001 or an object with ymd", day);
    const char *text = SvPV(day, length);
    bool        is_newest = length == 1 && *text == '0';
    bool        there = is_newest ? coding__given_day_number(0, &on, &error)
                                  : coding__given_day(text, length, &on, &error);
    if (!there) complain_of(aTHX_ &error);
    return on;
}

SV **coding__perl_option(pTHX_ SV *name, SV **system, SV **on)
{
    char        words[CODING__WORDS];
    const char *called = SvPV_nolen(name);
    if (strEQ(called, "system")) return system;
    if (strEQ(called, "on")) return on;
    snprintf(words, sizeof words, "no such option: %.100s", called);
    complain(aTHX_ words);
    return on;
}

unsigned coding__perl_member(pTHX_ SV *given, const coding__enumeration *names)
{
    coding_error error = {.status = CODING_MISUSE};
    unsigned     member = 0;
    const char  *word = SvPV_nolen(given);
    bool         is_number = SvIOK(given) && !SvPOK(given) && SvIV(given) >= 0;
    if (is_number && SvUV(given) < names->count) return (unsigned)SvUV(given);
    if (!is_number && coding__given_member(names, word, &member)) return member;
    snprintf(error.reason, sizeof error.reason, "no such %s: %.100s", names->name, word);
    complain_of(aTHX_ &error);
    return 0;
}

/* Almost always it is of that very class: asking for its ancestors takes longer than the verdict. */
static bool is_book(pTHX_ SV *book)
{
    static const char name[] = "Coding::Book";
    if (!SvROK(book) || !SvOBJECT(SvRV(book))) return false;
    const char *class = HvNAME(SvSTASH(SvRV(book)));
    return (class && strEQ(class, name)) || sv_derived_from(book, name);
}

coding__room *coding__perl_room(pTHX_ SV *book)
{
    SvGETMAGIC(book);
    if (!is_book(aTHX_ book) || !SvIOK(SvRV(book))) refuse(aTHX_ "a Coding::Book is needed", book);
    return INT2PTR(coding__room *, SvIV(SvRV(book)));
}

void coding__perl_error(pTHX_ const coding_error *error)
{
    dSP;
    ENTER;
    SAVETMPS;
    PUSHMARK(SP);
    EXTEND(SP, 3);
    PUSHs(sv_2mortal(coding__perl_name(aTHX_ coding__enumerations[CODING__NAMES_STATUS], (unsigned)error->status)));
    PUSHs(sv_2mortal(newSVpvn_flags(error->reason, strlen(error->reason), SVf_UTF8)));
    PUSHs(sv_2mortal(newSVpvn_flags(error->at, strlen(error->at), SVf_UTF8)));
    PUTBACK;
    call_pv("Coding::Error::_new", G_SCALAR);
    SPAGAIN;
    sv_setsv(ERRSV, POPs);
    PUTBACK;
    FREETMPS;
    LEAVE;
}
