"""Writes calls.c: what the module exports, a function a method of Book and one a function of the headers."""

from surface import Call, Surface, snake

HEAD = "/* Made by bindings/js/generate of surface.json: not to be edited. */\n"
#: Longer than any text that a function prints into its caller's array.
PRINTED = 256


def symbol(call: Call) -> str:
    return f"{'book' if call.is_method else 'function'}_{call.name}"


def taken(call: Call) -> list[str]:
    """Parameters that cross the wall."""
    crossing = [one for one in call.arguments if not one["hidden"] or (one["name"], one["c"]) == ("length", "size_t")]
    return [f"{one['c']}{'' if one['c'].endswith('*') else ' '}{one['name']}" for one in crossing]


def handed(call: Call) -> str:
    """What the library's own function gets for each of its parameters."""
    own = {"coding_desk *": "desk", "const coding_book *": "coding_desk_book(desk)",
           "coding_error *": "&coding__machine_error"}  # fmt: skip
    values = ["coding__machine_room"] if call.is_method else []
    return ", ".join(values + [own.get(one["c"], one["name"]) for one in call.arguments])


def returned(call: Call) -> str:
    if call.is_packed:
        return "bool"
    return {"uint64_t": "double", "void": "void"}.get(call.result["c"], call.result["c"])


def packed(call: Call) -> str:
    if call.result["kind"] == "text":
        return "coding__machine_pack_text(answered)"
    has_length = any(one["name"] == "length" for one in call.arguments)
    text = "text, length" if call.text and has_length else '"", 0'
    shape = snake(call.result["shape"] or "") if call.result["kind"] == "record" else call.result["name"]
    return f"coding__machine_pack({'desk' if call.is_method else 'NULL'}, {text}, &coding__shape_{shape}, &answered)"


def declared(call: Call) -> str:
    c = call.result["c"]
    return f"{c}{'' if c.endswith('*') else ' '}answered = {call.c}({handed(call)});"


def body(call: Call) -> list[str]:
    none = "false" if call.is_packed else f"({returned(call)})0"
    lines = ["coding_desk *desk = coding__machine_borrow();", f"if (!desk) return {none};"]
    if not call.is_method:
        lines = ["coding__machine_start();"]
    lines += [f"char {one['name']}[{PRINTED}];" for one in call.arguments if one["hidden"] and one["c"] == "char"]
    if call.result["kind"] == "nothing":
        return [*lines, f"{call.c}({handed(call)});"] + ["coding__machine_give_back(desk);"] * call.is_method
    lines.append(declared(call))
    value = packed(call) if call.is_packed else f"({returned(call)})answered"
    if not call.is_method:
        return [*lines, f"return {value};"]
    return [*lines, f"{returned(call)} told = {value};", "coding__machine_give_back(desk);", "return told;"]


def function(call: Call) -> str:
    inside = "".join(f"    {line}\n" for line in body(call))
    return (
        f"EXPORT({call.exported})\n"
        f"{returned(call)} coding__{symbol(call)}({', '.join(taken(call)) or 'void'})\n{{\n{inside}}}\n\n"
    )


def source(surface: Surface) -> str:
    calls = "".join(map(function, surface.methods + surface.functions))
    return f'{HEAD}#include "asks.h"\n#include "machine.h"\n#include "shapes.h"\n\n{calls}'
