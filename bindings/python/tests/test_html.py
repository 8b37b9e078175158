"""What a notebook shows: well-formed, with nothing of a text taken for a tag, on light and dark alike."""

import html.parser
import re
import unittest

import coding
from coding import Hits, Rule

from whole import DAY, BookTest, open_book

VOID = {"br", "hr", "img"}


class Reader(html.parser.HTMLParser):
    """Sees to it that every tag is closed; keeps the words."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.words = [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


class Shown(BookTest):
    def read(self, answer):
        shown = answer._repr_html_()
        reader = Reader()
        reader.feed(shown)
        reader.close()
        self.assertEqual(reader.open, [])
        self.assertNotRegex(shown, r"(?<![-\w])(color|background): *(#|white|black|rgb\()")  # text keeps the page's
        return reader, " ".join(" ".join(reader.words).split())

    def test_a_verdict_that_stands_and_one_that_does_not(self):
        self.assertIn("E11.9 stands icd10cm on 2025-10-01", self.read(self.book.check("E11.9", "icd10cm", DAY))[1])
        verdict = self.book.check("G35", "icd10cm", DAY)
        words = self.read(verdict)[1]
        self.assertIn("G35 header icd10cm", words)
        self.assertIn(verdict.findings[0].text, words)
        self.assertIn("Instead: G35.A", words)
        self.assertIn("and ", self.read(self.book.check("S52", "icd10cm", DAY))[1])

    def test_a_text_that_is_no_code(self):
        self.assertIn("no code malformed", self.read(self.book.check("<b>E11", "icd10cm", DAY))[1])

    def test_nothing_of_a_record_is_taken_for_a_tag(self):
        evil = "<script>alert('x')</script>&amp;"
        finding = self.book.check("G35", "icd10cm", DAY).findings[0]._replace(text=evil)
        verdict = self.book.check("G35", "icd10cm", DAY)._replace(code=evil, findings=(finding,), instead=(evil,))
        entry = self.book.find("E11.9", "icd10cm", DAY)._replace(title=evil, code=evil, parent=evil)
        hit = self.book.search("ankle", 1)[0]._replace(title=evil, why=evil, code=evil)
        for answer in (verdict, entry, Hits([hit])):
            reader, words = self.read(answer)
            self.assertNotIn("script", reader.tags)
            self.assertIn(evil, words)

    def test_an_entry(self):
        entry = self.book.find("E11.9", "icd10cm", DAY)
        words = self.read(entry)[1]
        self.assertIn(entry.title, words)
        self.assertIn("below E11", words)

    def test_hits_are_a_table_with_a_caption_and_headed_columns(self):
        hits = self.book.search("sprained left ankle", 3)
        self.assertIsInstance(hits, list)
        reader, words = self.read(hits)
        self.assertEqual(reader.tags.count("th"), 4)
        self.assertEqual(reader.tags.count("tr"), 1 + len(hits))
        self.assertIn("caption", reader.tags)
        self.assertIn('<table style="color: inherit">', hits._repr_html_())  # some pages' tables forget their colour
        for hit in hits:
            self.assertIn(hit.title, words)
        self.assertIn("no hits", self.read(self.book.search("xyzzyxq"))[1])

    def test_a_book_lists_the_newest_edition_of_each_system_and_a_closed_one_says_so(self):
        newest = self.book.newest("icd10cm")
        self.assertRegex(self.read(self.book)[1], rf"icd10cm {re.escape(str(newest))}")
        book = open_book()
        book.close()
        self.assertIn("closed", self.read(book)[1])

    def test_every_rule_has_a_badge(self):
        verdict = self.book.check("E11.9", "icd10cm", DAY)
        for rule in Rule:
            self.assertIn(str(rule), self.read(verdict._replace(rule=rule))[1])

    def test_records_are_tuples_still(self):
        verdict = self.book.check("E11.9", "icd10cm", DAY)
        self.assertEqual(tuple(verdict), (*verdict,))
        self.assertEqual(coding.Hits([1, 2]), [1, 2])


if __name__ == "__main__":
    unittest.main()
