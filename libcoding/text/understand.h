/* The steps by which a query is understood, in this order. */
#ifndef CODING_TEXT_UNDERSTAND_H
#define CODING_TEXT_UNDERSTAND_H

#include "text/query.h"
#include "text/vocabulary.h"

/* Words heard: found, corrected or parted, each with its term. (hear.c) */
void coding__query_hear(coding__query *query, const char *text, size_t length);

/* Slots: phrases and words with what they may stand for. (understand.c) */
void coding__query_understand(coding__query *query);

/* Does the word by itself stand for something: an abbreviation, a lay word? */
bool coding__has_meaning(const coding_book *book, uint32_t rank);

/* A new term without forms; its number, or CODING__QUERY_TERMS where there is no room. */
uint32_t coding__query_add_term(coding__query *query, uint32_t token, bool literal);

/* One more form of a term, if texts have it. The first one gives the term its weight. */
void coding__query_add_form(coding__query *query, uint32_t term, uint32_t rank, float factor, coding_link link);

/* One more way to understand the newest slot. */
void coding__query_add_way(coding__query *query, uint64_t terms, float factor, coding_link link);

/* A new slot without ways. False where there is no room. */
bool coding__query_add_slot(coding__query *query);

#endif
