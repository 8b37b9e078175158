"""libcoding in PostgreSQL: every vector, and the manners of its answers, on a cluster of its own. $CODING_MODULE is the
module that was built."""

import os
import pathlib
import re
import sys
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "sql")]
from cluster import Cluster  # noqa: E402
from rows import (  # noqa: E402
    BOOK, FINDING, LACKING, TREE, Tally, asked_of, bytes_of, judged, place, vectors, wanted_finding, wanted_reading,
)  # fmt: skip

FILES = [HERE.parent / "coding.control", HERE.parent / "coding--0.1.sql"]
TALLY = Tally()
CLUSTER = None


def quoted(text):
    return "NULL" if text is None else "'" + text.replace("'", "''") + "'"


def storable(raw):
    """Text of PostgreSQL is UTF-8 without NUL; other bytes it refuses before we see them."""
    try:
        return b"\0" not in raw and raw.decode("utf-8") is not None
    except UnicodeDecodeError:
        return False


class Asking(unittest.TestCase):
    def ask(self, script, database="postgres"):
        return CLUSTER.psql(script, database)

    def one(self, expression):
        return self.ask(f"SELECT {expression}")[0][0]

    def complaint(self, script, database="postgres"):
        with self.assertRaises(RuntimeError) as caught:
            CLUSTER.psql(script, database)
        return str(caught.exception)

    def has_hcpcs(self):
        return self.one("count(*) FROM coding_editions() WHERE system = 'hcpcs'") != "0"

    def all_pass(self, rows, least, question):
        """`question` makes of a row the SQL of its answer, and what that should be; all are asked in one session."""
        asked = [question(row) for row in rows]
        answers = self.ask("".join(f"SELECT {expression};\n" for expression, _ in asked))
        before = TALLY.passed, len(TALLY.failed)
        for row, (_, wanted), answer in zip(rows, asked, answers, strict=True):
            TALLY.add(row, answer, ["\\N" if cell is None else cell for cell in wanted])
        self.assertEqual(TALLY.failed[before[1]:], [])
        self.assertGreaterEqual(TALLY.passed - before[0], least)


class Vectors(Asking):
    def reading(self, text, system):
        text = f"{quoted(text)}, {quoted(system)}"
        return (f"coding_normal({text}) || coalesce('-' || coding_modifiers({text}), '') AS code, "
                f"coding_damage({text}) AS damage")

    def test_every_text_reads_as_its_row_says(self):
        rows = [row for row in vectors("parse.tsv") if row[0] != "any" and storable(bytes_of(row[1]))]

        def question(row):
            raw, code, damage = wanted_reading(row)
            return self.reading(raw.decode(), row[0]), [code, damage]

        self.all_pass(rows, 500, question)

    def test_every_check_digit_agrees_or_is_told(self):
        def question(row):
            wrong = row[2] == "-"
            return (f"code, split_part(damage, '@', 1) FROM (SELECT {self.reading(row[1], row[0])}) r",
                    [None if wrong else row[2], "check-digit" if wrong else None])

        self.all_pass(vectors("identifiers.tsv"), 50, question)

    def test_damage_is_placed_in_characters(self):
        rows = [row for row in vectors("spans.tsv") if row[2] != "-" and storable(bytes_of(row[1]))]

        def question(row):
            self.assertEqual(place(bytes_of(row[1]), row[3]), int(row[4]))
            return f"coding_damage({quoted(bytes_of(row[1]).decode())}, {quoted(row[0])})", [f"{row[2]}@{row[4]}"]

        self.all_pass(rows, 10, question)

    def test_every_code_and_day_is_answered(self):
        def question(row):
            verdict, damage = wanted_finding(row)
            day = "infinity" if row[2] == "0" else row[2]
            asked = f"{quoted(bytes_of(row[1]).decode())}, {quoted(row[0])}, {quoted(day)}"
            return (f"verdict, CASE verdict WHEN 'malformed' THEN damage || '@' || place END, coding_verdict({asked}), "
                    f"coding_stands({asked}) FROM coding_check({asked})",
                    [verdict, damage, verdict, "t" if verdict == "stands" else "f"])

        self.all_pass(asked_of(self.has_hcpcs(), vectors("check.tsv")), 100, question)

    def test_words_find_the_code_of_their_row(self):
        def question(row):
            return (f"count(*) FROM coding_search({quoted(row[0])}, 10, 'any', 'infinity') WHERE code = "
                    f"{quoted(row[1])}",
                    ["1"])

        self.all_pass(vectors("search.tsv"), 10, question)

    def test_near_misses_lead_to_the_codes_of_their_row(self):
        def question(row):
            asked = f"{quoted(bytes_of(row[1]).decode())}, {quoted(row[0])}, {quoted(row[2])}"
            return (f"coalesce(string_agg(code, ' ' ORDER BY ordinality) FILTER (WHERE rank = 0), '-'), "
                    f"coalesce((array_agg(repair ORDER BY ordinality))[1], '-') "
                    f"FROM coding_suggest({asked}) WITH ORDINALITY", [row[3], row[4]])

        self.all_pass(asked_of(self.has_hcpcs(), vectors("suggest.tsv")), 50, question)


    def test_every_rule_says_of_a_claim_what_its_rows_want(self):
        if int(self.one(f"count(*) FROM {LACKING}")):
            self.skipTest("the book was made without the official releases")
        rows = vectors("claims.tsv")
        whole = FINDING.replace("partner_part", "coalesce(partner_part, '')")
        whole = whole.replace("partner_number", "coalesce(partner_number, 0)")
        answers = self.ask("".join(
            f"SELECT string_agg(concat_ws('^', {whole}), ' @@ ' ORDER BY ordinality) FROM "
            f"coding_review({quoted(claim)}) WITH ORDINALITY WHERE rule = {quoted(rule)};\n"
            for rule, claim, *_ in rows))  # fmt: skip
        before = len(TALLY.failed)
        for row, (cell,) in zip(rows, answers, strict=True):
            found = [] if cell == "\\N" else [one.split("^") for one in cell.split(" @@ ")]
            TALLY.add(row, judged(row[0], found, row[2]), row[2])
        self.assertEqual(TALLY.failed[before:], [])
        self.assertGreater(len(rows), 120)


