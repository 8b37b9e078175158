/* A report as it is read: which sentences tell what was performed, how, and why, and the operations that they name,
 * each with the words that belong to it. */
#ifndef CODING_OPERATION_REPORT_H
#define CODING_OPERATION_REPORT_H

#include <coding/operate.h>

#include "entry/desk.h"
#include "note/cue.h"
#include "operation/words.h"

enum { CODING__PIECES_MOST = 8, CODING__PROCEDURES_MOST = 64, CODING__MET_MOST = 64 };

/* What a sentence tells. */
typedef enum coding__role {
    CODING__ROLE_NONE,   /* nothing of operations */
    CODING__ROLE_PHRASE, /* of a text without headings: whatever it tells */
    CODING__ROLE_TITLE,  /* what was performed */
    CODING__ROLE_BODY,   /* how */
    CODING__ROLE_REASON  /* why */
} coding__role;

/* Words of the table, where they stand. */
typedef struct coding__piece {
    coding_span span;
    uint32_t    record;
    uint16_t    records;
    uint16_t    distance; /* tokens from the name of its operation */
} coding__piece;

typedef struct coding__pieces {
    coding__piece items[CODING__PIECES_MOST];
    size_t        count;
} coding__pieces;

/* An operation that is named. */
typedef struct coding__procedure {
    uint32_t       record;
    coding_span    span;
    coding_span    cue;
    coding_span    region; /* the words that belong to it lie in it */
    coding_passage passage;
    uint32_t       assertion;
    coding_outcome outcome;
    bool           from_body;
    bool           only_seen; /* what the endoscope saw before it was converted (B3.2d) */
    bool           placed;    /* its parts say where it was, whatever its name means (several.c) */
    uint32_t       like;      /* 0, or the record of the operation beside it whose approach it shares */
    coding_span    liked;
    uint32_t       sides; /* 0: nothing said */
    coding_span    side;
    uint32_t       number; /* "x 3"; 0: nothing said */
    coding_span    numbered;
    coding__pieces words;
    coding__pieces parts;
} coding__procedure;

/* What is said for all operations of the report. */
typedef struct coding__told {
    coding__pieces words;
    coding__pieces parts;
    uint32_t       sides;
    coding_span    side;
} coding__told;

typedef struct coding__report {
    coding_desk     *desk;
    coding_date      on;
    const char      *text;
    size_t           length;
    bool             operative; /* it has headings of operations */
    coding__role     role;
    coding__sentence sentence;
    size_t           start; /* the token behind a heading that the sentence begins with */
    coding__cues     cues;
    coding__met      met[CODING__MET_MOST];
    size_t           met_count;
    coding__list     procedures; /* coding__procedure */
    coding__told     reason, body;
    coding_span      converted, aborted; /* in the body; empty: it is not said */
} coding__report;

/* Reads all of it; false where there is no memory. */
bool coding__read_report(coding__report *report);

/* What stands between two sentences of a note: headings, and lines in capitals that are taken for some. */
typedef enum coding__gap { CODING__GAP_NONE, CODING__GAP_HEADING, CODING__GAP_TEXT } coding__gap;

/* Takes the role of the headings from `at` on, up to a line that is text, or to the end (role.c). */
coding__gap coding__next_gap(coding__report *report, size_t *at, size_t past, coding_span *line);

/* The role of the sentence, where a heading of its own opens it, and where its text begins. */
void coding__settle_role(coding__report *report);

/* Is there a heading of operations anywhere? */
bool coding__is_operative(const coding_book *book, const char *text, size_t length);

/* Words of the table in the sentence, the longest first, from its start (report.c). */
void coding__meet_words(coding__report *report);

/* Does the sentence name an operation? */
bool coding__names_operation(const coding__report *report);

/* Is the token one of words that were met? Sides between them are not. */
bool coding__is_met(const coding__report *report, size_t index);

/* The operations of the sentence, with what belongs to each (assign.c); those of the body are marked so. */
void coding__assign(coding__report *report);

/* Keeps what the sentence tells for all (told.c). */
void coding__keep_told(coding__report *report, coding__told *told);

/* Bytes of tokens, from `first` to the one before `past`. */
coding_span coding__token_span(const coding__sentence *sentence, size_t first, size_t past);

/* Do two names mean the same operation? */
bool coding__same_meaning(const coding_book *book, uint32_t a, uint32_t b);

/* The next operation of the body that means what the one of the title means, from `at` on, which moves behind it; NULL
 * past the last. */
const coding__procedure *coding__next_echo(const coding__report *report, const coding__procedure *procedure,
                                           size_t *at);

/* How many, where a token says it: "x3", "x 3"; 0 for none. `past` is behind it. */
uint32_t coding__number_said(const coding__sentence *sentence, size_t index, size_t *past);

static inline void coding__add_piece(coding__pieces *pieces, coding__piece piece)
{
    if (pieces->count < CODING__PIECES_MOST) pieces->items[pieces->count++] = piece;
}

#endif
