#include "code/reading.h"

#include "base/text.h"

typedef struct range {
    uint16_t first;
    uint16_t last;
    char     stands_for;
} range;

/* Code points past ASCII that mean something to a reader of codes. */
static const range ranges[] = {{0x0085, 0x0085, CODING__BLANK},
                               {0x00A0, 0x00A0, CODING__BLANK},
                               {0x00AB, 0x00AB, CODING__QUOTE},
                               {0x00AD, 0x00AD, CODING__BLANK},
                               {0x00B4, 0x00B4, CODING__QUOTE},
                               {0x00BB, 0x00BB, CODING__QUOTE},
                               {0x1680, 0x1680, CODING__BLANK},
                               {0x180E, 0x180E, CODING__BLANK},
                               {0x2000, 0x200F, CODING__BLANK},
                               {0x2010, 0x2015, CODING__LONG_DASH},
                               {0x2018, 0x201F, CODING__QUOTE},
                               {0x2028, 0x202F, CODING__BLANK},
                               {0x2032, 0x2036, CODING__QUOTE},
                               {0x2039, 0x203A, CODING__QUOTE},
                               {0x205F, 0x2064, CODING__BLANK},
                               {0x2066, 0x206F, CODING__BLANK},
                               {0x2212, 0x2212, CODING__LONG_DASH},
                               {0x3000, 0x3000, CODING__BLANK},
                               {0x3002, 0x3002, '.'},
                               {0xFEFF, 0xFEFF, CODING__BLANK},
                               {0xFF61, 0xFF61, '.'}};

static char fold_ascii(uint32_t point)
{
    char c = (char)point;
    if (point == ' ' || (point >= '\t' && point <= '\r')) return CODING__BLANK;
    if (c == '\'' || c == '`') return CODING__QUOTE;
    return coding__to_upper(c);
}

char coding__read_point(uint32_t point)
{
    if (point < 0x80) return fold_ascii(point);
    if (point >= 0xFF01 && point <= 0xFF5E) return fold_ascii(point - 0xFF01 + '!');
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (ranges[i].first <= point && point <= ranges[i].last) return ranges[i].stands_for;
    }
    return CODING__OTHER;
}

static bool stands_around(char c) { return c == CODING__BLANK || c == CODING__QUOTE; }

static bool stands_behind(char c) { return stands_around(c) || c == ',' || c == ';'; }

static void add(coding__reading *reading, char c, size_t at, size_t size)
{
    bool goes_on = c == CODING__BLANK && reading->count && reading->text[reading->count - 1] == CODING__BLANK;
    if (goes_on) reading->ends[reading->count - 1] = at + size;
    else if (reading->count < CODING__READING) {
        reading->text[reading->count] = c;
        reading->at[reading->count] = at;
        reading->ends[reading->count++] = at + size;
    } else reading->cut |= !stands_behind(c);
}

static void end(coding__reading *reading, size_t count)
{
    reading->count = count;
    reading->begin = count ? reading->at[0] : reading->past;
    if (!count) reading->damage = CODING_DAMAGE_EMPTY;
}

void coding__read(coding__reading *reading, const char *text, size_t length)
{
    size_t kept = 0; /* characters up to the last that does not merely stand behind */
    reading->count = reading->begin = reading->past = 0;
    reading->cut = false;
    reading->damage = CODING_DAMAGE_NONE;
    for (size_t i = 0, size; i < length; i += size) {
        uint32_t point;
        size = coding__text_point(text + i, length - i, &point);
        if (!size) {
            reading->damage = CODING_DAMAGE_NOT_UTF8;
            reading->begin = i;
            return;
        }
        char c = coding__read_point(point);
        if (!reading->count && stands_around(c)) continue;
        add(reading, c, i, size);
        if (stands_behind(c)) continue;
        kept = reading->count;
        reading->past = i + size;
    }
    end(reading, kept);
}

coding_span coding__reading_span(const coding__reading *reading, size_t offset, size_t length)
{
    size_t last = offset + length;
    size_t at = offset < reading->count ? reading->at[offset] : reading->past;
    size_t past = !length ? at : last < reading->count ? reading->ends[last - 1] : reading->past;
    return (coding_span){at, past - at};
}
