/* The search index while it is being made: words by number of first meeting, documents with their words, synonyms. */
#ifndef CODING_COMPILE_SEARCH_BUILD_H
#define CODING_COMPILE_SEARCH_BUILD_H

#include <coding/search.h>

#include "compile/search.h"
#include "text/reading.h"

/* A flag of words while the index is made: a synonym has it. */
enum { CODING__BUILD_KEPT = 128 };

enum { CODING__BUILD_MOST_WORDS = 60, CODING__BUILD_MOST_CUES = 16, CODING__BUILD_MOST_LEVELS = 12 };

typedef struct coding__build_word {
    uint32_t letters;       /* in letters: common form, NUL, form shown, NUL */
    uint32_t documents;
    uint32_t rank;
    uint32_t last;          /* the last document that counted it, plus 1 */
    uint8_t  weight;        /* 0: by its documents */
    uint8_t  flags;
    uint16_t cues;
} coding__build_word;

typedef struct coding__build_document {
    uint32_t row;
    uint32_t source;        /* field and record, as in search.docs */
    uint32_t first;         /* in numbers: word * 4 + part */
    uint32_t count;
} coding__build_document;

typedef struct coding__build {
    const coding_book   *book;
    coding__model       *model;
    coding__writer      *writer;
    coding__vector       letters;       /* char */
    coding__vector       words;         /* coding__build_word */
    coding__vector       slots;         /* uint32_t: open hash of words, plus 1 */
    coding__vector       numbers;       /* uint32_t: the words of documents */
    coding__vector       documents;     /* coding__build_document, by row */
    coding__vector       tails;         /* coding__build_document: what a row adds to its parent's title */
    coding__vector       kin;           /* uint32_t: pairs of words of one stem */
    coding__vector       ranked;        /* uint32_t: words by rank */
    coding__vector       endings;       /* records of search.endings */
    coding__table        rules;         /* the same as a table */
    unsigned char       *lists;         /* bytes of search.lists */
    size_t               lists_count;
    size_t               lists_capacity;
    coding__word         cues[CODING__BUILD_MOST_CUES]; /* words that ask for a class, by bit */
    uint32_t             classes;
    bool                 no_memory;
} coding__build;

/* Words of one text, on their way into a document. */
typedef struct coding__build_list {
    uint32_t items[CODING__BUILD_MOST_WORDS];
    uint32_t count;
} coding__build_list;

/* Room for `count` more items of `width`; NULL where there is no memory, which is noted. */
void *coding__build_room(coding__build *build, coding__vector *vector, size_t count, size_t width);

static inline coding__build_word *coding__build_word_at(const coding__build *build, uint32_t word)
{
    return (coding__build_word *)build->words.items + word;
}
static inline const char *coding__build_letters(const coding__build *build, uint32_t word)
{
    return (const char *)build->letters.items + coding__build_word_at(build, word)->letters;
}

/* The number of a word in its common form; `shown` is how the text has it. */
uint32_t coding__build_word_of(coding__build *build, const char *text, const char *shown);

/* Forgets the words met since there were `count`: a book that was extended never met them. */
void coding__build_forget(coding__build *build, uint32_t count);

/* Reads a text into a list: stop words are left out unless `all`. `optional`: every word may be absent. */
void coding__build_read(coding__build *build, const char *text, bool optional, bool all, coding__build_list *list);

/* A document of these words that leads to a row. */
void coding__build_document_add(coding__build *build, coding__vector *documents, uint32_t row, coding_field field,
                                uint32_t record, const coding__build_list *list);

/* A list in search.lists; its offset. */
uint32_t coding__build_list_put(coding__build *build, const uint32_t *items, uint32_t count);
void     coding__build_number_put(coding__build *build, uint32_t value);

/* Rows of search.endings and flags of words, from the tables. */
void coding__build_endings(coding__build *build);
void coding__build_flags(coding__build *build);

/* What the parts of a search weigh. */
void coding__build_numbers(coding__build *build);

/* Titles, inclusion terms, index paths. */
void coding__build_titles(coding__build *build);
void coding__build_notes(coding__build *build);
void coding__build_index(coding__build *build);

/* The words of an index term from its main term down; `ends` has how many there are past each level. Answers how many
 * levels it has. */
unsigned coding__build_read_path(coding__build *build, uint32_t term, coding__build_list *list,
                                 uint32_t ends[CODING__BUILD_MOST_LEVELS]);

/* Words of one stem. */
void coding__build_kin(coding__build *build);

/* Sections of synonyms, and their words (before ranks are given). */
void coding__build_synonym_words(coding__build *build);
void coding__build_synonyms(coding__build *build);

/* What one phrase may stand for, as the tables and the index have it. */
typedef struct coding__build_pair {
    const char          *term;
    const char          *concept;
    coding__synonym_kind kind;
    uint32_t             sense;
    bool                 borrowed; /* of a vocabulary that others made for other ends: MeSH, HPO */
} coding__build_pair;
size_t coding__build_pairs(const coding__build *build);
bool   coding__build_pair_at(const coding__build *build, size_t index, coding__build_pair *made);

/* The telling words of a text that stand outside brackets; more of them where there are none. */
void coding__build_read_telling(coding__build *build, const char *text, coding__build_list *list);

/* Of "can't get it up" the telling words leave "can't", which says nothing of the sort. */
bool coding__build_says_too_little(coding__build *build, const char *term, const coding__build_list *phrase);

/* The words that lead to documents which are nearly met (text/contain.c). */
void coding__build_keys(coding__build *build);

/* The trie of phrases: what was read for documents and synonyms, in the orders in which people say it. */
void coding__build_phrases(coding__build *build);

/* Ranks, and every section that is left. */
void coding__build_ranks(coding__build *build);
void coding__build_write(coding__build *build);

#endif
