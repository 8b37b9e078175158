/* coding info: what is in the book, and where it came from. */
#include "tool/command.h"
#include "tool/json.h"

#include <string.h>

static bool is_asked(const session *asked, coding_system system)
{
    return asked->system == CODING_ANY || asked->system == system;
}

static void heading(output *out, const char *text)
{
    coding__output_line(out);
    coding__output_styled(out, STRONG, text);
    coding__output_line(out);
}

static size_t widest(size_t a, const char *text)
{
    size_t b = coding__output_width(text);
    return a > b ? a : b;
}

static void list_edition(session *asked, coding_edition edition, size_t width)
{
    char    from[DAY_TEXT], to[DAY_TEXT], rows[NUMBER_TEXT], billable[NUMBER_TEXT];
    output *out = asked->out;
    coding__output_printf(out, "  ");
    coding__output_padded(out, PLAIN, coding_book_system_name(asked->book, edition.system), 10);
    coding__output_padded(out, PLAIN, edition.release, width + 2);
    coding__output_day(edition.first, from);
    coding__output_printf(out, "%s to %s", from, coding__output_day(edition.until, to));
    coding__output_printf(out, "%10s%10s\n", coding__output_number(out, edition.rows, rows),
                          coding__output_number(out, edition.billable, billable));
}

static void list_editions(session *asked)
{
    size_t width = strlen("release"), count = coding_book_edition_count(asked->book);
    for (size_t i = 0; i < count; i++) width = widest(width, coding_book_edition(asked->book, i).release);
    heading(asked->out, "Editions");
    coding__output_style(asked->out, DIM);
    coding__output_printf(asked->out, "  system    %-*s%-24s%10s%10s", (int)width + 2, "release", "days", "rows",
                          "billable");
    coding__output_style(asked->out, PLAIN);
    coding__output_line(asked->out);
    for (size_t i = 0; i < count; i++) {
        coding_edition edition = coding_book_edition(asked->book, i);
        if (is_asked(asked, edition.system)) list_edition(asked, edition, width);
    }
}

static void list_origins(session *asked)
{
    output *out = asked->out;
    heading(out, "Sources");
    for (size_t i = 0; i < coding_book_origin_count(asked->book); i++) {
        coding_origin origin = coding_book_origin(asked->book, i);
        if (!*origin.release && !*origin.file) continue; /* number 0 is nobody */
        coding__output_printf(out, "  ");
        coding__output_text(out, origin.release);
        coding__output_style(out, DIM);
        coding__output_printf(out, "  %s", origin.file);
        if (*origin.licence) coding__output_printf(out, "; %s", origin.licence);
        if (*origin.sha256) coding__output_printf(out, "; sha256 %.12s...", origin.sha256);
        coding__output_style(out, PLAIN);
        coding__output_line(out);
    }
}

static void list_sections(session *asked)
{
    char    size[NUMBER_TEXT];
    output *out = asked->out;
    heading(out, "Sections");
    for (size_t i = 0; i < coding_book_section_count(asked->book); i++) {
        coding_section section = coding_book_section(asked->book, i);
        coding__output_printf(out, "  %-14s%14s bytes\n", section.name, coding__output_number(out, section.size, size));
    }
}

static void list(session *asked)
{
    char number[NUMBER_TEXT];
    coding__output_printf(asked->out, "A book of %s bytes; coding %s\n",
                          coding__output_number(asked->out, coding_book_size(asked->book), number), coding_version());
    list_editions(asked);
    list_origins(asked);
    list_sections(asked);
}

static void print_editions(session *asked)
{
    char from[DAY_TEXT], to[DAY_TEXT], rows[NUMBER_TEXT], billable[NUMBER_TEXT];
    for (size_t i = 0; i < coding_book_edition_count(asked->book); i++) {
        coding_edition edition = coding_book_edition(asked->book, i);
        if (!is_asked(asked, edition.system)) continue;
        OUTPUT_ROW(asked->out, "edition", coding_book_system_name(asked->book, edition.system), edition.release,
                   coding__output_day(edition.first, from), coding__output_day(edition.until, to),
                   coding__output_number(asked->out, edition.rows, rows),
                   coding__output_number(asked->out, edition.billable, billable));
    }
}

