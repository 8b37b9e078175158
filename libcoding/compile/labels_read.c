/* Titles as parts.
 *
 *     Bypass Left Renal Vein to Lower Vein with Synthetic Substitute, Percutaneous Endoscopic Approach
 *     stop   word ...        lead ...      lead ...                 stop
 *
 * A word counts together with the lead of its piece: "to Artery" may belong to another axis than "with Artery". */
#include <string.h>

#include "code/code.h"
#include "compile/labels.h"

static const char approach_word[] = " Approach", group_words[] = ", New Technology Group ";

/* Approaches by their character. */
static const struct {
    char        character;
    const char *name;
} approaches[] = {
    {'0', "Open"},
    {'3', "Percutaneous"},
    {'4', "Percutaneous Endoscopic"},
    {'7', "Via Natural or Artificial Opening"},
    {'8', "Via Natural or Artificial Opening Endoscopic"},
    {'F', "Via Natural or Artificial Opening With Percutaneous Endoscopic Assistance"},
    {'X', "External"},
};

const char *coding__approach_of(coding_code code)
{
    const char *axis = coding_pcs_axis(coding_code_character(code, 0), 5);
    if (!axis || strcmp(axis, "Approach") != 0) return NULL;
    for (size_t i = 0; i < sizeof approaches / sizeof *approaches; i++) {
        if (approaches[i].character == coding_code_character(code, 4)) return approaches[i].name;
    }
    return NULL;
}

bool coding__is_fixed(coding_code code, unsigned axis)
{
    if (axis == 7) return coding_code_character(code, 0) == 'X';
    return axis == 5 && coding__approach_of(code);
}

uint64_t coding__hash_number(uint64_t hash, uint64_t number)
{
    hash = (hash ^ number) * 0x9E3779B97F4A7C15u;
    return (hash ^ hash >> 29) & INT64_MAX;
}

uint64_t coding__hash_text(uint64_t hash, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) hash = coding__hash_number(hash, (unsigned char)text[i]);
    return coding__hash_number(hash, length);
}

/* A title as it is taken apart. */
typedef struct reading {
    const char   *text;
    size_t        length;
    coding__part  parts[CODING__TITLE_PARTS];
    size_t        count;
} reading;

static bool is_one_of(const char *text, size_t length, const char *const *words)
{
    for (; *words; words++) {
        if (strlen(*words) == length && memcmp(*words, text, length) == 0) return true;
    }
    return false;
}

static coding__part_kind kind_of(const char *text, size_t length)
{
    static const char *const leads[] = {",", "with", "to", "from", "into", "in", "on", "using", "of", "through", "for", "at", "created", NULL};
    static const char *const ands[] = {"and", "or", NULL};
    if (is_one_of(text, length, leads)) return CODING__PART_LEAD;
    return is_one_of(text, length, ands) ? CODING__PART_AND : CODING__PART_WORD;
}

static void add_part(reading *of, size_t offset, size_t length)
{
    if (!length || of->count == CODING__TITLE_PARTS) return;
    of->parts[of->count++] = (coding__part){
        .offset = (uint16_t)offset, .length = (uint16_t)length, .kind = kind_of(of->text + offset, length)};
}

/* Parts at blanks, a comma that ends a word being a part of its own. */
static void split(reading *of)
{
    for (size_t at = 0; at < of->length;) {
        const char *blank = memchr(of->text + at, ' ', of->length - at);
        size_t      past = blank ? (size_t)(blank - of->text) : of->length;
        bool        comma = past > at && of->text[past - 1] == ',';
        add_part(of, at, past - at - comma);
        if (comma) add_part(of, past - 1, 1);
        at = past + 1;
    }
}

static void stop_between(reading *of, size_t offset, size_t past)
{
    for (size_t i = 0; i < of->count; i++) {
        if (of->parts[i].offset >= offset && of->parts[i].offset < past) of->parts[i].kind = CODING__PART_STOP;
    }
}

static bool stands_at(const reading *of, size_t at, const char *text)
{
    size_t length = strlen(text);
    return at <= of->length && of->length - at >= length && memcmp(of->text + at, text, length) == 0;
}

/* The approach is the last piece that spells it, with or without the word: a device or qualifier may hold one too
 * ("Posterior Approach, Anterior Column, Open Approach"). */
