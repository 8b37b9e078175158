#include "compile/lines.h"

#include <string.h>

#include "base/text.h"

coding__lines coding__lines_of(const coding__file *file)
{
    const char *text = (const char *)file->bytes;
    size_t      mark = file->length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    return (coding__lines){.next = text + mark, .past = text + file->length};
}

bool coding__next_line(coding__lines *lines, coding__cell *line)
{
    if (lines->next == lines->past) return false;
    const char *end = memchr(lines->next, '\n', (size_t)(lines->past - lines->next));
    const char *past = end ? end : lines->past;
    *line = (coding__cell){lines->next, (size_t)(past - lines->next)};
    if (line->length && line->text[line->length - 1] == '\r') line->length--;
    lines->next = end ? end + 1 : lines->past;
    lines->number++;
    return true;
}

bool coding__next_row(coding__lines *lines, coding__cell *line)
{
    while (coding__next_line(lines, line)) {
        coding__cell text = coding__trimmed(*line);
        if (text.length && text.text[0] != '#') return true;
    }
    return false;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\0'; }

coding__cell coding__trimmed(coding__cell cell)
{
    for (; cell.length && is_blank(cell.text[0]); cell.length--) cell.text++;
    while (cell.length && is_blank(cell.text[cell.length - 1])) cell.length--;
    return cell;
}

coding__cell coding__columns(coding__cell line, size_t first, size_t last)
{
    if (line.length < first) return (coding__cell){line.text, 0};
    size_t length = line.length - (first - 1);
    if (length > last - first + 1) length = last - first + 1;
    return coding__trimmed((coding__cell){line.text + first - 1, length});
}

bool coding__cell_is(coding__cell cell, const char *text)
{
    return cell.length == strlen(text) && memcmp(cell.text, text, cell.length) == 0;
}

bool coding__cell_begins(coding__cell cell, const char *text)
{
    size_t length = strlen(text);
    return cell.length >= length && memcmp(cell.text, text, length) == 0;
}

bool coding__cell_has(coding__cell cell, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= cell.length; i++)
        if (coding__text_equal(cell.text + i, length, text, length)) return true;
    return false;
}

uint64_t coding__cell_number(coding__cell cell)
{
    enum { DIGITS = 18 };
    uint64_t number = 0;
    if (!cell.length || cell.length > DIGITS) return UINT64_MAX;
    for (size_t i = 0; i < cell.length; i++) {
        if (!coding__is_digit(cell.text[i])) return UINT64_MAX;
        number = number * 10 + (uint64_t)(cell.text[i] - '0');
    }
    return number;
}

void coding__split_first(coding__cell line, coding__cell *first, coding__cell *rest)
{
    line = coding__trimmed(line);
    size_t length = 0;
    while (length < line.length && !is_blank(line.text[length])) length++;
    *first = (coding__cell){line.text, length};
    *rest = coding__trimmed((coding__cell){line.text + length, line.length - length});
}

coding__cell coding__cell_of(const char *text) { return (coding__cell){text, strlen(text)}; }

coding__word coding__intern_cell(coding__model *model, coding__cell cell)
{
    return coding__intern(model, cell.text, cell.length);
}
