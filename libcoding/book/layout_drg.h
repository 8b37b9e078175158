/* How the MS-DRG grouper lies in a book. Included by layout.h, whose words hold here too.
 *
 * Versions are numbered by their day; every record below holds from one such number to another. Attributes are names
 * such as "arterial" or "ami" that codes have and conditions ask for: up to 256 of diagnoses, up to 256 of procedures.
 * A set is 256 bits, a bit an attribute. Conditions are programs of u16, evaluated on a stack of truths. */
#ifndef CODING_BOOK_LAYOUT_DRG_H
#define CODING_BOOK_LAYOUT_DRG_H

/* X(name in C, name in the file, width) */
#define CODING__DRG_SECTIONS(X)                                                                                       \
    X(DRG_VERSIONS, "drg.versions", 16)                                                                               \
    X(DRG_ATTRIBUTES, "drg.attributes", 8)                                                                            \
    X(DRG_SETS, "drg.sets", 32)                                                                                       \
    X(DRG_CODES, "drg.codes", 24)                                                                                     \
    X(DRG_PLACES, "drg.places", 4)                                                                                    \
    X(DRG_COLLECTIONS, "drg.collections", 8)                                                                          \
    X(DRG_EXCLUDED, "drg.excluded", 4)                                                                                \
    X(DRG_CLUSTERS, "drg.clusters", 24)                                                                               \
    X(DRG_LISTS, "drg.lists", 8)                                                                                      \
    X(DRG_MEMBERS, "drg.members", 4)                                                                                  \
    X(DRG_LEADS, "drg.leads", 8)                                                                                      \
    X(DRG_MDCS, "drg.mdcs", 8)                                                                                        \
    X(DRG_FORMULAS, "drg.formulas", 28)                                                                               \
    X(DRG_HACS, "drg.hacs", 20)                                                                                       \
    X(DRG_PROGRAMS, "drg.programs", 2)                                                                                \
    X(DRG_ROLES, "drg.roles", 2)                                                                                      \
    X(DRG_TITLES, "drg.titles", 12)                                                                                   \
    X(DRG_WEIGHTS, "drg.weights", 28)

enum { CODING__DRG_ATTRIBUTE_MOST = 256, CODING__DRG_SET_BYTES = 32, CODING__DRG_MDC_MOST = 32 };
enum { CODING__DRG_UNRELATED = 29 }; /* the MDC of 981 to 989: an O.R. procedure that has nothing to do with the MDC */

enum { /* drg.versions, by day */
    CODING__DRG_VERSION_NUMBER = 0, /* u32: 431 is v43.1 */
    CODING__DRG_VERSION_FIRST = 4,  /* day */
    CODING__DRG_VERSION_UNTIL = 8,  /* day */
    CODING__DRG_VERSION_ORIGIN = 12 /* of its formulas */
};

enum { /* drg.attributes: 256 of diagnoses, 256 of procedures; those not in use have no name */
    CODING__DRG_ATTRIBUTE_NAME = 0, /* text */
    CODING__DRG_ATTRIBUTE_HAC = 4   /* u8: of the hospital-acquired condition of that number; 0 */
};

enum { /* drg.codes: those of one code together, by version */
    CODING__DRG_CODE_CODE = 0,      /* u64 */
    CODING__DRG_CODE_FIRST = 8,     /* u8: version */
    CODING__DRG_CODE_UNTIL = 9,     /* u8: version */
    CODING__DRG_CODE_SET = 10,      /* u16 */
    CODING__DRG_CODE_EXCLUDES = 12, /* u16: collection that it excludes as principal diagnosis; 0 none */
    CODING__DRG_CODE_MDC = 14,      /* u8: of a man */
    CODING__DRG_CODE_FEMALE = 15,   /* u8: of a woman */
    CODING__DRG_CODE_LEAD = 12,     /* u32: of a procedure's first record: first of drg.leads plus 1; 0 none */
    CODING__DRG_CODE_SEVERITY = 16, /* u8: 0, 1 CC, 2 MCC */
    CODING__DRG_CODE_LINE = 20      /* u32 */
};

/* drg.places: a power of two of u32, the first record of a code plus 1 or 0 free, probed onwards from
 * coding__drg_hash. A code's first record is its number below. */

enum { CODING__DRG_LIST_FIRST = 0, CODING__DRG_LIST_COUNT = 4 }; /* collections (of excluded), lists (of members) */
/* drg.excluded, drg.members: u32, numbers of codes; those of a collection ascending */

