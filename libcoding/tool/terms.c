/* coding terms: medical words taken apart. */
#include "tool/command.h"
#include "tool/hit.h"
#include "tool/json.h"

#include <string.h>

enum { GAP = 2, KIND_COLUMN = 9, PLACE_TEXT = 24 };

typedef struct word {
    const char *text;
    coding_term term;
    coding_hits codes;
} word;

static bool ask(session *asked, const char *text, word *one)
{
    size_t                length = strlen(text);
    coding_search_options wanted = {
        .size = sizeof wanted,
        .system = asked->system,
        .on = coding__session_search_day(asked),
        .count = asked->options->count,
        .billable_only = coding__options_has(asked->options, OPTION_BILLABLE),
    };
    *one = (word){.text = text, .term = coding_term_parts(asked->desk, text, length)};
    if (one->term.status != CODING_OK) {
        coding__complain("%s: %s", text, coding_status_text(one->term.status));
        return false;
    }
    one->codes = coding_term_codes(asked->desk, text, length, &wanted);
    return true;
}

static bool is_whole(const word *one) { return one->term.count && one->term.items[0].whole; }

/* Columns of the longest combining form and meaning, so that what follows them is aligned. */
typedef struct columns {
    size_t word, form, meaning;
} columns;

static void widen(size_t *column, const char *text)
{
    size_t width = coding__output_width(text) + GAP;
    if (width > *column) *column = width;
}

static columns columns_of(const word *one, const coding_split *split)
{
    columns wide = {.word = coding__output_width(one->text) + GAP};
    for (size_t i = 0; i < split->part_count; i++) {
        widen(&wide.form, split->parts[i].form);
        widen(&wide.meaning, split->parts[i].meaning);
    }
    return wide;
}

static void print_letters(output *out, const word *one, const coding_part *part, const columns *wide)
{
    char   text[64 * 4];
    size_t length = part->span.length < sizeof text ? part->span.length : sizeof text - 1;
    char   before[sizeof text];
    size_t offset = part->span.offset < sizeof before ? part->span.offset : sizeof before - 1;
    memcpy(before, one->text, offset);
    before[offset] = '\0';
    memcpy(text, one->text + part->span.offset, length);
    text[length] = '\0';
    size_t column = coding__output_width(before);
    coding__output_printf(out, "%*s", (int)column, "");
    coding__output_padded(out, part->kind == CODING_PART_UNKNOWN ? BAD : STRONG, text, wide->word - column);
}

/* The letters under the word where they stand in it; kind, combining form, meaning and origin beside them. */
static void print_part(output *out, const word *one, const coding_part *part, const columns *wide)
{
    const char *kind = coding_part_kind_name(part->kind);
    print_letters(out, one, part, wide);
    if (!*part->meaning) {
        coding__output_text(out, kind);
        coding__output_line(out);
        return;
    }
    coding__output_padded(out, PLAIN, kind, KIND_COLUMN);
    coding__output_padded(out, PLAIN, part->form, wide->form);
    coding__output_padded(out, PLAIN, part->meaning, wide->meaning);
    coding__output_styled(out, DIM, part->because);
    coding__output_line(out);
}

static void print_split(output *out, const word *one, const coding_split *split)
{
    columns wide = columns_of(one, split);
    for (size_t i = 0; i < split->part_count; i++) print_part(out, one, &split->parts[i], &wide);
    coding__output_printf(out, split->whole ? "= " : "? ");
    coding__output_styled(out, GOOD, split->meaning);
    coding__output_line(out);
}

static void print_lines(session *asked, const word *one)
{
    output *out = asked->out;
    coding__output_styled(out, STRONG, one->text);
    coding__output_line(out);
    for (size_t i = 0; i < one->term.count; i++) {
        if (i) coding__output_printf(out, "or\n");
        print_split(out, one, &one->term.items[i]);
    }
    if (!one->term.count) coding__output_printf(out, "no letters\n");
    if (one->codes.count) coding__output_line(out);
    for (size_t i = 0; i < one->codes.count; i++) coding__hit_lines(asked, &one->codes.items[i], one->text);
}

static void write_letters(output *out, const word *one, const coding_part *part)
{
    coding__output_bytes(out, one->text + part->span.offset, part->span.length);
}

