/* Tables of a code, or of words. A code that the book does not know has no rows. */
#include "sql.h"

#include <stdio.h>
#include <string.h>

#include "asks.h"
#include "shapes.h"

/* Sets what each answer of the library has: its rows and whether it could be given. */
#define TAKE(rows, answer) \
    ((rows)->items = (answer).items, (rows)->count = (answer).count, (rows)->status = (answer).status)

static coding_entry entry_of(const coding__question *asked)
{
    return coding__entry_of_text(asked->desk, asked->system, asked->text.bytes, asked->text.length, NULL);
}

static coding_date day_of(coding__rowset *rows)
{
    return rows->on = coding__room_day(rows->question->room, rows->question->system, rows->question->on);
}

static const coding_book *book_of(const coding__rowset *rows) { return coding_desk_book(rows->question->desk); }

static void cell_system(const coding__rowset *rows, coding_code code, coding__cell *cell)
{
    coding__cell_text(cell, coding_book_system_name(book_of(rows), coding_code_system(code)));
}

static void cell_title(const coding__rowset *rows, coding_code code, coding__cell *cell)
{
    coding__cell_text(cell, coding_entry_title(rows->question->desk, coding_find(book_of(rows), code), rows->on));
}

static void cell_rule(const coding__rowset *rows, coding_code code, coding__cell *cell)
{
    coding__cell_text(cell, coding_rule_name(coding_verdict_of(rows->question->desk, code, rows->on)));
}

static void cell_line(const coding_source *source, coding__cell *cell)
{
    coding__cell_number(cell, CODING__CELL_COUNT, source->line);
    cell->none = !source->line;
}

/* A member of an enumeration in the library's own word. */
static void cell_word(unsigned names, unsigned member, coding__cell *cell)
{
    const coding__enumeration *words = coding__enumerations[names];
    coding__cell_text(cell, member < words->count ? words->members[member] : NULL);
}

static const char *print_code(const void *items, size_t index, char printed[2 * CODING_CODE_TEXT])
{
    return coding_code_format(((const coding_code *)items)[index], printed);
}

static const char *print_range(const void *items, size_t index, char printed[2 * CODING_CODE_TEXT])
{
    const coding_reference *reference = (const coding_reference *)items + index;
    char                    first[CODING_CODE_TEXT], last[CODING_CODE_TEXT];
    bool                    one = reference->first == reference->last;
    snprintf(printed, 2 * CODING_CODE_TEXT, "%s%s%s", coding_code_format(reference->first, first), one ? "" : "-",
             one ? "" : coding_code_format(reference->last, last));
    return printed;
}

static void cell_list(coding__cell *cell, const void *items, size_t count,
                      const char *(*item)(const void *, size_t, char *))
{
    *cell = (coding__cell){.kind = CODING__CELL_LIST, .items = items, .count = count, .item = item};
}

/* --- From words to codes. */

static const coding__column hit_columns[] = {
    {"code", CODING__CELL_TEXT},  {"title", CODING__CELL_TEXT}, {"system", CODING__CELL_TEXT},
    {"score", CODING__CELL_REAL}, {"field", CODING__CELL_TEXT}, {"why", CODING__CELL_TEXT},
    {0}};

static void search(coding__rowset *rows)
{
    const coding__question *asked = rows->question;
    coding__dated_hits      found = coding__room_search(asked->room, asked->desk, asked->text.bytes, asked->text.length,
                                                        asked->system, asked->on, asked->count, 0, false, 0, 0);
    TAKE(rows, found.hits);
    rows->on = found.on;
}

static void hit_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_hit *hit = (const coding_hit *)rows->items + row;
    coding_code       code = coding_entry_code(hit->entry);
    switch (column) {
    case 0: coding__cell_code(cell, code); break;
    case 1: cell_title(rows, code, cell); break;
    case 2: cell_system(rows, code, cell); break;
    case 3: cell->kind = CODING__CELL_REAL, cell->real = (double)hit->score; break;
    case 4: cell_word(CODING__NAMES_FIELD, hit->field, cell); break;
    default: coding__cell_text(cell, hit->why);
    }
}

/* --- Entries: children and so on. */

static const coding__column entry_columns[] = {
    {"code", CODING__CELL_TEXT}, {"title", CODING__CELL_TEXT}, {"verdict", CODING__CELL_TEXT},
    {"system", CODING__CELL_TEXT}, {0}};

