"""Writes surface.mjs: words of enumerations, readers of records, and the calls."""

from typing import Any

from surface import Call, Parameter, Surface, camel

HEAD = "// Made by bindings/js/generate of surface.json: not to be edited.\n"
READS = {"text": "text", "code": "text", "letter": "letter", "flag": "flag", "count": "real", "number": "number",
         "real": "real", "day": "day", "span": "span"}  # fmt: skip
#: What follows from a record's own fields.
DERIVED = {"Verdict": {"stands": "rule === \"stands\""}, "Review": {"stands": "worst !== \"denial\""}}


# --- Enumerations.


def words(one: dict[str, Any]) -> str:
    told = {member["number"]: member["word"] for member in one["members"]}
    if one["numbers"]:
        start = one["numbers"]
        told.update({number: f"{start['word']}{number}" for number in range(start["first"], start["last"] + 1)})
    listed = ", ".join(f'"{told[number]}"' if number in told else "" for number in range(max(told) + 1))
    return f"  {one['name']}: Object.freeze([{listed}]),\n"


def enumerations(surface: Surface) -> str:
    return f"const NAMES = Object.freeze({{\n{''.join(map(words, surface.enumerations))}}});\n\n"


# --- Records.


def read(field: dict[str, Any]) -> str:
    kind = field["kind"]
    if kind == "name":
        return f"NAMES.{field['enumeration']}[parcel.word()]"
    if kind in ("record", "maybe"):
        reader = f"read{field['shape']}(parcel)"
        return reader if kind == "record" else f"parcel.flag() ? {reader} : null"
    if kind in ("list", "codes"):
        return f"parcel.list({'read' + field['shape'] if kind == 'list' else 'readText'})"
    if kind == "counts":
        return "parcel.list(readReal)"
    if kind == "names":
        return f"parcel.list((each) => NAMES.{field['enumeration']}[each.word()])"
    return f"parcel.{READS[kind]}()"


def reader(shape: dict[str, Any]) -> str:
    """Fields are read in the order of the parcel, which is that of the record."""
    if shape["name"] == "Span":
        return ""
    derived = DERIVED.get(shape["name"], {})
    lines = "".join(f"  const {camel(field['name'])} = {read(field)};\n" for field in shape["fields"])
    names = [camel(field["name"]) for field in shape["fields"]] + [f"{name}: {value}" for name, value in derived.items()]
    return f"function read{shape['name']}(parcel) {{\n{lines}  return Object.freeze({{ {', '.join(names)} }});\n}}\n\n"


# --- Calls.


def argument(call: Call, one: Parameter) -> str:
    """As the module takes it. A text that goes with a system may be a record, which names both."""
    has_system = any(each.name == "system" for each in call.parameters)
    match one.kind:
        case "name" if one.enumeration == "System":
            text = call.text.js if call.is_method and call.text and one.name == "system" else "null"
            return f"machine.system({one.js}, {text})"
        case "name":
            return f"wordNumber(\"{one.enumeration}\", {one.js})"
        case "day":
            return f"machine.day({one.js})"
        case "number" if call.is_method:
            return f"machine.code({one.js}, {'system' if has_system or not call.text else 'null'})"
        case "number":
            return f"codeNumber({one.js})"
        case "letter":
            return f"letterNumber({one.js})"
        case "flag":
            return f"{one.js} ? 1 : 0"
        case "count" if one.name == "rules":
            return f"rulesNumber({one.js})"
        case "count" if one.c == "uint64_t":
            return f"wideNumber({one.js}, \"{one.js}\")"
        case "count":
            return f"countNumber({one.js}, \"{one.js}\")"
    return f"Number({one.js})"


def result(call: Call) -> str:
    told = call.result
    match told["kind"]:
        case "record":
            return f"machine.parcel(read{told['shape']})"
        case "maybe":
            return f"machine.parcel(read{told['shape']})"
        case "list":
            return f"machine.parcel(listOf(read{told['shape']}))"
        case "codes":
            return "machine.parcel(listOf(readText))"
        case "counts":
            return "machine.parcel(listOf(readReal))"
        case "text":
            return "machine.parcel(readText)"
        case "name":
            return f"NAMES.{told['enumeration']}[answered]"
        case "flag":
            return "answered !== 0"
        case "day":
            return "dayText(answered >>> 0)"
        case "number":
            return "BigInt.asUintN(64, answered)"
        case "letter":
            return "answered ? String.fromCharCode(answered) : null"
        case "count" if told["c"] == "uint64_t":
            return "answered"
        case "count":
            return "answered >>> 0"
    return "answered"


def signature(call: Call) -> str:
    shown = [one.js for one in call.positional]
    # is_below(code, ancestor) asks no system in C, but whoever writes a code means one.
    needs_system = call.is_method and not call.text and any(one.kind == "number" for one in call.parameters)
    options = [one.js + (f" = {one.default}" if one.default and one.name != "system" else "") for one in call.options]
    options += ["system"] if needs_system else []
    return ", ".join(shown + ([f"{{ {', '.join(options)} }} = NOTHING"] if options else []))


def crossing(call: Call) -> list[tuple[str, str]]:
    """Variables in the order of C's parameters, with what they are; texts last to be read, since others may ask too."""
    return [(f"{one.js}Given", argument(call, one)) for one in call.parameters if one.kind != "text"]


def order(call: Call) -> str:
    handed = []
    for one in call.arguments:
        if one["kind"] == "text" and not one["hidden"]:
            handed += ["machine.input", "length"]
        elif not one["hidden"]:
            handed.append(camel(one["name"]) + "Given")
    return ", ".join(handed)


def method(call: Call) -> str:
    lines = ["const machine = this._machine;"] if not call.is_method else ["const machine = open(this);"]
    if not call.arguments and call.result["kind"] == "day":
        lines.append("machine.setClock();")
    lines += [f"const {name} = {value};" for name, value in crossing(call)]
    if call.text:
        lines.append(f"const length = machine.text({call.text.js});")
    lines.append(f"const answered = machine.exports.{call.exported}({order(call)});")
    if call.is_packed:
        lines.append("if (!answered) machine.fail();")
    elif call.is_method:
        lines.append("machine.look();")
    if call.result["kind"] != "nothing":
        lines.append(f"return {result(call)};")
    return f"  {call.js}({signature(call)}) {{\n" + "".join(f"    {line}\n" for line in lines) + "  }\n\n"


def group(name: str, doc: str, calls: list[Call]) -> str:
    return f"/** {doc} */\nclass {name} {{\n{''.join(map(method, calls)).rstrip()}\n}}\n\n"


def source(surface: Surface) -> str:
    return (
        HEAD
        + enumerations(surface)
        + "".join(map(reader, surface.shapes))
        + group("Questions", "What a book is asked; Book adds its manners.", surface.methods)
        + group("Functions", "What needs no book; Coding adds its manners.", surface.functions)
    )
