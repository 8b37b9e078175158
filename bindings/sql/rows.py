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


PARTS = {"diagnosis": "dx", "procedure": "pcs", "line": "line"}

#: Rows of a book that was made without the official releases, and lacks what rows of claims want of it.
LACKING = ("coding_review('professional 2024-07-15 | dx K63.5 | 45385 | 45378') "
           "WHERE rule = 'ncci-ptp' AND verdict = 'not-checked'")  # fmt: skip

#: What judged needs of a finding, in its order.
FINDING = "severity, part, number, partner_part, partner_number, cure, verdict, sentence"


def printed_finding(rule, finding):
    """denial line 2 modifier with line 1"""
    severity, part, number, partner, partner_number, cure, verdict, _ = finding
    if verdict == "not-checked" and rule != "code":
        return "unchecked"
    where = f"{PARTS[part]} {number}" if int(number) else "claim"
    return f"{severity} {where} {cure}" + (f" with {PARTS[partner]} {partner_number}" if partner else "")


def judged(rule, findings, wanted):
    """What a rule said of a claim where it is not as wanted, else `wanted`."""
    said = [printed_finding(rule, finding) for finding in findings]
    wants = [want.partition("~") for want in wanted.split("; ") if wanted != "-"]
    right = [want[0].rstrip() for want in wants] == said
    right = right and all(want[2].strip() in finding[-1] for want, finding in zip(wants, findings))
    return wanted if right else "; ".join(f"{each} ~{finding[-1]}" for each, finding in zip(said, findings)) or "-"


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
