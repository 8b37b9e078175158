/* Ranks of words, and the sections. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compile/search_build.h"
#include "text/sound.h"
#include "text/vocabulary.h"

/* A word that more than one document in this many has keeps no postings: it is only looked at. */
enum { TOO_COMMON = 16, WEIGHT_SCALE = 16, WEIGHT_UNIT = 8, RAREST = 4 };

static const coding__build_document *document_at(const coding__vector *documents, size_t index)
{
    return (const coding__build_document *)documents->items + index;
}

static const uint32_t *numbers_of(const coding__build *build, const coding__build_document *document)
{
    return (const uint32_t *)build->numbers.items + document->first;
}

static void count_words(coding__build *build)
{
    for (uint32_t i = 0; i < build->documents.count; i++) {
        const coding__build_document *document = document_at(&build->documents, i);
        for (uint32_t j = 0; j < document->count; j++) {
            coding__build_word *word = coding__build_word_at(build, numbers_of(build, document)[j] / 4);
            if (word->last != i + 1) word->documents++;
            word->last = i + 1;
            word->flags |= CODING__WORD_IN_TEXTS;
        }
    }
}

static void flag_tails(coding__build *build)
{
    for (uint32_t i = 0; i < build->tails.count; i++) {
        const coding__build_document *tail = document_at(&build->tails, i);
        for (uint32_t j = 0; j < tail->count; j++)
            coding__build_word_at(build, numbers_of(build, tail)[j] / 4)->flags |= CODING__WORD_IN_TEXTS;
    }
}

static const coding__build *sorting;  /* qsort has no context; the compiler is one thread */

static int compare_ranks(const void *a, const void *b)
{
    const coding__build_word *x = coding__build_word_at(sorting, *(const uint32_t *)a);
    const coding__build_word *y = coding__build_word_at(sorting, *(const uint32_t *)b);
    if (x->documents != y->documents) return x->documents > y->documents ? -1 : 1;
    return strcmp(coding__build_letters(sorting, *(const uint32_t *)a), coding__build_letters(sorting, *(const uint32_t *)b));
}

static int compare_letters(const void *a, const void *b)
{
    return strcmp(coding__build_letters(sorting, *(const uint32_t *)a), coding__build_letters(sorting, *(const uint32_t *)b));
}

/* Documents by row; inside a row in the order they were met. */
static int compare_documents(const void *a, const void *b)
{
    const coding__build_document *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

static bool equal_words(const coding__build *build, const coding__build_document *a, const coding__build_document *b)
{
    return a->row == b->row && a->count == b->count && !memcmp(numbers_of(build, a), numbers_of(build, b), a->count * sizeof(uint32_t));
}

/* One of several documents of a row that have the same words is enough. */
static void drop_doubles(coding__build *build)
{
    size_t kept = 0;
    coding__build_document *all = build->documents.items;
    for (size_t i = 0; i < build->documents.count; i++) {
        bool doubled = false;
        for (size_t j = kept; j-- > 0 && all[j].row == all[i].row && !doubled;) doubled = equal_words(build, &all[i], &all[j]);
        if (!doubled) all[kept++] = all[i];
    }
    build->documents.count = kept;
}

void coding__build_ranks(coding__build *build)
{
    if (build->documents.count) qsort(build->documents.items, build->documents.count, sizeof(coding__build_document), compare_documents);
    drop_doubles(build);
    count_words(build);
    flag_tails(build);
}

static uint8_t weight_of(const coding__build *build, const coding__build_word *word)
{
    if (word->weight) return word->weight;
    double count = word->documents > RAREST ? word->documents : RAREST;
    double weight = log(1.0 + (double)build->documents.count / count) * WEIGHT_SCALE;
    return (uint8_t)(weight > 255 ? 255 : weight < 1 ? 1 : weight);
}

/* Only words that a text or a synonym has. */
static bool is_kept(const coding__build_word *word) { return word->documents || word->flags || word->cues; }

static void give_ranks(coding__build *build)
{
    sorting = build;
    for (uint32_t i = 0; i < build->words.count; i++) {
        uint32_t *ranked = is_kept(coding__build_word_at(build, i)) ? coding__build_room(build, &build->ranked, 1, sizeof *ranked) : NULL;
        if (ranked) *ranked = i;
    }
    if (build->ranked.count) qsort(build->ranked.items, build->ranked.count, sizeof(uint32_t), compare_ranks);
    for (uint32_t i = 0; i < build->ranked.count; i++) {
        coding__build_word *word = coding__build_word_at(build, ((const uint32_t *)build->ranked.items)[i]);
        word->rank = i;
        word->weight = weight_of(build, word);
    }
}

static uint32_t put_list(coding__build *build, const coding__build_document *document)
{
    uint32_t items[CODING__BUILD_MOST_WORDS];
    for (uint32_t i = 0; i < document->count; i++) {
        uint32_t number = numbers_of(build, document)[i];
        items[i] = coding__build_word_at(build, number / 4)->rank * 4 + number % 4;
    }
    return coding__build_list_put(build, items, document->count);
}

static uint32_t weight_of_document(const coding__build *build, const coding__build_document *document)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < document->count; i++) {
        uint32_t number = numbers_of(build, document)[i];
        if (number % 4 == CODING__PART_NEEDED) sum += coding__build_word_at(build, number / 4)->weight;
    }
    sum = (sum + WEIGHT_UNIT - 1) / WEIGHT_UNIT;
    return sum < 255 ? sum : 255;
}

