/* A connection of SQLite and the book it asks. One connection is used by one thread at a time, which SQLite sees to;
 * several connections share nothing but the pages of the book. */
#ifndef CODING_BINDINGS_SQLITE_CONNECTION_H
#define CODING_BINDINGS_SQLITE_CONNECTION_H

#include "sql/sql.h"

#include <sqlite3ext.h>

/* A book with an owner for the connection and one for each cursor that reads from it: opening another one, or closing
 * it, leaves running queries their ground. */
typedef struct coding__lent_book {
    coding__room *room;
    unsigned      owners;
} coding__lent_book;

typedef struct coding__connection {
    unsigned           owners; /* functions and modules that SQLite holds */
    bool               closed; /* by coding_close: it is not opened again unasked */
    coding__lent_book *book;   /* NULL: none is open */
    coding_desk       *desk;   /* of functions; NULL with the book */
    coding__named      named;
} coding__connection;

/* A function or table as SQLite knows it. */
typedef struct coding__registered {
    coding__connection     *connection;
    const coding__function *function;
    const coding__table    *table;
} coding__registered;

coding__connection *coding__connection_keep(coding__connection *connection);
void                coding__connection_release(coding__connection *connection);

/* Opens a book in place of the one before. False with the reason, and the one before stays. */
bool coding__connection_open(coding__connection *connection, const char *path, coding_error *error);
void coding__connection_close(coding__connection *connection);
/* Opens the book of $CODING_BOOK, or the installed one, where nobody has opened or closed one. */
bool coding__connection_need_book(coding__connection *connection, coding_error *error);

coding__lent_book *coding__book_keep(coding__lent_book *book);
void               coding__book_release(coding__lent_book *book);

/* Values of SQLite and ours. */
coding__words coding__value_words(sqlite3_value *value);
bool          coding__value_read(coding__question *question, coding__named *named, char argument, sqlite3_value *value,
                                 coding_error *error);
void          coding__give(sqlite3_context *context, const coding__cell *cell);
char         *coding__complaint(const coding_error *error);

int coding__register_functions(sqlite3 *database, coding__connection *connection);
int coding__register_tables(sqlite3 *database, coding__connection *connection);

#endif
