"""The book of accessors, which are asked without one: the one that was named, else that of `coding.open()`."""

from __future__ import annotations

from typing import Optional

from ._book import Book, open
from ._names import Rule

_chosen: Optional[Book] = None

#: The names of rules, each in the place of its number.
RULES = [str(rule) for rule in Rule]


def use(book: Optional[Book]) -> None:
    """Names the book that accessors ask; None: that of `coding.open()`, opened when it is first needed."""
    global _chosen
    _chosen = book


def book() -> Book:
    """The book that accessors ask."""
    if _chosen is None or _chosen.closed:
        use(open())
    assert _chosen is not None
    return _chosen
