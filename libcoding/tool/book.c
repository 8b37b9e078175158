#define _POSIX_C_SOURCE 200809L

#include "tool/book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef CODING_BOOK_BESIDE
#define CODING_BOOK_BESIDE "share/coding/us.book"
#endif

enum { PATH_TEXT = 4096 };

/* Where a book lies from the folder that holds bin: build/release/us.book, and in an installation, wherever it was
 * moved to. NULL where there is none. */
static const char *beside_executable(char path[PATH_TEXT])
{
    static const char *const names[] = {"/us.book", "/" CODING_BOOK_BESIDE};
    ssize_t                  length = readlink("/proc/self/exe", path, PATH_TEXT - 1);
    if (length <= 0) return NULL;
    path[length] = '\0';
    for (int level = 0; level < 2; level++) { /* the file, then its folder bin */
        char *slash = strrchr(path, '/');
        if (!slash || (level == 1 && strcmp(slash, "/bin") != 0)) return NULL;
        *slash = '\0';
    }
    char  *top = path + strlen(path);
    size_t room = (size_t)(path + PATH_TEXT - top);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if ((size_t)snprintf(top, room, "%s", names[i]) < room && access(path, R_OK) == 0) return path;
    }
    return NULL;
}

static coding_book *find_book(const options *given)
{
    char         path[PATH_TEXT];
    coding_error error = {0};
    const char  *named = given->book;
    if (!named && (!(named = getenv("CODING_BOOK")) || !*named)) named = NULL;
    coding_book *book = coding_book_open(named ? named : beside_executable(path), &error);
    if (book) return book;
    const char *reason = *error.reason ? error.reason : coding_status_text(error.status);
    coding__complain("%s%s%s", error.at, *error.at ? ": " : "", reason);
    if (!named) {
        fputs("Name a book with -b FILE or $CODING_BOOK, or make one: coding build -o us.book RELEASE...\n", stderr);
    }
    return NULL;
}

/* The system of -s; false where there is none of that name. */
static bool read_system(session *asked)
{
    const char *name = asked->options->system;
    asked->system = CODING_ANY;
    if (!name || strcmp(name, "any") == 0) return true;
    asked->system = coding_book_system(asked->book, name, strlen(name));
    if (asked->system == CODING_ANY) asked->system = coding_system_parse(name, strlen(name));
    if (asked->system != CODING_ANY) return true;
    coding__complain("no such system: %s; this book holds:", name);
    coding_system system = CODING_ANY;
    while ((system = coding__session_next_system(asked->book, system)) != CODING_ANY) {
        fprintf(stderr, " %s", coding_book_system_name(asked->book, system));
    }
    fputc('\n', stderr);
    return false;
}

bool coding__session_open(session *asked)
{
    asked->today = asked->options->on ? asked->options->on : coding_date_today();
    if (!(asked->book = find_book(asked->options))) return false;
    if (!(asked->desk = coding_desk_new(asked->book, NULL))) {
        coding__complain("%s", coding_status_text(CODING_NO_MEMORY));
        return false;
    }
    return read_system(asked);
}

void coding__session_close(session *asked)
{
    coding_desk_free(asked->desk);
    coding_book_close(asked->book);
}

coding_edition coding__session_edition(const coding_book *book, coding_system system, coding_date on)
{
    coding_edition newest = {0};
    for (size_t i = 0; i < coding_book_edition_count(book); i++) {
        coding_edition edition = coding_book_edition(book, i);
        if (system != CODING_ANY && edition.system != system) continue;
        if (on && edition.first <= on && on <= edition.until) return edition;
        if (!on && edition.first >= newest.first) newest = edition;
    }
    return newest;
}

coding_date coding__session_day(const session *asked, coding_system system)
{
    if (coding__options_has(asked->options, OPTION_DAY)) return asked->options->on;
    return coding__session_edition(asked->book, system, asked->today).first ? asked->today : 0;
}

coding_system coding__session_next_system(const coding_book *book, coding_system system)
{
    for (int next = (int)system + 1; next <= CODING_SCTID; next++) {
        if (coding_book_has_system(book, (coding_system)next)) return (coding_system)next;
    }
    return CODING_ANY;
}

const char *coding__session_title(const coding_book *book, coding_system system)
{
    return system < CODING_OWN_FIRST || system > CODING_OWN_LAST ? coding_system_title(system)
                                                                 : coding_book_system_name(book, system);
}

coding_date coding__session_search_day(const session *asked)
{
    if (coding__options_has(asked->options, OPTION_DAY) || asked->system)
        return coding__session_day(asked, asked->system);
    for (size_t i = 0; i < coding_book_edition_count(asked->book); i++) {
        if (coding_book_edition(asked->book, i).first > asked->today) return asked->today;
    }
    return 0;
}