static void children(coding__rowset *rows)
{
    coding_entries found = coding_entry_children(rows->question->desk, entry_of(rows->question), day_of(rows));
    TAKE(rows, found);
}

static void billable_below(coding__rowset *rows)
{
    coding_entries found = coding_entry_billable_below(rows->question->desk, entry_of(rows->question), day_of(rows));
    TAKE(rows, found);
}

static void ancestors(coding__rowset *rows)
{
    coding_entries found = coding_entry_ancestors(rows->question->desk, entry_of(rows->question));
    day_of(rows);
    TAKE(rows, found);
}

static void roots(coding__rowset *rows)
{
    coding_entries found = coding_book_roots(rows->question->desk, rows->question->system, day_of(rows));
    TAKE(rows, found);
}

static void complete(coding__rowset *rows)
{
    const coding__question *asked = rows->question;
    coding_entries found = coding_complete(asked->desk, asked->system, asked->text.bytes, asked->text.length,
                                           day_of(rows), asked->count);
    TAKE(rows, found);
}

static void code_cell(const coding__rowset *rows, coding_code code, unsigned column, coding__cell *cell)
{
    switch (column) {
    case 0: coding__cell_code(cell, code); break;
    case 1: cell_title(rows, code, cell); break;
    case 2: cell_rule(rows, code, cell); break;
    default: cell_system(rows, code, cell);
    }
}

static void entry_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    code_cell(rows, coding_entry_code(((const coding_entry *)rows->items)[row]), column, cell);
}

static void successors(coding__rowset *rows)
{
    coding_codes found = coding_entry_successors(rows->question->desk, entry_of(rows->question), day_of(rows));
    TAKE(rows, found);
}

static void successor_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    code_cell(rows, ((const coding_code *)rows->items)[row], column, cell);
}

/* --- What the book says of a code. */

static const coding__column note_columns[] = {
    {"kind", CODING__CELL_TEXT},      {"text", CODING__CELL_TEXT},    {"holder", CODING__CELL_TEXT},
    {"inherited", CODING__CELL_FLAG}, {"codes", CODING__CELL_LIST},   {"release", CODING__CELL_TEXT},
    {"file", CODING__CELL_TEXT},      {"line", CODING__CELL_COUNT},   {0}};

/* A code that is not there has no notes on any day; one that is may stand on a day that no Tabular List reaches. */
static void notes(coding__rowset *rows)
{
    coding_entry entry = entry_of(rows->question);
    if (!entry.book) return;
    coding_notes found = coding_entry_notes(rows->question->desk, entry, day_of(rows));
    TAKE(rows, found);
}

static void note_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_note *note = (const coding_note *)rows->items + row;
    switch (column) {
    case 0: cell_word(CODING__NAMES_NOTE_KIND, note->kind, cell); break;
    case 1: coding__cell_text(cell, note->text); break;
    case 2: coding__cell_text(cell, note->holder); break;
    case 3: coding__cell_number(cell, CODING__CELL_FLAG, note->inherited); break;
    case 4: cell_list(cell, note->references, note->reference_count, print_range); break;
    case 5: coding__cell_text(cell, note->source.release); break;
    case 6: coding__cell_text(cell, note->source.table); break;
    default: cell_line(&note->source, cell);
    }
}

static const coding__column period_columns[] = {
    {"first", CODING__CELL_DAY}, {"until", CODING__CELL_DAY}, {"billable", CODING__CELL_FLAG},
    {"release", CODING__CELL_TEXT}, {0}};

static void periods(coding__rowset *rows)
{
    coding_periods found = coding_entry_periods(rows->question->desk, entry_of(rows->question));
    TAKE(rows, found);
}

static void period_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_period *period = (const coding_period *)rows->items + row;
    switch (column) {
    case 0: coding__cell_number(cell, CODING__CELL_DAY, period->first); break;
    case 1: coding__cell_number(cell, CODING__CELL_DAY, period->until); break;
    case 2: coding__cell_number(cell, CODING__CELL_FLAG, period->billable); break;
    default: coding__cell_text(cell, period->source.release);
    }
}

static const coding__column seven_columns[] = {
    {"seventh", CODING__CELL_TEXT}, {"code", CODING__CELL_TEXT}, {"text", CODING__CELL_TEXT}, {0}};

