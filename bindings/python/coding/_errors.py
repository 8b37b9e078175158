"""When a question could not be put. A wrong code is none of these: it is an answer."""

from __future__ import annotations

from ._names import Status


class Error(Exception):
    """The library's words; `status`, `reason` and `at` say them apart."""

    def __init__(self, status: Status, reason: str, at: str = "") -> None:
        super().__init__(f"{at}: {reason}" if at else reason)
        self.status = status
        self.reason = reason
        self.at = at

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.status, self.reason, self.at)


class BookError(Error):
    """The file is no book, a damaged one, or one of another format."""


class MissingBook(BookError, FileNotFoundError):
    """There is no such file, or it cannot be read."""

    def __str__(self) -> str:
        return f"{self.at}: {self.reason}" if self.at else self.reason


class NotInBook(Error, LookupError):
    """The book lacks the table, or the code, that would answer."""


class ClosedBook(Error, ValueError):
    """The book was closed."""


class Unreadable(Error, ValueError):
    """The text is no claim, no record of a visit, or no list of numbers; `at` is the word."""


#: What a room that was closed says: no text is at fault (room.c).
CLOSED = "the book is closed"

_KINDS: dict[Status, type[Error]] = {
    Status.NO_FILE: MissingBook,
    Status.NOT_A_BOOK: BookError,
    Status.OLDER_BOOK: BookError,
    Status.NEWER_BOOK: BookError,
    Status.NOT_IN_BOOK: NotInBook,
    Status.MISUSE: Unreadable,
}


def raise_status(status: int, reason: str, at: str) -> None:
    """Called by the extension."""
    named = Status(status)
    raise (ClosedBook if reason == CLOSED else _KINDS.get(named, Error))(named, reason, at)
