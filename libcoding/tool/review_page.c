/* The report as one HTML file: no scripts, nothing fetched, bars of CSS beside numbers that a reader of screens and a
 * printer have too. */
#include "tool/review_page.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"fine", "unchecked", "warning", "denial"};

static void put(page *to, const char *words, ...) __attribute__((format(printf, 2, 3)));

static void put(page *to, const char *words, ...)
{
    va_list list;
    va_start(list, words);
    vfprintf(to->file, words, list);
    va_end(list);
}

void coding__page_text(page *to, const char *text)
{
    size_t left = strlen(text);
    for (size_t bytes; left; text += bytes, left -= bytes) {
        bytes = coding__output_sequence(text, left);
        if (*text == '&') fputs("&amp;", to->file);
        else if (*text == '<') fputs("&lt;", to->file);
        else if (*text == '>') fputs("&gt;", to->file);
        else if (*text == '"') fputs("&quot;", to->file);
        else if (!bytes || (unsigned char)*text < ' ' || *text == 0x7F) fputs("\xEF\xBF\xBD", to->file);
        else fwrite(text, 1, bytes, to->file);
        if (!bytes) bytes = 1;
    }
}

static const char *number(page *to, uint64_t count)
{
    static const output people = {.format = FOR_PEOPLE};
    char               *text = to->numbers[to->next++ % PAGE_NUMBERS];
    return coding__output_number(&people, count, text);
}

static const char *money(page *to, int64_t cents)
{
    char *text = to->numbers[to->next++ % PAGE_NUMBERS];
    coding__review_money(cents, true, text + 1);
    text[0] = text[1] ? '$' : '\0';
    return text;
}

static double share(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

static void put_head(page *to)
{
    fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Review of claims</title>\n<style>\n",
          to->file);
    fputs(coding__review_style, to->file);
    fputs("</style>\n</head>\n<body>\n<main>\n<h1>Review of claims</h1>\n", to->file);
}

static void put_sources(page *to, const reviewing *of)
{
    size_t count = coding__session_word_count(of->asked);
    fputs("<p class=\"lead\">", to->file);
    put(to, "%s %s, %s lines", number(to, to->seen->claims), to->seen->claims == 1 ? "claim" : "claims",
        number(to, to->seen->lines));
    for (size_t i = 0; i < count && i < 5; i++) {
        fputs(i ? ", " : " of ", to->file);
        coding__page_text(to, coding__session_words(of->asked)[i]);
    }
    if (count > 5) put(to, " and %s more", number(to, count - 5));
    put(to, ", by coding %s</p>\n", coding_version());
}

static void put_card(page *to, const char *kind, const char *value, const char *label)
{
    put(to, "<div class=\"card %s\"><dd>%s</dd><dt>%s</dt></div>\n", kind, value, label);
}

static void put_cards(page *to)
{
    const tally *seen = to->seen;
    fputs("<dl class=\"cards\">\n", to->file);
    put_card(to, "denial", number(to, seen->stand[STANDS_DENIED]), "will not be paid as they stand");
    put_card(to, "warning", number(to, seen->stand[STANDS_WARNED]), "ask a person to look");
    if (seen->stand[STANDS_UNCHECKED])
        put_card(to, "unchecked", number(to, seen->stand[STANDS_UNCHECKED]), "could not be checked wholly");
    put_card(to, "fine", number(to, seen->stand[STANDS_FINE]), "meet no objection");
    if (seen->stake) put_card(to, "stake", money(to, seen->stake), "at stake: lines that are denied");
    if (seen->charge) put_card(to, "plain", money(to, seen->charge), "charged in all");
    if (seen->troubles) put_card(to, "denial", number(to, seen->troubles), "places in the text are broken");
    fputs("</dl>\n", to->file);
}

/* One bar for all claims, its parts as wide as their counts. */
static void put_standing(page *to)
{
    const tally *seen = to->seen;
    if (!seen->claims) return;
    fputs("<div class=\"whole\" aria-hidden=\"true\">", to->file);
    for (int i = STANDINGS - 1; i >= 0; i--)
        if (seen->stand[i])
            put(to, "<i class=\"%s\" style=\"width:%.2f%%\"></i>", names[i],
                share((double)seen->stand[i], (double)seen->claims));
    fputs("</div>\n", to->file);
}

/* Three counts as one bar, `most` as long as the column. */
static void put_bar(page *to, const uint64_t parts[SEVERITIES], uint64_t most)
{
    static const char *const kinds[] = {"note", "warning", "denial"};
    fputs("<td class=\"bar\" aria-hidden=\"true\">", to->file);
    for (int i = CODING_DENIAL; i >= CODING_NOTE; i--)
        if (parts[i])
            put(to, "<i class=\"%s\" style=\"width:%.2f%%\"></i>", kinds[i], share((double)parts[i], (double)most));
    fputs("</td>", to->file);
}

