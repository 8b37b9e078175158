/* What the patient lives with: a device, a stoma, what is missing since an operation; phrases of table note.words. The
 * longest at each place counts, and what the book has for a part of it is not meant ("mechanical aortic valve"). */
#include <string.h>

#include "base/text.h"
#include "note/propose.h"
#include "note/stretch.h"

enum { PHRASE_MOST = 48 };

/* The first record from `first` on whose text begins with a text; UINT32_MAX where none does. */
static uint32_t begins_with(const coding_book *book, uint32_t first, const char *text, size_t length)
{
    uint32_t count = coding__count(book, CODING__NOTE_WORDS), past = count;
    while (first < past) {
        uint32_t    middle = first + (past - first) / 2;
        const char *word = coding__text_of(book, CODING__NOTE_WORDS, middle, CODING__NOTE_WORD_TEXT);
        if (strncmp(word, text, length) < 0) first = middle + 1;
        else past = middle;
    }
    if (first >= count) return UINT32_MAX;
    const char *word = coding__text_of(book, CODING__NOTE_WORDS, first, CODING__NOTE_WORD_TEXT);
    return strncmp(word, text, length) ? UINT32_MAX : first;
}

static size_t add_word(const coding__note_reader *reader, size_t index, char *text, size_t length)
{
    const coding__note_token *token = &reader->sentence.tokens[index];
    if (length + token->length + 2 > PHRASE_MOST) return 0;
    if (length) text[length++] = ' ';
    for (size_t i = 0; i < token->length; i++) text[length++] = coding__to_lower(coding__token_text(reader, index)[i]);
    text[length] = '\0';
    return length;
}

static bool is_phrase(const coding_book *book, uint32_t record, size_t words)
{
    coding__note_use use = coding__note_use_of(book, record);
    return use == CODING__NOTE_STATUS || use == CODING__NOTE_DONE || (use == CODING__NOTE_BESIDE && words > 1);
}

/* The words of the longest phrase that begins at a token; 0 where none does. */
static size_t phrase_at(const coding__note_reader *reader, size_t at, uint32_t *record)
{
    const coding_book *book = reader->desk->book;
    char               text[PHRASE_MOST];
    size_t             length = 0, found = 0;
    uint32_t           first = 0;
    for (size_t i = at; i < reader->sentence.count && i < at + CODING__NOTE_WORD_TOKENS; i++) {
        length = add_word(reader, i, text, length);
        if (!length) break;
        first = begins_with(book, first, text, length);
        if (first == UINT32_MAX) break;
        bool whole = !strcmp(coding__text_of(book, CODING__NOTE_WORDS, first, CODING__NOTE_WORD_TEXT), text);
        if (whole && is_phrase(book, first, i + 1 - at)) *record = first, found = i + 1 - at;
    }
    memset(text, 0, sizeof text);
    return found;
}

static void add_status(coding__note_reader *reader, coding__stretch piece, uint32_t record)
{
    const coding_book *book = reader->desk->book;
    uint32_t           row = coding__u32(book, CODING__NOTE_WORDS, record, CODING__NOTE_WORD_ROW);
    coding__note_use   use = coding__note_use_of(book, record);
    coding_mention     mention = {
            .span = coding__stretch_span(reader, piece), .entry = coding_book_entry(book, row), .confidence = 1};
    if (!mention.entry.book) return;
    mention.concept = coding_entry_title(reader->desk, mention.entry, reader->scope.on);
    coding__add_mention(reader, piece, &mention,
                        (coding__mention_detail){.status = use == CODING__NOTE_STATUS,
                                                 .done = use == CODING__NOTE_DONE,
                                                 .phrase = true,
                                                 .index = use == CODING__NOTE_BESIDE});
}

void coding__find_statuses(coding__note_reader *reader)
{
    uint32_t record;
    for (size_t i = 0, words; i < reader->sentence.count; i += words ? words : 1) {
        words = reader->sentence.tokens[i].kind == CODING__NOTE_WORD ? phrase_at(reader, i, &record) : 0;
        if (words) add_status(reader, (coding__stretch){i, i + words}, record);
    }
}

bool coding__is_status(const coding_mention *mention, const coding__mention_detail *detail)
{
    bool past = mention->assertion & CODING_ASSERT_HISTORICAL || mention->passage == CODING_PASSAGE_PAST;
    return detail->status || (detail->done && past);
}

static bool is_inside(coding_span inner, coding_span outer)
{
    return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

/* An operation that is planned or of today means no status. */
static bool is_meant(const coding_mention *mention, const coding__mention_detail *detail)
{
    return detail->phrase && (!detail->done || coding__is_status(mention, detail));
}

bool coding__is_within_status(const coding__note_reader *reader, uint32_t mention)
{
    const coding_mention         *mentions = reader->mentions.items;
    const coding__mention_detail *details = reader->details.items;
    uint32_t                      first = mention, past = mention + 1, sentence = mentions[mention].sentence;
    while (first && mentions[first - 1].sentence == sentence) first--;
    while (past < reader->mentions.count && mentions[past].sentence == sentence) past++;
    for (uint32_t i = first; i < past && !details[mention].phrase; i++)
        if (is_meant(&mentions[i], &details[i]) && is_inside(mentions[mention].span, mentions[i].span)) return true;
    return false;
}
