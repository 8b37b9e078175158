/* The Tabular List of ICD-10-CM as XML: notes, 7th characters, chapters and sections.
 *
 *     chapter > name desc NOTES section*
 *     section[id] > desc NOTES diag*
 *     diag > name desc NOTES sevenChrNote sevenChrDef diag*
 *     NOTES: includes, inclusionTerm, excludes1 ..., each of notes;  sevenChrDef: extension[char] and notes
 *
 * Codes and titles come from order files; here the rows of seven characters are not even printed. */
#include <string.h>

#include "base/text.h"
#include "compile/printed.h"
#include "compile/readers.h"
#include "compile/title_range.h"
#include "compile/xml.h"

enum { DEEPEST = 32, NO_GROUP = -1 };

static const struct {
    const char *element;
    int         kind;
} groups[] = {
    {"includes", CODING_NOTE_INCLUDES},    {"inclusionTerm", CODING_NOTE_INCLUSION_TERM},
    {"excludes1", CODING_NOTE_EXCLUDES1},  {"excludes2", CODING_NOTE_EXCLUDES2},
    {"codeFirst", CODING_NOTE_CODE_FIRST}, {"useAdditionalCode", CODING_NOTE_USE_ADDITIONAL},
    {"codeAlso", CODING_NOTE_CODE_ALSO},   {"sevenChrNote", CODING_NOTE_SEVENTH},
    {"sevenChrDef", CODING_NOTE_SEVENTH}, /* notes between its extensions */
    {"notes", CODING_NOTE_FREE},
};

typedef enum place_kind { CHAPTER, SECTION, DIAGNOSIS } place_kind;

/* What is open around us: a chapter, in it a section, in it diagnoses in diagnoses. */
typedef struct place {
    place_kind  kind;
    coding_code code;  /* of a diagnosis; 0: it has none, its notes are left */
    uint32_t    block; /* of a chapter or section */
} place;

typedef struct tabular_reading {
    coding__snapshot snapshot;
    place            places[DEEPEST];
    size_t           depth;
    int              group; /* a note kind */
    unsigned         told;  /* what stands in the group: notes, extensions */
    char             character;
    uint32_t         line; /* of the note */
    coding__folded   text;
} tabular_reading;

static int group_of(const char *element)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (strcmp(element, groups[i].element) == 0) return groups[i].kind;
    return NO_GROUP;
}

static bool is(const char *element, const char *name) { return strcmp(element, name) == 0; }

static coding__printed_block *block_at(tabular_reading *reading, uint32_t block)
{
    return (coding__printed_block *)reading->snapshot.blocks.items + block;
}

static uint32_t add_block(coding__xml *xml, place_kind kind)
{
    tabular_reading       *reading = xml->context;
    coding__printed_block *block = coding__push(xml->model, &reading->snapshot.blocks, sizeof *block);
    block->level = kind == SECTION;
    return (uint32_t)reading->snapshot.blocks.count - 1;
}

static void name_section(coding__xml *xml, uint32_t number, const char *id)
{
    tabular_reading       *reading = xml->context;
    coding__printed_block *block = block_at(reading, number);
    if (!id) id = "";
    if (!coding__range_of(coding__cell_of(id), &block->first, &block->last))
        coding__fault(xml->model, xml->file, xml->line, "section id", "\"%s\" is no range of codes", id);
    block->name = coding__intern(xml->model, id, strlen(id));
}

static void enter(coding__xml *xml, place_kind kind, const char **attributes)
{
    tabular_reading *reading = xml->context;
    if (reading->depth == DEEPEST) {
        coding__fault(xml->model, xml->file, xml->line, "diag", "too deep: left out");
        coding__xml_skip(xml);
        return;
    }
    place *entered = &reading->places[reading->depth++];
    *entered = (place){.kind = kind};
    reading->group = NO_GROUP;
    if (kind == DIAGNOSIS) return;
    entered->block = add_block(xml, kind);
    if (xml->model->no_memory) coding__xml_skip(xml);
    else if (kind == SECTION) name_section(xml, entered->block, coding__xml_attribute(attributes, "id"));
}

static void open_extension(coding__xml *xml, const char **attributes)
{
    tabular_reading *reading = xml->context;
    const char      *value = coding__xml_attribute(attributes, "char");
    char             character = value && value[0] && !value[1] ? coding__to_upper(value[0]) : '\0';
    bool             good = coding__is_digit(character) || coding__is_upper(character);
    reading->character = good ? character : '\0';
    if (!good) coding__fault(xml->model, xml->file, xml->line, "char", "not one digit or letter: left out");
    coding__xml_capture(xml, &reading->text);
}

static bool is_captured(const char *element)
{
    return is(element, "note") || is(element, "name") || is(element, "desc");
}

static void opened(coding__xml *xml, const char *element, const char **attributes)
{
    tabular_reading *reading = xml->context;
    if (is(element, "chapter")) enter(xml, CHAPTER, attributes);
    else if (is(element, "section")) enter(xml, SECTION, attributes);
    else if (is(element, "diag")) enter(xml, DIAGNOSIS, attributes);
    else if (is(element, "introduction") || is(element, "visualImpairment")) coding__xml_skip(xml);
    else if (is(element, "extension")) open_extension(xml, attributes);
    else if (is_captured(element)) coding__xml_capture(xml, &reading->text), reading->line = xml->line;
    else if (group_of(element) != NO_GROUP) reading->group = group_of(element), reading->told = 0;
}

