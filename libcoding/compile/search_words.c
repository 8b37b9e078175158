#include "compile/search_build.h"

#include <stdlib.h>
#include <string.h>

void *coding__build_room(coding__build *build, coding__vector *vector, size_t count, size_t width)
{
    if (vector->count + count > vector->capacity) {
        size_t capacity = (vector->count + count) * 2 + 64;
        void  *items = realloc(vector->items, capacity * width);
        if (!items) {
            build->no_memory = true;
            return NULL;
        }
        vector->items = items;
        vector->capacity = capacity;
    }
    vector->count += count;
    return (char *)vector->items + (vector->count - count) * width;
}

static uint32_t hash_of(const char *text)
{
    uint32_t hash = 2166136261u;
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash;
}

static uint32_t *slot_of(coding__build *build, const char *text)
{
    uint32_t *slots = build->slots.items;
    uint32_t  mask = (uint32_t)build->slots.count - 1, at = hash_of(text) & mask;
    while (slots[at] && strcmp(coding__build_letters(build, slots[at] - 1), text) != 0) at = (at + 1) & mask;
    return &slots[at];
}

/* Doubles the hash before it is half full. */
static bool make_slots(coding__build *build)
{
    size_t size = build->slots.count ? build->slots.count : 1024;
    if (build->slots.count && build->words.count * 2 < size) return true;
    free(build->slots.items);
    build->slots = (coding__vector){.items = calloc(size * 2, sizeof(uint32_t)), .count = size * 2};
    if (!build->slots.items) build->slots.count = 0, build->no_memory = true;
    if (!build->slots.items) return false;
    for (uint32_t i = 0; i < build->words.count; i++) *slot_of(build, coding__build_letters(build, i)) = i + 1;
    return true;
}

static uint32_t put_letters(coding__build *build, const char *text)
{
    size_t length = strlen(text) + 1;
    char  *at = coding__build_room(build, &build->letters, length, 1);
    if (!at) return 0;
    memcpy(at, text, length);
    return (uint32_t)(build->letters.count - length);
}

uint32_t coding__build_word_of(coding__build *build, const char *text, const char *shown)
{
    if (build->no_memory || !make_slots(build)) return 0; /* letters may be missing */
    uint32_t *slot = slot_of(build, text);
    if (*slot) return *slot - 1;
    coding__build_word *word = coding__build_room(build, &build->words, 1, sizeof *word);
    if (!word) return 0;
    *word = (coding__build_word){.letters = put_letters(build, text)};
    put_letters(build, shown);
    *slot = (uint32_t)build->words.count;
    return *slot - 1;
}

void coding__build_forget(coding__build *build, uint32_t count)
{
    while (build->words.count > count && !build->no_memory) { /* the newest end their chains: no other word is lost */
        uint32_t newest = (uint32_t)build->words.count - 1;
        *slot_of(build, coding__build_letters(build, newest)) = 0;
        build->letters.count = coding__build_word_at(build, newest)->letters;
        build->words.count = newest;
    }
}

static bool has(const coding__build_list *list, uint32_t word)
{
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->items[i] / 4 == word) return true;
    }
    return false;
}

/* "Abdomen, abdominal", "boat, boating": the second is a form of the first, and neither is asked for beside the other. */
static bool is_form_of(const char *text, const char *before)
{
    return strlen(text) > 3 && strncmp(text, before, 4) == 0;
}

void coding__build_read(coding__build *build, const char *text, bool optional, bool all, coding__build_list *list)
{
    coding__reading reading = coding__reading_of(&build->rules, NULL, text, strlen(text));
    coding__token   token;
    coding__part    part;
    char            before[CODING__WORD_ROOM] = "";
    while (coding__reading_next(&reading, &token, &part) && list->count < CODING__BUILD_MOST_WORDS) {
        coding__token shown;
        coding__words again = coding__words_of(text + token.span.offset, token.span.length);
        if (!coding__words_next(&again, &shown)) shown = token;
        uint32_t word = coding__build_word_of(build, token.text, shown.text);
        if (build->no_memory) return; /* a list names no word that is not there */
        bool     stop = build->words.count && coding__build_word_at(build, word)->flags & CODING__WORD_STOP;
        if (optional || (token.clause && is_form_of(token.text, before) && !all)) part = CODING__PART_OPTIONAL;
        memcpy(before, token.text, sizeof before);
        if (!all && (stop || has(list, word))) continue;
        list->items[list->count++] = word * 4 + (uint32_t)part;
    }
}

void coding__build_document_add(coding__build *build, coding__vector *documents, uint32_t row, coding_field field,
                                uint32_t record, const coding__build_list *list)
{
    uint32_t *numbers = coding__build_room(build, &build->numbers, list->count, sizeof *numbers);
    coding__build_document *document = coding__build_room(build, documents, 1, sizeof *document);
    if (!numbers || !document) return;
    memcpy(numbers, list->items, list->count * sizeof *numbers);
    *document = (coding__build_document){row, (uint32_t)field << 24 | record, (uint32_t)build->numbers.count - list->count,
                                         list->count};
}

void coding__build_number_put(coding__build *build, uint32_t value)
{
    if (build->lists_count + 5 > build->lists_capacity) {
        size_t         capacity = build->lists_capacity * 2 + 4096;
        unsigned char *lists = realloc(build->lists, capacity);
        if (!lists) {
            build->no_memory = true;
            return;
        }
        build->lists = lists;
        build->lists_capacity = capacity;
    }
    for (; value > 127; value >>= 7) build->lists[build->lists_count++] = (unsigned char)(value | 128u);
    build->lists[build->lists_count++] = (unsigned char)value;
}

uint32_t coding__build_list_put(coding__build *build, const uint32_t *items, uint32_t count)
{
    uint32_t offset = (uint32_t)build->lists_count;
    coding__build_number_put(build, count);
    for (uint32_t i = 0; i < count; i++) coding__build_number_put(build, items[i]);
    return offset;
}
