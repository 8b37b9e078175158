/* A note at a prompt: its text, what was read in it, and what leads to which code. */
#ifndef CODING_TOOL_NOTE_H
#define CODING_TOOL_NOTE_H

#include <coding/operate.h>

#include "tool/command.h"

typedef struct note_reading {
    session          *asked;
    const char       *name; /* of its file; NULL: standard input */
    char             *bytes;
    size_t            length;
    coding_setting    setting;
    coding_date       on; /* 0: newest editions */
    coding_annotation read;
    coding_operations operations;
    uint32_t         *leads; /* codes that mentions lead to, one mention's after the other's */
    uint32_t         *first; /* of each mention in `leads`; one more past the last */
} note_reading;

/* What a mention leads to, as indexes of codes. */
static inline size_t coding__note_lead_count(const note_reading *of, size_t mention)
{
    return of->first[mention + 1] - of->first[mention];
}

/* A piece of the note, of which all is covered by the same mentions. */
enum { NOTE_COVER = 16 };
typedef struct note_piece {
    size_t                offset, length;
    uint32_t              over[NOTE_COVER]; /* mentions that cover it, the innermost last */
    size_t                over_count;
    bool                  is_cue;
    uint32_t              opens; /* the first mention that begins with it and how many do */
    uint32_t              opened;
    bool                  ends;  /* its innermost mention ends with it */
    const coding_mention *heads; /* a passage begins with it: its first mention; else NULL */
} note_piece;

/* Cuts a note into pieces from its begin on. */
typedef struct note_edge note_edge;
typedef struct note_cutter {
    const note_reading *of;
    note_edge          *edges;
    size_t              edge_count;
    size_t              next;
    size_t              at;
    note_piece          piece;
    uint32_t            cues; /* that cover it */
} note_cutter;

/* False where there is no memory. */
bool coding__note_cut(note_cutter *cutter, const note_reading *of);
bool coding__note_piece(note_cutter *cutter, note_piece *piece);
void coding__note_cut_end(note_cutter *cutter);

/* How the note is printed: for people in columns, for programs in rows and as an object, as a page. */
void coding__note_print(const note_reading *of);
void coding__note_rows(const note_reading *of);
void coding__note_object(const note_reading *of);
bool coding__note_page(const note_reading *of, FILE *file);

extern const char *const coding__note_style[];

#endif
