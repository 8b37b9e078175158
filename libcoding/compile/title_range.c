#include "compile/title_range.h"

#include <string.h>

#include "base/text.h"
#include "compile/printed.h"

bool coding__range_of(coding__cell text, coding_code *first, coding_code *last)
{
    const char  *dash = text.length ? memchr(text.text, '-', text.length) : NULL;
    size_t       length = dash ? (size_t)(dash - text.text) : text.length;
    coding__cell one = coding__trimmed((coding__cell){text.text, length}), other = one;
    if (dash) other = coding__trimmed((coding__cell){dash + 1, text.length - length - 1});
    *first = coding__release_code(CODING_ICD10CM, one);
    *last = coding__release_code(CODING_ICD10CM, other);
    return *first && *last;
}

/* The last "(...)" of a title; empty if it ends otherwise. */
static coding__cell tail_of(coding__cell title)
{
    if (!title.length || title.text[title.length - 1] != ')') return (coding__cell){"", 0};
    size_t begin = title.length;
    while (begin > 0 && title.text[begin - 1] != '(') begin--;
    return (coding__cell){title.text + begin, begin ? title.length - begin - 1 : 0};
}

coding__title_range coding__title_range_of(coding__cell title)
{
    coding__title_range parts = {.title = title, .range = tail_of(title)};
    if (!parts.range.length || !coding__range_of(parts.range, &parts.first, &parts.last))
        return (coding__title_range){.title = title, .range = {"", 0}};
    parts.title.length = (size_t)(parts.range.text - title.text) - 1;
    parts.title = coding__trimmed(parts.title);
    return parts;
}

static bool looks_like_code(const char *text, size_t length)
{
    return length >= 3 && coding__is_upper(text[0]) && (coding__is_digit(text[1]) || coding__is_upper(text[1]))
           && (coding__is_digit(text[2]) || coding__is_upper(text[2]));
}

bool coding__is_heading(coding__cell note)
{
    if (!note.length || note.text[note.length - 1] != ':') return false;
    for (size_t i = 0; i + 1 < note.length; i++)
        if ((note.text[i] == '(' || note.text[i] == '[') && looks_like_code(note.text + i + 1, note.length - i - 1))
            return false;
    return true;
}
