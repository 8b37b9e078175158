#include "text/parts.h"

#include <string.h>

const char *coding_part_kind_name(coding_part_kind kind)
{
    switch (kind) {
    case CODING_PART_UNKNOWN: return "unknown";
    case CODING_PART_PREFIX: return "prefix";
    case CODING_PART_ROOT: return "root";
    case CODING_PART_SUFFIX: return "suffix";
    case CODING_PART_VOWEL: return "vowel";
    }
    return "unknown";
}

coding__part_walk coding__parts(const coding_book *book)
{
    return (coding__part_walk){.past = coding__count(book, CODING__PARTS)};
}

/* `depth`, or less where the text ends before. */
static size_t length_to(const char *text, uint32_t depth)
{
    const char *end = memchr(text, '\0', depth);
    return end ? (size_t)(end - text) : depth;
}

/* The letter of a record behind those walked; NUL where it ends. A damaged book has no letters past its end. */
static unsigned char letter_at(const coding_book *book, uint32_t record, uint32_t depth)
{
    if (depth >= coding__u8(book, CODING__PARTS, record, CODING__PART_LENGTH)) return '\0';
    const char *letters = coding__text_of(book, CODING__PARTS, record, CODING__PART_LETTERS);
    return (unsigned char)letters[length_to(letters, depth)];
}

/* The first record in the walk whose next letter is not before `letter`. */
static uint32_t bound(const coding_book *book, const coding__part_walk *walk, unsigned letter)
{
    uint32_t first = walk->first, past = walk->past;
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (letter_at(book, middle, walk->depth) < letter) first = middle + 1;
        else past = middle;
    }
    return first;
}

bool coding__part_step(const coding_book *book, coding__part_walk *walk, char letter)
{
    uint32_t first = bound(book, walk, (unsigned char)letter), past = bound(book, walk, (unsigned char)letter + 1u);
    *walk = (coding__part_walk){first, past, walk->depth + 1};
    return first < past;
}
