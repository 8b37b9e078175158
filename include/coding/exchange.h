/**
 * @file
 * # Claims from files
 *
 * A reader takes claims out of text as payers and hospitals exchange it: X12 837P, 837I and 837D (5010; 4010 is read as
 * far as it agrees, and said so), with whatever separators the file declares, many interchanges in one file; or the
 * tidy table of docs/claims.md, one line of CSV or TSV a service. Which of them it is, the first bytes tell. Text comes
 * in pieces of any size, claims go out one at a time, and no more is held than one claim and one piece.
 *
 *     coding_claims *claims = coding_claims_new(desk);
 *     while ((length = fread(piece, 1, sizeof piece, file)) > 0) {
 *         coding_claims_feed(claims, piece, length);
 *         for (coding_claims_item item; coding_claims_next(claims, &item);) {
 *             if (item.trouble) puts(item.reason);
 *             if (item.claim) report(coding_claim_review(desk, item.claim, NULL));
 *             coding_desk_clear(desk);                            // the claim is gone, the reader goes on
 *         }
 *     }
 *     coding_claims_finish(claims);                               // then coding_claims_next once more, as above
 *     coding_claims_free(claims);
 *
 * Nothing is lost in silence: a broken claim is an item that says what, where and what would mend it, and the next
 * claim is read.
 */
#ifndef CODING_EXCHANGE_H
#define CODING_EXCHANGE_H

#include <coding/claim.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What is wrong with a file of claims. */
typedef enum coding_claims_trouble {
    CODING_CLAIMS_FINE = 0,       /**< Nothing. */
    CODING_CLAIMS_FORMAT = 1,     /**< Neither X12 nor a table of claims, from the place on. */
    CODING_CLAIMS_ENVELOPE = 2,   /**< ISA, GS, ST, SE, GE or IEA do not fit together. */
    CODING_CLAIMS_COUNT = 3,      /**< A count of SE, GE or IEA is not what was read. */
    CODING_CLAIMS_VERSION = 4,    /**< A version or transaction that is not read, or not wholly. */
    CODING_CLAIMS_SEGMENT = 5,    /**< A segment is missing, or stands where it cannot. */
    CODING_CLAIMS_ELEMENT = 6,    /**< An element is missing or says what it cannot. */
    CODING_CLAIMS_COLUMN = 7,     /**< A column of the table is missing or unknown. */
    CODING_CLAIMS_CELL = 8,       /**< A cell of the table says what it cannot. */
    CODING_CLAIMS_CUT = 9,        /**< The text ends inside something. */
    CODING_CLAIMS_MEMORY = 10     /**< There was no memory: something of the text is lost. */
} coding_claims_trouble;

/** A claim, or trouble, or a claim with trouble in it. Texts lie on the desk. */
typedef struct coding_claims_item {
    coding_claim         *claim;    /**< On the desk; NULL where only trouble is told. A claim comes with its first trouble,
                                         the others follow as items without one. */
    coding_claims_trouble trouble;  /**< What is wrong; CODING_CLAIMS_FINE if nothing. */
    const char           *reason;   /**< As a sentence: what, where and what would mend it; empty if nothing. */
    const char           *segment;  /**< "SV1", or the table's column; empty if none. */
    uint32_t              number;   /**< Of the segment in its transaction set, as SE01 counts; of the table the line. */
    uint32_t              element;  /**< Counted from 1; 0: the segment as a whole. */
    uint64_t              offset;   /**< Bytes of the whole text before the segment or line. */
    const char           *version;  /**< "005010X222A1"; empty for a table. */
} coding_claims_item;

/** A reader of claims. Opaque; it keeps what it holds apart from the lists of its desk. */
typedef struct coding_claims coding_claims;

/** A reader that puts its claims on `desk`. NULL where there is no memory. Free it before the desk. */
CODING_API coding_claims *coding_claims_new(coding_desk *desk);
/** Hands in more text; it is lent until coding_claims_next has answered false. */
CODING_API void coding_claims_feed(coding_claims *claims, const char *text, size_t length);
/** Says that no more comes: what is unfinished becomes trouble. */
CODING_API void coding_claims_finish(coding_claims *claims);
/** The next claim or trouble; false where more text is needed, or none comes any more. */
CODING_API bool coding_claims_next(coding_claims *claims, coding_claims_item *item);
/** Frees the reader. NULL is allowed. */
CODING_API void coding_claims_free(coding_claims *claims);

/**
 * A claim from one line, as people write it at a prompt and tests in a table; `|` parts its pieces, blanks their words:
 *
 *     professional 2024-07-15 F 45 pos=11 | dx K63.5 E11.9 | 45385-59 x1 >1 $850 | 45378
 *     inpatient 2026-01-10..2026-01-14 M 70 status=01 | dx I21.4/Y N17.9/N | pcs 02703DZ@2026-01-10
 *
 * The first piece names kind, day or days, sex, age (`0` a newborn's), and `status= bill= pos= id= npi= born= charge=`.
 * `dx`, `admit`, `reason` and `cause` begin diagnoses, `/Y` is present on admission; `pcs` begins procedures. Any other
 * piece is a line: code and modifiers, `x` units, `@` day or days, `>` pointers, `$` charge, `pos= rev= npi= ndc=`.
 * NULL with the word and what would mend it in `error`; codes are not judged here. docs/claims.md has the whole form.
 */
CODING_API coding_claim *coding_claim_parse(coding_desk *desk, const char *text, size_t length, coding_error *error);

/** `envelope`, `element` and so on. Never NULL. */
CODING_API const char *coding_claims_trouble_name(coding_claims_trouble trouble);

#ifdef __cplusplus
}
#endif

#endif
