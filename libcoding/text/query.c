#include "text/query.h"

#include <string.h>

#include "text/understand.h"

uint32_t coding__query_add_term(coding__query *query, uint32_t token, bool literal)
{
    if (query->term_count == CODING__QUERY_TERMS) return CODING__QUERY_TERMS;
    query->terms[query->term_count] = (coding__term){
        .rank = CODING__NO_WORD, .token = (uint8_t)token, .denied = query->tokens[token].denied, .literal = literal};
    return query->term_count++;
}

void coding__query_add_form(coding__query *query, uint32_t term, uint32_t rank, float factor, coding_link link)
{
    if (term >= query->term_count || query->form_count == CODING__QUERY_FORMS) return;
    coding__term *one = &query->terms[term];
    float         weight = (float)coding__vocabulary_weight(query->book, rank);
    if (!(coding__vocabulary_flags(query->book, rank) & CODING__WORD_IN_TEXTS)) return;
    if (one->rank == CODING__NO_WORD) one->rank = rank, one->weight = weight;
    uint16_t     *bucket = &query->buckets[rank % CODING__QUERY_BUCKETS];
    query->forms[query->form_count] = (coding__form){rank, factor, (uint8_t)term, (uint8_t)link, *bucket};
    *bucket = (uint16_t)++query->form_count;
}

bool coding__query_add_slot(coding__query *query)
{
    if (query->slot_count == CODING__QUERY_SLOTS) return false;
    query->slots[query->slot_count++] = (coding__slot){.first = (uint16_t)query->way_count, .share = 1};
    return true;
}

void coding__query_add_way(coding__query *query, uint64_t terms, float factor, coding_link link)
{
    if (!terms || query->way_count == CODING__QUERY_WAYS || !query->slot_count) return;
    coding__way way = {.terms = terms, .factor = factor, .link = (uint8_t)link};
    for (uint32_t i = 0; i < query->term_count; i++) {
        if (terms >> i & 1) way.weight += query->terms[i].weight;
    }
    if (way.weight <= 0) return;
    query->ways[query->way_count++] = way;
    query->slots[query->slot_count - 1].count++;
}

/* A slot weighs what its words weigh, or what they stand for where the book does not have them. */
static void weigh_slot(coding__query *query, coding__slot *slot)
{
    float literal = 0, other = 0, short_for = 0;
    for (uint32_t i = slot->first; i < slot->first + slot->count; i++) {
        const coding__way *way = &query->ways[i];
        float             *most = way->link == CODING_LINK_WORD ? &literal : &other;
        if (way->weight > *most) *most = way->weight;
        if (way->link == CODING_LINK_ABBREVIATION && short_for <= 0) short_for = way->weight;
    }
    if (literal > short_for && short_for > 0) literal = other = short_for; /* "fx" is rare, fractures are not */
    float most = literal * query->parameters.longer;
    if (literal > 0 && other > most) other = most;
    slot->weight = (literal > other ? literal : other) * slot->share;
    query->weight += slot->weight;
}

static void give_gains(coding__query *query, const coding__slot *slot)
{
    for (uint32_t i = slot->first; i < slot->first + slot->count; i++) {
        const coding__way *way = &query->ways[i];
        for (uint32_t t = 0; t < query->term_count; t++) {
            float gain = slot->weight * way->factor * query->terms[t].weight / way->weight;
            if (way->terms >> t & 1 && gain > query->terms[t].gain) query->terms[t].gain = gain;
        }
    }
}

/* The classes that nothing asks for. */
static void gather_classes(coding__query *query)
{
    const coding_book *book = query->book;
    for (uint32_t i = 0; i < coding__count(book, CODING__CLASSES) && query->class_count < CODING__QUERY_CLASSES; i++) {
        uint32_t cue = coding__u8(book, CODING__CLASSES, i, CODING__CLASS_CUE) & 15u;
        if (query->cues >> cue & 1) continue;
        query->classes[query->class_count++] = (coding__class){
            .first = coding__u32(book, CODING__CLASSES, i, CODING__CLASS_FIRST),
            .past = coding__u32(book, CODING__CLASSES, i, CODING__CLASS_PAST),
            .factor = (float)coding__u8(book, CODING__CLASSES, i, CODING__CLASS_FACTOR) / 100};
    }
}

void coding__query_read(coding__query *query, coding__listener *listener, const char *text, size_t length)
{
    query->book = listener->book;
    query->listener = listener;
    query->parameters = listener->parameters;
    coding__query_hear(query, text, length);
    coding__query_understand(query);
    gather_classes(query);
    for (uint32_t i = 0; i < query->slot_count; i++) {
        weigh_slot(query, &query->slots[i]);
        give_gains(query, &query->slots[i]);
    }
}

void coding__query_forget(coding__query *query)
{
    for (uint32_t i = 0; i < query->form_count; i++) query->buckets[query->forms[i].rank % CODING__QUERY_BUCKETS] = 0;
    memset(query->tokens, 0, query->token_count * sizeof *query->tokens);
    memset(query->terms, 0, query->term_count * sizeof *query->terms);
    memset(query->forms, 0, query->form_count * sizeof *query->forms);
    memset(query->ways, 0, query->way_count * sizeof *query->ways);
    memset(query->slots, 0, query->slot_count * sizeof *query->slots);
    memset(query->classes, 0, query->class_count * sizeof *query->classes);
    query->book = NULL;
    query->listener = NULL;
    memset(&query->parameters, 0, sizeof query->parameters);
    query->token_count = query->term_count = query->form_count = query->way_count = query->slot_count = 0;
    query->class_count = query->cues = 0;
    query->weight = 0;
}
