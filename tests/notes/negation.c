/* How phrases of sentences are asserted, beside what a person says: tests/notes/negation.tsv, asked of a whole book.
 *
 * Sentences are parted by a hash, with all their targets. Cues may be tuned on one part; the misses of the other, held
 * back, are shown to nobody, for who has read them can no longer say how cues do on what they have not seen.
 *
 *     negation [-v] BOOK SENTENCES TUNED BLIND FLOOR
 *
 * TUNED are sentences that were written to tune on: none of them is held back. BLIND were written by somebody who had
 * not seen what cues do: all of them are. -v lists the misses of the tuned part. Fails where a figure is under its
 * floor. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <coding.h>

#include "note/cue.h"

enum { LINE = 4096, NAME = 64, LETTERS = 8, UNHEARD = 1 << 7, PARTS = 3, BY_HASH = PARTS };

static const char *const parts[PARTS] = {"tuned", "held", "blind"};

/* A row of the table, its brackets taken off. */
typedef struct row {
    char   wanted[LETTERS];
    char   text[LINE];
    size_t length;
    size_t first, past; /* bytes of the target */
} row;

typedef struct tally {
    unsigned rows, right;
    unsigned met, missed, invented; /* negation */
} tally;

/* A sentence without its brackets, "\n" as a line break; false where there is no target. */
static bool take_sentence(const char *marked, row *into)
{
    size_t at = 0;
    into->first = into->past = 0;
    for (; *marked; marked++) {
        if (*marked == '[') into->first = at;
        else if (*marked == ']') into->past = at;
        else if (marked[0] == '\\' && marked[1] == 'n') into->text[at++] = '\n', marked++;
        else into->text[at++] = *marked;
    }
    into->text[at] = '\0';
    into->length   = at;
    return into->past > into->first;
}

/* The next row; false at the end. A line that is none ends the program. */
static bool next_row(FILE *from, row *into)
{
    static char line[LINE];
    do {
        if (!fgets(line, sizeof line, from)) return false;
    } while (*line == '#');
    line[strcspn(line, "\n")] = '\0';
    char *tab = strchr(line, '\t');
    if (!tab || (size_t)(tab - line) >= LETTERS || !take_sentence(tab + 1, into)) {
        fprintf(stderr, "negation: not a row: %s\n", line);
        exit(2);
    }
    *tab = '\0';
    strcpy(into->wanted, line);
    return true;
}

/* FNV-1a: the same for all targets of a sentence. */
static unsigned part_of(const row *asked)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < asked->length; i++) hash = (hash ^ (unsigned char)asked->text[i]) * 16777619u;
    return hash >> 16 & 1;
}

/* Tokens of the target, from *first to the one before the answer; 0 where it is in another sentence. */
static size_t target_of(const row *asked, const coding__sentence *sentence, size_t *first)
{
    size_t past = 0;
    for (size_t i = 0; i < sentence->count; i++) {
        size_t at = sentence->offset + sentence->tokens[i].offset;
        if (at < asked->first || at >= asked->past) continue;
        if (!past) *first = i;
        past = i + 1;
    }
    return past;
}

/* How the library asserts the target; UNHEARD where no sentence has it. */
static uint32_t assertion_in(const coding_book *book, const row *asked)
{
    static coding__sentence sentence;
    static coding__cues     cues;
    coding__note_walk       walk = coding__note_begin(book, asked->text, asked->length);
    while (coding__note_next(&walk, &sentence)) {
        size_t first = 0, past = target_of(asked, &sentence, &first);
        if (!past) continue;
        coding__find_cues(book, &sentence, &cues);
        return coding__assertion_of(&sentence, &cues, first, past, NULL);
    }
    return UNHEARD;
}

static void letters_of(uint32_t mask, char letters[LETTERS])
{
    char *at = letters;
    for (unsigned i = 0; i < 5; i++)
        if (mask >> i & 1) *at++ = "nuhfy"[i];
    if (at == letters) *at++ = mask == UNHEARD ? '?' : '-';
    *at = '\0';
}

