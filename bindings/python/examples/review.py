"""A claim before it is sent: what stands against it, and what would mend it."""

from __future__ import annotations

import sys
from datetime import date

import coding


def main() -> None:
    with coding.open(sys.argv[1] if len(sys.argv) > 1 else None) as book:
        review: coding.Review = book.review(
            kind="professional",
            first=date(2024, 7, 15),
            sex="F",
            age=45,
            diagnoses=["K63.5"],
            lines=[{"code": "45385", "charge": 85000}, {"code": "45378", "charge": 40000}],
        )
        for finding in review.findings:
            print(f"{finding.severity}: {finding}")
        print(f"at stake: ${review.at_stake / 100:.2f}")


if __name__ == "__main__":
    main()
