"""Many codes at once, however they lie in memory, say what one by one would."""

import datetime
import threading
import unittest

import coding
import numpy as np
import pyarrow as pa

from whole import DAY, BookTest, vectors

CODES = ["E11.9", "G35", "", "e119", "S13 4XXA", "A00.0", "é11.9", "E11\0", "🙂", "G35.A" * 9, "C4A.9"] * 200


class Columns(BookTest):
    def one_by_one(self, codes, system="icd10cm", on=DAY):
        return [None if code is None else self.book.verdict(code, system, on) for code in codes]

    def assert_same(self, column, codes, system="icd10cm", on=DAY):
        rules = self.book.verdict_many(column, system, on)
        self.assertIsInstance(rules, bytearray)
        self.assertEqual([None if rule == coding.NULL_RULE else rule for rule in rules],
                         self.one_by_one(codes, system, on))

    def test_a_list_and_a_tuple(self):
        self.assert_same(CODES, CODES)
        self.assert_same(tuple(CODES + [None]), CODES + [None])
        self.assert_same([], [])

    def test_arrays_of_numpy(self):
        self.assert_same(np.array(CODES, dtype=object), CODES)
        stripped = [code.rstrip("\0") for code in CODES]
        self.assert_same(np.array(CODES), stripped)
        plain = [code for code in stripped if code.isascii()]
        self.assert_same(np.array(plain, "S"), plain)
        self.assert_same(np.array(plain, "S64")[::-3], plain[::-3])
        self.assert_same(np.array(CODES)[::-2], stripped[::-2])
        self.assert_same(np.array([], "S7"), [])

    def test_arrays_of_arrow(self):
        for kind in (pa.string(), pa.large_string(), pa.string_view()):
            with self.subTest(kind=str(kind)):
                holey = [None if i % 7 == 3 else code for i, code in enumerate(CODES)]
                self.assert_same(pa.array(CODES, kind), CODES)
                self.assert_same(pa.array(holey, kind), holey)
                self.assert_same(pa.array(holey, kind)[13:777], holey[13:777])
                self.assert_same(pa.chunked_array([holey[:99], [], holey[99:]], kind), holey)
        self.assert_same(pa.array([], pa.string()), [])
        self.assert_same(pa.chunked_array([], pa.string()), [])

    def test_a_dictionary_of_arrow(self):
        holey = [None if i % 5 == 3 else code for i, code in enumerate(CODES)]
        self.assert_same(pa.array(holey).dictionary_encode(), holey)
        self.assert_same(pa.array(holey).dictionary_encode()[17:400], holey[17:400])

    def test_numbers_of_codes(self):
        codes = ["E11.9", "G35", "A00.0"]
        numbers = np.array([coding.codes.number(code, "icd10cm") for code in codes], np.uint64)
        self.assert_same(numbers, codes)

    def test_missing_values_of_pandas_are_missing(self):
        codes = ["E11.9", None, float("nan"), "G35"]
        self.assertEqual(list(self.book.verdict_many(codes, "icd10cm", DAY)), [0, 255, 255, 3])

    def test_every_row_of_the_vectors_as_a_column(self):
        rows = [row for row in vectors("check.tsv") if row[0] == "icd10cm" and row[2] != "0"]
        texts, days = [row[1] for row in rows], [row[2] for row in rows]
        want = [self.book.verdict(text, "icd10cm", day) for text, day in zip(texts, days)]
        plain = np.array(days, "datetime64[D]")
        for on in (days, [datetime.date.fromisoformat(day) for day in days], plain,
                   np.array([int(day.replace("-", "")) for day in days], np.uint32)):
            self.assertEqual(list(self.book.verdict_many(texts, "icd10cm", on)), want)
            self.assertEqual(list(self.book.verdict_many(pa.array(texts), "icd10cm", on)), want)

    def test_a_missing_day_has_no_answer(self):
        self.assertEqual(list(self.book.verdict_many(["E11.9", "E11.9"], "icd10cm", [None, DAY])), [255, 0])
        days = np.array(["NaT", "2025-10-01"], "datetime64[D]")
        self.assertEqual(list(self.book.verdict_many(["E11.9", "E11.9"], "icd10cm", days)), [255, 0])

    def test_days_must_be_as_many_as_codes(self):
        for days in ([DAY], [DAY] * 3):
            with self.assertRaisesRegex(ValueError, "days"):
                self.book.verdict_many(["E11.9", "G35"], "icd10cm", days)

    def test_no_system_named_finds_each(self):
        codes = ["E11.9", "0DTJ4ZZ", None, "G35"]
        want = [None if code is None else self.book.check(code, on=DAY).rule for code in codes]
        for column in (codes, pa.array(codes), np.array(codes, object)):
            rules = self.book.verdict_many(column, on=DAY)
            self.assertEqual([None if rule == 255 else rule for rule in rules], want)

    def test_rows(self):
        rows = np.frombuffer(self.book.rows_many(["E11.9", None, "ZZZ", "G35"], "icd10cm"), np.uint32)
        self.assertEqual([int(row) for row in rows],
                         [self.book.find("E11.9").row, coding.NULL_ROW, coding.NULL_ROW, self.book.find("G35").row])

    def test_verdicts_of_many(self):
        verdicts = self.book.check_many(pa.array(["E11.9", None, "G35"]), "icd10cm", DAY)
        self.assertEqual(verdicts, [self.book.check("E11.9", "icd10cm", DAY), None,
                                    self.book.check("G35", "icd10cm", DAY)])
        days = [datetime.date(2025, 9, 30), DAY]
        self.assertEqual([verdict.rule for verdict in self.book.check_many(["G35", "G35"], "icd10cm", days)], [0, 3])

    def test_what_is_no_column_is_said(self):
        for column in ("E11.9", b"E11.9", 5, ["E11.9", 5], np.array([1, 2]), np.zeros((2, 2), "S7"), pa.array([1]),
                       bytearray(b"E11"), pa.array([None, None])):
            with self.subTest(column=repr(column)), self.assertRaises(TypeError):
                self.book.verdict_many(column, "icd10cm", DAY)

    def test_verdicts_of_every_layout_are_those_of_each_code(self):
        plain = ["E11.9", "G35", "e119", "S13 4XXA", "", "A00.0"] * 400  # more than a block
        alone = [self.book.check(code, "icd10cm", DAY) for code in plain]
        for column in (plain, iter(plain), np.array(plain, object), np.array(plain), np.array(plain, "S9"),
                       pa.array(plain), pa.array(plain, pa.string_view()), pa.array(plain).dictionary_encode()):
            with self.subTest(column=type(column)):
                self.assertEqual(self.book.check_many(column, "icd10cm", DAY), alone)
        odd = ["\ud800", "é,", b"E11,9", "E11\0", "🙂E11,9"]
        self.assertEqual(self.book.check_many(odd, "icd10cm", DAY), [self.book.check(c, "icd10cm", DAY) for c in odd])
        numbers = np.array([coding.codes.number(code, "icd10cm") for code in ("E11.9", "G35")], np.uint64)
        self.assertEqual([verdict.rule for verdict in self.book.check_many(numbers, "icd10cm", DAY)], [0, 3])

    def test_verdicts_without_a_day_or_a_system_are_those_of_each_code(self):
        codes = ["E11.9", "0DTJ4ZZ", "A0100", None]
        self.assertEqual(self.book.check_many(codes), [code and self.book.check(code) for code in codes])
        with self.assertRaises(TypeError):
            self.book.check_many(["E11.9", 5], "icd10cm")
        with self.assertRaises(ValueError):
            self.book.check_many(["E11.9"], "icd10cm", [DAY, DAY])

    def test_what_is_found_for_many_is_what_is_found_for_each(self):
        texts = ["sprained left ankle", None, "heart attack", "", "xyzzyxq", "🩺 hip fracture"] * 30
        alone = [text if text is None else self.book.search(text, 3, on=DAY) for text in texts]
        for column in (texts, pa.array(texts), pa.array(texts, pa.large_string()), np.array(texts, object)):
            self.assertEqual(self.book.search_many(column, 3, on=DAY), alone)
        within = {"within": ("S50", "S59"), "billable_only": True, "system": "icd10cm"}
        self.assertEqual(self.book.search_many(["fracture"], 4, **within), [self.book.search("fracture", 4, **within)])
        raw = self.book.search_many(np.array(["hip fracture".encode()]), 2)[0]
        self.assertEqual(raw, self.book.search(b"hip fracture", 2))

    def test_each_text_is_searched_for_on_its_day(self):
        days = [datetime.date(2016, 1, 1), DAY, None]
        found = self.book.search_many(["multiple sclerosis"] * 3, 3, system="icd10cm", on=days)
        self.assertEqual(found[:2], [self.book.search("multiple sclerosis", 3, system="icd10cm", on=on)
                                     for on in days[:2]])
        self.assertIsNone(found[2])

    def test_rows_and_scores_are_those_of_the_hits(self):
        texts = ["sprained left ankle", None, "xyzzyxq", "heart attack"]
        columns, hits = self.book.search_rows_many(texts, 5), self.book.search_many(texts, 5)
        offsets, rows, scores = map(np.asarray, columns)
        self.assertEqual([column.dtype for column in (offsets, rows, scores)], ["int64", "uint32", "float32"])
        self.assertEqual(list(np.diff(offsets)), [len(each or ()) for each in hits])
        flat = [hit for each in hits for hit in each or ()]
        self.assertEqual([self.book.entry(int(row)).code for row in rows], [hit.code for hit in flat])
        self.assertEqual([float(score) for score in scores], [hit.score for hit in flat])
        self.assertEqual([len(column) for column in self.book.search_rows_many([])], [1, 0, 0])

    def test_what_cannot_be_searched_for_is_said(self):
        for column in ("ankle", 5, ["ankle", 5], np.array([1], np.uint64)):
            with self.subTest(column=repr(column)), self.assertRaises(TypeError):
                self.book.search_many(column)
        with self.assertRaises(coding.Error):
            self.book.search_many([b"\xff\xfe"])
        for count in (-1, 2**32):
            for search in (lambda: self.book.search("ankle", count), lambda: self.book.search_many(["ankle"], count)):
                with self.subTest(count=count), self.assertRaises(OverflowError):
                    search()

    def test_the_gil_is_released_while_a_column_is_answered(self):
        codes = ["E11.9", "G35.A", "S13.4XXA"] * 200_000
        questions = {
            "numpy": lambda column=np.array(codes, "S8"): self.book.verdict_many(column, "icd10cm", DAY),
            "list": lambda: self.book.verdict_many(codes, "icd10cm", DAY),
            "search": lambda texts=["sprained left ankle"] * 500: self.book.search_rows_many(texts),
        }
        for name, question in questions.items():
            with self.subTest(column=name):
                self.assertGreater(self.beats_during(question), 5)

    def beats_during(self, question):
        """How often this thread runs while another one asks."""
        beats, done = 0, threading.Event()

        def answer():
            for _ in range(5):
                question()
            done.set()

        worker = threading.Thread(target=answer)
        worker.start()
        while not done.is_set():
            beats += 1
            done.wait(0.0001)
        worker.join()
        return beats

    def test_a_list_that_changes_while_it_is_asked_is_asked_as_it_was(self):
        texts = [f"E11.{i % 10}" for i in range(50_000)]
        want = self.book.verdict_many(list(texts), "icd10cm", DAY)
        answers = []
        worker = threading.Thread(target=lambda: answers.append(self.book.check_many(texts, "icd10cm", DAY)))
        worker.start()
        while worker.is_alive() and not answers:
            worker.join(0.001)
            texts.clear()
        worker.join()
        self.assertIn([verdict.rule for verdict in answers[0]], ([], list(want)))


if __name__ == "__main__":
    unittest.main()
