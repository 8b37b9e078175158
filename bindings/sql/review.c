/* A claim as SQL reviews it: a row a finding. */
#include "sql.h"

#include "asks.h"
#include "shapes.h"

const coding__column coding__review_columns[] = {
    {"severity", CODING__CELL_TEXT},     {"rule", CODING__CELL_TEXT},          {"part", CODING__CELL_TEXT},
    {"number", CODING__CELL_COUNT},      {"partner_part", CODING__CELL_TEXT},  {"partner_number", CODING__CELL_COUNT},
    {"cure", CODING__CELL_TEXT},         {"verdict", CODING__CELL_TEXT},       {"code", CODING__CELL_TEXT},
    {"other", CODING__CELL_TEXT},        {"modifier", CODING__CELL_TEXT},      {"charge", CODING__CELL_CENTS},
    {"why", CODING__CELL_TEXT},          {"sentence", CODING__CELL_TEXT},      {"release", CODING__CELL_TEXT},
    {"file", CODING__CELL_TEXT},         {"line", CODING__CELL_COUNT},         {0}};

void coding__review(coding__rowset *rows)
{
    const coding__question *asked = rows->question;
    coding_review review = coding__room_review(asked->room, asked->desk, asked->text.bytes, asked->text.length, 0, true,
                                               true, &rows->refusal);
    rows->items = review.findings;
    rows->count = review.count;
    rows->status = rows->refusal.status ? rows->refusal.status : review.status;
}

static void word(unsigned names, unsigned member, coding__cell *cell)
{
    const coding__enumeration *words = coding__enumerations[names];
    coding__cell_text(cell, member < words->count ? words->members[member] : NULL);
}

/* NULL where there is no partner. */
static void partner(const coding_claim_finding *finding, unsigned column, coding__cell *cell)
{
    if (column == 4) word(CODING__NAMES_CLAIM_PART, finding->partner.part, cell);
    else coding__cell_number(cell, CODING__CELL_COUNT, finding->partner.number);
    cell->none = !finding->partner.number;
}

static void source(const coding_source *source, unsigned column, coding__cell *cell)
{
    if (column == 14) coding__cell_text(cell, source->release);
    else if (column == 15) coding__cell_text(cell, source->table);
    else {
        coding__cell_number(cell, CODING__CELL_COUNT, source->line);
        cell->none = !source->line;
    }
}

void coding__review_cell(const coding__rowset *rows, size_t row, unsigned column, coding__cell *cell)
{
    const coding_claim_finding *finding = (const coding_claim_finding *)rows->items + row;
    switch (column) {
    case 0: word(CODING__NAMES_SEVERITY, finding->severity, cell); break;
    case 1: word(CODING__NAMES_CLAIM_RULE, finding->rule, cell); break;
    case 2: word(CODING__NAMES_CLAIM_PART, finding->place.part, cell); break;
    case 3: coding__cell_number(cell, CODING__CELL_COUNT, finding->place.number); break;
    case 4:
    case 5: partner(finding, column, cell); break;
    case 6: word(CODING__NAMES_CLAIM_CURE, finding->cure, cell); break;
    case 7: word(CODING__NAMES_RULE, finding->verdict, cell); break;
    case 8: coding__cell_code(cell, finding->code); break;
    case 9: coding__cell_code(cell, finding->other); break;
    case 10: coding__cell_code(cell, finding->modifier); break;
    case 11: coding__cell_number(cell, CODING__CELL_CENTS, (uint64_t)finding->charge); break;
    case 12: coding__cell_text(cell, finding->why); break;
    case 13: coding__cell_text(cell, coding_claim_explain(rows->question->desk, finding)); break;
    default: source(&finding->source, column, cell);
    }
}
