"""The rows that every language runs, as engines of SQL are asked them; and the tally of them."""

import os
import pathlib

TREE = pathlib.Path(__file__).resolve().parents[2]
BOOK = os.environ.get("CODING_BOOK") or str(TREE / "build/release/us.book")


def vectors(name):
    """Rows of a table of tests/vectors, without comments and the heading."""
    lines = (TREE / "tests/vectors" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return rows[1:]


def bytes_of(text):
    r"""Undoes \xNN."""
    first, *rest = text.split("\\x")
    return first.encode() + b"".join(bytes([int(part[:2], 16)]) + part[2:].encode() for part in rest)


def place(raw, offset):
    """Characters in front of a byte: SQL counts them."""
    return sum(byte & 0xC0 != 0x80 for byte in raw[: int(offset)])


def damage_in_characters(raw, damage):
    """`comma@3` of a row, whose 3 counts bytes."""
    kind, at, offset = damage.partition("@")
    return f"{kind}@{place(raw, offset)}" if at else damage


def wanted_reading(row):
    """The text of a row of parse.tsv, what it reads as, and its damage."""
    _, text, code, damage, _ = row
    raw = bytes_of(text)
    return raw, None if code == "-" else code, None if damage == "-" else damage_in_characters(raw, damage)


def wanted_finding(row):
    """Verdict and damage of a row of check.tsv."""
    verdict, _, damage = row[3].partition(" ")
    return verdict, damage_in_characters(bytes_of(row[1]), damage) or None


def asked_of(has_hcpcs, rows):
    """Rows that a book can answer: made without official releases, it lacks systems that would."""
    return [row for row in rows if has_hcpcs or row[0] not in ("any", "hcpcs", "modifier", "pos")]


class Tally:
    """Rows that were answered as they should be, and those that were not."""

    def __init__(self):
        self.passed, self.failed, self.passed_over = 0, [], 0

    def add(self, row, answer, wanted):
        if answer == wanted:
            self.passed += 1
        else:
            self.failed.append(f"{row}: {answer!r}, not {wanted!r}")

    def line(self, engine, nanoseconds):
        return f"vectors\t{engine}\t{self.passed}\t{len(self.failed)}\t{nanoseconds:.0f}"
