"""libcoding in SQLite: every vector, and manners. $CODING_EXTENSION is the extension that was built."""

import json
import os
import pathlib
import random
import re
import resource
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "sql"))
import in_process  # noqa: E402
from rows import (  # noqa: E402
    BOOK, TREE, asked_of, bytes_of, damage_in_characters, vectors, wanted_finding, wanted_reading,
)  # fmt: skip

EXTENSION = os.environ["CODING_EXTENSION"]
TALLY = in_process.Asking.TALLY


def connect(book=BOOK):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.enable_load_extension(True)
    connection.load_extension(EXTENSION)
    connection.enable_load_extension(False)
    if book:
        connection.execute("SELECT coding_open(?)", (book,))
    return connection


class Asking(in_process.Asking):
    connect = staticmethod(connect)


class Vectors(in_process.SameVectors, Asking):
    @staticmethod
    def text_of(raw):
        return raw  # SQLite's own texts may be no UTF-8

    def reading(self, text, system):
        """As printed with its modifiers, and the damage."""
        return self.rows("SELECT coding_normal(:1, :2) || coalesce('-' || coding_modifiers(:1, :2), ''), "
                         "coding_damage(:1, :2)", text, system)[0]

    def test_every_text_reads_as_its_row_says(self):
        def ask(row):
            raw, code, damage = wanted_reading(row)
            return self.reading(raw, row[0]), (code, damage)

        self.all_pass([row for row in vectors("parse.tsv") if row[0] != "any"], 500, ask)  # SQL finds out

    def test_damage_is_placed_in_characters(self):
        def ask(row):
            raw, wanted = bytes_of(row[1]), f"{row[2]}@{row[4]}"
            self.assertEqual(damage_in_characters(raw, f"{row[2]}@{row[3]}"), wanted)
            return self.reading(raw, row[0])[1], wanted

        self.all_pass([row for row in vectors("spans.tsv") if row[2] != "-"], 10, ask)

    def test_every_code_and_day_is_answered(self):
        def ask(row):
            system, text, day = row[0], bytes_of(row[1]), 0 if row[2] == "0" else row[2]
            verdict, damage = self.rows("SELECT verdict, damage || '@' || place FROM coding_check(?, ?, ?)",
                                        text, system, day)[0]
            self.assertEqual(self.one("coding_verdict(?, ?, ?)", text, system, day), verdict)
            self.assertEqual(self.one("coding_stands(?, ?, ?)", text, system, day), verdict == "stands")
            return (verdict, damage if verdict == "malformed" else None), wanted_finding(row)

        self.all_pass(asked_of(self.has_hcpcs(), vectors("check.tsv")), 100, ask)


