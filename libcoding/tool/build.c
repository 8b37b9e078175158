/* coding build: releases in, a book out. */
#include "tool/command.h"
#include "tool/json.h"
#include "tool/ledger.h"
#include "tool/progress.h"

#include "compile/chapters.h"
#include "compile/compile.h"

/* Both listeners of a build. */
typedef struct building {
    session *asked;
    ledger   seen;
    progress bar;
    double   seconds;
} building;

static void hear_file(void *context, const char *path, const char *as, const char *why)
{
    building *work = context;
    coding__ledger_file(&work->seen, path, as, why);
}

static void hear_fault(void *context, const char *file, uint32_t line, const char *field, const char *what)
{
    building *work = context;
    coding__ledger_fault(&work->seen, file, line, field, what);
}

static void hear_progress(void *context, const char *stage, uint64_t done, uint64_t total)
{
    building *work = context;
    coding__progress_tell(&work->bar, stage, done, total);
}

/* Which chapters are left out; false at one that nobody knows. */
static bool read_without(const options *given, uint32_t *without)
{
    char wrong[32];
    *without = 0;
    if (!given->without || coding__chapters_read(given->without, without, wrong)) return true;
    coding__complain("no such chapter: %s; --without takes some of these, parted by commas:", wrong);
    for (unsigned i = 0; coding__chapter_name(i); i++) coding__complain("  %s", coding__chapter_name(i));
    return false;
}

static bool compile(building *work, uint32_t without, coding_error *error)
{
    const session                *asked = work->asked;
    const coding__compile_watch   watch = {work, hear_file, hear_fault, hear_progress};
    const coding__compile_options order = {
        .paths = (const char *const *)coding__session_words(asked),
        .count = coding__session_word_count(asked),
        .public_only = coding__options_has(asked->options, OPTION_PUBLIC),
        .without = without,
        .from = asked->options->from,
        .watch = &watch,
    };
    coding__progress_start(&work->bar, coding__options_has(asked->options, OPTION_QUIET));
    bool made = coding__compile(&order, asked->options->output, error);
    work->seconds = coding__progress_end(&work->bar);
    return made;
}

static uint64_t count_rows(const coding_book *book)
{
    uint64_t      rows = 0;
    coding_system system = CODING_ANY;
    while ((system = coding__session_next_system(book, system)) != CODING_ANY) {
        uint32_t first = 0, past = 0;
        coding_book_rows(book, system, &first, &past);
        rows += past - first;
    }
    return rows;
}

static void print_lines(building *work, const coding_book *book)
{
    output *out = work->asked->out;
    char    size[NUMBER_TEXT], rows[NUMBER_TEXT];
    if (coding__options_has(work->asked->options, OPTION_QUIET)) return;
    coding__ledger_print_files(&work->seen, out);
    coding__output_styled(out, STRONG, work->asked->options->output);
    coding__output_printf(out, ": %s bytes", coding__output_number(out, coding_book_size(book), size));
    coding__output_printf(out, " in %.1f s, %zu editions, ", work->seconds, coding_book_edition_count(book));
    coding__output_printf(out, "%s rows", coding__output_number(out, count_rows(book), rows));
    if (work->seen.faults_seen) coding__output_printf(out, ", %llu faults", (unsigned long long)work->seen.faults_seen);
    coding__output_line(out);
}

static void print_rows(building *work, const coding_book *book)
{
    output *out = work->asked->out;
    char    size[NUMBER_TEXT], editions[NUMBER_TEXT], rows[NUMBER_TEXT], seconds[NUMBER_TEXT], line[NUMBER_TEXT];
    for (size_t i = 0; i < work->seen.file_count; i++) {
        const ledger_file *file = &work->seen.files[i];
        OUTPUT_ROW(out, file->taken ? "taken" : "left", file->path, file->what);
    }
    for (size_t i = 0; i < work->seen.fault_count; i++) {
        const ledger_fault *fault = &work->seen.faults[i];
        OUTPUT_ROW(out, "fault", fault->file, coding__output_number(out, fault->line, line), fault->field, fault->what);
    }
    snprintf(seconds, sizeof seconds, "%.1f", work->seconds);
    OUTPUT_ROW(out, "book", work->asked->options->output, coding__output_number(out, coding_book_size(book), size),
               seconds, coding__output_number(out, coding_book_edition_count(book), editions),
               coding__output_number(out, count_rows(book), rows));
}

