"""What the engines that run within this process, SQLite and DuckDB, are both asked of tests/vectors."""

import unittest

from rows import FINDING, LACKING, Tally, asked_of, bytes_of, judged, vectors


class Asking(unittest.TestCase):
    """Asks one whole book, which `connect` opens."""

    EDITIONS = "coding_editions"
    TALLY = Tally()

    @classmethod
    def setUpClass(cls):
        cls.base = cls.connect()
        cls.addClassCleanup(cls.base.close)

    def rows(self, query, *values):
        return self.base.execute(query, list(values)).fetchall()

    def one(self, expression, *values):
        return self.rows(f"SELECT {expression}", *values)[0][0]

    def has_hcpcs(self):
        return self.one(f"count(*) FROM {self.EDITIONS} WHERE system = 'hcpcs'") > 0

    def all_pass(self, rows, least, ask):
        before = self.TALLY.passed, len(self.TALLY.failed)
        for row in rows:
            self.TALLY.add(row, *ask(row))
        self.assertEqual(self.TALLY.failed[before[1]:], [])
        self.assertGreaterEqual(self.TALLY.passed - before[0], least)


class SameVectors:
    """Tests of an Asking whose `reading` answers code and damage of a text, and `text_of` makes one of bytes."""

    NEWEST = 0  # the day that is none

    def test_every_check_digit_agrees_or_is_told(self):
        def ask(row):
            code, damage = self.reading(row[1], row[0])
            return (code or "-", (damage or "-").split("@")[0]), (row[2], "check-digit" if row[2] == "-" else "-")

        self.all_pass(vectors("identifiers.tsv"), 50, ask)

    def test_words_find_the_code_of_their_row(self):
        def ask(row):
            codes = self.rows("SELECT code FROM coding_search(?, 10, 'any', ?)", row[0], self.NEWEST)
            return (row[1],) in codes, True

        self.all_pass(vectors("search.tsv"), 10, ask)

    def test_near_misses_lead_to_the_codes_of_their_row(self):
        def ask(row):
            near = self.rows("SELECT code, repair, rank FROM coding_suggest(?, ?, ?)", self.text_of(bytes_of(row[1])),
                             row[0], row[2])
            codes = " ".join(code for code, _, rank in near if rank == 0) or "-"
            return (codes, near[0][1] if near else "-"), (row[3], row[4])

        self.all_pass(asked_of(self.has_hcpcs(), vectors("suggest.tsv")), 50, ask)

    def test_every_rule_says_of_a_claim_what_its_rows_want(self):
        if int(self.one(f"count(*) FROM {LACKING}")):
            self.skipTest("the book was made without the official releases")

        def ask(row):
            found = self.rows(f"SELECT {FINDING} FROM coding_review(?) WHERE rule = ?", row[1], row[0])
            return judged(row[0], found, row[2]), row[2]

        self.all_pass(vectors("claims.tsv"), 120, ask)
