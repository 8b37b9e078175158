/* The working memory of a search, kept on the desk from one to the next, and the steps that use it:
 *
 *     match.c     documents that share telling words with the query
 *     contain.c   those alone that the query has nearly whole
 *     rank.c      how well each of them answers it
 *     concept.c   from the condition down to the code that the query asks for
 *     search.c    all of it, and the answer
 *     cover.c     all of it, where a text shall say what a text of the book says and no more */
#ifndef CODING_TEXT_FINDER_H
#define CODING_TEXT_FINDER_H

#include "entry/desk.h"
#include "text/query.h"

enum {
    CODING__FINDER_READ = 16,           /* terms whose postings are read */
    CODING__FINDER_DOCUMENTS = 24576,   /* met at most */
    CODING__FINDER_POSTINGS = 20000,    /* read, unless one word alone has more */
    CODING__FINDER_CANDIDATES = 320,    /* where words that matter were not looked up; */
    CODING__FINDER_FEW = 96,            /* else these are enough */
    CODING__FINDER_CONCEPTS = 24,       /* rows that are led down to a code */
    CODING__FINDER_HITS = 512
};

typedef struct coding__candidate {
    uint32_t document;
    float    promise;   /* the most that it may score */
} coding__candidate;

typedef struct coding__best {
    uint32_t row;
    uint32_t document;  /* that answers best of those that lead to the row */
    float    score;
} coding__best;

typedef struct coding__found {
    uint32_t row;       /* the code that is offered */
    uint32_t document;  /* the text that led there */
    uint32_t open;      /* mask of coding_axis */
    float    score;
    uint64_t terms;
} coding__found;

/* Which rows may be answered. */
typedef struct coding__scope {
    uint32_t    first, past;    /* rows */
    uint32_t    wanted;         /* of them */
    coding_date on;
    bool        billable_only;
    bool        any_system;
} coding__scope;

typedef struct coding__finder {
    coding__query     query;
    coding__scope     scope;
    uint32_t          used[CODING__FINDER_DOCUMENTS];  /* documents that were met */
    uint32_t          used_count;
    uint32_t          rows[2], within[2];   /* the rows asked about last, and the documents that lead to them */
    uint16_t          levels[CODING__FINDER_DOCUMENTS]; /* what each of them promises */
    coding__candidate candidates[CODING__FINDER_CANDIDATES];    /* the most promising first */
    uint32_t          candidate_count, candidate_most;
    coding__best      best[CODING__FINDER_CONCEPTS];    /* best first */
    uint32_t          best_count;
    coding__found     found[CODING__FINDER_HITS];      /* best first */
    uint32_t          found_count;
    uint32_t          documents;
    coding__listener  listener;
    uint16_t          met[];    /* by document: the terms it was met with, by the order in which they were read */
} coding__finder;

/* The finder of a desk; NULL where there is no memory. */
coding__finder *coding__finder_of(coding_desk *desk);

/* Fills the best, for the query and within the scope that stand in the finder. */
void coding__finder_weigh(coding__finder *finder);

/* Fills the best with what the query has nearly whole: at least so much of each document, which is no less than
 * CODING__KEY_LACKING leaves. Only where coding__can_contain says so. */
void coding__contain(coding__finder *finder, float least);
bool coding__can_contain(const coding_book *book, const coding__scope *scope);

/* Looks at a document, and enters it among the best if it is in the scope, good enough, and says hardly more than was
 * asked: at least so much of what it says. */
void coding__finder_try(coding__finder *finder, uint32_t document, float least);

/* Has the words of a document on their way from memory while another one is looked at. */
void coding__finder_fetch(const coding_book *book, uint32_t document);

/* Wipes what was asked and what was found. */
void coding__finder_forget(coding__finder *finder);

static inline uint32_t coding__document_row(const coding_book *book, uint32_t document)
{
    return coding__u32(book, CODING__DOCUMENTS, document, CODING__DOCUMENT_ROW) & 0xFFFFFFu;
}

/* May the row be answered on that day? */
bool coding__scope_has(const coding_book *book, const coding__scope *scope, uint32_t row);

/* Fills the candidates. */
void coding__match(coding__finder *finder);

enum { CODING__MARKS_WORDS = 64 };

/* How a document answers. */
typedef struct coding__marks {
    float    got[CODING__QUERY_TERMS];      /* for each term how well it was found, 0 to 1 */
    float    weights[CODING__MARKS_WORDS];  /* of the words of the document that answer terms */
    uint64_t terms[CODING__MARKS_WORDS];    /* the terms that each of them answers */
    uint32_t count;                         /* of those words */
    float    unmet;                         /* weight of the words that answer none */
    bool     rest;                          /* it is one of the others, which nobody asked for */
} coding__marks;

/* Empty marks for a query. */
void coding__marks_start(const coding__query *query, coding__marks *marks);

/* Adds the words of a list to the marks; `credit` is what a word found there counts. */
void coding__rank_words(const coding__query *query, uint32_t list, float credit, bool measure, coding__marks *marks);

/* The score of these marks for a row. */
float coding__rank_score(const coding__query *query, const coding__marks *marks, uint32_t row, uint32_t field);

/* The part of the query that is answered, 0 to 1, and the terms of the ways in which it was understood. */
float coding__rank_coverage(const coding__query *query, const coding__marks *marks, uint64_t *terms);

/* The part of what the text says that was asked for, in these terms, 0 to 1. */
float coding__rank_fit(const coding__marks *marks, uint64_t terms);

/* From a row down to the code that the query asks for, or its default; UINT32_MAX where none stands. Marks gain the
 * words that decided. */
uint32_t coding__concept_code(const coding__query *query, const coding__scope *scope, uint32_t row, coding__marks *marks,
                              uint32_t *open);

#endif
