#!/usr/bin/env python3
"""Sets the parameters of search on the tuned part of the development set.

    python3 tests/search/fit.py [--rounds N] [--only NAME]... [--step PART] [--table FILE] [--set FILE] -b BOOK CODING

Goes through the parameters of libcoding/tables/parameters.tsv in turn and tries each a step higher and a step lower:
the candidate table and BOOK make a book (`CODING build`), which answers the queries. A step is kept if recall at 1 and
at 10 together rise on the tuned part; then the same way is tried again. After a round in which nothing rose the step
is halved. The held part is never asked. Prints each trial, and at the end the table as it should be; takes a build a
trial.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

import score

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parent.parent / "libcoding" / "tables" / "parameters.tsv"
COLUMNS = ("parameter", "value", "because")


def read_parameters(path):
    """The rows of the table, and the values by name in millionths: steps of whole numbers do not drift."""
    rows = score.read_table(path)
    return rows, {row["parameter"]: round(float(row["value"]) * 1e6) for row in rows}


def decimal_of(millionths):
    """As the table has it: 0.995, 1.0."""
    text = f"{millionths / 1e6:.6f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


def table_of(rows, values):
    """The table with these values."""
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join((row["parameter"], decimal_of(values[row["parameter"]]), row["because"])) for row in rows]
    return "\n".join(lines) + "\n"


class Trials:
    """Books of candidate tables and what they score; none is made twice."""

    def __init__(self, options, folder):
        self.coding = options.coding
        self.base = options.book
        self.folder = pathlib.Path(folder)
        self.parameters, _ = read_parameters(options.table)
        self.queries = [row for row in score.read_table(options.set) if row["part"] == "tune"]
        self.known = {}

    def build(self, values):
        table, book = self.folder / "parameters.tsv", self.folder / "candidate.book"
        table.write_text(table_of(self.parameters, values), encoding="utf-8")
        command = [self.coding, "build", "-o", str(book), str(table), self.base] # of two paths the first one wins
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            sys.exit(f"fit.py: {' '.join(command)} ended with {done.returncode}\n{done.stdout.decode()}")
        return str(book)

    def score(self, values):
        """Recall at 1 and at 10 on the tuned part."""
        key = tuple(sorted(values.items()))
        if key not in self.known:
            asked = argparse.Namespace(coding=self.coding, book=self.build(values))
            answers = score.ask(asked, [row["query"] for row in self.queries])
            ranks = [score.rank_of(row, answer) for row, answer in zip(self.queries, answers)]
            have = dict(zip(score.FIGURES, score.figures(ranks)))
            self.known[key] = have["r@1"], have["r@10"]
        return self.known[key]


def tell(name, millionths, figures, verdict):
    print(f"{name}\t{decimal_of(millionths)}\t{figures[0]:.3f}\t{figures[1]:.3f}\t{verdict}", flush=True)


def walk(trials, values, best, name, step):
    """Steps one way for as long as the score rises. The best values and their score."""
    while True:
        tried = dict(values)
        tried[name] = min(max(values[name] + step, 0), 100 * 10**6)
        figures = trials.score(tried)
        better = sum(figures) > sum(best) + 1e-9
        tell(name, tried[name], figures, "kept" if better else "left")
        if not better:
            return values, best
        values, best = tried, figures


def fit_one(trials, values, best, name, part):
    """One parameter, a step up and a step down."""
    step = max(round(values[name] * part), 1000)
    risen, figures = walk(trials, values, best, name, step)
    return (risen, figures) if risen != values else walk(trials, values, best, name, -step)


def fit(trials, values, options):
    """Rounds over the parameters."""
    best, part = trials.score(values), options.step
    print("parameter\tvalue\tr@1\tr@10\tverdict")
    print(f"-\t-\t{best[0]:.3f}\t{best[1]:.3f}\tstart", flush=True)
    for _ in range(options.rounds):
        before = best
        for name in options.only or list(values):
            values, best = fit_one(trials, values, best, name, part)
        part = part if sum(best) > sum(before) else part / 2
    return values


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coding", metavar="CODING", help="the coding command")
    parser.add_argument("-b", dest="book", metavar="BOOK", required=True, help="the book whose parameters are set")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="how often each parameter is tried (1)")
    parser.add_argument("--only", action="append", metavar="NAME", help="only this parameter; may be given again")
    parser.add_argument("--step", type=float, default=0.1, metavar="PART", help="the first step, of the value (0.1)")
    parser.add_argument("--table", default=TABLE, metavar="FILE", help="the table to begin with")
    parser.add_argument("--set", default=HERE / "development.tsv", metavar="FILE", help="the queries")
    options = parser.parse_args()

    rows, values = read_parameters(options.table)
    unknown = set(options.only or ()) - set(values)
    if unknown:
        sys.exit(f"fit.py: {options.table} has no {' '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="fit-") as folder:
        values = fit(Trials(options, folder), values, options)
    print("\n" + table_of(rows, values), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
