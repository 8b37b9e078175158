/* What a title calls unspecified, and the note tells beside the condition: "Alzheimer's, moderate" leads to a dementia of
 * unspecified severity, and the title with that word in its place is that of the code. Weeks of a pregnancy tell its
 * trimester. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "book/spelling.h"
#include "entry/trie.h"
#include "note/axis.h"
#include "note/propose.h"

enum { TITLE_MOST = CODING__AXIS_TITLE };

static void title_of(const coding_book *book, uint32_t row, char title[TITLE_MOST])
{
    coding__spelled(book, coding__u32(book, CODING__ROWS, row, CODING__ROW_TITLE), title, TITLE_MOST);
}

/* A title with other words in the place of some of its own. */
static bool put_in(const char *title, const char *own, const char *other, char made[TITLE_MOST])
{
    const char *at = strstr(title, own);
    if (!at) return false;
    snprintf(made, TITLE_MOST, "%.*s%s%s", (int)(at - title), title, other, at + strlen(own));
    return true;
}

/* The code of a category that has a title. */
static bool find_title(const coding__note_reader *reader, uint32_t row, const char *wanted, uint32_t *found)
{
    const coding_book *book = reader->desk->book;
    coding_entry       top = coding_find(book, coding__category_of(book, row));
    char               title[TITLE_MOST];
    if (!top.book) return false;
    uint32_t past = coding__u32(book, CODING__ROWS, top.row, CODING__ROW_PAST);
    for (uint32_t at = top.row + 1; at < past; at++) {
        if (coding__row_rule(book, at, reader->scope.on) != CODING_RULE_STANDS) continue;
        title_of(book, at, title);
        if (!strcmp(title, wanted)) return *found = at, true;
    }
    return false;
}

/* The draft becomes that of another row, or goes where there is one. */
static void become(coding__drafts *drafts, coding__draft *draft, uint32_t row)
{
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *same = &drafts->items[i];
        if (same == draft || same->row != row || !coding__draft_counts(same)) continue;
        coding__draft_take(drafts, same, draft);
        draft->gone = true;
        return;
    }
    draft->row = row;
}

static bool fill(coding__drafts *drafts, coding__draft *draft, const char *own, const char *other)
{
    char     title[TITLE_MOST], wanted[TITLE_MOST];
    uint32_t row;
    title_of(drafts->reader->desk->book, draft->row, title);
    if (!put_in(title, own, other, wanted) || !find_title(drafts->reader, draft->row, wanted, &row)) return false;
    return become(drafts, draft, row), true;
}

/* The words behind a mention up to the next mark that ends its clause. */
static coding_span behind(const coding__note_reader *reader, coding_span span)
{
    const char *text = reader->sentence.text;
    size_t      from = span.offset + span.length, past = from;
    while (past < reader->length && past - from < 40 && !strchr(".;:\n", text[past])) past++;
    return (coding_span){from, past - from};
}

/* A severity among the first words of a stretch of the note. */
static const char *severity_in(const coding__note_reader *reader, coding_span span, size_t most)
{
    static const char *const words[] = {"mild", "moderate", "severe"};
    coding__axis_word        found[CODING__AXIS_WORDS];
    size_t                   count = coding__axis_words(reader->sentence.text + span.offset, span.length, found);
    for (size_t at = 0; at < count && at < most; at++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (!strcmp(found[at].text, words[i])) return words[i];
    return NULL;
}

static void fill_severity(coding__drafts *drafts, coding__draft *draft)
{
    const coding_mention *mentions = drafts->reader->mentions.items;
    const uint32_t       *own = draft->mentions.items;
    for (size_t i = 0; i < draft->mentions.count; i++) {
        coding_span span = mentions[own[i]].span;
        const char *word = severity_in(drafts->reader, span, CODING__AXIS_WORDS);
        if (!word) word = severity_in(drafts->reader, behind(drafts->reader, span), 1);
        if (word && fill(drafts, draft, "unspecified severity", word)) return;
    }
}

/* What a dementia comes with, by words behind it, and by those of the titles. */
static const struct manner {
    const char *word, *title;
} manners[] = {
    {"agitation", "with agitation"},
    {"anxiety", "with anxiety"},
    {"delusions", "with psychotic disturbance"},
    {"depression", "with mood disturbance"},
    {"hallucinations", "with psychotic disturbance"},
    {"mood", "with mood disturbance"},
    {"psychosis", "with psychotic disturbance"},
    {"psychotic", "with psychotic disturbance"},
};

static const char *manner_in(const coding__note_reader *reader, coding_span span)
{
    static const char with[] = " with ";
    const char       *text = reader->sentence.text + span.offset;
    coding__axis_word found[CODING__AXIS_WORDS];
    size_t            at = 0, length = sizeof with - 1;
    while (at + length < span.length && !coding__text_equal(text + at, length, with, length)) at++;
    if (at + length >= span.length) return NULL;
    size_t count = coding__axis_words(text + at + length, span.length - at - length, found);
    for (size_t i = 0; i < count && i < 2; i++)
        for (size_t m = 0; m < sizeof manners / sizeof *manners; m++)
            if (!strcmp(found[i].text, manners[m].word)) return manners[m].title;
    return NULL;
}

static void drop_within(coding__drafts *drafts, const coding__draft *but, coding_span span)
{
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft        *other = &drafts->items[i];
        const coding_mention *mention = coding__draft_mention(drafts, other);
        if (other == but || !mention || !coding__draft_counts(other)) continue;
        if (mention->span.offset >= span.offset && mention->span.offset < span.offset + span.length) other->gone = true;
    }
}

static void fill_manner(coding__drafts *drafts, coding__draft *draft)
{
    static const char own[] = "without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety";
    const coding_mention *mention = coding__draft_mention(drafts, draft);
    if (!mention || coding__letter_of(drafts->reader->desk->book, draft->row) != 'F') return;
    if (!coding__title_has(drafts->reader->desk->book, draft->row, own)) return;
    coding_span span = behind(drafts->reader, mention->span);
    const char *title = manner_in(drafts->reader, span);
    if (title && fill(drafts, draft, own, title)) drop_within(drafts, draft, span);
}

/* Weeks of the pregnancy that something in the note tells: Z3A.24; 0 where nothing does. */
static int weeks_of(const coding__drafts *drafts)
{
    char text[CODING_CODE_TEXT];
    int  weeks = 0;
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding_code code = coding__row_code(drafts->reader->desk->book, drafts->items[i].row);
        if (drafts->items[i].gone || drafts->items[i].withheld) continue;
        if (sscanf(coding_code_format(code, text), "Z3A.%2d", &weeks) == 1 && weeks > 7 && weeks < 43) return weeks;
    }
    return 0;
}

void coding__fill_titles(coding__drafts *drafts)
{
    int         weeks = weeks_of(drafts);
    const char *trimester = weeks < 14 ? "first trimester" : weeks < 28 ? "second trimester" : "third trimester";
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *draft = &drafts->items[i];
        if (!coding__draft_counts(draft)) continue;
        fill_severity(drafts, draft);
        if (!draft->gone) fill_manner(drafts, draft);
        if (weeks && !draft->gone && coding__letter_of(drafts->reader->desk->book, draft->row) == 'O')
            fill(drafts, draft, "unspecified trimester", trimester);
    }
}
