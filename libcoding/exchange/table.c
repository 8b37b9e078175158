/* The tidy table from text to rows. A row is a line. Quotes around a cell allow what parts cells inside of it, and are
 * doubled to stand for themselves, but hold no line break: a quote too many spoils one line and not the file. */
#include "exchange/claims.h"

#include <string.h>

#include "base/text.h"

static const char *const names[CODING__COLUMNS] = {
    [CODING__COLUMN_NONE] = "",
    [CODING__COLUMN_CLAIM] = "claim",
    [CODING__COLUMN_KIND] = "kind",
    [CODING__COLUMN_FIRST] = "first",
    [CODING__COLUMN_LAST] = "last",
    [CODING__COLUMN_BORN] = "born",
    [CODING__COLUMN_AGE] = "age",
    [CODING__COLUMN_SEX] = "sex",
    [CODING__COLUMN_STATUS] = "status",
    [CODING__COLUMN_BILL] = "bill",
    [CODING__COLUMN_PROVIDER] = "provider",
    [CODING__COLUMN_PLACE] = "place",
    [CODING__COLUMN_TOTAL] = "total",
    [CODING__COLUMN_DIAGNOSES] = "diagnoses",
    [CODING__COLUMN_POA] = "poa",
    [CODING__COLUMN_ADMITTING] = "admitting",
    [CODING__COLUMN_REASON] = "reason",
    [CODING__COLUMN_CAUSE] = "cause",
    [CODING__COLUMN_PROCEDURES] = "procedures",
    [CODING__COLUMN_CODE] = "code",
    [CODING__COLUMN_MODIFIERS] = "modifiers",
    [CODING__COLUMN_UNITS] = "units",
    [CODING__COLUMN_CHARGE] = "charge",
    [CODING__COLUMN_POS] = "pos",
    [CODING__COLUMN_REVENUE] = "revenue",
    [CODING__COLUMN_DAY] = "day",
    [CODING__COLUMN_POINTERS] = "pointers",
    [CODING__COLUMN_RENDERING] = "rendering",
    [CODING__COLUMN_NDC] = "ndc",
};

const char *coding__column_name(coding__column column) { return names[column]; }

static coding__column column_of(const char *name)
{
    for (size_t i = 1; i < CODING__COLUMNS; i++)
        if (coding__text_equal(name, strlen(name), names[i], strlen(names[i]))) return (coding__column)i;
    return CODING__COLUMN_NONE;
}

/* A line and where we are in it. */
typedef struct cutter {
    const char *at;
    const char *past;
    char        comma;
    bool        more;   /* there is another cell */
    bool        broken; /* a quote is not closed, or something stands behind one */
} cutter;

/* What stands between quotes: `text` is large enough for it. */
static size_t take_quoted(cutter *cut, char *text)
{
    size_t length = 0;
    for (cut->at++; cut->at < cut->past; cut->at++) {
        if (*cut->at == '"' && (cut->at + 1 == cut->past || cut->at[1] != '"')) {
            cut->at++;
            return length;
        }
        if (*cut->at == '"') cut->at++;
        text[length++] = *cut->at;
    }
    cut->broken = true;
    return length;
}

/* Without blanks around it, as a text of ours. */
static const char *trimmed(coding_claims *claims, const char *text, size_t *length)
{
    while (*length && *text == ' ') text++, --*length;
    while (*length && text[*length - 1] == ' ') --*length;
    return *length ? coding__arena_text(&claims->own, text, *length) : "";
}

static const char *next_quoted(coding_claims *claims, cutter *cut, size_t *length)
{
    char *room = coding__arena_take(&claims->own, (size_t)(cut->past - cut->at));
    if (!room) return NULL;
    *length = take_quoted(cut, room);
    cut->broken = cut->broken || (cut->at < cut->past && *cut->at != cut->comma);
    return trimmed(claims, room, length);
}

static const char *next_plain(coding_claims *claims, cutter *cut, size_t *length)
{
    const char *begin = cut->at;
    size_t      left = (size_t)(cut->past - begin);
    const char *end = left ? memchr(begin, cut->comma, left) : NULL;
    cut->at = end ? end : cut->past;
    *length = (size_t)(cut->at - begin);
    return trimmed(claims, begin, length);
}

/* The next cell as a text of ours; NULL where there is no memory. */
static const char *next_cell(coding_claims *claims, cutter *cut, size_t *length)
{
    bool        quoted = cut->at < cut->past && *cut->at == '"';
    const char *text = quoted ? next_quoted(claims, cut, length) : next_plain(claims, cut, length);
    cut->more = cut->at < cut->past && *cut->at == cut->comma && !cut->broken;
    if (cut->more) cut->at++;
    return text;
}

static coding__claims_place place_at(uint32_t line, uint64_t offset, const char *column)
{
    return (coding__claims_place){column, line, 0, offset};
}

