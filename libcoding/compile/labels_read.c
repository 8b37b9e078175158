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
    const char  *text;
    size_t       length;
    coding__part parts[CODING__TITLE_PARTS];
    size_t       count;
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
    static const char *const leads[] = {",",     "with", "to",      "from", "into", "in",      "on",
                                        "using", "of",   "through", "for",  "at",   "created", NULL};
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
    for (size_t i = 0; length && i < of->count; i++) {
        size_t at = of->parts[i].offset, past = at + length;
        if (!stands_at(of, at, root)) continue;
        if (past < of->length && of->text[past] != ' ' && of->text[past] != ',') continue;
        stop_between(of, at, past);
        return;
    }
}

/* What leads a piece: nothing yet, a comma, or a little word, as a number. */
enum { BEGINNING = 1, COMMA = 2 };

static uint64_t lead_of(const char *text, size_t length)
{
    return *text == ',' ? COMMA : coding__hash_text(0, text, length) | 4;
}

static uint32_t term_of(coding__labels *labels, uint64_t lead, const char *text, size_t length)
{
    coding__model *model = labels->weave->model;
    uint64_t       hash = coding__hash_text(lead, text, length);
    uint32_t       term = coding__map_get(&labels->terms, hash);
    if (term != UINT32_MAX) return term;
    if (!labels->leads.count) coding__push(model, &labels->leads, sizeof(uint32_t)); /* term 0 is none */
    term = (uint32_t)labels->leads.count;
    *(uint32_t *)coding__push(model, &labels->leads, sizeof(uint32_t)) = lead == COMMA ? 0 : (uint32_t)lead;
    coding__map_put(model, &labels->terms, hash, term);
    return term;
}

/* "of" leads after the root operation or its kind only ("Contact Radiation of Eye"); else it is part of a name
 * ("from Products of Conception"). */
static bool is_inner_of(const reading *of, const coding__part *part, uint64_t lead)
{
    return lead > COMMA && part->length == 2 && memcmp(of->text + part->offset, "of", 2) == 0;
}

static void number_terms(coding__labels *labels, reading *of)
{
    uint64_t lead = BEGINNING;
    for (size_t i = 0; i < of->count; i++) {
        coding__part *part = &of->parts[i];
        const char   *text = of->text + part->offset;
        if (part->kind == CODING__PART_LEAD && is_inner_of(of, part, lead)) part->kind = CODING__PART_AND;
        if (part->kind == CODING__PART_STOP) lead = BEGINNING;
        if (part->kind == CODING__PART_LEAD) lead = lead_of(text, part->length);
        if (part->kind == CODING__PART_WORD) part->term = term_of(labels, lead, text, part->length);
    }
}

/* What stands behind the last comma of a table's title is its root operation. Outside section 0 the section stands
 * before the body system, where there is one: "New Technology, Nervous System" names no root operation. */
static size_t root_in_title(const char *title, coding_code table, char root[CODING__TITLE_BYTES])
{
    const char *last = NULL;
    unsigned    commas = 0;
    for (const char *at = title; (at = strstr(at, ", ")); at += 2) last = at + 2, commas++;
    bool   short_form = coding_code_character(table, 0) == '0' || coding_code_character(table, 1) == 'Z';
    bool   named = commas >= (short_form ? 1 : 2);
    size_t length = named ? strlen(last) : 0;
    if (length >= CODING__TITLE_BYTES) return 0;
    memcpy(root, length ? last : "", length + 1);
    return length;
}

size_t coding__common_words(const char *a, size_t length, const char *b)
{
    size_t words = 0, at = 0;
    for (; at < length && a[at] == b[at]; at++) {
        if (a[at] == ' ') words = at;
    }
    bool whole = at == length && (!b[at] || b[at] == ' ' || b[at] == ',');
    return whole ? at : words;
}

/* The words before the first little word; of sections whose root operations are one word, that word. */
static size_t beginning_of(const char *title, coding_code code)
{
    reading of = {.text = title, .length = strlen(title)};
    split(&of);
    size_t count = 0;
    while (count < of.count && of.parts[count].kind == CODING__PART_WORD) count++;
    if (count > 1 && strchr("01X", coding_code_character(code, 0))) count = 1;
    return count ? (size_t)of.parts[count - 1].offset + of.parts[count - 1].length : 0;
}

/* Where no release titles the table: the words that all its codes begin with. */
static size_t root_in_codes(const coding__labels *labels, size_t first, size_t past, char root[CODING__TITLE_BYTES])
{
    size_t length = 0;
    bool   begun = false;
    for (size_t i = first; i < past; i++) {
        const coding__titled *row = coding__titled_at(labels, i);
        const char           *title = coding__word_text(labels->weave->model, row->title);
        if (!*title || coding_code_length(row->code) != CODING__AXES || strlen(title) >= CODING__TITLE_BYTES) continue;
        if (begun) length = coding__common_words(root, length, title);
        else length = beginning_of(strcpy(root, title), row->code);
        begun = true;
    }
    root[length] = '\0';
    return length;
}

static void read_title(coding__labels *labels, coding__titled *row)
{
    coding__model *model = labels->weave->model;
    reading        of = {.text = coding__word_text(model, row->title)};
    of.length = strlen(of.text);
    if (of.length >= CODING__TITLE_BYTES) return;
    split(&of);
    stop_group(&of);
    stop_approach(&of, row->code);
    stop_root(&of, coding__word_text(model, row->root));
    number_terms(labels, &of);
    row->part = (uint32_t)labels->parts.count;
    row->parts = (uint32_t)of.count;
    for (size_t i = 0; i < of.count; i++)
        *(coding__part *)coding__push(model, &labels->parts, sizeof(coding__part)) = of.parts[i];
}

static void read_table(coding__labels *labels, size_t first, size_t past)
{
    coding__model  *model = labels->weave->model;
    char            root[CODING__TITLE_BYTES] = "";
    coding__titled *table = coding__titled_at(labels, first);
    bool            titled = table->title && coding_code_length(table->code) == CODING__TABLE_AXES;
    size_t          length = titled ? root_in_title(coding__word_text(model, table->title), table->code, root)
                                    : root_in_codes(labels, first, past, root);
    coding__word    word = coding__intern(model, root, length);
    for (size_t i = first; i < past && !model->no_memory; i++) {
        coding__titled *row = coding__titled_at(labels, i);
        row->root = word;
        if (row->title && coding_code_length(row->code) == CODING__AXES) read_title(labels, row);
    }
}

void coding__labels_read(coding__labels *labels)
{
    for (size_t first = 0, past; first < labels->rows.count && !labels->weave->model->no_memory; first = past) {
        past = coding__table_past(labels, first);
        read_table(labels, first, past);
    }
}
