/* What a word means, in words of the book: how search finds the concept behind a word that no text has. */
#include <string.h>

#include "text/reading.h"
#include "text/terms.h"
#include "text/vocabulary.h"

enum { DOUBTFUL = 16, TELLING = 3 };

/* A word of a meaning that texts have; CODING__NO_WORD where they do not, or where it says nothing by itself. */
static uint32_t rank_of(const coding_book *book, const coding__token *token)
{
    uint32_t rank = coding__vocabulary_find(book, token->text, token->length);
    uint32_t flags = rank == CODING__NO_WORD ? 0 : coding__vocabulary_flags(book, rank);
    return flags & CODING__WORD_IN_TEXTS && !(flags & CODING__WORD_STOP) ? rank : CODING__NO_WORD;
}

static void add_word(coding__term_words *found, uint32_t rank)
{
    if (found->count == CODING__TERM_WORDS) return;
    found->items[found->count++] = (coding__term_word){.ranks = {rank}, .count = 1};
}

static void add_form(coding__term_word *word, uint32_t rank)
{
    if (word->count < CODING__TERM_FORMS) word->ranks[word->count++] = rank;
}

/* The words before the first comma are the meaning; those behind it stand for it. */
static void add_meaning(const coding_book *book, const char *meaning, coding__term_words *found)
{
    coding__reading reading = coding__reading_of(&book->tables[CODING__ENDINGS], NULL, meaning, strlen(meaning));
    coding__token   token;
    coding__part    part;
    uint32_t        first = found->count;
    size_t          behind = strcspn(meaning, ",;");
    while (coding__reading_next(&reading, &token, &part)) {
        uint32_t rank = rank_of(book, &token);
        bool     empty = coding__meaning_is_empty(meaning + token.span.offset, token.span.length);
        if (empty || rank == CODING__NO_WORD) continue;
        if (token.span.offset < behind || found->count == first) add_word(found, rank);
        else add_form(&found->items[first], rank);
    }
}

/* A word is known by its roots, or by a suffix that has one in it ("dys-pnea"). */
static bool is_telling(const coding__piece *piece)
{
    uint32_t length = piece->past - piece->first;
    return piece->kind == CODING_PART_ROOT ? length >= TELLING : piece->kind == CODING_PART_SUFFIX && length > TELLING;
}

static bool is_sure(const coding__split *split)
{
    uint32_t telling = 0, parts = 0;
    for (uint32_t i = 0; i < split->count; i++) {
        telling += is_telling(&split->pieces[i]);
        parts += split->pieces[i].kind != CODING_PART_VOWEL;
    }
    return split->whole && telling && parts > 1 && split->irregular <= DOUBTFUL;
}

bool coding__term_find_words(const coding_book *book, const char *word, size_t length, coding__term_words *found)
{
    coding__taken taken;
    found->count = 0;
    if (!coding__count(book, CODING__PARTS) || !coding__term_take(book, word, length, &taken)) return false;
    const coding__split *best = &taken.splits.items[0];
    if (!taken.splits.count || !is_sure(best)) return false;
    for (uint32_t i = 0; i < best->count; i++) {
        const coding__piece *piece = &best->pieces[i];
        if (coding__piece_tells(book, &taken.letters, piece))
            add_meaning(book, coding__text_of(book, CODING__PARTS, piece->record, CODING__PART_MEANING), found);
    }
    return found->count > 0;
}
