/* Ranking: how much of the query a text answers, how much of the text was asked for, and how often its code is meant. */
#include <string.h>

#include "text/finder.h"
#include "text/lists.h"
#include "text/reading.h"
#include "text/vocabulary.h"

void coding__marks_start(const coding__query *query, coding__marks *marks)
{
    memset(marks->got, 0, query->term_count * sizeof *marks->got);
    marks->count = 0;
    marks->unmet = 0;
    marks->rest = false;
}

/* The terms that a word of a text answers; each is noted. */
static uint64_t find_word(const coding__query *query, uint32_t rank, bool denied, float credit, coding__marks *marks)
{
    uint64_t terms = 0;
    for (uint32_t at = coding__query_forms(query, rank); at; at = query->forms[at - 1].next) {
        const coding__form *form = &query->forms[at - 1];
        if (form->rank != rank || query->terms[form->term].denied != denied) continue;
        if (form->factor * credit > marks->got[form->term]) marks->got[form->term] = form->factor * credit;
        terms |= (uint64_t)1 << form->term;
    }
    return terms;
}

/* What a word counts in a text, found or not. */
static float weight_of(const coding__parameters *numbers, uint32_t weight, uint32_t part, bool found)
{
    if (part == CODING__PART_OPTIONAL) return found ? (float)weight * numbers->bracket : 0;
    return part == CODING__PART_DENIED && !found ? (float)weight * numbers->denied : (float)weight;
}

static void measure_word(const coding__query *query, uint32_t number, uint64_t terms, coding__marks *marks)
{
    uint32_t part = number % 4, told = coding__u16(query->book, CODING__WORDS, number / 4, CODING__WORD_WEIGHT);
    float    weight = weight_of(&query->parameters, told & 255u, part, terms != 0); /* flags stand behind the weight */
    if (!terms && part == CODING__PART_NEEDED && told >> 8 & CODING__WORD_REST) marks->rest = true;
    if (!terms) marks->unmet += weight;
    if (!terms || marks->count == CODING__MARKS_WORDS) return;
    marks->weights[marks->count] = weight;
    marks->terms[marks->count++] = terms;
}

void coding__rank_words(const coding__query *query, uint32_t list, float credit, bool measure, coding__marks *marks)
{
    coding__run run = coding__run_at(query->book, CODING__LISTS, list);
    for (uint32_t left = coding__list_count(&run, CODING__MARKS_WORDS); left > 0; left--) {
        uint32_t number = coding__run_next(&run), part = number % 4;
        float    worth = part == CODING__PART_OPTIONAL ? credit * query->parameters.optional : credit;
        uint64_t terms = find_word(query, number / 4, part == CODING__PART_DENIED, worth, marks);
        if (measure) measure_word(query, number, terms, marks);
    }
}

static float way_coverage(const coding__query *query, const coding__way *way, const coding__marks *marks)
{
    float sum = 0;
    if (!(way->terms & (way->terms - 1))) return way->factor * marks->got[__builtin_ctzll(way->terms)]; /* it has one */
    for (uint64_t rest = way->terms; rest; rest &= rest - 1) {
        unsigned term = (unsigned)__builtin_ctzll(rest);
        sum += marks->got[term] * query->terms[term].weight;
    }
    return way->factor * sum / way->weight;
}

float coding__rank_coverage(const coding__query *query, const coding__marks *marks, uint64_t *terms)
{
    float sum = 0;
    *terms = 0;
    for (uint32_t i = 0; i < query->slot_count; i++) {
        const coding__slot *slot = &query->slots[i];
        uint64_t            chosen = 0;
        float               best = 0;
        for (uint32_t j = slot->first; j < slot->first + slot->count; j++) {
            float value = way_coverage(query, &query->ways[j], marks);
            if (value > best) best = value, chosen = query->ways[j].terms;
        }
        sum += best * slot->weight;
        *terms |= chosen;
    }
    return query->weight > 0 ? sum / query->weight : 0;
}

float coding__rank_fit(const coding__marks *marks, uint64_t terms)
{
    float needed = marks->unmet, met = 0;
    for (uint32_t i = 0; i < marks->count; i++) {
        needed += marks->weights[i];
        if (marks->terms[i] & terms) met += marks->weights[i];
    }
    return needed > 0 ? met / needed : 0;
}

static float class_factor(const coding__query *query, uint32_t row)
{
    float factor = 1;
    for (uint32_t i = 0; i < query->class_count; i++) {
        if (row >= query->classes[i].first && row < query->classes[i].past) factor *= query->classes[i].factor;
    }
    return factor;
}

static float field_factor(const coding__parameters *numbers, uint32_t field)
{
    if (field == CODING_FIELD_INDEX) return numbers->index;
    return field == CODING_FIELD_INCLUSION ? numbers->inclusion : numbers->title;
}

float coding__rank_score(const coding__query *query, const coding__marks *marks, uint32_t row, uint32_t field)
{
    const coding__parameters *numbers = &query->parameters;
    uint64_t                  terms;
    float                     coverage = coding__rank_coverage(query, marks, &terms);
    float                     fit = 1 - numbers->fit + numbers->fit * coding__rank_fit(marks, terms);
    float                     rest = marks->rest ? numbers->rest : 1;
    return coverage * coverage * fit * class_factor(query, row) * field_factor(numbers, field) * rest;
}
