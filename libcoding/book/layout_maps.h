/* How crosswalks lie in a book: general equivalence mappings and the like, and what the conversions from year to year
 * have besides `successors`. Included by layout.h, whose words hold here too. */
#ifndef CODING_BOOK_LAYOUT_MAPS_H
#define CODING_BOOK_LAYOUT_MAPS_H

/* X(name in C, name in the file, width) */
#define CODING__MAP_SECTIONS(X)                                                                                       \
    X(MAPS, "maps", 40)                                                                                               \
    X(MAP_ROWS, "maps.rows", 24)                                                                                      \
    X(SUCCESSORS_MORE, "successors.more", 8)

enum { /* maps: a record a file; by systems, style and day */
    CODING__MAP_FROM = 0,           /* u32: system */
    CODING__MAP_TO = 4,             /* u32: system */
    CODING__MAP_STYLE = 8,          /* u32: coding_map_style */
    CODING__MAP_FIRST = 12,         /* day: of the edition that it speaks of */
    CODING__MAP_UNTIL = 16,         /* day */
    CODING__MAP_ORIGIN = 20,
    CODING__MAP_ROW = 24,           /* u32: first record of maps.rows */
    CODING__MAP_COUNT = 28,         /* u32: how many */
    CODING__MAP_SPARE = 32
};

enum { /* maps.rows: of one map together, by source and line. Targets are codes: no edition need have them */
    CODING__MAP_ROW_SOURCE = 0,     /* u64: code */
    CODING__MAP_ROW_TARGET = 8,     /* u64: code; 0: no equivalent */
    CODING__MAP_ROW_LINE = 16,      /* u32 */
    CODING__MAP_ROW_FLAGS = 20,     /* u8: CODING__MAP_IS_NEAR ... */
    CODING__MAP_ROW_SCENARIO = 21,  /* u8 */
    CODING__MAP_ROW_CHOICE = 22,    /* u8 */
    CODING__MAP_ROW_SPARE = 23
};
enum { CODING__MAP_IS_NEAR = 1, CODING__MAP_IS_NONE = 2, CODING__MAP_IS_PART = 4 };

enum { /* successors.more: a record for each of successors */
    CODING__SUCCESSOR_LINE = 0,     /* u32: of the record of the same number, in its file */
    CODING__SUCCESSOR_BY_TO = 4     /* u32: the records of successors once more, by the row that they lead to */
};

#endif
