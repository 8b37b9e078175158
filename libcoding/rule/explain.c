/* A finding of a claim as a sentence: where, what, what would cure it, and who says so. */
#include <string.h>

#include "rule/rule.h"

static const char *const tables[CODING__TABLE_TOTAL] = {
    [CODING__TABLE_PTP_PRACTITIONER] = "NCCI pair edits for practitioners",
    [CODING__TABLE_PTP_OUTPATIENT] = "NCCI pair edits for outpatient hospitals",
    [CODING__TABLE_MUE_PRACTITIONER] = "medically unlikely edits for practitioners",
    [CODING__TABLE_MUE_OUTPATIENT] = "medically unlikely edits for outpatient hospitals",
    [CODING__TABLE_MUE_DME] = "medically unlikely edits for DME suppliers",
    [CODING__TABLE_ADD_ONS] = "NCCI add-on codes",
    [CODING__TABLE_FEES] = "fee schedule indicators",
    [CODING__TABLE_MCE] = "lists of the Medicare Code Editor",
    [CODING__TABLE_PAIRS] = "pairs of diagnoses",
    [CODING__TABLE_MODIFIERS] = "modifiers",
    [CODING__TABLE_PLACES] = "places of service",
    [CODING__TABLE_VISITS] = "levels of visits",
    [CODING__TABLE_POLICIES] = "coverage policies",
};

static void say_place(coding__phrase *phrase, const coding_claim_finding *finding)
{
    static const char *const parts[] = {"claim", "diagnosis", "procedure", "line"};
    char                     code[CODING_CODE_TEXT];
    uint32_t                 part = finding->place.part;
    if (finding->place.number && part < sizeof parts / sizeof *parts)
        coding__say(phrase, "%s %u", parts[part], (unsigned)finding->place.number);
    else coding__say(phrase, "claim");
    if (finding->code) coding__say(phrase, ", %s", coding_code_format(finding->code, code));
    coding__say(phrase, ": ");
}

static void say_unchecked(coding__phrase *phrase, const coding_claim_finding *finding)
{
    char        on[16];
    const char *table = finding->detail < CODING__TABLE_TOTAL ? tables[finding->detail] : NULL;
    coding__say(phrase, "%s not checked: ", coding_claim_rule_title(finding->rule));
    if (table && !finding->on) coding__say(phrase, "the claim has no day for a table of %s", table);
    else if (table) coding__say(phrase, "the book has no table of %s for %s", table, coding__date_text(finding->on, on));
    else coding__say(phrase, "the book lacks what it asks");
}

static void say_source(coding__phrase *phrase, const coding_source *source)
{
    if (!source->release) return;
    coding__say(phrase, " [%s", source->release);
    if (source->line) coding__say(phrase, ", %s line %u", source->table, (unsigned)source->line);
    coding__say(phrase, "]");
}

const char *coding_claim_explain(coding_desk *desk, const coding_claim_finding *finding)
{
    size_t              refused = desk->arena.refused;
    coding__phrase      phrase = {.arena = &desk->arena};
    bool                known = (unsigned)finding->rule < CODING_CLAIM_RULE_TOTAL;
    const coding__rule *rule = known ? coding__rules[finding->rule] : NULL;
    say_place(&phrase, finding);
    if (finding->verdict == CODING_RULE_NOT_CHECKED && finding->rule != CODING_CLAIM_RULE_CODE)
        say_unchecked(&phrase, finding);
    else if (rule && rule->tell) rule->tell(desk, finding, &phrase);
    say_source(&phrase, &finding->source);
    return desk->arena.refused == refused ? coding__said(&phrase) : "there is no memory to say it";
}
