package org.libcoding;

/** The file is no book, a damaged one, or one of another format. */
public class BookException extends CodingException {
    private static final long serialVersionUID = 1;

    BookException(Status status, String reason, String at) {
        super(status, reason, at);
    }
}
