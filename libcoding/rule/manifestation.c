/* A manifestation is never first: the disease that it is of comes before.
 *
 * Reads   the code editor's list of manifestations; where it does not reach the day, the title's own words "in diseases
 *         classified elsewhere".
 * Asks    the first-listed diagnosis, of every kind of claim.
 * Speaks  a denial. */
#include <string.h>

#include "rule/editor.h"
#include "rule/titles.h"

/* B95 to B97 are "the cause of" such diseases, and no manifestation. */
static bool title_says(const coding__view *view, const coding__listed *listed)
{
    char words[CODING__TITLE_ROOM];
    coding__title_words(view->book, listed->row, view->last, words);
    return strstr(words, " classified elsewhere ") && !strstr(words, " cause of ");
}

/* Where the title says it, no list is needed. */
static bool needs(const coding__view *view, coding__claim_table table)
{
    (void)table;
    return coding__editor_reaches(view) || !title_says(view, coding__first_listed(view));
}

static bool concerns(const coding__view *view)
{
    const coding__listed *first = coding__first_listed(view);
    return first && first->row != CODING__NO_ROW;
}

static coding_claim_finding finding_of(const coding__view *view, const coding__listed *first)
{
    coding_claim_finding finding = coding__editor_finding(view, CODING_CLAIM_RULE_MANIFESTATION,
                                                          CODING_CLAIM_PART_DIAGNOSIS, first);
    if (!finding.source.release)
        finding.source = coding_entry_source(coding_book_entry(view->book, first->row), view->last);
    return finding;
}

static void judge(coding__view *view)
{
    const coding__listed *first = coding__first_listed(view);
    if (coding__editor_reaches(view) && !(first->mce & CODING__MCE_MANIFESTATION)) return;
    coding_claim_finding finding = finding_of(view, first);
    finding.severity = CODING_DENIAL;
    finding.cure = CODING_CLAIM_CURE_ORDER;
    coding__speak(view, finding);
}

static void tell(coding_desk *desk, const coding_claim_finding *finding, coding__phrase *phrase)
{
    (void)desk, (void)finding;
    coding__say(phrase, "a manifestation is never first: the disease that it is of comes before");
}

const coding__rule coding__manifestation_rule = {
    .rule = CODING_CLAIM_RULE_MANIFESTATION,
    .tables = {CODING__TABLE_MCE},
    .needs = needs,
    .concerns = concerns,
    .judge = judge,
    .tell = tell,
};
