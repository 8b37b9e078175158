/* How the tables of risk adjustment lie in a book. Included by layout.h, whose words hold here too.
 *
 * A model has at most 256 categories; a set of them is 32 bytes of bits, by their place among the model's. What a
 * coefficient is of (an age and sex, a category, an interaction, a count) is a variable of the model, by name. */
#ifndef CODING_BOOK_LAYOUT_RISK_H
#define CODING_BOOK_LAYOUT_RISK_H

/* X(name in C, name in the file, width) */
#define CODING__RISK_SECTIONS(X)                                                                                      \
    X(RISK_MODELS, "risk.models", 40)                                                                                 \
    X(RISK_VARIABLES, "risk.variables", 8)                                                                            \
    X(RISK_CATEGORIES, "risk.categories", 56)                                                                         \
    X(RISK_HIERARCHY, "risk.drops", 16)                                                                               \
    X(RISK_RULES, "risk.rules", 128)                                                                                  \
    X(RISK_SETS, "risk.sets", 24)                                                                                     \
    X(RISK_VALUES, "risk.values", 8)                                                                                  \
    X(RISK_FACTORS, "risk.factors", 32)                                                                               \
    X(RISK_CODES, "risk.codes", 12)                                                                                   \
    X(RISK_PLACES, "risk.places", 4)                                                                                  \
    X(RISK_MAPS, "risk.maps", 8)                                                                                      \
    X(RISK_MAP_ROWS, "risk.map.rows", 8)                                                                              \
    X(RISK_SERVICES, "risk.services", 20)

enum { CODING__RISK_CATEGORIES_MOST = 256, CODING__RISK_SLOTS = 15, CODING__RISK_ANY_PLAN = 255 };

enum { /* risk.models, by coding_risk_model; number 0 is none */
    CODING__RISK_MODEL_YEARS = 0,       /* u32: bit y: payment year 2000 + y has a mapping */
    CODING__RISK_MODEL_VARIABLE = 4,    /* u32: first of its variables */
    CODING__RISK_MODEL_VARIABLES = 8,   /* u32: how many */
    CODING__RISK_MODEL_CATEGORY = 12,
    CODING__RISK_MODEL_CATEGORIES = 16,
    CODING__RISK_MODEL_RULE = 20,
    CODING__RISK_MODEL_RULES = 24,
    CODING__RISK_MODEL_ORIGIN = 28,     /* of its mapping */
    CODING__RISK_MODEL_SPARE = 32
};

enum { /* risk.variables, by model and hash */
    CODING__RISK_VARIABLE_HASH = 0,     /* u32: coding__risk_hash of the name in small letters */
    CODING__RISK_VARIABLE_NAME = 4      /* text: as the agency prints it, without its segment */
};

enum { /* risk.categories, by model and number */
    CODING__RISK_CATEGORY_NUMBER = 0,   /* u16 */
    CODING__RISK_CATEGORY_CHRONIC = 2,  /* u8 */
    CODING__RISK_CATEGORY_LABEL = 4,    /* text */
    CODING__RISK_CATEGORY_VARIABLE = 8, /* u32: of the model's, plus 1; 0: it has no coefficient anywhere */
    CODING__RISK_CATEGORY_ORIGIN = 12,
    CODING__RISK_CATEGORY_LINE = 16,
    CODING__RISK_CATEGORY_DROPS = 20,   /* 32 bytes: categories that lose to it */
    CODING__RISK_CATEGORY_NAME = 52     /* text: as coefficients name it */
};

enum { /* risk.drops: rows of the hierarchies, by model, child and parent (places among the model's categories) */
    CODING__RISK_DROP_MODEL = 0,        /* u8 */
    CODING__RISK_DROP_PARENT = 1,       /* u8 */
    CODING__RISK_DROP_CHILD = 2,        /* u8 */
    CODING__RISK_DROP_ORIGIN = 4,
    CODING__RISK_DROP_LINE = 8,
    CODING__RISK_DROP_SPARE = 12
};

enum { /* risk.rules, by model, those that drop first, else in the order of their table */
    CODING__RISK_RULE_VARIABLE = 0,     /* u32: of the model's, plus 1: it adds this */
    CODING__RISK_RULE_ORIGIN = 4,
    CODING__RISK_RULE_LINE = 8,
    CODING__RISK_RULE_WHEN = 12,        /* text: as printed */
    CODING__RISK_RULE_DOES = 16,        /* u8: coding__risk_does */
    CODING__RISK_RULE_FLAGS = 17,       /* u8: CODING__RISK_WHEN_DISABLED ... */
    CODING__RISK_RULE_COUNT = 18,       /* u8: sets of categories that it asks for */
    CODING__RISK_RULE_FEWEST = 19,      /* u8: fewest categories that count; 0: their number is not asked */
    CODING__RISK_RULE_MOST = 20,        /* u8: most of them; 255: any */
    CODING__RISK_RULE_MONTHS = 21,      /* u8: of enrolment; 0: they are not asked */
    CODING__RISK_RULE_SETS = 24,        /* three of 32 bytes; a rule that drops: what, and without which */
    CODING__RISK_RULE_NAME = 120,       /* text: the variable's, or the part of one's name that it gives */
    CODING__RISK_RULE_SPARE = 124
};
typedef enum coding__risk_does {
    CODING__RISK_ADDS = 0,
    CODING__RISK_DROPS = 1,     /* before hierarchies */
    CODING__RISK_GROUPS = 2,    /* one coefficient for all of them, if the table has it */
    CODING__RISK_UNCOUNTED = 3, /* the number of categories leaves them out */
    CODING__RISK_MATURITY = 4,  /* of a newborn: the first that holds */
    CODING__RISK_SEVERITY = 5   /* of an infant: the last that holds */
} coding__risk_does;
enum {
    CODING__RISK_WHEN_DISABLED = 1,
    CODING__RISK_WHEN_NONAGED = 2,
    CODING__RISK_WHEN_ADULT = 4,
    CODING__RISK_WHEN_CHILD = 8,
    CODING__RISK_RULE_SETS_MOST = 3
};

