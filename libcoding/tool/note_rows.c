/* A note for programs: a row or an object a mention, and a code. */
#include <stdlib.h>
#include <string.h>

#include "tool/json.h"
#include "tool/note.h"
#include "tool/note_operations.h"

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

static void print_mention(const note_reading *of, const coding_mention *mention)
{
    output *out = of->asked->out;
    char    code[CODING_CODE_TEXT] = "", words[64], offset[NUMBER_TEXT], length[NUMBER_TEXT];
    char   *said = malloc(mention->span.length + 1);
    if (!said) return;
    memcpy(said, of->bytes + mention->span.offset, mention->span.length);
    said[mention->span.length] = '\0';
    if (mention->entry.book) coding_code_format(coding_entry_code(mention->entry), code);
    OUTPUT_ROW(out, "mention", code, coding__output_number(out, mention->span.offset, offset),
               coding__output_number(out, mention->span.length, length), coding_passage_name(mention->passage),
               assertion_words(mention->assertion, words), said);
    free(said);
}

static void print_code(const note_reading *of, const coding_proposal *code)
{
    output *out = of->asked->out;
    char    written[CODING_CODE_TEXT];
    OUTPUT_ROW(out, code->withheld ? "withheld" : "code", coding_code_format(coding_entry_code(code->entry), written),
               coding_reason_name(code->reason), code->query ? code->query : "",
               coding_entry_title(of->asked->desk, code->entry, 0));
}

void coding__note_rows(const note_reading *of)
{
    for (size_t i = 0; i < of->read.mention_count; i++) print_mention(of, &of->read.mentions[i]);
    for (size_t i = 0; i < of->read.code_count; i++) print_code(of, &of->read.codes[i]);
    coding__print_operation_rows(of->asked, of->bytes, &of->operations);
}

static void json_span(json *to, const char *name, coding_span span)
{
    coding__json_object(to, name);
    coding__json_number(to, "offset", span.offset);
    coding__json_number(to, "length", span.length);
    coding__json_object_end(to);
}

static void json_mention(json *to, const note_reading *of, const coding_mention *mention)
{
    coding__json_object(to, NULL);
    coding__json_bytes(to, "text", of->bytes + mention->span.offset, mention->span.length);
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
static const char *const axes[] = {"side",   "encounter", "other", "type", "stage", "severity",
                                   "acuity", "trimester", "agent", "site", "wound"};

static void json_code(json *to, const note_reading *of, const coding_proposal *code)
{
    coding__json_object(to, NULL);
    coding__json_code(to, "code", coding_entry_code(code->entry));
    coding__json_text(to, "title", coding_entry_title(of->asked->desk, code->entry, 0));
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

void coding__note_object(const note_reading *of)
{
    json to = {.out = of->asked->out};
    coding__json_object(&to, NULL);
    coding__json_list(&to, "mentions");
    for (size_t i = 0; i < of->read.mention_count; i++) json_mention(&to, of, &of->read.mentions[i]);
    coding__json_list_end(&to);
    coding__json_list(&to, "codes");
    for (size_t i = 0; i < of->read.code_count; i++) json_code(&to, of, &of->read.codes[i]);
    coding__json_list_end(&to);
    if (of->operations.status == CODING_OK)
        coding__print_operation_list(&to, of->asked, of->bytes, &of->operations);
    coding__json_object_end(&to);
    coding__json_line(&to);
}
