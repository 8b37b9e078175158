/* Ranges of codes as the small tables write them: "99202-99499 G0438-G0439 92014". */
#ifndef CODING_COMPILE_RANGES_H
#define CODING_COMPILE_RANGES_H

#include "compile/table.h"

/* Reads the ranges of a cell to the end of claims.ranges; answers where they begin, and how many in `count`. `code_of`
 * reads one code. What is no range is a fault of the row and left out. '-' is none. */
uint32_t coding__read_ranges(coding__tsv *table, const char *name, coding_code (*code_of)(coding__cell cell),
                             uint32_t *count);

/* A diagnosis or its header, as ranges of diagnoses have them. */
coding_code coding__diagnosis_code(coding__cell cell);

/* A mask of claim kinds: "professional dme"; 0 for '-': all. */
uint32_t coding__read_kinds(coding__tsv *table, const char *name);

/* note, warning, denial; a warning where the cell is none of these. */
uint8_t coding__read_severity(coding__tsv *table, const char *name);

#endif
