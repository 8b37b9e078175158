/* Words that operations are read by (op.words): met in a sentence the longest first, several meanings under one
 * text. */
#ifndef CODING_OPERATION_WORDS_H
#define CODING_OPERATION_WORDS_H

#include "note/sentence.h"

typedef enum coding__side {
    CODING__SIDE_RIGHT = 1,
    CODING__SIDE_LEFT = 2,
    CODING__SIDE_BOTH = CODING__SIDE_RIGHT | CODING__SIDE_LEFT
} coding__side;

/* Tokens of a sentence that stand in the table. */
typedef struct coding__met {
    uint32_t record;      /* first of its meanings */
    uint16_t records;     /* how many */
    uint16_t first, past; /* tokens of the sentence */
    bool     parted;      /* sides or articles stand between its words */
    bool     ending;      /* its end alone is in the table */
} coding__met;

/* The records of a text: how many, the first through `record`. */
uint16_t coding__op_records(const coding_book *book, const char *canonical, uint32_t *record);

/* The side that a token says, a mask of coding__side; 0 for none. */
uint32_t coding__side_said(const coding__sentence *sentence, size_t index);

/* A word that may stand inside of a name: an article, a side, "acute". */
bool coding__is_small_word(const coding__sentence *sentence, size_t index);

/* The token in lower case, as much of it as 16 bytes hold. Answers `text`. */
const char *coding__token_lower(const coding__sentence *sentence, size_t index, char text[16]);

/* The end of a token that names an operation: -ectomy, -pexy. */
bool coding__op_ending(const coding_book *book, const coding__sentence *sentence, size_t index, coding__met *met);

/* The longest text of the table that begins at a token. Sides and articles may stand between its words: "repair of the
 * left inguinal hernia". */
bool coding__op_longest(const coding_book *book, const coding__sentence *sentence, size_t index, coding__met *met);

static inline coding__op_kind coding__op_kind_of(const coding_book *book, uint32_t record)
{
    return (coding__op_kind)coding__u8(book, CODING__OPERATION_WORDS, record, CODING__OP_KIND);
}

/* Is a meaning of words of that kind? */
static inline bool coding__op_has_kind(const coding_book *book, uint32_t record, uint16_t records, coding__op_kind kind)
{
    for (uint16_t i = 0; i < records; i++)
        if (coding__op_kind_of(book, record + i) == kind) return true;
    return false;
}

static inline bool coding__op_names(const coding_book *book, uint32_t record)
{
    coding__op_kind kind = coding__op_kind_of(book, record);
    return kind == CODING__OP_OPERATION || kind == CODING__OP_TOLD;
}

static inline const char *coding__op_text(const coding_book *book, uint32_t record, unsigned field)
{
    return coding__text_of(book, CODING__OPERATION_WORDS, record, field);
}

/* The body part of a record. One with "?" before it is where the operation is unless other words say where. */
static inline const char *coding__op_part(const coding_book *book, uint32_t record)
{
    const char *part = coding__op_text(book, record, CODING__OP_PART);
    return part + (*part == '?');
}

static inline bool coding__op_part_is_presumed(const coding_book *book, uint32_t record)
{
    return *coding__op_text(book, record, CODING__OP_PART) == '?';
}

static inline uint64_t coding__op_mask(const coding_book *book, uint32_t record, unsigned field)
{
    return coding__u64(book, CODING__OPERATION_WORDS, record, field);
}

#endif
