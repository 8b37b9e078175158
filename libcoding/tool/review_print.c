/* Findings for people and as rows. */
#include "tool/review.h"

#include <string.h>

enum { SEVERITY = 11, INDENT = 2 + SEVERITY };

const char *coding__review_place(coding_claim_place place, char text[PLACE_TEXT])
{
    static const char *const parts[] = {"claim", "diagnosis", "procedure", "line"};
    bool                     is_part = place.number && place.part < sizeof parts / sizeof *parts;
    if (is_part) snprintf(text, PLACE_TEXT, "%s %u", parts[place.part], (unsigned)place.number);
    else snprintf(text, PLACE_TEXT, "claim");
    return text;
}

const char *coding__review_name(const reviewed *one, char text[NUMBER_TEXT])
{
    if (one->whole.id && *one->whole.id) return one->whole.id;
    snprintf(text, NUMBER_TEXT, "#%llu", (unsigned long long)one->number);
    return text;
}

const char *coding__review_money(int64_t cents, bool for_people, char text[NUMBER_TEXT])
{
    output   people = {.format = for_people ? FOR_PEOPLE : AS_TSV};
    uint64_t whole = cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents;
    char     dollars[NUMBER_TEXT];
    text[0] = '\0';
    if (cents)
        snprintf(text, NUMBER_TEXT, "%s%.24s.%02u", cents < 0 ? "-" : "",
                 coding__output_number(&people, whole / 100, dollars), (unsigned)(whole % 100));
    return text;
}

static style style_of(coding_severity severity)
{
    switch (severity) {
    case CODING_DENIAL: return BAD;
    case CODING_WARNING: return DOUBTFUL;
    case CODING_NOTE: return DIM;
    }
    return PLAIN;
}

static void print_claim(output *out, const reviewed *one)
{
    char name[NUMBER_TEXT], day[DAY_TEXT], charge[NUMBER_TEXT];
    coding__output_styled(out, STRONG, "claim ");
    coding__output_styled(out, STRONG, coding__review_name(one, name));
    coding__output_printf(out, "  %s, %s", coding_claim_kind_name(one->whole.kind),
                          one->whole.first ? coding__output_day(one->whole.first, day) : "no day");
    if (one->whole.provider && *one->whole.provider) {
        coding__output_printf(out, ", ");
        coding__output_text(out, one->whole.provider);
    }
    if (one->whole.charge) coding__output_printf(out, ", $%s", coding__review_money(one->whole.charge, true, charge));
    coding__output_line(out);
}

static void print_sentence(output *out, style how, const char *label, const char *sentence)
{
    coding__output_printf(out, "  ");
    coding__output_padded(out, how, label, SEVERITY);
    coding__output_wrapped(out, PLAIN, INDENT, sentence);
}

/* The reason says where in the text. */
static void print_trouble(output *out, const reviewed *one)
{
    size_t column = INDENT - 2;
    coding__output_padded(out, BAD, "broken", column);
    if (one->file) {
        coding__output_text(out, one->file);
        coding__output_printf(out, ":");
        column += coding__output_width(one->file) + 1;
    }
    coding__output_words(out, PLAIN, INDENT - 2, column, one->item->reason);
    coding__output_line(out);
}

/* Is there more to say than what no claim of the book can be asked? */
static bool is_worth_telling(const reviewed *one)
{
    for (size_t i = 0; i < one->review.count; i++) {
        const coding_claim_finding *finding = &one->review.findings[i];
        if (finding->severity > CODING_NOTE || !coding__tally_is_unchecked(finding)) return true;
    }
    return false;
}

/* The rules that could not be asked, in one line: a day that the book does not reach lacks many of its tables. */
static void print_unchecked(output *out, const reviewed *one)
{
    const char *comma = NULL;
    size_t      column = INDENT;
    for (size_t i = 0; i < one->review.count; i++) {
        const coding_claim_finding *finding = &one->review.findings[i];
        if (!coding__tally_is_unchecked(finding) || finding->severity == CODING_NOTE) continue;
        if (!comma) coding__output_printf(out, "  "), coding__output_padded(out, DOUBTFUL, "unchecked", SEVERITY);
        else coding__output_printf(out, ","), column++;
        column = coding__output_words(out, PLAIN, INDENT, column, coding_claim_rule_title(finding->rule));
        comma = ",";
    }
    if (comma) coding__output_line(out);
}

static void print_lines(const reviewing *of, const reviewed *one)
{
    output *out = of->asked->out;
    if (one->item->trouble) print_trouble(out, one);
    if (!is_worth_telling(one)) return;
    print_claim(out, one);
    for (size_t i = 0; i < one->review.count; i++) {
        const coding_claim_finding *finding = &one->review.findings[i];
        if (coding__tally_is_unchecked(finding)) continue;
        print_sentence(out, style_of(finding->severity), coding_severity_name(finding->severity),
                       coding_claim_explain(one->desk, finding));
    }
    print_unchecked(out, one);
}

static const char *spelled(coding_code code, char text[CODING_CODE_TEXT])
{
    return code ? coding_code_format(code, text) : NULL;
}

static const char *count_of(uint64_t number, char text[NUMBER_TEXT])
{
    text[0] = '\0';
    if (number) snprintf(text, NUMBER_TEXT, "%llu", (unsigned long long)number);
    return text;
}

