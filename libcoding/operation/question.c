/* Questions to the surgeon: open, and without an answer in them. */
#include <string.h>

#include "base/phrase.h"
#include "operation/answer.h"

enum { NAME_MOST = 80 };

/* Do the values differ by their side alone? */
static bool is_side(const coding__settling *s)
{
    const char *first = NULL;
    size_t      sides = 0, others = 0;
    for (uint64_t rest = s->seen.axes[3]; rest; rest &= rest - 1) {
        const char *label = coding__label_at(s, 3, (unsigned)__builtin_ctzll(rest));
        size_t      skip = !strncmp(label, "Right ", 6) ? 6 : !strncmp(label, "Left ", 5) ? 5 : 0;
        if (!strncmp(label, "Bilateral ", 10)) skip = 10;
        if (!first) first = label + skip;
        if (skip && (skip == 10 || coding__same_label(first, label + skip))) sides++;
        else others++;
    }
    return sides > 1 && !others;
}

/* What stands in the place of approach, device and qualifier in the sections beside operations; NULL: nothing else. */
static const char *words_beside(char section, unsigned axis)
{
    if (axis == 4 && (section == '5' || section == '6')) return "For how long, or how often, was \"%.*s\" given?";
    if (axis == 4 && section == 'B') return "Which contrast, if any, was used for \"%.*s\"?";
    if (axis == 5 && section == '3') return "Which substance was given as \"%.*s\"?";
    return NULL;
}

/* What is asked, with the operation's name as the report has it. */
static const char *words_of(const coding__settling *s, unsigned axis)
{
    const char *beside = words_beside(coding__single_of(s->wanted.axes[0]), axis);
    if (beside) return beside;
    switch (axis) {
    case 1:
        return s->codes ? "In which layer or part of the body was \"%.*s\" performed?"
                        : "What was \"%.*s\", in your words?";
    case 2: return "What was the objective of \"%.*s\", and how was it reached?";
    case 3:
        return is_side(s) ? "On which side was \"%.*s\" performed?"
                          : "On which body part, as precisely as it is known, was \"%.*s\" performed?";
    case 4: return "How was the site of \"%.*s\" reached?";
    case 5: return "Which device or material, if any, remained after \"%.*s\"?";
    case 6: return "What further detail of \"%.*s\" can be documented: its purpose, extent, origin or destination?";
    default: return "What was \"%.*s\", in your words?";
    }
}

const char *coding__question(const coding__settling *settled, unsigned axis)
{
    coding__phrase phrase = {.arena = &settled->report->desk->arena};
    coding_span    span = settled->procedure->span;
    int            length = span.length < NAME_MOST ? (int)span.length : NAME_MOST;
    const char    *words = words_of(settled, axis), *gap = strstr(words, "%.*s");
    coding__say(&phrase, "%.*s%.*s%s", (int)(gap - words), words, length, settled->report->text + span.offset, gap + 4);
    return coding__said(&phrase);
}
