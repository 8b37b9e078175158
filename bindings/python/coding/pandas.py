"""Columns of pandas: `import coding.pandas`, then

>>> series = pandas.Series(["E11.9", "G35", None])
>>> series.coding.check("icd10cm", on="2025-10-01").tolist()
['stands', 'header', nan]

The book is the one that `coding.open()` finds; `use` names another. Answers have the index of the series.
"""

from __future__ import annotations

from typing import Any, Optional

import numpy
import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]

from ._book import Column, Day, SystemLike
from ._default import RULES, book, use
from ._names import System

__all__ = ["SeriesCoding", "use"]

_RULES = pandas.CategoricalDtype(RULES)


def _column(series: Any) -> Column:
    """Texts that lie as Arrow has them go to the library as they are; all else goes as objects."""
    arrow = getattr(series.array, "__arrow_array__", None) if series.dtype != object else None
    return series if arrow and hasattr(series, "__arrow_c_stream__") else series.to_numpy(object)


def _days(on: Any) -> Any:
    return on.to_numpy() if isinstance(on, pandas.Series) else on


class SeriesCoding:
    """`series.coding`: questions to a book about every code, or every text, of a series."""

    def __init__(self, series: Any) -> None:
        self._series = series

    def _like(self, values: Any, dtype: Any = None) -> Any:
        return pandas.Series(values, index=self._series.index, name=self._series.name, dtype=dtype)

    def check(self, system: SystemLike = System.ANY, on: Any = None) -> Any:
        """The rule of each code, as a category: 'stands', or what speaks against it; missing where the code is.

        `on` is a day, or a series of days. Name the system: without one each text is looked for in all of them.
        """
        rules = numpy.frombuffer(book().verdict_many(_column(self._series), system, _days(on)), numpy.uint8)
        return self._like(pandas.Categorical.from_codes(rules.astype(numpy.int8), dtype=_RULES))

    def title(self, system: SystemLike = System.ANY, on: Day = None) -> Any:
        """The title of each code on a day; missing where the book has no such code."""
        asked = book()
        rows = numpy.frombuffer(asked.rows_many(_column(self._series), system), numpy.uint32)
        each, places = numpy.unique(rows, return_inverse=True)
        entries = [asked.entry(int(row), on) for row in each]
        titles = numpy.array([entry.title if entry else None for entry in entries], object)
        return self._like(titles[places], "str")

    def search(
        self, count: int = 1, *, system: SystemLike = System.ANY, on: Any = None, billable_only: bool = False,
        within: Optional[tuple[str, str]] = None,
    ) -> Any:  # fmt: skip
        """A data frame of the codes found for each text, best first: rank, code, title and score.

        Its index is that of the series, repeated for each hit; a text for which nothing is found has no row.
        """
        asked = book()
        found = asked.search_many(
            _column(self._series), count, system=system, on=_days(on), billable_only=billable_only, within=within
        )
        hits = [(rank, hit.code, hit.title, hit.score) for each in found for rank, hit in enumerate(each or ())]
        index = self._series.index.repeat([len(each or ()) for each in found])
        return pandas.DataFrame(hits, index=index, columns=["rank", "code", "title", "score"])


pandas.api.extensions.register_series_accessor("coding")(SeriesCoding)
