"""Measures the making of a book: wall clock, CPU time, the most memory held, and the size of the book.

    build.py NOTE CODING BOOK SOURCE...
"""

import os
import subprocess
import sys
import time


def main(note, coding, book, *sources):
    began = time.monotonic()
    process = subprocess.Popen([coding, "build", "-q", "-o", book, *sources],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, use = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    if status:
        sys.exit(f"coding build failed: {' '.join(sources)}")
    row("build.wall", f"{wall:.1f}", "s", f"{note}; budget 60 s")
    row("build.cpu", f"{use.ru_utime + use.ru_stime:.1f}", "s", note)
    row("build.memory", f"{use.ru_maxrss / 1024:.0f}", "MiB", "the most it held; budget 1 GB")


def row(*columns):
    print(*columns, sep="\t", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
