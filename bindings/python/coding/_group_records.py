"""What notes, reports, texts, crosswalks, comorbidity, risk scores and stays answer: plain tuples with names."""

from __future__ import annotations

from array import array
from datetime import date
from typing import TYPE_CHECKING, Optional

from ._claim_names import ClaimPart
from ._group_names import (
    Cc, CcReason, ComorbidityState, DrgReturn, DrgType, Ground, MapKind, Outcome, Passage, PhraseKind, Reason, RiskKind,
    RiskModel, RiskPlan, RiskSegment, RiskUse,
)  # fmt: skip
from ._names import System
from ._records import Hit, Source, Span, Value

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from ._tuples import NamedTuple


class Mention(NamedTuple):
    """Something the note speaks of."""

    span: Span  #: Its piece of the note.
    cue: Span  #: The piece that decided how it is asserted; empty: its section, or nothing.
    passage: Passage  #: The section it stands in.
    assertion: int
    code: Optional[str]  #: The code that its own words have; none: a code-shaped word of no book.
    title: str  #: Its newest long title; empty without a code.
    concept: str  #: The words of the book that were met.
    confidence: float  #: 0 to 1: how much of the code's own words the note has.
    sentence: int


class Proposal(NamedTuple):
    """A code that the note supports, or seems to."""

    code: str  #: The code, of the day.
    title: str  #: Its newest long title.
    reason: Reason
    withheld: bool  #: Shown, and not proposed.
    lacks: int  #: Mask of Axis: what the documentation leaves open.
    confidence: float
    mentions: tuple[int, ...]  #: The mentions that lead to it, by their places from 0.
    query: Optional[str]  #: An open question to the physician about what is lacking; none: nothing is.


class Annotation(NamedTuple):
    """A note that was read."""

    mentions: tuple[Mention, ...]  #: In the order of the note.
    codes: tuple[Proposal, ...]  #: Proposed ones in a coder's order, then those withheld.


class OperationAxis(NamedTuple):
    """One of the seven characters of an operation."""

    name: str  #: "Approach".
    label: str  #: "Percutaneous Endoscopic"; empty where it is open.
    guideline: str  #: "B5.2"; empty where none is behind it.
    query: Optional[str]  #: An open question to the surgeon; none where it has a value.
    values: tuple[Value, ...]  #: Where it is open: what the table still has.
    span: Span  #: The piece that led to its value; empty where none did.
    ground: Ground  #: Why.
    value: str  #: Its character; '_' where it is open.


class Operation(NamedTuple):
    """An operation that a report speaks of."""

    span: Span  #: Its piece of the report.
    cue: Span  #: The piece that decided how it is asserted or what became of it; empty: none did.
    passage: Passage  #: The section it stands in.
    assertion: int  #: Mask of Assertion.
    outcome: Outcome  #: What became of it.
    open: int  #: Axes that are open: bit n for the n-th, from 0.
    codes: int  #: Codes of that day that it may still be; 0: no table has such an operation.
    withheld: bool  #: Shown, and not to be coded as it stands.
    code: str  #: Its seven characters, '_' for those that are open: "0DTJ_ZZ".
    nearest: Optional[str]  #: The code, or its longest beginning that the book has.
    title: str  #: The newest long title of that; empty where there is none.
    root: str  #: "Resection"; empty where that is open.
    definition: str  #: What the code set means by it, in short.
    guideline: str  #: The guideline that it rests on: "B3.8"; empty for the definition alone.
    axes: tuple[OperationAxis, ...]  #: Its seven characters.
    services: tuple[Hit, ...]  #: Candidates of HCPCS, and of CPT where the book has its descriptors.
    source: Optional[Source]  #: The table's row that knows its name.


class Phrase(NamedTuple):
    """A phrase of the book that stands in a text."""

    span: Span  #: Its piece of the text.
    code: Optional[str]  #: The code or header whose words they are; none: a synonym of no one code.
    system: System  #: Whose code it is; any where there is none.
    title: str  #: Its newest long title; empty without a code.
    kind: PhraseKind  #: Where the book has it.
    words: int  #: How many words of the book it has.


