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

#: Members that are none in Python: a total, and the ends of a range.
NO_MEMBERS = {("ClaimRule", "TOTAL"), ("System", "OWN_FIRST"), ("System", "OWN_LAST")}


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
        headers, shapes = describe.read()
        for names in shapes.names.values():
            told = headers.enumerations[names.c].members
            if not hasattr(_coding, told[0].name):
                continue  # of a chapter that coding.i does not take
            kind = getattr(coding, names.name)
            with self.subTest(kind=kind):
                want = {word.name: word.number for word in names.members if (names.name, word.name) not in NO_MEMBERS}
                self.assertEqual({name: int(member) for name, member in kind.__members__.items()}, want)
            for member in told:
                self.assertEqual(getattr(_coding, member.name), member.number)

    def test_members_are_spelled_as_the_library_spells_them(self):
        for name_of, kind in (
            (_coding.rule_name, coding.Rule), (_coding.damage_name, coding.Damage),
            (_coding.repair_name, coding.Repair), (_coding.system_name, coding.System),
            (_coding.part_kind_name, coding.PartKind), (_coding.claim_rule_name, coding.ClaimRule),
            (_coding.claim_cure_name, coding.ClaimCure), (_coding.claim_kind_name, coding.ClaimKind),
            (_coding.severity_name, coding.Severity), (_coding.visit_family_name, coding.VisitFamily),
            (_coding.mdm_name, coding.Mdm), (_coding.visit_answer_name, coding.VisitAnswer),
            (_coding.cc_name, coding.Cc), (_coding.cc_reason_name, coding.CcReason),
            (_coding.drg_type_name, coding.DrgType), (_coding.drg_return_name, coding.DrgReturn),
            (_coding.map_kind_name, coding.MapKind), (_coding.passage_name, coding.Passage),
            (_coding.reason_name, coding.Reason), (_coding.outcome_name, coding.Outcome),
            (_coding.ground_name, coding.Ground), (_coding.phrase_kind_name, coding.PhraseKind), (_coding.risk_model_name, coding.RiskModel),
            (_coding.risk_segment_name, coding.RiskSegment), (_coding.risk_use_name, coding.RiskUse),
            (_coding.comorbidity_scheme_name, coding.ComorbidityScheme),
            (_coding.comorbidity_state_name, coding.ComorbidityState),
        ):  # fmt: skip
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
        examples = ("bindings/python/examples/objections.py", "bindings/python/examples/review.py")
        right = self.run_in_tree("mypy", "--strict", *examples)
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