static void close_name(coding__xml *xml, place *around, coding__cell name)
{
    tabular_reading *reading = xml->context;
    if (around->kind == DIAGNOSIS) {
        around->code = coding__release_code(CODING_ICD10CM, name);
        if (!around->code)
            coding__fault(xml->model, xml->file, reading->line, "name", "\"%.*s\" is no code: its notes are left out",
                          (int)name.length, name.text);
    } else if (around->kind == CHAPTER) {
        char   text[40] = "Chapter ";
        size_t length = strlen(text);
        if (name.length > sizeof text - length) name.length = sizeof text - length;
        memcpy(text + length, name.text, name.length);
        block_at(reading, around->block)->name = coding__intern(xml->model, text, length + name.length);
    }
}

static void close_title(coding__xml *xml, const place *around, coding__cell text)
{
    if (around->kind == DIAGNOSIS) return;
    coding__printed_block *block = block_at(xml->context, around->block);
    coding__title_range    parts = coding__title_range_of(text);
    block->title = coding__intern_cell(xml->model, parts.title);
    if (parts.first && !block->first) block->first = parts.first, block->last = parts.last;
}

static void close_note(coding__xml *xml, const place *around, coding__cell text)
{
    tabular_reading *reading = xml->context;
    if (reading->group == NO_GROUP || (around->kind == DIAGNOSIS && !around->code)) return;
    if (!text.length) {
        coding__fault(xml->model, xml->file, reading->line, "note", "empty: left out");
        return;
    }
    coding__printed_note *note = coding__push(xml->model, &reading->snapshot.notes, sizeof *note);
    note->holder = around->code;
    note->block = around->block;
    note->kind = (coding_note_kind)reading->group;
    note->line = reading->line;
    note->heading = coding__is_heading(text);
    note->text = coding__intern_cell(xml->model, text);
}

static void close_extension(coding__xml *xml, const place *around, coding__cell text)
{
    tabular_reading *reading = xml->context;
    if (!reading->character || !around->code) return;
    coding__printed_seven *seven = coding__push(xml->model, &reading->snapshot.sevens, sizeof *seven);
    seven->holder = around->code;
    seven->character = reading->character;
    seven->line = xml->line;
    seven->text = coding__intern_cell(xml->model, text);
}

/* A chapter that names no range has that of its sections. */
static void leave(coding__xml *xml)
{
    tabular_reading *reading = xml->context;
    place            left = reading->places[--reading->depth];
    if (left.kind != CHAPTER) return;
    coding__printed_block *chapter = block_at(reading, left.block);
    uint32_t               last = (uint32_t)reading->snapshot.blocks.count - 1;
    if (chapter->first || last == left.block) return;
    chapter->first = chapter[1].first;
    chapter->last = block_at(reading, last)->last;
}

static void close_group(coding__xml *xml, const char *element)
{
    tabular_reading *reading = xml->context;
    if (!reading->told) coding__fault(xml->model, xml->file, xml->line, element, "nothing stands in it");
    reading->group = NO_GROUP;
}

static void closed(coding__xml *xml, const char *element)
{
    tabular_reading *reading = xml->context;
    place           *around = reading->depth ? &reading->places[reading->depth - 1] : NULL;
    coding__cell     text = coding__folded_text(&reading->text);
    if (!around || xml->model->no_memory) return;
    if (is(element, "chapter") || is(element, "section") || is(element, "diag")) leave(xml);
    else if (is(element, "extension")) close_extension(xml, around, text);
    else if (is(element, "name")) close_name(xml, around, text);
    else if (is(element, "desc")) close_title(xml, around, text);
    else if (is(element, "note")) close_note(xml, around, text);
    else if (group_of(element) != NO_GROUP) close_group(xml, element);
    reading->told += is(element, "note") || is(element, "extension");
    if (is_captured(element) || is(element, "extension")) xml->sink = NULL;
}

static void keep(coding__model *model, coding__snapshot *snapshot)
{
    coding__snapshot *kept = coding__push(model, &model->snapshots, sizeof *kept);
    *kept = *snapshot;
    coding__let_go(model, kept, &snapshot->notes);
    coding__let_go(model, kept, &snapshot->sevens);
    coding__let_go(model, kept, &snapshot->blocks);
}

static void read(coding__model *model, const coding__file *file)
{
    tabular_reading      reading = {.snapshot = {.system = CODING_ICD10CM}, .group = NO_GROUP};
    coding__xml          xml = {.model = model, .file = file, .context = &reading, .opened = opened, .closed = closed};
    coding__release_kind kind = {.system = CODING_ICD10CM, .year = coding__xml_version(file)};
    coding__days         days;
    if (!coding__place_release(model, file, &kind, &days, &reading.snapshot.origin)) return;
    reading.snapshot.first = days.first;
    coding__xml_read(&xml);
    coding__folded_end(&reading.text);
    keep(model, &reading.snapshot);
}

static bool recognises(const coding__file *file) { return coding__xml_has_root(file, "<ICD10CM.tabular"); }

const coding__reader coding__tabular_reader = {
    .kind = "Tabular List",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
