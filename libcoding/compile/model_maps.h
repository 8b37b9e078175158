/* What crosswalks said, before it is laid out. Included by model.h. */
#ifndef CODING_COMPILE_MODEL_MAPS_H
#define CODING_COMPILE_MODEL_MAPS_H

/* A file of a crosswalk. */
typedef struct coding__map_file {
    coding_system from;
    coding_system to;
    uint32_t      style; /* coding_map_style */
    coding_date   first; /* of the edition that it speaks of */
    coding_date   until;
    uint32_t      origin;
} coding__map_file;

/* A row of one. */
typedef struct coding__map_row {
    coding_code source;
    coding_code target; /* 0: no equivalent */
    uint32_t    file;   /* of maps.files */
    uint32_t    line;
    uint8_t     flags; /* CODING__MAP_IS_NEAR ... */
    uint8_t     scenario;
    uint8_t     choice;
} coding__map_row;

/* Vectors only. */
typedef struct coding__map_facts {
    coding__vector files; /* coding__map_file */
    coding__vector rows;  /* coding__map_row */
} coding__map_facts;

#endif
