"""Figures of the Python package, TSV: name, figure, unit, note. Beside it in the same run: dict and set lookups,
simple_icd_10_cm, and joins of pandas and Polars, where they are there.

    build/python/env/bin/python bench/python/measure.py [--smoke] [BOOK]

CPU time of this process, all its threads; the loop itself is in every figure of one call, as it is in a caller's
program, and so is that of the dict: compare. Codes are 60,000 of the book's ICD-10-CM rows in random order, the same in
every run.
"""

import random
import statistics
import subprocess
import sys
import time

import coding
import frames
import numpy
import pyarrow

DAY = 20251001
SYSTEM = coding.System.ICD10CM
SMOKE = "--smoke" in sys.argv
BOOK = next((argument for argument in sys.argv[1:] if not argument.startswith("--")), None)
ROUNDS, CODES, COLUMN = (1, 2_000, 4_000) if SMOKE else (9, 60_000, 1_000_000)

IMPORTS = """
import time, os, sys
def held():
    with open("/proc/self/smaps_rollup") as rollup:
        return sum(int(line.split()[1]) for line in rollup if line.startswith(("Private_Dirty", "Private_Clean")))
before, began = held(), time.process_time()
import {package}
{first}
print((time.process_time() - began) * 1000, held() - before)
"""


def row(name, figure, unit, note=""):
    print(name, f"{figure:.2f}" if figure < 100 else f"{figure:.0f}", unit, note, sep="\t", flush=True)


def spent(work):
    began = time.process_time_ns()
    work()
    return time.process_time_ns() - began


def a_call(call, codes):
    """Nanoseconds a call in a loop that drops the answers: the median of rounds."""

    def work():
        for code in codes:
            call(code)

    return statistics.median(spent(work) / len(codes) for _ in range(ROUNDS))


def a_verdict(call, codes):
    def work():
        for code in codes:
            call(code, SYSTEM, DAY)

    return statistics.median(spent(work) / len(codes) for _ in range(ROUNDS))


def a_code(work, count):
    return statistics.median(spent(work) / count for _ in range(ROUNDS))


def imports(package, first="pass"):
    """Milliseconds and KiB, of a fresh interpreter; the least of five."""
    runs = []
    for _ in range(1 if SMOKE else 5):
        out = subprocess.run([sys.executable, "-c", IMPORTS.format(package=package, first=first)], check=True,
                             capture_output=True, text=True).stdout.split()
        runs.append((float(out[0]), float(out[1])))
    return min(runs)


def import_rows():
    time_taken, memory = imports("coding")
    row("python.import", time_taken, "ms", "CPU time; goal 20 ms")
    row("python.import.memory", memory, "KiB", "private memory over bare Python; goal 10 MB")
    opened = f"book = coding.open({BOOK!r}); book.check('E11.9', 'icd10cm')"
    row("python.import.open.check", imports("coding", opened)[0], "ms", "import, open, first check")
    try:
        time_taken, memory = imports("simple_icd_10_cm")
    except subprocess.CalledProcessError:
        return
    row("python.peer.simple_icd_10_cm.import", time_taken, "ms", "")
    row("python.peer.simple_icd_10_cm.memory", memory, "KiB", "private memory over bare Python")


