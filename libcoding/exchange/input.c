#include "exchange/input.h"

#include <string.h>

enum { SMALLEST = 512 };

static size_t kept_left(const coding__input *input) { return input->kept_length - input->kept_at; }

static void give_back(coding__input *input)
{
    if (!input->kept) return;
    memset(input->kept, 0, input->kept_room);
    coding__arena_give_back(input->lender, input->kept, input->kept_room);
    input->kept = NULL;
}

/* Moves what is kept to the front of a place with that much room. */
static bool make_room(coding__input *input, size_t needed)
{
    size_t left = kept_left(input), room = input->kept_room * 2;
    if (needed <= input->kept_room) {
        if (input->kept_at) memmove(input->kept, input->kept + input->kept_at, left);
    } else {
        room = room < needed ? needed : room;
        room = room < SMALLEST ? SMALLEST : room;
        char *larger = coding__arena_borrow(input->lender, room);
        if (!larger) return false;
        if (left) memcpy(larger, input->kept + input->kept_at, left);
        give_back(input);
        input->kept = larger;
        input->kept_room = room;
    }
    input->kept_at = 0;
    input->kept_length = left;
    return true;
}

/* Moves the front of the piece to the end of what is kept. */
static bool keep(coding__input *input, size_t length)
{
    if (!length) return true;
    if (length > SIZE_MAX / 4 || !make_room(input, kept_left(input) + length)) return input->failed = true, false;
    memcpy(input->kept + input->kept_length, input->piece, length);
    input->kept_length += length;
    input->piece += length;
    input->left -= length;
    return true;
}

void coding__input_feed(coding__input *input, const char *text, size_t length)
{
    keep(input, input->left); /* a caller in a hurry: the piece before was not read to its end */
    input->piece = text;
    input->left = length;
}

coding__stretch coding__input_peek(coding__input *input, size_t most)
{
    size_t kept = kept_left(input);
    if (kept < most && (kept || input->left < most)) { /* in one place */
        size_t wanted = most - kept;
        keep(input, wanted < input->left ? wanted : input->left);
        kept = kept_left(input);
    }
    const char *text = kept ? input->kept + input->kept_at : input->piece;
    size_t      have = kept ? kept : input->left;
    return (coding__stretch){text, have < most ? have : most, input->offset};
}

/* Where `past` first stands among the bytes; `length` if nowhere. */
static size_t place_of(const char *text, size_t length, char past)
{
    const char *at = length ? memchr(text, past, length) : NULL;
    return at ? (size_t)(at - text) : length;
}

/* Is the end in the piece behind what is kept? Then it is brought over, and with it all before. */
static coding__until join(coding__input *input, char past, size_t most, coding__stretch *found)
{
    size_t kept = kept_left(input), room = most + 1 - kept;
    size_t within = input->left < room ? input->left : room;
    size_t at = place_of(input->piece, within, past);
    if (at == within && within == room) return CODING__UNTIL_LONG;
    if (!keep(input, at < within ? at + 1 : within) || at == within) return CODING__UNTIL_MORE;
    *found = (coding__stretch){input->kept + input->kept_at, kept + at, input->offset};
    return CODING__UNTIL_FOUND;
}

coding__until coding__input_until(coding__input *input, char past, size_t most, coding__stretch *found)
{
    size_t      kept = kept_left(input), have = kept ? kept : input->left;
    const char *text = kept ? input->kept + input->kept_at : input->piece;
    size_t      within = have < most + 1 ? have : most + 1;
    size_t      at = place_of(text, within, past);
    *found = (coding__stretch){text, at, input->offset};
    if (at < within) return CODING__UNTIL_FOUND;
    if (within > most) return CODING__UNTIL_LONG;
    return join(input, past, most, found);
}

void coding__input_take(coding__input *input, size_t length)
{
    input->offset += length;
    if (kept_left(input)) {
        input->kept_at += length;
        return;
    }
    input->piece += length;
    input->left -= length;
}

void coding__input_take_all(coding__input *input)
{
    input->offset += kept_left(input) + input->left;
    input->kept_at = input->kept_length;
    input->piece += input->left;
    input->left = 0;
}

bool coding__input_drop(coding__input *input, char past)
{
    for (int place = 0; place < 2; place++) { /* what is kept, then the piece */
        coding__stretch next = coding__input_peek(input, 1);
        if (!next.length) return false;
        size_t kept = kept_left(input), have = kept ? kept : input->left;
        size_t at = place_of(next.text, have, past);
        coding__input_take(input, at < have ? at + 1 : have);
        if (at < have) return true;
    }
    return false;
}

void coding__input_end(coding__input *input) { give_back(input); }
