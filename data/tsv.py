"""Headed TSV, the one layout of our tables: UTF-8, LF, days as 20251001, '-' where a span is open."""

OPEN = "-"


def cell(value):
    """One line, one column: runs of blanks of any kind, tabs and breaks among them, become one blank."""
    return " ".join(str(value).split())


def write(path, columns, rows):
    """Writes `rows` under `columns` (one string, parted by blanks) and returns how many there were."""
    columns, count = columns.split(), 0
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("\t".join(columns) + "\n")
        for count, row in enumerate(rows, 1):
            assert len(row) == len(columns), (path, row)
            out.write("\t".join(map(cell, row)) + "\n")
    return count


def read(path):
    """Yields a dictionary a row."""
    with open(path, encoding="utf-8", newline="\n") as lines:
        columns = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(columns, line.rstrip("\n").split("\t")))
