#define _POSIX_C_SOURCE 200809L

#include "compile/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { ROOM = 64 };

const char coding__no_memory[] = "there is no memory for it";

coding__path_kind coding__path_kind_of(const char *path, size_t most)
{
    struct stat status;
    if (stat(path, &status) != 0) return CODING__PATH_NONE;
    if (S_ISDIR(status.st_mode)) return CODING__PATH_FOLDER;
    if (!S_ISREG(status.st_mode)) return CODING__PATH_OTHER;
    return (uint64_t)status.st_size > most ? CODING__PATH_LARGE : CODING__PATH_FILE;
}

static int compare(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static bool add_name(coding__folder *folder, const char *name)
{
    if (folder->count % ROOM == 0) {
        char **names = realloc(folder->names, (folder->count + ROOM) * sizeof *names);
        if (!names) return false;
        folder->names = names;
    }
    char *copy = strdup(name);
    if (copy) folder->names[folder->count++] = copy;
    return copy != NULL;
}

bool coding__folder_read(const char *path, coding__folder *folder, const char **why)
{
    memset(folder, 0, sizeof *folder);
    DIR *stream = opendir(path);
    if (!stream) return *why = strerror(errno), false;
    bool good = true;
    for (struct dirent *entry; good && (entry = readdir(stream));)
        if (entry->d_name[0] != '.') good = add_name(folder, entry->d_name);
    closedir(stream);
    if (folder->count) qsort(folder->names, folder->count, sizeof *folder->names, compare);
    if (!good) coding__folder_free(folder), *why = coding__no_memory;
    return good;
}

void coding__folder_free(coding__folder *folder)
{
    for (size_t i = 0; i < folder->count; i++) free(folder->names[i]);
    free(folder->names);
    memset(folder, 0, sizeof *folder);
}

static unsigned char *read_stream(FILE *stream, size_t size, size_t *length, const char **why)
{
    unsigned char *bytes = malloc(size + 1);
    if (!bytes) return *why = coding__no_memory, NULL;
    *length = fread(bytes, 1, size, stream);
    bytes[*length] = '\0';
    if (!ferror(stream)) return bytes;
    *why = strerror(errno);
    free(bytes);
    return NULL;
}

unsigned char *coding__file_read(const char *path, size_t *length, const char **why)
{
    struct stat status;
    if (stat(path, &status) != 0) return *why = strerror(errno), NULL;
    FILE *stream = fopen(path, "rb");
    if (!stream) return *why = strerror(errno), NULL;
    unsigned char *bytes = read_stream(stream, (size_t)status.st_size, length, why);
    fclose(stream);
    return bytes;
}

char *coding__path_join(const char *folder, const char *name)
{
    size_t length = strlen(folder), size = length + strlen(name) + 2;
    char  *path = malloc(size);
    if (path) snprintf(path, size, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", name);
    return path;
}
