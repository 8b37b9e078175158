"""A day's claims: which codes would be sent back, and what would mend them."""

from __future__ import annotations

import sys
from datetime import date

import coding


def objections(book: coding.Book, codes: list[str], on: date) -> list[str]:
    """A line for each code that does not stand."""
    lines: list[str] = []
    for code in codes:
        verdict = book.check(code, coding.System.ICD10CM, on=on)
        if verdict.stands:
            continue
        near = [suggestion.code for suggestion in book.suggest(code, coding.System.ICD10CM, on=on)]
        mend = ", ".join(verdict.instead or near)
        lines.append(f"{code}: {verdict.findings[0].text}" + (f" -> {mend}" if mend else ""))
    return lines


def main() -> None:
    with coding.open(sys.argv[1] if len(sys.argv) > 1 else None) as book:
        for line in objections(book, ["E11.9", "G35", "E11,9"], date(2025, 10, 1)):
            print(line)
        rules: bytearray = book.verdict_many(["E11.9", None, "G35"], "icd10cm", date(2025, 10, 1))
        print([str(coding.Rule(rule)) if rule != coding.NULL_RULE else None for rule in rules])


if __name__ == "__main__":
    main()
