#include "machine.h"

#include <stdlib.h>
#include <string.h>

enum { INPUT_AT_FIRST = 4096, PARCEL_KEPT = 1 << 20 };

coding__room  *coding__machine_room;
coding_error   coding__machine_error;
coding__parcel coding__machine_parcel;

static char   input_at_first[INPUT_AT_FIRST];
static char  *input = input_at_first;
static size_t input_room = INPUT_AT_FIRST;

EXPORT(machine_error) const coding_error *coding__machine_error_at(void) { return &coding__machine_error; }
EXPORT(machine_error_reason) const char *coding__machine_reason(void) { return coding__machine_error.reason; }
EXPORT(machine_error_place) const char *coding__machine_place(void) { return coding__machine_error.at; }
EXPORT(machine_parcel) const coding__parcel *coding__machine_parcel_at(void) { return &coding__machine_parcel; }

static void refuse(coding_status status)
{
    coding__machine_error = (coding_error){.status = status};
    strncpy(coding__machine_error.reason, coding_status_text(status), sizeof coding__machine_error.reason - 1);
}

/* Room for texts of so many bytes, where the last input lies. NULL where there is no memory. */
EXPORT(machine_input) char *coding__machine_input(size_t size)
{
    if (size <= input_room) return input;
    char *larger = malloc(size);
    if (!larger) return NULL;
    if (input != input_at_first) free(input);
    input_room = size;
    return input = larger;
}

/* Room for the bytes of a book, which stay where they are. NULL where there is no memory. */
EXPORT(machine_room_for_book) void *coding__machine_room_for_book(size_t size) { return malloc(size ? size : 1); }

EXPORT(machine_open) bool coding__machine_open(const void *bytes, size_t length)
{
    static coding__room room;
    room.book = coding_book_open_memory(bytes, length, &coding__machine_error);
    room.reader = room.book ? coding_desk_new(room.book, NULL) : NULL;
    if (room.book && !room.reader) refuse(CODING_NO_MEMORY);
    coding__machine_room = &room;
    return room.reader != NULL;
}

void coding__machine_start(void)
{
    coding__machine_error.status = CODING_OK;
    coding__machine_parcel.length = 0;
    if (coding__machine_parcel.room > PARCEL_KEPT) coding__parcel_free(&coding__machine_parcel);
}

coding_desk *coding__machine_borrow(void)
{
    coding__machine_start();
    return coding__room_borrow(coding__machine_room, &coding__machine_error);
}

void coding__machine_give_back(coding_desk *desk) { coding__room_give_back(coding__machine_room, desk); }

bool coding__machine_pack(coding_desk *desk, const char *text, size_t length, const coding__shape *shape,
                          const void *answer)
{
    const coding__ask ask = {.desk = desk, .text = text, .length = length, .unit = CODING__UTF16};
    if (coding__machine_error.status != CODING_OK) return false;
    return coding__parcel_pack(&coding__machine_parcel, &ask, shape, answer, &coding__machine_error);
}

/* As a record of one field, so that none is told from an empty text. */
bool coding__machine_pack_text(const char *answer)
{
    static const coding__field field = {.name = "text", .kind = CODING__TEXT};
    static const coding__shape shape = {.name = "Text", .size = sizeof answer, .fields = &field, .count = 1};
    return coding__machine_pack(NULL, "", 0, &shape, &answer);
}
