/* libcoding in PostgreSQL: each function of bindings/sql as one of SQL's, in coding--0.1.sql. */
#include "backend.h"

#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

PG_MODULE_MAGIC;

PGDLLEXPORT void _PG_init(void);

void _PG_init(void) { coding__backend_begin(); }

static coding__question question_of(const coding__backend *backend)
{
    return (coding__question){.room = backend->room, .desk = backend->desk, .on = CODING__TODAY, .count = 10};
}

static Datum answer(FunctionCallInfo call, const coding__function *function)
{
    coding__backend *backend = function->bookless ? coding__backend_bare() : coding__backend_open();
    coding__question question = question_of(backend);
    coding__cell     cell = {.none = true};
    coding__read_arguments(&question, backend, function->arguments, call);
    if (coding__needs_book(&question, function)) {
        question.room = coding__backend_open()->room;
        question.desk = backend->desk;
    }
    function->answer(&question, &cell);
    Datum made = coding__datum(&cell, &call->isnull);
    if (question.desk) coding_desk_clear(question.desk);
    return made;
}

enum { MOST_COLUMNS = 20 };

static void put_row(const coding__table *table, const coding__rowset *rows, size_t row, ReturnSetInfo *result)
{
    Datum values[MOST_COLUMNS];
    bool  none[MOST_COLUMNS];
    for (unsigned i = 0; table->columns[i].name; i++) {
        coding__cell cell = {.none = false};
        table->cell(rows, row, i, &cell);
        values[i] = coding__datum(&cell, &none[i]);
    }
    tuplestore_putvalues(result->setResult, result->setDesc, values, none);
}

/* What a row needs on its way is given back behind it. */
static void put_rows(const coding__table *table, const coding__rowset *rows, ReturnSetInfo *result)
{
    MemoryContext row = AllocSetContextCreate(CurrentMemoryContext, "coding row", ALLOCSET_SMALL_SIZES);
    MemoryContext before = MemoryContextSwitchTo(row);
    for (size_t i = 0; i < rows->count; i++) {
        put_row(table, rows, i, result);
        MemoryContextReset(row);
    }
    MemoryContextSwitchTo(before);
    MemoryContextDelete(row);
}

static Datum list(FunctionCallInfo call, const coding__table *table)
{
    InitMaterializedSRF(call, 0);
    coding__backend *backend = coding__backend_open();
    coding__question question = question_of(backend);
    coding__rowset   rows = {.question = &question};
    coding_error     error = {0};
    coding__read_arguments(&question, backend, table->arguments, call);
    PG_TRY();
    {
        table->ask(&rows);
        if (rows.status == CODING_OK) put_rows(table, &rows, (ReturnSetInfo *)call->resultinfo);
    }
    PG_FINALLY();
    {
        coding_desk_clear(question.desk); /* notes tell of patients */
    }
    PG_END_TRY();
    if (rows.status == CODING_OK) return (Datum)0;
    coding__rows_reason(&rows, table, &error);
    coding__complain(&error);
}

/* True, or an error that says what is wrong with the text and where: the check of the domains. */
static Datum demand(FunctionCallInfo call)
{
    coding__backend *backend = coding__backend_bare();
    coding__question question = question_of(backend);
    coding__read_arguments(&question, backend, "ts", call);
    coding_parsed parsed = coding_parse(question.system, question.text.bytes, question.text.length);
    if (!parsed.damage) return BoolGetDatum(true);
    char *written = text_to_cstring(DatumGetTextPP(call->args[0].value));
    ereport(ERROR, errcode(ERRCODE_CHECK_VIOLATION),
            errmsg("\"%s\" is no %s code", written, coding_system_title(question.system)),
            errdetail("At character %zu: %s.", coding__place(question.text, parsed.span.offset) + 1,
                      coding_damage_text(parsed.damage)),
            errhint("SELECT * FROM coding_suggest(%s, '%s') tells what may have been meant.",
                    quote_literal_cstr(written), coding_system_name(question.system)));
}

/* The library's own names are taken, hence the prefix. */
#define FUNCTION(NAME)                                                  \
    PG_FUNCTION_INFO_V1(pg_coding_##NAME);                              \
    Datum pg_coding_##NAME(PG_FUNCTION_ARGS)                            \
    {                                                                   \
        static const coding__function *function;                        \
        if (!function) function = coding__function_named("coding_" #NAME); \
        return answer(fcinfo, function);                                \
    }                                                                   \
    extern int coding__no_such_variable

#define TABLE(NAME)                                                     \
    PG_FUNCTION_INFO_V1(pg_coding_##NAME);                              \
    Datum pg_coding_##NAME(PG_FUNCTION_ARGS)                            \
    {                                                                   \
        static const coding__table *table;                              \
        if (!table) table = coding__table_named("coding_" #NAME);       \
        return list(fcinfo, table);                                     \
    }                                                                   \
    extern int coding__no_such_variable

FUNCTION(bare);
FUNCTION(category);
FUNCTION(chapter);
FUNCTION(damage);
FUNCTION(explain);
FUNCTION(is_below);
FUNCTION(is_code);
FUNCTION(is_within);
FUNCTION(modifiers);
FUNCTION(newest);
FUNCTION(normal);
FUNCTION(parent);
FUNCTION(poa_exempt);
FUNCTION(short_title);
FUNCTION(stands);
FUNCTION(title);
FUNCTION(verdict);
FUNCTION(version);

TABLE(ancestors);
TABLE(billable_below);
TABLE(blocks);
TABLE(check);
TABLE(children);
TABLE(complete);
TABLE(editions);
TABLE(identify);
TABLE(notes);
TABLE(periods);
TABLE(review);
TABLE(roots);
TABLE(search);
TABLE(sevens);
TABLE(successors);
TABLE(suggest);

PG_FUNCTION_INFO_V1(pg_coding_must_be);
Datum pg_coding_must_be(PG_FUNCTION_ARGS) { return demand(fcinfo); }
