/* Allergies: a section of them, or "allergic to" before and "allergy" behind what it is. A reaction is no diagnosis of
 * the day (Z88, Z91.0). */
#include "note/propose.h"
#include "note/stretch.h"

enum { BEHIND_MOST = 2 };

/* Does the sentence speak of an allergy to a word? */
static bool speaks_of_allergy(const coding__note_reader *reader, size_t index)
{
    static const char *const before[] = {"allergic", "allergy", "allergies", "hypersensitivity", "anaphylaxis", NULL};
    static const char *const behind[] = {"allergy", "allergies", "allergic", NULL};
    static const char *const to[] = {"to", ":", NULL};
    if (reader->sentence.passage == CODING_PASSAGE_ALLERGY) return true;
    for (size_t i = 0; i + 1 < index; i++)
        if (coding__is_one_of(reader, i, before) && coding__is_one_of(reader, i + 1, to)) return true;
    for (size_t i = index + 1; i < reader->sentence.count && i <= index + BEHIND_MOST; i++)
        if (coding__is_one_of(reader, i, behind)) return true;
    return false;
}

/* The status of an allergy to a word; UINT32_MAX where there is none. */
static uint32_t status_of(const coding_book *book, uint32_t record)
{
    uint32_t row = coding__u32(book, CODING__NOTE_WORDS, record, CODING__NOTE_WORD_ROW);
    if (coding__note_use_of(book, record) == CODING__NOTE_ALLERGEN) return row;
    if (coding__note_use_of(book, record) != CODING__NOTE_DRUG) return UINT32_MAX;
    uint32_t link = coding__link_from(book, 0, CODING__LINK_ALLERGY, row);
    return link == UINT32_MAX ? UINT32_MAX : coding__u32(book, CODING__NOTE_LINKS, link, CODING__LINK_ROW);
}

void coding__find_allergies(coding__note_reader *reader)
{
    const coding_book *book = reader->desk->book;
    for (size_t i = 0; i < reader->sentence.count; i++) {
        if (reader->words[i].record == UINT32_MAX) continue;
        uint32_t row = status_of(book, reader->words[i].record);
        if (row == UINT32_MAX || !speaks_of_allergy(reader, i)) continue;
        coding__stretch piece = {i, i + 1};
        coding_mention  mention = {
             .span = coding__stretch_span(reader, piece), .entry = coding_book_entry(book, row), .confidence = 1};
        if (!mention.entry.book) continue;
        mention.concept = coding_entry_title(reader->desk, mention.entry, reader->scope.on);
        coding__add_mention(reader, piece, &mention, (coding__mention_detail){.allergen = true});
    }
}