class Answers(Asking):
    def test_a_code_is_told_in_its_own_spelling_with_what_is_above_it(self):
        self.assertEqual(self.rows("SELECT coding_normal('e119', 'icd10cm'), coding_bare(' E11.9', 'icd10cm'), "
                                   "coding_parent('E11.9', 'icd10cm'), coding_category('S93.402A', 'icd10cm'), "
                                   "coding_title('E11.9', 'ICD10CM', 20251001), coding_chapter('E11.9', 'icd10cm')"),
                         [("E11.9", "E119", "E11", "S93", "Type 2 diabetes mellitus without complications",
                           "Endocrine, nutritional and metabolic diseases")])

    def test_a_sentence_says_why_and_who_says_so_and_nothing_of_a_code_that_stands(self):
        said = self.one("coding_explain('G35', 'icd10cm', '2025-10-01')")
        self.assertRegex(said, r"^G35: not billable since 2025-10-01; G35\.A, .* \[ICD-10-CM FY2026")
        self.assertIsNone(self.one("coding_explain('E11.9', 'icd10cm', '2025-10-01')"))

    def test_below_and_within_go_by_the_printed_order_and_know_nothing_of_a_code_that_is_none(self):
        self.assertEqual(self.rows("SELECT coding_is_below('E11.9', 'E11', 'icd10cm'), "
                                   "coding_is_below('E11', 'E11', 'icd10cm'), "
                                   "coding_is_within('C4A', 'C43', 'C44', 'icd10cm'), "
                                   "coding_is_below('nonsense', 'E11', 'icd10cm'), "
                                   "coding_is_within('C4A', 'C43', 'C999', 'icd10cm')"), [(1, 0, 1, None, None)])

    def test_a_code_of_another_system_is_told_as_such_whether_or_not_its_form_would_do(self):
        self.assertEqual(self.rows("SELECT coding_verdict('G35', 'icd10pcs', 20250930), "
                                   "coding_verdict('E11.9', 'icd10pcs', 20251001), verdict "
                                   "FROM coding_check('G35', 'icd10pcs', 20250930)"), [("other-system",) * 3])

    def test_days_are_iso_text_timestamps_or_numbers(self):
        for day in ("2025-10-01", "20251001", 20251001, "2025-10-01 08:30:00", "2025-10-01T08:30"):
            with self.subTest(day=day):
                self.assertEqual(self.one("coding_verdict('G35', 'icd10cm', ?)", day), "header")
        self.assertEqual(self.one("coding_newest('icd10cm') >= '2025-10-01'"), 1)

    def test_lists_are_json(self):
        instead = self.one("instead FROM coding_check('G35', 'icd10cm', '2025-10-01')")
        self.assertIn("G35.A", json.loads(instead))
        self.assertEqual(self.one("count(*) FROM coding_check('G35', 'icd10cm', '2025-10-01') c, json_each(c.instead)"),
                         len(json.loads(instead)))

    def test_children_are_those_of_the_day_in_printed_order(self):
        now = self.rows("SELECT code, verdict FROM coding_children('G35', 'icd10cm', '2025-10-01')")
        self.assertEqual(now[0], ("G35.A", "stands"))
        self.assertEqual(self.rows("SELECT code FROM coding_children('G35', 'icd10cm', '2025-09-30')"), [])

    def test_notes_name_their_holder_and_their_line(self):
        kinds = dict(self.rows("SELECT kind, holder FROM coding_notes('E11.9', 'icd10cm', '2025-10-01')"))
        self.assertEqual(kinds["includes"], "E11")
        self.assertEqual(self.one("count(*) FROM coding_notes('E11.9', 'icd10cm', '2025-10-01') WHERE line IS NULL"), 0)

    def test_periods_have_the_days_of_a_code_that_was_split(self):
        periods = self.rows("SELECT first, until, billable FROM coding_periods('G35', 'icd10cm')")
        self.assertEqual(periods[0], ("2015-10-01", "2025-09-30", 1))
        self.assertEqual(periods[1][0::2], ("2025-10-01", 0))

    def test_a_claim_has_a_row_for_each_finding_and_one_that_is_none_says_why(self):
        claim = "professional 2024-07-15 | dx G35 | 99213 $85"
        self.assertEqual(self.rows("SELECT severity, part, number, code, partner_part FROM coding_review(?) "
                                   "WHERE rule = 'code'", "professional 2025-10-15 | dx G35 | 99213"),
                         [("denial", "diagnosis", 1, "G35", None)])
        self.assertEqual(self.rows("SELECT 1 FROM coding_review(?) WHERE rule = 'code' AND severity = 'denial'", claim),
                         [])
        self.assertEqual(self.rows("SELECT * FROM coding_review(NULL)"), [])
        with self.assertRaisesRegex(sqlite3.OperationalError, "no kind of claim"):
            self.rows("SELECT * FROM coding_review('nothing')")

    def test_every_other_table_has_rows(self):
        for table in ("ancestors('E11.9', 'icd10cm')", "billable_below('E11', 'icd10cm')", "blocks('E11.9', 'icd10cm')",
                      "complete('E11', 'icd10cm', 20251001, 5)", "identify('E11.9')", "roots('icd10cm', 20251001)",
                      "sevens('S93.402', 'icd10cm', 20251001)", "editions"):
            with self.subTest(table=table):
                self.assertGreater(self.one(f"count(*) FROM coding_{table}"), 0)
        self.assertEqual(self.one("count(*) FROM coding_complete('E11', 'icd10cm', 20251001, 5)"), 5)

    def test_successors_took_the_place_of_a_code_that_ended(self):
        codes = [code for code, in self.rows("SELECT code FROM coding_successors('G35', 'icd10cm', '2025-10-01')")]
        self.assertIn("G35.A", codes)

    def test_a_table_may_be_asked_of_each_row_of_another_and_by_name(self):
        found = self.rows("SELECT t.value, s.code FROM json_each('[\"sprained left ankle\", \"gout\"]') t, "
                          "coding_search(t.value, 1, 'icd10cm', '2025-10-01') s")
        self.assertEqual([row[0] for row in found], ["sprained left ankle", "gout"])
        self.assertEqual(self.rows("SELECT code FROM coding_search WHERE query = 'gout' AND count = 1 "
                                   "AND in_system = 'icd10cm' AND day = '2025-10-01'"), [(found[1][1],)])

    def test_a_row_keeps_its_text_while_functions_are_asked_of_it(self):
        for code, title, again in self.rows("SELECT code, title, coding_title(code, 'icd10cm', 20251001) "
                                            "FROM coding_children('E11', 'icd10cm', 20251001)"):
            self.assertEqual(title, again, code)