static void put_money_bar(page *to, int64_t cents, int64_t most)
{
    fputs("<td class=\"bar\" aria-hidden=\"true\">", to->file);
    if (cents > 0) put(to, "<i class=\"stake\" style=\"width:%.2f%%\"></i>", share((double)cents, (double)most));
    fputs("</td>", to->file);
}

static uint64_t sum_of(const tally_rule *rule)
{
    return rule->findings[CODING_NOTE] + rule->findings[CODING_WARNING] + rule->findings[CODING_DENIAL];
}

static void put_cell(page *to, uint64_t count) { put(to, "<td class=\"n\">%s</td>", count ? number(to, count) : ""); }

static void put_rule(page *to, size_t rule, uint64_t most)
{
    const tally_rule *of = &to->seen->rules[rule];
    const char       *name = coding_claim_rule_name((coding_claim_rule)rule);
    put(to, "<tr><th scope=\"row\"><a href=\"#%s\">", name);
    coding__page_text(to, coding_claim_rule_title((coding_claim_rule)rule));
    put(to, "</a> <code>%s</code></th>", name);
    put_bar(to, of->findings, most);
    put_cell(to, of->findings[CODING_DENIAL]);
    put_cell(to, of->findings[CODING_WARNING]);
    put_cell(to, of->findings[CODING_NOTE]);
    put(to, "<td class=\"n\">%s</td></tr>\n", money(to, of->stake));
}

static void put_rules(page *to)
{
    uint64_t most = 0;
    for (size_t i = 0; i < to->rule_count; i++) {
        uint64_t sum = sum_of(&to->seen->rules[to->rules[i]]);
        if (sum > most) most = sum;
    }
    if (!to->rule_count) return;
    fputs("<section>\n<h2>Findings by rule</h2>\n<table>\n<thead><tr><th scope=\"col\">Rule</th>"
          "<td class=\"bar\"></td><th scope=\"col\" class=\"n\">Denials</th><th scope=\"col\" class=\"n\">Warnings</th>"
          "<th scope=\"col\" class=\"n\">Notes</th><th scope=\"col\" class=\"n\">At stake</th></tr></thead>\n<tbody>\n",
          to->file);
    for (size_t i = 0; i < to->rule_count; i++) put_rule(to, to->rules[i], most);
    fputs("</tbody>\n</table>\n</section>\n", to->file);
}

/* Rules by the money that depends on them; only where claims name any. */
static void put_stakes(page *to)
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
        put(to, "<td class=\"n\">%s</td></tr>\n", money(to, to->seen->rules[dearest[i]].stake));
    }
    fputs("</tbody>\n</table>\n</section>\n", to->file);
}

static void put_provider(page *to, const tally_provider *of, uint64_t most)
{
    const uint64_t parts[] = {0, of->stand[STANDS_WARNED], of->stand[STANDS_DENIED]};
    bool           is_rest = of == &to->seen->providers[PROVIDERS];
    fputs("<tr><th scope=\"row\">", to->file);
    coding__page_text(to, is_rest ? "all others" : of->name && *of->name ? of->name : "not named");
    fputs("</th>", to->file);
    put_bar(to, parts, most);
    put_cell(to, of->claims);
    put_cell(to, of->stand[STANDS_DENIED]);
    put_cell(to, of->stand[STANDS_WARNED]);
    put(to, "<td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n", money(to, of->charge), money(to, of->stake));
}

static void put_providers(page *to)
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
        put(to, "<p>%s of %s providers: those with the most at stake.</p>\n", number(to, to->provider_count),
            number(to, to->seen->provider_count));
    fputs(
        "<table>\n<thead><tr><th scope=\"col\">Provider</th><td class=\"bar\"></td><th scope=\"col\" class=\"n\">"
        "Claims</th><th scope=\"col\" class=\"n\">Denied</th><th scope=\"col\" class=\"n\">To look at</th>"
        "<th scope=\"col\" class=\"n\">Charged</th><th scope=\"col\" class=\"n\">At stake</th></tr></thead>\n<tbody>\n",
        to->file);
    for (size_t i = 0; i < to->provider_count; i++) put_provider(to, to->providers[i], most);
    fputs("</tbody>\n</table>\n</section>\n", to->file);
}

static void put_unchecked(page *to)
{
    bool begun = false;
    for (size_t i = 0; i < CODING_CLAIM_RULE_TOTAL; i++) {
        const tally_rule *rule = &to->seen->rules[i];
        if (!rule->unchecked) continue;
        if (!begun)
            fputs(
                "<section>\n<h2>What could not be checked</h2>\n<p>A check that could not be made is not a pass.</p>\n"
                "<ul>\n",
                to->file);
        begun = true;
        put(to, "<li>%s %s: ", number(to, rule->unchecked), rule->unchecked == 1 ? "claim" : "claims");
        coding__page_text(to, rule->lacking ? rule->lacking : "");
        fputs("</li>\n", to->file);
    }
    if (begun) fputs("</ul>\n</section>\n", to->file);
}

