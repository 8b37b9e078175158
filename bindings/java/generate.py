#!/usr/bin/env python3
"""Writes the Java sources that follow from the surface: records, enumerations, and the methods of Book.

    generate.py SURFACE FOLDER      surface.json (bindings/describe.py); the folder of package org.libcoding,
    which is emptied first
"""

import json
import sys
import textwrap
from pathlib import Path
from typing import Any

from javadoc import comment, words
from methods import questions

HEAD = "/* Made by bindings/java/generate.py: not to be edited. */\npackage org.libcoding;\n\n"
#: A class named System would hide java.lang.System.
NAMES = {"System": "CodeSystem"}
#: Enumerations that no record has.
ALSO = ("Assertion", "Axis", "ClaimKind", "CptCategory", "NdcForm", "Poa", "Sex")
CODED = ("Entry", "Hit", "Suggestion")
#: What shape.h calls the kinds, and how Parcel reads them. Counts of a file need the width of a long.
KINDS = {"text": ("String", "text()"), "letter": ("Character", "letter()"), "flag": ("boolean", "flag()"),
         "number": ("long", "number64()"), "real": ("double", "real()"), "code": ("String", "text()"),
         "day": ("LocalDate", "day()"), "counts": ("List<Integer>", "counts()"), "codes": ("List<String>", "codes()")}  # fmt: skip
LONG = ("ClaimFinding", "ClaimItem", "Estimate", "Review", "Rows", "Section")
MORE = {
    "ClaimFinding": "    @Override\n    public String toString() {\n        return text;\n    }\n",
    "Review": "    /** {@return whether there is no denial} */\n    public boolean stands() {\n"
              "        return worst != Severity.DENIAL;\n    }\n",
    "Finding": "    @Override\n    public String toString() {\n        return text;\n    }\n",
    "Source": "    @Override\n    public String toString() {\n"
              '        String place = line > 0 ? " line " + line : "";\n'
              '        return (table == null ? release : release + " " + table) + place;\n    }\n',
    "Span": "    /**\n     * {@return the piece of the text that was asked}\n     *\n"
            "     * @param text that text\n     */\n    public String of(String text) {\n"
            "        return text.substring(offset, offset + length);\n    }\n",
    "Verdict": "    /** {@return whether nobody objects} */\n    public boolean stands() {\n"
               "        return rule == Rule.STANDS;\n    }\n",
}  # fmt: skip


def named(name: str) -> str:
    return NAMES.get(name, name)


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


# --- Enumerations.


def members(one: dict[str, Any]) -> list[tuple[str, int, str, str]]:
    """Name, number, word, doc; a range without members of its own has one for each number."""
    told = [(each["name"], each["number"], each["word"], words(each["doc"])) for each in one["members"]]
    span = one["numbers"]
    for number in range(span["first"], span["last"] + 1) if span else ():
        told.append((f"OWN_{number}", number, f"{span['word']}{number}", "A system of the user's own."))
    return sorted(told, key=lambda member: member[1])


ENUMERATION = """{doc}public enum {name} {{
{members};

    private static final {name}[] NUMBERED = new {name}[{room}];

    static {{
        for ({name} each : values()) NUMBERED[each.number] = each;
    }}

    private final int number;
    private final String word;

    {name}(int number, String word) {{
        this.number = number;
        this.word = word;
    }}

    /** {{@return its number, which is the library's and never changes}} */
    public int number() {{
        return number;
    }}

    /** {{@return the member of a number}}
     *
     * @param number the library's number
     * @throws IllegalArgumentException there is none
     */
    public static {name} of(int number) {{
        {name} found = number < 0 || number >= NUMBERED.length ? null : NUMBERED[number];
        if (found == null) throw new IllegalArgumentException("there is no {name} " + number);
        return found;
    }}
{more}
    /** {{@return the library's own word for it}} */
    @Override
    public String toString() {{
        return word;
    }}
}}
"""

MASK = """
    /** {{@return the members whose bits are set}}
     *
     * @param mask bits, as answers hold them
     */
    public static Set<{name}> in(int mask) {{
        Set<{name}> found = EnumSet.noneOf({name}.class);
        for ({name} each : values()) if ((mask & each.number) != 0) found.add(each);
        return Collections.unmodifiableSet(found);
    }}
"""

