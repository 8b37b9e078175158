/* Near misses from the inside. A text is folded and read in several ways (as a whole, without a spreadsheet's tail,
 * word by word); each reading is a guess, and is repaired in several ways. A repair offers the codes it leads to, at a
 * cost; what stands on the day is kept, each code at its lowest cost, and costs become ranks. */
#ifndef CODING_ENTRY_SUGGEST_H
#define CODING_ENTRY_SUGGEST_H

#include <coding/check.h>

#include "entry/desk.h"
#include "entry/trie.h"

/* What a repair costs. Only the order matters: the less of the code is changed or made up, the likelier. Repairs made
 * together cost their sum; the dearest one gives its name. Gaps leave room for finer order inside a kind. */
enum {
    CODING__COST_READ = 0,         /* nothing changed: a choice of the system */
    CODING__COST_ZEROS_AT_DOT = 5, /* the dot says how many zeros a number lost */
    CODING__COST_FORM = 10,        /* dots, commas and blanks */
    CODING__COST_NUMBER = 20,
    CODING__COST_WORDS = 30, /* a title, or several codes */
    CODING__COST_PLACEHOLDER = 40,
    CODING__COST_TRAILING = 40,
    CODING__COST_ZEROS = 40,
    CODING__COST_LOOKALIKE = 50, /* and 1 a character */
    CODING__COST_DROPPED = 60,
    CODING__COST_SUCCESSOR = 70, /* and up to 99 by how much it says */
    CODING__COST_SEVENTH = 180,
    CODING__COST_CHILD = 200, /* likewise */
    CODING__COST_CHECK_DIGIT = 300,
    CODING__COST_AGAINST_ROW = 300, /* more, where the text is a row of the book, and what it says is at hand */
    CODING__COST_TYPED = 400,
    CODING__COST_OTHER_SYSTEM = 1000
};

enum {
    CODING__NEAR_MOST = 64,      /* suggestions kept */
    CODING__NEAR_TEXT = 4096,    /* bytes of text that are read */
    CODING__NEAR_STEPS = 100000, /* nodes that the walks of one question may visit */
    CODING__GUESS_MOST = 16      /* characters of a guess: longer than any code and what may be added to it */
};

/* A code that was offered. */
typedef struct coding__near {
    coding_code   code;
    coding_repair repair;
    uint32_t      cost;
} coding__near;

/* The text, folded: ASCII, upper case, nothing around it. Lies on the desk. */
typedef struct coding__folded {
    char  *text;
    size_t length;
} coding__folded;

/* Characters that may be a code: digits and letters, without dots, dashes and blanks. */
typedef struct coding__guess {
    char          text[CODING__GUESS_MOST];
    unsigned      length; /* 0: too long, or there is nothing */
    unsigned      dot;    /* characters before its first dot; 0: none */
    coding_repair repair; /* what was done to read it so */
    uint32_t      cost;
} coding__guess;

typedef struct coding__suggesting {
    coding_desk       *desk;
    const coding_book *book;
    coding_date        on;
    coding_system      system; /* the one being tried */
    uint32_t           cost;   /* what everything costs more in this system */
    uint32_t           best;   /* lowest cost offered in this system; UINT32_MAX: nothing */
    coding__near      *items;  /* room for CODING__NEAR_MOST, on the desk */
    size_t             count;
    unsigned           steps;  /* left to the walks */
    bool               failed; /* no memory */
} coding__suggesting;

/* Offers a code if it stands on the day. */
void coding__offer(coding__suggesting *s, coding_code code, coding_repair repair, uint32_t cost);

/* Offers the row at a node if it stands on the day. */
void coding__offer_node(coding__suggesting *s, const coding__node *node, coding_repair repair, uint32_t cost);

/* Offers a code whatever the book says: identifiers, and systems that it lacks. */
void coding__offer_by_form(coding__suggesting *s, coding_code code, coding_repair repair, uint32_t cost);

/* Does a row at a node stand on the day? */
bool coding__node_stands(const coding__suggesting *s, const coding__node *node);

/* Each character as code/reading.h reads it, nothing around them. False where there is no memory. */
bool coding__fold_text(coding_desk *desk, const char *text, size_t length, coding__folded *folded);

/* The digits and letters of a piece of folded text; of length 0 where they are none or too many. A dash behind them
 * (the index marks "incomplete" so) is a repair. */
coding__guess coding__guess_of(const char *text, size_t length);

/* The same without a spreadsheet's `.0`; of length 0 where there is none. */
coding__guess coding__guess_without_decimals(const coding__folded *folded);

/* The node that `length` characters lead to from another; 0 where they do not. */
uint32_t coding__follow(coding__suggesting *s, uint32_t node, const char *text, unsigned length);

/* The node of the row that is spelled so, whatever its day; 0 if none. */
uint32_t coding__node_of(coding__suggesting *s, const char *text, unsigned length);

/* Repairs of a guess. `repair_lookalike.c` also finds the guess itself, and placeholders left out. */
void coding__repair_lookalike(coding__suggesting *s, const coding__guess *guess);
void coding__repair_ending(coding__suggesting *s, const coding__guess *guess);
void coding__repair_zeros(coding__suggesting *s, const coding__guess *guess);
void coding__repair_code(coding__suggesting *s, const coding__guess *guess);
void coding__repair_typed(coding__suggesting *s, const coding__guess *guess);

/* Offers what completes or replaces the row or the beginning of a code at a node, which does not stand. */
void coding__complete(coding__suggesting *s, uint32_t at, const char *text, unsigned length, uint32_t cost);

/* Repairs of a text. */
void coding__repair_words(coding__suggesting *s, const coding__folded *folded);
void coding__repair_number(coding__suggesting *s, const coding__folded *folded);
void coding__repair_by_form(coding__suggesting *s, const coding__folded *folded);

/* Is a code of the system known by its form alone? */
bool coding__is_known_by_form(coding_system system);

/* All of the repairs of a guess, but for typing errors. */
void coding__repair_guess(coding__suggesting *s, const coding__guess *guess);

/* Do two characters lie side by side on a keyboard? */
bool coding__are_neighbours(char a, char b);

/* Is it the 7th character of ICD-10-CM with its placeholders (A, XA, XXA)? */
static inline bool coding__is_seventh(const char *text, unsigned length)
{
    for (unsigned i = 0; i + 1 < length; i++)
        if (text[i] != 'X') return false;
    return length > 0;
}

#endif
