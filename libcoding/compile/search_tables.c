/* Rules of words from the tables: endings, spellings, words that tell little, classes of codes rarely meant. They come
 * as synonyms of the model whose kind says what they are. */
#include <stdlib.h>
#include <string.h>

#include "compile/search_build.h"

static const coding__synonym *synonym_at(const coding__build *build, size_t index)
{
    return (const coding__synonym *)build->model->synonyms.items + index;
}
static const char *word(const coding__build *build, coding__word number)
{
    return coding__word_text(build->model, number);
}

static int ending_kind(const char *kind)
{
    if (strcmp(kind, "ending") == 0) return CODING__ENDING_TAIL;
    if (strcmp(kind, "inside") == 0) return CODING__ENDING_INSIDE;
    if (strcmp(kind, "begin") == 0) return CODING__ENDING_BEGIN;
    return strcmp(kind, "word") == 0 ? CODING__ENDING_WORD : -1;
}

static void add_ending(coding__build *build, const char *letters, const char *instead, int kind, uint32_t before)
{
    size_t length = strlen(letters), size = strlen(instead);
    if (!length || length > CODING__ENDING_ROOM || size > CODING__ENDING_ROOM) return;
    unsigned char *rule = coding__build_room(build, &build->endings, 1, coding__section_forms[CODING__ENDINGS].width);
    if (!rule) return;
    memset(rule, 0, coding__section_forms[CODING__ENDINGS].width);
    memcpy(rule + CODING__ENDING_LETTERS, letters, length);
    memcpy(rule + CODING__ENDING_INSTEAD, instead, size);
    rule[CODING__ENDING_KIND] = (unsigned char)kind;
    rule[CODING__ENDING_BEFORE] = (unsigned char)(before < 20 ? before : 20);
    rule[CODING__ENDING_LENGTH] = (unsigned char)length;
    rule[CODING__ENDING_INSTEAD_LENGTH] = (unsigned char)size;
}

/* As coding__normalise reads them. */
static int place(const unsigned char *rule)
{
    switch (rule[CODING__ENDING_KIND]) {
    case CODING__ENDING_INSIDE:
    case CODING__ENDING_BEGIN: return 0;
    case CODING__ENDING_WORD: return 1;
    default: return 2;
    }
}

static int compare_endings(const void *a, const void *b)
{
    const unsigned char *left = a, *right = b;
    if (place(left) != place(right)) return place(left) - place(right);
    int longer = (int)right[CODING__ENDING_LENGTH] - (int)left[CODING__ENDING_LENGTH];
    return longer ? longer : memcmp(left, right, CODING__ENDING_KIND);
}

static void sort_endings(coding__build *build)
{
    uint32_t width = coding__section_forms[CODING__ENDINGS].width;
    if (build->endings.count) qsort(build->endings.items, build->endings.count, width, compare_endings);
    build->rules = (coding__table){build->endings.items, (uint32_t)build->endings.count, width};
}

/* A word of a table on its way through the rules. */
static bool take_word(const char *text, char word[CODING__WORD_ROOM], uint8_t *length)
{
    size_t size = strlen(text);
    if (!size || size >= CODING__WORD_ROOM) return false;
    memcpy(word, text, size + 1);
    *length = (uint8_t)size;
    return true;
}

/* A British word becomes a rule only where the others do not lead it to its American form. */
static void add_spelling(coding__build *build, const char *british, const char *american)
{
    char    wanted[CODING__WORD_ROOM], got[CODING__WORD_ROOM], letters[CODING__WORD_ROOM];
    uint8_t length;
    if (!take_word(british, got, &length)) return;
    coding__normalise(&build->rules, got, &length);
    if (!take_word(british, letters, &length)) return;
    coding__respell(&build->rules, letters, &length, NULL);
    if (!take_word(american, wanted, &length)) return;
    coding__normalise(&build->rules, wanted, &length);
    if (strcmp(got, wanted) != 0) add_ending(build, letters, wanted, CODING__ENDING_WORD, 0);
    build->rules.bytes = build->endings.items; /* they may have moved; what was added is not yet in order */
}

static void add_spellings(coding__build *build)
{
    for (size_t i = 0; i < build->model->synonyms.count; i++) {
        const coding__synonym *row = synonym_at(build, i);
        if (strcmp(word(build, row->kind), "spelling") == 0)
            add_spelling(build, word(build, row->term), word(build, row->concept));
    }
}

void coding__build_endings(coding__build *build)
{
    for (size_t i = 0; i < build->model->synonyms.count; i++) {
        const coding__synonym *row = synonym_at(build, i);
        int                    kind = ending_kind(word(build, row->kind));
        if (kind >= 0) add_ending(build, word(build, row->term), word(build, row->concept), kind, row->rank);
    }
    sort_endings(build);
    add_spellings(build);
    sort_endings(build);
}