static void print_row(const reviewing *of, const reviewed *one, const coding_claim_finding *finding)
{
    char name[NUMBER_TEXT], place[PLACE_TEXT], partner[PLACE_TEXT], code[CODING_CODE_TEXT], other[CODING_CODE_TEXT];
    char modifier[CODING_CODE_TEXT], line[NUMBER_TEXT], stake[NUMBER_TEXT], day[DAY_TEXT], number[NUMBER_TEXT];
    OUTPUT_ROW(of->asked->out, coding__review_name(one, name), coding__review_place(finding->place, place),
               spelled(finding->code, code), coding_claim_rule_name(finding->rule),
               coding__tally_is_unchecked(finding) ? "unchecked" : coding_severity_name(finding->severity),
               coding_claim_cure_name(finding->cure),
               finding->partner.number ? coding__review_place(finding->partner, partner) : NULL,
               finding->source.release, finding->source.table, count_of(finding->source.line, line),
               coding__review_money(coding__tally_stake(finding), false, stake),
               coding_claim_explain(one->desk, finding), spelled(finding->other, other),
               spelled(finding->modifier, modifier), coding__output_day(finding->on, day), one->whole.provider,
               one->file, count_of(one->number, number));
}

static void print_trouble_row(const reviewing *of, const reviewed *one)
{
    char name[NUMBER_TEXT], place[48], number[NUMBER_TEXT];
    snprintf(place, sizeof place, "%.20s%s%s", one->item->segment, *one->item->segment ? " " : "",
             count_of(one->item->number, name));
    OUTPUT_ROW(of->asked->out, coding__review_name(one, name), place, NULL,
               coding_claims_trouble_name(one->item->trouble), "broken", NULL, NULL, NULL, NULL, NULL, NULL,
               one->item->reason, NULL, NULL, NULL, one->whole.provider, one->file, count_of(one->number, number));
}

void coding__review_print(reviewing *of, const reviewed *one)
{
    if (of->asked->out->format == FOR_PEOPLE) {
        print_lines(of, one);
        return;
    }
    if (one->item->trouble) print_trouble_row(of, one);
    for (size_t i = 0; i < one->review.count; i++) print_row(of, one, &one->review.findings[i]);
}

static void print_count(output *out, uint64_t count, const char *of_one, const char *of_many, style how)
{
    char number[NUMBER_TEXT];
    if (!count) return;
    coding__output_printf(out, "  ");
    coding__output_style(out, how);
    coding__output_printf(out, "%s %s", coding__output_number(out, count, number), count == 1 ? of_one : of_many);
    coding__output_style(out, PLAIN);
    coding__output_line(out);
}

/* Denials, warnings and notes of each rule that spoke. */
static void print_rules(output *out, const tally *seen)
{
    char counts[SEVERITIES][NUMBER_TEXT], money[NUMBER_TEXT];
    bool begun = false;
    for (size_t i = 0; i < CODING_CLAIM_RULE_TOTAL; i++) {
        const tally_rule *rule = &seen->rules[i];
        if (!(rule->findings[CODING_DENIAL] + rule->findings[CODING_WARNING] + rule->findings[CODING_NOTE])) continue;
        coding__output_style(out, DIM);
        if (!begun) coding__output_printf(out, "\n  %9s %9s %9s %14s\n", "denials", "warnings", "notes", "at stake");
        coding__output_style(out, PLAIN);
        begun = true;
        for (int j = 0; j < SEVERITIES; j++) {
            counts[j][0] = '\0';
            if (rule->findings[j]) coding__output_number(out, rule->findings[j], counts[j]);
        }
        coding__output_printf(out, "  %9s %9s %9s %14s  ", counts[CODING_DENIAL], counts[CODING_WARNING],
                              counts[CODING_NOTE], coding__review_money(rule->stake, true, money));
        coding__output_text(out, coding_claim_rule_title((coding_claim_rule)i));
        coding__output_line(out);
    }
}

static void print_lacking(output *out, const tally *seen)
{
    char number[NUMBER_TEXT];
    bool begun = false;
    for (size_t i = 0; i < CODING_CLAIM_RULE_TOTAL; i++) {
        const tally_rule *rule = &seen->rules[i];
        if (!rule->unchecked) continue;
        coding__output_style(out, DIM);
        if (!begun) coding__output_printf(out, "\n  %9s\n", "unchecked");
        coding__output_style(out, PLAIN);
        begun = true;
        coding__output_printf(out, "  %9s  ", coding__output_number(out, rule->unchecked, number));
        size_t column = coding__output_words(out, PLAIN, 13, 13, coding_claim_rule_title((coding_claim_rule)i));
        coding__output_printf(out, ":");
        coding__output_words(out, PLAIN, 13, column + 1, rule->lacking ? rule->lacking : "");
        coding__output_line(out);
    }
}

void coding__review_summary(reviewing *of)
{
    output      *out = of->asked->out;
    const tally *seen = &of->seen;
    char         number[NUMBER_TEXT], money[NUMBER_TEXT];
    coding__output_styled(out, STRONG, coding__output_number(out, seen->claims, number));
    coding__output_styled(out, STRONG, seen->claims == 1 ? " claim" : " claims");
    coding__output_line(out);
    print_count(out, seen->stand[STANDS_DENIED], "will not be paid as it stands", "will not be paid as they stand",
                BAD);
    print_count(out, seen->stand[STANDS_WARNED], "asks a person to look", "ask a person to look", DOUBTFUL);
    print_count(out, seen->stand[STANDS_UNCHECKED], "could not be checked wholly", "could not be checked wholly",
                DOUBTFUL);
    print_count(out, seen->stand[STANDS_FINE], "meets no objection", "meet no objection", GOOD);
    print_count(out, seen->troubles, "place in the text is broken", "places in the text are broken", BAD);
    if (seen->stake) coding__output_printf(out, "  $%s at stake\n", coding__review_money(seen->stake, true, money));
    print_rules(out, seen);
    print_lacking(out, seen);
}
