/* Damage as it comes: each kind of formats, section 10, done to a good code, and undone again in every way that leads
 * to a code. The undoing shares nothing with the library's repairs: it writes candidates out and asks which stand, and
 * so tells where a text has one answer and where it has several. */
#ifndef TESTS_EXPERIMENTS_DAMAGE_H
#define TESTS_EXPERIMENTS_DAMAGE_H

#include <coding.h>

enum { DAMAGE_TEXT = 640, ORIGINALS_MOST = 64 };

/* Chance with a seed: the same on every machine. */
typedef struct dice {
    uint64_t state;
} dice;

/* 0 to `sides` - 1. */
uint32_t roll(dice *d, uint32_t sides);

/* A good code that is to be damaged. */
typedef struct subject {
    coding_code code;
    coding_code other;              /* another good code, for fields that hold two */
    char        text[CODING_CODE_TEXT];
    char        bare[CODING_CODE_TEXT];
    char        other_text[CODING_CODE_TEXT];
    const char *title;
} subject;

/* Codes that stand and that the damage could have been done to. */
typedef struct originals {
    const coding_desk *desk;
    coding_system      system;
    coding_date        on;
    coding_code        items[ORIGINALS_MOST];
    size_t             count;
} originals;

/* What the answer should be. */
typedef enum expectation {
    EXPECT_SILENCE, /* read as it is, without a suggestion */
    EXPECT_ONE,     /* the code */
    EXPECT_BOTH,    /* both codes of the field */
    EXPECT_AMONG    /* the code among others that are as good */
} expectation;

typedef struct damage {
    coding_system system;
    coding_date   on;
    const char   *row;  /* of the table in formats, section 10 */
    const char   *name;
    expectation   expect;
    bool        (*make)(dice *d, const subject *s, char text[DAMAGE_TEXT]); /* false: it cannot befall this code */
    void        (*undo)(const char *text, originals *found);                /* NULL: it loses nothing */
} damage;

/* Letters and digits that are taken for a character, it aside; l is for I. */
const char *lookalikes_of(char c);

void undo_form(const char *text, originals *found);         /* marks that are no part of the code */
void undo_behind(const char *text, originals *found);       /* something behind it */
void undo_placeholders(const char *text, originals *found);
void undo_one_lookalike(const char *text, originals *found);
void undo_every_lookalike(const char *text, originals *found);
void undo_spreadsheet(const char *text, originals *found);  /* a number, or characters that lost their zeros */
void undo_zeros(const char *text, originals *found);        /* after the letter of HCPCS, before all of ICD-10-PCS */

extern const damage damages[];
extern const size_t damage_count;

#endif
