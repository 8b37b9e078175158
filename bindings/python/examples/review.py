"""What will the payer say? The claims of examples/review.c: every finding, what would cure it, and the same claim with
the cures in it."""

from __future__ import annotations

import sys
from datetime import date

import coding

#: The rules to ask: these of codes, pairs, units and global days.
ASKED = (coding.ClaimRule.CODE, coding.ClaimRule.PTP, coding.ClaimRule.MUE, coding.ClaimRule.GLOBAL)


def show(review: coding.Review) -> None:
    for finding in review.findings:
        print(f"{finding.severity}, cure {finding.cure}: {finding}")
    print(f"{len(review.findings)} findings, ${review.at_stake / 100:.2f} at stake\n")


def injection(book: coding.Book, units: int, modifiers_of_visit: str = "") -> coding.Review:
    """As a billing program builds it, from fields."""
    return book.review(
        kind="professional",
        first=date(2026, 1, 15),
        place="11",
        diagnoses=["I10"],
        lines=[
            {"code": "20610", "units": units, "charge": 9000},
            {"code": "99213", "modifiers": modifiers_of_visit, "charge": 12000},
        ],
        rules=ASKED,
    )


def review_line(book: coding.Book, line: str) -> None:
    """As people write it at a prompt."""
    print(line)
    try:
        show(book.review(line, rules=ASKED))
    except coding.Unreadable as error:
        print(error)


def main() -> None:
    with coding.open(sys.argv[1] if len(sys.argv) > 1 else None) as book:
        show(injection(book, 3))  # too many units, and a visit that the injection covers
        show(injection(book, 2, "25"))  # the visit was a separate one, and the record says so
        review_line(book, "professional 2026-01-15 | dx G35 | 45385 $900 | 45378 $400")
        review_line(book, "professional 2026-01-32 | dx G35 | 45385")


if __name__ == "__main__":
    main()