enum { /* drg.clusters: procedures that count together */
    CODING__DRG_CLUSTER_NAME = 0,   /* text */
    CODING__DRG_CLUSTER_MUTE = 4,   /* u32: a bit an MDC in which its members count no longer */
    CODING__DRG_CLUSTER_LIST = 8,   /* u32: first of drg.lists: one member of each is needed */
    CODING__DRG_CLUSTER_LISTS = 12, /* u16 */
    CODING__DRG_CLUSTER_SET = 14,   /* u16 */
    CODING__DRG_CLUSTER_FIRST = 16, /* u8: version */
    CODING__DRG_CLUSTER_UNTIL = 17, /* u8: version */
    CODING__DRG_CLUSTER_LINE = 20   /* u32 */
};

enum { CODING__DRG_LEAD_CODE = 0, CODING__DRG_LEAD_CLUSTER = 4 }; /* by code: where to look for clusters */

/* drg.mdcs: 32 records a version: first formula, how many */
enum { CODING__DRG_MDC_FIRST = 0, CODING__DRG_MDC_COUNT = 4 };

enum { /* drg.formulas, by version, MDC and rank: the first whose condition holds decides */
    CODING__DRG_FORMULA_KIND = 0,   /* u8: 0 none, 1 surgical, 2 medical */
    CODING__DRG_FORMULA_ON = 1,     /* u8: MDC to go on with; 0 none */
    CODING__DRG_FORMULA_RANK = 2,   /* u16 */
    CODING__DRG_FORMULA_BASE = 4,   /* u16 */
    CODING__DRG_FORMULA_DRG = 6,    /* u16; 0: none, and no MDC either: the stay cannot be grouped */
    CODING__DRG_FORMULA_IGNORED = 8,/* u16 set: secondary diagnoses that have one of these are no CC or MCC here; 0 */
    CODING__DRG_FORMULA_LENGTH = 10,/* u16: of its program */
    CODING__DRG_FORMULA_PROGRAM = 12, /* u32: first of drg.programs */
    CODING__DRG_FORMULA_TEXT = 16,  /* text: the condition as published */
    CODING__DRG_FORMULA_LINE = 20,  /* u32 */
    CODING__DRG_FORMULA_SPARE = 24
};

enum { /* drg.hacs */
    CODING__DRG_HAC_NUMBER = 0,     /* u8 */
    CODING__DRG_HAC_FIRST = 1,      /* u8: version */
    CODING__DRG_HAC_UNTIL = 2,      /* u8: version */
    CODING__DRG_HAC_LENGTH = 4,     /* u16: of its program */
    CODING__DRG_HAC_PROGRAM = 8,    /* u32 */
    CODING__DRG_HAC_TEXT = 12,      /* text */
    CODING__DRG_HAC_LINE = 16       /* u32 */
};

/* drg.programs, u16: what is done, and in the low 12 bits the attribute it is done with. */
enum {
    CODING__DRG_HAS = 0x0000,       /* push: a procedure has it */
    CODING__DRG_PRINCIPAL = 0x1000, /* push: the principal diagnosis has it */
    CODING__DRG_SECONDARY = 0x2000, /* push: a secondary diagnosis has it */
    CODING__DRG_ANY = 0x3000,       /* push: a diagnosis has it */
    CODING__DRG_ONLY = 0x4000,      /* push: every diagnosis has it */
    CODING__DRG_RECKONED = 0x5000,  /* push: one of the following */
    CODING__DRG_NOT = 0x6000,
    CODING__DRG_AND = 0x7000,
    CODING__DRG_OR = 0x8000,
    CODING__DRG_WHAT = 0xF000,
    CODING__DRG_DEEPEST = 32        /* of the stack */
};

/* X(name in C, name in conditions): what is reckoned from the whole stay. MDC00 heads the formulas before the MDCs and is
 * never so. */
#define CODING__DRG_RECKONED_NAMES(X)                                                                                 \
    X(ALWAYS, "ANYDX")                                                                                                \
    X(MCC, "MCC")                                                                                                     \
    X(CC, "CC")                                                                                                       \
    X(NEVER, "MDC00")                                                                                                 \
    X(BAD_PRINCIPAL, "INVALID_PDX")                                                                                   \
    X(CAUSE, "PDX_ECODE")                                                                                             \
    X(BAD_STATUS, "INVALID_DSTAT")                                                                                    \
    X(BAD_SEX, "INVALID_SEX")                                                                                         \
    X(ALIVE, "ALIVE")                                                                                                 \
    X(DIED, "DIED")                                                                                                   \
    X(AGAINST_ADVICE, "AMA")                                                                                          \
    X(TRANSFERRED, "XFRNBA")                                                                                          \
    X(OPERATED, "ORPROC")                                                                                             \
    X(INJURED, "MULTST")                                                                                              \
    X(FALL_THROUGH, "MDC_20_FALL_THRU")                                                                               \
    X(BILATERAL, "BILATERAL")                                                                                         \
    X(FOUR_VESSELS, "FOUR_VESSELS")                                                                                   \
    X(FOUR_STENTS, "FOUR_STENTS")                                                                                     \
    X(FOUR_DRUG_STENTS, "FOUR_DRUG_ELUTING_STENTS")                                                                   \
    X(FOUR_BARE_STENTS, "FOUR_NON_DRUG_ELUTING_STENTS")                                                               \
    X(THREE_FUSIONS, "SINGLEFUSIONCTR")                                                                               \
    X(TWO_FUSIONS, "MULTFUSE")                                                                                        \
    X(TWO_FRONT, "SGLANTCTR")                                                                                         \
    X(TWO_BACK, "SGLPOST1CTR")                                                                                        \
    X(TWO_BACK_LONG, "SGLPOSTFUSECTR")                                                                                \
    X(TWO_DEVICES, "SGLANTSECTXCTR")