class Answers(Asking):
    def test_a_code_is_told_in_its_own_spelling_with_what_is_above_it(self):
        self.assertEqual(self.ask("SELECT coding_normal('e119', 'icd10cm'), coding_parent('E11.9', 'icd10cm'), "
                                  "coding_category('S93.402A', 'icd10cm'), coding_title('E11', 'icd10cm', "
                                  "'2025-10-01'), "
                                  "coding_is_within('C4A', 'C43', 'C44', 'icd10cm')"),
                         [["E11.9", "E11", "S93", "Type 2 diabetes mellitus", "t"]])

    def test_lists_are_arrays_and_days_are_dates(self):
        self.assertEqual(self.ask("SELECT 'G35.A' = ANY (instead), decides - 1 FROM "
                                  "coding_check('G35', 'icd10cm', '2025-10-01')"), [["t", "2025-09-30"]])
        self.assertEqual(self.ask("SELECT first, until, billable FROM coding_periods('G35', 'icd10cm') LIMIT 1"),
                         [["2015-10-01", "2025-09-30", "t"]])
        self.assertIn(["includes", "E11"], self.ask("SELECT kind, holder FROM "
                                                    "coding_notes('E11.9', 'icd10cm', '2025-10-01') WHERE codes = "
                                                    "'{}'"))

    def test_a_claim_has_a_row_for_each_finding_and_one_that_is_none_says_why(self):
        self.assertEqual(self.ask("SELECT severity, part, number, code, partner_part FROM coding_review("
                                  "'professional 2025-10-15 | dx G35 | 99213') WHERE rule = 'code'"),
                         [["denial", "diagnosis", "1", "G35", "\\N"]])
        self.assertIn("no kind of claim", self.complaint("SELECT * FROM coding_review('nothing')"))

    def test_every_table_has_rows(self):
        for table in ("ancestors('E11.9', 'icd10cm')", "billable_below('E11', 'icd10cm')", "blocks('E11.9', 'icd10cm')",
                      "children('E11', 'icd10cm')", "complete('E11', 'icd10cm', '2025-10-01', 5)", "identify('E11.9')",
                      "roots('icd10cm')", "sevens('S93.402', 'icd10cm')", "editions()", "search('gout')",
                      "successors('G35', 'icd10cm', '2025-10-01')", "notes('E11.9', 'icd10cm')"):
            with self.subTest(table=table):
                self.assertGreater(int(self.one(f"count(*) FROM coding_{table}")), 0)

    def test_a_table_is_asked_of_each_row_of_another_and_by_name(self):
        self.assertEqual(self.ask("SELECT w, code FROM unnest(ARRAY['gout', NULL, 'asthma']) w, "
                                  "coding_search(query => w, count => 1, in_system => 'icd10cm')"),
                         [["gout", "M10.9"], ["asthma", "J45.909"]])


