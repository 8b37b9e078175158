"""US medical codes in DuckDB: functions and tables of a book, registered on a connection.

    import coding_duckdb, duckdb

    connection = duckdb.connect()
    coding_duckdb.register(connection, "us.book")
    connection.sql("SELECT code, coding_verdict(code, 'icd10cm', day) FROM claims")
    connection.sql("FROM coding_search('sprained left ankle', 3)")

Functions see whole columns as Arrow data, and verdicts are given on them without a copy. Names, arguments and answers
are those of SQLite and PostgreSQL (docs/sql.md): NULL in, NULL out; without a day it is today that is asked; a day of
'infinity' is the newest edition; a code that the book does not know has NULL, and no rows.
"""

from __future__ import annotations

import datetime
import functools
import os
from typing import Any, Callable, Optional, Union

import coding
import duckdb
import numpy
import pyarrow
from pyarrow import compute

__all__ = ["register"]

INFINITY = 2**31 - 1  # of DuckDB's dates, in days
EPOCH = datetime.date(1970, 1, 1)
RULES = pyarrow.array([str(rule) for rule in coding.Rule])

ENTRY = "STRUCT(code VARCHAR, title VARCHAR, verdict VARCHAR, system VARCHAR)[]"
HIT = "STRUCT(code VARCHAR, title VARCHAR, system VARCHAR, score DOUBLE, field VARCHAR, why VARCHAR)[]"
NOTE = ("STRUCT(kind VARCHAR, text VARCHAR, holder VARCHAR, inherited BOOLEAN, codes VARCHAR[], release VARCHAR, "
        "file VARCHAR, line INTEGER)[]")  # fmt: skip
PERIOD = "STRUCT(first DATE, until DATE, billable BOOLEAN, release VARCHAR)[]"
NEAR = "STRUCT(code VARCHAR, title VARCHAR, repair VARCHAR, rank INTEGER, system VARCHAR)[]"
CHECK = ("STRUCT(verdict VARCHAR, code VARCHAR, sentence VARCHAR, cure VARCHAR, instead VARCHAR[], decides DATE, "
         "damage VARCHAR, place INTEGER, release VARCHAR, file VARCHAR, line INTEGER)[]")  # fmt: skip
FINDING = ("STRUCT(severity VARCHAR, rule VARCHAR, part VARCHAR, number INTEGER, partner_part VARCHAR, "
           "partner_number INTEGER, cure VARCHAR, verdict VARCHAR, code VARCHAR, other VARCHAR, modifier VARCHAR, "
           "charge BIGINT, why VARCHAR, sentence VARCHAR, release VARCHAR, file VARCHAR, line INTEGER)[]")  # fmt: skip
EDITION = ("STRUCT(system VARCHAR, first DATE, until DATE, row_count INTEGER, billable_count INTEGER, "
           "release VARCHAR)[]")  # fmt: skip

Day = Optional[int]


def register(
    connection: duckdb.DuckDBPyConnection, book: Union[coding.Book, str, "os.PathLike[str]", None] = None
) -> None:
    """Registers every function and table on a connection; those before are replaced.

    `book` is a Book, which the caller keeps open, or a path; None is the book that $CODING_BOOK names, else the
    installed one.
    """
    opened = book if isinstance(book, coding.Book) else coding.open(book)
    for name, arguments, result, answer in _answers(opened):
        try:
            connection.remove_function(name)
        except (duckdb.InvalidInputException, duckdb.CatalogException):
            pass  # it is the first time
        function = _fixed(answer, len(arguments))
        connection.create_function(name, function, arguments, result, type="arrow", null_handling="special")
    connection.execute(MACROS)


# --- Columns of DuckDB and what they say.


def _day_number(days: Optional[int]) -> Day:
    """A day as the library counts it, of days since 1970."""
    if days is None:
        return None
    if days == INFINITY:
        return coding.NEWEST
    try:
        day = EPOCH + datetime.timedelta(days)
    except OverflowError:
        raise ValueError("no code system knows that day") from None
    return day.year * 10000 + day.month * 100 + day.day


