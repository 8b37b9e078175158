#define _POSIX_C_SOURCE 200809L

#include "tool/side.h"

#include "compile/compile.h"
#include "tool/progress.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A damaged book is not taken for a release. */
static bool is_called_book(const char *path)
{
    size_t length = strlen(path);
    return length > 5 && strcmp(path + length - 5, ".book") == 0;
}

static bool compile(side *of, coding_error *error)
{
    progress                      bar;
    const coding__compile_watch   watch = {.context = &bar, .progress = coding__progress_tell};
    const coding__compile_options order = {.paths = &of->path, .count = 1, .watch = &watch};
    size_t                        length = 0;
    coding__progress_start(&bar, false);
    bool made = coding__compile_to_memory(&order, &of->bytes, &length, error);
    coding__progress_end(&bar);
    if (made) of->book = coding_book_open_memory(of->bytes, length, error);
    return of->book != NULL;
}

bool coding__side_open(side *of, const char *path)
{
    coding_error error = {0};
    *of = (side){.path = path, .book = coding_book_open(path, &error)};
    bool is_there = error.status == CODING_NO_FILE && access(path, R_OK) == 0; /* a folder */
    bool may_be_release = error.status == CODING_NOT_A_BOOK || is_there;
    if (!of->book && may_be_release && !is_called_book(path)) compile(of, &error);
    if (of->book) of->desk = coding_desk_new(of->book, NULL);
    if (of->desk) return true;
    coding__complain("%s: %s", path, *error.reason ? error.reason : coding_status_text(CODING_NO_MEMORY));
    return false;
}

void coding__side_close(side *of)
{
    coding_desk_free(of->desk);
    coding_book_close(of->book);
    free(of->bytes);
}

static int by_code(const void *a, const void *b)
{
    coding_code first = ((const standing *)a)->code, second = ((const standing *)b)->code;
    return (first > second) - (first < second);
}

/* In force: it stands, or is a header; a header with a 7th character to come has verdicts of its own. */
static bool is_in_force(coding_rule rule)
{
    return rule == CODING_RULE_STANDS || rule == CODING_RULE_HEADER || rule == CODING_RULE_NO_7TH
           || rule == CODING_RULE_NO_PLACEHOLDER;
}

standings coding__side_standings(const side *of, coding_system system, coding_date on)
{
    standings found = {0};
    uint32_t  first = 0, past = 0;
    coding_book_rows(of->book, system, &first, &past);
    if (past <= first) return found;
    found.items = malloc((past - first) * sizeof *found.items);
    found.failed = !found.items;
    for (uint32_t row = first; row < past && found.items; row++) {
        coding_entry entry = coding_book_entry(of->book, row);
        coding_code  code = coding_entry_code(entry);
        coding_rule  rule = coding_verdict_of(of->desk, code, on);
        if (is_in_force(rule)) found.items[found.count++] = (standing){code, entry, rule == CODING_RULE_STANDS};
    }
    if (found.count) qsort(found.items, found.count, sizeof *found.items, by_code);
    return found;
}
