/**
 * @file
 * # Reading a note
 *
 * A coder reads what a physician wrote and turns it into codes. This chapter does the reading: it finds where the note
 * speaks of something that has a code, says in which section it stands and how it is asserted (denied, suspected, of the
 * past, of the family, not yet happened), and proposes codes with the words that lead to each. It copies nothing out of the
 * note, states no diagnosis of its own, and asks what the documentation lacks instead of guessing.
 *
 *     static const char note[] = "HPI: denies chest pain.\nA/P: Type 2 DM with CKD stage 3b, on insulin.";
 *     coding_annotation read = coding_annotate(desk, note, sizeof note - 1, NULL);
 *     for (size_t i = 0; i < read.code_count; i++) {
 *         char text[CODING_CODE_TEXT];
 *         puts(coding_code_format(coding_entry_code(read.codes[i].entry), text));
 *     }
 *
 * prints E11.22, N18.32 and Z79.4. What is denied, of the family, or hypothetical is among the mentions and never among
 * the codes.
 */
#ifndef CODING_ANNOTATE_H
#define CODING_ANNOTATE_H

#include <coding/search.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Where the patient is: the guidelines code uncertain diagnoses of a stay, and not those of a visit. */
typedef enum coding_setting {
    CODING_SETTING_OUTPATIENT = 0, /**< A visit, of whatever kind. */
    CODING_SETTING_INPATIENT = 1   /**< A stay, at its end. */
} coding_setting;

/** What a section of a note is for; names by coding_passage_name. */
typedef enum coding_passage {
    CODING_PASSAGE_OTHER = 0,        /**< No heading, or one that nobody knows. */
    CODING_PASSAGE_COMPLAINT = 1,    /**< Chief complaint, reason for the visit. */
    CODING_PASSAGE_PRESENT = 2,      /**< History of present illness. */
    CODING_PASSAGE_PAST = 3,         /**< Past medical history, problem list. */
    CODING_PASSAGE_SURGICAL = 4,     /**< Past surgical history. */
    CODING_PASSAGE_FAMILY = 5,       /**< Family history. */
    CODING_PASSAGE_SOCIAL = 6,       /**< Social history. */
    CODING_PASSAGE_MEDICATION = 7,   /**< Medications. */
    CODING_PASSAGE_ALLERGY = 8,      /**< Allergies. */
    CODING_PASSAGE_REVIEW = 9,       /**< Review of systems. */
    CODING_PASSAGE_EXAM = 10,        /**< Physical examination, vital signs. */
    CODING_PASSAGE_RESULT = 11,      /**< Laboratory, imaging, pathology. */
    CODING_PASSAGE_ASSESSMENT = 12,  /**< Assessment, impression, plan, diagnoses. */
    CODING_PASSAGE_OPERATION = 13,   /**< Postoperative diagnosis, the operation itself. */
    CODING_PASSAGE_INDICATION = 14,  /**< Indication, preoperative diagnosis. */
    CODING_PASSAGE_COURSE = 15,      /**< Hospital course. */
    CODING_PASSAGE_INSTRUCTION = 16, /**< Instructions to the patient. */
    CODING_PASSAGE_TEMPLATE = 17     /**< Signatures, disclaimers. */
} coding_passage;

/** How something is asserted: a mask, for a relative may also be without it. 0: of the patient, and so. */
typedef enum coding_assertion {
    CODING_ASSERT_NEGATED = 1,     /**< Denied, absent, ruled out. */
    CODING_ASSERT_UNCERTAIN = 2,   /**< Possible, probable, suspected, to be ruled out. */
    CODING_ASSERT_HISTORICAL = 4,  /**< Of the past. */
    CODING_ASSERT_FAMILY = 8,      /**< Of somebody else. */
    CODING_ASSERT_HYPOTHETICAL = 16 /**< If it comes to that; to be watched for. */
} coding_assertion;

