#include "note/sentence.h"

#include <string.h>

#include "base/text.h"
#include "note/list.h"

enum { HEADING_MOST = 64, HEADING_WORDS = 6 };

coding__note_walk coding__note_begin(const coding_book *book, const char *text, size_t length)
{
    return (coding__note_walk){.book = book, .text = text, .length = length};
}

static size_t line_end(const coding__note_walk *walk, size_t at)
{
    const char *end = at < walk->length ? memchr(walk->text + at, '\n', walk->length - at) : NULL;
    return end ? (size_t)(end - walk->text) : walk->length;
}

bool coding__heading_passage(const coding_book *book, const char *text, size_t length, coding_passage *passage)
{
    char     canonical[HEADING_MOST];
    unsigned words;
    if (!coding__canonical(text, length, canonical, sizeof canonical, &words)) return false;
    uint32_t record = coding__record_of_text(book, CODING__HEADINGS, CODING__HEADING_TEXT, canonical);
    if (record == UINT32_MAX) return false;
    *passage = (coding_passage)coding__u8(book, CODING__HEADINGS, record, CODING__HEADING_PASSAGE);
    return true;
}

/* What may stand before a heading: blanks, bullets, numbering and marks of emphasis. */
static size_t past_bullets(const char *text, size_t at, size_t end)
{
    while (at < end && strchr(" \t\r#*>•-", text[at]) && text[at]) at++;
    size_t number = at;
    while (number < end && coding__is_digit(text[number])) number++;
    if (number > at && number < end && (text[number] == '.' || text[number] == ')')) at = number + 1;
    while (at < end && (text[at] == ' ' || text[at] == '\t')) at++;
    return at;
}

/* The colon that ends a heading of a line, among its first words; `end` where there is none. */
static size_t colon_of(const char *text, size_t at, size_t end)
{
    size_t blanks = 0;
    for (size_t i = at; i < end && i - at < HEADING_MOST && blanks < HEADING_WORDS; i++) {
        if (text[i] == ':') return i;
        blanks += text[i] == ' ';
    }
    return end;
}

static size_t trimmed(const char *text, size_t at, size_t end)
{
    while (end > at && strchr(" \t\r*:#", text[end - 1]) && text[end - 1]) end--;
    return end;
}

/* A line of capitals with nothing behind it opens a passage even where nobody knows its name; with a full stop it is a
 * sentence. */
static bool is_shouted(const char *text, size_t at, size_t end)
{
    size_t letters = 0;
    if (text[end - 1] == '.') return false;
    for (size_t i = at; i < end; i++) {
        if (coding__is_lower(text[i]) || coding__is_digit(text[i])) return false;
        letters += coding__is_upper(text[i]);
    }
    return letters >= 4 && end - at < HEADING_MOST;
}

/* Reads the heading that a line begins with, if it does; answers where its text goes on. */
static size_t read_heading(coding__note_walk *walk, size_t at)
{
    size_t end = line_end(walk, at), begin = past_bullets(walk->text, at, end);
    size_t colon = colon_of(walk->text, begin, end), last = trimmed(walk->text, begin, colon);
    bool   alone = colon == end;
    if (begin == last) return at;
    if (alone && last - begin < 3) return at; /* "A" on a line of its own is an item, not an assessment */
    if (coding__heading_passage(walk->book, walk->text + begin, last - begin, &walk->passage))
        return alone ? end : colon + 1;
    bool ends_line = !alone && trimmed(walk->text, colon, end) == colon;
    if (ends_line && coding__opens_list(walk->book, walk->text, begin, colon + 1)) return at;
    if (is_shouted(walk->text, begin, last) && (alone || ends_line)) return walk->passage = CODING_PASSAGE_OTHER, end;
    return at;
}

/* `goes_on`: a small letter follows. */
static bool is_abbreviated(const char *text, size_t begin, size_t dot, bool goes_on)
{
    static const char *const words[] = {"dr", "mr", "mrs", "ms", "vs", "i.e", "e.g", "no", "st", "approx", "pt", "hx",
                                        "etc", "fig", "jr", "sr", "dept", "inc", "al", "cf"};
    static const char *const before[] = {"neg", "pos", "susp", "poss", "prob"}; /* "neg. for DVT"; "CT neg. No DVT" */
    size_t                   from = dot;
    while (from > begin && (coding__is_letter(text[from - 1]) || text[from - 1] == '.')) from--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (coding__text_equal(text + from, dot - from, words[i], strlen(words[i]))) return true;
    for (size_t i = 0; goes_on && i < sizeof before / sizeof *before; i++)
        if (coding__text_equal(text + from, dot - from, before[i], strlen(before[i]))) return true;
    return dot - from == 1 && coding__is_upper(text[from]); /* an initial */
}

/* "?pneumonia", "? pneumonia": a mark before what is in question. */
static bool opens_question(const coding__note_walk *walk, size_t begin, size_t at)
{
    size_t next = at + 1 < walk->length ? at + 1 : at;
    while (begin < at && (walk->text[begin] == ' ' || walk->text[begin] == '-')) begin++;
    return coding__is_letter(walk->text[next]) || (begin == at && walk->text[next] == ' ');
}

