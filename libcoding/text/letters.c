#include "text/letters.h"

#include <string.h>

#include "base/text.h"
#include "text/fold.h"

/* The folded form of a character, of which only bytes of words are kept; `mark`: it belongs to the letter before. */
static size_t fold(uint32_t point, char out[CODING__FOLD_ROOM], bool *mark)
{
    size_t length = coding__fold_point(point, out);
    bool   plain = length && (unsigned char)out[0] < 0x80;
    bool   word = plain ? coding__is_letter(out[0]) || coding__is_digit(out[0]) : coding__fold_is_word(point);
    *mark = !length && word;
    return word ? length : 0;
}

static void add(coding__letters *letters, const char *folded, size_t length, size_t at)
{
    for (size_t i = 0; i < length; i++) {
        letters->starts[letters->length] = at;
        letters->text[letters->length++] = folded[i];
    }
}

bool coding__letters_read(coding__letters *letters, const char *text, size_t length)
{
    size_t past = 0;
    memset(letters, 0, sizeof *letters);
    for (size_t at = 0, size = 0; at < length; at += size) {
        char     folded[CODING__FOLD_ROOM];
        uint32_t point = 0;
        bool     mark = false;
        size = coding__text_point(text + at, length - at, &point);
        if (!size) return false;
        size_t count = fold(point, folded, &mark);
        letters->cut = letters->cut || letters->length + count >= CODING__WORD_ROOM;
        if (!letters->cut) add(letters, folded, count, at);
        if (count || (mark && letters->length)) past = at + size;
    }
    letters->starts[letters->length] = past;
    return true;
}