/** Something the note speaks of. */
typedef struct coding_mention {
    coding_span         span;      /**< Its bytes in the note. */
    coding_span         cue;       /**< The bytes that decided how it is asserted; empty: its section, or nothing. */
    coding_passage passage;   /**< The section it stands in. */
    uint32_t            assertion; /**< Mask of coding_assertion. */
    coding_entry        entry;     /**< The code that its own words have; no entry: a code-shaped word of no book. */
    const char         *concept;   /**< The words of the book that were met; text of the book or on the desk. */
    float               confidence;/**< 0 to 1: how much of the code's own words the note has. */
    uint32_t            sentence;  /**< Counted from 0. */
    char                spare[8];  /**< 0. */
} coding_mention;

/** Why a code is proposed, or withheld. */
typedef enum coding_reason {
    CODING_REASON_STATED = 0,      /**< Stated, of the patient, now. */
    CODING_REASON_COMBINED = 1,    /**< Two conditions with one code between them. */
    CODING_REASON_HISTORY = 2,     /**< Of the past: a Z code. */
    CODING_REASON_FAMILY = 3,      /**< Of the family: a Z code. */
    CODING_REASON_UNCERTAIN = 4,   /**< Uncertain at the end of a stay: coded as if established. */
    CODING_REASON_STATUS = 5,      /**< A status: long-term drug, absence of an organ, device. */
    CODING_REASON_WRITTEN = 6,     /**< The code itself is written in the note. */
    CODING_REASON_INTEGRAL = 7,    /**< Withheld: a symptom that a coded condition explains. */
    CODING_REASON_SUSPECTED = 8,   /**< Withheld: uncertain, and no stay. */
    CODING_REASON_FINDING = 9,     /**< Withheld: a result, without a provider's word. */
    CODING_REASON_AMBIGUOUS = 10   /**< Withheld: an abbreviation with several meanings. */
} coding_reason;

/** A code that the note supports, or seems to. */
typedef struct coding_proposal {
    coding_entry    entry;    /**< The code, of the day. */
    coding_reason   reason;   /**< Why. */
    bool            withheld; /**< Shown, and not proposed. */
    uint32_t        lacks;    /**< Mask of coding_axis: what the documentation leaves open. */
    float           confidence; /**< 0 to 1. */
    const uint32_t *mentions; /**< On the desk: the mentions that lead to it, as indexes. */
    size_t          mention_count; /**< How many. */
    const char     *query;    /**< An open question to the physician about what is lacking; NULL: nothing is. */
} coding_proposal;

/** How to read. Zeroed but for `size`: an outpatient's note, today's codes where an edition reaches it. */
typedef struct coding_note_options {
    size_t         size;     /**< sizeof(coding_note_options). */
    coding_date    on;       /**< The day of service; 0: newest editions. */
    coding_setting setting;  /**< Where the patient is. */
    char           spare[16];/**< 0. */
} coding_note_options;

/** A note that was read. Lists lie on the desk; spans are bytes of the caller's note. */
typedef struct coding_annotation {
    coding_status          status;   /**< CODING_OK, CODING_NO_MEMORY; CODING_NOT_IN_BOOK: no language in the book. */
    const coding_mention  *mentions; /**< In the order of the note. */
    size_t                 mention_count; /**< How many. */
    const coding_proposal *codes;    /**< Proposed ones in a coder's order, then those withheld. */
    size_t                 code_count; /**< How many, of both. */
} coding_annotation;

/**
 * Reads a note. Bytes that are no UTF-8 are passed over. Time grows with the note, memory with what is found in it. Words
 * that were copied to the stack are wiped on return, and those on the desk by coding_desk_clear.
 */
CODING_API coding_annotation coding_annotate(coding_desk *desk, const char *text, size_t length,
                                             const coding_note_options *options);

/** `assessment`, `family` and so on. Never NULL. */
CODING_API const char *coding_passage_name(coding_passage passage);
/** `stated`, `integral` and so on. Never NULL. */
CODING_API const char *coding_reason_name(coding_reason reason);

#ifdef __cplusplus
}
#endif

#endif
