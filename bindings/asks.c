#include "asks.h"

coding_parsed coding__room_read(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                coding_system system)
{
    (void)room;
    return coding_read(desk, system, text, length);
}

coding_suggestions coding__room_suggest(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_system system, coding_date on)
{
    return coding_suggest(desk, system, text, length, coding__room_day(room, system, on));
}

coding_candidates coding__room_identify(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_date on)
{
    return coding_identify(desk, text, length, coding__room_day(room, CODING_ANY, on));
}

coding__dated_hits coding__room_search(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                       coding_system system, coding_date on, uint32_t count, uint32_t skip,
                                       bool billable_only, coding_code first, coding_code last)
{
    coding_search_options options = {.size = sizeof options, .system = system, .count = count, .skip = skip,
                                     .on = coding__room_search_day(room, system, on),
                                     .billable_only = billable_only, .first = first, .last = last};
    coding__dated_hits found = {coding_search(desk, text, length, &options), options.on};
    if (found.hits.count || on != CODING__TODAY || !options.on) return found;
    options.on = found.on = 0; /* nothing of today's: of the newest editions, whatever they are */
    found.hits = coding_search(desk, text, length, &options);
    return found;
}

coding__dated_hits coding__room_term_codes(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                           coding_system system, coding_date on, uint32_t count)
{
    coding_search_options options = {.size = sizeof options, .system = system, .count = count,
                                     .on = coding__room_search_day(room, system, on)};
    return (coding__dated_hits){coding_term_codes(desk, text, length, &options), options.on};
}

coding_term coding__room_term(coding__room *room, coding_desk *desk, const char *text, size_t length)
{
    (void)room;
    return coding_term_parts(desk, text, length);
}

coding_completions coding__room_search_complete(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                                size_t limit)
{
    (void)room;
    return coding_search_complete(desk, text, length, limit);
}

coding__dated_entry coding__room_find(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                      coding_system system, coding_date on)
{
    coding_entry  entry = coding__entry_of_text(desk, system, text, length, NULL);
    coding_system own = entry.book ? coding_code_system(coding_entry_code(entry)) : system;
    return (coding__dated_entry){entry, coding__room_day(room, own, on)};
}

coding__dated_entry coding__room_find_longest(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                              coding_system system, coding_date on)
{
    coding_code code = coding_read(desk, system, text, length).code;
    return (coding__dated_entry){coding_find_longest(coding_desk_book(desk), code),
                                 coding__room_day(room, system, on)};
}

coding__dated_entry coding__room_entry(coding__room *room, coding_desk *desk, uint32_t row, coding_date on)
{
    coding_entry entry = coding_book_entry(coding_desk_book(desk), row);
    return (coding__dated_entry){entry, coding__room_day(room, coding_code_system(coding_entry_code(entry)), on)};
}

coding__dated_entry coding__room_parent(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_system system, coding_date on, coding_error *error)
{
    return (coding__dated_entry){coding_entry_parent(coding__entry_of_text(desk, system, text, length, error)),
                                 coding__room_day(room, system, on)};
}

const char *coding__room_title(coding__room *room, coding_desk *desk, const char *text, size_t length,
                               coding_system system, coding_date on, coding_error *error)
{
    return coding_entry_title(desk, coding__entry_of_text(desk, system, text, length, error),
                              coding__room_day(room, system, on));
}

const char *coding__room_short_title(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                     coding_system system, coding_error *error)
{
    (void)room;
    return coding_entry_short_title(desk, coding__entry_of_text(desk, system, text, length, error));
}

coding__dated_entries coding__room_children(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                            coding_system system, coding_date on, coding_error *error)
{
    coding_date  day = coding__room_day(room, system, on);
    coding_entry entry = coding__entry_of_text(desk, system, text, length, error);
    return (coding__dated_entries){coding_entry_children(desk, entry, day), day};
}

coding__dated_entries coding__room_billable_below(coding__room *room, coding_desk *desk, const char *text,
                                                  size_t length, coding_system system, coding_date on,
                                                  coding_error *error)
{
    coding_date  day = coding__room_day(room, system, on);
    coding_entry entry = coding__entry_of_text(desk, system, text, length, error);
    return (coding__dated_entries){coding_entry_billable_below(desk, entry, day), day};
}

coding__dated_entries coding__room_ancestors(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                             coding_system system, coding_date on, coding_error *error)
{
    coding_entry entry = coding__entry_of_text(desk, system, text, length, error);
    return (coding__dated_entries){coding_entry_ancestors(desk, entry), coding__room_day(room, system, on)};
}

coding_periods coding__room_periods(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                    coding_system system, coding_error *error)
{
    (void)room;
    return coding_entry_periods(desk, coding__entry_of_text(desk, system, text, length, error));
}

coding_dated_titles coding__room_titles(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_system system, coding_error *error)
{
    (void)room;
    return coding_entry_titles(desk, coding__entry_of_text(desk, system, text, length, error));
}

