/* Hearing: the words of a query, in their common form; those that the book does not have are corrected or parted. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "text/numbers.h"
#include "text/reading.h"
#include "text/terms.h"
#include "text/understand.h"

/* One word: its texts are kept only while hearing. */
typedef struct ear {
    coding__query *query;
    const char    *text;
    char           before[CODING__WORD_ROOM];   /* the word before, for words written apart */
    size_t         before_length;
    uint32_t       before_token;
    bool           secondary;
} ear;

/* Words after which something is said that the matter came from, or that was before it. */
static bool is_connector(const char *text)
{
    static const char *const connectors[] = {"2/2", "s/p", "d/t", "due", "from", "after"};
    for (size_t i = 0; i < sizeof connectors / sizeof *connectors; i++) {
        if (strcmp(text, connectors[i]) == 0) return true;
    }
    return false;
}

/* Common enough to be part of a word that was written as one. */
static bool is_part(const coding_book *book, uint32_t rank)
{
    enum { FEW = 4 };
    return rank != CODING__NO_WORD && coding__u32(book, CODING__WORDS, rank, CODING__WORD_COUNT) > FEW;
}

static bool in_texts(const coding_book *book, uint32_t rank)
{
    return rank != CODING__NO_WORD && coding__vocabulary_flags(book, rank) & CODING__WORD_IN_TEXTS;
}

static uint32_t term_of(coding__query *query, uint32_t token)
{
    uint32_t term = coding__query_add_term(query, token, true);
    if (term < CODING__QUERY_TERMS) query->tokens[token].term = (uint8_t)(term + 1);
    return term;
}

/* Words that come back to the matter. */
static bool is_return(const char *text)
{
    return strcmp(text, "with") == 0 || strcmp(text, "w") == 0 || strcmp(text, "w/") == 0 || strcmp(text, "now") == 0;
}

static float factor_of(uint32_t cost)
{
    float factor = 1.0f - 0.012f * (float)cost;
    return factor < 0.4f ? 0.4f : factor;
}

/* The word as it is written, before its ending was taken off: "siphilys" has lost what makes it "syphilis". */
static void spell_as_written(const ear *heard, uint32_t token, size_t length, coding__corrections *found)
{
    coding_span         span = heard->query->tokens[token].span;
    coding__words       words = coding__words_of(heard->text + span.offset, span.length);
    coding__token       written;
    coding__corrections other;
    if (!coding__words_next(&words, &written) || written.length == length) return;
    coding__listener_correct(heard->query->listener, written.text, written.length, &other);
    if (other.count && (!found->count || other.items[0].cost < found->items[0].cost)) *found = other;
}

/* A word that no text has: its parts say what it means. "Coprolith" is "feces" and "stone". */
static bool take_apart(coding__query *query, uint32_t token, const char *text, size_t length)
{
    coding__term_words found;
    if (!coding__term_find_words(query->book, text, length, &found)) return false;
    for (uint32_t i = 0; i < found.count; i++) {
        uint32_t term = i ? coding__query_add_term(query, token, true) : term_of(query, token);
        for (uint32_t k = 0; k < found.items[i].count; k++)
            coding__query_add_form(query, term, found.items[i].ranks[k], k ? 0.85f : 0.9f, CODING_LINK_PARTS);
    }
    return query->tokens[token].parts = true;
}

static void correct(const ear *heard, uint32_t token, const char *text, size_t length)
{
    enum { LIKELY = 9 }; /* a dearer correction is believed only where the word has no parts */
    coding__query      *query = heard->query;
    coding__corrections found;
    coding__listener_correct(query->listener, text, length, &found);
    if (!found.count || found.items[0].cost > 5) spell_as_written(heard, token, length, &found);
    if ((!found.count || found.items[0].cost > LIKELY) && take_apart(query, token, text, length)) return;
    if (!found.count) return;
    if (query->tokens[token].rank == CODING__NO_WORD) { /* else a phrase may still know the word as it is */
        query->tokens[token].rank = found.items[0].rank;
        query->tokens[token].factor = factor_of(found.items[0].cost);
    }
    uint32_t term = term_of(query, token);
    for (uint32_t i = 0; i < found.count && found.items[i].cost <= found.items[0].cost + 6; i++) {
        coding__query_add_form(query, term, found.items[i].rank, factor_of(found.items[i].cost), CODING_LINK_SPELLING);
    }
}

/* "Gastroesophageal": the parting whose shorter part is longest. Both parts go under one term each. */
static bool part(coding__query *query, uint32_t token, const char *text, size_t length)
{
    uint32_t best_left = 0, best_right = 0;
    size_t   best = 2;
    for (size_t at = 3; at + 3 <= length; at++) {
        size_t shorter = at < length - at ? at : length - at;
        if (shorter <= best) continue;
        uint32_t left = coding__vocabulary_find(query->book, text, at);
        if (!is_part(query->book, left)) continue;
        uint32_t right = coding__vocabulary_find(query->book, text + at, length - at);
        if (!is_part(query->book, right)) continue;
        best = shorter, best_left = left, best_right = right;
    }
    if (best == 2) return false;
    uint32_t term = term_of(query, token), second = coding__query_add_term(query, token, true);
    coding__query_add_form(query, term, best_left, 0.97f, CODING_LINK_PARTED);
    coding__query_add_form(query, second, best_right, 0.97f, CODING_LINK_PARTED);
    query->tokens[token].rank = CODING__NO_WORD;
    return true;
}

