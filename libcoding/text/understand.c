/* Understanding: which phrases of the query stand for what. Longest phrases first; a word is in one slot only. */
#include <string.h>

#include "text/lists.h"
#include "text/phrase.h"
#include "text/understand.h"

typedef struct mind {
    coding__query *query;
    uint8_t        words[CODING__QUERY_TOKENS]; /* the telling tokens */
    uint32_t       count;
    bool           taken[CODING__QUERY_TOKENS]; /* by place in `words` */
} mind;

enum { MOST_SENSES = 12, MOST_CONCEPT = 12 };

typedef struct synonym {
    uint32_t             record;
    coding__synonym_kind kind;
    uint32_t             sense;
    bool                 common;
    uint32_t             ranks[MOST_CONCEPT];
    uint32_t             count;
} synonym;

/* Reads a record; false where its phrase is not the one asked for. */
static bool read_synonym(const coding_book *book, uint32_t record, const uint32_t *phrase, uint32_t count, synonym *made)
{
    coding__run run = coding__run_at(book, CODING__LISTS, coding__u32(book, CODING__SYNONYMS, record, CODING__SYNONYM_LIST));
    if (coding__run_next(&run) != count) return false;
    for (uint32_t i = 0; i < count; i++) {
        if (coding__run_next(&run) != phrase[i]) return false;
    }
    *made = (synonym){.record = record,
                      .kind = (coding__synonym_kind)coding__u8(book, CODING__SYNONYMS, record, CODING__SYNONYM_KIND),
                      .sense = coding__u8(book, CODING__SYNONYMS, record, CODING__SYNONYM_SENSE),
                      .common = coding__u8(book, CODING__SYNONYMS, record, CODING__SYNONYM_COMMON)};
    made->count = coding__list_count(&run, MOST_CONCEPT);
    for (uint32_t i = 0; i < made->count; i++) made->ranks[i] = coding__run_next(&run);
    return true;
}

/* The first record of a hash. Hashes are spread evenly: it lies near where it would lie if they were so exactly. */
static uint32_t first_record(const coding_book *book, uint32_t hash, uint32_t total)
{
    enum { NEAR = 256 };
    uint32_t guess = (uint32_t)((uint64_t)hash * total >> 32);
    uint32_t first = guess > NEAR ? guess - NEAR : 0, past = total - guess > NEAR ? guess + NEAR : total;
    if (first && coding__u32(book, CODING__SYNONYMS, first - 1, CODING__SYNONYM_HASH) >= hash) first = 0;
    if (past < total && coding__u32(book, CODING__SYNONYMS, past, CODING__SYNONYM_HASH) < hash) past = total;
    return coding__lower_bound(book, CODING__SYNONYMS, CODING__SYNONYM_HASH, hash, first, past);
}

/* The meanings of a phrase, at most `most`. */
static uint32_t look_up(const coding_book *book, uint32_t *phrase, uint32_t count, synonym *found, uint32_t most)
{
    coding__phrase_sort(phrase, count);
    uint32_t hash = coding__phrase_hash(phrase, count), total = coding__count(book, CODING__SYNONYMS), have = 0;
    uint32_t at = first_record(book, hash, total);
    for (; have < most && at < total && coding__u32(book, CODING__SYNONYMS, at, CODING__SYNONYM_HASH) == hash; at++) {
        have += read_synonym(book, at, phrase, count, &found[have]);
    }
    return have;
}

bool coding__has_meaning(const coding_book *book, uint32_t rank)
{
    synonym one;
    return look_up(book, &rank, 1, &one, 1) > 0;
}

static coding_link link_of(coding__synonym_kind kind)
{
    switch (kind) {
    case CODING__SYNONYM_WORD: return CODING_LINK_SYNONYM;
    case CODING__SYNONYM_LAY: return CODING_LINK_LAY;
    case CODING__SYNONYM_ABBREVIATION: return CODING_LINK_ABBREVIATION;
    case CODING__SYNONYM_INDEX: return CODING_LINK_SYNONYM;
    case CODING__SYNONYM_KIN: return CODING_LINK_WORD;
    }
    return CODING_LINK_SYNONYM;
}

static float kind_factor(const coding__parameters *numbers, coding__synonym_kind kind)
{
    if (kind == CODING__SYNONYM_WORD) return numbers->same;
    return kind == CODING__SYNONYM_INDEX ? numbers->see : numbers->stands_for;
}

static float factor_of(const coding__parameters *numbers, const synonym *meaning, bool upper, uint32_t words)
{
    if (meaning->kind == CODING__SYNONYM_LAY && words > 2) return 1; /* nobody says that by chance */
    float factor = kind_factor(numbers, meaning->kind);
    if (meaning->kind == CODING__SYNONYM_ABBREVIATION) factor -= numbers->sense * (float)(meaning->sense - 1);
    if (meaning->common && meaning->kind == CODING__SYNONYM_ABBREVIATION && !upper) factor -= numbers->common;
    return factor < numbers->least_sense ? numbers->least_sense : factor;
}