enum { /* risk.sets: coefficients of a model, plan and years */
    CODING__RISK_SET_MODEL = 0,         /* u8 */
    CODING__RISK_SET_PLAN = 1,          /* u8: coding_risk_plan, or CODING__RISK_ANY_PLAN */
    CODING__RISK_SET_FIRST = 4,         /* u16: payment year */
    CODING__RISK_SET_LAST = 6,          /* u16 */
    CODING__RISK_SET_VALUE = 8,         /* u32: first of risk.values: by variable, CODING__RISK_SLOTS each */
    CODING__RISK_SET_ORIGIN = 12,
    CODING__RISK_SET_SPARE = 16
};

enum { /* risk.values */
    CODING__RISK_VALUE_VALUE = 0,       /* i32: thousandths */
    CODING__RISK_VALUE_LINE = 4         /* u32: 0: the table has no such coefficient */
};

enum { /* risk.factors: from a raw score to payment, by model and first year */
    CODING__RISK_FACTOR_MODEL = 0,      /* u8 */
    CODING__RISK_FACTOR_PLAN = 1,       /* u8 */
    CODING__RISK_FACTOR_STATUS = 2,     /* u8: 0 any, 1 dialysis and transplant, 2 functioning graft; of the exchanges
                                           CODING__RISK_COST_SHARING and the indicator */
    CODING__RISK_FACTOR_FIRST = 4,      /* u16 */
    CODING__RISK_FACTOR_LAST = 6,       /* u16 */
    CODING__RISK_FACTOR_NORMALIZATION = 8, /* u32: thousandths */
    CODING__RISK_FACTOR_INTENSITY = 12, /* u32: thousandths */
    CODING__RISK_FACTOR_SHARE = 16,     /* u32: thousandths of the year's blend; 0: no part of it */
    CODING__RISK_FACTOR_ORIGIN = 20,
    CODING__RISK_FACTOR_LINE = 24,
    CODING__RISK_FACTOR_MULTIPLIER = 28 /* u32: thousandths; 0 none */
};

enum { CODING__RISK_COST_SHARING = 100 };

enum { /* risk.codes, by code; the last one is a sentinel */
    CODING__RISK_CODE_CODE = 0,         /* u64 */
    CODING__RISK_CODE_MAP = 8           /* u32: first of risk.maps */
};

/* risk.places: u32, record of risk.codes plus 1, or 0 free; a power of two, probed onwards from
 * coding__service_hash. */

enum { /* risk.maps: of a code by model, edits first: all that a score reads of them, close together */
    CODING__RISK_MAP_MODEL = 0,         /* u8 */
    CODING__RISK_MAP_KIND = 1,          /* u8: coding__risk_map_kind, with CODING__RISK_MAP_NOWHERE */
    CODING__RISK_MAP_CATEGORY = 2,      /* u8: place among the model's; none with CODING__RISK_MAP_NOWHERE */
    CODING__RISK_MAP_SEX = 3,           /* u8: of an edit: 0 either */
    CODING__RISK_MAP_FIRST = 4,         /* u8: payment year less 2000 */
    CODING__RISK_MAP_LAST = 5,          /* u8 */
    CODING__RISK_MAP_LOW = 6,           /* u8: of an edit: youngest age */
    CODING__RISK_MAP_HIGH = 7           /* u8: oldest */
};
typedef enum coding__risk_map_kind {
    CODING__RISK_EDIT = 0,
    CODING__RISK_EDIT_MCE = 1, /* an age of the Medicare Code Editor, which may be switched off */
    CODING__RISK_MAP = 2
} coding__risk_map_kind;
enum { CODING__RISK_MAP_NOWHERE = 128 /* an edit that leaves no category */ };

enum { /* risk.map.rows: where each of them stands */
    CODING__RISK_MAP_ORIGIN = 0,
    CODING__RISK_MAP_LINE = 4
};

enum { /* risk.services: codes of services that make a diagnosis count, by code and first year */
    CODING__RISK_SERVICE_CODE = 0,      /* u64 */
    CODING__RISK_SERVICE_FIRST = 8,     /* u16: payment year */
    CODING__RISK_SERVICE_LAST = 10,     /* u16 */
    CODING__RISK_SERVICE_ORIGIN = 12,
    CODING__RISK_SERVICE_LINE = 16
};

/* FNV-1a of a name, its letters made small. */
static inline uint32_t coding__risk_hash(const char *name)
{
    uint32_t hash = 2166136261u;
    for (; *name; name++) {
        unsigned char c = (unsigned char)*name;
        hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
    }
    return hash;
}

#endif
