#include "connection.h"

#include <string.h>

SQLITE_EXTENSION_INIT3

/* Text and blobs as they are, numbers as SQLite prints them; a NUL within stays. */
coding__words coding__value_words(sqlite3_value *value)
{
    bool        blob = sqlite3_value_type(value) == SQLITE_BLOB;
    const char *bytes = blob ? sqlite3_value_blob(value) : (const char *)sqlite3_value_text(value);
    return (coding__words){bytes ? bytes : "", bytes ? (size_t)sqlite3_value_bytes(value) : 0};
}

static bool read_count(coding__question *question, sqlite3_value *value)
{
    sqlite3_int64 count = sqlite3_value_int64(value);
    question->count = count < 0 ? 0 : count > INT32_MAX ? INT32_MAX : (uint32_t)count;
    return true;
}

static bool read_day(coding__question *question, sqlite3_value *value, coding_error *error)
{
    if (sqlite3_value_type(value) == SQLITE_INTEGER)
        return coding__question_day_number(question, sqlite3_value_int64(value), error);
    return coding__question_day(question, coding__value_words(value), error);
}

bool coding__value_read(coding__question *question, coding__named *named, char argument, sqlite3_value *value,
                        coding_error *error)
{
    switch (argument) {
    case 't': question->text = coding__value_words(value); return true;
    case 'u': question->other = coding__value_words(value); return true;
    case 'v': question->last = coding__value_words(value); return true;
    case 's': return coding__question_system(question, named, coding__value_words(value), error);
    case 'd': return read_day(question, value, error);
    default: return read_count(question, value);
    }
}

/* A list is JSON, as SQLite's own lists are: json_each reads it. Codes need no escape. */
static void give_list(sqlite3_context *context, const coding__cell *cell)
{
    char         printed[2 * CODING_CODE_TEXT];
    sqlite3_str *list = sqlite3_str_new(sqlite3_context_db_handle(context));
    sqlite3_str_appendchar(list, 1, '[');
    for (size_t i = 0; i < cell->count; i++)
        sqlite3_str_appendf(list, "%s\"%s\"", i ? "," : "", cell->item(cell->items, i, printed));
    sqlite3_str_appendchar(list, 1, ']');
    char *text = sqlite3_str_finish(list);
    if (text) sqlite3_result_text(context, text, -1, sqlite3_free);
    else sqlite3_result_error_nomem(context);
}

static void give_day(sqlite3_context *context, uint64_t day)
{
    char text[16];
    sqlite3_result_text(context, coding__day_text(day, text), -1, SQLITE_TRANSIENT);
}

void coding__give(sqlite3_context *context, const coding__cell *cell)
{
    if (cell->none) {
        sqlite3_result_null(context);
        return;
    }
    switch (cell->kind) {
    case CODING__CELL_TEXT: sqlite3_result_text(context, cell->text, -1, SQLITE_TRANSIENT); return;
    case CODING__CELL_COUNT:
    case CODING__CELL_CENTS:
    case CODING__CELL_FLAG: sqlite3_result_int64(context, (sqlite3_int64)cell->number); return;
    case CODING__CELL_DAY: give_day(context, cell->number); return;
    case CODING__CELL_REAL: sqlite3_result_double(context, cell->real); return;
    case CODING__CELL_LIST: give_list(context, cell); return;
    }
}

/* For SQLite to free. */
char *coding__complaint(const coding_error *error)
{
    return *error->at ? sqlite3_mprintf("%s: %s", error->reason, error->at) : sqlite3_mprintf("%s", error->reason);
}
