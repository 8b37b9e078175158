#include "unit/little_model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "code/code.h"
#include "compile/folder.h"
#include "compile/printed.h"

static void add_line(char *lines, size_t size, const char *line)
{
    size_t length = strlen(lines);
    snprintf(lines + length, size - length, "%s\n", line);
}

static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void tell_file(void *context, const char *path, const char *as, const char *why)
{
    little_model *little = context;
    char          line[512];
    snprintf(line, sizeof line, as ? "%s: %s" : "%s left: %s", base_of(path), as ? as : why);
    add_line(little->files, sizeof little->files, line);
}

static void tell_fault(void *context, const char *file, uint32_t number, const char *field, const char *what)
{
    little_model *little = context;
    char          line[512];
    snprintf(line, sizeof line, "%s:%u %s: %s", base_of(file), number, field, what);
    add_line(little->told, sizeof little->told, line);
}

int start_model(void **state)
{
    little_model *little = calloc(1, sizeof *little);
    if (!little) return -1;
    little->watch = (coding__compile_watch){.context = little, .file = tell_file, .fault = tell_fault};
    coding__model_start(&little->model, &(coding__compile_options){.watch = &little->watch});
    *state = little;
    return 0;
}

int end_model(void **state)
{
    little_model *little = *state;
    coding__model_end(&little->model);
    free(little);
    return 0;
}

static bool reads_bytes(little_model *little, const char *path, const unsigned char *bytes, size_t length)
{
    coding__file file = {.path = path, .name = base_of(path), .bytes = bytes, .length = length, .sha256 = "5a"};
    return coding__read_bytes(&little->model, &file);
}

bool reads(little_model *little, const char *path, const char *text)
{
    return reads_bytes(little, path, (const unsigned char *)text, strlen(text));
}

const char *fixture_path(const char *fixture)
{
    static char path[1024];
    snprintf(path, sizeof path, "%s/../fixtures/%s", CODING_VECTORS, fixture);
    return path;
}

bool reads_fixture(little_model *little, const char *fixture, const char *path)
{
    size_t         length = 0;
    const char    *why = NULL;
    unsigned char *bytes = coding__file_read(fixture_path(fixture), &length, &why);
    if (!bytes) fail_msg("%s: %s", fixture_path(fixture), why);
    bool good = bytes && reads_bytes(little, path ? path : fixture, bytes, length);
    free(bytes);
    return good;
}

bool reads_paths(little_model *little, const char *const *paths)
{
    enum { MOST = 8, LONGEST = 1024 };
    char        places[MOST][LONGEST];
    const char *list[MOST];
    size_t      count = 0;
    for (; paths[count] && count < MOST; count++) {
        snprintf(places[count], LONGEST, "%s", *paths[count] == '/' ? paths[count] : fixture_path(paths[count]));
        list[count] = places[count];
    }
    coding__compile_options options = {
        .paths = list, .count = count, .watch = &little->watch, .public_only = little->model.public_only};
    return coding__read_releases(&little->model, &options, &little->error);
}

const coding__edition *edition_of(const little_model *little, coding_system system)
{
    const coding__edition *edition = little->model.editions.items;
    for (size_t i = little->model.editions.count; i > 0; i--)
        if (edition[i - 1].system == system) return &edition[i - 1];
    fail_msg("no edition of %s", coding_system_name(system));
    return NULL;
}

static const coding__printed *find_row(const coding__edition *edition, const char *text)
{
    const coding__printed *row = edition->rows.items;
    coding_code            code = coding__release_code(edition->system, coding__cell_of(text));
    for (size_t i = 0; i < edition->rows.count; i++)
        if (row[i].code == code) return &row[i];
    return NULL;
}

bool has_row(const little_model *little, const coding__edition *edition, const char *code)
{
    (void)little;
    return find_row(edition, code) != NULL;
}

const coding__printed *row_of(const little_model *little, const coding__edition *edition, const char *code)
{
    const coding__printed *row = find_row(edition, code);
    (void)little;
    if (!row) fail_msg("no row %s", code);
    return row;
}

const char *word(const little_model *little, coding__word number) { return coding__word_text(&little->model, number); }
