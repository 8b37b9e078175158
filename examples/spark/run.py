"""Draws members and stays, asks of them with and without engines, and compares every answer.

    run.py [--members 1000000] [--seed 1] [--book build/release/us.book] [FOLDER]

prints TSV: who asked, of what, rows, seconds, seconds of processors, rows a second; then how many answers are the same,
and their digest. The engines' seconds begin when they are up, and end when the answers are written. FOLDER is
build/spark/million. The exit status is 0 where all are the same.
"""

import argparse
import pathlib
import subprocess
import sys

import coding

import answers
import members

HERE = pathlib.Path(__file__).resolve().parent
TREE = HERE.parents[1]
PROGRAMS = {"plain": ["plain.py"], "duckdb": ["over_duckdb.py"],
            "spark-arrow": ["over_spark.py"], "spark-pandas": ["over_spark.py", "--udf", "pandas"]}  # fmt: skip


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=pathlib.Path, nargs="?", default=TREE / "build/spark/million")
    asked.add_argument("--book", type=pathlib.Path, default=TREE / "build/release/us.book")
    asked.add_argument("--members", type=int, default=1_000_000)
    asked.add_argument("--seed", type=int, default=1)
    said = asked.parse_args()
    with coding.open(said.book) as book:
        members.write(book, said.folder, said.members, said.seed)
    print("who\tof\trows\tseconds\tprocessors\trows a second", flush=True)
    for program, *options in PROGRAMS.values():
        subprocess.run([sys.executable, HERE / program, said.book, said.folder, *options], check=True)
    return not all([answers.compare(said.folder, engine) for engine in PROGRAMS])


if __name__ == "__main__":
    sys.exit(main())
