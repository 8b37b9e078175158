/* The trie of phrases: titles, inclusion terms and index paths of today's diagnoses and services, and the synonyms that
 * stand for one of them, as sequences of words. Titles and inclusion terms are taken as they are written, and without
 * what stands in brackets. An index path is written from the main term outwards; people say it in other orders
 * ("fracture, radius, lower end": "lower end radius fracture"), so each path is several phrases. Of equal phrases the
 * likeliest is kept: what stands before what stood, a title before an inclusion term before the index. */
#include <stdlib.h>
#include <string.h>

#include <coding/scan.h>

#include "book/spelling.h"
#include "compile/phrase_trie.h"
#include "compile/search_build.h"
#include "entry/trie.h"
#include "text/phrase.h"

enum { LONGEST = 32, TITLE_ROOM = 1024 };
enum { TITLE_RANK = 0, INCLUSION_RANK = 2, INDEX_RANK = 4, SYNONYM_RANK = 7, GONE_RANK = 8 };

typedef coding__said phrase;

typedef struct language {
    coding__build *build;
    coding__vector words;   /* uint32_t */
    coding__vector phrases; /* phrase */
} language;

/* Words on their way into a phrase. */
typedef struct spoken {
    uint32_t items[LONGEST];
    uint32_t count;
    bool     denied;
    bool     passed; /* a word that says nothing was left out */
    bool     useless; /* too long, or with a word that the book does not keep */
} spoken;

static void say(spoken *said, uint32_t word)
{
    if (said->count == LONGEST) said->useless = true;
    else said->items[said->count++] = word;
}

/* The needed words of a document from one to another; what is denied has a sign of its own before it. */
static void say_piece(const coding__build *build, const uint32_t *numbers, uint32_t first, uint32_t past, spoken *said)
{
    said->denied = false;
    for (uint32_t i = first; i < past; i++) {
        uint32_t part = numbers[i] % 4;
        if (part == CODING__PART_OPTIONAL) continue;
        if (part == CODING__PART_DENIED && !said->denied) say(said, CODING__PHRASE_DENIAL);
        said->denied = part == CODING__PART_DENIED;
        say(said, coding__build_word_at(build, numbers[i] / 4)->rank);
    }
}

static bool is_kept(const coding__build *build, uint32_t word)
{
    uint32_t rank = coding__build_word_at(build, word)->rank;
    return rank < build->ranked.count && ((const uint32_t *)build->ranked.items)[rank] == word;
}

/* The words of a text as a scan reads it: in its order, with what stands in brackets, each as often as it stands. */
static void say_text(coding__build *build, const char *text, spoken *said)
{
    coding__reading reading = coding__reading_of(&build->rules, NULL, text, strlen(text));
    coding__token   token, written;
    coding__part    part;
    while (!said->useless && coding__reading_next(&reading, &token, &part)) {
        coding__words again = coding__words_of(text + token.span.offset, token.span.length);
        uint32_t      word = coding__build_word_of(build, token.text, token.text);
        if (build->no_memory) return; /* the word may not be there */
        const coding__build_word *known = coding__build_word_at(build, word);
        if (coding__words_next(&again, &written) && coding__word_denies(written.text)) say(said, CODING__PHRASE_DENIAL);
        else if (known->flags & CODING__WORD_STOP) said->passed = true;
        else if (is_kept(build, word)) say(said, known->rank);
        else said->useless = true;
    }
}

static void add(language *all, const spoken *said, uint32_t row, uint32_t field, uint32_t rank)
{
    if (!said->count || said->useless || (said->count == 1 && *said->items == CODING__PHRASE_DENIAL)) return;
    uint32_t *words = coding__build_room(all->build, &all->words, said->count, sizeof *words);
    phrase   *made = words ? coding__build_room(all->build, &all->phrases, 1, sizeof *made) : NULL;
    if (!made) return;
    memcpy(words, said->items, said->count * sizeof *words);
    *made = (phrase){(uint32_t)all->words.count - said->count, said->count, row, (uint8_t)field, (uint8_t)rank};
}

static uint32_t rank_of(const coding__build *build, uint32_t row, uint32_t field)
{
    bool     there = coding__rule_is_there(coding__row_rule(build->book, row, 0));
    uint32_t rank = there ? 0 : GONE_RANK;
    if (field == CODING_FIELD_TITLE) return rank + TITLE_RANK;
    return rank + (field == CODING_FIELD_INCLUSION ? INCLUSION_RANK : INDEX_RANK);
}

