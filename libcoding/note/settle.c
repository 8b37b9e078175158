#include "note/settle.h"

#include "entry/trie.h"
#include "note/stretch.h"

static bool decides(coding_passage passage)
{
    return passage == CODING_PASSAGE_ASSESSMENT || passage == CODING_PASSAGE_PAST || passage == CODING_PASSAGE_COURSE;
}

bool coding__stands_for(const coding__note_reader *reader, coding__stretch piece, uint32_t *row, bool *doubtful)
{
    const coding_book *book = reader->desk->book;
    if (piece.past - piece.first != 1) return false;
    uint32_t record = reader->words[piece.first].record;
    if (record == UINT32_MAX) return false;
    coding__note_use use = coding__note_use_of(book, record);
    if (use < CODING__NOTE_STANDS || use > CODING__NOTE_PLACED) return false;
    *row = coding__u32(book, CODING__NOTE_WORDS, record, CODING__NOTE_WORD_ROW);
    *doubtful = use == CODING__NOTE_DOUBTFUL || (use == CODING__NOTE_PLACED && !decides(reader->sentence.passage));
    return *row < coding__count(book, CODING__ROWS);
}

static bool is_type_1(const coding_book *book, uint32_t row)
{
    coding_code code = coding__row_code(book, row);
    return coding_code_prefix(code, 3) == coding_parse(CODING_ICD10CM, "E10", 3).code;
}

uint32_t coding__settled(const coding__note_reader *reader, coding__stretch piece, uint32_t row)
{
    static const char *const types[] = {"1",   "i",          "one",     "juvenile",     "iddm", "t1dm",    "t1d", "t1",
                                        "dm1", "autoimmune", "ketosis", "ketoacidosis", "dka",  "insulin", NULL};
    const coding_book       *book = reader->desk->book;
    if (!is_type_1(book, row)) return row;
    for (size_t i = piece.first; i < piece.past; i++)
        if (coding__is_one_of(reader, i, types)) return row;
    coding_code code = coding__row_code(book, row), other = coding_parse(CODING_ICD10CM, "E11", 3).code;
    for (size_t i = 3; i < coding_code_length(code); i++)
        other = coding_code_append(other, coding_code_character(code, (unsigned)i));
    coding_entry entry = coding_find(book, other);
    return entry.book ? entry.row : row;
}
