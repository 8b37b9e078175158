"""Notes, crosswalks, comorbidity, risk scores and stays: the rows that C runs; and columns say what each says alone."""

import datetime
import unittest

import coding
import numpy as np
import pyarrow as pa
from coding import Assertion, Cc, ComorbidityState, DrgReturn, MapKind, RiskSegment, RiskUse

from persons import (
    classed, grouped, has_grouper, has_scores, noted, operated, queried, scanned, scored, stay_line,
)  # fmt: skip
from whole import CCSR_BOOK, BookTest, bytes_of, open_ccsr_book, vectors

NOTE = "HPI: denies chest pain.\nA/P: Type 2 DM with CKD stage 3b, on insulin."
ILL = ["E11.22", "I50.22", "N18.4", "I48.91"]


class Notes(BookTest):
    def need_index(self):
        if not any("index" in origin.file for origin in self.book.origins()):
            self.skipTest("the book lacks the Alphabetic Index, which leads where these notes lead")

    def test_every_note_leads_to_the_codes_of_its_row(self):
        self.need_index()
        rows = list(vectors("notes.tsv"))
        self.assertGreaterEqual(len(rows), 35)
        for setting, note, codes, because in rows:
            with self.subTest(note=note, because=because):
                self.assertEqual(noted(self.book, setting, note), codes)

    def test_mentions_point_into_the_note_in_the_units_that_it_came_in(self):
        for note in ("🩺 " + NOTE, ("🩺 " + NOTE).encode()):
            read = self.book.annotate(note, 20251001)
            pain = next(one for one in read.mentions if one.assertion & Assertion.NEGATED)
            at = note[pain.span.offset :][: pain.span.length]
            cue = note[pain.cue.offset :][: pain.cue.length]
            text, words = (each if isinstance(each, str) else each.decode() for each in (at, cue))
            self.assertEqual((text, words), ("chest pain", "denies"))
            self.assertEqual([one.code for one in read.codes], ["E11.22", "N18.32", "Z79.4"])
            self.assertTrue(all(0 <= place < len(read.mentions) for one in read.codes for place in one.mentions))

    def test_the_setting_decides_what_is_uncertain(self):
        self.need_index()
        note = "A/P: COPD exacerbation, likely pneumonia."
        visit, stay = (self.book.annotate(note, 0, setting) for setting in ("outpatient", coding.Setting.INPATIENT))
        self.assertNotIn("J18.9", [one.code for one in visit.codes if not one.withheld])
        self.assertIn("J18.9", [one.code for one in stay.codes if not one.withheld])
        with self.assertRaisesRegex(ValueError, "outpatient, inpatient"):
            self.book.annotate(note, 0, "hotel")


class Operations(BookTest):
    def test_every_phrase_has_the_characters_of_its_row(self):
        rows = list(vectors("operations.tsv"))
        self.assertGreaterEqual(len(rows), 25)
        for phrase, codes, because in rows:
            with self.subTest(phrase=phrase, because=because):
                self.assertEqual(operated(self.book, phrase), codes)

    def test_what_the_words_leave_open_has_its_question_and_what_the_table_has(self):
        report = "🩺 PROCEDURE: Appendectomy, converted to open."
        for asked in (report, report.encode()):
            one = self.book.operate(asked, 20251201)[0]
            at = asked[one.span.offset :][: one.span.length]
            self.assertEqual(at if isinstance(at, str) else at.decode(), "Appendectomy")
        one = self.book.operate("appendectomy", 20251201)[0]
        self.assertEqual((one.code, one.nearest, one.root, one.open), ("0DTJ_ZZ", "0DT", "Resection", 1 << 4))
        approach = one.axes[4]
        self.assertEqual((approach.name, approach.value, approach.ground), ("Approach", "_", coding.Ground.OPEN))
        self.assertTrue(approach.query.endswith("?"), approach.query)
        self.assertIn("0", [value.character for value in approach.values])
        self.assertEqual(len(one.axes), 7)


