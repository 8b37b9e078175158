#include "room.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef __wasm__ /* one thread */
static void step_aside(void) {}
#else
#include <sched.h>
static void step_aside(void) { sched_yield(); }
#endif

enum { QUARTER_HOUR = 900 }; /* midnights of all time zones fall on one */

static void *fail(coding_error *error, coding_status status, const char *reason, const char *at)
{
    if (!error) return NULL;
    *error = (coding_error){.status = status};
    snprintf(error->reason, sizeof error->reason, "%s", reason);
    snprintf(error->at, sizeof error->at, "%s", at);
    return NULL;
}

static void *no_memory(coding_error *error)
{
    return fail(error, CODING_NO_MEMORY, coding_status_text(CODING_NO_MEMORY), "");
}

/* Held for a few instructions; a holder that lost its processor is given ours. */
static void lock(coding__room *room)
{
    while (atomic_flag_test_and_set_explicit(&room->locked, memory_order_acquire)) step_aside();
}

static void unlock(coding__room *room) { atomic_flag_clear_explicit(&room->locked, memory_order_release); }

coding__room *coding__room_open(const char *path, coding_error *error)
{
    coding_book  *book = coding_book_open(path, error);
    coding__room *room = book ? calloc(1, sizeof *room) : NULL;
    if (room) room->reader = coding_desk_new(book, NULL);
    if (room && room->reader) {
        room->book = book;
        return room;
    }
    if (book) no_memory(error);
    coding_book_close(book);
    free(room);
    return NULL;
}

void coding__room_close(coding__room *room)
{
    coding_desk *idle[CODING__IDLE_DESKS];
    lock(room);
    unsigned     count = room->idle_count;
    coding_desk *reader = room->reader;
    coding_book *book = room->book;
    memcpy(idle, room->idle, count * sizeof *idle);
    room->idle_count = 0;
    room->reader = NULL;
    room->book = NULL;
    unlock(room);
    for (unsigned i = 0; i < count; i++) coding_desk_free(idle[i]);
    coding_desk_free(reader);
    coding_book_close(book);
}

void coding__room_free(coding__room *room)
{
    if (!room) return;
    coding__room_close(room);
    free(room);
}

bool coding__room_is_closed(coding__room *room)
{
    lock(room);
    bool closed = !room->book;
    unlock(room);
    return closed;
}

coding_desk *coding__room_borrow(coding__room *room, coding_error *error)
{
    lock(room);
    coding_desk *desk = room->idle_count ? room->idle[--room->idle_count] : NULL;
    coding_book *book = desk || !room->book ? NULL : coding_book_keep(room->book);
    unlock(room);
    if (desk) return desk;
    if (!book) return fail(error, CODING_MISUSE, "the book is closed", "");
    desk = coding_desk_new(book, NULL);
    coding_book_close(book);
    return desk ? desk : no_memory(error);
}

void coding__room_give_back(coding__room *room, coding_desk *desk)
{
    if (!desk) return;
    coding_desk_clear(desk);
    lock(room);
    bool kept = room->book && room->idle_count < CODING__IDLE_DESKS;
    if (kept) room->idle[room->idle_count++] = desk;
    unlock(room);
    if (!kept) coding_desk_free(desk);
}

static coding_date reached_today(const coding_book *book, coding_system system)
{
    coding_date today = coding_date_today();
    for (size_t i = 0; i < coding_book_edition_count(book); i++) {
        coding_edition edition = coding_book_edition(book, i);
        if (system != CODING_ANY && edition.system != system) continue;
        if (edition.first <= today && today <= edition.until) return today;
    }
    return 0;
}

coding_date coding__room_day(coding__room *room, coding_system system, coding_date on)
{
    if (on != CODING__TODAY) return on;
    uint32_t          quarter = (uint32_t)(time(NULL) / QUARTER_HOUR);
    _Atomic uint64_t *kept = &room->days[(unsigned)system % CODING__SYSTEM_NUMBERS];
    uint64_t          known = atomic_load_explicit(kept, memory_order_relaxed);
    if (known >> 32 == quarter) return (coding_date)known;
    const coding_book *book = room->book; /* kept open by the caller's desk, whoever closes the room meanwhile */
    on = book ? reached_today(book, system) : 0;
    atomic_store_explicit(kept, (uint64_t)quarter << 32 | on, memory_order_relaxed);
    return on;
}

coding_date coding__room_search_day(coding__room *room, coding_system system, coding_date on)
{
    const coding_book *book = room->book;
    coding_date        today = coding_date_today();
    if (on != CODING__TODAY || system != CODING_ANY) return coding__room_day(room, system, on);
    for (size_t i = 0; book && i < coding_book_edition_count(book); i++)
        if (coding_book_edition(book, i).first > today) return today;
    return 0;
}

/* Without a system it is today that is asked; where the text's system has no edition that reaches it, its newest. */
coding_verdict coding__room_check(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                  coding_system system, coding_date on)
{
    coding_date    day = coding__room_day(room, system, on);
    coding_verdict verdict = coding_check_text(desk, system, text, length, day);
    if (on != CODING__TODAY || !day || verdict.rule != CODING_RULE_NO_EDITION) return verdict;
    return coding_check_text(desk, system, text, length, 0);
}

coding_rule coding__room_verdict(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                 coding_system system, coding_date on)
{
    if (system == CODING_ANY) return coding__room_check(room, desk, text, length, system, on).rule;
    bool own = system >= CODING_OWN_FIRST && system <= CODING_OWN_LAST;
    if (!own) return coding_verdict_of_text(desk, system, text, length, coding__room_day(room, system, on));
    coding_code code = coding_read(desk, system, text, length).code;
    return coding_verdict_of(desk, code, coding__room_day(room, system, on));
}

coding_code coding__code_of_text(coding_desk *desk, coding_system system, const char *text, size_t length)
{
    if (system == CODING_ANY) return coding_check_text(desk, CODING_ANY, text, length, 0).code;
    return coding_read(desk, system, text, length).code;
}

coding_entry coding__entry_of_text(coding_desk *desk, coding_system system, const char *text, size_t length,
                                   coding_error *error)
{
    coding_entry entry = coding_find(coding_desk_book(desk), coding__code_of_text(desk, system, text, length));
    char         asked[64];
    snprintf(asked, sizeof asked, "%.*s", length < sizeof asked ? (int)length : (int)sizeof asked - 1, text);
    if (!entry.book) fail(error, CODING_NOT_IN_BOOK, "no such code in this book", asked);
    return entry;
}

bool coding__poa_exempt(coding_entry entry, coding_date on, coding_error *error)
{
    bool          exempt = false;
    coding_status status = entry.book ? coding_entry_poa_exempt(entry, on, &exempt) : CODING_OK;
    if (status != CODING_OK) fail(error, status, "no list of exempt codes in this book reaches that day", "");
    return exempt;
}