/* X(name in C, the attribute): those that the reckoning counts, by the number of drg.roles; diagnoses first */
#define CODING__DRG_ROLE_NAMES(X)                                                                                     \
    X(HEAD, "sthead") X(CHEST, "stchest") X(ABDOMEN, "stabdom") X(KIDNEY, "stkidney") X(URINARY, "sturin")            \
    X(PELVIS, "stpel") X(UPPER_LIMB, "stuplimb") X(LOWER_LIMB, "stlolimb")                                            \
    X(CAUSE_CODE, "ecode") X(MCC_IF_ALIVE, "mccalive")                                                                \
    X(LEFT_HIP, "lefthip") X(RIGHT_HIP, "righthip") X(LEFT_KNEE, "leftknee") X(RIGHT_KNEE, "rightknee")               \
    X(LEFT_ANKLE, "leftankle") X(RIGHT_ANKLE, "rightankle")                                                           \
    X(VESSEL1, "vessel1") X(VESSEL2, "vessel2") X(VESSEL3, "vessel3") X(VESSEL4, "vessel4")                           \
    X(STENT1, "stent1") X(STENT2, "stent2") X(STENT3, "stent3") X(STENT4, "stent4")                                   \
    X(DRUG_STENT, "NORdrugstent") X(BARE_STENT, "NORstent")                                                           \
    X(FRONT, "sglantfuse") X(BACK_LONG, "sglpostfuse") X(BACK, "sglpostfuse1") X(DEVICE, "sglantsectXfuse")           \
    X(EXTENSIVE, "d468") X(NOT_EXTENSIVE, "d477") X(NOT_OR, "nonor")

#define CODING__DRG_ENUM(name, text) CODING__DRG_IS_##name,
enum { CODING__DRG_RECKONED_NAMES(CODING__DRG_ENUM) CODING__DRG_RECKONED_TOTAL };
#undef CODING__DRG_ENUM
#define CODING__DRG_ENUM(name, text) CODING__DRG_ROLE_##name,
enum { CODING__DRG_ROLE_NAMES(CODING__DRG_ENUM) CODING__DRG_ROLE_TOTAL };
#undef CODING__DRG_ENUM
enum { CODING__DRG_ROLE_PROCEDURES = CODING__DRG_ROLE_LEFT_HIP, CODING__DRG_NOBODY = 0xFFFF };

enum { /* drg.titles, by kind, number and version */
    CODING__DRG_TITLE_KIND = 0,     /* u8: 0 MDC, 1 DRG, 2 hospital-acquired condition */
    CODING__DRG_TITLE_FIRST = 1,    /* u8: version */
    CODING__DRG_TITLE_UNTIL = 2,    /* u8: version */
    CODING__DRG_TITLE_NUMBER = 4,   /* u32 */
    CODING__DRG_TITLE_TEXT = 8
};

enum { /* drg.weights, by DRG and day */
    CODING__DRG_WEIGHT_DRG = 0,     /* u16 */
    CODING__DRG_WEIGHT_FLAGS = 2,   /* u8: 1 post-acute transfers are paid by the day, 2 special pay */
    CODING__DRG_WEIGHT_FIRST = 4,   /* day */
    CODING__DRG_WEIGHT_UNTIL = 8,   /* day */
    CODING__DRG_WEIGHT_WEIGHT = 12, /* u32: ten-thousandths */
    CODING__DRG_WEIGHT_GEOMETRIC = 16, /* u16: tenths of a day */
    CODING__DRG_WEIGHT_ARITHMETIC = 18, /* u16: tenths of a day */
    CODING__DRG_WEIGHT_ORIGIN = 20,
    CODING__DRG_WEIGHT_LINE = 24
};
enum { CODING__DRG_POST_ACUTE = 1, CODING__DRG_SPECIAL_PAY = 2 };

/* Where the search for a code begins: the same when a book is made and when it is asked. */
static inline uint32_t coding__drg_hash(uint64_t code)
{
    code *= 0x9E3779B97F4A7C15u;
    return (uint32_t)(code >> 36);
}

#endif
