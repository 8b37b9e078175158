/* How the tables that claims are reviewed by lie in a book: NCCI edits, the fee schedule's indicators, the code editor's
 * lists, and the small tables kept by hand. Included by layout.h, whose words hold here too.
 *
 * Procedures (CPT, HCPCS) have no rows of their own where a book lacks their titles; so whatever names one counts in
 * services: section `services` has each procedure that any table here names, by code, and says where its records begin
 * in each table. They end where those of the next service begin; the last service is a sentinel. */
#ifndef CODING_BOOK_LAYOUT_CLAIMS_H
#define CODING_BOOK_LAYOUT_CLAIMS_H

/* X(name in C, name in the file, width) */
#define CODING__CLAIM_SECTIONS(X)                                                                                     \
    X(CLAIM_TABLES, "claim.tables", 24)                                                                               \
    X(SERVICES, "services", 48)                                                                                       \
    X(SERVICE_PLACES, "services.places", 2)                                                                           \
    X(PTP, "ptp", 4)                                                                                                  \
    X(PTP_STATES, "ptp.states", 24)                                                                                   \
    X(PTP_LINES, "ptp.lines", 8)                                                                                      \
    X(PTP_WORDS, "ptp.words", 8)                                                                                      \
    X(MUE, "mue", 32)                                                                                                 \
    X(ADD_ONS, "add.ons", 28)                                                                                         \
    X(FEES, "fees", 40)                                                                                               \
    X(MCE_DIAGNOSES, "mce.dx", 24)                                                                                    \
    X(MCE_PROCEDURES, "mce.pcs", 24)                                                                                  \
    X(MCE_AGES, "mce.ages", 24)                                                                                       \
    X(MCE_DISCHARGES, "mce.discharges", 20)                                                                           \
    X(CLAIM_PAIRS, "claim.pairs", 48)                                                                                 \
    X(CLAIM_RANGES, "claim.ranges", 16)                                                                               \
    X(CLAIM_MODIFIERS, "claim.mods", 64)                                                                              \
    X(CLAIM_PLACES, "claim.places", 40)                                                                               \
    X(VISITS, "claim.visits", 48)                                                                                     \
    X(POLICIES, "policies", 32)                                                                                       \
    X(POLICY_ROWS, "policies.rows", 24)

enum { /* claim.tables: which table reaches which days, a record a file that was read; by kind and first day */
    CODING__CLAIM_TABLE_KIND = 0,   /* u32: coding__claim_table */
    CODING__CLAIM_TABLE_FIRST = 4,  /* day */
    CODING__CLAIM_TABLE_UNTIL = 8,  /* day: the quarter's or the year's last */
    CODING__CLAIM_TABLE_ORIGIN = 12,
    CODING__CLAIM_TABLE_BACK = 16,  /* day: rows that have ended are in it back to this day; FIRST where they are not */
    CODING__CLAIM_TABLE_SPARE = 20
};

typedef enum coding__claim_table {
    CODING__TABLE_NONE = 0,
    CODING__TABLE_PTP_PRACTITIONER = 1,
    CODING__TABLE_PTP_OUTPATIENT = 2,
    CODING__TABLE_MUE_PRACTITIONER = 3,
    CODING__TABLE_MUE_OUTPATIENT = 4,
    CODING__TABLE_MUE_DME = 5,
    CODING__TABLE_ADD_ONS = 6,
    CODING__TABLE_FEES = 7,
    CODING__TABLE_MCE = 8,
    CODING__TABLE_PAIRS = 9,     /* conflicts, companions, sequences: by hand */
    CODING__TABLE_MODIFIERS = 10,/* by hand */
    CODING__TABLE_PLACES = 11,   /* by hand */
    CODING__TABLE_VISITS = 12,   /* by hand */
    CODING__TABLE_POLICIES = 13, /* the user's */
    CODING__TABLE_TOTAL
} coding__claim_table;

enum { /* services, by code; u32 fields are the first record of the service in that table */
    CODING__SERVICE_CODE = 0,       /* u64; of the sentinel INT64_MAX */
    CODING__SERVICE_PTP = 8,        /* of two: practitioner's, then the outpatient hospital's */
    CODING__SERVICE_PTP_OUTPATIENT = 12,
    CODING__SERVICE_MUE = 16,
    CODING__SERVICE_ADD_ON = 20,
    CODING__SERVICE_FEE = 24,
    CODING__SERVICE_POLICY = 28,    /* in policies.rows */
    CODING__SERVICE_VISIT = 32,
    CODING__SERVICE_FLAGS = 36,     /* u32: CODING__SERVICE_IS_PRIMARY ... */
    CODING__SERVICE_SPARE = 40
};
enum { CODING__SERVICE_IS_PRIMARY = 1 /* some add-on names it */ };