class Manners(Asking):
    def test_null_in_null_out(self):
        for name, arity in self.rows("SELECT DISTINCT name, narg FROM pragma_function_list "
                                     "WHERE name LIKE 'coding%' AND narg > 0"):
            for missing in range(arity):
                values = ["'E11.9'" if i == 0 else "'icd10cm'" for i in range(arity)]
                values[missing] = "NULL"
                with self.subTest(name=name, values=values):
                    if missing == 0:
                        self.assertIsNone(self.one(f"{name}({', '.join(values)})"))
        self.assertIsNone(self.one("coding_verdict('E11.9', 'icd10cm', NULL)"))
        self.assertEqual(self.rows("SELECT * FROM coding_search(NULL)"), [])
        self.assertEqual(self.rows("SELECT * FROM coding_children('E11', 'icd10cm', NULL)"), [])

    def test_a_nul_belongs_to_its_text(self):
        self.assertEqual(self.one("coding_verdict('E11.9' || char(0), 'icd10cm')"), "malformed")
        self.assertEqual(self.one("coding_damage('E11' || char(0) || '9', 'icd10cm')"), "bad-character@3")

    def test_a_number_is_read_as_it_prints(self):
        self.assertEqual(self.one("coding_normal(99213, 'cpt')"), "99213")

    def test_a_table_without_its_question_has_no_plan(self):
        with self.assertRaisesRegex(sqlite3.OperationalError, "no query solution"):
            self.rows("SELECT * FROM coding_search")

    def test_a_system_or_day_that_is_none_is_said(self):
        with self.assertRaisesRegex(sqlite3.OperationalError, "there is no such code system: icd99"):
            self.one("coding_verdict('E11.9', 'icd99')")
        for day in ("2025-13-01", "soon", "", 12345):
            with self.assertRaisesRegex(sqlite3.OperationalError, f"this is no day of the calendar(: {day})?$"):
                self.one("coding_verdict('E11.9', 'icd10cm', ?)", day)
        with self.assertRaisesRegex(sqlite3.OperationalError, "no such code system"):
            self.rows("SELECT * FROM coding_search('gout', 3, 'icd99')")

    def test_a_code_that_no_edition_has_is_null_or_no_row(self):
        self.assertEqual(self.rows("SELECT coding_title('A99.99', 'icd10cm'), coding_parent('A99.99', 'icd10cm'), "
                                   "coding_verdict('A99.99', 'icd10cm')"), [(None, None, "unknown")])
        for table in ("children", "ancestors", "notes", "periods", "sevens", "blocks", "successors"):
            self.assertEqual(self.rows(f"SELECT * FROM coding_{table}('A99.99', 'icd10cm')"), [])

    def test_indexes_may_rest_on_what_a_day_is_named_for_and_on_nothing_of_today(self):
        base = connect()
        base.execute("CREATE TABLE claims (code TEXT, day TEXT)")
        base.execute("CREATE INDEX normal ON claims (coding_normal(code, 'icd10cm'))")
        base.execute("CREATE INDEX verdict ON claims (coding_verdict(code, 'icd10cm', day))")
        with self.assertRaisesRegex(sqlite3.OperationalError, "non-deterministic"):
            base.execute("CREATE INDEX today ON claims (coding_verdict(code, 'icd10cm'))")
        base.execute("INSERT INTO claims VALUES ('e119', '2025-10-01')")
        plan = base.execute("EXPLAIN QUERY PLAN SELECT * FROM claims WHERE coding_normal(code, 'icd10cm') = 'E11.9'")
        self.assertIn("USING INDEX normal", plan.fetchone()[3])
        base.close()

    def test_a_view_may_ask_but_not_open(self):
        base = connect()
        base.execute("PRAGMA trusted_schema = OFF")
        base.execute("CREATE VIEW asks AS SELECT coding_title('E11.9', 'icd10cm') AS t, s.code FROM "
                     "coding_search('gout') s")
        self.assertTrue(base.execute("SELECT t FROM asks").fetchone()[0])
        base.execute("CREATE VIEW opens AS SELECT coding_open('/etc/passwd')")
        with self.assertRaisesRegex(sqlite3.OperationalError, "unsafe use of coding_open"):
            base.execute("SELECT * FROM opens")
        base.close()

    def test_every_function_and_table_is_there(self):
        for file, query in (("functions.c", "SELECT name FROM pragma_function_list"),
                            ("tables.c", "SELECT name FROM pragma_module_list")):
            source = (TREE / "bindings/sql" / file).read_text(encoding="utf-8")
            names = set(re.findall(r'^    \{"(coding_\w+)", ', source, re.M))
            self.assertGreater(len(names), 10)
            self.assertEqual(names - {name for name, in self.rows(query)}, set())