static const uint32_t *numbers_of(const coding__build *build, const coding__build_document *document)
{
    return (const uint32_t *)build->numbers.items + document->first;
}

typedef enum saying { OUTWARDS, MAIN_THEN_INWARDS, INWARDS, MAIN_LAST, SAYINGS } saying;

/* Which level comes n-th: the main term is level 0. */
static unsigned level_at(saying wanted, unsigned n, unsigned levels)
{
    switch (wanted) {
    case MAIN_THEN_INWARDS: return n ? levels - n : 0;
    case INWARDS: return levels - 1 - n;
    case MAIN_LAST: return n + 1 < levels ? n + 1 : 0;
    default: return n;
    }
}

/* What a column adds to the path is a level of its own. */
static void add_path(language *all, const coding__build_document *document)
{
    coding__build     *build = all->build;
    coding__build_list path = {.count = 0};
    uint32_t           ends[CODING__BUILD_MOST_LEVELS + 1], rank = rank_of(build, document->row, CODING_FIELD_INDEX);
    unsigned           levels = coding__build_read_path(build, document->source & 0xFFFFFFu, &path, ends);
    if (path.count < document->count) ends[levels++] = document->count;
    for (saying wanted = OUTWARDS; wanted < (levels < 2 ? 1 : levels < 3 ? INWARDS + 1 : SAYINGS); wanted++) {
        spoken said = {.count = 0};
        for (unsigned n = 0; n < levels; n++) {
            unsigned level = level_at(wanted, n, levels);
            say_piece(build, numbers_of(build, document), level ? ends[level - 1] : 0, ends[level], &said);
        }
        add(all, &said, document->row + 1, CODING_FIELD_INDEX, rank);
    }
}

/* A title or an inclusion term as it is written. */
static void add_written(language *all, const coding__build_document *document, uint32_t field)
{
    const coding_book *book = all->build->book;
    char               room[TITLE_ROOM];
    const char        *text = room;
    spoken             said = {.count = 0};
    if (field == CODING_FIELD_INCLUSION)
        text = coding__text_of(book, CODING__NOTES, document->source & 0xFFFFFFu, CODING__NOTE_TEXT);
    else coding__spelled(book, coding__u32(book, CODING__ROWS, document->row, CODING__ROW_TITLE), room, sizeof room);
    say_text(all->build, text, &said);
    add(all, &said, document->row + 1, field, rank_of(all->build, document->row, field));
}

static bool is_spoken(coding_code code)
{
    return coding_code_system(code) == CODING_ICD10CM || coding_code_system(code) == CODING_HCPCS;
}

static void add_documents(language *all)
{
    coding__build *build = all->build;
    for (size_t i = 0; i < build->documents.count && !build->no_memory; i++) {
        const coding__build_document *document = (const coding__build_document *)build->documents.items + i;
        uint32_t                      field = document->source >> 24;
        spoken                        said = {.count = 0};
        if (!is_spoken(coding__row_code(build->book, document->row))) continue;
        if (field == CODING_FIELD_INDEX) {
            add_path(all, document);
            continue;
        }
        say_piece(build, numbers_of(build, document), 0, document->count, &said);
        add(all, &said, document->row + 1, field, rank_of(build, document->row, field) + 1);
        add_written(all, document, field);
    }
    for (size_t i = 0; i < build->tails.count && !build->no_memory; i++)
        add_written(all, (const coding__build_document *)build->tails.items + i, CODING_FIELD_TITLE);
}

static const language *sorting; /* qsort has no context; the compiler is one thread */

static int compare_words(const phrase *x, const phrase *y)
{
    const uint32_t *words = sorting->words.items;
    for (uint32_t i = 0; i < x->count && i < y->count; i++) {
        uint32_t a = words[x->first + i], b = words[y->first + i];
        if (a != b) return a < b ? -1 : 1;
    }
    return (x->count > y->count) - (x->count < y->count);
}