class Phrases(BookTest):
    def test_every_text_has_the_phrases_of_its_row(self):
        rows = list(vectors("phrases.tsv"))
        self.assertGreaterEqual(len(rows), 16)
        for last, text, phrases, offsets, points, _, because in rows:
            raw = bytes_of(text)
            with self.subTest(text=text, because=because):
                self.assertEqual(scanned(self.book, last, raw), (phrases, offsets))
                self.assertEqual(scanned(self.book, last, raw.decode()), (phrases, points))

    def test_a_text_in_pieces_has_what_it_has_at_once(self):
        text = "🩺 Seen for type-II diabetes mellitus with hyperglycaemia; HTN. No multiple sclerosis 🩺.\n" * 40
        at_once = [(one.code, text[one.span.offset :][: one.span.length]) for one in self.book.scan(text).phrases]
        self.assertGreaterEqual(len(at_once), 100)
        for size in (7, 100, 1000):
            found, left = [], ""
            for at in range(0, len(text), size):
                piece = left + text[at : at + size]
                done = self.book.scan(piece, at + size >= len(text))
                found += [(one.code, piece[one.span.offset :][: one.span.length]) for one in done.phrases]
                left = piece[done.rest.offset :][: done.rest.length]
            self.assertEqual((found, left), (at_once, ""))


class Categories(unittest.TestCase):
    def setUp(self):
        if not CCSR_BOOK.exists():
            self.skipTest(f"there is no book at {CCSR_BOOK}")
        self.book = open_ccsr_book()
        self.addCleanup(self.book.close)

    def test_every_diagnosis_has_the_categories_of_its_row(self):
        rows = list(vectors("ccsr.tsv"))
        self.assertEqual(len(rows), 14)
        for diagnosis, version, categories, inpatient, outpatient, because in rows:
            with self.subTest(diagnosis=diagnosis, because=because):
                self.assertEqual(classed(self.book, diagnosis, version), f"{categories} {inpatient} {outpatient}")

    def test_a_record_may_stand_for_its_code_and_a_word_too_many_is_named(self):
        entry = self.book.find("E11.22", "icd10cm", 0)
        self.assertEqual(self.book.ccsr(entry).source.line, 3)
        self.assertEqual(self.book.ccsr("E11.22 I10").categories, ())
        with self.assertRaisesRegex(ValueError, "version="):
            self.book._ccsr("E11.22 I10")


class Crosswalks(BookTest):
    def setUp(self):
        try:
            self.book.map("942.33", "icd10cm", "icd9cm")
        except coding.NotInBook:
            self.skipTest("the book has no mappings")

    def test_what_stands_for_a_code_has_its_rows(self):
        mapped = self.book.map("942.33", "icd10cm", "icd9cm")
        self.assertEqual((mapped.kind, mapped.codes), (MapKind.SEVERAL, ("T21.32XA", "T21.72XA")))
        self.assertEqual([row.source.line for row in mapped.rows], [17552, 17553])

    def test_a_code_is_carried_over_the_years(self):
        mapped = self.book.map_years("T81.4XXA", 20251001, 20161001)
        self.assertIn("T81.40XA", mapped.codes)
        self.assertEqual(mapped.rows[0].first, datetime.date(2018, 10, 1))
        self.assertEqual(self.book.map_years("E11.9", 20251001).kind, MapKind.EXACT)

    def test_a_column_leads_where_each_code_does(self):
        codes = ["942.33", "250.00", None, "zz", "V58.69", "E884.9", "799.9"]
        for column in (codes, pa.array(codes), np.array(codes, object)):
            many = self.book.map_many(column, "icd10cm", "icd9cm")
            for code, target, kind in zip(codes, many.targets, many.kinds):
                with self.subTest(code=code):
                    if code in (None, "zz"):
                        self.assertEqual((target, kind), (0, MapKind.UNKNOWN))
                        continue
                    alone = self.book.map(code, "icd10cm", "icd9cm")
                    one = alone.codes[0] if len(alone.codes) == 1 and alone.kind != MapKind.COMBINATION else ""
                    self.assertEqual((coding.codes.text(target), kind), (one, alone.kind))

    def test_what_cannot_be_mapped_is_said(self):
        with self.assertRaises(coding.NotInBook):
            self.book.map_many(["E11.9"], "hcpcs", "icd10cm")
        with self.assertRaises(coding.NotInBook):
            self.book.map("E11.9", "hcpcs")
        with self.assertRaises(coding.Unreadable):
            self.book.map("no code", "icd10cm", "icd9cm")
        with self.assertRaises(ValueError):
            self.book.map("E11.9", "icd9cm", style="guess")


