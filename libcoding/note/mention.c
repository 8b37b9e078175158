#include "note/mention.h"

#include "note/accept.h"
#include "note/divide.h"
#include "note/propose.h"
#include "note/take.h"
#include "note/trust.h"

enum { PIECE_MOST = 24, MORE_MOST = 3 };

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
    if (coding__take_word(reader, whole)) return;
    size_t side = coding__divided_by_side(reader, whole);
    if (side) {
        find_in(reader, (coding__stretch){whole.first, side});
        find_in(reader, (coding__stretch){side + 1, whole.past});
        return;
    }
    coding__outcome came = coding__accept(reader, whole, &hull);
    if (came == CODING__MISSED) find_smaller(reader, whole);
    if (came != CODING__TAKEN) return;
    find_in(reader, (coding__stretch){whole.first, hull.first});
    find_in(reader, (coding__stretch){hull.past, whole.past});
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
