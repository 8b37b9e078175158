"""Codes as the 64-bit numbers that columns hold: they sort as codes do, and 0 is none.

>>> from coding import codes
>>> number = codes.number("e119", "icd10cm")
>>> codes.text(number), codes.bare(number)
('E11.9', 'E119')
"""

from __future__ import annotations

from typing import Union

from . import _coding
from ._names import CptCategory, NdcForm, System

__all__ = [
    "append", "bare", "character", "cpt_category", "cpt_section", "length", "ndc", "number", "pcs_axis", "prefix",
    "system", "text",
]  # fmt: skip


def number(text: Union[str, bytes], system: Union[System, str]) -> int:
    """The number of a code of a built-in system; 0 where the text is none."""
    return _coding.parse(system, text).number


def text(number: int) -> str:
    """The code in its own spelling: E11.9, 0DTJ4ZZ, 00002-7597-01."""
    return _coding.code_format(number)


def bare(number: int) -> str:
    """The same without dots and dashes, as files and claims hold it."""
    return _coding.code_format_bare(number)


def system(number: int) -> System:
    """The system a code belongs to; System.ANY for 0."""
    return _coding.code_system(number)


def length(number: int) -> int:
    """Characters of a code without dots; 0 for identifiers that hold a number."""
    return _coding.code_length(number)


def prefix(number: int, length: int) -> int:
    """The first `length` characters of a code."""
    return _coding.code_prefix(number, length)


def append(number: int, character: str) -> int:
    """The code with one more character; 0 where it has no room."""
    return _coding.code_append(number, character)


def character(number: int, index: int) -> str:
    """The character at `index`, counted from 0; empty past the last."""
    return _coding.code_character(number, index)


def cpt_category(number: int) -> CptCategory:
    """The category of a CPT code, by its form."""
    return _coding.cpt_category_of(number)


def cpt_section(number: int) -> Union[str, None]:
    """The section of the CPT book that the number falls in, in our words; None if there is none."""
    return _coding.cpt_section(number)


def ndc(number: int, form: NdcForm) -> str:
    """The NDC in that form, with dashes; empty where no zero can be dropped there."""
    return _coding.ndc_format(number, form)


def pcs_axis(section: str, axis: int) -> Union[str, None]:
    """The name of an ICD-10-PCS axis (1 to 7) in a section ('0', 'B', ...): "Approach"."""
    return _coding.pcs_axis(section, axis)
