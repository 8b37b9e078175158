"""Days as numbers (20251001), and the editions they fall into."""

import datetime
from typing import NamedTuple

from tsv import OPEN

LAST_DAY = 20270930  # ICD-10's editions end with September, whatever the newest source reaches to
MONTHS = {1: "January", 4: "April", 8: "August"}


def shifted(day, by):
    date = datetime.date(day // 10000, day // 100 % 100, day % 100) + datetime.timedelta(by)
    return date.year * 10000 + date.month * 100 + date.day


def after(day):
    return shifted(day, 1)


def before(day):
    return shifted(day, -1)


def fiscal_year(day):
    """FY2026 begins on 2025-10-01."""
    return day // 10000 + (day % 10000 >= 1001)


class Edition(NamedTuple):
    first: int
    until: int

    @property
    def year(self):
        return fiscal_year(self.first)

    @property
    def name(self):
        month = MONTHS.get(self.first // 100 % 100)
        return f"FY{self.year} ({month})" if month else f"FY{self.year}"


def editions(validity):
    """An edition for each day on which some code begins or ends."""
    days = {day for spans in validity.values() for span in spans for day in span if day}
    firsts = sorted(days)
    untils = [before(day) for day in firsts[1:]] + [LAST_DAY]
    return [Edition(*both) for both in zip(firsts, untils)]


def stands(spans, day):
    return any(first <= day and (past is None or day < past) for first, past in spans)


def rows_of(facts, editions):
    """Rows (kind, first, past, title) from a code's fact an edition: (kind, title), or None where it is not in it.

    Editions in a row with the same fact make one row; past is '-' where the fact outlives the last edition."""
    rows = []
    for edition, fact, fact_before in zip(editions, facts, [None, *facts]):
        if fact_before and fact_before != fact:
            rows[-1][2] = edition.first
        if fact and fact_before != fact:
            kind, title = fact
            rows.append([kind, edition.first, OPEN, title])
    return [tuple(row) for row in rows]
