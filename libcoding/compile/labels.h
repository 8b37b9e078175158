/* Labels of ICD-10-PCS values, from the inside. The order file has titles and no labels, so the labels are read out of
 * the titles:
 *
 *     labels_read.c     titles become parts: words, the little words between them, what is fixed
 *     labels_vote.c     codes that differ in one axis tell which words belong to it
 *     labels_speak.c    what each title calls the values of its code
 *     labels_settle.c   what the titles of a table agree on, and where a longer beginning means something else
 *     labels.c          the section */
#ifndef CODING_COMPILE_LABELS_H
#define CODING_COMPILE_LABELS_H

#include "compile/weave.h"

enum { CODING__AXES = 7, CODING__TABLE_AXES = 3, CODING__TITLE_PARTS = 96, CODING__TITLE_BYTES = 1024 };

typedef enum coding__part_kind {
    CODING__PART_WORD,
    CODING__PART_AND,   /* "and", "or": of no axis by themselves, they end nothing */
    CODING__PART_LEAD,  /* "with", "to", a comma: a new piece begins */
    CODING__PART_STOP   /* root operation, approach, new technology group: no label reaches across */
} coding__part_kind;

/* A part of a title: `length` bytes at `offset`. */
typedef struct coding__part {
    uint32_t          term;     /* a word with the lead of its piece, numbered; of other kinds 0 */
    uint16_t          offset;
    uint16_t          length;
    coding__part_kind kind;
} coding__part;

/* A code and its title; tables are rows of three characters. */
typedef struct coding__titled {
    coding_code  code;
    coding__word title;
    coding__word root;          /* its root operation */
    uint32_t     part;          /* first of its parts */
    uint32_t     parts;         /* 0: its title is of no use */
    bool         newest;        /* stands in the newest edition */
} coding__titled;

/* What a title calls a value: the character of `code` at `axis`. */
typedef struct coding__spoken {
    coding_code  code;
    coding__word title;
    coding__word text;
    uint8_t      axis;
    bool         whole;         /* of pieces that speak of no other axis */
    bool         newest;
} coding__spoken;

/* For how many groups of codes that differ in one axis alone a word came and went with that axis. */
typedef struct coding__votes {
    uint32_t axis[CODING__AXES + 1];
} coding__votes;

typedef struct coding__labels {
    coding__weave   *weave;
    coding__vector   rows;      /* coding__titled, by code: a table before its codes */
    coding__vector   parts;     /* coding__part */
    coding__code_map terms;     /* lead and word to term; terms count from 1 */
    coding__vector   leads;     /* uint32_t: a number for the little word that leads a term; 0: a comma */
    coding__vector   votes;     /* coding__votes */
    coding__code_map ballots;   /* scope and term to votes */
    coding__code_map counts;    /* of codes: with a value, with a term, with both */
    coding__vector   spoken;    /* coding__spoken */
} coding__labels;

static inline coding__titled *coding__titled_at(const coding__labels *labels, size_t index)
{
    return (coding__titled *)labels->rows.items + index;
}
static inline const coding__part *coding__parts_of(const coding__labels *labels, const coding__titled *row)
{
    return row->parts ? (const coding__part *)labels->parts.items + row->part : NULL;
}

/* The past of the table that begins at a row. */
size_t coding__table_past(const coding__labels *labels, size_t first);

/* A number for a few texts and numbers; two different things share one by accident only. */
uint64_t coding__hash_text(uint64_t hash, const char *text, size_t length);
uint64_t coding__hash_number(uint64_t hash, uint64_t number);

/* How far two texts begin with the same whole words. */
size_t coding__common_words(const char *a, size_t length, const char *b);

/* Is what this character stands for left unsaid? "No Device", "No Qualifier". */
static inline bool coding__is_silent(coding_code code, unsigned axis)
{
    return axis > 4 && coding_code_character(code, axis - 1) == 'Z';
}

/* The approach of a code ("Percutaneous"), where its fifth character is one; else NULL. Approaches mean the same in
 * every table that has them. */
const char *coding__approach_of(coding_code code);

/* Is the value told by a fixed place in the title, so that no word is asked about it? */
bool coding__is_fixed(coding_code code, unsigned axis);

void coding__labels_read(coding__labels *labels);
void coding__labels_vote(coding__labels *labels);
void coding__labels_speak(coding__labels *labels);
void coding__labels_settle(coding__labels *labels);

/* Opinions on the axis (4 to 7) that a word of a code's title speaks of; 0 where it is open. */
typedef unsigned coding__opinion(const coding__labels *labels, const coding__titled *row, uint32_t term);
coding__opinion  coding__axis_here;      /* the votes of its table; where they are divided, the value beside it */
coding__opinion  coding__axis_beside;    /* the value that is found in the same codes */
coding__opinion  coding__axis_led;       /* other words after the same little word of the same root operation */
coding__opinion  coding__axis_nearby;    /* the votes of its body system, then of its section */

/* Notes what a title calls a value. */
void coding__voice(coding__labels *labels, const coding__titled *row, unsigned axis, const char *text, size_t length,
                   bool whole);

#endif
