/* A negation does not reach what something is done for ("takes nothing for"). A cue of one item of a list ends at its
 * comma, unless the list goes on with "or". Behind, a cue reaches back over few words. */
#include "note/reach.h"

#include "note/phrase.h"

static bool is_negation(const coding__sentence *sentence, size_t at)
{
    static const char *const words[] = {"no", "not", "without", "never", NULL};
    return coding__is_word_of(sentence, at, words);
}

bool coding__ends_reach(const coding__sentence *sentence, const coding__cue *cue)
{
    return cue->class == CODING__CUE_TERMINATOR
           || (cue->class == CODING__CUE_PSEUDO && is_negation(sentence, cue->first));
}

/* "For two days" tells how long; what else is behind a "for" is what something is done for. */
static bool tells_purpose(const coding__sentence *sentence, size_t at)
{
    static const char *const fors[] = {"for", NULL};
    static const char *const articles[] = {"the", NULL};
    static const char *const times[] = {"several", "many",   "some", "about", "over", "more", "at",
                                        "now",     "past",   "last", "weeks", "days", "years", "next",
                                        "first",   "months", "a",    "least", "two",  "three", "four", NULL};
    if (!coding__is_word_of(sentence, at, fors) || at + 1 >= sentence->count) return false;
    if (coding__is_word_of(sentence, at + 1, articles) && at + 2 < sentence->count) at++;
    return sentence->tokens[at + 1].kind != CODING__NOTE_NUMBER && !coding__is_word_of(sentence, at + 1, times);
}

static bool has_purpose(const coding__sentence *sentence, size_t from, size_t to)
{
    while (from < to && !tells_purpose(sentence, from)) from++;
    return from < to;
}

/* Of an enumeration? "Possible pneumonia, CHF or PE" */
static bool enumerates(const coding__sentence *sentence, size_t from)
{
    static const char *const words[] = {"or", "vs", "versus", NULL};
    return coding__has_word_of(sentence, from, sentence->count, words);
}

/* Behind a comma a cue of the past is about its own item: "CAD, history of PCI, hyperlipidemia". */
static bool is_of_item(const coding__sentence *sentence, const coding__cue *cue)
{
    if (cue->scope == CODING__CUE_ITEM) return true;
    return cue->class == CODING__CUE_HISTORICAL && cue->first && coding__is_mark(sentence, cue->first - 1u, ",");
}

bool coding__reaches(const coding__sentence *sentence, const coding__cue *cue, size_t first)
{
    size_t distance = first - cue->past;
    if (cue->class == CODING__CUE_NEGATED && has_purpose(sentence, cue->past, first)) return false;
    if (is_of_item(sentence, cue) && coding__has_mark(sentence, cue->past, first, ",/") && !enumerates(sentence, first))
        return false;
    return !cue->scope || cue->scope == CODING__CUE_ITEM || distance <= cue->scope;
}

enum { REACH_BACK = 8 };

/* "Fever: no", "edema (-)": a negation that nothing follows is about what stands before it. */
static bool is_left_alone(const coding__sentence *sentence, const coding__cue *cue)
{
    static const char *const times[] = {"x", NULL};
    return cue->past >= sentence->count || coding__is_mark(sentence, cue->past, ".,;)")
           || coding__is_word_of(sentence, cue->past, times);
}

/* What may stand on either side is about what follows where it begins an item: "cough, most likely bronchitis". */
static bool begins_item(const coding__sentence *sentence, const coding__cues *cues, const coding__cue *cue)
{
    const coding__cue *end = cues->items + cues->count;
    if (!cue->first || !coding__is_mark(sentence, cue->first - 1u, ",") || is_left_alone(sentence, cue)) return false;
    return cue + 1 < end && cue[1].first == cue->first && cue[1].where == CODING__CUE_BEFORE;
}

/* Does somebody else begin to do something? "Pain, and she is not" */
static bool has_subject(const coding__sentence *sentence, size_t from, size_t to)
{
    static const char *const words[] = {"he", "she", "they", "there", "we", NULL};
    return coding__has_word_of(sentence, from, to, words);
}

bool coding__reaches_back(const coding__sentence *sentence, const coding__cues *cues, const coding__cue *cue,
                          size_t past)
{
    size_t most = cue->scope && cue->scope < REACH_BACK ? cue->scope : REACH_BACK;
    if (cue->class >= CODING__CUE_PSEUDO || cue->first - past > most) return false;
    if (has_subject(sentence, past, cue->first) || begins_item(sentence, cues, cue)) return false;
    if (cue->where == CODING__CUE_AFTER) return true;
    bool alone = cue->class == CODING__CUE_NEGATED && cue->where == CODING__CUE_BEFORE && is_left_alone(sentence, cue);
    return alone && !coding__has_mark(sentence, past, cue->first, ",");
}

static const coding__cue *cue_at(const coding__cues *cues, size_t token, unsigned class)
{
    for (size_t i = 0; i < cues->count; i++)
        if (cues->items[i].first == token && cues->items[i].class == class) return &cues->items[i];
    return NULL;
}

bool coding__is_bystander(const coding__sentence *sentence, const coding__cues *cues, const coding__cue *cue)
{
    static const char *const between[] = {"also", "has", "had", "is", "was", "then", "who", NULL};
    static const char *const whose[] = {"his", "her", "the", "their", "my", NULL};
    static const char *const before[] = {"with", "by", "per", "for", "to", NULL};
    size_t                   past = cue->past, first = cue->first;
    if (cue->class != CODING__CUE_FAMILY || cue->where != CODING__CUE_BEFORE) return false;
    if (coding__is_word_of(sentence, past, between) && !cue_at(cues, past, CODING__CUE_TELLING)) past++;
    if (cue_at(cues, past, CODING__CUE_TELLING)) return true;
    if (first && coding__is_word_of(sentence, first - 1, whose)) first--;
    return first && coding__is_word_of(sentence, first - 1, before);
}