/* "Hed ache": written apart and wrong as well; only where a part is no word. */
static uint32_t misspelt(const coding__query *query, uint32_t first, uint32_t second, const char *joined, size_t size)
{
    coding__corrections found;
    bool                strange = false;
    for (uint32_t i = first; i <= second; i++) {
        strange = strange || (query->tokens[i].span.length < 5 && query->tokens[i].rank == CODING__NO_WORD);
    }
    if (!strange) return CODING__NO_WORD;
    coding__listener_correct(query->listener, joined, size, &found);
    return found.count && found.items[0].cost <= 8 ? found.items[0].rank : CODING__NO_WORD;
}

/* "Fibro myalgia": the two words as one, as one more form of both terms. */
static void join(ear *heard, uint32_t token, const char *text, size_t length)
{
    coding__query *query = heard->query;
    char           joined[2 * CODING__WORD_ROOM];
    size_t         size = heard->before_length + length;
    if (!heard->before_length || size < 6 || size >= CODING__WORD_ROOM) return;
    memcpy(joined, heard->before, heard->before_length);
    memcpy(joined + heard->before_length, text, length);
    uint32_t rank = coding__vocabulary_find(query->book, joined, size);
    if (!in_texts(query->book, rank)) rank = misspelt(query, heard->before_token, token, joined, size);
    if (!in_texts(query->book, rank)) return;
    for (uint32_t i = heard->before_token; i <= token; i++) {
        if (!query->tokens[i].term) term_of(query, i);
        if (query->tokens[i].term) coding__query_add_form(query, query->tokens[i].term - 1u, rank, 0.97f, CODING_LINK_PARTED);
    }
}

/* A number that nobody binds may count anything: "CKD 3b", "DM 2". */
static void unbind(coding__query *query, uint32_t token, const char *text, size_t length)
{
    if (length > 2 || text[0] < '0' || text[0] > '9') return;
    for (unsigned i = 0; coding__binding_word(i); i++) {
        char bound[CODING__WORD_ROOM];
        int  size = snprintf(bound, sizeof bound, "%s%s", text, coding__binding_word(i));
        uint32_t rank = size > 0 ? coding__vocabulary_find(query->book, bound, (size_t)size) : CODING__NO_WORD;
        if (!in_texts(query->book, rank)) continue;
        if (!query->tokens[token].term) term_of(query, token);
        if (query->tokens[token].term) coding__query_add_form(query, query->tokens[token].term - 1u, rank, 0.9f, CODING_LINK_WORD);
    }
}

static bool has_digit(const char *text) { return strpbrk(text, "0123456789./") != NULL; }

/* Neither texts nor tables know the word by itself: it is misspelt, or not typed to its end ("diabete", which only a
 * phrase of MeSH has). */
static bool is_strange(const coding__query *query, const coding__heard *word)
{
    if (word->rank == CODING__NO_WORD) return true;
    return !word->stop && !in_texts(query->book, word->rank) && !coding__has_meaning(query->book, word->rank);
}

static void hear_word(ear *heard, const coding__token *token, coding__part role)
{
    coding__query *query = heard->query;
    uint32_t       at = query->token_count++;
    coding__heard *word = &query->tokens[at];
    *word = (coding__heard){.span = token->span, .upper = token->upper, .denied = role == CODING__PART_DENIED, .factor = 1};
    if (token->clause || is_return(token->text)) heard->secondary = false;
    word->secondary = heard->secondary;
    if (at && is_connector(token->text)) heard->secondary = true;
    word->rank = coding__vocabulary_find(query->book, token->text, token->length);
    uint32_t flags = word->rank == CODING__NO_WORD ? 0 : coding__vocabulary_flags(query->book, word->rank);
    word->stop = flags & CODING__WORD_STOP;
    if (in_texts(query->book, word->rank) && !word->stop) {
        coding__query_add_form(query, term_of(query, at), word->rank, 1.0f, CODING_LINK_WORD);
    }
    if (is_strange(query, word) && !has_digit(token->text) && !part(query, at, token->text, token->length)) {
        correct(heard, at, token->text, token->length);
    }
    bool digit = coding__is_digit(heard->text[token->span.offset]);
    if (!word->stop && digit) unbind(query, at, token->text, token->length);
    if (!word->stop) join(heard, at, token->text, token->length);
    heard->before_length = word->stop ? 0 : token->length;
    heard->before_token = at;
    memcpy(heard->before, token->text, sizeof heard->before);
}

void coding__query_hear(coding__query *query, const char *text, size_t length)
{
    ear             heard = {.query = query, .text = text};
    coding__reading reading = coding__reading_of(&query->book->tables[CODING__ENDINGS], &query->listener->marks,
                                                 text, length);
    coding__token   token;
    coding__part    role;
    while (query->token_count < CODING__QUERY_TOKENS && coding__reading_next(&reading, &token, &role)) {
        hear_word(&heard, &token, role);
    }
}
