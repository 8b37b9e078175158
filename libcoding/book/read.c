/* Reading a book: texts, sorted sections, systems, editions, origins. */
#include "book/book.h"

#include <string.h>

#include "base/text.h"

const char *coding__text(const coding_book *book, uint32_t offset)
{
    const coding__table *text = &book->tables[CODING__TEXT];
    return offset < text->count ? (const char *)text->bytes + offset : "";
}

uint32_t coding__lower_bound(const coding_book *book, coding__section section, unsigned field, uint32_t value,
                             uint32_t first, uint32_t past)
{
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (coding__u32(book, section, middle, field) < value) first = middle + 1;
        else past = middle;
    }
    return first;
}

uint32_t coding__record_of_text(const coding_book *book, coding__section section, unsigned field, const char *text)
{
    uint32_t first = 0, past = coding__count(book, section);
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        int      order = strcmp(coding__text_of(book, section, middle, field), text);
        if (!order) return middle;
        if (order < 0) first = middle + 1;
        else past = middle;
    }
    return UINT32_MAX;
}

uint32_t coding__system_record(const coding_book *book, coding_system system)
{
    uint32_t count = coding__count(book, CODING__SYSTEMS);
    uint32_t at = coding__lower_bound(book, CODING__SYSTEMS, CODING__SYSTEM_NUMBER, system, 0, count);
    return coding__u32(book, CODING__SYSTEMS, at, CODING__SYSTEM_NUMBER) == system && system ? at : UINT32_MAX;
}

uint32_t coding__edition_on(const coding_book *book, coding_system system, coding_date on)
{
    uint32_t record = coding__system_record(book, system);
    uint32_t first = coding__u32(book, CODING__SYSTEMS, record, CODING__SYSTEM_EDITION);
    uint32_t count = coding__u32(book, CODING__SYSTEMS, record, CODING__SYSTEM_EDITIONS);
    if (count > coding__count(book, CODING__EDITIONS)) return UINT32_MAX;
    if (!on) return count ? first + count - 1 : UINT32_MAX;
    uint32_t past = coding__lower_bound(book, CODING__EDITIONS, CODING__EDITION_FIRST, on + 1, first, first + count);
    if (past == first) return UINT32_MAX;
    return on <= coding__u32(book, CODING__EDITIONS, past - 1, CODING__EDITION_UNTIL) ? past - 1 : UINT32_MAX;
}

coding_date coding_book_newest(const coding_book *book, coding_system system)
{
    return coding__u32(book, CODING__SYSTEMS, coding__system_record(book, system), CODING__SYSTEM_NEWEST);
}

coding_date coding__day_of(const coding_book *book, coding_system system, coding_date on)
{
    return on ? on : coding_book_newest(book, system);
}

coding_source coding__source(const coding_book *book, uint32_t origin, uint32_t line)
{
    if (!origin || origin >= coding__count(book, CODING__ORIGINS)) return (coding_source){0};
    return (coding_source){
        .release = coding__text_of(book, CODING__ORIGINS, origin, CODING__ORIGIN_RELEASE),
        .table = coding__text_of(book, CODING__ORIGINS, origin, CODING__ORIGIN_FILE),
        .line = line,
    };
}

size_t coding_book_edition_count(const coding_book *book) { return coding__count(book, CODING__EDITIONS); }

coding_edition coding_book_edition(const coding_book *book, size_t index)
{
    if (index >= coding__count(book, CODING__EDITIONS)) return (coding_edition){0};
    uint32_t at = (uint32_t)index;
    uint32_t origin = coding__u32(book, CODING__EDITIONS, at, CODING__EDITION_ORIGIN);
    return (coding_edition){
        .system = (coding_system)coding__u32(book, CODING__EDITIONS, at, CODING__EDITION_SYSTEM),
        .first = coding__u32(book, CODING__EDITIONS, at, CODING__EDITION_FIRST),
        .until = coding__u32(book, CODING__EDITIONS, at, CODING__EDITION_UNTIL),
        .rows = coding__u32(book, CODING__EDITIONS, at, CODING__EDITION_ROWS),
        .billable = coding__u32(book, CODING__EDITIONS, at, CODING__EDITION_BILLABLE),
        .release = coding__text_of(book, CODING__ORIGINS, origin, CODING__ORIGIN_RELEASE),
    };
}

size_t coding_book_origin_count(const coding_book *book)
{
    uint32_t count = coding__count(book, CODING__ORIGINS);
    return count ? count - 1 : 0; /* number 0 is nobody */
}

coding_origin coding_book_origin(const coding_book *book, size_t index)
{
    if (index >= coding_book_origin_count(book)) return (coding_origin){"", "", "", "", 0};
    uint32_t at = (uint32_t)index + 1;
    return (coding_origin){
        .release = coding__text_of(book, CODING__ORIGINS, at, CODING__ORIGIN_RELEASE),
        .file = coding__text_of(book, CODING__ORIGINS, at, CODING__ORIGIN_FILE),
        .licence = coding__text_of(book, CODING__ORIGINS, at, CODING__ORIGIN_LICENCE),
        .sha256 = coding__text_of(book, CODING__ORIGINS, at, CODING__ORIGIN_SHA256),
        .day = coding__u32(book, CODING__ORIGINS, at, CODING__ORIGIN_DAY),
    };
}

coding_system coding_book_system(const coding_book *book, const char *text, size_t length)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__SYSTEMS); i++) {
        const char *name = coding__text_of(book, CODING__SYSTEMS, i, CODING__SYSTEM_NAME);
        if (coding__text_equal(name, strlen(name), text, length))
            return (coding_system)coding__u32(book, CODING__SYSTEMS, i, CODING__SYSTEM_NUMBER);
    }
    return coding_system_parse(text, length);
}

const char *coding_book_system_name(const coding_book *book, coding_system system)
{
    const char *name = coding__text_of(book, CODING__SYSTEMS, coding__system_record(book, system), CODING__SYSTEM_NAME);
    return *name ? name : coding_system_name(system);
}

bool coding_book_has_system(const coding_book *book, coding_system system)
{
    return coding__system_record(book, system) != UINT32_MAX;
}

void coding_book_rows(const coding_book *book, coding_system system, uint32_t *first, uint32_t *past)
{
    uint32_t record = coding__system_record(book, system), rows = coding__count(book, CODING__ROWS);
    *first = coding__u32(book, CODING__SYSTEMS, record, CODING__SYSTEM_ROW);
    *past = coding__u32(book, CODING__SYSTEMS, record, CODING__SYSTEM_PAST);
    if (*past > rows) *past = rows;
    if (*first > *past) *first = *past;
}