static void write_documents(coding__build *build)
{
    for (size_t i = 0; i < build->documents.count; i++) {
        const coding__build_document *document = document_at(&build->documents, i);
        unsigned char                *at = coding__writer_add(build->writer, CODING__DOCUMENTS);
        coding__store32(at + CODING__DOCUMENT_ROW, document->row | weight_of_document(build, document) << 24);
        coding__store32(at + CODING__DOCUMENT_LIST, put_list(build, document));
        coding__store32(at + CODING__DOCUMENT_SOURCE, document->source);
    }
}

/* A tail ("initial encounter") is one list, shared by all rows that have it. */
static uint32_t put_tail(coding__build *build, const coding__build_document *tail, uint32_t *offsets, size_t index)
{
    enum { BACK = 2000 };
    for (size_t i = index; i-- > 0 && index - i < BACK;) {
        const coding__build_document *other = document_at(&build->tails, i);
        if (other->count == tail->count && !memcmp(numbers_of(build, other), numbers_of(build, tail), tail->count * sizeof(uint32_t))) {
            return offsets[index] = offsets[i];
        }
    }
    return offsets[index] = put_list(build, tail);
}

static void write_leads(coding__build *build)
{
    uint32_t  rows = coding__count(build->book, CODING__ROWS);
    uint32_t *leads = calloc(rows ? rows : 1, sizeof *leads);
    uint32_t *offsets = calloc(build->tails.count ? build->tails.count : 1, sizeof *offsets);
    build->no_memory |= !leads || !offsets;
    for (size_t i = build->documents.count; leads && i-- > 0;) {
        const coding__build_document *document = document_at(&build->documents, i);
        if (document->source >> 24 == CODING_FIELD_TITLE) leads[document->row] = (uint32_t)i + 1;
    }
    for (size_t i = 0; leads && offsets && i < build->tails.count; i++) {
        const coding__build_document *tail = document_at(&build->tails, i);
        leads[tail->row] = 0x80000000u | put_tail(build, tail, offsets, i);
    }
    for (uint32_t row = 0; leads && row < rows; row++) coding__store32(coding__writer_add(build->writer, CODING__LEADS), leads[row]);
    free(leads);
    free(offsets);
}

static void put_posting(coding__build *build, uint32_t distance)
{
    unsigned char bytes[5];
    size_t        count = 0;
    for (; distance > 127; distance >>= 7) bytes[count++] = (unsigned char)(distance | 128u);
    bytes[count++] = (unsigned char)distance;
    coding__writer_put(build->writer, CODING__POSTINGS, bytes, count);
}

