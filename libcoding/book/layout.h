/* How a book lies in its file. Shared by the reader (book/) and the compiler (compile/), so that they cannot differ.
 *
 *     header     64 bytes
 *     sections   one record of 48 bytes each
 *     the sections' bytes, each at a multiple of 64, in the order of the list below
 *
 * All numbers are little-endian. A section is an array of records of one width; texts are offsets into section `text`,
 * where each string ends in NUL and offset 0 is the empty one. Rows are numbered through all systems in printed order.
 *
 * A new section is a line in CODING__SECTIONS; readers that do not know it pass over it, and a book that lacks it makes
 * its feature say "not in this book". A change of a record below raises CODING__FORMAT. */
#ifndef CODING_BOOK_LAYOUT_H
#define CODING_BOOK_LAYOUT_H

#include <coding/base.h>

#include "book/layout_claims.h"
#include "book/layout_ccsr.h"
#include "book/layout_comorbidity.h"
#include "book/layout_drg.h"
#include "book/layout_maps.h"
#include "book/layout_note.h"
#include "book/layout_operation.h"
#include "book/layout_risk.h"

#define CODING__MAGIC "CODINGBK"

/* The format written, and the oldest one still read. A book names the oldest reader that understands it. */
enum { CODING__FORMAT = 1, CODING__FORMAT_OLDEST = 1 };

enum { /* header */
    CODING__HEADER_MAGIC = 0,       /* 8 bytes */
    CODING__HEADER_FORMAT = 8,      /* u32: format of the book */
    CODING__HEADER_READER = 12,     /* u32: oldest format whose readers can read it */
    CODING__HEADER_SIZE = 16,       /* u64: bytes of the file */
    CODING__HEADER_COUNT = 24,      /* u32: sections */
    CODING__HEADER_CHECKSUM = 28,   /* u32: CRC-32C of header (this field as 0) and section records */
    CODING__HEADER_BYTES = 64
};

enum { /* section record */
    CODING__SECTION_NAME = 0,       /* 16 bytes, padded with NUL, at most 15 of them used */
    CODING__SECTION_OFFSET = 16,    /* u64 */
    CODING__SECTION_SIZE = 24,      /* u64 */
    CODING__SECTION_WIDTH = 32,     /* u32: bytes of one record */
    CODING__SECTION_CHECKSUM = 36,  /* u32: CRC-32C of the section's bytes */
    CODING__SECTION_BYTES = 48
};

