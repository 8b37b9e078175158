"""Turns the pinned packages of data/pins.txt into facts for the book compiler, when no official release is at hand.

    python data/fetch.py --out build/facts [--cache build/cache]

leaves headed TSV and a few official files, unchanged, in build/facts; data/README.md has the list. A run whose pins
and scripts are those of the facts already there does nothing. A run that fails leaves the old facts as they were.
Needs data/tools.txt (lmdb, zstandard) and pip.
"""

import argparse
import contextlib
import hashlib
import pathlib
import shutil
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
STAMP = "stamp"


def main():
    options = arguments()
    stamp = fingerprint()
    if is_current(options.out, stamp):
        return say(f"{options.out} is up to date")
    import facts  # late: with nothing to do, no package need be installed
    began = time.monotonic()
    with new_folder(options.out) as folder:
        facts.write_all((HERE / "pins.txt").read_text(encoding="utf-8"), options.cache, folder, say)
        (folder / STAMP).write_text(stamp + "\n")
    say(f"{options.out} is ready after {time.monotonic() - began:.0f} s")


def arguments():
    parser = argparse.ArgumentParser(description="Turns pinned packages into facts for the book compiler.")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder of facts; replaced as a whole")
    parser.add_argument("--cache", type=pathlib.Path, help="where downloads are kept (default: cache, beside OUT)")
    options = parser.parse_args()
    options.cache = options.cache or options.out.parent / "cache"
    return options


def say(line):
    print(line, file=sys.stderr, flush=True)


def fingerprint():
    """Of all that the facts depend on."""
    sum = hashlib.sha256()
    for path in sorted([HERE / "pins.txt", *HERE.glob("*.py")]):
        sum.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sum.hexdigest()


def is_current(out, stamp):
    written = out / STAMP
    return written.is_file() and written.read_text().strip() == stamp


@contextlib.contextmanager
def new_folder(out):
    """A folder that takes the place of `out` at the end, if the end is reached."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield folder
        folder.chmod(0o755)
        if out.exists():
            shutil.rmtree(out)
        folder.rename(out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
