/* Codes that stand on their day.
 *
 * Reads   the code systems of the book.
 * Asks    every diagnosis, procedure, service, modifier and place of service: diagnoses and procedures on the last day
 *         of the claim (the day of discharge decides), the rest on its line's first day.
 * Speaks  a denial where the verdict is not `stands`; a note where the book lacks the system and no table of claims
 *         names the code (CPT is licensed, but NCCI and the fee schedule print its numbers). A text that is no code is
 *         a denial that shows it. */
#include "rule/rule.h"

enum { VERDICT, UNREADABLE, MODIFIER_UNREADABLE };

static coding_claim_cure cure_of(coding_rule verdict)
{
    return verdict == CODING_RULE_NOT_CHECKED || verdict == CODING_RULE_NO_EDITION ? CODING_CLAIM_CURE_BOOK
                                                                                  : CODING_CLAIM_CURE_CODE;
}

/* Most lines are CPT, which the book does not have: where a code would stand is not looked up for them, far off as it
 * is in the book. */
static coding_rule verdict_of(const coding__view *view, coding_code code, coding_date on)
{
    bool is_known = coding__system_record(view->book, coding_code_system(code)) != UINT32_MAX;
    return is_known ? coding_verdict_of(view->desk, code, on) : CODING_RULE_NOT_CHECKED;
}

static void speak(coding__view *view, coding_claim_place place, coding_code code, coding_date on, bool is_part)
{
    coding_rule verdict = verdict_of(view, code, on);
    bool        unknown = verdict == CODING_RULE_NOT_CHECKED;
    if (verdict == CODING_RULE_STANDS || (unknown && is_part)) return;
    if (unknown && coding__service_of(view->book, code) != CODING__NO_SERVICE) return; /* some table of claims has it */
    coding_verdict whole = coding_check(view->desk, code, on);
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_CODE,
        .severity = unknown ? CODING_NOTE : verdict == CODING_RULE_NO_EDITION ? CODING_WARNING : CODING_DENIAL,
        .cure = cure_of(verdict),
        .verdict = verdict,
        .place = place,
        .code = code,
        .other = whole.instead_count ? whole.instead[0] : 0,
        .on = on,
        .source = whole.count ? whole.findings[0].source : (coding_source){0},
    });
}

static void speak_of_text(coding__view *view, coding_claim_place place, const char *text, uint32_t detail)
{
    coding__speak(view, (coding_claim_finding){
        .rule = CODING_CLAIM_RULE_CODE,
        .severity = CODING_DENIAL,
        .cure = CODING_CLAIM_CURE_CODE,
        .verdict = CODING_RULE_MALFORMED,
        .place = place,
        .why = text,
        .detail = detail,
    });
}

static void judge_diagnoses(coding__view *view)
{
    for (size_t i = 0; i < view->claim->diagnoses.count; i++) {
        const coding__diagnosis *given = coding__diagnosis_at(view->claim, i);
        coding_claim_place       place = {CODING_CLAIM_PART_DIAGNOSIS, given->number};
        if (given->code) speak(view, place, given->code, view->last, false);
        else speak_of_text(view, place, given->text, UNREADABLE);
    }
}

static void judge_procedures(coding__view *view)
{
    for (size_t i = 0; i < view->claim->procedures.count; i++) {
        const coding__procedure *given = coding__procedure_at(view->claim, i);
        coding_claim_place       place = {CODING_CLAIM_PART_PROCEDURE, (uint32_t)i + 1};
        if (given->code) speak(view, place, given->code, view->last, false);
        else speak_of_text(view, place, given->text, UNREADABLE);
    }
}

static void judge_line(coding__view *view, const coding__line *line, uint32_t number)
{
    coding_claim_place place = {CODING_CLAIM_PART_LINE, number};
    if (line->code) speak(view, place, line->code, line->first, false);
    else if (line->damage != CODING_DAMAGE_NONE) speak_of_text(view, place, line->text, UNREADABLE);
    for (size_t i = 0; i < CODING__MODIFIERS_MOST && line->modifiers[i]; i++)
        speak(view, place, line->modifiers[i], line->first, true);
    if (line->modifier_text) speak_of_text(view, place, line->modifier_text, MODIFIER_UNREADABLE);
    if (line->place) speak(view, place, line->place, line->first, true);
}

static void judge(coding__view *view)
{
    judge_diagnoses(view);
    judge_procedures(view);
    for (size_t i = 0; i < view->claim->lines.count; i++)
        judge_line(view, coding__line_at(view->claim, i), (uint32_t)i + 1);
}

/* The verdict's own sentence begins with the code, which the place has already named. */
static void tell_verdict(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    coding_verdict verdict = coding_check(desk, finding->code, finding->on);
    if (!verdict.count) return;
    coding_finding whole = verdict.findings[0];
    whole.source = (coding_source){0};
    const char *sentence = coding_explain(desk, &whole);
    const char *rest = sentence;
    while (*rest && !(rest[0] == ':' && rest[1] == ' ')) rest++;
    coding__say(phrase, "%s", *rest ? rest + 2 : sentence);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    if (finding->detail == UNREADABLE) coding__say(phrase, "\"%s\" is no code", finding->why);
    else if (finding->detail == MODIFIER_UNREADABLE)
        coding__say(phrase, "\"%s\" is no modifier, or one more than the four a line may have", finding->why);
    else tell_verdict(desk, finding, phrase);
}

const coding__rule coding__code_rule = {
    .rule = CODING_CLAIM_RULE_CODE,
    .judge = judge,
    .tell = tell,
};
