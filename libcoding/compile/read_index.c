/* The Alphabetic Index, the index of external causes, and the tables of neoplasms and drugs:
 *
 *     letter > mainTerm > title(nemod?) see? seeAlso? code? manif? term*        term: the same, in each other
 *     of a table: cell[col=2..7] for code; `-` and `--`: none there
 *
 * A code that ends in `-` needs more characters; seecat and subcat point at a category in the same way. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/xml.h"

enum { DEEPEST = 32, REFERENCE_LONGEST = 2048 };

typedef struct index_reading {
    coding__index  index;
    uint32_t       open[DEEPEST]; /* terms around us, by number */
    size_t         depth;
    uint8_t        column;
    uint32_t       line;
    coding__folded title;
    coding__folded nemod;
    coding__folded text; /* of any other element */
} index_reading;

static bool is(const char *element, const char *name) { return strcmp(element, name) == 0; }

static coding__index_term *term_at(index_reading *reading, uint32_t term)
{
    return (coding__index_term *)reading->index.terms.items + term;
}

static coding__index_term *innermost(index_reading *reading)
{
    return reading->depth ? term_at(reading, reading->open[reading->depth - 1]) : NULL;
}

static void open_term(coding__xml *xml)
{
    index_reading *reading = xml->context;
    if (reading->depth == DEEPEST || xml->model->no_memory) {
        coding__fault(xml->model, xml->file, xml->line, "term", "too deep: left out");
        coding__xml_skip(xml);
        return;
    }
    coding__index_term *term = coding__push(xml->model, &reading->index.terms, sizeof *term);
    term->parent = reading->depth ? reading->open[reading->depth - 1] + 1 : 0;
    term->level = (uint32_t)reading->depth;
    term->line = xml->line;
    term->code = (uint32_t)reading->index.codes.count;
    reading->open[reading->depth++] = (uint32_t)reading->index.terms.count - 1;
}

static void open_title(coding__xml *xml)
{
    index_reading *reading = xml->context;
    coding__xml_capture(xml, &reading->nemod);
    coding__xml_capture(xml, &reading->title);
}

/* A second nemod of a title goes on behind the first. */
static void open_nemod(coding__xml *xml)
{
    index_reading *reading = xml->context;
    reading->nemod.blank = reading->nemod.bytes.count > 0;
    xml->sink = &reading->nemod;
}

static void open_other(coding__xml *xml, const char **attributes)
{
    index_reading *reading = xml->context;
    const char    *column = coding__xml_attribute(attributes, "col");
    reading->column = column && coding__is_digit(column[0]) && !column[1] ? (uint8_t)(column[0] - '0') : 0;
    reading->line = xml->line;
    coding__xml_capture(xml, &reading->text);
}

static void opened(coding__xml *xml, const char *element, const char **attributes)
{
    if (is(element, "mainTerm") || is(element, "term")) open_term(xml);
    else if (is(element, "title")) open_title(xml);
    else if (is(element, "nemod")) open_nemod(xml);
    else open_other(xml, attributes);
}

/* What the file is stands in its title, or in the heads of its columns. */
static void close_head(index_reading *reading, coding__cell text)
{
    if (coding__cell_has(text, "external cause")) reading->index.kind = CODING__INDEX_EXTERNAL;
    else if (reading->column == 1 && coding__cell_has(text, "neoplasm")) reading->index.kind = CODING__INDEX_NEOPLASM;
    else if (reading->column == 1 && coding__cell_has(text, "substance")) reading->index.kind = CODING__INDEX_DRUG;
}

static void close_title(coding__xml *xml)
{
    index_reading      *reading = xml->context;
    coding__index_term *term = innermost(reading);
    coding__cell        title = coding__folded_text(&reading->title);
    xml->sink = NULL;
    if (!term) {
        reading->column = 0;
        close_head(reading, title);
        return;
    }
    if (!title.length) coding__fault(xml->model, xml->file, term->line, "title", "empty, modifiers aside");
    term->title = coding__intern_cell(xml->model, title);
    term->nemod = coding__intern_cell(xml->model, coding__folded_text(&reading->nemod));
}

