#define _POSIX_C_SOURCE 200809L

#include "tool/input.h"

#include <stdlib.h>
#include <string.h>

static size_t without_end(const char *line, size_t length)
{
    if (length && line[length - 1] == '\n') length--;
    if (length && line[length - 1] == '\r') length--;
    return length;
}

int coding__input_lines(const session *asked, input_taker *take, void *to)
{
    static const char mark[] = "\xEF\xBB\xBF";
    char             *line = NULL;
    size_t            room = 0;
    bool              is_first = true, more = true;
    for (ssize_t got; more && (got = getline(&line, &room, stdin)) >= 0; is_first = false) {
        size_t length = without_end(line, (size_t)got);
        size_t front = is_first && length >= 3 && memcmp(line, mark, 3) == 0 ? 3 : 0;
        line[length] = '\0';
        more = take(to, line + front, length - front) && !ferror(asked->out->file); /* a full disk: main complains */
    }
    free(line);
    return ferror(stdin) ? coding__complain("the standard input cannot be read") : ALL_WELL;
}
