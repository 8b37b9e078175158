/* What one phrase may stand for: lay terms, abbreviations, words of like meaning from the tables, and main terms of the
 * Alphabetic Index that only say "see". A phrase is kept as its telling words in the order of their ranks, so that
 * "pain in my belly" finds "belly pain". */
#include <stdlib.h>
#include <string.h>

#include "compile/search_build.h"
#include "text/phrase.h"

static bool is_rule(const char *kind)
{
    static const char *const rules[] = {"ending", "inside", "begin",   "word", "spelling", "stop",
                                        "weight", "class",  "default", "rest", "side",     "parameter"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(kind, rules[i]) == 0) return true;
    }
    return false;
}

static coding__synonym_kind kind_of(const char *kind)
{
    if (strcmp(kind, "abbreviation") == 0) return CODING__SYNONYM_ABBREVIATION;
    return strcmp(kind, "same") == 0 ? CODING__SYNONYM_WORD : CODING__SYNONYM_LAY;
}

/* "Cancer - see also Neoplasm, by site, malignant" is a synonym; "Acute - see condition" is not. */
static bool pair_of_index(const coding_book *book, uint32_t term, coding__build_pair *made)
{
    uint32_t kind = coding__u8(book, CODING__INDEX, term, CODING__INDEX_KIND);
    if (coding__u32(book, CODING__INDEX, term, CODING__INDEX_PARENT) || kind != CODING__INDEX_ALPHABETIC) return false;
    const char *see = coding__index_text(book, term, CODING__INDEX_SEE);
    if (!*see) see = coding__index_text(book, term, CODING__INDEX_SEE_ALSO);
    const char *title = coding__text_of(book, CODING__INDEX, term, CODING__INDEX_TITLE);
    if (!*see || strstr(see, "condition") || strlen(see) > 60 || strlen(title) > 40) return false;
    *made = (coding__build_pair){title, see, CODING__SYNONYM_INDEX, 2, false};
    return true;
}

bool coding__build_pair_at(const coding__build *build, size_t index, coding__build_pair *made)
{
    size_t own = build->model->synonyms.count;
    if (index >= own) return pair_of_index(build->book, (uint32_t)(index - own), made);
    const coding__synonym *row = (const coding__synonym *)build->model->synonyms.items + index;
    const char            *kind = coding__word_text(build->model, row->kind);
    uint32_t unranked = kind_of(kind) == CODING__SYNONYM_ABBREVIATION ? 4 : 1;
    *made = (coding__build_pair){coding__word_text(build->model, row->term), coding__word_text(build->model, row->concept),
                                 kind_of(kind), row->rank ? row->rank : unranked, strcmp(kind, "mesh") == 0 || strcmp(kind, "hpo") == 0};
    return !is_rule(kind) && !row->idle;
}

size_t coding__build_pairs(const coding__build *build)
{
    return build->model->synonyms.count + coding__count(build->book, CODING__INDEX);
}

static bool is_stop(const coding__build *build, uint32_t word)
{
    return coding__build_word_at(build, word)->flags & CODING__WORD_STOP;
}

static void read_parts(const coding__build *build, const coding__build_list *all, bool stops, bool optional,
                       coding__build_list *list)
{
    list->count = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        bool passed = (!stops && is_stop(build, all->items[i] / 4)) || (!optional && all->items[i] % 4 == CODING__PART_OPTIONAL);
        if (!passed) list->items[list->count++] = all->items[i] / 4;
    }
}

/* The telling words of a text that stand outside brackets; more of them where there are none. */
void coding__build_read_telling(coding__build *build, const char *text, coding__build_list *list)
{
    coding__build_list all = {.count = 0};
    coding__build_read(build, text, false, true, &all);
    read_parts(build, &all, false, false, list);
    if (!list->count) read_parts(build, &all, false, true, list);
    if (!list->count) read_parts(build, &all, true, true, list);
}

/* A borrowed synonym is worth its room where it teaches a word that no text has, for words that texts have. */
static bool teaches(const coding__build *build, const coding__build_list *phrase, const coding__build_list *concept)
{
    bool strange = false;
    for (uint32_t i = 0; i < phrase->count; i++) strange = strange || !coding__build_word_at(build, phrase->items[i])->documents;
    for (uint32_t i = 0; i < concept->count; i++) {
        if (!coding__build_word_at(build, concept->items[i])->documents) return false;
    }
    return strange && phrase->count < 4;
}

static void keep(coding__build *build, const coding__build_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        coding__build_word *word = coding__build_word_at(build, list->items[i]);
        word->flags |= CODING__BUILD_KEPT;
    }
}