class Scanned(NamedTuple):
    """The phrases of the book in a text."""

    phrases: tuple[Phrase, ...]  #: In the order of the text.
    rest: Span  #: What may go on in what follows: feed it again with that; empty where nothing follows.


class CcsrCategory(NamedTuple):
    """A clinical category."""

    name: str  #: "END003".
    title: str  #: "Diabetes mellitus with complication".


class Ccsr(NamedTuple):
    """The clinical categories of a code, one to six."""

    version: str  #: "2025.1".
    categories: tuple[CcsrCategory, ...]  #: In AHRQ's order; empty: the version does not know the code.
    inpatient: Optional[CcsrCategory]  #: Default of a principal diagnosis; none where it may not be one.
    outpatient: Optional[CcsrCategory]  #: Default of a first-listed diagnosis; none where it may not be one.
    source: Optional[Source]  #: The row.


class ComorbidityCode(NamedTuple):
    """A diagnosis that names a group."""

    place: int  #: Of the codes asked, from 0.
    code: Optional[str]
    counted: bool  #: It counts: the group needs no present on admission, or it is exempt, Y or W.
    exempt: bool  #: Exempt from reporting that day.
    source: Optional[Source]  #: The row that puts the code into the group.


class ComorbidityGroup(NamedTuple):
    """A group with what speaks for it."""

    name: str
    title: str  #: "Metastatic cancer".
    state: ComorbidityState
    by: str  #: Where it is outranked the graver group; else empty.
    weight: int  #: What it adds to the first score where it is present.
    second_weight: int  #: What it adds to the second.
    codes: tuple[ComorbidityCode, ...]  #: Diagnoses that name it, counted or not, as they were given.
    source: Optional[Source]  #: Where the weights are written.


class Comorbidities(NamedTuple):
    """All groups of a scheme, and its scores."""

    version: str
    groups: tuple[ComorbidityGroup, ...]  #: In the scheme's order; absent ones too.
    present: int  #: How many are present.
    unknown: int  #: How many are unknown: the scores leave them out.
    age_points: int  #: Charlson, where an age was given; in neither score.
    score: int  #: Readmission; of Charlson the weights of 1987; of Elixhauser by Quan those of van Walraven.
    second_score: int  #: Mortality; of Charlson by Quan the weights of 2011; 0 where a scheme has one score alone.


class Drg(NamedTuple):
    """A group, with what decided."""

    drg: int  #: 280; 999 where the stay cannot be grouped. Printed with three digits.
    base: int  #: The first of its family: 280 for 280 to 282.
    mdc: int  #: Major diagnostic category; 0 with 999.
    type: DrgType  #: Surgical or medical.
    reason: DrgReturn
    severity: Cc  #: The highest that counts in this DRG.
    rank: int  #: Of the formula in its MDC: lower ones were tried before.
    unrelated: bool  #: An O.R. procedure that has nothing to do with the MDC: 981 to 989.
    title: str  #: As published; empty if unknown.
    condition: str  #: The formula's condition, as published; empty where none decided.
    source: Optional[Source]


class DrgWeight(NamedTuple):
    """What Table 5 of the payment rule says of a DRG."""

    weight: float  #: Relative weight, the cap on decreases applied.
    geometric: float  #: Geometric mean length of stay, days.
    arithmetic: float
    post_acute: bool  #: A transfer to post-acute care is paid by the day.
    special_pay: bool  #: By the special method.
    source: Optional[Source]


class GroupChange(NamedTuple):
    """A single change to a stay that gives another last DRG."""

    part: ClaimPart  #: The kind of what is taken away.
    number: int  #: Which one, from 1; 0: something is added.
    code: Optional[str]  #: That one; none where something is added.
    added: Cc  #: A secondary diagnosis of this severity that nothing excludes is added; NONE.
    drg: int
    title: str


class GroupChanges(NamedTuple):
    """Every single change that gives another last DRG."""

    drg: int  #: The last DRG as it is.
    changes: tuple[GroupChange, ...]  #: Secondary diagnoses, procedures, then what may be added.


