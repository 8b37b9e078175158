/* The reader's outside. Each step reads one segment or line; what it finds out waits on `own` until it is told: a claim
 * goes out with its first trouble, the others follow by themselves. */
#include "exchange/claims.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/phrase.h"
#include "base/text.h"
#include "entry/desk.h"

enum { TROUBLES_MOST = 100, SENTENCE = 400 };

static const char NO_MEMORY[] = "no memory: something of the text is lost here; give the desk more, and read again";

/* An arena of our own made of memory that the desk borrows and counts. Blocks never change their size. */
static void *resize_by_desk(void *context, void *memory, size_t old_size, size_t new_size)
{
    coding_desk *desk = context;
    if (!memory) return coding__arena_borrow(&desk->arena, new_size);
    coding__arena_give_back(&desk->arena, memory, old_size);
    return NULL;
}

coding_claims *coding_claims_new(coding_desk *desk)
{
    coding_claims *claims = coding__arena_borrow(&desk->arena, sizeof *claims);
    if (!claims) return NULL;
    memset(claims, 0, sizeof *claims);
    claims->desk = desk;
    claims->input.lender = &desk->arena;
    coding__arena_start(&claims->own, &(coding_allocator){resize_by_desk, desk});
    return claims;
}

void coding_claims_free(coding_claims *claims)
{
    if (!claims) return;
    coding_desk *desk = claims->desk;
    coding__arena_end(&claims->own);
    coding__input_end(&claims->input);
    memset(claims, 0, sizeof *claims);
    coding__arena_give_back(&desk->arena, claims, sizeof *claims);
}

void coding_claims_feed(coding_claims *claims, const char *text, size_t length)
{
    if (!claims || !length) return;
    if (claims->input.closed) claims->late = true;
    else if (!claims->ended) coding__input_feed(&claims->input, text, length);
}

void coding_claims_finish(coding_claims *claims)
{
    if (claims) claims->input.closed = true;
}

const char *coding__claims_text(coding_claims *claims, const char *text, size_t length)
{
    while (length && text[0] == ' ') text++, length--;
    while (length && text[length - 1] == ' ') length--;
    return length ? coding__arena_text(&claims->own, text, length) : "";
}

bool coding__claims_is_text(const char *text, size_t length)
{
    bool plain = true;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < ' ' || byte == 0x7F) return false;
        plain = plain && byte < 0x80;
    }
    return plain || coding__text_is_utf8(text, length);
}

coding__quoted coding__claims_quoted(const char *text, size_t length)
{
    coding__quoted quoted = {{0}};
    size_t         most = length > 40 ? 37 : length, count = 0;
    for (; count < most; count++) quoted.text[count] = text[count] >= ' ' && text[count] < 0x7F ? text[count] : '?';
    for (size_t i = most; i < length && i < most + 3; i++) quoted.text[count++] = '.';
    quoted.text[count] = '\0';
    return quoted;
}

/* "SV104, segment 12, byte 340: " or "line 3, column units: " */
static void say_place(const coding_claims *claims, coding__claims_place place, coding__phrase *phrase)
{
    if (claims->form == CODING__FORM_TABLE) {
        coding__say(phrase, "line %u", (unsigned)place.number);
        if (*place.name) coding__say(phrase, ", column %s", place.name);
    } else {
        if (place.element) coding__say(phrase, "%s%02u, ", place.name, (unsigned)place.element);
        else if (*place.name) coding__say(phrase, "%s, ", place.name);
        if (place.number) coding__say(phrase, "segment %u, ", (unsigned)place.number);
        coding__say(phrase, "byte %llu", (unsigned long long)place.offset);
    }
    coding__say(phrase, ": ");
}

void coding__claims_tell(coding_claims *claims, coding__claims_place place, coding_claims_trouble trouble,
                         const char *format, ...)
{
    char           sentence[SENTENCE];
    coding__phrase phrase = {.arena = &claims->own};
    if (claims->troubles.count == TROUBLES_MOST) return;
    coding_claims_item *item = coding__list_add(&claims->own, &claims->troubles, sizeof *item);
    if (!item) return;
    va_list values;
    va_start(values, format);
    vsnprintf(sentence, sizeof sentence, format, values);
    va_end(values);
    say_place(claims, place, &phrase);
    coding__say(&phrase, "%s%s", sentence,
                claims->troubles.count == TROUBLES_MOST ? "; there is more trouble here, which is left out" : "");
    *item = (coding_claims_item){
        .trouble = trouble,
        .reason = coding__said(&phrase),
        .segment = coding__claims_text(claims, place.name, strlen(place.name)),
        .number = place.number,
        .element = place.element,
        .offset = place.offset,
    };
}

void coding__claims_begin(coding_claims *claims, coding__claims_place place)
{
    coding__draft_start(&claims->draft, &claims->own);
    claims->begun = place;
    claims->open = true;
}

void coding__claims_finish(coding_claims *claims)
{
    if (claims->draft.overfull)
        coding__claims_tell(claims, claims->begun, CODING_CLAIMS_SEGMENT,
                            "the claim has more than %d of a kind, which are left out; 5010 allows 999 lines",
                            CODING__DRAFT_MOST);
    claims->open = false;
    claims->ready = true;
}

