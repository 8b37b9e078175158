/* coding note: a note, its evidence, and the codes it leads to. */
#include "tool/command.h"
#include "tool/json.h"

#include <stdlib.h>
#include <string.h>

#include <coding/annotate.h>

typedef struct text {
    char  *bytes;
    size_t length;
} text;

enum { PIECE = 1 << 16 };

/* All of a stream; false where there is no memory or it cannot be read. */
static bool read_stream(FILE *stream, text *note)
{
    for (;;) {
        char *grown = realloc(note->bytes, note->length + PIECE);
        if (!grown) return false;
        note->bytes = grown;
        size_t got = fread(note->bytes + note->length, 1, PIECE, stream);
        note->length += got;
        if (got < PIECE) return !ferror(stream);
    }
}

static bool read_note(const char *path, text *note)
{
    FILE *stream = path ? fopen(path, "rb") : stdin;
    bool  read = stream && read_stream(stream, note);
    if (path && stream) fclose(stream);
    return read;
}

/* Where mentions end that begin at `at`, with those that begin inside them; `at` where none does. */
static size_t mention_end(const coding_annotation *read, size_t *next, size_t at)
{
    size_t end = at;
    while (*next < read->mention_count && read->mentions[*next].span.offset < at) ++*next;
    for (; *next < read->mention_count; ++*next) {
        coding_span span = read->mentions[*next].span;
        size_t      past = span.offset + span.length;
        if (span.offset != at && span.offset >= end) break;
        if (past > end) end = past;
    }
    return end;
}

/* Bytes up to the next mention or the end of the line. */
static size_t plain_end(const text *note, const coding_annotation *read, size_t next, size_t at)
{
    size_t end = next < read->mention_count ? read->mentions[next].span.offset : note->length;
    char  *line = memchr(note->bytes + at, '\n', end - at);
    return line ? (size_t)(line - note->bytes) : end;
}

/* The note as it stands, what was recognised in it underlined. */
static void print_marked(session *asked, const text *note, const coding_annotation *read)
{
    size_t next = 0;
    for (size_t at = 0; at < note->length;) {
        size_t end = mention_end(read, &next, at);
        bool   marked = end > at;
        if (!marked && note->bytes[at] == '\n') {
            coding__output_line(asked->out);
            at++;
            continue;
        }
        if (marked) coding__output_style(asked->out, UNDERLINED);
        else end = plain_end(note, read, next, at);
        if (end == at) end++;
        coding__output_bytes(asked->out, note->bytes + at, end - at);
        if (marked) coding__output_style(asked->out, PLAIN);
        at = end;
    }
    coding__output_line(asked->out);
}

enum { CODE_WIDTH = 10 };

static void print_evidence(session *asked, const text *note, const coding_annotation *read, const coding_proposal *code)
{
    coding__output_printf(asked->out, "%*s%s%s: ", CODE_WIDTH, "", code->withheld ? "withheld, " : "",
                          coding_reason_name(code->reason));
    for (size_t i = 0; i < code->mention_count; i++) {
        const coding_mention *mention = &read->mentions[code->mentions[i]];
        coding__output_text(asked->out, i ? ", \"" : "\"");
        coding__output_bytes(asked->out, note->bytes + mention->span.offset, mention->span.length);
        coding__output_text(asked->out, "\"");
    }
    coding__output_line(asked->out);
}

static void print_code(session *asked, const text *note, const coding_annotation *read, const coding_proposal *code)
{
    char written[CODING_CODE_TEXT];
    coding_code_format(coding_entry_code(code->entry), written);
    coding__output_padded(asked->out, code->withheld ? DIM : STRONG, written, CODE_WIDTH);
    coding__output_wrapped(asked->out, code->withheld ? DIM : PLAIN, CODE_WIDTH,
                           coding_entry_title(asked->desk, code->entry, 0));
    print_evidence(asked, note, read, code);
    if (!code->query) return;
    coding__output_printf(asked->out, "%*s", CODE_WIDTH, "");
    coding__output_wrapped(asked->out, DOUBTFUL, CODE_WIDTH, code->query);
}

static void print_people(session *asked, const text *note, const coding_annotation *read)
{
    print_marked(asked, note, read);
    for (size_t i = 0; i < read->code_count; i++) print_code(asked, note, read, &read->codes[i]);
    if (!read->code_count) coding__output_printf(asked->out, "no code\n");
}

static const char *const assertions[] = {"negated", "uncertain", "historical", "family", "hypothetical"};

/* "negated family"; "-" for what is simply so. Answers `words`. */
static const char *assertion_words(uint32_t mask, char words[64])
{
    *words = '\0';
    for (unsigned i = 0; i < 5; i++) {
        if (!(mask >> i & 1)) continue;
        if (*words) strcat(words, " ");
        strcat(words, assertions[i]);
    }
    return *words ? words : "-";
}

static void print_mention_row(session *asked, const text *note, const coding_mention *mention)
{
    char  code[CODING_CODE_TEXT] = "", words[64], offset[NUMBER_TEXT], length[NUMBER_TEXT];
    char *said = malloc(mention->span.length + 1);
    if (!said) return;
    memcpy(said, note->bytes + mention->span.offset, mention->span.length);
    said[mention->span.length] = '\0';
    if (mention->entry.book) coding_code_format(coding_entry_code(mention->entry), code);
    OUTPUT_ROW(asked->out, "mention", code, coding__output_number(asked->out, mention->span.offset, offset),
               coding__output_number(asked->out, mention->span.length, length), coding_passage_name(mention->passage),
               assertion_words(mention->assertion, words), said);
    free(said);
}