coding_notes coding__room_notes(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                coding_system system, coding_date on, coding_error *error)
{
    return coding_entry_notes(desk, coding__entry_of_text(desk, system, text, length, error),
                              coding__room_day(room, system, on));
}

coding_sevens coding__room_sevens(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                  coding_system system, coding_date on, coding_error *error)
{
    return coding_entry_sevens(desk, coding__entry_of_text(desk, system, text, length, error),
                               coding__room_day(room, system, on));
}

coding_blocks coding__room_blocks(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                  coding_system system, coding_error *error)
{
    (void)room;
    return coding_entry_blocks(desk, coding__entry_of_text(desk, system, text, length, error));
}

coding_codes coding__room_successors(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                     coding_system system, coding_date on, coding_error *error)
{
    return coding_entry_successors(desk, coding__entry_of_text(desk, system, text, length, error),
                                   coding__room_day(room, system, on));
}

coding_source coding__room_source(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                  coding_system system, coding_date on, coding_error *error)
{
    return coding_entry_source(coding__entry_of_text(desk, system, text, length, error),
                               coding__room_day(room, system, on));
}

bool coding__room_poa_exempt(coding__room *room, coding_desk *desk, const char *text, size_t length,
                             coding_system system, coding_date on, coding_error *error)
{
    return coding__poa_exempt(coding__entry_of_text(desk, system, text, length, error),
                              coding__room_day(room, system, on), error);
}

bool coding__room_is_below(coding__room *room, const coding_book *book, coding_code code, coding_code ancestor)
{
    (void)room;
    return coding_entry_is_below(coding_find(book, code), coding_find(book, ancestor));
}

bool coding__room_is_within(coding__room *room, const coding_book *book, coding_code code, coding_code first,
                            coding_code last)
{
    (void)room;
    return coding_entry_is_within(coding_find(book, code), coding_find(book, first), coding_find(book, last));
}

coding__dated_entries coding__room_complete(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                            coding_system system, coding_date on, size_t limit)
{
    coding_date day = coding__room_day(room, system, on);
    return (coding__dated_entries){coding_complete(desk, system, text, length, day, limit), day};
}

coding_values coding__room_values_after(coding__room *room, coding_desk *desk, const char *text, size_t length,
                                        coding_system system, coding_date on)
{
    return coding_values_after(desk, system, text, length, coding__room_day(room, system, on));
}

coding__dated_entries coding__room_roots(coding__room *room, coding_desk *desk, coding_system system, coding_date on)
{
    coding_date day = coding__room_day(room, system, on);
    return (coding__dated_entries){coding_book_roots(desk, system, day), day};
}

coding_blocks coding__room_system_blocks(coding__room *room, coding_desk *desk, coding_system system)
{
    (void)room;
    return coding_book_blocks(desk, system);
}

coding__rows coding__room_rows(coding__room *room, const coding_book *book, coding_system system)
{
    coding__rows rows;
    (void)room;
    coding_book_rows(book, system, &rows.first, &rows.past);
    return rows;
}

size_t coding__room_edition_count(coding__room *room, const coding_book *book)
{
    (void)room;
    return coding_book_edition_count(book);
}

coding_edition coding__room_edition(coding__room *room, const coding_book *book, size_t index)
{
    (void)room;
    return coding_book_edition(book, index);
}

size_t coding__room_origin_count(coding__room *room, const coding_book *book)
{
    (void)room;
    return coding_book_origin_count(book);
}

coding_origin coding__room_origin(coding__room *room, const coding_book *book, size_t index)
{
    (void)room;
    return coding_book_origin(book, index);
}

size_t coding__room_section_count(coding__room *room, const coding_book *book)
{
    (void)room;
    return coding_book_section_count(book);
}

coding_section coding__room_section(coding__room *room, const coding_book *book, size_t index)
{
    (void)room;
    return coding_book_section(book, index);
}

size_t coding__room_size(coding__room *room, const coding_book *book)
{
    (void)room;
    return coding_book_size(book);
}

coding_system coding__room_system(coding__room *room, const coding_book *book, const char *text, size_t length)
{
    (void)room;
    return coding_book_system(book, text, length);
}

const char *coding__room_system_name(coding__room *room, const coding_book *book, coding_system system)
{
    (void)room;
    return coding_book_system_name(book, system);
}

bool coding__room_has_system(coding__room *room, const coding_book *book, coding_system system)
{
    (void)room;
    return coding_book_has_system(book, system);
}

coding_date coding__room_newest(coding__room *room, const coding_book *book, coding_system system)
{
    (void)room;
    return coding_book_newest(book, system);
}

bool coding__room_verify(coding__room *room, coding_desk *desk, coding_error *error)
{
    (void)room;
    return coding_book_verify(coding_desk_book(desk), error);
}
