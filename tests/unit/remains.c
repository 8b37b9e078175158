#define _POSIX_C_SOURCE 200809L

#include "unit/remains.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool remains_can_be_seen(void)
{
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__ || defined CODING_SLOW
    return false;
#else
    return access("/proc/self/maps", R_OK) == 0;
#endif
}

void remains_unveil(const char *veiled, size_t length, char *text)
{
    for (size_t i = 0; i < length; i++) text[i] = (char)(veiled[i] ^ REMAINS_VEIL);
}

/* Is the text at a place, its characters `width` bytes wide? Bit 5 of a letter is its case. */
static bool is_at(const unsigned char *at, const char *veiled, size_t length, size_t width)
{
    for (size_t i = 0; i < length; i++) {
        if ((at[i * width] | 0x20) != ((unsigned char)(veiled[i] ^ REMAINS_VEIL) | 0x20)) return false;
        for (size_t high = 1; high < width; high++)
            if (at[i * width + high]) return false;
    }
    return true;
}

bool remains_lie_in(const void *memory, size_t size, const char *veiled, size_t length)
{
    const unsigned char *at = memory;
    for (size_t i = 0; i + length <= size; i++)
        for (size_t width = 1; width <= 4; width *= 2)
            if (length * width <= size - i && is_at(at + i, veiled, length, width)) return true;
    return false;
}

enum { PIECE = 1 << 16, OVERLAP = REMAINS_MOST * 4 };

/* Reads a mapping piece by piece, each with the end of the one before it. */
static bool mapping_has(int memory, uint64_t first, uint64_t past, const char *veiled, size_t length)
{
    unsigned char piece[OVERLAP + PIECE];
    size_t        kept = 0;
    bool          found = false;
    for (uint64_t at = first; !found && at < past;) {
        ssize_t got = pread(memory, piece + kept, past - at < PIECE ? (size_t)(past - at) : PIECE, (off_t)at);
        if (got <= 0) break;
        found = remains_lie_in(piece, kept + (size_t)got, veiled, length);
        at += (uint64_t)got;
        size_t all = kept + (size_t)got, keep = all < OVERLAP ? all : OVERLAP;
        memmove(piece, piece + all - keep, keep);
        kept = keep;
    }
    memset(piece, 0, sizeof piece);
    return found;
}

bool remains_are(const char *veiled, size_t length)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    int   memory = open("/proc/self/mem", O_RDONLY);
    char  line[512], rights[8];
    bool  found = false;
    while (maps && memory >= 0 && fgets(line, sizeof line, maps)) {
        uint64_t first, past;
        if (sscanf(line, "%" SCNx64 "-%" SCNx64 " %7s", &first, &past, rights) != 3) continue;
        if (rights[0] != 'r' || rights[1] != 'w' || strstr(line, "[stack]")) continue;
        if (!mapping_has(memory, first, past, veiled, length)) continue;
        fprintf(stderr, "a text is left in %s", line);
        found = true;
    }
    if (maps) fclose(maps);
    if (memory >= 0) close(memory);
    return found || !maps || memory < 0;
}
