/* What the releases said, before it is woven into a book. Readers fill it and decide nothing: two releases may hold
 * the same edition, rows stand as they were printed, faults are reported and the rest is loaded. */
#ifndef CODING_COMPILE_MODEL_H
#define CODING_COMPILE_MODEL_H

#include <coding/check.h>
#include <coding/map.h>
#include <coding/term.h>

#include "book/layout.h"
#include "compile/compile.h"

/* A growing array. Where there is no memory the model is marked and the item goes to a place nobody reads. */
typedef struct coding__vector {
    void  *items;
    size_t count;
    size_t capacity;
} coding__vector;

/* An interned text of the model: equal texts have equal numbers; 0 is "". */
typedef uint32_t coding__word;

#include "compile/model_claims.h"
#include "compile/model_ccsr.h"
#include "compile/model_comorbidity.h"
#include "compile/model_note.h"
#include "compile/model_operation.h"
#include "compile/model_maps.h"
#include "compile/model_risk.h"
#include "compile/model_drg.h"

/* A file that was taken. */
typedef struct coding__origin {
    coding__word release;
    coding__word file;
    coding__word licence;
    coding__word sha256;
    coding_date  day;
    uint32_t     rank; /* of the path it came by: 0 wins over 1 where both hold the same edition */
} coding__origin;

/* A code system that a table brings (users' own) or that a reader met. */
typedef struct coding__own_system {
    coding_system number;
    coding__word  name;
    coding__word  title;
    coding__word  pattern;
    uint32_t      dot;
    uint32_t      origin;
} coding__own_system;

/* A row as an edition prints it. */
typedef struct coding__printed {
    coding_code  code;
    coding__word title;
    coding__word short_title;
    uint32_t     line;
    bool         billable;
} coding__printed;

/* One edition as one release holds it, rows in printed order. */
typedef struct coding__edition {
    coding_system  system;
    coding_date    first;
    coding_date    until; /* 0: until the next edition */
    uint32_t       origin;
    uint32_t       base; /* of the rows that are not marked CODING__LINE_CHANGED; 0: `origin` */
    coding__vector rows; /* coding__printed */
} coding__edition;

typedef enum coding__change_kind {
    CODING__ADD,
    CODING__DELETE,
    CODING__REVISE /* title before and after */
} coding__change_kind;

/* One line of addenda or of the corrections table. */
typedef struct coding__change {
    coding__change_kind kind;
    coding_code         code;
    coding__word        title; /* of an added or deleted row; of a revised one, before */
    coding__word        short_title;
    coding__word        new_title; /* of a revised row, after */
    coding__word        new_short_title;
    uint32_t            line;
    bool                billable;
} coding__change;

/* Changes that make one edition out of another: forwards (`first` out of the edition before it) or, where `undo` is
 * set, backwards: the edition that begins on `first` is made by undoing them on the one that begins on `base`. */
typedef struct coding__addenda {
    coding_system  system;
    coding_date    first; /* of the edition that they make */
    coding_date    until; /* its last day; 0: until the next edition */
    coding_date    base;  /* of the edition that they change */
    bool           undo;
    uint32_t       origin;
    coding__vector changes; /* coding__change */
} coding__addenda;

/* A code on a span of days, from a tidy table: `first` to the day before `past` (0: to the end of the last edition). */
typedef struct coding__tidy_row {
    coding_system system;
    coding_code   code;
    bool          billable;
    coding_date   first;
    coding_date   past;
    coding__word  title;
    coding__word  short_title;
    uint32_t      origin;
    uint32_t      line;
} coding__tidy_row;

/* An edition that a tidy table declares; its rows are the tidy rows of the same rank. */
typedef struct coding__tidy_edition {
    coding_system system;
    coding_date   first;
    coding_date   until;
    uint32_t      origin; /* made from the columns of the table */
} coding__tidy_edition;

/* A snapshot of the Tabular List. */
typedef struct coding__snapshot {
    coding_system  system;
    coding_date    first;
    uint32_t       origin;
    coding__vector notes;  /* coding__printed_note, in printed order */
    coding__vector sevens; /* coding__printed_seven */
    coding__vector blocks; /* coding__printed_block */
} coding__snapshot;

