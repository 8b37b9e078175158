/* General equivalence mappings of CMS and NCHS, a direction a file:
 *
 *     2018_I9gem.txt    0010  A000    00000      from ICD-9-CM to ICD-10-CM
 *     2018_I10gem.txt   A000    0010  00000      and back
 *     gem_i9pcs.txt     0001  6A750Z4 10000      the same of procedures
 *     gem_pcsi9.txt     0010070 0182  10000
 *
 * The five flags: approximate, no map, combination, scenario, choice list. Where the second is 1 the target is a word
 * such as NoDx. */
#include "compile/map_direction.h"
#include "compile/printed.h"
#include "compile/readers.h"

static const coding__map_direction directions[] = {
    {"i10gem", CODING_ICD10CM, CODING_ICD9CM, "GEM of diagnoses, ICD-10 to ICD-9"},
    {"i9gem", CODING_ICD9CM, CODING_ICD10CM, "GEM of diagnoses, ICD-9 to ICD-10"},
    {"gem_i9pcs", CODING_ICD9PCS, CODING_ICD10PCS, "GEM of procedures, ICD-9 to ICD-10"},
    {"gem_pcsi9", CODING_ICD10PCS, CODING_ICD9PCS, "GEM of procedures, ICD-10 to ICD-9"},
};

static const coding__map_direction *direction_of(const coding__file *file)
{
    return coding__map_direction_of(file, directions, sizeof directions / sizeof *directions);
}

/* The three cells of a line. */
typedef struct cells {
    coding__cell source, target, flags;
} cells;

static bool part_line(coding__cell line, cells *parts)
{
    coding__cell rest;
    coding__split_first(line, &parts->source, &rest);
    coding__split_first(coding__trimmed(rest), &parts->target, &rest);
    parts->flags = coding__trimmed(rest);
    for (size_t i = 0; i < parts->flags.length; i++)
        if (parts->flags.text[i] < '0' || parts->flags.text[i] > (i < 3 ? '1' : '9')) return false;
    return parts->flags.length == 5;
}

static bool recognises(const coding__file *file)
{
    const coding__map_direction *way = direction_of(file);
    coding__lines    lines = coding__lines_of(file);
    coding__cell     line;
    cells            parts;
    return way && coding__next_row(&lines, &line) && part_line(line, &parts)
           && coding__release_code(way->from, parts.source);
}

static uint8_t flags_of(coding__cell flags)
{
    return (uint8_t)((flags.text[0] == '1' ? CODING__MAP_IS_NEAR : 0) | (flags.text[1] == '1' ? CODING__MAP_IS_NONE : 0)
                     | (flags.text[2] == '1' ? CODING__MAP_IS_PART : 0));
}

static bool read_row(const coding__map_direction *way, coding__cell line, coding__map_row *row)
{
    cells parts;
    if (!part_line(line, &parts)) return false;
    row->flags = flags_of(parts.flags);
    row->scenario = (uint8_t)(parts.flags.text[3] - '0');
    row->choice = (uint8_t)(parts.flags.text[4] - '0');
    row->source = coding__release_code(way->from, parts.source);
    if (row->flags & CODING__MAP_IS_NONE) return row->source != 0;
    row->target = coding__release_code(way->to, parts.target);
    return row->source && row->target;
}

static void read_rows(coding__model *model, const coding__file *file, const coding__map_direction *way, uint32_t number)
{
    coding__lines lines = coding__lines_of(file);
    coding__cell  line;
    while (coding__next_row(&lines, &line)) {
        coding__map_row row = {.file = number, .line = lines.number};
        if (read_row(way, line, &row)) *(coding__map_row *)coding__push(model, &model->maps.rows, sizeof row) = row;
        else coding__fault(model, file, lines.number, "", "no row of two codes and five flags: left out");
    }
}

static void read(coding__model *model, const coding__file *file)
{
    const coding__map_direction     *way = direction_of(file);
    coding_system        dated = way->to == CODING_ICD10CM || way->to == CODING_ICD10PCS ? way->to : way->from;
    coding__release_kind kind = {.system = dated, .title = way->title};
    coding__map_file     map = {.from = way->from, .to = way->to, .style = CODING_MAP_GEM};
    coding__days         days;
    if (!coding__place_release(model, file, &kind, &days, &map.origin)) return;
    map.first = days.first;
    map.until = days.until;
    *(coding__map_file *)coding__push(model, &model->maps.files, sizeof map) = map;
    read_rows(model, file, way, (uint32_t)model->maps.files.count - 1);
}

const coding__reader coding__gem_reader = {
    .kind = "general equivalence mappings",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