/* X(name in C, name in the file, width) */
#define CODING__SECTIONS(X)                                                                                           \
    X(TEXT, "text", 1)                                                                                                \
    X(ORIGINS, "origins", 24)                                                                                         \
    X(SYSTEMS, "systems", 48)                                                                                         \
    X(EDITIONS, "editions", 40)                                                                                       \
    X(ROOTS, "trie.roots", 4)                                                                                         \
    X(NODES, "trie.nodes", 12)                                                                                        \
    X(ROWS, "rows", 16)                                                                                               \
    X(CODES, "rows.codes", 12)                                                                                        \
    X(SEEDS, "rows.seeds", 2)                                                                                         \
    X(PLACES, "rows.places", 4)                                                                                       \
    X(HISTORIES, "histories", 8)                                                                                      \
    X(STEPS, "steps", 8)                                                                                              \
    X(TITLE_WORDS, "title.words", 4)                                                                                  \
    X(SPELLED, "title.spelled", 1)                                                                                    \
    X(TITLES, "titles", 16)                                                                                           \
    X(LINES, "lines", 8)                                                                                              \
    X(SNAPSHOTS, "snapshots", 16)                                                                                     \
    X(NOTES, "notes", 32)                                                                                             \
    X(REFERENCES, "references", 24)                                                                                   \
    X(SEVENS, "sevens", 16)                                                                                           \
    X(BLOCKS, "blocks", 28)                                                                                           \
    X(NOTE_PLACES, "notes.places", 4)                                                                                 \
    X(NOTE_CHAINS, "notes.chains", 12)                                                                                \
    X(SUCCESSORS, "successors", 16)                                                                                   \
    X(POA_LISTS, "poa.lists", 16)                                                                                     \
    X(POA_BITS, "poa.bits", 1)                                                                                        \
    X(VOCABULARY, "vocabulary", 16)                                                                                    \
    X(LABELS, "pcs.labels", 16)                                                                                       \
    X(INDEX, "index", 20)                                                                                             \
    X(INDEX_MORE, "index.more", 12)                                                                                   \
    X(INDEX_ORIGINS, "index.origins", 4)                                                                              \
    X(INDEX_CODES, "index.codes", 8)                                                                                 \
    X(WORDS, "search.words", 16)                                                                                      \
    X(ALPHABET, "search.alphabet", 8)                                                                                 \
    X(WORD_PLACES, "search.places", 4)                                                                                \
    X(SKIPS, "search.skips", 1)                                                                                       \
    X(LETTERS, "search.letters", 1)                                                                                   \
    X(SOUNDS, "search.sounds", 8)                                                                                     \
    X(DOCUMENTS, "search.docs", 12)                                                                                   \
    X(LISTS, "search.lists", 1)                                                                                       \
    X(POSTINGS, "search.post", 1)                                                                                     \
    X(LEADS, "search.rows", 4)                                                                                        \
    X(SYNONYMS, "search.syn", 12)                                                                                     \
    X(ENDINGS, "search.endings", 44)                                                                                  \
    X(CLASSES, "search.classes", 16)                                                                                  \
    X(NUMBERS, "search.numbers", 4)                                                                                   \
    X(KEYS, "search.keys", 12)                                                                                        \
    X(KEY_STARTS, "search.keyed", 4)                                                                                  \
    X(PARTS, "terms.parts", 28)                                                                                       \
    X(PHRASES, "phrases", 12)                                                                                         \
    X(PHRASE_ROOTS, "phrases.roots", 4)                                                                               \
    X(PHRASE_PLACES, "phrases.places", 4)                                                                             \
    CODING__CLAIM_SECTIONS(X)                                                                                         \
    CODING__COMORBIDITY_SECTIONS(X)                                                                                   \
    CODING__MAP_SECTIONS(X)                                                                                           \
    CODING__NOTE_SECTIONS(X)                                                                                          \
    CODING__OPERATION_SECTIONS(X)                                                                                     \
    CODING__RISK_SECTIONS(X)                                                                                          \
    CODING__DRG_SECTIONS(X)                                                                                           \
    CODING__CCSR_SECTIONS(X)

typedef enum coding__section {
#define CODING__SECTION_ENUM(name, text, width) CODING__##name,
    CODING__SECTIONS(CODING__SECTION_ENUM)
#undef CODING__SECTION_ENUM
    CODING__SECTION_TOTAL
} coding__section;

/* Name and width of each section, by coding__section. */
typedef struct coding__section_form {
    char     name[16];
    uint32_t width;
} coding__section_form;
extern const coding__section_form coding__section_forms[CODING__SECTION_TOTAL];

enum { /* origins: where facts came from; number 0 is "nobody" */
    CODING__ORIGIN_RELEASE = 0,     /* text */
    CODING__ORIGIN_FILE = 4,        /* text */
    CODING__ORIGIN_LICENCE = 8,     /* text */
    CODING__ORIGIN_SHA256 = 12,     /* text */
    CODING__ORIGIN_DAY = 16,        /* day */
    CODING__ORIGIN_RANK = 20        /* u32: 0 the first source named to the compiler */
};

