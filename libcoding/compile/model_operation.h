/* What operations are read by, before it is laid out. Included by model.h. */
#ifndef CODING_COMPILE_MODEL_OPERATION_H
#define CODING_COMPILE_MODEL_OPERATION_H

typedef struct coding__operation_root {
    char         section, character;
    coding__word name, definition, guideline;
    uint32_t     origin;
    uint32_t     line;
} coding__operation_root;

typedef struct coding__operation_word {
    coding__word text; /* canonical */
    coding__word part, device, qualifier, guideline;
    coding__word root; /* names parted by '|', which mean what they do in its section; of a book read back: none */
    uint64_t     roots;
    uint64_t     approaches;
    char         section, system;
    uint8_t      kind, tokens;
    uint32_t     origin;
    uint32_t     line;
} coding__operation_word;

typedef struct coding__operation_facts {
    coding__vector roots; /* coding__operation_root */
    coding__vector words; /* coding__operation_word */
} coding__operation_facts;

#endif
