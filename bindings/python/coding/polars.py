"""Columns of Polars: `import coding.polars`, then

>>> frame = polars.DataFrame({"dx": ["E11.9", "G35", None]})
>>> frame.with_columns(rule=polars.col("dx").coding.check("icd10cm", on="2025-10-01"))["rule"].to_list()
['stands', 'header', None]

`series.coding` has the same methods and `search` besides. The book is the one that `coding.open()` finds; `use` names
another.
"""

from __future__ import annotations

from typing import Any, Optional

import polars

from ._book import Day, SystemLike
from ._default import RULES, book, use
from ._names import System

__all__ = ["ExprCoding", "SeriesCoding", "use"]

_NULL_DAY = 0xFFFF_FFFF
_RULES = polars.Enum(RULES)
_BY_NUMBER = polars.Series([*RULES, None], dtype=_RULES)


def _days(on: Any) -> Any:
    """Days of Polars as the numbers that the library reads; all else as it is."""
    if not isinstance(on, polars.Series):
        return on
    if on.dtype == polars.String:
        return on.to_list()
    year, month, day = (part.cast(polars.UInt32) for part in (on.dt.year(), on.dt.month(), on.dt.day()))
    return (year * 10000 + month * 100 + day).fill_null(_NULL_DAY).to_numpy()


class SeriesCoding:
    """`series.coding`: questions to a book about every code, or every text, of a series."""

    def __init__(self, series: polars.Series) -> None:
        self._series = series

    def check(self, system: SystemLike = System.ANY, on: Any = None) -> polars.Series:
        """The rule of each code, as an Enum: 'stands', or what speaks against it; null where the code is.

        `on` is a day, or a series of days. Name the system: without one each text is looked for in all of them.
        """
        rules = book().verdict_many(self._series, system, _days(on))
        numbers = _bytes(rules).clip(upper_bound=len(RULES))
        return _BY_NUMBER.gather(numbers).rename(self._series.name)

    def title(self, system: SystemLike = System.ANY, on: Day = None) -> polars.Series:
        """The title of each code on a day; null where the book has no such code."""
        asked = book()
        rows = polars.Series(self._series.name, memoryview(asked.rows_many(self._series, system)).cast("I").tolist())
        entries = {row: asked.entry(row, on) for row in rows.unique().to_list()}
        titles = {row: entry.title for row, entry in entries.items() if entry}
        return rows.replace_strict(titles, default=None, return_dtype=polars.String)

    def search(
        self, count: int = 1, *, system: SystemLike = System.ANY, on: Any = None, billable_only: bool = False,
        within: Optional[tuple[str, str]] = None,
    ) -> polars.DataFrame:  # fmt: skip
        """A data frame of the codes found for each text, best first: its index, rank, code, title and score.

        A text for which nothing is found has no row.
        """
        asked = book()
        found = asked.search_many(
            self._series, count, system=system, on=_days(on), billable_only=billable_only, within=within
        )
        hits = [
            (index, rank, hit.code, hit.title, hit.score)
            for index, each in enumerate(found) for rank, hit in enumerate(each or ())
        ]  # fmt: skip
        return polars.DataFrame(hits, schema=_HITS, orient="row")


_HITS = {
    "index": polars.UInt32, "rank": polars.UInt32, "code": polars.String, "title": polars.String,
    "score": polars.Float32,
}  # fmt: skip


def _bytes(numbers: bytearray) -> polars.Series:
    """A byte an item, without a copy where numpy is."""
    try:
        import numpy
    except ImportError:
        return polars.Series(list(numbers), dtype=polars.UInt8)
    return polars.Series(numpy.frombuffer(numbers, numpy.uint8))


class ExprCoding:
    """`polars.col("dx").coding`: the same in an expression. `on` may be an expression, too."""

    def __init__(self, expr: polars.Expr) -> None:
        self._expr = expr

    def check(self, system: SystemLike = System.ANY, on: Any = None) -> polars.Expr:
        """The rule of each code, as an Enum: 'stands', or what speaks against it; null where the code is."""
        if not isinstance(on, polars.Expr):
            return self._expr.map_batches(lambda codes: SeriesCoding(codes).check(system, on), return_dtype=_RULES)
        return polars.map_batches(
            [self._expr, on], lambda both: SeriesCoding(both[0]).check(system, both[1]), return_dtype=_RULES
        )

    def title(self, system: SystemLike = System.ANY, on: Day = None) -> polars.Expr:
        """The title of each code on a day; null where the book has no such code."""
        return self._expr.map_batches(
            lambda codes: SeriesCoding(codes).title(system, on), return_dtype=polars.String
        )


polars.api.register_series_namespace("coding")(SeriesCoding)
polars.api.register_expr_namespace("coding")(ExprCoding)
