/* Table-valued functions: eponymous virtual tables whose arguments are hidden columns behind the visible ones. */
#include "connection.h"

#include <stdlib.h>
#include <string.h>

SQLITE_EXTENSION_INIT3

enum { MOST_ARGUMENTS = 8, DEFAULT_COUNT = 10 };

struct table {
    sqlite3_vtab              base; /* first: SQLite knows this part */
    const coding__registered *registered;
    int                       visible;
};

struct cursor {
    sqlite3_vtab_cursor base; /* first */
    coding__lent_book  *book; /* what the desk is of */
    coding_desk        *desk;
    coding__question    question;
    coding__rowset      rows;
    size_t              row;
    sqlite3_value      *arguments[MOST_ARGUMENTS]; /* as given; they outlive the call, and the rows point to them */
};

static const coding__table *made_of(const struct table *table) { return table->registered->table; }

static const char *type_of(coding__cell_kind kind)
{
    switch (kind) {
    case CODING__CELL_COUNT:
    case CODING__CELL_CENTS:
    case CODING__CELL_FLAG: return "INTEGER";
    case CODING__CELL_REAL: return "REAL";
    case CODING__CELL_TEXT:
    case CODING__CELL_DAY:
    case CODING__CELL_LIST: return "TEXT";
    }
    return "";
}

static char *declaration(const coding__table *made)
{
    sqlite3_str *text = sqlite3_str_new(NULL);
    sqlite3_str_appendall(text, "CREATE TABLE x(");
    for (const coding__column *column = made->columns; column->name; column++)
        sqlite3_str_appendf(text, "%s\"%s\" %s", column == made->columns ? "" : ", ", column->name,
                            type_of(column->kind));
    for (const char *argument = made->arguments; *argument; argument++)
        sqlite3_str_appendf(text, ", \"%s\" HIDDEN", coding__argument_name(made, *argument));
    sqlite3_str_appendall(text, ")");
    return sqlite3_str_finish(text);
}

static int declare(sqlite3 *database, const coding__table *made)
{
    char *text = declaration(made);
    int   code = text ? sqlite3_declare_vtab(database, text) : SQLITE_NOMEM;
    sqlite3_free(text);
    if (code == SQLITE_OK) sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
    return code;
}

static int connect(sqlite3 *database, void *context, int count, const char *const *words, sqlite3_vtab **made,
                   char **complaint)
{
    (void)count, (void)words, (void)complaint;
    const coding__registered *registered = context;
    int                       code = declare(database, registered->table);
    struct table *table = code == SQLITE_OK ? calloc(1, sizeof *table) : NULL;
    if (!table) return code == SQLITE_OK ? SQLITE_NOMEM : code;
    table->registered = registered;
    while (registered->table->columns[table->visible].name) table->visible++;
    *made = &table->base;
    return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *base)
{
    free(base);
    return SQLITE_OK;
}

/* Arguments are equalities on hidden columns, handed over in their order; bit n of idxNum is argument n. A plan in
 * which one is not known yet is no plan, and nor is one without the first. */
