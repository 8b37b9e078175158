/* Asks a book what a reference says of it: lines of "system <tab> code <tab> day <tab> kind <tab> title" on standard
 * input, kind one of billable, header, absent. Prints the first disagreements, then the counts; exit 1 if there are any. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

enum { COLUMNS = 5, SHOWN = 20 };

typedef struct tally {
    unsigned long asked, wrong, titles, retitled, untitled;
} tally;

static void split(char *line, char *columns[COLUMNS])
{
    line[strcspn(line, "\r\n")] = '\0';
    for (int i = 0; i < COLUMNS; i++) {
        char *tab = line ? strchr(line, '\t') : NULL;
        columns[i] = line ? line : (char *)"";
        if (tab) *tab = '\0';
        line = tab ? tab + 1 : NULL;
    }
}

static bool agrees(const char *kind, coding_rule rule)
{
    if (!strcmp(kind, "billable")) return rule == CODING_RULE_STANDS;
    if (!strcmp(kind, "header")) return rule == CODING_RULE_HEADER || rule == CODING_RULE_NO_7TH;
    return rule == CODING_RULE_NOT_YET || rule == CODING_RULE_NO_LONGER;
}

static void compare_title(coding_desk *desk, char *columns[COLUMNS], coding_code code, coding_date on, tally *t)
{
    const char *title = coding_entry_title(desk, coding_find(coding_desk_book(desk), code), on);
    if (!*columns[4] || !strcmp(columns[3], "absent")) return;
    t->titles++;
    if (!*title) t->untitled++;
    else if (strcmp(title, columns[4]) && ++t->retitled <= SHOWN)
        printf("title\t%s\t%s\t%s\t%s\n", columns[1], columns[2], title, columns[4]);
}

static void ask(coding_desk *desk, char *columns[COLUMNS], tally *t)
{
    coding_system system = coding_system_parse(columns[0], strlen(columns[0]));
    coding_code   code = coding_parse(system, columns[1], strlen(columns[1])).code;
    coding_date   on = coding_date_parse(columns[2], strlen(columns[2]));
    coding_rule   rule = coding_verdict_of(desk, code, on);
    t->asked++;
    if (!agrees(columns[3], rule) && ++t->wrong <= SHOWN)
        printf("verdict\t%s\t%s\t%s\t%s\n", columns[1], columns[2], coding_rule_name(rule), columns[3]);
    compare_title(desk, columns, code, on, t);
    if (t->asked % 4096 == 0) coding_desk_clear(desk);
}

int main(int count, char **arguments)
{
    char         line[2048], *columns[COLUMNS];
    coding_error error;
    coding_book *book = coding_book_open(count > 1 ? arguments[1] : NULL, &error);
    if (!book) return fprintf(stderr, "%s: %s\n", error.at, error.reason), 2;
    coding_desk *desk = coding_desk_new(book, NULL);
    tally        t = {0};
    while (desk && fgets(line, sizeof line, stdin)) {
        split(line, columns);
        ask(desk, columns, &t);
    }
    printf("asked %lu, disagreements %lu; titles %lu, different %lu, lacking %lu\n", t.asked, t.wrong, t.titles,
           t.retitled, t.untitled);
    coding_desk_free(desk);
    coding_book_close(book);
    return t.asked && !t.wrong ? 0 : 1;
}
