/* Reimbursement mappings of CMS: for each ICD-10 code the one ICD-9 code that it is paid as, or the few that are paid so
 * together. Columns: 1-7 the code, 9 how many stand behind it, from 11 on one of them each six columns.
 *
 *     reimb_map_dx_2018.txt    A000    1 0010
 *                              E1152   2 25070 44381
 *     reimb_map_pr_2018.txt    0016070 1 0234
 *
 * Where there is none a word stands in its place, such as NODX. */
#include "base/text.h"
#include "compile/map_direction.h"
#include "compile/printed.h"
#include "compile/readers.h"

enum { COUNT_AT = 9, FIRST_AT = 11, APART = 6, TARGETS_MOST = 6 };

static const coding__map_direction directions[] = {
    {"reimb_map_dx", CODING_ICD10CM, CODING_ICD9CM, "Reimbursement mapping of diagnoses"},
    {"reimb_map_pr", CODING_ICD10PCS, CODING_ICD9PCS, "Reimbursement mapping of procedures"},
};

static const coding__map_direction *direction_of(const coding__file *file)
{
    return coding__map_direction_of(file, directions, sizeof directions / sizeof *directions);
}

/* How many targets a line has; 0 where it is no such line. */
static size_t count_in(coding__cell line)
{
    uint64_t count = coding__cell_number(coding__columns(line, COUNT_AT, COUNT_AT));
    return count <= TARGETS_MOST ? (size_t)count : 0;
}

static coding__cell target_in(coding__cell line, size_t i)
{
    size_t first = FIRST_AT + APART * i;
    return coding__columns(line, first, first + APART - 2);
}

static bool recognises(const coding__file *file)
{
    const coding__map_direction *way = direction_of(file);
    coding__lines    lines = coding__lines_of(file);
    coding__cell     line;
    return way && coding__next_row(&lines, &line) && count_in(line)
           && coding__release_code(way->from, coding__columns(line, 1, 7));
}

static bool is_no_code(coding__cell word)
{
    return word.length > 2 && coding__to_upper(word.text[0]) == 'N' && coding__to_upper(word.text[1]) == 'O';
}

/* A target of the row; several are parts of one scenario. */
static bool read_target(const coding__map_direction *way, coding__cell word, size_t i, size_t count,
                        coding__map_row *row)
{
    row->flags = CODING__MAP_IS_NEAR;
    if (is_no_code(word)) {
        row->flags |= CODING__MAP_IS_NONE;
        return count == 1;
    }
    if (count > 1) row->flags |= CODING__MAP_IS_PART, row->scenario = 1, row->choice = (uint8_t)(i + 1);
    row->target = coding__release_code(way->to, word);
    return row->target != 0;
}

static bool read_row(coding__model *model, const coding__map_direction *way, coding__cell line, coding__map_row like)
{
    coding__map_row rows[TARGETS_MOST];
    size_t          count = count_in(line);
    like.source = coding__release_code(way->from, coding__columns(line, 1, 7));
    if (!like.source || !count) return false;
    for (size_t i = 0; i < count; i++) {
        rows[i] = like;
        if (!read_target(way, target_in(line, i), i, count, &rows[i])) return false;
    }
    for (size_t i = 0; i < count; i++)
        *(coding__map_row *)coding__push(model, &model->maps.rows, sizeof rows[i]) = rows[i];
    return true;
}

static void read(coding__model *model, const coding__file *file)
{
    const coding__map_direction     *way = direction_of(file);
    coding__release_kind kind = {.system = way->from, .title = way->title};
    coding__map_file     map = {.from = way->from, .to = way->to, .style = CODING_MAP_REIMBURSEMENT};
    coding__days         days;
    coding__lines        lines = coding__lines_of(file);
    coding__cell         line;
    if (!coding__place_release(model, file, &kind, &days, &map.origin)) return;
    map.first = days.first;
    map.until = days.until;
    *(coding__map_file *)coding__push(model, &model->maps.files, sizeof map) = map;
    coding__map_row like = {.file = (uint32_t)model->maps.files.count - 1};
    while (coding__next_row(&lines, &line)) {
        like.line = lines.number;
        if (!read_row(model, way, line, like))
            coding__fault(model, file, lines.number, "", "no code, number and as many codes: left out");
    }
}

const coding__reader coding__reimbursement_reader = {
    .kind = "reimbursement mapping",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises,
    .read = read,
};
