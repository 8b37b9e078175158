/* Files of crosswalks that name a direction: which systems a file leads from and to is told by its name alone. */
#ifndef CODING_COMPILE_MAP_DIRECTION_H
#define CODING_COMPILE_MAP_DIRECTION_H

#include "compile/model.h"

typedef struct coding__map_direction {
    const char   *name; /* in the file's */
    coding_system from, to;
    const char   *title;
} coding__map_direction;

/* The one of `count` whose name stands in the file's; NULL where none does. */
const coding__map_direction *coding__map_direction_of(const coding__file *file, const coding__map_direction *known,
                                                      size_t count);

#endif
