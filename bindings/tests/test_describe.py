"""What is told to languages is what the library has, and a header that nobody foresaw is read like any other."""

import ast
import ctypes
import json
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path

BINDINGS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(BINDINGS))

import describe  # noqa: E402
import surface  # noqa: E402
from tables import Tables  # noqa: E402

HEADERS, SHAPES = describe.read()
SURFACE = json.loads(Path(os.environ["CODING_SURFACE"]).read_text(encoding="utf-8"))


def records_of_python():
    """Classes that Python registers: names of fields in order, and whether one may be None."""
    body = [node for name in ("_records", "_claim_records", "_group_records")
            for node in ast.parse((BINDINGS / f"python/coding/{name}.py").read_text(encoding="utf-8")).body]
    registered = [node.value for node in body if getattr(getattr(node, "target", None), "id", "").endswith("RECORDS")]
    names = {name.id for each in registered for name in each.elts}
    return {
        node.name: [(field.target.id, ast.unparse(field.annotation).startswith("Optional["))
                    for field in node.body if isinstance(field, ast.AnnAssign)]
        for node in body if isinstance(node, ast.ClassDef) and node.name in names
    }  # fmt: skip


class Records(unittest.TestCase):
    def test_names_order_and_none_are_those_of_python(self):
        python = records_of_python()
        for record in SURFACE["shapes"]:
            if record["name"] == "Rows":  # a range in Python
                continue
            told = [(field["name"], field["none"]) for field in record["fields"]]
            self.assertEqual(told, python.pop(record["name"]), record["name"])
        self.assertEqual(set(python), set(), "of Python alone")

    def test_each_record_and_field_says_what_it_is_in_no_words_of_c(self):
        for record in SURFACE["shapes"]:
            for one in (record, *record["fields"]):
                self.assertRegex(one["doc"], r"^\S.*[.:;?]$", f"{record['name']}.{one['name']}")
                self.assertNotRegex(one["doc"], r"CODING_|coding_|NULL|\bdesk\b", f"{record['name']}.{one['name']}")

    def test_each_answer_is_in_answers_i(self):
        lines = re.findall(r"^coding__answer\((\w+), (\w+)\)", (BINDINGS / "answers.i").read_text(), re.M)
        self.assertEqual(sorted(lines), sorted((one["c"], one["name"]) for one in SURFACE["answers"]))


class Enumerations(unittest.TestCase):
    def test_words_are_the_librarys_own(self):
        library = ctypes.CDLL(os.environ["CODING_LIBRARY"])
        named = 0
        for function in HEADERS.functions.values():
            names = [one for one in SHAPES.names.values() if function.c == one.c + "_name"]
            if len(function.parameters) != 1 or not names or not hasattr(library, function.c):
                continue  # what is declared and not there is told by tests/exports
            call = getattr(library, function.c)
            call.restype = ctypes.c_char_p
            for member in names[0].members:
                self.assertEqual(call(member.number).decode(), member.word, f"{function.c}({member.number})")
            if names[0].numbers:
                first, last, start = names[0].numbers
                self.assertEqual([call(n).decode() for n in (first, last)], [f"{start}{first}", f"{start}{last}"])
            named += 1
        self.assertGreaterEqual(named, 5)

    def test_a_member_is_an_identifier_without_its_enumerations_name(self):
        for one in SURFACE["enumerations"]:
            for member in one["members"]:
                self.assertTrue(member["name"].isidentifier(), member["name"])
        rule = next(one for one in SURFACE["enumerations"] if one["name"] == "Rule")
        self.assertIn(("NOT_YET", "not-yet", 8), [(one["name"], one["word"], one["number"]) for one in rule["members"]])


class Methods(unittest.TestCase):
    def test_each_is_a_function_that_takes_the_same(self):
        text = "".join((BINDINGS / name).read_text(encoding="utf-8") for name in ("asks.h", "room.h"))
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
        for method in SURFACE["methods"]:
            match = re.search(rf"\b{method['c']}\(([^;]*)\);", text)
            self.assertTrue(match, method["c"])
            taken = [one.name for one in describe.read_headers.parameters_of(match[1])]
            self.assertEqual(taken, ["room"] + [one["name"] for one in method["parameters"]], method["c"])

    def test_they_come_in_the_one_order(self):
        order = ["desk", "book", "text", "length", "system", "on"]
        for method in SURFACE["methods"]:
            places = [order.index(one["name"]) for one in method["parameters"] if one["name"] in order]
            self.assertEqual(places, sorted(places), method["name"])
            self.assertTrue(method["doc"].endswith((".", "?", ".)")), method["name"])

    def test_what_is_handed_in_is_told_apart(self):
        check = next(one for one in SURFACE["methods"] if one["name"] == "check")
        shown = [(one["name"], one["kind"]) for one in check["parameters"] if not one["hidden"]]
        self.assertEqual(shown, [("text", "text"), ("system", "name"), ("on", "day")])
        self.assertEqual((check["result"]["kind"], check["result"]["shape"]), ("record", "Verdict"))


