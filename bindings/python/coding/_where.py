"""Where a book is, for who names none: what $CODING_BOOK says, else the data wheel, else what lies by the library."""

from __future__ import annotations

import os
from typing import Optional

from ._errors import MissingBook


def find() -> Optional[str]:
    """A path; None leaves it to the library, which knows where it was installed."""
    return os.environ.get("CODING_BOOK") or data_wheel()


def data_wheel() -> Optional[str]:
    """The book of the package coding-book-us, if that is installed."""
    try:
        import coding_book_us  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        return None
    path: str = coding_book_us.path()
    return path


def explain(error: MissingBook) -> MissingBook:
    """The same error, with all that was tried and what would mend it."""
    if os.environ.get("CODING_BOOK"):
        more = "$CODING_BOOK names it: correct it, or unset it for the book of coding-book-us"
    elif data_wheel():
        more = "coding-book-us is installed, but its book cannot be read: install it again"
    else:
        more = (
            "$CODING_BOOK is not set, and coding-book-us is not installed. "
            'Any of these mends it: pip install coding-book-us; CODING_BOOK=us.book; coding.open("us.book")'
        )
    return MissingBook(error.status, f"{error.reason}; {more}", error.at)
