#define _POSIX_C_SOURCE 200809L

#include "tool/ledger.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { FAULTS_KEPT = 20, PATHS_NAMED = 3 };

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

/* "ICD-10-CM order file, FY2026" is of the kind "ICD-10-CM order file". A reason is a kind as it stands. */
static size_t kind_length(const ledger_file *file)
{
    const char *what = text_of(file->what);
    return file->taken ? strcspn(what, ",") : strlen(what);
}

static bool is_alike(const ledger_file *a, const ledger_file *b)
{
    size_t length = kind_length(a);
    return a->taken == b->taken && length == kind_length(b) && strncmp(text_of(a->what), text_of(b->what), length) == 0;
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Counts the files like `first`, and names some of those that were left. */
static void print_kind(ledger *of, output *out, size_t first)
{
    const ledger_file *kind = &of->files[first];
    size_t             count = 0;
    for (size_t i = first; i < of->file_count; i++) count += is_alike(kind, &of->files[i]);
    coding__output_styled(out, kind->taken ? GOOD : DIM, kind->taken ? "took" : "left");
    coding__output_printf(out, " %4zu  %.*s", count, (int)kind_length(kind), text_of(kind->what));
    for (size_t i = first, named = 0; i < of->file_count; i++) {
        ledger_file *file = &of->files[i];
        if (!is_alike(kind, file)) continue;
        file->counted = true;
        if (kind->taken || named++ >= PATHS_NAMED) continue;
        coding__output_printf(out, "%s", named == 1 ? ": " : ", ");
        coding__output_text(out, name_of(text_of(file->path)));
    }
    coding__output_printf(out, "%s\n", !kind->taken && count > PATHS_NAMED ? ", ..." : "");
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
