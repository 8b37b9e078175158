/* Patients, members and stays as languages hand them in: words parted by blanks, KEY=VALUE or a code. A reader answers
 * false with the reason in `error`, which then stands where the word is. */
#ifndef CODING_BINDINGS_LINE_H
#define CODING_BINDINGS_LINE_H

#include <coding.h>

typedef struct coding__line {
    const char *next;
    const char *past;
} coding__line;

typedef struct coding__word {
    const char *text; /* all of it where there is no `=` */
    size_t      length;
    const char *value; /* behind the `=`; NULL where there is none */
    size_t      value_length;
} coding__word;

/* The next word; false behind the last. */
bool coding__line_next(coding__line *line, coding__word *word);

/* As many words as a text can have. */
static inline size_t coding__words_most(size_t length) { return length / 2 + 1; }

bool coding__word_is(const coding__word *word, const char *name);
bool coding__word_refuse(const coding__word *word, coding_error *error, const char *reason);

bool coding__word_number(const coding__word *word, uint32_t most, uint32_t *number, coding_error *error);
bool coding__word_day(const coding__word *word, coding_date *day, coding_error *error);
bool coding__word_sex(const coding__word *word, coding_sex *sex, coding_error *error); /* M, F or U; 1, 2 or 0 */
bool coding__word_flag(const coding__word *word, bool *flag, coding_error *error);     /* alone: yes */

/* One of `count` names; its place in `place`. */
bool coding__word_choice(const coding__word *word, const char *const *names, size_t count, unsigned *place,
                         coding_error *error);

/* I21.4 or I21.4/Y: how much of it is the code, and present on admission (Y, N, U, W; 1 or nothing: blank). */
bool coding__word_poa(const coding__word *word, size_t *code_length, coding_poa *poa, coding_error *error);

#endif
