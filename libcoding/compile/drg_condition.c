/* Conditions of MS-DRG: "MCC & (arterial | ~PDX:ami)" becomes a program for a stack of truths.
 *
 *     any  := all { "|" all }      all := one { "&" one }      one := "~" one | "(" any ")" | name
 *
 * A name is reckoned (MCC), a diagnosis's attribute behind PDX:, SDX:, ANY: or ONLY:, or else a procedure's. */
#include <string.h>

#include "compile/drg.h"

typedef struct condition {
    coding__drg_weave *drg;
    const char        *next;
    uint32_t           length; /* of the program so far */
    unsigned           depth;  /* of brackets */
    bool               failed;
} condition;

static void emit(condition *of, unsigned what, uint32_t with)
{
    if (with > 0xFFF) of->failed = true;
    else coding__store16(coding__writer_add(&of->drg->weave->writer, CODING__DRG_PROGRAMS), what | with);
    of->length++;
}

/* What no code of the table has is never so. */
static void emit_attribute(condition *of, unsigned what, coding__cell name, bool procedure)
{
    uint32_t attribute = coding__drg_attribute(of->drg, name, procedure);
    if (attribute == UINT32_MAX) emit(of, CODING__DRG_RECKONED, CODING__DRG_IS_NEVER);
    else emit(of, what, attribute);
}

static char peek(condition *of)
{
    while (*of->next == ' ') of->next++;
    return *of->next;
}

static coding__cell name_of(condition *of)
{
    const char *begin = of->next;
    while (*of->next && !strchr(" ()&|~", *of->next)) of->next++;
    return (coding__cell){begin, (size_t)(of->next - begin)};
}

static bool emit_reckoned(condition *of, coding__cell name)
{
    static const char *const names[] = {
#define RECKONED_NAME(name, text) text,
        CODING__DRG_RECKONED_NAMES(RECKONED_NAME)
#undef RECKONED_NAME
    };
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!coding__cell_is(name, names[i])) continue;
        emit(of, CODING__DRG_RECKONED, i);
        return true;
    }
    return false;
}

static bool emit_of_diagnosis(condition *of, coding__cell name)
{
    static const struct {
        const char *begins;
        unsigned    what;
    } whose[] = {{"PDX:", CODING__DRG_PRINCIPAL}, {"SDX:", CODING__DRG_SECONDARY},
                 {"ANY:", CODING__DRG_ANY},       {"ONLY:", CODING__DRG_ONLY}};
    for (size_t i = 0; i < sizeof whose / sizeof *whose; i++) {
        if (!coding__cell_begins(name, whose[i].begins)) continue;
        size_t       gone = strlen(whose[i].begins);
        coding__cell rest = {name.text + gone, name.length - gone};
        emit_attribute(of, whose[i].what, rest, false);
        return true;
    }
    return false;
}

static void read_any(condition *of);

static void read_one(condition *of)
{
    char next = peek(of);
    if (of->failed) return;
    if (next == '~') {
        of->next++;
        read_one(of);
        emit(of, CODING__DRG_NOT, 0);
    } else if (next == '(' && of->depth < CODING__DRG_DEEPEST / 2) {
        of->next++, of->depth++;
        read_any(of);
        if (peek(of) == ')') of->next++, of->depth--;
        else of->failed = true;
    } else {
        coding__cell name = name_of(of);
        if (!name.length) of->failed = true;
        else if (!emit_reckoned(of, name) && !emit_of_diagnosis(of, name))
            emit_attribute(of, CODING__DRG_HAS, name, true);
    }
}

static void read_all(condition *of)
{
    read_one(of);
    while (!of->failed && peek(of) == '&') {
        of->next++;
        read_one(of);
        emit(of, CODING__DRG_AND, 0);
    }
}

static void read_any(condition *of)
{
    read_all(of);
    while (!of->failed && peek(of) == '|') {
        of->next++;
        read_all(of);
        emit(of, CODING__DRG_OR, 0);
    }
}

uint32_t coding__drg_compile(coding__drg_weave *drg, coding__word text, uint16_t *length)
{
    condition of = {.drg = drg, .next = coding__word_text(drg->weave->model, text)};
    uint32_t  begin = coding__writer_count(&drg->weave->writer, CODING__DRG_PROGRAMS);
    read_any(&of);
    if (peek(&of)) of.failed = true;
    *length = of.failed || of.length > UINT16_MAX ? 0 : (uint16_t)of.length;
    return begin;
}