/* Documents of each word: counted, then gathered, then written word by word. */
static void write_postings(coding__build *build)
{
    uint32_t  words = (uint32_t)build->ranked.count;
    uint32_t *starts = calloc((size_t)words + 1, sizeof *starts);
    uint32_t *gathered = malloc((build->numbers.count + 1) * sizeof *gathered);
    build->no_memory |= !starts || !gathered;
    if (starts && gathered) {
        uint32_t *ranked = build->ranked.items;
        uint32_t  sum = 0;
        for (uint32_t i = 0; i < words; i++) {
            starts[i] = sum;
            sum += coding__build_word_at(build, ranked[i])->documents;
        }
        starts[words] = sum;
        uint32_t *ends = calloc((size_t)words + 1, sizeof *ends);
        for (uint32_t i = 0; ends && i < build->documents.count; i++) {
            const coding__build_document *document = document_at(&build->documents, i);
            for (uint32_t j = 0; j < document->count; j++) {
                uint32_t rank = coding__build_word_at(build, numbers_of(build, document)[j] / 4)->rank;
                if (ends[rank] && gathered[starts[rank] + ends[rank] - 1] == i) continue;
                gathered[starts[rank] + ends[rank]++] = i;
            }
        }
        for (uint32_t rank = 0; ends && rank < words; rank++) {
            coding__build_word *word = coding__build_word_at(build, ranked[rank]);
            uint32_t            at = coding__writer_count(build->writer, CODING__POSTINGS), before = 0;
            bool                kept = (size_t)word->documents * TOO_COMMON <= build->documents.count || build->documents.count < 1000;
            for (uint32_t i = 0; kept && i < ends[rank]; i++) {
                put_posting(build, gathered[starts[rank] + i] - before);
                before = gathered[starts[rank] + i];
            }
            word->last = kept ? at : UINT32_MAX;
        }
        build->no_memory |= !ends;
        free(ends);
    }
    free(starts);
    free(gathered);
}

/* Letters again, in the order of the alphabet, so that a walk through it reads forwards. From here on a word has its
 * letters in the section: texts can no longer be read. */
static void write_alphabet(coding__build *build)
{
    uint32_t  count = (uint32_t)build->ranked.count;
    uint32_t *order = malloc((count + 1) * sizeof *order);
    build->no_memory |= !order;
    if (!order) return;
    if (count) memcpy(order, build->ranked.items, count * sizeof *order);
    sorting = build;
    qsort(order, count, sizeof *order, compare_letters);
    const char *before = "";
    for (uint32_t i = 0; i < count; i++) {
        coding__build_word *word = coding__build_word_at(build, order[i]);
        const char         *letters = coding__build_letters(build, order[i]);
        size_t              size = strlen(letters) + 1, shared = 0;
        while (before[shared] && before[shared] == letters[shared]) shared++;
        word->letters = coding__writer_count(build->writer, CODING__LETTERS);
        bool shown = strcmp(letters, letters + size) != 0; /* else one form is enough */
        coding__writer_put(build->writer, CODING__LETTERS, letters, size + (shown ? strlen(letters + size) : 0));
        coding__writer_put(build->writer, CODING__LETTERS, "", 1);
        unsigned char *place = coding__writer_add(build->writer, CODING__ALPHABET);
        coding__store32(place + CODING__LETTER_WORD, word->rank | (uint32_t)shared << 24);
        coding__store32(place + CODING__LETTER_LETTERS, word->letters);
        before = letters;
    }
    free(order);
}

static void write_skips(coding__build *build)
{
    const coding__vector *alphabet = &build->writer->sections[CODING__ALPHABET];
    uint32_t              count = coding__writer_count(build->writer, CODING__ALPHABET);
    for (uint32_t first = 0; first < count; first += CODING__SKIP_PLACES) {
        unsigned char least = 255;
        for (uint32_t i = first; i < first + CODING__SKIP_PLACES && i < count; i++) {
            unsigned char shared = ((const unsigned char *)alphabet->items)[i * 8 + 3];
            if (shared < least) least = shared;
        }
        coding__writer_put(build->writer, CODING__SKIPS, &least, 1);
    }
}

