#include "note/cue.h"

#include <string.h>

#include "base/text.h"

enum { CUE_TEXT = 96 };

/* The records of note.cues that begin with a text: [*first, *past) narrows as the text grows. */
static void narrow(const coding_book *book, const char *text, size_t length, uint32_t *first, uint32_t *past)
{
    uint32_t low = *first, high = *past;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (strncmp(coding__text_of(book, CODING__CUES, middle, CODING__CUE_TEXT), text, length) < 0) low = middle + 1;
        else high = middle;
    }
    *first = low;
    for (high = *past; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        if (strncmp(coding__text_of(book, CODING__CUES, middle, CODING__CUE_TEXT), text, length) <= 0) low = middle + 1;
        else high = middle;
    }
    *past = low;
}

static size_t add_token(const coding__sentence *sentence, size_t index, char *text, size_t length)
{
    const coding__note_token *token = &sentence->tokens[index];
    if (length + token->length + 2 > CUE_TEXT) return 0;
    if (length) text[length++] = ' ';
    for (size_t i = 0; i < token->length; i++)
        text[length++] = coding__to_lower(sentence->text[sentence->offset + token->offset + i]);
    text[length] = '\0';
    return length;
}

static void take(const coding_book *book, uint32_t record, size_t first, size_t past, coding__cue *cue)
{
    *cue = (coding__cue){
        .first = (uint16_t)first,
        .past = (uint16_t)past,
        .class = (uint8_t)coding__u8(book, CODING__CUES, record, CODING__CUE_CLASS),
        .where = (uint8_t)coding__u8(book, CODING__CUES, record, CODING__CUE_WHERE),
        .scope = (uint8_t)coding__u8(book, CODING__CUES, record, CODING__CUE_SCOPE),
        .record = record,
    };
}

/* The longest cue that begins at a token; several records of one text are adjacent, the first is answered. */
static bool longest_at(const coding_book *book, const coding__sentence *sentence, size_t index, coding__cue *cue)
{
    char     text[CUE_TEXT];
    size_t   length = 0;
    bool     found = false;
    uint32_t first = 0, past = coding__count(book, CODING__CUES);
    for (size_t i = index; i < sentence->count && i - index < CODING__CUE_TOKENS_MOST && first < past; i++) {
        length = add_token(sentence, i, text, length);
        if (!length) break;
        narrow(book, text, length, &first, &past);
        if (first >= past || strcmp(coding__text_of(book, CODING__CUES, first, CODING__CUE_TEXT), text) != 0) continue;
        take(book, first, index, i + 1, cue);
        found = true;
    }
    return found;
}

/* A text with two meanings ("suspected" before and behind) is two cues of the same tokens. */
static void add_twins(const coding_book *book, coding__cues *cues)
{
    coding__cue cue = cues->items[cues->count - 1];
    const char *text = coding__text_of(book, CODING__CUES, cue.record, CODING__CUE_TEXT);
    for (uint32_t i = cue.record + 1; i < coding__count(book, CODING__CUES) && cues->count < CODING__CUES_MOST; i++) {
        if (strcmp(coding__text_of(book, CODING__CUES, i, CODING__CUE_TEXT), text) != 0) return;
        take(book, i, cue.first, cue.past, &cues->items[cues->count++]);
    }
}

/* Where the next cue may begin: behind this one, or inside it where one reaches further ("is negative", "negative
 * for"). */
static size_t next_place(const coding_book *book, const coding__sentence *sentence, const coding__cue *cue)
{
    coding__cue inner;
    for (size_t i = cue->first + 1u; i < cue->past; i++)
        if (longest_at(book, sentence, i, &inner) && inner.past > cue->past) return i;
    return cue->past;
}

void coding__find_cues(const coding_book *book, const coding__sentence *sentence, coding__cues *cues)
{
    cues->count = 0;
    for (size_t i = 0; i < sentence->count && cues->count < CODING__CUES_MOST;) {
        coding__cue cue;
        if (sentence->tokens[i].kind == CODING__NOTE_NUMBER || !longest_at(book, sentence, i, &cue)) {
            i++;
            continue;
        }
        cues->items[cues->count++] = cue;
        add_twins(book, cues);
        i = next_place(book, sentence, &cue);
    }
}

static uint32_t bit_of(const coding__cue *cue) { return 1u << cue->class; }

static bool is_terminator(const coding__cue *cue) { return cue->class == CODING__CUE_TERMINATOR; }

static bool reaches(const coding__cue *cue, size_t distance) { return !cue->scope || distance <= cue->scope; }

/* Is there nothing but small words between two cues? Then both hold: "no family history of". */
static bool are_joined(const coding__sentence *sentence, size_t from, size_t to)
{
    static const char *const small[] = {"of", "any", "known", "the", "a", "an", "for", "other", "acute", "prior"};
    for (size_t i = from; i < to; i++) {
        const coding__note_token *token = &sentence->tokens[i];
        bool                 is_small = false;
        for (size_t w = 0; w < sizeof small / sizeof *small && !is_small; w++)
            is_small = coding__text_equal(sentence->text + sentence->offset + token->offset, token->length, small[w],
                                          strlen(small[w]));
        if (!is_small) return false;
    }
    return true;
}

/* Cues to the left, from the nearest on; the first terminator ends it. */
static uint32_t from_left(const coding__sentence *sentence, const coding__cues *cues, size_t first,
                          const coding__cue **nearest)
{
    uint32_t mask = 0;
    size_t   edge = first;
    for (size_t i = cues->count; i-- > 0;) {
        const coding__cue *cue = &cues->items[i];
        if (cue->past > first) continue;
        if (is_terminator(cue)) break;
        if (cue->where != CODING__CUE_BEFORE || cue->class >= CODING__CUE_PSEUDO) continue;
        if (mask && !are_joined(sentence, cue->past, edge)) break;
        if (!reaches(cue, first - cue->past)) break;
        if (!mask) *nearest = cue;
        mask |= bit_of(cue);
        edge = cue->first;
    }
    return mask;
}

enum { REACH_BACK = 8 };

/* Cues to the right reach back over few words, and never over a cue that reaches forward. */
static uint32_t from_right(const coding__cues *cues, size_t past, const coding__cue **nearest)
{
    for (size_t i = 0; i < cues->count; i++) {
        const coding__cue *cue = &cues->items[i];
        if (cue->first < past) continue;
        if (cue->where == CODING__CUE_AFTER && cue->first - past <= REACH_BACK) {
            *nearest = cue;
            return bit_of(cue);
        }
        bool twin = i + 1 < cues->count && cues->items[i + 1].first == cue->first;
        if (!twin && cue->class != CODING__CUE_PSEUDO) return 0;
    }
    return 0;
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
    uint32_t           mask = from_left(sentence, cues, first, &left);
    uint32_t           behind = from_right(cues, past, &right);
    if (cue) *cue = left ? left : right;
    return mask | behind | of_passage(sentence->passage);
}
