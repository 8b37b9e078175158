/* Add-on codes: paid only beside their primary.
 *
 * Reads   table add.ons: add-on code, primary or CCCCC (the contractor decides), type, days.
 * Asks    every line whose service is an add-on, against the other lines of its day and provider. Critical care's 99292
 *         may be another's of the group: the payer knows, so that one is a warning.
 * Speaks  a denial where no primary of type 1 is there; of type 2 where no other procedure is; of type 3 a warning, for
 *         the contractor may know more primaries than the table. */
#include "rule/rule.h"

enum { NO_PRIMARY, NO_PROCEDURE, PERHAPS_ANOTHER, ANOTHERS_PRIMARY };

/* Records of the add-on in force on a day: [first, past) and what they say together. */
typedef struct add_on {
    uint32_t first, past; /* of the table */
    uint32_t record;      /* one that is in force; CODING__NONE: none is */
    bool     open;        /* the contractor may decide */
    uint32_t type;
} add_on;

static bool is_in_force(const coding_book *book, uint32_t record, coding_date on)
{
    coding_date until = coding__u32(book, CODING__ADD_ONS, record, CODING__ADD_ON_UNTIL);
    return coding__u32(book, CODING__ADD_ONS, record, CODING__ADD_ON_FIRST) <= on && (!until || on <= until);
}

static add_on add_on_of(const coding__view *view, const coding__billed *line)
{
    add_on found = {.record = CODING__NONE};
    coding__service_range(view->book, line->service, CODING__SERVICE_ADD_ON, &found.first, &found.past);
    for (uint32_t i = found.first; i < found.past; i++) {
        if (!is_in_force(view->book, i, line->on)) continue;
        if (found.record == CODING__NONE) found.record = i;
        found.open |= !coding__u32(view->book, CODING__ADD_ONS, i, CODING__ADD_ON_PRIMARY);
        found.type = coding__u8(view->book, CODING__ADD_ONS, i, CODING__ADD_ON_TYPE);
    }
    return found;
}

static bool names_primary(const coding__view *view, const add_on *of, const coding__billed *line)
{
    for (uint32_t i = of->first; i < of->past; i++)
        if (coding__u32(view->book, CODING__ADD_ONS, i, CODING__ADD_ON_PRIMARY) == line->service + 1
            && is_in_force(view->book, i, line->on))
            return true;
    return false;
}

/* An add-on is no other add-on's primary, unless the table says so. */
static bool is_procedure(const coding__view *view, const coding__billed *line)
{
    uint32_t first, past;
    coding__service_range(view->book, line->service, CODING__SERVICE_ADD_ON, &first, &past);
    return line->service != CODING__NO_SERVICE && first == past;
}

static bool may_be_anothers(const coding__billed *line)
{
    return line->code == coding_parse(CODING_CPT, "99292", 5).code;
}

static bool has_primary(const coding__view *view, const add_on *of, const coding__billed *line)
{
    for (size_t i = 0; i < view->line_count; i++) {
        const coding__billed *other = &view->lines[i];
        if (other == line || other->on != line->on || other->service == CODING__NO_SERVICE) continue;
        if (!coding__same_provider(other, line) && !may_be_anothers(line)) continue;
        if (names_primary(view, of, other)) return true;
        if (of->type == 2 && is_procedure(view, other)) return true;
    }
    return false;
}

static coding_code first_primary(const coding__view *view, const add_on *of)
{
    for (uint32_t i = of->first; i < of->past; i++) {
        uint32_t primary = coding__u32(view->book, CODING__ADD_ONS, i, CODING__ADD_ON_PRIMARY);
        if (primary) return coding__u64(view->book, CODING__SERVICES, primary - 1, CODING__SERVICE_CODE);
    }
    return 0;
}

static uint32_t sentence_of(const add_on *of, const coding__billed *line)
{
    if (may_be_anothers(line)) return ANOTHERS_PRIMARY;
    if (of->type == 2) return NO_PROCEDURE;
    return of->open ? PERHAPS_ANOTHER : NO_PRIMARY;
}

static void speak(coding__view *view, const add_on *of, const coding__billed *line)
{
    uint32_t detail = sentence_of(of, line);
    uint32_t origin = coding__u32(view->book, CODING__ADD_ONS, of->record, CODING__ADD_ON_ORIGIN);
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_ADD_ON,
        .severity = detail == NO_PRIMARY || detail == NO_PROCEDURE ? CODING_DENIAL : CODING_WARNING,
        .cure = CODING_CLAIM_CURE_ADD,
        .place = coding__at_line(line),
        .code = line->code,
        .other = first_primary(view, of),
        .on = line->on,
        .detail = detail,
        .indicator = of->type,
        .source = coding__source(view->book, origin,
                                 coding__u32(view->book, CODING__ADD_ONS, of->record, CODING__ADD_ON_LINE)),
    });
}

static void judge(coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) {
        const coding__billed *line = &view->lines[i];
        if (line->service == CODING__NO_SERVICE) continue;
        add_on of = add_on_of(view, line);
        if (of.record != CODING__NONE && !has_primary(view, &of, line)) speak(view, &of, line);
    }
}

static bool concerns(const coding__view *view)
{
    for (size_t i = 0; i < view->line_count; i++) {
        uint32_t first, past;
        coding__service_range(view->book, view->lines[i].service, CODING__SERVICE_ADD_ON, &first, &past);
        if (view->lines[i].service != CODING__NO_SERVICE && first < past) return true;
    }
    return !coding__count(view->book, CODING__ADD_ONS) && view->line_count;
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    char primary[CODING_CODE_TEXT];
    (void)desk;
    coding_code_format(finding->other, primary);
    coding__say(phrase, "an add-on code ");
    switch (finding->detail) {
    case NO_PROCEDURE: coding__say(phrase, "with no other procedure beside it that day"); break;
    case PERHAPS_ANOTHER:
        coding__say(phrase, "without one of its primaries, such as %s; the payer may know others", primary);
        break;
    case ANOTHERS_PRIMARY:
        coding__say(phrase, "without %s, unless another of the group and specialty billed that", primary);
        break;
    default: coding__say(phrase, "without one of its primaries, such as %s, on the same day", primary);
    }
}

const coding__rule coding__add_on_rule = {
    .rule = CODING_CLAIM_RULE_ADD_ON,
    .kinds = 1u << CODING_CLAIM_PROFESSIONAL | 1u << CODING_CLAIM_OUTPATIENT,
    .tables = {CODING__TABLE_ADD_ONS},
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
