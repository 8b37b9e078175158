/* A score as a sum that a reader can add up:
 *
 *     V28 2026 CNA, 72 years: 0.395 F70_74 + 0.166 HCC37 + ... = 2.099; / 1.067 = 1.967; x (1 - 0.059) = 1.851 */
#include "base/phrase.h"
#include "group/risk.h"

static void say_number(coding__phrase *phrase, int64_t thousandths)
{
    int64_t size = thousandths < 0 ? -thousandths : thousandths;
    coding__say(phrase, "%s%lld.%03d", thousandths < 0 ? "-" : "", (long long)(size / 1000), (int)(size % 1000));
}

static void say_terms(coding__phrase *phrase, const coding_risk_score *score)
{
    int64_t sum = 0;
    for (size_t i = 0; i < score->term_count; i++) {
        const coding_risk_term *term = &score->terms[i];
        int32_t                 size = term->coefficient < 0 && i ? -term->coefficient : term->coefficient;
        if (i) coding__say(phrase, term->coefficient < 0 ? " - " : " + ");
        say_number(phrase, size);
        coding__say(phrase, " %s", term->variable);
        sum += term->coefficient;
    }
    if (!score->term_count) coding__say(phrase, "nothing");
    coding__say(phrase, " = ");
    say_number(phrase, sum);
    if (!score->divisor) return;
    coding__say(phrase, "; / ");
    say_number(phrase, score->divisor);
    coding__say(phrase, " = ");
    say_number(phrase, score->raw);
}

static void say_payment(coding__phrase *phrase, const coding_risk_score *score)
{
    if (coding__risk_is_exchange(score->model)) {
        if (!score->multiplier) {
            coding__say(phrase, "; no factor of that indicator of cost sharing");
            return;
        }
        coding__say(phrase, "; x ");
        say_number(phrase, score->multiplier);
        coding__say(phrase, " cost sharing = ");
        say_number(phrase, score->payment);
        return;
    }
    if (score->normalization) {
        coding__say(phrase, "; / ");
        say_number(phrase, score->normalization);
        coding__say(phrase, " = ");
        say_number(phrase, score->normalized);
    } else coding__say(phrase, "; no normalization factor of that year");
    if (score->intensity) {
        coding__say(phrase, "; x (1 - ");
        say_number(phrase, score->intensity);
        coding__say(phrase, ") = ");
        say_number(phrase, score->payment - score->frailty);
    }
    if (!score->frailty) return;
    coding__say(phrase, "; + ");
    say_number(phrase, score->frailty);
    coding__say(phrase, " frailty = ");
    say_number(phrase, score->payment);
}

const char *coding_risk_explain(coding_desk *desk, const coding_risk_score *score)
{
    coding__phrase phrase = {.arena = &desk->arena};
    coding__say(&phrase, "%s %u", coding_risk_model_title(score->model), (unsigned)score->year);
    if (score->status != CODING_OK) {
        coding__say(&phrase, score->status == CODING_NOT_IN_BOOK ? ": the book has no tables of that model and year"
                             : score->status == CODING_MISUSE    ? ": the member is in none of the model's segments"
                                                                 : ": no memory");
        return coding__said(&phrase);
    }
    coding__say(&phrase, " %s, %u years: ", coding_risk_segment_title(score->segment), (unsigned)score->age);
    say_terms(&phrase, score);
    say_payment(&phrase, score);
    return coding__said(&phrase);
}