static int compare(const void *a, const void *b)
{
    const phrase *x = a, *y = b;
    int           order = compare_words(x, y);
    if (order) return order;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static void sort(language *all)
{
    phrase *phrases = all->phrases.items;
    size_t  kept = 0;
    sorting = all;
    if (all->phrases.count) qsort(phrases, all->phrases.count, sizeof *phrases, compare);
    for (size_t i = 0; i < all->phrases.count; i++)
        if (!kept || compare_words(&phrases[kept - 1], &phrases[i]) != 0) phrases[kept++] = phrases[i];
    all->phrases.count = kept;
}

/* Phrases by their words in whatever order. */
typedef struct bags {
    uint32_t *slots; /* phrase plus 1 */
    uint32_t  mask;
} bags;

static bool sorted_words(const language *all, const phrase *one, uint32_t *words)
{
    if (one->count > CODING__PHRASE_MOST) return false;
    memcpy(words, (const uint32_t *)all->words.items + one->first, one->count * sizeof *words);
    coding__phrase_sort(words, one->count);
    return true;
}

/* The slot of these words: it is empty, or has the likeliest phrase that was met with them. */
static uint32_t *slot_of(const language *all, const bags *known, const uint32_t *words, uint32_t count)
{
    uint32_t        other[CODING__PHRASE_MOST], at = coding__phrase_hash(words, count) & known->mask;
    const phrase   *phrases = all->phrases.items;
    for (; known->slots[at]; at = (at + 1) & known->mask) {
        const phrase *one = &phrases[known->slots[at] - 1];
        if (one->count == count && sorted_words(all, one, other) && !memcmp(other, words, count * sizeof *words)) break;
    }
    return &known->slots[at];
}

static bool fill_bags(const language *all, bags *known)
{
    const phrase *phrases = all->phrases.items;
    uint32_t      size = 1024, words[CODING__PHRASE_MOST];
    while (size < all->phrases.count * 2) size *= 2;
    *known = (bags){calloc(size, sizeof *known->slots), size - 1};
    for (uint32_t i = 0; i < all->phrases.count && known->slots; i++) {
        if (!sorted_words(all, &phrases[i], words)) continue;
        uint32_t *slot = slot_of(all, known, words, phrases[i].count);
        if (!*slot || phrases[i].rank < phrases[*slot - 1].rank) *slot = i + 1;
    }
    return known->slots != NULL;
}

/* The row that a concept's words lead to, plus 1; CODING__PHRASE_NO_CODE where no text says just that. */
static uint32_t row_of(const language *all, const bags *known, const coding__build_list *concept)
{
    uint32_t words[CODING__PHRASE_MOST];
    if (concept->count > CODING__PHRASE_MOST) return CODING__PHRASE_NO_CODE;
    for (uint32_t i = 0; i < concept->count; i++) words[i] = coding__build_word_at(all->build, concept->items[i])->rank;
    coding__phrase_sort(words, concept->count);
    uint32_t slot = *slot_of(all, known, words, concept->count);
    return slot ? ((const phrase *)all->phrases.items)[slot - 1].row : CODING__PHRASE_NO_CODE;
}

/* Of "can't get it up", "DM I" and "no feeling in my leg" one word is left, which means something else; and one word
 * for another ("lung" for "pulmonary") is no phrase where no text says just that. */
static void add_synonym(language *all, const bags *known, const coding__build_pair *pair)
{
    coding__build_list concept;
    spoken             said = {.count = 0};
    say_text(all->build, pair->term, &said);
    coding__build_read_telling(all->build, pair->concept, &concept);
    uint32_t telling = said.count - (said.count && *said.items == CODING__PHRASE_DENIAL);
    if (pair->sense > 1 || !concept.count || (telling < 2 && said.passed)) return;
    uint32_t row = row_of(all, known, &concept);
    if (pair->kind == CODING__SYNONYM_WORD && row == CODING__PHRASE_NO_CODE) return;
    add(all, &said, row, CODING_PHRASE_SYNONYM, SYNONYM_RANK);
}

static void add_synonyms(language *all)
{
    coding__build     *build = all->build;
    coding__build_pair pair;
    size_t             documents = all->phrases.count;
    bags               known;
    if (!fill_bags(all, &known)) build->no_memory = true;
    for (size_t i = 0; i < coding__build_pairs(build) && !build->no_memory; i++) {
        if (coding__build_pair_at(build, i, &pair)) add_synonym(all, &known, &pair);
    }
    free(known.slots);
    if (all->phrases.count > documents) sort(all);
}

static void write(language *all)
{
    if (!coding__write_phrases(all->build->writer, &all->phrases, &all->words, (uint32_t)all->build->ranked.count))
        all->build->no_memory = true;
}

void coding__build_phrases(coding__build *build)
{
    static void (*const steps[])(language *) = {add_documents, sort, add_synonyms, write};
    language all = {.build = build};
    for (size_t i = 0; i < sizeof steps / sizeof *steps && !build->no_memory; i++) steps[i](&all);
    free(all.words.items);
    free(all.phrases.items);
}
