/* What operations are read by, of a book that is extended. Body parts that its labels name are named again. */
#include "book/book.h"
#include "compile/read_book.h"

static void read_root(const coding__book_reading *r, uint32_t i)
{
    coding__operation_root root = {
        .section = (char)coding__u8(r->book, CODING__OPERATION_ROOTS, i, CODING__ROOT_SECTION),
        .character = (char)coding__u8(r->book, CODING__OPERATION_ROOTS, i, CODING__ROOT_CHARACTER),
        .name = coding__word_at(r, CODING__OPERATION_ROOTS, i, CODING__ROOT_NAME),
        .definition = coding__word_at(r, CODING__OPERATION_ROOTS, i, CODING__ROOT_DEFINITION),
        .guideline = coding__word_at(r, CODING__OPERATION_ROOTS, i, CODING__ROOT_GUIDELINE),
        .origin = coding__origin_at(r, CODING__OPERATION_ROOTS, i, CODING__ROOT_ORIGIN),
        .line = coding__u32(r->book, CODING__OPERATION_ROOTS, i, CODING__ROOT_LINE),
    };
    *(coding__operation_root *)coding__push(r->model, &r->model->operations.roots, sizeof root) = root;
}

static void read_word(const coding__book_reading *r, uint32_t i)
{
    coding__operation_word word = {
        .text = coding__word_at(r, CODING__OPERATION_WORDS, i, CODING__OP_TEXT),
        .part = coding__word_at(r, CODING__OPERATION_WORDS, i, CODING__OP_PART),
        .device = coding__word_at(r, CODING__OPERATION_WORDS, i, CODING__OP_DEVICE),
        .qualifier = coding__word_at(r, CODING__OPERATION_WORDS, i, CODING__OP_QUALIFIER),
        .guideline = coding__word_at(r, CODING__OPERATION_WORDS, i, CODING__OP_GUIDELINE),
        .roots = coding__u64(r->book, CODING__OPERATION_WORDS, i, CODING__OP_ROOTS),
        .approaches = coding__u64(r->book, CODING__OPERATION_WORDS, i, CODING__OP_APPROACHES),
        .section = (char)coding__u8(r->book, CODING__OPERATION_WORDS, i, CODING__OP_SECTION),
        .system = (char)coding__u8(r->book, CODING__OPERATION_WORDS, i, CODING__OP_SYSTEM),
        .kind = (uint8_t)coding__u8(r->book, CODING__OPERATION_WORDS, i, CODING__OP_KIND),
        .tokens = (uint8_t)coding__u8(r->book, CODING__OPERATION_WORDS, i, CODING__OP_TOKENS),
        .origin = coding__origin_at(r, CODING__OPERATION_WORDS, i, CODING__OP_ORIGIN),
        .line = coding__u32(r->book, CODING__OPERATION_WORDS, i, CODING__OP_LINE),
    };
    if (!coding__u32(r->book, CODING__OPERATION_WORDS, i, CODING__OP_ORIGIN)) return;
    *(coding__operation_word *)coding__push(r->model, &r->model->operations.words, sizeof word) = word;
}

void coding__take_operations(const coding__book_reading *r)
{
    uint32_t roots = coding__count(r->book, CODING__OPERATION_ROOTS);
    uint32_t words = coding__count(r->book, CODING__OPERATION_WORDS);
    for (uint32_t i = 0; i < roots && !r->model->no_memory; i++) read_root(r, i);
    for (uint32_t i = 0; i < words && !r->model->no_memory; i++) read_word(r, i);
}
