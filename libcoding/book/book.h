/* A book from the inside: one checked accessor, through which every read goes. A damaged book may know less; it cannot
 * lead us outside the file: a record past the end of its section reads as zero, a text past the end as "". */
#ifndef CODING_BOOK_BOOK_H
#define CODING_BOOK_BOOK_H

#include <coding/book.h>
#include <coding/entry.h>

#include "book/layout.h"

typedef struct coding__table {
    const unsigned char *bytes;
    uint32_t             count; /* records */
    uint32_t             width;
} coding__table;

struct coding_book {
    coding__table        tables[CODING__SECTION_TOTAL]; /* absent: count 0 */
    const unsigned char *bytes;
    size_t               size;
    void                *mapping; /* NULL: the caller's memory */
    uint32_t             owners;  /* atomic */
};

/* The record `index` of a section, or NULL where it is not in the book. `width` bytes from it are readable. */
static inline const unsigned char *coding__record(const coding_book *book, coding__section section, uint32_t index)
{
    const coding__table *table = &book->tables[section];
    return index < table->count ? table->bytes + (size_t)index * table->width : NULL;
}

/* A field of a record; 0 where the record is not in the book. `field` is one of layout.h. */
static inline uint32_t coding__u8(const coding_book *book, coding__section section, uint32_t index, unsigned field)
{
    const unsigned char *record = coding__record(book, section, index);
    return record ? record[field] : 0;
}
static inline uint32_t coding__u16(const coding_book *book, coding__section section, uint32_t index, unsigned field)
{
    const unsigned char *record = coding__record(book, section, index);
    return record ? coding__load16(record + field) : 0;
}
static inline uint32_t coding__u32(const coding_book *book, coding__section section, uint32_t index, unsigned field)
{
    const unsigned char *record = coding__record(book, section, index);
    return record ? coding__load32(record + field) : 0;
}
static inline uint64_t coding__u64(const coding_book *book, coding__section section, uint32_t index, unsigned field)
{
    const unsigned char *record = coding__record(book, section, index);
    return record ? coding__load64(record + field) : 0;
}
static inline uint32_t coding__count(const coding_book *book, coding__section section)
{
    return book->tables[section].count;
}

/* What a verdict reads of a row; 0 where the row is not in the book. */
static inline uint64_t coding__row_code(const coding_book *book, uint32_t row)
{
    return coding__u64(book, CODING__CODES, row, CODING__CODE_CODE);
}
static inline uint32_t coding__row_history(const coding_book *book, uint32_t row)
{
    return coding__u32(book, CODING__CODES, row, CODING__CODE_HISTORY);
}

/* A text of the book; "" where the offset is not in it. Section `text` ends in NUL, which opening made sure of. */
const char *coding__text(const coding_book *book, uint32_t offset);

/* A text named by a field of a record. */
static inline const char *coding__text_of(const coding_book *book, coding__section section, uint32_t index,
                                          unsigned field)
{
    return coding__text(book, coding__u32(book, section, index, field));
}

/* Nonessential modifiers, see or see-also of a term of the index; "" where it has none. */
static inline const char *coding__index_text(const coding_book *book, uint32_t term, unsigned field)
{
    uint32_t more = coding__u32(book, CODING__INDEX, term, CODING__INDEX_MORE_);
    return more ? coding__text_of(book, CODING__INDEX_MORE, more - 1, field) : "";
}

/* The first record of a section that is not less: records are sorted by the u32 at `field`. */
uint32_t coding__lower_bound(const coding_book *book, coding__section section, unsigned field, uint32_t value,
                             uint32_t first, uint32_t past);

/* The record that has a text, of a section whose records are sorted by the text at `field`; UINT32_MAX where none has. */
uint32_t coding__record_of_text(const coding_book *book, coding__section section, unsigned field, const char *text);

/* The record of a system in `systems`, or UINT32_MAX. */
uint32_t coding__system_record(const coding_book *book, coding_system system);

/* The edition in force on a day (0: the newest), as a record of `editions`, or UINT32_MAX. */
uint32_t coding__edition_on(const coding_book *book, coding_system system, coding_date on);

/* The day a question means: `on`, or for 0 the first day of the system's newest edition. */
coding_date coding__day_of(const coding_book *book, coding_system system, coding_date on);

/* Release and file of an origin, with a line. */
coding_source coding__source(const coding_book *book, uint32_t origin, uint32_t line);

#endif
