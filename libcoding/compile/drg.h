/* Laying out the MS-DRG grouper: codes find their records by a hash, attributes become bits, conditions programs. */
#ifndef CODING_COMPILE_DRG_H
#define CODING_COMPILE_DRG_H

#include "compile/table.h"
#include "compile/weave.h"

/* Takes a whole table of the grouper's. */
void coding__read_drg_table(coding__model *model, const coding__file *file, const char *knows,
                            coding__row_reader *read_row);

/* A number in a cell; 0 where there is none. */
uint16_t coding__drg_number(const coding__tsv *table, const char *name);

/* The next piece of a cell; false behind the last. */
bool coding__drg_piece(coding__cell *rest, char parted_by, coding__cell *piece);

typedef struct coding__drg_weave {
    coding__weave   *weave;
    coding__vector   versions;   /* coding__drg_version, by day */
    coding__code_map codes;      /* code to its number */
    coding__word     names[2 * CODING__DRG_ATTRIBUTE_MOST]; /* of attributes: diagnoses', then procedures' */
    uint32_t         used[2];
    coding__vector   set_words;  /* uint32_t a set: its names as they were read, by which it is found again */
    coding__vector   set_slots;  /* uint32_t: a set of that word and kind plus 1, open hash */
} coding__drg_weave;

/* Versions as published to their numbers in the book; false where the book has none of them. */
bool coding__drg_span(const coding__drg_weave *drg, uint32_t from, uint32_t to, uint8_t *first, uint8_t *until);

/* The attribute of that name, or UINT32_MAX. `procedure`: which of the two kinds. */
uint32_t coding__drg_attribute(const coding__drg_weave *drg, coding__cell name, bool procedure);

/* The set of some names, made and with new attributes where needed. Set 0 is empty. */
uint32_t coding__drg_set(coding__drg_weave *drg, coding__word names, bool procedure);

/* A condition as a program: where it begins in drg.programs, and its length, 0 where it cannot be read. */
uint32_t coding__drg_compile(coding__drg_weave *drg, coding__word condition, uint16_t *length);

/* The parts, a file each. */
void coding__write_drg_codes(coding__drg_weave *drg);
void coding__write_drg_clusters(coding__drg_weave *drg);
void coding__write_drg_rules(coding__drg_weave *drg);

#endif
