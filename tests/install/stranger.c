/* Parses a code; with a book on the command line, asks it too. */
#include <coding.h>

#include <stdio.h>
#include <string.h>

static int ask(const char *path)
{
    coding_error error;
    coding_book *book = coding_book_open(path, &error);
    if (!book) {
        fprintf(stderr, "%s: %s\n", error.at, error.reason);
        return 1;
    }
    coding_desk   *desk = coding_desk_new(book, NULL);
    coding_verdict verdict = coding_check_text(desk, CODING_ICD10CM, "e119", 4, 20251001);
    printf("on 2025-10-01 it %s: %s\n", coding_rule_name(verdict.rule),
           coding_entry_title(desk, verdict.entry, 20251001));
    coding_desk_free(desk);
    coding_book_close(book);
    return verdict.rule != CODING_RULE_STANDS;
}

int main(int count, char **words)
{
    char text[CODING_CODE_TEXT];
    coding_code_format(coding_parse(CODING_ICD10CM, "e119", 4).code, text);
    printf("libcoding %s reads e119 as %s\n", coding_version(), text);
    if (strcmp(text, "E11.9") != 0) return 1;
    return count > 1 ? ask(words[1]) : 0;
}
