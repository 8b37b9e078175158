"""The Python package for ICD-10-CM that most people use, and a plain set: import, memory, and a lookup.

    peer.py [--smoke]

Run with the interpreter of a virtual environment that has simple-icd-10-cm.
"""

import random
import statistics
import sys
import time

DAY = 20251001


def resident():
    """KiB of memory that this process holds."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def median_of(call, codes, rounds):
    """Nanoseconds a call, the median of rounds over all codes; the loop itself is taken off."""
    def spent(function):
        began = time.thread_time_ns()
        for code in codes:
            function(code)
        return (time.thread_time_ns() - began) / len(codes)
    return statistics.median(spent(call) for _ in range(rounds))


def row(name, figure, unit, note):
    print(name, f"{figure:.2f}" if figure < 100 else f"{figure:.0f}", unit, note, sep="\t", flush=True)


def main(smoke):
    before, began = resident(), time.process_time()
    import simple_icd_10_cm as package
    row("peer.simple_icd_10_cm.import", (time.process_time() - began) * 1000, "ms", "CPU time, before its first answer")
    row("peer.simple_icd_10_cm.memory", resident() - before, "KiB", "resident memory that importing it takes")

    codes = package.get_all_codes(True)
    random.Random(DAY).shuffle(codes)
    codes = codes[:2000] if smoke else codes
    rounds = 1 if smoke else 5
    have = set(codes)
    for name, call, note in (
            ("is_valid_item", package.is_valid_item, "is it there? no day, no reason"),
            ("is_leaf", package.is_leaf, "is it complete?"),
            ("get_description", package.get_description, "its title")):
        row(f"peer.simple_icd_10_cm.{name}", median_of(call, codes, rounds), "ns", note)
    row("peer.python_set", median_of(have.__contains__, codes, rounds), "ns", "code in a set of str; the same codes")


if __name__ == "__main__":
    main("--smoke" in sys.argv)
