#include "reply.h"

#include <stdlib.h>
#include <string.h>

enum { REFUSED = 256 };

/* The status, then its words and nothing that they are about: each length is one more than it is. */
static uint8_t no_memory[] = {CODING_NO_MEMORY, 0, 0, 0, 10, 0, 0, 0, 'n', 'o', ' ', 'm', 'e', 'm', 'o', 'r', 'y',
                              0, 0, 0, 0};

static coding__reply without_memory(void) { return (coding__reply){no_memory, sizeof no_memory}; }

void coding__reply_free(uint8_t *bytes)
{
    if (bytes != no_memory) free(bytes);
}

static bool add(coding__parcel *parcel, const void *bytes, size_t length)
{
    if (length > parcel->room - parcel->length) {
        size_t   room = parcel->length + length + 64;
        uint8_t *wider = realloc(parcel->bytes, room);
        if (!wider) return false;
        parcel->bytes = wider;
        parcel->room = room;
    }
    if (length) memcpy(parcel->bytes + parcel->length, bytes, length);
    parcel->length += length;
    return true;
}

static bool add_number(coding__parcel *parcel, uint64_t number, size_t width)
{
    uint8_t bytes[sizeof number];
    for (size_t i = 0; i < width; i++) bytes[i] = (uint8_t)(number >> 8 * i);
    return add(parcel, bytes, width);
}

static bool add_status(coding__parcel *parcel, coding_status status)
{
    return add_number(parcel, status, sizeof(uint32_t));
}

static bool add_text(coding__parcel *parcel, const char *text)
{
    size_t length = text ? strlen(text) : 0;
    return add_number(parcel, text ? length + 1 : 0, sizeof(uint32_t)) && add(parcel, text, length);
}

static coding__reply sent(coding__parcel *parcel, bool is_whole)
{
    if (is_whole) return (coding__reply){parcel->bytes, parcel->length};
    coding__parcel_free(parcel);
    return without_memory();
}

coding__reply coding__reply_number(uint64_t number)
{
    coding__parcel parcel = {0};
    return sent(&parcel, add_status(&parcel, CODING_OK) && add_number(&parcel, number, sizeof number));
}

coding__reply coding__reply_text(const char *text)
{
    coding__parcel parcel = {0};
    return sent(&parcel, add_status(&parcel, CODING_OK) && add_text(&parcel, text));
}

coding__reply coding__reply_refusal(const coding_error *error)
{
    coding__parcel parcel = {0};
    return sent(&parcel, add_status(&parcel, error->status) && add_text(&parcel, error->reason) &&
                             add_text(&parcel, error->at));
}

coding__reply coding__reply_answer(const coding__ask *ask, const coding__shape *shape, const void *answer)
{
    coding_error   refused;
    coding__parcel parcel = {0};
    if (!add_status(&parcel, CODING_OK)) return without_memory();
    if (coding__parcel_pack(&parcel, ask, shape, answer, &refused)) return sent(&parcel, true);
    coding__parcel_free(&parcel);
    return coding__reply_refusal(&refused);
}

coding__reply coding__go_open(const char *text, size_t length)
{
    coding_error error;
    char        *path = length ? malloc(length + 1) : NULL;
    if (length && !path) return without_memory();
    if (path) memcpy(path, text, length), path[length] = '\0';
    coding__room *room = coding__room_open(path, &error);
    free(path);
    return room ? coding__reply_number((uint64_t)(uintptr_t)room) : coding__reply_refusal(&error);
}

static bool is_built_in(coding_system system) { return system != CODING_ANY && system < CODING_OWN_FIRST; }

static unsigned verdict_at_a_desk(coding__room *room, const char *text, size_t length, coding_system system,
                                  coding_date on)
{
    coding_error error;
    coding_desk *desk = coding__room_borrow(room, &error);
    if (!desk) return REFUSED + error.status;
    coding_rule rule = coding__room_verdict(room, desk, text, length, system, on);
    coding__room_give_back(room, desk);
    return rule;
}

unsigned coding__go_verdict(coding__room *room, const char *text, size_t length, coding_system system, coding_date on)
{
    if (!is_built_in(system)) return verdict_at_a_desk(room, text, length, system, on);
    return coding_verdict_of_text(room->reader, system, text, length, coding__room_day(room, system, on));
}

unsigned coding__go_verdicts(coding__room *room, const char *text, size_t length, const int64_t *offsets, size_t count,
                             coding_system system, coding_date on, uint8_t *rules)
{
    (void)length;
    if (is_built_in(system)) {
        coding_verdict_of_large_texts(room->reader, system, text, offsets, NULL, coding__room_day(room, system, on),
                                      count, NULL, rules, NULL);
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        unsigned rule = verdict_at_a_desk(room, text + offsets[i], (size_t)(offsets[i + 1] - offsets[i]), system, on);
        if (rule >= REFUSED) return rule;
        rules[i] = (uint8_t)rule;
    }
    return 0;
}
