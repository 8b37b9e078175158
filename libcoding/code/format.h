/* A format: what one code system asks of a text, and how it prints a code. A new one is a file, a line in
 * CODING__FORMATS and rows in tests/vectors/parse.tsv. */
#ifndef CODING_CODE_FORMAT_H
#define CODING_CODE_FORMAT_H

#include "code/code.h"

typedef struct coding__format {
    coding_system system;
    const char   *name;
    const char   *title;

    /* Reads `text` into `parsed`, which comes zeroed: a code, and whether its spelling differs; or, answering false,
     * the first damage from the left, its span in bytes of `text`. Lower case is understood; blanks around are not
     * (code/reading.h). */
    bool (*parse)(const char *text, size_t length, coding_parsed *parsed);

    /* Writes the code's spelling and answers its end. NULL: the characters as they stand. */
    char *(*print)(coding_code code, bool bare, char *text);

    bool dotted;       /* its codes have a dot, so that a comma or a blank may stand for one */
    bool holds_number; /* instead of characters */
    char last;         /* a tenth character that all codes share and none holds; NUL: there is none */
} coding__format;

/* X(system, name in C) */
#define CODING__FORMATS(X)                                                                                             \
    X(ICD10CM, icd10cm)                                                                                                \
    X(ICD10PCS, icd10pcs)                                                                                              \
    X(ICD9CM, icd9cm)                                                                                                  \
    X(ICD9PCS, icd9pcs)                                                                                                \
    X(HCPCS, hcpcs)                                                                                                    \
    X(CPT, cpt)                                                                                                        \
    X(MODIFIER, modifier)                                                                                              \
    X(POS, pos)                                                                                                        \
    X(REVENUE, revenue)                                                                                                \
    X(TOB, tob)                                                                                                        \
    X(MSDRG, msdrg)                                                                                                    \
    X(MDC, mdc)                                                                                                        \
    X(DISCHARGE, discharge)                                                                                            \
    X(POA, poa)                                                                                                        \
    X(CVX, cvx)                                                                                                        \
    X(MVX, mvx)                                                                                                        \
    X(TAXONOMY, taxonomy)                                                                                              \
    X(CLIA, clia)                                                                                                      \
    X(CCN, ccn)                                                                                                        \
    X(DEA, dea)                                                                                                        \
    X(NDC, ndc)                                                                                                        \
    X(NPI, npi)                                                                                                        \
    X(RXCUI, rxcui)                                                                                                    \
    X(LOINC, loinc)                                                                                                    \
    X(LOINC_PART, loinc_part)                                                                                          \
    X(NDC_PRODUCT, ndc_product)                                                                                        \
    X(MBI, mbi)                                                                                                        \
    X(HICN, hicn)                                                                                                      \
    X(SSN, ssn)                                                                                                        \
    X(SCTID, sctid)

#define CODING__FORMAT_DECLARED(number, name) extern const coding__format coding__##name;
CODING__FORMATS(CODING__FORMAT_DECLARED)
#undef CODING__FORMAT_DECLARED

/* The format of a built-in system; NULL for CODING_ANY, users' own systems and numbers that are none. */
const coding__format *coding__format_of(coding_system system);

/* Is the text, as it stands, a code of the format? */
bool coding__fits(const coding__format *format, const char *text, size_t length);

/* Notes a damage, `length` bytes from `offset`, and that there is no code. Answers false, as a parse function does. */
bool coding__damage(coding_parsed *parsed, coding_damage damage, size_t offset, size_t length);

/* Notes a character that is no part of a code: blank, dash, comma, dot, or one that the system has nowhere. Blanks and
 * dashes are noted as a run. */
bool coding__damage_stray(coding_parsed *parsed, bool dotted, const char *text, size_t length, size_t at);

/* Notes that the last of `length` characters should have been `expected`. */
bool coding__damage_check_digit(coding_parsed *parsed, size_t length, char expected);

/* Writes the characters a code holds, with a dot after the first `dot` where more follow (0: none). */
char *coding__print_characters(coding_code code, size_t dot, char *text);

/* Writes a number in at least `width` digits (at most 20). */
char *coding__print_number(uint64_t number, unsigned width, char *text);

/* The number of a code that holds one. */
static inline uint64_t coding__number_of(coding_code code) { return code & (((coding_code)1 << 56) - 1); }

/* How many characters, at most `most`, stand before a blank or a dash; all of them where a text begins with one. */
size_t coding__head_of(const char *text, size_t length, size_t most);

/* Reads the modifiers that follow a code of CPT or HCPCS from `at` on, each behind blanks or a dash. */
bool coding__read_modifiers(const char *text, size_t length, size_t at, coding_parsed *parsed);

#endif
