"""Runs the quick start of an engine as docs/sql.md prints it: pasted, in an empty folder that holds the book as us.book
and the extension where the page says it is.

    docs.py sqlite coding.so | postgresql coding.so | duckdb FOLDER
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from rows import BOOK, TREE  # noqa: E402

MOST_LINES = 10


def blocks(engine):
    """The engine's section: its programs, each with what it prints."""
    page = (TREE / "docs/sql.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {engine}$(.*?)(?=^## |\Z)", page, re.M | re.S | re.I).group(1)
    found = re.findall(r"^```(sql|python)\n(.*?)^```\n+```text\n(.*?)^```$", section, re.M | re.S)
    if not found:
        raise SystemExit(f"docs/sql.md shows no program of {engine}")
    return found


def run(command, program, **options):
    done = subprocess.run(command, input=program, text=True, capture_output=True, check=False, **options)
    return done.stdout + done.stderr


def sqlite(extension, folder, program):
    shutil.copy(extension, folder / "coding.so")
    return run(["sqlite3", ":memory:"], program, cwd=folder)


def postgresql(module, _folder, program):
    sys.path.insert(0, str(TREE / "bindings/postgresql/tests"))
    from cluster import Cluster

    files = [TREE / "bindings/postgresql" / name for name in ("coding.control", "coding--0.1.sql")]
    with Cluster(module, files, BOOK) as cluster:
        program = program.replace("/srv/us.book", str(cluster.book))
        done = cluster.program("psql", "-X", "-q", "-A", "-t", "-d", "postgres", input=program)
        return done.stdout + done.stderr


def duckdb(module_folder, folder, program):
    path = {"PYTHONPATH": str(pathlib.Path(module_folder).resolve()), "PYTHONDONTWRITEBYTECODE": "1"}
    return run([sys.executable, "-"], program, cwd=folder, env={**os.environ, **path})


def main(engine, built):
    for _, program, printed in blocks(engine):
        if program.count("\n") >= MOST_LINES:
            raise SystemExit(f"the quick start of {engine} has {MOST_LINES} lines or more")
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "us.book").symlink_to(pathlib.Path(BOOK).resolve())
            said = {"sqlite": sqlite, "postgresql": postgresql, "duckdb": duckdb}[engine](built, folder, program)
        if said.split() != printed.split():
            raise SystemExit(f"docs/sql.md says that\n{program}\nprints\n{printed}\nand not\n{said}")
    print(f"docs/sql.md: the quick start of {engine} prints what it says")


if __name__ == "__main__":
    main(*sys.argv[1:])
