#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"

static void *room(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory) {
        fputs("no memory for the sample\n", stderr);
        exit(2);
    }
    return memory;
}

static void shuffle(coding_code *codes, size_t count)
{
    unsigned long long state = 20251001;
    for (size_t i = count; i > 1; i--) {
        size_t      other = (size_t)(bench_random(&state) % i);
        coding_code kept = codes[i - 1];
        codes[i - 1] = codes[other];
        codes[other] = kept;
    }
}

static sample of_rows(const coding_book *book, uint32_t first, uint32_t past, size_t most)
{
    sample s = {room(past - first, sizeof *s.codes), 0};
    for (uint32_t row = first; row < past; row++) s.codes[s.count++] = coding_entry_code(coding_book_entry(book, row));
    shuffle(s.codes, s.count);
    if (s.count > most) s.count = most;
    return s;
}

sample sample_of_system(const coding_book *book, coding_system system, size_t most)
{
    uint32_t first, past;
    coding_book_rows(book, system, &first, &past);
    return of_rows(book, first, past, most);
}

sample sample_of_book(const coding_book *book, size_t most)
{
    uint32_t first, past, end = 0;
    for (size_t i = 0; i < coding_book_edition_count(book); i++) {
        coding_book_rows(book, coding_book_edition(book, i).system, &first, &past);
        if (past > end) end = past;
    }
    return of_rows(book, 0, end, most);
}

static coding_code damaged(const coding_book *book, coding_code code, unsigned long long *state)
{
    size_t      place = 1 + (size_t)(bench_random(state) % (coding_code_length(code) - 1));
    coding_code other = coding_code_prefix(code, place);
    other = coding_code_append(other, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[bench_random(state) % 36]);
    for (size_t i = place + 1; i < coding_code_length(code); i++)
        other = coding_code_append(other, coding_code_character(code, i));
    return coding_find(book, other).book ? 0 : other;
}

sample sample_absent(const coding_book *book, const sample *from)
{
    unsigned long long state = 20261001;
    sample             s = {room(from->count, sizeof *s.codes), 0};
    for (size_t i = 0; i < from->count; i++) {
        coding_code other = coding_code_length(from->codes[i]) > 1 ? damaged(book, from->codes[i], &state) : 0;
        if (other) s.codes[s.count++] = other;
    }
    return s;
}

sample sample_few(const sample *from, size_t count)
{
    sample s = {room(from->count, sizeof *s.codes), from->count};
    for (size_t i = 0; i < s.count; i++) s.codes[i] = from->codes[i % (count < from->count ? count : from->count)];
    return s;
}

void sample_free(sample *s) { free(s->codes); }

column column_of(const sample *from)
{
    column c = {room(from->count, CODING_CODE_TEXT), room(from->count + 1, sizeof *c.offsets), from->count};
    for (size_t i = 0; i < c.count; i++) {
        char text[CODING_CODE_TEXT];
        coding_code_format(from->codes[i], text);
        memcpy(c.text + c.offsets[i], text, strlen(text));
        c.offsets[i + 1] = c.offsets[i] + (int32_t)strlen(text);
    }
    return c;
}

void column_free(column *c)
{
    free(c->text);
    free(c->offsets);
}