static char comma_of(const coding__stretch *head)
{
    if (head->length && memchr(head->text, '\t', head->length)) return '\t';
    if (head->length && memchr(head->text, ',', head->length)) return ',';
    return head->length && memchr(head->text, ';', head->length) ? ';' : ',';
}

/* Is it a head at all? Nothing is told of a text that is something else. */
static bool has_claim(const coding__stretch *head, char comma)
{
    static const char name[] = "claim";
    size_t            length = sizeof name - 1, begin = 0;
    for (size_t i = 0; i <= head->length; i++) {
        if (i < head->length && head->text[i] != comma) continue;
        const char *cell = head->text + begin;
        size_t      size = i - begin;
        while (size && (*cell == '"' || *cell == ' ')) cell++, size--;
        while (size && (cell[size - 1] == '"' || cell[size - 1] == ' ')) size--;
        if (coding__text_equal(cell, size, name, length)) return true;
        begin = i + 1;
    }
    return false;
}

static void refuse_head(coding_claims *claims, const coding__stretch *head)
{
    size_t shown = head->length < 40 ? head->length : 40;
    coding__claims_tell(claims, place_at(claims->table.line, head->offset, ""), CODING_CLAIMS_FORMAT,
                        "\"%s\" begins neither X12, which has ISA, nor a table with a column claim; nothing is read",
                        coding__claims_quoted(head->text, shown).text);
    claims->form = CODING__FORM_NEITHER;
}

static bool has_column(const coding__claims_table *table, coding__column column)
{
    return memchr(table->columns, (int)column, table->width) != NULL;
}

static void add_column(coding_claims *claims, const coding__stretch *head, const char *name)
{
    coding__claims_table *table = &claims->table;
    coding__column        column = column_of(name);
    if (column && !has_column(table, column)) {
        table->columns[table->width++] = (uint8_t)column;
        return;
    }
    table->columns[table->width++] = CODING__COLUMN_NONE;
    coding__quoted quoted = coding__claims_quoted(name, strlen(name));
    coding__claims_tell(claims, place_at(table->line, head->offset, quoted.text), CODING_CLAIMS_COLUMN,
                        column ? "the column stands twice; the second one is passed over"
                               : "no column of that name is known; it is passed over");
}

static void read_head(coding_claims *claims, const coding__stretch *head)
{
    coding__claims_table *table = &claims->table;
    cutter                cut = {head->text, head->text + head->length, comma_of(head), true, false};
    table->comma = cut.comma;
    table->headed = true;
    if (!has_claim(head, table->comma)) {
        refuse_head(claims, head);
        return;
    }
    while (cut.more && table->width < CODING__CELLS_MOST) {
        size_t      length;
        const char *name = next_cell(claims, &cut, &length);
        if (name) add_column(claims, head, name);
    }
    if (cut.more || cut.broken)
        coding__claims_tell(claims, place_at(table->line, head->offset, ""), CODING_CLAIMS_COLUMN,
                            "the head cannot be read to its end; it has at most %d columns, and quotes are closed",
                            CODING__CELLS_MOST);
}

static void take_cell(const coding__claims_table *table, coding__row *row, const char *cell, size_t length)
{
    if (row->count >= table->width) return;
    coding__column column = (coding__column)table->columns[row->count];
    if (coding__claims_is_text(cell, length)) row->cells[column] = cell;
    else row->unclean = column;
}

/* False where there is no memory: that is told by itself. */
static bool cut_row(coding_claims *claims, const coding__stretch *line, coding__row *row)
{
    coding__claims_table *table = &claims->table;
    cutter                cut = {line->text, line->text + line->length, table->comma, true, false};
    *row = (coding__row){.line = table->line, .offset = line->offset};
    for (size_t i = 0; i < CODING__COLUMNS; i++) row->cells[i] = "";
    for (; cut.more; row->count++) {
        size_t      length;
        const char *cell = next_cell(claims, &cut, &length);
        if (!cell) return false;
        take_cell(table, row, cell, length);
    }
    row->broken = cut.broken;
    return true;
}

/* What is wrong with the line before any cell is read. */
static void check_row(coding_claims *claims, const coding__row *row)
{
    const char *id = row->cells[CODING__COLUMN_CLAIM];
    if (row->broken)
        coding__claims_tell(claims, place_at(row->line, row->offset, ""), CODING_CLAIMS_CELL,
                            "a quote is not closed, or text stands behind it; double the quotes inside of a cell");
    else if (row->count != claims->table.width)
        coding__claims_tell(claims, place_at(row->line, row->offset, ""), CODING_CLAIMS_CELL,
                            "the line has %zu cells and the head %zu; each column needs its cell, if an empty one",
                            row->count, claims->table.width);
    if (row->unclean)
        coding__claims_tell(claims, place_at(row->line, row->offset, names[row->unclean]), CODING_CLAIMS_CELL,
                            "the cell is no text of UTF-8 and is passed over; send no control characters");
    if (!*id || strlen(id) > CODING__CLAIM_ID_MOST)
        coding__claims_tell(claims, place_at(row->line, row->offset, names[CODING__COLUMN_CLAIM]), CODING_CLAIMS_CELL,
                            "the claim needs a name of 1 to %d bytes; the line is a claim by itself",
                            CODING__CLAIM_ID_MOST);
}

