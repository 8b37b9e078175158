/* What a sentence tells for all operations of its report: in the reason, which side and part; in the body, how it was
 * done, what was left in place, what became of it. */
#include "operation/report.h"

/* Is it so, of the patient, now? */
static bool is_so(const coding__report *report, size_t first, size_t past)
{
    return !coding__assertion_of(&report->sentence, &report->cues, first, past, NULL);
}

static void keep_word(coding__report *report, coding__told *told, const coding__met *met)
{
    const coding_book *book = report->desk->book;
    coding_span        span = coding__token_span(&report->sentence, met->first, met->past);
    coding__piece      piece = {.span = span, .record = met->record, .records = met->records, .distance = UINT16_MAX};
    if (coding__op_has_kind(book, met->record, met->records, CODING__OP_WORD)) coding__add_piece(&told->words, piece);
    if (coding__op_has_kind(book, met->record, met->records, CODING__OP_BODY_PART))
        coding__add_piece(&told->parts, piece);
    switch (coding__op_kind_of(book, met->record)) {
    case CODING__OP_CONVERTED:
        if (!report->converted.length) report->converted = span;
        break;
    case CODING__OP_ABORTED:
        if (!report->aborted.length) report->aborted = span;
        break;
    default: break;
    }
}

void coding__keep_told(coding__report *report, coding__told *told)
{
    bool own = report->role == CODING__ROLE_PHRASE && coding__names_operation(report); /* words of that one alone */
    if (report->role == CODING__ROLE_REASON) coding__meet_words(report);
    if (own) return;
    for (size_t i = 0; i < report->met_count; i++)
        if (is_so(report, report->met[i].first, report->met[i].past)) keep_word(report, told, &report->met[i]);
    for (size_t i = report->start; i < report->sentence.count; i++) {
        uint32_t side = coding__is_met(report, i) ? 0 : coding__side_said(&report->sentence, i);
        if (side && !told->sides) told->side = coding__token_span(&report->sentence, i, i + 1);
        told->sides |= side;
    }
}
