/* Section terms.parts. A part is found by its letters; where its combining form has others before the vowel ("os",
 * "osseo": "osse"), by those as well. */
#include <stdlib.h>
#include <string.h>

#include "compile/weave.h"

typedef struct stem {
    const coding__word_part *part;
    coding__word             letters;
    uint32_t                 number; /* of the part: the first that says so wins */
    bool                     derived;
} stem;

static bool is_vowel(char c) { return c && strchr("aeiou", c); }

/* The combining form without its vowel; prefixes and suffixes take none. */
static size_t length_of_stem(const coding__word_part *part, const char *form)
{
    size_t length = strlen(form);
    return part->kind == CODING_PART_ROOT && length > 2 && is_vowel(form[length - 1]) ? length - 1 : length;
}

static void add(coding__weave *weave, coding__vector *stems, stem one)
{
    *(stem *)coding__push(weave->model, stems, sizeof one) = one;
}

static void add_part(coding__weave *weave, uint32_t number, coding__vector *stems)
{
    const coding__word_part *part = (coding__word_part *)weave->model->word_parts.items + number;
    char                     letters[64];
    const char              *form = coding__word_text(weave->model, part->form);
    size_t                   length = length_of_stem(part, form);
    bool                     same = strcmp(form, coding__word_text(weave->model, part->letters)) == 0;
    if (length >= sizeof letters) return;
    memcpy(letters, form, length);
    coding__word derived = coding__intern(weave->model, letters, length);
    add(weave, stems, (stem){part, part->letters, number, false});
    if (!same && derived != part->letters) add(weave, stems, (stem){part, derived, number, true});
}

static const coding__model *sorting; /* qsort hands nothing through */

static int by_letters(const void *a, const void *b)
{
    const stem *x = a, *y = b;
    int         order = strcmp(coding__word_text(sorting, x->letters), coding__word_text(sorting, y->letters));
    if (order) return order;
    if (x->part->kind != y->part->kind) return x->part->kind < y->part->kind ? -1 : 1;
    if (x->derived != y->derived) return x->derived ? 1 : -1;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* The same part again, or letters that are a part by themselves. */
static bool is_known(const stem *before, const stem *one)
{
    bool same = before->letters == one->letters && before->part->kind == one->part->kind;
    return same && (one->derived || before->part->form == one->part->form);
}

static void write_stem(coding__weave *weave, const stem *one)
{
    const char *letters = coding__word_text(weave->model, one->letters),
               *form = coding__word_text(weave->model, one->part->form);
    size_t length = strlen(letters);
    char   vowel = '\0';
    if (strlen(form) == length + 1 && strncmp(form, letters, length) == 0) vowel = form[length];
    unsigned char *at = coding__writer_add(&weave->writer, CODING__PARTS);
    coding__store32(at + CODING__PART_LETTERS, coding__writer_text(&weave->writer, one->letters));
    coding__store32(at + CODING__PART_FORM, coding__writer_text(&weave->writer, one->part->form));
    coding__store32(at + CODING__PART_MEANING, coding__writer_text(&weave->writer, one->part->meaning));
    coding__store32(at + CODING__PART_BECAUSE, coding__writer_text(&weave->writer, one->part->because));
    coding__store32(at + CODING__PART_ORIGIN, one->part->origin);
    coding__store32(at + CODING__PART_LINE, one->part->line);
    at[CODING__PART_KIND] = (unsigned char)one->part->kind;
    at[CODING__PART_VOWEL] = (unsigned char)vowel;
    at[CODING__PART_LENGTH] = (unsigned char)length;
    at[CODING__PART_STEM] = one->derived;
}

void coding__write_parts(coding__weave *weave)
{
    coding__vector stems = {0};
    for (uint32_t i = 0; i < weave->model->word_parts.count; i++) add_part(weave, i, &stems);
    const stem *items = stems.items;
    sorting = weave->model;
    if (stems.count && !weave->model->no_memory) qsort(stems.items, stems.count, sizeof *items, by_letters);
    for (size_t i = 0; i < stems.count && !weave->model->no_memory; i++) {
        if (!i || !is_known(items + i - 1, items + i)) write_stem(weave, items + i);
    }
    free(stems.items);
}
