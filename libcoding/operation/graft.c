#include "operation/meaning.h"
#include "operation/settle.h"

enum { ROOT = 2, DEVICE = 5, QUALIFIER = 6 };

static bool take_graft(coding__settling *s, const coding__pieces *pieces, const char *label, coding_ground ground)
{
    const coding_book *book = s->report->desk->book;
    coding__step       at = coding__meanings(pieces, ground);
    while (coding__next_meaning(s->report, &at)) {
        if (!coding__same_label(coding__op_text(book, at.record, CODING__OP_DEVICE), label)) continue;
        uint64_t symbols = coding__labelled(s, DEVICE, label);
        if (symbols && coding__narrow(s, DEVICE, symbols, (coding__evidence){ground, at.span, "B3.10c"})) return true;
    }
    return false;
}

/* An interbody device counts before bone of the patient, and that before bone of another. */
static bool take_grafts(coding__settling *s, const coding__pieces *pieces, coding_ground ground)
{
    static const char *const labels[] = {"Interbody Fusion Device", "Autologous Tissue Substitute",
                                         "Nonautologous Tissue Substitute"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (take_graft(s, pieces, labels[i], ground)) return true;
    return false;
}

void coding__settle_graft(coding__settling *settling)
{
    const coding__procedure *procedure = settling->procedure;
    if (settling->wanted.axes[ROOT] != coding__symbol_bit('G')) return;
    coding__look(settling);
    coding__take_label(settling, QUALIFIER, procedure->record, CODING_GROUND_NAME, procedure->span);
    coding__take_label(settling, DEVICE, procedure->record, CODING_GROUND_NAME, procedure->span);
    coding__look(settling);
    if (!take_grafts(settling, &procedure->words, CODING_GROUND_WORDS))
        take_grafts(settling, &settling->report->body.words, CODING_GROUND_REPORT);
}
