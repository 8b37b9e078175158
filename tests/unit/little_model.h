/* What one reader makes of one file: a fresh model, and the faults that were told. */
#ifndef TESTS_LITTLE_MODEL_H
#define TESTS_LITTLE_MODEL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "compile/readers.h"

typedef struct little_model {
    coding__model         model;
    coding__compile_watch watch;
    char                  told[8192];  /* "name:line field: what", a line each */
    char                  files[8192]; /* "name: as" or "name left: why", a line each */
    coding_error          error;
} little_model;

/* The setup and teardown of every test here: *state is a little_model. */
int  start_model(void **state);
int  end_model(void **state);

/* Reads text as a file of that path. */
bool reads(little_model *little, const char *path, const char *text);

/* Reads a file of tests/fixtures as if it stood at `path` (NULL: where it is). */
bool reads_fixture(little_model *little, const char *fixture, const char *path);

/* Reads whole paths, relative to tests/fixtures; ended by NULL. */
bool reads_paths(little_model *little, const char *const *paths);

/* The path of a fixture; valid until the next call. */
const char *fixture_path(const char *fixture);

/* The newest edition of the system; fails the test if there is none. */
const coding__edition *edition_of(const little_model *little, coding_system system);

/* The row of an edition, the code in any spelling; fails the test if there is none. */
const coding__printed *row_of(const little_model *little, const coding__edition *edition, const char *code);
bool                   has_row(const little_model *little, const coding__edition *edition, const char *code);

const char *word(const little_model *little, coding__word word);

/* Was this fault told? Part of its line is enough. */
#define assert_told(little, text)                                                                                     \
    do {                                                                                                              \
        if (!strstr((little)->told, text)) fail_msg("nobody told of: %s\nbut of:\n%s", text, (little)->told);         \
    } while (0)
#define assert_said(little, text)                                                                                     \
    do {                                                                                                              \
        if (!strstr((little)->files, text)) fail_msg("nobody said: %s\nbut:\n%s", text, (little)->files);             \
    } while (0)

#define model_test(name) cmocka_unit_test_setup_teardown(name, start_model, end_model)

#endif
