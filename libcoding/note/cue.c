#include "note/cue.h"

#include <string.h>

#include "base/text.h"
#include "note/list.h"
#include "note/phrase.h"

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
    bool begins = low < *past && strncmp(coding__text_of(book, CODING__CUES, low, CODING__CUE_TEXT), text, length) == 0;
    for (high = begins ? *past : low; low < high;) {
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

/* Does nothing but marks stand before a token? */
static bool is_first(const coding__sentence *sentence, size_t index)
{
    while (index && sentence->tokens[index - 1].kind == CODING__NOTE_MARK) index--;
    return !index;
}

/* A plus or a minus by itself is a cue where it is a sign of what stands behind it. */
static bool is_no_sign(const coding__sentence *sentence, const coding__cue *cue)
{
    return cue->past == cue->first + 1u && coding__is_mark(sentence, cue->first, "+-")
           && !coding__is_sign(sentence, cue->first);
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
        coding__cue one;
        take(book, first, index, i + 1, &one);
        if (one.where == CODING__CUE_FIRST && !is_first(sentence, index)) continue;
        if (is_no_sign(sentence, &one)) continue;
        *cue = one;
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
