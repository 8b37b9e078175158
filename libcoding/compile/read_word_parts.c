/* Parts of medical words:
 *
 *     part   kind  combining_form  meaning  examples                  because
 *     nephr  root  nephro          kidney   nephritis;nephrolithiasis  Greek nephros, kidney
 *
 * Examples are for people and tests. */
#include <string.h>

#include "base/text.h"
#include "compile/readers.h"
#include "compile/table.h"

static bool recognises(const coding__file *file) { return coding__is_table(file, "part kind combining_form meaning"); }

static coding_part_kind kind_of(coding__cell cell)
{
    for (int kind = CODING_PART_PREFIX; kind <= CODING_PART_SUFFIX; kind++) {
        if (coding__cell_is(cell, coding_part_kind_name((coding_part_kind)kind))) return (coding_part_kind)kind;
    }
    return CODING_PART_UNKNOWN;
}

/* Words are folded before they are taken apart: a part has small letters of ASCII. */
static bool is_folded(coding__cell cell)
{
    enum { MOST = 40 };
    for (size_t i = 0; i < cell.length; i++) {
        if (!coding__is_lower(cell.text[i])) return false;
    }
    return cell.length && cell.length <= MOST;
}

static bool read_part(coding__tsv *table, uint32_t origin)
{
    coding__cell      letters = coding__table_cell(table, "part"), form = coding__table_cell(table, "combining_form");
    coding__word_part part = {.origin = origin, .line = table->lines.number};
    part.kind = kind_of(coding__table_cell(table, "kind"));
    if (!part.kind) return coding__table_fault(table, "kind", "neither prefix, root nor suffix: left out");
    if (!is_folded(letters)) return coding__table_fault(table, "part", "not of the letters a to z: left out");
    if (!is_folded(form)) return coding__table_fault(table, "combining_form", "not of the letters a to z: left out");
    part.letters = coding__intern_cell(table->model, letters);
    part.form = coding__intern_cell(table->model, form);
    part.meaning = coding__table_word(table, "meaning");
    part.because = coding__table_word(table, "because");
    if (!part.meaning) return coding__table_fault(table, "meaning", "empty: left out");
    *(coding__word_part *)coding__push(table->model, &table->model->word_parts, sizeof part) = part;
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_origin(model, file, NULL, NULL, 0);
    coding__table_knows(&table, "part kind combining_form meaning examples because");
    while (coding__table_next(&table)) read_part(&table, origin);
}

const coding__reader coding__word_parts_reader = {
    .kind = "word parts",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
