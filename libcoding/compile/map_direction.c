#include "compile/map_direction.h"

#include "compile/printed.h"

const coding__map_direction *coding__map_direction_of(const coding__file *file, const coding__map_direction *known,
                                                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (coding__cell_has(coding__cell_of(file->name), known[i].name)) return &known[i];
    return NULL;
}
