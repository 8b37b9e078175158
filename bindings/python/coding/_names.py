"""The library's enumerations. Their numbers are the library's and never change; `str()` is its own spelling."""

from __future__ import annotations

from enum import IntEnum, IntFlag


class _Word(IntEnum):
    def __str__(self) -> str:
        return self.name.lower().replace("_", "-")


class System(_Word):
    """Code systems and identifiers. Users' own systems are 64 to 111."""

    ANY = 0  #: No system said: where a function takes it, it finds out.
    ICD10CM = 1  #: Diagnoses since 2015-10-01.
    ICD10PCS = 2  #: Inpatient procedures since 2015-10-01.
    ICD9CM = 3  #: Diagnoses until 2015-09-30.
    ICD9PCS = 4  #: Procedures (volume 3) until 2015-09-30.
    HCPCS = 5  #: HCPCS Level II.
    CPT = 6  #: CPT (HCPCS Level I): structure only.
    MODIFIER = 7
    POS = 8  #: Place of service.
    REVENUE = 9
    TOB = 10  #: Type of bill.
    MSDRG = 11
    MDC = 12
    DISCHARGE = 13
    POA = 14  #: Present-on-admission indicator.
    CVX = 15  #: Vaccine administered.
    MVX = 16  #: Vaccine manufacturer.
    TAXONOMY = 17
    CLIA = 18
    CCN = 19
    DEA = 20
    NDC = 21
    NPI = 22
    RXCUI = 23
    LOINC = 24
    LOINC_PART = 25
    NDC_PRODUCT = 26
    MBI = 40  #: Recognised, never a code.
    HICN = 41  #: Recognised, never a code.
    SSN = 42  #: Recognised, never a code.
    SCTID = 112

    @classmethod
    def _missing_(cls, value: object) -> System | None:
        if not isinstance(value, int) or not 64 <= value <= 111:
            return None
        member = int.__new__(cls, value)
        member._name_ = f"OWN_{value}"
        member._value_ = value
        return cls._value2member_map_.setdefault(value, member)  # type: ignore[return-value]


class Damage(_Word):
    """What is wrong with the form of a text."""

    NONE = 0
    EMPTY = 1
    TOO_SHORT = 2
    TOO_LONG = 3
    BAD_CHARACTER = 4
    NOT_HERE = 5  #: A character of the system, in a place where it cannot stand.
    DOT_PLACE = 6
    COMMA = 7
    BLANK = 8
    DASH = 9
    TRAILING_X = 10
    SPREADSHEET = 11
    CALENDAR = 12
    CHECK_DIGIT = 13
    SEVERAL = 14
    TITLE = 15
    AMBIGUOUS_FORM = 16
    NO_CODE = 17
    NOT_UTF8 = 18
    RESERVED = 19


class Rule(_Word):
    """Who speaks. For a code on a day these are the verdicts."""

    STANDS = 0  #: Nobody objects: billable on that day.
    MALFORMED = 1
    UNKNOWN = 2
    HEADER = 3  #: Needs more characters.
    NO_7TH = 4
    BAD_7TH = 5
    NO_PLACEHOLDER = 6
    AMBIGUOUS = 7
    NOT_YET = 8
    NO_LONGER = 9
    NO_EDITION = 10  #: The book does not reach that day.
    OTHER_SYSTEM = 11
    NOT_CHECKED = 12  #: It could not be checked: never a pass.


class Severity(_Word):
    """How loud a finding is."""

    NOTE = 0
    WARNING = 1
    DENIAL = 2


class Cure(_Word):
    """What would mend a finding."""

    NONE = 0
    CHARACTERS = 1
    OTHER_CODE = 2
    OTHER_DAY = 3
    SPELLING = 4
    SYSTEM = 5
    BOOK = 6


class Repair(_Word):
    """How a near miss was repaired."""

    NONE = 0
    DOT = 1
    TRAILING = 2
    PLACEHOLDER = 3
    LOOKALIKE = 4
    LEADING_ZERO = 5
    NUMBER = 6
    TITLE = 7
    SPLIT = 8
    DROPPED = 9
    SEVENTH = 10
    CHILD = 11
    SUCCESSOR = 12
    CHECK_DIGIT = 13
    TYPED = 14

    def __str__(self) -> str:
        return "7th" if self is Repair.SEVENTH else super().__str__()


class NoteKind(_Word):
    """Kinds of notes in the Tabular List."""

    INCLUDES = 0
    INCLUSION_TERM = 1
    EXCLUDES1 = 2  #: Not coded here: the two do not stand together.
    EXCLUDES2 = 3  #: Not included here: both may stand.
    CODE_FIRST = 4
    USE_ADDITIONAL = 5
    CODE_ALSO = 6
    SEVENTH = 7
    FREE = 8
    PROCESSING = 9


class Field(_Word):
    """Where the words of a search were found."""

    CODE = 0
    TITLE = 1
    INCLUSION = 2
    INDEX = 3


class Link(_Word):
    """How a word of the query led to a word of the book."""

    WORD = 0
    SPELLING = 1
    PARTED = 2
    SYNONYM = 3
    LAY = 4
    ABBREVIATION = 5
    PARTS = 6


class PartKind(_Word):
    """What a piece of a word is."""

    UNKNOWN = 0  #: Letters that no part of the book explains.
    PREFIX = 1
    ROOT = 2
    SUFFIX = 3
    VOWEL = 4  #: Only joins two parts.


class Axis(IntFlag):
    """What words left open: a query, and of a note the record."""

    SIDE = 1
    ENCOUNTER = 2
    OTHER = 4
    TYPE = 8  #: These are of notes alone: Proposal.lacks.
    STAGE = 16
    SEVERITY = 32
    ACUITY = 64
    TRIMESTER = 128
    AGENT = 256  #: Organism, drug or other cause.
    SITE = 512
    WOUND = 1024  #: Of a fracture: open or closed.


class Status(_Word):
    """Whether a question could be put."""

    OK = 0
    NO_MEMORY = 1
    NOT_UTF8 = 2
    NO_FILE = 3
    NOT_A_BOOK = 4
    OLDER_BOOK = 5
    NEWER_BOOK = 6
    NOT_IN_BOOK = 7
    MISUSE = 8


class CptCategory(_Word):
    """The category of a CPT code, by its form."""

    NONE = 0
    CATEGORY_1 = 1
    CATEGORY_2 = 2
    CATEGORY_3 = 3
    PLA = 4
    MAAA = 5
    VACCINE = 6


class NdcForm(_Word):
    """How an NDC of 11 digits was or may be printed in the 10 digits of the FDA."""

    NDC_442 = 0
    NDC_532 = 1
    NDC_541 = 2
    NDC_642 = 3  #: The uniform twelve digits, in force from 2033-03-07.


def _systems() -> tuple[System | int, ...]:
    there = {int(system) for system in System} | set(range(64, 112))
    return tuple(System(n) if n in there else n for n in range(128))


#: In the order of records.h; a member's place is its number.
NAMES: tuple[tuple[int, ...], ...] = (
    tuple(CptCategory),
    tuple(Cure),
    tuple(Damage),
    tuple(Field),
    tuple(Link),
    tuple(NoteKind),
    tuple(PartKind),
    tuple(Repair),
    tuple(Rule),
    tuple(Severity),
    tuple(Status),
    _systems(),
)
