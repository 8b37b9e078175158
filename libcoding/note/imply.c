/* What a code brings with it: the infection of a septic shock, the dementia of Alzheimer's disease, a sepsis that is
 * severe (I.C.1.d), and what words of a combination name that is coded beside it ("COPD with pneumonia", "dog bite of
 * the hand"). */
#include <string.h>

#include "base/text.h"
#include "entry/trie.h"
#include "note/propose.h"

/* `first`: before what it comes with. */
static coding__draft *add_beside(coding__drafts *drafts, const coding__draft *draft, uint32_t row, bool first)
{
    coding__draft *made = coding__draft_of(drafts, row);
    if (!made || coding__draft_counts(made)) return NULL;
    made->withheld = false;
    made->reason = CODING_REASON_STATED;
    made->confidence = draft->confidence;
    made->last = !first;
    coding__draft_take(drafts, made, draft);
    return made;
}

static uint32_t row_of(const coding__drafts *drafts, uint32_t link)
{
    return coding__u32(drafts->reader->desk->book, CODING__NOTE_LINKS, link, CODING__LINK_ROW);
}

static bool is_manifestation(const coding_book *book, uint32_t row)
{
    return coding__title_has(book, row, "classified elsewhere");
}

/* Does anything count that a link speaks of beside its own code? */
static bool has_within(const coding__drafts *drafts, uint32_t link)
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t i = 0; i < drafts->count; i++)
        if (coding__draft_counts(&drafts->items[i])
            && coding__link_has(book, link, CODING__LINK_WITH_FIRST, drafts->items[i].row))
            return true;
    return false;
}

/* Does anything count that one of the links of a code to the same code speaks of? */
static bool is_told(const coding__drafts *drafts, const coding__draft *draft, uint32_t link)
{
    const coding_book *book = drafts->reader->desk->book;
    uint32_t           row = row_of(drafts, link);
    for (; link != UINT32_MAX; link = coding__link_from(book, link + 1, CODING__LINK_IMPLIED, draft->row))
        if (row_of(drafts, link) == row && has_within(drafts, link)) return true;
    return false;
}

bool coding__imply(coding__drafts *drafts)
{
    const coding_book *book = drafts->reader->desk->book;
    bool               added = false;
    for (uint32_t i = 0, count = drafts->count; i < count; i++) {
        coding__draft *draft = &drafts->items[i];
        uint32_t       link = coding__link_from(book, 0, CODING__LINK_IMPLIED, draft->row);
        if (link == UINT32_MAX || !coding__draft_counts(draft) || is_told(drafts, draft, link)) continue;
        bool first = !is_manifestation(book, row_of(drafts, link));
        added |= add_beside(drafts, draft, row_of(drafts, link), first) != NULL;
    }
    return added;
}

static const char severe[] = "severe";

/* Is it said in a mention, or in the word before it? */
static bool is_severe(const coding__note_reader *reader, coding_span span)
{
    const char *text = reader->sentence.text;
    size_t      length = sizeof severe - 1, at = span.offset > length ? span.offset - length - 1 : 0;
    for (; at + length <= span.offset + span.length; at++)
        if (coding__text_equal(text + at, length, severe, length)) return true;
    return false;
}

static void add_severe(coding__drafts *drafts, coding__draft *draft, uint32_t link)
{
    const coding_mention *mentions = drafts->reader->mentions.items;
    const uint32_t       *own = draft->mentions.items;
    for (size_t i = 0; i < draft->mentions.count; i++) {
        if (!is_severe(drafts->reader, mentions[own[i]].span)) continue;
        add_beside(drafts, draft, row_of(drafts, link), false);
        return;
    }
}

enum { NAME_MOST = 96 };

/* Past the words from `at` on, up to what joins two conditions. */
static size_t chunk_end(const char *text, size_t at, size_t past, size_t *next)
{
    static const char *const joins[] = {"with", "w/", "due", "to", "of", "in", "on", "from", "and", "secondary", "by"};
    for (size_t word = at; word < past; word = *next) {
        size_t end = word;
        while (end < past && (unsigned char)text[end] > ' ') end++;
        *next = end < past ? end + 1 : past;
        for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
            if (coding__text_equal(text + word, end - word, joins[i], strlen(joins[i]))) return word;
    }
    return *next = past;
}

/* What a part of a mention is by itself, within the range that a link has. */
static uint32_t named_in(coding__note_reader *reader, uint32_t link, const char *text, size_t length)
{
    const coding_book *book = reader->desk->book;
    coding__scope      scope = reader->scope;
    coding__cover      cover;
    uint32_t           last = coding__u32(book, CODING__NOTE_LINKS, link, CODING__LINK_WITH_LAST);
    if (last >= coding__count(book, CODING__ROWS) || !length || length > NAME_MOST) return UINT32_MAX;
    scope.first = coding__u32(book, CODING__NOTE_LINKS, link, CODING__LINK_WITH_FIRST);
    scope.past = coding__u32(book, CODING__ROWS, last, CODING__ROW_PAST);
    bool found = coding__cover_of(reader->desk, text, length, &scope, 0.85f, &cover) && cover.query >= 0.95f;
    return found ? cover.row : UINT32_MAX;
}

/* Where the word before a place begins; there where a mark stands between: "dog" of "dog bite". */
static size_t word_before(const char *text, size_t at)
{
    size_t first = at;
    if (!first || text[first - 1] != ' ') return at;
    for (first--; first && coding__is_letter(text[first - 1]);) first--;
    return first;
}

static size_t last_word(const char *text, size_t at, size_t end)
{
    size_t last = end;
    while (last > at && text[last - 1] != ' ') last--;
    return last;
}

static void add_named(coding__drafts *drafts, coding__draft *draft, uint32_t link)
{
    const coding_mention *mention = coding__draft_mention(drafts, draft);
    const char           *text = drafts->reader->sentence.text;
    if (!mention || has_within(drafts, link)) return;
    size_t first = word_before(text, mention->span.offset), past = mention->span.offset + mention->span.length;
    for (size_t at = first, next; at < past; at = next) {
        size_t end = chunk_end(text, at, past, &next);
        while (end > at && text[end - 1] == ' ') end--;
        uint32_t row = named_in(drafts->reader, link, text + at, end - at);
        size_t   last = last_word(text, at, end);
        if (row == UINT32_MAX && last > at) row = named_in(drafts->reader, link, text + last, end - last);
        if (row == UINT32_MAX) continue;
        coding__draft *made = add_beside(drafts, draft, row,
                                         coding__title_has(drafts->reader->desk->book, row, "epsis"));
        if (made && coding__letter_of(drafts->reader->desk->book, row) >= 'V') made->place |= 7u << 28;
        return;
    }
}

static void follow(coding__drafts *drafts, coding__link_kind kind,
                   void add(coding__drafts *drafts, coding__draft *draft, uint32_t link))
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t i = 0, count = drafts->count; i < count; i++) {
        uint32_t link = coding__link_from(book, 0, kind, drafts->items[i].row);
        for (; link != UINT32_MAX; link = coding__link_from(book, link + 1, kind, drafts->items[i].row))
            if (coding__draft_counts(&drafts->items[i])) add(drafts, &drafts->items[i], link);
    }
}

void coding__name_parts(coding__drafts *drafts)
{
    follow(drafts, CODING__LINK_NAMED, add_named);
    follow(drafts, CODING__LINK_SEVERE, add_severe);
}