coding__quoted coding__claims_drop(coding_claims *claims)
{
    const char *id = claims->open && claims->draft.whole.id ? claims->draft.whole.id : "";
    claims->open = false;
    return coding__claims_quoted(id, strlen(id));
}

static const char *lent(coding_claims *claims, const char *text)
{
    const char *copy = text && *text ? coding__arena_text(&claims->desk->arena, text, strlen(text)) : "";
    return copy ? copy : "";
}

/* The item's texts go from our memory, which is wiped, to the desk's. */
static void hand_over(coding_claims *claims, coding_claims_item *item)
{
    size_t refused = claims->desk->arena.refused;
    item->reason = lent(claims, item->reason);
    item->segment = lent(claims, item->segment);
    item->version = lent(claims, claims->form == CODING__FORM_X12 ? claims->x12.version : "");
    if (claims->desk->arena.refused == refused) return;
    item->trouble = CODING_CLAIMS_MEMORY;
    item->reason = NO_MEMORY;
    item->claim = NULL;
}

/* All was told: our memory is wiped for the next claim. */
static void forget(coding_claims *claims)
{
    memset(&claims->troubles, 0, sizeof claims->troubles);
    claims->told = 0;
    claims->own.refused = 0;
    coding__arena_clear(&claims->own);
}

static bool tell_no_memory(coding_claims *claims, coding_claims_item *item)
{
    *item = (coding_claims_item){.trouble = CODING_CLAIMS_MEMORY,
                                 .reason = NO_MEMORY,
                                 .segment = "",
                                 .version = "",
                                 .offset = claims->input.offset};
    claims->ready = claims->open = false;
    if (claims->input.failed) claims->ended = true;
    claims->input.failed = false;
    forget(claims);
    return true;
}

static bool tell_trouble(coding_claims *claims, coding_claims_item *item)
{
    if (claims->open || claims->told == claims->troubles.count) return false;
    *item = ((coding_claims_item *)claims->troubles.items)[claims->told++];
    hand_over(claims, item);
    return true;
}

static bool tell_claim(coding_claims *claims, coding_claims_item *item)
{
    if (!claims->ready) return false;
    claims->ready = false;
    *item = (coding_claims_item){
        .segment = claims->begun.name, .number = claims->begun.number, .offset = claims->begun.offset};
    if (claims->troubles.count) *item = ((coding_claims_item *)claims->troubles.items)[claims->told++];
    item->claim = coding__draft_claim(&claims->draft, claims->desk);
    bool made = item->claim;
    hand_over(claims, item);
    if (made) return true;
    item->trouble = CODING_CLAIMS_MEMORY;
    item->reason = NO_MEMORY;
    return true;
}

static bool tell_late(coding_claims *claims, coding_claims_item *item)
{
    if (!claims->late || claims->open) return false;
    claims->late = false;
    *item = (coding_claims_item){.trouble = CODING_CLAIMS_FORMAT,
                                 .segment = "",
                                 .version = "",
                                 .offset = claims->input.offset,
                                 .reason = "text came after coding_claims_finish and is not read; a new reader would"};
    return true;
}

static bool tell_something(coding_claims *claims, coding_claims_item *item)
{
    if (claims->own.refused || claims->input.failed) return tell_no_memory(claims, item);
    return tell_claim(claims, item) || tell_trouble(claims, item);
}

/* Both forms may begin with a byte order mark and blank lines. */
static bool drop_noise(coding__input *input)
{
    coding__stretch next = coding__input_peek(input, 3);
    if (!input->offset && next.length && next.text[0] == '\xEF') {
        if (next.length < 3) return input->closed;
        if (!memcmp(next.text, "\xEF\xBB\xBF", 3)) coding__input_take(input, 3);
    }
    while ((next = coding__input_peek(input, 1)).length && strchr(" \r\n\t", next.text[0]) && next.text[0])
        coding__input_take(input, 1);
    return next.length > 0;
}

/* ISA and a separator are X12; whatever else may be a table's head. */
static bool recognise(coding_claims *claims)
{
    if (!drop_noise(&claims->input)) return false;
    coding__stretch next = coding__input_peek(&claims->input, 4);
    if (next.length < 4 && !claims->input.closed) return false;
    bool is_x12 = next.length == 4 && !memcmp(next.text, "ISA", 3) && !coding__is_letter(next.text[3])
                  && !coding__is_digit(next.text[3]);
    claims->form = is_x12 ? CODING__FORM_X12 : CODING__FORM_TABLE;
    return true;
}

static bool step(coding_claims *claims)
{
    switch (claims->form) {
    case CODING__FORM_UNKNOWN: return recognise(claims);
    case CODING__FORM_X12: return coding__x12_step(claims);
    case CODING__FORM_TABLE: return coding__table_step(claims);
    case CODING__FORM_NEITHER: break;
    }
    coding__input_take_all(&claims->input); /* told, and passed over */
    return false;
}

bool coding_claims_next(coding_claims *claims, coding_claims_item *item)
{
    memset(item, 0, sizeof *item);
    item->reason = item->segment = item->version = "";
    if (!claims) return false;
    do {
        if (tell_something(claims, item)) return true;
        if (!claims->open) forget(claims);
    } while (!claims->ended && (step(claims) || claims->own.refused || claims->input.failed));
    return tell_late(claims, item);
}
