/* What Ruby does by hand: the call of nanoseconds. */
%ignore coding__room::verdict;
%typemap(in) struct coding__room *self "$1 = coding__ruby_room($input);"
%typemap(in) coding_system system "$1 = coding__ruby_system($input, argv[0], arg1);"

%{
/* SWIG would inspect a Book that is none to say so, and inspect asks the book. */
static coding__room *coding__ruby_room(VALUE book)
{
    void *room = NULL;
    if (!SWIG_IsOK(SWIG_ConvertPtr(book, &room, SWIGTYPE_p_coding__room, 0)) || !room)
        rb_raise(rb_eTypeError, "a Book that was never opened");
    return room;
}

/* verdict(book, code, system, on) */
static VALUE coding__ruby_verdict(VALUE self, VALUE book, VALUE code, VALUE system, VALUE on)
{
    coding_rule  rule;
    coding_error error;
    coding__room *room = coding__ruby_room(book);
    VALUE         text = coding__ruby_text(code);
    coding_system meant = coding__ruby_system(system, code, room);
    coding_date   day = coding__ruby_day(on);
    size_t        length = (size_t)RSTRING_LEN(text);
    bool          answered = coding__given_verdict(room, RSTRING_PTR(text), length, meant, day, &rule, &error);
    RB_GC_GUARD(text);
    if (!answered) rb_exc_raise(coding__ruby_failure(&error));
    return coding__ruby_name(coding__enumerations[CODING__NAMES_RULE], (unsigned)rule);
}
%}
%init %{
    rb_define_module_function(mNative, "verdict", coding__ruby_verdict, 4);
%}
