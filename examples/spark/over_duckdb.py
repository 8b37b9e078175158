"""The same in DuckDB: functions over Arrow columns, asked by SQL of the Parquet files where they lie.

    over_duckdb.py BOOK FOLDER      asks of FOLDER/members and FOLDER/stays; the answers go to FOLDER/duckdb
"""

import pathlib
import sys

import duckdb

import ask
from clock import Clock

#: Types of Arrow and what SQL calls them: only those that the questions have.
WORDS = {"int16": "SMALLINT", "int32": "INTEGER"}
TAKES = {
    "members": ["VARCHAR[]", "TINYINT", "TINYINT", "TINYINT"],
    "stays": ["DATE", "VARCHAR[]", "VARCHAR[]", "VARCHAR[]", "TINYINT", "TINYINT"],
}


def fixed(question, book, count):
    """DuckDB counts a function's parameters."""
    return {4: lambda a, b, c, d: question(book, a, b, c, d),
            6: lambda a, b, c, d, e, f: question(book, a, b, c, d, e, f)}[count]  # fmt: skip


def register(base, book):
    """coding_score of members and coding_group of stays, on a connection."""
    for name, (question, columns, kind) in ask.QUESTIONS.items():
        gives = ", ".join(f"{field.name} {WORDS[str(field.type)]}" for field in kind)
        base.create_function(f"coding_{question.__name__}", fixed(question, book, len(columns)), TAKES[name],
                             f"STRUCT({gives})", type="arrow", null_handling="special")  # fmt: skip


def main(book, folder):
    base = duckdb.connect()
    register(base, ask.book(book))
    for name, (question, columns, _) in ask.QUESTIONS.items():
        clock = Clock()
        (folder / "duckdb" / name).mkdir(parents=True, exist_ok=True)
        (rows,) = base.execute(
            f"COPY (SELECT id, unnest(coding_{question.__name__}({', '.join(columns)})) "
            f"FROM read_parquet('{folder}/{name}/*.parquet')) TO '{folder}/duckdb/{name}/all.parquet' (FORMAT parquet)"
        ).fetchone()
        print(clock.line("duckdb", name, rows), flush=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
