/* A note for people: as it stands, with the words underlined that lead to codes, and then the codes. */
#include <string.h>

#include "tool/note.h"
#include "tool/note_operations.h"

enum { CODE_WIDTH = 10 };

static style style_of(const note_reading *of, const note_piece *piece)
{
    for (size_t i = 0; i < piece->over_count; i++)
        if (coding__note_lead_count(of, piece->over[i])) return UNDERLINED;
    return piece->over_count ? DIM : PLAIN;
}

/* A line of a piece, without the return before its newline. A tab goes as a blank. */
static void print_words(output *out, style how, const char *text, size_t length)
{
    if (length && text[length - 1] == '\r') length--;
    if (how != PLAIN && length) coding__output_style(out, how);
    for (size_t at = 0; at < length;) {
        const char *tab = memchr(text + at, '\t', length - at);
        size_t      next = tab ? (size_t)(tab - text) : length;
        coding__output_bytes(out, text + at, next - at);
        if (tab) coding__output_text(out, " ");
        at = next + (tab != NULL);
    }
    if (how != PLAIN && length) coding__output_style(out, PLAIN);
}

static void print_piece(const note_reading *of, const note_piece *piece)
{
    const char *text = of->bytes + piece->offset;
    style       how = style_of(of, piece);
    for (size_t at = 0; at < piece->length;) {
        const char *end = memchr(text + at, '\n', piece->length - at);
        size_t      past = end ? (size_t)(end - text) : piece->length;
        print_words(of->asked->out, how, text + at, past - at);
        if (end) coding__output_line(of->asked->out);
        at = past + (end != NULL);
    }
}

static void print_text(const note_reading *of)
{
    note_cutter cutter;
    note_piece  piece;
    if (!coding__note_cut(&cutter, of)) return;
    while (coding__note_piece(&cutter, &piece)) print_piece(of, &piece);
    coding__note_cut_end(&cutter);
    coding__output_line(of->asked->out);
}

static void print_evidence(const note_reading *of, const coding_proposal *code)
{
    output *out = of->asked->out;
    coding__output_printf(out, "%*s%s%s: ", CODE_WIDTH, "", code->withheld ? "withheld, " : "",
                          coding_reason_name(code->reason));
    for (size_t i = 0; i < code->mention_count; i++) {
        const coding_mention *mention = &of->read.mentions[code->mentions[i]];
        coding__output_text(out, i ? ", \"" : "\"");
        coding__output_bytes(out, of->bytes + mention->span.offset, mention->span.length);
        coding__output_text(out, "\"");
    }
    coding__output_line(out);
}

static void print_code(const note_reading *of, const coding_proposal *code)
{
    output *out = of->asked->out;
    char    written[CODING_CODE_TEXT];
    coding_code_format(coding_entry_code(code->entry), written);
    coding__output_padded(out, code->withheld ? DIM : STRONG, written, CODE_WIDTH);
    coding__output_wrapped(out, code->withheld ? DIM : PLAIN, CODE_WIDTH,
                           coding_entry_title(of->asked->desk, code->entry, 0));
    print_evidence(of, code);
    if (!code->query) return;
    coding__output_printf(out, "%*s", CODE_WIDTH, "");
    coding__output_wrapped(out, DOUBTFUL, CODE_WIDTH, code->query);
}

void coding__note_print(const note_reading *of)
{
    print_text(of);
    for (size_t i = 0; i < of->read.code_count; i++) print_code(of, &of->read.codes[i]);
    coding__print_operations(of->asked, of->bytes, &of->operations);
    if (!of->read.code_count && !of->operations.count) coding__output_printf(of->asked->out, "no code\n");
}
