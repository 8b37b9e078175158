/* What Perl does by hand: a Book is a reference to the address of its room, blessed; and the call of nanoseconds. */
%ignore coding__room::verdict;
%typemap(in) coding_system system "$1 = coding__perl_system(aTHX_ $input, coding__second, arg1);"
%typemap(in) struct coding__room *self "$1 = coding__perl_room(aTHX_ $input);"
%typemap(out) struct coding__room * { $result = sv_setref_pv(sv_newmortal(), "Coding::Book", $1); argvi++; }

%native(Book_verdict) void coding__perl_verdict(CV *cv);
%native(records) void coding__perl_describe(CV *cv);

%{
/* verdict(book, code, [system], on => day): without a sub of Coding.pm between, that would take twice as long. */
XS(coding__perl_verdict)
{
    dXSARGS;
    SV          *system = &PL_sv_undef, *on = &PL_sv_undef;
    coding_rule  rule;
    coding_error error;
    int          named = items % 2 ? 3 : 2; /* names and values come in pairs */
    if (items < 2) croak_xs_usage(cv, "book, code, ...");
    if (items % 2) system = ST(2);
    for (; named < items; named += 2) *coding__perl_option(aTHX_ ST(named), &system, &on) = ST(named + 1);
    coding__room *room = coding__perl_room(aTHX_ ST(0));
    coding__asked asked = coding__perl_text(aTHX_ ST(1));
    coding_system meant = coding__perl_system(aTHX_ system, ST(1), room);
    coding_date   day = coding__perl_day(aTHX_ on);
    if (!coding__given_verdict(room, asked.text, asked.length, meant, day, &rule, &error)) {
        coding__perl_error(aTHX_ &error);
        SWIG_croak_null();
    }
    ST(0) = sv_2mortal(coding__perl_name(aTHX_ coding__enumerations[CODING__NAMES_RULE], (unsigned)rule));
    XSRETURN(1);
}

XS(coding__perl_describe)
{
    dXSARGS;
    PERL_UNUSED_VAR(items);
    EXTEND(SP, 1);
    ST(0) = sv_2mortal(coding__perl_records(aTHX));
    XSRETURN(1);
}
%}
