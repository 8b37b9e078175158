"""The batch calls alone, in one thread: what the engines are compared with.

    plain.py BOOK FOLDER      asks of FOLDER/members and FOLDER/stays; the answers go to FOLDER/plain
"""

import pathlib
import shutil
import sys

import pyarrow as pa
import pyarrow.parquet as parquet

import ask
from clock import Clock


def answer(book, table, question, names):
    said = question(book, *(table[name].combine_chunks() for name in names))
    return pa.table({"id": table["id"], **dict(zip(said.type.names, said.flatten()))})


def main(book, folder):
    for name, (question, names, _) in ask.QUESTIONS.items():
        clock, rows = Clock(), 0
        shutil.rmtree(folder / "plain" / name, ignore_errors=True)
        (folder / "plain" / name).mkdir(parents=True)
        for part in sorted((folder / name).glob("*.parquet")):
            table = parquet.read_table(part)
            parquet.write_table(answer(ask.book(book), table, question, names), folder / "plain" / name / part.name)
            rows += len(table)
        print(clock.line("plain", name, rows), flush=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