static bool ends_sentence(const coding__note_walk *walk, size_t begin, size_t at)
{
    char c = walk->text[at];
    char next = at + 1 < walk->length ? walk->text[at + 1] : '\n';
    if (c == '?') return !opens_question(walk, begin, at);
    if (c == '!' || c == ';') return true;
    if (c != '.' || (unsigned char)next > ' ') return false;
    bool goes_on = next == ' ' && at + 2 < walk->length && coding__is_lower(walk->text[at + 2]);
    return !is_abbreviated(walk->text, begin, at, goes_on);
}

/* A line break goes on with the prose where the next line begins with a small letter. */
static bool is_wrapped(const coding__note_walk *walk, size_t at)
{
    size_t next = at + 1;
    while (next < walk->length && (walk->text[next] == ' ' || walk->text[next] == '\t')) next++;
    return next < walk->length && coding__is_lower(walk->text[next]) && colon_of(walk->text, next, line_end(walk, next))
                                                                          == line_end(walk, next);
}

enum { SENTENCE_BYTES = 1 << 14, WORD_BYTES = 64 };

/* What goes on without an end is cut behind a blank, or else where a character begins, so that nobody looks for its end
 * again and again. */
static size_t cut_before(const coding__note_walk *walk, size_t most)
{
    for (size_t back = 0; back < WORD_BYTES; back++)
        if (walk->text[most - back - 1] == ' ') return most - back;
    for (size_t back = 0; back < 3 && ((unsigned char)walk->text[most] & 0xC0) == 0x80; back++) most--;
    return most;
}

static size_t sentence_end(const coding__note_walk *walk, size_t begin)
{
    size_t most = walk->length - begin > SENTENCE_BYTES ? begin + SENTENCE_BYTES : walk->length;
    for (size_t at = begin; at < most; at++) {
        if (walk->text[at] == '\n' && !is_wrapped(walk, at)) return at;
        if (ends_sentence(walk, begin, at)) return at + 1;
    }
    return most < walk->length ? cut_before(walk, most) : most;
}

/* A minus sign before a word is a token, where it is one: "+cough, -SOB". */
static bool add_sign(coding__sentence *sentence, const coding__note_token *word, bool signs)
{
    size_t at = word->offset;
    while (at && sentence->text[sentence->offset + at - 1] == ' ') at--;
    if (!signs || !at || sentence->text[sentence->offset + at - 1] != '-') return false;
    coding__note_token sign = {.offset = (uint32_t)at - 1, .length = 1, .kind = CODING__NOTE_MARK, .first = '-'};
    sentence->tokens[sentence->count] = sign;
    return coding__is_sign(sentence, sentence->count);
}

/* Adds the tokens of a stretch of the text; what is past the last one that fits is the next sentence's. */
static size_t cut(coding__sentence *sentence, size_t begin, size_t end)
{
    const char        *text = sentence->text + sentence->offset;
    size_t             at = begin - sentence->offset, past = end - sentence->offset;
    bool               signs = coding__has_signs(sentence->text, begin, end);
    coding__note_token token;
    while (sentence->count + 1 < CODING__SENTENCE_TOKENS) {
        if (!coding__note_token_at(text, past, at, &token)) return end;
        if (add_sign(sentence, &token, signs)) sentence->count++;
        at = (size_t)token.offset + token.length;
        sentence->tokens[sentence->count++] = token;
    }
    return sentence->offset + at;
}

/* An item of a list is read behind the words that opened it, as if they stood in its line. */
static size_t cut_sentence(const coding__note_walk *walk, coding__sentence *sentence, size_t begin, size_t end)
{
    bool listed = walk->opener.length && begin < walk->item;
    sentence->text = walk->text;
    sentence->offset = listed ? walk->opener.offset : begin;
    sentence->count = 0;
    sentence->length = end - sentence->offset;
    if (listed) cut(sentence, walk->opener.offset, walk->opener.offset + walk->opener.length);
    size_t opened = sentence->count, past = cut(sentence, begin, end);
    if (sentence->count == opened) sentence->count = 0;
    sentence->length = past - sentence->offset;
    return past;
}

/* A list goes on while lines begin with a bullet; before its first item a line may be empty. */
static void read_item(coding__note_walk *walk)
{
    size_t end = line_end(walk, walk->at), begin = past_bullets(walk->text, walk->at, end);
    bool   bullet = false;
    for (size_t i = walk->at; i < begin; i++) bullet |= (unsigned char)walk->text[i] > ' ';
    if (bullet && begin < end) walk->item = end;
    else if (walk->item || begin < end) walk->opener = (coding_span){0, 0};
}

bool coding__note_next(coding__note_walk *walk, coding__sentence *sentence)
{
    while (walk->at < walk->length) {
        bool begins_line = !walk->at || walk->text[walk->at - 1] == '\n';
        if (begins_line && walk->opener.length) read_item(walk);
        size_t from = walk->at;
        if (begins_line) walk->at = read_heading(walk, walk->at);
        if (walk->at != from) walk->opener = (coding_span){0, 0};
        size_t end = walk->at < walk->end ? walk->end : sentence_end(walk, walk->at);
        walk->end = end;
        sentence->passage = walk->passage;
        walk->at = cut_sentence(walk, sentence, walk->at, end);
        bool ends_line = walk->at == end && end < walk->length && walk->text[end] == '\n';
        if (ends_line) walk->at++;
        if (!sentence->count) continue;
        if (ends_line && coding__find_opener(walk->book, sentence, &walk->opener)) walk->item = 0;
        sentence->number = walk->sentences++;
        return true;
    }
    return false;
}
