/* One interface for every language. Parameters are known by their names (style.md), so that a new function of the
 * headers binds itself; a folder of manners each teaches SWIG what text, days and records are in its language.
 *
 * Functions that need no book are taken from the headers as they are. Those that ask a book become methods of Book,
 * which is a room (room.h): the language never sees a desk. Their parameters come in one order,
 *
 *     desk or book; text, length; system; on; the rest
 *
 * and typemaps rely on it: self is arg1, the desk is arg2, the text arg3 and arg4. Answers are copied into records of
 * the language before the desk is given back. */
%module coding

%{
#include "room.h"
%}

%include <stdint.i>
%include <exception.i>

/* --- Names: CODING_RULE_HEADER stays a constant as it is; coding_parse is parse. */

%rename("%(strip:[coding_])s", %$isfunction) "";
%rename("$ignore", %$isclass) "";
%rename("$ignore", regextarget=1, fullname=1, %$isfunction)
    "^coding_(book|desk|entry|check|find|read|suggest|identify|explain|verdict|search|complete|values|term)(_|$)";
%rename("%s", %$isclass) coding__room;
%rename(Book) coding__room;

/* --- Conventions. */

%typemap(in, numinputs=0) coding_error *error (coding_error failure) {
    failure.status = CODING_OK;
    $1 = &failure;
}
%typemap(in, numinputs=0) char text[ANY] (char printed[$1_dim0]) "$1 = printed;"

/* A desk is borrowed for a call. Typemap `check` runs when all that was handed in has been read. */
%typemap(in, numinputs=0) coding_desk *desk, const coding_book *book "$1 = NULL;"
%typemap(check) coding_desk *desk {
    coding_error closed;
    $1 = coding__room_borrow(arg1, &closed);
    if (!$1) coding__raise(closed);
}
%typemap(freearg) coding_desk *desk "coding__room_give_back(arg1, $1);"
%typemap(check) const coding_book *book {
    coding_error closed;
    $1 = ($1_ltype)coding__room_book(arg1, &closed);
    if (!$1) coding__raise(closed);
}

#ifdef SWIGPYTHON
%include "python/python.i"
#endif

%include <coding/base.h>
%include <coding/code.h>
%include <coding/book.h>
%include <coding/desk.h>
%include <coding/entry.h>
%include <coding/check.h>
%include <coding/search.h>
%include <coding/term.h>

/* --- The book. */

#ifdef SWIGPYTHON
%include "python/book.i"
#endif

typedef struct coding__room {} coding__room;

