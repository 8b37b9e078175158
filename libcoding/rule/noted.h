/* Notes of the Tabular List in force for the diagnoses of a claim, gathered once and read in place: lists and holders'
 * names would cost more than the rules that read them. */
#ifndef CODING_RULE_NOTED_H
#define CODING_RULE_NOTED_H

#include "rule/rule.h"

enum { CODING__NAMED_LAST = 63 };

/* A note in force for a diagnosis, and whom it names. */
typedef struct coding__noted {
    uint64_t named;    /* bit n: diagnosis n, by its index; the last bit: one of those from there on */
    uint32_t note;     /* record */
    uint32_t holder;   /* as in the record: notes of one holder and kind are a group */
    uint16_t owner;    /* the diagnosis, as an index */
    uint8_t  kind;     /* coding_note_kind */
    uint8_t  distance; /* of the holder: the code itself is the nearest, then its ancestors, section and chapter */
} coding__noted;

/* Notes of kinds that rules read: Excludes1, code first, use additional, code also; by owner and distance. */
typedef struct coding__notes_view {
    const coding__noted *items;
    size_t               count;
    bool                 reach; /* the book has a Tabular List for the day */
} coding__notes_view;

/* Gathers them, or answers what was gathered before. */
coding__notes_view coding__notes_of(coding__view *view);

/* Notes of Excludes2, of which there are most: asked only where Excludes1 has spoken, and gathered each time. */
coding__notes_view coding__excludes2_of(coding__view *view);

/* Does the note name the diagnosis? A reference that covers the diagnosis whose note it is does not count. */
bool coding__note_names(const coding__view *view, const coding__noted *noted, const coding__listed *listed);

/* A finding of a note: its text and where it is printed. */
coding_claim_finding coding__note_finding(const coding__view *view, const coding__noted *noted,
                                          coding_claim_rule rule);

/* How a group of notes (one holder, one kind) is met by the other diagnoses. */
typedef struct coding__group {
    const coding__noted  *first;  /* of the group */
    size_t                count;
    bool                  names;  /* any code */
    const coding__listed *before; /* one that is named and stands before the owner */
    const coding__listed *after;  /* or behind it */
    const coding__noted  *naming_before, *naming_after; /* the notes that name them */
    coding_code           named;  /* the first code that it names; 0 */
} coding__group;

/* Do the words of its notes make the partner optional: if applicable, if known, any associated, such as? */
bool coding__group_is_optional(const coding__view *view, const coding__group *group);

/* The note's own words, as they go on from "Code first" and the like. */
void coding__say_note(coding__phrase *phrase, const char *kind, const char *text);

/* Calls `judge` for each group of a kind, of listed diagnoses. */
void coding__each_group(coding__view *view, coding_note_kind kind,
                        void (*judge)(coding__view *view, const coding__listed *owner, const coding__group *group));

#endif