/* More than one reference of a kind stand in one text, parted by semicolons. */
static coding__word with_more(coding__model *model, coding__word before, coding__cell text)
{
    const char *first = coding__word_text(model, before);
    size_t      length = strlen(first);
    if (!before) return coding__intern_cell(model, text);
    if (length > REFERENCE_LONGEST) return before;
    char *both = malloc(length + 2 + text.length);
    if (!both) return model->no_memory = true, before;
    memcpy(both, first, length);
    memcpy(both + length, "; ", 2);
    if (text.length) memcpy(both + length + 2, text.text, text.length);
    coding__word word = coding__intern(model, both, length + 2 + text.length);
    free(both);
    return word;
}

/* Without the dash that says "more characters", and the dot before it. */
static coding__cell without_dash(coding__cell text, uint8_t *flags)
{
    if (text.length && text.text[text.length - 1] == '-') *flags |= CODING__INDEX_INCOMPLETE;
    while (text.length && (text.text[text.length - 1] == '-' || text.text[text.length - 1] == '.')) text.length--;
    return text;
}

static void close_code(coding__xml *xml, coding__index_term *term, uint8_t flags)
{
    index_reading *reading = xml->context;
    coding__cell   printed = coding__folded_text(&reading->text), text = without_dash(printed, &flags);
    coding_code    code = coding__release_code(CODING_ICD10CM, text);
    if (!text.length && printed.length) return; /* - or --: there is none */
    if (!code || term->code + term->codes != reading->index.codes.count) {
        coding__fault(xml->model, xml->file, reading->line, "code", "\"%.*s\" %s: left out", (int)printed.length,
                      printed.text, code ? "stands behind the subterms" : "is no code");
        return;
    }
    coding__index_code *added = coding__push(xml->model, &reading->index.codes, sizeof *added);
    added->code = code;
    added->column = reading->column;
    added->flags = flags;
    term->codes++;
}

static void close_other(coding__xml *xml, const char *element)
{
    index_reading      *reading = xml->context;
    coding__index_term *term = innermost(reading);
    coding__cell        text = coding__folded_text(&reading->text);
    xml->sink = NULL;
    if (is(element, "head")) close_head(reading, text);
    if (!term) return;
    if (is(element, "see")) term->see = with_more(xml->model, term->see, text);
    if (is(element, "seeAlso")) term->see_also = with_more(xml->model, term->see_also, text);
    if (is(element, "code") || is(element, "cell")) close_code(xml, term, 0);
    if (is(element, "manif")) close_code(xml, term, CODING__INDEX_MANIFESTATION);
    if (is(element, "seecat") || is(element, "subcat")) close_code(xml, term, CODING__INDEX_INCOMPLETE);
}

static void closed(coding__xml *xml, const char *element)
{
    index_reading *reading = xml->context;
    if (xml->model->no_memory) return;
    if (is(element, "mainTerm") || is(element, "term")) reading->depth -= reading->depth > 0;
    else if (is(element, "title")) close_title(xml);
    else if (is(element, "nemod")) xml->sink = &reading->title;
    else close_other(xml, element);
}

static void read(coding__model *model, const coding__file *file)
{
    index_reading        reading = {.index = {.kind = CODING__INDEX_ALPHABETIC}};
    coding__xml          xml = {.model = model, .file = file, .context = &reading, .opened = opened, .closed = closed};
    coding__release_kind kind = {.system = CODING_ICD10CM, .year = coding__xml_version(file)};
    coding__days         days;
    if (!coding__place_release(model, file, &kind, &days, &reading.index.origin)) return;
    reading.index.day = days.first;
    coding__xml_read(&xml);
    coding__folded_end(&reading.title);
    coding__folded_end(&reading.nemod);
    coding__folded_end(&reading.text);
    coding__index *kept = coding__push(model, &model->indexes, sizeof *kept);
    *kept = reading.index;
    coding__let_go(model, kept, &reading.index.terms);
    coding__let_go(model, kept, &reading.index.codes);
}

static bool recognises(const coding__file *file) { return coding__xml_has_root(file, "<ICD10CM.index"); }

const coding__reader coding__index_reader = {
    .kind = "index",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