/* Does it only give a word another form? */
static bool is_like_word(const synonym *meaning)
{
    return meaning->count == 1 && (meaning->kind == CODING__SYNONYM_WORD || meaning->kind == CODING__SYNONYM_KIN);
}

/* Words of like meaning as forms of a term: "kidney" for "renal". `parts`: of what a part of a word means. */
static void add_like_words(coding__query *query, uint32_t term, uint32_t rank, float factor, bool parts)
{
    synonym  found[MOST_SENSES];
    uint32_t phrase[1] = {rank}, count = look_up(query->book, phrase, 1, found, MOST_SENSES);
    for (uint32_t i = 0; i < count; i++) {
        if (!is_like_word(&found[i])) continue;
        coding_link link = parts ? CODING_LINK_PARTS : link_of(found[i].kind);
        float       like = factor_of(&query->parameters, &found[i], false, 1);
        coding__query_add_form(query, term, found[i].ranks[0], factor * like, link);
    }
}

/* The term whose own word is `rank`, made where there is none. */
static uint32_t term_for(coding__query *query, uint32_t token, uint32_t rank, coding_link link)
{
    for (uint32_t i = 0; i < query->term_count; i++) {
        if (query->terms[i].rank == rank) return i;
    }
    uint32_t term = coding__query_add_term(query, token, false);
    coding__query_add_form(query, term, rank, 1.0f, link);
    add_like_words(query, term, rank, 1.0f, false);
    return term;
}

/* What the phrase stands for as a way to understand the newest slot. */
static void add_meaning(mind *at, uint32_t token, const synonym *meaning, bool upper, uint32_t words,
                        float heard)
{
    coding__query *query = at->query;
    uint64_t       terms = 0;
    for (uint32_t i = 0; i < meaning->count; i++) {
        if (coding__vocabulary_flags(query->book, meaning->ranks[i]) & CODING__WORD_STOP) continue;
        uint32_t term = term_for(query, token, meaning->ranks[i], link_of(meaning->kind));
        if (term < CODING__QUERY_TERMS) terms |= (uint64_t)1 << term;
        if (meaning->sense == 1) query->cues |= coding__u16(query->book, CODING__WORDS, meaning->ranks[i], CODING__WORD_CUES);
    }
    float factor = factor_of(&query->parameters, meaning, upper, words);
    coding__query_add_way(query, terms, factor * heard, link_of(meaning->kind));
}

static uint64_t own_terms(const coding__query *query, uint32_t token)
{
    uint64_t terms = 0;
    for (uint32_t i = 0; i < query->term_count; i++) {
        if (query->terms[i].token == token && query->terms[i].literal) terms |= (uint64_t)1 << i;
    }
    return terms;
}

/* What a slot counts: what is denied hardly, what is said beside the matter less. */
static float share_of(const coding__parameters *numbers, const coding__heard *word)
{
    return word->denied ? numbers->denied_share : word->secondary ? numbers->beside_share : 1;
}

/* A slot for the words [first, first + count): as they stand, and as what they may mean. */
static void add_slot(mind *at, uint32_t first, uint32_t count, const synonym *found, uint32_t senses)
{
    coding__query *query = at->query;
    uint64_t       literal = 0;
    uint32_t       known = 0; /* a phrase of which the book has only some words is less itself */
    bool           upper = true;
    float          heard = 1;
    if (!coding__query_add_slot(query)) return;
    query->slots[query->slot_count - 1].share = share_of(&query->parameters, &query->tokens[at->words[first]]);
    for (uint32_t i = first; i < first + count; i++) {
        uint64_t own = own_terms(query, at->words[i]);
        known += own != 0;
        if (query->tokens[at->words[i]].factor < heard) heard = query->tokens[at->words[i]].factor;
        literal |= own;
        upper = upper && query->tokens[at->words[i]].upper;
        at->taken[i] = true;
    }
    coding__query_add_way(query, literal, (float)known / (float)count, CODING_LINK_WORD);
    for (uint32_t i = 0; i < senses; i++) {
        if (count > 1 || !is_like_word(&found[i])) add_meaning(at, at->words[first], &found[i], upper, count, heard); /* else it is a form of the term */
    }
}

static bool ranks_of(const mind *at, uint32_t first, uint32_t count, const bool *phrased, uint32_t *ranks)
{
    for (uint32_t i = 0; i < count; i++) {
        ranks[i] = at->query->tokens[at->words[first + i]].rank;
        if (at->taken[first + i] || !phrased[first + i]) return false;
    }
    return true;
}

/* Words that no phrase has need not be looked up in any. */
static void note_phrased(const mind *at, bool *phrased)
{
    for (uint32_t i = 0; i < at->count; i++) {
        uint32_t rank = at->query->tokens[at->words[i]].rank;
        phrased[i] = coding__vocabulary_flags(at->query->book, rank) & CODING__WORD_IN_PHRASES;
    }
}

