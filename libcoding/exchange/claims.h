/* A reader of claims from the inside: text in, a draft and troubles, items out. */
#ifndef CODING_EXCHANGE_CLAIMS_H
#define CODING_EXCHANGE_CLAIMS_H

#include <coding/exchange.h>

#include "exchange/draft.h"
#include "exchange/input.h"
#include "exchange/table.h"
#include "exchange/x12.h"

/* A segment or a line longer than this is trouble: the longest of 5010 has some hundred bytes. */
enum { CODING__STRETCH_MOST = 64 * 1024 };

typedef enum coding__claims_form {
    CODING__FORM_UNKNOWN,
    CODING__FORM_X12,
    CODING__FORM_TABLE,
    CODING__FORM_NEITHER
} coding__claims_form;

/* Where something is wrong. `name` is a segment or a column. */
typedef struct coding__claims_place {
    const char *name;
    uint32_t    number;
    uint32_t    element;
    uint64_t    offset;
} coding__claims_place;

struct coding_claims {
    coding_desk         *desk;
    coding__input        input;
    coding__arena        own;      /* the draft and the troubles: blocks of the desk's, wiped when all was told */
    coding__draft        draft;
    coding__claims_place begun;    /* where the draft begins */
    bool                 open;     /* there is a draft */
    bool                 ready;    /* it is whole, and told next */
    coding__list         troubles; /* coding_claims_item; those of the draft wait for it */
    size_t               told;     /* of them */
    bool                 late;     /* fed after its end, and this is not told yet */
    bool                 ended;    /* nothing is read any more */
    coding__claims_form  form;
    coding__x12          x12;
    coding__claims_table table;
};

/* Remembers trouble. The sentence says what and what would mend it; where is said in front. */
void coding__claims_tell(coding_claims *claims, coding__claims_place place, coding_claims_trouble trouble,
                         const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Begins a draft at a place. */
void coding__claims_begin(coding_claims *claims, coding__claims_place place);
/* The draft is whole. */
void coding__claims_finish(coding_claims *claims);

/* Bytes as a text of ours, without blanks around it; NULL where there is no memory. */
const char *coding__claims_text(coding_claims *claims, const char *text, size_t length);

/* Are these bytes text: UTF-8 without control characters? */
bool coding__claims_is_text(const char *text, size_t length);

/* Up to 40 bytes of a text, fit to be printed in a sentence. */
typedef struct coding__quoted {
    char text[48];
} coding__quoted;
coding__quoted coding__claims_quoted(const char *text, size_t length);

/* There will be no claim; its troubles are told by themselves. Answers its name. */
coding__quoted coding__claims_drop(coding_claims *claims);

/* One step ahead: a segment, a line. False where more text is needed or none comes. */
bool coding__x12_step(coding_claims *claims);
bool coding__table_step(coding_claims *claims);

#endif