typedef struct coding__printed_note {
    coding_code      holder; /* 0: a block */
    uint32_t         block;  /* of the snapshot's blocks, where holder is 0 */
    coding_note_kind kind;
    coding__word     text;
    uint32_t         line;
    bool             heading; /* ends in ':' and names no code: opens a group */
} coding__printed_note;

typedef struct coding__printed_seven {
    coding_code  holder;
    char         character;
    coding__word text;
    uint32_t     line;
} coding__printed_seven;

typedef struct coding__printed_block {
    uint32_t     level; /* 0 chapter, 1 section */
    coding__word name;  /* "Chapter 4" or "E08-E13" */
    coding__word title;
    coding_code  first;
    coding_code  last;
} coding__printed_block;

/* An Alphabetic Index or a table: terms in printed order, each after its parent. */
typedef struct coding__index {
    coding__index_kind kind;
    coding_date        day;
    uint32_t           origin;
    coding__vector     terms; /* coding__index_term */
    coding__vector     codes; /* coding__index_code */
} coding__index;

typedef struct coding__index_term {
    uint32_t     parent; /* term plus 1; 0: main term */
    uint32_t     level;
    coding__word title; /* without nonessential modifiers */
    coding__word nemod; /* "(acute) (chronic)", as printed */
    coding__word see;
    coding__word see_also;
    uint32_t     code; /* first of its codes */
    uint32_t     codes;
    uint32_t     line;
} coding__index_term;

typedef struct coding__index_code {
    coding_code code;
    uint8_t     column;
    uint8_t     flags; /* CODING__INDEX_INCOMPLETE, CODING__INDEX_MANIFESTATION */
} coding__index_code;

typedef struct coding__successor {
    coding_code code;
    coding_code to;
    coding_date first;
    uint32_t    origin;
    uint32_t    line;
} coding__successor;

/* A present-on-admission exempt list. */
typedef struct coding__poa_list {
    coding_date    first;
    coding_date    until;
    uint32_t       origin;
    coding__vector codes; /* coding_code */
} coding__poa_list;

/* A synonym, lay term or abbreviation, for search. */
typedef struct coding__synonym {
    coding__word term;
    coding__word concept;
    coding__word kind; /* "lay", "abbreviation", "mesh", ... */
    uint32_t     rank;
    uint32_t     origin;
    bool         idle; /* search found no use for it: it does not enter the book */
} coding__synonym;

/* A part of medical words, for taking terms apart. */
typedef struct coding__word_part {
    coding__word     letters;
    coding__word     form; /* combining form */
    coding__word     meaning;
    coding__word     because;
    coding_part_kind kind;
    uint32_t         origin;
    uint32_t         line;
} coding__word_part;

/* A processing note of HCPCS, by code. */
typedef struct coding__code_note {
    coding_code  code;
    coding__word text;
    uint32_t     origin;
    uint32_t     line;
} coding__code_note;

/* What a table says of a file by its name: tables/editions.tsv (days that file names do not tell) or a sources.tsv
 * (where the files beside it came from). */
typedef struct coding__known_file {
    coding__word  member; /* base name, perhaps with the last folders before it: 2024q3/modifiers.tsv */
    coding__word  folder; /* only files in this folder are meant; 0: any */
    coding_system system; /* CODING_ANY: of a sources.tsv */
    coding_date   first;
    coding_date   until;
    coding_date   before; /* first day of the edition that its addenda lead back to; 0 none */
    coding__word  release;
    coding__word  licence;
    coding__word  sha256;
} coding__known_file;

/* HCPCS prints processing notes as numbers beside the codes and as texts in a file of their own. */
typedef struct coding__numbered_note {
    coding_code  code; /* 0: the text of a number */
    coding__word number;
    coding__word text;
    coding_date  day;
    uint32_t     origin;
    uint32_t     line;
} coding__numbered_note;

