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

void coding__page_put(page *to, const char *words, ...) __attribute__((format(printf, 2, 3)));
/* Text as HTML has it. */
void coding__page_text(page *to, const char *text);
/* "1,250" and "$1,250.00"; they last for the next few. No money is an empty text. */
const char *coding__page_number(page *to, uint64_t count);
const char *coding__page_money(page *to, int64_t cents);
/* Percent. */
double coding__page_share(double part, double whole);
/* Findings of a rule. */
uint64_t coding__page_sum(const tally_rule *rule);

void coding__page_sort_rules(page *to);
void coding__page_sort_providers(page *to);

/* Tables with bars; nothing where there is nothing to show. */
void coding__page_rules(page *to);
void coding__page_stakes(page *to);
void coding__page_providers(page *to);

#endif