static void sevens(coding__rowset *rows)
{
    coding_sevens found = coding_entry_sevens(rows->question->desk, entry_of(rows->question), day_of(rows));
    TAKE(rows, found);
}

static void seven_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_seven *seven = (const coding_seven *)rows->items + row;
    cell->printed[0] = seven->character, cell->printed[1] = 0;
    if (column == 0) coding__cell_text(cell, cell->printed);
    else if (column == 1) coding__cell_code(cell, seven->code);
    else coding__cell_text(cell, seven->text);
}

static const coding__column block_columns[] = {
    {"name", CODING__CELL_TEXT}, {"title", CODING__CELL_TEXT}, {"first", CODING__CELL_TEXT},
    {"last", CODING__CELL_TEXT}, {0}};

static void blocks(coding__rowset *rows)
{
    coding_entry entry = entry_of(rows->question);
    if (!entry.book) return;
    coding_blocks found = coding_entry_blocks(rows->question->desk, entry);
    TAKE(rows, found);
}

static void block_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_block *block = (const coding_block *)rows->items + row;
    if (column == 0) coding__cell_text(cell, block->name);
    else if (column == 1) coding__cell_text(cell, block->title);
    else coding__cell_code(cell, column == 2 ? block->first : block->last);
}

/* --- What is wrong with a text, and what was meant. */

static const coding__column check_columns[] = {
    {"verdict", CODING__CELL_TEXT}, {"code", CODING__CELL_TEXT},    {"sentence", CODING__CELL_TEXT},
    {"cure", CODING__CELL_TEXT},    {"instead", CODING__CELL_LIST}, {"decides", CODING__CELL_DAY},
    {"damage", CODING__CELL_TEXT},  {"place", CODING__CELL_COUNT},  {"release", CODING__CELL_TEXT},
    {"file", CODING__CELL_TEXT},    {"line", CODING__CELL_COUNT},   {0}};

static void check(coding__rowset *rows)
{
    const coding__question *asked = rows->question;
    rows->verdict = coding__room_check(asked->room, asked->desk, asked->text.bytes, asked->text.length, asked->system,
                                       asked->on);
    rows->count = 1;
    if (rows->verdict.status == CODING_NO_MEMORY) rows->status = CODING_NO_MEMORY; /* all else the verdict says */
}

/* A verdict's loudest finding; one that stands has none, and NULL in its place. */
static void check_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_verdict *verdict = &rows->verdict;
    coding_finding        finding = verdict->count ? verdict->findings[row] : (coding_finding){0};
    switch (column) {
    case 0: coding__cell_text(cell, coding_rule_name(verdict->rule)); break;
    case 1: coding__cell_code(cell, verdict->code); break;
    case 2: coding__cell_text(cell, verdict->count ? coding_explain(rows->question->desk, &finding) : NULL); break;
    case 3:
        cell_word(CODING__NAMES_CURE, finding.cure, cell);
        cell->none |= finding.cure == CODING_CURE_NONE;
        break;
    case 4: cell_list(cell, verdict->instead, verdict->instead_count, print_code); break;
    case 5: coding__cell_number(cell, CODING__CELL_DAY, finding.day); break;
    case 6: coding__cell_text(cell, finding.damage ? coding_damage_name(finding.damage) : NULL); break;
    case 7:
        coding__cell_number(cell, CODING__CELL_COUNT, coding__place(rows->question->text, finding.span.offset));
        cell->none = !finding.damage;
        break;
    case 8: coding__cell_text(cell, finding.source.release); break;
    case 9: coding__cell_text(cell, finding.source.table); break;
    default: cell_line(&finding.source, cell);
    }
}

static const coding__column suggestion_columns[] = {
    {"code", CODING__CELL_TEXT}, {"title", CODING__CELL_TEXT}, {"repair", CODING__CELL_TEXT},
    {"rank", CODING__CELL_COUNT}, {"system", CODING__CELL_TEXT}, {0}};

static void suggest(coding__rowset *rows)
{
    const coding__question *asked = rows->question;
    coding_suggestions found = coding_suggest(asked->desk, asked->system, asked->text.bytes, asked->text.length,
                                              day_of(rows));
    TAKE(rows, found);
}

