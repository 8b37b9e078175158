"""libcoding in DuckDB: every vector, and the manners of its answers."""

import pathlib
import random
import resource
import sys
import tempfile
import time
import unittest

import coding
import duckdb
import pyarrow

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "sql")]
import coding_duckdb  # noqa: E402
import in_process  # noqa: E402
from rows import BOOK, asked_of, bytes_of, vectors, wanted_finding, wanted_reading  # noqa: E402

TALLY = in_process.Asking.TALLY


def connect(book=BOOK):
    connection = duckdb.connect()
    coding_duckdb.register(connection, book)
    return connection


def is_text(raw):
    try:
        return raw.decode("utf-8") is not None
    except UnicodeDecodeError:
        return False


class Asking(in_process.Asking):
    EDITIONS = "coding_editions()"
    connect = staticmethod(connect)


class Vectors(in_process.SameVectors, Asking):
    NEWEST = "infinity"

    @staticmethod
    def text_of(raw):
        return raw.decode()

    def reading(self, text, system):
        return self.rows("SELECT coding_normal($1, $2) || coalesce('-' || coding_modifiers($1, $2), ''), "
                         "coding_damage($1, $2)", text, system)[0]

    def test_every_text_reads_as_its_row_says(self):
        rows = [row for row in vectors("parse.tsv") if row[0] != "any" and is_text(bytes_of(row[1]))]

        def ask(row):
            raw, code, damage = wanted_reading(row)
            return self.reading(raw.decode(), row[0]), (code, damage)

        self.all_pass(rows, 500, ask)

    def test_damage_is_placed_in_characters(self):
        rows = [row for row in vectors("spans.tsv") if row[2] != "-" and is_text(bytes_of(row[1]))]
        self.all_pass(rows, 10, lambda row: (self.reading(bytes_of(row[1]).decode(), row[0])[1], f"{row[2]}@{row[4]}"))

    def test_every_code_and_day_is_answered(self):
        def ask(row):
            asked = bytes_of(row[1]).decode(), row[0], "infinity" if row[2] == "0" else row[2]
            (verdict, damage), = self.rows("SELECT verdict, damage || '@' || place FROM coding_check($1, $2, $3)", *asked)
            self.assertEqual(self.rows("SELECT coding_verdict($1, $2, $3), coding_stands($1, $2, $3)", *asked),
                             [(verdict, verdict == "stands")])
            return (verdict, damage if verdict == "malformed" else None), wanted_finding(row)

        self.all_pass(asked_of(self.has_hcpcs(), vectors("check.tsv")), 100, ask)