static void count(tally *of, const char *wanted, const char *given)
{
    bool want = strchr(wanted, 'n'), give = strchr(given, 'n');
    of->rows++;
    of->right += !strcmp(wanted, given);
    of->met += want && give;
    of->missed += want && !give;
    of->invented += !want && give;
}

static double precision_of(const tally *of) { return (double)of->met / (of->met + of->invented); }

static double recall_of(const tally *of) { return (double)of->met / (of->met + of->missed); }

static double f1_of(const tally *of) { return 2.0 * of->met / (2.0 * of->met + of->missed + of->invented); }

static double accuracy_of(const tally *of) { return (double)of->right / of->rows; }

static FILE *opened(const char *path)
{
    FILE *file = fopen(path, "r");
    if (file) return file;
    perror(path);
    exit(2);
}

/* Asks every row of a file, all of one part or parted by hash. */
static void ask(const coding_book *book, const char *path, unsigned whole, bool tell, tally tallies[PARTS])
{
    static row asked;
    FILE      *from = opened(path);
    while (next_row(from, &asked)) {
        char     given[LETTERS];
        unsigned part = whole == BY_HASH ? part_of(&asked) : whole;
        letters_of(assertion_in(book, &asked), given);
        count(&tallies[part], asked.wanted, given);
        if (!tell || part || !strcmp(asked.wanted, given)) continue;
        printf("wanted %s, got %s: %.*s: %s\n", asked.wanted, given, (int)(asked.past - asked.first),
               asked.text + asked.first, asked.text);
    }
    fclose(from);
}

/* The least that a floor file allows; more than any figure where it does not say. */
static double least_of(FILE *floor, const char *part, const char *figure)
{
    char   line[LINE], name[NAME];
    double least = 2;
    snprintf(name, sizeof name, "%s\t%s\t", part, figure);
    rewind(floor);
    while (fgets(line, sizeof line, floor))
        if (!strncmp(line, name, strlen(name))) least = strtod(line + strlen(name), NULL);
    return least;
}

static void print_figure(const char *part, const char *figure, double value)
{
    printf("%s\t%s\t%.3f\n", part, figure, value);
}

static bool stands(FILE *floor, const char *part, const char *figure, double value)
{
    double least = least_of(floor, part, figure);
    print_figure(part, figure, value);
    if (value >= least) return true;
    fprintf(stderr, "negation: %s %s is under its floor of %.3f\n", part, figure, least);
    return false;
}

static bool report(const tally tallies[PARTS], FILE *floor)
{
    bool good = true;
    for (unsigned i = 0; i < PARTS; i++) {
        const tally *of = &tallies[i];
        printf("%s\trows\t%u\n", parts[i], of->rows);
        print_figure(parts[i], "negation_precision", precision_of(of));
        print_figure(parts[i], "negation_recall", recall_of(of));
        good &= stands(floor, parts[i], "negation_f1", f1_of(of));
        good &= stands(floor, parts[i], "accuracy", accuracy_of(of));
    }
    return good;
}

int main(int argc, char **argv)
{
    bool tell = argc > 1 && !strcmp(argv[1], "-v");
    if (argc - tell != 6) return fputs("negation [-v] BOOK SENTENCES TUNED BLIND FLOOR\n", stderr), 2;
    argv += tell;
    coding_error error;
    coding_book *book = coding_book_open(argv[1], &error);
    if (!book) return fprintf(stderr, "negation: %s: %s\n", error.at, error.reason), 2;
    tally tallies[PARTS] = {0};
    ask(book, argv[2], BY_HASH, tell, tallies);
    ask(book, argv[3], 0, tell, tallies);
    ask(book, argv[4], 2, false, tallies);
    coding_book_close(book);
    FILE *floor = opened(argv[5]);
    bool good = report(tallies, floor);
    fclose(floor);
    return good ? 0 : 1;
}
