"""Enumerations that claims, visits and files of claims have."""

from __future__ import annotations

from ._names import _Word


class ClaimKind(_Word):
    """Who sends a claim, and so whose tables are asked."""

    PROFESSIONAL = 0
    OUTPATIENT = 1
    INPATIENT = 2
    DME = 3
    DENTAL = 4  #: Codes and form alone are checked.


class Sex(_Word):
    """The patient's sex as the claim has it."""

    UNKNOWN = 0
    MALE = 1
    FEMALE = 2


class Poa(_Word):
    """Present on admission, as reported."""

    BLANK = 0  #: Nothing reported: right for exempt codes alone.
    YES = 1
    NO = 2
    UNKNOWN = 3
    UNDETERMINED = 4


class ClaimRole(_Word):
    """What a diagnosis is there for."""

    LISTED = 0
    ADMITTING = 1
    REASON = 2
    CAUSE = 3


class ClaimRule(_Word):
    """Who speaks of a claim."""

    FORM = 0
    CODE = 1  #: A code does not stand on its day: `verdict` says why.
    FIELD = 2
    EXCLUDES1 = 3
    CODE_FIRST = 4
    USE_ADDITIONAL = 5
    CODE_ALSO = 6
    MANIFESTATION = 7
    EXTERNAL_CAUSE = 8
    FIRST_ONLY = 9
    PRINCIPAL = 10
    DUPLICATE = 11
    LATERALITY = 12
    PHASE = 13
    CONFLICT = 14
    COMPANION = 15
    SEQUENCE = 16
    AGE = 17
    SEX = 18
    OBSTETRIC = 19
    NEWBORN = 20
    POA = 21
    DISCHARGE = 22
    ADMISSION = 23
    COVERAGE = 24
    UNSPECIFIED = 25
    WRONG_SURGERY = 26
    STAY = 27
    PTP = 28
    MUE = 29
    ADD_ON = 30
    STATUS = 31
    GLOBAL = 32
    BILATERAL = 33
    MULTIPLE = 34
    ASSISTANT = 35
    CO_SURGERY = 36
    COMPONENT = 37
    MODIFIER = 38
    PLACE = 39
    POINTER = 40
    NECESSITY = 41
    VISIT = 42

    def __str__(self) -> str:
        return "ncci-ptp" if self is ClaimRule.PTP else super().__str__()

    @property
    def title(self) -> str:
        """The rule in words: "NCCI procedure-to-procedure edits"."""
        from . import _coding

        return _coding.claim_rule_title(self)


class ClaimCure(_Word):
    """What would cure a finding of a claim."""

    NONE = 0
    CODE = 1
    MODIFIER = 2
    NO_MODIFIER = 3
    UNITS = 4
    ORDER = 5
    ADD = 6
    REMOVE = 7
    DAY = 8
    RECORD = 9  #: The record decides: look there, and say so.
    BOOK = 10  #: A book that holds the table.
    FIELD = 11


class ClaimPart(_Word):
    """Which part of a claim."""

    WHOLE = 0
    DIAGNOSIS = 1
    PROCEDURE = 2
    LINE = 3


class ClaimsTrouble(_Word):
    """What is wrong with a file of claims."""

    FINE = 0
    FORMAT = 1
    ENVELOPE = 2
    COUNT = 3
    VERSION = 4
    SEGMENT = 5
    ELEMENT = 6
    COLUMN = 7
    CELL = 8
    CUT = 9
    MEMORY = 10


class VisitFamily(_Word):
    """Families of visits that have levels."""

    NONE = 0
    OFFICE_NEW = 1
    OFFICE_ESTABLISHED = 2
    HOSPITAL_INITIAL = 3
    HOSPITAL_SUBSEQUENT = 4
    HOSPITAL_SAME_DAY = 5
    HOSPITAL_DISCHARGE = 6
    CONSULT_OUTPATIENT = 7
    CONSULT_INPATIENT = 8
    EMERGENCY = 9
    NURSING_INITIAL = 10
    NURSING_SUBSEQUENT = 11
    HOME_NEW = 12
    HOME_ESTABLISHED = 13


class Mdm(_Word):
    """A level of medical decision making, or of one of its elements."""

    NONE = 0
    STRAIGHTFORWARD = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4


class VisitAnswer(_Word):
    """Over- or under-coded."""

    UNJUDGED = 0
    SUPPORTED = 1
    OVERCODED = 2
    UNDERCODED = 3
    OTHER_FAMILY = 4


#: A member's place is its number.
CLAIM_NAMES: tuple[tuple[int, ...], ...] = (
    tuple(ClaimKind),
    tuple(Sex),
    tuple(Poa),
    tuple(ClaimRole),
    tuple(ClaimRule),
    tuple(ClaimCure),
    tuple(ClaimPart),
    tuple(ClaimsTrouble),
    tuple(VisitFamily),
    tuple(Mdm),
    tuple(VisitAnswer),
)
