/* The tables of claims of a book that is extended, read back into the model row by row. What the book had left out, for
 * it knew no such codes, stays left out. Who made the book is a stranger: a record that names no service, state or row
 * is none, and no record is read twice, however often another points at it. */
#include "compile/read_book_claims.h"

#include <string.h>

#include "compile/read_book.h"
#include "compile/services.h"

/* The model's number of a service of the book; CODING__NO_SERVICE_NUMBER where it is none or is not for this book. */
static uint32_t service(const coding__claims_reading *r, uint32_t number)
{
    if (number >= r->services) return CODING__NO_SERVICE_NUMBER;
    return coding__number_of_service(r->of.model,
                                     coding__u64(r->of.book, CODING__SERVICES, number, CODING__SERVICE_CODE));
}

uint32_t coding__service_at(const coding__claims_reading *r, coding__section section, uint32_t record, unsigned field)
{
    return service(r, coding__u32(r->of.book, section, record, field));
}

/* The same of a field that holds a service plus 1, or 0. */
uint32_t coding__plus_at(const coding__claims_reading *r, coding__section section, uint32_t record, unsigned field)
{
    uint32_t plus = coding__u32(r->of.book, section, record, field);
    uint32_t number = plus ? service(r, plus - 1) : CODING__NO_SERVICE_NUMBER;
    return number == CODING__NO_SERVICE_NUMBER ? 0 : number + 1;
}

static void read_file(coding__claims_reading *r, uint32_t i)
{
    coding__claim_file file = {
        .kind = (coding__claim_table)coding__u32(r->of.book, CODING__CLAIM_TABLES, i, CODING__CLAIM_TABLE_KIND),
        .first = coding__u32(r->of.book, CODING__CLAIM_TABLES, i, CODING__CLAIM_TABLE_FIRST),
        .until = coding__u32(r->of.book, CODING__CLAIM_TABLES, i, CODING__CLAIM_TABLE_UNTIL),
        .back = coding__u32(r->of.book, CODING__CLAIM_TABLES, i, CODING__CLAIM_TABLE_BACK),
        .origin = coding__origin_at(&r->of, CODING__CLAIM_TABLES, i, CODING__CLAIM_TABLE_ORIGIN),
    };
    *(coding__claim_file *)coding__push(r->of.model, &r->of.model->claims.files, sizeof file) = file;
}

static void read_state(coding__claims_reading *r, uint32_t i)
{
    coding__pair_state state = {
        .first = coding__u32(r->of.book, CODING__PTP_STATES, i, CODING__PTP_STATE_FIRST),
        .until = coding__u32(r->of.book, CODING__PTP_STATES, i, CODING__PTP_STATE_UNTIL),
        .origin = coding__origin_at(&r->of, CODING__PTP_STATES, i, CODING__PTP_STATE_ORIGIN),
        .why = coding__word_at(&r->of, CODING__PTP_STATES, i, CODING__PTP_STATE_WHY),
        .indicator = (char)coding__u8(r->of.book, CODING__PTP_STATES, i, CODING__PTP_STATE_INDICATOR),
        .setting = coding__u8(r->of.book, CODING__PTP_STATES, i, CODING__PTP_STATE_SETTING) != 0,
    };
    *(coding__pair_state *)coding__push(r->of.model, &r->of.model->claims.states, sizeof state) = state;
}

static uint32_t line_of(const coding__claims_reading *r, uint32_t item)
{
    uint32_t runs = coding__count(r->of.book, CODING__PTP_LINES);
    uint32_t past = coding__lower_bound(r->of.book, CODING__PTP_LINES, 0, item + 1, 0, runs);
    return past ? coding__u32(r->of.book, CODING__PTP_LINES, past - 1, 4) + item
                      - coding__u32(r->of.book, CODING__PTP_LINES, past - 1, 0)
                : 0;
}

static void read_pair(coding__claims_reading *r, uint32_t column1, uint32_t item)
{
    uint32_t column2 = service(r, coding__u16(r->of.book, CODING__PTP, item, CODING__PTP_COLUMN2));
    uint32_t state = coding__u16(r->of.book, CODING__PTP, item, CODING__PTP_STATE);
    if (column2 == CODING__NO_SERVICE_NUMBER || state >= coding__count(r->of.book, CODING__PTP_STATES)) return;
    coding__pair_edit edit = {(uint16_t)column1, (uint16_t)column2, r->states + state, line_of(r, item)};
    *(coding__pair_edit *)coding__push(r->of.model, &r->of.model->claims.edits, sizeof edit) = edit;
}

/* The pairs of one setting stand in the order of their column-1 services. */
static void read_pairs(coding__claims_reading *r, unsigned field)
{
    uint32_t item = coding__u32(r->of.book, CODING__SERVICES, 0, field), total = coding__count(r->of.book, CODING__PTP);
    for (uint32_t number = 0; number < r->services && !r->of.model->no_memory; number++) {
        uint32_t column1 = service(r, number), past = coding__u32(r->of.book, CODING__SERVICES, number + 1, field);
        for (; item < past && item < total; item++)
            if (column1 != CODING__NO_SERVICE_NUMBER) read_pair(r, column1, item);
    }
}

