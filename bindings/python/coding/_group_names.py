"""Enumerations of notes, reports, texts, crosswalks, comorbidity, risk scores and stays."""

from __future__ import annotations

from enum import IntFlag

from ._names import _Word


class _Own(_Word):
    """Some of its members have words that are not their names."""

    def __str__(self) -> str:
        return _OWN_WORDS.get(f"{type(self).__name__}.{self.name}", super().__str__())


class Assertion(IntFlag):
    """How something is asserted: a mask, for a relative may also be without it. 0: of the patient, and so."""

    NEGATED = 1  #: Denied, absent, ruled out.
    UNCERTAIN = 2  #: Possible, probable, suspected, to be ruled out.
    HISTORICAL = 4  #: Of the past.
    FAMILY = 8  #: Of somebody else.
    HYPOTHETICAL = 16  #: If it comes to that; to be watched for.


class Cc(_Own):
    """How much a secondary diagnosis adds."""

    NONE = 0  #: Nothing.
    CC = 1  #: A complication or comorbidity.
    MCC = 2  #: A major one.


class CcReason(_Own):
    """Why a CC or MCC adds nothing, in the last DRG."""

    COUNTS = 0  #: It counts, or is none.
    PRINCIPAL = 1  #: It is the principal diagnosis.
    EXCLUDED = 2  #: The principal diagnosis excludes it.
    DIED = 3  #: It is an MCC of those who are discharged alive.
    ACQUIRED = 4  #: The hospital caused it.
    DEFINES = 5  #: It is part of what this DRG is, and no severity in it.


class ComorbidityScheme(_Word):
    """Whose groups. Numbers never change."""

    ELIXHAUSER_AHRQ = 1  #: AHRQ, refined; ICD-10-CM. Scores: readmission, mortality.
    CHARLSON_QUAN = 2  #: Quan 2005; ICD-10 and ICD-9-CM. Scores: Charlson 1987, Quan 2011.
    CHARLSON_DEYO = 3  #: Deyo 1992; ICD-9-CM diagnoses. Scores: Charlson 1987, and 0.
    ELIXHAUSER_QUAN = 4  #: Quan 2005; ICD-10 and ICD-9-CM. Scores: van Walraven 2009, and 0.


class ComorbidityState(_Word):
    """What became of a group."""

    ABSENT = 0  #: No code names it.
    PRESENT = 1  #: It counts.
    UNKNOWN = 2  #: It needs present on admission, of which nothing was reported.
    NOT_ON_ADMISSION = 3  #: Codes name it; none of them counts as present on admission.
    OUTRANKED = 4  #: A graver group takes its place: `by`.


class DrgReturn(_Own):
    """Why a stay has the group 999, or that it has another."""

    GROUPED = 0  #: It is grouped; 998 is the group of a principal that asks for more.
    BAD_PRINCIPAL = 1  #: The version does not know the principal diagnosis, or there is none.
    NOT_PRINCIPAL = 2  #: The code is never principal: an external cause.
    BAD_DISCHARGE = 3  #: The discharge status is none that there is, and it is asked for.
    BAD_SEX = 4  #: The patient's sex is asked for, and not known.
    NO_FORMULA = 5  #: No formula fits.
    NO_POA = 6  #: A hospital-acquired condition without its present-on-admission.
    HOSPITAL_N_OR_U = 7  #: Hospital unknown: one such condition, not present on admission.
    HOSPITAL_NO_POA = 8  #: Hospital unknown: one such condition, present-on-admission lacking.
    HOSPITAL_SEVERAL = 9  #: Hospital unknown: several such conditions.


class DrgType(_Word):
    """What a DRG is for."""

    NONE = 0  #: 998 and 999.
    SURGICAL = 1  #: A procedure made it.
    MEDICAL = 2  #: None did, or none that counts as surgery.


class Esrd(_Word):
    """End-stage renal disease in the payment month."""

    NONE = 0
    DIALYSIS = 1
    GRAFT = 2  #: A transplanted kidney: `graft_months` since.


class Ground(_Word):
    """Why an axis has its value; names by ground_name."""

    OPEN = 0  #: It has none: the words do not say.
    WORDS = 1  #: Words beside the operation.
    REPORT = 2  #: Words elsewhere in the report.
    NAME = 3  #: The name of the operation means it.
    RULE = 4  #: A guideline says so.
    TABLE = 5  #: The table has no other.
    SILENCE = 6  #: Nothing is said, and the table has a value for that: no device, no qualifier.


class Hospital(_Word):
    """Whether the hospital must report what was present on admission."""

    REPORTS = 0  #: It must: conditions it caused do not count.
    EXEMPT = 1  #: It need not: everything counts.
    UNKNOWN = 2  #: Not known: where it would matter, the stay is not grouped.


class MapKind(_Own):
    """How near a row, or a whole answer, comes."""

    UNKNOWN = 0  #: No row speaks of the code.
    EXACT = 1  #: One target, and the table calls it the same.
    APPROXIMATE = 2  #: One target, which is near.
    SEVERAL = 3  #: Answers only: several targets, of which one is to be chosen.
    COMBINATION = 4  #: Several targets together: of one scenario, one of each choice list.
    NO_TARGET = 5  #: The table says that nothing is equivalent.