/* Rows begin with what they are: part, meaning, code. */
static void print_part_row(output *out, const word *one, const coding_part *part, const char *rank)
{
    const char *kind = coding_part_kind_name(part->kind);
    coding__output_printf(out, "part\t");
    coding__output_text(out, one->text);
    coding__output_printf(out, "\t%s\t", rank);
    write_letters(out, one, part);
    coding__output_printf(out, "\t");
    OUTPUT_ROW(out, kind, part->form, part->meaning, part->because);
}

static void print_code_row(session *asked, const word *one, const coding_hit *hit)
{
    coding__output_printf(asked->out, "code\t");
    coding__output_text(asked->out, one->text);
    coding__output_printf(asked->out, "\t");
    coding__hit_row(asked, hit);
}

static void print_rows(session *asked, const word *one)
{
    for (size_t i = 0; i < one->term.count; i++) {
        const coding_split *split = &one->term.items[i];
        char                rank[NUMBER_TEXT];
        coding__output_number(asked->out, split->rank, rank);
        for (size_t k = 0; k < split->part_count; k++) print_part_row(asked->out, one, &split->parts[k], rank);
        OUTPUT_ROW(asked->out, "meaning", one->text, rank, split->whole ? "whole" : "partly", split->meaning);
    }
    for (size_t i = 0; i < one->codes.count; i++) print_code_row(asked, one, &one->codes.items[i]);
}

static void write_part(json *to, const word *one, const coding_part *part)
{
    coding__json_object(to, NULL);
    coding__json_bytes(to, "text", one->text + part->span.offset, part->span.length);
    coding__json_number(to, "offset", part->span.offset);
    coding__json_number(to, "length", part->span.length);
    coding__json_text(to, "kind", coding_part_kind_name(part->kind));
    coding__json_text(to, "form", *part->form ? part->form : NULL);
    coding__json_text(to, "meaning", *part->meaning ? part->meaning : NULL);
    coding__json_text(to, "because", *part->because ? part->because : NULL);
    coding__json_source(to, "source", part->source);
    coding__json_object_end(to);
}

static void write_split(json *to, const word *one, const coding_split *split)
{
    coding__json_object(to, NULL);
    coding__json_number(to, "rank", split->rank);
    coding__json_truth(to, "whole", split->whole);
    coding__json_text(to, "meaning", split->meaning);
    coding__json_list(to, "parts");
    for (size_t i = 0; i < split->part_count; i++) write_part(to, one, &split->parts[i]);
    coding__json_list_end(to);
    coding__json_object_end(to);
}

static void print_object(session *asked, const word *one)
{
    json to = {.out = asked->out};
    coding__json_object(&to, NULL);
    coding__json_text(&to, "word", one->text);
    coding__json_list(&to, "splits");
    for (size_t i = 0; i < one->term.count; i++) write_split(&to, one, &one->term.items[i]);
    coding__json_list_end(&to);
    coding__json_list(&to, "codes");
    for (size_t i = 0; i < one->codes.count; i++) coding__hit_value(asked, &to, &one->codes.items[i], one->text);
    coding__json_list_end(&to);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

static int run(session *asked)
{
    int answer = ALL_WELL;
    if (!coding__session_word_count(asked)) return coding__complain("`coding terms` needs WORDs");
    for (size_t i = 0; i < coding__session_word_count(asked); i++) {
        word one;
        if (!ask(asked, coding__session_words(asked)[i], &one)) return FAILED;
        switch (asked->out->format) {
        case FOR_PEOPLE:
            if (i) coding__output_line(asked->out);
            print_lines(asked, &one);
            break;
        case AS_TSV: print_rows(asked, &one); break;
        case AS_JSON: print_object(asked, &one); break;
        }
        if (!is_whole(&one)) answer = FOUND;
        coding_desk_clear(asked->desk);
    }
    return answer;
}

const command coding__terms_command = {
    .name = "terms",
    .words = "WORD...",
    .summary = "medical words taken apart: prefix, roots, suffix, and the codes that share them",
    .detail = "Takes each WORD apart into prefix, roots, joining vowels and suffix, each with its meaning and where\n"
              "it comes from, reads it as a coder does, from the end, and lists codes that hold the word or the\n"
              "meanings of all its roots: 10 of them, or -n. Several ways are told where they fit nearly as well;\n"
              "of a word that is not known whole, which piece is and which is not.",
    .examples = "coding terms nephrolithiasis\n"
                "coding terms -n 3 cholecystectomy oophoritis\n"
                "coding terms --json haematuria | jq .splits[0].meaning",
    .exit = "0  every word is known whole\n1  one is not",
    .options = TAKES_QUESTION | TAKES(COUNT) | TAKES(BILLABLE),
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