static void put_example(page *to, const tally_example *of)
{
    static const char *const kinds[] = {"note", "warning", "denial"};
    fputs("<tr><td>", to->file);
    coding__page_text(to, of->claim);
    if (*of->provider) {
        fputs("<small>", to->file);
        coding__page_text(to, of->provider);
        fputs("</small>", to->file);
    }
    if (*of->file) {
        fputs("<small>", to->file);
        coding__page_text(to, of->file);
        fputs("</small>", to->file);
    }
    put(to, "</td><td><span class=\"tag %s\">%s</span></td><td>", kinds[of->severity], kinds[of->severity]);
    coding__page_text(to, of->place);
    fputs("</td><td>", to->file);
    coding__page_text(to, of->sentence);
    fputs("<small>", to->file);
    coding__page_text(to, *of->source ? of->source : "the form of claims");
    put(to, "</small></td><td class=\"n\">%s</td></tr>\n", money(to, of->stake));
}

static int by_stake(const void *a, const void *b)
{
    const tally_example *x = a, *y = b;
    if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
    if (x->stake != y->stake) return x->stake > y->stake ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static void put_examples(page *to, size_t rule)
{
    tally_rule *of = &to->seen->rules[rule];
    uint64_t    sum = sum_of(of);
    put(to, "<section id=\"%s\">\n<h3>", coding_claim_rule_name((coding_claim_rule)rule));
    coding__page_text(to, coding_claim_rule_title((coding_claim_rule)rule));
    put(to, "</h3>\n<p>%s %s", number(to, sum), sum == 1 ? "finding" : "findings");
    if (sum > of->example_count)
        put(to, "; %s are shown, the loudest and dearest of them", number(to, of->example_count));
    fputs(".</p>\n<table class=\"examples\">\n<thead><tr><th scope=\"col\">Claim</th><th scope=\"col\">Severity</th>"
          "<th scope=\"col\">Where</th><th scope=\"col\">Finding, and the row that says so</th>"
          "<th scope=\"col\" class=\"n\">At stake</th></tr></thead>\n<tbody>\n",
          to->file);
    qsort(of->examples, of->example_count, sizeof *of->examples, by_stake);
    for (size_t i = 0; i < of->example_count; i++) put_example(to, &of->examples[i]);
    fputs("</tbody>\n</table>\n</section>\n", to->file);
}

static void put_troubles(page *to)
{
    const tally *seen = to->seen;
    if (!seen->troubles) return;
    fputs("<section id=\"broken\">\n<h2>Broken places in the text</h2>\n<p>What could be read behind them was "
          "reviewed.",
          to->file);
    if (seen->troubles > seen->troubled_count)
        put(to, " The first %s of %s.", number(to, seen->troubled_count), number(to, seen->troubles));
    fputs("</p>\n<table class=\"examples\">\n<thead><tr><th scope=\"col\">File</th><th scope=\"col\">Where</th>"
          "<th scope=\"col\">What</th></tr></thead>\n<tbody>\n",
          to->file);
    for (size_t i = 0; i < seen->troubled_count; i++) {
        const char *const cells[] = {seen->troubled[i].file, seen->troubled[i].place, seen->troubled[i].sentence};
        fputs("<tr>", to->file);
        for (size_t j = 0; j < 3; j++) {
            fputs("<td>", to->file);
            coding__page_text(to, cells[j]);
            fputs("</td>", to->file);
        }
        fputs("</tr>\n", to->file);
    }
    fputs("</tbody>\n</table>\n</section>\n", to->file);
}

static void put_foot(page *to)
{
    fputs("<footer>\n<p><b>Denial</b>: will not be paid as it stands, by the row of the table that is named. "
          "<b>Warning</b>: a person should look. <b>Note</b>: good to know. <b>At stake</b>: the charge of a line that "
          "is "
          "denied. A claim that meets no objection is no promise of payment: no rule of this book objects.</p>\n"
          "</footer>\n</main>\n</body>\n</html>\n",
          to->file);
}

/* Rules that spoke: most denials first, then most warnings. */
static void sort_rules(page *to)
{
    for (size_t i = 0; i < CODING_CLAIM_RULE_TOTAL; i++) {
        const uint64_t *of = to->seen->rules[i].findings;
        size_t          at = to->rule_count;
        if (!sum_of(&to->seen->rules[i])) continue;
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

static void sort_providers(page *to)
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

bool coding__review_page(reviewing *of, FILE *file)
{
    page to = {.file = file, .seen = &of->seen};
    sort_rules(&to);
    sort_providers(&to);
    put_head(&to);
    put_sources(&to, of);
    put_cards(&to);
    put_standing(&to);
    put_rules(&to);
    put_stakes(&to);
    put_providers(&to);
    put_unchecked(&to);
    if (to.rule_count) fputs("<h2>Findings, each with its claim and its row</h2>\n", file);
    for (size_t i = 0; i < to.rule_count; i++) put_examples(&to, to.rules[i]);
    put_troubles(&to);
    put_foot(&to);
    return !ferror(file) && fflush(file) == 0;
}
