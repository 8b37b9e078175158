/* What asks.h has of crosswalks. */
#include "asks.h"

#include "base/refuse.h"

/* A code need not be in the book: of ICD-9-CM it may hold the mapping alone. */
static coding_code code_of(coding_desk *desk, coding_system system, const char *text, size_t length,
                           coding_error *error)
{
    coding_code code = coding__code_of_text(desk, system, text, length);
    char        said[64];
    size_t      shown = length < sizeof said ? length : sizeof said - 1;
    if (code) return code;
    for (size_t i = 0; i < shown; i++) said[i] = text[i];
    said[shown] = '\0';
    return coding__refuse(error, CODING_MISUSE, said, "no code of a system that can be mapped"), 0;
}

/* A status that a caller would take for an answer of nothing. */
static coding_mapped answered(coding_mapped mapped, coding_error *error)
{
    if (mapped.status == CODING_OK) return mapped;
    coding__refuse(error, mapped.status, "", "%s",
                   mapped.status == CODING_NOT_IN_BOOK ? "the book has no such mapping, or no edition of that day"
                                                       : coding_status_text(mapped.status));
    return (coding_mapped){0};
}

coding_mapped coding__room_map(coding__room *room, coding_desk *desk, const char *text, size_t length,
                               coding_system system, coding_date on, coding_system to, coding_map_style style,
                               coding_error *error)
{
    (void)room;
    coding_code code = code_of(desk, system, text, length, error);
    if (!code) return (coding_mapped){0};
    return answered(coding_map(desk, code, to, style, on == CODING__TODAY ? 0 : on), error);
}

coding_mapped coding__room_map_years(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                     coding_system system, coding_date on, coding_date since, coding_error *error)
{
    coding_code code = code_of(desk, system, text, length, error);
    if (!code) return (coding_mapped){0};
    coding_date day = coding__room_day(room, coding_code_system(code), on);
    return answered(coding_map_years(desk, code, since == CODING__TODAY ? 0 : since, day), error);
}
