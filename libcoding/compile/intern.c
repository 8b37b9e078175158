/* Texts of the model, each held once: bytes in one array, where each begins in a second, an open hash in a third.
 *
 * The same titles stand in a dozen editions, so that of two million titles read some two hundred thousand are kept.
 * Editions print them in the same order: what is looked up next mostly lies beside what was looked up last. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compile/model.h"

enum { FIRST_SLOTS = 1024, LATIN_1_WORST = 2 };

#define WORD_AT(model, word) (((uint32_t *)(model)->word_offsets.items)[word])
#define SLOT_AT(model, slot) (((coding__word *)(model)->word_slots.items)[slot])

static uint64_t mixed(uint64_t hash, uint64_t more)
{
    hash = (hash ^ more) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

static uint32_t hash_of(const char *text, size_t length)
{
    uint64_t hash = length, part;
    for (; length >= sizeof part; text += sizeof part, length -= sizeof part) {
        memcpy(&part, text, sizeof part);
        hash = mixed(hash, part);
    }
    part = 0;
    memcpy(&part, text, length);
    return (uint32_t)(mixed(hash, part) >> 16);
}

static bool is_ascii(const char *text, size_t length)
{
    uint64_t part, all = 0;
    for (; length >= sizeof part; text += sizeof part, length -= sizeof part) {
        memcpy(&part, text, sizeof part);
        all |= part;
    }
    part = 0;
    memcpy(&part, text, length);
    return !((all | part) & 0x8080808080808080u);
}

static size_t length_of(const coding__model *model, coding__word word)
{
    size_t past = word + 1 < model->word_offsets.count ? WORD_AT(model, word + 1) : model->word_bytes.count;
    return past - WORD_AT(model, word) - 1;
}

static bool is_word(const coding__model *model, coding__word word, const char *text, size_t length)
{
    return length_of(model, word) == length && memcmp(coding__word_text(model, word), text, length) == 0;
}

/* The slot that holds the text, or the empty one where it belongs. Slots are a power of two, never full. */
static size_t slot_of(const coding__model *model, const char *text, size_t length)
{
    size_t mask = model->word_slots.count - 1, slot = hash_of(text, length) & mask;
    while (SLOT_AT(model, slot) && !is_word(model, SLOT_AT(model, slot), text, length)) slot = (slot + 1) & mask;
    return slot;
}

static bool rehash(coding__model *model)
{
    size_t        count = model->word_slots.count ? model->word_slots.count * 2 : FIRST_SLOTS;
    coding__word *slots = calloc(count, sizeof *slots);
    if (!slots) return false;
    free(model->word_slots.items);
    model->word_slots = (coding__vector){slots, count, count};
    for (coding__word word = 1; word < model->word_offsets.count; word++)
        slots[slot_of(model, coding__word_text(model, word), length_of(model, word))] = word;
    return true;
}

static bool make_room(coding__vector *bytes, size_t size)
{
    if (bytes->count + size <= bytes->capacity) return true;
    size_t capacity = (bytes->count + size) * 3 / 2;
    char  *items = bytes->count + size <= UINT32_MAX ? realloc(bytes->items, capacity) : NULL;
    if (!items) return false;
    bytes->items = items;
    bytes->capacity = capacity;
    return true;
}

static coding__word append(coding__model *model, const char *text, size_t length)
{
    if (!make_room(&model->word_bytes, length + 1)) return model->no_memory = true, 0;
    coding__word word = (coding__word)model->word_offsets.count;
    uint32_t    *offset = coding__push(model, &model->word_offsets, sizeof *offset);
    if (model->no_memory) return 0;
    *offset = (uint32_t)model->word_bytes.count;
    char *bytes = (char *)model->word_bytes.items + model->word_bytes.count;
    memcpy(bytes, text, length);
    bytes[length] = '\0';
    model->word_bytes.count += length + 1;
    return word;
}

static bool has_room(coding__model *model)
{
    if (!model->word_offsets.count) append(model, "", 0); /* word 0 */
    if (!model->no_memory && model->word_offsets.count * 2 >= model->word_slots.count && !rehash(model))
        model->no_memory = true;
    return !model->no_memory;
}

static coding__word intern_utf8(coding__model *model, const char *text, size_t length)
{
    if (!has_room(model)) return 0;
    size_t       slot = slot_of(model, text, length);
    coding__word word = SLOT_AT(model, slot);
    if (!word && (word = append(model, text, length))) SLOT_AT(model, slot) = word;
    return word;
}

static coding__word intern_latin_1(coding__model *model, const char *text, size_t length)
{
    char *utf8 = malloc(length * LATIN_1_WORST), *at = utf8;
    if (!utf8) return model->no_memory = true, 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0x80) *at++ = (char)(0xC0 | c >> 6);
        *at++ = (char)(c >= 0x80 ? 0x80 | (c & 0x3F) : c);
    }
    coding__word word = intern_utf8(model, utf8, (size_t)(at - utf8));
    free(utf8);
    return word;
}

coding__word coding__intern(coding__model *model, const char *text, size_t length)
{
    const char *nul = length ? memchr(text, '\0', length) : NULL;
    if (nul) length = (size_t)(nul - text);
    if (!length) return 0;
    bool good = is_ascii(text, length) || coding__text_is_utf8(text, length);
    return good ? intern_utf8(model, text, length) : intern_latin_1(model, text, length);
}

const char *coding__word_text(const coding__model *model, coding__word word)
{
    if (!word || word >= model->word_offsets.count) return "";
    return (const char *)model->word_bytes.items + WORD_AT(model, word);
}
