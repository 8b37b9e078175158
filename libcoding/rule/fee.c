#include "rule/fee.h"

#include "rule/words.h"

coding_claim_finding coding__fee_finding(const coding__view *view, const coding__billed *line, unsigned field)
{
    return (coding_claim_finding){
        .place = coding__at_line(line),
        .code = line->code,
        .on = line->on,
        .day = coding__u32(view->book, CODING__FEES, line->fee, CODING__FEE_UNTIL),
        .indicator = coding__u8(view->book, CODING__FEES, line->fee, field),
        .source = coding__source(view->book, coding__u32(view->book, CODING__FEES, line->fee, CODING__FEE_ORIGIN),
                                 coding__u32(view->book, CODING__FEES, line->fee, CODING__FEE_LINE)),
    };
}

bool coding__fee_concerns(const coding__view *view)
{
    return view->line_count > 0;
}

coding_code coding__one_of_modifiers(const coding__billed *line, const char *modifiers)
{
    char text[CODING_CODE_TEXT];
    for (size_t i = 0; i < CODING__MODIFIERS_MOST && line->line->modifiers[i]; i++)
        if (coding__has_word(modifiers, coding_code_format(line->line->modifiers[i], text)))
            return line->line->modifiers[i];
    return 0;
}

bool coding__any_modifier(const coding__view *view, const char *modifiers)
{
    for (size_t i = 0; i < view->line_count; i++)
        if (coding__one_of_modifiers(&view->lines[i], modifiers)) return true;
    return false;
}
