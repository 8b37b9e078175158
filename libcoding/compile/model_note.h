/* What notes are read by, before it is laid out. Included by model.h. */
#ifndef CODING_COMPILE_MODEL_NOTE_H
#define CODING_COMPILE_MODEL_NOTE_H

typedef struct coding__note_cue {
    coding__word text; /* canonical */
    uint8_t      class, where, scope, tokens;
    uint32_t     origin;
    uint32_t     line;
} coding__note_cue;

typedef struct coding__note_heading {
    coding__word text; /* canonical */
    uint8_t      passage;
    uint32_t     origin;
    uint32_t     line;
} coding__note_heading;

typedef struct coding__note_word {
    coding__word text; /* canonical */
    coding_code  code; /* 0: none */
    uint8_t      use;
    uint32_t     origin;
    uint32_t     line;
} coding__note_word;

typedef struct coding__note_link {
    coding__code_range of, with; /* 0: with nothing */
    coding_code        code;     /* 0: none */
    uint8_t            kind;
    uint32_t           origin;
    uint32_t           line;
} coding__note_link;

typedef struct coding__note_facts {
    coding__vector cues;     /* coding__note_cue */
    coding__vector headings; /* coding__note_heading */
    coding__vector words;    /* coding__note_word */
    coding__vector links;    /* coding__note_link */
} coding__note_facts;

#endif
