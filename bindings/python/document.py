"""Writes the documentation of records and enumerations, which is the headers' own, as a table in C.

    document.py SURFACE.json TABLE.c
"""

import json
import sys


def lines(surface):
    for shape in surface["shapes"]:
        for field in shape["fields"]:
            yield shape["name"], field["name"], field["doc"]
    for enumeration in surface["enumerations"]:
        for member in enumeration["members"]:
            yield enumeration["name"], member["name"], member["doc"]


def quoted(text):
    """A string of C: bytes beyond ASCII in octal, which ends after three digits."""
    plain = {ord('"'): '\\"', ord("\\"): "\\\\"}
    return '"' + "".join(plain.get(b, chr(b) if 32 <= b < 127 else f"\\{b:03o}") for b in text.encode()) + '"'


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        surface = json.load(file)
    rows = [f"    {{{', '.join(map(quoted, line))}}}," for line in lines(surface) if line[2]]
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        print("/* Made by document.py of the headers. */", '#include "document.h"', "", sep="\n", file=out)
        print("const coding__doc coding__docs[] = {", *rows, "};", sep="\n", file=out)
        print(f"const size_t coding__doc_count = {len(rows)};", file=out)


if __name__ == "__main__":
    main()
