/* Folders and plain files of the machine. */
#ifndef CODING_COMPILE_FOLDER_H
#define CODING_COMPILE_FOLDER_H

#include <coding/base.h>

/* The names in a folder, sorted by their bytes so that every machine walks alike; hidden ones are left out. Free it
 * with coding__folder_free. */
typedef struct coding__folder {
    char **names;
    size_t count;
} coding__folder;

typedef enum coding__path_kind {
    CODING__PATH_NONE,  /* there is nothing, or we may not look */
    CODING__PATH_FOLDER,
    CODING__PATH_FILE,
    CODING__PATH_LARGE, /* a file of more than `most` bytes */
    CODING__PATH_OTHER  /* a pipe, a device */
} coding__path_kind;

coding__path_kind coding__path_kind_of(const char *path, size_t most);

/* The reason that is no matter of files. */
extern const char coding__no_memory[];

/* False where it cannot be read, with the reason in `why`. */
bool coding__folder_read(const char *path, coding__folder *folder, const char **why);
void coding__folder_free(coding__folder *folder);

/* The bytes of a file with a NUL behind them, or NULL with the reason in `why`. Free them with free(). */
unsigned char *coding__file_read(const char *path, size_t *length, const char **why);

/* `folder/name`, or NULL where there is no memory. Free it with free(). */
char *coding__path_join(const char *folder, const char *name);

#endif
