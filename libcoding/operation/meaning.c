#include "operation/meaning.h"

bool coding__next_meaning(const coding__report *report, coding__step *at)
{
    for (;;) {
        if (at->piece >= at->pieces->count) return false;
        const coding__piece *piece = &at->pieces->items[at->piece];
        at->record = at->record == UINT32_MAX ? piece->record : at->record + 1;
        at->span = piece->span;
        if (at->record >= piece->record + piece->records) at->piece++, at->record = UINT32_MAX;
        else if (coding__op_kind_of(report->desk->book, at->record) == CODING__OP_WORD) return true;
    }
}
