/* Files as they come: folders, zips, gz and plain ones, each member whole in memory. Everything is bounded, since a
 * zip may be a stranger's: how large a member may grow, how large all of them, how deep zips lie in zips. */
#ifndef CODING_COMPILE_UNPACK_H
#define CODING_COMPILE_UNPACK_H

#include "compile/model.h"

typedef struct coding__unpacker {
    void *context;
    /* Called for every file, in the order of their names: how many bytes of it are wanted; 0 passes over it. Fewer
     * than it has: only its beginning is read. */
    size_t (*wants)(void *context, const char *path);
    void (*file)(void *context, const coding__file *file);
    /* A member that is not given out, and why. */
    void (*refused)(void *context, const char *path, const char *why);
    size_t file_most;   /* bytes of one file or member; 0: 256 MiB. A larger one is refused. */
    size_t all_most;    /* bytes that one archive may unpack to; 0: 1 GiB. One that goes beyond is not read further. */
} coding__unpacker;

/* Gives out the file at `path`, or all files of the folder or archive. False, with the reason, where one of them cannot
 * be read: no such file, a broken archive, one that grows without bound. */
bool coding__unpack(const char *path, const coding__unpacker *unpacker, coding_error *error);

/* The same for bytes in memory, as if they stood in a file of that path. */
bool coding__unpack_bytes(const char *path, const unsigned char *bytes, size_t length,
                          const coding__unpacker *unpacker, coding_error *error);

#endif
