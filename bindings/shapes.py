"""Reads shapes.txt beside the headers: every record with its fields, their kinds, and where they lie in C."""

import re
from pathlib import Path
from typing import NamedTuple, Optional

from headers import Enumeration, Headers, Member

#: Kinds by C type; whole numbers are counts.
KINDS = {"const char *": "text", "char": "letter", "bool": "flag", "coding_code": "code", "coding_date": "day",
         "coding_span": "span", "float": "real", "double": "real"}  # fmt: skip
COUNTS = re.compile(r"uint(8|16|32|64)_t|int(32|64)_t|size_t|unsigned")
UNSIGNED = re.compile(r"uint(8|16|32|64)_t")
#: What `as` may say besides enumerations.
MADE = ("text", "letter", "flag", "count", "number", "real", "code", "day", "span")


class Field(NamedTuple):
    name: str
    kind: str  #: Of shape.h, in small letters: "text", "maybe", "list".
    doc: str
    may_be_none: bool
    path: str  #: The member in C, "" for the record itself.
    c: str  #: Its type.
    counted_by: str = ""  #: Of a list: the member.
    size: str = ""  #: Of an array: how many.
    record: str = ""  #: Of a record, a list: its name; "" for codes.
    enumeration: str = ""
    made_by: str = ""


class Record(NamedTuple):
    name: str
    c: str
    doc: str
    none_without: str
    fields: list[Field]


class Answer(NamedTuple):
    """What a call answers: a record, or a list alone."""

    name: str
    c: str
    kind: str  #: "record", "maybe", "list", "codes" or "counts".
    record: str
    path: str
    counted_by: str
    on: str  #: The member that holds its day, or "".
    status: str  #: The member that holds its status, or "".


class Word(NamedTuple):
    name: str  #: "NOT_YET"
    word: str  #: "not-yet"
    number: int
    doc: str


class Names(NamedTuple):
    """An enumeration as languages have it."""

    name: str
    c: str
    doc: str
    members: list[Word]
    numbers: Optional[tuple[int, int, str]]  #: First, last and the beginning of their words.


class Shapes(NamedTuple):
    records: dict[str, Record]
    answers: list[Answer]
    names: dict[str, Names]


def camel(c_name: str) -> str:
    return "".join(part.capitalize() for part in c_name.removeprefix("coding_").split("_"))


def beginning(enumeration: Enumeration) -> str:
    """What the members of an enumeration have in common, up to an underscore; the rest is an identifier."""
    names = [member.name for member in enumeration.members]
    common = "CODING_"
    for end in [at.end() for at in re.finditer("_", names[0])]:
        rests = [name[end:] for name in names if name.startswith(names[0][:end])]
        if len(rests) == len(names) and all(rest[:1].isalpha() for rest in rests):
            common = names[0][:end]
    return common


