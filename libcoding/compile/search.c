#include "compile/search.h"

#include <stdlib.h>

#include "compile/search_build.h"

static void free_all(coding__build *build)
{
    free(build->letters.items);
    free(build->words.items);
    free(build->slots.items);
    free(build->numbers.items);
    free(build->documents.items);
    free(build->tails.items);
    free(build->kin.items);
    free(build->ranked.items);
    free(build->endings.items);
    free(build->lists);
}

bool coding__index_search(const coding_book *book, coding__model *model, coding__writer *writer)
{
    static void (*const steps[])(coding__build *) = {
        coding__build_endings, coding__build_flags, coding__build_numbers, coding__build_titles, coding__build_notes,
        coding__build_index,   coding__build_ranks, coding__build_synonym_words, coding__build_kin, coding__build_write,
        coding__build_keys,
    };
    coding__build build = {.book = book, .model = model, .writer = writer};
    coding__build_number_put(&build, 0); /* offset 0 is the empty list */
    for (size_t i = 0; i < sizeof steps / sizeof *steps && !build.no_memory; i++) steps[i](&build);
    bool made = !build.no_memory && !model->no_memory;
    free_all(&build);
    return made;
}