class Comorbidity(BookTest):
    SCHEMES = ("elixhauser-ahrq", "charlson-quan", "elixhauser-quan")
    PATIENTS = [["J18.9", "I13.2", "E11.22"], ["I21.4"], [], ["C78.7", "I50.9", "zz", "K70.30"]]
    POA = [["Y", "Y", "N"], [""], [], ["Y", "W", "U", "Y"]]

    def present(self, all):
        return [group.name for group in all.groups if group.state == ComorbidityState.PRESENT]

    def test_groups_and_scores_of_a_patient(self):
        all = self.book.comorbidity(["J18.9", "I13.2"], poa=["Y", "Y"])
        self.assertEqual(self.present(all), ["HF", "HTN_CX", "RENLFL_SEV"])
        self.assertEqual((all.score, all.second_score), (15, 22))
        self.assertEqual(all, self.book.comorbidity("J18.9/Y I13.2/Y"))
        self.assertEqual([group.codes[0].place for group in all.groups if group.codes], [1, 1, 1])

    def test_without_a_report_what_needs_one_is_unknown(self):
        all = self.book.comorbidity("J18.9 I13.2")
        self.assertTrue(all.unknown)
        self.assertEqual(self.book.comorbidity("J18.9 I13.2", age=70).unknown, all.unknown)

    def test_age_has_its_own_points(self):
        all = self.book.comorbidity(["I21.4"], "charlson-quan", age=72)
        self.assertEqual((all.age_points, all.score), (coding.charlson_age_points(72), 1))
        self.assertEqual(coding.comorbidity_score_name(coding.ComorbidityScheme.CHARLSON_QUAN, 1), "quan")

    def columns(self):
        """The patients in each form that a column of lists may have."""
        offsets = np.cumsum([0] + [len(one) for one in self.PATIENTS])
        flat, poa = sum(self.PATIENTS, []), sum(self.POA, [])
        numbers = np.frombuffer(self.book.numbers_many(flat, "icd10cm"), np.uint64)
        yield self.PATIENTS, {"poa": self.POA}
        yield pa.array(self.PATIENTS), {"poa": pa.array(self.POA)}
        yield pa.chunked_array([self.PATIENTS[:1], self.PATIENTS[1:]]), {"poa": self.POA}
        yield flat, {"offsets": offsets, "poa": poa}
        yield pa.array(flat), {"offsets": list(map(int, offsets)), "poa": np.array([1, 1, 2, 0, 1, 4, 3, 1], np.uint8)}
        yield numbers, {"offsets": offsets.astype(np.uint64), "poa": bytes([1, 1, 2, 0, 1, 4, 3, 1])}

    def test_many_patients_are_each_alone(self):
        for scheme in self.SCHEMES:
            alone = [self.book.comorbidity(codes, scheme, poa=poa) for codes, poa in zip(self.PATIENTS, self.POA)]
            for codes, given in self.columns():
                with self.subTest(scheme=scheme, column=type(codes)):
                    many = self.book.comorbidity_many(codes, scheme, **given)
                    for i, one in enumerate(alone):
                        names = [group.name for n, group in enumerate(one.groups) if many.present[i] >> n & 1]
                        self.assertEqual(names, self.present(one))
                        self.assertEqual(list(many.scores[2 * i :][:2]), [one.score, one.second_score])

    def test_a_patient_that_is_missing_has_no_group(self):
        many = self.book.comorbidity_many([None, ["I21.4"]], "charlson-quan")
        self.assertEqual((many.present[0], list(many.scores)), (0, [0, 0, 1, 0]))
        arrow = self.book.comorbidity_many(pa.array([None, ["I21.4"]]), "charlson-quan")
        self.assertEqual(many, arrow)

    def test_offsets_that_lead_elsewhere_are_refused(self):
        for offsets in ([0, 3], [1, 2], [0, 2, 1], []):
            with self.subTest(offsets=offsets), self.assertRaises(ValueError):
                self.book.comorbidity_many(["I21.4", "E11.9"], offsets=offsets)
        with self.assertRaises(TypeError):
            self.book.comorbidity_many(["I21.4", "E11.9"])
        with self.assertRaises(ValueError):
            self.book.comorbidity_many([["I21.4"]], poa=[["Y", "Y"]])
        with self.assertRaises(ValueError):
            self.book.comorbidity_many([["I21.4"]], on=[20250101, 20250102])

    def test_what_no_book_has_is_said(self):
        with self.assertRaises(coding.NotInBook):
            self.book.comorbidity("I21.4", version="1066.1")
        with self.assertRaises(coding.NotInBook):
            self.book.comorbidity_many([["I21.4"]], version="1066.1")
        with self.assertRaises(coding.Unreadable):
            self.book.comorbidity("I21.4/X")


