"""The whole book that script/setup makes, and the rows that every language runs."""

import os
import pathlib
import unittest

import coding

TREE = pathlib.Path(__file__).resolve().parents[3]
BOOK = os.environ.get("CODING_BOOK") or str(TREE / "build/release/us.book")
#: The little book of clinical categories, which script/setup makes beside the whole one.
CCSR_BOOK = pathlib.Path(BOOK).parent / "ccsr.book"
DAY = 20251001

needs_book = unittest.skipUnless(os.path.exists(BOOK), f"there is no book at {BOOK}")


def open_book():
    return coding.open(BOOK)


def open_ccsr_book():
    return coding.open(CCSR_BOOK)


def vectors(name):
    """Rows of a table of tests/vectors, without comments and the heading."""
    lines = (TREE / "tests/vectors" / name).read_text(encoding="utf-8").splitlines()
    for line in [line for line in lines if not line.startswith("#")][1:]:
        yield line.split("\t")


def bytes_of(text):
    r"""Undoes \xNN."""
    out, rest = bytearray(), text
    while rest:
        if rest.startswith("\\x"):
            out.append(int(rest[2:4], 16))
            rest = rest[4:]
        else:
            out += rest[0].encode()
            rest = rest[1:]
    return bytes(out)


class BookTest(unittest.TestCase):
    """Asks one whole book."""

    @classmethod
    def setUpClass(cls):
        if not os.path.exists(BOOK):
            raise unittest.SkipTest(f"there is no book at {BOOK}")
        cls.book = open_book()
        cls.addClassCleanup(cls.book.close)