static int best_index(sqlite3_vtab *base, sqlite3_index_info *plan)
{
    const struct table *table = (const struct table *)base;
    int          count = (int)strlen(made_of(table)->arguments), at[MOST_ARGUMENTS] = {0}, next = 0;
    for (int i = 0; i < plan->nConstraint; i++) {
        int argument = plan->aConstraint[i].iColumn - table->visible;
        if (argument < 0 || plan->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
        if (!plan->aConstraint[i].usable) return SQLITE_CONSTRAINT;
        at[argument] = i + 1;
    }
    if (count && !at[0]) return SQLITE_CONSTRAINT;
    for (int argument = 0; argument < count; argument++) {
        if (!at[argument]) continue;
        plan->aConstraintUsage[at[argument] - 1].argvIndex = ++next;
        plan->aConstraintUsage[at[argument] - 1].omit = 1;
        plan->idxNum |= 1 << argument;
    }
    plan->estimatedCost = 100;
    plan->estimatedRows = 10;
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *base, sqlite3_vtab_cursor **made)
{
    (void)base;
    struct cursor *cursor = calloc(1, sizeof *cursor);
    if (!cursor) return SQLITE_NOMEM;
    *made = &cursor->base;
    return SQLITE_OK;
}

static void forget_rows(struct cursor *cursor)
{
    if (cursor->desk) coding_desk_clear(cursor->desk);
    for (int i = 0; i < MOST_ARGUMENTS; i++) {
        sqlite3_value_free(cursor->arguments[i]);
        cursor->arguments[i] = NULL;
    }
    cursor->rows = (coding__rowset){0};
    cursor->row = 0;
}

static void forget_book(struct cursor *cursor)
{
    coding_desk_free(cursor->desk);
    coding__book_release(cursor->book);
    cursor->desk = NULL;
    cursor->book = NULL;
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
    struct cursor *cursor = (struct cursor *)base;
    forget_rows(cursor);
    forget_book(cursor);
    free(cursor);
    return SQLITE_OK;
}

static int complain(struct cursor *cursor, const coding_error *error)
{
    sqlite3_free(cursor->base.pVtab->zErrMsg);
    cursor->base.pVtab->zErrMsg = coding__complaint(error);
    return error->status == CODING_NO_MEMORY ? SQLITE_NOMEM : SQLITE_ERROR;
}

/* A desk of the cursor's own: functions that are asked between two rows clear the connection's. */
static bool take_desk(struct cursor *cursor, coding__connection *connection, coding_error *error)
{
    if (!coding__connection_need_book(connection, error)) return false;
    if (cursor->book == connection->book) return true;
    forget_book(cursor);
    cursor->desk = coding_desk_new(connection->book->room->book, NULL);
    if (!cursor->desk) *error = (coding_error){.status = CODING_NO_MEMORY};
    else cursor->book = coding__book_keep(connection->book);
    return cursor->desk != NULL;
}

static bool read_argument(struct cursor *cursor, unsigned argument, sqlite3_value *value, coding_error *error)
{
    const coding__registered *registered = ((const struct table *)cursor->base.pVtab)->registered;
    cursor->arguments[argument] = sqlite3_value_dup(value);
    if (!cursor->arguments[argument]) {
        *error = (coding_error){.status = CODING_NO_MEMORY};
        return false;
    }
    return coding__value_read(&cursor->question, &registered->connection->named,
                              registered->table->arguments[argument], cursor->arguments[argument], error);
}

static bool read_arguments(struct cursor *cursor, int mask, sqlite3_value **values, coding_error *error)
{
    for (unsigned argument = 0; argument < MOST_ARGUMENTS; argument++)
        if (mask >> argument & 1 && !read_argument(cursor, argument, *values++, error)) return false;
    return true;
}

static bool ask(struct cursor *cursor, const coding__table *made, coding_error *error)
{
    cursor->rows.question = &cursor->question;
    made->ask(&cursor->rows);
    if (cursor->rows.status == CODING_OK) return true;
    *error = (coding_error){.status = cursor->rows.status};
    coding__rows_reason(&cursor->rows, made, error);
    return false;
}

static int filter(sqlite3_vtab_cursor *base, int mask, const char *plan, int count, sqlite3_value **values)
{
    struct cursor                   *cursor = (struct cursor *)base;
    const coding__registered *registered = ((const struct table *)base->pVtab)->registered;
    coding_error              error = {0};
    (void)plan;
    forget_rows(cursor);
    for (int i = 0; i < count; i++)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) return SQLITE_OK; /* no rows */
    if (!take_desk(cursor, registered->connection, &error)) return complain(cursor, &error);
    cursor->question = (coding__question){.room = cursor->book->room, .desk = cursor->desk, .on = CODING__TODAY,
                                          .count = DEFAULT_COUNT};
    bool right = read_arguments(cursor, mask, values, &error) && ask(cursor, registered->table, &error);
    if (right) return SQLITE_OK;
    forget_rows(cursor);
    return complain(cursor, &error);
}

static int next(sqlite3_vtab_cursor *base)
{
    ((struct cursor *)base)->row++;
    return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *base)
{
    const struct cursor *cursor = (const struct cursor *)base;
    return cursor->row >= cursor->rows.count;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int number)
{
    const struct cursor *cursor = (const struct cursor *)base;
    const struct table  *table = (const struct table *)base->pVtab;
    coding__cell  cell = {.none = false};
    if (number < table->visible) {
        made_of(table)->cell(&cursor->rows, cursor->row, (unsigned)number, &cell);
        coding__give(context, &cell);
    } else if (cursor->arguments[number - table->visible])
        sqlite3_result_value(context, cursor->arguments[number - table->visible]);
    return SQLITE_OK;
}

static int row_number(sqlite3_vtab_cursor *base, sqlite3_int64 *number)
{
    *number = (sqlite3_int64)((const struct cursor *)base)->row + 1;
    return SQLITE_OK;
}

/* Without xCreate it is there by its name alone. */
static const sqlite3_module module = {
    .iVersion = 1,         .xConnect = connect,      .xBestIndex = best_index, .xDisconnect = disconnect,
    .xOpen = open_cursor,  .xClose = close_cursor,   .xFilter = filter,        .xNext = next,
    .xEof = at_end,        .xColumn = column,        .xRowid = row_number,
};

static void forget(void *memory)
{
    coding__registered *registered = memory;
    coding__connection_release(registered->connection);
    free(registered);
}

static int add(sqlite3 *database, coding__connection *connection, const coding__table *table)
{
    coding__registered *registered = malloc(sizeof *registered);
    if (!registered) return SQLITE_NOMEM;
    *registered = (coding__registered){coding__connection_keep(connection), NULL, table};
    return sqlite3_create_module_v2(database, table->name, &module, registered, forget);
}

int coding__register_tables(sqlite3 *database, coding__connection *connection)
{
    int code = SQLITE_OK;
    for (size_t i = 0; code == SQLITE_OK && i < coding__table_count; i++)
        code = add(database, connection, &coding__tables[i]);
    return code;
}
