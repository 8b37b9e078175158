/* Which words belong to which operation of a sentence. What stands before a name without a mark or a joining word
 * between them belongs to it; everything behind it is its own up to what belongs to the next. */
#include <string.h>

#include <coding/term.h>

#include "operation/report.h"
#include "operation/table.h"

enum { OPERATIONS_MOST = 16 };

typedef struct operations {
    size_t met[OPERATIONS_MOST];                         /* indexes of report->met */
    size_t from[OPERATIONS_MOST], past[OPERATIONS_MOST]; /* tokens */
    size_t count;
} operations;

static bool names_operation(const coding__report *report, const coding__met *met)
{
    const coding_book *book = report->desk->book;
    return met->ending || coding__op_has_kind(book, met->record, met->records, CODING__OP_OPERATION)
           || coding__op_has_kind(book, met->record, met->records, CODING__OP_TOLD);
}

bool coding__names_operation(const coding__report *report)
{
    for (size_t i = 0; i < report->met_count; i++)
        if (names_operation(report, &report->met[i])) return true;
    return false;
}

static bool parts_operations(const coding__sentence *sentence, size_t index)
{
    static const char *const words[] = {"with", "and", "then", "followed", "plus", "including", "was", "were", "by"};
    char                     text[16];
    if (sentence->tokens[index].kind == CODING__NOTE_MARK) return !strchr("()/'\"", sentence->tokens[index].first);
    const char *said = coding__token_lower(sentence, index, text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(said, words[i])) return true;
    return false;
}

static size_t reach_left(const coding__report *report, size_t first, size_t least)
{
    while (first > least && !parts_operations(&report->sentence, first - 1)) first--;
    return first;
}

/* Is one the same operation as the other, and less is said of it? */
static bool is_vaguer(const coding_book *book, uint32_t one, uint32_t other)
{
    return coding__op_mask(book, one, CODING__OP_ROOTS) == coding__op_mask(book, other, CODING__OP_ROOTS)
           && coding__u8(book, CODING__OPERATION_WORDS, one, CODING__OP_SECTION)
                  == coding__u8(book, CODING__OPERATION_WORDS, other, CODING__OP_SECTION)
           && coding__u8(book, CODING__OPERATION_WORDS, one, CODING__OP_SYSTEM)
                  == coding__u8(book, CODING__OPERATION_WORDS, other, CODING__OP_SYSTEM)
           && !*coding__op_text(book, one, CODING__OP_DEVICE) && *coding__op_text(book, other, CODING__OP_DEVICE);
}

/* A drain that is placed is the device of the drainage before it (B6.2). */
static bool places_drain(const coding__report *report, const coding__met *placing, const coding__met *next)
{
    const coding_book *book = report->desk->book;
    if (coding__op_mask(book, placing->record, CODING__OP_ROOTS) != coding__symbol_bit('H')) return false;
    if (*coding__op_part(book, placing->record)) return false;
    for (size_t i = placing->past; i < next->first; i++)
        if (parts_operations(&report->sentence, i)) return false;
    return !strcmp(coding__op_text(book, next->record, CODING__OP_DEVICE), "Drainage Device");
}

static bool is_drainage(const coding__report *report, const coding__met *met)
{
    return coding__op_mask(report->desk->book, met->record, CODING__OP_ROOTS) == coding__symbol_bit('9');
}

/* "Insertion of" what has a name of its own says nothing more, nor does "transfusion of two" before "units of
 * platelets". */
static bool leads_to_name(const coding__report *report, size_t index)
{
    const coding_book *book = report->desk->book;
    const coding__met *met = &report->met[index], *next = met + 1;
    if (index + 1 >= report->met_count || !names_operation(report, next)) return false;
    bool told = coding__op_kind_of(book, next->record) == CODING__OP_TOLD;
    if (told && coding__u8(book, CODING__OPERATION_WORDS, next->record, CODING__OP_SECTION) == '0') return false;
    bool placing = coding__op_mask(book, met->record, CODING__OP_ROOTS) == coding__symbol_bit('H')
                   && !*coding__op_part(book, met->record);
    if (!placing && !is_vaguer(book, met->record, next->record)) return false;
    for (size_t i = met->past; i < next->first; i++) {
        if (parts_operations(&report->sentence, i)) return false;
        if (placing && !coding__is_small_word(&report->sentence, i)) return false;
    }
    return true;
}