/* services.places: from a code to its service: a power of two of u16, service + 1 or 0 free, probed onwards from
 * coding__service_hash. At most 65,534 services. */

enum { /* ptp: the pairs of both settings, of a column-1 service by column 2; a pair has one item a state */
    CODING__PTP_COLUMN2 = 0,        /* u16: service */
    CODING__PTP_STATE = 2           /* u16: in ptp.states */
};

enum { /* ptp.states: what pairs have in common */
    CODING__PTP_STATE_FIRST = 0,    /* day; 0: the table does not say */
    CODING__PTP_STATE_UNTIL = 4,    /* day: the last one in force; 0: open */
    CODING__PTP_STATE_ORIGIN = 8,
    CODING__PTP_STATE_WHY = 12,     /* text: the rationale as printed */
    CODING__PTP_STATE_INDICATOR = 16,/* u8: '0', '1' or '9' */
    CODING__PTP_STATE_SETTING = 17, /* u8: 0 practitioner, 1 outpatient */
    CODING__PTP_STATE_SPARE = 18
};

/* ptp.lines: {u32 item, u32 line}: runs of items whose lines follow one another in their file.
 *
 * ptp.words: u64, one for eight items: a filter, so that most of a claim's pairs are answered by one load that lies
 * beside the others of their column-1 service. The word of a pair is among those of its service's items
 * (coding__pair_word), and has the pair's bits set (coding__pair_bits). */

enum { /* mue, by service, setting and first day */
    CODING__MUE_SERVICE = 0,
    CODING__MUE_VALUE = 4,          /* u32: units */
    CODING__MUE_FIRST = 8,          /* day */
    CODING__MUE_UNTIL = 12,         /* day; 0: the table's last */
    CODING__MUE_ORIGIN = 16,
    CODING__MUE_WHY = 20,           /* text: the rationale as printed */
    CODING__MUE_LINE = 24,
    CODING__MUE_SETTING = 28,       /* u8: coding__claim_table less CODING__TABLE_MUE_PRACTITIONER */
    CODING__MUE_INDICATOR = 29      /* u8: adjudication indicator, 1 claim line, 2 and 3 day of service */
};

enum { /* add.ons, by add-on code and primary */
    CODING__ADD_ON_SERVICE = 0,
    CODING__ADD_ON_PRIMARY = 4,     /* u32: service plus 1; 0: CCCCC, the contractor decides */
    CODING__ADD_ON_FIRST = 8,       /* day; 0: the table's first */
    CODING__ADD_ON_UNTIL = 12,      /* day; 0: open */
    CODING__ADD_ON_ORIGIN = 16,
    CODING__ADD_ON_LINE = 20,
    CODING__ADD_ON_TYPE = 24        /* u8: 1, 2 or 3 */
};

enum { /* fees: the fee schedule's indicators, by service, modifier and first day; characters as printed, without .0 */
    CODING__FEE_SERVICE = 0,
    CODING__FEE_FIRST = 4,          /* day */
    CODING__FEE_UNTIL = 8,          /* day */
    CODING__FEE_ORIGIN = 12,
    CODING__FEE_LINE = 16,
    CODING__FEE_BASE = 20,          /* u32: the endoscopic base, service plus 1; 0 none */
    CODING__FEE_MODIFIER = 24,      /* u8: 0 the global row, else one of "26" 2, "TC" T, "53" 5 */
    CODING__FEE_STATUS = 25,        /* u8: A B C E I J M N P R T X */
    CODING__FEE_GLOBAL = 26,        /* u8: coding__global_days */
    CODING__FEE_COMPONENT = 27,     /* u8: PC/TC 0 to 9 */
    CODING__FEE_MULTIPLE = 28,      /* u8 */
    CODING__FEE_BILATERAL = 29,     /* u8 */
    CODING__FEE_ASSISTANT = 30,     /* u8 */
    CODING__FEE_CO_SURGERY = 31,    /* u8 */
    CODING__FEE_TEAM = 32,          /* u8 */
    CODING__FEE_FAMILY = 33,        /* u8: diagnostic imaging family */
    CODING__FEE_NOT_FACILITY = 34,  /* u8: 1: not paid in a facility (NA) */
    CODING__FEE_NOT_OFFICE = 35,    /* u8: 1: not paid outside of one */
    CODING__FEE_SPARE = 36
};

