/* The report of a review as it is written. */
#ifndef CODING_TOOL_REVIEW_PAGE_H
#define CODING_TOOL_REVIEW_PAGE_H

#include "tool/review.h"

enum { PAGE_NUMBERS = 8, PAGE_PROVIDERS = 25 };

typedef struct page {
    FILE                 *file;
    tally                *seen;
    size_t                rules[CODING_CLAIM_RULE_TOTAL]; /* that spoke, the loudest first */
    size_t                rule_count;
    const tally_provider *providers[PAGE_PROVIDERS]; /* the dearest first */
    size_t                provider_count;
    char                  numbers[PAGE_NUMBERS][NUMBER_TEXT]; /* so many may stand in one sentence */
    unsigned              next;
} page;

/* Text as HTML has it. */
void coding__page_text(page *to, const char *text);

#endif
