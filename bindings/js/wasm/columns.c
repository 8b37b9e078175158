/* Stays and members in columns, which JavaScript lays into the memory itself. It has looked at their lengths; where
 * lists end is looked at here. */
#include "columns.h"

#include <stdlib.h>

#include "machine.h"

/* Room for columns, until it is given back. NULL where there is no memory. */
EXPORT(machine_columns) void *coding__machine_columns(size_t size) { return calloc(1, size ? size : 1); }
EXPORT(machine_columns_free) void coding__machine_columns_free(void *columns) { free(columns); }

EXPORT(machine_numbers)
size_t coding__machine_numbers(const char *text, size_t length, coding_system system, coding_code *codes, size_t room)
{
    return coding__codes_of_lines(system, text, length, codes, room);
}

static bool refuse_lists(void)
{
    coding__machine_error = (coding_error){
        .status = CODING_MISUSE, .at = "offsets", .reason = "offsets go up, and stay within the codes"};
    return false;
}

EXPORT(book_group_many)
bool coding__machine_group_many(size_t count, uint32_t version, const coding_date *days, const uint8_t *discharge,
                                const uint8_t *sex, const uint8_t *hospital, const uint64_t *ends,
                                const coding_code *diagnoses, size_t diagnosis_count, const uint8_t *poa,
                                const uint64_t *procedure_ends, const coding_code *procedures, size_t procedure_count,
                                uint16_t *first, uint16_t *last, uint8_t *mdc, uint8_t *type, uint8_t *reason,
                                uint8_t *severity)
{
    coding_stays stays = {
        .size = sizeof stays, .count = count, .version = version, .discharged = days, .discharge = discharge,
        .sex = sex, .hospital = hospital, .diagnosis_ends = ends, .diagnoses = diagnoses, .poa = poa,
        .procedure_ends = procedure_ends, .procedures = procedures,
    };
    coding_drgs  drgs = {.size = sizeof drgs, .first = first, .last = last, .mdc = mdc, .type = type, .reason = reason,
                         .severity = severity};
    coding_desk *desk = coding__machine_borrow();
    bool fit = coding__ends_fit(ends, count, diagnosis_count)
               && coding__ends_fit(procedure_ends, count, procedure_count);
    bool done = desk && (fit ? coding__group_columns(desk, &stays, &drgs, &coding__machine_error) : refuse_lists());
    coding__machine_give_back(desk);
    return done;
}

EXPORT(book_risk_many)
bool coding__machine_risk_many(size_t count, coding_risk_model model, uint32_t year, coding_risk_plan plan,
                               const uint8_t *age, const uint8_t *sex, const uint8_t *entitlement, const uint8_t *dual,
                               const uint8_t *flags, const uint16_t *graft_months, const uint64_t *ends,
                               const coding_code *codes, size_t code_count, int32_t *raw, int32_t *payment,
                               uint8_t *segment, uint8_t *counting)
{
    coding_members members = {
        .size = sizeof members, .count = count, .age = age, .sex = sex, .entitlement = entitlement, .dual = dual,
        .flags = flags, .graft_months = graft_months, .ends = ends, .codes = codes,
    };
    coding_risk_scores scores = {.size = sizeof scores, .raw = raw, .payment = payment, .segment = segment,
                                 .count = counting};
    coding_desk       *desk = coding__machine_borrow();
    bool               fit = coding__ends_fit(ends, count, code_count);
    bool done = desk && (fit ? coding__risk_columns(desk, &members, model, year, plan, &scores, &coding__machine_error)
                             : refuse_lists());
    coding__machine_give_back(desk);
    return done;
}