class Risk(BookTest):
    def setUp(self):
        if not has_scores(self.book):
            self.skipTest("the book has no tables of risk adjustment")

    def test_every_member_has_the_score_of_its_row(self):
        rows = list(vectors("risk.tsv"))
        self.assertGreaterEqual(len(rows), 25)
        for model, year, member, categories, raw, payment, because in rows:
            with self.subTest(model=model, year=year, member=member, because=because):
                self.assertEqual(scored(self.book, model, year, member), f"{categories} {raw} {payment}".strip())

    def test_a_score_tells_what_it_rests_on(self):
        score = self.book.risk(model="V28", year=2026, age=72, sex="F", diagnoses=[*ILL, "Z00.00"], earlier=["C18.9"])
        self.assertEqual((score.raw, score.payment, score.segment), (2099, 1851, RiskSegment.CNA))
        self.assertEqual(sum(term.coefficient for term in score.terms), score.raw)
        self.assertEqual([one.use for one in score.diagnoses], [RiskUse.COUNTS] * 4 + [RiskUse.NO_CATEGORY])
        supports = {one.number: one.supports for one in score.categories}
        self.assertEqual([score.diagnoses[place].code for place in supports[226]], ["I50.22"])
        self.assertEqual([gap.number for gap in score.gaps], [22])
        self.assertEqual(str(score.model), "v28")
        self.assertEqual((score.model.title, score.segment.title), ("V28", "CNA"))

    def test_fields_and_a_line_are_the_same_member(self):
        line = "age=72 sex=F dual=2 new E11.22@2025-03-01 earlier=E11.9,I50.22"
        fields = {"age": 72, "sex": "female", "dual": 2, "new": True, "earlier": ["E11.9", "I50.22"],
                  "diagnoses": [{"code": "E11.22", "on": datetime.date(2025, 3, 1)}]}  # fmt: skip
        self.assertEqual(self.book.risk(line, model="v28", year=2026), self.book.risk(fields, model=3, year=2026))

    def test_a_blend_has_its_parts(self):
        blend = self.book.risk_blend("age=72 sex=F E11.22 I50.22", year=2025)
        self.assertEqual([part.share for part in blend.scores], [330, 670])
        self.assertEqual([str(part.score.model) for part in blend.scores], ["v24", "v28"])

    def test_many_members_are_each_alone(self):
        rows = [(model, int(year), member) for model, year, member, *_ in vectors("risk.tsv")]
        for model, year in {(model, year) for model, year, _ in rows if self.book.risk_has(model, year)}:
            members = [member for *of, member in rows if of == [model, year] and "born" not in member]
            members = [line for line in members if "plan=" not in line and "@" not in line and "metal=" not in line]
            if not members:
                continue
            asked = [self.of_line(line) for line in members]
            many = self.book.risk_many([one.pop("codes") for one in asked], model, year,
                                       **{name: [one[name] for one in asked] for name in asked[0]})
            for i, line in enumerate(members):
                with self.subTest(model=model, year=year, member=line):
                    self.assertEqual((many.raw[i], many.payment[i]), self.alone(line, model, year))

    def alone(self, line, model, year):
        try:
            score = self.book.risk(line, model=model, year=year)
        except coding.Unreadable:
            return 0, 0
        return score.raw, score.payment

    def of_line(self, line):
        """The fields of columns."""
        flags = {"medicaid": 1, "institutional": 2, "new": 4, "special-needs": 8, "low-income": 16, "dialysis": 32,
                 "graft": 64}  # fmt: skip
        said = {"codes": [], "age": 0, "sex": "", "entitlement": 0, "dual": 0, "flags": 0, "graft_months": 0}
        for word in line.split():
            name, has_value, value = word.partition("=")
            said["flags"] |= flags.get(name, 0)
            if name == "graft":
                said["graft_months"] = int(value)
            elif has_value and name != "earlier":
                said[name] = value if name == "sex" else int(value)
            elif name not in flags and not has_value:
                said["codes"].append(word)
        return said

    def test_columns_come_as_numpy_arrow_or_one_for_all(self):
        want = self.book.risk_many([ILL, []], "V28", 2026, age=[72, 80], sex=["F", "M"])
        arrow = self.book.risk_many(pa.array([ILL, []]), "V28", 2026, age=pa.array([72, 80]), sex=pa.array(["F", "M"]),
                                    dual=0, flags=np.zeros(2, np.int64))
        self.assertEqual(want, arrow)
        one = self.book.risk_many([ILL, ILL], "V28", 2026, age=72, sex="F")
        self.assertEqual(list(one.payment), [want.payment[0]] * 2)
        self.assertEqual(list(np.asarray(want.raw)), list(want.raw))
        for wrong, error in (({"age": [72]}, ValueError), ({"age": [720, 1]}, OverflowError),
                             ({"age": np.array([-1, 1])}, OverflowError), ({"age": 1, "sex": "X"}, ValueError)):
            with self.subTest(wrong=wrong), self.assertRaises(error):
                self.book.risk_many([ILL, []], "V28", 2026, **{"sex": "F", **wrong})

    def test_what_no_book_has_is_said(self):
        with self.assertRaises(coding.NotInBook):
            self.book.risk("age=72 sex=F E11.22", model="V28", year=2010)
        with self.assertRaises(coding.NotInBook):
            self.book.risk_many([ILL], "V28", 2010, age=72, sex="F")
        for line in ("age=72 sex=X", "E11,22", "age=old", "colour=red", "E11.22@today"):
            with self.subTest(line=line), self.assertRaises(coding.Unreadable):
                self.book.risk(line, model="V28", year=2026)
        with self.assertRaises(ValueError):
            self.book.risk("age=72 sex=F", model="V99", year=2026)
        with self.assertRaises(ValueError):
            self.book.risk(model="V28", year=2026, age="7 2")


