#include "connection.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

SQLITE_EXTENSION_INIT3

coding__connection *coding__connection_keep(coding__connection *connection)
{
    connection->owners++;
    return connection;
}

void coding__connection_release(coding__connection *connection)
{
    if (--connection->owners) return;
    coding__connection_close(connection);
    free(connection);
}

coding__lent_book *coding__book_keep(coding__lent_book *book)
{
    book->owners++;
    return book;
}

void coding__book_release(coding__lent_book *book)
{
    if (!book || --book->owners) return;
    coding__room_free(book->room);
    free(book);
}

static coding__lent_book *lend(coding__room *room)
{
    coding__lent_book *book = room ? malloc(sizeof *book) : NULL;
    if (!book) coding__room_free(room);
    else *book = (coding__lent_book){room, 1};
    return book;
}

static bool no_memory(coding_error *error)
{
    *error = (coding_error){.status = CODING_NO_MEMORY};
    snprintf(error->reason, sizeof error->reason, "%s", coding_status_text(CODING_NO_MEMORY));
    return false;
}

bool coding__connection_open(coding__connection *connection, const char *path, coding_error *error)
{
    coding__room *room = coding__room_open(path, error);
    if (!room) return false;
    coding__lent_book *book = lend(room);
    coding_desk       *desk = book ? coding_desk_new(book->room->book, NULL) : NULL;
    if (!desk) {
        coding__book_release(book);
        return no_memory(error);
    }
    coding__connection_close(connection);
    connection->book = book;
    connection->desk = desk;
    connection->closed = false;
    return true;
}

void coding__connection_close(coding__connection *connection)
{
    coding_desk_free(connection->desk);
    coding__book_release(connection->book);
    connection->desk = NULL;
    connection->book = NULL;
    connection->named.length = 0;
    connection->closed = true;
}

/* What would mend it is said first; the library's own words follow. */
static void advise(coding_error *error)
{
    coding_error why = *error;
    snprintf(error->reason, sizeof error->reason,
             "no book is open: SELECT coding_open('us.book'), or set CODING_BOOK; %.140s", why.reason);
}

bool coding__connection_need_book(coding__connection *connection, coding_error *error)
{
    if (connection->desk) return true;
    *error = (coding_error){.status = CODING_MISUSE, .reason = "it was closed"};
    if (!connection->closed && coding__connection_open(connection, NULL, error)) return true;
    advise(error);
    return false;
}
