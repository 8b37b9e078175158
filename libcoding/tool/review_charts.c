/* What the report shows at a glance: tables with bars, by rule, by money, by provider, in the order of their weight. */
#include "tool/review_page.h"

#include <string.h>

/* The colour of a bar, before the head of its column. */
#define KEY(kind) "<i class=\"key " kind "\"></i>"

/* Rules that spoke: most denials first, then most warnings. */
void coding__page_sort_rules(page *to)
{
    for (size_t i = 0; i < CODING_CLAIM_RULE_TOTAL; i++) {
        const uint64_t *of = to->seen->rules[i].findings;
        size_t          at = to->rule_count;
        if (!coding__page_sum(&to->seen->rules[i])) continue;
        for (; at; at--) {
            const uint64_t *before = to->seen->rules[to->rules[at - 1]].findings;
            bool            same = before[CODING_DENIAL] == of[CODING_DENIAL];
            if (before[CODING_DENIAL] > of[CODING_DENIAL] || (same && before[CODING_WARNING] >= of[CODING_WARNING]))
                break;
            to->rules[at] = to->rules[at - 1];
        }
        to->rules[at] = i;
        to->rule_count++;
    }
}

static bool is_before(const tally_provider *a, const tally_provider *b)
{
    if (a->stake != b->stake) return a->stake > b->stake;
    if (a->stand[STANDS_DENIED] != b->stand[STANDS_DENIED]) return a->stand[STANDS_DENIED] > b->stand[STANDS_DENIED];
    if (a->claims != b->claims) return a->claims > b->claims;
    return a->name && b->name && strcmp(a->name, b->name) < 0;
}

void coding__page_sort_providers(page *to)
{
    for (size_t i = 0; i <= PROVIDERS; i++) {
        const tally_provider *of = &to->seen->providers[i];
        size_t                at = to->provider_count;
        if (!of->claims) continue;
        if (at == PAGE_PROVIDERS && !is_before(of, to->providers[at - 1])) continue;
        if (at == PAGE_PROVIDERS) at--;
        else to->provider_count++;
        for (; at && is_before(of, to->providers[at - 1]); at--) to->providers[at] = to->providers[at - 1];
        to->providers[at] = of;
    }
}

/* Denials and warnings as one bar, `most` as long as the column. */
static void put_bar(page *to, uint64_t denials, uint64_t warnings, uint64_t most)
{
    fputs("<td class=\"bar\" aria-hidden=\"true\">", to->file);
    if (denials)
        coding__page_put(to, "<i class=\"denial\" style=\"width:%.2f%%\"></i>",
                         coding__page_share((double)denials, (double)most));
    if (warnings)
        coding__page_put(to, "<i class=\"warning\" style=\"width:%.2f%%\"></i>",
                         coding__page_share((double)warnings, (double)most));
    fputs("</td>", to->file);
}

static void put_money_bar(page *to, int64_t cents, int64_t most)
{
    fputs("<td class=\"bar\" aria-hidden=\"true\">", to->file);
    if (cents > 0)
        coding__page_put(to, "<i class=\"stake\" style=\"width:%.2f%%\"></i>",
                         coding__page_share((double)cents, (double)most));
    fputs("</td>", to->file);
}

static void put_cell(page *to, uint64_t count)
{
    coding__page_put(to, "<td class=\"n\">%s</td>", count ? coding__page_number(to, count) : "");
}

static void put_rule(page *to, size_t rule, uint64_t most)
{
    const tally_rule *of = &to->seen->rules[rule];
    const char       *name = coding_claim_rule_name((coding_claim_rule)rule);
    coding__page_put(to, "<tr><th scope=\"row\"><a href=\"#%s\">", name);
    coding__page_text(to, coding_claim_rule_title((coding_claim_rule)rule));
    coding__page_put(to, "</a> <code>%s</code></th>", name);
    put_bar(to, of->findings[CODING_DENIAL], of->findings[CODING_WARNING], most);
    put_cell(to, of->findings[CODING_DENIAL]);
    put_cell(to, of->findings[CODING_WARNING]);
    put_cell(to, of->findings[CODING_NOTE]);
    coding__page_put(to, "<td class=\"n\">%s</td></tr>\n", coding__page_money(to, of->stake));
}

