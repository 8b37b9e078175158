/* coding verify: is the book whole? */
#include "tool/command.h"
#include "tool/json.h"

static void print(output *out, bool is_whole, const coding_error *error)
{
    json to = {.out = out};
    switch (out->format) {
    case FOR_PEOPLE:
        if (is_whole) coding__output_styled(out, GOOD, "ok");
        else coding__output_styled(out, BAD, error->reason);
        if (!is_whole && *error->at) coding__output_printf(out, " (%s)", error->at);
        coding__output_line(out);
        return;
    case AS_TSV:
        OUTPUT_ROW(out, is_whole ? "ok" : "fault", is_whole ? "" : error->at, is_whole ? "" : error->reason);
        return;
    case AS_JSON:
        coding__json_object(&to, NULL);
        coding__json_truth(&to, "ok", is_whole);
        coding__json_text(&to, "at", is_whole ? NULL : error->at);
        coding__json_text(&to, "reason", is_whole ? NULL : error->reason);
        coding__json_object_end(&to);
        coding__json_line(&to);
    }
}

static int run(session *asked)
{
    coding_error error = {0};
    bool         is_whole = coding_book_verify(asked->book, &error);
    print(asked->out, is_whole, &error);
    return is_whole ? ALL_WELL : FOUND;
}

const command coding__verify_command = {
    .name = "verify",
    .words = "",
    .summary = "reads the whole book: every checksum and every reference",
    .detail = "Reads every byte of the book and compares checksums and references; prints ok, or the first fault.\n"
              "A file that is no book at all cannot be opened, which is exit code 2.",
    .examples = "coding verify\n"
                "coding verify -b mine.book",
    .exit = "0  the book is whole\n1  a fault was found",
    .options = TAKES(BOOK) | TAKES_FORM,
    .opens_book = true,
    .run = run,
};
