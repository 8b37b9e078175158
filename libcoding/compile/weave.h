/* Weaving: the model's editions, each as one release printed it, become one table of rows in printed order, with the
 * days on which each stood.
 *
 *     editions.c   which release answers for which day; addenda applied and undone
 *     changes.c    changes made to a list of rows
 *     order.c      one printed order for all editions of a system
 *     history.c    days and rules of each row
 *     trie.c, places.c, rows.c, notes.c ...   sections of the book */
#ifndef CODING_COMPILE_WEAVE_H
#define CODING_COMPILE_WEAVE_H

#include "compile/writer.h"

/* A map from codes to numbers, for the time of one step. */
typedef struct coding__code_map {
    coding__vector slots; /* {code, number} */
    size_t         count;
} coding__code_map;
void coding__map_put(coding__model *model, coding__code_map *map, coding_code code, uint32_t number);
/* UINT32_MAX if the code is not in it. */
uint32_t coding__map_get(const coding__code_map *map, coding_code code);
void     coding__map_end(coding__code_map *map);

/* An edition as the book will hold it. */
typedef struct coding__final {
    coding_system  system;
    coding_date    first;
    coding_date    until;
    uint32_t       origin;
    uint32_t       base;    /* origin of rows that were not changed; equal to `origin` for a whole release */
    uint32_t       unknown; /* of a system's first edition: the history of codes that are in no edition */
    coding__vector rows;    /* coding__printed; a line with CODING__LINE_CHANGED is of `origin`, else of `base` */
} coding__final;

/* A row of the book. */
typedef struct coding__woven {
    coding_code  code;
    uint32_t     parent; /* row plus 1 */
    uint32_t     past;
    uint32_t     history;
    coding__word title;
    coding__word short_title;
} coding__woven;

typedef struct coding__weave {
    coding__model   *model;
    coding__writer   writer;
    coding__vector   finals; /* coding__final, by system and first day */
    coding__vector   rows;   /* coding__woven */
    coding__code_map places; /* code to row */
} coding__weave;

static inline coding__final *coding__final_at(const coding__weave *weave, size_t index)
{
    return (coding__final *)weave->finals.items + index;
}
static inline coding__woven *coding__woven_at(const coding__weave *weave, size_t row)
{
    return (coding__woven *)weave->rows.items + row;
}
static inline coding__printed *coding__printed_at(const coding__vector *rows, size_t index)
{
    return (coding__printed *)rows->items + index;
}

static inline coding__snapshot *coding__snapshot_at(const coding__weave *weave, size_t index)
{
    return (coding__snapshot *)weave->model->snapshots.items + index;
}

/* The row of a code, or UINT32_MAX. */
uint32_t coding__woven_row(const coding__weave *weave, coding_code code);

/* The steps, in this order. Each reads the model and what the steps before it made. */
void coding__weave_editions(coding__weave *weave);
void coding__weave_rows(coding__weave *weave);
void coding__weave_histories(coding__weave *weave);
void coding__write_origins(coding__weave *weave);
void coding__write_systems(coding__weave *weave);
void coding__write_rows(coding__weave *weave);
void coding__write_trie(coding__weave *weave);
void coding__write_places(coding__weave *weave);
void coding__settle_snapshots(coding__model *model);
void coding__write_notes(coding__weave *weave); /* with blocks, and: */
void coding__write_snapshots(coding__weave *weave);
void coding__write_note_chains(coding__weave *weave); /* after the notes */
void coding__write_index(coding__weave *weave);
void coding__write_lists(coding__weave *weave);      /* successors, present on admission */
void coding__write_labels(coding__weave *weave);     /* ICD-10-PCS axes */
void coding__write_parts(coding__weave *weave);      /* of medical words */
void coding__write_maps(coding__weave *weave);       /* crosswalks */
void coding__write_comorbidity(coding__weave *weave);
void coding__write_ccsr(coding__weave *weave);       /* clinical categories */
void coding__write_note_tables(coding__weave *weave);/* cues and headings */
void coding__write_note_links(coding__weave *weave); /* words and links */
void coding__write_operations(coding__weave *weave); /* after the labels */
void coding__write_drg(coding__weave *weave);        /* MS-DRG */
void coding__write_kept_drg(coding__weave *weave);   /* that of a book, where no table makes it */
void coding__write_vocabulary(coding__weave *weave); /* after search has looked at it */

/* Makes changes to rows (coding__printed), forwards or, for `undo`, backwards. Rows that are new stand under their
 * longest ancestor, after its last smaller sibling. */
void coding__change_rows(coding__model *model, coding__vector *rows, const coding__vector *changes, bool undo);

/* What turned `before` into `after` (both coding__printed), as changes. */
void coding__find_changes(coding__model *model, const coding__vector *before, const coding__vector *after,
                          coding__vector *changes);

/* Orders records by their first u32, for qsort. */
int coding__by_u32(const void *a, const void *b);

/* Legal life of a system: ICD-10 from 2015-10-01, ICD-9 to 2015-09-30; 0 where there is no such day. */
coding_date coding__life_first(coding_system system);
coding_date coding__life_last(coding_system system);

/* The last day that an edition answers for where no release says: 30 September for ICD, the quarter's end for HCPCS. */
coding_date coding__release_end(coding_system system, coding_date first);

/* A book out of a model that was filled by hand or by a reader; free() the bytes. */
bool coding__compile_model(coding__model *model, void **bytes, size_t *length, coding_error *error);

#endif