typedef enum coding__global_days {
    CODING__GLOBAL_NONE = 0,        /* XXX: the concept does not apply */
    CODING__GLOBAL_0 = 1,           /* 000: the day itself */
    CODING__GLOBAL_10 = 2,
    CODING__GLOBAL_90 = 3,          /* and the day before */
    CODING__GLOBAL_MATERNITY = 4,   /* MMM */
    CODING__GLOBAL_CARRIER = 5,     /* YYY */
    CODING__GLOBAL_ADD_ON = 6       /* ZZZ: that of the primary */
} coding__global_days;

enum { /* mce.dx and mce.pcs: lists of the Medicare Code Editor, by row and first day */
    CODING__MCE_ROW = 0,            /* u32 */
    CODING__MCE_FIRST = 4,          /* day */
    CODING__MCE_UNTIL = 8,          /* day */
    CODING__MCE_FLAGS = 12,         /* u32: CODING__MCE_EXTERNAL_CAUSE ... */
    CODING__MCE_ORIGIN = 16,
    CODING__MCE_LINE = 20
};
enum { /* of diagnoses */
    CODING__MCE_EXTERNAL_CAUSE = 1,
    CODING__MCE_MANIFESTATION = 2,
    CODING__MCE_UNACCEPTABLE = 4,
    CODING__MCE_NEEDS_SECONDARY = 8,
    CODING__MCE_QUESTIONABLE = 16,
    CODING__MCE_UNSPECIFIED = 32,
    CODING__MCE_NEWBORN = 64,
    CODING__MCE_PEDIATRIC = 128,
    CODING__MCE_MATERNITY = 256,
    CODING__MCE_ADULT = 512,
    CODING__MCE_MALE = 1024,
    CODING__MCE_FEMALE = 2048,
    CODING__MCE_WRONG_SURGERY = 4096,
    CODING__MCE_DELIVERY_OUTCOME = 8192,
    CODING__MCE_TYPE_1_DIABETES = 16384, /* covers a pancreas */
    CODING__MCE_LEUKEMIA = 32768,        /* of the marrow procedures that it keeps from being covered */
    CODING__MCE_TRIAL = 65536,           /* a clinical trial */
    CODING__MCE_STERILITY = 131072,      /* sterilisation as the only purpose */
    CODING__MCE_MYELOMA = 262144         /* of the other group of procedures, until 2018 */
};
enum { /* of procedures: MALE and FEMALE as above, and: */
    CODING__MCE_NOT_COVERED = 1,
    CODING__MCE_LIMITED = 2,
    CODING__MCE_STERILISATION = 4,  /* not covered with Z30.2 */
    CODING__MCE_PANCREAS = 8,       /* not covered without kidney transplant or type 1 diabetes */
    CODING__MCE_MARROW = 16,
    CODING__MCE_DISC = 32,          /* not covered after the age of 60 */
    CODING__MCE_LONG_STAY = 64,     /* needs four days */
    CODING__MCE_DELIVERY = 128,
    CODING__MCE_PANCREAS_PARTNER = 256, /* the kidney transplants that cover a pancreas */
    CODING__MCE_OTHER_GROUP = 512
};

enum { /* mce.ages: what newborn, pediatric, maternity and adult mean, by day */
    CODING__MCE_AGE_FLAG = 0,       /* u32: one of the flags */
    CODING__MCE_AGE_FIRST = 4,      /* day */
    CODING__MCE_AGE_UNTIL = 8,      /* day */
    CODING__MCE_AGE_LOW = 12,       /* u16: years */
    CODING__MCE_AGE_HIGH = 14,      /* u16: years */
    CODING__MCE_AGE_ORIGIN = 16,
    CODING__MCE_AGE_LINE = 20
};

enum { /* mce.discharges, by status */
    CODING__MCE_DISCHARGE_STATUS = 0,/* u32: 1 to 99 */
    CODING__MCE_DISCHARGE_FIRST = 4, /* day */
    CODING__MCE_DISCHARGE_UNTIL = 8, /* day */
    CODING__MCE_DISCHARGE_ORIGIN = 12,
    CODING__MCE_DISCHARGE_LINE = 16
};

