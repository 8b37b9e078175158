"""The tables of the MS-DRG grouper, read from little ones made by hand."""

import pathlib
import struct
import sys
import types
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "data"))
try:
    import lmdb  # noqa: F401
except ImportError:
    sys.modules["lmdb"] = types.ModuleType("lmdb")

import grouper


def table(begin, rows, behind=b""):
    """Magic, how many rows, where they begin; then the rows, and what they point to."""
    return struct.pack("<4sII", b"TEST", len(rows), begin) + bytes(begin - 12) + b"".join(rows) + behind


def row(code, first, last, number):
    return struct.pack("<8sIII", code, first, last, number)


def patterns(*lists):
    """Number -> names: rows, then the pieces of each list, then the names."""
    at = 12 + 12 * len(lists)
    names_at = at + 8 * sum(map(len, lists))
    rows, pieces, names = [], b"", b""
    for number, held in enumerate(lists, 1):
        rows.append(struct.pack("<III", number, len(held), at + len(pieces)))
        for name in held:
            pieces += struct.pack("<II", names_at + len(names), len(name))
            names += name.encode()
    return table(12, rows, pieces + names)


class Codes(unittest.TestCase):
    def tables(self, genders=(), excluded=()):
        schemes = [struct.pack("<I4sIII", 5, b"MCC", 1, 0, 2), struct.pack("<I4sIII", 5, b"CC", 0, 0, 2)]
        rows = [row(b"I214", 400, 420, 0), row(b"I214", 421, 440, 1), row(b"A510", 400, 440, 1)]
        head = struct.pack("<4s4I", b"DIAG", len(schemes), len(rows), 20, 20 + 20 * len(schemes))
        return {"diagnosis": head + b"".join(schemes + rows), "dx_patterns": patterns(["ami", "chfami"], ["dxc0505"]),
                "gender_mdcs": table(12, list(genders)), "exclusion_ids": table(12, list(excluded))}

    def test_a_diagnosis_has_a_row_wherever_something_changes(self):
        excluded = [row(b"I214", 400, 401, 7), row(b"I214", 410, 440, 9)]
        self.assertEqual([held for held in grouper.diagnoses(self.tables(excluded=excluded)) if held[0] == "I214"], [
            ("I214", 400, 401, 5, 5, "MCC", 7, "ami chfami dxc0505"),
            ("I214", 410, 420, 5, 5, "MCC", 9, "ami chfami dxc0505"),
            ("I214", 421, 440, 5, 5, "CC", 9, "dxc0505")])

    def test_few_codes_have_another_mdc_for_women(self):
        genders = [struct.pack("<8sIIII", b"A510", 400, 440, 12, 13)]
        self.assertEqual(list(grouper.diagnoses(self.tables(genders)))[0],
                         ("A510", 400, 440, 12, 13, "CC", 0, "dxc0505"))

    def test_procedures_have_their_attributes_sorted(self):
        tables = {"procedure_attributes": table(12, [row(b"02703DZ", 400, 440, 1)]),
                  "pr_patterns": patterns(["stent1", "d468"])}
        self.assertEqual(list(grouper.procedures(tables)), [("02703DZ", 400, 440, "d468 stent1")])

    def test_a_collection_lists_its_diagnoses(self):
        codes = [b"J9601", b"A000"]
        held = struct.pack("<4sI", b"MDSR", 1) + struct.pack("<III", 7, 2, 20) + b"".join(
            struct.pack("<8s", code) for code in codes)
        self.assertEqual(list(grouper.collections_of({"exclusion_groups": held})), [(7, "A000 J9601")])


class Rules(unittest.TestCase):
    def test_a_formula_has_its_condition_and_what_it_ignores(self):
        condition, ignored = b"MCC & ANY:ami", b"ami"
        at = 24 + 20 + 48
        formula = struct.pack("<4I8s2I4I", 5, 71, 280, 280, b"MEDICAL", 0, 0, at + 8, len(condition), at, 1)
        group = struct.pack("<5I", 5, 431, 431, 0, 1)
        held = (struct.pack("<4s5I", b"FORM", 1, 1, 24, 24 + 20, 0) + group + formula
                + struct.pack("<II", at + 8 + len(condition), len(ignored)) + condition + ignored)
        self.assertEqual(list(grouper.formulas({"drg_formulas": held})),
                         [(431, 5, 71, 280, 280, "medical", 0, "MCC & ANY:ami", "ami")])

    def test_a_weight_is_taken_as_it_is_printed(self):
        text = ("TABLE 5\nMS-DRG\tPost-Acute\n"
                "001\tNo\tNo\tPRE\tSURG\tHEART\t28.0239\t27.1\t25.8\t36.2\n"
                "999\tNo\tNo\t\t**\tUNGROUPABLE\t.\t.\t.\t.\n")
        self.assertEqual(list(grouper.weights(text)), [("001", "27.1", "25.8", "36.2", "no", "no")])


if __name__ == "__main__":
    unittest.main()
