"""Books. Everything slow enough to have its arguments read in Python is here; `check` and `verdict` are C."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Mapping
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any, Optional, Union

from . import _claim, _coding, _columns, _lines, _where
from ._claim_names import CLAIM_NAMES, ClaimRule, VisitFamily
from ._claim_records import CLAIM_RECORDS, ClaimItem, Estimate, Review, VisitLevel
from ._errors import MissingBook, raise_status
from ._group_names import GROUP_NAMES, ComorbidityScheme, MapStyle, RiskModel, RiskPlan, Setting
from ._group_records import (
    GROUP_RECORDS, Annotation, Ccsr, Comorbidities, ComorbidityColumns, DrgWeight, GroupChanges, GroupColumns,
    GroupQueries, Grouping, MapColumns, Mapped, Operation, RiskBlend, RiskColumns, RiskScore, Scanned,
)  # fmt: skip
from ._names import System
from ._names import NAMES as OF_CODES
from ._records import RECORDS as OF_BOOKS
from ._records import HitColumns, Hits

if TYPE_CHECKING:
    from ._records import (
        Block, Candidate, Completion, Edition, Entry, Hit, Note, Origin, Parsed, Period, Section, Seven, Source,
        Split, Suggestion, Title, Values, Verdict,
    )  # fmt: skip

RECORDS = OF_BOOKS + CLAIM_RECORDS + GROUP_RECORDS
NAMES = OF_CODES + CLAIM_NAMES + GROUP_NAMES
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
#: A line of words, or the fields of a member or a stay.
Person = Union[str, bytes, Mapping[str, Any]]
SchemeLike = Union[ComorbidityScheme, int, str]
ModelLike = Union[RiskModel, int, str]
PlanLike = Union[RiskPlan, int, str]
SettingLike = Union[Setting, int, str]
StyleLike = Union[MapStyle, int, str]
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


def _member(kind: Any, given: Any) -> int:
    """A member of an enumeration by its number, or by its word in letters of any size."""
    if isinstance(given, int):
        return int(kind(given))
    found = [member for member in kind if str(member) == str(given).lower()]
    if not found:
        raise ValueError(f"{given!r} is none of {', '.join(map(str, kind))}")
    return int(found[0])


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

    def numbers_many(self, codes: Column, system: SystemLike = System.ANY) -> bytearray:
        """Eight bytes for each code, the number of `coding.codes` (uint64): what columns of patients hold; 0: no code.

        Name the system: without one each text is looked for in all of them.
        """
        return _coding._numbers_many(self, codes, system, None)

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

    # --- From notes to codes, and from one code set to another.

    def annotate(self, text: Text, on: Day = None, setting: SettingLike = Setting.OUTPATIENT) -> Annotation:
        """What a note speaks of, how it is asserted, and the codes that it supports, in a coder's order.

        What is denied, of the family, or hypothetical is among the mentions and never among the codes. `setting`
        "inpatient": at the end of a stay uncertain diagnoses are coded. The GIL is released meanwhile.
        """
        return self._annotate(text, on, _member(Setting, setting))

    def operate(self, text: Text, on: Day = None) -> list[Operation]:
        """The operations of a report, each as its seven characters of ICD-10-PCS, in the order of the report.

        What the words leave open stays open: "_" in the code, and of that axis the values which the table still has
        and an open question to the surgeon. A text without headings is read whole. The GIL is released meanwhile.
        """
        return self._operate(text, on)

    def scan(self, text: Text, last: bool = True) -> Scanned:
        """The phrases of the book in a text, of any length: titles, inclusion terms, index paths, synonyms.

        Nothing is judged: `annotate` says what is denied. A text may come in pieces, `last` False for all but the last
        one; of each the end that `rest` says is fed again, in front of the next piece. The GIL is released meanwhile.
        """
        return self._scan(text, last)

    def map(
        self, code: Code, to: SystemLike, system: SystemLike = System.ANY, on: Day = None,
        style: StyleLike = MapStyle.GEM,
    ) -> Mapped:  # fmt: skip
        """What stands for a code in the system `to`, with the rows of the table that say so.

        Without a day as the table says it, else the ICD-10 side is of that day, over the conversions of the years between.
        NotInBook where the book has no such mapping.
        """
        return self._map(*_named(code, system), on, to, _member(MapStyle, style))

    def map_many(
        self, codes: Column, to: SystemLike, system: SystemLike, on: Day = None, style: StyleLike = MapStyle.GEM
    ) -> MapColumns:
        """The same of each code of a column, as those of `verdict_many`: how near, and the code where it is one."""
        numbers = self.numbers_many(codes, system)
        targets, kinds = _coding._map_many(self, numbers, to, _member(MapStyle, style), on)
        return MapColumns(array("Q", targets), kinds)

    def map_years(self, code: Code, on: Day = None, since: Day = 0, system: SystemLike = System.ANY) -> Mapped:
        """What a code, as it stood on the day `since` (0: the last on which it did), is on another day."""
        return self._map_years(*_named(code, system), on, since)

    # --- Comorbidity, risk scores, stays.

    def comorbidity(
        self, codes: Union[Text, Iterable[Any]], scheme: SchemeLike = ComorbidityScheme.ELIXHAUSER_AHRQ,
        on: Day = None, *, poa: Optional[Iterable[Any]] = None, system: SystemLike = System.ANY,
        version: Optional[str] = None, age: Optional[int] = None, secondary_only: bool = False,
    ) -> Comorbidities:  # fmt: skip
        """The groups of one patient with what speaks for each, and the scores.

        `codes` are diagnoses, the principal one first: a list, `poa` ("Y", "N", "U", "W", "") beside it, or a line
        such as "J18.9/Y I13.2/Y". Without `poa` AHRQ's groups that need it are unknown. `on` is the day of discharge,
        None the last that the version was made for. `system` is ICD-10-CM where none is named, of Deyo's ICD-9-CM.
        """
        line = _lines.patient(codes, poa, version, age, secondary_only)
        return self._comorbidity(line, system, on, _member(ComorbidityScheme, scheme))

    def comorbidity_many(
        self, codes: Any, scheme: SchemeLike = ComorbidityScheme.ELIXHAUSER_AHRQ, on: Any = None, *,
        offsets: Any = None, poa: Any = None, system: SystemLike = System.ICD10CM, version: Optional[str] = None,
        secondary_only: bool = False,
    ) -> ComorbidityColumns:  # fmt: skip
        """Groups and scores of many patients: bit i of a patient is group i of `comorbidity("", scheme).groups`.

        `codes` is a column of lists (Arrow, Polars, or a list of lists); or, with `offsets`, all codes one behind the
        other, as text or as numbers, those of patient i from offsets[i] to offsets[i + 1]. `poa` lies beside them,
        letters or numbers of Poa; `on` is a day of discharge, or one for each. The GIL is released meanwhile.
        """
        flat, starts = _columns.parted(codes, offsets)
        numbers, reported = self.numbers_many(flat, system), _columns.poa_of(poa, offsets is not None)
        present, unknown, scores = _coding._comorbidity_many(
            self, _member(ComorbidityScheme, scheme), version, secondary_only, numbers, reported, starts, _days(on)
        )
        return ComorbidityColumns(array("Q", present), array("Q", unknown), array("i", scores))

    def ccsr(self, code: Code, version: Optional[str] = None) -> Ccsr:
        """The clinical categories (CCSR) of a diagnosis of ICD-10-CM, and the defaults of stays and visits.

        `version` is AHRQ's, "2025.1"; None: the newest. A code that the version does not know has no categories.
        NotInBook where the book has no CCSR, or no such version: it comes with a release that `coding build` was given.
        """
        return self._ccsr(_lines.classed(code, version))

    def risk(
        self, member: Optional[Person] = None, *, model: ModelLike, year: int, **fields: Any
    ) -> RiskScore:  # fmt: skip
        """The score of a member in a payment year, with all that it rests on. Numbers are whole thousandths.

        `member` is a line such as "age=72 sex=F dual=2 E11.22@2025-03-01 I50.22 earlier=E11.9", or fields, which may
        stand as keywords, too: age or born, sex, entitlement, dual, plan ("ma", "pdp", "pace"), medicaid,
        institutional, new, special_needs, low_income, dialysis, graft (months), normalization, intensity, frailty
        (thousandths), diagnoses (codes, or dicts of code and on) and earlier, codes of the year before. NotInBook
        where the book has no tables of that model, plan and year.
        """
        return self._risk(_claim.text_of(member, fields, _lines.member), _member(RiskModel, model), year)

    def risk_blend(self, member: Optional[Person] = None, *, year: int, **fields: Any) -> RiskBlend:
        """What Medicare Advantage was paid for the member of `risk` in that year: one model, or a blend of two."""
        return self._risk_blend(_claim.text_of(member, fields, _lines.member), year)

    def risk_has(self, model: ModelLike, year: int, plan: PlanLike = RiskPlan.MA) -> bool:
        """Has the book all tables of that model, plan and payment year?"""
        return self._risk_has(_member(RiskModel, model), _member(RiskPlan, plan), year)

    def risk_many(
        self, codes: Any, model: ModelLike, year: int, *, age: Any, sex: Any, offsets: Any = None,
        entitlement: Any = None, dual: Any = None, flags: Any = None, graft_months: Any = None,
        plan: PlanLike = RiskPlan.MA,
    ) -> RiskColumns:  # fmt: skip
        """Scores of many members, as columns. Codes and offsets are as those of `comorbidity_many`.

        The others are columns of numbers, one value for all, or None: `sex` may be "M" and "F", `flags` are
        MemberFlags added up. The GIL is released meanwhile.
        """
        flat, starts = _columns.parted(codes, offsets)
        count = len(starts) - 1
        raw, payment, segments, counting = _coding._risk_many(
            self, _member(RiskModel, model), year, _member(RiskPlan, plan), self.numbers_many(flat, System.ICD10CM),
            starts, _columns.column(age, count), _columns.column(sex, count, "B", _columns.SEXES),
            _columns.column(entitlement, count), _columns.column(dual, count), _columns.column(flags, count),
            _columns.column(graft_months, count, "H"),
        )  # fmt: skip
        return RiskColumns(array("i", raw), array("i", payment), segments, counting)

    def group(self, stay: Optional[Person] = None, on: Day = None, **fields: Any) -> Grouping:
        """The MS-DRG of a hospital stay, discharged on that day, and what makes it.

        `stay` is a line such as "sex=F discharge=01 I21.4/Y J96.01/N px 02703DZ", or fields, which may stand as
        keywords, too: sex, discharge (the patient discharge status), age, hospital ("reports", "exempt", "unknown"),
        version ("43.1", whatever the day), diagnoses (codes, or dicts of code and poa, the principal one first) and
        procedures. NotInBook where the book has no version of the day.
        """
        return self._group(_claim.text_of(stay, fields, _lines.stay), on)

    def group_many(
        self, diagnoses: Any, on: Any = None, *, offsets: Any = None, poa: Any = None, procedures: Any = None,
        procedure_offsets: Any = None, sex: Any = None, discharge: Any = None, hospital: Any = None, version: int = 0,
    ) -> GroupColumns:  # fmt: skip
        """Groups of many stays, as columns, without their traces.

        Codes, offsets and `poa` are as those of `comorbidity_many`, the principal diagnosis of each stay first; `on`
        is a day of discharge, or one for each; `sex`, `discharge` and `hospital` are columns of numbers or words, or
        one value for all; `version` 431 is v43.1 for all. The GIL is released meanwhile.
        """
        flat, starts = _columns.parted(diagnoses, offsets)
        count = len(starts) - 1
        done, done_starts = (None, None) if procedures is None else _columns.parted(procedures, procedure_offsets)
        operated = None if done is None else self.numbers_many(done, System.ICD10PCS)
        first, last, *rest = _coding._group_many(
            self, version, self.numbers_many(flat, System.ICD10CM), _columns.poa_of(poa, offsets is not None), starts,
            operated, done_starts, _columns.column(sex, count, "B", _columns.SEXES),
            _columns.column(discharge, count), _columns.column(hospital, count, "B", _columns.HOSPITALS), _days(on),
        )  # fmt: skip
        return GroupColumns(array("H", first), array("H", last), *rest)

    def group_what_if(self, stay: Optional[Person] = None, on: Day = None, **fields: Any) -> GroupChanges:
        """Which single code makes the DRG of the stay: each is left out in turn, and a CC and an MCC are added."""
        return self._group_what_if(_claim.text_of(stay, fields, _lines.stay), on)

    def group_queries(self, stay: Optional[Person] = None, on: Day = None, **fields: Any) -> GroupQueries:
        """What to ask the record of the stay: codes of a reported category that would count for more.

        Of each secondary diagnosis those that would give another last DRG of the same base. Questions, never advice:
        a code may be reported only if the documentation says it.
        """
        return self._group_queries(_claim.text_of(stay, fields, _lines.stay), on)

    def group_attributes(self, code: Code, version: int, system: SystemLike = System.ANY) -> list[str]:
        """The attributes by which formulas know a code in a version: 431 is v43.1."""
        return self._group_attributes(*_named(code, system), version).split()

    def drg_weight(self, drg: int, on: Day = None) -> DrgWeight:
        """What Table 5 of the payment rule says of a DRG on the day of discharge. NotInBook where there is none."""
        return self._drg_weight(on, drg)

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
