/* Keys of documents: whoever reads a note asks which texts of the book are met nearly whole, so that a document is of
 * no use where its heaviest words are all lacking. It is written down under those, each word with its documents. */
#include <stdlib.h>
#include <string.h>

#include "compile/search_build.h"
#include "text/parameters.h"

/* A word of a document, and what is lacking where it is not met. */
typedef struct needed {
    uint32_t rank;
    double   lack;
} needed;

typedef struct entry {
    uint32_t rank;
    uint32_t document;
    uint64_t others;
} entry;

typedef struct keys {
    coding__build *build;
    double         denied;  /* what a denied word weighs that is lacking; */
    double         bracket; /* and one in brackets that is met */
    coding__vector entries; /* entry */
} keys;

static double number_of(const coding__build *build, coding__parameter parameter)
{
    const coding__vector *numbers = &build->writer->sections[CODING__NUMBERS];
    uint32_t              told = coding__parameter_forms[parameter].millionths;
    if (parameter < coding__writer_count(build->writer, CODING__NUMBERS))
        told = coding__load32((const unsigned char *)numbers->items + 4 * parameter);
    return (double)told / CODING__PARAMETER_UNIT;
}

/* The words of a document, the heaviest first; `most` is what may be lacking of them. A word in brackets is never
 * lacking; the heaviest one may be met, and make up for some of what is. */
static uint32_t weigh(const keys *all, const coding__build_document *document, needed *words, double *most)
{
    const uint32_t *numbers = (const uint32_t *)all->build->numbers.items + document->first;
    uint32_t        count = 0;
    double          sum = 0, bracket = 0;
    for (uint32_t i = 0; i < document->count; i++) {
        const coding__build_word *word = coding__build_word_at(all->build, numbers[i] / 4);
        uint32_t                  part = numbers[i] % 4;
        if (part == CODING__PART_OPTIONAL) {
            if (word->weight * all->bracket > bracket) bracket = word->weight * all->bracket;
            continue;
        }
        needed   made = {word->rank, word->weight * (part == CODING__PART_DENIED ? all->denied : 1)};
        uint32_t at = count++;
        for (; at > 0 && words[at - 1].lack < made.lack; at--) words[at] = words[at - 1];
        words[at] = made;
        sum += word->weight;
    }
    *most = (sum + bracket) * CODING__KEY_LACKING + 1e-3; /* shares are reckoned in less than this */
    return count;
}

/* The heaviest words but one, and which sets of them may be lacking where no other word is. */
static uint64_t others_of(const needed *words, uint32_t count, uint32_t own, double most)
{
    double   lacks[1u << CODING__KEY_OTHERS_MOST] = {0}; /* by set */
    uint64_t others = 0;
    for (uint32_t i = 0, which = 0; which < CODING__KEY_OTHERS_MOST; i++) {
        if (i == own) continue;
        bool     there = i < count && words[i].rank < CODING__KEY_NO_RANK;
        unsigned sets = 1u << which;
        for (unsigned set = 0; set < sets; set++) lacks[sets + set] = lacks[set] + (there ? words[i].lack : 0);
        others |= (uint64_t)(there ? words[i].rank : CODING__KEY_NO_RANK) << which++ * CODING__KEY_RANK_BITS;
    }
    for (unsigned set = 0; set < sizeof lacks / sizeof *lacks; set++)
        if (lacks[set] <= most) others |= (uint64_t)1 << (CODING__KEY_LACKING_SHIFT + set);
    return others;
}

static void add(keys *all, entry made)
{
    entry *added = coding__build_room(all->build, &all->entries, 1, sizeof *added);
    if (added) *added = made;
}

/* Under so many of the heaviest that without them too much is lacking; a document of words in brackets under each. */
static void add_document(keys *all, uint32_t index)
{
    const coding__build_document *document = (const coding__build_document *)all->build->documents.items + index;
    const uint32_t               *numbers = (const uint32_t *)all->build->numbers.items + document->first;
    needed                        words[CODING__BUILD_MOST_WORDS];
    double                        most, sum = 0;
    uint32_t                      count = weigh(all, document, words, &most);
    for (uint32_t i = 0; i < count && sum <= most; i++) {
        add(all, (entry){words[i].rank, index, others_of(words, count, i, most)});
        sum += words[i].lack;
    }
    if (sum > most) return;
    for (uint32_t i = 0; i < document->count; i++) {
        uint32_t rank = coding__build_word_at(all->build, numbers[i] / 4)->rank;
        if (numbers[i] % 4 == CODING__PART_OPTIONAL) add(all, (entry){rank, index, others_of(words, count, count, most)});
    }
}

static int compare(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    return (x->document > y->document) - (x->document < y->document);
}

static void write_keys(const keys *all)
{
    coding__writer *writer = all->build->writer;
    const entry    *entries = all->entries.items;
    size_t          at = 0;
    for (uint32_t rank = 0; rank <= all->build->ranked.count; rank++) {
        coding__store32(coding__writer_add(writer, CODING__KEY_STARTS), (uint32_t)at);
        for (; at < all->entries.count && entries[at].rank == rank; at++) {
            unsigned char *key = coding__writer_add(writer, CODING__KEYS);
            coding__store64(key + CODING__KEY_OTHERS, entries[at].others);
            coding__store32(key + CODING__KEY_DOCUMENT, entries[at].document);
        }
    }
}

void coding__build_keys(coding__build *build)
{
    keys all = {.build = build, .denied = number_of(build, CODING__PARAMETER_denied),
                .bracket = number_of(build, CODING__PARAMETER_bracket)};
    for (uint32_t i = 0; i < build->documents.count && !build->no_memory; i++) {
        const coding__build_document *document = (const coding__build_document *)build->documents.items + i;
        if (coding_code_system(coding__row_code(build->book, document->row)) == CODING_ICD10CM) add_document(&all, i);
    }
    if (all.entries.count) qsort(all.entries.items, all.entries.count, sizeof(entry), compare);
    if (!build->no_memory) write_keys(&all);
    free(all.entries.items);
}