enum { /* systems, by number */
    CODING__SYSTEM_NUMBER = 0,      /* u32 */
    CODING__SYSTEM_NAME = 4,        /* text */
    CODING__SYSTEM_TITLE = 8,       /* text */
    CODING__SYSTEM_PATTERN = 12,    /* text: PCRE2 pattern of a user's own system; empty: built in */
    CODING__SYSTEM_ROW = 16,        /* u32: first row */
    CODING__SYSTEM_PAST = 20,       /* u32: row past the last */
    CODING__SYSTEM_EDITION = 24,    /* u32: first edition */
    CODING__SYSTEM_EDITIONS = 28,   /* u32: how many */
    CODING__SYSTEM_UNKNOWN = 32,    /* u32: history of codes that are in no edition */
    CODING__SYSTEM_NEWEST = 36,     /* day: first day of the newest edition */
    CODING__SYSTEM_DOT = 40,        /* u32: a dot after this many characters when printed; 0 none (users' own systems) */
    CODING__SYSTEM_SPARE = 44
};

enum { /* editions, by system and first day */
    CODING__EDITION_SYSTEM = 0,     /* u32 */
    CODING__EDITION_FIRST = 4,      /* day */
    CODING__EDITION_UNTIL = 8,      /* day: the last it answers for */
    CODING__EDITION_ORIGIN = 12,    /* u32 */
    CODING__EDITION_ROWS = 16,      /* u32 */
    CODING__EDITION_BILLABLE = 20,  /* u32 */
    CODING__EDITION_LINE = 24,      /* u32: first record in `lines` */
    CODING__EDITION_LINES = 28,     /* u32: how many */
    CODING__EDITION_BASE = 32,      /* u32: origin of the rows that were not changed; lines with bit 31 are of ORIGIN */
    CODING__EDITION_SPARE = 36
};
#define CODING__LINE_CHANGED 0x80000000u

/* trie.roots, by system number, u32: the node under which its codes begin; 0: the book has none. Node 0 is empty. */

enum { /* trie.nodes: children of a node lie together, in the order of their symbols */
    CODING__NODE_MASK = 0,          /* u64: bit s, 1 to 40, is set where a child with symbol s is; from bit 41 on: the
                                       node of the first child */
    CODING__NODE_ROW = 8,           /* u32: row plus 1; 0: a beginning that is no row */
    CODING__NODE_BYTES = 12
};
enum { CODING__NODE_BASE_SHIFT = 41, CODING__NODES_MOST = 1 << 23 };
#define CODING__NODE_CHILDREN (((uint64_t)1 << CODING__NODE_BASE_SHIFT) - 1)

enum { /* rows, in printed order */
    CODING__ROW_PAST = 0,           /* u32: first row past everything below it */
    CODING__ROW_PARENT = 4,         /* u32: row plus 1; 0 none */
    CODING__ROW_TITLE = 8,          /* spelled: newest long title */
    CODING__ROW_SHORT = 12          /* spelled: newest short title; 0 none */
};

enum { /* rows.codes, by row: what a verdict reads, close together */
    CODING__CODE_CODE = 0,          /* u64 */
    CODING__CODE_HISTORY = 8,       /* u32 */
    CODING__CODE_BYTES = 12
};

/* rows.seeds, u16, and rows.places, u32: from a code to its row; see book/places.h. */
enum { CODING__SEED_BYTES = 2, CODING__PLACE_BYTES = 4 };

enum { /* histories: most rows share a few hundred of them */
    CODING__HISTORY_STEP = 0,       /* u32: first step */
    CODING__HISTORY_COUNT = 4,      /* u16 */
    CODING__HISTORY_NEWEST = 6      /* u16: the rule on the first day of the newest edition */
};

enum { /* steps: from a day on, a rule speaks (coding_rule); the first step's day is 0 */
    CODING__STEP_DAY = 0,
    CODING__STEP_RULE = 4
};

/* title.words: text of each word, the most used first. title.spelled: titles as words, see book/spelling.h. */

