#include "note/sentence.h"

#include <string.h>

#include "base/text.h"

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
    if (is_shouted(walk->text, begin, last) && (alone || ends_line)) return walk->passage = CODING_PASSAGE_OTHER, end;
    return at;
}

static bool is_abbreviated(const char *text, size_t begin, size_t dot)
{
    static const char *const words[] = {"dr", "mr", "mrs", "ms", "vs", "i.e", "e.g", "no", "st", "approx", "pt", "hx",
                                        "etc", "fig", "jr", "sr", "dept", "inc", "al", "cf"};
    size_t from = dot;
    while (from > begin && (coding__is_letter(text[from - 1]) || text[from - 1] == '.')) from--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (coding__text_equal(text + from, dot - from, words[i], strlen(words[i]))) return true;
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
    return !is_abbreviated(walk->text, begin, at);
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

/* Cuts it into tokens; what is past the last one that fits is the next sentence's. */
static size_t cut(coding__sentence *sentence, const char *text, size_t begin, size_t end)
{
    sentence->text = text;
    sentence->offset = begin;
    sentence->count = 0;
    for (size_t at = 0; sentence->count < CODING__SENTENCE_TOKENS;) {
        coding__note_token *token = &sentence->tokens[sentence->count];
        if (!coding__note_token_at(text + begin, end - begin, at, token)) return sentence->length = end - begin, end;
        at = (size_t)token->offset + token->length;
        sentence->count++;
    }
    const coding__note_token *last = &sentence->tokens[sentence->count - 1];
    return sentence->length = (size_t)last->offset + last->length, begin + sentence->length;
}

bool coding__note_next(coding__note_walk *walk, coding__sentence *sentence)
{
    while (walk->at < walk->length) {
        bool begins_line = !walk->at || walk->text[walk->at - 1] == '\n';
        if (begins_line) walk->at = read_heading(walk, walk->at);
        size_t end = walk->at < walk->end ? walk->end : sentence_end(walk, walk->at);
        walk->end = end;
        sentence->passage = walk->passage;
        walk->at = cut(sentence, walk->text, walk->at, end);
        if (walk->at == end && end < walk->length && walk->text[end] == '\n') walk->at++;
        if (!sentence->count) continue;
        sentence->number = walk->sentences++;
        return true;
    }
    return false;
}
