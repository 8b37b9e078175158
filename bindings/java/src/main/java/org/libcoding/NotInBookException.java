package org.libcoding;

/** The book lacks the table, or the code, that would answer. */
public class NotInBookException extends CodingException {
    private static final long serialVersionUID = 1;

    NotInBookException(Status status, String reason, String at) {
        super(status, reason, at);
    }
}
