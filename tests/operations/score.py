#!/usr/bin/env python3
"""Scores the reading of operations on the development set.

    python3 tests/operations/score.py [-b BOOK] [--tsv] [--floor FILE] [--show | --check] CODING

Beside this file lie phrases.tsv, single phrases, reports.txt, short reports, and stays.txt, what is done most often in
US hospital stays; none is of a real patient. Each has the codes of ICD-10-PCS that a coder answers: '_' stands for a
character that the words leave open, '-' for no operation. A report begins with "== ID DAY", then

    operations:  what is to be coded
    withheld:    what may be shown beside it, and not coded; may be left out

A third of them, and half of the stays, by a hash of the phrase or the id, is held back. Figures, by kind and for the
part tuned on (tuned), held back (held) and both (all):

    exact       share of the texts whose operations are those of the gold, no more and no less
    precision, recall   of operations, character by character the same
    safe        share of the operations answered that contradict the gold in no character that they settle

--floor FILE holds the least figures allowed, headed TSV: part, kind, figure, least; exit 1 if one is worse. --show
lists what is wrong in the tuned part; the held part is shown to nobody. --check asks `CODING check` whether each whole
code of the gold stands on its day, and looks at the form.
"""
import argparse
import csv
import dataclasses
import hashlib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
KINDS = ("phrase", "report", "stay")
HELD = {"phrase": 3, "report": 3, "stay": 2}  # one in so many is held back
PARTS = ("tuned", "held", "all")
FIGURES = ("exact", "precision", "recall", "safe")
DAY = "2025-12-01"
LEAST = {"phrase": 80, "report": 40, "stay": 60}
CODE = re.compile(r"[0-9A-HJ-NP-Z_]{7}$")


@dataclasses.dataclass
class Case:
    """A text and the operations in it."""
    kind: str
    name: str
    day: str
    gold: list
    withheld: list
    text: str

    @property
    def part(self):
        return "tuned" if hashlib.sha256(self.name.encode()).digest()[0] % HELD[self.kind] else "held"


def read_phrases():
    with open(HERE / "phrases.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Case("phrase", row["text"], DAY, row["operations"].replace("-", "").split(), [], row["text"] + "\n")


def read_report(kind, block):
    """One report from its lines."""
    lines = block.split("\n")
    _, name, day = lines.pop(0).split()
    gold = {"operations": [], "withheld": []}
    while lines and lines[0].split(":")[0] in gold:
        key, codes = lines.pop(0).split(":")
        gold[key] = codes.split()
    return Case(kind, name, day, gold["operations"], gold["withheld"], "\n".join(lines) + "\n")


def read_reports(kind):
    blocks = (HERE / f"{kind}s.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return [read_report(kind, block) for block in blocks]


def read_cases():
    return [*read_phrases(), *read_reports("report"), *read_reports("stay")]


def complaints(cases):
    """What is wrong with the form of the set."""
    names = [case.name for case in cases]
    yield from (f"{name} stands twice" for name in set(names) if names.count(name) > 1)
    for kind, least in LEAST.items():
        if sum(case.kind == kind for case in cases) < least:
            yield f"fewer than {least} of kind {kind}"
    for case in cases:
        yield from (f"{case.name}: {code} is no code" for code in case.gold + case.withheld if not CODE.match(code))


def check(options, cases):
    """Whether whole codes of the gold stand."""
    asked = sorted({(code, case.day) for case in cases for code in case.gold + case.withheld if "_" not in code})
    command = [options.coding, "check", "-s", "icd10pcs", "--tsv", *(["-b", options.book] if options.book else [])]
    lines = subprocess.run(command, input="".join(f"{code}\t{day}\n" for code, day in asked), capture_output=True,
                           text=True, check=False).stdout.splitlines()
    wrong = list(complaints(cases)) + [line for line in lines if line.split("\t")[1] != "stands"]
    if len(lines) < len(asked):
        wrong.append(f"{len(lines)} answers to {len(asked)} codes")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


def ask(options, case):
    """The operations answered: those to be coded, and those withheld."""
    command = [options.coding, "note", "--json", "-d", case.day, *(["-b", options.book] if options.book else [])]
    answer = subprocess.run(command, input=case.text, capture_output=True, text=True, check=False)
    if answer.returncode > 1:
        sys.exit(f"{case.name}: {answer.stderr.strip()}")
    operations = json.loads(answer.stdout)["operations"]
    return ([one["code"] for one in operations if not one["withheld"]],
            [one["code"] for one in operations if one["withheld"]])


def agrees(code, gold):
    """Does no settled character contradict?"""
    return all(a == b or "_" in (a, b) for a, b in zip(code, gold))


@dataclasses.dataclass
class Tally:
    """Counts of a part and kind."""
    cases: int = 0
    exact: int = 0
    answered: int = 0
    wanted: int = 0
    right: int = 0
    safe: int = 0

    def add(self, case, answered):
        self.cases += 1
        self.exact += sorted(answered) == sorted(case.gold)
        self.answered += len(answered)
        self.wanted += len(case.gold)
        self.right += len(set(answered) & set(case.gold))
        self.safe += sum(any(agrees(code, gold) for gold in case.gold) for code in answered)

    def figure(self, name):
        above, below = {"exact": (self.exact, self.cases), "precision": (self.right, self.answered),
                        "recall": (self.right, self.wanted), "safe": (self.safe, self.answered)}[name]
        return above / below if below else None


def tally(options, cases):
    """Tallies by part and kind."""
    tallies = {(part, kind): Tally() for part in PARTS for kind in (*KINDS, "all")}
    for case in cases:
        answered, withheld = ask(options, case)
        for part in (case.part, "all"):
            for kind in (case.kind, "all"):
                tallies[part, kind].add(case, answered)
        strange = [code for code in withheld if case.withheld and code not in case.withheld]
        if options.show and case.part == "tuned" and (sorted(answered) != sorted(case.gold) or strange):
            print(f"{case.name}: wanted {' '.join(case.gold) or '-'}, got {' '.join(answered) or '-'}"
                  f" (withheld {' '.join(withheld) or '-'})")
    return tallies


def print_figures(options, tallies):
    for (part, kind), one in tallies.items():
        figures = ["-" if one.figure(name) is None else f"{one.figure(name):.3f}" for name in FIGURES]
        if options.tsv:
            print(part, kind, one.cases, *figures, sep="\t")
        else:
            print(f"{part:6} {kind:7} {one.cases:4} texts  " + "  ".join(map(" ".join, zip(FIGURES, figures))))


def below_floor(options, tallies):
    """Figures that are worse than the floor allows."""
    with open(options.floor, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            figure = tallies[row["part"], row["kind"]].figure(row["figure"])
            if figure is None or figure < float(row["least"]):
                yield f"{row['part']} {row['kind']} {row['figure']}: {figure} is below {row['least']}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-b", "--book")
    parser.add_argument("--tsv", action="store_true")
    parser.add_argument("--floor")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("coding")
    options = parser.parse_args()
    cases = read_cases()
    if options.check:
        return check(options, cases)
    tallies = tally(options, cases)
    print_figures(options, tallies)
    worse = list(below_floor(options, tallies)) if options.floor else []
    print(*worse, sep="\n", end="\n" if worse else "")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
