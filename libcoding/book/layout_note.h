/* How the tables that notes are read by lie in a book. Included by layout.h, whose words hold here too. */
#ifndef CODING_BOOK_LAYOUT_NOTE_H
#define CODING_BOOK_LAYOUT_NOTE_H

/* X(name in C, name in the file, width) */
#define CODING__NOTE_SECTIONS(X)                                                                                      \
    X(CUES, "note.cues", 16)                                                                                          \
    X(HEADINGS, "note.headings", 16)                                                                                  \
    X(NOTE_WORDS, "note.words", 20)                                                                                   \
    X(NOTE_LINKS, "note.links", 32)

enum { /* note.cues, by text: tokens in lower case, parted by one blank (note/token.h) */
    CODING__CUE_TEXT = 0,           /* text */
    CODING__CUE_CLASS = 4,          /* u8: coding__cue_class */
    CODING__CUE_WHERE = 5,          /* u8: coding__cue_where */
    CODING__CUE_SCOPE = 6,          /* u8: tokens that it reaches; 0: to the end of its sentence; CODING__CUE_ITEM */
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
    CODING__CUE_TERMINATOR = 6,     /* ends the reach of others */
    CODING__CUE_TELLING = 7         /* a relative who does this speaks of the patient: "noticed" */
} coding__cue_class;

typedef enum coding__cue_where {
    CODING__CUE_BEFORE = 0,         /* stands before what it is about */
    CODING__CUE_AFTER = 1,
    CODING__CUE_STOP = 2,           /* is about nothing */
    CODING__CUE_FIRST = 3           /* stands before what it is about, first in its sentence: "should fever occur" */
} coding__cue_where;

enum { CODING__CUE_ITEM = UINT8_MAX }; /* a scope: to the next comma */

enum { CODING__CUE_TOKENS_MOST = 8 };

enum { /* note.headings, by text, as cues are */
    CODING__HEADING_TEXT = 0,       /* text */
    CODING__HEADING_PASSAGE = 4,    /* u8: coding_passage */
    CODING__HEADING_ORIGIN = 8,
    CODING__HEADING_LINE = 12
};

enum { /* note.words, by text, as cues are */
    CODING__NOTE_WORD_TEXT = 0,     /* text */
    CODING__NOTE_WORD_ROW = 4,      /* row of its code; UINT32_MAX: a word that is about nothing */
    CODING__NOTE_WORD_USE = 8,      /* u8: coding__note_use */
    CODING__NOTE_WORD_ORIGIN = 12,
    CODING__NOTE_WORD_LINE = 16
};

typedef enum coding__note_use {
    CODING__NOTE_IDLE = 0,          /* by itself it is nothing that has a code: "follow", "exam" */
    CODING__NOTE_WEAK = 1,          /* the same, but with another word it may be: "disease" */
    CODING__NOTE_DRUG = 2,          /* a drug whose long-term use has a code */
    CODING__NOTE_BESIDE = 3,        /* tells more of what is coded elsewhere: "pack", of nicotine dependence */
    CODING__NOTE_STANDS = 4,        /* by itself in a note it stands for a code, whatever the book has of the word */
    CODING__NOTE_DOUBTFUL = 5,      /* stands for it where something else in the note speaks for that */
    CODING__NOTE_PLACED = 6,        /* the same, or where the passage does: an assessment is of diagnoses */
    CODING__NOTE_ALLERGEN = 7,      /* what an allergy to has a status code */
    CODING__NOTE_STATUS = 8,        /* what the patient has from now on: a pacemaker, a stoma */
    CODING__NOTE_DONE = 9           /* an operation that leaves a status, once it is of the past */
} coding__note_use;

enum { CODING__NOTE_WORD_TOKENS = 5 }; /* of a phrase; drugs and what follows them may have several */

enum { /* note.links, by kind and the row of the first range; ranges of rows reach to all that is below the last */
    CODING__LINK_FIRST = 0,
    CODING__LINK_LAST = 4,
    CODING__LINK_WITH_FIRST = 8,    /* UINT32_MAX: with nothing */
    CODING__LINK_WITH_LAST = 12,
    CODING__LINK_ROW = 16,          /* the code it leads to; UINT32_MAX: none */
    CODING__LINK_KIND = 20,         /* u8: coding__link_kind */
    CODING__LINK_ORIGIN = 24,
    CODING__LINK_LINE = 28
};

typedef enum coding__link_kind {
    CODING__LINK_COMBINED = 0,      /* beside the other, this code takes its place */
    CODING__LINK_ADDED = 1,         /* beside the other, this code is coded, too */
    CODING__LINK_INTEGRAL = 2,      /* the other explains it: not coded beside it */
    CODING__LINK_HISTORY = 3,       /* of the past: this code */
    CODING__LINK_FAMILY = 4,        /* of the family: this code */
    CODING__LINK_CONFIRMED = 5,     /* never coded while uncertain */
    CODING__LINK_BESIDE = 6,        /* coded beside the other, and never by itself */
    CODING__LINK_LASTING = 7,       /* a disease for life: of the past, it is still there */
    CODING__LINK_FORMER = 8,        /* said to be of the past, and not only in a list of what there was: this code */
    CODING__LINK_SYMPTOM = 9,       /* told of, it is not coded beside a diagnosis that was made */
    CODING__LINK_BRIEF = 10,        /* long-term use alone has it, and the drug is often taken for days */
    CODING__LINK_SEQUELA = 11,      /* in one sentence with the other, which is of the past: this code for both */
    CODING__LINK_EVIDENCE = 12,     /* the other speaks for this meaning of an abbreviation */
    CODING__LINK_ALLERGY = 13,      /* an allergy to a drug whose long-term use has the first code: this code */
    CODING__LINK_SCREENING = 14,    /* looked for where nobody complains of it: this code */
    CODING__LINK_IMPLIED = 15,      /* where the other is not coded, this code is */
    CODING__LINK_SEVERE = 16,       /* said to be severe, this code is coded, too */
    CODING__LINK_NAMED = 17,        /* its words may name one of the others, which is coded, too */
    CODING__LINK_TOTAL = 18
} coding__link_kind;

#endif
