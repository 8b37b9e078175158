/* What operations are read by: root operations, and words by text, as they are looked up. Body parts have the names
 * that the labels of the book give them, and the words of our own tables beside those. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "code/code.h"
#include "compile/by_text.h"
#include "note/token.h"

static int by_section_and_character(const void *a, const void *b)
{
    const coding__operation_root *x = a, *y = b;
    if (x->section != y->section) return x->section < y->section ? -1 : 1;
    return (x->character > y->character) - (x->character < y->character);
}

static void write_roots(coding__weave *weave)
{
    coding__vector *roots = &weave->model->operations.roots;
    if (roots->count) qsort(roots->items, roots->count, sizeof(coding__operation_root), by_section_and_character);
    for (size_t i = 0; i < roots->count; i++) {
        const coding__operation_root *root = (const coding__operation_root *)roots->items + i;
        uint32_t                      name = coding__writer_text(&weave->writer, root->name);
        uint32_t                      definition = coding__writer_text(&weave->writer, root->definition);
        uint32_t                      guideline = coding__writer_text(&weave->writer, root->guideline);
        unsigned char                *at = coding__writer_add(&weave->writer, CODING__OPERATION_ROOTS);
        at[CODING__ROOT_SECTION] = (unsigned char)root->section;
        at[CODING__ROOT_CHARACTER] = (unsigned char)root->character;
        coding__store32(at + CODING__ROOT_NAME, name);
        coding__store32(at + CODING__ROOT_DEFINITION, definition);
        coding__store32(at + CODING__ROOT_GUIDELINE, guideline);
        coding__store32(at + CODING__ROOT_ORIGIN, root->origin);
        coding__store32(at + CODING__ROOT_LINE, root->line);
    }
}

static uint64_t root_named(const coding__model *model, char section, const char *name, size_t length)
{
    const coding__operation_root *roots = model->operations.roots.items;
    for (size_t i = 0; i < model->operations.roots.count; i++) {
        const char *own = coding__word_text(model, roots[i].name);
        if (roots[i].section == section && coding__text_equal(own, strlen(own), name, length))
            return (uint64_t)1 << coding__symbol_of(roots[i].character);
    }
    return 0;
}

/* "Excision | Extraction" as a mask, by the names that root operations of the section have. */
static uint64_t roots_of(const coding__model *model, const coding__operation_word *word)
{
    uint64_t    mask = word->roots;
    const char *text = word->root ? coding__word_text(model, word->root) : "";
    while (*text) {
        size_t length = strcspn(text, "|"), name = length;
        while (name && text[name - 1] == ' ') name--;
        mask |= root_named(model, word->section ? word->section : '0', text, name);
        text += length;
        while (*text == '|' || *text == ' ') text++;
    }
    return mask;
}

/* The text of a label, in section `text` of what is written. */
static const char *label_text(const coding__weave *weave, const unsigned char *label)
{
    const coding__vector *texts = &weave->writer.sections[CODING__TEXT];
    uint32_t              offset = coding__load32(label + CODING__LABEL_TEXT);
    return offset < texts->count ? (const char *)texts->items + offset : "";
}

/* A body part of section 0, its side left out, becomes a word. */
static void add_label(coding__weave *weave, const unsigned char *label)
{
    static const char *const sides[] = {"Left ", "Right ", "Bilateral "};
    char                     name[128], text[128];
    unsigned                 tokens;
    coding_code              prefix = coding__load64(label + CODING__LABEL_PREFIX);
    const char              *from = label_text(weave, label);
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (!strncmp(from, sides[i], strlen(sides[i]))) from += strlen(sides[i]);
    if (label[CODING__LABEL_AXIS] != 4 || coding_code_character(prefix, 0) != '0' || strlen(from) >= sizeof name)
        return;
    strcpy(name, from);
    size_t length = coding__canonical(name, strlen(name), text, sizeof text, &tokens);
    if (!length || tokens > CODING__OP_TOKENS_MOST) return;
    coding__operation_word word = {
        .text = coding__intern(weave->model, text, length),
        .part = coding__intern(weave->model, name, strlen(name)),
        .section = '0',
        .system = coding_code_character(prefix, 1),
        .kind = CODING__OP_BODY_PART,
        .tokens = (uint8_t)tokens,
    };
    *(coding__operation_word *)coding__push(weave->model, &weave->model->operations.words, sizeof word) = word;
}

static void add_labels(coding__weave *weave)
{
    uint32_t width = coding__section_forms[CODING__LABELS].width;
    uint32_t count = coding__writer_count(&weave->writer, CODING__LABELS);
    for (uint32_t i = 0; i < count && !weave->model->no_memory; i++)
        add_label(weave, (const unsigned char *)weave->writer.sections[CODING__LABELS].items + (size_t)i * width);
}

static void write_word(coding__weave *weave, const coding__operation_word *word)
{
    uint32_t       text = coding__writer_text(&weave->writer, word->text);
    uint32_t       part = coding__writer_text(&weave->writer, word->part);
    uint32_t       device = coding__writer_text(&weave->writer, word->device);
    uint32_t       qualifier = coding__writer_text(&weave->writer, word->qualifier);
    uint32_t       guideline = coding__writer_text(&weave->writer, word->guideline);
    unsigned char *at = coding__writer_add(&weave->writer, CODING__OPERATION_WORDS);
    coding__store32(at + CODING__OP_TEXT, text);
    coding__store32(at + CODING__OP_PART, part);
    coding__store32(at + CODING__OP_DEVICE, device);
    coding__store32(at + CODING__OP_QUALIFIER, qualifier);
    coding__store32(at + CODING__OP_GUIDELINE, guideline);
    coding__store64(at + CODING__OP_ROOTS, roots_of(weave->model, word));
    coding__store64(at + CODING__OP_APPROACHES, word->approaches);
    at[CODING__OP_SECTION] = (unsigned char)word->section;
    at[CODING__OP_SYSTEM] = (unsigned char)word->system;
    at[CODING__OP_KIND] = word->kind;
    at[CODING__OP_TOKENS] = word->tokens;
    coding__store32(at + CODING__OP_ORIGIN, word->origin);
    coding__store32(at + CODING__OP_LINE, word->line);
}

static bool say_the_same(const coding__operation_word *a, const coding__operation_word *b)
{
    return a->text == b->text && a->kind == b->kind && a->part == b->part && a->section == b->section
           && a->system == b->system && !b->origin && !a->root && !a->roots;
}

static coding__word text_of_word(const void *items, size_t index)
{
    return ((const coding__operation_word *)items)[index].text;
}

static void write_words(coding__weave *weave)
{
    const coding__vector         *words = &weave->model->operations.words;
    const coding__operation_word *items = words->items;
    coding__text_line            *lines = coding__by_text(weave, words, text_of_word);
    for (size_t i = 0; lines && i < words->count; i++) {
        bool told = false; /* labels of many tables name the same part */
        for (size_t j = i; !items[lines[i].index].origin && j-- > 0 && !told && !strcmp(lines[j].text, lines[i].text);)
            told = say_the_same(&items[lines[j].index], &items[lines[i].index]);
        if (!told) write_word(weave, &items[lines[i].index]);
    }
    free(lines);
}

void coding__write_operations(coding__weave *weave)
{
    write_roots(weave);
    if (weave->model->operations.words.count) add_labels(weave);
    if (!weave->model->no_memory) write_words(weave);
}
