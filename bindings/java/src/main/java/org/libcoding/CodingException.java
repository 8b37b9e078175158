package org.libcoding;

import java.nio.charset.StandardCharsets;

/** A question could not be put: the library's words. A wrong code is none of these, but an answer. */
public class CodingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What a room that was closed says: no text is at fault (room.c). */
    private static final String CLOSED = "the book is closed";

    /** Why. */
    private final Status status;
    /** A sentence for a person. */
    private final String reason;
    /** What it is about, or "". */
    private final String at;

    CodingException(Status status, String reason, String at) {
        super(at.isEmpty() ? reason : at + ": " + reason);
        this.status = status;
        this.reason = reason;
        this.at = at;
    }

    /** {@return why} */
    public Status status() {
        return status;
    }

    /** {@return the library's sentence} */
    public String reason() {
        return reason;
    }

    /** {@return the file, section, line or code it is about; empty if none} */
    public String at() {
        return at;
    }

    /* Called by the library's own code, with its text as UTF-8. */
    static RuntimeException of(int number, byte[] reasonText, byte[] atText) {
        Status status = Status.of(number);
        String reason = new String(reasonText, StandardCharsets.UTF_8);
        String at = new String(atText, StandardCharsets.UTF_8);
        return switch (status) {
            case NO_FILE -> new MissingBookException(status, reason, at);
            case NOT_A_BOOK, OLDER_BOOK, NEWER_BOOK -> new BookException(status, reason, at);
            case NOT_IN_BOOK -> new NotInBookException(status, reason, at);
            case MISUSE -> reason.equals(CLOSED) ? new IllegalStateException(reason)
                : new IllegalArgumentException(at.isEmpty() ? reason : at + ": " + reason);
            default -> new CodingException(status, reason, at);
        };
    }
}
