/* A query as it was understood. Words become terms; each term may stand in a text of the book in several forms (itself,
 * a correction, a synonym). Terms lie in slots: a piece of the query with the ways to understand it, of which a text
 * needs to hold one: "s/p lap chole" has the slots {s/p | status post} {lap | laparoscopic} {chole | cholecystectomy}. */
#ifndef CODING_TEXT_QUERY_H
#define CODING_TEXT_QUERY_H

#include <coding/search.h>

#include "book/book.h"
#include "text/listener.h"
#include "text/words.h"

enum {
    CODING__QUERY_TOKENS = 40,
    CODING__QUERY_TERMS = 64,
    CODING__QUERY_FORMS = 256,
    CODING__QUERY_BUCKETS = 512,
    CODING__QUERY_WAYS = 160,
    CODING__QUERY_SLOTS = 40,
    CODING__QUERY_CLASSES = 64
};

typedef struct coding__heard {      /* a word of the query */
    coding_span span;
    uint32_t    rank;               /* as it stands; CODING__NO_WORD where the book has no such word */
    uint8_t     term;               /* its term plus 1; 0 none */
    bool        upper;
    bool        stop;
    bool        denied;
    bool        parts;              /* known by its parts: its terms are what they mean */
    bool        secondary;          /* after "s/p", "due to" and the like: less of the matter */
    float       factor;             /* 1; less for a correction */
} coding__heard;

typedef struct coding__term {
    uint32_t rank;                  /* its first form */
    float    weight;
    float    gain;                  /* the most it can add to a score */
    uint8_t  token;                 /* the word of the query it comes from */
    bool     denied;
    bool     literal;
} coding__term;

typedef struct coding__form {
    uint32_t rank;
    float    factor;                /* 1: the word itself */
    uint8_t  term;
    uint8_t  link;                  /* coding_link */
    uint16_t next;                  /* in the bucket, plus 1 */
} coding__form;

typedef struct coding__way {        /* one way to understand a slot */
    uint64_t terms;
    float    weight;                /* of its terms together */
    float    factor;
    uint8_t  link;
} coding__way;

typedef struct coding__slot {
    uint16_t first;                 /* way */
    uint16_t count;
    float    weight;
    float    share;                 /* 1; less for what is said beside the matter */
} coding__slot;

typedef struct coding__class {      /* rows that are rarely meant, and that the query did not ask for */
    uint32_t first, past;
    float    factor;
} coding__class;

typedef struct coding__query {
    const coding_book *book;
    coding__listener  *listener;
    coding__parameters parameters;  /* of the book */
    coding__heard tokens[CODING__QUERY_TOKENS];
    coding__term  terms[CODING__QUERY_TERMS];
    coding__form  forms[CODING__QUERY_FORMS];
    uint16_t      buckets[CODING__QUERY_BUCKETS];
    coding__way   ways[CODING__QUERY_WAYS];
    coding__slot  slots[CODING__QUERY_SLOTS];
    uint32_t      token_count, term_count, form_count, way_count, slot_count;
    float         weight;           /* of all slots */
    uint32_t      cues;             /* classes of codes that are asked for */
    coding__class classes[CODING__QUERY_CLASSES];
    uint32_t      class_count;
} coding__query;

/* Understands a text. Words past the fortieth are not heard. The query is all zeros, as it is when it was forgotten. */
void coding__query_read(coding__query *query, coding__listener *listener, const char *text, size_t length);

/* Wipes what was asked: all zeros again. A query is large, and few of its places are used. */
void coding__query_forget(coding__query *query);

/* The first form of a rank, plus 1; 0 where no term has it. Go on with forms[n - 1].next. */
static inline uint32_t coding__query_forms(const coding__query *query, uint32_t rank)
{
    uint32_t at = query->buckets[rank % CODING__QUERY_BUCKETS];
    while (at && query->forms[at - 1].rank != rank) at = query->forms[at - 1].next;
    return at;
}

#endif