class Stays(BookTest):
    def setUp(self):
        if not has_grouper(self.book):
            self.skipTest("the book has no grouper")

    def test_every_stay_has_the_groups_of_its_row(self):
        rows = list(vectors("stays.tsv"))
        self.assertGreaterEqual(len(rows), 40)
        for version, stay, drgs, because in rows:
            with self.subTest(version=version, stay=stay, because=because):
                self.assertEqual(grouped(self.book, version, stay), drgs)

    def test_a_group_tells_what_decided(self):
        stay = {"sex": "F", "discharge": 1, "diagnoses": ["I21.4", {"code": "J96.01", "poa": "N"}]}
        grouping = self.book.group(stay, datetime.date(2025, 10, 15))
        self.assertEqual((grouping.last.drg, grouping.last.severity), (280, Cc.MCC))
        self.assertEqual(grouping, self.book.group("sex=F discharge=01 I21.4 J96.01/N", 20251015))
        self.assertTrue(grouping.diagnoses[1].makes_last)
        changes = self.book.group_what_if(stay, 20251015)
        self.assertEqual([(one.code, one.drg) for one in changes.changes], [("J96.01", 282)])
        self.assertGreater(self.book.drg_weight(280, 20251015).weight, 1)
        self.assertIn("ami", self.book.group_attributes("I21.4", 430))

    def test_every_stay_has_the_queries_of_its_row(self):
        rows = list(vectors("queries.tsv"))
        self.assertGreaterEqual(len(rows), 14)
        for version, stay, drg, queries, because in rows:
            with self.subTest(version=version, stay=stay, because=because):
                self.assertEqual(queried(self.book, version, stay), f"{drg} {queries}")

    def test_queries_are_asked_of_fields_too(self):
        queries = self.book.group_queries(sex="F", discharge=1, diagnoses=["I21.4", "N18.9"], on=20251015)
        self.assertEqual([(one.number, one.code, one.severity) for one in queries.queries][-1], (2, "N18.6", Cc.MCC))

    def test_many_stays_are_each_alone(self):
        rows = list(vectors("stays.tsv"))
        for version in {version for version, *_ in rows}:
            lines = [stay for its, stay, *_ in rows if its == version]
            said = [self.of_line(line) for line in lines]
            columns = {name: [one[name] for one in said] for name in said[0]}
            diagnoses = columns.pop("diagnoses")
            many = self.book.group_many(diagnoses, version=int(version), **columns)
            arrow = self.book.group_many(pa.array(diagnoses), version=int(version), **columns)
            self.assertEqual(many, arrow)
            for i, line in enumerate(lines):
                with self.subTest(version=version, stay=line):
                    alone = self.book.group(stay_line(version, line))
                    self.assertEqual((many.first[i], many.last[i]), (alone.first.drg, alone.last.drg))
                    self.assertEqual((many.mdc[i], many.types[i], many.reasons[i], many.severities[i]),
                                     (alone.last.mdc, alone.last.type, alone.last.reason, alone.last.severity))

    def of_line(self, line):
        sex, discharge, *words = line.split()
        at = words.index("px") if "px" in words else len(words)
        parts = [word.partition("/") for word in words[:at] if "=" not in word]
        return {"sex": sex if sex in "MF" else "U", "discharge": int(discharge), "procedures": words[at + 1 :],
                "diagnoses": [code for code, _, _ in parts], "poa": [poa for _, _, poa in parts]}  # fmt: skip

    def test_days_choose_the_version_and_one_of_none_has_no_group(self):
        days = [datetime.date(2025, 10, 15), datetime.date(1999, 1, 1)]
        many = self.book.group_many([["I21.4"]] * 2, days, sex="F", discharge=1)
        self.assertEqual(list(many.last), [282, 0])
        with self.assertRaises(coding.NotInBook):
            self.book.group_many([["I21.4"]], 19990101, sex="F", discharge=1)
        with self.assertRaises(coding.NotInBook):
            self.book.group("sex=F I21.4", 19990101)

    def test_what_cannot_be_grouped_has_its_reason(self):
        grouping = self.book.group("sex=F discharge=01 W19.XXXA", 20251015)
        self.assertEqual((grouping.last.drg, grouping.last.reason), (999, DrgReturn.NOT_PRINCIPAL))
        self.assertEqual(str(grouping.last.reason), "never-principal")
        for line in ("sex=F discharge=x", "I21.4/Q", "hospital=far", "version=new"):
            with self.subTest(line=line), self.assertRaises(coding.Unreadable):
                self.book.group(line, 20251015)


