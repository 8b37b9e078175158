"""Writes shapes.c and shapes.h: the tables that the walk of shape.c reads."""

import re

from shapes import Answer, Field, Names, Record, Shapes

HEAD = "/* Made by bindings/describe.py of bindings/shapes.txt and include/coding: not to be edited. */\n"


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def status_of(owner: str, c: str, status: str, is_shown: bool) -> str:
    """An answer that shows its status in a field of its own is refused only where memory ended."""
    value = f"((const {c} *)answer)->{status}"
    answer = f"{value} == CODING_NO_MEMORY ? CODING_NO_MEMORY : CODING_OK" if is_shown else value
    return f"static coding_status {owner}_status(const void *answer) {{ return {answer}; }}\n"


class Tables:
    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.places = {name: place for place, name in enumerate(shapes.names)}
        self.lists = [answer for answer in shapes.answers if answer.path]
        self.own_answers = {answer.record: answer for answer in shapes.answers if not answer.path}

    # --- Fields.

    def maker(self, record: Record, field: Field) -> str:
        """Of the record, or of one of its members."""
        if not field.path:
            return f"coding__made_{field.made_by}"
        return f"{snake(record.name)}_{field.name}"

    def makers(self, record: Record) -> str:
        return "".join(
            f"static bool {self.maker(record, field)}(const coding__ask *ask, const void *record,"
            f" const coding__maker *maker)\n{{\n"
            f"    return coding__made_{field.made_by}(ask, &((const {record.c} *)record)->{field.path}, maker);\n}}\n"
            for field in record.fields
            if field.made_by and field.path
        )

    def entry(self, record: Record, field: Field) -> str:
        kind = "made" if field.made_by else "signed" if field.c == "int32_t" else field.kind
        says = {"name": quoted(field.name), "kind": "CODING__" + kind.upper()}
        if field.path:
            says["offset"] = f"offsetof({record.c}, {field.path})"
        if field.counted_by:
            says["count_offset"] = f"offsetof({record.c}, {field.counted_by})"
        if field.kind == "codes":
            says["width"] = field.size
        elif field.kind == "count" and field.path or field.kind == "real" and not field.made_by:
            says["width"] = f"sizeof ((const {record.c} *)0)->{field.path}"
        elif field.kind == "counts":
            says["width"] = f"sizeof *((const {record.c} *)0)->{field.path}"
        if field.enumeration:
            says["names"] = str(self.places[field.enumeration])
        if field.record:
            says["shape"] = f"&coding__shape_{snake(field.record)}"
        if field.made_by:
            says["width"] = "CODING__" + field.kind.upper()
            says["make"] = self.maker(record, field)
        return "    {" + ", ".join(f".{key} = {value}" for key, value in says.items()) + "},\n"

    # --- Shapes.

    def shape(self, symbol: str, c: str, says: dict[str, str], fields: str, count: int) -> str:
        given = "".join(f", .{key} = {value}" for key, value in says.items())
        return (
            f"static const coding__field {symbol}_fields[] = {{\n{fields}}};\n"
            f"const coding__shape coding__shape_{symbol} = {{.size = sizeof({c}), .fields = {symbol}_fields,"
            f" .count = {count}{given}}};\n\n"
        )

    def record(self, place: int, record: Record) -> str:
        symbol, text = snake(record.name), self.makers(record)
        says = {"name": quoted(record.name), "number": str(place)}
        if record.none_without:
            text += f"static bool {symbol}_is_none(const void *record) {{"
            text += f" return !((const {record.c} *)record)->{record.none_without}; }}\n"
            says["is_none"] = f"{symbol}_is_none"
        answer = self.own_answers.get(record.name)
        if answer and answer.status:
            text += status_of(symbol, record.c, answer.status, any(field.path == "status" for field in record.fields))
            says["status"] = f"{symbol}_status"
        fields = "".join(self.entry(record, field) for field in record.fields)
        return text + self.shape(symbol, record.c, says, fields, len(record.fields))

    def answer(self, answer: Answer) -> str:
        """An answer without a name: its one field is all that it is."""
        text, says = "", {"number": "UINT16_MAX"}
        if answer.status:
            text = status_of(answer.name, answer.c, answer.status, False)
            says["status"] = f"{answer.name}_status"
        if answer.on:
            says["on"] = f"offsetof({answer.c}, {answer.on})"
        record = Record("", answer.c, "", "", [])
        kind = "list" if answer.kind == "codes" else answer.kind
        field = Field("", kind, "", False, answer.path, "", answer.counted_by, "", answer.record)
        return text + self.shape(answer.name, answer.c, says, self.entry(record, field), 1)

    # --- Enumerations.

    def names(self, place: int, names: Names) -> str:
        words = {member.number: member.word for member in names.members}
        if names.numbers:
            first, last, start = names.numbers
            words.update({number: f"{start}{number}" for number in range(first, last + 1)})
        rows = "".join(f"    [{number}] = {quoted(words[number])},\n" for number in sorted(words))
        symbol = snake(names.name)
        return (
            f"static const char *const {symbol}_words[] = {{\n{rows}}};\n"
            f"static const coding__enumeration {symbol}_names = {{{quoted(names.name)}, {symbol}_words,"
            f" {max(words) + 1}, {place}}};\n\n"
        )

    # --- Files.

    def symbols(self) -> list[str]:
        return [snake(name) for name in self.shapes.records] + [answer.name for answer in self.lists]

    def header(self) -> str:
        shapes = "".join(f"extern const coding__shape coding__shape_{symbol};\n" for symbol in self.symbols())
        numbers = "".join(f"    CODING__SHAPE_{snake(name).upper()},\n" for name in self.shapes.records)
        names = "".join(f"    CODING__NAMES_{snake(name).upper()},\n" for name in self.shapes.names)
        return (
            f"{HEAD}#ifndef CODING_BINDINGS_SHAPES_H\n#define CODING_BINDINGS_SHAPES_H\n\n"
            f'#include "shape.h"\n\n{shapes}\n'
            f"/* Places in coding__shapes. */\nenum {{\n{numbers}    CODING__SHAPES_TOTAL\n}};\n\n"
            f"/* Places in coding__enumerations. */\nenum {{\n{names}    CODING__NAMES_TOTAL\n}};\n\n#endif\n"
        )

    def source(self) -> str:
        records = "".join(self.record(place, record) for place, record in enumerate(self.shapes.records.values()))
        names = "".join(self.names(place, one) for place, one in enumerate(self.shapes.names.values()))
        all_shapes = "".join(f"    &coding__shape_{snake(name)},\n" for name in self.shapes.records)
        all_names = "".join(f"    &{snake(name)}_names,\n" for name in self.shapes.names)
        return (
            f'{HEAD}#include "shapes.h"\n\n#include <stddef.h>\n\n#include "derived.h"\n\n{names}'
            f"{records}{''.join(map(self.answer, self.lists))}"
            f"const coding__shape *const coding__shapes[] = {{\n{all_shapes}}};\n"
            f"const size_t coding__shape_count = {len(self.shapes.records)};\n\n"
            f"const coding__enumeration *const coding__enumerations[] = {{\n{all_names}}};\n"
            f"const size_t coding__enumeration_count = {len(self.shapes.names)};\n"
        )