enum { /* titles: only of rows that had more than one; by row and first day */
    CODING__TITLE_ROW = 0,
    CODING__TITLE_FIRST = 4,
    CODING__TITLE_TEXT = 8,         /* spelled */
    CODING__TITLE_SPARE = 12
};

/* lines: of an edition, runs of rows whose lines follow one another in its file: {u32 row, u32 line} */

enum { /* snapshots of notes, by day; their number is a bit in the mask of notes */
    CODING__SNAPSHOT_SYSTEM = 0,
    CODING__SNAPSHOT_FIRST = 4,     /* day */
    CODING__SNAPSHOT_ORIGIN = 8,
    CODING__SNAPSHOT_SPARE = 12
};

enum { /* notes, by holder: rows first, then blocks; inside in printed order */
    CODING__NOTE_HOLDER = 0,        /* u32: row; with bit 31 set: block */
    CODING__NOTE_SNAPSHOTS = 4,     /* u32: mask of the snapshots that print it */
    CODING__NOTE_TEXT = 8,          /* text */
    CODING__NOTE_REFERENCE = 12,    /* u32: first reference */
    CODING__NOTE_REFERENCES = 16,   /* u16: how many */
    CODING__NOTE_KIND = 18,         /* u8: coding_note_kind */
    CODING__NOTE_HEADING = 19,      /* u8: opens a group */
    CODING__NOTE_LINE = 20,         /* u32: in the file of the newest snapshot that prints it */
    CODING__NOTE_ORIGIN = 24,       /* u32: that snapshot's origin */
    CODING__NOTE_SPARE = 28
};
#define CODING__NOTE_BLOCK 0x80000000u

/* notes.places, u32 by row, no further than rows need: the first record of its chain plus 1; 0: no note of a kind that
 * rules read (CODING__NOTES_READ) holds for it. */
enum { /* notes.chains: holders of such notes, from a row outwards: its own, its ancestors, section and chapter. What
          rows have in common of their chains is one record for all of them, and lies before what leads to it. */
    CODING__CHAIN_NOTE = 0,         /* u32: the holder's first note of such a kind */
    CODING__CHAIN_COUNT = 4,        /* u16: from it to the last one */
    CODING__CHAIN_KINDS = 6,        /* u16: mask of the kinds among them */
    CODING__CHAIN_NEXT = 8          /* u32: record plus 1; 0 none */
};
enum { CODING__NOTES_READ = 0x7C }; /* mask of coding_note_kind: Excludes1, Excludes2, code first ... code also */

enum { /* references of notes */
    CODING__REFERENCE_FIRST = 0,    /* u32: first row of the range */
    CODING__REFERENCE_LAST = 4,     /* u32: row of its last code (everything below it is meant too) */
    CODING__REFERENCE_CHARACTERS = 8,/* u64 */
    CODING__REFERENCE_POSITION = 16,/* u8 */
    CODING__REFERENCE_EITHER = 17,  /* u8 */
    CODING__REFERENCE_INCOMPLETE = 18,/* u8 */
    CODING__REFERENCE_SPARE = 19
};

enum { /* sevens: definitions of 7th characters, by row and character; the nearest ancestor's count */
    CODING__SEVEN_ROW = 0,
    CODING__SEVEN_SNAPSHOTS = 4,
    CODING__SEVEN_TEXT = 8,
    CODING__SEVEN_CHARACTER = 12    /* u8 */
};

enum { /* blocks: chapters and sections, in printed order, a chapter before its sections */
    CODING__BLOCK_SYSTEM = 0,
    CODING__BLOCK_NAME = 4,         /* text */
    CODING__BLOCK_TITLE = 8,        /* text */
    CODING__BLOCK_FIRST = 12,       /* u32: first row */
    CODING__BLOCK_PAST = 16,        /* u32: row past the last */
    CODING__BLOCK_LEVEL = 20,       /* u32: 0 chapter, 1 section */
    CODING__BLOCK_SNAPSHOTS = 24    /* u32: mask of the snapshots that print it */
};

