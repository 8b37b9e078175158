#include "text/fold.h"

#include <string.h>

#include <utf8proc.h>

static size_t put(const char *text, char *out)
{
    size_t length = strlen(text);
    memcpy(out, text, length);
    return length;
}

/* Letters that Unicode does not take apart, though every keyboard does; marks that people write for ASCII ones. */
static const char *plain_form(uint32_t point)
{
    switch (point) {
    case 0xC6: case 0xE6: return "ae";
    case 0x152: case 0x153: return "oe";
    case 0xD8: case 0xF8: return "o";
    case 0x110: case 0x111: return "d";
    case 0x141: case 0x142: return "l";
    case 0xB0: case 0xBA: return "degree";
    case 0x2018: case 0x2019: case 0x02BC: case 0x2032: return "'";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: return "-";
    case 0x2044: return "/";
    default: return NULL;
    }
}

static size_t put_points(const utf8proc_int32_t *points, utf8proc_ssize_t count, char *out)
{
    size_t length = 0;
    for (utf8proc_ssize_t i = 0; i < count && length + 4 <= CODING__FOLD_ROOM; i++) {
        length += (size_t)utf8proc_encode_char(points[i], (utf8proc_uint8_t *)out + length);
    }
    return length;
}

size_t coding__fold_point(uint32_t point, char out[CODING__FOLD_ROOM])
{
    if (point < 0x80) {
        out[0] = (char)(point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point);
        return 1;
    }
    const char *plain = plain_form(point);
    if (plain) return put(plain, out);

    utf8proc_int32_t points[32];
    int              boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)point, points, 32,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK, &boundary);
    return count > 0 && count <= 32 ? put_points(points, count, out) : 0;
}

bool coding__fold_is_word(uint32_t point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}
