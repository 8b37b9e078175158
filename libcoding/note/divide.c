#include "note/divide.h"

#include "note/stretch.h"

static const char *const lefts[] = {"left", "lt", NULL}, *const rights[] = {"right", "rt", NULL};

static size_t connector_before(const coding__note_reader *reader, size_t first, size_t at)
{
    while (at > first && !coding__is_connector(reader, at)) at--;
    return at > first ? at : 0;
}

size_t coding__divided_by_side(const coding__note_reader *reader, coding__stretch piece)
{
    bool left = false, right = false;
    for (size_t i = piece.first; i < piece.past; i++) {
        left |= coding__is_one_of(reader, i, lefts);
        right |= coding__is_one_of(reader, i, rights);
        if (left && right) return connector_before(reader, piece.first, i);
    }
    return 0;
}

coding__stretch coding__without_half(const coding__note_reader *reader, coding__stretch piece, coding__stretch hull)
{
    static const char *const joins[] = {"with", "w", "and", NULL};
    coding__stretch          half = hull;
    if (hull.past >= piece.past || coding__is_connector(reader, hull.past)) return hull;
    while (half.past > half.first && !coding__is_one_of(reader, half.past - 1, joins)) half.past--;
    if (half.past > half.first) half = coding__stretch_trimmed(reader, half);
    return half.past > half.first ? half : hull;
}
