#define _POSIX_C_SOURCE 200809L

#include "compile/compile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/refuse.h"
#include "compile/chapters.h"
#include "compile/claims.h"
#include "compile/readers.h"
#include "compile/risk.h"
#include "compile/search.h"
#include "compile/weave.h"

static void end_weave(coding__weave *weave)
{
    for (size_t i = 0; i < weave->finals.count; i++) free(coding__final_at(weave, i)->rows.items);
    free(weave->finals.items);
    free(weave->rows.items);
    coding__map_end(&weave->places);
    coding__writer_end(&weave->writer);
}

/* The steps of the weaving, with their names for whoever waits. */
static void weave_sections(coding__weave *weave)
{
    static const struct {
        const char *name;
        void (*make)(coding__weave *weave);
    } steps[] = {
        {"editions", coding__weave_editions},   {"printed order", coding__weave_rows},
        {"histories", coding__weave_histories}, {"origins", coding__write_origins},
        {"systems", coding__write_systems},     {"rows and titles", coding__write_rows},
        {"trie", coding__write_trie},           {"places", coding__write_places},
        {"notes", coding__write_notes},         {"index", coding__write_index},
        {"lists", coding__write_lists},         {"labels", coding__write_labels},
        {"word parts", coding__write_parts},    {"claims", coding__write_claims},
        {"crosswalks", coding__write_maps},
        {"comorbidity", coding__write_comorbidity},     {"notes' language", coding__write_note_tables},
        {"operations' language", coding__write_operations},
        {"risk adjustment", coding__write_risk},
        {"MS-DRG", coding__write_drg},
        {"clinical categories", coding__write_ccsr},
    };
    const coding__compile_watch *watch = weave->model->watch;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && !weave->model->no_memory; i++) {
        if (watch && watch->progress) watch->progress(watch->context, steps[i].name, i, sizeof steps / sizeof *steps);
        steps[i].make(weave);
    }
}

/* The search index is made from the book as it stands so far, read as anyone would read it. */
static bool add_search(coding__weave *weave, coding_error *error)
{
    void  *bytes = NULL;
    size_t length = 0;
    if (!coding__writer_finish(&weave->writer, &bytes, &length))
        return coding__refuse(error, CODING_NO_MEMORY, "", "no memory");
    coding_book *book = coding_book_open_memory(bytes, length, error);
    bool         made = book && coding__index_search(book, weave->model, &weave->writer);
    if (book && !made) coding__refuse(error, CODING_NO_MEMORY, "", "no memory for the search index");
    coding_book_close(book);
    free(bytes);
    return made;
}

static bool make(coding__model *model, void **bytes, size_t *length, coding_error *error)
{
    coding__weave weave = {.model = model};
    coding__writer_start(&weave.writer, model);
    weave_sections(&weave);
    bool made = !model->no_memory;
    if (!made) coding__refuse(error, CODING_NO_MEMORY, "", "no memory to weave the book");
    if (made && !weave.rows.count)
        made = coding__refuse(error, CODING_NOT_IN_BOOK, "",
                              "none of the files holds a code: name releases or tables of codes");
    if (made && coding__writer_count(&weave.writer, CODING__NODES) > CODING__NODES_MOST)
        made = coding__refuse(error, CODING_NO_MEMORY, "trie.nodes", "more codes than the trie of one book can hold");
    made = made && add_search(&weave, error);
    if (made) coding__write_vocabulary(&weave);
    if (made) coding__chapters_drop(&weave.writer, model->without);
    if (made && !coding__writer_finish(&weave.writer, bytes, length))
        made = coding__refuse(error, CODING_NO_MEMORY, "", "no memory to lay out the book");
    end_weave(&weave);
    return made;
}

bool coding__compile_model(coding__model *model, void **bytes, size_t *length, coding_error *error)
{
    coding_error ignored = {0};
    return make(model, bytes, length, error ? error : &ignored);
}

bool coding__compile_to_memory(const coding__compile_options *options, void **bytes, size_t *length,
                               coding_error *error)
{
    coding__model model;
    coding_error  ignored = {0};
    if (!error) error = &ignored;
    memset(error, 0, sizeof *error);
    coding__model_start(&model, options);
    bool made = coding__read_releases(&model, options, error) && make(&model, bytes, length, error);
    coding__model_end(&model);
    return made;
}

static bool write_all(FILE *file, const void *bytes, size_t length)
{
    return fwrite(bytes, 1, length, file) == length && !fflush(file) && !fsync(fileno(file));
}

/* Beside the old book first, then renamed: whoever has the old one mapped keeps it, and none is half written. */
static bool write_beside(const char *output, const void *bytes, size_t length, coding_error *error)
{
    size_t room = strlen(output) + 16;
    char  *beside = malloc(room);
    if (!beside) return coding__refuse(error, CODING_NO_MEMORY, output, "no memory");
    snprintf(beside, room, "%s.%ld.new", output, (long)getpid());
    FILE *file = fopen(beside, "wb");
    bool  written = file && write_all(file, bytes, length);
    int   reason = errno;
    if (file && fclose(file) && written) written = false, reason = errno;
    if (written && rename(beside, output)) written = false, reason = errno;
    if (!written) {
        coding__refuse(error, CODING_NO_FILE, output, "the book cannot be written: %s", strerror(reason));
        remove(beside);
    }
    free(beside);
    return written;
}

bool coding__compile(const coding__compile_options *options, const char *output, coding_error *error)
{
    void  *bytes = NULL;
    size_t length = 0;
    if (!coding__compile_to_memory(options, &bytes, &length, error)) return false;
    bool written = write_beside(output, bytes, length, error);
    free(bytes);
    return written;
}
