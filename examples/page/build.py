#!/usr/bin/env python3
"""Makes the page: one HTML file that holds the module, a book and all that it needs.

    examples/page/build.py --package FOLDER --book FILE --out FILE

FOLDER is what bindings/js/build leaves; a book of the newest editions alone is made by `coding build --from DAY`. The
page's policy allows its own script and style by their hashes, and no connection to anywhere.
"""

import argparse
import base64
import gzip
import hashlib
import re
from pathlib import Path

SOURCES = Path(__file__).resolve().parent / "src"
#: Each after what it uses; together with coding.mjs they are one script.
PARTS = ("dom", "marks", "find", "list", "notes", "sheet", "page")


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the page: one HTML file that holds all that it needs.")
    parser.add_argument("--package", type=Path, required=True, help="the npm package of libcoding")
    parser.add_argument("--book", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    script, style = script_of(given.package), (SOURCES / "page.css").read_text(encoding="utf-8")
    pieces = {
        "POLICY": policy(script, style),
        "STYLE": style,
        "WASM": packed(given.package / "coding.wasm"),
        "BOOK": packed(given.book),
        "SCRIPT": script,
    }
    page = (SOURCES / "page.html").read_text(encoding="utf-8")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(re.sub(r"@([A-Z]+)@", lambda match: pieces[match[1]], page), encoding="utf-8")


def script_of(package: Path) -> str:
    """The library's module, in a scope of its own, and ours as one: no name of one is in the way of the other."""
    library, exported = re.subn(
        r"^export (\{.*\});\n", r"return \1;\n", (package / "coding.mjs").read_text(encoding="utf-8"), flags=re.M
    )
    if exported != 1:
        raise SystemExit("coding.mjs should say in one line what it exports")
    names = re.search(r"^return (\{.*\});$", library, flags=re.M)[1]
    library = f"const {names} = (() => {{\n{library}}})();"
    script = "\n".join([library, *((SOURCES / f"{part}.mjs").read_text(encoding="utf-8") for part in PARTS)])
    if "</script" in script:
        raise SystemExit("the script would end before its end")
    return script


def policy(script: str, style: str) -> str:
    """Nothing is allowed but what is in the page; 'wasm-unsafe-eval' lets it compile the module that it holds."""
    return (
        f"default-src 'none'; script-src 'sha256-{hash_of(script)}' 'wasm-unsafe-eval'; "
        f"style-src 'sha256-{hash_of(style)}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def hash_of(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def packed(path: Path) -> str:
    return base64.b64encode(gzip.compress(path.read_bytes(), 9, mtime=0)).decode()


if __name__ == "__main__":
    main()
