"""Writes docs/measures.md out of a run of bench/run: tables of figures with machine, date and command.

    bench/run | python bench/report.py >docs/measures.md
"""

import datetime
import pathlib
import platform
import subprocess
import sys
import textwrap

# Heading, what it says, and the beginnings of the names that stand under it.
CHAPTERS = (
    ("Opening a book", "The process's own memory is what it alone holds (`Private_Dirty` of /proc/self/smaps_rollup). "
     "Pages of the file that are mapped belong to the page cache: every process that opens the book has the same ones. "
     "How many a touch maps is the kernel's affair; this one maps up to 2 MiB at once.", ("memory.", "open")),
    ("Verdicts", "One after the other, many at once, and the yardsticks of `bench/peers.c` in the same rounds: small "
     "honest structures over the same codes that answer a bare yes, without day, row or reason. A verdict knows the day.",
     ("verdict.", "yardstick.")),
    ("Reading, checking, showing", "`complete` and what follows it in the table are calls timed one by one.",
     ("parse", "format", "check", "explain", "title", "notes", "children", "complete", "suggest")),
    ("Claims", "Claims of 20 lines and 12 diagnoses, made at random of what stands on their day: a visit, small "
     "surgery, images, laboratory, medicine, drugs. They have more to be objected to than real ones. The peers are asked "
     "about the same pairs of the same claims, and know neither days nor reasons.", ("claim.",)),
    ("A stream of claims", "X12 837 that `bench/claims_837.c` makes on the way, read in pieces of 64 KiB, and read and "
     "reviewed by all rules.", ("claims.",)),
    ("Searching", "The queries of `tests/search/development.tsv`, each at its quickest of seven.", ("search",)),
    ("Scanning", "Fifty megabytes of notes, made of the book's own words with two regimes of Zipf's law, so that rare words "
     "come as rarely as in texts; scanned for every title, inclusion term, index path and synonym. The peers look for the "
     "same phrases, letter by letter in small letters: they know no endings, spellings, small words between, or ends of "
     "words. In their second rows phrases of less than five letters are left out, which stand in every other word.",
     ("scan",)),
    ("Peers in Python", "What most people use instead. `simple_icd_10_cm` holds one edition and reads its XML at import.",
     ("peer.",)),
    ("From Python", "The package of `bindings/python`: single calls, and columns of a million.", ("python.",)),
    ("Making the book", "", ("build.",)),
    ("Size of the book", "", ("size",)),
)


def main():
    rows = [line.rstrip("\n").split("\t") for line in sys.stdin][1:]
    print(HEAD.format(machine=machine(), day=datetime.date.today(), commit=commit(), compiler=compiler()), end="")
    for heading, about, names in CHAPTERS:
        chapter(heading, about, [row for row in rows if row[0].startswith(names)])


HEAD = """# Measures

Written by `bench/report.py`; do not edit. Figures of one run, on one machine that others used at the same time:
CPU time, medians; only ratios of the same run count.

    bench/run | build/venv/bin/python bench/report.py >docs/measures.md

| | |
| --- | --- |
| machine | {machine} |
| compiler | {compiler}, release build |
| day | {day} |
| commit | {commit} |
"""


def chapter(heading, about, rows):
    if not rows:
        return
    print(f"\n## {heading}\n")
    if about:
        print(textwrap.fill(about, 120, break_long_words=False) + "\n")
    print("| measure | figure | what |\n| --- | ---: | --- |")
    for name, figure, unit, note in rows:
        print(f"| `{name}` | {figure} {unit} | {note.replace('|', '/')} |")


def machine():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="ascii").splitlines():
        if line.startswith("model name"):
            name = line.split(":", 1)[1].strip()
            break
    else:
        name = platform.machine()
    cores = sum(line.startswith("processor") for line in open("/proc/cpuinfo", encoding="ascii"))
    return f"{name}, {cores} processors, {platform.system()} {platform.release().split('-')[0]}"


def compiler():
    return subprocess.run(["cc", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def commit():
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


if __name__ == "__main__":
    main()
