#!/usr/bin/env python3
"""Describes the library to languages: shapes.txt and the headers in, tables for C and surface.json out.

    describe.py FOLDER      writes shapes.h, shapes.c and surface.json there

surface.json has `enumerations` (members with numbers, the library's words, what they mean), `shapes` (records, in the
order in which a parcel holds their fields), `answers` (C types and what they become), `functions` of the headers,
`methods` of Book as coding.i declares them, and `structs`, the headers' own. A function is `taken` where coding.i
includes its header; one that `needs_book` is answered by a method.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import headers as read_headers
import shapes as read_shapes
from headers import Function, Headers, Member
from shapes import Answer, Field, Shapes
from tables import Tables

HERE = Path(__file__).resolve().parent
FRONT = HERE.parent / "include" / "coding.h"

#: What is true of C alone: where a text lies, and that it may be NULL.
OF_C = re.compile(
    r"(^|(?<=[.;] ))(On the desk[,:;] |On the desk\.|Text (of|belongs to|lies on) the (book|desk)\.?|Plain data[^.]*\.|"
    r"The findings lie on the desk, loudest first\.|(Lists|Texts) lie on the desk\.|"
    r"The findings lie on the desk; |Never NULL[.;])"
    r"|[;,] (on the desk|text of the book|[Nn]ever NULL)(?=\.)|, on the desk(?=\.)|;? 0 past the last(?=\.)"
)

#: What 0 is in C, where a language has none.
NAUGHT = re.compile(r"\b0(?= (if|of|for|where)\b)|(?<=\belse )0\b")


class Describer:
    def __init__(self, headers: Headers, shapes: Shapes) -> None:
        self.headers = headers
        self.shapes = shapes
        self.c_names = {answer.c: answer for answer in shapes.answers}
        self.members = {
            member.name: f"{camel}.{member.name[cut:]}"
            for one in headers.enumerations.values()
            for camel, cut in [(read_shapes.camel(one.c), len(read_shapes.beginning(one)))]
            for member in one.members
        }
        self.records = {record.c: name for name, record in shapes.records.items()}

    # --- What the comments say, in no language's names.

    def doc(self, text: str) -> str:
        """`CODING_RULE_HEADER` is Rule.HEADER, `coding_verdict.instead` Verdict.instead, `coding_parse` parse."""
        text = OF_C.sub("", text)
        text = re.sub(r"\bNULL\b", "none", text)
        text = re.sub(r"\bCODING_\w+", lambda match: self.members.get(match[0], match[0]), text)
        text = re.sub(r"\bcoding_\w+", lambda match: self.public(match[0]), text)
        text = re.sub(r"(^|[.;] )\.", r"\1", " ".join(text.split())).strip()
        text = re.sub(r"(?<=[.] )none\b", "None", re.sub(r"\bnone if none\b", "none if there is none", text))
        return text[:1].upper() + text[1:]

    def public(self, c: str) -> str:
        if c in self.records:
            return self.records[c]
        if c in self.headers.enumerations:
            return read_shapes.camel(c)
        return c.removeprefix("coding_")

    # --- Parts of the surface.

    def enumerations(self) -> list[dict[str, Any]]:
        return [
            {"name": one.name, "c": one.c, "doc": self.doc(one.doc),
             "members": [{"name": member.name, "word": member.word, "number": member.number,
                          "doc": self.doc(member.doc)} for member in one.members],
             "numbers": dict(zip(("first", "last", "word"), one.numbers)) if one.numbers else None}
            for one in self.shapes.names.values()
        ]  # fmt: skip

    def field(self, field: Field) -> dict[str, Any]:
        kind = "codes" if field.kind == "list" and not field.record else field.kind
        doc = self.doc(NAUGHT.sub("none", field.doc) if field.may_be_none else field.doc)
        says = {"name": field.name, "kind": kind, "none": field.may_be_none, "doc": doc}
        if field.record:
            says["shape"] = field.record
        if field.enumeration:
            says["enumeration"] = field.enumeration
        return says

    def records_told(self) -> list[dict[str, Any]]:
        return [{"name": record.name, "c": record.c, "none": bool(record.none_without), "doc": self.doc(record.doc),
                 "fields": [self.field(field) for field in record.fields]}
                for record in self.shapes.records.values()]  # fmt: skip

    def answer(self, answer: Answer) -> dict[str, Any]:
        return {"name": answer.name, "c": answer.c, "kind": answer.kind, "shape": answer.record or None}

    def value(self, c: str) -> dict[str, Any]:
        """A C type as languages meet it."""
        if c in self.c_names:
            return {**self.answer(self.c_names[c]), "kind": self.c_names[c].kind}
        if c in self.headers.enumerations:
            return {"c": c, "kind": "name", "enumeration": read_shapes.camel(c)}
        kind = {"void": "nothing", "coding_code": "number"}.get(c) or read_shapes.KINDS.get(c)
        return {"c": c, "kind": kind or ("count" if read_shapes.COUNTS.fullmatch(c) else "c")}

    def parameter(self, member: Member, hidden: bool) -> dict[str, Any]:
        told = self.value(member.type)
        return {"name": member.name, **told, "hidden": hidden}

    def parameters(self, members: list[Member]) -> list[dict[str, Any]]:
        """Hidden: what the caller does not hand in. A length goes with its text."""
        told: list[dict[str, Any]] = []
        for member in members:
            is_length = (member.name, member.type) == ("length", "size_t")
            after_text = is_length and bool(told) and told[-1]["kind"] == "text"
            of_call = member.type in ("coding_desk *", "const coding_book *", "coding_error *")
            told.append(self.parameter(member, after_text or of_call or bool(member.size)))
        return told

    def function(self, function: Function, taken: set[str]) -> dict[str, Any]:
        parameters = self.parameters(function.parameters)
        result = self.value(function.result)
        strange = [one for one in (*parameters, result) if one["kind"] == "c" or one["c"] == "coding_desk *"]
        needs_book = bool(strange) or result["c"] in ("coding_entry", "coding_entries")
        return {"name": function.c.removeprefix("coding_"), "c": function.c, "header": function.header,
                "taken": function.header in taken, "needs_book": needs_book, "result": result,
                "parameters": parameters, "doc": self.doc(function.doc)}  # fmt: skip

    def method(self, match: "re.Match[str]") -> dict[str, Any]:
        return {"name": match["name"], "c": "coding__room_" + match["name"],
                "result": self.value(read_headers.tight(match["result"])),
                "parameters": self.parameters(read_headers.parameters_of(match["parameters"])),
                "doc": self.doc(read_headers.plain(match["doc"]))}  # fmt: skip

    def methods(self, interface: str) -> list[dict[str, Any]]:
        body = interface[interface.index("%extend coding__room") :]
        result = r"(?P<result>(?!return\b)\b[\w ]+?[ *]+)"
        declared = re.compile(read_headers.DOC + result + r"(?P<name>\w+)\((?P<parameters>[^(){}]*)\);", re.S)
        return [self.method(match) for match in declared.finditer(body)]

    def structs(self) -> list[dict[str, Any]]:
        return [{"c": one.c, "doc": self.doc(one.doc),
                 "members": [{"name": member.name, "type": member.type, "size": member.size,
                              "doc": self.doc(member.doc)} for member in one.members]}
                for one in self.headers.structs.values() if not one.c.startswith("coding__")]  # fmt: skip

    def surface(self, interface: str) -> dict[str, Any]:
        """`taken`: of a header that coding.i includes, so that SWIG sees it."""
        taken = set(re.findall(r"^%include <coding/(\w+)\.h>", interface, re.M))
        return {"enumerations": self.enumerations(), "shapes": self.records_told(),
                "answers": [self.answer(answer) for answer in self.shapes.answers],
                "functions": [self.function(function, taken) for function in self.headers.functions.values()],
                "methods": self.methods(interface), "structs": self.structs()}  # fmt: skip


def chapters(front: Path) -> list[Path]:
    """What the front page includes, in reading order."""
    included = re.findall(r"^#include <(coding/\w+\.h)>", front.read_text(encoding="utf-8"), re.M)
    return [front.parent / name for name in included]


def read(front: Path = FRONT, rows: Path = HERE / "shapes.txt") -> tuple[Headers, Shapes]:
    headers = read_headers.read([*chapters(front), HERE / "room.h"])
    return headers, read_shapes.read(rows, headers)


def surface() -> dict[str, Any]:
    """What surface.json holds, for a test that has the tree but no build."""
    return Describer(*read()).surface((HERE / "coding.i").read_text(encoding="utf-8"))


def main(folder: Path) -> None:
    tables = Tables(read()[1])
    (folder / "shapes.h").write_text(tables.header(), encoding="utf-8")
    (folder / "shapes.c").write_text(tables.source(), encoding="utf-8")
    (folder / "surface.json").write_text(json.dumps(surface(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