static void find_operations(const coding__report *report, operations *found)
{
    found->count = 0;
    for (size_t i = 0; i < report->met_count && found->count < OPERATIONS_MOST; i++) {
        const coding__met *met = &report->met[i];
        if (!names_operation(report, met) || leads_to_name(report, i)) continue;
        if (found->count && i + 1 < report->met_count && places_drain(report, met, met + 1)
            && is_drainage(report, &report->met[found->met[found->count - 1]]))
            continue;
        size_t least = found->count ? report->met[found->met[found->count - 1]].past : report->start;
        size_t from = found->count ? reach_left(report, met->first, least) : report->start;
        if (found->count) found->past[found->count - 1] = from;
        found->met[found->count] = i;
        found->from[found->count] = from;
        found->past[found->count++] = report->sentence.count;
    }
}

static uint16_t distance_of(const coding__met *met, const coding__met *name)
{
    return (uint16_t)(met->first >= name->past ? met->first - name->past : name->first - met->past);
}

static bool is_done(coding_outcome outcome) { return outcome <= CODING_OUTCOME_CONVERTED; }

static void take_outcome(coding__procedure *procedure, coding_outcome outcome, coding_span span)
{
    if (!is_done(procedure->outcome)) return;
    procedure->outcome = outcome;
    procedure->cue = span;
}

static void take_word(const coding__report *report, coding__procedure *procedure, const coding__met *met,
                      const coding__met *name)
{
    const coding_book *book = report->desk->book;
    coding_span        span = coding__token_span(&report->sentence, met->first, met->past);
    coding__piece      piece = {.span = span, .record = met->record, .records = met->records};
    piece.distance = distance_of(met, name);
    bool so = !(coding__assertion_of(&report->sentence, &report->cues, met->first, met->past, NULL) &
                ~procedure->assertion);
    if (so && coding__op_has_kind(book, met->record, met->records, CODING__OP_WORD))
        coding__add_piece(&procedure->words, piece);
    if (coding__op_has_kind(book, met->record, met->records, CODING__OP_BODY_PART))
        coding__add_piece(&procedure->parts, piece);
    switch (coding__op_kind_of(book, met->record)) {
    case CODING__OP_COUNT:
        procedure->number = (uint32_t)(coding__op_text(book, met->record, CODING__OP_QUALIFIER)[0] - '0') % 10;
        procedure->numbered = span;
        break;
    case CODING__OP_CONVERTED: take_outcome(procedure, CODING_OUTCOME_CONVERTED, span); break;
    case CODING__OP_ABORTED: take_outcome(procedure, CODING_OUTCOME_DISCONTINUED, span); break;
    case CODING__OP_PLANNED: take_outcome(procedure, CODING_OUTCOME_PLANNED, span); break;
    default: break;
    }
}

/* Sides and numbers are no words of the table: they are read where nothing else is. */
static void take_small_words(const coding__report *report, coding__procedure *procedure, size_t from, size_t past)
{
    for (size_t i = from; i < past; i++) {
        size_t   behind;
        uint32_t side = coding__is_met(report, i) ? 0 : coding__side_said(&report->sentence, i);
        uint32_t number = coding__is_met(report, i) ? 0 : coding__number_said(&report->sentence, i, &behind);
        if (side && !procedure->sides) procedure->side = coding__token_span(&report->sentence, i, i + 1);
        procedure->sides |= side;
        if (number) procedure->number = number, procedure->numbered = coding__token_span(&report->sentence, i, behind);
    }
}

static void take_words(const coding__report *report, coding__procedure *procedure, const operations *found,
                       size_t index)
{
    const coding__met *name = &report->met[found->met[index]];
    for (size_t i = 0; i < report->met_count; i++) {
        const coding__met *met = &report->met[i];
        if (met != name && met->first >= found->from[index] && met->past <= found->past[index])
            take_word(report, procedure, met, name);
    }
    take_small_words(report, procedure, found->from[index], found->past[index]);
}

static coding_outcome outcome_of(uint32_t assertion)
{
    if (assertion & CODING_ASSERT_NEGATED) return CODING_OUTCOME_OMITTED;
    if (assertion & (CODING_ASSERT_HYPOTHETICAL | CODING_ASSERT_UNCERTAIN)) return CODING_OUTCOME_PLANNED;
    if (assertion & (CODING_ASSERT_HISTORICAL | CODING_ASSERT_FAMILY)) return CODING_OUTCOME_PAST;
    return CODING_OUTCOME_DONE;
}