typedef struct coding__model {
    coding__vector origins;        /* coding__origin; 0 is nobody */
    coding__vector own_systems;    /* coding__own_system */
    coding__vector editions;       /* coding__edition */
    coding__vector addenda;        /* coding__addenda */
    coding__vector tidy_editions;  /* coding__tidy_edition */
    coding__vector tidy_rows;      /* coding__tidy_row */
    coding__vector snapshots;      /* coding__snapshot */
    coding__vector indexes;        /* coding__index */
    coding__vector successors;     /* coding__successor */
    coding__vector poa_lists;      /* coding__poa_list */
    coding__vector synonyms;       /* coding__synonym */
    coding__vector word_parts;     /* coding__word_part */
    coding__vector code_notes;     /* coding__code_note */
    coding__vector known_files;    /* coding__known_file; tables are read before releases */
    coding__vector numbered_notes; /* coding__numbered_note, until code_notes are made of them */

    coding__claim_facts claims;
    coding__note_facts  notes;
    coding__operation_facts operations;
    coding__map_facts   maps;
    coding__cmr_facts   comorbidity;
    coding__ccsr_facts  ccsr;
    coding__risk_facts  risk;
    coding__drg_facts   drg;

    coding__vector word_offsets; /* uint32_t: where each interned text begins */
    coding__vector word_bytes;   /* char */
    coding__vector word_slots;   /* uint32_t: open hash of words */

    const coding__compile_watch *watch;
    uint32_t                     rank;        /* of the path being read */
    bool                         public_only; /* no row keyed by a CPT number is taken */
    uint32_t                     without;     /* chapters that the book shall lack */
    coding_date                  from;        /* editions that ended before are only read, since others start from them */
    bool                         no_memory;
    coding_error                 unreadable; /* a release that cannot be read to its end: no book then */
    uint64_t                     faults;
    unsigned char                nowhere[128]; /* items go here when there is no memory */
} coding__model;

/* One file as it came out of its folder, zip or gz. */
typedef struct coding__file {
    const char          *path;  /* as a person would find it: cms_2026_dx.zip/icd10cm_order_2026.txt */
    const char          *name;  /* base name: icd10cm_order_2026.txt */
    const unsigned char *bytes; /* followed by a NUL */
    size_t               length;
    const char          *sha256; /* of the file as it was downloaded (the zip) */
} coding__file;

/* A new, zeroed item of `width` bytes (at most 128). Never NULL. */
void *coding__push(coding__model *model, coding__vector *vector, size_t width);

/* Frees a vector that went with its pushed item to the place nobody reads. */
void coding__let_go(const coding__model *model, const void *item, coding__vector *vector);

/* The text's number. Bytes are taken as UTF-8; where they are not, as Latin-1 (ICD-9 prints M\351ni\350re). */
coding__word coding__intern(coding__model *model, const char *text, size_t length);

/* The text of a number, with its NUL; valid until the next coding__intern. */
const char *coding__word_text(const coding__model *model, coding__word word);

/* Notes the origin of a file and answers its number. `release`, `licence` NULL: from tables/editions.tsv or
 * sources.tsv by the file's name, else the name itself and "". */
uint32_t coding__add_origin(coding__model *model, const coding__file *file, const char *release, const char *licence,
                            coding_date day);

/* The line of an edition table about a file, or NULL. */
const coding__known_file *coding__known(const coding__model *model, const coding__file *file);

/* The line of a sources.tsv beside the file about it, or NULL. */
const coding__known_file *coding__provenance(const coding__model *model, const coding__file *file);

/* Reports a fault of a release; it is loaded all the same. */
void coding__fault(coding__model *model, const coding__file *file, uint32_t line, const char *field, const char *what,
                   ...) __attribute__((format(printf, 5, 6)));

/* Reports that a release cannot be read to its end. The first such report is kept in model->unreadable. */
void coding__unreadable(coding__model *model, const coding__file *file, uint32_t line, const char *why);

void coding__model_start(coding__model *model, const coding__compile_options *options);
void coding__model_end(coding__model *model);

#endif