enum { /* successors, by row and day */
    CODING__SUCCESSOR_ROW = 0,
    CODING__SUCCESSOR_TO = 4,       /* u32: row */
    CODING__SUCCESSOR_FIRST = 8,    /* day */
    CODING__SUCCESSOR_ORIGIN = 12
};

enum { /* poa.lists, by day */
    CODING__POA_LIST_FIRST = 0,     /* day */
    CODING__POA_LIST_UNTIL = 4,     /* day */
    CODING__POA_LIST_ORIGIN = 8,
    CODING__POA_LIST_BITS = 12      /* u32: where its bits begin in poa.bits, one a row of ICD-10-CM, lowest first */
};

enum { /* vocabulary: tables of words as they were read, for books that extend this one */
    CODING__VOCABULARY_TERM = 0,    /* text */
    CODING__VOCABULARY_CONCEPT = 4, /* text */
    CODING__VOCABULARY_KIND = 8,    /* text */
    CODING__VOCABULARY_RANK = 12    /* u32 */
};

enum { /* pcs.labels: by prefix and character */
    CODING__LABEL_PREFIX = 0,       /* u64: code of section, body system and operation (and what it depends on) */
    CODING__LABEL_AXIS = 8,         /* u8: 1 to 7 */
    CODING__LABEL_CHARACTER = 9,    /* u8 */
    CODING__LABEL_TEXT = 12         /* text */
};

enum { /* index: the Alphabetic Index and the tables, in printed order (a term before those below it) */
    CODING__INDEX_PARENT = 0,       /* u32: record plus 1; 0: main term */
    CODING__INDEX_TITLE = 4,        /* text */
    CODING__INDEX_CODE = 8,         /* u32: first record in index.codes */
    CODING__INDEX_MORE_ = 12,       /* u32: record in index.more plus 1; 0: none */
    CODING__INDEX_CODES_ = 16,      /* u16: how many */
    CODING__INDEX_KIND = 18,        /* u8: coding__index_kind */
    CODING__INDEX_LEVEL = 19        /* u8: 0 main term */
};

enum { /* index.more: what one term in four has; read by coding__index_text */
    CODING__INDEX_NEMOD = 0,        /* text: nonessential modifiers */
    CODING__INDEX_SEE = 4,          /* text */
    CODING__INDEX_SEE_ALSO = 8      /* text */
};

/* index.origins: u32 by kind: the origin of that index; 0: it is not in the book. */

typedef enum coding__index_kind {
    CODING__INDEX_ALPHABETIC = 0,
    CODING__INDEX_EXTERNAL = 1,
    CODING__INDEX_NEOPLASM = 2,
    CODING__INDEX_DRUG = 3
} coding__index_kind;

enum { /* index.codes: only codes that are rows of the book */
    CODING__INDEX_CODE_ROW = 0,     /* u32: row plus 1 */
    CODING__INDEX_CODE_COLUMN = 4,  /* u8: 2 to 7 of a table; 0 */
    CODING__INDEX_CODE_FLAGS = 5    /* u8: CODING__INDEX_INCOMPLETE, CODING__INDEX_MANIFESTATION */
};
enum { CODING__INDEX_INCOMPLETE = 1, CODING__INDEX_MANIFESTATION = 2 };