class Books(unittest.TestCase):
    """Books that are not there, not whole, closed, or changed under a query."""

    def complaint(self, base, query="SELECT coding_title('E11.9', 'icd10cm')"):
        with self.assertRaises(sqlite3.OperationalError) as caught:
            base.execute(query).fetchall()
        return str(caught.exception)

    def setUp(self):
        self.named = os.environ.pop("CODING_BOOK", None)
        self.folder = tempfile.mkdtemp()

    def tearDown(self):
        os.environ.pop("CODING_BOOK", None)
        if self.named:
            os.environ["CODING_BOOK"] = self.named
        shutil.rmtree(self.folder)

    def test_without_a_book_it_says_what_would_mend_it_and_still_reads_codes(self):
        os.environ["CODING_BOOK"] = "/nowhere/us.book"
        base = connect(None)
        self.assertRegex(self.complaint(base), r"no book is open: SELECT coding_open\('us.book'\), or set "
                                               r"CODING_BOOK; ")
        self.assertIn("/nowhere/us.book", self.complaint(base))
        self.assertIn("coding_open", self.complaint(base, "SELECT * FROM coding_search('gout')"))
        self.assertEqual(base.execute("SELECT coding_normal('e119', 'icd10cm'), coding_damage('G35,A', 'icd10cm')")
                         .fetchone(), ("E11.9", "comma@3"))
        self.assertIn("coding_open", self.complaint(base, "SELECT coding_normal('e119', 'any')"))
        base.close()

    def test_the_book_of_the_environment_opens_at_the_first_question(self):
        os.environ["CODING_BOOK"] = BOOK
        base = connect(None)
        self.assertEqual(base.execute("SELECT coding_title('E11', 'icd10cm')").fetchone(), ("Type 2 diabetes "
                "mellitus",))
        base.close()

    def test_a_closed_book_stays_closed_until_one_is_opened(self):
        os.environ["CODING_BOOK"] = BOOK
        base = connect()
        self.assertEqual(base.execute("SELECT coding_close()").fetchone(), (None,))
        self.assertIn("it was closed", self.complaint(base))
        self.assertIn("it was closed", self.complaint(base, "SELECT * FROM coding_editions"))
        base.execute("SELECT coding_open(?)", (BOOK,))
        self.assertTrue(base.execute("SELECT coding_title('E11', 'icd10cm')").fetchone()[0])
        base.close()

    def test_a_missing_or_damaged_book_is_refused_and_the_one_before_stays(self):
        damaged = os.path.join(self.folder, "damaged.book")
        with open(BOOK, "rb") as whole, open(damaged, "wb") as cut:
            cut.write(whole.read(1000))
        base = connect()
        self.assertIn(damaged, self.complaint(base, f"SELECT coding_open('{damaged}')"))
        self.assertIn("/nowhere", self.complaint(base, "SELECT coding_open('/nowhere')"))
        self.assertTrue(base.execute("SELECT coding_title('E11', 'icd10cm')").fetchone()[0])
        base.close()

    def test_a_running_query_keeps_the_book_it_began_with(self):
        base = connect()
        running = base.execute("SELECT code, title FROM coding_billable_below('E11', 'icd10cm', 20251001)")
        first = running.fetchone()
        base.execute("SELECT coding_close()").fetchall()
        rest = running.fetchall()
        self.assertEqual(first[0][:4], "E11.")
        self.assertGreater(len(rest), 50)
        self.assertTrue(all(code.startswith("E11.") and title for code, title in rest))
        base.close()


