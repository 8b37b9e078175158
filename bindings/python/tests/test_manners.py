"""What a Python programmer expects: dates, names, records, exceptions."""

import datetime
import os
import pathlib
import pickle
import tempfile
import unittest

import coding
from coding import Damage, Rule, Span, System

from whole import BOOK, DAY, BookTest

FIRST = datetime.date(2025, 10, 1)


class Asking(BookTest):
    def test_a_day_is_a_date_a_number_or_a_text(self):
        want = self.book.check("G35", "icd10cm", FIRST)
        self.assertEqual(want.on, FIRST)
        for on in (20251001, "2025-10-01", "20251001", datetime.datetime(2025, 10, 1, 12)):
            self.assertEqual(self.book.check("G35", "icd10cm", on), want)
            self.assertEqual(self.book.verdict("G35", system="icd10cm", on=on), want.rule)
        for on in (20251301, "2025-02-30", "today", -1, 2**70):
            with self.assertRaises((ValueError, OverflowError)):
                self.book.check("G35", on=on)
        with self.assertRaises(TypeError):
            self.book.check("G35", on=1.5)

    def test_without_a_day_it_is_today_or_the_newest_edition_where_none_reaches_today(self):
        today = datetime.date.today()
        reached = [edition for edition in self.book.editions() if edition.first <= today <= edition.until]
        systems = {edition.system for edition in reached}
        for system, code in ((System.ICD10CM, "E11.9"), (System.ICD9CM, "250.00")):
            day = self.book.check(code, system).on
            self.assertEqual(day, today if system in systems else self.book.newest(system))
            self.assertEqual(self.book.find(code, system).rule, self.book.verdict(code, system))

    def test_a_system_is_a_number_or_a_name(self):
        for system in (System.ICD10CM, 1, "icd10cm", "ICD10CM"):
            self.assertTrue(self.book.check("E11.9", system, DAY).stands)
        for system in ("icd11", 500, -1):
            with self.assertRaisesRegex(ValueError, "no such system"):
                self.book.check("E11.9", system)
        with self.assertRaises(TypeError):
            self.book.check("E11.9", None)

    def test_a_code_is_text_or_a_record_that_has_one(self):
        entry = self.book.find("E11.9", "icd10cm")
        self.assertEqual(self.book.ancestors(entry), self.book.ancestors("E11.9", "icd10cm"))
        hit = self.book.search("sprained left ankle", 1)[0]
        self.assertEqual(self.book.title(hit), hit.title)
        for code in (None, 5, ["E11.9"]):
            with self.assertRaises(TypeError):
                self.book.check(code)
            with self.assertRaises(TypeError):
                self.book.title(code)

    def test_arguments_by_name_and_wrong_ones(self):
        self.assertEqual(self.book.verdict(code="G35", on=FIRST, system="icd10cm"), Rule.HEADER)
        for wrong in (lambda: self.book.check(), lambda: self.book.check("A", "any", None, 1),
                      lambda: self.book.check("A", day=1), lambda: self.book.check("A", code="B")):
            with self.assertRaises(TypeError):
                wrong()

    def test_nul_is_a_character_like_others(self):
        finding = self.book.check("E11\0.9", "icd10cm", DAY).findings[0]
        self.assertEqual((finding.damage, finding.span), (Damage.BAD_CHARACTER, Span(3, 1)))

    def test_spans_count_characters_of_a_str_and_bytes_of_bytes(self):
        text = "🙂 sprained ankle"
        word = self.book.search(text, 1)[0].evidence[0].span
        self.assertEqual(text[word.offset : word.offset + word.length], "sprained")
        raw = self.book.search(text.encode(), 1)[0].evidence[0].span
        self.assertEqual(text.encode()[raw.offset : raw.offset + raw.length], b"sprained")
        self.assertEqual(self.book.check("é🙂,", "icd10cm").findings[0].span.offset, 0)

    def test_half_a_surrogate_pair_is_no_text_and_an_answer(self):
        verdict = self.book.check("E11\ud83d", "icd10cm", DAY)
        self.assertEqual((verdict.rule, verdict.findings[0].damage), (Rule.MALFORMED, Damage.NOT_UTF8))

    def test_what_no_edition_had_is_none_or_not_in_the_book(self):
        self.assertIsNone(self.book.find("Z99.ZZ", "icd10cm"))
        with self.assertRaisesRegex(coding.NotInBook, "ZZZ: no such code in this book"):
            self.book.children("ZZZ", "icd10cm")
        with self.assertRaises(LookupError):
            self.book.notes("I10", "icd10cm", 19990101)

    def test_the_hierarchy(self):
        entry = self.book.find("E11.9", "icd10cm", DAY)
        self.assertEqual([above.code for above in self.book.ancestors(entry, on=DAY)], ["E11"])
        self.assertEqual(self.book.parent(entry, on=DAY).code, entry.parent)
        self.assertIn(entry, self.book.children("E11", "icd10cm", DAY))
        self.assertEqual(self.book.entry(entry.row, DAY), entry)
        self.assertIn(entry.row, self.book.rows("icd10cm"))
        self.assertTrue(self.book.is_below("E11.9", "E11"))
        self.assertTrue(self.book.is_within("C4A.9", "C43", "C44"))
        self.assertFalse(self.book.is_within("C45", "C43", "C44"))
        self.assertEqual([block.name for block in self.book.blocks(entry)], ["E08-E13", "Chapter 4"])

    def test_what_may_follow(self):
        values = self.book.values_after("0DTJ", "icd10pcs", DAY)
        self.assertEqual(values.axis, "Approach")
        self.assertIn("Open", [value.label for value in values.values])
        self.assertEqual([entry.code for entry in self.book.complete("E11", "icd10cm", DAY, limit=2)], ["E11", "E11.0"])
        self.assertEqual(self.book.sevens("S52.501", "icd10cm", DAY)[0].code, "S52.501A")

    def test_search_within_a_range_and_by_pages(self):
        hits = self.book.search("fracture", 5, within=("S50", "S59"))
        self.assertTrue(hits and all("S50" <= hit.code[:3] <= "S59" for hit in hits))
        two = self.book.search("fracture", 2)
        self.assertEqual(self.book.search("fracture", 1, skip=1), two[1:])

    def test_the_book_knows_where_it_is_from(self):
        self.assertIn("icd10cm", repr(self.book))
        edition = next(edition for edition in self.book.editions() if edition.first == FIRST)
        self.assertEqual(edition.release, "ICD-10-CM FY2026")
        self.assertTrue(all(len(origin.sha256) == 64 for origin in self.book.origins()))
        self.assertEqual(self.book.sections()[0].name, "text")
        self.assertEqual(self.book.size(), os.path.getsize(BOOK))
        self.assertIsNone(self.book.verify())