static void stop_approach(reading *of, coding_code code)
{
    const char *name = coding__approach_of(code);
    for (size_t at = of->length; name && at-- > 0;) {
        if (!stands_at(of, at, ", ") || !stands_at(of, at + 2, name)) continue;
        size_t past = at + 2 + strlen(name);
        if (stands_at(of, past, approach_word)) past += strlen(approach_word);
        if (past < of->length && of->text[past] != ',') continue;
        stop_between(of, at, past);
        return;
    }
}

static void stop_group(reading *of)
{
    for (size_t at = of->length; at-- > 0;) {
        if (stands_at(of, at, group_words)) stop_between(of, at, of->length);
    }
}

/* The root operation: the first place where all its words follow one another. */
static void stop_root(reading *of, const char *root)
{
    size_t length = strlen(root);
    for (size_t i = 0; i < of->count; i++) {
        size_t at = of->parts[i].offset, past = at + length;
        if (!stands_at(of, at, root)) continue;
        if (past < of->length && of->text[past] != ' ' && of->text[past] != ',') continue;
        stop_between(of, at, past);
        return;
    }
}

static uint32_t term_of(coding__labels *labels, uint64_t lead, const char *text, size_t length)
{
    coding__model *model = labels->weave->model;
    uint64_t       hash = coding__hash_text(lead, text, length);
    uint32_t       term = coding__map_get(&labels->terms, hash);
    if (term != UINT32_MAX) return term;
    if (!labels->leads.count) coding__push(model, &labels->leads, sizeof(uint32_t)); /* term 0 is none */
    term = (uint32_t)labels->leads.count;
    *(uint32_t *)coding__push(model, &labels->leads, sizeof(uint32_t)) = (uint32_t)lead;
    coding__map_put(model, &labels->terms, hash, term);
    return term;
}

static bool is_of(const reading *of, const coding__part *part)
{
    return part->length == 2 && memcmp(of->text + part->offset, "of", 2) == 0;
}

/* "of" leads after a root operation only: "Products of Conception" is one piece. */
static void number_terms(coding__labels *labels, reading *of)
{
    uint64_t lead = 1;
    for (size_t i = 0; i < of->count; i++) {
        coding__part *part = &of->parts[i];
        const char   *text = of->text + part->offset;
        if (part->kind == CODING__PART_STOP) lead = 1;
        if (part->kind == CODING__PART_LEAD && lead != 1 && is_of(of, part)) part->kind = CODING__PART_AND;
        if (part->kind == CODING__PART_LEAD) lead = coding__hash_text(1, text, part->length);
        if (part->kind == CODING__PART_WORD) part->term = term_of(labels, lead, text, part->length);
    }
}

/* The root operation is what follows the last comma of a table's title. */
static const char *root_in(const char *title)
{
    const char *root = NULL;
    for (const char *at = title; (at = strstr(at, ", ")); at += 2) root = at + 2;
    return root;
}

static void read_title(coding__labels *labels, coding__titled *row, const char *root)
{
    coding__model *model = labels->weave->model;
    reading        of = {.text = coding__word_text(model, row->title)};
    of.length = strlen(of.text);
    if (of.length >= CODING__TITLE_BYTES) return;
    split(&of);
    stop_group(&of);
    stop_approach(&of, row->code);
    stop_root(&of, root);
    number_terms(labels, &of);
    row->root = (uint32_t)coding__hash_text(1, root, strlen(root));
    row->part = (uint32_t)labels->parts.count;
    row->parts = (uint32_t)of.count;
    for (size_t i = 0; i < of.count; i++)
        *(coding__part *)coding__push(model, &labels->parts, sizeof(coding__part)) = of.parts[i];
}

void coding__labels_read(coding__labels *labels)
{
    const char *root = NULL;
    for (size_t i = 0; i < labels->rows.count && !labels->weave->model->no_memory; i++) {
        coding__titled *row = coding__titled_at(labels, i);
        if (coding_code_length(row->code) == CODING__TABLE_AXES)
            root = root_in(coding__word_text(labels->weave->model, row->title));
        else if (root && row->title && coding_code_length(row->code) == CODING__AXES)
            read_title(labels, row, root);
    }
}