/* A line without a usable name is never the same claim as another. */
static bool goes_on(const coding__claims_table *table, const char *id)
{
    return table->in_claim && *id && !strcmp(table->id, id);
}

static void begin_claim(coding_claims *claims, const coding__row *row)
{
    coding__claims_table *table = &claims->table;
    const char           *id = row->cells[CODING__COLUMN_CLAIM];
    size_t                length = strlen(id) <= CODING__CLAIM_ID_MOST ? strlen(id) : 0;
    coding__claims_begin(claims, place_at(row->line, row->offset, ""));
    table->in_claim = true;
    memset(table->id, 0, sizeof table->id);
    memcpy(table->id, id, length);
    memcpy(table->said, row->cells, sizeof table->said);
    if (table->torn)
        coding__claims_tell(claims, claims->begun, CODING_CLAIMS_MEMORY,
                            "a line before it was lost for want of memory, which may be the claim's; read it again");
    table->torn = false;
    coding__table_read_claim(claims, row);
}

/* Later lines leave the claim's cells empty, or say the same. */
static void compare_claim(coding_claims *claims, const coding__row *row)
{
    for (size_t i = CODING__COLUMN_KIND; i < CODING__COLUMN_CODE; i++) {
        const char *said = claims->table.said[i], *now = row->cells[i];
        if (!*now || !strcmp(said, now)) continue;
        coding__claims_tell(claims, place_at(row->line, row->offset, names[i]), CODING_CLAIMS_CELL,
                            "\"%s\" is not \"%s\" of the claim's first line, which counts; leave it empty",
                            coding__claims_quoted(now, strlen(now)).text,
                            coding__claims_quoted(said, strlen(said)).text);
    }
}

static void end_claim(coding_claims *claims)
{
    claims->table.in_claim = false;
    if (claims->open) coding__claims_finish(claims);
}

/* Whether the line was read: one that begins another claim waits for the claim before it to go out. */
static bool read_row(coding_claims *claims, const coding__stretch *line)
{
    coding__claims_table *table = &claims->table;
    coding__row           row;
    if (!line->length) return true;
    if (!cut_row(claims, line, &row)) return table->torn = true;
    bool same = goes_on(table, row.cells[CODING__COLUMN_CLAIM]);
    if (table->in_claim && !same) {
        end_claim(claims);
        return false;
    }
    if (same && !claims->open) return true; /* the rest of a claim that was lost */
    if (!same) begin_claim(claims, &row);
    check_row(claims, &row);
    if (same) compare_claim(claims, &row);
    coding__table_read_line(claims, &row);
    return true;
}

static void read_line(coding_claims *claims, const coding__stretch *found, size_t ending)
{
    coding__stretch line = *found;
    while (line.length && line.text[line.length - 1] == '\r') line.length--;
    if (!claims->table.headed) read_head(claims, &line);
    else if (!read_row(claims, &line)) return;
    claims->table.line++;
    coding__input_take(&claims->input, found->length + ending);
}

static void tell_long(coding_claims *claims, uint64_t offset)
{
    coding__claims_table *table = &claims->table;
    coding__claims_tell(
        claims, place_at(table->line, offset, ""), table->headed ? CODING_CLAIMS_CELL : CODING_CLAIMS_FORMAT,
        "the line has more than %d bytes and is passed over; a line break is missing", CODING__STRETCH_MOST);
    table->line++;
    table->skipping = true;
    if (!table->headed) claims->form = CODING__FORM_NEITHER;
}

/* No more comes: the last line may lack its break. */
static bool read_end(coding_claims *claims)
{
    coding__stretch rest = coding__input_peek(&claims->input, CODING__STRETCH_MOST);
    if (rest.length) read_line(claims, &rest, 0);
    else if (claims->table.in_claim) end_claim(claims);
    else return false;
    return true;
}

bool coding__table_step(coding_claims *claims)
{
    coding__claims_table *table = &claims->table;
    coding__input        *input = &claims->input;
    coding__stretch       line = {"", 0, input->offset};
    if (!table->line) table->line = 1;
    if (table->skipping && !coding__input_drop(input, '\n')) return input->closed && read_end(claims);
    table->skipping = false;
    switch (coding__input_until(input, '\n', CODING__STRETCH_MOST, &line)) {
    case CODING__UNTIL_FOUND: read_line(claims, &line, 1); return true;
    case CODING__UNTIL_LONG: tell_long(claims, input->offset); return true;
    case CODING__UNTIL_MORE: break;
    }
    return input->closed && read_end(claims);
}
