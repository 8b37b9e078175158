/* How the tables that notes are read by lie in a book. Included by layout.h, whose words hold here too. */
#ifndef CODING_BOOK_LAYOUT_NOTE_H
#define CODING_BOOK_LAYOUT_NOTE_H

/* X(name in C, name in the file, width) */
#define CODING__NOTE_SECTIONS(X)                                                                                      \
    X(CUES, "note.cues", 16)                                                                                          \
    X(HEADINGS, "note.headings", 16)

enum { /* note.cues, by text: tokens in lower case, parted by one blank (note/token.h) */
    CODING__CUE_TEXT = 0,           /* text */
    CODING__CUE_CLASS = 4,          /* u8: coding__cue_class */
    CODING__CUE_WHERE = 5,          /* u8: coding__cue_where */
    CODING__CUE_SCOPE = 6,          /* u8: tokens that it reaches; 0: to the end of its sentence */
    CODING__CUE_TOKENS = 7,         /* u8: how many it has */
    CODING__CUE_ORIGIN = 8,
    CODING__CUE_LINE = 12
};

typedef enum coding__cue_class {
    CODING__CUE_NEGATED = 0,
    CODING__CUE_UNCERTAIN = 1,
    CODING__CUE_HISTORICAL = 2,
    CODING__CUE_FAMILY = 3,
    CODING__CUE_HYPOTHETICAL = 4,
    CODING__CUE_PSEUDO = 5,         /* looks like a cue, and says nothing */
    CODING__CUE_TERMINATOR = 6      /* ends the reach of others */
} coding__cue_class;

typedef enum coding__cue_where {
    CODING__CUE_BEFORE = 0,         /* stands before what it is about */
    CODING__CUE_AFTER = 1,
    CODING__CUE_STOP = 2            /* is about nothing */
} coding__cue_where;

enum { CODING__CUE_TOKENS_MOST = 8 };

enum { /* note.headings, by text, as cues are */
    CODING__HEADING_TEXT = 0,       /* text */
    CODING__HEADING_PASSAGE = 4,    /* u8: coding_passage */
    CODING__HEADING_ORIGIN = 8,
    CODING__HEADING_LINE = 12
};

#endif
