/* How far cues reach, and how what stands there is asserted.
 *
 * To the left the nearest cue decides, and those that are joined to it: "no family history of". A terminator, or what
 * looks like a negation and is none, ends the search. A negation of what may suggest something negates it ("no findings
 * suggestive of"), and does not reach what something is done for ("takes nothing for"). Behind, a cue reaches back over
 * few words, and never over another cue. */
#include <string.h>

#include "base/text.h"
#include "note/phrase.h"
#include "note/reach.h"

static uint32_t bit_of(const coding__cue *cue) { return 1u << cue->class; }

/* Is there nothing but small words between two cues? Then both hold: "no family history of". */
static bool are_joined(const coding__sentence *sentence, size_t from, size_t to)
{
    static const char *const small[] = {"of",    "any",   "known", "the",   "a",          "an",          "for",
                                        "other", "acute", "prior", "clear", "documented", "significant", NULL};
    while (from < to && coding__is_word_of(sentence, from, small)) from++;
    return from >= to;
}

enum { GOVERNS_MOST = 6 };

/* Does a negation stand before what an uncertain cue says of it? "No findings concerning for" */
static bool governs(const coding__sentence *sentence, const coding__cue *negation, const coding__cue *uncertain)
{
    static const char *const ends[] = {"for", "of",        "with",    "to",         "have",
                                       "be",  "represent", "suggest", "suggesting", NULL};
    return negation->class == CODING__CUE_NEGATED && uncertain->class == CODING__CUE_UNCERTAIN
           && uncertain->first - negation->past <= GOVERNS_MOST
           && coding__is_word_of(sentence, uncertain->past - 1u, ends)
           && !coding__has_mark(sentence, negation->past, uncertain->first, ",;:");
}

/* "No tenderness, rash noted": one comma, and a verb of its own behind; a list that is denied ends with "or". */
static bool is_apart(const coding__sentence *sentence, const coding__cue *cue, size_t first, size_t past)
{
    static const char *const verbs[] = {"noted", "present", "found",    "seen", "identified",
                                        "was",   "is",      "persists", NULL};
    static const char *const joins[] = {"or", "nor", "and", NULL};
    if (cue->class != CODING__CUE_NEGATED || !coding__is_word_of(sentence, past, verbs)) return false;
    if (first < cue->past + 2u || !coding__is_mark(sentence, first - 1, ",")) return false;
    return !coding__has_mark(sentence, cue->past, first - 1, ",")
           && !coding__has_word_of(sentence, cue->past, sentence->count, joins);
}

/* Cues to the left, from the nearest on. */
static uint32_t from_left(const coding__sentence *sentence, const coding__cues *cues, size_t first, size_t past,
                          const coding__cue **nearest)
{
    uint32_t mask = 0;
    size_t   edge = first;
    for (size_t i = cues->count; i-- > 0;) {
        const coding__cue *cue = &cues->items[i];
        if (cue->past > first) continue;
        if (coding__ends_reach(sentence, cue)) break;
        if (!coding__looks_ahead(cue) || coding__is_bystander(sentence, cues, cue)) continue;
        if (mask == CODING_ASSERT_UNCERTAIN && governs(sentence, cue, *nearest)) return *nearest = cue, bit_of(cue);
        if (mask && !are_joined(sentence, cue->past, edge)) break;
        if (!coding__reaches(sentence, cue, first) || is_apart(sentence, cue, first, past)) break;
        if (!mask) *nearest = cue;
        mask |= bit_of(cue);
        edge = cue->first;
    }
    return mask;
}

/* Does a cue go over into one that is about what stands before both? "Was thought to be unlikely" */
static bool goes_over(const coding__cues *cues, size_t index)
{
    for (size_t i = index + 1; i < cues->count && cues->items[i].first <= cues->items[index].past; i++)
        if (cues->items[i].where == CODING__CUE_AFTER) return true;
    return false;
}

/* Cues to the right, never over one that is about what follows it. */
static uint32_t from_right(const coding__sentence *sentence, const coding__cues *cues, size_t past,
                           const coding__cue **nearest)
{
    for (size_t i = 0; i < cues->count; i++) {
        const coding__cue *cue = &cues->items[i];
        if (cue->first < past) continue;
        if (coding__reaches_back(sentence, cues, cue, past)) return *nearest = cue, bit_of(cue);
        if (!goes_over(cues, i) && cue->class != CODING__CUE_PSEUDO) return 0;
    }
    return 0;
}

/* "Shingles in 2014", "MI (2014)" */
static bool is_dated(const coding__sentence *sentence, size_t past)
{
    static const char *const before[] = {"in", "(", "circa", NULL};
    if (past + 1 >= sentence->count || !coding__is_word_of(sentence, past, before)) return false;
    const coding__note_token *year = &sentence->tokens[past + 1];
    const char               *text = sentence->text + sentence->offset + year->offset;
    return year->kind == CODING__NOTE_NUMBER && year->length == 4 && (!memcmp(text, "19", 2) || !memcmp(text, "20", 2))
           && coding__is_digit(text[2]) && coding__is_digit(text[3]);
}

static uint32_t of_passage(coding_passage passage)
{
    switch (passage) {
    case CODING_PASSAGE_FAMILY: return CODING_ASSERT_FAMILY;
    case CODING_PASSAGE_INSTRUCTION: return CODING_ASSERT_HYPOTHETICAL;
    case CODING_PASSAGE_SURGICAL: return CODING_ASSERT_HISTORICAL;
    default: return 0;
    }
}

uint32_t coding__assertion_of(const coding__sentence *sentence, const coding__cues *cues, size_t first, size_t past,
                              const coding__cue **cue)
{
    const coding__cue *left = NULL, *right = NULL;
    uint32_t           mask = from_left(sentence, cues, first, past, &left);
    uint32_t           behind = from_right(sentence, cues, past, &right);
    uint32_t           dated = is_dated(sentence, past) ? CODING_ASSERT_HISTORICAL : 0;
    if (cue) *cue = left ? left : right;
    return mask | behind | dated | of_passage(sentence->passage);
}
