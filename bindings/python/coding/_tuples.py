"""Records as typing.NamedTuple writes them, made without looking at what their fields are of: typing compiles each
annotation, which is a fifth of what the import of this package takes."""

from __future__ import annotations

import collections
from typing import Any

_namedtuple: Any = collections.namedtuple  # of fields that no checker is to read here
_OF_FIELDS = {"__annotations__", "__module__", "__qualname__", "__doc__"}


class _Maker(type):
    def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> Any:
        fields = members.get("__annotations__", {})
        defaults = [members[field] for field in fields if field in members]
        made = _namedtuple(name, fields, defaults=defaults, module=members["__module__"])
        made.__doc__ = members.get("__doc__")
        made.__annotations__ = fields
        for member, value in members.items():
            if member not in fields and member not in _OF_FIELDS:
                setattr(made, member, value)
        return made


NamedTuple: Any = type.__new__(_Maker, "NamedTuple", (), {})
