#include "note/stretch.h"

#include <string.h>

#include "base/text.h"

bool coding__is_one_of(const coding__note_reader *reader, size_t index, const char *const *words)
{
    const coding__note_token *token = &reader->sentence.tokens[index];
    for (; *words; words++)
        if (coding__text_is(coding__token_text(reader, index), token->length, *words)) return true;
    return false;
}

bool coding__is_connector(const coding__note_reader *reader, size_t index) { return reader->words[index].connector; }

/* Words that join two conditions to one: "with", "due to". */
static bool is_join(const coding__note_reader *reader, size_t index)
{
    static const char *const words[] = {"with", "w", "and", "due", "secondary", "complicated", "from", NULL};
    return coding__is_one_of(reader, index, words);
}

bool coding__has_join(const coding__note_reader *reader, coding__stretch piece)
{
    for (size_t i = piece.first; i < piece.past; i++)
        if (is_join(reader, i)) return true;
    return false;
}

bool coding__may_stand(const coding__note_reader *reader, size_t index)
{
    const coding__note_token *token = &reader->sentence.tokens[index];
    if (token->length > CODING__KNOWN_LETTERS) return false;
    return token->kind != CODING__NOTE_MARK || strchr("./'&+#", token->first);
}

coding__stretch coding__stretch_trimmed(const coding__note_reader *reader, coding__stretch piece)
{
    while (piece.first < piece.past
           && (coding__is_connector(reader, piece.first)
               || reader->sentence.tokens[piece.first].kind == CODING__NOTE_MARK))
        piece.first++;
    while (piece.past > piece.first
           && (coding__is_connector(reader, piece.past - 1)
               || reader->sentence.tokens[piece.past - 1].kind == CODING__NOTE_MARK))
        piece.past--;
    return piece;
}

static bool is_weak(const coding__note_reader *reader, size_t index)
{
    uint32_t record = reader->words[index].record;
    return record != UINT32_MAX && coding__note_use_of(reader->desk->book, record) == CODING__NOTE_WEAK;
}

bool coding__is_worth_asking(const coding__note_reader *reader, coding__stretch piece)
{
    bool several = piece.past - piece.first > 1;
    for (size_t i = piece.first; i < piece.past; i++)
        if (reader->words[i].telling || (several && is_weak(reader, i))) return true;
    return false;
}

coding_span coding__stretch_span(const coding__note_reader *reader, coding__stretch piece)
{
    const coding__sentence   *sentence = &reader->sentence;
    const coding__note_token *last = &sentence->tokens[piece.past - 1];
    size_t                    first = sentence->tokens[piece.first].offset;
    return (coding_span){sentence->offset + first, (size_t)last->offset + last->length - first};
}

coding__stretch coding__stretch_touched(const coding__note_reader *reader, coding__stretch within, coding_span span)
{
    const coding__sentence *sentence = &reader->sentence;
    coding__stretch         made = {within.past, within.past};
    for (size_t i = within.first; i < within.past; i++) {
        size_t begin = sentence->offset + sentence->tokens[i].offset, end = begin + sentence->tokens[i].length;
        if (end <= span.offset || begin >= span.offset + span.length) continue;
        if (made.first == within.past) made.first = i;
        made.past = i + 1;
    }
    return made;
}