%extend coding__room {
    coding__room(const char *path, coding_error *error) { return coding__room_open(path, error); }
    ~coding__room() { coding__room_free($self); }
    void close();
    bool is_closed() { return $self->book == NULL; }

    /* May it stand? A method without a body is a function of room.h. */
    coding_verdict check(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on);
    coding_rule verdict(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on);
    coding_parsed read(coding_desk *desk, const char *text, size_t length, coding_system system) {
        return coding_read(desk, system, text, length);
    }
    coding_suggestions suggest(coding_desk *desk, const char *text, size_t length, coding_system system,
                               coding_date on) {
        return coding_suggest(desk, system, text, length, coding__room_day($self, system, on));
    }
    coding_candidates identify(coding_desk *desk, const char *text, size_t length, coding_date on) {
        return coding_identify(desk, text, length, coding__room_day($self, CODING_ANY, on));
    }

    /* From words to codes. */
    coding__dated_hits search(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                              uint32_t count, uint32_t skip, bool billable_only, coding_code first, coding_code last) {
        coding_search_options options = {.size = sizeof options, .system = system, .count = count, .skip = skip,
                                         .on = coding__room_search_day($self, system, on),
                                         .billable_only = billable_only, .first = first, .last = last};
        coding__dated_hits found = {coding_search(desk, text, length, &options), options.on};
        if (found.hits.count || on != CODING__TODAY || !options.on) return found;
        options.on = found.on = 0; /* nothing of today's: of the newest editions, whatever they are */
        found.hits = coding_search(desk, text, length, &options);
        return found;
    }
    coding__dated_hits term_codes(coding_desk *desk, const char *text, size_t length, coding_system system,
                                  coding_date on, uint32_t count) {
        coding_search_options options = {.size = sizeof options, .system = system, .count = count,
                                         .on = coding__room_search_day($self, system, on)};
        return (coding__dated_hits){coding_term_codes(desk, text, length, &options), options.on};
    }
    coding_term term(coding_desk *desk, const char *text, size_t length) {
        return coding_term_parts(desk, text, length);
    }
    coding_completions search_complete(coding_desk *desk, const char *text, size_t length, size_t limit) {
        return coding_search_complete(desk, text, length, limit);
    }

    /* What the book says of a code. */
    coding__dated_entry find(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on) {
        coding_entry  entry = coding__entry_of_text(desk, system, text, length, NULL);
        coding_system own = entry.book ? coding_code_system(coding_entry_code(entry)) : system;
        return (coding__dated_entry){entry, coding__room_day($self, own, on)};
    }
    coding__dated_entry find_longest(coding_desk *desk, const char *text, size_t length, coding_system system,
                                     coding_date on) {
        coding_code code = coding_read(desk, system, text, length).code;
        return (coding__dated_entry){coding_find_longest(coding_desk_book(desk), code),
                                     coding__room_day($self, system, on)};
    }
    coding__dated_entry entry(coding_desk *desk, uint32_t row, coding_date on) {
        coding_entry entry = coding_book_entry(coding_desk_book(desk), row);
        return (coding__dated_entry){entry, coding__room_day($self, coding_code_system(coding_entry_code(entry)), on)};
    }
    coding__dated_entry parent(coding_desk *desk, const char *text, size_t length, coding_system system,
                               coding_date on, coding_error *error) {
        return (coding__dated_entry){coding_entry_parent(coding__entry_of_text(desk, system, text, length, error)),
                                     coding__room_day($self, system, on)};
    }
    const char *title(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                      coding_error *error) {
        return coding_entry_title(desk, coding__entry_of_text(desk, system, text, length, error),
                                  coding__room_day($self, system, on));
    }
    const char *short_title(coding_desk *desk, const char *text, size_t length, coding_system system,
                            coding_error *error) {
        return coding_entry_short_title(desk, coding__entry_of_text(desk, system, text, length, error));
    }
    coding__dated_entries children(coding_desk *desk, const char *text, size_t length, coding_system system,
                                   coding_date on, coding_error *error) {
        coding_date  day = coding__room_day($self, system, on);
        coding_entry entry = coding__entry_of_text(desk, system, text, length, error);
        return (coding__dated_entries){coding_entry_children(desk, entry, day), day};
    }
    coding__dated_entries billable_below(coding_desk *desk, const char *text, size_t length, coding_system system,
                                         coding_date on, coding_error *error) {
        coding_date  day = coding__room_day($self, system, on);
        coding_entry entry = coding__entry_of_text(desk, system, text, length, error);
        return (coding__dated_entries){coding_entry_billable_below(desk, entry, day), day};
    }
    coding__dated_entries ancestors(coding_desk *desk, const char *text, size_t length, coding_system system,
                                    coding_date on, coding_error *error) {
        coding_entry entry = coding__entry_of_text(desk, system, text, length, error);
        return (coding__dated_entries){coding_entry_ancestors(desk, entry), coding__room_day($self, system, on)};
    }
    coding_periods periods(coding_desk *desk, const char *text, size_t length, coding_system system,
                           coding_error *error) {
        return coding_entry_periods(desk, coding__entry_of_text(desk, system, text, length, error));
    }
    coding_dated_titles titles(coding_desk *desk, const char *text, size_t length, coding_system system,
                               coding_error *error) {
        return coding_entry_titles(desk, coding__entry_of_text(desk, system, text, length, error));
    }
    coding_notes notes(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                       coding_error *error) {
        return coding_entry_notes(desk, coding__entry_of_text(desk, system, text, length, error),
                                  coding__room_day($self, system, on));
    }
    coding_sevens sevens(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                         coding_error *error) {
        return coding_entry_sevens(desk, coding__entry_of_text(desk, system, text, length, error),
                                   coding__room_day($self, system, on));
    }
    coding_blocks blocks(coding_desk *desk, const char *text, size_t length, coding_system system,
                         coding_error *error) {
        return coding_entry_blocks(desk, coding__entry_of_text(desk, system, text, length, error));
    }
    coding_codes successors(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                            coding_error *error) {
        return coding_entry_successors(desk, coding__entry_of_text(desk, system, text, length, error),
                                       coding__room_day($self, system, on));
    }
    coding_source source(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                         coding_error *error) {
        return coding_entry_source(coding__entry_of_text(desk, system, text, length, error),
                                   coding__room_day($self, system, on));
    }
    bool poa_exempt(coding_desk *desk, const char *text, size_t length, coding_system system, coding_date on,
                    coding_error *error) {
        return coding__poa_exempt(coding__entry_of_text(desk, system, text, length, error),
                                       coding__room_day($self, system, on), error);
    }
    bool is_below(const coding_book *book, coding_code code, coding_code ancestor) {
        return coding_entry_is_below(coding_find(book, code), coding_find(book, ancestor));
    }
    bool is_within(const coding_book *book, coding_code code, coding_code first, coding_code last) {
        return coding_entry_is_within(coding_find(book, code), coding_find(book, first), coding_find(book, last));
    }

    /* What may follow. */
    coding__dated_entries complete(coding_desk *desk, const char *text, size_t length, coding_system system,
                                   coding_date on, size_t limit) {
        coding_date day = coding__room_day($self, system, on);
        return (coding__dated_entries){coding_complete(desk, system, text, length, day, limit), day};
    }
    coding_values values_after(coding_desk *desk, const char *text, size_t length, coding_system system,
                               coding_date on) {
        return coding_values_after(desk, system, text, length, coding__room_day($self, system, on));
    }

    /* The book itself. */
    coding__dated_entries roots(coding_desk *desk, coding_system system, coding_date on) {
        coding_date day = coding__room_day($self, system, on);
        return (coding__dated_entries){coding_book_roots(desk, system, day), day};
    }
    coding_blocks system_blocks(coding_desk *desk, coding_system system) { return coding_book_blocks(desk, system); }
    coding__rows rows(const coding_book *book, coding_system system) { return coding__rows_of(book, system); }
    size_t edition_count(const coding_book *book) { return coding_book_edition_count(book); }
    coding_edition edition(const coding_book *book, size_t index) { return coding_book_edition(book, index); }
    size_t origin_count(const coding_book *book) { return coding_book_origin_count(book); }
    coding_origin origin(const coding_book *book, size_t index) { return coding_book_origin(book, index); }
    size_t section_count(const coding_book *book) { return coding_book_section_count(book); }
    coding_section section(const coding_book *book, size_t index) { return coding_book_section(book, index); }
    size_t size(const coding_book *book) { return coding_book_size(book); }
    coding_system system(const coding_book *book, const char *text, size_t length) {
        return coding_book_system(book, text, length);
    }
    const char *system_name(const coding_book *book, coding_system system) {
        return coding_book_system_name(book, system);
    }
    bool has_system(const coding_book *book, coding_system system) { return coding_book_has_system(book, system); }
    coding_date newest(const coding_book *book, coding_system system) { return coding_book_newest(book, system); }
    bool verify(coding_desk *desk, coding_error *error) { return coding_book_verify(coding_desk_book(desk), error); }
}