def _plain(column: Any) -> pyarrow.Array:
    return column.combine_chunks() if isinstance(column, pyarrow.ChunkedArray) else column


def _values(column: Any) -> list[Any]:
    """Of a column; days become the library's numbers."""
    if pyarrow.types.is_date(column.type):
        return [_day_number(days) for days in column.cast(pyarrow.int32()).to_pylist()]
    return column.to_pylist()


def _only(column: Any) -> Any:
    """The one value of a column that has no other, as literals have; None where there are several, or NULL."""
    distinct = compute.unique(column)
    return _values(distinct)[0] if len(distinct) == 1 else None


def _days_of(column: Any) -> numpy.ndarray:
    coded = _plain(column).dictionary_encode()
    numbers = numpy.array([day or 0 for day in _values(coded.dictionary)] or [0], dtype="uint32")
    return numbers[coded.indices.fill_null(0).to_numpy(zero_copy_only=False)]


# --- Functions.


def _rules(book: coding.Book, codes: Any, systems: Any, days: Any) -> numpy.ndarray:
    """A rule for each row, NULL_RULE where anything is NULL. A system at a time: mostly there is one alone."""
    system = _only(systems)
    if system is None:
        return _rules_by_row(book, codes, systems, days)
    day = None if days is None else _only(days)
    if days is not None and day is None:
        day = _days_of(days)
    rules = numpy.frombuffer(book.verdict_many(_plain(codes), _system(book, system), day), numpy.uint8)
    if days is None or not days.null_count:
        return rules
    return numpy.where(days.is_null().to_numpy(zero_copy_only=False), coding.NULL_RULE, rules).astype("uint8")


def _rules_by_row(book: coding.Book, codes: Any, systems: Any, days: Any) -> numpy.ndarray:
    columns = [_values(column) for column in (codes, systems, days) if column is not None]
    rules = (coding.NULL_RULE if None in row else book.verdict(row[0], _system(book, row[1]), *row[2:])
             for row in zip(*columns))
    return numpy.fromiter(rules, numpy.uint8, len(codes))


def _system(book: coding.Book, name: str) -> coding.System:
    system = book.system(name)
    if name.startswith("own-") and name[4:].isdecimal() and 64 <= int(name[4:]) <= 111:
        return coding.System(int(name[4:]))
    if system == coding.System.ANY and name != "any":
        raise ValueError(f"there is no such code system: {name}")
    return system


def _names_of(rules: numpy.ndarray) -> pyarrow.Array:
    none = rules == coding.NULL_RULE
    return RULES.take(pyarrow.array(numpy.where(none, 0, rules), mask=none))


def _verdict(book: coding.Book) -> Callable[..., pyarrow.Array]:
    """The bare verdict says malformed or unknown of another system's code too; the check knows better."""

    def answer(codes: Any, systems: Any, days: Any = None) -> pyarrow.Array:
        rules = _rules(book, codes, systems, days)
        strange = numpy.flatnonzero((rules == coding.Rule.MALFORMED) | (rules == coding.Rule.UNKNOWN))
        if not strange.size:
            return _names_of(rules)
        rules = rules.copy()
        for i in strange.tolist():
            row = [_values(column.slice(i, 1))[0] for column in (codes, systems, days) if column is not None]
            rules[i] = book.check(row[0], _system(book, row[1]), *row[2:]).rule
        return _names_of(rules)

    return answer


def _stands(book: coding.Book) -> Callable[..., pyarrow.Array]:
    def answer(codes: Any, systems: Any, days: Any = None) -> pyarrow.Array:
        rules = _rules(book, codes, systems, days)
        return pyarrow.array(rules == coding.Rule.STANDS, mask=rules == coding.NULL_RULE)

    return answer


def _each(kind: pyarrow.DataType, ask: Callable[..., Any]) -> Callable[..., pyarrow.Array]:
    """A function asked once of each row that differs; NULL where a value is, or where the book knows no such code."""

    def answer(*columns: Any) -> pyarrow.Array:
        rows = list(zip(*(_values(column) for column in columns)))
        said = {row: None if None in row else _asked(ask, row) for row in set(rows)}
        return pyarrow.array([said[row] for row in rows], kind)

    return answer


