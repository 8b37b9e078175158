/* How the tables that operations are read by lie in a book. Included by layout.h, whose words hold here too. */
#ifndef CODING_BOOK_LAYOUT_OPERATION_H
#define CODING_BOOK_LAYOUT_OPERATION_H

/* X(name in C, name in the file, width) */
#define CODING__OPERATION_SECTIONS(X)                                                                                 \
    X(OPERATION_ROOTS, "op.roots", 24)                                                                                \
    X(OPERATION_WORDS, "op.words", 48)

enum { /* op.roots, by section and character */
    CODING__ROOT_SECTION = 0,       /* u8: first character of the table */
    CODING__ROOT_CHARACTER = 1,     /* u8: third */
    CODING__ROOT_NAME = 4,          /* text */
    CODING__ROOT_DEFINITION = 8,    /* text */
    CODING__ROOT_GUIDELINE = 12,    /* text */
    CODING__ROOT_ORIGIN = 16,
    CODING__ROOT_LINE = 20
};

enum { /* op.words, by text: tokens in lower case, parted by one blank (note/token.h); several may have one text */
    CODING__OP_TEXT = 0,            /* text */
    CODING__OP_PART = 4,            /* text: what the book calls the body part, without its side; empty: says nothing */
    CODING__OP_ROOTS = 8,           /* u64: bit s for the symbol s of each root operation it may be; 0: says nothing */
    CODING__OP_APPROACHES = 16,     /* u64: the same of approaches */
    CODING__OP_DEVICE = 24,         /* text, as the part */
    CODING__OP_QUALIFIER = 28,      /* text */
    CODING__OP_GUIDELINE = 32,      /* text: "B3.8" */
    CODING__OP_SECTION = 36,        /* u8: first character of the table; 0: any */
    CODING__OP_SYSTEM = 37,         /* u8: second */
    CODING__OP_KIND = 38,           /* u8: coding__op_kind */
    CODING__OP_TOKENS = 39,         /* u8 */
    CODING__OP_ORIGIN = 40,         /* of a body part that labels of the book name: 0 */
    CODING__OP_LINE = 44
};

typedef enum coding__op_kind {
    CODING__OP_OPERATION = 0,       /* names an operation */
    CODING__OP_WORD = 1,            /* says something of one */
    CODING__OP_BODY_PART = 2,       /* a body part */
    CODING__OP_COUNT = 3,           /* how many: its qualifier is the number */
    CODING__OP_IDLE = 4,            /* looks like one of these, and says nothing */
    CODING__OP_CONVERTED = 5,       /* begun otherwise and made open */
    CODING__OP_ABORTED = 6,         /* begun and not finished */
    CODING__OP_PLANNED = 7,         /* has not been done yet */
    CODING__OP_TITLE = 8,           /* a heading: operations performed */
    CODING__OP_BODY = 9,            /* a heading: how it was done */
    CODING__OP_REASON = 10,         /* a heading: diagnosis, indication */
    CODING__OP_ENDING = 11,         /* a word that ends so names an operation */
    CODING__OP_TOLD = 12,           /* names an operation that counts where the body alone tells of it */
    CODING__OP_KIND_TOTAL = 13
} coding__op_kind;

enum { CODING__OP_TOKENS_MOST = 8 };

#endif