/* A word of a table in its common form. */
static uint32_t word_number(coding__build *build, const char *text)
{
    coding__build_list list = {.count = 0};
    coding__build_read(build, text, false, true, &list);
    return list.count ? list.items[0] / 4 : coding__build_word_of(build, text, text);
}

static uint8_t flag_of(const char *kind)
{
    return strcmp(kind, "stop") == 0      ? CODING__WORD_STOP
           : strcmp(kind, "default") == 0 ? CODING__WORD_DEFAULT
           : strcmp(kind, "rest") == 0    ? CODING__WORD_REST
           : strcmp(kind, "side") == 0    ? CODING__WORD_SIDE
                                          : 0;
}

/* The row of a code written in a table: "O00". UINT32_MAX where the book has none. */
static uint32_t row_of(const coding_book *book, const char *text, size_t length)
{
    char bare[CODING_CODE_TEXT];
    for (uint32_t row = 0; row < coding__count(book, CODING__ROWS); row++) {
        coding_code code = coding__row_code(book, row);
        if (coding_code_system(code) != CODING_ICD10CM || coding_code_length(code) != length) continue;
        if (strncmp(coding_code_format_bare(code, bare), text, length) == 0) return row;
    }
    return UINT32_MAX;
}

static bool system_rows(const coding_book *book, const char *name, uint32_t *first, uint32_t *past)
{
    for (uint32_t i = 0; i < coding__count(book, CODING__SYSTEMS); i++) {
        if (strcmp(coding__text_of(book, CODING__SYSTEMS, i, CODING__SYSTEM_NAME), name) != 0) continue;
        *first = coding__u32(book, CODING__SYSTEMS, i, CODING__SYSTEM_ROW);
        *past = coding__u32(book, CODING__SYSTEMS, i, CODING__SYSTEM_PAST);
        return true;
    }
    return false;
}

static bool class_rows(const coding_book *book, const char *range, uint32_t *first, uint32_t *past)
{
    if (system_rows(book, range, first, past)) return true;
    size_t   length = strcspn(range, "-");
    uint32_t last = 0;
    *first = row_of(book, range, length);
    last = range[length] == '-' ? row_of(book, range + length + 1, strlen(range + length + 1)) : *first;
    if (*first == UINT32_MAX || last == UINT32_MAX) return false;
    *past = coding__u32(book, CODING__ROWS, last, CODING__ROW_PAST);
    return true;
}

/* Classes whose cues are the same share a bit: O00-O9A and Z34 are both asked for by "pregnant". */
static uint8_t cue_of(coding__build *build, coding__word cues)
{
    for (uint32_t i = 0; i < build->classes; i++) {
        if (build->cues[i] == cues) return (uint8_t)i;
    }
    if (build->classes == CODING__BUILD_MOST_CUES) return CODING__BUILD_MOST_CUES - 1;
    build->cues[build->classes] = cues;
    return (uint8_t)build->classes++;
}

static void give_cues(coding__build *build, const char *cues, uint8_t cue)
{
    coding__build_list list = {.count = 0};
    coding__build_read(build, cues, false, true, &list);
    for (uint32_t i = 0; i < list.count; i++) {
        coding__build_word *one = coding__build_word_at(build, list.items[i] / 4);
        one->cues = (uint16_t)(one->cues | 1u << cue);
    }
}

static void add_class(coding__build *build, size_t index)
{
    const coding__synonym *row = synonym_at(build, index);
    uint32_t               first, past;
    if (!class_rows(build->book, word(build, row->term), &first, &past)) return;
    uint8_t        cue = cue_of(build, row->concept);
    unsigned char *at = coding__writer_add(build->writer, CODING__CLASSES);
    coding__store32(at + CODING__CLASS_FIRST, first);
    coding__store32(at + CODING__CLASS_PAST, past);
    at[CODING__CLASS_FACTOR] = (unsigned char)(row->rank < 255 ? row->rank : 255);
    at[CODING__CLASS_CUE] = cue;
    give_cues(build, word(build, row->concept), cue);
}

void coding__build_flags(coding__build *build)
{
    for (size_t i = 0; i < build->model->synonyms.count; i++) {
        const coding__synonym *row = synonym_at(build, i);
        const char            *kind = word(build, row->kind);
        bool                   weight = strcmp(kind, "weight") == 0;
        uint32_t               number = flag_of(kind) || weight ? word_number(build, word(build, row->term)) : 0;
        if (build->no_memory) return;
        coding__build_word *one = build->words.count ? coding__build_word_at(build, number) : NULL;
        if (one && flag_of(kind)) one->flags = (uint8_t)(one->flags | flag_of(kind));
        if (one && weight) one->weight = (uint8_t)row->rank;
        if (strcmp(kind, "class") == 0) add_class(build, i);
    }
}
