#include "operation/several.h"

#include <string.h>

#include "base/text.h"
#include "operation/count.h"

/* Words that may stand between two body parts that are named together. */
static bool joins(const char *word, size_t length)
{
    static const char *const words[] = {"the", "a", "an", "of", "from", "in", "right", "left", "bilateral", "both"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (coding__text_equal(word, length, words[i], strlen(words[i]))) return true;
    return false;
}

/* Is a body part at `at` coupled to one before it: ", the", "and from the left"? */
static bool is_coupled(const char *text, size_t from, size_t at)
{
    while (at > from) {
        size_t past;
        while (at > from && text[at - 1] == ' ') at--;
        if (at > from && strchr(",&", text[at - 1])) return true;
        for (past = at; at > from && coding__is_letter(text[at - 1]);) at--;
        if (at == past) return false;
        if (coding__text_equal(text + at, past - at, "and", 3)) return true;
        if (!joins(text + at, past - at)) return false;
    }
    return false;
}

/* Of the sides that are said, the one nearest before a body part, behind the part before it. */
static uint32_t side_before(const char *text, size_t from, size_t at)
{
    static const struct {
        const char *word;
        uint32_t    side;
    } words[] = {{"right", CODING__SIDE_RIGHT}, {"left", CODING__SIDE_LEFT}, {"bilateral", CODING__SIDE_BOTH}};
    while (at > from) {
        size_t past = at;
        while (at > from && coding__is_letter(text[at - 1])) at--;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (coding__text_equal(text + at, past - at, words[i].word, strlen(words[i].word))) return words[i].side;
        if (at == past) at--;
    }
    return 0;
}

/* Operations whose object is the part beside them. What is put in, sewn to or looked at names other parts as well. */
static bool may_be_several(const coding__report *report, const coding__procedure *procedure)
{
    static const char  roots[] = "59BCDHNST"; /* H: leads */
    const coding_book *book = report->desk->book;
    char               root = coding__single_of(coding__op_mask(book, procedure->record, CODING__OP_ROOTS));
    if (root == 'H' && coding__op_kind_of(book, procedure->record) != CODING__OP_TOLD) return false;
    if (coding__is_coronary(report, procedure)) return false;
    if (coding__u8(book, CODING__OPERATION_WORDS, procedure->record, CODING__OP_SECTION) != '0') return false;
    return root && strchr(roots, root) && !*coding__op_part(book, procedure->record);
}

/* "Skin and fascia" are layers of one place (B3.5). */
static bool is_layer(const coding__report *report, const coding__piece *piece)
{
    const coding_book *book = report->desk->book;
    for (uint16_t i = 0; i < piece->records; i++)
        if (coding__op_kind_of(book, piece->record + i) == CODING__OP_WORD
            && coding__u8(book, CODING__OPERATION_WORDS, piece->record + i, CODING__OP_SYSTEM))
            return true;
    return false;
}

static void take_part(const coding__report *report, const coding__procedure *procedure, size_t index, size_t from,
                      coding__several *made)
{
    coding__procedure   one = *procedure;
    const coding__piece part = procedure->parts.items[index];
    one.parts = (coding__pieces){.items = {part}, .count = 1};
    uint32_t side = side_before(report->text, from, part.span.offset);
    if (side) one.sides = side;
    coding__add_several(made, &one);
}

/* Body parts that are named together are an operation each (B3.2a, b). */
static void take_parts(const coding__report *report, const coding__procedure *procedure, coding__several *made)
{
    size_t first = 0, count = procedure->parts.count, from = procedure->span.offset + procedure->span.length;
    while (first < count && procedure->parts.items[first].span.offset < from) first++;
    size_t past = first + 1;
    while (past < count) {
        coding_span before = procedure->parts.items[past - 1].span;
        if (!is_coupled(report->text, before.offset + before.length, procedure->parts.items[past].span.offset)) break;
        if (is_layer(report, &procedure->parts.items[past])) break;
        past++;
    }
    if (past < first + 2 || past > count || first) {
        coding__add_several(made, procedure);
        return;
    }
    for (size_t i = first; i < past; i++) {
        take_part(report, procedure, i, from, made);
        from = procedure->parts.items[i].span.offset + procedure->parts.items[i].span.length;
    }
}

/* What the title names without a place, the body places: once, or in several. */
static bool take_echoes(const coding__report *report, const coding__procedure *procedure, coding__several *made)
{
    const coding__procedure *echo;
    if (procedure->parts.count) return false;
    for (size_t at = 0; (echo = coding__next_echo(report, procedure, &at));) {
        coding__procedure one = *procedure;
        if (!echo->parts.count) continue;
        one.region = echo->region;
        one.parts = echo->parts;
        if (echo->sides) one.sides = echo->sides, one.side = echo->side;
        one.span = echo->span;
        for (size_t i = 0; i < echo->words.count; i++) coding__add_piece(&one.words, echo->words.items[i]);
        take_parts(report, &one, made);
    }
    return made->count != 0;
}

static bool take_sources(const coding__report *report, const coding__procedure *procedure, coding__several *made)
{
    coding__procedure one;
    for (size_t i = 0; coding__bypass_from(report, procedure, i, &one); i++) coding__add_several(made, &one);
    return made->count != 0;
}

void coding__several_of(const coding__report *report, const coding__procedure *procedure, coding__several *made)
{
    made->count = 0;
    if (take_sources(report, procedure, made) || coding__fused(report, procedure, made)) return;
    if (!may_be_several(report, procedure)) coding__add_several(made, procedure);
    else if (!take_echoes(report, procedure, made)) take_parts(report, procedure, made);
}