class GroupQuery(NamedTuple):
    """A code that the record may be asked for."""

    part: ClaimPart  #: The kind of what was reported.
    number: int  #: Which diagnosis, counted from 1, the principal one.
    reported: Optional[str]  #: Its code.
    code: Optional[str]  #: One of its category that would count for more in its place.
    severity: Cc  #: What that one would count as.
    line: int  #: Of its row in the table of diagnoses.
    drg: int  #: The last DRG then.
    title: str  #: Its title.


class GroupQueries(NamedTuple):
    """What the record may be asked for. Never advice to code."""

    drg: int  #: The last DRG as it is.
    queries: tuple[GroupQuery, ...]  #: By diagnosis, then by code.


class GroupedCluster(NamedTuple):
    """A cluster: procedures that are one thing together."""

    name: str  #: As published: Z@0217.
    line: int
    makes_last: bool  #: The formula of the last DRG rests on it.


class GroupedDiagnosis(NamedTuple):
    """A diagnosis of the stay, as it was seen. In the order of the stay."""

    code: Optional[str]  #: As given; none where the text was no code.
    excluded_by: Optional[str]  #: The principal diagnosis, where it excludes this one; 0.
    listed: Cc  #: What the tables say that it is.
    counted: Cc  #: What it is in the last DRG.
    why: CcReason  #: The reason, where the two differ.
    hac: int  #: Number of the hospital-acquired condition whose criteria it meets; 0.
    known: bool  #: The version knows the code.
    makes_first: bool  #: The formula of the first DRG rests on it.
    makes_last: bool
    line: int  #: Of its row in the table of diagnoses; 0.


class GroupedProcedure(NamedTuple):
    """A procedure of the stay, as it was seen."""

    code: Optional[str]  #: As given; none where the text was no code.
    line: int  #: Of its row in the table of procedures; 0.
    known: bool  #: The version knows it.
    is_or: bool  #: An operating room procedure.
    muted: bool  #: A cluster stands for it in the last MDC.
    makes_first: bool  #: The formula of the first DRG rests on it.
    makes_last: bool


class Grouping(NamedTuple):
    """A stay as it was grouped."""

    version: int
    first: Drg  #: Before hospital-acquired conditions.
    last: Drg  #: After them: the one that is paid.
    diagnoses: tuple[GroupedDiagnosis, ...]  #: One a diagnosis of the stay.
    procedures: tuple[GroupedProcedure, ...]
    clusters: tuple[GroupedCluster, ...]  #: Those that the procedures make up.


class MapRow(NamedTuple):
    """A row that was used."""

    code: Optional[str]  #: From which the row leads.
    target: Optional[str]  #: To which; none where the table has no target.
    kind: MapKind  #: Exact, approximate, combination or no target.
    scenario: int  #: Of a combination: which way to say it, from 1; 0.
    choice: int  #: Of a combination: which part of the scenario, from 1; 0.
    first: Optional[date]  #: Of a conversion from year to year: the newer code's first day; 0.
    guessed: bool  #: No table says so: the target began below the nearest heading, the day `code` ended.
    source: Optional[Source]  #: Release, file and line.


class Mapped(NamedTuple):
    """An answer, with the rows that lead to it."""

    kind: MapKind
    rows: tuple[MapRow, ...]  #: In the order of the table; in a chain, a step after those before it.
    codes: tuple[str, ...]  #: Where they end: each code once.


class RiskTerm(NamedTuple):
    """A term of the sum."""

    kind: RiskKind
    coefficient: int
    variable: str  #: As the agency names it, without its segment: "DIABETES_HF_V28".
    source: Optional[Source]  #: The row of the coefficient.


class RiskCategory(NamedTuple):
    """A category that the member's diagnoses reach."""

    number: int
    lost_to: int  #: The category that outranks it; 0: it counts, unless `dropped`.
    coefficient: int  #: Thousandths; 0 where it does not count.
    chronic: bool  #: The condition is chronic.
    dropped: bool  #: A rule of the model takes it away: see the source.
    once: bool  #: It rests on one diagnosis on one day or encounter: the first to be audited.
    earlier: bool  #: The year before had it too.
    label: str
    supports: tuple[int, ...]  #: Diagnoses that reach it, by their places from 0.
    source: Optional[Source]  #: The row that names it, or that of the hierarchy or rule that takes it.