class MapStyle(_Word):
    """Which kind of table is asked."""

    GEM = 0  #: Everything that comes near.
    REIMBURSEMENT = 1  #: One target a code, chosen for payment; in a book only where its table was given.


class MemberFlag(IntFlag):
    """Circumstances of members in columns."""

    MEDICAID = 1
    INSTITUTIONAL = 2
    NEW_ENROLLEE = 4
    SPECIAL_NEEDS = 8
    LOW_INCOME = 16
    DIALYSIS = 32
    GRAFT = 64


class Outcome(_Word):
    """What became of an operation; names by outcome_name. All but the first two are withheld."""

    DONE = 0  #: Performed.
    CONVERTED = 1  #: Begun by an endoscope and made open (B5.2, B3.2d).
    DISCONTINUED = 2  #: Begun and not finished: what was done is coded, or an inspection (B3.3).
    PLANNED = 3  #: Not done yet, or only possible.
    OMITTED = 4  #: Said not to have been done.
    PAST = 5  #: Done at another time.


class Passage(_Word):
    """What a section of a note is for."""

    OTHER = 0  #: No heading, or one that nobody knows.
    COMPLAINT = 1  #: Chief complaint, reason for the visit.
    PRESENT = 2  #: History of present illness.
    PAST = 3  #: Past medical history, problem list.
    SURGICAL = 4  #: Past surgical history.
    FAMILY = 5  #: Family history.
    SOCIAL = 6  #: Social history.
    MEDICATION = 7  #: Medications.
    ALLERGY = 8  #: Allergies.
    REVIEW = 9  #: Review of systems.
    EXAM = 10  #: Physical examination, vital signs.
    RESULT = 11  #: Laboratory, imaging, pathology.
    ASSESSMENT = 12  #: Assessment, impression, plan, diagnoses.
    OPERATION = 13  #: Postoperative diagnosis, the operation itself.
    INDICATION = 14  #: Indication, preoperative diagnosis.
    COURSE = 15  #: Hospital course.
    INSTRUCTION = 16  #: Instructions to the patient.
    TEMPLATE = 17  #: Signatures, disclaimers.


class PhraseKind(_Word):
    """Where a phrase is written in the book."""

    SYNONYM = 0  #: A lay term, an abbreviation, another name.
    TITLE = 1  #: The title of a code.
    INCLUSION = 2  #: An inclusion term of the Tabular List.
    INDEX = 3  #: The Alphabetic Index or one of its tables.


class Reason(_Word):
    """Why a code is proposed, or withheld."""

    STATED = 0  #: Stated, of the patient, now.
    COMBINED = 1  #: Two conditions with one code between them.
    HISTORY = 2  #: Of the past: a Z code.
    FAMILY = 3  #: Of the family: a Z code.
    UNCERTAIN = 4  #: Uncertain at the end of a stay: coded as if established.
    STATUS = 5  #: A status: long-term drug, absence of an organ, device.
    WRITTEN = 6  #: The code itself is written in the note.
    INTEGRAL = 7  #: Withheld: a symptom that a coded condition explains.
    SUSPECTED = 8  #: Withheld: uncertain, and no stay.
    FINDING = 9  #: Withheld: a result, without a provider's word.
    AMBIGUOUS = 10  #: Withheld: an abbreviation with several meanings.


class Metal(_Word):
    """Metal level of a plan of the exchanges."""

    NONE = 0  #: Not said: no score of HHS-HCC.
    PLATINUM = 1
    GOLD = 2
    SILVER = 3
    BRONZE = 4
    CATASTROPHIC = 5


class RiskKind(_Word):
    """What a term is of."""

    MEMBER = 0  #: Age, sex and circumstances.
    CATEGORY = 1  #: A category.
    INTERACTION = 2  #: Categories together, or with disability.
    COUNT = 3  #: How many categories there are.
    GROUP = 4  #: A group of categories, which counts once whichever of them there are.


class RiskModel(_Word):
    """Models of the agency."""

    NONE = 0
    V22 = 1  #: CMS-HCC V22: PACE, and Medicare Advantage before 2022.
    V24 = 2  #: CMS-HCC V24.
    V28 = 3  #: CMS-HCC V28.
    ESRD_V21 = 4  #: ESRD V21: PACE.
    ESRD_V24 = 5
    RXHCC_V08 = 6  #: Part D, RxHCC V08.
    HHS_V07 = 7  #: The exchanges, HHS-HCC V07: benefit years 2023 and 2024.
    HHS_V08 = 8  #: HHS-HCC V08: benefit years 2025 and 2026.

    @property
    def title(self) -> str:
        """As the agency has it: "RxHCC-V08"."""
        from . import _coding

        return _coding.risk_model_title(self)


class RiskPlan(_Word):
    """Whose coefficients and factors count, where they differ."""

    MA = 0  #: Medicare Advantage; of Part D: MA-PD.
    PDP = 1  #: A prescription drug plan alone.
    PACE = 2


