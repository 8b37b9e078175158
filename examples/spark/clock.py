"""Time that a process and all below it take: on the wall, and on their processors."""

import os
import pathlib
import time

TICK = os.sysconf("SC_CLK_TCK")


def _stats():
    """Of each process: its parent, and its seconds with those of the children that it has waited for."""
    for file in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended meanwhile
        yield int(file.parent.name), (int(fields[1]), sum(map(int, fields[11:15])) / TICK)


def _spent():
    stats = dict(_stats())
    mine = {os.getpid()}
    while more := {pid for pid, (parent, _) in stats.items() if parent in mine} - mine:
        mine |= more
    return sum(stats[pid][1] for pid in mine)


class Clock:
    def __init__(self):
        self.began, self.before = time.perf_counter(), _spent()

    def line(self, engine, what, rows):
        """A row of the table: engine, what, rows, seconds, seconds of processors, rows a second."""
        seconds, spent = time.perf_counter() - self.began, _spent() - self.before
        return f"{engine}\t{what}\t{rows}\t{seconds:.2f}\t{spent:.2f}\t{rows / seconds:.0f}"
