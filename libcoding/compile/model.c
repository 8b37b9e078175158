#include "compile/model.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void coding__model_start(coding__model *model, const coding__compile_options *options)
{
    memset(model, 0, sizeof *model);
    if (options) {
        model->watch = options->watch;
        model->public_only = options->public_only;
        model->without = options->without;
        model->from = options->from;
    }
    coding__push(model, &model->origins, sizeof(coding__origin)); /* 0 is nobody */
}

static void end_editions(coding__model *model)
{
    for (size_t i = 0; i < model->editions.count; i++) free(((coding__edition *)model->editions.items)[i].rows.items);
    for (size_t i = 0; i < model->addenda.count; i++) free(((coding__addenda *)model->addenda.items)[i].changes.items);
    for (size_t i = 0; i < model->poa_lists.count; i++)
        free(((coding__poa_list *)model->poa_lists.items)[i].codes.items);
}

static void end_books(coding__model *model)
{
    for (size_t i = 0; i < model->snapshots.count; i++) {
        coding__snapshot *snapshot = (coding__snapshot *)model->snapshots.items + i;
        free(snapshot->notes.items);
        free(snapshot->sevens.items);
        free(snapshot->blocks.items);
    }
    for (size_t i = 0; i < model->indexes.count; i++) {
        coding__index *index = (coding__index *)model->indexes.items + i;
        free(index->terms.items);
        free(index->codes.items);
    }
}

/* Of facts that are nothing but vectors. */
static void end_vectors(void *facts, size_t size)
{
    coding__vector *vectors = facts;
    for (size_t i = 0; i < size / sizeof *vectors; i++) free(vectors[i].items);
}

void coding__model_end(coding__model *model)
{
    end_editions(model);
    end_books(model);
    end_vectors(&model->claims, sizeof model->claims);
    end_vectors(&model->maps, sizeof model->maps);
    end_vectors(&model->comorbidity, sizeof model->comorbidity);
    end_vectors(&model->ccsr, sizeof model->ccsr);
    end_vectors(&model->notes, sizeof model->notes);
    end_vectors(&model->operations, sizeof model->operations);
    end_vectors(&model->risk, sizeof model->risk);
    end_vectors(&model->drg, sizeof model->drg);
    coding__vector *const vectors[] = {
        &model->origins,    &model->own_systems, &model->editions,    &model->addenda,        &model->tidy_editions,
        &model->tidy_rows,  &model->snapshots,   &model->indexes,     &model->successors,     &model->poa_lists,
        &model->synonyms,   &model->code_notes,  &model->known_files, &model->numbered_notes, &model->word_offsets,
        &model->word_bytes, &model->word_slots,  &model->word_parts,
    };
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) free(vectors[i]->items);
    memset(model, 0, sizeof *model);
}

/* Does `text` end in `tail`, ASCII case aside, where a name begins? */
static bool ends_in_name(const char *text, size_t length, const char *tail, size_t tail_length)
{
    if (length < tail_length) return false;
    size_t begin = length - tail_length;
    return (!begin || text[begin - 1] == '/') && coding__text_equal(text + begin, tail_length, tail, tail_length);
}

/* Of the path, less the base name. */
static size_t length_of_folder(const coding__file *file)
{
    const char *slash = strrchr(file->path, '/');
    return slash ? (size_t)(slash - file->path) : 0;
}

static bool is_about(const coding__model *model, const coding__known_file *known, const coding__file *file)
{
    const char *member = coding__word_text(model, known->member), *slash = strrchr(member, '/');
    const char *name = slash ? slash + 1 : member;
    size_t      folder = length_of_folder(file);
    if (!coding__text_equal(name, strlen(name), file->name, strlen(file->name))) return false;
    if (slash && !ends_in_name(file->path, folder, member, (size_t)(slash - member))) return false;
    const char *beside = coding__word_text(model, known->folder);
    return !known->folder || (strlen(beside) == folder && memcmp(beside, file->path, folder) == 0);
}

static const coding__known_file *find(const coding__model *model, const coding__file *file, bool provenance)
{
    const coding__known_file *known = model->known_files.items;
    for (size_t i = 0; i < model->known_files.count; i++)
        if ((known[i].system == CODING_ANY) == provenance && is_about(model, &known[i], file)) return &known[i];
    return NULL;
}

const coding__known_file *coding__known(const coding__model *model, const coding__file *file)
{
    return find(model, file, false);
}

const coding__known_file *coding__provenance(const coding__model *model, const coding__file *file)
{
    return find(model, file, true);
}

static coding__word said(coding__model *model, const char *given, coding__word table, coding__word source,
                         const char *otherwise)
{
    if (given) return coding__intern(model, given, strlen(given));
    if (table || source) return table ? table : source;
    return coding__intern(model, otherwise, strlen(otherwise));
}

uint32_t coding__add_origin(coding__model *model, const coding__file *file, const char *release, const char *licence,
                            coding_date day)
{
    static const coding__known_file nothing;
    const coding__known_file       *known = coding__known(model, file), *source = coding__provenance(model, file);
    if (!known) known = &nothing;
    if (!source) source = &nothing;
    coding__origin origin = {.day = day, .rank = model->rank};
    origin.release = said(model, release, known->release, source->release, file->name);
    origin.licence = said(model, licence, known->licence, source->licence, "");
    origin.file = said(model, file->name, 0, 0, "");
    origin.sha256 = said(model, source->sha256 ? NULL : file->sha256, source->sha256, 0, "");
    *(coding__origin *)coding__push(model, &model->origins, sizeof origin) = origin;
    return (uint32_t)(model->origins.count - 1);
}

void coding__fault(coding__model *model, const coding__file *file, uint32_t line, const char *field, const char *what,
                   ...)
{
    char    said_so[512];
    va_list arguments;
    va_start(arguments, what);
    vsnprintf(said_so, sizeof said_so, what, arguments);
    va_end(arguments);
    model->faults++;
    if (model->watch && model->watch->fault)
        model->watch->fault(model->watch->context, file->path, line, field, said_so);
}

void coding__unreadable(coding__model *model, const coding__file *file, uint32_t line, const char *why)
{
    coding_error *error = &model->unreadable;
    coding__fault(model, file, line, "", "%s", why);
    if (error->status) return;
    error->status = CODING_NO_FILE;
    snprintf(error->reason, sizeof error->reason, "%s", why);
    snprintf(error->at, sizeof error->at, "%.110s:%u", file->path, line);
}
