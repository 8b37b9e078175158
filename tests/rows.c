#include "rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

rows rows_open(const char *path)
{
    rows from = {.file = fopen(path, "rb")};
    if (!from.file) fail_msg("%s is not there", path);
    return from;
}

static void split(rows *from)
{
    static char none[1];
    char       *rest = from->line;
    rest[strcspn(rest, "\r\n")] = '\0';
    for (size_t i = 0; i < ROW_CELLS; i++) {
        char *tab = rest ? strchr(rest, '\t') : NULL;
        from->cells[i] = rest ? rest : none;
        if (tab) *tab = '\0';
        rest = tab ? tab + 1 : NULL;
    }
}

bool rows_next(rows *from)
{
    while (fgets(from->line, sizeof from->line, from->file)) {
        if (*from->line == '#') continue;
        if (from->headed) return split(from), true;
        from->headed = true;
    }
    return false;
}

void rows_close(rows *from)
{
    fclose(from->file);
    from->file = NULL;
}

size_t rows_undo(char *text)
{
    char *out = text;
    for (const char *in = text; *in;) {
        if (in[0] == '\\' && in[1] == 'x') {
            char hex[] = {in[2], in[3], '\0'};
            *out++ = (char)strtol(hex, NULL, 16);
            in += 4;
        } else *out++ = *in++;
    }
    *out = '\0';
    return (size_t)(out - text);
}

place place_of(const char *text, size_t bytes)
{
    place at = {.bytes = bytes};
    for (size_t i = 0; i < bytes; i++) {
        unsigned char byte = (unsigned char)text[i];
        if ((byte & 0xC0) == 0x80) continue; /* goes on with a character */
        at.points++;
        at.utf16 += byte < 0xF0 ? 1 : 2;
    }
    return at;
}