class Answers(Asking):
    def test_a_code_is_told_with_what_is_above_it(self):
        self.assertEqual(self.rows("SELECT coding_normal('e119', 'icd10cm'), coding_parent('E11.9', 'icd10cm'), "
                                   "coding_category('S93.402A', 'icd10cm'), coding_title('E11', 'icd10cm'), "
                                   "coding_is_within('C4A', 'C43', 'C44', 'icd10cm'), "
                                   "coding_is_below('nonsense', 'E11', 'icd10cm')"),
                         [("E11.9", "E11", "S93", "Type 2 diabetes mellitus", True, None)])

    def test_every_table_has_rows(self):
        for table in ("ancestors('E11.9', 'icd10cm')", "billable_below('E11', 'icd10cm')", "editions()",
                      "children('E11', 'icd10cm', DATE '2025-10-01')", "notes('E11.9')", "periods('G35', 'icd10cm')"):
            with self.subTest(table=table):
                self.assertGreater(self.one(f"count(*) FROM coding_{table}"), 0)

    def test_a_table_is_asked_of_each_row_of_another(self):
        self.assertEqual(self.rows("SELECT w, s.code FROM (VALUES ('gout'), ('asthma')) v(w), coding_search(w, 1) s "
                                   "ORDER BY w DESC"), [("gout", "M10.9"), ("asthma", "J45.909")])

    def test_columns_are_answered_row_by_row_whatever_differs_in_them(self):
        days, systems = ["2025-09-30", "2025-10-01", None], ["icd10cm", "icd10pcs", None]
        wanted = []
        for i in range(5000):
            code, day, system = ["G35", "E11.9", "0DTJ4ZZ", None, "G35,A"][i % 5], days[i % 3], systems[i // 7 % 3]
            none = None in (code, day, system)
            wanted.append((code, system, day, None if none else str(_book.check(code, system, day).rule)))
        table = pyarrow.table(list(zip(*((c, s, d) for c, s, d, _ in wanted))), ["code", "system", "day"])
        self.base.register("claims", table)
        said = self.rows("SELECT code, system, day, coding_verdict(code, system, day) FROM claims")
        self.assertEqual([pair for pair in zip(said, wanted, strict=True) if pair[0] != pair[1]][:5], [])
        said = self.rows("SELECT code, day, coding_verdict(code, 'icd10cm', day) FROM claims")
        wanted = [(c, d, None if None in (c, d) else str(_book.check(c, "icd10cm", d).rule)) for c, _, d, _ in wanted]
        self.assertEqual([pair for pair in zip(said, wanted, strict=True) if pair[0] != pair[1]][:5], [])
        self.base.unregister("claims")


class Manners(Asking):
    def test_null_in_null_out(self):
        self.assertEqual(self.rows("SELECT coding_verdict(NULL, 'icd10cm'), coding_title('E11', NULL), "
                                   "coding_stands('E11.9', 'icd10cm', NULL), coding_normal(NULL, 'icd10cm')"),
                         [(None, None, None, None)])
        self.assertEqual(self.rows("FROM coding_search(NULL)"), [])

    def test_a_nul_belongs_to_its_text(self):
        self.assertEqual(self.rows("SELECT coding_verdict($1, 'icd10cm'), coding_damage($1, 'icd10cm')", "E11\0"),
                         [("malformed", "bad-character@3")])

    def test_a_system_that_is_none_is_said(self):
        with self.assertRaisesRegex(duckdb.Error, "there is no such code system: icd99"):
            self.rows("SELECT coding_verdict('E11.9', 'icd99')")

    def test_a_code_that_no_edition_has_is_null_or_no_row(self):
        self.assertEqual(self.rows("SELECT coding_title('A99.99', 'icd10cm'), coding_parent('A99.99', 'icd10cm')"),
                         [(None, None)])
        for table in ("children", "notes", "ancestors", "periods"):
            self.assertEqual(self.rows(f"FROM coding_{table}('A99.99', 'icd10cm')"), [])

    def test_a_closed_book_is_said(self):
        book = coding.open(BOOK)
        base = connect(book)
        book.close()
        with self.assertRaisesRegex(duckdb.Error, "the book is closed"):
            base.execute("SELECT coding_title('E11.9', 'icd10cm')").fetchall()
        base.close()

    def test_a_missing_or_damaged_book_is_refused(self):
        with tempfile.NamedTemporaryFile() as damaged:
            damaged.write(pathlib.Path(BOOK).read_bytes()[:1000])
            damaged.flush()
            with self.assertRaisesRegex(coding.BookError, "cut short"):
                connect(damaged.name)
        with self.assertRaises(coding.MissingBook):
            connect("/nowhere/us.book")

    def test_registering_again_takes_the_place_of_what_was(self):
        coding_duckdb.register(self.base, BOOK)
        self.assertEqual(self.one("coding_title('E11', 'icd10cm')"), "Type 2 diabetes mellitus")

    def test_memory_stays_flat_over_a_million_rows(self):
        ask = ("SELECT count(coding_verdict(code, 'icd10cm', DATE '2025-10-01')) FROM (SELECT 'E11.' || (i % 10) AS "
               "code "
               "FROM range({}) t(i))")
        self.base.execute(ask.format(200_000)).fetchall()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self.assertEqual(self.base.execute(ask.format(1_000_000)).fetchall(), [(1_000_000,)])
        self.assertLess(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, 30_000)  # KB


def nanoseconds():
    """Of a verdict on a random billable code, the scan included."""
    base, count, chosen = connect(), 1_000_000, random.Random(1)
    codes = [entry.code for root in _book.roots("icd10cm", 20251001)
             for entry in _book.billable_below(root, "icd10cm", 20251001)]
    base.register("listed", pyarrow.table([[chosen.choice(codes) for _ in range(count)]], ["code"]))
    base.execute("SET threads = 1; CREATE TABLE claims AS FROM listed")
    began = time.process_time()
    (stand,), = base.execute("SELECT count(*) FROM claims WHERE coding_verdict(code, 'icd10cm', DATE '2025-10-01') = "
                             "'stands'").fetchall()
    assert stand == count
    return (time.process_time() - began) / count * 1e9


if __name__ == "__main__":
    _book = coding.open(BOOK)
    done = unittest.main(exit=False)
    print(TALLY.line(f"duckdb {duckdb.__version__}", nanoseconds()))
    sys.exit(not done.result.wasSuccessful())
