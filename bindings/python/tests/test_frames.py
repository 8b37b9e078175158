"""Columns of pandas and Polars, asked by their accessors, say what the book says of each code."""

import datetime
import unittest

import coding
from coding import _default

from whole import DAY, BookTest

try:
    import pandas

    import coding.pandas
except ImportError:
    pandas = None
try:
    import polars

    import coding.polars
except ImportError:
    polars = None

CODES = ["E11.9", "G35", None, "E11,9", "Z99.ZZ", "a000"]
RULES = ["stands", "header", None, "malformed", "unknown", "stands"]
TEXTS = ["sprained left ankle", None, "xyzzyxq", "heart attack"]


class Frames(BookTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        _default.use(cls.book)
        cls.addClassCleanup(_default.use, None)

    def titles(self):
        entries = [self.book.find(code, "icd10cm", DAY) if code and "," not in code else None for code in CODES]
        return [entry and entry.title for entry in entries]

    def hits(self, count=2):
        return [(place, rank, hit.code, hit.title) for place, text in enumerate(TEXTS) if text
                for rank, hit in enumerate(self.book.search(text, count))]


@unittest.skipUnless(pandas, "pandas is not here")
class Pandas(Frames):
    KINDS = ("str", "string", "object", "category")

    def test_a_series_is_checked_whatever_its_kind(self):
        for kind in self.KINDS:
            with self.subTest(kind=kind):
                series = pandas.Series(CODES, index=list("uvwxyz"), name="dx", dtype=kind)
                rules = series.coding.check("icd10cm", on=DAY)
                self.assertIsInstance(rules.dtype, pandas.CategoricalDtype)
                self.assertEqual([None if pandas.isna(rule) else rule for rule in rules], RULES)
                self.assertEqual((list(rules.index), rules.name), (list(series.index), "dx"))

    def test_each_code_on_its_day(self):
        days = pandas.Series(pandas.to_datetime(["2025-09-30", "2025-10-01", None]))
        for on in (days, days.dt.date.where(days.notna(), None)):
            rules = pandas.Series(["G35"] * 3).coding.check("icd10cm", on=on)
            self.assertEqual(rules[:2].tolist(), ["stands", "header"])
            self.assertTrue(pandas.isna(rules[2]))

    def test_titles(self):
        for kind in self.KINDS:
            titles = pandas.Series(CODES, dtype=kind).coding.title("icd10cm", on=DAY)
            self.assertEqual([None if pandas.isna(title) else title for title in titles], self.titles())

    def test_a_search_has_a_row_for_each_hit(self):
        found = pandas.Series(TEXTS, index=[10, 20, 30, 40]).coding.search(2)
        self.assertEqual(list(zip(found.index, found["rank"], found["code"], found["title"])),
                         [((place + 1) * 10, *rest) for place, *rest in self.hits()])
        self.assertGreater(found["score"].min(), 0)

    def test_an_empty_series_and_one_of_numbers(self):
        self.assertEqual(len(pandas.Series([], dtype="str").coding.check("icd10cm")), 0)
        self.assertEqual(len(pandas.Series([], dtype="str").coding.title("icd10cm")), 0)
        self.assertEqual(len(pandas.Series([None], dtype="str").coding.search()), 0)
        with self.assertRaises(TypeError):
            pandas.Series([1.5, 2.5]).coding.check("icd10cm")


@unittest.skipUnless(polars, "Polars is not here")
class Polars(Frames):
    def test_a_series_is_checked_whatever_its_kind(self):
        for kind in (polars.String, polars.Categorical):
            rules = polars.Series("dx", CODES, kind).coding.check("icd10cm", on=DAY)
            self.assertEqual((rules.to_list(), rules.name), (RULES, "dx"))
            self.assertIsInstance(rules.dtype, polars.Enum)

    def test_an_expression_in_a_frame_and_in_a_lazy_one(self):
        frame = polars.DataFrame({"dx": CODES, "on": [datetime.date(2025, 9, 30)] * 5 + [None]})
        dx = polars.col("dx").coding
        wanted = frame.select(rule=dx.check("icd10cm", on=DAY), title=dx.title("icd10cm", on=DAY),
                              then=dx.check("icd10cm", on=polars.col("on")))
        self.assertEqual(wanted["rule"].to_list(), RULES)
        self.assertEqual(wanted["title"].to_list(), self.titles())
        self.assertEqual(wanted["then"].to_list(), ["stands", "stands", None, "malformed", "unknown", None])
        lazy = frame.lazy().filter(dx.check("icd10cm", on=DAY) == "stands").collect()
        self.assertEqual(lazy["dx"].to_list(), ["E11.9", "a000"])

    def test_each_code_on_its_day(self):
        codes = polars.Series(["G35"] * 3)
        days = [datetime.date(2025, 9, 30), datetime.date(2025, 10, 1), None]
        for on in (polars.Series(days), polars.Series(["2025-09-30", "2025-10-01", None]), days,
                   polars.Series(days).cast(polars.Datetime)):
            self.assertEqual(codes.coding.check("icd10cm", on=on).to_list(), ["stands", "header", None])

    def test_titles(self):
        self.assertEqual(polars.Series(CODES).coding.title("icd10cm", on=DAY).to_list(), self.titles())

    def test_a_search_has_a_row_for_each_hit(self):
        found = polars.Series(TEXTS).coding.search(2)
        self.assertEqual([row[:4] for row in found.rows()], self.hits())
        self.assertEqual(polars.Series([None], dtype=polars.String).coding.search().height, 0)


class Chosen(BookTest):
    def test_a_closed_book_is_not_asked_again(self):
        import os

        from whole import BOOK, open_book

        other = open_book()
        _default.use(other)
        self.addCleanup(_default.use, None)
        self.assertIs(_default.book(), other)
        other.close()
        before = os.environ.get("CODING_BOOK")
        os.environ["CODING_BOOK"] = BOOK
        try:
            self.assertFalse(_default.book().closed)
        finally:
            os.environ.pop("CODING_BOOK") if before is None else os.environ.update(CODING_BOOK=before)


if __name__ == "__main__":
    unittest.main()
