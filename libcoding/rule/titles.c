#include "rule/titles.h"

#include "base/text.h"
#include "book/spelling.h"
#include "entry/title.h"

static bool is_of_word(char c)
{
    return coding__is_letter(c) || coding__is_digit(c) || c == '-' || c == '\'' || (unsigned char)c > 127;
}

void coding__title_words(const coding_book *book, uint32_t row, coding_date on, char words[CODING__TITLE_ROOM])
{
    char   title[CODING__TITLE_ROOM - 2];
    size_t length = 1;
    coding__spelled(book, coding__title_of(coding_book_entry(book, row), on), title, sizeof title);
    words[0] = ' ';
    for (const char *at = title; *at; at++) {
        if (is_of_word(*at)) words[length++] = coding__to_lower(*at);
        else if (words[length - 1] != ' ') words[length++] = ' ';
    }
    if (words[length - 1] != ' ') words[length++] = ' ';
    words[length] = '\0';
}
