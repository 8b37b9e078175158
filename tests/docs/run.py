"""Runs what the documents tell people to type, as they would: pasted, from top to bottom, in an empty folder.

    run.py BUILD [PAGE...]

Of docs/*.md, with an installation made of BUILD and the little book of examples/ (tests/readme has the front page):

    ```c NAME       a program is saved (as NAME, or page-1.c), compiled with pkg-config's flags and run; a piece of one is
                    wrapped into a function with `book` and `desk`
    ```cpp          the same as C++17
    ```sh           pasted into bash; every command must succeed
    ```console      after "$ " a command; what is printed under it must come, "..." standing for anything
    ```text         after a program: what it prints

`<!-- not run: why -->` on the line before a fence passes over it. Indented code is for reading alone.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(\w+)[ ]?(\S*)\n(.*?)^```$", re.M | re.S)
SKIP = re.compile(r"<!-- not run: .+ -->\n\Z")
MARK = "---- command"

WRAPPED = """#include <coding.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static void piece(coding_book *book, coding_desk *desk)
{{
    (void)book, (void)desk;
{piece}
}}
int main(void)
{{
    coding_error error;
    coding_book *book = coding_book_open(NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    piece(book, desk);
    coding_desk_free(desk);
    coding_book_close(book);
    return 0;
}}
"""


class Failure(Exception):
    """What a document says does not hold."""


class Page:
    """A document, run in a folder of its own."""

    def __init__(self, path, folder, environment):
        self.path, self.folder, self.environment = path, folder, environment
        self.programs, self.last = 0, None

    def run(self):
        text, ran, passed_over = self.path.read_text(encoding="utf-8"), 0, 0
        for fence in FENCE.finditer(text):
            kind, name, body = fence.groups()
            act = {"c": self.program, "cpp": self.program, "sh": self.script, "console": self.session,
                   "text": self.output}.get(kind)
            if SKIP.search(text[:fence.start()]) or not act:
                passed_over += bool(act)
                continue
            try:
                act(kind, name, body)
            except Failure as failure:
                line = text[:fence.start()].count("\n") + 1
                raise Failure(f"{self.path.relative_to(SOURCE)}:{line}: {failure}") from None
            ran += kind != "text"
        return ran, passed_over

    def shell(self, command, succeeds=True):
        done = subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, check=False)
        if succeeds and done.returncode:
            raise Failure(f"exit {done.returncode} of\n{command}\n{done.stdout}{done.stderr}")
        return done.stdout

    def program(self, kind, name, body):
        self.programs += 1
        file = self.folder / (name or f"{self.path.stem}-{self.programs}.{kind}")
        whole = re.search(r"^int main\(", body, re.M)
        file.write_text(body if whole else WRAPPED.format(piece=body), encoding="utf-8")
        compiler = "c++ -std=c++17" if kind == "cpp" else "cc -std=c11"
        self.shell(f"{compiler} -Wall -Wextra -Werror -Wno-unused-variable {file.name} "
                   f"$(pkg-config --cflags --libs coding) -pthread -o {file.stem}.program")
        self.last = self.shell(f"./{file.stem}.program")

    def script(self, _kind, _name, body):
        self.last = self.shell("set -euo pipefail\n" + body)

    def session(self, _kind, _name, body):
        """Commands of one shell, each with the lines that are shown under it."""
        shown = re.split(r"^\$ ", body, flags=re.M)[1:]
        commands = [part.split("\n", 1)[0] for part in shown]
        wanted = [part.split("\n", 1)[1] for part in shown]
        printed = self.shell("".join(f"{command}\necho '{MARK}'\n" for command in commands), succeeds=False)
        outputs = printed.split(MARK + "\n")
        if len(outputs) != len(commands) + 1:
            raise Failure(f"the session ended early\n{printed}")
        for command, want, output in zip(commands, wanted, outputs):
            compare(f"$ {command}", want, output)

    def output(self, _kind, _name, body):
        if self.last is not None:
            compare("the program before it", body, self.last)
        self.last = None


def compare(what, wanted, printed):
    if not wanted.strip():
        return
    lines = ["\n".join(line.rstrip() for line in text.splitlines()).rstrip("\n") for text in (wanted, printed)]
    pattern = re.escape(lines[0]).replace(re.escape("..."), "[\\s\\S]*")
    if not re.fullmatch(pattern, lines[1]):
        raise Failure(f"{what} prints\n{printed}\nand not\n{wanted}")


def installed(build, scratch):
    """An environment in which the library is installed, and nothing else of ours is known."""
    prefix = scratch / "prefix"
    subprocess.run(["cmake", "--install", str(build), "--prefix", str(prefix)], check=True, stdout=subprocess.DEVNULL)
    lib = next(prefix.rglob("libcoding.a")).parent
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    environment.update(HOME=str(scratch / "home"), PKG_CONFIG_PATH=f"{lib}/pkgconfig", LD_LIBRARY_PATH=str(lib),
                       PATH=f"{prefix}/bin:{environment['PATH']}")
    (scratch / "home").mkdir()
    return environment


def folder_of(page, scratch, book):
    """An empty folder, but for what a reader of the pages has at hand: the book and the examples."""
    folder = scratch / page.stem
    folder.mkdir()
    shutil.copy(book, folder / "us.book")
    (folder / "examples").symlink_to(SOURCE / "examples")
    return folder


def main(build, *pages):
    build = pathlib.Path(build).resolve()
    scratch, book = build / "tests" / "docs", build / "examples" / "little.book"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    environment = {**installed(build, scratch), "CODING_BOOK": str(book)}
    failed = 0
    for path in [SOURCE / page for page in pages] or sorted((SOURCE / "docs").glob("*.md")):
        page = Page(path, folder_of(path, scratch, book), environment)
        try:
            ran, passed_over = page.run()
        except Failure as failure:
            failed += 1
            print(f"FAILED: {failure}")
        else:
            print(f"{path.relative_to(SOURCE)}: {ran} blocks ran, {passed_over} passed over")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
