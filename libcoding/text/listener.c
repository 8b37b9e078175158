#include "text/listener.h"

#include <string.h>

#include "text/vocabulary.h"

void coding__listener_start(coding__listener *listener, const coding_book *book)
{
    listener->book = book;
    coding__parameters_read(book, &listener->parameters);
    coding__mark_endings(&book->tables[CODING__ENDINGS], &listener->marks);
    coding__listener_forget(listener);
}

void coding__listener_correct(coding__listener *listener, const char *text, size_t length, coding__corrections *found)
{
    coding__respelt *word = &listener->respelt[coding__vocabulary_hash(text, length) % CODING__LISTENER_WORDS];
    if (!length || length > CODING__LISTENER_LETTERS) {
        coding__spell(listener->book, text, length, listener->first_stands, found);
        return;
    }
    bool known = word->length == length && memcmp(word->letters, text, length) == 0;
    if (!known || word->first_stood != listener->first_stands) {
        memcpy(word->letters, text, length);
        word->length = (uint8_t)length;
        word->first_stood = listener->first_stands;
        coding__spell(listener->book, text, length, listener->first_stands, &word->found);
    }
    *found = word->found;
}

void coding__listener_forget(coding__listener *listener) { memset(listener->respelt, 0, sizeof listener->respelt); }
