#!/usr/bin/env python3
"""Queries of a stay beside brute force: every code of a reported category is put in the place of the reported one, and
the stay is grouped anew. Those that count for more there and give another DRG of the same base are the queries.

    build/venv/bin/python tests/group/queries.py build/release/bin/coding build/release/us.book build/facts [COUNT]
"""

import collections
import random
import subprocess
import sys

import drgs
import stays

VERSION, SEED = 431, 5
SEVERITY = {"CC": 1, "MCC": 2}


def rows_of(coding, book, those):
    lines = [drgs.line_of(number, VERSION, stay) for number, stay in enumerate(those)]
    done = subprocess.run([coding, "group", "-b", book, "--tsv"], input="\n".join(lines) + "\n", capture_output=True,
                          text=True)
    assert not done.stderr, done.stderr[:300]
    return [line.split("\t") for line in done.stdout.splitlines()]


def groups(rows):
    """(last DRG, severity that each diagnosis counts for) by stay."""
    drg, counted = {}, collections.defaultdict(list)
    for row in rows:
        if row[0] == "stay":
            drg[int(row[1])] = int(row[5])
        elif row[0] == "diagnosis":
            counted[int(row[1])].append(SEVERITY.get(row[4], 0))
    return {number: (drg[number], counted[number]) for number in drg}


class Facts:
    def __init__(self, folder):
        self.base = {int(row["drg"] or 0): row["base"] for row in stays.table(folder, "formulas")
                     if row["version"] == str(VERSION)}
        self.categories, self.severity = collections.defaultdict(list), {}
        for row in stays.table(folder, "diagnoses"):
            if int(row["from"]) <= VERSION <= int(row["to"]):
                self.categories[row["code"][:3]].append(row["code"])
                self.severity[row["code"]] = SEVERITY.get(row["severity"], 0)


def replaced(facts, stay):
    """(place, code, the stay with it) for each code of the categories of its secondary diagnoses."""
    there = {code for code, _ in stay["diagnoses"]}
    for place, (code, poa) in enumerate(stay["diagnoses"][1:], 1):
        for other in facts.categories[code[:3]] if code in facts.severity else []:
            if facts.severity[other] and other not in there and other[6:7] == code[6:7]:
                diagnoses = [*stay["diagnoses"][:place], (other, poa), *stay["diagnoses"][place + 1:]]
                yield place, other, {**stay, "diagnoses": diagnoses}


def main():
    coding, book, folder, *more = sys.argv[1:]
    facts, count = Facts(folder), int(more[0]) if more else 200
    draw = stays.Stays(stays.Tables(folder), VERSION, random.Random(SEED))
    drawn = [draw.hard() if i % 4 == 3 else draw.plain() for i in range(count)]
    rows = rows_of(coding, book, drawn)
    found = {(int(row[1]), row[2].replace(".", ""), row[3].replace(".", ""), int(row[5]))
             for row in rows if row[0] == "query"}
    now, trials = groups(rows), [(number, *trial) for number, stay in enumerate(drawn)
                                 for trial in replaced(facts, stay)]
    then, wanted = groups(rows_of(coding, book, [trial[3] for trial in trials])), set()
    for trial, (number, place, code, _) in enumerate(trials):
        (before, counted), (after, counts) = now[number], then[trial]
        same_base = 999 not in (before, after) and facts.base[before] == facts.base[after]
        if after != before and same_base and counts[place] > counted[place]:
            wanted.add((number, drawn[number]["diagnoses"][place][0], code, after))
    for kind, rest in (("too many", found - wanted), ("missing", wanted - found)):
        for one in sorted(rest)[:3]:
            print(f"{kind}: {one}", file=sys.stderr)
    print(f"{count} stays, {len(trials):,} grouped anew, {len(wanted):,} queries, {len(found ^ wanted)} differ")
    sys.exit(1 if found != wanted or not wanted else 0)


if __name__ == "__main__":
    main()
