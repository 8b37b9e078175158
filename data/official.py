"""The official order files of a folder of releases, edition by edition: what our facts are measured against."""

import csv
import re
import zipfile
from typing import NamedTuple

CHANGE = re.compile(r"(Add|Delete|Revise from|Revise to): +(?:([01]) )?([0-9A-Z]{3,7}) +(.*)")
SHORT_WIDTH = 60

# The January 2021 release lists its changes against FY2020. What the October set lacked, editions.tsv tells in words.
CAME_IN_JANUARY_2021 = "J1282 M3581 M3589 Z1152 Z20822 Z8616".split()


class Row(NamedTuple):
    kind: str
    title: str
    short: str


def editions(folder):
    """Yields (system, first day, {code: Row} in printed order)."""
    newest = {}
    with open(folder / "editions.tsv", encoding="utf-8", newline="") as table:
        for line in csv.DictReader(table, delimiter="\t"):
            system, first = line["system"], day(line["effective"])
            path = folder / line["file"]
            if path.suffix == ".txt":  # addenda that lead on from the newest order file
                yield system, first, applied(newest[system], changes(path.read_text("latin-1")))
                continue
            texts = members(path)
            rows = newest[system] = order_rows(texts[line["member"]])
            if line["before"] and (earlier := undone(system, first, rows, texts)):
                yield system, day(line["before"]), earlier
            yield system, first, rows


def day(text):
    return int(text.replace("-", ""))


def members(path):
    """Base name -> text."""
    with zipfile.ZipFile(path) as files:
        return {name.rsplit("/", 1)[-1]: files.read(name).decode("latin-1")
                for name in files.namelist() if name.endswith(".txt")}


def order_rows(text):
    return {line[6:13].strip(): Row("billable" if line[14] == "1" else "header", line[77:].strip(), line[16:76].strip())
            for line in text.splitlines() if line.strip()}


def undone(system, first, rows, texts):
    """The rows of October, from those of January or April; None where the release does not tell."""
    if first != 20210101:
        addenda = next(text for name, text in texts.items() if "order_addenda" in name)
        return applied(rows, [(UNDO[verb], *rest) for verb, *rest in reversed(changes(addenda))])
    if system == "icd10cm":
        rows = {code: row for code, row in rows.items() if code not in CAME_IN_JANUARY_2021}
        return rows | {"M358": rows["M358"]._replace(kind="billable")}
    return None


UNDO = {"Add": "Delete", "Delete": "Add", "Revise from": "Revise to", "Revise to": "Revise from"}


def changes(text):
    """[(verb, code, Row)]; a PCS line has no flag, its header has three characters."""
    found = []
    for verb, flag, code, titles in CHANGE.findall(text):
        kind = "header" if flag == "0" or not flag and len(code) == 3 else "billable"
        found.append((verb, code, Row(kind, titles[SHORT_WIDTH:].strip(), titles[:SHORT_WIDTH].strip())))
    return found


def applied(rows, changes):
    """A code may be deleted as one kind and added as the other: a deletion touches only the kind that it names."""
    rows = dict(rows)
    for verb, code, row in changes:
        if verb in ("Add", "Revise to"):
            rows[code] = row
        elif code in rows and rows[code].kind == row.kind and verb == "Delete":
            del rows[code]
    return rows
