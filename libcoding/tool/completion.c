/* Completion scripts, made of the same tables as the tool, so that they cannot differ from it. Codes are completed by
 * the tool itself: coding complete. */
#include "tool/command.h"

#include <string.h>

static bool takes(const command *of, const option_form *form)
{
    return (of->options | TAKES_ALWAYS) >> form->name & 1u;
}

/* Does a command complete codes rather than files? */
static bool takes_codes(const command *of)
{
    return of->opens_book && (strstr(of->words, "CODE") || strstr(of->words, "PREFIX"));
}

/* Names of the built-in systems, between two brackets. */
static void list_systems(output *out, const char *before, const char *after)
{
    const char *blank = "";
    coding__output_printf(out, "%s", before);
    for (int system = 1; system <= CODING_SCTID; system++) {
        const char *name = coding_system_name((coding_system)system);
        bool        is_person = system >= CODING_MBI && system <= CODING_SSN; /* never a code */
        if (is_person || coding_system_parse(name, strlen(name)) != (coding_system)system) continue;
        coding__output_printf(out, "%s%s", blank, name);
        blank = " ";
    }
    coding__output_printf(out, "%s", after);
}

/* Names of the rules that claims are reviewed by, between two brackets. */
static void list_rules(output *out, const char *before, const char *after)
{
    coding__output_printf(out, "%s", before);
    for (int i = 0; i < CODING_CLAIM_RULE_TOTAL; i++)
        coding__output_printf(out, "%s%s", i ? " " : "", coding_claim_rule_name((coding_claim_rule)i));
    coding__output_printf(out, "%s", after);
}

static void list_options(output *out, const command *of)
{
    for (unsigned i = 0; i < OPTION_TOTAL; i++) {
        const option_form *form = coding__options_form(i);
        if (takes(of, form)) coding__output_printf(out, " --%s", form->word);
    }
}

static void list_commands(output *out)
{
    for (size_t i = 0; coding__command(i); i++) coding__output_printf(out, "%s ", coding__command(i)->name);
    coding__output_printf(out, "help");
}

/* Patterns of a command that completes codes and the beginning of one, between bars. */
static void list_code_commands(output *out)
{
    const char *bar = "";
    for (size_t i = 0; coding__command(i); i++) {
        if (!takes_codes(coding__command(i))) continue;
        coding__output_printf(out, "%s%s:?*", bar, coding__command(i)->name);
        bar = "|";
    }
}

static void write_bash(output *out)
{
    FILE *file = out->file;
    fputs("# bash completion of coding: source <(coding --completion bash)\n"
          "_coding()\n{\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= options= i\n"
          "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        case ${COMP_WORDS[i]} in\n        ",
          file);
    for (size_t i = 0; coding__command(i); i++) coding__output_printf(out, "%s|", coding__command(i)->name);
    fputs("help) command=${COMP_WORDS[i]}; break ;;\n        esac\n    done\n"
          "    case $before in\n"
          "    --color) COMPREPLY=($(compgen -W 'auto always never' -- \"$word\")); return ;;\n"
          "    --completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- \"$word\")); return ;;\n"
          "    -s|--system) COMPREPLY=($(compgen -W '",
          file);
    list_systems(out, "", "");
    fputs("' -- \"$word\")); return ;;\n"
          "    --rules) COMPREPLY=($(compgen -W '",
          file);
    list_rules(out, "", "");
    fputs("' -- \"$word\")); return ;;\n"
          "    -b|--book|-o|--output|--report|--strata) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n"
          "    -d|--day|-n|--count|--depth|-c|--claim|--seed|--frame|--deviation|--precision|--confidence) return ;;\n"
          "    esac\n    case $command in\n",
          file);
    for (size_t i = 0; coding__command(i); i++) {
        coding__output_printf(out, "    %s) options='", coding__command(i)->name);
        list_options(out, coding__command(i));
        coding__output_printf(out, "' ;;\n");
    }
    fputs("    *) options='--help --version --completion --color' ;;\n    esac\n"
          "    case $command:$word in\n"
          "    *:-*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
          "    :*|help:*) COMPREPLY=($(compgen -W '",
          file);
    list_commands(out);
    fputs("' -- \"$word\")) ;;\n    ", file);
    list_code_commands(out);
    fputs(") COMPREPLY=($(coding complete --tsv -n 50 -- \"$word\" 2> /dev/null | cut -f 1)) ;;\n"
          "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n    esac\n}\n"
          "complete -F _coding coding\n",
          file);
}

/* Text inside '...' and, for zsh, inside a description in brackets. */
static void write_quoted(output *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '\'') fputs("'\\''", out->file);
        else if (*text == '[' || *text == ']' || *text == ':') fprintf(out->file, "\\%c", *text);
        else putc(*text, out->file);
    }
}

static const char *zsh_action(option_name name)
{
    switch (name) {
    case OPTION_BOOK:
    case OPTION_REPORT:
    case OPTION_STRATA:
    case OPTION_OUTPUT: return "_files";
    case OPTION_COLOR: return "(auto always never)";
    case OPTION_COMPLETION: return "(bash zsh fish)";
    default: return "";
    }
}

