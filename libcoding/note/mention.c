#include "note/mention.h"

#include <string.h>

#include "base/text.h"
#include "entry/trie.h"
#include "note/divide.h"
#include "note/propose.h"
#include "note/recall.h"
#include "note/settle.h"
#include "note/stretch.h"
#include "note/trust.h"

enum { PIECE_MOST = 24, MORE_MOST = 3 };

/* How much of a text of the book a mention has, and how much of a mention the book has. Where nothing is met so well,
 * several words that say nothing else may meet less. */
static const float text_least = 0.855f, query_least = 0.8f, text_fair = 0.75f, query_nearly = 0.97f;
static const float query_whole = 0.95f, text_part = 0.45f;

/* What the book says to a piece: the row of an answer that it does not have is UINT32_MAX. */
static bool ask_for(coding__note_reader *reader, coding__stretch piece, coding__covers *covers)
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

static bool is_good(const coding__cover *close) { return close->row != UINT32_MAX && close->query >= query_least; }

static bool ask(coding__note_reader *reader, coding__stretch piece, coding__cover *cover)
{
    coding__covers covers;
    ask_for(reader, piece, &covers);
    *cover = covers.close;
    return is_good(cover);
}

static bool is_shouted(const coding__note_reader *reader, size_t index)
{
    const coding__note_token *token = &reader->sentence.tokens[index];
    for (size_t i = 0; i < token->length; i++)
        if (!coding__is_upper(coding__token_text(reader, index)[i])) return false;
    return token->length > 2;
}

/* Several words that are all answered, or what a word in capitals stands for, by a text that says a little more. */
static bool is_fair(const coding__note_reader *reader, coding__stretch piece, const coding__cover *fair)
{
    bool several = piece.past - piece.first > 1;
    if (fair->row == UINT32_MAX || fair->query < (several ? query_nearly : query_whole)) return false;
    return several ? fair->words > 1 : is_shouted(reader, piece.first) && !fair->literal;
}

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

static void add_parts(coding__note_reader *reader, coding__stretch within, uint32_t whole);

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

static bool take(coding__note_reader *reader, coding__stretch piece, coding__stretch hull, const coding__cover *cover)
{
    if (is_poison(reader, hull, cover->row) || !coding__is_trusted(reader, hull, cover)) return false;
    add_cover(reader, hull, cover, false);
    if (coding__has_join(reader, hull)) add_parts(reader, piece, cover->row);
    return true;
}

/* A word that stands for a code by itself is asked of no text. */
static bool take_word(coding__note_reader *reader, coding__stretch piece)
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

static coding__stretch hull_of(const coding__note_reader *reader, coding__stretch piece, const coding__cover *cover)
{
    return coding__stretch_trimmed(reader, coding__stretch_touched(reader, piece, cover->span));
}

/* The words that were met are asked by themselves. Where they then mean another code, and all of the piece was
 * answered, the piece is one: an abbreviation of two words ("COPD exac") is answered at its first. */
static bool ask_hull(coding__note_reader *reader, coding__stretch piece, coding__stretch *hull, coding__cover *cover)
{
    coding__cover alone;
    bool          found = ask(reader, *hull, &alone);
    if (cover->query >= query_whole && (!found || alone.row != cover->row)) return *hull = piece, true;
    *cover = alone;
    return found;
}

/* The rows of the category that a row is of. */
static coding__scope category_scope(const coding__note_reader *reader, uint32_t row)
{
    const coding_book *book = reader->desk->book;
    coding__scope      scope = reader->scope;
    coding_entry       category = coding_find(book, coding_code_prefix(coding__row_code(book, row), 3));
    scope.first = category.row;
    scope.past = coding__u32(book, CODING__ROWS, category.row, CODING__ROW_PAST);
    return scope;
}

/* A site or a side beside what was met may lead further in its category: "lipoma" and "of the trunk". All that is asked
 * must then be answered. */
