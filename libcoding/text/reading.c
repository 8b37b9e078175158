#include "text/reading.h"

#include <string.h>

#include "base/text.h"
#include "text/numbers.h"

coding__reading coding__reading_of(const coding__table *endings, const coding__ending_marks *marks, const char *text,
                                   size_t length)
{
    return (coding__reading){.words = coding__words_of(text, length), .endings = endings, .marks = marks};
}

static void normalise(const coding__reading *reading, coding__token *token)
{
    if (reading->marks) coding__normalise_marked(reading->endings, reading->marks, token->text, &token->length);
    else coding__normalise(reading->endings, token->text, &token->length);
}

bool coding__word_denies(const char *word)
{
    return strcmp(word, "without") == 0 || strcmp(word, "w/o") == 0 || strcmp(word, "not") == 0 ||
           strcmp(word, "no") == 0 || strcmp(word, "denies") == 0;
}

static bool affirms(const char *word)
{
    return strcmp(word, "with") == 0 || strcmp(word, "but") == 0 || strcmp(word, "w/") == 0;
}

/* "Without complications in remission" does not deny the remission; "not in remission" does. */
static bool tells_remission(const coding__reading *reading, const char *word)
{
    coding__words words = reading->words;
    coding__token next;
    if (strcmp(word, "in") != 0 || coding__word_denies(reading->before)) return false;
    return coding__words_next(&words, &next) && strcmp(next.text, "remission") == 0;
}

/* "With or without" denies nothing. */
static void follow_denial(coding__reading *reading, const coding__token *token)
{
    if (token->clause || affirms(token->text) || tells_remission(reading, token->text)) reading->denied = false;
    if (coding__word_denies(token->text)) reading->denied = strcmp(reading->before, "or") != 0;
}

/* The word after, in its common form; "" where there is none. */
static void look_ahead(const coding__reading *reading, coding__token *next)
{
    coding__words words = reading->words;
    if (!coding__words_next(&words, next)) next->length = 0, next->text[0] = '\0';
    else normalise(reading, next);
}

static void bind(const coding__reading *reading, coding__token *token)
{
    coding__token next;
    if (token->text[0] < '0' || token->text[0] > '9') return;
    look_ahead(reading, &next);
    coding__bind_number(reading->counted, next.text, token->text, &token->length);
}

bool coding__reading_next(coding__reading *reading, coding__token *token, coding__part *part)
{
    if (!coding__words_next(&reading->words, token)) return false;
    bool denial = coding__word_denies(token->text);
    follow_denial(reading, token);
    normalise(reading, token);
    coding__read_numeral(reading->before, token->text, &token->length);
    bind(reading, token);
    *part = reading->denied && !denial ? CODING__PART_DENIED : token->depth ? CODING__PART_OPTIONAL : CODING__PART_NEEDED;
    memcpy(reading->before, token->text, sizeof reading->before);
    if (coding__is_letter(token->text[0]) && strcmp(token->text, "or") != 0 && strcmp(token->text, "and") != 0)
        memcpy(reading->counted, token->text, sizeof reading->counted);
    return true;
}
