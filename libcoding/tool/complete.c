/* coding complete: codes that begin so. */
#include "tool/command.h"
#include "tool/json.h"

#include <string.h>

enum { USUAL = 20, CODE_COLUMN = 12 };

typedef struct completing {
    session *asked;
    json     to;
    size_t   wanted;
    size_t   printed;
    bool     is_cut; /* there are more */
} completing;

static void print(completing *codes, coding_entry entry, coding_date on)
{
    char        code[CODING_CODE_TEXT];
    output     *out = codes->asked->out;
    const char *title = coding_entry_title(codes->asked->desk, entry, on);
    const char *system = coding_book_system_name(codes->asked->book, coding_code_system(coding_entry_code(entry)));
    coding_code_format(coding_entry_code(entry), code);
    switch (out->format) {
    case FOR_PEOPLE:
        coding__output_padded(out, STRONG, code, CODE_COLUMN);
        coding__output_wrapped(out, PLAIN, CODE_COLUMN, title);
        return;
    case AS_TSV: OUTPUT_ROW(out, code, title, system); return;
    case AS_JSON:
        coding__json_object(&codes->to, NULL);
        coding__json_text(&codes->to, "code", code);
        coding__json_text(&codes->to, "system", system);
        coding__json_text(&codes->to, "title", title);
        coding__json_object_end(&codes->to);
        coding__json_line(&codes->to);
    }
}

static void complete_in(completing *codes, coding_system system, const char *text)
{
    session       *asked = codes->asked;
    coding_date    on = coding__session_day(asked, system);
    size_t         left = codes->wanted - codes->printed;
    coding_entries found = coding_complete(asked->desk, system, text, strlen(text), on, left + 1);
    for (size_t i = 0; i < found.count && i < left; i++) print(codes, found.items[i], on);
    codes->printed += found.count < left ? found.count : left;
    if (found.count > left) codes->is_cut = true;
    coding_desk_clear(asked->desk);
}

static int run(session *asked)
{
    completing    codes = {.asked = asked, .to = {.out = asked->out}};
    coding_system system = asked->system;
    codes.wanted = asked->options->count ? asked->options->count : USUAL;
    if (coding__session_word_count(asked) != 1) return coding__complain("`coding complete` needs one PREFIX");
    const char *text = coding__session_words(asked)[0];
    if (system) complete_in(&codes, system, text);
    else
        while ((system = coding__session_next_system(asked->book, system))) complete_in(&codes, system, text);
    if (codes.is_cut && asked->out->format == FOR_PEOPLE) {
        coding__output_styled(asked->out, DIM, "and more: -n sets how many");
        coding__output_line(asked->out);
    }
    return codes.printed ? ALL_WELL : FOUND;
}

const command coding__complete_command = {
    .name = "complete",
    .words = "PREFIX",
    .summary = "codes that begin so, in printed order",
    .detail = "Lists the codes in force that begin with PREFIX, with or without its dot: 20 of them, or -n.",
    .examples = "coding complete E11\n"
                "coding complete -n 100 -s icd10pcs 0DTJ",
    .exit = "0  there are some\n1  there is none",
    .options = TAKES_QUESTION | TAKES(COUNT),
    .opens_book = true,
    .takes_words = true,
    .run = run,
};
