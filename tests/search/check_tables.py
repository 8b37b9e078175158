#!/usr/bin/env python3
"""Checks the form of the vocabulary tables: python3 tests/search/check_tables.py [FOLDER]

Each table is UTF-8, headed, TAB separated, one fact a line, sorted by its key without regard to case, without
repeated facts, and every row says in its last column, because, where it is from. Exit 1 if a table is not so.
"""
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent.parent / "libcoding" / "tables"

FIELDS = {
    "abbreviations.tsv": (["abbreviation", "expansion", "rank", "context", "senses", "because"], 1000),
    "british.tsv": (["british", "american", "kind", "because"], 250),
    "lay_terms.tsv": (["lay_term", "clinical_term", "register", "because"], 1200),
    "parameters.tsv": (["parameter", "value", "because"], 20),
    "word_parts.tsv": (["part", "kind", "combining_form", "meaning", "examples", "because"], 700),
}
REGISTERS = {"lay", "slang", "dated"}
KINDS = {"prefix", "root", "suffix"}
VALUE = re.compile(r"[0-9]+(\.[0-9]{1,6})?")


class Table:
    """The rows of one file, and what is wrong with them."""

    def __init__(self, path, columns, least):
        self.name = path.name
        self.columns = columns
        self.trouble = []
        text = path.read_bytes().decode("utf-8")
        lines = text.split("\n")
        if lines.pop() != "":
            self.complain(len(lines) + 1, "the last line has no end")
        if "\r" in text:
            self.complain(1, "carriage returns")
        if unicodedata.normalize("NFC", text) != text:
            self.complain(1, "not in Unicode's composed form (NFC)")
        self.rows = [(number, line.split("\t")) for number, line in enumerate(lines, 1)]
        if not self.rows or self.rows.pop(0)[1] != columns:
            self.complain(1, "the heading is not " + " ".join(columns))
        if len(self.rows) < least:
            self.complain(len(lines), f"{len(self.rows)} rows, fewer than {least}")

    def complain(self, line, words):
        self.trouble.append(f"{self.name}:{line}: {words}")

    def check_cells(self):
        """Every row is complete, and no cell hides blanks."""
        for number, cells in self.rows:
            if len(cells) != len(self.columns):
                self.complain(number, f"{len(cells)} columns for {len(self.columns)}")
            for cell in cells:
                if cell != " ".join(cell.split()) or not cell:
                    self.complain(number, f"an empty cell or stray blanks: {cell!r}")
        self.rows = [row for row in self.rows if len(row[1]) == len(self.columns)]

    def check_order(self, key):
        """Rows ascend by `key`, so that a fact has one place and differences stay small."""
        last = None
        for number, cells in self.rows:
            this = key(cells)
            if last is not None and this <= last:
                self.complain(number, f"{this} does not come after {last}")
            last = this

    def check_member(self, column, allowed):
        at = self.columns.index(column)
        for number, cells in self.rows:
            if cells[at] not in allowed:
                self.complain(number, f"{column} {cells[at]!r} is none of {' '.join(sorted(allowed))}")


def check_senses(table):
    """The senses of an abbreviation, whatever its case, are ranked 1 to n without gaps, and say n."""
    groups = {}
    for number, cells in table.rows:
        groups.setdefault(cells[0].casefold(), []).append((number, cells))
    for group in groups.values():
        expansions = {cells[1].casefold() for _, cells in group}
        if len(expansions) != len(group):
            table.complain(group[0][0], f"{group[0][1][0]} repeats an expansion")
        for rank, (number, cells) in enumerate(group, 1):
            if cells[2] != str(rank) or cells[4] != str(len(group)):
                table.complain(number, f"{cells[0]} is sense {rank} of {len(group)}")


def check_abbreviations(table):
    if all(cells[2].isdecimal() for _, cells in table.rows):
        table.check_order(lambda cells: (cells[0].casefold(), int(cells[2])))
        check_senses(table)
    else:
        table.complain(1, "a rank is not a number")


def check_lay_terms(table):
    table.check_order(lambda cells: (cells[0].casefold(), cells[1].casefold()))
    table.check_member("register", REGISTERS)


def check_word_parts(table):
    table.check_order(lambda cells: (cells[0].casefold(), cells[1]))
    table.check_member("kind", KINDS)
    for number, cells in table.rows:
        if not all(character.isalpha() for character in cells[0] + cells[2]):
            table.complain(number, f"{cells[0]} or {cells[2]} has something else than letters")
        if any(example.strip() != example or not example for example in cells[4].split(";")):
            table.complain(number, "examples are words parted by ; without blanks about it")


def check_parameters(table):
    """Each is named once; a value is a decimal from 0 to 100 with up to six places."""
    table.check_order(lambda cells: cells[0].casefold())
    for number, cells in table.rows:
        if not VALUE.fullmatch(cells[1]) or float(cells[1]) > 100:
            table.complain(number, f"{cells[1]!r} is no decimal from 0 to 100")


def check_british(table):
    """A spelling is a whole word; letters of many words stand inside (haem) or where they begin (oesoph)."""
    table.check_order(lambda cells: cells[0].casefold())
    table.check_member("kind", {"spelling", "inside", "begin"})
    for number, cells in table.rows:
        if cells[0].casefold() == cells[1].casefold() or " " in cells[0]:
            table.complain(number, f"{cells[0]} is no word with another American spelling")
    american = {cells[1].casefold() for _, cells in table.rows if cells[2] == "spelling"}
    for number, cells in table.rows:
        if cells[2] == "spelling" and cells[0].casefold() in american:
            table.complain(number, f"{cells[0]} is also an American spelling of another row")


CHECKS = {
    "abbreviations.tsv": check_abbreviations,
    "british.tsv": check_british,
    "lay_terms.tsv": check_lay_terms,
    "parameters.tsv": check_parameters,
    "word_parts.tsv": check_word_parts,
}


def main(folder):
    trouble = []
    for name, (columns, least) in FIELDS.items():
        table = Table(folder / name, columns, least)
        table.check_cells()
        CHECKS[name](table)
        trouble += table.trouble
        print(f"{name}\t{len(table.rows)} rows\t{len(table.trouble)} complaints")
    for line in trouble:
        print(line, file=sys.stderr)
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else TABLES))
