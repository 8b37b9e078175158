/* Java's manners: text goes in as UTF-8 bytes and answers come out as parcels, so that no class of Java is named in C.
 * Everything that SWIG makes is out of sight: Room and Calls are for Book, Coding and Codes, which are written by hand,
 * and for Questions, which generate.py writes. Java has no lock around its calls; call.h says what follows. */
%include <enumsimple.swg>

%pragma(java) jniclassclassmodifiers="final class"
%pragma(java) moduleclassmodifiers="final class"
%pragma(java) jniclasscode=%{
    static {
        Native.load();
    }

    /* Of many.c; `keeper` is the Room, which must outlive the call. */
    static native int quickVerdict(long room, Room keeper, long low, long high, int length, int system, int on);
    static native void verdicts(long room, Room keeper, byte[] text, int[] offsets, int count, int at, int[] days,
        int system, int on, byte[] rules, int[] rows);
    static native void directVerdicts(long room, Room keeper, java.nio.ByteBuffer text, java.nio.ByteBuffer offsets,
        int count, int system, int on, java.nio.ByteBuffer rules);

    /* Of java_columns.c. */
    static native void groupMany(long room, Room keeper, int count, int version, Object[] in, Object[] out);
    static native void riskMany(long room, Room keeper, int count, int model, int year, int plan, Object[] in,
        Object[] out);
    static native void numbers(byte[] text, int system, long[] numbers);
%}

%rename("$ignore", %$isenum) "";
%rename("$ignore", %$isenumitem) "";
%rename("$ignore", %$isconstant) "";
%typemap(javafinalize) SWIGTYPE ""

%apply int { coding_date, uint32_t, enum SWIGTYPE };
%apply long long { coding_code, uint64_t };

/* --- What crosses the border in either direction, each by a function of call.h. */
%{
#include "call.h"

#define coding__raise(error) coding__java_raise(jenv, &(error))
%}

%typemap(in, numinputs=0) coding_error *error (coding_error failure) {
    failure.status = CODING_OK;
    $1 = &failure;
    coding__java_watch($1);
}
%typemap(argout) coding_error *error "coding__java_tell(jenv);"

%define coding__java_bytes(PATTERN, JAVA)
%typemap(jni) PATTERN "jbyteArray"
%typemap(jtype) PATTERN "byte[]"
%typemap(jstype) PATTERN JAVA
%enddef

coding__java_bytes(const char *path, "byte[]")
%typemap(javain) const char *path "$javainput"
%typemap(in) const char *path { if (!coding__java_path(jenv, $input, &$1)) return $null; }
%typemap(freearg) const char *path "free($1);"
%typemap(argout) const char *path ""

coding__java_bytes((const char *text, size_t length), "String")
%typemap(javain) (const char *text, size_t length) "Text.utf8($javainput)"
%typemap(in) (const char *text, size_t length) { if (!coding__java_take(jenv, $input, &$1, &$2)) return $null; }
%typemap(freearg) (const char *text, size_t length) "coding__java_drop();"
%typemap(argout) (const char *text, size_t length) ""

coding__java_bytes(const char *, "String")
%typemap(out) const char * "$result = coding__java_text(jenv, $1);"
%typemap(javaout) const char * { return Text.of($jnicall); }

%typemap(freearg) char text[ANY] ""
%typemap(argout) char text[ANY] ""

/* --- Desks. A method that asks the book alone takes one too: nothing else keeps the book open beside a close. */

%typemap(check) coding_desk *desk { if (!($1 = coding__java_borrow(jenv, arg1))) return $null; }
%typemap(check) const coding_book *book {
    if (!(lender$argnum = coding__java_borrow(jenv, arg1))) return $null;
    $1 = ($1_ltype)coding_desk_book(lender$argnum);
}

/* --- Answers. */

%define coding__answer(TYPE, NAME)
coding__java_bytes(TYPE, "byte[]")
%typemap(out) TYPE {
    const coding__ask ask = {coding__asked_##NAME, CODING__UTF16, 0};
    $result = coding__java_answer(jenv, &ask, &coding__shape_##NAME, &$1);
}
%typemap(javaout) TYPE { return $jnicall; }
%enddef
%include "answers.i"
