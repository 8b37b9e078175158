"""The rows that C runs, run here."""

import unittest

import coding
from coding import Damage, Rule

from whole import BookTest, bytes_of, vectors

#: Rows of these are not asked of a book without HCPCS.
OF_HCPCS = ("any", "hcpcs", "modifier", "pos")


def printed(parsed):
    return "-".join((parsed.code, *parsed.modifiers)) if parsed.code else "-"


def damage_of(parsed):
    return f"{parsed.damage}@{parsed.span.offset}" if parsed.damage else "-"


def system_of(name):
    return coding.System(int(name[4:])) if name.startswith("own-") else name


def is_utf8(raw):
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class Reading(unittest.TestCase):
    def test_every_text_reads_as_its_row_says_and_tells_whether_its_spelling_differs(self):
        rows = list(vectors("parse.tsv"))
        self.assertGreaterEqual(len(rows), 500)
        for name, text, code, damage, because in rows:
            with self.subTest(system=name, text=text, because=because):
                parsed = coding.parse(bytes_of(text), system_of(name))
                self.assertEqual((printed(parsed), damage_of(parsed)), (code, damage))
                differs = bytes_of(text) != printed(parsed).encode()
                self.assertEqual(parsed.changed, parsed.code is not None and differs)

    def test_a_str_reads_as_its_bytes_do_and_its_spans_count_characters(self):
        for name, text, code, damage, _ in vectors("parse.tsv"):
            raw = bytes_of(text)
            try:
                words = raw.decode("utf-8")
            except UnicodeDecodeError:
                continue
            with self.subTest(system=name, text=text):
                parsed = coding.parse(words, system_of(name))
                self.assertEqual(printed(parsed), code)
                if damage != "-":
                    kind, offset = damage.split("@")
                    self.assertEqual((str(parsed.damage), parsed.span.offset),
                                     (kind, len(raw[: int(offset)].decode("utf-8"))))

    def test_spans_are_counted_in_characters_of_a_str_and_in_bytes_of_bytes(self):
        rows = list(vectors("spans.tsv"))
        self.assertGreaterEqual(len(rows), 20)
        for name, text, damage, in_bytes, in_points, _, because in rows:
            raw = bytes_of(text)
            with self.subTest(system=name, text=text, because=because):
                parsed = coding.parse(raw, name)
                self.assertEqual(damage_of(parsed), f"{damage}@{in_bytes}")
                if is_utf8(raw):
                    self.assertEqual(damage_of(coding.parse(raw.decode(), name)), f"{damage}@{in_points}")

    def test_every_check_digit_agrees_or_is_told(self):
        rows = list(vectors("identifiers.tsv"))
        self.assertGreaterEqual(len(rows), 50)
        for name, text, code, expected, because in rows:
            with self.subTest(system=name, text=text, because=because):
                parsed = coding.parse(text, name)
                self.assertEqual(printed(parsed), code)
                if code == "-":
                    self.assertEqual((parsed.damage, parsed.expected), (Damage.CHECK_DIGIT, expected))


class Checking(BookTest):
    def say(self, verdict):
        if verdict.rule != Rule.MALFORMED:
            return str(verdict.rule)
        finding = verdict.findings[0]
        return f"malformed {finding.damage}@{finding.span.offset}"

    def rows(self):
        for name, *rest in vectors("check.tsv"):
            if name not in OF_HCPCS or self.book.has_system("hcpcs"):
                yield name, *rest

    def test_every_code_and_day_is_answered(self):
        rows = list(self.rows())
        self.assertGreater(len(rows), 100)
        for name, text, on, finding, because in rows:
            day = 0 if on == "0" else on
            with self.subTest(system=name, code=text, on=on, because=because):
                self.assertEqual(self.say(self.book.check(text, name, day)), finding)

    def test_the_bare_verdict_says_the_same_but_for_what_only_a_text_can_be(self):
        for name, text, on, finding, _ in self.rows():
            verdict = self.book.verdict(text, name, 0 if on == "0" else on)
            with self.subTest(system=name, code=text, on=on):
                if finding != "other-system":
                    self.assertEqual(str(verdict), finding.split()[0])

    def test_near_misses_lead_to_the_codes_of_their_row(self):
        rows = list(vectors("suggest.tsv"))
        self.assertGreaterEqual(len(rows), 50)
        for name, text, on, first, repair, because in rows:
            with self.subTest(system=name, text=text, on=on, because=because):
                if name in OF_HCPCS and not self.book.has_system("hcpcs"):
                    self.skipTest("made without official releases, a book lacks a system that would answer")
                near = self.book.suggest(text, name, on)
                codes = " ".join(each.code for each in near if each.rank == 0) or "-"
                self.assertEqual((codes, str(near[0].repair) if near else "-"), (first, repair))

    def test_evidence_stands_where_its_row_says(self):
        rows = list(vectors("evidence.tsv"))
        self.assertGreater(len(rows), 5)
        for query, code, found, in_bytes, in_points, _, because in rows:
            for text, span in ((bytes_of(query), in_bytes), (bytes_of(query).decode(), in_points)):
                with self.subTest(query=query, code=code, found=found, because=because):
                    hit = next(hit for hit in self.book.search(text) if hit.code == code)
                    spans = [each.span for each in hit.evidence if each.found == found]
                    self.assertEqual(f"{spans[0].offset}+{spans[0].length}", span)

    def test_every_check_as_a_column_is_that_of_a_code(self):
        rows = [row for row in self.rows() if row[2] != "0"]
        for name in {row[0] for row in rows}:
            texts = [bytes_of(row[1]).decode("utf-8", "surrogateescape") for row in rows if row[0] == name]
            days = [row[2] for row in rows if row[0] == name]
            with self.subTest(system=name):
                alone = [self.book.check(text, name, day) for text, day in zip(texts, days)]
                self.assertEqual(self.book.check_many(texts, name, days), alone)


if __name__ == "__main__":
    unittest.main()