void coding__build_synonym_words(coding__build *build)
{
    coding__build_pair made;
    for (size_t i = 0; i < coding__build_pairs(build); i++) {
        coding__build_list phrase, concept;
        uint32_t           words = (uint32_t)build->words.count;
        if (!coding__build_pair_at(build, i, &made)) continue;
        coding__build_read_telling(build, made.term, &phrase);
        coding__build_read_telling(build, made.concept, &concept);
        if (made.borrowed && !teaches(build, &phrase, &concept)) {
            coding__build_forget(build, words);
            ((coding__synonym *)build->model->synonyms.items)[i].idle = true; /* only rows of the model are borrowed */
            continue;
        }
        keep(build, &phrase);
        keep(build, &concept);
        coding__build_word *first = phrase.count == 1 ? coding__build_word_at(build, phrase.items[0]) : NULL;
        if (first && made.kind == CODING__SYNONYM_ABBREVIATION && !first->documents) first->flags |= CODING__WORD_SHORT;
    }
}

/* Of "can't get it up" the telling words leave "can't", which says nothing of the sort. */
bool coding__build_says_too_little(coding__build *build, const char *term, const coding__build_list *phrase)
{
    coding__build_list all = {.count = 0};
    if (phrase->count > 1) return false;
    coding__build_read(build, term, false, true, &all);
    return all.count > 2 || (all.count > 1 && coding__build_word_at(build, phrase->items[0])->weight);
}

static void rank_all(const coding__build *build, coding__build_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) list->items[i] = coding__build_word_at(build, list->items[i])->rank;
}

/* A record of search.syn; both lists hold words, which become ranks. */
static void add_record(coding__build *build, coding__build_list *phrase, coding__build_list *concept,
                       const coding__build_pair *made, coding__vector *records)
{
    const coding__build_word *first = coding__build_word_at(build, phrase->items[0]);
    bool                      common = phrase->count == 1 && (first->documents || first->flags & CODING__WORD_STOP);
    for (uint32_t i = 0; i < phrase->count && phrase->count > 1; i++) {
        coding__build_word *word = coding__build_word_at(build, phrase->items[i]);
        word->flags |= CODING__WORD_IN_PHRASES;
    }
    rank_all(build, phrase);
    rank_all(build, concept);
    coding__phrase_sort(phrase->items, phrase->count);
    unsigned char *record = coding__build_room(build, records, 1, coding__section_forms[CODING__SYNONYMS].width);
    if (!record) return;
    memset(record, 0, coding__section_forms[CODING__SYNONYMS].width);
    coding__store32(record + CODING__SYNONYM_HASH, coding__phrase_hash(phrase->items, phrase->count));
    coding__store32(record + CODING__SYNONYM_LIST, coding__build_list_put(build, phrase->items, phrase->count));
    coding__build_list_put(build, concept->items, concept->count);
    record[CODING__SYNONYM_KIND] = (unsigned char)made->kind;
    record[CODING__SYNONYM_SENSE] = (unsigned char)(made->sense < 255 ? made->sense : 255);
    record[CODING__SYNONYM_COMMON] = common;
}

static void add_pair(coding__build *build, const coding__build_pair *made, coding__vector *records)
{
    coding__build_list phrase, concept;
    coding__build_read_telling(build, made->term, &phrase);
    coding__build_read_telling(build, made->concept, &concept);
    if (!phrase.count || phrase.count > CODING__PHRASE_MOST || !concept.count) return;
    if (made->kind == CODING__SYNONYM_LAY && coding__build_says_too_little(build, made->term, &phrase)) return;
    add_record(build, &phrase, &concept, made, records);
}

/* Both ways: words of like meaning stand for each other. */
static void add_both(coding__build *build, const coding__build_pair *made, coding__vector *records)
{
    coding__build_pair other = *made;
    other.term = made->concept, other.concept = made->term;
    add_pair(build, made, records);
    if (made->kind == CODING__SYNONYM_WORD) add_pair(build, &other, records);
}

static void add_kin(coding__build *build, coding__vector *records)
{
    const uint32_t *kin = build->kin.items;
    for (size_t i = 0; i + 1 < build->kin.count; i += 2) {
        coding__build_list phrase = {.items = {kin[i]}, .count = 1}, concept = {.items = {kin[i + 1]}, .count = 1};
        add_record(build, &phrase, &concept, &(coding__build_pair){"", "", CODING__SYNONYM_KIN, 1, false}, records);
    }
}

static int compare(const void *a, const void *b)
{
    const unsigned char *left = a, *right = b;
    uint32_t             x = coding__load32(left), y = coding__load32(right);
    if (x != y) return x < y ? -1 : 1;
    int sense = (int)left[CODING__SYNONYM_SENSE] - (int)right[CODING__SYNONYM_SENSE];
    return sense ? sense : coding__load32(left + 4) < coding__load32(right + 4) ? -1 : 1;
}

void coding__build_synonyms(coding__build *build)
{
    uint32_t           width = coding__section_forms[CODING__SYNONYMS].width;
    coding__vector     records = {.items = NULL};
    coding__build_pair made;
    for (size_t i = 0; i < coding__build_pairs(build) && !build->no_memory; i++) {
        if (coding__build_pair_at(build, i, &made)) add_both(build, &made, &records);
    }
    add_kin(build, &records);
    if (records.count) qsort(records.items, records.count, width, compare);
    coding__writer_put(build->writer, CODING__SYNONYMS, records.items, records.count * width);
    free(records.items);
}