class Manners(Asking):
    def test_null_in_null_out(self):
        self.assertEqual(self.ask("SELECT coding_verdict(NULL, 'icd10cm'), coding_title('E11', NULL), "
                                  "coding_verdict('E11.9', 'icd10cm', NULL), (SELECT count(*) FROM "
                                  "coding_search(NULL))"),
                         [["\\N", "\\N", "\\N", "0"]])

    def test_all_functions_are_strict_and_parallel_safe_and_those_of_today_are_stable(self):
        wrong = self.ask("SELECT oid::regprocedure FROM pg_proc WHERE proname LIKE 'coding_%' AND NOT (proisstrict AND "
                         "proparallel = 's' AND provolatile IN ('i', 's'))")
        self.assertEqual(wrong, [])
        stable = self.ask("SELECT oid::regprocedure FROM pg_proc WHERE proname LIKE 'coding_%' AND provolatile = 's' "
                          "AND "
                          "'day' = ANY (proargnames)")
        self.assertEqual(stable, [])

    def test_every_function_and_table_is_there(self):
        for file in ("functions.c", "tables.c"):
            source = (TREE / "bindings/sql" / file).read_text(encoding="utf-8")
            names = set(re.findall(r'^    \{"(coding_\w+)", ', source, re.M))
            self.assertGreater(len(names), 10)
            self.assertEqual(names - {name for name, in self.ask("SELECT proname FROM pg_proc")}, set())

    def test_a_system_or_day_that_is_none_is_said_with_a_hint(self):
        said = self.complaint("SELECT coding_verdict('E11.9', 'icd99')")
        self.assertIn("ERROR:  there is no such code system: icd99", said)
        self.assertIn("HINT:  A system is 'icd10cm'", said)
        self.assertIn("no code system knows that day", self.complaint("SELECT coding_stands('E11.9', 'icd10cm', "
                "'0044-03-15 BC')"))

    def test_a_nul_or_broken_text_never_arrives(self):
        self.assertIn("invalid byte sequence", self.complaint(r"SELECT coding_verdict(E'E11\x00', 'icd10cm')"))
        self.assertIn("invalid byte sequence", self.complaint(r"SELECT coding_verdict(E'E11\xff', 'icd10cm')"))

    def test_a_code_that_no_edition_has_is_null_or_no_row(self):
        self.assertEqual(self.ask("SELECT coding_title('A99.99', 'icd10cm'), coding_is_below('A99.99', 'A99', "
                                  "'icd10cm'), "
                                  "(SELECT count(*) FROM coding_notes('A99.99', 'icd10cm'))"), [["\\N", "\\N", "0"]])

    def test_an_error_elsewhere_in_the_statement_leaves_the_next_one_whole(self):
        script = """\\set ON_ERROR_STOP off
            SELECT 1 / (length(title) - length(title)) FROM coding_billable_below('E11', 'icd10cm');
            SELECT coding_explain('G35', 'icd10cm', '2025-10-01') || (1 / 0);
            SET statement_timeout = 1; SELECT count(*) FROM generate_series(1, 1e7), coding_search('gout');
            RESET statement_timeout;
            SELECT count(*) FROM coding_search('gout', 3);
            SELECT coding_title('E11', 'icd10cm');"""
        self.assertEqual(self.ask(script), [["3"], ["Type 2 diabetes mellitus"]])

    def test_only_a_superuser_names_the_book(self):
        said = self.complaint("CREATE ROLE clerk; SET ROLE clerk; SELECT coding_version(); SET coding.book = "
                              "'/etc/passwd'")
        self.assertIn('permission denied to set parameter "coding.book"', said)
        self.ask("DROP ROLE clerk")

    def test_a_database_of_another_encoding_reads_and_writes_its_own(self):
        self.ask("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
        self.ask("CREATE EXTENSION coding", "latin")
        asked = ("SET client_encoding = 'UTF8'; SELECT coding_damage('É11.9', 'icd10cm'), "
                 "array_agg(why) FROM coding_search('Guillain-Barré', 5)")
        said = self.ask(asked)
        self.assertEqual(said[0][0], "bad-character@0")
        self.assertEqual(self.ask(asked, "latin"), said)
        self.ask("DROP DATABASE latin")


class Books(Asking):
    def with_book(self, path, query="SELECT coding_title('E11', 'icd10cm')"):
        return f"SET coding.book = '{path}'; {query}"

    def test_a_missing_book_says_what_would_mend_it(self):
        said = self.complaint("LOAD 'coding'; " + self.with_book("/nowhere/us.book"))
        self.assertIn("/nowhere/us.book", said)
        self.assertIn("HINT:  Name a book that the server's user may read: ALTER SYSTEM SET coding.book", said)

    def test_a_damaged_book_is_refused(self):
        damaged = CLUSTER.folder / "damaged.book"
        damaged.write_bytes(CLUSTER.book.read_bytes()[:1000])
        damaged.chmod(0o644)
        said = self.complaint(self.with_book(damaged))
        self.assertIn("it was cut short", said)
        self.assertIn("HINT:  Make the book anew", said)

    def test_a_book_that_is_named_anew_is_opened_and_the_one_before_closed(self):
        script = ("\\set ON_ERROR_STOP off\nSELECT coding_title('E11', 'icd10cm');" + self.with_book("/nowhere") + ";"
                  + self.with_book(CLUSTER.book))
        self.assertEqual(self.ask(script), [["Type 2 diabetes mellitus"]] * 2)

    def test_the_form_of_a_code_needs_no_book(self):
        self.assertEqual(self.ask(self.with_book("/nowhere", "SELECT coding_normal('e119', 'icd10cm'), "
                "'E11.9'::icd10cm")),
                         [["E11.9", "E11.9"]])


class Domains(Asking):
    def test_a_code_is_checked_when_it_comes_in(self):
        self.ask("CREATE TABLE bills (diagnosis icd10cm, procedure icd10pcs, supply hcpcs)")
        self.ask("INSERT INTO bills VALUES ('E11.9', '0DTJ4ZZ', 'A0425'), ('e119', NULL, NULL)")
        said = self.complaint("INSERT INTO bills VALUES ('G35,A')")
        self.assertIn('"G35,A" is no ICD-10-CM code', said)
        self.assertIn("DETAIL:  At character 4: a comma where the dot belongs.", said)
        self.assertIn("HINT:  SELECT * FROM coding_suggest('G35,A', 'icd10cm')", said)
        for column, text in (("procedure", "0DTJ4Z"), ("supply", "99213")):
            self.assertIn("ERROR", self.complaint(f"INSERT INTO bills ({column}) VALUES ('{text}')"))
        self.assertEqual(self.one("count(*) FROM bills"), "2")
        self.ask("DROP TABLE bills")

    def test_a_dump_is_restored_where_no_book_is(self):
        self.ask("CREATE DATABASE clinic")
        self.ask("CREATE EXTENSION coding; CREATE TABLE bills (id integer PRIMARY KEY, diagnosis icd10cm, "
                 "normal text GENERATED ALWAYS AS (coding_normal(diagnosis, 'icd10cm')) STORED);"
                 "INSERT INTO bills (id, diagnosis) SELECT i, 'e11' || (i % 10) FROM generate_series(1, 1000) i;"
                 "CREATE INDEX ON bills (coding_normal(diagnosis, 'icd10cm'))", "clinic")
        dump = CLUSTER.must("pg_dump", "-d", "clinic")
        self.assertIn("CREATE EXTENSION IF NOT EXISTS coding", dump)
        self.assertIn("diagnosis public.icd10cm", dump)
        self.ask("CREATE DATABASE again")
        self.ask("ALTER DATABASE again SET coding.book = '/nowhere'")
        self.ask(dump, "again")
        self.assertEqual(self.ask("SELECT count(*), max(diagnosis), max(normal) FROM bills", "again"),
                         [["1000", "e119", "E11.9"]])
        self.ask("DROP DATABASE again")
        self.ask("DROP DATABASE clinic")


class Many(Asking):
    @classmethod
    def setUpClass(cls):
        CLUSTER.psql("CREATE TABLE claims AS SELECT (ARRAY['E11.9', 'G35', 'S93.402A', 'e119', 'G35,A'])[1 + i % 5] "
                     "AS code, "
                     "i FROM generate_series(1, 1000000) i; ANALYZE claims")
        cls.addClassCleanup(CLUSTER.psql, "DROP TABLE claims")

    def test_workers_in_parallel_answer_as_one_does(self):
        query = "SELECT count(*) FROM claims WHERE coding_stands(code, 'icd10cm', '2025-10-01')"
        plan = self.ask("SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size "
                        "= 0; "
                        f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {query}; {query};")
        self.assertTrue(any("Parallel Seq Scan" in line[0] for line in plan))
        self.assertFalse(any("Workers Launched: 0" in line[0] for line in plan))
        serial = self.ask(f"SET max_parallel_workers_per_gather = 0; {query}")
        self.assertEqual((plan[-1], serial), (["600000"], [["600000"]]))

    def test_memory_stays_flat_over_a_million_rows(self):
        answers = ("count(coding_verdict(code, 'icd10cm', '2025-10-01')), count(coding_explain(code, 'icd10cm', "
                   "'2025-10-01')), count(coding_title(code, 'icd10cm', '2025-10-01'))")
        resident = ("CREATE FUNCTION pg_temp.resident() RETURNS bigint LANGUAGE sql AS $$ SELECT "
                    "(regexp_match(pg_read_file('/proc/self/status'), 'RssAnon:\\s+(\\d+)'))[1]::bigint $$;")
        held = "SELECT sum(total_bytes), pg_temp.resident() FROM pg_backend_memory_contexts;"
        each = "SELECT sum(n) FROM claims, LATERAL (SELECT count(*) AS n FROM coding_ancestors(code, 'icd10cm')) a"
        rows = self.ask(f"SET max_parallel_workers_per_gather = 0; {resident} SELECT {answers} FROM claims WHERE i "
                        f"<= 1000; "
                        f"{each} WHERE i <= 1000; {held} SELECT {answers} FROM claims; {each} WHERE i <= 100000; "
                        f"{held}")
        before, after = [[int(cell) for cell in row] for row in rows if len(row) == 2]
        self.assertEqual(rows[3], ["1000000", "400000", "800000"])
        self.assertLess(after[0] - before[0], 100_000)  # bytes
        self.assertLess(after[1] - before[1], 2_000)  # KB

    def test_the_desk_is_a_memory_context_that_can_be_seen(self):
        self.assertEqual(self.ask("SELECT count(*) FROM coding_search('gout'); SELECT count(*), sum(total_bytes) < "
                                  "4000000 "
                                  "FROM pg_backend_memory_contexts WHERE name = 'coding'")[1], ["1", "t"])


def nanoseconds():
    """Of the backend's processor time for a verdict on a random billable code, the scan included."""
    spent = "SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1);"
    began, stand, ended, count = (int(row[0]) for row in CLUSTER.psql(
        "CREATE TABLE claims AS SELECT b.code FROM coding_roots('icd10cm', '2025-10-01') t, "
        "coding_billable_below(t.code, 'icd10cm', '2025-10-01') b, generate_series(1, 15) ORDER BY random() LIMIT "
        "1000000;"
        f"SET max_parallel_workers_per_gather = 0; VACUUM ANALYZE claims; {spent}"
        f"SELECT count(*) FROM claims WHERE coding_verdict(code, 'icd10cm', '2025-10-01') = 'stands'; {spent}"
        "SELECT count(*) FROM claims; DROP TABLE claims"))
    assert stand == count
    return (ended - began) / count


if __name__ == "__main__":
    with Cluster(os.environ["CODING_MODULE"], FILES, BOOK) as CLUSTER:
        CLUSTER.psql("CREATE EXTENSION coding")
        done = unittest.main(exit=False)
        version = CLUSTER.psql("SHOW server_version")[0][0].split()[0]
        print(TALLY.line(f"postgresql {version}", nanoseconds()), flush=True)
    sys.exit(not done.result.wasSuccessful())
