/* A report is read sentence by sentence. */
#include "operation/report.h"

#include <string.h>

#include "base/text.h"

coding_span coding__token_span(const coding__sentence *sentence, size_t first, size_t past)
{
    if (first >= past || past > sentence->count) return (coding_span){sentence->offset, 0};
    const coding__note_token *from = &sentence->tokens[first], *to = &sentence->tokens[past - 1];
    return (coding_span){sentence->offset + from->offset, (size_t)to->offset + to->length - from->offset};
}

uint32_t coding__number_said(const coding__sentence *sentence, size_t index, size_t *past)
{
    char        text[16], next[16] = "";
    const char *said = coding__token_lower(sentence, index, text);
    if (index + 1 < sentence->count) coding__token_lower(sentence, index + 1, next);
    *past = index + 1;
    if (said[0] == 'x' && coding__is_digit(said[1]) && !said[2]) return (uint32_t)(said[1] - '0');
    if (!strcmp(said, "two")) return 2;
    if (!strcmp(said, "three")) return 3;
    if (!strcmp(said, "four")) return 4;
    if (strcmp(said, "x") && strcmp(said, "times")) return 0;
    *past = index + 2;
    return coding__is_digit(next[0]) && !next[1] ? (uint32_t)(next[0] - '0') : 0;
}

bool coding__same_meaning(const coding_book *book, uint32_t a, uint32_t b)
{
    if (a == b) return true;
    return coding__op_mask(book, a, CODING__OP_ROOTS) == coding__op_mask(book, b, CODING__OP_ROOTS)
           && coding__u8(book, CODING__OPERATION_WORDS, a, CODING__OP_SECTION)
                  == coding__u8(book, CODING__OPERATION_WORDS, b, CODING__OP_SECTION)
           && coding__u8(book, CODING__OPERATION_WORDS, a, CODING__OP_SYSTEM)
                  == coding__u8(book, CODING__OPERATION_WORDS, b, CODING__OP_SYSTEM)
           && !strcmp(coding__op_part(book, a), coding__op_part(book, b))
           && !strcmp(coding__op_text(book, a, CODING__OP_QUALIFIER), coding__op_text(book, b, CODING__OP_QUALIFIER));
}

const coding__procedure *coding__next_echo(const coding__report *report, const coding__procedure *procedure,
                                           size_t *at)
{
    const coding__procedure *items = report->procedures.items;
    if (procedure->from_body) return NULL;
    while (*at < report->procedures.count) {
        const coding__procedure *one = &items[(*at)++];
        if (one->from_body && one->outcome <= CODING_OUTCOME_CONVERTED
            && coding__same_meaning(report->desk->book, procedure->record, one->record))
            return one;
    }
    return NULL;
}

void coding__meet_words(coding__report *report)
{
    report->met_count = 0;
    for (size_t i = report->start; i < report->sentence.count && report->met_count < CODING__MET_MOST;) {
        coding__met met;
        bool        found = coding__op_longest(report->desk->book, &report->sentence, i, &met)
                     || coding__op_ending(report->desk->book, &report->sentence, i, &met);
        if (found) report->met[report->met_count++] = met;
        i = found ? met.past : i + 1;
    }
}

bool coding__is_met(const coding__report *report, size_t index)
{
    for (size_t i = 0; i < report->met_count; i++) {
        const coding__met *met = &report->met[i];
        if (met->first <= index && index < met->past)
            return !met->parted || !coding__side_said(&report->sentence, index);
    }
    return false;
}

static void read_sentence(coding__report *report)
{
    if (report->role == CODING__ROLE_NONE) return;
    if (report->role != CODING__ROLE_REASON) report->sentence.passage = CODING_PASSAGE_OPERATION;
    coding__meet_words(report);
    if (!report->met_count && report->role != CODING__ROLE_REASON) return;
    coding__find_cues(report->desk->book, &report->sentence, &report->cues);
    if (report->role == CODING__ROLE_REASON) coding__keep_told(report, &report->reason);
    else coding__assign(report);
    if (report->role == CODING__ROLE_BODY || report->role == CODING__ROLE_PHRASE)
        coding__keep_told(report, &report->body);
}

/* A line in capitals as a sentence of its own. */
static void read_line(coding__report *report, coding_span line)
{
    coding__sentence *sentence = &report->sentence;
    *sentence = (coding__sentence){.text = report->text, .offset = line.offset, .length = line.length};
    for (size_t at = 0; sentence->count < CODING__SENTENCE_TOKENS;) {
        coding__note_token *token = &sentence->tokens[sentence->count];
        if (!coding__note_token_at(report->text + line.offset, line.length, at, token)) break;
        at = (size_t)token->offset + token->length;
        sentence->count++;
    }
    report->start = 0;
    read_sentence(report);
}

static void read_gap(coding__report *report, size_t at, size_t past)
{
    coding_span line;
    while (coding__next_gap(report, &at, past, &line) == CODING__GAP_TEXT) read_line(report, line);
}

bool coding__read_report(coding__report *report)
{
    const coding_book *book = report->desk->book;
    coding__note_walk  walk = coding__note_begin(book, report->text, report->length);
    coding__sentence   next;
    size_t             from = 0;
    report->operative = coding__is_operative(book, report->text, report->length);
    report->role = report->operative ? CODING__ROLE_NONE : CODING__ROLE_PHRASE;
    for (; !report->procedures.failed && coding__note_next(&walk, &next); from = walk.at) {
        read_gap(report, from, next.offset);
        report->sentence = next;
        coding__settle_role(report);
        read_sentence(report);
    }
    read_gap(report, from, report->length);
    return !report->procedures.failed;
}
