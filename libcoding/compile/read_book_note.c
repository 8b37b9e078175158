/* What notes are read by, of a book that is extended. */
#include <string.h>

#include "book/book.h"
#include "compile/read_book.h"

typedef struct reading {
    coding__model     *model;
    const coding_book *book;
    uint32_t           origins; /* the model's number of the book's origin 0 */
} reading;

static coding__word word_at(const reading *r, coding__section section, uint32_t record, unsigned field)
{
    const char *text = coding__text_of(r->book, section, record, field);
    return coding__intern(r->model, text, strlen(text));
}

static uint32_t origin_at(const reading *r, coding__section section, uint32_t record, unsigned field)
{
    uint32_t origin = coding__u32(r->book, section, record, field);
    return origin && origin < coding__count(r->book, CODING__ORIGINS) ? r->origins + origin : 0;
}

static coding_code code_at(const reading *r, coding__section section, uint32_t record, unsigned field)
{
    return coding__row_code(r->book, coding__u32(r->book, section, record, field)); /* 0 where it names no row */
}

static void read_cue(const reading *r, uint32_t i)
{
    coding__note_cue cue = {
        .text = word_at(r, CODING__CUES, i, CODING__CUE_TEXT),
        .class = (uint8_t)coding__u8(r->book, CODING__CUES, i, CODING__CUE_CLASS),
        .where = (uint8_t)coding__u8(r->book, CODING__CUES, i, CODING__CUE_WHERE),
        .scope = (uint8_t)coding__u8(r->book, CODING__CUES, i, CODING__CUE_SCOPE),
        .tokens = (uint8_t)coding__u8(r->book, CODING__CUES, i, CODING__CUE_TOKENS),
        .origin = origin_at(r, CODING__CUES, i, CODING__CUE_ORIGIN),
        .line = coding__u32(r->book, CODING__CUES, i, CODING__CUE_LINE),
    };
    *(coding__note_cue *)coding__push(r->model, &r->model->notes.cues, sizeof cue) = cue;
}

static void read_heading(const reading *r, uint32_t i)
{
    coding__note_heading heading = {
        .text = word_at(r, CODING__HEADINGS, i, CODING__HEADING_TEXT),
        .passage = (uint8_t)coding__u8(r->book, CODING__HEADINGS, i, CODING__HEADING_PASSAGE),
        .origin = origin_at(r, CODING__HEADINGS, i, CODING__HEADING_ORIGIN),
        .line = coding__u32(r->book, CODING__HEADINGS, i, CODING__HEADING_LINE),
    };
    *(coding__note_heading *)coding__push(r->model, &r->model->notes.headings, sizeof heading) = heading;
}

static void read_word(const reading *r, uint32_t i)
{
    coding__note_word word = {
        .text = word_at(r, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_TEXT),
        .code = code_at(r, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_ROW),
        .use = (uint8_t)coding__u8(r->book, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_USE),
        .origin = origin_at(r, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_ORIGIN),
        .line = coding__u32(r->book, CODING__NOTE_WORDS, i, CODING__NOTE_WORD_LINE),
    };
    *(coding__note_word *)coding__push(r->model, &r->model->notes.words, sizeof word) = word;
}

static void read_link(const reading *r, uint32_t i)
{
    coding__note_link link = {
        .of = {code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_FIRST),
               code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_LAST)},
        .with = {code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_WITH_FIRST),
                 code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_WITH_LAST)},
        .code = code_at(r, CODING__NOTE_LINKS, i, CODING__LINK_ROW),
        .kind = (uint8_t)coding__u8(r->book, CODING__NOTE_LINKS, i, CODING__LINK_KIND),
        .origin = origin_at(r, CODING__NOTE_LINKS, i, CODING__LINK_ORIGIN),
        .line = coding__u32(r->book, CODING__NOTE_LINKS, i, CODING__LINK_LINE),
    };
    if (link.of.first) *(coding__note_link *)coding__push(r->model, &r->model->notes.links, sizeof link) = link;
}

void coding__take_note_tables(coding__model *model, const coding_book *book, uint32_t origins)
{
    reading r = {model, book, origins};
    for (uint32_t i = 0; i < coding__count(book, CODING__CUES) && !model->no_memory; i++) read_cue(&r, i);
    for (uint32_t i = 0; i < coding__count(book, CODING__HEADINGS) && !model->no_memory; i++) read_heading(&r, i);
    for (uint32_t i = 0; i < coding__count(book, CODING__NOTE_WORDS) && !model->no_memory; i++) read_word(&r, i);
    for (uint32_t i = 0; i < coding__count(book, CODING__NOTE_LINKS) && !model->no_memory; i++) read_link(&r, i);
}