static void suggestion_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_suggestion *suggestion = (const coding_suggestion *)rows->items + row;
    switch (column) {
    case 0: coding__cell_code(cell, suggestion->code); break;
    case 1: cell_title(rows, suggestion->code, cell); break;
    case 2: coding__cell_text(cell, coding_repair_name(suggestion->repair)); break;
    case 3: coding__cell_number(cell, CODING__CELL_COUNT, suggestion->rank); break;
    default: cell_system(rows, suggestion->code, cell);
    }
}

static const coding__column candidate_columns[] = {
    {"system", CODING__CELL_TEXT}, {"verdict", CODING__CELL_TEXT}, {"code", CODING__CELL_TEXT},
    {"place", CODING__CELL_COUNT}, {"characters", CODING__CELL_COUNT}, {0}};

static void identify(coding__rowset *rows)
{
    const coding__question *asked = rows->question;
    coding_candidates found = coding_identify(asked->desk, asked->text.bytes, asked->text.length, day_of(rows));
    TAKE(rows, found);
}

static void candidate_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_candidate *candidate = (const coding_candidate *)rows->items + row;
    coding__words           text = rows->question->text;
    size_t                  place = coding__place(text, candidate->span.offset);
    switch (column) {
    case 0: coding__cell_text(cell, coding_book_system_name(book_of(rows), candidate->system)); break;
    case 1: coding__cell_text(cell, coding_rule_name(candidate->rule)); break;
    case 2: coding__cell_code(cell, candidate->code); break;
    case 3: coding__cell_number(cell, CODING__CELL_COUNT, place); break;
    default:
        place = coding__place(text, candidate->span.offset + candidate->span.length) - place;
        coding__cell_number(cell, CODING__CELL_COUNT, place);
    }
}

/* --- The book itself. */

static const coding__column edition_columns[] = {
    {"system", CODING__CELL_TEXT}, {"first", CODING__CELL_DAY}, {"until", CODING__CELL_DAY},
    {"row_count", CODING__CELL_COUNT}, {"billable_count", CODING__CELL_COUNT}, {"release", CODING__CELL_TEXT}, {0}};

static void editions(coding__rowset *rows) { rows->count = coding_book_edition_count(book_of(rows)); }

static void edition_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    coding_edition edition = coding_book_edition(book_of(rows), row);
    switch (column) {
    case 0: coding__cell_text(cell, coding_book_system_name(book_of(rows), edition.system)); break;
    case 1: coding__cell_number(cell, CODING__CELL_DAY, edition.first); break;
    case 2: coding__cell_number(cell, CODING__CELL_DAY, edition.until); break;
    case 3: coding__cell_number(cell, CODING__CELL_COUNT, edition.rows); break;
    case 4: coding__cell_number(cell, CODING__CELL_COUNT, edition.billable); break;
    default: coding__cell_text(cell, edition.release);
    }
}

const coding__table coding__tables[] = {
    {"coding_ancestors", "tsd", "asked", entry_columns, ancestors, entry_cell},
    {"coding_billable_below", "tsd", "asked", entry_columns, billable_below, entry_cell},
    {"coding_blocks", "ts", "asked", block_columns, blocks, block_cell},
    {"coding_check", "tsd", "asked", check_columns, check, check_cell},
    {"coding_children", "tsd", "asked", entry_columns, children, entry_cell},
    {"coding_complete", "tsdn", "asked", entry_columns, complete, entry_cell},
    {"coding_editions", "", NULL, edition_columns, editions, edition_cell},
    {"coding_identify", "td", "asked", candidate_columns, identify, candidate_cell},
    {"coding_notes", "tsd", "asked", note_columns, notes, note_cell},
    {"coding_periods", "ts", "asked", period_columns, periods, period_cell},
    {"coding_review", "t", "claim", coding__review_columns, coding__review, coding__review_cell},
    {"coding_roots", "sd", "in_system", entry_columns, roots, entry_cell},
    {"coding_search", "tnsd", "query", hit_columns, search, hit_cell},
    {"coding_sevens", "tsd", "asked", seven_columns, sevens, seven_cell},
    {"coding_successors", "tsd", "asked", entry_columns, successors, successor_cell},
    {"coding_suggest", "tsd", "asked", suggestion_columns, suggest, suggestion_cell},
};
const size_t coding__table_count = sizeof coding__tables / sizeof *coding__tables;

const coding__table *coding__table_named(const char *name)
{
    for (size_t i = 0; i < coding__table_count; i++)
        if (!strcmp(coding__tables[i].name, name)) return &coding__tables[i];
    return NULL;
}
