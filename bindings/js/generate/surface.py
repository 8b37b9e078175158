"""The surface of the library as JavaScript sees it: methods and functions with their parameters sorted out."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple, Optional

#: Answers that are copied by a parcel; all else is handed over as it is.
PACKED = ("record", "maybe", "list", "codes", "counts", "text")
#: What a caller need not say.
DEFAULTS = {"count": {"count": "10", "limit": "10", "skip": "0", "rules": "null"}, "number": "0n",
            "name": {"system": '"any"', "setting": '"outpatient"', "style": '"gem"', "scheme": '"elixhauser-ahrq"',
                     "plan": '"ma"'},
            "flag": {"billable_only": "false", "notes": "true", "money": "true", "last": "true"},
            "real": {"confidence": "0.9"}}  # fmt: skip
#: Names that JavaScript's users would look for.
MANNERS = {"read": "parse", "search_complete": "complete_words", "system_blocks": "all_blocks"}
#: Written by hand in src/, or without a meaning here.
BY_HAND = {"close", "is_closed"}


class Parameter(NamedTuple):
    name: str
    kind: str
    c: str
    enumeration: str
    is_option: bool

    @property
    def js(self) -> str:
        return camel(self.name)

    @property
    def default(self) -> Optional[str]:
        told = DEFAULTS.get(self.kind)
        return told.get(self.name) if isinstance(told, dict) else told


class Call(NamedTuple):
    name: str  #: In C.
    c: str
    is_method: bool
    arguments: list[dict[str, Any]]  #: As C takes them, hidden ones too.
    parameters: list[Parameter]  #: As JavaScript hands them in.
    result: dict[str, Any]
    doc: str

    @property
    def js(self) -> str:
        return camel(MANNERS.get(self.name, self.name) if self.is_method else self.name)

    @property
    def exported(self) -> str:
        return ("book_" if self.is_method else "coding_") + self.name

    @property
    def text(self) -> Optional[Parameter]:
        return next((one for one in self.parameters if one.kind == "text"), None)

    @property
    def positional(self) -> list[Parameter]:
        return [one for one in self.parameters if not one.is_option]

    @property
    def options(self) -> list[Parameter]:
        return [one for one in self.parameters if one.is_option]

    @property
    def is_packed(self) -> bool:
        return self.result["kind"] in PACKED

    @property
    def has_desk(self) -> bool:
        return self.is_method


class Surface(NamedTuple):
    enumerations: list[dict[str, Any]]
    shapes: list[dict[str, Any]]
    answers: dict[str, dict[str, Any]]
    methods: list[Call]
    functions: list[Call]


def camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def is_option(one: dict[str, Any], shown: list[dict[str, Any]], is_method: bool) -> bool:
    """A method's first argument is what it is about: a text, codes, a row, a system. The rest is options, by name."""
    if not is_method:
        return False
    kinds = [each["kind"] for each in shown]
    first = "text" if "text" in kinds else "number" if "number" in kinds else "count" if "count" in kinds else "name"
    return one["kind"] != first


def parameters(told: dict[str, Any], is_method: bool) -> list[Parameter]:
    shown = [one for one in told["parameters"] if not one["hidden"]]
    found = [
        Parameter(one["name"], one["kind"], one["c"], one.get("enumeration", ""), is_option(one, shown, is_method))
        for one in shown
    ]
    return sorted(found, key=lambda one: (one.is_option, one.kind != "text"))


def call(told: dict[str, Any], is_method: bool) -> Call:
    return Call(told["name"], told["c"], is_method, told["parameters"], parameters(told, is_method), told["result"],
                told["doc"])  # fmt: skip


def headers_of(interface: Path) -> list[str]:
    """The chapters that every language takes its functions from."""
    return re.findall(r"%include <coding/(\w+)\.h>", interface.read_text(encoding="utf-8"))


def read(path: Path, interface: Path) -> Surface:
    told = json.loads(path.read_text(encoding="utf-8"))
    bound = headers_of(interface)
    methods = [call(one, True) for one in told["methods"] if one["name"] not in BY_HAND]
    functions = [call(one, False) for one in told["functions"] if one["header"] in bound and not one["needs_book"]]
    return Surface(told["enumerations"], told["shapes"], {one["c"]: one for one in told["answers"]}, methods, functions)