static bool leads_on(coding__note_reader *reader, coding__stretch piece, coding__stretch *hull, coding__cover *cover)
{
    coding__cover more;
    coding_span   span = coding__stretch_span(reader, piece);
    coding__scope scope = category_scope(reader, cover->row);
    if (!reader->asks || (piece.first == hull->first && piece.past == hull->past)) return false;
    reader->asks--;
    if (!coding__cover_of(reader->desk, reader->sentence.text + span.offset, span.length, &scope, text_part, &more))
        return false;
    if (more.query < query_nearly || more.words <= cover->words || more.row == cover->row) return false;
    return *cover = more, *hull = piece, true;
}

static void lead_on(coding__note_reader *reader, coding__stretch piece, coding__stretch *hull, coding__cover *cover)
{
    coding__stretch right = coding__stretch_trimmed(reader, (coding__stretch){hull->first, piece.past});
    coding__stretch left = coding__stretch_trimmed(reader, (coding__stretch){piece.first, hull->past});
    if (leads_on(reader, piece, hull, cover) || leads_on(reader, right, hull, cover)) return;
    leads_on(reader, left, hull, cover);
}

/* The words behind the join, and the next one, are then a condition of their own. */
static coding__stretch without_half(coding__note_reader *reader, coding__stretch piece, coding__stretch hull)
{
    coding__cover   cover;
    coding__stretch half = coding__without_half(reader, piece, hull);
    size_t          past = hull.past < piece.past ? hull.past + 1 : piece.past;
    coding__stretch tail = coding__stretch_trimmed(reader, (coding__stretch){half.past, past});
    bool            stands = half.past < hull.past && tail.first < tail.past && ask(reader, tail, &cover);
    return stands && cover.query >= query_whole && cover.words > 1 ? half : hull;
}

typedef enum outcome {
    BARREN, /* no text of the book is in it */
    MISSED, /* some may be in a part of it */
    TAKEN
} outcome;

/* Takes the words that met a text of the book, if they meet it by themselves and nearly all of them do. */
static outcome accept(coding__note_reader *reader, coding__stretch piece, coding__stretch *hull)
{
    coding__covers covers;
    if (!ask_for(reader, piece, &covers)) return BARREN;
    coding__cover cover = covers.close;
    bool          good = is_good(&cover), met = cover.row != UINT32_MAX;
    *hull = met ? hull_of(reader, piece, &cover) : piece;
    if (!good) {
        good = is_fair(reader, piece, &covers.fair);
        if (good) cover = covers.fair, *hull = hull_of(reader, piece, &cover);
        else if (!met) return MISSED;
    }
    bool whole = hull->first == piece.first && hull->past == piece.past;
    if (hull->first >= hull->past || !coding__is_worth_asking(reader, *hull)) return MISSED;
    if (!whole) *hull = without_half(reader, piece, *hull);
    if (!whole) good = ask_hull(reader, piece, hull, &cover);
    if (!whole && good) lead_on(reader, piece, hull, &cover);
    if (good && take_word(reader, *hull)) return TAKEN;
    return good && take(reader, piece, *hull, &cover) ? TAKEN : MISSED;
}

/* Where a piece falls in two: behind a connector in it, the first; past its end where there is none. */
static size_t connector_in(const coding__note_reader *reader, coding__stretch piece)
{
    size_t at = piece.first + 1;
    while (at < piece.past && !coding__is_connector(reader, at)) at++;
    return at;
}

static void find_in(coding__note_reader *reader, coding__stretch piece);

/* Nothing was met: its halves, or what is left without its first or its last word. */
static void find_smaller(coding__note_reader *reader, coding__stretch whole)
{
    size_t at = connector_in(reader, whole);
    if (at < whole.past) {
        find_in(reader, (coding__stretch){whole.first, at});
        find_in(reader, (coding__stretch){at + 1, whole.past});
        return;
    }
    size_t before = reader->mentions.count;
    if (whole.past - whole.first < 2) return;
    find_in(reader, (coding__stretch){whole.first, whole.past - 1});
    if (reader->mentions.count == before) find_in(reader, (coding__stretch){whole.past - 1, whole.past});
}

