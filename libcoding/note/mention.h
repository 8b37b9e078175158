/* Mentions: where a note speaks of something that has a code. A piece of a sentence between marks and cues is asked of
 * the book as a whole; where a text of the book is met nearly wholly, the words that met it are a mention, and what is
 * left to both sides is asked again. A sentence asks no more often than it has words. */
#ifndef CODING_NOTE_MENTION_H
#define CODING_NOTE_MENTION_H

#include "entry/desk.h"
#include "note/cue.h"
#include "note/known.h"
#include "text/cover.h"

/* What a proposal needs to know of a mention and a caller does not. */
typedef struct coding__mention_detail {
    uint32_t open;      /* mask of coding_axis */
    bool     written;   /* the code itself */
    bool     drug;      /* a drug whose long-term use has a code */
    bool     ambiguous; /* an abbreviation with several meanings */
    bool     part;      /* said inside another one, which it belongs to */
    bool     followed;  /* its sentence speaks of care while it heals */
    bool     index;     /* a body mass index, which is coded beside a diagnosis alone */
    bool     allergen;  /* what the patient is allergic to */
    bool     status;    /* a device, a stoma, what is missing */
    bool     done;      /* an operation that leaves one */
    bool     phrase;    /* of table note.words: what stands within it is nothing by itself */
} coding__mention_detail;

typedef struct coding__note_reader {
    coding_desk    *desk;
    coding__scope   scope;    /* diagnoses */
    size_t          length;   /* of the note */
    coding__sentence sentence;
    coding__known    words[CODING__SENTENCE_TOKENS]; /* of the sentence */
    coding__cues     cues;
    uint32_t         asks;    /* that the sentence still has */
    bool             followed; /* of the sentence: see coding__mention_detail */
    coding__list     mentions; /* coding_mention */
    coding__list     details;  /* coding__mention_detail, one for each */
    bool             failed;  /* no memory */
} coding__note_reader;

typedef struct coding__stretch {
    size_t first, past; /* tokens of the sentence */
} coding__stretch;

static inline const char *coding__token_text(const coding__note_reader *reader, size_t index)
{
    return reader->sentence.text + reader->sentence.offset + reader->sentence.tokens[index].offset;
}

/* Adds a mention with where it stands and how it is asserted. */
void coding__add_mention(coding__note_reader *reader, coding__stretch piece, const coding_mention *made,
                         coding__mention_detail detail);

/* Does the sentence speak of care while something heals (plain.c)? */
bool coding__speaks_of_healing(const coding__note_reader *reader);

/* Adds those of the sentence that need no search (plain.c), its statuses with them, and what it says the patient is allergic to (allergy.c). */
void coding__find_plain(coding__note_reader *reader);
void coding__find_allergies(coding__note_reader *reader);
/* Adds its statuses (status.c). A device is there whenever it is told of; an operation leaves a status once it is of the
 * past. What stands within one is nothing by itself. */
void coding__find_statuses(coding__note_reader *reader);
bool coding__is_status(const coding_mention *mention, const coding__mention_detail *detail);
bool coding__is_within_status(const coding__note_reader *reader, uint32_t mention);

/* Adds the mentions of the sentence that stands in the reader. */
void coding__find_mentions(coding__note_reader *reader);

#endif
