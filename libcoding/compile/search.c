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
    coding__build build = {.book = book, .model = model, .writer = writer};
    coding__build_number_put(&build, 0); /* offset 0 is the empty list */
    coding__build_endings(&build);
    coding__build_flags(&build);
    coding__build_titles(&build);
    coding__build_notes(&build);
    coding__build_index(&build);
    coding__build_ranks(&build);
    coding__build_synonym_words(&build);
    coding__build_kin(&build);
    if (!build.no_memory) coding__build_write(&build);
    bool made = !build.no_memory;
    free_all(&build);
    return made;
}