static void write_files(building *work, json *to, const char *name, bool taken)
{
    coding__json_list(to, name);
    for (size_t i = 0; i < work->seen.file_count; i++) {
        const ledger_file *file = &work->seen.files[i];
        if (file->taken != taken) continue;
        coding__json_object(to, NULL);
        coding__json_text(to, "path", file->path);
        coding__json_text(to, taken ? "as" : "why", file->what);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_faults(building *work, json *to)
{
    coding__json_list(to, "faults");
    for (size_t i = 0; i < work->seen.fault_count; i++) {
        const ledger_fault *fault = &work->seen.faults[i];
        coding__json_object(to, NULL);
        coding__json_text(to, "file", fault->file);
        coding__json_number(to, "line", fault->line);
        coding__json_text(to, "field", fault->field);
        coding__json_text(to, "what", fault->what);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_object(building *work, const coding_book *book)
{
    json to = {.out = work->asked->out};
    coding__json_object(&to, NULL);
    coding__json_text(&to, "book", work->asked->options->output);
    coding__json_number(&to, "size", coding_book_size(book));
    coding__json_real(&to, "seconds", work->seconds);
    coding__json_number(&to, "editions", coding_book_edition_count(book));
    coding__json_number(&to, "rows", count_rows(book));
    write_files(work, &to, "taken", true);
    write_files(work, &to, "left", false);
    write_faults(work, &to);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static void print(building *work, const coding_book *book)
{
    switch (work->asked->out->format) {
    case FOR_PEOPLE: print_lines(work, book); return;
    case AS_TSV: print_rows(work, book); return;
    case AS_JSON: write_object(work, book); return;
    }
}

static int finish(building *work, bool made, coding_error *error)
{
    coding_book *book = made ? coding_book_open(work->asked->options->output, error) : NULL;
    if (work->asked->out->format == FOR_PEOPLE) coding__ledger_print_faults(&work->seen);
    if (book) print(work, book);
    else coding__complain("%s%s%s", error->at, *error->at ? ": " : "", error->reason);
    coding_book_close(book);
    coding__ledger_end(&work->seen);
    return book ? ALL_WELL : FAILED;
}

static int run(session *asked)
{
    building     work = {.asked = asked};
    coding_error error = {0};
    uint32_t     without;
    if (!asked->options->output) return coding__complain("`coding build` needs -o FILE, the book to write");
    if (!coding__session_word_count(asked)) return coding__complain("`coding build` needs releases to read");
    if (!read_without(asked->options, &without)) return FAILED;
    work.seen.keeps_all = coding__options_has(asked->options, OPTION_VERBOSE) || asked->out->format != FOR_PEOPLE;
    bool made = compile(&work, without, &error);
    return finish(&work, made, &error);
}

const command coding__build_command = {
    .name = "build",
    .words = "-o FILE PATH...",
    .summary = "makes a book of releases as agencies publish them",
    .detail = "Reads each PATH (a release as it was downloaded: zip, gz or plain; a table; a book; or a folder of\n"
              "them) and writes one book. Where two hold the same edition the earlier PATH wins. It prints what\n"
              "was taken, what was left and why, and what is wrong with a release, which is loaded all the same.\n"
              "An old book of that name stays as it was until the new one is whole.",
    .examples = "coding build -o us.book releases/ tables/\n"
                "coding build -o mine.book us.book cpt.txt\n"
                "coding build -o wheel.book --public -q releases/\n"
                "coding build -o page.book --without claims,groups,risk us.book\n"
                "coding build -o small.book --from 2026-10-01 us.book",
    .exit = "0  the book is written",
    .options = TAKES(OUTPUT) | TAKES(PUBLIC) | TAKES(WITHOUT) | TAKES(FROM) | TAKES(QUIET) | TAKES(VERBOSE) | TAKES_FORM,
    .takes_words = true,
    .run = run,
};
