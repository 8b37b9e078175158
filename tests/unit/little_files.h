/* Little releases as files in memory. Needs no CMocka: fuzz targets have them too. */
#ifndef TESTS_LITTLE_FILES_H
#define TESTS_LITTLE_FILES_H

/* A file of a release, as its bytes: name decides where content does not tell. */
typedef struct little_file {
    const char *name;
    const char *text;
} little_file;

/* A release in little: codes of three systems, a Tabular List, an index, a user's own system, parts of words.
 * Everything is made up. Ended by a name of NULL. */
extern const little_file little_release[];

/* Every table that claims are reviewed by, in little, of the third quarter of 2024; its diagnoses are those above. */
extern const little_file little_claims[];

#endif
