/* Words for search, in four layouts, each with `because` at the end:
 *
 *     term          concept        register, or kind and rank
 *     lay_term      clinical_term  register
 *     abbreviation  expansion      [rank context senses]
 *     british       american       kind
 *
 * A term of some kinds stands for nothing at all: the ending -s leads to the empty one. */
#include <string.h>

#include "compile/readers.h"
#include "compile/table.h"

typedef struct layout {
    const char *term;
    const char *concept;
    const char *known; /* all its columns */
    const char *kind;  /* where no register says */
} layout;

static const layout layouts[] = {
    {"term", "concept", "term concept register kind rank because", "synonym"},
    {"lay_term", "clinical_term", "lay_term clinical_term register because", "lay"},
    {"abbreviation", "expansion", "abbreviation expansion rank context senses because", "abbreviation"},
    {"british", "american", "british american kind because", "spelling"},
};

static const layout *layout_of(const coding__file *file)
{
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        if (coding__is_table(file, layouts[i].term) && coding__is_table(file, layouts[i].concept)) return &layouts[i];
    return NULL;
}

static bool recognises(const coding__file *file) { return layout_of(file) != NULL; }

static bool read_word(coding__tsv *table, const layout *form, uint32_t origin)
{
    coding__synonym word = {.origin = origin};
    uint64_t        rank = coding__cell_number(coding__table_cell(table, "rank"));
    word.term = coding__intern_cell(table->model, coding__table_cell(table, form->term));
    word.concept = coding__intern_cell(table->model, coding__table_cell(table, form->concept));
    word.kind = coding__table_word(table, coding__table_has(table, "kind") ? "kind" : "register");
    if (!word.kind) word.kind = coding__intern(table->model, form->kind, strlen(form->kind));
    word.rank = rank < UINT32_MAX ? (uint32_t)rank : 1;
    if (!word.term) return coding__table_fault(table, form->term, "empty: left out");
    if (!word.concept && !coding__table_has(table, "kind"))
        return coding__table_fault(table, form->concept, "empty: left out");
    *(coding__synonym *)coding__push(table->model, &table->model->synonyms, sizeof word) = word;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    const layout *form = layout_of(file);
    coding__tsv   table;
    if (!form || !coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_origin(model, file, NULL, NULL, 0);
    coding__table_knows(&table, form->known);
    while (coding__table_next(&table)) read_word(&table, form, origin);
}

const coding__reader coding__tidy_words_reader = {
    .kind = "words for search",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
