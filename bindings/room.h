/* A book as other languages hold it: with its desks out of sight. A call borrows one, and gives it back cleared; close
 * frees the idle ones at once and a borrowed one on its return, so that nobody's call loses the ground it stands on.
 * Borrowing may happen in any thread. Where a language can free the room itself while a call is running (none that
 * counts references can), it must keep it for the call. */
#ifndef CODING_BINDINGS_ROOM_H
#define CODING_BINDINGS_ROOM_H

#include <stdatomic.h>

#include <coding.h>

/* Nobody named a day: today where an edition of the system reaches it, else its newest edition. */
#define CODING__TODAY UINT32_MAX

enum { CODING__IDLE_DESKS = 16, CODING__SYSTEM_NUMBERS = 128 };

typedef struct coding__room {
    coding_book *_Atomic book;   /* NULL: closed, by whatever thread */
    coding_desk         *reader; /* never borrowed and never written: for verdicts that need no list */
    coding_desk         *idle[CODING__IDLE_DESKS];
    unsigned             idle_count;
    atomic_flag          locked;
    _Atomic uint64_t     days[CODING__SYSTEM_NUMBERS]; /* what CODING__TODAY means: quarter of an hour << 32 | day */
} coding__room;

/* What depends on a day, with that day: titles are of it. */
typedef struct coding__dated_entry {
    coding_entry entry;
    coding_date  on;
} coding__dated_entry;

typedef struct coding__dated_entries {
    coding_entries entries;
    coding_date    on;
} coding__dated_entries;

typedef struct coding__dated_hits {
    coding_hits hits;
    coding_date on;
} coding__dated_hits;

typedef struct coding__rows {
    uint32_t first;
    uint32_t past;
} coding__rows;

/* Numbers of a sample. */
typedef struct coding__numbers {
    coding_status   status;
    const uint64_t *items;
    size_t          count;
} coding__numbers;

/* A claim of a file, or trouble, or both; with what every rule says of it. */
typedef struct coding__claim_item {
    coding_claims_item item;
    const char        *id;     /* NULL where it has none */
    coding_review      review; /* of no claim where there is none */
} coding__claim_item;

typedef struct coding__claim_items {
    coding_status             status;
    const coding__claim_item *items;
    size_t                    count;
} coding__claim_items;

/* A diagnosis of a member, and what became of it. */
typedef struct coding__risk_diagnosis {
    coding_code     code; /**< The code itself. */
    coding_date     on;   /**< Day of service; none: it is known to lie in the year. */
    coding_risk_use use;  /**< What became of it. */
} coding__risk_diagnosis;

/* A score with the diagnoses that were asked, and its sum in words. */
typedef struct coding__risk_told {
    coding_risk_score             score;
    const coding__risk_diagnosis *diagnoses; /**< As they were given; categories name them by their places, from 0. */
    size_t                        diagnosis_count;
    const char                   *text; /**< The sum and what was done with it, term by term. */
} coding__risk_told;

/* A score's part in a blend. */
typedef struct coding__risk_share {
    uint32_t          share; /**< Thousandths. */
    coding__risk_told told;
} coding__risk_share;

typedef struct coding__risk_blend {
    coding_status             status;
    int32_t                   payment; /**< Thousandths, with the frailty that was said. */
    const coding__risk_share *items;   /**< Each with its own trace. */
    size_t                    count;
} coding__risk_blend;

/* Phrases of a text, and what of it may go on in what follows. */
typedef struct coding__scanned {
    coding_status        status;
    const coding_phrase *items;
    size_t               count;
    coding_span          rest;
} coding__scanned;

/* An operation, with its characters as a list. */
typedef struct coding__operation {
    coding_operation             told;
    const coding_operation_axis *axes; /**< Its seven characters. */
    size_t                       axis_count;
} coding__operation;

typedef struct coding__operations {
    coding_status            status;
    const coding__operation *items;
    size_t                   count;
} coding__operations;

/* The categories of a code as a list; what is no category has no name. */
typedef struct coding__ccsr {
    coding_status               status;
    const char                 *version; /**< "2025.1". */
    const coding_ccsr_category *items;   /**< In AHRQ's order; empty: the version does not know the code. */
    size_t                      count;
    coding_ccsr_category        inpatient;  /**< Default of a principal diagnosis; none where it may not be one. */
    coding_ccsr_category        outpatient; /**< Default of a first-listed diagnosis; none where it may not be one. */
    coding_source               source;     /**< The row. */
} coding__ccsr;

coding__room *coding__room_open(const char *path, coding_error *error);
void          coding__room_close(coding__room *room);
void          coding__room_free(coding__room *room);
bool          coding__room_is_closed(coding__room *room);

/* A desk for one call. NULL with the reason: the book is closed, or there is no memory. */
coding_desk *coding__room_borrow(coding__room *room, coding_error *error);
/* Clears the desk and takes it back; it may be NULL. */
void coding__room_give_back(coding__room *room, coding_desk *desk);

/* The day that a question means. */
coding_date coding__room_day(coding__room *room, coding_system system, coding_date on);
/* The same of a search: without a system the newest editions, so that one that has just ended is not lost. */
coding_date coding__room_search_day(coding__room *room, coding_system system, coding_date on);

coding_verdict coding__room_check(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                  coding_system system, coding_date on);
/* The bare verdict on a text: as coding_check_text, except that a code of another system is malformed here. */
coding_rule coding__room_verdict(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                 coding_system system, coding_date on);

/* The code of a text, in the book or not; CODING_ANY finds the system. 0 where it is none. */
coding_code coding__code_of_text(coding_desk *desk, coding_system system, const char *text, size_t length);
/* The row of a text; CODING_ANY finds the system. `error` says so where there is none; it may be NULL. */
coding_entry coding__entry_of_text(coding_desk *desk, coding_system system, const char *text, size_t length,
                                   coding_error *error);
bool         coding__poa_exempt(coding_entry entry, coding_date on, coding_error *error);

#endif