/* `dashes` and `word` are `--` and the word, or `-` and the letter. */
static void write_zsh_spelling(output *out, const option_form *form, const char *dashes, const char *word)
{
    const char *joined = !form->argument ? "" : dashes[1] ? "=" : "+";
    fprintf(out->file, " \\\n            '%s%s%s[", dashes, word, joined);
    write_quoted(out, form->help);
    putc(']', out->file);
    if (form->argument) {
        fprintf(out->file, ":%s:%s", form->argument, zsh_action(form->name));
        if (form->name == OPTION_SYSTEM) list_systems(out, "(", ")");
        if (form->name == OPTION_RULES) list_rules(out, "(", ")");
    }
    putc('\'', out->file);
}

static void write_zsh_option(output *out, const option_form *form)
{
    char letter[2] = {form->letter, '\0'};
    write_zsh_spelling(out, form, "--", form->word);
    if (form->letter) write_zsh_spelling(out, form, "-", letter);
}

static void write_zsh(output *out)
{
    FILE *file = out->file;
    fputs("#compdef coding\n# zsh completion of coding: coding --completion zsh > ~/.zfunc/_coding\n"
          "_coding_codes() { compadd -- $(coding complete --tsv -n 50 -- \"$PREFIX\" 2> /dev/null | cut -f 1) }\n"
          "_coding() {\n    local -a commands=(\n",
          file);
    for (size_t i = 0; coding__command(i); i++) {
        fprintf(file, "        '%s:", coding__command(i)->name);
        write_quoted(out, coding__command(i)->summary);
        fputs("'\n", file);
    }
    fputs("        'help:how a command is used'\n    )\n"
          "    if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
          "    local command=$words[2]\n    shift words; (( CURRENT-- ))\n    case $command in\n",
          file);
    for (size_t i = 0; coding__command(i); i++) {
        const command *of = coding__command(i);
        fprintf(file, "    %s)\n        _arguments", of->name);
        for (unsigned j = 0; j < OPTION_TOTAL; j++) {
            if (takes(of, coding__options_form(j))) write_zsh_option(out, coding__options_form(j));
        }
        const char *action = takes_codes(of) ? "_coding_codes" : "_files";
        if (of->takes_words) fprintf(file, " \\\n            '*:word:%s'", action);
        fputs(" ;;\n", file);
    }
    fputs("    help) _describe command commands ;;\n    esac\n}\n"
          "if [[ $funcstack[1] == _coding ]]; then _coding \"$@\"; else compdef _coding coding; fi\n",
          file);
}

static void write_fish_option(output *out, const command *of, const option_form *form)
{
    fprintf(out->file, "complete -c coding -n '__fish_seen_subcommand_from %s' -l %s", of->name, form->word);
    if (form->letter) fprintf(out->file, " -s %c", form->letter);
    if (*zsh_action(form->name) == '_') fputs(" -r -F", out->file);
    else if (form->name == OPTION_COLOR) fputs(" -x -a 'auto always never'", out->file);
    else if (form->name == OPTION_SYSTEM) list_systems(out, " -x -a '", "'");
    else if (form->name == OPTION_RULES) list_rules(out, " -x -a '", "'");
    else if (form->argument) fputs(" -x", out->file);
    fputs(" -d \"", out->file);
    for (const char *c = form->help; *c; c++) fprintf(out->file, *c == '$' || *c == '"' ? "\\%c" : "%c", *c);
    fputs("\"\n", out->file);
}

static void write_fish(output *out)
{
    FILE *file = out->file;
    fputs("# fish completion of coding: coding --completion fish | source\n"
          "complete -c coding -f\n"
          "function __coding_codes\n"
          "    coding complete --tsv -n 50 -- (commandline -ct) 2> /dev/null | cut -f 1,2\n"
          "end\n",
          file);
    for (size_t i = 0; coding__command(i); i++) {
        const command *of = coding__command(i);
        fprintf(file, "complete -c coding -n __fish_use_subcommand -a %s -d \"%s\"\n", of->name, of->summary);
        for (unsigned j = 0; j < OPTION_TOTAL; j++) {
            if (takes(of, coding__options_form(j))) write_fish_option(out, of, coding__options_form(j));
        }
        if (!of->takes_words) continue;
        fprintf(file, "complete -c coding -n '__fish_seen_subcommand_from %s' %s\n", of->name,
                takes_codes(of) ? "-a '(__coding_codes)'" : "-F");
    }
    fputs("complete -c coding -n __fish_use_subcommand -a help -d \"how a command is used\"\n"
          "complete -c coding -n __fish_use_subcommand -l completion -x -a 'bash zsh fish'\n",
          file);
}

bool coding__completion(output *out, const char *shell)
{
    if (strcmp(shell, "bash") == 0) write_bash(out);
    else if (strcmp(shell, "zsh") == 0) write_zsh(out);
    else if (strcmp(shell, "fish") == 0) write_fish(out);
    else return false;
    return true;
}
