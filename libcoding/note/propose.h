/* From mentions to codes: which mention may be coded in which passage and setting, what two of them are together, what
 * is withheld and why, in a coder's order. */
#ifndef CODING_NOTE_PROPOSE_H
#define CODING_NOTE_PROPOSE_H

#include "entry/trie.h"
#include "note/mention.h"

/* More codes than this no claim holds; what a longer note has beyond is among the mentions alone. */
enum { CODING__DRAFTS_MOST = 128 };

typedef struct coding__draft {
    uint32_t      row;
    coding_reason reason;
    bool          withheld;
    bool          gone;      /* another one took its place */
    bool          last;      /* behind those of its place: a manifestation */
    bool          leads;     /* before all others: chapter 15 (I.C.15.a.1) */
    uint32_t      lacks;     /* mask of coding_axis: what was chosen by default */
    float         confidence;
    uint32_t      place;     /* the smaller, the earlier a coder names it */
    coding__list  mentions;  /* uint32_t */
} coding__draft;

typedef struct coding__drafts {
    coding__note_reader *reader;
    coding_setting       setting;
    coding__draft        items[CODING__DRAFTS_MOST];
    uint32_t             count;
} coding__drafts;

/* Fills the codes of an annotation from what the reader found. */
void coding__propose(coding__note_reader *reader, coding_setting setting, coding_annotation *made);

/* The draft of a row, made where there is none; NULL where there are too many. */
coding__draft *coding__draft_of(coding__drafts *drafts, uint32_t row);

/* What a mention leads to by itself (decide.c): false where it leads to nothing. */
typedef struct coding__decision {
    uint32_t      row;
    coding_reason reason;
    bool          withheld;
    float         factor; /* of its confidence */
} coding__decision;
bool coding__decide_mention(coding__note_reader *reader, coding_setting setting, uint32_t mention, coding__decision *made);

/* What becomes of something of the past (past.c), and the code that a table or a search within a range has for it. */
bool coding__decide_past(coding__note_reader *reader, coding_setting setting, uint32_t mention, coding__decision *made);
bool coding__look_up(coding__note_reader *reader, const coding_mention *mention, coding__link_kind kind,
                     const char *before, const char *first, const char *last, uint32_t *row);
/* A fracture that heals keeps its code, with the encounter that goes with it. */
bool coding__follow_up(const coding__note_reader *reader, uint32_t *row);

/* What tells more of a condition behind a comma (clause.c), and of what a title calls unspecified (fill.c). */
void coding__read_clauses(coding__drafts *drafts);
void coding__fill_titles(coding__drafts *drafts);
/* What words of a code name beside it, and what a code brings with it where nothing else says so (imply.c). */
void coding__name_parts(coding__drafts *drafts);
bool coding__imply(coding__drafts *drafts); /* whether it added any */

/* What drafts are together (together.c), what symptoms are beside diagnoses (symptom.c), what one passage says against
 * another (supersede.c), and what a stroke left (sequela.c). */
void coding__bring_together(coding__drafts *drafts);
void coding__withhold_symptoms(coding__drafts *drafts);
void coding__supersede(coding__drafts *drafts);
void coding__find_sequelae(coding__drafts *drafts);

/* Does it stand, and is it of the patient and of now? */
bool coding__draft_counts(const coding__draft *draft);
/* Adds the mentions of one to another, which then stands where the earlier of them stood. */
void coding__draft_take(coding__drafts *drafts, coding__draft *to, const coding__draft *from);
/* 0 for an assessment, larger for what a coder names later. */
static inline unsigned coding__draft_rank(const coding__draft *draft) { return draft->place >> 28; }
/* The mention of a draft that stands first in it. */
const coding_mention *coding__draft_mention(const coding__drafts *drafts, const coding__draft *draft);
/* Has the title of a row these words, as they are written? */
bool coding__title_has(const coding_book *book, uint32_t row, const char *words);
static inline char coding__letter_of(const coding_book *book, uint32_t row)
{
    return coding_code_character(coding__row_code(book, row), 0);
}

/* What the documentation lacks about a draft, a mask of coding_axis, and the question that asks for it (query.c). */
uint32_t    coding__lacking(const coding__note_reader *reader, const coding__draft *draft);
const char *coding__query_of(coding_desk *desk, const coding__draft *draft, uint32_t lacks);

/* The first link of a kind from `at` on that a row lies in; UINT32_MAX past the last. */
uint32_t coding__link_from(const coding_book *book, uint32_t at, coding__link_kind kind, uint32_t row);
/* Have a row and another one a code between them? */
bool     coding__are_linked(const coding_book *book, uint32_t row, uint32_t other);
/* Does the row lie in the range that begins at that field of a link? */
bool     coding__link_has(const coding_book *book, uint32_t link, unsigned field, uint32_t row);

/* The category that a row is of: its first three characters. */
static inline coding_code coding__category_of(const coding_book *book, uint32_t row)
{
    return coding_code_prefix(coding__row_code(book, row), 3);
}

#endif
