"""Codes from year to year, against a second walk over the conversion tables.

    years.py CODING BOOK FACTS

Every code that a conversion in FACTS (icd10cm.successors.tsv, icd10pcs.successors.tsv) names is asked from the first and
from the last day of its life, to days before and after; where it goes and which rows lead there must agree. Answers that
guess, for want of a row, are left out and counted.
"""

import collections
import datetime
import pathlib
import subprocess
import sys

DAYS = [20151001, 20170930, 20181001, 20210101, 20230401, 20251001]


def table(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def before(day):
    date = datetime.date(day // 10000, day // 100 % 100, day % 100) - datetime.timedelta(1)
    return date.year * 10000 + date.month * 100 + date.day


class Years:
    def __init__(self, facts, system):
        self.spans, self.forward, self.back = collections.defaultdict(list), collections.defaultdict(list), collections.defaultdict(list)
        for row in table(facts / f"{system}.codes.tsv"):
            if row["kind"] == "billable":
                past = 99999999 if row["past"] == "-" else int(row["past"])
                self.spans[row["code"]].append((int(row["first"]), past))
        for line, row in enumerate(table(facts / f"{system}.successors.tsv"), 2):
            step = (row["code"], row["successor"], int(row["first"]), line)
            self.forward[row["code"]].append(step)
            self.back[row["successor"]].append(step)

    def stands(self, code, day):
        return any(first <= day < past for first, past in self.spans[code])

    def walk(self, code, start, on):
        """(ends, lines of the rows, whether somewhere a row was missing)."""
        waiting, seen, ends, lines, guessed = collections.deque([(code, start)]), {code}, set(), set(), False
        while waiting:
            at, day = waiting.popleft()
            if self.stands(at, on):
                ends.add(at)
            elif on >= start and not self.forward[at]:
                guessed = True
            for old, new, first, line in (self.forward if on >= start else self.back)[at]:
                passed = day < first <= on if on >= start else on < first <= day
                if passed:
                    lines.add(line)
                    to, then = (new, first) if on >= start else (old, before(first))
                    if to not in seen:
                        seen.add(to)
                        waiting.append((to, then))
        return ends, lines, guessed


def kind_of(code, ends, lines):
    if len(ends) > 1: return "several"
    if not ends: return "none"
    return "exact" if ends == {code} and not lines else "approximate"


def ask(coding, book, system, on, questions):
    run = subprocess.run([coding, "map", "-b", book, "-s", system, "-d", str(on), "--tsv"], capture_output=True, text=True,
                         input="".join(f"{code}\t{day}\n" for code, day in questions))
    held = collections.defaultdict(lambda: [None, set(), set(), False])
    for line in run.stdout.splitlines():
        cells = line.split("\t")
        answer = held[cells[1].replace(".", "")]
        answer[0] = cells[2]
        if cells[0] == "end" and cells[3]: answer[1].add(cells[3].replace(".", ""))
        if cells[0] == "row" and cells[5] != "guessed": answer[2].add(int(cells[11]))
        if cells[0] == "row" and cells[5] == "guessed": answer[3] = True
    return held


def main():
    coding, book, facts = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    asked = different = left = 0
    for system in ("icd10cm", "icd10pcs"):
        years = Years(facts, system)
        codes = sorted(set(years.forward) | set(years.back))
        for on in DAYS:
            for which in (0, -1):
                questions = []
                for code in codes:
                    spans = sorted(years.spans[code])
                    if spans:
                        first, past = spans[which]
                        questions.append((code, first if which == 0 else min(before(past) if past < 99999999 else 20251001, 20260930)))
                questions = [(code, day) for code, day in questions if years.stands(code, day)]
                said = ask(coding, book, system, on, questions)
                for code, day in questions:
                    ends, lines, guessed = years.walk(code, day, on)
                    answer = said[code]
                    if guessed or answer[3]:
                        left += 1
                        continue
                    asked += 1
                    if answer[:3] != [kind_of(code, ends, lines), ends, lines]:
                        different += 1
                        if different <= 10: print(system, code, day, on, kind_of(code, ends, lines), ends, lines, answer)
    print(f"{asked:,} conversions asked, {different:,} differ; {left:,} were guesses")
    return different > 0


if __name__ == "__main__":
    sys.exit(main())
