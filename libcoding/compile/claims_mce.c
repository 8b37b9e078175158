/* The code editor's lists: codes by row and day, ages, discharge statuses. */
#include <stdlib.h>

#include "compile/claims.h"

typedef struct listed {
    uint32_t               row;
    const coding__mce_row *from;
} listed;

static int by_row_and_day(const void *a, const void *b)
{
    const listed *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->from->first != y->from->first) return x->from->first < y->from->first ? -1 : 1;
    return (x->from->line > y->from->line) - (x->from->line < y->from->line);
}

static void write_row(coding__writer *writer, coding__section section, const listed *of)
{
    unsigned char *at = coding__writer_add(writer, section);
    coding__store32(at + CODING__MCE_ROW, of->row);
    coding__store32(at + CODING__MCE_FIRST, of->from->first);
    coding__store32(at + CODING__MCE_UNTIL, of->from->until);
    coding__store32(at + CODING__MCE_FLAGS, of->from->flags);
    coding__store32(at + CODING__MCE_ORIGIN, of->from->origin);
    coding__store32(at + CODING__MCE_LINE, of->from->line);
}

/* Codes that are in no edition of the book are left: nobody could ask about them. */
static void write_codes(coding__weave *weave, const coding__vector *rows, coding__section section)
{
    listed *all = malloc((rows->count + 1) * sizeof *all);
    size_t  count = 0;
    if (!all) weave->model->no_memory = true;
    for (size_t i = 0; all && i < rows->count; i++) {
        const coding__mce_row *from = (const coding__mce_row *)rows->items + i;
        uint32_t               row = coding__woven_row(weave, from->code);
        if (row != UINT32_MAX) all[count++] = (listed){row, from};
    }
    if (count) qsort(all, count, sizeof *all, by_row_and_day);
    for (size_t i = 0; i < count; i++) write_row(&weave->writer, section, &all[i]);
    free(all);
}

static void write_ages(coding__weave *weave)
{
    const coding__vector *ages = &weave->model->claims.mce_ages;
    for (size_t i = 0; i < ages->count; i++) {
        const coding__mce_age *age = (const coding__mce_age *)ages->items + i;
        unsigned char         *at = coding__writer_add(&weave->writer, CODING__MCE_AGES);
        coding__store32(at + CODING__MCE_AGE_FLAG, age->flag);
        coding__store32(at + CODING__MCE_AGE_FIRST, age->first);
        coding__store32(at + CODING__MCE_AGE_UNTIL, age->until);
        coding__store16(at + CODING__MCE_AGE_LOW, age->low);
        coding__store16(at + CODING__MCE_AGE_HIGH, age->high);
        coding__store32(at + CODING__MCE_AGE_ORIGIN, age->origin);
        coding__store32(at + CODING__MCE_AGE_LINE, age->line);
    }
}

static void write_discharges(coding__weave *weave)
{
    const coding__vector *discharges = &weave->model->claims.discharges;
    for (size_t i = 0; i < discharges->count; i++) {
        const coding__mce_discharge *discharge = (const coding__mce_discharge *)discharges->items + i;
        unsigned char               *at = coding__writer_add(&weave->writer, CODING__MCE_DISCHARGES);
        coding__store32(at + CODING__MCE_DISCHARGE_STATUS, discharge->status);
        coding__store32(at + CODING__MCE_DISCHARGE_FIRST, discharge->first);
        coding__store32(at + CODING__MCE_DISCHARGE_UNTIL, discharge->until);
        coding__store32(at + CODING__MCE_DISCHARGE_ORIGIN, discharge->origin);
        coding__store32(at + CODING__MCE_DISCHARGE_LINE, discharge->line);
    }
}

void coding__write_editor(coding__weave *weave)
{
    write_codes(weave, &weave->model->claims.mce_diagnoses, CODING__MCE_DIAGNOSES);
    write_codes(weave, &weave->model->claims.mce_procedures, CODING__MCE_PROCEDURES);
    write_ages(weave);
    write_discharges(weave);
}
