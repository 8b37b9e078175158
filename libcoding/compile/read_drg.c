/* What the MS-DRG grouper knows of codes, made tidy by data/fetch.py; versions as published, 431 for v43.1:
 *
 *     code     from to  mdc mdc-female severity excludes attributes        diagnoses
 *     code     from to  attributes                                         procedures
 *     cluster  from to  mute  attributes  members                          02HK0KZ|02HK3KZ 0JH609Z: one of each
 *     collection  diagnoses                                                A000 A001: what a principal excludes */
#include "compile/drg.h"
#include "compile/printed.h"
#include "compile/readers.h"

uint16_t coding__drg_number(const coding__tsv *table, const char *name)
{
    coding__cell cell = coding__table_cell(table, name);
    uint64_t     number = cell.length ? coding__cell_number(cell) : 0;
    if (number > UINT16_MAX) coding__table_fault(table, name, "no number from 0 to 65535: taken as 0");
    return number > UINT16_MAX ? 0 : (uint16_t)number;
}

static uint8_t severity_of(const coding__tsv *table)
{
    coding__cell cell = coding__table_cell(table, "severity");
    if (coding__cell_is(cell, "MCC")) return 2;
    if (!coding__cell_is(cell, "CC") && !coding__cell_is(cell, "NCC"))
        coding__table_fault(table, "severity", "neither MCC, CC nor NCC: taken as NCC");
    return coding__cell_is(cell, "CC");
}

static bool read_code(coding__tsv *table, coding_system system)
{
    coding__drg_code row = {
        .line = table->lines.number,
        .code = coding__release_code(system, coding__table_cell(table, "code")),
        .from = coding__drg_number(table, "from"),
        .to = coding__drg_number(table, "to"),
        .attributes = coding__table_word(table, "attributes"),
    };
    if (!row.code) return coding__table_fault(table, "code", "no code of that system: left out");
    if (system == CODING_ICD10CM) {
        row.mdc = (uint8_t)coding__drg_number(table, "mdc");
        row.female = (uint8_t)coding__drg_number(table, "mdc-female");
        row.excludes = coding__drg_number(table, "excludes");
        row.severity = severity_of(table);
    }
    *(coding__drg_code *)coding__push(table->model, &table->model->drg.codes, sizeof row) = row;
    return true;
}

static bool is_cluster(coding__cell code) { return code.length > 1 && code.text[1] == '@'; }

/* Clusters stand among the procedures too: their own table has all of it. */
static bool read_procedure(coding__tsv *table, uint32_t origin)
{
    (void)origin;
    return is_cluster(coding__table_cell(table, "code")) || read_code(table, CODING_ICD10PCS);
}

static bool read_diagnosis(coding__tsv *table, uint32_t origin)
{
    (void)origin;
    return read_code(table, CODING_ICD10CM);
}

/* The next blank-parted piece of a cell; false behind the last. */
bool coding__drg_piece(coding__cell *rest, char parted_by, coding__cell *piece)
{
    size_t length = 0;
    while (length < rest->length && rest->text[length] != parted_by) length++;
    *piece = (coding__cell){rest->text, length};
    size_t gone = length + (length < rest->length);
    bool   there = rest->length > 0;
    *rest = (coding__cell){rest->text + gone, rest->length - gone};
    return there;
}

static uint32_t mdcs_of(const coding__tsv *table, const char *name)
{
    coding__cell rest = coding__table_cell(table, name), piece;
    uint32_t     bits = 0;
    while (coding__drg_piece(&rest, ' ', &piece)) {
        uint64_t mdc = coding__cell_number(piece);
        if (mdc < CODING__DRG_MDC_MOST) bits |= (uint32_t)1 << mdc;
        else coding__table_fault(table, name, "\"%.*s\" is no MDC: left out", (int)piece.length, piece.text);
    }
    return bits;
}

static bool read_cluster(coding__tsv *table, uint32_t origin)
{
    coding__drg_cluster row = {
        .line = table->lines.number,
        .name = coding__table_word(table, "cluster"),
        .from = coding__drg_number(table, "from"),
        .to = coding__drg_number(table, "to"),
        .mute = mdcs_of(table, "mute"),
        .attributes = coding__table_word(table, "attributes"),
        .members = coding__table_word(table, "members"),
    };
    (void)origin;
    *(coding__drg_cluster *)coding__push(table->model, &table->model->drg.clusters, sizeof row) = row;
    return true;
}

static bool read_collection(coding__tsv *table, uint32_t origin)
{
    coding__drg_facts     *drg = &table->model->drg;
    coding__drg_collection row = {coding__drg_number(table, "collection"), (uint32_t)drg->excluded.count, 0};
    coding__cell           rest = coding__table_cell(table, "diagnoses"), piece;
    (void)origin;
    while (coding__drg_piece(&rest, ' ', &piece)) {
        coding_code code = coding__release_code(CODING_ICD10CM, piece);
        if (code) *(coding_code *)coding__push(table->model, &drg->excluded, sizeof code) = code, row.count++;
        else coding__table_fault(table, "diagnoses", "\"%.*s\" is no code: left out", (int)piece.length, piece.text);
    }
    *(coding__drg_collection *)coding__push(table->model, &drg->collections, sizeof row) = row;
    return true;
}

void coding__read_drg_table(coding__model *model, const coding__file *file, const char *knows,
                            coding__row_reader *read_row)
{
    coding__tsv table;
    if (!coding__table_start(&table, model, file)) return;
    uint32_t origin = coding__add_origin(model, file, "MS-DRG grouper", "public domain (CMS)", 0);
    coding__table_rows(&table, knows, origin, read_row);
}

static bool recognises_diagnoses(const coding__file *file)
{
    return coding__is_table(file, "code from to mdc mdc-female severity excludes attributes");
}

static bool recognises_procedures(const coding__file *file)
{
    return coding__is_table(file, "code from to attributes") && !recognises_diagnoses(file);
}

static bool recognises_clusters(const coding__file *file)
{
    return coding__is_table(file, "cluster from to mute attributes members");
}

static bool recognises_collections(const coding__file *file) { return coding__is_table(file, "collection diagnoses"); }

static void read_diagnoses(coding__model *model, const coding__file *file)
{
    coding__read_drg_table(model, file, "code from to mdc mdc-female severity excludes attributes because",
                           read_diagnosis);
}

static void read_procedures(coding__model *model, const coding__file *file)
{
    coding__read_drg_table(model, file, "code from to attributes because", read_procedure);
}

static void read_clusters(coding__model *model, const coding__file *file)
{
    coding__read_drg_table(model, file, "cluster from to mute attributes members because", read_cluster);
}

static void read_collections(coding__model *model, const coding__file *file)
{
    coding__read_drg_table(model, file, "collection diagnoses because", read_collection);
}

#define READER(name, what, recognised, read_file)                                                                     \
    const coding__reader name = {                                                                                     \
        .kind = what, .turn = CODING__TURN_RELEASES, .recognises = recognised, .read = read_file,                     \
    }
READER(coding__drg_diagnoses_reader, "diagnoses of MS-DRG", recognises_diagnoses, read_diagnoses);
READER(coding__drg_procedures_reader, "procedures of MS-DRG", recognises_procedures, read_procedures);
READER(coding__drg_clusters_reader, "clusters of MS-DRG", recognises_clusters, read_clusters);
READER(coding__drg_collections_reader, "exclusions of MS-DRG", recognises_collections, read_collections);
