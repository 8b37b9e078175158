/**
 * @file
 * # Reading an operative report
 *
 * A procedure of ICD-10-PCS is seven answers: section, body system, root operation, body part, approach, device,
 * qualifier. This chapter takes them from the words of a report, each with the bytes that led to it: the objective by
 * the definitions of root operations and guideline B3, the body part by its name or a name of what belongs to it, the
 * approach by guideline B5, a device that remains by B6. Only what the tables hold on that day is answered. What the
 * words leave open stays open, with the values that the table still has and an open question to the surgeon.
 *
 *     static const char report[] = "PROCEDURE: Laparoscopic appendectomy.\nDESCRIPTION: ... converted to open.";
 *     coding_operations read = coding_operate(desk, report, sizeof report - 1, NULL);
 *     for (size_t i = 0; i < read.count; i++) printf("%s  %s\n", read.items[i].code, read.items[i].root);
 *
 * prints "0DTJ0ZZ  Resection" and "0DJD4ZZ  Inspection". The body of the report counts before its title.
 */
#ifndef CODING_OPERATE_H
#define CODING_OPERATE_H

#include <coding/annotate.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What became of an operation; names by coding_outcome_name. All but the first two are withheld. */
typedef enum coding_outcome {
    CODING_OUTCOME_DONE = 0,         /**< Performed. */
    CODING_OUTCOME_CONVERTED = 1,    /**< Begun by an endoscope and made open (B5.2, B3.2d). */
    CODING_OUTCOME_DISCONTINUED = 2, /**< Begun and not finished: what was done is coded, or an inspection (B3.3). */
    CODING_OUTCOME_PLANNED = 3,      /**< Not done yet, or only possible. */
    CODING_OUTCOME_OMITTED = 4,      /**< Said not to have been done. */
    CODING_OUTCOME_PAST = 5          /**< Done at another time. */
} coding_outcome;

/** Why an axis has its value; names by coding_ground_name. */
typedef enum coding_ground {
    CODING_GROUND_OPEN = 0,   /**< It has none: the words do not say. */
    CODING_GROUND_WORDS = 1,  /**< Words beside the operation. */
    CODING_GROUND_REPORT = 2, /**< Words elsewhere in the report. */
    CODING_GROUND_NAME = 3,   /**< The name of the operation means it. */
    CODING_GROUND_RULE = 4,   /**< A guideline says so. */
    CODING_GROUND_TABLE = 5,  /**< The table has no other. */
    CODING_GROUND_SILENCE = 6 /**< Nothing is said, and the table has a value for that: no device, no qualifier. */
} coding_ground;

/** One of the seven characters. Text belongs to the book or lies on the desk. */
typedef struct coding_operation_axis {
    const char         *name;      /**< "Approach". */
    const char         *label;     /**< "Percutaneous Endoscopic"; "" where it is open. */
    const char         *guideline; /**< "B5.2"; "" where none is behind it. */
    const char         *query;     /**< An open question to the surgeon; NULL where it has a value. */
    const coding_value *values;    /**< Where it is open: what the table still has; on the desk. */
    size_t              value_count; /**< How many. */
    coding_span         span;      /**< The bytes that led to its value; empty where none did. */
    coding_ground       ground;    /**< Why. */
    char                value;     /**< Its character; '_' where it is open. */
    char                spare[3];  /**< 0. */
} coding_operation_axis;

/** One operation that the report speaks of. */
typedef struct coding_operation {
    coding_span           span;      /**< The bytes that name it. */
    coding_span           cue;       /**< The bytes that decided how it is asserted or what became of it, else empty. */
    coding_passage        passage;   /**< The section it stands in. */
    uint32_t              assertion; /**< Mask of coding_assertion. */
    coding_outcome        outcome;   /**< What became of it. */
    uint32_t              open;      /**< Axes that are open: bit n for the n-th, from 0. */
    uint32_t              codes;     /**< Codes of that day that it may still be; 0: no table has such an operation. */
    bool                  withheld;  /**< Shown, and not to be coded as it stands. */
    char                  code[CODING_CODE_TEXT]; /**< Its seven characters, '_' for those that are open: "0DTJ_ZZ". */
    coding_entry          entry;     /**< The code, where nothing is open; else the longest beginning that is a row. */
    const char           *root;      /**< "Resection"; "" where that is open. */
    const char           *definition;/**< What the code set means by it, in short. */
    const char           *guideline; /**< The guideline that it rests on: "B3.8"; "" for the definition alone. */
    coding_operation_axis axes[7];   /**< The characters. */
    const coding_hit     *services;  /**< Candidates of HCPCS, and of CPT where the book has its descriptors. */
    size_t                service_count; /**< How many. */
    coding_source         source;    /**< The table's row that knows its name. */
} coding_operation;

/** Operations of a report. */
typedef struct coding_operations {
    coding_status           status; /**< CODING_OK, CODING_NO_MEMORY; CODING_NOT_IN_BOOK: no ICD-10-PCS, or no words. */
    const coding_operation *items;  /**< On the desk, in the order of the report. */
    size_t                  count;  /**< How many, at most 64. */
} coding_operations;

/**
 * Reads the operative part of a report: what stands under headings of procedures and their description; all of a text
 * that has no heading. Of `options` the day is asked. Bytes that are no UTF-8 are passed over. Time grows with the
 * text; memory with the operations, which are at most 64.
 */
CODING_API coding_operations coding_operate(coding_desk *desk, const char *text, size_t length,
                                            const coding_note_options *options);

/** `done`, `converted`, `discontinued`, `planned`, `omitted`, `past`. Never NULL. */
CODING_API const char *coding_outcome_name(coding_outcome outcome);
/** `open`, `words`, `report`, `name`, `rule`, `table`, `silence`. Never NULL. */
CODING_API const char *coding_ground_name(coding_ground ground);

#ifdef __cplusplus
}
#endif

#endif
