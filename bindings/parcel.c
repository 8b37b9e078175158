#include "parcel.h"

#include <stdlib.h>
#include <string.h>

/* How the next value is written depends on its field; items of a list have none, nor has the answer itself. */
typedef struct packer {
    coding__parcel *parcel;
    bool            may_be_none; /* a record that comes next has a byte before it that says so */
    uint8_t         none_width;  /* bytes of 0 that say none */
    bool            is_letter;
} packer;

static packer *packer_of(const coding__maker *maker) { return maker->context; }

static bool has_room(coding__parcel *parcel, size_t length)
{
    if (length <= parcel->room - parcel->length) return true;
    size_t   room = parcel->room ? parcel->room : 256;
    uint8_t *bytes;
    while (room - parcel->length < length) {
        if (room > SIZE_MAX / 2) return false;
        room *= 2;
    }
    if (!(bytes = realloc(parcel->bytes, room))) return false;
    parcel->bytes = bytes;
    parcel->room = room;
    return true;
}

static bool add(const coding__maker *maker, const void *bytes, size_t length)
{
    coding__parcel *parcel = packer_of(maker)->parcel;
    if (!has_room(parcel, length)) return false;
    if (length) memcpy(parcel->bytes + parcel->length, bytes, length);
    parcel->length += length;
    return true;
}

/* The lowest byte first, whatever the machine does. */
static bool add_number(const coding__maker *maker, uint64_t number, size_t width)
{
    uint8_t bytes[sizeof number];
    for (size_t i = 0; i < width; i++) bytes[i] = (uint8_t)(number >> 8 * i);
    return add(maker, bytes, width);
}

static bool add_real(const coding__maker *maker, double real)
{
    uint64_t bits;
    memcpy(&bits, &real, sizeof bits);
    return add_number(maker, bits, sizeof bits);
}

static bool pack_record(const coding__maker *maker, const coding__shape *shape)
{
    packer *own = packer_of(maker);
    bool    is_told = own->may_be_none;
    (void)shape;
    own->may_be_none = false;
    return !is_told || add_number(maker, 1, 1);
}

static bool pack_list(const coding__maker *maker, size_t count)
{
    packer *own = packer_of(maker);
    if (own->may_be_none && !add_number(maker, 1, 1)) return false; /* the answer is this list */
    own->may_be_none = own->is_letter = false;
    own->none_width = sizeof(uint32_t);
    return add_number(maker, count, sizeof(uint32_t));
}

static bool pack_end(const coding__maker *maker)
{
    (void)maker;
    return true;
}

static bool pack_field(const coding__maker *maker, const coding__field *field)
{
    packer *own = packer_of(maker);
    own->may_be_none = field->kind == CODING__MAYBE;
    own->none_width = own->may_be_none ? 1 : sizeof(uint32_t);
    own->is_letter = field->kind == CODING__LETTER;
    return true;
}

static bool pack_none(const coding__maker *maker)
{
    packer_of(maker)->may_be_none = false;
    return add_number(maker, 0, packer_of(maker)->none_width);
}

static bool pack_text(const coding__maker *maker, const char *bytes, size_t length)
{
    if (packer_of(maker)->is_letter) return add_number(maker, (uint8_t)*bytes, sizeof(uint32_t));
    if (length >= UINT32_MAX) return false;
    return add_number(maker, length + 1, sizeof(uint32_t)) && add(maker, bytes, length);
}

static bool pack_count(const coding__maker *maker, uint64_t count) { return add_real(maker, (double)(int64_t)count); }
static bool pack_number(const coding__maker *maker, uint64_t number) { return add_number(maker, number, 8); }
static bool pack_flag(const coding__maker *maker, bool flag) { return add_number(maker, flag, 1); }
static bool pack_day(const coding__maker *maker, coding_date day) { return add_number(maker, day, sizeof day); }

static bool pack_name(const coding__maker *maker, const coding__enumeration *names, unsigned member)
{
    (void)names;
    return add_number(maker, member, sizeof(uint32_t));
}

static bool pack_span(const coding__maker *maker, size_t offset, size_t length)
{
    return add_number(maker, offset, sizeof(uint32_t)) && add_number(maker, length, sizeof(uint32_t));
}

static void no_memory(coding_error *error)
{
    *error = (coding_error){.status = CODING_NO_MEMORY};
    strncpy(error->reason, coding_status_text(CODING_NO_MEMORY), sizeof error->reason - 1);
}

bool coding__parcel_pack(coding__parcel *parcel, const coding__ask *ask, const coding__shape *shape,
                         const void *answer, coding_error *error)
{
    size_t              before = parcel->length;
    packer              own = {.parcel = parcel, .may_be_none = true, .none_width = 1};
    const coding__maker maker = {
        .context = &own, .record = pack_record, .list = pack_list, .end = pack_end, .field = pack_field,
        .none = pack_none, .text = pack_text, .count = pack_count, .number = pack_number, .real = add_real,
        .flag = pack_flag, .name = pack_name, .day = pack_day, .span = pack_span,
    };
    if (coding__hand_over(ask, shape, answer, &maker, error)) return true;
    if (error->status == CODING_OK) no_memory(error);
    parcel->length = before;
    return false;
}

void coding__parcel_free(coding__parcel *parcel)
{
    free(parcel->bytes);
    *parcel = (coding__parcel){0};
}
