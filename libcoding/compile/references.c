#include "compile/references.h"

#include <string.h>

#include "base/text.h"
#include "code/code.h"

/* A reader of one bracket's words. */
typedef struct reader {
    coding__model  *model;
    const char     *at;
    const char     *end;
    coding__vector *references;
    size_t          group; /* first reference of the list that a "with" restricts */
} reader;

static void skip(reader *r, const char *characters)
{
    while (r->at < r->end && strchr(characters, *r->at)) r->at++;
}

static bool take(reader *r, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(r->end - r->at) < length || !coding__text_equal(r->at, length, word, length)) return false;
    r->at += length;
    return true;
}

static bool is_code_character(char c) { return coding__is_digit(c) || coding__is_upper(c); }

/* A code as notes print it: A18.32, J65, A04. with its dot. No code: nothing is taken, and 0 is the answer. */
static coding_code take_code(reader *r)
{
    const char *at = r->at;
    if (r->end - at < 3 || !coding__is_upper(at[0]) || !is_code_character(at[1]) || !is_code_character(at[2])) return 0;
    const char *tail = at + 3;
    if (tail < r->end && is_code_character(*tail)) return 0; /* G6PD is an enzyme */
    if (tail < r->end && *tail == '.') tail++;
    const char *past = tail;
    while (past < r->end && is_code_character(*past) && past - tail < 4) past++;
    coding_code code = coding__code_of(CODING_ICD10CM, at, 3);
    for (const char *c = tail; code && c < past; c++) code = coding_code_append(code, *c);
    if (code) r->at = past;
    return code;
}

/* Dashes after a code: none, one that says "incomplete", one or two before the end of a range. */
static unsigned take_dashes(reader *r)
{
    unsigned dashes = 0;
    for (;;) {
        const char *before = r->at;
        skip(r, " ");
        if (take(r, "-") || take(r, "\xE2\x80\x93")) dashes++;
        else if (take(r, "to ")) dashes += 2;
        else {
            r->at = before;
            return dashes;
        }
    }
}

static bool take_range(reader *r)
{
    coding__printed_reference reference = {.first = take_code(r)};
    if (!reference.first) return false;
    unsigned dashes = take_dashes(r);
    skip(r, " ");
    reference.last = dashes ? take_code(r) : 0;
    reference.incomplete = reference.last ? take_dashes(r) > 0 : dashes > 0;
    if (!reference.last) reference.last = reference.first;
    *(coding__printed_reference *)coding__push(r->model, r->references, sizeof reference) = reference;
    return true;
}

static coding__printed_reference *reference_at(const reader *r, size_t index)
{
    return (coding__printed_reference *)r->references->items + index;
}

/* .51 or -23: up to six characters after a mark. */
static bool take_marked(reader *r, char mark, char text[8])
{
    size_t length = 0;
    if (r->at >= r->end || *r->at != mark) return false;
    const char *at = r->at + 1;
    while (at < r->end && is_code_character(*at) && length < 7) text[length++] = *at++;
    text[length] = '\0';
    if (length) r->at = at;
    return length > 0;
}

static void demand_suffixes(reader *r, size_t past)
{
    char from[8], to[8];
    while (take_marked(r, '.', from)) {
        strcpy(to, from);
        if (take(r, "-")) take_marked(r, '.', to);
        for (size_t i = r->group; i < past; i++) {
            coding__printed_reference demanded = *reference_at(r, i);
            demanded.demand = CODING__DEMAND_SUFFIX;
            memcpy(demanded.from, from, sizeof from);
            memcpy(demanded.to, to, sizeof to);
            *(coding__printed_reference *)coding__push(r->model, r->references, sizeof demanded) = demanded;
        }
        skip(r, " ,");
    }
    for (size_t i = r->group; i < past; i++) reference_at(r, i)->first = 0; /* the demanded ones took their place */
}

static void demand_final(reader *r, size_t past)
{
    char from[8] = "";
    take(r, "s");
    skip(r, " ");
    if (*r->at == '-' ? !take_marked(r, '-', from) : !is_code_character(*r->at)) return;
    if (!*from) from[0] = *r->at++, from[1] = '\0';
    for (size_t i = r->group; i < past; i++) {
        reference_at(r, i)->demand = CODING__DEMAND_FINAL;
        memcpy(reference_at(r, i)->from, from, sizeof from);
    }
}

static unsigned take_ordinal(reader *r)
{
    static const char *const words[][2] = {
        {"fourth", "4th"}, {"fifth", "5th"}, {"sixth", "6th"}, {"seventh", "7th"}, {"six", "six"}};
    for (unsigned i = 0; i < 5; i++) {
        for (int k = 0; k < 2; k++)
            if (take(r, words[i][k])) return i == 4 ? 6 : i + 4;
    }
    return 0;
}

static uint64_t bit_of(char c) { return (uint64_t)1 << (coding__symbol_of(c) - 1); }

/* 5, 1-4 or 6, B. Nothing where the words only describe ("to indicate intent"). */
static uint64_t take_characters(reader *r)
{
    uint64_t characters = 0;
    for (;;) {
        skip(r, " .,");
        take(r, "or ");
        if (r->at >= r->end || !is_code_character(*r->at)) return characters;
        char from = *r->at++, to = from;
        if (take(r, "-") && r->at < r->end && is_code_character(*r->at)) to = *r->at++;
        for (char c = from; c <= to; c++)
            if (is_code_character(c)) characters |= bit_of(c);
    }
}

static void demand_position(reader *r, size_t past)
{
    unsigned position = take_ordinal(r);
    bool     either = take(r, " or ") && take_ordinal(r) != 0;
    if (take(r, " to ")) take_ordinal(r); /* "fifth to sixth characters 51": the first decides */
    if (!position || !take(r, " character")) return;
    take(r, "s");
    uint64_t characters = take_characters(r);
    for (size_t i = r->group; characters && i < past; i++) {
        coding__printed_reference *reference = reference_at(r, i);
        reference->demand = CODING__DEMAND_POSITION;
        reference->position = (uint8_t)position;
        reference->either = either;
        reference->characters = characters;
    }
}

static void take_demand(reader *r)
{
    size_t past = r->references->count;
    skip(r, " ,");
    if (!take(r, "with ")) return;
    if (take(r, "final character")) demand_final(r, past);
    else if (r->at < r->end && *r->at == '.') demand_suffixes(r, past);
    else demand_position(r, past);
    r->group = r->references->count;
}

/* One bracket. True if it named codes or none at all. */
static bool read_bracket(reader *r)
{
    size_t first = r->references->count;
    r->group = first;
    skip(r, " ");
    while (r->at < r->end) {
        if (!take_range(r)) break;
        take_demand(r);
        skip(r, " ,.;");
        if (take(r, "and ") || take(r, "or ")) skip(r, " ");
    }
    return r->at >= r->end || r->references->count == first;
}

bool coding__read_references(coding__model *model, const char *text, coding__vector *references, const char **odd)
{
    bool all = true;
    for (const char *open = strpbrk(text, "(["); open; open = strpbrk(open + 1, "([")) {
        size_t length = strcspn(open + 1, ")]([");
        reader r = {model, open + 1, open + 1 + length, references, references->count};
        if (!read_bracket(&r)) {
            *odd = open;
            all = false;
        }
    }
    return all;
}
