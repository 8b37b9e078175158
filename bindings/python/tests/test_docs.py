"""Everything says what it is: what is generated says it in the headers' words."""

import importlib.util
import inspect
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import coding
from coding import _book, codes

from whole import BOOK, TREE, needs_book


def surface():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, TREE / "bindings/describe.py", folder], check=True)
        return json.loads((pathlib.Path(folder) / "surface.json").read_text(encoding="utf-8"))


class Documentation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.surface = surface()

    def test_every_field_of_a_record_says_what_the_header_says(self):
        records = {record.__name__: record for record in _book.RECORDS}
        told = 0
        for shape in self.surface["shapes"]:
            record = records.get(shape["name"])
            for field in shape["fields"] if record else ():
                with self.subTest(record=shape["name"], field=field["name"]):
                    self.assertEqual(getattr(record, field["name"]).__doc__, field["doc"])
                    told += 1
        self.assertEqual(told, sum(len(record._fields) for record in records.values()))

    def test_every_member_of_an_enumeration_says_what_the_header_says(self):
        kinds = {type(members[0]).__name__: type(members[0]) for members in _book.NAMES}
        for enumeration in self.surface["enumerations"]:
            kind = kinds.get(enumeration["name"])
            for member in enumeration["members"] if kind else ():
                with self.subTest(member=f"{kind.__name__}.{member['name']}"):
                    self.assertEqual(kind[member["name"]].__doc__, member["doc"])
                    self.assertTrue(member["doc"])

    def test_every_class_function_and_method_has_a_docstring(self):
        for name in coding.__all__:
            thing = getattr(coding, name)
            if inspect.isclass(thing) or inspect.isfunction(thing):
                with self.subTest(name=name):
                    self.assertTrue(thing.__doc__ and not thing.__doc__.startswith(f"{name}("), thing.__doc__)
                for each, member in vars(thing).items() if inspect.isclass(thing) else ():
                    if not each.startswith("_") and (callable(member) or isinstance(member, property)):
                        with self.subTest(name=f"{name}.{each}"):
                            self.assertTrue(member.__doc__)
        for name in codes.__all__:
            self.assertTrue(getattr(codes, name).__doc__, name)

    def test_a_docstring_is_a_sentence_that_ends(self):
        for name, method in vars(coding.Book).items():
            if not name.startswith("_") and method.__doc__:
                with self.subTest(name=name):
                    first = inspect.getdoc(method).split("\n\n--\n\n")[-1].splitlines()[0]
                    self.assertTrue(first[0].isupper() or first[0].isdigit(), first)
                    self.assertIn(inspect.getdoc(method).rstrip()[-1], ".?)", first)

    def test_accessors_say_what_they_answer(self):
        for module in ("pandas", "polars"):
            try:
                accessor = __import__(f"coding.{module}", fromlist=["SeriesCoding"]).SeriesCoding
            except ImportError:
                continue
            for name in ("check", "title", "search"):
                self.assertTrue(getattr(accessor, name).__doc__, f"{module} {name}")


class Pasted(unittest.TestCase):
    @needs_book
    def test_what_the_readme_says_to_paste_runs(self):
        text = (TREE / "bindings/python/README.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
        self.assertGreaterEqual(len(blocks), 3)
        for block in blocks:
            library = next((name for name in ("pandas", "polars") if name in block), "coding")
            with self.subTest(library=library):
                if not importlib.util.find_spec(library):
                    self.skipTest(f"{library} is not here")
                ran = subprocess.run([sys.executable, "-c", block], env={**os.environ, "CODING_BOOK": BOOK},
                                     capture_output=True, text=True)
                self.assertEqual((ran.returncode, ran.stderr), (0, ""))
                self.assertTrue("stands" in ran.stdout or "STANDS" in ran.stdout, ran.stdout)


if __name__ == "__main__":
    unittest.main()
