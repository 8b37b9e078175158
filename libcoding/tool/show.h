/* Everything that a book says of one code, gathered once and printed for people, as TSV or as JSON. */
#ifndef CODING_TOOL_SHOW_H
#define CODING_TOOL_SHOW_H

#include "tool/book.h"
#include "tool/telling.h"

/* One character of an ICD-10-PCS code. */
typedef struct axis {
    const char *name;  /* "Approach" */
    const char *label; /* "Percutaneous Endoscopic"; "" where nobody says */
    char        character;
} axis;

enum { AXES = 7 };

typedef struct facts {
    const telling      *told;
    coding_entry        entry;
    coding_system       system;
    coding_date         on;
    coding_edition      edition; /* that answers for the day; all zero where none does */
    const char         *title;
    coding_periods      periods;
    coding_dated_titles titles;
    coding_blocks       blocks;
    coding_entries      ancestors;
    coding_notes        notes;
    coding_sevens       sevens;
    coding_entries      children;
    coding_codes        successors;
    coding_status       poa_known;
    bool                poa_exempt;
    axis                axes[AXES];
    size_t              axis_count; /* 0 for systems without axes */
    coding_values       values;     /* of a table of ICD-10-PCS: what may follow */
} facts;

/* A beginning of ICD-10-PCS codes, and what may follow it. */
typedef struct beginning {
    const char    *text;
    size_t         length;
    coding_date    on;
    axis           axes[AXES];
    size_t         axis_count;
    coding_values  values;
    coding_entries codes; /* a few of them, where they are few */
    uint64_t       total;
} beginning;

/* The axes that the first characters of an ICD-10-PCS code stand on; answers how many were found. */
size_t coding__show_axes(session *asked, const char *text, size_t length, coding_date on, axis axes[AXES]);

/* The blocks that hold the code, the chapter first. */
const coding_block *coding__show_block(const facts *known, size_t index);

void coding__show_lines(session *asked, const facts *known);
void coding__show_rows(session *asked, const facts *known);
void coding__show_object(session *asked, const facts *known);

/* What may follow, for people, as TSV rows, and as the members `axis` and `values`. */
void coding__show_values_lines(output *out, const coding_values *values);
void coding__show_values_rows(output *out, const coding_values *values);
void coding__show_values_members(json *to, const coding_values *values);

/* Answers false where no ICD-10-PCS code begins so. */
bool coding__show_beginning(session *asked, const char *text, size_t length);

/* `excludes1`, as TSV and JSON spell it, and "Excludes1: not coded here", as people read it. */
const char *coding__show_kind(coding_note_kind kind);
const char *coding__show_kind_heading(coding_note_kind kind);

#endif