static void print_rows(session *asked)
{
    char size[NUMBER_TEXT], checksum[NUMBER_TEXT], day[DAY_TEXT];
    OUTPUT_ROW(asked->out, "book", coding__output_number(asked->out, coding_book_size(asked->book), size));
    print_editions(asked);
    for (size_t i = 0; i < coding_book_origin_count(asked->book); i++) {
        coding_origin origin = coding_book_origin(asked->book, i);
        if (!*origin.release && !*origin.file) continue;
        OUTPUT_ROW(asked->out, "origin", origin.release, origin.file, origin.licence, origin.sha256,
                   coding__output_day(origin.day, day));
    }
    for (size_t i = 0; i < coding_book_section_count(asked->book); i++) {
        coding_section section = coding_book_section(asked->book, i);
        snprintf(checksum, sizeof checksum, "%08x", section.checksum);
        coding__output_number(asked->out, section.size, size);
        OUTPUT_ROW(asked->out, "section", section.name, size, checksum);
    }
}

static void write_editions(session *asked, json *to)
{
    coding__json_list(to, "editions");
    for (size_t i = 0; i < coding_book_edition_count(asked->book); i++) {
        coding_edition edition = coding_book_edition(asked->book, i);
        if (!is_asked(asked, edition.system)) continue;
        coding__json_object(to, NULL);
        coding__json_text(to, "system", coding_book_system_name(asked->book, edition.system));
        coding__json_text(to, "release", edition.release);
        coding__json_day(to, "first", edition.first);
        coding__json_day(to, "until", edition.until);
        coding__json_number(to, "rows", edition.rows);
        coding__json_number(to, "billable", edition.billable);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_origins(session *asked, json *to)
{
    coding__json_list(to, "origins");
    for (size_t i = 0; i < coding_book_origin_count(asked->book); i++) {
        coding_origin origin = coding_book_origin(asked->book, i);
        if (!*origin.release && !*origin.file) continue;
        coding__json_object(to, NULL);
        coding__json_text(to, "release", origin.release);
        coding__json_text(to, "file", origin.file);
        coding__json_text(to, "licence", origin.licence);
        coding__json_text(to, "sha256", origin.sha256);
        coding__json_day(to, "day", origin.day);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_object(session *asked)
{
    json to = {.out = asked->out};
    coding__json_object(&to, NULL);
    coding__json_number(&to, "size", coding_book_size(asked->book));
    coding__json_text(&to, "version", coding_version());
    write_editions(asked, &to);
    write_origins(asked, &to);
    coding__json_list(&to, "sections");
    for (size_t i = 0; i < coding_book_section_count(asked->book); i++) {
        coding_section section = coding_book_section(asked->book, i);
        coding__json_object(&to, NULL);
        coding__json_text(&to, "name", section.name);
        coding__json_number(&to, "size", section.size);
        coding__json_number(&to, "checksum", section.checksum);
        coding__json_object_end(&to);
    }
    coding__json_list_end(&to);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static int run(session *asked)
{
    switch (asked->out->format) {
    case FOR_PEOPLE: list(asked); break;
    case AS_TSV: print_rows(asked); break;
    case AS_JSON: write_object(asked); break;
    }
    return ALL_WELL;
}

const command coding__info_command = {
    .name = "info",
    .words = "",
    .summary = "what is in the book, and where it came from",
    .detail = "Lists the editions of every code system with the days they answer for, the release, file, licence\n"
              "and checksum of every source, and the sections of the file.",
    .examples = "coding info\n"
                "coding info -s icd10cm\n"
                "coding info --tsv | grep ^edition",
    .exit = "0  printed",
    .options = TAKES(BOOK) | TAKES(SYSTEM) | TAKES_FORM,
    .opens_book = true,
    .run = run,
};
