"""Pair edits of the claims of bench_claims by what people write themselves: dictionaries in Python, and SQLite.

    claims_peers.py BENCH_CLAIMS BOOK [--smoke]

Both hold the practitioner pairs of the book itself and are asked about the same claims: each ordered pair of a claim's
20 lines, and whether modifier 59, RT or LT parts it. That 25 parts a visit's pairs they do not know.
"""

import sqlite3
import subprocess
import sys
import time

PARTING = {"59", "LT", "RT"}


def printed(program, book, what):
    done = subprocess.run([program, book, what], capture_output=True, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


def by_dictionaries(pairs):
    edits = {}
    for one, two, indicator in pairs:
        edits.setdefault(one, {})[two] = indicator

    def found(claim):
        findings = []
        for one, first in claim:
            beside = edits.get(one)
            if not beside:
                continue
            for two, second in claim:
                indicator = beside.get(two)
                if indicator is None or (indicator == "1" and (first in PARTING or second in PARTING)):
                    continue
                findings.append((one, two, indicator))
        return findings
    return found


def by_sqlite(pairs):
    base = sqlite3.connect(":memory:")
    base.execute("create table edits (one text, two text, indicator text, primary key (one, two)) without rowid")
    base.executemany("insert or replace into edits values (?, ?, ?)", pairs)
    marks = ",".join("?" * 20)
    asked = f"select one, two, indicator from edits where one in ({marks}) and two in ({marks})"

    def found(claim):
        codes, modifiers = [code for code, _ in claim], dict(claim)
        return [row for row in base.execute(asked, codes + codes)
                if row[2] == "0" or not (modifiers[row[0]] in PARTING or modifiers[row[1]] in PARTING)]
    return found


def measure(name, found, claims, rounds, note):
    times, findings = [], 0
    for _ in range(rounds):
        for claim in claims:
            began = time.thread_time_ns()
            findings += len(found(claim))
            times.append(time.thread_time_ns() - began)
    times.sort()
    for which, share in (("", 0.5), (".p99", 0.99)):
        print(f"{name}{which}", f"{times[int(len(times) * share)] / 1000:.2f}", "us", note, sep="\t")
    print(f"{name}.findings", f"{findings / len(times):.2f}", "a claim", "to be compared with claim.pairs.findings",
          sep="\t")


def main(program, book, smoke):
    pairs = printed(program, book, "--pairs")
    claims = [[tuple((cell + "-").split("-")[:2]) for cell in row] for row in printed(program, book, "--claims")]
    if not claims:
        return
    claims, rounds = (claims[:50], 1) if smoke else (claims, 5)
    about = f"{len(pairs):,} pairs; the claims of claim.pairs"
    measure("claim.peer.dictionaries", by_dictionaries(pairs), claims, rounds, f"dictionary of dictionaries, {about}")
    measure("claim.peer.sqlite", by_sqlite(pairs), claims, rounds,
            f"SQLite by its primary key, one question a claim, {about}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--smoke" in sys.argv)