class Many(unittest.TestCase):
    def test_connections_of_several_threads_share_nothing_but_the_file(self):
        wrong = []

        def ask(seed):
            base, chosen = connect(), random.Random(seed)
            codes = [row[0] for row in base.execute("SELECT code FROM coding_billable_below('E11','icd10cm',20251001)")]
            for _ in range(300):
                code = chosen.choice(codes)
                said = base.execute("SELECT coding_verdict(?1,'icd10cm',20251001), coding_parent(?1,'icd10cm'), "
                                    "(SELECT count(*) FROM coding_ancestors(?1, 'icd10cm'))", (code,)).fetchone()
                if said[0] != "stands" or not code.startswith(said[1]) or said[2] < 1:
                    wrong.append((code, said))
            base.close()

        threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_memory_stays_flat_over_a_million_calls_and_two_hundred_connections(self):
        base = connect()
        ask = ("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT "
               "sum(length(coding_explain('G35', 'icd10cm', 20251001)) + length(coding_title('E11.9', 'icd10cm', "
               "20251001))"
               " + i - i) FROM n")
        base.execute(ask, (10_000,)).fetchall()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        # the arguments change with each row, else SQLite asks once
        base.execute(ask.replace("'E11.9'", "'E11.' || (i % 10)").replace("'G35'", "iif(i % 2, 'G35', 'G36')"),
                     (500_000,)).fetchall()
        for _ in range(200):
            other = connect()
            other.execute("SELECT * FROM coding_search('sprained left ankle')").fetchone()
            other.close()
        self.assertLess(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, 8_000)  # KB
        base.close()


def nanoseconds():
    """Of a verdict on a random billable code, the scan included."""
    base, count = connect(), 1_000_000
    codes = [code for code, in base.execute("SELECT b.code FROM coding_roots('icd10cm', 20251001) r, "
                                            "coding_billable_below(r.code, 'icd10cm', 20251001) b")]
    chosen = random.Random(1)
    base.execute("CREATE TABLE claims (code TEXT)")
    base.execute("BEGIN")
    base.executemany("INSERT INTO claims VALUES (?)", ((chosen.choice(codes),) for _ in range(count)))
    base.execute("COMMIT")
    began = time.process_time()
    (stand,), = base.execute("SELECT count(*) FROM claims WHERE coding_verdict(code, 'icd10cm', 20251001) = 'stands'")
    assert stand == count
    return (time.process_time() - began) / count * 1e9


if __name__ == "__main__":
    done = unittest.main(exit=False, verbosity=1)
    print(TALLY.line(f"sqlite {sqlite3.sqlite_version}", nanoseconds()))
    sys.exit(not done.result.wasSuccessful())
