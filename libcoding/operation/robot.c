/* Robotic assistance is coded beside the operation that it assists: section 8, by the region, with its approach. */
#include <string.h>

#include "operation/answer.h"

/* Groin and femoral region are of the trunk, though their tables are those of the lower extremities. */
static char region_of(char system, char part)
{
    if (system == 'Y' && part && strchr("5678AE", part)) return 'W';
    if (strchr("PRX", system)) return 'X';
    if (strchr("QSY", system)) return 'Y';
    return strchr("089CN", system) ? '9' : 'W';
}

static const coding__piece *robot_of(const coding__report *report, const coding__procedure *procedure)
{
    for (size_t i = 0; i < procedure->words.count; i++) {
        const coding__piece *piece = &procedure->words.items[i];
        if (coding__u8(report->desk->book, CODING__OPERATION_WORDS, piece->record, CODING__OP_SECTION) == '8')
            return piece;
    }
    return NULL;
}

bool coding__settle_robot(const coding__settling *assisted, coding__settling *made)
{
    const coding__piece *robot = robot_of(assisted->report, assisted->procedure);
    char                 system = coding__single_of(assisted->seen.axes[1]);
    coding__evidence     said = {CODING_GROUND_WORDS, {0, 0}, ""}, rule = {CODING_GROUND_RULE, {0, 0}, ""};
    if (!robot || !system) return false;
    rule.span = said.span = robot->span;
    *made = (coding__settling){
        .report = assisted->report, .procedure = assisted->procedure, .wanted = coding__choice_of_all()};
    const char *code = "8E0";
    for (unsigned axis = 0; axis < CODING__PCS_AXES; axis++) {
        made->axes[axis] = axis < 3 ? said : rule;
        if (axis < 3) made->wanted.axes[axis] = coding__symbol_bit(code[axis]);
    }
    made->wanted.axes[3] = coding__symbol_bit(region_of(system, coding__single_of(assisted->seen.axes[3])));
    made->wanted.axes[4] = assisted->seen.axes[4];
    made->wanted.axes[5] = coding__symbol_bit('C');
    made->wanted.axes[6] = coding__symbol_bit('Z');
    made->codes = coding__choose(made->report->desk->book, made->report->on, &made->wanted, &made->seen);
    return made->codes != 0;
}
