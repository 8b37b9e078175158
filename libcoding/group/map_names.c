#include <coding/map.h>

const char *coding_map_kind_name(coding_map_kind kind)
{
    switch (kind) {
    case CODING_MAP_UNKNOWN: return "unknown";
    case CODING_MAP_EXACT: return "exact";
    case CODING_MAP_APPROXIMATE: return "approximate";
    case CODING_MAP_SEVERAL: return "several";
    case CODING_MAP_COMBINATION: return "combination";
    case CODING_MAP_NO_TARGET: return "none";
    }
    return "unknown";
}
