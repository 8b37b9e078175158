"""Records of claims, visits and samples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Optional

from ._claim_names import ClaimCure, ClaimPart, ClaimRule, ClaimsTrouble, Mdm, VisitAnswer, VisitFamily
from ._names import Rule, Severity
from ._records import Source

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from ._tuples import NamedTuple


class ClaimFinding(NamedTuple):
    """One thing a rule has to say of a claim; `str()` is the sentence."""

    rule: ClaimRule
    severity: Severity
    cure: ClaimCure
    verdict: Rule  #: Of ClaimRule.CODE the code's own; NOT_CHECKED: the book lacks the table or the day.
    part: ClaimPart  #: What it is about.
    number: int  #: Which one, from 1; 0: the whole claim.
    partner_part: ClaimPart
    partner_number: int  #: 0 where there is no other part.
    code: Optional[str]
    other: Optional[str]  #: The partner's code, the code to use instead, or to add.
    modifier: Optional[str]  #: At fault, or one that would cure it.
    on: Optional[date]  #: The day it was judged for.
    day: Optional[date]  #: The last day on which the rule's row is in force.
    found: float
    limit: float
    charge: int  #: Cents that depend on it.
    why: Optional[str]
    indicator: int
    source: Optional[Source]
    text: str

    def __str__(self) -> str:
        return self.text


class Review(NamedTuple):
    """What every rule says of a claim. Without a denial no rule objects; that is no promise to pay."""

    worst: Severity
    at_stake: int  #: Cents of lines that a denial is about.
    asked: tuple[ClaimRule, ...]
    unasked: tuple[ClaimRule, ...]  #: A finding says why.
    findings: tuple[ClaimFinding, ...]  #: By severity, then place, then rule.

    @property
    def stands(self) -> bool:
        """Is there no denial?"""
        return self.worst < Severity.DENIAL


class ClaimItem(NamedTuple):
    """A claim of a file with its review, or trouble in the file, or both."""

    id: Optional[str]
    trouble: ClaimsTrouble
    reason: str  #: As a sentence: what, where and what would mend it; empty if nothing.
    segment: str  #: "SV1", or the table's column; empty if none.
    number: int  #: Of the segment in its transaction set; of a table the line.
    element: int  #: From 1; 0: the segment as a whole.
    offset: int  #: Bytes of the whole text before the segment or line.
    version: str  #: "005010X222A1"; empty for a table.
    review: Optional[Review]  #: None where only trouble is told.


class VisitLevel(NamedTuple):
    """The level that the record of a visit supports."""

    family: VisitFamily
    problems: Mdm
    data: Mdm
    risk: Mdm
    mdm: Mdm  #: The highest level that two of the three reach.
    by_mdm: Optional[str]
    by_time: Optional[str]
    code: Optional[str]  #: The higher of the two.
    prolonged: Optional[str]
    prolonged_units: int
    minutes_needed: int
    answer: VisitAnswer  #: The billed code against the record.
    needed: Mdm
    lacking: int  #: Bit 0 problems, 1 data, 2 risk, 3 time.
    source: Optional[Source]


class Estimate(NamedTuple):
    """An estimate for the whole frame, in cents."""

    point: float
    error: float
    lower: float  #: One-sided lower limit at the confidence asked.
    upper: float
    precision: float
    sample: int
    frame: int
    found: int  #: Claims with an overpayment.


CLAIM_RECORDS: tuple[type[tuple[object, ...]], ...] = (
    ClaimFinding,
    ClaimItem,
    Estimate,
    Review,
    VisitLevel,
)
