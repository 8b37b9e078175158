/* What the library's answers look like, as data: one description a record, one walk for every language. shapes.txt
 * lists records and their fields; describe.py makes the tables of it, and for languages that are compiled the classes
 * too. A language brings a maker: what it does with a record, a list, a text, a number. */
#ifndef CODING_BINDINGS_SHAPE_H
#define CODING_BINDINGS_SHAPE_H

#include "room.h"

/* How a language counts the characters of its texts, and so its spans. */
typedef enum coding__unit { CODING__BYTES, CODING__CODE_POINTS, CODING__UTF16 } coding__unit;

/* How far a text was counted: spans come in its order, mostly, and go on from there. */
typedef struct coding__counted {
    size_t bytes;
    size_t units;
} coding__counted;

/* The call that an answer belongs to. `text` is what was asked, which spans point into; both may be empty. */
typedef struct coding__ask {
    coding_desk *desk;
    const char  *text;
    size_t       length;
    coding__unit unit;
    coding_date  on; /* the day that titles are of */
    coding__counted *counted; /* the walk's own */
} coding__ask;

typedef enum coding__kind {
    CODING__TEXT,    /* const char *; NULL is none */
    CODING__LETTER,  /* char; 0 is none */
    CODING__FLAG,    /* bool */
    CODING__COUNT,   /* unsigned, 8 to 64 bits wide as `width` says, or int64_t; fits 53 bits */
    CODING__SIGNED,  /* int32_t, which is told as a count */
    CODING__NUMBER,  /* uint64_t that needs them all: a code as columns hold it */
    CODING__REAL,    /* float or double */
    CODING__NAME,    /* a member of an enumeration: `names` says which */
    CODING__CODE,    /* coding_code in its own spelling; 0 is none */
    CODING__DAY,     /* coding_date; none where it is no day */
    CODING__SPAN,    /* coding_span, counted in the unit of the call */
    CODING__RECORD,  /* a record within this one, never none */
    CODING__MAYBE,   /* the same, none where the shape's `is_none` says so */
    CODING__LIST,    /* a pointer here and a count at `count_offset`: records of `shape`, or codes where it is NULL */
    CODING__CODES,   /* an array of `width` codes within the record, used up to the first 0 */
    CODING__COUNTS,  /* a pointer here and a count at `count_offset`: unsigned, `width` bytes each, which fit 53 bits */
    CODING__NAMES,   /* a uint64_t: bit n is member n of the enumeration; a list of names */
    CODING__MADE     /* `make` says it: what the library answers by a call, such as a finding's sentence; a value of
                        the kind that `width` holds */
} coding__kind;

typedef struct coding__shape coding__shape;
typedef struct coding__maker coding__maker;

typedef struct coding__field {
    const char          *name;         /* snake_case, as in docs: "other", "reference" */
    coding__kind         kind;
    uint16_t             offset;       /* in the C record */
    uint16_t             count_offset; /* of a list */
    uint16_t             width;        /* bytes of a count, of each of counts, of a real; codes of an array */
    uint16_t             names;        /* which enumeration: an index into coding__enumerations */
    const coding__shape *shape;        /* of a record or a list */
    bool (*make)(const coding__ask *ask, const void *record, const coding__maker *maker);
} coding__field;

struct coding__shape {
    const char          *name; /* "Finding"; NULL: an answer that is only its one field, such as a list */
    size_t               size; /* of the C record */
    const coding__field *fields;
    uint16_t             count;
    uint16_t             number;               /* its place in coding__shapes; UINT16_MAX without a name */
    uint16_t             on;                   /* where the answer's own day lies, which titles are of; 0: the call's */
    bool (*is_none)(const void *record);       /* NULL: never */
    coding_status (*status)(const void *answer); /* of answers that carry one; NULL: always CODING_OK */
};

typedef struct coding__enumeration {
    const char        *name;    /* "Rule" */
    const char *const *members; /* in its own words: "not-yet"; NULL where a number is not used */
    uint16_t           count;   /* one past the largest number */
    uint16_t           number;
} coding__enumeration;

/* Each is called in the order of the shape; false stops the walk: the language has raised its own exception. `field`
 * comes before each value of a record and may be NULL where order is enough. */
struct coding__maker {
    void *context;
    bool (*record)(const coding__maker *maker, const coding__shape *shape); /* its values follow, then `end` */
    bool (*list)(const coding__maker *maker, size_t count);                 /* its items follow, then `end` */
    bool (*end)(const coding__maker *maker);
    bool (*field)(const coding__maker *maker, const coding__field *field);
    bool (*none)(const coding__maker *maker);
    bool (*text)(const coding__maker *maker, const char *bytes, size_t length); /* UTF-8 */
    bool (*count)(const coding__maker *maker, uint64_t count); /* as int64_t it may be below 0: cents */
    bool (*number)(const coding__maker *maker, uint64_t number);
    bool (*real)(const coding__maker *maker, double real);
    bool (*flag)(const coding__maker *maker, bool flag);
    bool (*name)(const coding__maker *maker, const coding__enumeration *names, unsigned member);
    bool (*day)(const coding__maker *maker, coding_date day);                  /* a day of the calendar */
    bool (*span)(const coding__maker *maker, size_t offset, size_t length);    /* in the unit of the call */
};

/* Generated from shapes.txt and the headers; shapes.h has the shape of each answer: coding__shape_verdict. */
extern const coding__shape *const       coding__shapes[];
extern const size_t                     coding__shape_count;
extern const coding__enumeration *const coding__enumerations[];
extern const size_t                     coding__enumeration_count;

/* Hands an answer to a maker. False with status and reason in `error` where the answer carries a status that is not
 * CODING_OK; false with CODING_OK there where the maker stopped. */
bool coding__hand_over(const coding__ask *ask, const coding__shape *shape, const void *answer,
                       const coding__maker *maker, coding_error *error);

#endif
