"""Claims, visits and samples, as a Python programmer meets them."""

import datetime
import os
import subprocess
import sys
import tempfile
import threading
import unittest

import coding
from coding import ClaimPart, ClaimRule, ClaimsTrouble, Mdm, Severity, VisitAnswer, VisitFamily

from claims import judged
from whole import TREE, BookTest, vectors

LINE = "professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378 $100"
FIELDS = {"first": datetime.date(2024, 7, 15), "sex": "F", "age": 45, "diagnoses": ["K63.5"],
          "lines": ["45385", {"code": "45378", "charge": 10000}]}  # fmt: skip


class Rows(BookTest):
    def test_every_rule_says_what_its_rows_want_and_nothing_else(self):
        rows = list(vectors("claims.tsv"))
        self.assertGreaterEqual(len(rows), 120)
        for rule, claim, wanted, because in rows:
            with self.subTest(rule=rule, claim=claim, because=because):
                self.assertIn(judged(self.book, rule, claim, wanted), (wanted, None))


class Reviews(BookTest):
    def setUp(self):
        if ClaimRule.PTP in self.book.review(LINE).unasked:
            self.skipTest("the book lacks the tables of pair edits")

    def test_a_review_tells_what_stands_against_a_claim(self):
        review = self.book.review(LINE)
        first = review.findings[0]
        self.assertEqual((review.worst, review.at_stake, review.stands), (Severity.DENIAL, 10000, False))
        self.assertEqual((first.rule, first.part, first.number, first.partner_number, first.code, first.other),
                         (ClaimRule.PTP, ClaimPart.LINE, 2, 1, "45378", "45385"))  # fmt: skip
        self.assertIn("no modifier parts them", str(first))
        self.assertTrue(first.source.release)
        self.assertIn(ClaimRule.PTP, review.asked)
        self.assertEqual(set(review.asked) & set(review.unasked), set())

    def test_fields_say_the_same_as_a_line(self):
        want = self.book.review(LINE)
        self.assertEqual(self.book.review(FIELDS), want)
        self.assertEqual(self.book.review(**FIELDS), want)
        self.assertEqual(self.book.review({"first": 20240715}, sex="female", age=45, diagnoses="K63.5",
                                          lines=FIELDS["lines"]), want)  # fmt: skip

    def test_rules_that_are_named_are_asked_alone(self):
        for rules in (["ncci-ptp"], [ClaimRule.PTP], [28]):
            review = self.book.review(LINE, rules=rules)
            self.assertEqual((review.asked, len(review.findings)), ((ClaimRule.PTP,), 1))
        for rules in ([], ["no-such-rule"], [99]):
            with self.assertRaises(ValueError):
                self.book.review(LINE, rules=rules)

    def test_notes_and_money_are_left_out_where_nobody_wants_them(self):
        whole = self.book.review(LINE)
        self.assertIn(ClaimRule.MULTIPLE, [finding.rule for finding in whole.findings])
        self.assertNotIn(ClaimRule.MULTIPLE, [each.rule for each in self.book.review(LINE, money=False).findings])
        self.assertNotIn(Severity.NOTE, [each.severity for each in self.book.review(LINE, notes=False).findings])

    def test_many_are_reviewed_as_each_is_and_other_threads_go_on(self):
        claims = [LINE, None, FIELDS, LINE.encode()] * 50
        want = self.book.review(LINE)
        done = []
        threads = [threading.Thread(target=lambda: done.append(self.book.review_many(claims))) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(done, [[want, None, want, want] * 50] * 3)
        with self.assertRaisesRegex(coding.Unreadable, "no kind of claim"):
            self.book.review_many([LINE, "nothing"])

    def test_a_file_is_its_claims_with_their_reviews_and_its_trouble(self):
        file = ("claim,kind,first,sex,age,diagnoses,code,charge\n"
                "A-1,professional,2024-07-15,F,45,K63.5,45385,\n"
                "A-1,,,,,,45378,100.00\n"
                "A-2,no kind,2024-07-15,F,45,K63.5,45378,\n")  # fmt: skip
        items = self.book.review_file(file)
        self.assertEqual((items[0].id, items[0].trouble, items[0].reason), ("A-1", ClaimsTrouble.FINE, ""))
        self.assertEqual(items[0].review.findings, self.book.review(LINE).findings)
        troubled = [item for item in items if item.trouble == ClaimsTrouble.CELL]
        self.assertEqual([(item.segment, item.number) for item in troubled], [("kind", 4)])
        self.assertEqual(self.book.review_file(file.encode(), rules=["mue"])[0].review.asked, (ClaimRule.MUE,))
        self.assertEqual([item.trouble for item in self.book.review_file("ISA*")], [ClaimsTrouble.CUT])
        self.assertEqual(self.book.review_file(""), [])

    def test_a_review_outlives_its_book(self):
        book = coding.open(self.book._path)
        review = book.review(LINE)
        book.close()
        self.assertEqual(review, self.book.review(LINE))
        with self.assertRaises(coding.ClosedBook):
            book.review(LINE)


class Writing(unittest.TestCase):
    def test_a_claim_is_written_as_its_line(self):
        line = {"code": "45378", "modifiers": "59 XS", "units": 2, "charge": 85005, "pointers": [1, "B"], "place": 22,
                "first": 20240716, "last": "2024-07-18", "ndc": "00002759701"}  # fmt: skip
        self.assertEqual(
            coding.claim(kind="inpatient", first=20240715, last="2024-07-18", sex=coding.Sex.MALE, age=0, id="A-1",
                         discharge="01", diagnoses=["K63.5", {"code": "E11.9", "poa": "Y"}], admitting="R10.9",
                         procedures=[{"code": "0DTJ4ZZ", "on": datetime.date(2024, 7, 16)}],
                         lines=[line, {"revenue": "0450"}]),
            "inpatient 20240715..2024-07-18 M 0 status=01 id=A-1 | dx K63.5 E11.9/Y | admit R10.9"
            " | pcs 0DTJ4ZZ@2024-07-16 | 45378-59-XS x2 @20240716..2024-07-18 >1,B $850.05 pos=22 ndc=00002759701"
            " | - rev=0450",
        )  # fmt: skip

    def test_nothing_leaves_its_place(self):
        wrong = ("K63.5 | 45378", "K63.5 E11.9", "K63.5|", "", "a\tb", "a\nb", "a\0b")
        for value in wrong:
            for fields in ({"diagnoses": [value]}, {"procedures": [value]}, {"id": value}, {"kind": value},
                           {"lines": [{"code": "45378", "ndc": value}]}, {"lines": [{"code": "1", "place": value}]},
                           {"first": value}, {"lines": [{"code": "1", "pointers": [value]}]}):  # fmt: skip
                with self.subTest(value=value, fields=fields), self.assertRaises(ValueError):
                    coding.claim(**fields)
        for fields in ({"diagnoses": ["K63.5/Y"]}, {"procedures": ["0DTJ4ZZ@2024-07-16"]}, {"lines": ["dx"]},
                       {"lines": [{"code": "1", "modifiers": ["59-25"]}]}, {"charge": -1}, {"charge": 1.5},
                       {"last": 20240715}, {"lines": [{"code": "45378 x2"}]},
                       {"lines": [{"code": "1", "units": -1}]}):  # fmt: skip
            with self.subTest(fields=fields), self.assertRaises(ValueError):
                coding.claim(**fields)

    def test_a_field_that_is_none_is_told(self):
        for fields in ({"colour": 1}, {"lines": [{"colour": 1}]}, {"diagnoses": [{"colour": 1}]}):
            with self.assertRaisesRegex(TypeError, "colour"):
                coding.claim(**fields)


class Example(unittest.TestCase):
    def test_it_prints_what_the_same_claims_print_in_c(self):
        command = os.environ.get("CODING_COMMAND") or str(TREE / "build/release/bin/coding")
        if not os.path.exists(command):
            self.skipTest(f"there is no command at {command} that makes the little book")
        with tempfile.TemporaryDirectory() as folder:
            book = os.path.join(folder, "little.book")
            tables = (TREE / "examples/little", TREE / "libcoding/tables")
            subprocess.run([command, "build", "-q", "-o", book, *tables], check=True, capture_output=True)
            example = TREE / "bindings/python/examples/review.py"
            printed = subprocess.run([sys.executable, example, book], check=True, capture_output=True, text=True)
        self.assertEqual(printed.stdout, (TREE / "examples/review.txt").read_text(encoding="utf-8"))


class Visits(BookTest):
    def needs_levels(self):
        try:
            self.book.visit("office-established minutes=38", "2024-07-15")
        except coding.NotInBook:
            self.skipTest("the book lacks the levels of visits: what is keyed by CPT is in no public one")

    def test_a_level_is_judged_from_a_line_or_from_fields(self):
        self.needs_levels()
        line = "office-established billed=99215 minutes=38 stable_chronic=2 risk=moderate"
        level = self.book.visit(line, "2024-07-15")
        self.assertEqual((level.family, level.mdm, level.code, level.answer),
                         (VisitFamily.OFFICE_ESTABLISHED, Mdm.MODERATE, "99214", VisitAnswer.OVERCODED))  # fmt: skip
        self.assertEqual(level, self.book.visit(family="office-established", billed="99215", minutes=38,
                                                stable_chronic=2, risk="moderate", historian=False,
                                                on=20240715))  # fmt: skip
        self.assertTrue(level.source.table)

    def test_a_family_is_that_of_the_code(self):
        self.needs_levels()
        self.assertEqual(self.book.visit_family("99213", 20240715), VisitFamily.OFFICE_ESTABLISHED)
        self.assertEqual(self.book.visit_family("45378", 20240715), VisitFamily.NONE)

    def test_what_is_no_visit_is_told(self):
        for line in ("office-established colour=1", "no-family"):
            with self.assertRaises(coding.Unreadable):
                self.book.visit(line, 20240715)
        with self.assertRaises(coding.NotInBook):
            self.book.visit("office-established minutes=20", 19900101)


class Samples(BookTest):
    def test_the_same_seed_draws_the_same(self):
        self.assertEqual(self.book.sample(100, 5, 7), [33, 56, 74, 86, 87])
        self.assertEqual(self.book.sample(5, 9, 1), [0, 1, 2, 3, 4])
        self.assertEqual(self.book.sample(0, 3, 1), [])

    def test_an_estimate_is_that_of_its_numbers(self):
        estimate = self.book.estimate([0, 100, 50.5, 1e3], 100)
        self.assertEqual((estimate.point, estimate.sample, estimate.frame, estimate.found), (28762.5, 4, 100, 3))
        self.assertEqual(estimate.lower, 0)
        self.assertAlmostEqual(self.book.estimate([0.1, 0.2, -1e-7], 3).point, 0.3 - 1e-7)
        strata = self.book.estimate_strata([(100, 5, 20, 4), (50, 5, 30, 9)])
        self.assertEqual((strata.point, strata.sample, strata.frame), (3500, 10, 150))

    def test_shares_and_sizes(self):
        self.assertEqual(self.book.sample_strata([(100, 3), (50, 9)], 20), [8, 12])
        self.assertEqual(coding.sample_size(1000, 50, 5), 213)

    def test_what_is_no_number_is_told(self):
        for wrong in (float("nan"), float("inf"), "x"):
            with self.assertRaises((coding.Error, ValueError)):
                self.book.estimate([0, wrong], 100)
        with self.assertRaises(coding.Unreadable):
            self.book.estimate_strata([(100, 5, 20)])


if __name__ == "__main__":
    unittest.main()