def call_rows(book, codes):
    table = {code: 0 for code in codes}
    standing = [code for code in codes if book.verdict(code, SYSTEM, DAY) == 0]
    verdict, check = book.verdict, book.check
    row("python.dict", a_call(table.get, codes), "ns", "dict.get of the same str: yes or no, no day, no reason")
    row("python.set", a_call(set(codes).__contains__, codes), "ns", "code in a set")
    row("python.verdict", a_verdict(verdict, standing), "ns",
        f"{len(standing)} billable codes at random, system and day given; goal 60 ns")
    row("python.verdict.every", a_verdict(verdict, codes), "ns", "rows of every edition, as those of the dict")
    row("python.verdict.common", a_verdict(verdict, standing[:1000] * (len(codes) // 1000)), "ns",
        "1,000 codes, again and again")
    row("python.verdict.same", a_verdict(verdict, ["E11.9"] * len(codes)), "ns", "the same code again and again")
    row("python.verdict.any", a_call(verdict, codes[: len(codes) // 20]), "ns", "no system named: every one is asked")
    row("python.check.stands", a_verdict(check, standing), "ns", "with its record; goal 300 ns")
    row("python.check.stands.same", a_verdict(check, ["E11.9"] * len(codes)), "ns", "the same code again and again")
    row("python.check", a_verdict(check, codes), "ns",
        "with its record, rows of every edition: headers and ended codes too, each explained")
    try:
        import simple_icd_10_cm
    except ImportError:
        return
    row("python.peer.simple_icd_10_cm", a_call(simple_icd_10_cm.is_valid_item, codes), "ns", "one edition")


def search_rows(book):
    """Of the same queries, round by round: with records, and rows and scores alone, which is hardly Python."""
    queries = ["sprained left ankle", "type 2 diabetes with neuropathy", "fracture of right radius", "heart attack"]
    queries *= 1 if SMOKE else 50

    def one_by_one():
        for query in queries:
            book.search(query)

    pairs = [(spent(one_by_one), spent(lambda: book.search_rows_many(queries))) for _ in range(ROUNDS)]
    whole, bare = (statistics.median(times) / len(queries) / 1000 for times in zip(*pairs))
    over = statistics.median(whole - bare for whole, bare in pairs) / len(queries) / 1000
    row("python.search", whole, "us", "ten hits with evidence, as records")
    row("python.search.c", bare, "us", "the same in C: search_rows_many")
    row("python.search.over", over, "us",
        "what ten records cost, and their titles, which C spells in 0.3 us each; goal 5 us")
    row("python.search.many", a_code(lambda: book.search_many(queries), len(queries)) / 1000, "us", "search_many")


def column_rows(book, codes):
    column = random.Random(DAY).choices(codes, k=COLUMN)
    bare = [code.replace(".", "") for code in column]
    for name, codes_so, goal in (
        ("numpy.S7", numpy.array(bare, "S7"), "goal 15 ns"),
        ("numpy.S8", numpy.array(column, "S8"), "with dots"),
        ("numpy.U7", numpy.array(bare, "U7"), ""),
        ("numpy.object", numpy.array(column, object), ""),
        ("arrow.string", pyarrow.array(bare), "goal 15 ns"),
        ("arrow.string.dots", pyarrow.array(column), "with dots"),
        ("arrow.string_view", pyarrow.array(bare, pyarrow.string_view()), ""),
        ("arrow.dictionary", pyarrow.array(bare).dictionary_encode(), ""),
        ("list", column, "goal 60 ns"),
        ("numbers", numpy.array([coding.codes.number(code, SYSTEM) for code in column], numpy.uint64), "read before"),
    ):
        row(f"python.many.{name}", a_code(lambda: book.verdict_many(codes_so, SYSTEM, DAY), COLUMN), "ns", goal)
    standing = [code for code in column if book.verdict(code, SYSTEM, DAY) == 0][: COLUMN // 10]
    row("python.many.check", a_code(lambda: book.check_many(standing, SYSTEM, DAY), len(standing)), "ns",
        "check_many of a list of billable codes: a record each")
    row("python.many.set", a_code(lambda known=set(codes): [code in known for code in column], COLUMN), "ns",
        "code in a set, in a list comprehension: yes or no")


def main():
    print("name\tfigure\tunit\tnote")
    import_rows()
    with coding.open(BOOK) as book:
        rows = random.Random(DAY).sample(book.rows(SYSTEM), CODES)
        codes = [entry.code for entry in map(book.entry, rows) if entry]
        call_rows(book, codes)
        search_rows(book)
        column_rows(book, codes)
        for name, figure, note in frames.figures(book, codes, COLUMN, SYSTEM, DAY, a_code):
            row(name, figure, "ns", note)


if __name__ == "__main__":
    main()
