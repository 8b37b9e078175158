/* What stands behind a comma and tells more of a condition: "vascular dementia, mild, with anxiety", "alcohol use
 * disorder, severe, in early remission". The words up to each comma are asked together; where all of them are answered
 * in the same category, that code takes the place of the one that the first words had, and of what parts of them were
 * taken for. */
#include "base/text.h"
#include "entry/trie.h"
#include "note/cue.h"
#include "note/propose.h"

enum { PARTS_MOST = 3, CLAUSE_MOST = 120, TOKENS_MOST = 24 };

/* As of a mention: no more may be left unsaid. */
static const float text_least = 0.855f, query_least = 0.99f;

/* Past the words behind a comma at `at`; `at` where there are none. */
static size_t part_end(const coding__note_reader *reader, size_t at)
{
    const char *text = reader->sentence.text;
    if (at >= reader->length || text[at] != ',') return at;
    size_t past = at + 1;
    while (past < reader->length
           && (coding__is_letter(text[past]) || coding__is_digit(text[past]) || text[past] == ' ' || text[past] == '-'))
        past++;
    return past;
}

/* Is nothing in it denied, suspected or of the past? */
static bool is_plain(const coding__note_reader *reader, coding_span span)
{
    coding__sentence clause = {.text = reader->sentence.text, .offset = span.offset, .length = span.length};
    coding__cues     cues;
    for (size_t at = 0; clause.count < TOKENS_MOST; clause.count++) {
        coding__note_token *token = &clause.tokens[clause.count];
        if (!coding__note_token_at(clause.text + span.offset, span.length, at, token)) break;
        at = (size_t)token->offset + token->length;
    }
    coding__find_cues(reader->desk->book, &clause, &cues);
    for (size_t i = 0; i < cues.count; i++)
        if (cues.items[i].class < CODING__CUE_PSEUDO) return false;
    return true;
}

static bool asks_more(coding__note_reader *reader, const coding__draft *draft, coding_span span, uint32_t *row)
{
    coding__cover cover;
    if (!coding__cover_of(reader->desk, reader->sentence.text + span.offset, span.length, &reader->scope, text_least,
                          &cover))
        return false;
    *row = cover.row;
    return cover.query >= query_least && cover.row != draft->row
           && coding__category_of(reader->desk->book, cover.row) == coding__category_of(reader->desk->book, draft->row);
}

static bool is_inside(const coding__drafts *drafts, const coding__draft *draft, coding_span span)
{
    const coding_mention *mentions = drafts->reader->mentions.items;
    const uint32_t       *own = draft->mentions.items;
    for (size_t i = 0; i < draft->mentions.count; i++) {
        coding_span one = mentions[own[i]].span;
        if (one.offset < span.offset || one.offset + one.length > span.offset + span.length) return false;
    }
    return draft->mentions.count > 0;
}

/* The code takes the place of the draft, and what parts of the clause were taken for goes. */
static void become(coding__drafts *drafts, coding__draft *draft, uint32_t row, coding_span span)
{
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *other = &drafts->items[i];
        bool           same = other->row == row && other != draft && !other->gone;
        if (same && coding__draft_counts(other)) coding__draft_take(drafts, draft, other);
        if (same || (other != draft && coding__draft_counts(other) && is_inside(drafts, other, span)))
            other->gone = true;
    }
    draft->row = row;
    draft->lacks = 0;
}

/* A part that is a condition of its own is none of what it stands behind, unless it says so: "with anxiety". */
static bool belongs(const coding__note_reader *reader, size_t at, size_t past)
{
    static const char     with[] = ", with ";
    const coding_mention *mentions = reader->mentions.items;
    if (past - at >= sizeof with
        && coding__text_equal(reader->sentence.text + at, sizeof with - 1, with, sizeof with - 1))
        return true;
    for (size_t i = 0; i < reader->mentions.count; i++)
        if (mentions[i].span.offset >= at && mentions[i].span.offset < past) return false;
    return true;
}

static void read_on(coding__drafts *drafts, coding__draft *draft)
{
    coding__note_reader  *reader = drafts->reader;
    const coding_mention *mention = coding__draft_mention(drafts, draft);
    if (!mention || draft->reason != CODING_REASON_STATED || mention->entry.row != draft->row) return;
    size_t   first = mention->span.offset, past = first + mention->span.length, next;
    uint32_t row;
    for (int part = 0; part < PARTS_MOST; part++, past = next) {
        next = part_end(reader, past);
        coding_span span = {first, next - first};
        if (next == past || span.length > CLAUSE_MOST) return;
        if (!belongs(reader, past, next)) return;
        if (!is_plain(reader, (coding_span){past, next - past})) return;
        if (asks_more(reader, draft, span, &row)) become(drafts, draft, row, span);
    }
}

void coding__read_clauses(coding__drafts *drafts)
{
    for (uint32_t i = 0; i < drafts->count; i++)
        if (coding__draft_counts(&drafts->items[i])) read_on(drafts, &drafts->items[i]);
}
