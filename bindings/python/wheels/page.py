"""Runs the Python and the sessions of docs/python.md from top to bottom, as who pastes them, and compares what they print.

    page.py PAGE      run by the Python of an environment that holds the wheel, the data wheel, numpy and pyarrow

"..." in what is shown stands for anything. ```sh is passed over: it is how this environment was made.
"""

import contextlib
import io
import pathlib
import re
import subprocess
import sys

FENCE = re.compile(r"^```(python|text|console)\n(.*?)^```$", re.M | re.S)
COMMANDS = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.M)


def main(page):
    place, text, ran = {"__name__": "__main__"}, pathlib.Path(page).read_text(encoding="utf-8"), 0
    printed = None
    for fence in FENCE.finditer(text):
        kind, body = fence.groups()
        line = text[:fence.start()].count("\n") + 1
        if kind == "python":
            printed = run(body, place, f"{page}:{line}")
        elif kind == "console":
            for command, shown in COMMANDS.findall(body):
                compare(f"{page}:{line}", shown, session(command))
        elif printed is not None:
            compare(f"{page}:{line}", body, printed)
            printed = None
        ran += kind != "text"
    print(f"{page}: {ran} blocks ran")
    return ran < 5


def run(body, place, name):
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard):
        exec(compile(body, name, "exec"), place)
    return heard.getvalue()


def session(command):
    program, *words = command.split()
    return subprocess.run([pathlib.Path(sys.executable).parent / program, *words], capture_output=True, text=True,
                          check=False).stdout


def compare(where, shown, printed):
    pattern = re.escape(shown.strip()).replace(re.escape("..."), "[\\s\\S]*")
    if not re.fullmatch(pattern, printed.strip()):
        sys.exit(f"{where}: what is printed is\n{printed}\nand not\n{shown}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
