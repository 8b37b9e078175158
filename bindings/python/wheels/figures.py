"""What the package costs beside bare Python, measured in fresh processes: the least of many is what it costs.

Run by the Python of an environment that holds the wheel. Prints TSV: what, figure, unit, goal. Fails where a goal is missed
in memory or in time of the processor, which a busy machine does not stretch as it does the clock's.
"""

import subprocess
import sys

ROUNDS = 25
MEASURES = (("processor", "ms"), ("memory", "MB"), ("clock", "ms"))
HELD = "int(next(l for l in open('/proc/self/status') if l.startswith('VmRSS')).split()[1])"
BEGIN = "import time; began, spent = time.perf_counter(), time.process_time()"
TELL = f"print((time.process_time() - spent) * 1000, {HELD} / 1024, (time.perf_counter() - began) * 1000)"
OPEN = "import coding; book = coding.open(); book.check('E11.9', 'icd10cm', 20251001)"

# What is measured, and the most that each measure may be; None: it is told and not judged.
PROGRAMS = {"import coding": ("import coding", 20, 10, None), "import, open, check": (OPEN, 25, 20, None)}


def least(program):
    """Each measure of a program: the least of the rounds."""
    rounds = []
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, "-c", f"{BEGIN}\n{program}\n{TELL}"], check=True, capture_output=True)
        rounds.append([float(word) for word in done.stdout.split()])
    return [min(column) for column in zip(*rounds)]


def main():
    bare, missed = least("pass"), False
    for what, (program, *goals) in PROGRAMS.items():
        for figure, base, goal, (measure, unit) in zip(least(program), bare, goals, MEASURES):
            missed |= goal is not None and figure - base > goal
            print(f"{what}: {measure}", f"{figure - base:.1f}", unit, goal or "-", sep="\t")
    return missed


if __name__ == "__main__":
    sys.exit(main())
