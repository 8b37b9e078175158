#include "compile/writer.h"

#include <stdlib.h>
#include <string.h>

enum { ALIGN = 64 };

void coding__writer_start(coding__writer *writer, coding__model *model)
{
    memset(writer, 0, sizeof *writer);
    writer->model = model;
    coding__writer_put(writer, CODING__TEXT, "", 1);
}

void coding__writer_end(coding__writer *writer)
{
    for (int i = 0; i < CODING__SECTION_TOTAL; i++) free(writer->sections[i].items);
    free(writer->word_texts.items);
    memset(writer, 0, sizeof *writer);
}

static unsigned char *room(coding__writer *writer, coding__vector *vector, size_t length)
{
    if (vector->count + length > vector->capacity) {
        size_t capacity = (vector->count + length) * 2;
        void  *items = realloc(vector->items, capacity);
        if (!items) {
            writer->model->no_memory = true;
            return NULL;
        }
        vector->items = items;
        vector->capacity = capacity;
    }
    unsigned char *at = (unsigned char *)vector->items + vector->count;
    vector->count += length;
    return at;
}

unsigned char *coding__writer_add(coding__writer *writer, coding__section section)
{
    unsigned char *at = room(writer, &writer->sections[section], coding__section_forms[section].width);
    if (!at) at = writer->model->nowhere;
    memset(at, 0, coding__section_forms[section].width);
    return at;
}

void coding__writer_put(coding__writer *writer, coding__section section, const void *bytes, size_t length)
{
    unsigned char *at = length ? room(writer, &writer->sections[section], length) : NULL;
    if (at) memcpy(at, bytes, length);
}

uint32_t coding__writer_count(const coding__writer *writer, coding__section section)
{
    return (uint32_t)(writer->sections[section].count / coding__section_forms[section].width);
}

uint32_t coding__writer_text(coding__writer *writer, coding__word word)
{
    if (!word) return 0;
    while (writer->word_texts.count / sizeof(uint32_t) <= word && !writer->model->no_memory) {
        unsigned char *at = room(writer, &writer->word_texts, sizeof(uint32_t));
        if (at) memset(at, 0, sizeof(uint32_t));
    }
    if (writer->model->no_memory) return 0;
    uint32_t *offset = (uint32_t *)writer->word_texts.items + word;
    if (!*offset) {
        const char *text = coding__word_text(writer->model, word);
        *offset = coding__writer_count(writer, CODING__TEXT);
        coding__writer_put(writer, CODING__TEXT, text, strlen(text) + 1);
    }
    return *offset;
}

static size_t aligned(size_t size) { return (size + ALIGN - 1) / ALIGN * ALIGN; }

static void store_section(unsigned char *book, uint32_t record, int section, size_t offset, size_t size)
{
    unsigned char *at = book + CODING__HEADER_BYTES + (size_t)record * CODING__SECTION_BYTES;
    memcpy(at + CODING__SECTION_NAME, coding__section_forms[section].name, strlen(coding__section_forms[section].name));
    coding__store64(at + CODING__SECTION_OFFSET, offset);
    coding__store64(at + CODING__SECTION_SIZE, size);
    coding__store32(at + CODING__SECTION_WIDTH, coding__section_forms[section].width);
    coding__store32(at + CODING__SECTION_CHECKSUM, coding__checksum(0, book + offset, size));
}

static void store_header(unsigned char *book, size_t length, uint32_t count)
{
    memcpy(book, CODING__MAGIC, 8);
    coding__store32(book + CODING__HEADER_FORMAT, CODING__FORMAT);
    coding__store32(book + CODING__HEADER_READER, CODING__FORMAT_OLDEST);
    coding__store64(book + CODING__HEADER_SIZE, length);
    coding__store32(book + CODING__HEADER_COUNT, count);
    size_t covered = CODING__HEADER_BYTES + (size_t)count * CODING__SECTION_BYTES;
    coding__store32(book + CODING__HEADER_CHECKSUM, coding__checksum(0, book, covered));
}

static uint32_t section_count(const coding__writer *writer)
{
    uint32_t count = 0;
    for (int i = 0; i < CODING__SECTION_TOTAL; i++) count += writer->sections[i].count > 0;
    return count;
}

static size_t whole_length(const coding__writer *writer)
{
    size_t length = aligned(CODING__HEADER_BYTES + (size_t)section_count(writer) * CODING__SECTION_BYTES);
    for (int i = 0; i < CODING__SECTION_TOTAL; i++) length = aligned(length + writer->sections[i].count);
    return length;
}

bool coding__writer_finish(const coding__writer *writer, void **bytes, size_t *length)
{
    uint32_t       count = section_count(writer), record = 0;
    size_t         size = whole_length(writer);
    unsigned char *book = calloc(1, size);
    if (!book || writer->model->no_memory) {
        free(book);
        return false;
    }
    size_t offset = aligned(CODING__HEADER_BYTES + (size_t)count * CODING__SECTION_BYTES);
    for (int i = 0; i < CODING__SECTION_TOTAL; i++) {
        const coding__vector *section = &writer->sections[i];
        if (!section->count) continue;
        memcpy(book + offset, section->items, section->count);
        store_section(book, record++, i, offset, section->count);
        offset = aligned(offset + section->count);
    }
    store_header(book, size, count);
    *bytes = book;
    *length = size;
    return true;
}
