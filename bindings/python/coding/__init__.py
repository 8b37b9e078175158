"""US medical codes in process, offline, from one file.

    import coding
    from datetime import date

    with coding.open("us.book") as book:
        verdict = book.check("G35", on=date(2025, 10, 1))
        if not verdict.stands:
            print(verdict.findings[0])
        for hit in book.search("sprained left ankle", count=3):
            print(hit.code, hit.title)

A wrong code is an answer, not an error. Every answer says who says so. A check that could not be made is not a pass.
`on` is the day of service: a date, 20251001 or "2025-10-01"; 0 is a system's newest edition; None is today, or the
newest edition where none reaches today.
"""

from __future__ import annotations

from typing import Union

from . import _coding, codes
from ._book import Book, Claim, Column, Day, PathLike, Person, open
from ._claim import claim, visit
from ._claim_names import (
    ClaimCure, ClaimKind, ClaimPart, ClaimRole, ClaimRule, ClaimsTrouble, Mdm, Poa, Sex, VisitAnswer, VisitFamily,
)  # fmt: skip
from ._claim_records import ClaimFinding, ClaimItem, Estimate, Review, VisitLevel
from ._errors import BookError, ClosedBook, Error, MissingBook, NotInBook, Unreadable
from ._group_names import (
    Assertion, Cc, CcReason, ComorbidityScheme, ComorbidityState, DrgReturn, DrgType, Esrd, Ground, Hospital, MapKind,
    MapStyle, MemberFlag, Metal, Outcome, Passage, PhraseKind, Reason, RiskKind, RiskModel, RiskPlan, RiskSegment,
    RiskUse, Setting,
)  # fmt: skip
from ._group_records import (
    Annotation, Ccsr, CcsrCategory, Comorbidities, ComorbidityCode, ComorbidityColumns, ComorbidityGroup, Drg,
    DrgWeight, GroupChange, GroupChanges, GroupColumns, GroupQueries, GroupQuery, GroupedCluster, GroupedDiagnosis,
    GroupedProcedure, Grouping, MapColumns, MapRow, Mapped, Mention, Operation, OperationAxis, Phrase, Proposal,
    RiskBlend, RiskCategory, RiskColumns, RiskDiagnosis, RiskGap, RiskScore, RiskShare, RiskTerm, Scanned,
)  # fmt: skip
from ._names import (
    Axis, CptCategory, Cure, Damage, Field, Link, NdcForm, NoteKind, PartKind, Repair, Rule, Severity,
    Status, System,
)  # fmt: skip
from ._records import (
    Block, Candidate, Completion, Edition, Entry, Evidence, Finding, Hit, HitColumns, Hits, Note, Origin, Parsed,
    Part, Period, Reference, Section, Seven, Source, Span, Split, Suggestion, Title, Value, Values, Verdict,
)  # fmt: skip

__version__ = _coding.version()

#: The day that asks for a system's newest edition.
NEWEST = 0

#: What a missing value of a column becomes: in an array of rules, and in an array of rows.
NULL_RULE = 255
NULL_ROW = 0xFFFF_FFFF


def parse(text: Union[str, bytes], system: Union[System, str]) -> Parsed:
    """Reads a code of one built-in system. Pure: no book. Says what is wrong with the form, and where."""
    return _coding.parse(system, text)


def system_title(system: Union[System, str]) -> str:
    """The name of a built-in system in words: "ICD-10-CM"."""
    return _coding.system_title(system)


def sample_size(frame: int, deviation: float, precision: float, confidence: float = 0.9) -> int:
    """How many of `frame` claims must be read for a two-sided interval of half the width `precision`, in cents."""
    return _coding.sample_size(frame, deviation, precision, confidence)


def charlson_age_points(age: int) -> int:
    """Charlson's points for age: 1 from 50 on, one more each ten years, 4 from 80 on."""
    return _coding.charlson_age_points(age)


def comorbidity_score_name(scheme: ComorbidityScheme, index: int) -> str:
    """What score 0 or 1 of a scheme is called: "readmission", "mortality", "charlson"; empty for none."""
    return _coding.comorbidity_score_name(scheme, index)


def damage_text(damage: Damage) -> str:
    """The damage as a sentence without its place: "a comma where the dot belongs"."""
    return _coding.damage_text(damage)


__all__ = [
    "Annotation", "Assertion", "Axis", "Block", "Book", "BookError", "Candidate", "Cc", "CcReason", "Ccsr",
    "CcsrCategory", "Claim", "ClaimCure", "ClaimFinding", "ClaimItem", "ClaimKind", "ClaimPart", "ClaimRole",
    "ClaimRule", "ClaimsTrouble", "ClosedBook", "Column", "Comorbidities", "ComorbidityCode", "ComorbidityColumns",
    "ComorbidityGroup", "ComorbidityScheme", "ComorbidityState", "Completion", "CptCategory", "Cure", "Damage",
    "Day", "Drg", "DrgReturn", "DrgType", "DrgWeight", "Edition", "Entry", "Error", "Esrd", "Estimate", "Evidence",
    "Field", "Finding", "Ground", "GroupChange", "GroupChanges", "GroupColumns", "GroupQueries", "GroupQuery",
    "GroupedCluster", "GroupedDiagnosis", "GroupedProcedure", "Grouping", "Hit", "HitColumns", "Hits", "Hospital",
    "Link", "MapColumns", "MapKind", "MapRow", "MapStyle", "Mapped", "Mdm", "MemberFlag", "Mention", "Metal",
    "MissingBook", "NEWEST", "NULL_ROW", "NULL_RULE", "NdcForm", "NotInBook", "Note", "NoteKind", "Operation",
    "OperationAxis", "Origin", "Outcome", "Parsed", "Part", "PartKind", "Passage", "PathLike", "Period", "Person",
    "Phrase", "PhraseKind", "Poa", "Proposal", "Reason", "Reference", "Repair", "Review", "RiskBlend",
    "RiskCategory", "RiskColumns", "RiskDiagnosis", "RiskGap", "RiskKind", "RiskModel", "RiskPlan", "RiskScore",
    "RiskSegment", "RiskShare", "RiskTerm", "RiskUse", "Rule", "Scanned", "Section", "Setting", "Seven", "Severity",
    "Sex", "Source", "Span", "Split", "Status", "Suggestion", "System", "Title", "Unreadable", "Value", "Values",
    "Verdict", "VisitAnswer", "VisitFamily", "VisitLevel", "charlson_age_points", "claim", "codes",
    "comorbidity_score_name", "damage_text", "open", "parse", "sample_size", "system_title", "visit",
]  # fmt: skip
