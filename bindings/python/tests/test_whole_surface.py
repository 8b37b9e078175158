"""Nothing of the library is forgotten, and the names of its enumerations are its own."""

import subprocess
import sys
import unittest

import coding
from coding import _coding

from whole import TREE

sys.path.insert(0, str(TREE / "bindings"))
import describe  # noqa: E402
import surface  # noqa: E402

#: Enumerations by the beginning of the library's names, longest first where one begins as another does.
ENUMS = {
    "CODING_RULE_": coding.Rule,
    "CODING_CURE_": coding.Cure,
    "CODING_DAMAGE_": coding.Damage,
    "CODING_REPAIR_": coding.Repair,
    "CODING_FIELD_": coding.Field,
    "CODING_LINK_": coding.Link,
    "CODING_AXIS_": coding.Axis,
    "CODING_NOTE_": coding.NoteKind,
    "CODING_PART_": coding.PartKind,
    "CODING_CPT_": coding.CptCategory,
}
REST = (coding.System, coding.Status, coding.Severity, coding.NdcForm)
NO_MEMBERS = {"CODING_CODE_TEXT", "CODING_OWN_FIRST", "CODING_OWN_LAST"}


def has():
    """What Python's users find: methods of Book, and functions of the package and its extension."""
    methods = [f"Book.{name}" for name in dir(coding.Book) if not name.startswith("_")]
    return methods + [name for module in (coding, _coding) for name in dir(module) if not name.startswith("_")]


class WholeSurface(unittest.TestCase):
    def test_every_public_function_has_a_counterpart_or_a_reason(self):
        count, faults = surface.of_language(describe.surface(), "python", has())
        self.assertGreater(count, 60)
        self.assertEqual(faults, [])

    def test_members_are_the_librarys(self):
        seen = {}
        for name in dir(_coding):
            if not name.startswith("CODING_") or name in NO_MEMBERS:
                continue
            number = getattr(_coding, name)
            prefix = next((prefix for prefix in ENUMS if name.startswith(prefix)), None)
            kinds = (ENUMS[prefix],) if prefix else REST
            bare = name[len(prefix or "CODING_"):]
            found = [kind[bare] for kind in kinds if bare in kind.__members__]
            found = found or [kind[bare] for kind in REST if bare in kind.__members__]
            with self.subTest(name=name):
                self.assertEqual([int(member) for member in found], [number])
            for member in found:
                seen.setdefault(type(member), set()).add(member.name)
        for kind in (*ENUMS.values(), *REST):
            self.assertEqual(seen.get(kind), set(kind.__members__), kind)

    def test_members_are_spelled_as_the_library_spells_them(self):
        for kind, name_of in ((coding.Rule, _coding.rule_name), (coding.Damage, _coding.damage_name),
                              (coding.Repair, _coding.repair_name), (coding.System, _coding.system_name),
                              (coding.PartKind, _coding.part_kind_name)):
            for member in kind:
                with self.subTest(member=repr(member)):
                    self.assertEqual(str(member), name_of(member))
        self.assertEqual((str(coding.System(64)), coding.System(64)), ("own-64", 64))

    def test_every_public_thing_says_what_it_is(self):
        bare = [name for name in dir(coding.Book)
                if not name.startswith("_") and name not in {"this", "thisown"}
                and not getattr(coding.Book, name).__doc__]
        self.assertEqual(bare, [])
        for name in coding.__all__:
            self.assertTrue(hasattr(coding, name), name)


class Types(unittest.TestCase):
    def run_in_tree(self, *command):
        return subprocess.run([sys.executable, "-m", *command], cwd=TREE, capture_output=True, text=True)

    def test_a_users_program_passes_strict_and_a_wrong_one_does_not(self):
        try:
            import mypy  # noqa: F401
        except ImportError:
            self.skipTest("mypy is not here")
        right = self.run_in_tree("mypy", "--strict", "bindings/python/examples/objections.py")
        self.assertEqual(right.returncode, 0, right.stdout)
        wrong = self.run_in_tree("mypy", "--strict", "-c", "import coding\ncoding.open().check(5)\n")
        self.assertIn("Argument 1", wrong.stdout)

    def test_the_stub_is_as_the_extension(self):
        try:
            from mypy import stubtest  # noqa: F401
        except ImportError:
            self.skipTest("mypy is not here")
        allowed = TREE / "bindings/python/tests/stubtest.txt"
        found = self.run_in_tree("mypy.stubtest", "coding", "--allowlist", str(allowed), "--concise")
        self.assertEqual(found.returncode, 0, found.stdout)


if __name__ == "__main__":
    unittest.main()
