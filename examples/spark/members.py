"""Members and stays drawn by a seed from a book's own codes, as Parquet: nobody's data, in the shape of everybody's.

    members.py BOOK FOLDER [--members 1000000] [--seed 1]

leaves FOLDER/members and FOLDER/stays, a file for every 50,000 rows, each drawn by the seed, its number and its rows.
"""

import argparse
import datetime
import itertools
import pathlib
import shutil

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet

import coding

PART = 50_000
DAY = datetime.date(2025, 10, 15)
DAYS = 180
MOST_DIAGNOSES, MOST_PROCEDURES = 12, 2
WRONG = pa.array(["", "E11,9", "U99.99", "see note"])  #: What stands where a code should.
POAS, DISCHARGES = pa.array(["Y", "N", "U", "W"]), [1, 2, 3, 6, 20, 62]
POA_ODDS, DISCHARGE_ODDS = [0.9, 0.06, 0.02, 0.02], [0.5, 0.05, 0.15, 0.2, 0.05, 0.05]


class Codes:
    """Billable codes of a system: first a category is drawn, then a code in it, or injuries would fill every list."""

    def __init__(self, book, system):
        below = (book.billable_below(root, system, DAY) for root in book.roots(system, DAY))
        lists = [[entry.code for entry in entries] for entries in below]
        lists = [codes for codes in lists if codes]
        self.texts = pa.array(itertools.chain.from_iterable(lists))
        self.starts = np.cumsum([0, *map(len, lists)])

    def draw(self, chosen, count):
        category = chosen.integers(0, len(self.starts) - 1, count)
        return self.texts.take(pa.array(chosen.integers(self.starts[category], self.starts[category + 1])))


def mistyped(chosen, codes):
    """As charts have them: a third without the dot, one in 500 no code at all."""
    bare = pa.compute.replace_substring(codes, ".", "", max_replacements=1)
    codes = pa.compute.if_else(pa.array(chosen.random(len(codes)) < 1 / 3), bare, codes)
    wrong = WRONG.take(pa.array(chosen.integers(0, len(WRONG), len(codes))))
    return pa.compute.if_else(pa.array(chosen.random(len(codes)) < 1 / 500), wrong, codes)


def lists(lengths, flat, missing=None):
    offsets = pa.array(np.concatenate([[0], np.cumsum(lengths)]), pa.int32())
    return pa.ListArray.from_arrays(offsets, flat, mask=missing)


def numbers(values, kind):
    return pa.array(np.asarray(values), kind)


def members(chosen, first, count, diagnoses):
    """One in 1,000 has no list at all."""
    lengths = chosen.integers(0, MOST_DIAGNOSES + 1, count)
    codes = mistyped(chosen, diagnoses.draw(chosen, lengths.sum()))
    return pa.table({
        "id": numbers(np.arange(first, first + count), pa.int64()),
        "age": numbers(chosen.integers(30, 100, count), pa.int8()),
        "sex": numbers(chosen.integers(1, 3, count), pa.int8()),
        "dual": numbers(chosen.integers(0, 9, count) * (chosen.random(count) < 0.2), pa.int8()),
        "diagnoses": lists(lengths, codes, pa.array(chosen.random(count) < 1 / 1000)),
    })  # fmt: skip


def stays(chosen, first, count, diagnoses, procedures):
    lengths = chosen.integers(1, MOST_DIAGNOSES + 1, count)
    total = lengths.sum()
    done = chosen.integers(0, MOST_PROCEDURES + 1, count)
    poa = POAS.take(pa.array(chosen.choice(len(POAS), total, p=POA_ODDS)))
    return pa.table({
        "id": numbers(np.arange(first, first + count), pa.int64()),
        "discharged": numbers(np.datetime64(DAY) + chosen.integers(0, DAYS, count), pa.date32()),
        "sex": numbers(chosen.integers(1, 3, count), pa.int8()),
        "status": numbers(chosen.choice(DISCHARGES, count, p=DISCHARGE_ODDS), pa.int8()),
        "diagnoses": lists(lengths, mistyped(chosen, diagnoses.draw(chosen, total))),
        "poa": lists(lengths, poa),
        "procedures": lists(done, procedures.draw(chosen, done.sum())),
    })  # fmt: skip


def write(book, folder, count, seed=1):
    diagnoses, procedures = Codes(book, "icd10cm"), Codes(book, "icd10pcs")
    for name in ("members", "stays"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    for part, first in enumerate(range(0, count, PART)):
        chosen, rows = np.random.default_rng([seed, part]), min(PART, count - first)
        file = f"{part:05}.parquet"
        parquet.write_table(members(chosen, first, rows, diagnoses), folder / "members" / file)
        parquet.write_table(stays(chosen, first, rows, diagnoses, procedures), folder / "stays" / file)


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("book")
    asked.add_argument("folder", type=pathlib.Path)
    asked.add_argument("--members", type=int, default=1_000_000)
    asked.add_argument("--seed", type=int, default=1)
    said = asked.parse_args()
    with coding.open(said.book) as book:
        write(book, said.folder, said.members, said.seed)


if __name__ == "__main__":
    main()
