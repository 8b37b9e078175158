#include "operation/answer.h"

#include <string.h>

static uint32_t root_record(const coding_book *book, char section, char character)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__OPERATION_ROOTS); i++) {
        if (coding__u8(book, CODING__OPERATION_ROOTS, i, CODING__ROOT_SECTION) != (unsigned char)section) continue;
        if (coding__u8(book, CODING__OPERATION_ROOTS, i, CODING__ROOT_CHARACTER) == (unsigned char)character) return i;
    }
    return UINT32_MAX;
}

static void list_values(const coding__settling *s, unsigned axis, coding_operation_axis *made)
{
    coding__list values = {0};
    for (uint64_t rest = s->seen.axes[axis]; rest; rest &= rest - 1) {
        unsigned      symbol = (unsigned)__builtin_ctzll(rest);
        coding_value *value = coding__list_add(&s->report->desk->arena, &values, sizeof *value);
        if (!value) return;
        coding__choice one = s->wanted;
        one.axes[axis] &= (uint64_t)1 << symbol;
        value->character = coding__character_of(symbol);
        value->label = coding__label_at(s, axis, symbol);
        value->codes = coding__choose(s->report->desk->book, s->report->on, &one, NULL);
    }
    made->values = values.items;
    made->value_count = values.count;
}

/* What may stand behind a system that is open is not worth a list. */
static bool is_placed(const coding__settling *s) { return coding__is_single(s->seen.axes[1]); }

static void answer_axis(const coding__settling *s, unsigned axis, char section, coding_operation *made)
{
    coding_operation_axis *one = &made->axes[axis];
    const char            *name = coding_pcs_axis(section, axis + 1);
    coding__evidence       evidence = s->axes[axis];
    char                   value = coding__single_of(s->seen.axes[axis]);
    *one = (coding_operation_axis){.name = name ? name : "", .label = "", .guideline = "", .value = '_'};
    made->code[axis] = '_';
    if (!value) {
        made->open |= 1u << axis;
        if (s->codes && (axis <= 2 || is_placed(s))) list_values(s, axis, one);
        one->query = coding__question(s, axis);
        return;
    }
    made->code[axis] = one->value = value;
    one->ground = evidence.ground ? evidence.ground : CODING_GROUND_TABLE;
    one->guideline = evidence.guideline;
    one->label = coding__label_at(s, axis, coding__symbol_of(value));
    if (evidence.ground && evidence.ground != CODING_GROUND_SILENCE) one->span = evidence.span;
}

static void answer_root(const coding__settling *s, coding_operation *made)
{
    const coding_book *book = s->report->desk->book;
    const char        *own = s->axes[2].guideline;
    uint32_t           record = root_record(book, made->code[0], made->code[2]);
    made->root = coding__text_of(book, CODING__OPERATION_ROOTS, record, CODING__ROOT_NAME);
    made->definition = coding__text_of(book, CODING__OPERATION_ROOTS, record, CODING__ROOT_DEFINITION);
    made->guideline = *own ? own : coding__text_of(book, CODING__OPERATION_ROOTS, record, CODING__ROOT_GUIDELINE);
    if (!*made->root) made->root = made->axes[2].label;
}

/* The code, or its longest beginning that is a row. */
static coding_entry entry_of(const coding_book *book, const char *code)
{
    size_t length = strcspn(code, "_");
    return length ? coding_find_longest(book, coding__code_of(CODING_ICD10PCS, code, length)) : (coding_entry){0};
}

void coding__answer(const coding__settling *settled, coding_operation *made)
{
    const coding__procedure *procedure = settled->procedure;
    const coding_book       *book = settled->report->desk->book;
    char                     section = coding__single_of(settled->wanted.axes[0]);
    *made = (coding_operation){
        .span = procedure->span,
        .cue = procedure->cue,
        .passage = procedure->passage,
        .assertion = procedure->assertion,
        .outcome = procedure->outcome,
        .withheld = procedure->outcome > CODING_OUTCOME_CONVERTED,
        .codes = settled->codes,
    };
    for (unsigned axis = 0; axis < CODING__PCS_AXES; axis++) answer_axis(settled, axis, section ? section : '0', made);
    answer_root(settled, made);
    made->entry = entry_of(book, made->code);
    made->source = coding__source(book,
                                  coding__u32(book, CODING__OPERATION_WORDS, procedure->record, CODING__OP_ORIGIN),
                                  coding__u32(book, CODING__OPERATION_WORDS, procedure->record, CODING__OP_LINE));
}
