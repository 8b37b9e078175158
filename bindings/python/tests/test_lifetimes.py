"""Answers outlive their book; closing never pulls the ground away from a call."""

import gc
import pathlib
import resource
import threading
import unittest

import coding
import pyarrow as pa

from whole import BOOK, DAY, BookTest, open_book


def ask(book):
    return (
        book.check("G35", "icd10cm", DAY),
        book.verdict("E11.9", "icd10cm", DAY),
        book.search("sprained left ankle", 3),
        book.suggest("E11,9", "icd10cm", DAY),
        book.notes("E11.9", "icd10cm", DAY),
        book.children("E11", "icd10cm", DAY),
        book.periods("G35", "icd10cm"),
        book.identify("E11.9", DAY),
        book.verdict_many(pa.array(["E11.9", None]), "icd10cm", DAY),
        book.check_many(["E11.9", None, "G35"], "icd10cm", DAY),
        book.search_many(["sprained left ankle", None], 3),
        book.search_rows_many(["sprained left ankle"], 3),
        book.editions(),
    )


class Lifetimes(BookTest):
    def test_results_live_on_through_200_rounds_of_open_ask_close(self):
        want, kept = ask(self.book), []
        for _ in range(200):
            book = open_book()
            kept.append(ask(book))
            book.close()
        gc.collect()
        for answers in kept:
            self.assertEqual(answers, want)

    def test_a_book_that_is_dropped_is_unmapped(self):
        with open_book() as book:
            book.search("ankle")
        del book
        self.book.close()
        gc.collect()
        self.assertNotIn(pathlib.Path(BOOK).name, pathlib.Path("/proc/self/maps").read_text())
        type(self).book = open_book()

    def test_four_threads_ask_while_a_fifth_closes(self):
        for _ in range(20):
            book, wrong, asked = open_book(), [], threading.Barrier(5)
            want = ask(book)

            def work():
                asked.wait()
                try:
                    for _ in range(1000):
                        if ask(book) != want:
                            wrong.append("another answer")
                except coding.ClosedBook:
                    return
                except BaseException as error:  # noqa: BLE001
                    wrong.append(repr(error))

            threads = [threading.Thread(target=work) for _ in range(4)]
            for thread in threads:
                thread.start()
            asked.wait()
            book.search("fracture of radius")
            book.close()
            for thread in threads:
                thread.join()
            self.assertEqual(wrong, [])

    @unittest.skipIf("libasan" in pathlib.Path("/proc/self/maps").read_text(), "ASan keeps what is freed")
    def test_memory_does_not_grow_over_many_calls(self):
        def rounds(count):
            for _ in range(count):
                self.book.check("G35", "icd10cm", DAY)
                self.book.verdict("\ud800", "icd10cm", DAY)
                self.book.verdict_many(["E11.9", "G35"], "icd10cm", [DAY, None])
                self.book.check_many([f"E11.{_ % 10}", "é"], "icd10cm", DAY)
                try:
                    self.book.children("ZZZ", "icd10cm")
                except coding.NotInBook:
                    pass

        def searches(count):
            for _ in range(count):
                self.book.search("sprained left ankle", 3)
                self.book.search_many(["heart attack", None, "é"], 3)

        rounds(2_000)
        searches(200)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        rounds(100_000)
        searches(2_000)
        self.assertLess(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, 1024)

    def test_a_closed_book_says_so_whatever_is_asked(self):
        book = open_book()
        book.close()
        book.close()
        self.assertTrue(book.closed)
        self.assertIn("closed", repr(book))
        questions = (
            lambda: book.check("E11.9"),
            lambda: book.verdict("E11.9"),
            lambda: book.verdict("E11.9", "icd10cm"),
            lambda: book.verdict_many(["E11.9"], "icd10cm"),
            lambda: book.rows_many(["E11.9"], "icd10cm"),
            lambda: book.check_many(["E11.9"], "icd10cm"),
            lambda: book.search_many(["ankle"]),
            lambda: book.search_rows_many(["ankle"]),
            lambda: book.search("ankle"),
            lambda: book.find("E11.9"),
            lambda: book.editions(),
            lambda: book.size(),
            lambda: book.verify(),
            lambda: book.newest("icd10cm"),
            lambda: book.complete("E11", "icd10cm"),
        )
        for question in questions:
            with self.assertRaisesRegex(coding.ClosedBook, "the book is closed"):
                question()


if __name__ == "__main__":
    unittest.main()
