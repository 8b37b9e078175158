/* Ranking: how much of the query a text answers, how much of the text was asked for, and how often its code is meant. */
#include <string.h>

#include "text/finder.h"
#include "text/lists.h"
#include "text/reading.h"
#include "text/vocabulary.h"

/* Found by tuning on the development set. */
static const struct {
    float fit;          /* how much it matters that the text says nothing that was not asked */
    float denied;       /* weight of what a text denies and nobody asked */
    float rest;         /* of a title with "other" */
    float inclusion, index, title;
} parameters = {.fit = 0.5f, .denied = 0.08f, .rest = 0.9f, .inclusion = 1.0f, .index = 1.0f, .title = 1.0f};

void coding__marks_start(const coding__query *query, coding__marks *marks)
{
    memset(marks->got, 0, query->term_count * sizeof *marks->got);
    marks->needed = marks->met = 0;
    marks->rest = false;
}

static float find_word(const coding__query *query, uint32_t rank, bool denied, float credit, coding__marks *marks)
{
    float best = 0;
    for (uint32_t at = coding__query_forms(query, rank); at; at = query->forms[at - 1].next) {
        const coding__form *form = &query->forms[at - 1];
        if (form->rank != rank || query->terms[form->term].denied != denied) continue;
        if (form->factor * credit > marks->got[form->term]) marks->got[form->term] = form->factor * credit;
        if (form->factor > best) best = form->factor;
    }
    return best;
}

void coding__rank_words(const coding__query *query, uint32_t list, float credit, bool measure, coding__marks *marks)
{
    coding__run run = coding__run_at(query->book, CODING__LISTS, list);
    for (uint32_t left = coding__list_count(&run, 64); left > 0; left--) {
        uint32_t number = coding__run_next(&run), rank = number / 4, part = number % 4;
        float    found = find_word(query, rank, part == CODING__PART_DENIED, credit, marks);
        if (!measure || (part == CODING__PART_OPTIONAL && found <= 0)) continue;
        float weight = (float)coding__vocabulary_weight(query->book, rank);
        if (part == CODING__PART_DENIED && found <= 0) weight *= parameters.denied;
        if (part == CODING__PART_OPTIONAL) weight *= 0.5f;
        if (found <= 0 && coding__vocabulary_flags(query->book, rank) & CODING__WORD_REST) marks->rest = true;
        marks->needed += weight;
        marks->met += weight * (found > 0 ? 1 : 0);
    }
}

static float way_coverage(const coding__query *query, const coding__way *way, const coding__marks *marks)
{
    float    sum = 0;
    for (uint64_t rest = way->terms; rest; rest &= rest - 1) {
        unsigned term = (unsigned)__builtin_ctzll(rest);
        sum += marks->got[term] * query->terms[term].weight;
    }
    return way->factor * sum / way->weight;
}

float coding__rank_coverage(const coding__query *query, const coding__marks *marks)
{
    float sum = 0;
    for (uint32_t i = 0; i < query->slot_count; i++) {
        const coding__slot *slot = &query->slots[i];
        float               best = 0;
        for (uint32_t j = slot->first; j < slot->first + slot->count; j++) {
            float value = way_coverage(query, &query->ways[j], marks);
            if (value > best) best = value;
        }
        sum += best * slot->weight;
    }
    return query->weight > 0 ? sum / query->weight : 0;
}

static float class_factor(const coding__query *query, uint32_t row)
{
    float factor = 1;
    for (uint32_t i = 0; i < coding__count(query->book, CODING__CLASSES); i++) {
        uint32_t first = coding__u32(query->book, CODING__CLASSES, i, CODING__CLASS_FIRST);
        uint32_t past = coding__u32(query->book, CODING__CLASSES, i, CODING__CLASS_PAST);
        uint32_t cue = coding__u8(query->book, CODING__CLASSES, i, CODING__CLASS_CUE) & 15u;
        if (row < first || row >= past || query->cues >> cue & 1) continue;
        factor *= (float)coding__u8(query->book, CODING__CLASSES, i, CODING__CLASS_FACTOR) / 100;
    }
    return factor;
}

static float field_factor(uint32_t field)
{
    return field == CODING_FIELD_INDEX ? parameters.index : field == CODING_FIELD_INCLUSION ? parameters.inclusion : parameters.title;
}

float coding__rank_score(const coding__query *query, const coding__marks *marks, uint32_t row, uint32_t field)
{
    float coverage = coding__rank_coverage(query, marks);
    float fit = marks->needed > 0 ? marks->met / marks->needed : 0;
    float rest = marks->rest ? parameters.rest : 1;
    return coverage * coverage * (1 - parameters.fit + parameters.fit * fit) * class_factor(query, row) * field_factor(field) * rest;
}
