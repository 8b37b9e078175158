/* libcoding in SQLite: `SELECT load_extension('./coding')`, or `.load ./coding` in the shell. The file's name, coding,
 * makes the name of the entry. */
#include "connection.h"

#include <stdlib.h>

SQLITE_EXTENSION_INIT1

__attribute__((visibility("default"))) int sqlite3_coding_init(sqlite3 *database, char **complaint,
                                                               const sqlite3_api_routines *api);

int sqlite3_coding_init(sqlite3 *database, char **complaint, const sqlite3_api_routines *api)
{
    SQLITE_EXTENSION_INIT2(api);
    (void)complaint;
    coding__connection *connection = calloc(1, sizeof *connection);
    if (!connection) return SQLITE_NOMEM;
    coding__connection_keep(connection);
    int code = coding__register_functions(database, connection);
    if (code == SQLITE_OK) code = coding__register_tables(database, connection);
    coding__connection_release(connection);
    return code;
}
