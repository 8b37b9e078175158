/* A command of the tool: a file each, named like it, and a line in main.c. */
#ifndef CODING_TOOL_COMMAND_H
#define CODING_TOOL_COMMAND_H

#include "tool/book.h"

/* Options that every command takes. */
#define TAKES_ALWAYS (TAKES(COLOR) | TAKES(HELP) | TAKES(VERSION))
/* Options of a command that asks a book, and how it may answer. */
#define TAKES_FORM     (TAKES(TSV) | TAKES(JSON))
#define TAKES_QUESTION (TAKES(BOOK) | TAKES(DAY) | TAKES(SYSTEM) | TAKES_FORM)

typedef struct command {
    const char *name;
    const char *words;    /* what follows the name: "[CODE...]" */
    const char *summary;  /* half a line */
    const char *detail;   /* a paragraph, broken into lines */
    const char *examples; /* lines, each "coding ..." */
    const char *exit;     /* what 0 and 1 mean for it */
    uint64_t    options;
    bool        opens_book;
    bool        takes_words;
    int (*run)(session *asked);
} command;

/* The words after the command. */
static inline char **coding__session_words(const session *asked) { return asked->options->words + 1; }
static inline size_t coding__session_word_count(const session *asked) { return asked->options->word_count - 1; }

/* The commands, in the order of the overview; NULL past the last. */
const command *coding__command(size_t index);
const command *coding__command_named(const char *name);
/* The command whose name is nearest to a mistyped one; NULL where none is near. */
const command *coding__command_near(const char *name);

/* The overview, and the page of one command. */
void coding__help_overview(output *out);
void coding__help_command(output *out, const command *page);

/* A completion script; false where the shell is none of bash, zsh and fish. */
bool coding__completion(output *out, const char *shell);

extern const command coding__check_command;
extern const command coding__show_command;
extern const command coding__tree_command;
extern const command coding__complete_command;
extern const command coding__search_command;
extern const command coding__terms_command;
extern const command coding__map_command;
extern const command coding__risk_command;
extern const command coding__ccsr_command;
extern const command coding__comorbidity_command;
extern const command coding__group_command;
extern const command coding__build_command;
extern const command coding__diff_command;
extern const command coding__info_command;
extern const command coding__verify_command;
extern const command coding__review_command;
extern const command coding__note_command;
extern const command coding__visit_command;
extern const command coding__sample_command;

#endif