static void find_phrases(mind *at)
{
    bool     phrased[CODING__QUERY_TOKENS];
    synonym  found[MOST_SENSES];
    uint32_t ranks[CODING__PHRASE_MOST];
    note_phrased(at, phrased);
    for (uint32_t count = CODING__PHRASE_MOST; count > 1; count--) {
        for (uint32_t first = 0; first + count <= at->count; first++) {
            if (!phrased[first] || !ranks_of(at, first, count, phrased, ranks)) continue;
            uint32_t senses = look_up(at->query->book, ranks, count, found, MOST_SENSES);
            if (senses) add_slot(at, first, count, found, senses);
        }
    }
}

/* A word that no text has, but that another word stands for, gets a term for it. */
static void give_term(coding__query *query, uint32_t token, const synonym *found, uint32_t senses)
{
    for (uint32_t i = 0; i < senses; i++) {
        if (!is_like_word(&found[i]) || query->tokens[token].term) continue;
        uint32_t term = coding__query_add_term(query, token, true);
        if (term < CODING__QUERY_TERMS) query->tokens[token].term = (uint8_t)(term + 1);
    }
}

/* The same for every word that the parts of a word mean. */
static void add_like_parts(coding__query *query, uint32_t token)
{
    for (uint32_t i = 0; i < query->term_count; i++) {
        const coding__term *term = &query->terms[i];
        if (term->token == token && term->literal && term->rank != CODING__NO_WORD)
            add_like_words(query, i, term->rank, 0.9f, true);
    }
}

static void find_words(mind *at)
{
    coding__query *query = at->query;
    synonym        found[MOST_SENSES];
    for (uint32_t i = 0; i < at->count; i++) {
        coding__heard *word = &query->tokens[at->words[i]];
        uint32_t       phrase[1] = {word->rank}, senses = 0;
        if (word->rank != CODING__NO_WORD) senses = look_up(query->book, phrase, 1, found, MOST_SENSES);
        if (!word->term && senses) give_term(query, at->words[i], found, senses);
        if (word->term && word->rank != CODING__NO_WORD) add_like_words(query, word->term - 1u, word->rank, 1.0f, false);
        if (word->parts) add_like_parts(query, at->words[i]);
        if (!at->taken[i]) add_slot(at, i, 1, found, senses);
    }
}

/* The telling words: all but stop words, and of those the ones that are written as abbreviations ("AS", "OR"). */
static void gather(mind *at)
{
    coding__query *query = at->query;
    bool           shouting = true;
    for (uint32_t i = 0; i < query->token_count; i++) shouting = shouting && query->tokens[i].upper;
    for (uint32_t i = 0; i < query->token_count; i++) {
        const coding__heard *word = &query->tokens[i];
        bool                 shown = word->upper && word->span.length > 1 && (!shouting || query->token_count == 1);
        if (word->rank != CODING__NO_WORD) query->cues |= coding__u16(query->book, CODING__WORDS, word->rank, CODING__WORD_CUES);
        if (!word->stop || shown) at->words[at->count++] = (uint8_t)i;
    }
}

static bool is_taken(const mind *at, uint32_t token)
{
    for (uint32_t i = 0; i < at->count; i++) {
        if (at->words[i] == token) return at->taken[i];
    }
    return false;
}

/* The words that nothing took yet, without those that may stand inside a phrase: fillers ("belly really hurts" has
 * "belly hurts"), then sides ("water on the right knee" has "water knee"). */
static void drop(mind *at, bool sides)
{
    enum { FILLER = 14 };
    const coding__query *query = at->query;
    uint32_t             count = 0;
    for (uint32_t i = 0; i < at->count; i++) {
        uint32_t rank = query->tokens[at->words[i]].rank;
        bool     filler = rank != CODING__NO_WORD && coding__vocabulary_weight(query->book, rank) <= FILLER;
        bool     side = rank != CODING__NO_WORD && coding__vocabulary_flags(query->book, rank) & CODING__WORD_SIDE;
        if (!at->taken[i] && !filler && !(sides && side)) at->words[count++] = at->words[i];
    }
    memset(at->taken, 0, sizeof at->taken);
    at->count = count;
}

/* Phrases among the words that are left when fillers, or sides too, are passed over. */
static void find_broken_phrases(mind *all, bool sides)
{
    mind telling = *all;
    drop(&telling, sides);
    if (telling.count == all->count) return;
    find_phrases(&telling);
    for (uint32_t i = 0; i < all->count; i++) all->taken[i] = all->taken[i] || is_taken(&telling, all->words[i]);
}

void coding__query_understand(coding__query *query)
{
    mind all = {.query = query};
    gather(&all);
    find_phrases(&all);
    find_broken_phrases(&all, false);
    find_broken_phrases(&all, true);
    find_words(&all);
}
