/* coding note: a note, its evidence, and the codes it leads to. */
#include "tool/note.h"

#include <stdlib.h>
#include <string.h>

#include "tool/html.h"
#include "tool/note_operations.h"

enum { PIECE = 1 << 16 };

/* All of a stream; false where there is no memory or it cannot be read. */
static bool read_stream(FILE *stream, note_reading *of)
{
    for (;;) {
        char *grown = realloc(of->bytes, of->length + PIECE);
        if (!grown) return false;
        of->bytes = grown;
        size_t got = fread(of->bytes + of->length, 1, PIECE, stream);
        of->length += got;
        if (got < PIECE) return !ferror(stream);
    }
}

static bool read_note(note_reading *of)
{
    FILE *stream = of->name ? fopen(of->name, "rb") : stdin;
    bool  read = stream && read_stream(stream, of);
    if (of->name && stream) fclose(stream);
    return read;
}

/* Turns the lists of mentions that codes have into lists of codes that mentions have. */
static bool find_leads(note_reading *of)
{
    const coding_annotation *read = &of->read;
    size_t                   all = 0;
    for (size_t i = 0; i < read->code_count; i++) all += read->codes[i].mention_count;
    of->first = calloc(read->mention_count + 2, sizeof *of->first);
    of->leads = calloc(all + 1, sizeof *of->leads);
    if (!of->first || !of->leads) return false;
    for (size_t i = 0; i < read->code_count; i++) /* how many, two places on */
        for (size_t m = 0; m < read->codes[i].mention_count; m++) of->first[read->codes[i].mentions[m] + 2]++;
    for (size_t i = 2; i < read->mention_count + 2; i++) of->first[i] += of->first[i - 1];
    for (size_t i = 0; i < read->code_count; i++)
        for (size_t m = 0; m < read->codes[i].mention_count; m++)
            of->leads[of->first[read->codes[i].mentions[m] + 1]++] = (uint32_t)i;
    return true;
}

static int answer(note_reading *of)
{
    coding_note_options wanted = {.size = sizeof wanted, .on = of->on, .setting = of->setting};
    bool                page = coding__options_has(of->asked->options, OPTION_HTML);
    of->read = coding_annotate(of->asked->desk, of->bytes, of->length, &wanted);
    if (of->read.status != CODING_OK) return coding__complain("note: %s", coding_status_text(of->read.status));
    of->operations = coding_operate(of->asked->desk, of->bytes, of->length, &wanted);
    if (of->operations.status == CODING_NO_MEMORY || !find_leads(of))
        return coding__complain("note: %s", coding_status_text(CODING_NO_MEMORY));
    if (page && !coding__note_page(of, of->asked->out->file)) return coding__complain("note: it could not be written");
    else if (!page) {
        switch (of->asked->out->format) {
        case FOR_PEOPLE: coding__note_print(of); break;
        case AS_TSV: coding__note_rows(of); break;
        case AS_JSON: coding__note_object(of); break;
        }
    }
    bool proposed = of->read.code_count && !of->read.codes[0].withheld;
    return proposed || coding__has_operation(&of->operations) ? ALL_WELL : FOUND;
}

static int run(session *asked)
{
    bool         stay = coding__options_has(asked->options, OPTION_INPATIENT);
    note_reading of = {.asked = asked,
                       .name = coding__session_word_count(asked) ? coding__session_words(asked)[0] : NULL,
                       .setting = stay ? CODING_SETTING_INPATIENT : CODING_SETTING_OUTPATIENT,
                       .on = coding__session_search_day(asked)};
    int          status = FAILED;
    if (coding__session_word_count(asked) > 1) return coding__complain("`coding note` reads one FILE at a time");
    if (coding__options_has(asked->options, OPTION_HTML) && !coding__html_is_alone(asked->options)) return FAILED;
    if (read_note(&of)) status = answer(&of);
    else coding__complain("%s cannot be read", of.name ? of.name : "the standard input");
    free(of.bytes);
    free(of.first);
    free(of.leads);
    return status;
}

const command coding__note_command = {
    .name = "note",
    .words = "[FILE]",
    .summary = "from a physician's note to codes, with the words that lead to each",
    .detail = "Reads a note, FILE or standard input: finds what it speaks of, in which section and how it is\n"
              "asserted, and proposes codes in a coder's order, each with its reason, the words that led to it, and\n"
              "an open question to the physician where the documentation lacks something. What is denied, of the\n"
              "family, or has not happened gives no code. With --inpatient uncertain diagnoses are coded. Operations\n"
              "follow as characters of ICD-10-PCS, each with the words that settled it; _ is open, with what may\n"
              "stand there and a question to the surgeon. On a terminal the words that lead to codes are underlined. --html prints one page that shows them\n"
              "beside the codes, and runs nothing and fetches nothing.",
    .examples = "coding note visit.txt\n"
                "echo 'A/P: type 2 DM with CKD stage 3b, on insulin' | coding note --tsv\n"
                "coding note --html visit.txt >visit.html\n"
                "coding note --inpatient --json discharge.txt",
    .exit = "0  some code is proposed\n1  none is",
    .options = TAKES(BOOK) | TAKES(DAY) | TAKES_FORM | TAKES(HTML) | TAKES(INPATIENT),
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