static void find_in(coding__note_reader *reader, coding__stretch whole)
{
    coding__stretch hull;
    whole = coding__stretch_trimmed(reader, coding__past_measure(reader, whole));
    if (whole.first >= whole.past || !reader->asks || !coding__is_worth_asking(reader, whole)) return;
    if (take_word(reader, whole)) return;
    size_t side = coding__divided_by_side(reader, whole);
    if (side) {
        find_in(reader, (coding__stretch){whole.first, side});
        find_in(reader, (coding__stretch){side + 1, whole.past});
        return;
    }
    outcome came = accept(reader, whole, &hull);
    if (came == MISSED) find_smaller(reader, whole);
    if (came != TAKEN) return;
    find_in(reader, (coding__stretch){whole.first, hull.first});
    find_in(reader, (coding__stretch){hull.past, whole.past});
}

static bool ask_part(coding__note_reader *reader, coding__stretch part, uint32_t whole)
{
    coding__cover cover;
    part = coding__stretch_trimmed(reader, part);
    if (part.first >= part.past || !coding__is_worth_asking(reader, part) || !ask(reader, part, &cover)) return false;
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

static bool parts_conditions(const coding__note_reader *reader, const coding__cue *cue)
{
    static const char *const joins[] = {"due", "secondary", "because", NULL};
    if (cue->class == CODING__CUE_PSEUDO || cue->class == CODING__CUE_TELLING) return false;
    return cue->class != CODING__CUE_TERMINATOR || !coding__is_one_of(reader, cue->first, joins);
}

/* Past the cue that begins at a token; the token itself where none does. */
static size_t past_cue(const coding__note_reader *reader, size_t at)
{
    for (size_t i = 0; i < reader->cues.count; i++) {
        const coding__cue *cue = &reader->cues.items[i];
        if (cue->first <= at && at < cue->past && parts_conditions(reader, cue)) return cue->past;
    }
    return at;
}

/* A comma that goes on with a word or two that tell more and are nothing by themselves: "dementia, moderate". */
static bool goes_on(const coding__note_reader *reader, size_t at)
{
    coding__stretch more = {at + 1, at + 1};
    if (reader->sentence.tokens[at].first != ',') return false;
    while (more.past < reader->sentence.count && coding__may_stand(reader, more.past) && past_cue(reader, more.past) == more.past)
        more.past++;
    size_t words = more.past - more.first;
    return words > 0 && words <= MORE_MOST && !coding__is_worth_asking(reader, more);
}

static void find_conditions(coding__note_reader *reader)
{
    coding__stretch piece = {0, 0};
    for (size_t at = 0; at < reader->sentence.count;) {
        size_t past = past_cue(reader, at);
        bool   stands = coding__may_stand(reader, at) || goes_on(reader, at);
        bool   ends = past > at || !stands || at - piece.first >= PIECE_MOST;
        if (!ends) {
            piece.past = ++at;
            continue;
        }
        find_in(reader, piece);
        at = past == at && !stands ? at + 1 : past; /* where it is too long, the next piece begins here */
        piece.first = piece.past = at;
    }
    find_in(reader, piece);
}

enum { ASKS_MOST = 64 };

void coding__find_mentions(coding__note_reader *reader)
{
    size_t asks = 2 * reader->sentence.count + 4;
    reader->asks = asks < ASKS_MOST ? (uint32_t)asks : ASKS_MOST;
    coding__know_words(reader->desk->book, &reader->sentence, reader->words);
    coding__find_cues(reader->desk->book, &reader->sentence, &reader->cues);
    reader->followed = coding__speaks_of_healing(reader);
    find_conditions(reader);
    coding__find_plain(reader);
    coding__find_allergies(reader);
}