class Lines(BookTest):
    def test_nothing_that_is_handed_in_leaves_its_word(self):
        for code in ("I21.4 J96.01", "sex", "sex=M", "I21.4\nsex=M", "px", "I21.4/Y"):
            grouping = self.book.group(version="43.1", sex="F", discharge=1, diagnoses=[code] * 2)
            with self.subTest(code=code):
                self.assertEqual((len(grouping.diagnoses), len(grouping.procedures)), (2, 0))


class Numbers(BookTest):
    def test_a_column_of_codes_is_their_numbers(self):
        codes = ["E11.9", None, "zz", "G35"] * 700
        want = [coding.codes.number(code, "icd10cm") if code else 0 for code in codes]
        plain = [code or "" for code in codes]
        for column in (codes, pa.array(codes), pa.array(codes, pa.large_string()), pa.array(codes).dictionary_encode(),
                       np.array(plain), np.array(plain, "S5"), np.array(want, np.uint64)):
            numbers = np.frombuffer(self.book.numbers_many(column, "icd10cm"), np.uint64)
            self.assertEqual(numbers.tolist(), want)
        self.assertEqual(self.book.numbers_many(["E11.9", "z?z"]), self.book.numbers_many(["E11.9", "z?z"], "icd10cm"))


if __name__ == "__main__":
    unittest.main()
