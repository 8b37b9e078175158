"""Prints what of surface.json scripting languages are held to, a line each, for tests in languages without JSON.

    function NAME           needs no book, of the headers that coding.i takes
    method NAME             of Book
    record NAME FIELD ...
"""

import json
import pathlib
import re
import sys

INTERFACE = pathlib.Path(__file__).resolve().parents[1] / "coding.i"


def main(path: str) -> None:
    surface = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    taken = set(re.findall(r"^%include <(coding/\w+\.h)>", INTERFACE.read_text(encoding="utf-8"), flags=re.M))
    for function in surface["functions"]:
        if not function["needs_book"] and f"coding/{function['header']}.h" in taken:
            print("function", function["name"])
    for method in surface["methods"]:
        print("method", method["name"])
    for shape in surface["shapes"]:
        print("record", shape["name"], *(field["name"] for field in shape["fields"]))


if __name__ == "__main__":
    main(sys.argv[1])
