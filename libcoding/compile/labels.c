/* Section pcs.labels: what the values of ICD-10-PCS axes are called. */
#include "compile/labels.h"

#include <stdlib.h>
#include <string.h>

#include "code/code.h"

/* Sections have no row; their names are fixed as the axes are. */
static const struct {
    char        character;
    const char *name;
} sections[] = {
    {'0', "Medical and Surgical"},
    {'1', "Obstetrics"},
    {'2', "Placement"},
    {'3', "Administration"},
    {'4', "Measurement and Monitoring"},
    {'5', "Extracorporeal or Systemic Assistance and Performance"},
    {'6', "Extracorporeal or Systemic Therapies"},
    {'7', "Osteopathic"},
    {'8', "Other Procedures"},
    {'9', "Chiropractic"},
    {'B', "Imaging"},
    {'C', "Nuclear Medicine"},
    {'D', "Radiation Therapy"},
    {'F', "Physical Rehabilitation and Diagnostic Audiology"},
    {'G', "Mental Health"},
    {'H', "Substance Abuse Treatment"},
    {'X', "New Technology"},
};

static int by_code(const void *a, const void *b)
{
    const coding__titled *x = a, *y = b;
    return x->code < y->code ? -1 : x->code > y->code;
}

static bool is_in_newest(const coding__weave *weave, const coding__woven *woven)
{
    const coding__vector *histories = &weave->writer.sections[CODING__HISTORIES];
    size_t                at = (size_t)woven->history * coding__section_forms[CODING__HISTORIES].width;
    if (at + CODING__HISTORY_NEWEST + 2 > histories->count) return false;
    uint32_t rule = coding__load16((const unsigned char *)histories->items + at + CODING__HISTORY_NEWEST);
    return rule == CODING_RULE_STANDS || rule == CODING_RULE_HEADER;
}

static void collect(coding__labels *labels)
{
    coding__weave *weave = labels->weave;
    for (size_t i = 0; i < weave->rows.count; i++) {
        const coding__woven *woven = coding__woven_at(weave, i);
        if (coding_code_system(woven->code) != CODING_ICD10PCS) continue;
        *(coding__titled *)coding__push(weave->model, &labels->rows, sizeof(coding__titled)) =
            (coding__titled){.code = woven->code, .title = woven->title, .newest = is_in_newest(weave, woven)};
    }
    if (labels->rows.count && !weave->model->no_memory)
        qsort(labels->rows.items, labels->rows.count, sizeof(coding__titled), by_code);
}

static void speak_section(coding__labels *labels, const coding__titled *row)
{
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        if (sections[i].character == coding_code_character(row->code, 0))
            coding__voice(labels, row, 1, sections[i].name, strlen(sections[i].name), true);
    }
}

/* "Heart and Great Vessels, Bypass"; outside section 0 with the section before it: "Imaging, Heart, Fluoroscopy". Body
 * systems hold commas too: "Skin, Subcutaneous Tissue and Breast". */
static void speak_system(coding__labels *labels, const coding__titled *row)
{
    char        title[CODING__TITLE_BYTES];
    const char *text = coding__word_text(labels->weave->model, row->title), *last = NULL;
    if (strlen(text) >= sizeof title) return;
    strcpy(title, text);
    for (const char *at = title; (at = strstr(at, ", ")); at += 2) last = at;
    if (!last) return;
    const char *system = coding_code_character(row->code, 0) == '0' ? title : strstr(title, ", ") + 2;
    if (system < last) coding__voice(labels, row, 2, system, (size_t)(last - system), true);
}

static void speak_root(coding__labels *labels, const coding__titled *row)
{
    char root[CODING__TITLE_BYTES];
    strcpy(root, coding__word_text(labels->weave->model, row->root));
    coding__voice(labels, row, 3, root, strlen(root), true);
}

static void speak_tables(coding__labels *labels)
{
    for (size_t first = 0; first < labels->rows.count && !labels->weave->model->no_memory;) {
        const coding__titled *row = coding__titled_at(labels, first);
        speak_section(labels, row);
        if (coding_code_length(row->code) == CODING__TABLE_AXES) speak_system(labels, row);
        speak_root(labels, row);
        first = coding__table_past(labels, first);
    }
}

/* By prefix as a number, axis, character. */
static int by_key(const void *a, const void *b)
{
    uint64_t x = coding__load64(a), y = coding__load64(b);
    if (x != y) return x < y ? -1 : 1;
    return memcmp((const unsigned char *)a + CODING__LABEL_AXIS, (const unsigned char *)b + CODING__LABEL_AXIS, 2);
}

static void sort_section(coding__weave *weave)
{
    coding__vector *section = &weave->writer.sections[CODING__LABELS];
    uint32_t        count = coding__writer_count(&weave->writer, CODING__LABELS);
    if (count) qsort(section->items, count, coding__section_forms[CODING__LABELS].width, by_key);
}

static void end(coding__labels *labels)
{
    free(labels->rows.items);
    free(labels->parts.items);
    free(labels->leads.items);
    free(labels->votes.items);
    free(labels->spoken.items);
    coding__map_end(&labels->terms);
    coding__map_end(&labels->ballots);
    coding__map_end(&labels->counts);
}

void coding__write_labels(coding__weave *weave)
{
    coding__labels labels = {.weave = weave};
    collect(&labels);
    coding__labels_read(&labels);
    if (!weave->model->no_memory) coding__labels_vote(&labels);
    if (!weave->model->no_memory) coding__labels_speak(&labels);
    speak_tables(&labels);
    coding__labels_settle(&labels);
    sort_section(weave);
    end(&labels);
}
