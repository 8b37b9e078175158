"""Claims and visits as the library reads them: a line of words. Nothing that is handed in can leave its word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Union

Text = Union[str, bytes]

#: What parts words and pieces.
PARTS = re.compile(r"[\x00- |]")
SEXES = {"male": "M", "female": "F", "unknown": "-", "1": "M", "2": "F"}
POAS = {"yes": "Y", "no": "N", "unknown": "U", "undetermined": "W"}
#: What begins a piece that is no line.
HEADS = ("dx", "admit", "reason", "cause", "pcs")
#: Fields of a claim, and of a line, whose words are `key=value`.
OF_CLAIM = {"discharge": "status", "bill": "bill", "place": "pos", "id": "id", "provider": "npi"}
OF_LINE = {"place": "pos", "revenue": "rev", "provider": "npi", "ndc": "ndc"}


def _word(name: str, value: Any, marks: str = "") -> str:
    """The text of a value; refused where it would be read as more than one."""
    text = str(value)
    held = PARTS.search(text) or (re.search(f"[{re.escape(marks)}]", text) if marks else None)
    if held or not text:
        raise ValueError(f"{name} is one word without {held[0]!r}: {text!r}" if held else f"{name} is empty")
    return text


def _day(name: str, value: Any) -> str:
    return value.isoformat()[:10] if isinstance(value, date) else _word(name, value, ".@")


def _days(first: Any, last: Any) -> str:
    if first is None and last is not None:
        raise ValueError("last needs a first")
    days = [_day(name, value) for name, value in (("first", first), ("last", last)) if value is not None]
    return "..".join(days)


def _cents(value: Any) -> str:
    cents = int(value)
    if cents < 0 or cents != value:
        raise ValueError(f"charge is whole cents from 0 on, not {value!r}")
    return f"{cents // 100}.{cents % 100:02d}"


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return [value] if isinstance(value, (str, Mapping)) or not isinstance(value, Iterable) else list(value)


def _fields(given: Any, name: str, allowed: Iterable[str]) -> dict[str, Any]:
    """A record, or its code alone."""
    fields = dict(given) if isinstance(given, Mapping) else {"code": given}
    for key in fields:
        if key not in allowed:
            raise TypeError(f"{name} has no {key!r}")
    return fields


def _keys(fields: Mapping[str, Any], words: Mapping[str, str]) -> list[str]:
    return [f"{word}={_word(name, fields[name])}" for name, word in words.items() if fields.get(name) is not None]


def _diagnosis(given: Any) -> str:
    fields = _fields(given, "a diagnosis", ("code", "poa"))
    code = _word("a diagnosis", fields.get("code", ""), "/")
    poa = str(fields.get("poa") or "blank")
    return code if poa == "blank" else f"{code}/{_word('poa', POAS.get(poa, poa), '/')}"


def _procedure(given: Any) -> str:
    fields = _fields(given, "a procedure", ("code", "on"))
    code = _word("a procedure", fields.get("code", ""), "@")
    return code if fields.get("on") is None else f"{code}@{_day('on', fields['on'])}"


def _modifiers(value: Any) -> list[str]:
    each = re.split(r"[ ,:]+", value.strip()) if isinstance(value, str) else _listed(value)
    return [_word("a modifier", one, "-") for one in each if one]


def _pointers(value: Any) -> str:
    each = re.split(r"[ ,:]+", value.strip()) if isinstance(value, str) else _listed(value)
    return ",".join(_word("a pointer", one, ",:") for one in each)


def _units(value: Any) -> str:
    units = float(value)
    if not 0 <= units < 1e9:
        raise ValueError(f"units are a number from 0 on, not {value!r}")
    return f"{units:.6f}".rstrip("0").rstrip(".")


def _line(given: Any) -> str:
    allowed = ("code", "modifiers", "units", "charge", "first", "last", "pointers", *OF_LINE)
    fields = _fields(given, "a line", allowed)
    code = _word("the code of a line", fields.get("code") or "-")
    if code.lower() in HEADS:
        raise ValueError(f"{code!r} is no code of a line")
    words = ["-".join([code, *_modifiers(fields.get("modifiers"))])]
    words += [f"x{_units(fields['units'])}"] if fields.get("units") is not None else []
    words += [f"@{_days(fields.get('first'), fields.get('last'))}"] if fields.get("first") is not None else []
    words += [f">{_pointers(fields['pointers'])}"] if fields.get("pointers") else []
    words += [f"${_cents(fields['charge'])}"] if fields.get("charge") is not None else []
    return " ".join(words + _keys(fields, OF_LINE))


def _head(fields: Mapping[str, Any]) -> str:
    words = [_word("kind", fields.get("kind", "professional"))]
    days = _days(fields.get("first"), fields.get("last"))
    words += [days] if days else []
    sex = fields.get("sex")
    words += [_word("sex", SEXES.get(str(sex), str(sex)))] if sex is not None else []
    words += [str(int(fields["age"]))] if fields.get("age") is not None else []
    words += [f"born={_day('born', fields['born'])}"] if fields.get("born") is not None else []
    words += [f"charge={_cents(fields['charge'])}"] if fields.get("charge") is not None else []
    return " ".join(words + _keys(fields, OF_CLAIM))


def claim(**fields: Any) -> str:
    """A claim as one line, from its fields: what `Book.review` takes.

    kind ("professional", "outpatient", "inpatient", "dme", "dental"), first and last (days), sex ("M", "F"), age or
    born, id, provider, discharge, bill, place, charge (cents); diagnoses: codes, or dicts of code and poa; admitting,
    reasons, causes: the same; procedures: codes, or dicts of code and on; lines: codes, or dicts of code, modifiers,
    units, charge, place, revenue, first, last, pointers, provider and ndc. A ValueError where a value would break out
    of its place.
    """
    pieces = {"diagnoses": ("dx", _diagnosis), "admitting": ("admit", _diagnosis), "reasons": ("reason", _diagnosis),
              "causes": ("cause", _diagnosis), "procedures": ("pcs", _procedure)}  # fmt: skip
    allowed = ("kind", "first", "last", "sex", "age", "born", "charge", "lines", *OF_CLAIM, *pieces)
    written = [_head(_fields(fields, "a claim", allowed))]
    for name, (head, write) in pieces.items():
        words = [write(each) for each in _listed(fields.get(name))]
        written += [" ".join([head, *words])] if words else []
    return " | ".join(written + [_line(each) for each in _listed(fields.get("lines"))])


def visit(**fields: Any) -> str:
    """A visit as one line, from the fields of a record: family="office-established", minutes=38, historian=True."""
    words = []
    for name, value in fields.items():
        if value is None or value is False:
            continue
        word = name if value is True else _word(name, value)
        words.append(word if name == "family" or value is True else f"{name}={word}")
    return " ".join(words)


def text_of(given: Any, fields: Mapping[str, Any], write: Any) -> Text:
    """The line itself, or that of fields."""
    if isinstance(given, (str, bytes)) and not fields:
        return given
    if given is not None and not isinstance(given, Mapping):
        raise TypeError(f"text or a mapping is needed, not {type(given).__name__}")
    return str(write(**{**(given or {}), **fields}))


def numbers(values: Iterable[Any]) -> str:
    """Numbers as text that the library reads."""
    return " ".join(repr(float(value)) for value in values)