class Records(BookTest):
    def test_records_can_be_pickled_and_compared(self):
        answers = (self.book.check("G35", "icd10cm", DAY), self.book.search("ankle", 2), self.book.find("E11.9"))
        self.assertEqual(pickle.loads(pickle.dumps(answers)), answers)

    def test_a_finding_reads_as_its_sentence_and_names_its_source(self):
        finding = self.book.check("G35", "icd10cm", DAY).findings[0]
        self.assertTrue(str(finding).startswith("G35: not billable since 2025-10-01"))
        self.assertTrue(str(finding.source).startswith("ICD-10-CM FY2026 "))


class Opening(unittest.TestCase):
    def test_a_missing_book(self):
        with self.assertRaises(FileNotFoundError) as caught:
            coding.open("/nowhere/us.book")
        self.assertIsInstance(caught.exception, coding.BookError)
        self.assertIn("/nowhere/us.book", str(caught.exception))
        self.assertEqual(caught.exception.status, coding.Status.NO_FILE)

    def test_what_is_no_book(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"not a book at all\n" * 100)
            file.flush()
            with self.assertRaisesRegex(coding.BookError, "not a book"):
                coding.open(pathlib.Path(file.name))

    def test_a_damaged_book(self):
        if not os.path.exists(BOOK):
            self.skipTest(f"there is no book at {BOOK}")
        whole = pathlib.Path(BOOK).read_bytes()
        with tempfile.TemporaryDirectory() as folder:
            cut = pathlib.Path(folder) / "cut.book"
            cut.write_bytes(whole[: len(whole) // 2])
            with self.assertRaises(coding.BookError):
                coding.open(cut)
            turned = bytearray(whole)
            turned[len(whole) // 2] ^= 0xFF
            cut.write_bytes(turned)
            with coding.open(cut) as book, self.assertRaises(coding.BookError):
                book.verify()

    def test_a_path_is_text_or_anything_like_a_path(self):
        for path in (5, 1.5):
            with self.assertRaises(TypeError):
                coding.open(path)

    def test_errors_can_be_pickled(self):
        error = coding.NotInBook(coding.Status.NOT_IN_BOOK, "no such code in this book", "ZZZ")
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual((type(again), str(again), again.status), (coding.NotInBook, str(error), error.status))


class Numbers(unittest.TestCase):
    def test_codes_as_numbers(self):
        codes = coding.codes
        number = codes.number("e119", "icd10cm")
        self.assertEqual((codes.text(number), codes.bare(number), codes.length(number)), ("E11.9", "E119", 4))
        self.assertEqual(codes.system(number), System.ICD10CM)
        self.assertEqual(codes.text(codes.prefix(number, 3)), "E11")
        self.assertEqual(codes.append(codes.prefix(number, 3), "9"), number)
        self.assertEqual((codes.character(number, 3), codes.character(number, 9)), ("9", ""))
        self.assertEqual(codes.number("no code", "icd10cm"), 0)
        self.assertLess(number, 2**63)

    def test_structure_of_cpt_ndc_and_pcs(self):
        codes = coding.codes
        self.assertEqual(codes.cpt_category(codes.number("99213", "cpt")), coding.CptCategory.CATEGORY_1)
        self.assertIsNotNone(codes.cpt_section(codes.number("99213", "cpt")))
        self.assertIsNone(codes.cpt_section(codes.number("E11.9", "icd10cm")))
        self.assertEqual(codes.ndc(codes.number("00002-7597-01", "ndc"), coding.NdcForm.NDC_442), "0002-7597-01")
        self.assertEqual(codes.pcs_axis("0", 5), "Approach")


if __name__ == "__main__":
    unittest.main()
