"""Every row of every official order file, against a book, on the first and the last day of its edition.

    releases.py RELEASES ANSWERS BOOK [--titles]

The order files and addenda are read here a second time, in another language and by another hand (data/official.py), and
each code that ICD-10 ever had is asked on each edition's days: it must stand, be a header, or be absent as the files
say. With --titles each title must be equal too.
"""

import pathlib
import subprocess
import sys

# In force on 2022-04-01 by the agency's own edits, and left out of its order file of that day; corrections.tsv has them.
AMENDED = {("icd10pcs", "XW023X7"), ("icd10pcs", "XW023Y7")}

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "data"))
import official  # noqa: E402


def day_before(day):
    """Editions begin on the first of a month: a day of the month before will do."""
    year, month = day // 10000, day // 100 % 100
    return (year - 1) * 10000 + 1231 if month == 1 else year * 10000 + (month - 1) * 100 + 28


def days(editions, index, system):
    """The first day of an edition, and one just before the next edition that the book may hold."""
    first = editions[index][1]
    yield first
    later = [e[1] for e in editions if e[0] == system and e[1] > first]
    if not later or day_before(later[0]) <= first:
        return
    if later[0] // 10000 - first // 10000 <= 1 and month_apart(first, later[0]) <= 6:
        yield day_before(later[0])


def month_apart(a, b):
    return (b // 10000 - a // 10000) * 12 + b // 100 % 100 - a // 100 % 100


def main(folder, answers, book):
    editions = list(official.editions(pathlib.Path(folder)))
    ever = {}
    for system, _, rows in editions:
        ever.setdefault(system, {}).update(dict.fromkeys(rows))
    failed = False
    for index, (system, first, rows) in enumerate(editions):
        lines = []
        for on in days(editions, index, system):
            for code in ever[system]:
                row = rows.get(code)
                if row is None and (system, code) in AMENDED:
                    continue
                lines.append(f"{system}\t{code}\t{on}\t{row.kind if row else 'absent'}\t{row.title if row else ''}\n")
        done = subprocess.run([answers, book], input="".join(lines), text=True, capture_output=True)
        failed |= done.returncode != 0
        billable = sum(row.kind == "billable" for row in rows.values())
        print(f"{system}\t{first}\trows {len(rows)}\tbillable {billable}\t{done.stdout.splitlines()[-1]}", flush=True)
        if done.returncode:
            print(done.stdout, done.stderr, end="")
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