class RiskSegment(_Word):
    """Segments: each has coefficients of its own. The agency's names: risk_segment_title."""

    NONE = 0  #: None: the member has no score in this model.
    CNA = 1  #: Community, not dual, aged.
    CND = 2  #: Community, not dual, disabled.
    CFA = 3  #: Community, full benefit dual, aged.
    CFD = 4  #: Community, full benefit dual, disabled.
    CPA = 5  #: Community, partial benefit dual, aged.
    CPD = 6  #: Community, partial benefit dual, disabled.
    INS = 7  #: Long-term institutional.
    NE = 8  #: New enrollee.
    SNPNE = 9  #: New enrollee in a special needs plan for chronic conditions.
    DI = 10  #: Dialysis.
    DNE = 11  #: Dialysis, new enrollee.
    GC = 12  #: Functioning graft, community (V21).
    GI = 13  #: Functioning graft, institutional.
    GNE = 14  #: Functioning graft, new enrollee.
    GFA = 15  #: Functioning graft, community, full benefit dual, aged (V24).
    GFN = 16  #: The same, not aged.
    GNPA = 17  #: Functioning graft, community, not or partial benefit dual, aged (V24).
    GNPN = 18  #: The same, not aged.
    TRANSPLANT = 19  #: The three months from a kidney transplant on: a whole score each.
    CE_NOLOW_AGED = 20  #: Part D: community, no low income subsidy, aged.
    CE_NOLOW_NOAGED = 21  #: The same, not aged.
    CE_LOW_AGED = 22  #: Community, low income, aged.
    CE_LOW_NOAGED = 23  #: The same, not aged.
    CE_LTI = 24  #: Institutional.
    NE_NOLO = 25  #: New enrollee, no low income subsidy.
    NE_LO = 26  #: New enrollee, low income.
    NE_LTI = 27  #: New enrollee, institutional.
    ADULT_PLATINUM = 28  #: The exchanges, from 21 years on, by metal level.
    ADULT_GOLD = 29  #: The same.
    ADULT_SILVER = 30  #: The same.
    ADULT_BRONZE = 31  #: The same.
    ADULT_CATASTROPHIC = 32  #: The same.
    CHILD_PLATINUM = 33  #: From 2 to 20 years.
    CHILD_GOLD = 34  #: The same.
    CHILD_SILVER = 35  #: The same.
    CHILD_BRONZE = 36  #: The same.
    CHILD_CATASTROPHIC = 37  #: The same.
    INFANT_PLATINUM = 38  #: Before 2 years: maturity at birth by severity.
    INFANT_GOLD = 39  #: The same.
    INFANT_SILVER = 40  #: The same.
    INFANT_BRONZE = 41  #: The same.
    INFANT_CATASTROPHIC = 42  #: The same.

    @property
    def title(self) -> str:
        """As the agency has it: "CNA", "Rx_CE_LowAged"."""
        from . import _coding

        return _coding.risk_segment_title(self)


class RiskUse(_Word):
    """What became of a diagnosis."""

    COUNTS = 0  #: It supports a category.
    NO_CATEGORY = 1  #: The model has no category for it in this year.
    EDITED = 2  #: Age or sex took its category away.
    OTHER_YEAR = 3  #: Its day is not in the data year.
    ENCOUNTER = 4  #: Its encounter does not count.


class Setting(_Word):
    """Where the patient is: the guidelines code uncertain diagnoses of a stay, and not those of a visit."""

    OUTPATIENT = 0  #: A visit, of whatever kind.
    INPATIENT = 1  #: A stay, at its end.


_OWN_WORDS: dict[str, str] = {
    "Cc.CC": "CC",
    "Cc.MCC": "MCC",
    "CcReason.ACQUIRED": "hospital-acquired",
    "CcReason.DEFINES": "defines-drg",
    "DrgReturn.BAD_PRINCIPAL": "principal-unknown",
    "DrgReturn.NOT_PRINCIPAL": "never-principal",
    "DrgReturn.BAD_DISCHARGE": "discharge-status",
    "DrgReturn.BAD_SEX": "sex-unknown",
    "DrgReturn.NO_POA": "poa-missing",
    "DrgReturn.HOSPITAL_N_OR_U": "hospital-unknown-poa-n-or-u",
    "DrgReturn.HOSPITAL_NO_POA": "hospital-unknown-poa-missing",
    "DrgReturn.HOSPITAL_SEVERAL": "hospital-unknown-several",
    "MapKind.NO_TARGET": "none",
}

#: A member's place is its number.
GROUP_NAMES: tuple[tuple[int, ...], ...] = (
    tuple(Cc),
    tuple(CcReason),
    tuple(ComorbidityState),
    tuple(DrgReturn),
    tuple(DrgType),
    tuple(Ground),
    tuple(MapKind),
    tuple(Outcome),
    tuple(Passage),
    tuple(PhraseKind),
    tuple(Reason),
    tuple(RiskKind),
    tuple(RiskModel),
    tuple(RiskPlan),
    tuple(RiskSegment),
    tuple(RiskUse),
)