enum { /* claim.pairs: what the guidelines say of two diagnoses on one claim; by first range */
    CODING__PAIR_RULE = 0,          /* u32: coding_claim_rule: CONFLICT, COMPANION, SEQUENCE, FIRST_ONLY, PRINCIPAL ... */
    CODING__PAIR_FIRST = 4,         /* u32: row of the first range ... */
    CODING__PAIR_LAST = 8,          /* u32: ... with everything below its last */
    CODING__PAIR_OTHER = 12,        /* u32: first of the ranges of the other, in claim.ranges (rows) */
    CODING__PAIR_OTHERS = 16,       /* u16: how many; 0: none is named */
    CODING__PAIR_HOW = 18,          /* u8: coding__pair_how */
    CODING__PAIR_SEVERITY = 19,     /* u8: coding_severity */
    CODING__PAIR_KINDS = 20,        /* u32: mask of claim kinds; 0 all */
    CODING__PAIR_SINCE = 24,        /* day; 0 always */
    CODING__PAIR_UNTIL = 28,        /* day; 0 open */
    CODING__PAIR_TEXT = 32,         /* text: what to tell a coder */
    CODING__PAIR_BECAUSE = 36,      /* text: where the rule is from */
    CODING__PAIR_ORIGIN = 40,
    CODING__PAIR_LINE = 44
};

typedef enum coding__pair_how {
    CODING__PAIR_NOT_WITH = 0,      /* speaks where any of the others is on the claim */
    CODING__PAIR_NEEDS = 1,         /* speaks where none of the others is on the claim */
    CODING__PAIR_NEEDS_BEFORE = 2,  /* speaks where none of the others stands before it */
    CODING__PAIR_NOT_FIRST = 3,     /* speaks where it is first */
    CODING__PAIR_ONLY_FIRST = 4,    /* speaks where it is not first */
    CODING__PAIR_BEFORE = 5         /* speaks where one of the others stands before it */
} coding__pair_how;

/* claim.ranges: of claim.pairs {u32 first row, u32 last row, u64 0}; of claim.mods {u64 first code, u64 last code}. */

enum { /* claim.mods: what a modifier may stand with, by modifier */
    CODING__MODIFIER_CODE = 0,      /* u64 */
    CODING__MODIFIER_RANGE = 8,     /* u32: first of the codes it fits, in claim.ranges */
    CODING__MODIFIER_RANGES = 12,   /* u16: how many; 0: any */
    CODING__MODIFIER_GROUP = 14,    /* u8: coding__modifier_group */
    CODING__MODIFIER_SEVERITY = 15, /* u8: of a misfit */
    CODING__MODIFIER_KINDS = 16,    /* u32: mask of claim kinds that may have it; 0 all */
    CODING__MODIFIER_PLACES = 20,   /* u32: text: places of service it needs: "02 10"; empty any */
    CODING__MODIFIER_NOT_WITH = 24, /* u32: text: modifiers it may not stand beside */
    CODING__MODIFIER_NEEDS = 28,    /* u32: text: conditions on the fee schedule: "bilateral=1,3" */
    CODING__MODIFIER_NOT_RANGE = 32,/* u32: first of the codes it never fits */
    CODING__MODIFIER_NOT_RANGES = 36,/* u16 */
    CODING__MODIFIER_ORDER = 38,    /* u8: 1 payment, 2 informational */
    CODING__MODIFIER_TEXT = 40,     /* text: what to tell a coder */
    CODING__MODIFIER_ORIGIN = 44,
    CODING__MODIFIER_LINE = 48,
    CODING__MODIFIER_SPARE = 52
};

typedef enum coding__modifier_group {
    CODING__MODIFIER_OTHER = 0,     /* parts no pair */
    CODING__MODIFIER_ANATOMIC = 1,  /* parts a pair with indicator 1, on either line */
    CODING__MODIFIER_DISTINCT = 2,  /* 59 and X: the same */
    CODING__MODIFIER_VISIT = 3,     /* 24, 25, 57: on the visit alone */
    CODING__MODIFIER_STAGED = 4,    /* 58, 78, 79 */
    CODING__MODIFIER_REPEAT = 5     /* 27, 91 */
} coding__modifier_group;

