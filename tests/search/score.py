#!/usr/bin/env python3
"""Scores search on the development set.

    python3 tests/search/score.py [-b BOOK] [--set FILE] [--tsv] [--floor FILE] [--show tune] CODING

Runs `CODING search --codes -n 10` with one query a line and asks where a gold code stands in each answer: recall in
the first 1, 5 and 10, and the mean reciprocal rank (MRR, 0 where no gold code is among the ten), by kind and for the
part that parameters are set on (tune), the part held back (held) and both (all).

--floor FILE holds the least figures allowed, headed TSV: part, kind, figure, least; exit 1 if one falls below.
--show tune lists the queries of that part whose first answer is wrong. The held part is shown to nobody: who has read
its misses can no longer say how search does on queries that it has not seen.
"""
import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ("tune", "held", "all")
FIGURES = ("r@1", "r@5", "r@10", "mrr")
HITS = 10


def read_table(path):
    """The rows of a headed TSV as dictionaries."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def ask(options, queries):
    """One list of codes for each query, best first."""
    command = [options.coding, "search"] + (["-b", options.book] if options.book else [])
    command += ["--codes", "-n", str(HITS)]
    text = "".join(query + "\n" for query in queries)
    done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"score.py: {' '.join(command)} ended with {done.returncode}")
    answers = done.stdout.decode().splitlines()
    if len(answers) != len(queries):
        sys.exit(f"score.py: {len(queries)} queries, {len(answers)} answers")
    return [answer.split() for answer in answers]


def rank_of(row, answer):
    """Where the first gold code stands, from 1; 0 if it is not among the hits."""
    gold = set(row["codes"].split())
    return next((place for place, code in enumerate(answer[:HITS], 1) if code in gold), 0)


def figures(ranks):
    """The figures of some ranks, in the order of FIGURES."""
    count = len(ranks)
    within = [sum(0 < rank <= most for rank in ranks) / count for most in (1, 5, 10)]
    return within + [sum(1 / rank for rank in ranks if rank) / count]


def table_of(rows, ranks):
    """Part, kind, count and figures, line by line."""
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    table = []
    for part in PARTS:
        for kind in kinds + ["all"]:
            some = [rank for row, rank in zip(rows, ranks)
                    if part in (row["part"], "all") and kind in (row["kind"], "all")]
            if some:
                table.append((part, kind, len(some), figures(some)))
    return table


def print_table(table, tabs):
    """For people in columns, for programs with tabs."""
    between = "\t" if tabs else " "
    heading = ("part", "kind", "n") + FIGURES
    widths = (0,) * 7 if tabs else (4, 8, 4, 6, 6, 6, 6)
    print(between.join(name.ljust(width) for name, width in zip(heading, widths)).rstrip())
    for part, kind, count, values in table:
        if not tabs and kind == "patient" and part != PARTS[0]:
            print()
        cells = [part, kind, str(count)] + [f"{value:.3f}" for value in values]
        print(between.join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip())


def falls_below(table, path):
    """Says which figures are under the floor; true if any is."""
    have = {(part, kind, name): value for part, kind, _, values in table for name, value in zip(FIGURES, values)}
    low = False
    for row in read_table(path):
        key = (row["part"], row["kind"], row["figure"])
        if key not in have:
            sys.exit(f"score.py: {path} asks for {' '.join(key)}, which is not in the table")
        if have[key] < float(row["least"]) - 0.0005:
            print(f"too low: {' '.join(key)} is {have[key]:.3f}, at least {row['least']}", file=sys.stderr)
            low = True
    return low


def show_misses(rows, answers, ranks):
    """The queries of the tuned part whose first answer is wrong, worst first."""
    print("\nid\tkind\trank\tquery\tgold\tfirst")
    order = sorted(range(len(rows)), key=lambda at: (ranks[at] or HITS + 1), reverse=True)
    for at in order:
        row, rank = rows[at], ranks[at]
        if row["part"] == "tune" and rank != 1:
            first = " ".join(answers[at][:3]) or "-"
            print(f"{row['id']}\t{row['kind']}\t{rank or '-'}\t{row['query']}\t{row['codes']}\t{first}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coding", metavar="CODING", help="the coding command")
    parser.add_argument("-b", dest="book", metavar="BOOK", help="the book to search")
    parser.add_argument("--set", default=HERE / "development.tsv", metavar="FILE", help="the queries")
    parser.add_argument("--tsv", action="store_true", help="print the table with tabs")
    parser.add_argument("--floor", metavar="FILE", help="the least figures allowed")
    parser.add_argument("--show", choices=("tune",), help="list the misses of the tuned part")
    options = parser.parse_args()

    rows = read_table(options.set)
    answers = ask(options, [row["query"] for row in rows])
    ranks = [rank_of(row, answer) for row, answer in zip(rows, answers)]
    table = table_of(rows, ranks)
    print_table(table, options.tsv)
    if options.show:
        show_misses(rows, answers, ranks)
    return 1 if options.floor and falls_below(table, options.floor) else 0


if __name__ == "__main__":
    sys.exit(main())