void coding__page_rules(page *to)
{
    uint64_t most = 0;
    for (size_t i = 0; i < to->rule_count; i++) {
        const uint64_t *of = to->seen->rules[to->rules[i]].findings;
        uint64_t        sum = of[CODING_DENIAL] + of[CODING_WARNING];
        if (sum > most) most = sum;
    }
    if (!to->rule_count) return;
    fputs(
        "<section>\n<h2>Findings by rule</h2>\n<table>\n<thead><tr><th scope=\"col\">Rule</th>"
        "<td class=\"bar\"></td><th scope=\"col\" class=\"n\">" KEY(
            "denial") "Denials</th><th scope=\"col\" class=\"n\">" KEY("warning") "Warnings</th>"
                                                                                  "<th scope=\"col\" "
                                                                                  "class=\"n\">Notes</th><th "
                                                                                  "scope=\"col\" class=\"n\">At "
                                                                                  "stake</th></tr></thead>\n<tbody>\n",
        to->file);
    for (size_t i = 0; i < to->rule_count; i++) put_rule(to, to->rules[i], most);
    fputs("</tbody>\n</table>\n</section>\n", to->file);
}

/* Rules by the money that depends on them; only where claims name any. */
void coding__page_stakes(page *to)
{
    size_t  dearest[CODING_CLAIM_RULE_TOTAL], count = 0;
    int64_t most;
    for (size_t i = 0; i < to->rule_count; i++) {
        size_t at = count;
        if (to->seen->rules[to->rules[i]].stake <= 0) continue;
        for (; at && to->seen->rules[dearest[at - 1]].stake < to->seen->rules[to->rules[i]].stake; at--)
            dearest[at] = dearest[at - 1];
        dearest[at] = to->rules[i];
        count++;
    }
    if (!count) return;
    most = to->seen->rules[dearest[0]].stake;
    fputs("<section>\n<h2>Money at stake by rule</h2>\n<p>Charges of lines that a rule denies. A line that several "
          "rules deny counts for each of them, and once in the sum above.</p>\n<table>\n<thead><tr><th scope=\"col\">"
          "Rule</th><td class=\"bar\"></td><th scope=\"col\" class=\"n\">At stake</th></tr></thead>\n<tbody>\n",
          to->file);
    for (size_t i = 0; i < count; i++) {
        fputs("<tr><th scope=\"row\">", to->file);
        coding__page_text(to, coding_claim_rule_title((coding_claim_rule)dearest[i]));
        fputs("</th>", to->file);
        put_money_bar(to, to->seen->rules[dearest[i]].stake, most);
        coding__page_put(to, "<td class=\"n\">%s</td></tr>\n",
                         coding__page_money(to, to->seen->rules[dearest[i]].stake));
    }
    fputs("</tbody>\n</table>\n</section>\n", to->file);
}

static void put_provider(page *to, const tally_provider *of, uint64_t most)
{
    bool is_rest = of == &to->seen->providers[PROVIDERS];
    fputs("<tr><th scope=\"row\">", to->file);
    coding__page_text(to, is_rest ? "all others" : of->name && *of->name ? of->name : "not named");
    fputs("</th>", to->file);
    put_bar(to, of->stand[STANDS_DENIED], of->stand[STANDS_WARNED], most);
    put_cell(to, of->claims);
    put_cell(to, of->stand[STANDS_DENIED]);
    put_cell(to, of->stand[STANDS_WARNED]);
    coding__page_put(to, "<td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n", coding__page_money(to, of->charge),
                     coding__page_money(to, of->stake));
}

void coding__page_providers(page *to)
{
    uint64_t most = 0;
    for (size_t i = 0; i < to->provider_count; i++) {
        const tally_provider *of = to->providers[i];
        uint64_t              sum = of->stand[STANDS_WARNED] + of->stand[STANDS_DENIED];
        if (sum > most) most = sum;
    }
    if (!to->provider_count) return;
    fputs("<section>\n<h2>Findings by provider</h2>\n", to->file);
    if (to->seen->provider_count > to->provider_count)
        coding__page_put(to, "<p>%s of %s providers: those with the most at stake.</p>\n",
                         coding__page_number(to, to->provider_count),
                         coding__page_number(to, to->seen->provider_count));
    fputs("<table>\n<thead><tr><th scope=\"col\">Provider</th><td class=\"bar\"></td><th scope=\"col\" class=\"n\">"
          "Claims</th><th scope=\"col\" class=\"n\">" KEY("denial") "Denied</th><th scope=\"col\" class=\"n\">" KEY(
              "warning") "To look at</th>"
                         "<th scope=\"col\" class=\"n\">Charged</th><th scope=\"col\" class=\"n\">At "
                         "stake</th></tr></thead>\n<tbody>\n",
          to->file);
    for (size_t i = 0; i < to->provider_count; i++) put_provider(to, to->providers[i], most);
    fputs("</tbody>\n</table>\n</section>\n", to->file);
}
