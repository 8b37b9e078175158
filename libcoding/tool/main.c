#define _POSIX_C_SOURCE 200809L

#include "tool/command.h"

#include <signal.h>
#include <string.h>

static int unknown(const char *name)
{
    const command *near = coding__command_near(name);
    if (near) return coding__complain("no such command: %s; did you mean `coding %s`?", name, near->name);
    return coding__complain("no such command: %s; `coding` lists them", name);
}

/* The first option that was given and that the command does not take; NULL if there is none. */
static const option_form *stray_option(const options *given, const command *chosen)
{
    for (unsigned i = 0; i < OPTION_TOTAL; i++) {
        const option_form *form = coding__options_form(i);
        bool               is_taken = (chosen->options | TAKES_ALWAYS) >> form->name & 1u;
        if (coding__options_has(given, form->name) && !is_taken) return form;
    }
    return NULL;
}

static int run(const options *given, output *out, const command *chosen)
{
    session            asked = {.options = given, .out = out};
    const option_form *stray = stray_option(given, chosen);
    int                answer = FAILED;
    if (stray) {
        coding__complain("`coding %s` takes no --%s; see `coding help %s`", chosen->name, stray->word, chosen->name);
    } else if (given->word_count > 1 && !chosen->takes_words) {
        coding__complain("`coding %s` takes no %s; see `coding help %s`", chosen->name, given->words[1], chosen->name);
    } else if (!chosen->opens_book || coding__session_open(&asked)) {
        answer = chosen->run(&asked);
    }
    coding__session_close(&asked);
    return answer;
}

/* `coding`, `coding help`, `coding help check`. */
static int help(const options *given, output *out)
{
    for (size_t i = 1; i < given->word_count; i++) {
        const command *chosen = coding__command_named(given->words[i]);
        if (!chosen) return unknown(given->words[i]);
        coding__help_command(out, chosen);
    }
    if (given->word_count < 2) coding__help_overview(out);
    return ALL_WELL;
}

static int complete(const options *given, output *out)
{
    if (coding__completion(out, given->completion)) return ALL_WELL;
    return coding__complain("no completions for %s; there are some for bash, zsh and fish", given->completion);
}

static int answer(const options *given, output *out)
{
    const char    *name = given->word_count ? given->words[0] : "help";
    const command *chosen = coding__command_named(name);
    if (coding__options_has(given, OPTION_VERSION)) {
        coding__output_printf(out, "coding %s\n", coding_version());
        return ALL_WELL;
    }
    if (coding__options_has(given, OPTION_COMPLETION)) return complete(given, out);
    if (strcmp(name, "help") == 0) return help(given, out);
    if (!chosen) return unknown(name);
    if (!coding__options_has(given, OPTION_HELP)) return run(given, out, chosen);
    coding__help_command(out, chosen);
    return ALL_WELL;
}

int main(int count, char **words)
{
    options given;
    output  out;
    signal(SIGPIPE, SIG_DFL); /* `coding tree | head` ends without a word, whatever we inherited */
    if (!coding__options_read(&given, count, words)) return FAILED;
    coding__output_start(&out, given.format, given.colour);
    int code = answer(&given, &out);
    if (coding__output_end(&out)) return code;
    return coding__complain("the output could not be written");
}
