#include "note/take.h"

#include <string.h>

#include "base/text.h"
#include "entry/trie.h"
#include "note/ask.h"
#include "note/propose.h"
#include "note/settle.h"
#include "note/trust.h"

static coding_span cue_span(const coding__note_reader *reader, const coding__cue *cue)
{
    return cue ? coding__stretch_span(reader, (coding__stretch){cue->first, cue->past}) : (coding_span){0, 0};
}

void coding__add_mention(coding__note_reader *reader, coding__stretch piece, const coding_mention *made,
                         coding__mention_detail detail)
{
    const coding__cue      *cue = NULL;
    coding_mention         *mention = coding__list_add(&reader->desk->arena, &reader->mentions, sizeof *mention);
    coding__mention_detail *more = coding__list_add(&reader->desk->arena, &reader->details, sizeof *more);
    if (!mention || !more) {
        reader->failed = true;
        return;
    }
    *mention = *made;
    *more = detail;
    mention->passage = reader->sentence.passage;
    mention->sentence = reader->sentence.number;
    mention->assertion = coding__assertion_of(&reader->sentence, &reader->cues, piece.first, piece.past, &cue);
    mention->cue = cue_span(reader, cue);
}

static void add_cover(coding__note_reader *reader, coding__stretch piece, const coding__cover *cover, bool part)
{
    uint32_t       row = coding__settled(reader, piece, cover->row);
    coding_entry   entry = coding_book_entry(reader->desk->book, row);
    coding_mention mention = {.span = coding__stretch_span(reader, piece), .entry = entry,
                              .concept = coding_entry_title(reader->desk, entry, reader->scope.on),
                              .confidence = cover->text * (cover->query < 1 ? cover->query : 1)};
    bool           ambiguous = cover->abbreviated && cover->senses > 1 && piece.past - piece.first == 1;
    coding__add_mention(reader, piece, &mention,
                        (coding__mention_detail){.open = cover->open, .ambiguous = ambiguous, .part = part,
                                                 .followed = reader->followed});
}

static bool in_one_category(const coding_book *book, uint32_t a, uint32_t b)
{
    coding_code one = coding__row_code(book, a), other = coding__row_code(book, b);
    return coding_code_prefix(one, 3) == coding_code_prefix(other, 3);
}

/* Do the notes of a code ask for another one beside it? */
static bool asks_for(coding__note_reader *reader, uint32_t row, uint32_t other)
{
    coding_desk *desk = reader->desk;
    coding_entry entry = coding_book_entry(desk->book, other);
    coding_notes notes = coding_entry_notes(desk, coding_book_entry(desk->book, row), reader->scope.on);
    for (size_t i = 0; i < notes.count; i++) {
        const coding_note *note = &notes.items[i];
        if (note->kind != CODING_NOTE_CODE_FIRST && note->kind != CODING_NOTE_USE_ADDITIONAL
            && note->kind != CODING_NOTE_CODE_ALSO)
            continue;
        for (size_t r = 0; r < note->reference_count; r++) {
            coding_entry first = coding_find(desk->book, note->references[r].first);
            coding_entry last = coding_find(desk->book, note->references[r].last);
            if (coding_entry_is_within(entry, first, last)) return true;
        }
    }
    return false;
}

static bool ask_part(coding__note_reader *reader, coding__stretch part, uint32_t whole)
{
    coding__cover cover;
    part = coding__stretch_trimmed(reader, part);
    if (part.first >= part.past || !coding__is_worth_asking(reader, part) || !coding__ask(reader, part, &cover)) return false;
    if (in_one_category(reader->desk->book, whole, cover.row)) return false;
    bool linked = asks_for(reader, whole, cover.row) || asks_for(reader, cover.row, whole)
                  || coding__are_linked(reader->desk->book, cover.row, whole)
                  || coding__are_linked(reader->desk->book, whole, cover.row);
    if (!linked) return false;
    add_cover(reader, part, &cover, true);
    return true;
}

/* What belongs to a combination and has a code of its own: "type 2 DM with CKD stage 3b". */
static void add_parts(coding__note_reader *reader, coding__stretch within, uint32_t whole)
{
    size_t from = within.first;
    for (size_t at = within.first; at <= within.past; at++) {
        if (at < within.past && !coding__is_connector(reader, at)) continue;
        coding__stretch part = {from, at};
        if (from < at && at - from < within.past - within.first) ask_part(reader, part, whole);
        from = at + 1;
    }
}

/* The table of drugs knows every drug as a poison; a note that names one tells of a treatment. */
static bool is_poison(const coding__note_reader *reader, coding__stretch piece, uint32_t row)
{
    static const char *const words[] = {"poisoning", "poisoned", "overdose", "toxicity", "toxic", "adverse", "ingestion",
                                        "ingested", "underdosing", "intoxication", NULL};
    coding_code code = coding__row_code(reader->desk->book, row);
    char        tens = coding_code_character(code, 1);
    if (coding_code_character(code, 0) != 'T' || tens < '3' || tens > '6') return false;
    if (tens == '3' && coding_code_character(code, 2) < '6') return false;
    for (size_t i = piece.first; i < piece.past; i++)
        if (coding__is_one_of(reader, i, words)) return false;
    return true;
}

bool coding__take(coding__note_reader *reader, coding__stretch piece, coding__stretch hull, const coding__cover *cover)
{
    if (is_poison(reader, hull, cover->row) || !coding__is_trusted(reader, hull, cover)) return false;
    add_cover(reader, hull, cover, false);
    if (coding__has_join(reader, hull)) add_parts(reader, piece, cover->row);
    return true;
}

bool coding__take_word(coding__note_reader *reader, coding__stretch piece)
{
    coding__cover cover = {.text = 1, .query = 1};
    bool          doubtful;
    if (!coding__stands_for(reader, piece, &cover.row, &doubtful)) return false;
    if (!coding__is_trusted(reader, piece, &cover)) return false;
    cover.abbreviated = doubtful;
    cover.senses = doubtful ? 2 : 1;
    add_cover(reader, piece, &cover, false);
    return true;
}
