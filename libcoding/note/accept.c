#include "note/accept.h"

#include "entry/trie.h"
#include "note/ask.h"
#include "note/divide.h"
#include "note/take.h"

/* What a site or a side may add need not make up much of its text. */
static const float text_part = 0.45f;

static coding__stretch hull_of(const coding__note_reader *reader, coding__stretch piece, const coding__cover *cover)
{
    return coding__stretch_trimmed(reader, coding__stretch_touched(reader, piece, cover->span));
}

/* The words that were met are asked by themselves. Where they then mean another code, and all of the piece was
 * answered, the piece is one: an abbreviation of two words ("COPD exac") is answered at its first. */
static bool ask_hull(coding__note_reader *reader, coding__stretch piece, coding__stretch *hull, coding__cover *cover)
{
    coding__cover alone;
    bool          found = coding__ask(reader, *hull, &alone);
    if (cover->query >= CODING__ALL && (!found || alone.row != cover->row)) return *hull = piece, true;
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
    if (!reader->asks || (piece.first == hull->first && piece.past == hull->past)) return false;
    reader->asks--;
    coding__scope scope = category_scope(reader, cover->row);
    if (!coding__cover_of(reader->desk, reader->sentence.text + span.offset, span.length, &scope, text_part, &more))
        return false;
    if (more.query < CODING__NEARLY_ALL || more.words <= cover->words || more.row == cover->row) return false;
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
    bool            stands = half.past < hull.past && tail.first < tail.past && coding__ask(reader, tail, &cover);
    return stands && cover.query >= CODING__ALL && cover.words > 1 ? half : hull;
}

coding__outcome coding__accept(coding__note_reader *reader, coding__stretch piece, coding__stretch *hull)
{
    coding__covers covers;
    if (!coding__ask_covers(reader, piece, &covers)) return CODING__BARREN;
    coding__cover cover = covers.close;
    bool          good = coding__is_good(&cover), met = cover.row != UINT32_MAX;
    *hull = met ? hull_of(reader, piece, &cover) : piece;
    if (!good) {
        good = coding__is_fair(reader, piece, &covers.fair);
        if (good) cover = covers.fair, *hull = hull_of(reader, piece, &cover);
        else if (!met) return CODING__MISSED;
    }
    bool whole = hull->first == piece.first && hull->past == piece.past;
    if (hull->first >= hull->past || !coding__is_worth_asking(reader, *hull)) return CODING__MISSED;
    if (!whole) *hull = without_half(reader, piece, *hull);
    if (!whole) good = ask_hull(reader, piece, hull, &cover);
    if (!whole && good) lead_on(reader, piece, hull, &cover);
    if (good && coding__take_word(reader, *hull)) return CODING__TAKEN;
    return good && coding__take(reader, piece, *hull, &cover) ? CODING__TAKEN : CODING__MISSED;
}
