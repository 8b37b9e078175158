#include "text/reading.h"

#include <string.h>

#include "text/numbers.h"

coding__reading coding__reading_of(const coding__table *endings, const char *text, size_t length)
{
    return (coding__reading){.words = coding__words_of(text, length), .endings = endings};
}

static bool denies(const char *word)
{
    return strcmp(word, "without") == 0 || strcmp(word, "w/o") == 0 || strcmp(word, "not") == 0 ||
           strcmp(word, "no") == 0 || strcmp(word, "denies") == 0;
}

static bool affirms(const char *word)
{
    return strcmp(word, "with") == 0 || strcmp(word, "but") == 0 || strcmp(word, "w/") == 0;
}

/* "With or without" denies nothing. */
static void follow_denial(coding__reading *reading, const coding__token *token)
{
    if (token->clause || affirms(token->text)) reading->denied = false;
    if (denies(token->text)) reading->denied = strcmp(reading->before, "or") != 0;
}

bool coding__reading_next(coding__reading *reading, coding__token *token, coding__part *part)
{
    if (!coding__words_next(&reading->words, token)) return false;
    bool denial = denies(token->text);
    follow_denial(reading, token);
    coding__normalise(reading->endings, token->text, &token->length);
    coding__read_numeral(reading->before, token->text, &token->length);
    *part = reading->denied && !denial ? CODING__PART_DENIED : token->depth ? CODING__PART_OPTIONAL : CODING__PART_NEEDED;
    memcpy(reading->before, token->text, sizeof reading->before);
    return true;
}
