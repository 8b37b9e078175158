"""Books. Everything slow enough to have its arguments read in Python is here; `check` and `verdict` are C."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any, Optional, Union

from . import _claim, _coding, _where
from ._claim_names import CLAIM_NAMES, ClaimRule, VisitFamily
from ._claim_records import CLAIM_RECORDS, ClaimItem, Estimate, Review, VisitLevel
from ._errors import MissingBook, raise_status
from ._names import System
from ._names import NAMES as OF_CODES
from ._records import RECORDS as OF_BOOKS
from ._records import HitColumns, Hits

if TYPE_CHECKING:
    from ._records import (
        Block, Candidate, Completion, Edition, Entry, Hit, Note, Origin, Parsed, Period, Section, Seven, Source,
        Split, Suggestion, Title, Values, Verdict,
    )  # fmt: skip

RECORDS = OF_BOOKS + CLAIM_RECORDS
NAMES = OF_CODES + CLAIM_NAMES
_check, _verdict, _check_many, _search_many, _search_rows_many, _review_many, _document = _coding._register(
    RECORDS, NAMES, raise_status
)
_document(RECORDS, NAMES)

PathLike = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]"]
Day = Union[date, int, str, None]
Text = Union[str, bytes]
Code = Union[str, bytes, "Entry", "Hit", "Suggestion"]
SystemLike = Union[System, int, str]
RuleLike = Union[ClaimRule, int, str]
#: A line in the short form, or the fields of `coding.claim` or `coding.visit`.
Claim = Union[str, bytes, Mapping[str, Any]]
#: A list, a numpy array (`S`, `U`, objects, or numbers of `coding.codes`), or whatever speaks Arrow's C interface.
Column = Any


def _named(code: Code, system: SystemLike) -> tuple[Text, SystemLike]:
    """A text and its system; a record names both."""
    if isinstance(code, (str, bytes)):
        return code, system
    try:
        return code.code, code.system
    except AttributeError:
        raise TypeError(f"a code is text or a record that has one, not {type(code).__name__}") from None


def _mask(rules: Optional[Iterable[RuleLike]]) -> int:
    """Bit n: rule n. None is all of them, and none of them is no question."""
    if rules is None:
        return 0
    members = {str(rule): rule for rule in ClaimRule}
    found = [rule if isinstance(rule, int) else members.get(rule) for rule in rules]
    if not found or None in found:
        raise ValueError(f"rules are those of ClaimRule, by name or number: {rules!r}")
    return sum({1 << ClaimRule(rule) for rule in found if rule is not None})


def _days(on: Any) -> Any:
    """Days of numpy as the numbers that the library reads; all else as it is."""
    if getattr(getattr(on, "dtype", None), "kind", None) != "M":
        return on
    import numpy

    day = numpy.asarray(on).astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    year = month.astype("datetime64[Y]")
    years, months, days = (part.astype("int64") for part in (year, month, day - month))
    number = (years + 1970) * 10000 + (months % 12 + 1) * 100 + days + 1
    return numpy.where(numpy.isnat(day), 0xFFFF_FFFF, number).astype("uint32")


class Book(_coding.Book):
    """A book: one file that holds the facts. Immutable; any number of threads may ask it.

    A system is a System or its name ("icd10cm"); System.ANY finds it. A code is text, or an Entry, Hit or Suggestion.
    Answers are the caller's own and outlive the book. After `close` every question raises ClosedBook.
    """

    __slots__ = ("_path",)

    check = _check
    verdict = _verdict

    def __init__(self, path: Optional[PathLike] = None) -> None:
        super().__init__(path)
        self._path = path

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        if self.closed:
            return f"<coding.Book {self._path!r}, closed>"
        systems = sorted({edition.system for edition in self.editions()})
        names = ", ".join(f"{self.system_name(system)} from {self.newest(system)}" for system in systems)
        return f"<coding.Book {self._path or 'installed'!r}: {names}>"

    def _repr_html_(self) -> str:
        from . import _html

        return _html.book(self)

    @property
    def closed(self) -> bool:
        """Has it been closed?"""
        return self._is_closed()

    def close(self) -> None:
        """Gives the book back: at once, or when the last call in another thread returns. Closing twice does nothing."""
        self._close()

    # --- May it stand?

    def check_many(self, codes: Column, system: SystemLike = System.ANY, on: Any = None) -> list[Optional[Verdict]]:
        """A Verdict for each code, None for a missing one: columns and days as those of `verdict_many`.

        The GIL is released while codes are judged, and taken again to make the records.
        """
        return _check_many(self, codes, system, _days(on))

    def verdict_many(self, codes: Column, system: SystemLike = System.ANY, on: Any = None) -> bytearray:
        """A byte for each code, its Rule; NULL_RULE for a missing one.

        `numpy.frombuffer(answer, numpy.uint8)` takes it without a copy. `codes` is a list, a numpy array (`S`, `U`,
        objects, or numbers of coding.codes) or Arrow data (pyarrow, Polars, pandas); `on` a day, or one for each code.
        Name the system: without one each text is looked for in all of them. The GIL is released meanwhile.
        """
        return _coding._verdict_many(self, codes, system, _days(on))

    def rows_many(self, codes: Column, system: SystemLike = System.ANY) -> bytearray:
        """Four bytes for each code, its row (uint32); NULL_ROW where there is none. `entry` leads from row to Entry."""
        return _coding._rows_many(self, codes, system, None)

    def parse(self, text: Text, system: SystemLike) -> Parsed:
        """Reads a text as a code of any system of the book, users' own included."""
        return self._read(text, system)

    def suggest(self, text: Text, system: SystemLike = System.ANY, on: Day = None) -> list[Suggestion]:
        """Near misses that stand on that day, likeliest first, each with the repair that leads to it."""
        return self._suggest(text, system, on)

    def identify(self, text: Text, on: Day = None) -> list[Candidate]:
        """Which systems could this text be of? Those in which it stands come first."""
        return self._identify(text, on)

    # --- From words to codes.

    def search(
        self, text: Text, count: int = 10, *, system: SystemLike = System.ANY, on: Day = None, skip: int = 0,
        billable_only: bool = False, within: Optional[tuple[str, str]] = None,
    ) -> Hits:  # fmt: skip
        """Codes found from words, best first.

        `within` is a printed range of codes of the system; of ICD-10-CM where none is named.
        """
        first, last = self._range(within, system)
        return Hits(self._search(text, system, on, count, skip, billable_only, first, last))

    def search_many(
        self, texts: Column, count: int = 10, *, system: SystemLike = System.ANY, on: Any = None,
        billable_only: bool = False, within: Optional[tuple[str, str]] = None,
    ) -> list[Optional[list[Hit]]]:  # fmt: skip
        """What `search` finds for each text, None for a missing one. `on` is a day, or a day for each.

        The GIL is released while texts are searched for, and taken again to make the records.
        """
        return _search_many(self, texts, system, _days(on), count, billable_only, *self._range(within, system))

    def search_rows_many(
        self, texts: Column, count: int = 10, *, system: SystemLike = System.ANY, on: Any = None,
        billable_only: bool = False, within: Optional[tuple[str, str]] = None,
    ) -> HitColumns:  # fmt: skip
        """The same as columns: where each text's hits begin, and of each hit its row and score.

        `numpy.asarray(answer.rows)` takes a column without a copy; `entry` leads from a row to its Entry.
        """
        found = _search_rows_many(self, texts, system, _days(on), count, billable_only, *self._range(within, system))
        return HitColumns._of(found)

    def complete_words(self, text: Text, limit: int = 10) -> list[Completion]:
        """Words of the book that begin as the last word of the text does, likeliest first."""
        return self._search_complete(text, limit)

    def term(self, word: Text) -> list[Split]:
        """Takes a medical word apart: the best way first, then others that fit as well or nearly so."""
        return self._term(word)

    def term_codes(
        self, word: Text, count: int = 10, *, system: SystemLike = System.ANY, on: Day = None
    ) -> list[Hit]:  # fmt: skip
        """Codes whose texts hold the word, or else the meanings of all its roots."""
        return self._term_codes(word, system, on, count)

    # --- What the book says of a code.

    def find(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> Optional[Entry]:
        """The entry of a code, on whatever days it stood; None if no edition ever had it."""
        return self._find(*_named(code, system), on)

    def find_longest(self, code: Text, system: SystemLike, on: Day = None) -> Optional[Entry]:
        """The entry of the longest beginning of a code that the book has."""
        return self._find_longest(code, system, on)

    def entry(self, row: int, on: Day = None) -> Optional[Entry]:
        """The entry of a row number."""
        return self._entry(row, on)

    def title(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> str:
        """The long title on a day; 0: the newest it had."""
        return self._title(*_named(code, system), on)

    def short_title(self, code: Code, system: SystemLike = System.ANY) -> str:
        """The short title of the newest edition that prints one, else the long one."""
        return self._short_title(*_named(code, system))

    def parent(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> Optional[Entry]:
        """The entry above; None at the top."""
        return self._parent(*_named(code, system), on)

    def children(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> list[Entry]:
        """The entries just below, in force on that day, in printed order."""
        return self._children(*_named(code, system), on)

    def billable_below(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> list[Entry]:
        """Every billable code below, in force on that day, in printed order."""
        return self._billable_below(*_named(code, system), on)

    def ancestors(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> list[Entry]:
        """The entries above, nearest first."""
        return self._ancestors(*_named(code, system), on)

    def periods(self, code: Code, system: SystemLike = System.ANY) -> list[Period]:
        """The days on which it was billable, or a header."""
        return self._periods(*_named(code, system))

    def titles(self, code: Code, system: SystemLike = System.ANY) -> list[Title]:
        """Every title it had, with its days."""
        return self._titles(*_named(code, system))

    def notes(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> list[Note]:
        """Notes in force on a day, nearest holder first. NotInBook where no snapshot of them reaches it."""
        return self._notes(*_named(code, system), on)

    def sevens(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> list[Seven]:
        """7th characters that complete the code on that day."""
        return self._sevens(*_named(code, system), on)

    def blocks(self, code: Code, system: SystemLike = System.ANY) -> list[Block]:
        """The section and the chapter that hold it, nearest first."""
        return self._blocks(*_named(code, system))

    def successors(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> list[str]:
        """Codes that took its place."""
        return self._successors(*_named(code, system), on)

    def source(self, code: Code, system: SystemLike = System.ANY, on: Day = None) -> Optional[Source]:
        """Who says that it stood on that day; None if nobody does."""
        return self._source(*_named(code, system), on)

    def poa_exempt(self, code: Code, system: SystemLike = System.ICD10CM, on: Day = None) -> bool:
        """Exempt from present-on-admission reporting that day? NotInBook where no list reaches it."""
        return self._poa_exempt(*_named(code, system), on)

    def is_below(self, code: Code, ancestor: Code, system: SystemLike = System.ICD10CM) -> bool:
        """Is a code below another in the printed hierarchy?"""
        return self._is_below(self._number(code, system), self._number(ancestor, system))

    def is_within(self, code: Code, first: Code, last: Code, system: SystemLike = System.ICD10CM) -> bool:
        """Does a code lie in the printed range from `first` to everything below `last`? (C4A is in C43-C44.)"""
        return self._is_within(*(self._number(each, system) for each in (code, first, last)))

    def _number(self, code: Code, system: SystemLike) -> int:
        return self._read(*_named(code, system)).number

    def _range(self, within: Optional[tuple[str, str]], system: SystemLike) -> tuple[int, int]:
        if not within:
            return 0, 0
        first, last = (self._number(code, system or System.ICD10CM) for code in within)
        return first, last

    # --- What may follow.

    def complete(self, text: Text, system: SystemLike, on: Day = None, limit: int = 10) -> list[Entry]:
        """Codes that begin with a text, in force that day, in printed order."""
        return self._complete(text, system, on, limit)

    def values_after(self, text: Text, system: SystemLike, on: Day = None) -> Values:
        """What may follow a beginning of a code that day, with labels."""
        return self._values_after(text, system, on)

    # --- Claims.

    def review(
        self, claim: Optional[Claim] = None, *, rules: Optional[Iterable[RuleLike]] = None, notes: bool = True,
        money: bool = True, **fields: Any,
    ) -> Review:  # fmt: skip
        """What every rule says of a claim, loudest first.

        `claim` is its short form ("professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378"), or the fields that
        `coding.claim` takes, which may stand as keywords, too. `rules` asks those alone; `notes` False leaves out
        findings that are no more than notes, `money` False how payment will be reduced.
        """
        return self._review(_claim.text_of(claim, fields, _claim.claim), _mask(rules), notes, money)

    def review_many(
        self, claims: Iterable[Optional[Claim]], *, rules: Optional[Iterable[RuleLike]] = None, notes: bool = True,
        money: bool = True,
    ) -> list[Optional[Review]]:  # fmt: skip
        """A Review for each claim, None for a missing one. The GIL is released while claims are reviewed."""
        lines = [None if claim is None else _claim.text_of(claim, {}, _claim.claim) for claim in claims]
        return _review_many(self, lines, _mask(rules), notes, money)

    def review_file(
        self, text: Text, *, rules: Optional[Iterable[RuleLike]] = None, notes: bool = True, money: bool = True
    ) -> list[ClaimItem]:  # fmt: skip
        """Every claim of a file with its review, and every trouble in the file, in its order.

        `text` is all of an X12 837 file (837P, 837I, 837D), or of the tidy table of claims, as CSV or TSV.
        """
        return self._review_file(text, _mask(rules), notes, money)

    def visit(self, visit: Optional[Claim] = None, on: Day = None, **fields: Any) -> VisitLevel:
        """The level that the record of a visit supports, and whether the billed one is too high.

        `visit` is a line such as "office-established billed=99215 minutes=38 stable_chronic=2 risk=moderate", or the
        same as fields (family="office-established", billed="99215", minutes=38), which may stand as keywords.
        NotInBook where the book has no levels of that family for that day.
        """
        return self._visit(_claim.text_of(visit, fields, _claim.visit), on)

    def visit_family(self, code: Text, on: Day = None) -> VisitFamily:
        """The family of visits that a code is of on a day; VisitFamily.NONE if it has no levels."""
        return self._visit_family(code, on)

    # --- Samples for an audit: numbers alone, which ask no fact of the book.

    def sample(self, frame: int, count: int, seed: int) -> list[int]:
        """Different numbers from 0 to `frame` - 1, ascending: the same seed draws the same in every version."""
        return self._sample(frame, count, seed)

    def sample_strata(self, strata: Iterable[tuple[float, float]], total: int) -> list[int]:
        """Shares `total` claims among strata of a size and an expected deviation each (0: unknown)."""
        return self._sample_strata(_claim.numbers(value for stratum in strata for value in stratum), total)

    def estimate(self, overpaid: Iterable[float], frame: int, confidence: float = 0.9) -> Estimate:
        """The overpayment of all `frame` claims, from the cents of each claim that was read, 0 for a right one."""
        return self._estimate(_claim.numbers(overpaid), frame, confidence)

    def estimate_strata(
        self, strata: Iterable[tuple[float, float, float, float]], confidence: float = 0.9
    ) -> Estimate:  # fmt: skip
        """The same of strata: of each its size, claims read, their mean overpayment and its variance, in cents."""
        return self._estimate_strata(_claim.numbers(value for stratum in strata for value in stratum), confidence)

    # --- The book itself.

    def roots(self, system: SystemLike, on: Day = None) -> list[Entry]:
        """Top entries of a system on a day."""
        return self._roots(system, on)

    def all_blocks(self, system: SystemLike) -> list[Block]:
        """All chapters and sections of a system, each chapter before its sections."""
        return self._system_blocks(system)

    def rows(self, system: SystemLike) -> range:
        """Row numbers of a system, in printed order."""
        return range(*self._rows(system))

    def editions(self) -> list[Edition]:
        """Every edition of every system, by system and first day."""
        return [self._edition(i) for i in range(self._edition_count())]

    def origins(self) -> list[Origin]:
        """Where each part of the book came from."""
        return [self._origin(i) for i in range(self._origin_count())]

    def sections(self) -> list[Section]:
        """The named sections of the file."""
        return [self._section(i) for i in range(self._section_count())]

    def size(self) -> int:
        """Bytes of the file."""
        return self._size()

    def system(self, text: Text) -> System:
        """The system of that name in this book, users' own included; System.ANY if there is none."""
        return self._system(text)

    def system_name(self, system: SystemLike) -> str:
        """The name of a system as this book knows it."""
        return self._system_name(system)

    def has_system(self, system: SystemLike) -> bool:
        """Does the book hold any code of the system?"""
        return self._has_system(system)

    def newest(self, system: SystemLike) -> Optional[date]:
        """First day of the newest edition of a system."""
        return self._newest(system)

    def verify(self) -> None:
        """Reads the whole book; BookError with the first fault."""
        self._verify()


def open(path: Optional[PathLike] = None) -> Book:
    """Opens a book: that of the path, else of $CODING_BOOK, else of coding-book-us, else the one by the library."""
    if path is not None:
        return Book(path)
    try:
        return Book(_where.find())
    except MissingBook as error:
        raise _where.explain(error) from None