/* The body part that a root of the word means: nephr, kidney. */
static void take_stem(const coding__report *report, coding__procedure *procedure, const coding__met *met)
{
    coding_span span = coding__token_span(&report->sentence, met->first, met->past);
    coding_term term = coding_term_parts(report->desk, report->text + span.offset, span.length);
    for (size_t i = 0; term.count && i < term.items[0].part_count; i++) {
        const coding_part *part = &term.items[0].parts[i];
        char               text[96];
        unsigned           tokens;
        coding__piece      piece = {.span = span};
        if (part->kind != CODING_PART_ROOT) continue;
        if (!coding__canonical(part->meaning, strcspn(part->meaning, ","), text, sizeof text, &tokens)) continue;
        piece.records = coding__op_records(report->desk->book, text, &piece.record);
        if (piece.records) coding__add_piece(&procedure->parts, piece);
    }
}

static coding__procedure begun(const coding__report *report, const operations *found, size_t index)
{
    const coding__met *met = &report->met[found->met[index]];
    const coding__cue *cue = NULL;
    coding__procedure  procedure = {
         .record = met->record,
         .span = coding__token_span(&report->sentence, met->first, met->past),
         .region = coding__token_span(&report->sentence, found->from[index], found->past[index]),
         .passage = report->sentence.passage,
         .from_body = report->role == CODING__ROLE_BODY,
    };
    procedure.assertion = coding__assertion_of(&report->sentence, &report->cues, met->first, met->past, &cue);
    procedure.outcome = outcome_of(procedure.assertion);
    if (cue) procedure.cue = coding__token_span(&report->sentence, cue->first, cue->past);
    if (met->ending) take_stem(report, &procedure, met);
    take_words(report, &procedure, found, index);
    return procedure;
}

static bool has_approach(const coding__report *report, const coding__procedure *procedure)
{
    bool has = coding__op_mask(report->desk->book, procedure->record, CODING__OP_APPROACHES);
    for (size_t i = 0; i < procedure->words.count && !has; i++)
        has = coding__op_mask(report->desk->book, procedure->words.items[i].record, CODING__OP_APPROACHES);
    return has;
}

/* "Laparoscopic cholecystectomy and appendectomy": what is said of the first holds for the second. */
static void inherit(const coding__report *report, coding__procedure *to, const coding__procedure *from)
{
    if (!to->sides) to->sides = from->sides, to->side = from->side;
    if (!to->parts.count && !*coding__op_part(report->desk->book, to->record)) to->parts = from->parts;
    if (has_approach(report, to)) return;
    to->like = has_approach(report, from) ? from->record : from->like;
    to->liked = has_approach(report, from) ? from->span : from->liked;
    for (size_t i = 0; i < from->words.count; i++)
        if (coding__op_mask(report->desk->book, from->words.items[i].record, CODING__OP_APPROACHES))
            coding__add_piece(&to->words, from->words.items[i]);
}

/* A picture that is spoken of in the course of a stay is evidence, and no service to be coded. */
static bool is_passing(const coding__report *report, uint32_t record)
{
    return report->sentence.passage == CODING_PASSAGE_COURSE
           && coding__u8(report->desk->book, CODING__OPERATION_WORDS, record, CODING__OP_SECTION) == 'B';
}

/* Every operation that the name means: "total hysterectomy" is that of uterus and cervix. */
static void add_all(coding__report *report, const coding__procedure *made, const coding__met *met)
{
    for (uint16_t i = 0; i < met->records && report->procedures.count < CODING__PROCEDURES_MOST; i++) {
        const coding_book *book = report->desk->book;
        bool               ending = coding__op_kind_of(book, met->record + i) == CODING__OP_ENDING;
        if (met->ending ? !ending : !coding__op_names(book, met->record + i)) continue;
        if (is_passing(report, met->record + i)) continue;
        coding__procedure *added = coding__list_add(&report->desk->arena, &report->procedures, sizeof *added);
        if (!added) return;
        *added = *made;
        added->record = met->record + i;
    }
}

/* A line of the title that names no operation goes on with the one before. */
static void go_on(coding__report *report)
{
    operations         all = {.met = {0}, .from = {report->start}, .past = {report->sentence.count}, .count = 1};
    coding__procedure *last = report->procedures.items;
    if (!report->procedures.count || report->role != CODING__ROLE_TITLE) return;
    last += report->procedures.count - 1;
    for (size_t i = 0; i < report->met_count; i++) take_word(report, last, &report->met[i], &report->met[i]);
    take_small_words(report, last, all.from[0], all.past[0]);
}

void coding__assign(coding__report *report)
{
    operations        found;
    coding__procedure before = {0};
    find_operations(report, &found);
    if (!found.count) go_on(report);
    for (size_t i = 0; i < found.count; i++) {
        coding__procedure made = begun(report, &found, i);
        if (i) inherit(report, &made, &before);
        add_all(report, &made, &report->met[found.met[i]]);
        before = made;
    }
}
