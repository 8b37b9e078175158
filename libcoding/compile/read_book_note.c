/* What notes are read by, of a book that is extended. */
#include <string.h>

#include "book/book.h"
#include "compile/read_book.h"

static void read_cue(const coding__book_reading *r, uint32_t i)
{
    coding__note_cue cue = {
        .text = coding__word_at(r, CODING__CUES, i, CODING__CUE_TEXT),
        .class = (uint8_t)coding__u8(r->book, CODING__CUES, i, CODING__CUE_CLASS),
        .where = (uint8_t)coding__u8(r->book, CODING__CUES, i, CODING__CUE_WHERE),
        .scope = (uint8_t)coding__u8(r->book, CODING__CUES, i, CODING__CUE_SCOPE),
        .tokens = (uint8_t)coding__u8(r->book, CODING__CUES, i, CODING__CUE_TOKENS),
        .origin = coding__origin_at(r, CODING__CUES, i, CODING__CUE_ORIGIN),
        .line = coding__u32(r->book, CODING__CUES, i, CODING__CUE_LINE),
    };
    *(coding__note_cue *)coding__push(r->model, &r->model->notes.cues, sizeof cue) = cue;
}

static void read_heading(const coding__book_reading *r, uint32_t i)
{
    coding__note_heading heading = {
        .text = coding__word_at(r, CODING__HEADINGS, i, CODING__HEADING_TEXT),
        .passage = (uint8_t)coding__u8(r->book, CODING__HEADINGS, i, CODING__HEADING_PASSAGE),
        .origin = coding__origin_at(r, CODING__HEADINGS, i, CODING__HEADING_ORIGIN),
        .line = coding__u32(r->book, CODING__HEADINGS, i, CODING__HEADING_LINE),
    };
    *(coding__note_heading *)coding__push(r->model, &r->model->notes.headings, sizeof heading) = heading;
}

static void read_word(const coding__book_reading *r, uint32_t i)
{
    coding__note_word word = {
        .text = coding__word_at(r, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_TEXT),
        .code = coding__code_at(r, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_ROW),
        .use = (uint8_t)coding__u8(r->book, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_USE),
        .origin = coding__origin_at(r, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_ORIGIN),
        .line = coding__u32(r->book, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_LINE),
    };
    *(coding__note_word *)coding__push(r->model, &r->model->notes.words, sizeof word) = word;
}

static void read_link(const coding__book_reading *r, uint32_t i)
{
    coding__note_link link = {
        .of = {coding__code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_FIRST),
               coding__code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_LAST)},
        .with = {coding__code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_WITH_FIRST),
                 coding__code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_WITH_LAST)},
        .code = coding__code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_ROW),
        .kind = (uint8_t)coding__u8(r->book, CODING__NOTE_LINKS, i, CODING__LINK_KIND),
        .origin = coding__origin_at(r, CODING__NOTE_LINKS, i, CODING__LINK_ORIGIN),
        .line = coding__u32(r->book, CODING__NOTE_LINKS, i, CODING__LINK_LINE),
    };
    if (link.of.first) *(coding__note_link *)coding__push(r->model, &r->model->notes.links, sizeof link) = link;
}

void coding__take_note_tables(const coding__book_reading *r)
{
    for (uint32_t i = 0; i < coding__count(r->book, CODING__CUES) && !r->model->no_memory; i++) read_cue(r, i);
    for (uint32_t i = 0; i < coding__count(r->book, CODING__HEADINGS) && !r->model->no_memory; i++) read_heading(r, i);
    for (uint32_t i = 0; i < coding__count(r->book, CODING__NOTE_WORDS) && !r->model->no_memory; i++) read_word(r, i);
    for (uint32_t i = 0; i < coding__count(r->book, CODING__NOTE_LINKS) && !r->model->no_memory; i++) read_link(r, i);
}