HEADER = """
/** What a crate holds. */
typedef enum coding_fruit {
    CODING_FRUIT_APPLE = 0, /**< Red. */
    CODING_FRUIT_PEAR = 1   /**< Green. */
} coding_fruit;

/** How to pack. */
typedef struct coding_crate_options {
    size_t      size;   /**< sizeof(coding_crate_options). */
    const char *label;  /**< NULL: none. */
} coding_crate_options;

/** A crate in the making. Opaque. */
typedef struct coding_crate coding_crate;

/** One piece. */
typedef struct coding_piece {
    coding_fruit fruit;  /**< Which. */
    double       weight; /**< In grams. */
    int64_t      price;  /**< Cents. */
    coding_code  code;   /**< 0 if none. */
    uint64_t     seen;   /**< Bit n: fruit n. */
    char         spare[4]; /**< 0. */
} coding_piece;

/** All pieces. */
typedef struct coding_pieces {
    coding_status       status; /**< CODING_OK. */
    const coding_piece *items;  /**< On the desk. */
    size_t              count;  /**< How many. */
    coding_piece        best;   /**< The heaviest. */
} coding_pieces;

/** Adds a piece. */
CODING_API void coding_crate_add(coding_crate *crate, const char *text, size_t length,
                                 const coding_crate_options *options);
/** What is in it. */
CODING_API coding_pieces coding_crate_pieces(coding_desk *desk, const coding_crate *crate);
/** `apple` and so on. */
CODING_API const char *coding_fruit_name(coding_fruit fruit);
"""

ROWS = """
record Piece of coding_piece
    fruit
    weight
    price
    code?
record Pieces of coding_pieces
    pieces of items : All of them.
    best
answer pieces of coding_pieces : Pieces
answer piece_list of coding_pieces : list items of Piece
"""


class NewHeaders(unittest.TestCase):
    def read(self, rows):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = Path(folder.name)
        (root / "coding").mkdir()
        (root / "coding.h").write_text("#include <coding/crate.h>\n")
        (root / "coding/crate.h").write_text(HEADER)
        (root / "rows.txt").write_text(rows)
        return describe.read(root / "coding.h", root / "rows.txt")

    def test_rows_are_all_that_it_takes(self):
        headers, shapes = self.read(ROWS)
        piece, pieces = shapes.records["Piece"], shapes.records["Pieces"]
        self.assertEqual([field.kind for field in piece.fields], ["name", "real", "count", "code"])
        self.assertEqual([(field.kind, field.record) for field in pieces.fields],
                         [("list", "Piece"), ("record", "Piece")])  # fmt: skip
        self.assertEqual([(one.kind, one.record) for one in shapes.answers], [("record", "Pieces"), ("list", "Piece")])
        told = describe.Describer(headers, shapes).surface("%extend coding__room {}")
        self.assertEqual([one["needs_book"] for one in told["functions"]], [True, True, False])
        self.assertEqual(told["structs"][0]["members"][1]["name"], "label")

    def test_a_mask_is_a_list_of_names_and_numbers_are_a_list_of_counts(self):
        rows = "record Piece of coding_piece\n    none without code\n    seen as Fruit\n    fruit\n"
        answers = "answer one of coding_piece : Piece\nanswer whole of coding_piece : Piece always\n"
        _, shapes = self.read(rows + answers)
        seen, fruit = shapes.records["Piece"].fields
        self.assertEqual([(one.kind, one.enumeration) for one in (seen, fruit)],
                         [("names", "Fruit"), ("name", "Fruit")])  # fmt: skip
        self.assertEqual([one.kind for one in shapes.answers], ["maybe", "record"])
        _, shapes = self.read("answer numbers of coding_pieces : list items of count\n")
        self.assertEqual([(one.kind, one.record) for one in shapes.answers], [("counts", "")])

    def test_the_tables_name_each_member(self):
        source = Tables(self.read(ROWS)[1]).source()
        self.assertIn(".count_offset = offsetof(coding_pieces, count)", source)
        self.assertIn("static coding_status pieces_status(const void *answer)", source)

    def test_what_does_not_fit_is_refused_by_name(self):
        for wrong, words in (("    colour", "no colour"), ("    weight as taste", "taste"), ("    a b c", "no field"),
                             ("    best", "no best"), ("    spare", "spare"),
                             ("answer a of coding_pieces : list items of Pear", "Pear")):  # fmt: skip
            with self.assertRaises(SystemExit) as caught:
                self.read("record Piece of coding_piece\n" + wrong)
            self.assertIn(words, str(caught.exception))


class Surface(unittest.TestCase):
    names = [*surface.names_of(SURFACE).values()]

    def test_a_language_with_all_of_it_lacks_nothing(self):
        allowed = surface.left_out("nowhere")
        has = [name for name in self.names if name not in allowed]
        self.assertEqual(surface.of_language(SURFACE, "nowhere", has)[1], [])

    def test_one_that_lacks_a_method_is_told_its_name(self):
        has = [name for name in self.names if name not in surface.left_out("nowhere") and name != "Book.check"]
        self.assertEqual(surface.of_language(SURFACE, "nowhere", has)[1],
                         ["Book.check is missing, and no reason is given"])  # fmt: skip

    def test_camel_case_and_idioms_are_the_same_names(self):
        wanted = {"Book.is_below": True}
        self.assertEqual(surface.folded("Book.isBelow"), surface.folded(next(iter(wanted))))
        self.assertIn("Book.editions", self.names)

    def test_a_reason_that_is_no_longer_one_is_a_fault(self):
        self.assertEqual(surface.judged({"a": True}, {"a": "because", "b": "because"}, {"a"}),
                         ["left_out.tsv: a is there", "left_out.tsv: nothing is called b"])  # fmt: skip


if __name__ == "__main__":
    unittest.main()
