/* Phrases on their way into the trie that a scan walks. */
#ifndef CODING_COMPILE_PHRASE_TRIE_H
#define CODING_COMPILE_PHRASE_TRIE_H

#include "compile/writer.h"

typedef struct coding__said {
    uint32_t first; /* of its words */
    uint32_t count;
    uint32_t row;   /* plus 1; CODING__PHRASE_NO_CODE */
    uint8_t  field; /* coding_phrase_kind */
    uint8_t  rank;  /* the smaller, the likelier */
} coding__said;

/* Writes sections phrases, phrases.roots and phrases.places: `phrases` (coding__said) sorted by their words, none of
 * them twice; `words` (uint32_t) by rank, of which there are so many. False where there is no memory. */
bool coding__write_phrases(coding__writer *writer, const coding__vector *phrases, const coding__vector *words,
                           uint32_t ranks);

#endif
