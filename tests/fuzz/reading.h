/* Readers under fuzz: any bytes make a model that keeps its promises, or none. */
#ifndef CODING_TESTS_FUZZ_READING_H
#define CODING_TESTS_FUZZ_READING_H

#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"
#include "fuzz/fuzz.h"

/* A copy to the byte, with the NUL that readers are promised. */
static inline unsigned char *fuzz_copy(const uint8_t *bytes, size_t length)
{
    unsigned char *copy = malloc(length + 1);
    FUZZ_ASSERT(copy);
    if (length) memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

static inline void fuzz_check_words(const coding__model *model)
{
    for (coding__word word = 0; word < model->word_offsets.count; word++) {
        const char *text = coding__word_text(model, word);
        FUZZ_ASSERT(coding__text_is_utf8(text, strlen(text)));
    }
}

/* Every row has a code that is printed and read again as itself. */
static inline void fuzz_check_rows(const coding__edition *edition)
{
    const coding__printed *row = edition->rows.items;
    char                   text[CODING_CODE_TEXT];
    for (size_t i = 0; i < edition->rows.count; i++) {
        FUZZ_ASSERT(row[i].code && coding_code_system(row[i].code) == edition->system && row[i].line);
        coding__cell cell = coding__cell_of(coding_code_format_bare(row[i].code, text));
        FUZZ_ASSERT(coding__release_code(edition->system, cell) == row[i].code);
    }
}

static inline void fuzz_check_snapshot(const coding__snapshot *snapshot)
{
    const coding__printed_note  *note = snapshot->notes.items;
    const coding__printed_seven *seven = snapshot->sevens.items;
    for (size_t i = 0; i < snapshot->notes.count; i++)
        FUZZ_ASSERT(note[i].text && (note[i].holder || note[i].block < snapshot->blocks.count));
    for (size_t i = 0; i < snapshot->sevens.count; i++) FUZZ_ASSERT(seven[i].holder && seven[i].character);
}

static inline void fuzz_check_index(const coding__index *index)
{
    const coding__index_term *term = index->terms.items;
    const coding__index_code *code = index->codes.items;
    for (size_t i = 0; i < index->terms.count; i++) {
        FUZZ_ASSERT(term[i].parent <= i && (term[i].level == 0) == (term[i].parent == 0));
        FUZZ_ASSERT((size_t)term[i].code + term[i].codes <= index->codes.count);
    }
    for (size_t i = 0; i < index->codes.count; i++) FUZZ_ASSERT(code[i].code);
}

static inline void fuzz_check_addenda(const coding__addenda *addenda)
{
    const coding__change *change = addenda->changes.items;
    FUZZ_ASSERT(addenda->first && addenda->base);
    for (size_t i = 0; i < addenda->changes.count; i++) FUZZ_ASSERT(change[i].code && change[i].line);
}

static inline void fuzz_check_tidy(const coding__model *model)
{
    const coding__tidy_row *row = model->tidy_rows.items;
    for (size_t i = 0; i < model->tidy_rows.count; i++)
        FUZZ_ASSERT(row[i].code && row[i].first && (!row[i].past || row[i].past > row[i].first));
}

static inline void fuzz_check_model(const coding__model *model)
{
    fuzz_check_words(model);
    fuzz_check_tidy(model);
    for (size_t i = 0; i < model->editions.count; i++) fuzz_check_rows((coding__edition *)model->editions.items + i);
    for (size_t i = 0; i < model->addenda.count; i++) fuzz_check_addenda((coding__addenda *)model->addenda.items + i);
    for (size_t i = 0; i < model->snapshots.count; i++)
        fuzz_check_snapshot((coding__snapshot *)model->snapshots.items + i);
    for (size_t i = 0; i < model->indexes.count; i++) fuzz_check_index((coding__index *)model->indexes.items + i);
}

/* Reads the bytes as a file of that name, by this reader, on a fresh model. */
static inline int fuzz_reader(const coding__reader *reader, const char *name, const uint8_t *bytes, size_t length)
{
    unsigned char *copy = fuzz_copy(bytes, length);
    coding__file   file = {.path = name, .name = name, .bytes = copy, .length = length, .sha256 = ""};
    coding__model  model;
    coding__model_start(&model, NULL);
    reader->recognises(&file);
    if (reader->needless) reader->needless(&model, &file);
    reader->read(&model, &file);
    fuzz_check_model(&model);
    coding__model_end(&model);
    free(copy);
    return 0;
}

#endif
