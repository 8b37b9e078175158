#include "note/trust.h"

#include "base/text.h"
#include "entry/trie.h"
#include "note/stretch.h"

enum { SPELT_LEAST = 7, PARTED_LEAST = 8 };

static bool is_through(const coding__cover *cover, coding_link link) { return cover->links >> link & 1; }

static bool has_capital(const coding__note_reader *reader, size_t index)
{
    return coding__is_upper(coding__token_text(reader, index)[0]);
}

static bool is_in_capitals(const coding__note_reader *reader, size_t index)
{
    const char *text = coding__token_text(reader, index);
    for (size_t i = 0; i < reader->sentence.tokens[index].length; i++)
        if (coding__is_lower(text[i])) return false;
    return true;
}

/* A capital inside a sentence begins a name. */
static bool is_name(const coding__note_reader *reader, size_t index)
{
    bool first = !index || reader->sentence.tokens[index - 1].kind != CODING__NOTE_WORD;
    return !first && has_capital(reader, index) && !is_in_capitals(reader, index);
}

/* Two small letters are a word of the language, a unit or a title, but for these. */
static bool is_short_word(const coding__note_reader *reader, size_t index)
{
    static const char *const known[] = {"mi", "af", "cf", "tb", NULL};
    return reader->sentence.tokens[index].length < 3 && !has_capital(reader, index)
           && !coding__is_one_of(reader, index, known);
}

coding__stretch coding__past_measure(const coding__note_reader *reader, coding__stretch piece)
{
    static const char *const units[] = {"mm",    "cm",     "mg",   "ml",    "kg",   "g",     "day", "days",
                                        "month", "months", "year", "years", "hour", "hours", NULL};
    size_t                   at = piece.first;
    if (at < piece.past && reader->sentence.tokens[at].kind == CODING__NOTE_NUMBER) at++;
    if (at == piece.first || at >= piece.past || !coding__is_one_of(reader, at, units)) return piece;
    return (coding__stretch){at + 1, piece.past};
}

/* A germ that is looked for: "COVID test pending", unless it says what came of it. */
static bool is_tested(const coding__note_reader *reader, coding__stretch piece, uint32_t row)
{
    static const char *const tests[] = {"test",    "tests",     "testing", "swab",     "pcr",
                                        "screen",  "screening", "antigen", "antibody", "serology",
                                        "culture", "panel",     "vaccine", "exposure", NULL};
    static const char *const found[] = {"positive", "detected", "reactive", "pos", NULL};
    char                     letter = coding_code_character(coding__row_code(reader->desk->book, row), 0);
    if ((letter != 'A' && letter != 'B' && letter != 'J' && letter != 'U') || piece.past >= reader->sentence.count)
        return false;
    if (!coding__is_one_of(reader, piece.past, tests)) return false;
    for (size_t i = piece.past + 1; i < reader->sentence.count && i < piece.past + 5; i++)
        if (coding__is_one_of(reader, i, found)) return false;
    return true;
}

bool coding__is_trusted(const coding__note_reader *reader, coding__stretch piece, const coding__cover *cover)
{
    size_t length = reader->sentence.tokens[piece.first].length;
    if (is_tested(reader, piece, cover->row)) return false;
    if (piece.past - piece.first != 1) return true;
    if (is_short_word(reader, piece.first)) return false;
    if (is_through(cover, CODING_LINK_WORD)) return true;
    if (is_through(cover, CODING_LINK_SPELLING)) return length >= SPELT_LEAST && !is_name(reader, piece.first);
    if (is_through(cover, CODING_LINK_ABBREVIATION))
        return cover->senses < 2 || is_in_capitals(reader, piece.first) || has_capital(reader, piece.first);
    return !is_through(cover, CODING_LINK_PARTS) || length >= PARTED_LEAST;
}
