/* The report as a page: bars of CSS beside numbers that a reader of screens and a printer have too. */
#include "tool/review_page.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "tool/html.h"

static const char *const names[] = {"fine", "unchecked", "warning", "denial"};

void coding__page_put(page *to, const char *words, ...)
{
    va_list list;
    va_start(list, words);
    vfprintf(to->file, words, list);
    va_end(list);
}

void coding__page_text(page *to, const char *text) { coding__html_text(to->file, text); }

const char *coding__page_number(page *to, uint64_t count)
{
    static const output people = {.format = FOR_PEOPLE};
    char               *text = to->numbers[to->next++ % PAGE_NUMBERS];
    return coding__output_number(&people, count, text);
}

const char *coding__page_money(page *to, int64_t cents)
{
    char *text = to->numbers[to->next++ % PAGE_NUMBERS];
    coding__review_money(cents, true, text + 1);
    text[0] = text[1] ? '$' : '\0';
    return text;
}

double coding__page_share(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

uint64_t coding__page_sum(const tally_rule *rule)
{
    return rule->findings[CODING_NOTE] + rule->findings[CODING_WARNING] + rule->findings[CODING_DENIAL];
}

static void put_sources(page *to, const reviewing *of)
{
    size_t count = coding__session_word_count(of->asked);
    fputs("<p class=\"lead\">", to->file);
    coding__page_put(to, "%s %s with %s %s", coding__page_number(to, to->seen->claims),
                     to->seen->claims == 1 ? "claim" : "claims", coding__page_number(to, to->seen->lines),
                     to->seen->lines == 1 ? "line" : "lines");
    for (size_t i = 0; i < count && i < 5; i++) {
        fputs(i ? ", " : ", from ", to->file);
        coding__page_text(to, coding__session_words(of->asked)[i]);
    }
    if (count > 5) coding__page_put(to, " and %s more", coding__page_number(to, count - 5));
    coding__page_put(to, ", by coding %s</p>\n", coding_version());
}

static void put_card(page *to, const char *kind, const char *value, const char *label)
{
    coding__page_put(to, "<div class=\"card %s\"><dd>%s</dd><dt>%s</dt></div>\n", kind, value, label);
}

/* Dollars without cents where there are ten thousand of them: a card is narrow. */
static const char *rounded(page *to, int64_t cents)
{
    char *text = to->numbers[to->next++ % PAGE_NUMBERS];
    if (cents < 1000000) return coding__page_money(to, cents);
    snprintf(text, NUMBER_TEXT, "$%.24s", coding__page_number(to, (uint64_t)cents / 100));
    return text;
}

static void put_cards(page *to)
{
    const tally *seen = to->seen;
    fputs("<dl class=\"cards\">\n", to->file);
    put_card(to, "denial", coding__page_number(to, seen->stand[STANDS_DENIED]), "will not be paid as they stand");
    put_card(to, "warning", coding__page_number(to, seen->stand[STANDS_WARNED]), "ask a person to look");
    if (seen->stand[STANDS_UNCHECKED])
        put_card(to, "unchecked", coding__page_number(to, seen->stand[STANDS_UNCHECKED]),
                 "could not be checked wholly");
    put_card(to, "fine", coding__page_number(to, seen->stand[STANDS_FINE]), "meet no objection");
    if (seen->stake) put_card(to, "stake", rounded(to, seen->stake), "at stake: lines that are denied");
    if (seen->charge) put_card(to, "plain", rounded(to, seen->charge), "charged in all");
    if (seen->troubles)
        put_card(to, "denial", coding__page_number(to, seen->troubles), "places in the text are broken");
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
            coding__page_put(to, "<i class=\"%s\" style=\"width:%.2f%%\"></i>", names[i],
                             coding__page_share((double)seen->stand[i], (double)seen->claims));
    fputs("</div>\n", to->file);
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
        fputs("<li>", to->file);
        coding__page_text(to, coding_claim_rule_title((coding_claim_rule)i));
        coding__page_put(to, ", of %s %s: ", coding__page_number(to, rule->unchecked),
                         rule->unchecked == 1 ? "claim" : "claims, the first");
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
    coding__page_put(to, "</td><td><span class=\"tag %s\">%s</span></td><td>", kinds[of->severity],
                     kinds[of->severity]);
    coding__page_text(to, of->place);
    fputs("</td><td>", to->file);
    coding__page_text(to, of->sentence);
    fputs("<small>", to->file);
    coding__page_text(to, *of->source ? of->source : "the form of claims");
    coding__page_put(to, "</small></td><td class=\"n\">%s</td></tr>\n", coding__page_money(to, of->stake));
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
    uint64_t    sum = coding__page_sum(of);
    coding__page_put(to, "<section id=\"%s\">\n<h3>", coding_claim_rule_name((coding_claim_rule)rule));
    coding__page_text(to, coding_claim_rule_title((coding_claim_rule)rule));
    coding__page_put(to, "</h3>\n<p>%s %s", coding__page_number(to, sum), sum == 1 ? "finding" : "findings");
    if (sum > of->example_count)
        coding__page_put(to, "; %s are shown, the loudest and dearest of them",
                         coding__page_number(to, of->example_count));
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
        coding__page_put(to, " The first %s of %s.", coding__page_number(to, seen->troubled_count),
                         coding__page_number(to, seen->troubles));
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
          "</footer>\n",
          to->file);
}

bool coding__review_page(reviewing *of, FILE *file)
{
    page to = {.file = file, .seen = &of->seen};
    coding__page_sort_rules(&to);
    coding__page_sort_providers(&to);
    coding__html_begin(file, "Review of claims", coding__review_style);
    put_sources(&to, of);
    put_cards(&to);
    put_standing(&to);
    coding__page_rules(&to);
    coding__page_stakes(&to);
    coding__page_providers(&to);
    put_unchecked(&to);
    if (to.rule_count) fputs("<h2>Findings, each with its claim and its row</h2>\n", file);
    for (size_t i = 0; i < to.rule_count; i++) put_examples(&to, to.rules[i]);
    put_troubles(&to);
    put_foot(&to);
    return coding__html_end(file);
}
