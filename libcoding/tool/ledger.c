#define _POSIX_C_SOURCE 200809L

#include "tool/ledger.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { FAULTS_KEPT = 20, NAMED = 3, INDENT = 11 };

static char *copy(const char *text) { return strdup(text ? text : ""); }

static const char *text_of(const char *text) { return text ? text : ""; }

/* Room for one more item: lists double when their count is a power of two. NULL where there is no memory. */
static void *grow(void *items, size_t count, size_t width)
{
    if (count & (count - 1)) return items;
    return realloc(items, (count ? 2 * count : 1) * width);
}

void coding__ledger_file(void *context, const char *path, const char *as, const char *why)
{
    ledger      *of = context;
    ledger_file *files = grow(of->files, of->file_count, sizeof *files);
    if (!files) return;
    of->files = files;
    files[of->file_count++] = (ledger_file){.path = copy(path), .what = copy(as ? as : why), .taken = as != NULL};
}

void coding__ledger_fault(void *context, const char *file, uint32_t line, const char *field, const char *what)
{
    ledger       *of = context;
    ledger_fault *faults;
    of->faults_seen++;
    if (!of->keeps_all && of->fault_count == FAULTS_KEPT) return;
    if (!(faults = grow(of->faults, of->fault_count, sizeof *faults))) return;
    of->faults = faults;
    faults[of->fault_count++] = (ledger_fault){copy(file), copy(field), copy(what), line};
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* "order file: ICD-10-CM FY2026" is of the kind "order file". A reason is a kind as it stands. */
static size_t kind_length(const ledger_file *file)
{
    const char *what = text_of(file->what);
    const char *colon = file->taken ? strstr(what, ": ") : NULL;
    return colon ? (size_t)(colon - what) : strlen(what);
}

/* What follows the kind: "ICD-10-CM FY2026"; of a file that was left, its name. */
static const char *detail_of(const ledger_file *file)
{
    const char *what = text_of(file->what) + kind_length(file);
    return file->taken ? what + (*what ? 2 : 0) : name_of(text_of(file->path));
}

/* Leading words that a detail shares with the one before it need not be said again: ICD-10-CM FY2025, FY2026. */
static size_t shared_words(const char *before, const char *detail)
{
    size_t shared = 0;
    for (size_t i = 0; before[i] && before[i] == detail[i]; i++) {
        if (detail[i] == ' ') shared = i + 1;
    }
    return shared;
}

static bool is_alike(const ledger_file *a, const ledger_file *b)
{
    size_t length = kind_length(a);
    return a->taken == b->taken && length == kind_length(b) && strncmp(text_of(a->what), text_of(b->what), length) == 0;
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* The details of the files like `first`, sorted, which are marked as counted. NULL where there is no memory. */
static const char **details_of(ledger *of, size_t first, size_t *count)
{
    const char **details = calloc(of->file_count, sizeof *details);
    for (size_t i = first; i < of->file_count && details; i++) {
        if (of->files[i].counted || !is_alike(&of->files[first], &of->files[i])) continue;
        if (i > first) of->files[i].counted = true;
        details[(*count)++] = detail_of(&of->files[i]);
    }
    of->files[first].counted = true;
    if (details) qsort(details, *count, sizeof *details, by_text);
    return details;
}

/* "order file: ICD-10-CM FY2025, FY2026"; free it. Of those left only a few are named. */
static char *tell_kind(const ledger_file *kind, const char *const *details, size_t count)
{
    char       *told = NULL;
    size_t      size = 0;
    FILE       *text = open_memstream(&told, &size);
    size_t      named = kind->taken || count < NAMED ? count : NAMED;
    const char *before = "";
    if (!text) return NULL;
    fprintf(text, "%.*s", (int)kind_length(kind), text_of(kind->what));
    for (size_t i = 0; i < named; i++) {
        if (strcmp(before, details[i]) == 0) continue;
        fprintf(text, "%s%s", *before ? ", " : ": ", details[i] + shared_words(before, details[i]));
        before = details[i];
    }
    if (named < count) fputs(", ...", text);
    return fclose(text) ? NULL : told;
}

static void print_kind(ledger *of, output *out, size_t first)
{
    bool         taken = of->files[first].taken;
    size_t       count = 0;
    const char **details = details_of(of, first, &count);
    char        *told = details ? tell_kind(&of->files[first], details, count) : NULL;
    coding__output_styled(out, taken ? GOOD : DIM, taken ? "took" : "left");
    coding__output_printf(out, " %4zu  ", count);
    coding__output_wrapped(out, PLAIN, INDENT, told ? told : "");
    free(told);
    free(details);
}

static void print_all(const ledger *of, output *out, bool taken)
{
    for (size_t i = 0; i < of->file_count; i++) {
        const ledger_file *file = &of->files[i];
        if (file->taken != taken) continue;
        coding__output_styled(out, taken ? GOOD : DIM, taken ? "took" : "left");
        coding__output_printf(out, "  ");
        coding__output_text(out, text_of(file->path));
        coding__output_printf(out, ": ");
        coding__output_text(out, text_of(file->what));
        coding__output_line(out);
    }
}

void coding__ledger_print_files(ledger *of, output *out)
{
    if (of->keeps_all) {
        print_all(of, out, true);
        print_all(of, out, false);
        return;
    }
    for (int taken = 1; taken >= 0; taken--) {
        for (size_t i = 0; i < of->file_count; i++) {
            if (of->files[i].taken == (bool)taken && !of->files[i].counted) print_kind(of, out, i);
        }
    }
}

void coding__ledger_print_faults(const ledger *of)
{
    for (size_t i = 0; i < of->fault_count; i++) {
        const ledger_fault *fault = &of->faults[i];
        fputs(text_of(fault->file), stderr);
        if (fault->line) fprintf(stderr, ":%" PRIu32, fault->line);
        fprintf(stderr, ": %s%s%s\n", text_of(fault->field), *text_of(fault->field) ? ": " : "", text_of(fault->what));
    }
    if (of->faults_seen > of->fault_count) {
        fprintf(stderr, "and %" PRIu64 " more faults; -v prints all\n", of->faults_seen - of->fault_count);
    }
}

void coding__ledger_end(ledger *of)
{
    for (size_t i = 0; i < of->file_count; i++) {
        free(of->files[i].path);
        free(of->files[i].what);
    }
    for (size_t i = 0; i < of->fault_count; i++) {
        free(of->faults[i].file);
        free(of->faults[i].field);
        free(of->faults[i].what);
    }
    free(of->files);
    free(of->faults);
}
