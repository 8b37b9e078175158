/* What asks.h has of notes, of operative reports and of texts of any length. */
#include "asks.h"

#include <string.h>

#include "entry/desk.h"

coding_annotation coding__room_annotate(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_date on, coding_setting setting)
{
    coding_note_options options = {.size = sizeof options, .on = coding__room_day(room, CODING_ICD10CM, on),
                                   .setting = setting};
    return coding_annotate(desk, text, length, &options);
}

coding__operations coding__room_operate(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_date on)
{
    coding_note_options options = {.size = sizeof options, .on = coding__room_day(room, CODING_ICD10PCS, on)};
    coding_operations   read = coding_operate(desk, text, length, &options);
    coding__operations  all = {read.status, NULL, read.count};
    if (read.status != CODING_OK || !read.count) return all;
    coding__operation *items = coding__arena_take(&desk->arena, read.count * sizeof *items);
    if (!items) return (coding__operations){.status = CODING_NO_MEMORY};
    for (size_t i = 0; i < read.count; i++) {
        const coding_operation *one = &read.items[i];
        items[i] = (coding__operation){*one, one->axes, sizeof one->axes / sizeof *one->axes};
    }
    all.items = items;
    return all;
}

/* Room for CODING_SCAN_ROOM phrases more than there are. */
static coding_phrase *grow(coding_desk *desk, coding_phrase *items, size_t count, size_t *room)
{
    size_t wanted = *room ? 2 * *room : 2 * CODING_SCAN_ROOM;
    if (*room - count >= CODING_SCAN_ROOM) return items;
    items = coding__arena_grow(&desk->arena, items, *room * sizeof *items, wanted * sizeof *items);
    if (items) *room = wanted;
    return items;
}

/* Spans of a piece of the text are those of the text. */
static void move(coding_phrase *items, size_t count, size_t by)
{
    for (size_t i = 0; i < count; i++) items[i].span.offset += by;
}

coding__scanned coding__room_scan(coding__room *room, coding_desk *desk, const char *text, size_t length, bool last)
{
    coding_phrase *items = NULL;
    size_t         count = 0, taken = 0, at = 0;
    coding_scanned done;
    (void)room;
    do {
        items = grow(desk, items, count, &taken);
        if (!items) return (coding__scanned){.status = CODING_NO_MEMORY};
        done = coding_scan(desk, text + at, length - at, last, items + count, taken - count);
        if (done.status != CODING_OK) return (coding__scanned){.status = done.status};
        move(items + count, done.count, at);
        count += done.count;
        at += done.settled;
    } while (done.settled && at < length);
    return (coding__scanned){CODING_OK, items, count, {at, length - at}};
}
