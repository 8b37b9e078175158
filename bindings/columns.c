#include "columns.h"

#include <string.h>

#include "base/refuse.h"

bool coding__ends_fit(const uint64_t *ends, size_t count, size_t items)
{
    if (!ends) return !items;
    for (size_t i = 0; i < count; i++)
        if (ends[i] > items || (i && ends[i] < ends[i - 1])) return false;
    return true;
}

size_t coding__codes_of_lines(coding_system system, const char *text, size_t length, coding_code *codes, size_t room)
{
    const char *past = text + length;
    size_t      count = 0;
    for (const char *next = text; next <= past; count++) {
        const char *end = next < past ? memchr(next, '\n', (size_t)(past - next)) : NULL;
        if (!end) end = past;
        if (count < room) codes[count] = coding_parse(system, next, (size_t)(end - next)).code;
        next = end + 1;
    }
    return count;
}

/* Stays whose version the book lacks have no group; it is refused where none has one. */
static bool is_any_grouped(const coding_drgs *drgs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (drgs->last[i]) return true;
    return !count;
}

static bool is_told(coding_status status, const char *lacking, coding_error *error)
{
    if (status == CODING_OK) return true;
    return coding__refuse(error, status, "", "%s", status == CODING_NOT_IN_BOOK ? lacking : coding_status_text(status));
}

bool coding__group_columns(coding_desk *desk, const coding_stays *stays, const coding_drgs *drgs, coding_error *error)
{
    coding_status status = coding_group_many(desk, stays, drgs);
    if (status == CODING_NOT_IN_BOOK && is_any_grouped(drgs, stays->count)) status = CODING_OK;
    return is_told(status, "the book has no MS-DRG of any such day or version", error);
}

bool coding__risk_columns(coding_desk *desk, const coding_members *members, coding_risk_model model, uint32_t year,
                          coding_risk_plan plan, const coding_risk_scores *scores, coding_error *error)
{
    coding_risk_options options = {.size = sizeof options, .plan = plan};
    return is_told(coding_risk_score_many(desk, members, model, year, &options, scores),
                   "the book has no tables of that model, plan and payment year", error);
}