QUICK = """
    /** A system of the library itself: its codes are read without a book. */
    boolean isQuick() {{
        return this != ANY && (number < {first} || number > {last});
    }}
"""


def enumeration(one: dict[str, Any]) -> str:
    name, told = named(one["name"]), members(one)
    rows = ",\n".join(f'{comment(doc or "In words: " + word + ".", 4)}    {member}({number}, "{word}")'
                      for member, number, word, doc in told)  # fmt: skip
    more = {"Assertion": MASK, "Axis": MASK, "System": QUICK}.get(one["name"], "").format(name=name, **(one["numbers"] or {}))
    is_mask = one["name"] in ("Assertion", "Axis")
    imports = "import java.util.Collections;\nimport java.util.EnumSet;\nimport java.util.Set;\n\n" if is_mask else ""
    return HEAD + imports + ENUMERATION.format(doc=comment(words(one["doc"])), name=name, members=rows,
                                               room=told[-1][1] + 1, more=more)


# --- Records.


def value(shape: str, field: dict[str, Any]) -> tuple[str, str]:
    """The type of a field and the expression that reads it."""
    kind, of = field["kind"], field.get("shape") or ""
    if kind == "count":
        return ("long", "in.count()") if shape in LONG else ("int", "(int) in.count()")
    if kind == "name":
        return named(field["enumeration"]), f"{named(field['enumeration'])}.of(in.number32())"
    if kind == "names":
        return f"List<{named(field['enumeration'])}>", f"in.names({named(field['enumeration'])}::of)"
    if kind == "span":
        return "Span", "Span.read(in)"
    if kind == "record":
        return of, f"{of}.read(in)"
    if kind == "maybe":
        return of, f"in.maybe({of}::read)"
    if kind == "list" and of:
        return f"List<{of}>", f"in.list({of}::read)"
    java, read = KINDS["codes" if kind == "list" else kind]
    return java, f"in.{read}"


def says(field: dict[str, Any]) -> str:
    return " ".join([words(field["doc"]), "May be null."] if field["none"] else [words(field["doc"])]).strip()


def record(shape: dict[str, Any]) -> str:
    name = shape["name"]
    fields = [(camel(field["name"]), *value(name, field), says(field)) for field in shape["fields"]]
    if name == "Span":
        fields = [(field, "int", "in.number32()", doc) for field, _, _, doc in fields]
    text = ", ".join(f"{java} {field}" for field, java, _, _ in fields)
    reads = ",\n            ".join(read for _, _, read, _ in fields)
    imports = [f"import java.{path};\n" for path in ("time.LocalDate", "util.List") if path.split(".")[1] in text]
    coded = " implements Coded" if name in CODED else ""
    tags = tuple(f"@param {field} {doc or 'as its name says'}" for field, _, _, doc in fields)
    more = "\n" + MORE[name] if name in MORE else ""
    head = textwrap.fill(f"public record {name}({text}){coded} {{", 118, subsequent_indent=" " * 8)
    return (f"{HEAD}{''.join(imports)}{chr(10) if imports else ''}{comment(words(shape['doc']), 0, tags)}{head}\n"
            f"    static {name} read(Parcel in) {{\n        return new {name}(\n            {reads});\n    }}\n"
            f"{more}}}\n")  # fmt: skip


# --- Files.


def used(surface: dict[str, Any]) -> set[str]:
    """Names of enumerations that a bound answer or method has."""
    told = [field for shape in surface["shapes"] for field in shape["fields"]]
    told += [one for method in surface["methods"] for one in (*method["parameters"], method["result"])]
    return {one["enumeration"] for one in told if one.get("enumeration")} | set(ALSO)


def sources(surface: dict[str, Any], table: str) -> dict[str, str]:
    wanted = used(surface)
    made = {named(one["name"]): enumeration(one) for one in surface["enumerations"] if one["name"] in wanted}
    made.update({shape["name"]: record(shape) for shape in surface["shapes"]})
    made["Questions"] = HEAD + questions(surface["methods"], table, named)
    return made


def main(surface: Path, folder: Path) -> None:
    table = Path(__file__).with_name("methods.txt").read_text(encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.java"):
        old.unlink()
    for name, text in sources(json.loads(surface.read_text(encoding="utf-8")), table).items():
        (folder / f"{name}.java").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
