#include "note/ask.h"

#include "base/text.h"
#include "note/recall.h"

/* How much of a text of the book a mention has, and how much of a mention the book has. Where nothing is met so well,
 * several words that say nothing else may meet less. */
static const float text_least = 0.855f, query_least = 0.8f, text_fair = 0.75f;

bool coding__ask_covers(coding__note_reader *reader, coding__stretch piece, coding__covers *covers)
{
    coding_span span = coding__stretch_span(reader, piece);
    *covers = (coding__covers){{.row = UINT32_MAX}, {.row = UINT32_MAX}};
    if (!reader->asks) return false;
    reader->asks--;
    bool found = coding__recall_covers(reader->desk, reader->sentence.text + span.offset, span.length, &reader->scope,
                                       text_least, text_fair, covers);
    covers->close.span.offset += span.offset;
    covers->fair.span.offset += span.offset;
    return found;
}

bool coding__is_good(const coding__cover *close) { return close->row != UINT32_MAX && close->query >= query_least; }

bool coding__ask(coding__note_reader *reader, coding__stretch piece, coding__cover *cover)
{
    coding__covers covers;
    coding__ask_covers(reader, piece, &covers);
    *cover = covers.close;
    return coding__is_good(cover);
}

static bool is_shouted(const coding__note_reader *reader, size_t index)
{
    const coding__note_token *token = &reader->sentence.tokens[index];
    for (size_t i = 0; i < token->length; i++)
        if (!coding__is_upper(coding__token_text(reader, index)[i])) return false;
    return token->length > 2;
}

bool coding__is_fair(const coding__note_reader *reader, coding__stretch piece, const coding__cover *fair)
{
    bool several = piece.past - piece.first > 1;
    if (fair->row == UINT32_MAX || fair->query < (several ? CODING__NEARLY_ALL : CODING__ALL)) return false;
    return several ? fair->words > 1 : is_shouted(reader, piece.first) && !fair->literal;
}