static void print_code_row(session *asked, const coding_proposal *code)
{
    char written[CODING_CODE_TEXT];
    OUTPUT_ROW(asked->out, code->withheld ? "withheld" : "code",
               coding_code_format(coding_entry_code(code->entry), written), coding_reason_name(code->reason),
               code->query ? code->query : "", coding_entry_title(asked->desk, code->entry, 0));
}

static void print_rows(session *asked, const text *note, const coding_annotation *read)
{
    for (size_t i = 0; i < read->mention_count; i++) print_mention_row(asked, note, &read->mentions[i]);
    for (size_t i = 0; i < read->code_count; i++) print_code_row(asked, &read->codes[i]);
}

static void json_span(json *to, const char *name, coding_span span)
{
    coding__json_object(to, name);
    coding__json_number(to, "offset", span.offset);
    coding__json_number(to, "length", span.length);
    coding__json_object_end(to);
}

static void json_mention(json *to, const text *note, const coding_mention *mention)
{
    coding__json_object(to, NULL);
    coding__json_bytes(to, "text", note->bytes + mention->span.offset, mention->span.length);
    json_span(to, "span", mention->span);
    if (mention->cue.length) json_span(to, "cue", mention->cue);
    coding__json_text(to, "section", coding_passage_name(mention->passage));
    coding__json_list(to, "assertion");
    for (unsigned i = 0; i < 5; i++)
        if (mention->assertion >> i & 1) coding__json_text(to, NULL, assertions[i]);
    coding__json_list_end(to);
    coding__json_code(to, "code", coding_entry_code(mention->entry));
    coding__json_text(to, "concept", mention->concept);
    coding__json_real(to, "confidence", (double)mention->confidence);
    coding__json_number(to, "sentence", mention->sentence);
    coding__json_object_end(to);
}

/* Names of what is lacking, in the order of coding_axis. */
static const char *const axes[] = {"side",   "encounter", "other",     "type",  "stage", "severity",
                                   "acuity", "trimester", "agent",     "site",  "wound"};

static void json_code(json *to, session *asked, const coding_proposal *code)
{
    coding__json_object(to, NULL);
    coding__json_code(to, "code", coding_entry_code(code->entry));
    coding__json_text(to, "title", coding_entry_title(asked->desk, code->entry, 0));
    coding__json_text(to, "reason", coding_reason_name(code->reason));
    coding__json_truth(to, "withheld", code->withheld);
    coding__json_real(to, "confidence", (double)code->confidence);
    coding__json_text(to, "query", code->query);
    coding__json_list(to, "lacks");
    for (unsigned i = 0; i < sizeof axes / sizeof *axes; i++)
        if (code->lacks >> i & 1) coding__json_text(to, NULL, axes[i]);
    coding__json_list_end(to);
    coding__json_list(to, "mentions");
    for (size_t i = 0; i < code->mention_count; i++) coding__json_number(to, NULL, code->mentions[i]);
    coding__json_list_end(to);
    coding__json_object_end(to);
}

static void print_object(session *asked, const text *note, const coding_annotation *read)
{
    json to = {.out = asked->out};
    coding__json_object(&to, NULL);
    coding__json_list(&to, "mentions");
    for (size_t i = 0; i < read->mention_count; i++) json_mention(&to, note, &read->mentions[i]);
    coding__json_list_end(&to);
    coding__json_list(&to, "codes");
    for (size_t i = 0; i < read->code_count; i++) json_code(&to, asked, &read->codes[i]);
    coding__json_list_end(&to);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static int answer(session *asked, const text *note)
{
    coding_note_options wanted = {
        .size = sizeof wanted,
        .on = coding__session_search_day(asked),
        .setting = coding__options_has(asked->options, OPTION_INPATIENT) ? CODING_SETTING_INPATIENT
                                                                         : CODING_SETTING_OUTPATIENT,
    };
    coding_annotation read = coding_annotate(asked->desk, note->bytes, note->length, &wanted);
    bool              proposed = read.code_count && !read.codes[0].withheld;
    if (read.status != CODING_OK) return coding__complain("note: %s", coding_status_text(read.status));
    switch (asked->out->format) {
    case FOR_PEOPLE: print_people(asked, note, &read); break;
    case AS_TSV: print_rows(asked, note, &read); break;
    case AS_JSON: print_object(asked, note, &read); break;
    }
    return proposed ? ALL_WELL : FOUND;
}

static int run(session *asked)
{
    text        note = {NULL, 0};
    const char *path = coding__session_word_count(asked) ? coding__session_words(asked)[0] : NULL;
    int         status = FAILED;
    if (coding__session_word_count(asked) > 1) return coding__complain("`coding note` reads one FILE at a time");
    if (read_note(path, &note)) status = answer(asked, &note);
    else coding__complain("%s cannot be read", path ? path : "the standard input");
    free(note.bytes);
    return status;
}

const command coding__note_command = {
    .name = "note",
    .words = "[FILE]",
    .summary = "from a physician's note to codes, with the words that lead to each",
    .detail = "Reads a note, FILE or standard input: finds what it speaks of, in which section and how it is\n"
              "asserted, and proposes codes in a coder's order, each with its reason, the words that led to it, and\n"
              "an open question to the physician where the documentation lacks something. What is denied, of the\n"
              "family, or has not happened gives no code. With --inpatient uncertain diagnoses are coded.",
    .examples = "coding note visit.txt\n"
                "echo 'A/P: type 2 DM with CKD stage 3b, on insulin' | coding note --tsv\n"
                "coding note --inpatient --json discharge.txt",
    .exit = "0  some code is proposed\n1  none is",
    .options = TAKES(BOOK) | TAKES(DAY) | TAKES_FORM | TAKES(INPATIENT),
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
