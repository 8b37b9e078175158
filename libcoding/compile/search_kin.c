/* Kin: words of one stem ("cornea", "corneal"; "infection", "infectious"; "sclerosis", "sclerotic") stand for each other,
 * a little less well than the word itself. */
#include <stdlib.h>
#include <string.h>

#include "compile/search_build.h"

enum { STEM_LEAST = 5, FAMILY_MOST = 8 };

/* Endings that nouns and adjectives of one stem have, longest first. */
static const char *const endings[] = {
    "ations", "ation", "iasis", "ical", "ious", "eous", "sis", "tic", "ion", "ous", "ial", "eal", "ian", "ary", "ety",
    "ity", "ing", "ent", "ant", "ive", "ate", "al", "ar", "ic", "ia", "is", "us", "um", "ed", "ea", "on", "a", "e", "y", "o", "",
};

typedef struct kinsman {
    const char *letters;
    size_t      stem;
    uint32_t    word;
} kinsman;

static size_t stem_of(const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i]);
        if (length >= size + STEM_LEAST && strcmp(text + length - size, endings[i]) == 0) return length - size;
    }
    return 0;
}

static int compare(const void *a, const void *b)
{
    const kinsman *x = a, *y = b;
    size_t         shorter = x->stem < y->stem ? x->stem : y->stem;
    int            order = memcmp(x->letters, y->letters, shorter);
    if (order || x->stem != y->stem) return order ? order : x->stem < y->stem ? -1 : 1;
    return strcmp(x->letters, y->letters);
}

static bool is_kin(const kinsman *a, const kinsman *b)
{
    return a->stem == b->stem && memcmp(a->letters, b->letters, a->stem) == 0;
}

static void marry(coding__build *build, const kinsman *family, size_t count)
{
    for (size_t i = 0; i < count && count <= FAMILY_MOST; i++) {
        for (size_t j = 0; j < count; j++) {
            uint32_t *pair = i == j ? NULL : coding__build_room(build, &build->kin, 2, sizeof *pair);
            if (pair) pair[0] = family[i].word, pair[1] = family[j].word;
        }
    }
}

void coding__build_kin(coding__build *build)
{
    kinsman *all = malloc((build->words.count + 1) * sizeof *all);
    size_t   count = 0;
    build->no_memory |= !all;
    for (uint32_t i = 0; all && i < build->words.count; i++) {
        const char *letters = coding__build_letters(build, i);
        size_t      stem = letters[0] >= 'a' && letters[0] <= 'z' ? stem_of(letters) : 0;
        bool        told = coding__build_word_at(build, i)->flags & CODING__WORD_IN_TEXTS;
        if (stem && told) all[count++] = (kinsman){letters, stem, i};
    }
    if (count) qsort(all, count, sizeof *all, compare);
    for (size_t first = 0, past; first < count; first = past) {
        for (past = first + 1; past < count && is_kin(&all[first], &all[past]); past++) continue;
        marry(build, all + first, past - first);
    }
    free(all);
}
