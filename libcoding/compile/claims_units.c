/* Medically unlikely units, add-on codes and fee schedule indicators: each sorted by service, a record a row. */
#include <stdlib.h>

#include "compile/claims.h"

static int by_service_setting_and_day(const void *a, const void *b)
{
    const coding__unit_edit *x = a, *y = b;
    if (x->service != y->service) return x->service < y->service ? -1 : 1;
    if (x->setting != y->setting) return x->setting < y->setting ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static uint32_t service_of_unit(const coding__writer *writer, uint32_t index)
{
    return ((const coding__unit_edit *)writer->model->claims.units.items)[index].service;
}

void coding__write_units(coding__claim_weave *claims)
{
    coding__vector *units = &claims->weave->model->claims.units;
    coding__renumber(claims, units, sizeof(coding__unit_edit));
    if (units->count) qsort(units->items, units->count, sizeof(coding__unit_edit), by_service_setting_and_day);
    for (size_t i = 0; i < units->count; i++) {
        const coding__unit_edit *edit = (const coding__unit_edit *)units->items + i;
        uint32_t                 why = coding__writer_text(&claims->weave->writer, edit->why);
        unsigned char           *at = coding__writer_add(&claims->weave->writer, CODING__MUE);
        coding__store32(at + CODING__MUE_SERVICE, edit->service);
        coding__store32(at + CODING__MUE_VALUE, edit->value);
        coding__store32(at + CODING__MUE_FIRST, edit->first);
        coding__store32(at + CODING__MUE_UNTIL, edit->until);
        coding__store32(at + CODING__MUE_ORIGIN, edit->origin);
        coding__store32(at + CODING__MUE_WHY, why);
        coding__store32(at + CODING__MUE_LINE, edit->line);
        at[CODING__MUE_SETTING] = edit->setting;
        at[CODING__MUE_INDICATOR] = edit->indicator;
    }
    coding__note_begins(claims, CODING__SERVICE_MUE, (uint32_t)units->count, service_of_unit);
}

static int by_service_and_primary(const void *a, const void *b)
{
    const coding__add_on *x = a, *y = b;
    if (x->service != y->service) return x->service < y->service ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static uint32_t service_of_add_on(const coding__writer *writer, uint32_t index)
{
    return ((const coding__add_on *)writer->model->claims.add_ons.items)[index].service;
}

void coding__write_add_ons(coding__claim_weave *claims)
{
    coding__vector *add_ons = &claims->weave->model->claims.add_ons;
    coding__renumber(claims, add_ons, sizeof(coding__add_on));
    if (add_ons->count) qsort(add_ons->items, add_ons->count, sizeof(coding__add_on), by_service_and_primary);
    for (size_t i = 0; i < add_ons->count; i++) {
        const coding__add_on *add_on = (const coding__add_on *)add_ons->items + i;
        unsigned char        *at = coding__writer_add(&claims->weave->writer, CODING__ADD_ONS);
        coding__store32(at + CODING__ADD_ON_SERVICE, add_on->service);
        coding__store32(at + CODING__ADD_ON_PRIMARY, coding__service_plus(claims, add_on->primary));
        coding__store32(at + CODING__ADD_ON_FIRST, add_on->first);
        coding__store32(at + CODING__ADD_ON_UNTIL, add_on->until);
        coding__store32(at + CODING__ADD_ON_ORIGIN, add_on->origin);
        coding__store32(at + CODING__ADD_ON_LINE, add_on->line);
        at[CODING__ADD_ON_TYPE] = add_on->type;
    }
    coding__note_begins(claims, CODING__SERVICE_ADD_ON, (uint32_t)add_ons->count, service_of_add_on);
}

static int by_service_modifier_and_day(const void *a, const void *b)
{
    const coding__fee *x = a, *y = b;
    if (x->service != y->service) return x->service < y->service ? -1 : 1;
    if (x->modifier != y->modifier) return x->modifier < y->modifier ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static uint32_t service_of_fee(const coding__writer *writer, uint32_t index)
{
    return ((const coding__fee *)writer->model->claims.fees.items)[index].service;
}

static void store_indicators(unsigned char *at, const coding__fee *fee)
{
    at[CODING__FEE_MODIFIER] = (unsigned char)fee->modifier;
    at[CODING__FEE_STATUS] = (unsigned char)fee->status;
    at[CODING__FEE_GLOBAL] = fee->global;
    at[CODING__FEE_COMPONENT] = fee->component;
    at[CODING__FEE_MULTIPLE] = fee->multiple;
    at[CODING__FEE_BILATERAL] = fee->bilateral;
    at[CODING__FEE_ASSISTANT] = fee->assistant;
    at[CODING__FEE_CO_SURGERY] = fee->co_surgery;
    at[CODING__FEE_TEAM] = fee->team;
    at[CODING__FEE_FAMILY] = fee->family;
    at[CODING__FEE_NOT_FACILITY] = fee->not_facility;
    at[CODING__FEE_NOT_OFFICE] = fee->not_office;
}

void coding__write_fees(coding__claim_weave *claims)
{
    coding__vector *fees = &claims->weave->model->claims.fees;
    coding__renumber(claims, fees, sizeof(coding__fee));
    if (fees->count) qsort(fees->items, fees->count, sizeof(coding__fee), by_service_modifier_and_day);
    for (size_t i = 0; i < fees->count; i++) {
        const coding__fee *fee = (const coding__fee *)fees->items + i;
        unsigned char     *at = coding__writer_add(&claims->weave->writer, CODING__FEES);
        coding__store32(at + CODING__FEE_SERVICE, fee->service);
        coding__store32(at + CODING__FEE_FIRST, fee->first);
        coding__store32(at + CODING__FEE_UNTIL, fee->until);
        coding__store32(at + CODING__FEE_ORIGIN, fee->origin);
        coding__store32(at + CODING__FEE_LINE, fee->line);
        coding__store32(at + CODING__FEE_BASE, coding__service_plus(claims, fee->base));
        store_indicators(at, fee);
    }
    coding__note_begins(claims, CODING__SERVICE_FEE, (uint32_t)fees->count, service_of_fee);
}
