"""The methods of Book that ask a question: each with all that can be said, and shorter forms for what need not be."""

import re
from typing import Any, Callable, NamedTuple

from javadoc import comment, words

Named = Callable[[str], str]

LINE = re.compile(r"(?P<method>\w+) as (?P<name>\w+)(?P<coded> coded)?(?: system=(?P<system>\w+))?"
                  r"(?: limit=(?P<limit>\d+))?(?: : (?P<doc>.*))?")  # fmt: skip
SAYS = {"text": "what is asked", "system": "whose code it is", "on": "the day of service, or {@link Book#NEWEST}",
        "limit": "how many at most", "code": "an answer that names a code"}  # fmt: skip
TYPES = {"text": "String", "system": "CodeSystem", "on": "LocalDate", "limit": "int", "code": "Coded"}
HANDED = {"text": "text", "system": "system.number()", "on": "Day.number(on)", "limit": "count(limit)"}
OF_CODED = {**HANDED, "text": "code.code()", "system": "code.system().number()"}

CLASS = """import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a {{@link Book}} is asked. Answers are the caller's own and outlive the book. A day that is not named is today,
 * or the newest edition where none reaches today; a code of no edition is {{@link NotInBookException}} where an answer
 * would be about it; after close every question is an IllegalStateException.
 */
public abstract sealed class Questions permits ClaimQuestions {{
    Questions() {{}}

    /** The native book. */
    abstract Room room();

    static int count(int wanted) {{
        if (wanted < 0) throw new IllegalArgumentException("a number of answers is not negative: " + wanted);
        return wanted;
    }}
{methods}}}
"""


class Method(NamedTuple):
    c: str
    name: str
    is_coded: bool
    defaults: dict[str, str]  #: What is handed to C where a parameter is left out.
    doc: str


def read(table: str) -> dict[str, Method]:
    found = {}
    for line in re.sub(r"\n {4}", " ", table).splitlines():
        if not line or line.startswith("#"):
            continue
        match = LINE.fullmatch(line)
        if not match:
            raise SystemExit(f"methods.txt: {line!r} is no method")
        defaults = {"on": "Day.TODAY"}
        if match["system"]:
            defaults["system"] = f"CodeSystem.{match['system']}.number()"
        if match["limit"]:
            defaults["limit"] = match["limit"]
        found[match["method"]] = Method(match["method"], match["name"], bool(match["coded"]), defaults,
                                        match["doc"] or "")  # fmt: skip
    return found


def answer(result: dict[str, Any], call: str, named: Named) -> tuple[str, str]:
    """The type of an answer, and the expression that makes it of a call."""
    kind, shape = result["kind"], result.get("shape")
    if kind == "name":
        return named(result["enumeration"]), f"{named(result['enumeration'])}.of({call})"
    if kind == "day":
        return "Optional<LocalDate>", f"Optional.ofNullable(Day.of({call}))"
    types = {"record": f"{shape}", "maybe": f"Optional<{shape}>", "list": f"List<{shape}>"}
    if kind in types:
        return types[kind], f"Parcel.{kind}({call}, {shape}::read)"
    if kind == "codes":
        return "List<String>", f"Parcel.codes({call})"
    return {"text": "String", "flag": "boolean", "count": "long"}[kind], call


def forms(method: Method, asked: list[str]) -> list[tuple[list[str], list[str]]]:
    """Parameters of each form, and what each hands to C: the longest first."""
    found = [(asked, [HANDED[one] for one in asked])]
    shown = list(asked)
    while shown and shown[-1] in method.defaults:
        shown = shown[:-1]
        found.append((shown, [HANDED[one] if one in shown else method.defaults[one] for one in asked]))
    if method.is_coded:
        for tail in [["on"], []] if "on" in asked else [[]]:
            handed = [OF_CODED[one] if one in ("text", "system", *tail) else method.defaults[one] for one in asked]
            found.append((["code", *tail], handed))
    return found


def form(method: Method, shown: list[str], handed: list[str], told: dict[str, Any], named: Named) -> str:
    doc = method.doc or words(told["doc"]).replace("; none ", "; empty ")
    java, expression = answer(told["result"], f"room().{method.c}({', '.join(handed)})", named)
    tags = tuple(f"@param {one} {SAYS[one]}" for one in shown) + ("@return the answer",)
    parameters = ", ".join(f"{TYPES[one]} {one}" for one in shown)
    return (f"\n{comment(doc, 4, tags)}    public final {java} {method.name}({parameters}) {{\n"
            f"        return {expression};\n    }}\n")  # fmt: skip


def questions(methods: list[dict[str, Any]], table: str, named: Named) -> str:
    told = {one["name"]: one for one in methods}
    text = ""
    for method in read(table).values():
        if method.c not in told:
            raise SystemExit(f"methods.txt: coding.i has no method {method.c}")
        asked = [one["name"] for one in told[method.c]["parameters"] if not one["hidden"]]
        text += "".join(form(method, *each, told[method.c], named) for each in forms(method, asked))
    return CLASS.format(methods=text)
