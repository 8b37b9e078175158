/* Phrases: a few words, in the order of their ranks, under one hash. */
#ifndef CODING_TEXT_PHRASE_H
#define CODING_TEXT_PHRASE_H

#include <coding/base.h>

/* The most telling words of a phrase. */
enum { CODING__PHRASE_MOST = 6 };

static inline void coding__phrase_sort(uint32_t *ranks, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        uint32_t rank = ranks[i], at = i;
        for (; at > 0 && ranks[at - 1] > rank; at--) ranks[at] = ranks[at - 1];
        ranks[at] = rank;
    }
}

static inline uint32_t coding__phrase_hash(const uint32_t *ranks, uint32_t count)
{
    uint32_t hash = 2166136261u ^ count;
    for (uint32_t i = 0; i < count; i++) {
        hash = (hash ^ (ranks[i] & 0xFFFFu)) * 16777619u;
        hash = (hash ^ ranks[i] >> 16) * 16777619u;
    }
    return hash ^ hash >> 15;
}

/* A hash of a node of the trie of phrases and the word that leads on from it: its upper bits choose the place, its
 * lowest byte stands there. */
static inline uint32_t coding__phrase_place(uint32_t node, uint32_t word)
{
    uint32_t hash = node * 0x9E3779B1u ^ word * 0x85EBCA77u;
    hash = (hash ^ hash >> 15) * 0x2C1B3C6Du;
    return hash ^ hash >> 13;
}

#endif
