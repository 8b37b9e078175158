#include "tool/command.h"

#include <string.h>

enum { NAME_WIDTH = 15, OPTION_WIDTH = 26 };

static void heading(output *out, const char *text)
{
    coding__output_line(out);
    coding__output_styled(out, STRONG, text);
    coding__output_line(out);
}

static void list_option(output *out, const option_form *form)
{
    char letter[] = {form->letter ? '-' : ' ', form->letter ? form->letter : ' ', form->letter ? ',' : ' ', '\0'};
    char text[64];
    snprintf(text, sizeof text, "  %s --%s%s%s", letter, form->word, form->argument ? " " : "",
             form->argument ? form->argument : "");
    coding__output_padded(out, PLAIN, text, OPTION_WIDTH);
    coding__output_wrapped(out, PLAIN, OPTION_WIDTH, form->help);
}

static void list_options(output *out, uint64_t taken)
{
    for (unsigned i = 0; i < OPTION_TOTAL; i++) {
        const option_form *form = coding__options_form(i);
        if (taken >> form->name & 1u) list_option(out, form);
    }
}

static void list_lines(output *out, const char *lines)
{
    for (size_t length; *lines; lines += length + (lines[length] == '\n')) {
        length = strcspn(lines, "\n");
        coding__output_printf(out, "  %.*s\n", (int)length, lines);
    }
}

void coding__help_overview(output *out)
{
    coding__output_text(out, "coding: US medical codes, checked on their day of service, offline, from one file");
    coding__output_line(out);
    heading(out, "Commands");
    for (size_t i = 0; coding__command(i); i++) {
        const command *page = coding__command(i);
        coding__output_printf(out, "  ");
        coding__output_padded(out, STRONG, page->name, NAME_WIDTH - 2);
        coding__output_text(out, page->summary);
        coding__output_line(out);
    }
    heading(out, "Options");
    list_options(out, TAKES_QUESTION | TAKES_ALWAYS | TAKES(COMPLETION));
    heading(out, "Examples");
    list_lines(out, "coding check G35 -d 2025-10-01\n"
                    "coding show E11.9\n"
                    "coding search sprained left ankle\n");
    heading(out, "Exit code");
    list_lines(out, "0  all is well    1  something was found    2  it could not be done\n");
    coding__output_printf(out, "\n`coding help COMMAND` tells more of a command.\n");
}

void coding__help_command(output *out, const command *page)
{
    coding__output_styled(out, STRONG, "coding ");
    coding__output_styled(out, STRONG, page->name);
    coding__output_printf(out, " [OPTION...]%s%s\n\n", *page->words ? " " : "", page->words);
    coding__output_printf(out, "%s\n", page->detail);
    heading(out, "Options");
    list_options(out, page->options | TAKES(COLOR) | TAKES(HELP));
    heading(out, "Examples");
    list_lines(out, page->examples);
    heading(out, "Exit code");
    list_lines(out, page->exit);
    list_lines(out, "2  it could not be done: a bad option, no book, a file that cannot be read or written");
}
