/* A book that is read back into a model, and fields of its records as the model has them. */
#ifndef CODING_COMPILE_BOOK_READING_H
#define CODING_COMPILE_BOOK_READING_H

#include "book/book.h"
#include "compile/model.h"

typedef struct coding__book_reading {
    coding__model     *model;
    const coding_book *book;
    uint32_t           origins; /* the model's number of the book's origin 0 */
} coding__book_reading;

/* The model's number of an origin of the book; 0 where the book has none of that number. */
uint32_t coding__origin_of(const coding__book_reading *of, uint32_t origin);

/* The same of a field; an interned text; the code of a row, 0 where the field names none. */
uint32_t coding__origin_at(const coding__book_reading *of, coding__section section, uint32_t record, unsigned field);
coding__word coding__word_at(const coding__book_reading *of, coding__section section, uint32_t record, unsigned field);
coding_code coding__code_at(const coding__book_reading *of, coding__section section, uint32_t record, unsigned field);

#endif
