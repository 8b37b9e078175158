/* What operative reports are read by, kept by hand:
 *
 *     section  character  root        definition  guideline  because
 *     0        T          Resection   ...         B3.8       ...
 *
 *     words            kind       table  root       part         approach  device  qualifier  guideline  because
 *     cholecystectomy  operation  0F     Resection  Gallbladder  -         -       -          B3.8       ...
 *
 * Roots, parts, devices and qualifiers are written as the titles of the code set have them, parts without their side;
 * approaches as their characters. Words may stand several times: operations are all meant, parts are one of them. */
#include <string.h>

#include "base/text.h"
#include "code/code.h"
#include "compile/readers.h"
#include "compile/services.h"
#include "note/token.h"

enum { TEXT_MOST = 96 };

static const char *const kinds[CODING__OP_KIND_TOTAL] = {
    [CODING__OP_OPERATION] = "operation", [CODING__OP_WORD] = "word",       [CODING__OP_BODY_PART] = "part",
    [CODING__OP_COUNT] = "count",         [CODING__OP_IDLE] = "idle",       [CODING__OP_CONVERTED] = "converted",
    [CODING__OP_ABORTED] = "aborted",     [CODING__OP_PLANNED] = "planned", [CODING__OP_TITLE] = "title",
    [CODING__OP_BODY] = "body",           [CODING__OP_REASON] = "reason",   [CODING__OP_ENDING] = "ending",
    [CODING__OP_TOLD] = "told",
};

static bool read_root(coding__tsv *table, uint32_t origin)
{
    coding__cell           section = coding__table_cell(table, "section");
    coding__cell           character = coding__table_cell(table, "character");
    coding__operation_root root = {.origin = origin, .line = table->lines.number};
    if (section.length != 1 || character.length != 1 || !coding__symbol_of(*section.text)
        || !coding__symbol_of(*character.text))
        return coding__table_fault(table, "character", "section and operation are one character each: left out");
    root.section = *section.text;
    root.character = *character.text;
    root.name = coding__table_word(table, "root");
    root.definition = coding__table_word(table, "definition");
    root.guideline = coding__table_word(table, "guideline");
    if (!root.name) return coding__table_fault(table, "root", "no name: left out");
    *(coding__operation_root *)coding__push(table->model, &table->model->operations.roots, sizeof root) = root;
    return true;
}

/* Characters of approaches as a mask of symbols; false where one is none. */
static bool read_approaches(coding__cell cell, uint64_t *mask)
{
    *mask = 0;
    if (coding__cell_is(cell, "-")) return true;
    for (size_t i = 0; i < cell.length; i++) {
        unsigned symbol = coding__symbol_of(cell.text[i]);
        if (!symbol || symbol > 36) return false;
        *mask |= (uint64_t)1 << symbol;
    }
    return true;
}

/* "0F" or "0"; false where it is neither nor '-'. */
static bool read_place(coding__cell cell, coding__operation_word *word)
{
    if (coding__cell_is(cell, "-")) return true;
    if (!cell.length || cell.length > 2) return false;
    word->section = cell.text[0];
    word->system = cell.length > 1 ? cell.text[1] : '\0';
    return coding__symbol_of(word->section) && (cell.length == 1 || coding__symbol_of(word->system));
}

static bool read_word(coding__tsv *table, uint32_t origin)
{
    char                   text[TEXT_MOST];
    unsigned               tokens = 0;
    coding__cell           cell = coding__table_cell(table, "words"), kind = coding__table_cell(table, "kind");
    coding__operation_word word = {.origin = origin, .line = table->lines.number};
    size_t                 length = coding__canonical(cell.text, cell.length, text, sizeof text, &tokens);
    while (word.kind < CODING__OP_KIND_TOTAL && !coding__cell_is(kind, kinds[word.kind])) word.kind++;
    if (word.kind == CODING__OP_KIND_TOTAL) return coding__table_fault(table, "kind", "no such kind: left out");
    if (!length || tokens > CODING__OP_TOKENS_MOST)
        return coding__table_fault(table, "words", "no words, or more than eight: left out");
    if (!read_place(coding__table_cell(table, "table"), &word))
        return coding__table_fault(table, "table", "not the beginning of a table: left out");
    if (!read_approaches(coding__table_cell(table, "approach"), &word.approaches))
        return coding__table_fault(table, "approach", "not the characters of approaches: left out");
    word.text = coding__intern(table->model, text, length);
    word.tokens = (uint8_t)tokens;
    word.root = coding__table_word(table, "root");
    word.part = coding__table_word(table, "part");
    word.device = coding__table_word(table, "device");
    word.qualifier = coding__table_word(table, "qualifier");
    word.guideline = coding__table_word(table, "guideline");
    *(coding__operation_word *)coding__push(table->model, &table->model->operations.words, sizeof word) = word;
    return true;
}

static bool recognises_roots(const coding__file *file)
{
    return coding__is_table(file, "section character root definition");
}

static bool recognises_words(const coding__file *file)
{
    return coding__is_table(file, "words kind table root part approach device qualifier");
}

static void read_roots(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "section character root definition guideline because", read_root);
}

static void read_words(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "words kind table root part approach device qualifier guideline because",
                       read_word);
}

const coding__reader coding__operation_roots_reader = {
    .kind = "root operations",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_roots,
    .read = read_roots,
};

const coding__reader coding__operation_words_reader = {
    .kind = "words of operations",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_words,
    .read = read_words,
};