static void read_unit(coding__claims_reading *r, uint32_t i)
{
    coding__unit_edit edit = {
        .service = coding__service_at(r, CODING__MUE, i, CODING__MUE_SERVICE),
        .value = coding__u32(r->of.book, CODING__MUE, i, CODING__MUE_VALUE),
        .first = coding__u32(r->of.book, CODING__MUE, i, CODING__MUE_FIRST),
        .until = coding__u32(r->of.book, CODING__MUE, i, CODING__MUE_UNTIL),
        .origin = coding__origin_at(&r->of, CODING__MUE, i, CODING__MUE_ORIGIN),
        .line = coding__u32(r->of.book, CODING__MUE, i, CODING__MUE_LINE),
        .why = coding__word_at(&r->of, CODING__MUE, i, CODING__MUE_WHY),
        .setting = (uint8_t)coding__u8(r->of.book, CODING__MUE, i, CODING__MUE_SETTING),
        .indicator = (uint8_t)coding__u8(r->of.book, CODING__MUE, i, CODING__MUE_INDICATOR),
    };
    if (edit.service == CODING__NO_SERVICE_NUMBER) return;
    *(coding__unit_edit *)coding__push(r->of.model, &r->of.model->claims.units, sizeof edit) = edit;
}

static void read_add_on(coding__claims_reading *r, uint32_t i)
{
    bool           decides = !coding__u32(r->of.book, CODING__ADD_ONS, i, CODING__ADD_ON_PRIMARY); /* the contractor */
    coding__add_on add_on = {
        .service = coding__service_at(r, CODING__ADD_ONS, i, CODING__ADD_ON_SERVICE),
        .primary = coding__plus_at(r, CODING__ADD_ONS, i, CODING__ADD_ON_PRIMARY),
        .first = coding__u32(r->of.book, CODING__ADD_ONS, i, CODING__ADD_ON_FIRST),
        .until = coding__u32(r->of.book, CODING__ADD_ONS, i, CODING__ADD_ON_UNTIL),
        .origin = coding__origin_at(&r->of, CODING__ADD_ONS, i, CODING__ADD_ON_ORIGIN),
        .line = coding__u32(r->of.book, CODING__ADD_ONS, i, CODING__ADD_ON_LINE),
        .type = (uint8_t)coding__u8(r->of.book, CODING__ADD_ONS, i, CODING__ADD_ON_TYPE),
    };
    if (add_on.service == CODING__NO_SERVICE_NUMBER || (!add_on.primary && !decides)) return;
    *(coding__add_on *)coding__push(r->of.model, &r->of.model->claims.add_ons, sizeof add_on) = add_on;
}

static void read_indicators(const coding__claims_reading *r, uint32_t i, coding__fee *fee)
{
    fee->modifier = (char)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_MODIFIER);
    fee->status = (char)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_STATUS);
    fee->global = (uint8_t)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_GLOBAL);
    fee->component = (uint8_t)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_COMPONENT);
    fee->multiple = (uint8_t)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_MULTIPLE);
    fee->bilateral = (uint8_t)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_BILATERAL);
    fee->assistant = (uint8_t)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_ASSISTANT);
    fee->co_surgery = (uint8_t)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_CO_SURGERY);
    fee->team = (uint8_t)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_TEAM);
    fee->family = (uint8_t)coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_FAMILY);
    fee->not_facility = coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_NOT_FACILITY) != 0;
    fee->not_office = coding__u8(r->of.book, CODING__FEES, i, CODING__FEE_NOT_OFFICE) != 0;
}

static void read_fee(coding__claims_reading *r, uint32_t i)
{
    coding__fee fee = {
        .service = coding__service_at(r, CODING__FEES, i, CODING__FEE_SERVICE),
        .base = coding__plus_at(r, CODING__FEES, i, CODING__FEE_BASE),
        .first = coding__u32(r->of.book, CODING__FEES, i, CODING__FEE_FIRST),
        .until = coding__u32(r->of.book, CODING__FEES, i, CODING__FEE_UNTIL),
        .origin = coding__origin_at(&r->of, CODING__FEES, i, CODING__FEE_ORIGIN),
        .line = coding__u32(r->of.book, CODING__FEES, i, CODING__FEE_LINE),
    };
    if (fee.service == CODING__NO_SERVICE_NUMBER) return;
    read_indicators(r, i, &fee);
    *(coding__fee *)coding__push(r->of.model, &r->of.model->claims.fees, sizeof fee) = fee;
}

void coding__read_each(coding__claims_reading *r, coding__section section,
                       void (*read)(coding__claims_reading *r, uint32_t i))
{
    uint32_t count = coding__count(r->of.book, section);
    for (uint32_t i = 0; i < count && !r->of.model->no_memory; i++) read(r, i);
}

static void read_services(coding__claims_reading *r)
{
    r->services = coding__count(r->of.book, CODING__SERVICES);
    if (r->services) r->services--; /* the sentinel */
    for (uint32_t i = 0; i < r->services; i++) service(r, i);
}

void coding__take_claims(const coding__book_reading *from)
{
    coding__claims_reading r = {
        .of = *from,
        .states = (uint32_t)from->model->claims.states.count,
        .policies = (uint32_t)from->model->claims.policies.count,
        .ranges = coding__count(from->book, CODING__CLAIM_RANGES),
    };
    read_services(&r);
    coding__read_each(&r, CODING__CLAIM_TABLES, read_file);
    coding__read_each(&r, CODING__PTP_STATES, read_state);
    read_pairs(&r, CODING__SERVICE_PTP);
    read_pairs(&r, CODING__SERVICE_PTP_OUTPATIENT);
    coding__read_each(&r, CODING__MUE, read_unit);
    coding__read_each(&r, CODING__ADD_ONS, read_add_on);
    coding__read_each(&r, CODING__FEES, read_fee);
    coding__take_hand_tables(&r);
}
