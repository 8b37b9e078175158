#include "rule/words.h"

#include <string.h>

static size_t word_length(const char *at)
{
    size_t length = 0;
    while (at[length] && at[length] != ' ') length++;
    return length;
}

bool coding__has_word(const char *list, const char *word)
{
    size_t wanted = strlen(word);
    while (*list) {
        size_t length = word_length(list);
        if (length == wanted && memcmp(list, word, length) == 0) return true;
        list += length;
        while (*list == ' ') list++;
    }
    return false;
}

const char *coding__values_of(const char *list, const char *key)
{
    size_t wanted = strlen(key);
    while (*list) {
        size_t length = word_length(list);
        if (length > wanted && list[wanted] == '=' && memcmp(list, key, wanted) == 0) return list + wanted + 1;
        list += length;
        while (*list == ' ') list++;
    }
    return NULL;
}

bool coding__has_value(const char *values, unsigned digit)
{
    for (; *values && *values != ' '; values++)
        if (*values >= '0' && *values <= '9' && (unsigned)(*values - '0') == digit) return true;
    return false;
}
