#define _POSIX_C_SOURCE 200809L

#include "tool/sample_table.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tool/output.h"

enum { CELLS = 3 };

/* A line cut at tabs or commas: the first cells, and the last one. */
typedef struct cut {
    char  *cells[CELLS];
    size_t count; /* of all */
    char  *last;
} cut;

static char *trimmed(char *text)
{
    size_t length;
    while (*text == ' ' || *text == '"') text++;
    length = strlen(text);
    while (length && strchr(" \"\r\n", text[length - 1])) text[--length] = '\0';
    return text;
}

static cut cut_line(char *line)
{
    cut         of = {.last = line};
    const char *part = strchr(line, '\t') ? "\t" : ",";
    for (char *at = line; at;) {
        char *next = strpbrk(at, part);
        if (next) *next++ = '\0';
        of.last = trimmed(at);
        if (of.count < CELLS) of.cells[of.count] = of.last;
        of.count++;
        at = next;
    }
    return of;
}

/* Dollars, with or without cents, sign and dollar sign. */
static bool read_cents(const char *text, double *cents)
{
    char *past;
    bool  minus = *text == '-';
    text += minus;
    text += *text == '$';
    if (!*text || strspn(text, "0123456789.") != strlen(text)) return false;
    double dollars = strtod(text, &past);
    if (*past || dollars > 1e12) return false;
    *cents = (minus ? -1 : 1) * round(dollars * 100);
    return true;
}

static bool read_count(const char *text, uint64_t *count)
{
    char *past;
    errno = 0;
    *count = strtoull(text, &past, 10);
    return *text >= '0' && *text <= '9' && !*past && !errno && *count <= INT64_MAX;
}

typedef bool reader(layers *to, cut *line);

static FILE *opened(const char *path)
{
    FILE *file = path ? fopen(path, "rb") : stdin;
    if (!file) coding__complain("%s: %s", path, strerror(errno));
    return file;
}

/* Each line that says something; the first one may be a head. */
static bool each_line(layers *to, const char *path, reader *read, const char *wanted)
{
    FILE    *file = opened(path);
    char    *line = NULL;
    size_t   room = 0;
    unsigned number = 0;
    bool     good = file != NULL;
    while (good && getline(&line, &room, file) >= 0) {
        number++;
        if (*line == '#' || strspn(line, " \t\r\n") == strlen(line)) continue;
        cut cells = cut_line(line);
        if (read(to, &cells) || number == 1) continue;
        good = false;
        coding__complain("%s, line %u: %s", path ? path : "standard input", number, wanted);
    }
    if (file && ferror(file)) good = false, coding__complain("%s cannot be read", path ? path : "the standard input");
    free(line);
    if (file && path) fclose(file);
    return good;
}

static layer *add_layer(layers *to, const char *name)
{
    layer *grown = realloc(to->items, (to->count + 1) * sizeof *grown);
    if (!grown) return NULL;
    to->items = grown;
    layer *made = &grown[to->count];
    *made = (layer){.name = strdup(name)};
    if (made->name) to->count++;
    return made->name ? made : NULL;
}

static layer *layer_named(layers *of, const char *name)
{
    for (size_t i = 0; i < of->count; i++)
        if (strcmp(of->items[i].name, name) == 0) return &of->items[i];
    return NULL;
}

static bool read_stratum(layers *to, cut *line)
{
    uint64_t size;
    double   deviation = 0;
    if (line->count < 2 || !read_count(line->cells[1], &size)) return false;
    if (line->count > 2 && *line->cells[2] && (!read_cents(line->cells[2], &deviation) || deviation < 0)) return false;
    if (layer_named(to, line->cells[0])) return false;
    layer *made = add_layer(to, line->cells[0]);
    if (made) made->of = (coding_stratum){.size = size, .deviation = deviation};
    return made != NULL;
}

bool coding__layers_read(layers *to, const char *path)
{
    *to = (layers){0};
    if (!each_line(to, path, read_stratum, "a stratum is a name of its own, its claims, and a deviation in dollars"))
        return false;
    if (!to->count) coding__complain("%s: no stratum in it: a name, its claims, and a deviation in dollars", path);
    return to->count > 0;
}

bool coding__layers_single(layers *to, uint64_t frame)
{
    *to = (layers){0};
    layer *made = add_layer(to, "");
    if (made) made->of.size = frame;
    return made || (coding__complain("%s", coding_status_text(CODING_NO_MEMORY)), false);
}

static bool read_amount(layers *to, cut *line)
{
    bool   is_named = to->count > 1 || *to->items[0].name;
    double cents;
    layer *of = is_named ? layer_named(to, line->cells[0]) : &to->items[0];
    if (!of || (is_named && line->count < 2) || !read_cents(line->last, &cents)) return false;
    if ((of->count & (of->count - 1)) == 0) { /* full: a power of two, or nothing */
        double *grown = realloc(of->amounts, (of->count ? 2 * of->count : 1) * sizeof *grown);
        if (!grown) return false;
        of->amounts = grown;
    }
    of->amounts[of->count++] = cents;
    return true;
}

/* Mean and sample variance of what was read. */
static void settle(layer *of)
{
    double sum = 0, squares = 0;
    for (size_t i = 0; i < of->count; i++) sum += of->amounts[i];
    of->of.sample = of->count;
    of->of.mean = of->count ? sum / (double)of->count : 0;
    for (size_t i = 0; i < of->count; i++) squares += pow(of->amounts[i] - of->of.mean, 2);
    of->of.variance = of->count > 1 ? squares / (double)(of->count - 1) : 0;
}

bool coding__layers_amounts(layers *to, const char *path)
{
    static const char wanted[] =
        "a line ends with dollars, such as 125.50, and begins with its stratum where there are some";
    if (!each_line(to, path, read_amount, wanted)) return false;
    for (size_t i = 0; i < to->count; i++) settle(&to->items[i]);
    return true;
}

void coding__layers_end(layers *of)
{
    for (size_t i = 0; i < of->count; i++) free(of->items[i].name), free(of->items[i].amounts);
    free(of->items);
    *of = (layers){0};
}
