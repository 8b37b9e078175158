package org.libcoding;

/** An answer that names a code: questions about a code take one in place of its text and system. */
public sealed interface Coded permits Entry, Hit, Suggestion {
    /** {@return its code} */
    String code();

    /** {@return whose code it is} */
    CodeSystem system();
}