enum { /* claim.places: where a service is given, by first code */
    CODING__CLAIM_PLACE_FIRST = 0,  /* u64: code */
    CODING__CLAIM_PLACE_LAST = 8,   /* u64 */
    CODING__CLAIM_PLACE_TEXT = 16,  /* text: places that fit: "11 19 22" */
    CODING__CLAIM_PLACE_NOT = 20,   /* text: places that do not; empty: all but those that fit */
    CODING__CLAIM_PLACE_WHY = 24,   /* text */
    CODING__CLAIM_PLACE_ORIGIN = 28,
    CODING__CLAIM_PLACE_LINE = 32,
    CODING__CLAIM_PLACE_SEVERITY = 36 /* u8 */
};

enum { /* claim.visits: levels, by service and first day */
    CODING__VISIT_SERVICE = 0,
    CODING__VISIT_FIRST = 4,        /* day */
    CODING__VISIT_UNTIL = 8,        /* day; 0 open */
    CODING__VISIT_FAMILY = 12,      /* u8: coding_visit_family */
    CODING__VISIT_LEVEL = 13,       /* u8: coding_mdm: the lowest that reaches it */
    CODING__VISIT_RANK = 14,        /* u8: place in its family, from 1 */
    CODING__VISIT_MINUTES = 16,     /* u16: at least; 0: not by time */
    CODING__VISIT_MINUTES_MOST = 18,/* u16: of years that had ranges; 0 none */
    CODING__VISIT_PROLONGED = 20,   /* u32: service plus 1 of the add-on for more time; 0 none */
    CODING__VISIT_PROLONGED_FROM = 24, /* u16: minutes of its first unit */
    CODING__VISIT_PROLONGED_EACH = 26, /* u16: minutes of each further one */
    CODING__VISIT_MEDICARE = 28,    /* u32: service plus 1 of Medicare's own add-on */
    CODING__VISIT_MEDICARE_FROM = 32,  /* u16 */
    CODING__VISIT_MEDICARE_EACH = 34,  /* u16 */
    CODING__VISIT_ORIGIN = 36,
    CODING__VISIT_LINE = 40,
    CODING__VISIT_SPARE = 44
};

enum { /* policies */
    CODING__POLICY_ID = 0,          /* text: "L35000" */
    CODING__POLICY_TITLE = 4,       /* text */
    CODING__POLICY_FIRST = 8,       /* day */
    CODING__POLICY_UNTIL = 12,      /* day; 0 open */
    CODING__POLICY_ORIGIN = 16,
    CODING__POLICY_LINE = 20,
    CODING__POLICY_SPARE = 24
};

enum { /* policies.rows, by service and policy: diagnoses that justify a service, or never do */
    CODING__POLICY_ROW_SERVICE = 0,
    CODING__POLICY_ROW_POLICY = 4,  /* u32 */
    CODING__POLICY_ROW_FIRST = 8,   /* u32: row of ICD-10-CM ... */
    CODING__POLICY_ROW_LAST = 12,   /* u32: ... with everything below the last */
    CODING__POLICY_ROW_LINE = 16,
    CODING__POLICY_ROW_KIND = 20    /* u8: 0 justifies, 1 never does, 2 justifies only beside another of kind 0 */
};

/* Where the search for a service begins: the same when a book is made and when it is asked. */
static inline uint32_t coding__service_hash(uint64_t code)
{
    code *= 0x9E3779B97F4A7C15u;
    return (uint32_t)(code >> 40);
}

static inline uint64_t coding__pair_hash(uint32_t column1, uint32_t column2)
{
    return ((uint64_t)column1 << 16 | column2) * 0xD6E8FEB86659FD93u;
}

/* The word of a pair whose column-1 service has the items `first` to the one before `past`; there is one at least. */
static inline uint32_t coding__pair_word(uint64_t hash, uint32_t first, uint32_t past)
{
    uint32_t words = ((past - 1) >> 3) - (first >> 3) + 1;
    return (first >> 3) + (uint32_t)((hash >> 32) * words >> 32);
}

/* Three of 64 bits. */
static inline uint64_t coding__pair_bits(uint64_t hash)
{
    return (uint64_t)1 << (hash >> 14 & 63) | (uint64_t)1 << (hash >> 20 & 63) | (uint64_t)1 << (hash >> 26 & 63);
}

#endif
