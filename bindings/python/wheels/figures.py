"""What the package costs beside bare Python, measured in fresh processes: the least of many is what it costs.

Run by the Python of an environment that holds the wheel. Prints TSV: what, figure, unit, goal; fails where a goal is missed.
"""

import subprocess
import sys

ROUNDS = 25
HELD = "int(next(l for l in open('/proc/self/status') if l.startswith('VmRSS')).split()[1])"
BEGIN = "import time; began = time.perf_counter()"
TELL = f"spent = time.perf_counter() - began; print(spent * 1000, {HELD} / 1024)"
OPEN = "import coding; book = coding.open(); book.check('E11.9', 'icd10cm', 20251001)"


def least(program):
    """Milliseconds and MB of a program: each the least of the rounds."""
    rounds = []
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, "-c", f"{BEGIN}\n{program}\n{TELL}"], check=True, capture_output=True)
        rounds.append([float(word) for word in done.stdout.split()])
    return [min(column) for column in zip(*rounds)]


def main():
    bare_time, bare_held = least("pass")
    rows = []
    for what, program, goals in (("import coding", "import coding", (20, 10)), ("import, open, check", OPEN, (None, None))):
        time, held = least(program)
        rows += [(f"{what}: time", time - bare_time, "ms", goals[0]), (f"{what}: memory", held - bare_held, "MB", goals[1])]
    missed = False
    for what, figure, unit, goal in rows:
        missed |= goal is not None and figure > goal
        print(what, f"{figure:.1f}", unit, goal or "-", sep="\t")
    return missed


if __name__ == "__main__":
    sys.exit(main())
