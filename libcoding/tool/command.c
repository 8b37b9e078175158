#include "tool/command.h"

#include <string.h>

static const command *const commands[] = {
    &coding__check_command,       &coding__show_command,   &coding__tree_command,   &coding__complete_command,
    &coding__search_command,      &coding__terms_command,  &coding__note_command,   &coding__map_command,
    &coding__review_command,      &coding__visit_command,  &coding__sample_command, &coding__group_command,
    &coding__comorbidity_command, &coding__ccsr_command,   &coding__risk_command,   &coding__build_command,
    &coding__diff_command,        &coding__info_command,   &coding__verify_command,
};

enum { COMMANDS = sizeof commands / sizeof *commands, NAME = 16 };

const command *coding__command(size_t index) { return index < COMMANDS ? commands[index] : NULL; }

const command *coding__command_named(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i]->name, name) == 0) return commands[i];
    }
    return NULL;
}

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* How many letters to add, drop or change (Levenshtein), one row of the table at a time. */
static unsigned distance(const char *a, const char *b)
{
    unsigned row[NAME + 1];
    size_t   width = strlen(b);
    for (unsigned j = 0; j <= width; j++) row[j] = j;
    for (unsigned i = 1; a[i - 1]; i++) {
        unsigned corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= width; j++) {
            unsigned changed = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            row[j] = least(changed, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[width];
}

const command *coding__command_near(const char *name)
{
    const command *near = NULL;
    unsigned       nearest = 4; /* past three letters nothing is near */
    for (size_t i = 0; i < COMMANDS && strlen(name) < NAME; i++) {
        bool     begins = strncmp(name, commands[i]->name, strlen(name)) == 0;
        unsigned apart = begins ? 0 : distance(name, commands[i]->name);
        if (apart >= nearest) continue;
        nearest = apart;
        near = commands[i];
    }
    return near;
}
