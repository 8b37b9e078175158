"""Columns of patients as the extension takes them: numbers of a width, whatever they came as."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Optional

#: Largest number of each kind of column.
MOST = {"B": 0xFF, "H": 0xFFFF, "Q": 0xFFFF_FFFF_FFFF_FFFF}
SEXES = {"M": 1, "F": 2, "U": 0, "male": 1, "female": 2, "unknown": 0, "": 0}
POAS = {"Y": 1, "N": 2, "U": 3, "W": 4, "1": 0, "": 0}
HOSPITALS = {"reports": 0, "exempt": 1, "unknown": 2}


def _is_of(value: Any, package: str) -> bool:
    return type(value).__module__.partition(".")[0] == package


def _is_missing(value: Any) -> bool:
    return value is None or type(value).__name__ == "NAType" or bool(value != value)


def _number(value: Any, words: Mapping[str, int]) -> int:
    if _is_missing(value):
        return 0
    if not isinstance(value, str):
        return int(value)
    try:
        return words[value]
    except KeyError:
        raise ValueError(f"{value!r} is none of {', '.join(filter(None, words))}") from None


def _of_numpy(values: Any, kind: str) -> Any:
    """Whole numbers that fit; what is missing in a column of floats is 0."""
    import numpy

    whole = numpy.nan_to_num(values).astype("int64") if values.dtype.kind == "f" else values
    if whole.size and (whole.min() < 0 or whole.max() > MOST[kind]):
        raise OverflowError(f"a column has a number that is not from 0 to {MOST[kind]}")
    return numpy.ascontiguousarray(whole, {"B": "uint8", "H": "uint16", "Q": "uint64"}[kind])


def column(values: Any, count: int, kind: str = "B", words: Mapping[str, int] = {}) -> Any:
    """A column of numbers, `words` for those that are texts; one value stands for all. None where nothing is given."""
    if values is None or isinstance(values, (bytes, bytearray)):
        return values
    if isinstance(values, (int, str)):
        return array(kind, [_number(values, words)]) * count
    if hasattr(values, "to_numpy"):
        values = values.to_numpy(zero_copy_only=False) if _is_of(values, "pyarrow") else values.to_numpy()
    if _is_of(values, "numpy") and values.dtype.kind in "biuf":
        return _of_numpy(values, kind)
    return array(kind, [_number(value, words) for value in values])


def offsets_of(offsets: Any) -> Any:
    """Where the codes of each begin, and where the last ones end."""
    return column(offsets, 0, "Q")


def _of_arrow(lists: Any) -> tuple[Any, Any]:
    import numpy
    import pyarrow.compute as compute  # type: ignore[import-untyped,import-not-found,unused-ignore]

    lengths = compute.fill_null(compute.list_value_length(lists), 0).to_numpy(zero_copy_only=False)
    offsets = numpy.zeros(len(lengths) + 1, "uint64")
    numpy.cumsum(lengths, out=offsets[1:])
    return compute.list_flatten(lists), offsets


def _listed(each: Any) -> Any:
    if isinstance(each, (str, bytes)):
        raise TypeError("a column of lists is needed, or offsets: where the codes of each begin")
    return () if each is None or isinstance(each, float) else each


def parted(codes: Any, offsets: Any) -> tuple[Any, Any]:
    """Codes one behind the other, and where those of each begin: of a column of lists, or as they came."""
    if offsets is not None:
        return codes, offsets_of(offsets)
    if _is_of(codes, "polars"):
        codes = codes.to_arrow()
    if _is_of(codes, "pyarrow"):
        return _of_arrow(codes)
    lists = [_listed(each) for each in codes]
    return [code for each in lists for code in each], array("Q", accumulate(map(len, lists), initial=0))


def poa_of(poa: Any, is_flat: bool) -> Optional[Any]:
    """Present on admission beside each code: letters or numbers, flat or as lists, as the codes are."""
    if poa is None:
        return None
    flat = poa if is_flat else parted(poa, None)[0]
    return column(flat, 0, "B", POAS)
