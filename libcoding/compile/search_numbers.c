/* What the parts of a search weigh, from the tables. They come as synonyms of the model of the kind "parameter", with
 * their millionths as rank; the first of a name counts, and the others do not enter the book. */
#include <string.h>

#include "compile/search_build.h"
#include "text/parameters.h"

static bool is_parameter(const coding__build *build, const coding__synonym *row)
{
    return strcmp(coding__word_text(build->model, row->kind), "parameter") == 0;
}

/* CODING__PARAMETER_TOTAL for a name that is not ours: a later library's. */
static size_t place_of(const char *name)
{
    size_t place = 0;
    while (place < CODING__PARAMETER_TOTAL && strcmp(coding__parameter_forms[place].name, name) != 0) place++;
    return place;
}

static bool take(uint32_t *numbers, bool *told, size_t place, uint32_t number)
{
    if (told[place]) return false;
    numbers[place] = number;
    return told[place] = true;
}

/* A book that has any has all: it says by itself how it is searched. */
void coding__build_numbers(coding__build *build)
{
    uint32_t numbers[CODING__PARAMETER_TOTAL];
    bool     told[CODING__PARAMETER_TOTAL] = {false}, any = false;
    for (size_t i = 0; i < CODING__PARAMETER_TOTAL; i++) numbers[i] = coding__parameter_forms[i].millionths;
    for (size_t i = 0; i < build->model->synonyms.count; i++) {
        coding__synonym *row = (coding__synonym *)build->model->synonyms.items + i;
        size_t           place = place_of(coding__word_text(build->model, row->term));
        if (!is_parameter(build, row) || place == CODING__PARAMETER_TOTAL) continue;
        row->idle = !take(numbers, told, place, row->rank);
        any = true;
    }
    for (size_t i = 0; any && i < CODING__PARAMETER_TOTAL; i++)
        coding__store32(coding__writer_add(build->writer, CODING__NUMBERS), numbers[i]);
}
