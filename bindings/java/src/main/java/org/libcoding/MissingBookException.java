package org.libcoding;

/** There is no such file, or it cannot be read. */
public class MissingBookException extends BookException {
    private static final long serialVersionUID = 1;

    MissingBookException(Status status, String reason, String at) {
        super(status, reason, at);
    }
}