def _asked(ask: Callable[..., Any], row: tuple[Any, ...]) -> Any:
    try:
        return ask(*row)
    except coding.NotInBook:
        return None


def _explanation(verdict: coding.Verdict) -> Optional[str]:
    return verdict.findings[0].text if verdict.findings else None


def _damage(parsed: coding.Parsed) -> Optional[str]:
    return f"{parsed.damage}@{parsed.span.offset}" if parsed.damage else None


def _modifiers(parsed: coding.Parsed) -> Optional[str]:
    return "-".join(parsed.modifiers) or None


def _parent(book: coding.Book, code: str, system: coding.System) -> Optional[str]:
    above = book.parent(code, system)
    return above.code if above else None


def _category(book: coding.Book, code: str, system: coding.System) -> str:
    above = book.ancestors(code, system)
    return above[-1].code if above else book.find(code, system).code  # type: ignore[union-attr]


def _is_below(book: coding.Book, code: str, ancestor: str, system: coding.System) -> Optional[bool]:
    found = book.find(code, system), book.find(ancestor, system)
    return book.is_below(*found) if all(found) else None  # type: ignore[arg-type]


def _is_within(book: coding.Book, code: str, first: str, last: str, system: coding.System) -> Optional[bool]:
    found = book.find(code, system), book.find(first, system), book.find(last, system)
    return book.is_within(*found) if all(found) else None  # type: ignore[arg-type]


# --- Tables: lists of records, which macros spread into rows.


def _source(source: Optional[coding.Source]) -> dict[str, Any]:
    if not source:
        return {"release": None, "file": None, "line": None}
    return {"release": source.release, "file": source.table, "line": source.line or None}


def _findings(review: coding.Review) -> list[dict[str, Any]]:
    return [
        {"severity": str(each.severity), "rule": str(each.rule), "part": str(each.part), "number": each.number,
         "partner_part": str(each.partner_part) if each.partner_number else None,
         "partner_number": each.partner_number or None, "cure": str(each.cure), "verdict": str(each.verdict),
         "code": each.code, "other": each.other, "modifier": each.modifier, "charge": each.charge,
         "why": each.why or None, "sentence": each.text, **_source(each.source)}
        for each in review.findings
    ]  # fmt: skip


def _entries(entries: list[coding.Entry]) -> list[dict[str, Any]]:
    return [{"code": each.code, "title": each.title, "verdict": str(each.rule), "system": str(each.system)}
            for each in entries]


def _hits(hits: list[coding.Hit]) -> list[dict[str, Any]]:
    return [{"code": each.code, "title": each.title, "system": str(each.system), "score": each.score,
             "field": str(each.field), "why": each.why} for each in hits]


def _range(reference: coding.Reference) -> str:
    one = reference.first == reference.last
    return reference.first if one else f"{reference.first}-{reference.last}"


def _notes(notes: list[coding.Note]) -> list[dict[str, Any]]:
    return [{"kind": str(each.kind), "text": each.text, "holder": each.holder, "inherited": each.inherited,
             "codes": [_range(reference) for reference in each.references], **_source(each.source)} for each in notes]


def _periods(periods: list[coding.Period]) -> list[dict[str, Any]]:
    return [{"first": each.first, "until": each.until, "billable": each.billable,
             "release": each.source.release if each.source else None} for each in periods]


def _near(book: coding.Book, code: str, system: coding.System, day: Day = None) -> list[dict[str, Any]]:
    return [{"code": each.code, "title": _asked(book.title, (each.code, each.system, day)), "repair": str(each.repair),
             "rank": each.rank, "system": str(each.system)} for each in book.suggest(code, system, day)]


