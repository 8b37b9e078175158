"""A book of the US code systems, for libcoding: `coding.open()` finds it. Made of public sources alone."""

import os

__all__ = ["path"]


def path() -> str:
    """Where the book lies: a file of its own, to be mapped."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "us.book")
