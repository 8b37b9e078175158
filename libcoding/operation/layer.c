#include "operation/meaning.h"
#include "operation/settle.h"

enum { SYSTEM = 1 };

static void settle_system(coding__settling *s, char wanted)
{
    const coding_book *book = s->report->desk->book;
    coding__step       at = coding__meanings(&s->procedure->words, CODING_GROUND_WORDS);
    while (coding__next_meaning(s->report, &at)) {
        char section = (char)coding__u8(book, CODING__OPERATION_WORDS, at.record, CODING__OP_SECTION);
        char system = (char)coding__u8(book, CODING__OPERATION_WORDS, at.record, CODING__OP_SYSTEM);
        if (!system || (wanted && system != wanted) || !(s->wanted.axes[0] & coding__symbol_bit(section))) continue;
        coding__narrow(s, SYSTEM, coding__symbol_bit(system), coding__evidence_of(s, at.ground, at.span, at.record));
    }
}

/* "Skin", "subcutaneous". */
void coding__settle_layer(coding__settling *settling)
{
    static const char deepest_first[] = "KLMJH";
    for (const char *system = deepest_first; *system; system++) settle_system(settling, *system);
    settle_system(settling, '\0');
}