def _check(verdict: coding.Verdict) -> list[dict[str, Any]]:
    finding = verdict.findings[0] if verdict.findings else None
    row = {"verdict": str(verdict.rule), "code": verdict.code, "sentence": None, "cure": None,
           "instead": list(verdict.instead), "decides": None, "damage": None, "place": None, **_source(None)}
    if finding:
        row.update(sentence=finding.text, decides=finding.day, **_source(finding.source))
        row["cure"] = str(finding.cure) if finding.cure else None
    if finding and finding.damage:
        row.update(damage=str(finding.damage), place=finding.span.offset)
    return [row]


def _editions(book: coding.Book) -> Callable[..., pyarrow.Array]:
    """Functions of DuckDB want a column to know how many rows to answer: a number that means nothing."""
    rows = [{"system": book.system_name(each.system), "first": each.first, "until": each.until, "row_count": each.rows,
             "billable_count": each.billable, "release": each.release} for each in book.editions()]
    return lambda column: pyarrow.array([rows] * len(column))


def _answers(book: coding.Book) -> list[tuple[str, list[str], str, Callable[..., pyarrow.Array]]]:
    """Every function that DuckDB sees: name, types of arguments and of the answer."""
    text, flag = pyarrow.string(), pyarrow.bool_()
    of = functools.lru_cache(None)(lambda name: _system(book, name))
    parsed = lambda code, system: book.parse(code, of(system))  # noqa: E731
    code, dated = ["VARCHAR"] * 2, ["VARCHAR"] * 2 + ["DATE"]

    def twice(name: str, kind: str, answer: Callable[..., pyarrow.Array]) -> list[Any]:
        return [(name + "_today", code, kind, answer), (name + "_on", dated, kind, answer)]

    lists = [
        ("ancestors", ENTRY, lambda c, s, *d: _entries(book.ancestors(c, of(s), *d))),
        ("billable_below", ENTRY, lambda c, s, *d: _entries(book.billable_below(c, of(s), *d))),
        ("check", CHECK, lambda c, s, *d: _check(book.check(c, of(s), *d))),
        ("children", ENTRY, lambda c, s, *d: _entries(book.children(c, of(s), *d))),
        ("notes", NOTE, lambda c, s, *d: _notes(book.notes(c, of(s), *d)) if book.find(c, of(s)) else []),
        ("suggest", NEAR, lambda c, s, *d: _near(book, c, of(s), *d)),
    ]  # fmt: skip
    made: list[Any] = [
        *twice("_coding_verdict", "VARCHAR", _verdict(book)),
        *twice("_coding_stands", "BOOLEAN", _stands(book)),
        *twice("_coding_title", "VARCHAR", _each(text, lambda c, s, *d: book.title(c, of(s), *d) or None)),
        *twice("_coding_explain", "VARCHAR", _each(text, lambda c, s, *d: _explanation(book.check(c, of(s), *d)))),
        ("coding_normal", code, "VARCHAR", _each(text, lambda c, s: parsed(c, s).code)),
        ("coding_damage", code, "VARCHAR", _each(text, lambda c, s: _damage(parsed(c, s)))),
        ("coding_modifiers", code, "VARCHAR", _each(text, lambda c, s: _modifiers(parsed(c, s)))),
        ("coding_parent", code, "VARCHAR", _each(text, lambda c, s: _parent(book, c, of(s)))),
        ("coding_category", code, "VARCHAR", _each(text, lambda c, s: _category(book, c, of(s)))),
        ("coding_is_below", ["VARCHAR"] * 3, "BOOLEAN", _each(flag, lambda c, a, s: _is_below(book, c, a, of(s)))),
        ("coding_is_within", ["VARCHAR"] * 4, "BOOLEAN",
         _each(flag, lambda c, f, l, s: _is_within(book, c, f, l, of(s)))),
        ("_coding_version", ["INTEGER"], "VARCHAR", lambda column: pyarrow.array([coding.__version__] * len(column))),
        ("_coding_editions", ["INTEGER"], EDITION, _editions(book)),
        ("_coding_periods", code, PERIOD, _each(_arrow(PERIOD), lambda c, s: _periods(book.periods(c, of(s))))),
        ("_coding_review", ["VARCHAR"], FINDING, _each(_arrow(FINDING), lambda c: _findings(book.review(c)))),
        ("_coding_search_today", ["VARCHAR", "INTEGER", "VARCHAR"], HIT,
         _each(_arrow(HIT), lambda q, n, s: _hits(book.search(q, n, system=of(s))))),
        ("_coding_search_on", ["VARCHAR", "INTEGER", "VARCHAR", "DATE"], HIT,
         _each(_arrow(HIT), lambda q, n, s, d: _hits(book.search(q, n, system=of(s), on=d)))),
    ]  # fmt: skip
    for name, kind, ask in lists:
        made += twice(f"_coding_{name}", kind, _each(_arrow(kind), ask))
    return made