class RiskDiagnosis(NamedTuple):
    """A diagnosis of a member, and what became of it."""

    code: Optional[str]
    on: Optional[date]  #: Day of service; none: it is known to lie in the year.
    use: RiskUse


class RiskGap(NamedTuple):
    """A category of the year before that no diagnosis of this year reaches."""

    number: int
    chronic: bool  #: The condition is chronic: it should be there still.
    label: str
    coefficient: int  #: What it would be worth alone, thousandths.


class RiskScore(NamedTuple):
    """A score, and what it rests on. Numbers are whole thousandths."""

    model: RiskModel
    year: int
    plan: RiskPlan
    segment: RiskSegment  #: Whose coefficients.
    age: int  #: On 1 February of the payment year.
    raw: int  #: The sum, thousandths.
    normalized: int  #: Divided by the normalization factor.
    payment: int  #: After coding intensity and frailty; equal to raw where the book has no factors.
    normalization: int  #: Thousandths; 0: neither book nor caller has one, nothing was divided.
    intensity: int
    frailty: int
    divisor: int  #: Thousandths: of new enrollees with a graft the sum was divided by it; else 0.
    counting: int  #: Categories that count.
    terms: tuple[RiskTerm, ...]
    categories: tuple[RiskCategory, ...]  #: By number, those that count and those that lost.
    diagnoses: tuple[RiskDiagnosis, ...]  #: As they were given; categories name them by their places, from 0.
    gaps: tuple[RiskGap, ...]
    text: str  #: The sum and what was done with it, term by term.


class RiskShare(NamedTuple):
    """A score's part in a blend."""

    share: int
    score: RiskScore  #: The score, with its trace.


class RiskBlend(NamedTuple):
    """A blend of models, as payment years 2024 and 2025 have it."""

    payment: int  #: Thousandths, with the frailty that was said.
    scores: tuple[RiskShare, ...]  #: Each with its share and its own trace.


class MapColumns(NamedTuple):
    """Where each code of a column leads, in columns that numpy and Arrow take without a copy."""

    targets: array[int]  #: uint64: the code where it is one and no combination, else 0; `codes.text` spells it.
    kinds: bytearray  #: A MapKind each.


class ComorbidityColumns(NamedTuple):
    """Groups of many patients: a bit each, in the order of the scheme."""

    present: array[int]  #: uint64
    unknown: array[int]  #: uint64: they need present on admission, which nobody reported.
    scores: array[int]  #: int32: two a patient, as `score` and `second_score` of Comorbidities.


class RiskColumns(NamedTuple):
    """Scores of many members; where a member has none, segment and numbers are 0."""

    raw: array[int]  #: int32: thousandths.
    payment: array[int]  #: int32: thousandths.
    segments: bytearray  #: A RiskSegment each.
    counting: bytearray  #: Categories that count.


class GroupColumns(NamedTuple):
    """Groups of many stays; of one whose version is not in the book all are 0."""

    first: array[int]  #: uint16: the DRG before hospital-acquired conditions; 999 where it cannot be grouped.
    last: array[int]  #: uint16: the one that is paid.
    mdc: bytearray
    types: bytearray  #: A DrgType each.
    reasons: bytearray  #: A DrgReturn each.
    severities: bytearray  #: A Cc each.


GROUP_RECORDS: tuple[type[tuple[object, ...]], ...] = (
    Annotation,
    Ccsr,
    CcsrCategory,
    Comorbidities,
    ComorbidityCode,
    ComorbidityGroup,
    Drg,
    DrgWeight,
    GroupChange,
    GroupChanges,
    GroupQueries,
    GroupQuery,
    GroupedCluster,
    GroupedDiagnosis,
    GroupedProcedure,
    Grouping,
    MapRow,
    Mapped,
    Mention,
    Operation,
    OperationAxis,
    Phrase,
    Proposal,
    RiskBlend,
    RiskCategory,
    RiskDiagnosis,
    RiskGap,
    RiskScore,
    RiskShare,
    RiskTerm,
    Scanned,
)
