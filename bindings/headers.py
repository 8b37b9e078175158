"""Reads C headers of the house's one style: what they declare, and what their comments say of it."""

import re
from pathlib import Path
from typing import NamedTuple, Optional


class Member(NamedTuple):
    """A member of an enumeration, a member of a struct, or a parameter."""

    name: str
    type: str  #: "const char *", "coding_code"; of enumerations "".
    size: str  #: What stands in brackets, else "".
    number: int
    doc: str


class Enumeration(NamedTuple):
    c: str
    doc: str
    members: list[Member]


class Struct(NamedTuple):
    c: str
    doc: str
    members: list[Member]


class Function(NamedTuple):
    c: str
    result: str
    parameters: list[Member]
    doc: str
    header: str


class Headers(NamedTuple):
    enumerations: dict[str, Enumeration]
    structs: dict[str, Struct]
    functions: dict[str, Function]


DOC = r"(?:/\*\*(?!<)(?P<doc>(?:(?!\*/).)*)\*/\s*)?"
BLOCK = re.compile(DOC + r"typedef\s+(?P<kind>enum|struct)\s+\w*\s*\{(?P<body>[^{}]*)\}\s*(?P<name>\w+)\s*;", re.S)
RESULT = r"CODING_API\s+(?P<result>[\w\s]+?[\s*]+)"
FUNCTION = re.compile(DOC + RESULT + r"(?P<name>\w+)\s*\((?P<parameters>[^;]*)\)\s*;", re.S)
ITEM = re.compile(r"(?P<item>[^;,/]+?)\s*[,;]?\s*/\*\*<(?P<doc>.*?)\*/", re.S)
DECLARED = re.compile(r"(?P<type>.*?[\s*])(?P<name>\w+)\s*(?:\[(?P<size>[^]]*)\])?", re.S)


def plain(comment: Optional[str]) -> str:
    """A comment as one paragraph, without its asterisks."""
    lines = [re.sub(r"^\s*\*? ?", "", line).strip() for line in (comment or "").split("\n")]
    return " ".join(line for line in lines if line and not line.startswith("@"))


def tight(c_type: str) -> str:
    return re.sub(r"\s*\*\s*", " *", " ".join(c_type.split()))


def declared(text: str, doc: str = "") -> Optional[Member]:
    match = DECLARED.fullmatch(text.strip())
    if not match:
        return None
    return Member(match["name"], tight(match["type"]), match["size"] or "", 0, doc)


def parameters_of(text: str) -> list[Member]:
    return [one for one in map(declared, text.split(",")) if one and one.name != "void"]


def struct_of(match: re.Match[str]) -> Struct:
    body = re.sub(r"/\*(?!\*).*?\*/", "", match["body"], flags=re.S)
    documented = {}
    for item in ITEM.finditer(body):
        documented[item["item"].split()[-1].lstrip("*").split("[")[0]] = plain(item["doc"])
    members = [declared(line) for line in re.sub(r"/\*.*?\*/", "", body, flags=re.S).split(";") if line.strip()]
    found = [one._replace(doc=documented.get(one.name, "")) for one in members if one]
    return Struct(match["name"], plain(match["doc"]), found)


def enumeration_of(match: re.Match[str]) -> Enumeration:
    line = re.compile(r"(?P<name>\w+)\s*=\s*(?P<number>\d+)\s*,?\s*/\*\*<(?P<doc>.*?)\*/", re.S)
    found = line.finditer(match["body"])
    members = [Member(one["name"], "", "", int(one["number"]), plain(one["doc"])) for one in found]
    return Enumeration(match["name"], plain(match["doc"]), members)


def function_of(match: re.Match[str], header: str) -> Function:
    parameters = parameters_of(match["parameters"])
    return Function(match["name"], tight(match["result"]), parameters, plain(match["doc"]), header)


def read(paths: list[Path]) -> Headers:
    """What the headers declare, in their order. The comment right before a declaration is its own."""
    found = Headers({}, {}, {})
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for match in BLOCK.finditer(text):
            if match["kind"] == "enum":
                found.enumerations[match["name"]] = enumeration_of(match)
            else:
                found.structs[match["name"]] = struct_of(match)
        for match in FUNCTION.finditer(text):
            found.functions[match["name"]] = function_of(match, path.stem)
    return found