def _fixed(answer: Callable[..., pyarrow.Array], count: int) -> Callable[..., pyarrow.Array]:
    """DuckDB counts a function's parameters."""
    wrapped: dict[int, Callable[..., pyarrow.Array]] = {
        1: lambda a: answer(a),
        2: lambda a, b: answer(a, b),
        3: lambda a, b, c: answer(a, b, c),
        4: lambda a, b, c, d: answer(a, b, c, d),
    }
    return wrapped[count]


_TYPES = {"VARCHAR": pyarrow.string(), "VARCHAR[]": pyarrow.list_(pyarrow.string()), "BOOLEAN": pyarrow.bool_(),
          "BIGINT": pyarrow.int64(), "DOUBLE": pyarrow.float64(), "INTEGER": pyarrow.int32(), "DATE": pyarrow.date32()}  # fmt: skip


def _arrow(kind: str) -> pyarrow.DataType:
    """Arrow's type of STRUCT(...)[]: only what stands in this file."""
    fields = (field.split() for field in kind[len("STRUCT(") : -len(")[]")].split(","))
    return pyarrow.list_(pyarrow.struct([(name, _TYPES[of]) for name, of in fields]))


def _dated_macro(name: str) -> str:
    return (f"CREATE OR REPLACE TEMP MACRO {name}(code, system) AS _{name}_today(code, system), "
            f"(code, system, day) AS _{name}_on(code, system, CAST(day AS DATE));\n")  # fmt: skip


def _spread(call: str) -> str:
    return f"TABLE (SELECT unnest({call}, recursive := true))"


def _table_macro(name: str) -> str:
    anywhere = _spread(f"_{name}_today(asked, 'any')")
    return (f"CREATE OR REPLACE TEMP MACRO {name}(asked) AS {anywhere}, "
            f"(asked, in_system) AS {_spread(f'_{name}_today(asked, in_system)')}, "
            f"(asked, in_system, day) AS {_spread(f'_{name}_on(asked, in_system, CAST(day AS DATE))')};\n")  # fmt: skip


MACROS = (
    "".join(map(_dated_macro, ("coding_verdict", "coding_stands", "coding_title", "coding_explain")))
    + "".join(_table_macro(f"coding_{name}") for name in ("ancestors", "billable_below", "check", "children", "notes",
                                                           "suggest"))
    + f"""
CREATE OR REPLACE TEMP MACRO coding_version() AS _coding_version(0);
CREATE OR REPLACE TEMP MACRO coding_editions() AS {_spread("_coding_editions(0)")};
CREATE OR REPLACE TEMP MACRO coding_periods(asked, in_system) AS {_spread("_coding_periods(asked, in_system)")};
CREATE OR REPLACE TEMP MACRO coding_review(claim) AS {_spread("_coding_review(claim)")};
CREATE OR REPLACE TEMP MACRO coding_search(query) AS {_spread("_coding_search_today(query, 10, 'any')")},
    (query, count) AS {_spread("_coding_search_today(query, count, 'any')")},
    (query, count, in_system) AS {_spread("_coding_search_today(query, count, in_system)")},
    (query, count, in_system, day) AS {_spread("_coding_search_on(query, count, in_system, CAST(day AS DATE))")};
"""
)  # fmt: skip
