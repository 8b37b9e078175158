"""Patients, members and stays as the library reads them: a line of words. Nothing handed in can leave its word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Optional

from ._claim import POAS, SEXES, _day, _fields, _listed, _word

#: What parts words, and a code from what is said of it.
MARKS = re.compile(r"[\x00- |/=@,]")
PLANS = {"ma": "mapd", "0": "mapd", "1": "pdp", "2": "pace"}
HOSPITALS = {"0": "reports", "1": "exempt", "2": "unknown"}
#: What is there or not.
CIRCUMSTANCES = ("medicaid", "institutional", "new", "special_needs", "low_income", "dialysis")
#: Words of a member that are `key=value`, in the library's spelling.
OF_MEMBER = ("age", "born", "sex", "entitlement", "dual", "plan", "graft", "normalization", "intensity", "frailty",
             "metal", "csr", "days", "until")  # fmt: skip
OF_STAY = ("age", "sex", "discharge", "hospital", "version")
#: Words that mean something by themselves, and so are no codes.
RESERVED = {"px", "earlier", "treatments", "secondary-only", *OF_MEMBER, *OF_STAY,
            *(name.replace("_", "-") for name in CIRCUMSTANCES)}  # fmt: skip
SPELLED = {"sex": SEXES, "plan": PLANS, "hospital": HOSPITALS}


def _code(value: Any) -> str:
    """A code: a text, or a record that has one. What is damaged is cut at what would part it: it is no code."""
    text = MARKS.sub("?", str(getattr(value, "code", value)))
    return "?" if text.lower() in RESERVED else text or "?"


def _diagnosis(given: Any) -> str:
    fields = _fields(given, "a diagnosis", ("code", "poa"))
    poa = str(fields.get("poa") or "")
    code = _code(fields.get("code", ""))
    return code if fields.get("poa") is None else f"{code}/{_word('poa', POAS.get(poa, poa), '/=') if poa else ''}"


def _dated(given: Any) -> str:
    fields = _fields(given, "a diagnosis", ("code", "on"))
    code = _code(fields.get("code", ""))
    return code if fields.get("on") is None else f"{code}@{_day('on', fields['on'])}"


def _keys(fields: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    told = [(name, fields[name]) for name in names if fields.get(name) is not None]
    return [f"{name}={_value(name, value)}" for name, value in told]


def _value(name: str, value: Any) -> str:
    if name in ("born", "until"):
        return _day(name, value)
    text = str(value)
    return _word(name, SPELLED.get(name, {}).get(text, text), "=")


def patient(
    codes: Any, poa: Optional[Iterable[Any]], version: Optional[str], age: Optional[int], secondary_only: bool
) -> str:
    """Diagnoses, the principal one first, each perhaps with its present on admission."""
    words = [f"age={int(age)}"] if age is not None else []
    words += [f"version={_word('version', version)}"] if version else []
    words += ["secondary-only"] if secondary_only else []
    if isinstance(codes, (str, bytes)):
        if poa is not None:
            raise TypeError("present on admission stands in the line: J18.9/Y")
        return " ".join([*words, codes if isinstance(codes, str) else codes.decode()])
    each = _listed(codes)
    if poa is not None:
        reported = list(poa)
        if len(reported) != len(each):
            raise ValueError(f"{len(each)} codes, but {len(reported)} indicators of present on admission")
        each = [{"code": code, "poa": one or ""} for code, one in zip(each, reported)]
    return " ".join(words + [_diagnosis(one) for one in each])


def classed(code: Any, version: Optional[str]) -> str:
    """A diagnosis, and whose categories are asked."""
    words = [f"version={_word('version', version, '=')}"] if version else []
    text = code.decode("utf-8", "replace") if isinstance(code, bytes) else code
    return " ".join([_code(text), *words])


def member(**fields: Any) -> str:
    """A member as one line, from its fields: age=72, sex="F", dual=2, diagnoses=["E11.22"], earlier=["I50.22"]."""
    given = _fields(fields, "a member", (*OF_MEMBER, *CIRCUMSTANCES, "diagnoses", "earlier", "treatments"))
    words = _keys(given, OF_MEMBER)
    words += [name.replace("_", "-") for name in CIRCUMSTANCES if given.get(name)]
    words += [_dated(one) for one in _listed(given.get("diagnoses"))]
    for name in ("earlier", "treatments"):
        codes = [_code(one) for one in _listed(given.get(name))]
        words += [f"{name}={','.join(codes)}"] if codes else []
    return " ".join(words)


def stay(**fields: Any) -> str:
    """A stay as one line, from its fields: sex="F", discharge=1, diagnoses=["I21.4"], procedures=["02703DZ"]."""
    given = _fields(fields, "a stay", (*OF_STAY, "diagnoses", "procedures"))
    words = _keys(given, OF_STAY) + [_diagnosis(one) for one in _listed(given.get("diagnoses"))]
    procedures = [_code(one) for one in _listed(given.get("procedures"))]
    return " ".join(words + (["px", *procedures] if procedures else []))
