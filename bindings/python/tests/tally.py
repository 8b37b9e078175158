"""Counts the rows of tests/vectors that Python answers right, times a verdict, and prints the line of the table of
languages (tests/languages). Rows that go wrong are told on standard error."""

import platform
import random
import sys
import time

import coding
from coding import Rule

from claims import judged
from persons import classed, grouped, noted, operated, queried, scanned, scored
from whole import CCSR_BOOK, DAY, TREE, bytes_of, open_book, open_ccsr_book

OF_HCPCS = ("any", "hcpcs", "modifier", "pos")


def rows(name):
    lines = (TREE / "tests/vectors" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def text_of(cell):
    """A str; bytes where it is no UTF-8."""
    raw = bytes_of(cell)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw


def system_of(name):
    return coding.System(int(name[4:])) if name.startswith("own-") else name


def day_of(cell):
    return 0 if cell == "0" else cell


def printed(parsed):
    return "-".join((parsed.code, *parsed.modifiers)) if parsed.code else "-"


def byte(text, offset):
    """Bytes before a place that is counted as the text is."""
    return offset if isinstance(text, bytes) else len(text[:offset].encode())


def damage(parsed, text):
    return f"{parsed.damage}@{byte(text, parsed.span.offset)}" if parsed.damage else "-"


# --- What each table says: the answer and what is right, as one text.


def parse(_book, system, text, code, fault, _because):
    asked = text_of(text)
    parsed = coding.parse(asked, system_of(system))
    return f"{printed(parsed)} {damage(parsed, asked)}", f"{code} {fault}"


def identifiers(_book, system, text, code, expected, _because):
    parsed = coding.parse(text, system)
    return f"{printed(parsed)} {parsed.expected or '-'}", f"{code} {expected}"


def spans(_book, system, text, fault, _bytes, points, _utf16, _because):
    parsed = coding.parse(text_of(text), system)
    return f"{parsed.damage}@{parsed.span.offset}", f"{fault}@{points}"


def check(book, system, text, on, finding, _because):
    verdict = book.check(text, system, day_of(on))
    said = str(verdict.rule)
    if verdict.rule == Rule.MALFORMED:
        said += f" {verdict.findings[0].damage}@{byte(text, verdict.findings[0].span.offset)}"
    return said, finding


def suggest(book, system, text, on, first, repair, _because):
    near = book.suggest(text, system, on)
    codes = " ".join(each.code for each in near if each.rank == 0) or "-"
    return f"{codes} {near[0].repair if near else '-'}", f"{first} {repair}"


def terms(book, word, parts, meaning, _because):
    split = book.term(word)[0]
    pieces = [(word[part.span.offset :][: part.span.length], part.kind) for part in split.parts]
    said = "|".join(f"({piece})" if str(kind) == "unknown" else piece for piece, kind in pieces)
    return f"{said} {split.meaning}", f"{parts} {meaning}"


def search(book, query, code, _because):
    return code if code in [hit.code for hit in book.search(query)] else "not found", code


def evidence(book, query, code, found, _bytes, points, _utf16, _because):
    words = [each for hit in book.search(text_of(query)) if hit.code == code for each in hit.evidence]
    said = [f"{each.span.offset}+{each.span.length}" for each in words if each.found == found]
    return said[0] if said else "nowhere", points


def claims(book, rule, claim, wanted, _because):
    said = judged(book, rule, claim, wanted)
    return None if said is None else (said, wanted)


def notes(book, setting, note, codes, _because):
    return noted(book, setting, note), codes


def operations(book, phrase, codes, _because):
    return operated(book, phrase), codes


def phrases(book, last, text, found, _bytes, points, _utf16, _because):
    return scanned(book, last, text_of(text)), (found, points)


def queries(book, version, stay, drg, codes, _because):
    said = queried(book, version, stay)
    return None if said is None else (said, f"{drg} {codes}")


def ccsr(book, diagnosis, version, categories, inpatient, outpatient, _because):
    return classed(book, diagnosis, version), f"{categories} {inpatient} {outpatient}"


def stays(book, version, stay, drgs, _because):
    said = grouped(book, version, stay)
    return None if said is None else (said, drgs)


def risk(book, model, year, member, categories, raw, payment, _because):
    said = scored(book, model, year, member)
    return None if said is None else (said, f"{categories} {raw} {payment}".strip())


def run(book, ask):
    """How many rows of the table of that name were right, and how many were not."""
    passed = failed = 0
    for row in rows(ask.__name__):
        if ask in (check, suggest) and row[0] in OF_HCPCS and not book.has_system("hcpcs"):
            continue
        answer = ask(book, *row)
        if answer is None:  # the book lacks the table
            continue
        said, right = answer
        passed, failed = passed + (said == right), failed + (said != right)
        if said != right:
            print(f"{ask.__name__} {row}: {said}", file=sys.stderr)
    return passed, failed


def pace(book):
    """Nanoseconds of a verdict on a random billable code: the quickest of some rounds."""
    codes = [code.code for root in book.roots("icd10cm", DAY) for code in book.billable_below(root, on=DAY)]
    random.Random(1).shuffle(codes)
    verdict, least = book.verdict, float("inf")
    for _ in range(14):
        start = time.perf_counter_ns()
        for code in codes:
            verdict(code, "icd10cm", DAY)
        least = min(least, time.perf_counter_ns() - start)
    return least / len(codes)


def main():
    with open_book() as book:
        tables = (parse, identifiers, spans, check, suggest, terms, search, evidence, claims, notes, operations, phrases,
                  stays, queries, risk)  # fmt: skip
        tallies = [run(book, ask) for ask in tables]
        if CCSR_BOOK.exists():
            with open_ccsr_book() as little:
                tallies.append(run(little, ccsr))
        else:
            print(f"skipped: ccsr.tsv: there is no book at {CCSR_BOOK}", file=sys.stderr)
        passed, failed = map(sum, zip(*tallies))
        print(f"vectors\tPython {platform.python_version()}\t{passed}\t{failed}\t{pace(book):.0f}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