enum { /* search.words, the most frequent first: a word's number is its rank */
    CODING__WORD_LETTERS = 0,       /* u32: in search.letters: common form, NUL, form shown, NUL */
    CODING__WORD_POSTINGS = 4,      /* u32: in search.post */
    CODING__WORD_COUNT = 8,         /* u32: documents in the postings; 0: none are kept */
    CODING__WORD_WEIGHT = 12,       /* u8: how much it tells */
    CODING__WORD_FLAGS = 13,        /* u8: CODING__WORD_STOP ... */
    CODING__WORD_CUES = 14          /* u16: mask of the classes it asks for */
};
enum {
    CODING__WORD_STOP = 1,          /* says nothing by itself: "of" */
    CODING__WORD_IN_TEXTS = 2,      /* stands in some document, not in synonyms alone */
    CODING__WORD_DEFAULT = 4,       /* a variant that has it is taken where the query leaves it open: "unspecified" */
    CODING__WORD_REST = 8,          /* a variant that has it is taken last: "other" */
    CODING__WORD_SHORT = 16,        /* an abbreviation: nothing is corrected to it */
    CODING__WORD_SIDE = 32,         /* right, left, both: may stand inside a phrase */
    CODING__WORD_IN_PHRASES = 64    /* some synonym has it beside other words */
};

enum { CODING__SKIP_PLACES = 8 };  /* of the alphabet, to a byte of search.skips */

enum { /* search.alphabet: words by their common form */
    CODING__LETTER_WORD = 0,        /* u32: rank, 24 bits; letters shared with the one before, 8 bits */
    CODING__LETTER_LETTERS = 4      /* u32: in search.letters, as the word has it: a walk need not fetch the word */
};

/* search.skips: of each so many places of the alphabet, the fewest letters that one of them shares.
 * search.places: the words once more, by a hash of their letters: {rank + 1, 24 bits; of the hash, 8 bits}, 0 free.
 * search.sounds: {u32 sound, u32 rank}, sorted: words by how they sound.
 * search.lists: runs of variable-length numbers; see text/lists.h.
 * search.post: documents of a word, each as its distance from the one before, variable-length.
 * search.rows: u32 by row: its title's document plus 1, or with bit 31 the list of what it adds to its parent's; 0. */

enum { /* search.keys: for each word the documents of diagnoses that cannot be met nearly whole without one of their
          heaviest words, of which this is one */
    CODING__KEY_OTHERS = 0,         /* u64: ranks of their three next heaviest words, 18 bits each, all bits set: none;
                                       above them a bit for each set of the three, by its mask: may it be lacking? */
    CODING__KEY_DOCUMENT = 8,       /* u32 */
    CODING__KEY_BYTES = 12
};
enum { CODING__KEY_OTHERS_MOST = 3, CODING__KEY_RANK_BITS = 18, CODING__KEY_LACKING_SHIFT = 54 };
#define CODING__KEY_NO_RANK ((1u << CODING__KEY_RANK_BITS) - 1)
/* A document is met nearly whole where the words that are lacking weigh no more than this part of it. */
#define CODING__KEY_LACKING 0.25

/* search.keyed, u32 by rank and one more: where the keys of a word begin. */

enum { /* search.docs: texts that lead to a row, by row */
    CODING__DOCUMENT_ROW = 0,       /* u32: row; the top byte: weight of its words */
    CODING__DOCUMENT_LIST = 4,      /* u32: in search.lists: its words */
    CODING__DOCUMENT_SOURCE = 8     /* u32: top byte: coding_field; the rest: record of notes or index */
};

enum { /* search.syn, by hash */
    CODING__SYNONYM_HASH = 0,       /* u32: of the phrase's ranks */
    CODING__SYNONYM_LIST = 4,       /* u32: in search.lists: phrase, then what it stands for */
    CODING__SYNONYM_KIND = 8,       /* u8: coding__synonym_kind */
    CODING__SYNONYM_SENSE = 9,      /* u8: 1: the first meaning */
    CODING__SYNONYM_COMMON = 10,    /* u8: the phrase is also a plain word: "as", "all" */
    CODING__SYNONYM_SPARE = 11
};

typedef enum coding__synonym_kind {
    CODING__SYNONYM_WORD = 0,       /* one word for another: "renal", "kidney" */
    CODING__SYNONYM_LAY = 1,
    CODING__SYNONYM_ABBREVIATION = 2,
    CODING__SYNONYM_INDEX = 3,      /* "see" of the Alphabetic Index */
    CODING__SYNONYM_KIN = 4         /* a word of the same stem: "cornea", "corneal" */
} coding__synonym_kind;