/* Half as many places again as there are words. */
static void write_places(coding__build *build)
{
    const uint32_t *ranked = build->ranked.items;
    uint32_t        words = (uint32_t)build->ranked.count, places = words ? words + words / 2 + 1 : 0;
    for (uint32_t i = 0; i < places; i++) coding__store32(coding__writer_add(build->writer, CODING__WORD_PLACES), 0);
    unsigned char *table = build->writer->sections[CODING__WORD_PLACES].items;
    for (uint32_t rank = 0; rank < words && coding__writer_count(build->writer, CODING__WORD_PLACES) == places; rank++) {
        const char *letters = coding__build_letters(build, ranked[rank]);
        uint32_t    hash = coding__vocabulary_hash(letters, strlen(letters)), at = coding__vocabulary_hashed(hash, places);
        while (coding__load32(table + (size_t)at * 4)) at = at + 1 < places ? at + 1 : 0;
        coding__store32(table + (size_t)at * 4, (rank + 1) | (hash & 255u) << 24);
    }
}

static void write_words(coding__build *build)
{
    const uint32_t *ranked = build->ranked.items;
    for (uint32_t rank = 0; rank < build->ranked.count; rank++) {
        const coding__build_word *word = coding__build_word_at(build, ranked[rank]);
        bool                      kept = word->last != UINT32_MAX;
        unsigned char            *at = coding__writer_add(build->writer, CODING__WORDS);
        coding__store32(at + CODING__WORD_LETTERS, word->letters);
        coding__store32(at + CODING__WORD_POSTINGS, kept ? word->last : 0);
        coding__store32(at + CODING__WORD_COUNT, kept ? word->documents : 0);
        at[CODING__WORD_WEIGHT] = word->weight;
        at[CODING__WORD_FLAGS] = (unsigned char)(word->flags & ~CODING__BUILD_KEPT);
        coding__store16(at + CODING__WORD_CUES, word->cues);
    }
}

static int compare_sounds(const void *a, const void *b)
{
    uint32_t x = coding__load32(a), y = coding__load32(b);
    if (x != y) return x < y ? -1 : 1;
    x = coding__load32((const unsigned char *)a + 4), y = coding__load32((const unsigned char *)b + 4);
    return x < y ? -1 : x > y;
}

static void write_sounds(coding__build *build)
{
    const uint32_t *ranked = build->ranked.items;
    for (uint32_t rank = 0; rank < build->ranked.count; rank++) {
        const coding__build_word *word = coding__build_word_at(build, ranked[rank]);
        const char               *letters = (const char *)build->writer->sections[CODING__LETTERS].items + word->letters;
        uint32_t                  sound = strlen(letters) > 3 ? coding__sound(letters, strlen(letters)) : 0;
        if (!sound || word->flags & CODING__WORD_SHORT) continue;
        unsigned char *at = coding__writer_add(build->writer, CODING__SOUNDS);
        coding__store32(at, sound);
        coding__store32(at + 4, rank);
    }
    uint32_t count = coding__writer_count(build->writer, CODING__SOUNDS);
    if (count) qsort(build->writer->sections[CODING__SOUNDS].items, count, 8, compare_sounds);
}

static void write_rest(coding__build *build)
{
    coding__writer_put(build->writer, CODING__LISTS, build->lists, build->lists_count);
    coding__writer_put(build->writer, CODING__ENDINGS, build->endings.items,
                       build->endings.count * coding__section_forms[CODING__ENDINGS].width);
}

/* Each step reads what those before it wrote: where there is no memory, none follows. */
void coding__build_write(coding__build *build)
{
    static void (*const steps[])(coding__build *) = {
        give_ranks,   write_documents, write_leads, write_postings, coding__build_synonyms, coding__build_phrases,
        write_places, write_alphabet,  write_skips, write_words,    write_sounds,           write_rest,
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (!build->no_memory && !build->writer->model->no_memory) steps[i](build);
    }
}
