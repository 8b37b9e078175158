"""Writes the types of what surface.mjs holds, for coding.d.ts."""

import textwrap
from typing import Any

from module import DERIVED
from surface import Call, Parameter, Surface, camel

TYPES = {"text": "string", "code": "string", "letter": "string", "flag": "boolean", "count": "number",
         "number": "bigint", "real": "number", "day": "IsoDay", "span": "Span", "nothing": "void"}  # fmt: skip
DERIVED_TYPES = {"stands": ("boolean", "Nobody objects: `rule` is \"stands\", or `worst` no \"denial\".")}
#: Texts that Book writes of what is handed in.
WRITTEN = {"review": "string | Uint8Array | Claim", "visit": "string | Uint8Array | Visit",
           "estimate": "Iterable<number>", "sample_strata": "Iterable<readonly [number, number]>",
           "estimate_strata": "Iterable<readonly [number, number, number, number]>"}  # fmt: skip


#: Options that have no default.
REQUIRED = ("model", "to", "version", "year")


def comment(text: str, indent: str) -> str:
    if not text:
        return ""
    text = text.replace("*/", "* /")
    if len(indent) + len(text) + 7 <= 120:
        return f"{indent}/** {text} */\n"
    lines = textwrap.wrap(text, 116 - len(indent))
    return f"{indent}/**\n" + "".join(f"{indent} * {line}\n" for line in lines) + f"{indent} */\n"


def enumeration(one: dict[str, Any]) -> str:
    words = [f'"{member["word"]}"' for member in one["members"]]
    if one["numbers"]:
        words.append(f"`{one['numbers']['word']}${{number}}`")
    listed = textwrap.fill(" | ".join(words), 116, initial_indent="  ", subsequent_indent="  ", break_long_words=False,
                           break_on_hyphens=False)  # fmt: skip
    meant = "; ".join(f"{member['word']}: {member['doc'].rstrip('.')}" for member in one["members"] if member["doc"])
    return comment(f"{one['doc']} {meant}.".strip(), "") + f"export type {one['name']} =\n{listed};\n\n"


def value(field: dict[str, Any]) -> str:
    kind = field["kind"]
    if kind == "name":
        told = field["enumeration"]
    elif kind in ("record", "maybe"):
        told = field["shape"]
    elif kind == "list":
        told = f"readonly {field['shape']}[]"
    elif kind == "codes":
        told = "readonly string[]"
    elif kind == "names":
        told = f"readonly {field['enumeration']}[]"
    elif kind == "counts":
        told = "readonly number[]"
    else:
        told = TYPES[kind]
    return told + (" | null" if field.get("none") or kind == "maybe" else "")


def shape(one: dict[str, Any]) -> str:
    lines = "".join(
        comment(field["doc"], "  ") + f"  readonly {camel(field['name'])}: {value(field)};\n" for field in one["fields"]
    )
    for name in DERIVED.get(one["name"], {}):
        kind, doc = DERIVED_TYPES[name]
        lines += comment(doc, "  ") + f"  readonly {name}: {kind};\n"
    return comment(one["doc"], "") + f"export interface {one['name']} {{\n{lines}}}\n\n"


def given(call: Call, one: Parameter) -> str:
    if one.kind == "name":
        return "SystemName" if one.enumeration == "System" else one.enumeration
    if one.kind == "text" and call.is_method and call.name in WRITTEN:
        return WRITTEN[call.name]
    if one.name == "rules":
        return "readonly ClaimRule[]"
    if one.kind == "text":
        return "Code" if call.is_method and any(each.name == "system" for each in call.parameters) else "string | Uint8Array"
    if one.kind == "number":
        return "Code" if call.is_method else "bigint"
    return "Day" if one.kind == "day" else TYPES[one.kind]


def answered(call: Call) -> str:
    told = call.result
    if told["kind"] == "text":
        return "string" if call.is_method else "string | null"
    if told["kind"] in ("day", "letter"):
        return TYPES[told["kind"]] + " | null"
    return value(told)


def signature(call: Call) -> str:
    shown = [f"{one.js}: {given(call, one)}" for one in call.positional]
    asked = [one for one in call.options if one.name in REQUIRED]
    options = [f"{one.js}{'' if one in asked else '?'}: {given(call, one)}" for one in call.options]
    if call.is_method and not call.text and any(one.kind == "number" for one in call.parameters):
        options.append("system?: SystemName")
    return ", ".join(shown + ([f"options{'' if asked else '?'}: {{ {'; '.join(options)} }}"] if options else []))


def method(call: Call) -> str:
    return comment(call.doc, "  ") + f"  {call.js}({signature(call)}): {answered(call)};\n"


def source(surface: Surface) -> str:
    names = "".join(f"  readonly {one['name']}: readonly {one['name']}[];\n" for one in surface.enumerations)
    return (
        "".join(map(enumeration, surface.enumerations))
        + "".join(map(shape, surface.shapes))
        + f"/** The words of each enumeration, by number. */\nexport declare const NAMES: {{\n{names}}};\n\n"
        + "export interface Book {\n" + "".join(map(method, surface.methods)) + "}\n\n"
        + "export interface Coding {\n" + "".join(map(method, surface.functions)) + "}\n"
    )  # fmt: skip
