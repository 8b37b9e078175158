"""Every row of the official GEM files, answered as the file says, by a second reader of the files.

    gems.py CODING BOOK ZIP

asks the tool for every source of 2018_I9gem.txt and 2018_I10gem.txt inside the zip and compares rows, flags, line
numbers and the kind of the whole answer. Prints what it compared; exit 1 where anything differs.
"""

import collections
import subprocess
import sys
import zipfile

FILES = {"2018_I9gem.txt": ("icd9cm", "icd10cm"), "2018_I10gem.txt": ("icd10cm", "icd9cm")}


def rows_of(text):
    """By source: (target or -, approximate, none, combination, scenario, choice, line), as the file has them."""
    held = collections.OrderedDict()
    for number, line in enumerate(text.splitlines(), 1):
        source, target, flags = line.split()
        near, none, part, scenario, choice = flags
        target = target.upper() if none == "0" else "-"  # one row of 2018 has v5889
        held.setdefault(source, []).append((target, near, none, part, scenario, choice, number))
    return held


def row_kind(row):
    _, near, none, part, *_ = row
    return "none" if none == "1" else "combination" if part == "1" else "approximate" if near == "1" else "exact"


def whole_kind(rows):
    kinds = [row_kind(row) for row in rows]
    if set(kinds) == {"none"}:
        return "none"
    if set(kinds) == {"combination"}:
        return "combination"
    return kinds[0] if len(kinds) == 1 else "several"


def answers(coding, book, to, sources):
    """By source: (kind, [(target, row kind, scenario, choice, file, line)])."""
    run = subprocess.run([coding, "map", "-b", book, "--to", to, "--tsv"], input="\n".join(sources) + "\n",
                         capture_output=True, text=True)
    held = {}
    for line in run.stdout.splitlines():
        cells = line.split("\t")
        code, kind = cells[1].replace(".", ""), cells[2]
        held.setdefault(code, (kind, []))
        if cells[0] == "row":
            target, how, scenario, choice = cells[4].replace(".", ""), *cells[5:8]
            held[code][1].append((target, how, scenario, choice, cells[10], int(cells[11])))
    return held


def main():
    coding, book, path = sys.argv[1:]
    compared = different = 0
    with zipfile.ZipFile(path) as archive:
        for name, (_, to) in FILES.items():
            held = rows_of(archive.read(name).decode("ascii"))
            said = answers(coding, book, to, held)
            for source, rows in held.items():
                wanted = (whole_kind(rows), [(row[0], row_kind(row), row[4], row[5], name, row[6]) for row in rows])
                compared += len(rows)
                if said.get(source) != wanted:
                    different += 1
                    if different <= 20:
                        print(f"{name} {source}: {wanted} is answered {said.get(source)}")
            print(f"{name}: {len(held):,} sources, {sum(map(len, held.values())):,} rows")
    print(f"{compared:,} rows compared, {different:,} sources differ")
    return different > 0


if __name__ == "__main__":
    sys.exit(main())
