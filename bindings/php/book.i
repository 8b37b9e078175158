/* coding.php gives methods their names, defaults and documentation; what it calls begins with a dash below. */
%rename("_%s", %$isfunction, %$ismember) "";
%ignore coding__room::verdict;

/* The text is the first argument of a method. */
%typemap(in) coding_system system { if (!coding__php_system(&$input, &args[0], arg1, &$1)) SWIG_fail; }

/* An object that was made without its constructor has no room. */
%{
#define coding__must_be_opened(room) \
    if (!(room)) { \
        zend_throw_error(NULL, "a Book that was never opened"); \
        SWIG_fail; \
    }
%}
%typemap(check) coding_desk *desk {
    coding_error closed;
    coding__must_be_opened(arg1)
    $1 = coding__room_borrow(arg1, &closed);
    if (!$1) coding__raise(closed);
}
%typemap(check) const coding_book *book {
    coding_error closed;
    coding__must_be_opened(arg1)
    lender$argnum = coding__room_borrow(arg1, &closed);
    if (!lender$argnum) coding__raise(closed);
    $1 = ($1_ltype)coding_desk_book(lender$argnum);
}
%exception coding__room::close "coding__must_be_opened(arg1) $action"
%exception coding__room::is_closed "coding__must_be_opened(arg1) $action"
%exception coding__room::quick_verdict "coding__must_be_opened(arg1) $action"

%extend coding__room {
    /* The call of nanoseconds: it borrows no desk where it needs none. */
    coding_rule quick_verdict(const char *text, size_t length, coding_system system, coding_date on,
                              coding_error *error)
    {
        coding_rule rule = CODING_RULE_NOT_CHECKED;
        coding__given_verdict($self, text, length, system, on, &rule, error);
        return rule;
    }
}