class Reader:
    """The file's lines, in their order; what they say of C is looked up in the headers."""

    LINE = re.compile(
        r"(?P<name>\w+)(?P<none>\?)?(?:\s+of\s+(?P<path>[\w.]+(?:\[\d\])?))?(?:\s+by\s+(?P<by>\w+))?(?:\s+as\s+(?P<kind>\w+))?"
        r"(?:\s+:\s+(?P<doc>.*))?"
    )
    RECORD = re.compile(r"record (?P<name>\w+) of (?P<c>\w+)(?:\s+:\s+(?P<doc>.*))?")
    ANSWER = re.compile(
        r"answer (?P<name>\w+) of (?P<c>\w+) : (?:list (?P<list>[\w.]+) of |(?P<path>[\w.]+) of )?(?P<record>\w+)"
        r"(?: on (?P<on>\w+))?(?P<always> always)?"
    )

    def __init__(self, text: str, headers: Headers) -> None:
        self.headers = headers
        self.shapes = Shapes({}, [], {})
        lines = [line.rstrip() for line in text.split("\n") if line.strip() and not line.startswith("#")]
        self.find_names([line.split() for line in lines if not line.startswith(" ")])
        self.find_records(lines)
        for name, record in self.shapes.records.items():
            self.shapes.records[name] = record._replace(fields=[self.settled(field) for field in record.fields])
        for line in lines:
            if match := self.ANSWER.fullmatch(line):
                self.shapes.answers.append(self.answer(match))

    # --- Enumerations.

    def find_names(self, lines: list[list[str]]) -> None:
        words = {(line[1], line[2]): line[3] for line in lines if line[0] == "word"}
        ranges = {line[1]: line[2:] for line in lines if line[0] == "numbers"}
        left_out = {(line[1], line[2]) for line in lines if line[0] == "without"}
        for enumeration in self.headers.enumerations.values():
            names = self.named(enumeration, words, ranges.get(camel(enumeration.c)))
            members = [member for member in names.members if (names.name, member.name) not in left_out]
            names = names._replace(members=members)
            self.shapes.names[names.name] = names

    def named(self, enumeration: Enumeration, words: dict[tuple[str, str], str], numbers: Optional[list[str]]) -> Names:
        own, cut = camel(enumeration.c), len(beginning(enumeration))
        members = [
            Word(name, words.get((own, name), name.lower().replace("_", "-")), member.number, member.doc)
            for name, member in ((member.name[cut:], member) for member in enumeration.members)
        ]
        span = None
        if numbers:
            first, last = (next(one.number for one in members if one.name == end) for end in numbers[:2])
            span = (first, last, numbers[2])
            members = [one for one in members if one.name not in numbers[:2]]
        return Names(own, enumeration.c, enumeration.doc, members, span)

    # --- Records.

    def find_records(self, lines: list[str]) -> None:
        record = None
        for line in lines:
            if match := self.RECORD.fullmatch(line):
                struct = self.headers.structs[match["c"]]
                record = Record(match["name"], match["c"], match["doc"] or struct.doc, "", [])
                self.shapes.records[record.name] = record
            elif line.startswith(" ") and line.split()[:2] == ["none", "without"] and record:
                record = record._replace(none_without=line.split()[2])
                self.shapes.records[record.name] = record
            elif line.startswith(" ") and record:
                record.fields.append(self.field(record, line.strip()))

    def field(self, record: Record, line: str) -> Field:
        match = self.LINE.fullmatch(line)
        if not match:
            raise SystemExit(f"shapes.txt, {record.name}: {line!r} is no field")
        path = match["path"] or ("" if match["by"] else match["name"])
        member, count = self.member(record.c, path)
        enumeration = match["kind"] if match["kind"] in self.shapes.names else ""
        if match["kind"] and not enumeration and match["kind"] not in MADE:
            raise SystemExit(f"shapes.txt, {record.name}.{match['name']}: {match['kind']!r} is no kind")
        kind = "name" if enumeration else match["kind"] or ""
        kind = "names" if enumeration and not match["by"] and member.type == "uint64_t" else kind
        return Field(match["name"], kind, match["doc"] or member.doc, bool(match["none"]), path, member.type, count,
                     member.size, "", enumeration, match["by"] or "")  # fmt: skip

    def member(self, c: str, path: str) -> tuple[Member, str]:
        """The member at a path, and the one that counts it where that follows: `items`, `count`."""
        found, count = Member("", c, "", 0, ""), ""
        for step in path.partition("[")[0].split(".") if path else []:
            members = self.headers.structs[found.type].members if found.type in self.headers.structs else []
            place = next((i for i, one in enumerate(members) if one.name == step), None)
            if place is None:
                raise SystemExit(f"shapes.txt: {c} has no {path}")
            found = members[place]
            after = members[place + 1] if place + 1 < len(members) else found
            is_count = after.type == "size_t" and re.fullmatch(r"(\w+_)?count", after.name)
            count = path.removesuffix(step) + after.name if is_count else ""
        return found._replace(size="") if path.endswith("]") else found, count

    def settled(self, field: Field) -> Field:
        """With the kind that follows from its type, now that every record is known."""
        if field.kind:
            return field
        if field.size:
            return self.must(field, "codes" if field.c == "coding_code" else "")
        if field.c in self.headers.enumerations:
            return field._replace(kind="name", enumeration=camel(field.c))
        if match := re.fullmatch(r"const (\w+) \*", field.c) if field.counted_by else None:
            kind = "list" if match[1] == "coding_code" or self.record_of(match[1]) else ""
            return self.must(field, kind or ("counts" if UNSIGNED.fullmatch(match[1]) else ""),
                             self.record_of(match[1]))  # fmt: skip
        if field.c not in KINDS and (record := self.record_of(field.c)):
            may_be_none = bool(self.shapes.records[record].none_without)
            return field._replace(kind="maybe" if may_be_none else "record", record=record)
        return self.must(field, KINDS.get(field.c) or ("count" if COUNTS.fullmatch(field.c) else ""))

    def must(self, field: Field, kind: str, record: str = "") -> Field:
        if not kind:
            raise SystemExit(f"shapes.txt: {field.name}: a {field.c!r} needs `by` and `as`, or a record of its own")
        return field._replace(kind=kind, record=record)

    def record_of(self, c: str) -> str:
        return next((name for name, record in self.shapes.records.items() if record.c == c), "")

    # --- Answers.

    def answer(self, match: re.Match[str]) -> Answer:
        path, record = match["list"] or match["path"] or "", match["record"]
        if record not in ("code", "count") and record not in self.shapes.records:
            raise SystemExit(f"shapes.txt: the answer {match['name']} is of {record!r}, which is no record")
        counted_by = self.member(match["c"], path)[1]
        may_be_none = not match["list"] and not match["always"] and self.shapes.records[record].none_without
        kind = "list" if match["list"] else "maybe" if may_be_none else "record"
        if kind == "list" and record in ("code", "count"):
            kind, record = record + "s", ""
        status = path.rpartition(".")[0] + ".status" if "." in path else "status"
        has_status = any(one.name == "status" for one in self.owner(match["c"], path))
        return Answer(match["name"], match["c"], kind, record, path, counted_by, match["on"] or "",
                      status if has_status else "")  # fmt: skip

    def owner(self, c: str, path: str) -> list[Member]:
        inner = path.rpartition(".")[0]
        return self.headers.structs[self.member(c, inner)[0].type if inner else c].members


def read(path: Path, headers: Headers) -> Shapes:
    return Reader(path.read_text(encoding="utf-8"), headers).shapes
