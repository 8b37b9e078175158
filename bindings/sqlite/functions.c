#include "connection.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

SQLITE_EXTENSION_INIT3

static void complain(sqlite3_context *context, const coding_error *error)
{
    char *complaint = coding__complaint(error);
    if (complaint && error->status != CODING_NO_MEMORY) sqlite3_result_error(context, complaint, -1);
    else sqlite3_result_error_nomem(context);
    sqlite3_free(complaint);
}

static bool any_null(int count, sqlite3_value **values)
{
    for (int i = 0; i < count; i++)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) return true;
    return false;
}

static bool read_all(coding__question *question, const coding__registered *registered, int count,
                     sqlite3_value **values, coding_error *error)
{
    for (int i = 0; i < count; i++)
        if (!coding__value_read(question, &registered->connection->named, registered->function->arguments[i],
                                values[i], error))
            return false;
    return true;
}

static void ask(sqlite3_context *context, int count, sqlite3_value **values)
{
    const coding__registered *registered = sqlite3_user_data(context);
    coding__connection       *connection = registered->connection;
    coding_error              error = {0};
    if (any_null(count, values)) return; /* which answers NULL */
    if (!registered->function->bookless && !coding__connection_need_book(connection, &error)) {
        complain(context, &error);
        return;
    }
    coding__question question = {.room = connection->book ? connection->book->room : NULL, .desk = connection->desk,
                                 .on = CODING__TODAY};
    coding__cell     cell = {.none = true};
    bool             right = read_all(&question, registered, count, values, &error);
    if (right && coding__needs_book(&question, registered->function)) {
        right = coding__connection_need_book(connection, &error);
        question.room = right ? connection->book->room : NULL;
        question.desk = connection->desk;
    }
    if (right) {
        registered->function->answer(&question, &cell);
        coding__give(context, &cell);
    } else complain(context, &error);
    if (question.desk) coding_desk_clear(question.desk);
}

static void complain_of(sqlite3_context *context, const char *path, const coding_error *error)
{
    coding_error told = *error;
    if (!strcmp(error->at, path)) complain(context, error);
    else {
        snprintf(told.at, sizeof told.at, "%s", path);
        complain(context, &told);
    }
}

static void open_book(sqlite3_context *context, int count, sqlite3_value **values)
{
    const coding__registered *registered = sqlite3_user_data(context);
    coding_error              error = {0};
    if (any_null(count, values)) return;
    const char *path = (const char *)sqlite3_value_text(values[0]);
    if (!path) sqlite3_result_error_nomem(context);
    else if (!coding__connection_open(registered->connection, path, &error)) complain_of(context, path, &error);
    else sqlite3_result_value(context, values[0]);
}

static void close_book(sqlite3_context *context, int count, sqlite3_value **values)
{
    const coding__registered *registered = sqlite3_user_data(context);
    (void)count, (void)values;
    coding__connection_close(registered->connection);
}

static void forget(void *memory)
{
    coding__registered *registered = memory;
    coding__connection_release(registered->connection);
    free(registered);
}

typedef void answering(sqlite3_context *context, int count, sqlite3_value **values);

static int add(sqlite3 *database, coding__connection *connection, const char *name, int arguments, int flags,
               const coding__function *function, answering *answer)
{
    coding__registered *registered = malloc(sizeof *registered);
    if (!registered) return SQLITE_NOMEM;
    *registered = (coding__registered){coding__connection_keep(connection), function, NULL};
    return sqlite3_create_function_v2(database, name, arguments, flags, registered, answer, NULL, NULL, forget);
}

/* An answer is fixed by the arguments and the book, but for a day that nobody named: that is today, and no index may
 * rest on it. */
static int add_answer(sqlite3 *database, coding__connection *connection, const coding__function *function,
                      unsigned arguments)
{
    bool today = strchr(function->arguments, 'd') && arguments < strlen(function->arguments);
    int  flags = SQLITE_UTF8 | SQLITE_INNOCUOUS | (today ? 0 : SQLITE_DETERMINISTIC);
    return add(database, connection, function->name, (int)arguments, flags, function, ask);
}

int coding__register_functions(sqlite3 *database, coding__connection *connection)
{
    int trusted = SQLITE_UTF8 | SQLITE_DIRECTONLY; /* a file is opened: no view or trigger of a stranger's may */
    int code = add(database, connection, "coding_open", 1, trusted, NULL, open_book);
    if (code == SQLITE_OK) code = add(database, connection, "coding_close", 0, trusted, NULL, close_book);
    for (size_t i = 0; code == SQLITE_OK && i < coding__function_count; i++) {
        const coding__function *function = &coding__functions[i];
        for (unsigned n = function->required; code == SQLITE_OK && n <= strlen(function->arguments); n++)
            code = add_answer(database, connection, function, n);
    }
    return code;
}
