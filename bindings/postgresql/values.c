#include "backend.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"

/* The library speaks UTF-8; in a database of that encoding nothing is copied. */
static coding__words words_of(Datum value)
{
    text *read = DatumGetTextPP(value);
    int   length = (int)VARSIZE_ANY_EXHDR(read);
    char *bytes = pg_server_to_any(VARDATA_ANY(read), length, PG_UTF8);
    return (coding__words){bytes, bytes == VARDATA_ANY(read) ? (size_t)length : strlen(bytes)};
}

static Datum text_of(const char *bytes)
{
    return PointerGetDatum(cstring_to_text(pg_any_to_server(bytes, (int)strlen(bytes), PG_UTF8)));
}

/* 'infinity' asks for the newest edition. */
static bool read_day(coding__question *question, DateADT day, coding_error *error)
{
    int year, month, date;
    question->on = 0;
    if (DATE_IS_NOEND(day)) return true;
    if (!DATE_IS_NOBEGIN(day)) {
        j2date(day + POSTGRES_EPOCH_JDATE, &year, &month, &date);
        if (year >= 1 && year <= 9999) question->on = (coding_date)(year * 10000 + month * 100 + date);
    }
    if (!question->on) *error = (coding_error){.status = CODING_MISUSE, .reason = "no code system knows that day"};
    return question->on != 0;
}

static uint32_t count_of(int32 count) { return count < 0 ? 0 : (uint32_t)count; }

static bool read_argument(coding__question *question, coding__backend *backend, char letter, Datum value,
                          coding_error *error)
{
    switch (letter) {
    case 't': question->text = words_of(value); return true;
    case 'u': question->other = words_of(value); return true;
    case 'v': question->last = words_of(value); return true;
    case 's': return coding__question_system(question, &backend->named, words_of(value), error);
    case 'd': return read_day(question, DatumGetDateADT(value), error);
    default: question->count = count_of(DatumGetInt32(value)); return true;
    }
}

void coding__read_arguments(coding__question *question, coding__backend *backend, const char *letters,
                            FunctionCallInfo call)
{
    coding_error error = {0};
    for (int i = 0; i < call->nargs; i++)
        if (!read_argument(question, backend, letters[i], call->args[i].value, &error)) coding__complain(&error);
}

static Datum day_of(uint64_t day)
{
    int date = date2j((int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100)) - POSTGRES_EPOCH_JDATE;
    return DateADTGetDatum(date);
}

static Datum list_of(const coding__cell *cell)
{
    char   printed[2 * CODING_CODE_TEXT];
    Datum *items = palloc(sizeof(Datum) * (cell->count + 1));
    for (size_t i = 0; i < cell->count; i++) items[i] = text_of(cell->item(cell->items, i, printed));
    return PointerGetDatum(construct_array(items, (int)cell->count, TEXTOID, -1, false, TYPALIGN_INT));
}

Datum coding__datum(const coding__cell *cell, bool *none)
{
    *none = cell->none;
    if (cell->none) return (Datum)0;
    switch (cell->kind) {
    case CODING__CELL_TEXT: return text_of(cell->text);
    case CODING__CELL_COUNT: return Int32GetDatum((int32)cell->number);
    case CODING__CELL_CENTS: return Int64GetDatum((int64)cell->number);
    case CODING__CELL_FLAG: return BoolGetDatum(cell->number != 0);
    case CODING__CELL_DAY: return day_of(cell->number);
    case CODING__CELL_REAL: return Float8GetDatum(cell->real);
    case CODING__CELL_LIST: return list_of(cell);
    }
    return (Datum)0;
}
