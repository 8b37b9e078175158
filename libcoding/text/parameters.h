/* What the parts of a search weigh against one another. The numbers stand in libcoding/tables/parameters.tsv, which
 * tests/search/fit.py sets on the tuned part of the development set, and in a book as `search.numbers`: a u32 each, in
 * millionths, in the order of this list. A number that a book does not have is the one that stands here. New ones go to
 * the end. */
#ifndef CODING_TEXT_PARAMETERS_H
#define CODING_TEXT_PARAMETERS_H

#include "book/book.h"

/* X(name, number in millionths): */
#define CODING__PARAMETERS(X)                                                                                         \
    X(fit, 500000)              /* how much it matters that a text says nothing that was not asked */                 \
    X(denied, 80000)            /* weight of a word that a text denies and nobody asked */                            \
    X(rest, 900000)             /* of a title with "other" */                                                         \
    X(optional, 940000)         /* what a word in brackets answers */                                                 \
    X(bracket, 500000)          /* weight of a word in brackets that was asked for */                                 \
    X(inclusion, 995000)        /* of an inclusion term */                                                            \
    X(index, 990000)            /* of a path of the Alphabetic Index */                                               \
    X(title, 1000000)           /* of a title */                                                                      \
    X(little, 350000)           /* documents with only such a part of the query are not met */                        \
    X(half, 500000)             /* a document covers at least this part of what the best one covers */                \
    X(unread, 100000)           /* where words that were not read are more of the query than this: more candidates */ \
    X(far_behind, 400000)       /* a row with less than this part of the best score is not what is meant */           \
    X(above, 950000)            /* what a word of a title above the variant answers */                                \
    X(excess, 500000)           /* weight of a word that a variant adds and nobody asked */                           \
    X(same, 920000)             /* of a word of like meaning */                                                       \
    X(see, 860000)              /* of what the Alphabetic Index says to see */                                        \
    X(stands_for, 970000)       /* of a lay term or an abbreviation */                                                \
    X(sense, 70000)             /* what each sense of an abbreviation before this one takes away */                   \
    X(common, 120000)           /* what an abbreviation loses that is a word too, in small letters */                 \
    X(least_sense, 500000)      /* no sense of an abbreviation is worth less */                                       \
    X(denied_share, 300000)     /* of a word of the query that is denied */                                           \
    X(beside_share, 650000)     /* of one said beside the matter: "s/p", "due to" */                                  \
    X(longer, 1400000)          /* what a word stands for weighs at most so much more than the word */

/* The place of each in the list. */
typedef enum coding__parameter {
#define CODING__PARAMETER_ENUM(name, millionths) CODING__PARAMETER_##name,
    CODING__PARAMETERS(CODING__PARAMETER_ENUM)
#undef CODING__PARAMETER_ENUM
    CODING__PARAMETER_TOTAL
} coding__parameter;

enum { CODING__PARAMETER_UNIT = 1000000, CODING__PARAMETER_MOST = 100 * CODING__PARAMETER_UNIT };

typedef struct coding__parameters {
#define CODING__PARAMETER_FIELD(name, millionths) float name;
    CODING__PARAMETERS(CODING__PARAMETER_FIELD)
#undef CODING__PARAMETER_FIELD
} coding__parameters;

/* Name in the table, and the number that stands where a book has none. */
typedef struct coding__parameter_form {
    const char *name;
    uint32_t    millionths;
} coding__parameter_form;
extern const coding__parameter_form coding__parameter_forms[CODING__PARAMETER_TOTAL];

/* Those of a book. */
void coding__parameters_read(const coding_book *book, coding__parameters *parameters);

#endif
