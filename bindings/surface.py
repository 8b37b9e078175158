#!/usr/bin/env python3
"""Says what a binding lacks. Two questions:

    surface.py SURFACE                    is every public function of the headers called by some binding's C, taken by
                                          coding.i from its header, or left out for a reason?
    surface.py SURFACE LANGUAGE NAMES     does the language have every method of Book and every function without a book?

SURFACE is surface.json. NAMES is a file with a name a line, as the language has them: `Book.isBelow` a method, `parse`
a function; case and underscores are no matter. left_out.tsv lists what may be missing, each with its reason; a row that
is no longer true is a fault, too. Prints what is wrong and exits with 1, or counts and exits with 0.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent

#: What a method may be called instead: parsing is reading, and what is counted and indexed in C is a list elsewhere.
IDIOMS = {
    "read": "parse",
    "search_complete": "complete_words",
    "system_blocks": "all_blocks",
    "edition": "editions",
    "edition_count": "editions",
    "origin": "origins",
    "origin_count": "origins",
    "section": "sections",
    "section_count": "sections",
    "is_closed": "closed",
}


def folded(name: str) -> str:
    return name.replace("_", "").lower()


def left_out(language: str, table: Path = HERE / "left_out.tsv") -> dict[str, str]:
    """Names with their reasons: those of every language, and those of this one."""
    lines = table.read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    if rows[0] != ["language", "function", "because"]:
        sys.exit(f"{table.name}: its columns are language, function, because")
    for row in rows:
        if len(row) != 3 or not all(cell.strip() for cell in row):
            sys.exit(f"{table.name}: {row!r} needs a language, a function and a reason")
    return {name: because for whose, name, because in rows[1:] if whose in ("*", language)}


def calls(folder: Path = HERE) -> set[str]:
    """What the C of any binding, and the interface, call; texts and comments aside."""
    paths = [path for path in folder.rglob("*.[chi]") if not {"tests", "build"} & set(path.relative_to(folder).parts)]
    text = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
    bare = re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', "", text, flags=re.S)
    return set(re.findall(r"\b(coding_\w+)\s*\(", bare))


def judged(wanted: dict[str, bool], allowed: dict[str, str], known: set[str]) -> list[str]:
    """`wanted`: name and whether it is there. `known`: names that a row may speak of."""
    lacking = [f"{name} is missing, and no reason is given" for name, there in wanted.items()
               if not there and name not in allowed]  # fmt: skip
    stale = [f"left_out.tsv: {name} is there" for name in allowed if wanted.get(name)]
    unknown = [f"left_out.tsv: nothing is called {name}" for name in allowed if name not in known]
    return lacking + stale + unknown


def names_of(surface: dict[str, Any]) -> dict[str, str]:
    """What a language must have, and what it may be called."""
    methods = {f"Book.{method['name']}": f"Book.{IDIOMS.get(method['name'], method['name'])}"
               for method in surface["methods"]}  # fmt: skip
    return {**methods, **{one["name"]: one["name"] for one in surface["functions"]
                        if one["taken"] and not one["needs_book"]}}  # fmt: skip


def of_headers(surface: dict[str, Any]) -> tuple[int, list[str]]:
    used, names = calls(), names_of(surface)
    allowed = {name: because for name, because in left_out("*").items() if name.startswith("coding_")}
    wanted = {one["c"]: one["c"] in used or one["name"] in names for one in surface["functions"]}
    return len(wanted), judged(wanted, allowed, set(wanted))


def of_language(surface: dict[str, Any], language: str, has: list[str]) -> tuple[int, list[str]]:
    there, names = {folded(name) for name in has}, names_of(surface)
    allowed = {name: because for name, because in left_out(language).items() if not name.startswith("coding_")}
    wanted = {name: bool({folded(name), folded(idiom)} & there) for name, idiom in names.items()}
    return len(wanted), judged(wanted, allowed, set(wanted))


def main(surface_path: str, *rest: str) -> int:
    surface = json.loads(Path(surface_path).read_text(encoding="utf-8"))
    if rest:
        language, names = rest
        lines = Path(names).read_text(encoding="utf-8").split("\n")
        count, faults = of_language(surface, language, [line.strip() for line in lines if line.strip()])
    else:
        count, faults = of_headers(surface)
    print("\n".join(faults) or f"{count} functions are there, or left out for a reason")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
