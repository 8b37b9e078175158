#include "compile/book_reading.h"

#include <string.h>

uint32_t coding__origin_of(const coding__book_reading *of, uint32_t origin)
{
    return origin && origin < coding__count(of->book, CODING__ORIGINS) ? of->origins + origin : 0;
}

uint32_t coding__origin_at(const coding__book_reading *of, coding__section section, uint32_t record, unsigned field)
{
    return coding__origin_of(of, coding__u32(of->book, section, record, field));
}

coding__word coding__word_at(const coding__book_reading *of, coding__section section, uint32_t record, unsigned field)
{
    const char *text = coding__text_of(of->book, section, record, field);
    return coding__intern(of->model, text, strlen(text));
}

coding_code coding__code_at(const coding__book_reading *of, coding__section section, uint32_t record, unsigned field)
{
    return coding__row_code(of->book, coding__u32(of->book, section, record, field));
}
