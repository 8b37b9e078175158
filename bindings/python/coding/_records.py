"""The library's answers: plain tuples with names, which own all that they hold and outlive the book."""

from __future__ import annotations

from array import array
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Optional

from ._names import Cure, Damage, Field, Link, NoteKind, PartKind, Repair, Rule, Severity, Status, System

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from ._tuples import NamedTuple


class Span(NamedTuple):
    """A piece of the caller's text: characters of a str, bytes of bytes, counted from 0."""

    offset: int
    length: int


class Source(NamedTuple):
    """Release, table and line that say something."""

    release: str
    table: Optional[str]
    line: int

    def __str__(self) -> str:
        return " ".join([self.release, self.table or ""] + ([f"line {self.line}"] if self.line else []))


class Finding(NamedTuple):
    """One thing a rule has to say; `str()` is the sentence."""

    rule: Rule
    severity: Severity
    code: Optional[str]
    system: System
    other: Optional[str]  #: The code to use instead, or the nearest existing beginning.
    cure: Cure
    damage: Damage
    span: Span
    on: Optional[date]
    day: Optional[date]  #: The day that decides: first of not-yet, last of no-longer.
    more: int  #: How many codes `Verdict.instead` lists.
    expected: Optional[str]  #: The check digit that would agree.
    source: Optional[Source]
    text: str

    def __str__(self) -> str:
        return self.text


class Verdict(NamedTuple):
    """May a code stand on a day? A tuple is always true: ask `verdict.stands`."""

    rule: Rule
    code: Optional[str]
    system: System
    on: Optional[date]
    findings: tuple[Finding, ...]
    instead: tuple[str, ...]  #: Codes that would mend it.
    nearest: Optional[str]  #: The code, or its longest beginning that the book has.
    modifiers: tuple[str, ...]
    changed: bool  #: The text differs from the code's own spelling.
    status: Status

    @property
    def stands(self) -> bool:
        """Does nobody object?"""
        return self.rule == 0

    def _repr_html_(self) -> str:
        from . import _html

        return _html.verdict(self)


class Parsed(NamedTuple):
    """What the library made of a text."""

    code: Optional[str]  #: None: damaged.
    system: System
    number: int  #: The code as the 64-bit number that columns hold; 0 is none.
    modifiers: tuple[str, ...]
    alternatives: tuple[str, ...]
    damage: Damage
    span: Span
    expected: Optional[str]
    changed: bool


class Entry(NamedTuple):
    """What the book says of a code. Methods of Book take one in place of a code."""

    code: str
    system: System
    title: str
    rule: Rule  #: The verdict on the day that was asked.
    parent: Optional[str]
    row: int

    def _repr_html_(self) -> str:
        from . import _html

        return _html.entry(self)


class Period(NamedTuple):
    """Days on which a code was billable, or a header."""

    first: Optional[date]
    until: Optional[date]
    billable: bool
    open: bool  #: It reaches to the end of the newest edition.
    source: Optional[Source]


class Title(NamedTuple):
    """A title and the days it held."""

    text: str
    first: Optional[date]
    until: Optional[date]


class Reference(NamedTuple):
    """A range of codes that a note speaks of, in printed order."""

    first: str
    last: str
    characters: str  #: With `position`: the characters allowed there; empty: any.
    position: int
    either: bool  #: `position` or the next one.
    incomplete: bool


class Note(NamedTuple):
    """A note in force for a code."""

    kind: NoteKind
    text: str
    holder: str  #: Where it is written: "E11", "E08-E13", "Chapter 4".
    holder_code: Optional[str]
    references: tuple[Reference, ...]
    inherited: bool
    heading: bool
    source: Optional[Source]


class Seven(NamedTuple):
    """A 7th character that may follow, and its meaning."""

    character: str
    code: str
    text: str


class Value(NamedTuple):
    """A value that may follow a beginning of a code."""

    character: str
    label: str
    codes: int


class Values(NamedTuple):
    """The values that may follow, and the name of their axis (ICD-10-PCS)."""

    axis: Optional[str]
    values: list[Value]


class Block(NamedTuple):
    """A chapter or section of the Tabular List."""

    name: str
    title: str
    first: Optional[str]
    last: Optional[str]


class Suggestion(NamedTuple):
    """A code that may have been meant, and the repair that leads to it."""

    code: str
    system: System
    repair: Repair
    rank: int  #: 0 the likeliest; equal ranks fit equally well.


class Candidate(NamedTuple):
    """One reading of a text."""

    system: System
    rule: Rule
    code: Optional[str]  #: None for personal identifiers.
    span: Span


class Evidence(NamedTuple):
    """One word of the query and what it matched."""

    span: Span
    link: Link
    found: str


class Hit(NamedTuple):
    """A code found from words."""

    code: str
    system: System
    title: str
    score: float
    field: Field
    why: Optional[str]
    evidence: tuple[Evidence, ...]
    open: int  #: What was chosen by default: a mask of Axis.


class Hits(list[Hit]):
    """Hits, best first: a list that a notebook shows as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from . import _html

        return _html.hits(self)


class HitColumns(NamedTuple):
    """Hits of many texts as columns, which numpy, pandas, Polars and Arrow take without a copy."""

    offsets: array[int]  #: int64, one more than texts: hits of text i are those from offsets[i] to offsets[i + 1].
    rows: array[int]  #: uint32: the row of each hit.
    scores: array[float]  #: float32: larger is better; comparable within one text only.

    @classmethod
    def _of(cls, found: list[Optional[bytes]]) -> HitColumns:
        """Of rows and scores in turn, as the extension answers them; None for a missing text."""
        pairs = b"".join(each for each in found if each)
        ends = accumulate((len(each) // 8 if each else 0 for each in found), initial=0)
        return cls(array("q", ends), array("I", pairs)[::2], array("f", pairs)[1::2])


class Completion(NamedTuple):
    """A word that a query may go on with."""

    word: str
    documents: int


class Part(NamedTuple):
    """One piece of a medical word."""

    span: Span
    kind: PartKind
    form: str  #: Its combining form: "nephro".
    meaning: str
    because: str  #: Where it comes from: "Greek nephros, kidney".
    source: Optional[Source]


class Split(NamedTuple):
    """One way to take a medical word apart."""

    parts: tuple[Part, ...]
    meaning: str  #: As a coder reads it, from the end: "inflammation of heart".
    rank: int  #: 0 the best; equal ranks fit equally well.
    whole: bool  #: Every letter is explained.


class Edition(NamedTuple):
    """One edition of a code system: the codes in force from `first` to `until`."""

    system: System
    first: Optional[date]
    until: Optional[date]
    rows: int
    billable: int
    release: str


class Origin(NamedTuple):
    """Where a part of a book came from."""

    release: str
    file: str
    licence: str
    sha256: str
    day: Optional[date]


class Section(NamedTuple):
    """A named section of a book."""

    name: str
    offset: int
    size: int
    width: int
    checksum: int


#: In the order of records.h.
RECORDS: tuple[type[tuple[object, ...]], ...] = (
    Block,
    Candidate,
    Completion,
    Edition,
    Entry,
    Evidence,
    Finding,
    Hit,
    Note,
    Origin,
    Parsed,
    Part,
    Period,
    Reference,
    Section,
    Seven,
    Source,
    Span,
    Split,
    Suggestion,
    Title,
    Value,
    Values,
    Verdict,
)