enum { /* search.classes: ranges of rows that are rarely meant unless asked for */
    CODING__CLASS_FIRST = 0,        /* u32: row */
    CODING__CLASS_PAST = 4,         /* u32: row */
    CODING__CLASS_FACTOR = 8,       /* u8: percent */
    CODING__CLASS_CUE = 9,          /* u8: bit in the mask of cues */
    CODING__CLASS_SPARE = 10
};

/* search.numbers: what the parts of a search weigh, u32 each, in millionths; see text/parameters.h. */

enum { /* phrases: what texts of the book say, as a trie of words: node 0 is the root, the children of a node lie together
          in the order of their words, behind it. Where they are more than CODING__PHRASE_FEW, a record before the first
          has their number for its word. */
    CODING__PHRASE_WORD = 0,        /* u32: rank of the word that leads here, or CODING__PHRASE_DENIAL before what is
                                       denied: 24 bits; CODING__PHRASE_LAST, CODING__PHRASE_MANY */
    CODING__PHRASE_CHILD = 4,       /* u32: the first child; 0: none */
    CODING__PHRASE_TARGET = 8,      /* u32: 0: no phrase ends here; else its row plus 1, 0xFFFFFF where it has no code,
                                       and in the top byte its coding_phrase_kind */
    CODING__PHRASE_BYTES = 12
};
#define CODING__PHRASE_RANK    0x00FFFFFFu
#define CODING__PHRASE_DENIAL  0x00FFFFFFu /* stands for "without", "not", "no" */
#define CODING__PHRASE_NO_CODE 0x00FFFFFFu
#define CODING__PHRASE_LAST    0x80000000u /* of its siblings */
#define CODING__PHRASE_MANY    0x40000000u /* it has more than CODING__PHRASE_FEW children */

/* phrases.roots, u32 by rank: the root's child for it; 0: none. One more at the end is that of CODING__PHRASE_DENIAL.
 * phrases.places: the children of those who have many, but for the root, by coding__phrase_place of node and word:
 * {child, 24 bits; of the hash, 8 bits}, 0 free; who finds a place taken takes the next one, at most
 * CODING__PHRASE_PROBES further. There is always one place at least. */
enum { CODING__PHRASE_FEW = 8, CODING__PHRASE_PROBES = 64 };

enum { /* terms.parts: what medical words are made of, by letters and kind */
    CODING__PART_LETTERS = 0,       /* text: the letters it is known by: "nephr" */
    CODING__PART_FORM = 4,          /* text: its combining form: "nephro" */
    CODING__PART_MEANING = 8,       /* text */
    CODING__PART_BECAUSE = 12,      /* text: the Greek or Latin it comes from */
    CODING__PART_ORIGIN = 16,       /* u32 */
    CODING__PART_LINE = 20,         /* u32 */
    CODING__PART_KIND = 24,         /* u8: coding_part_kind */
    CODING__PART_VOWEL = 25,        /* u8: the letter that joins it to the next part; 0: none */
    CODING__PART_LENGTH = 26,       /* u8: of its letters */
    CODING__PART_STEM = 27          /* u8: 1: the letters are those of the combining form where the table has others */
};

/* CRC-32C (Castagnoli) of more bytes; begin with 0. */
uint32_t coding__checksum(uint32_t checksum, const void *bytes, size_t length);

/* Explicit loads: a book has one byte order on every machine. */
static inline uint32_t coding__load16(const unsigned char *at) { return (uint32_t)at[0] | (uint32_t)at[1] << 8; }
static inline uint32_t coding__load32(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}
static inline uint64_t coding__load64(const unsigned char *at)
{
    return (uint64_t)coding__load32(at) | (uint64_t)coding__load32(at + 4) << 32;
}

#endif
