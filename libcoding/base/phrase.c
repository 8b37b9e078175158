#include "base/phrase.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static bool make_room(coding__phrase *phrase, size_t more)
{
    size_t needed = phrase->length + more + 1;
    if (needed <= phrase->capacity) return true;
    size_t capacity = needed * 2 > 128 ? needed * 2 : 128;
    char  *text = coding__arena_grow(phrase->arena, phrase->text, phrase->capacity, capacity);
    if (!text) return false;
    phrase->text = text;
    phrase->capacity = capacity;
    return true;
}

void coding__say(coding__phrase *phrase, const char *format, ...)
{
    va_list values, again;
    va_start(values, format);
    va_copy(again, values);
    int length = vsnprintf(NULL, 0, format, values);
    if (length > 0 && make_room(phrase, (size_t)length)) {
        vsnprintf(phrase->text + phrase->length, (size_t)length + 1, format, again);
        phrase->length += (size_t)length;
    }
    va_end(again);
    va_end(values);
}

const char *coding__said(const coding__phrase *phrase) { return phrase->text ? phrase->text : ""; }

const char *coding__date_text(coding_date on, char text[16])
{
    snprintf(text, 16, "%04u-%02u-%02u", (unsigned)(on / 10000 % 10000), (unsigned)(on / 100 % 100),
             (unsigned)(on % 100));
    return text;
}
