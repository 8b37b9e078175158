/* Claims with their findings as JSON, an object a claim. */
#include "tool/json.h"
#include "tool/review.h"

static void write_place(json *to, const char *name, coding_claim_place place)
{
    static const char *const parts[] = {"claim", "diagnosis", "procedure", "line"};
    coding__json_object(to, name);
    coding__json_text(to, "part", place.part < sizeof parts / sizeof *parts ? parts[place.part] : NULL);
    coding__json_number(to, "number", place.number);
    coding__json_object_end(to);
}

/* In dollars, as people write them: a text, so that no cent is lost on the way. */
static void write_money(json *to, const char *name, int64_t cents)
{
    char text[NUMBER_TEXT];
    coding__json_text(to, name, cents ? coding__review_money(cents, false, text) : NULL);
}

/* What the claim has and what the row allows; null where nothing is counted. */
static void write_counts(json *to, const coding_claim_finding *finding)
{
    bool is_counted = finding->found > 0 || finding->limit > 0;
    if (is_counted) coding__json_real(to, "found", finding->found);
    else coding__json_text(to, "found", NULL);
    if (is_counted) coding__json_real(to, "limit", finding->limit);
    else coding__json_text(to, "limit", NULL);
}

static void write_finding(json *to, const reviewed *one, const coding_claim_finding *finding)
{
    coding__json_object(to, NULL);
    coding__json_text(to, "severity", coding_severity_name(finding->severity));
    coding__json_text(to, "rule", coding_claim_rule_name(finding->rule));
    coding__json_truth(to, "checked", !coding__tally_is_unchecked(finding));
    write_place(to, "place", finding->place);
    coding__json_code(to, "code", finding->code);
    if (finding->partner.number) write_place(to, "partner", finding->partner);
    else coding__json_text(to, "partner", NULL);
    coding__json_code(to, "other", finding->other);
    coding__json_text(to, "cure", coding_claim_cure_name(finding->cure));
    coding__json_code(to, "modifier", finding->modifier);
    coding__json_day(to, "on", finding->on);
    write_counts(to, finding);
    write_money(to, "at_stake", coding__tally_stake(finding));
    coding__json_text(to, "sentence", coding_claim_explain(one->desk, finding));
    coding__json_source(to, "source", finding->source);
    coding__json_object_end(to);
}

static void write_trouble(json *to, const coding_claims_item *item)
{
    if (!item->trouble) {
        coding__json_text(to, "trouble", NULL);
        return;
    }
    coding__json_object(to, "trouble");
    coding__json_text(to, "what", coding_claims_trouble_name(item->trouble));
    coding__json_text(to, "segment", *item->segment ? item->segment : NULL);
    coding__json_number(to, "number", item->number);
    coding__json_number(to, "element", item->element);
    coding__json_number(to, "offset", item->offset);
    coding__json_text(to, "reason", item->reason);
    coding__json_object_end(to);
}

static void write_claim(json *to, const reviewed *one)
{
    static const char *const names[] = {"fine", "unchecked", "warning", "denial"};
    coding__json_text(to, "claim", one->whole.id && *one->whole.id ? one->whole.id : NULL);
    coding__json_text(to, "kind", coding_claim_kind_name(one->whole.kind));
    coding__json_day(to, "first", one->whole.first);
    coding__json_day(to, "last", one->whole.last);
    coding__json_text(to, "provider", one->whole.provider && *one->whole.provider ? one->whole.provider : NULL);
    write_money(to, "charge", one->whole.charge);
    coding__json_text(to, "stands", names[coding__tally_standing(&one->review)]);
    write_money(to, "at_stake", one->review.at_stake);
    coding__json_list(to, "findings");
    for (size_t i = 0; i < one->review.count; i++) write_finding(to, one, &one->review.findings[i]);
    coding__json_list_end(to);
}

void coding__review_object(reviewing *of, const reviewed *one)
{
    json to = {.out = of->asked->out};
    coding__json_object(&to, NULL);
    coding__json_text(&to, "file", one->file);
    coding__json_number(&to, "number", one->number);
    write_trouble(&to, one->item);
    if (one->item->claim) write_claim(&to, one);
    coding__json_object_end(&to);
    coding__json_line(&to);
}
