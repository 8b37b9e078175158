/* A grouping as lines for a person, as rows, as an object. */
#include "tool/group.h"

#include <string.h>

#include "tool/json.h"

enum { CODE_COLUMN = 10, CC_COLUMN = 6, WEIGHT_TEXT = 32, QUERIES_SHOWN = 8 };

static void print_drg(output *out, const char *name, const coding_drg *drg)
{
    coding__output_printf(out, "%s", name);
    coding__output_style(out, drg->reason ? BAD : STRONG);
    coding__output_printf(out, "%03u", drg->drg);
    coding__output_style(out, PLAIN);
    if (*drg->title) coding__output_printf(out, "  %s", drg->title);
    if (drg->reason) coding__output_printf(out, "  %s", coding_drg_return_name(drg->reason));
    else coding__output_printf(out, "  MDC %02u, %s", drg->mdc, coding_drg_type_name(drg->type));
    coding__output_line(out);
    if (!*drg->condition) return;
    coding__output_style(out, DIM);
    coding__output_printf(out, "     by %s [%s, line %u]", drg->condition, drg->source.table ? drg->source.table : "",
                          drg->source.line);
    coding__output_style(out, PLAIN);
    coding__output_line(out);
}

static const char *weight_text(const session *asked, const stay_words *words, uint32_t drg, char text[WEIGHT_TEXT])
{
    coding_drg_weight weight = coding_drg_weight_of(asked->book, drg, words->stay.discharged);
    if (weight.status != CODING_OK) return "";
    snprintf(text, WEIGHT_TEXT, "%.4f\t%.1f\t%.1f", weight.weight, weight.geometric, weight.arithmetic);
    return text;
}

static void print_weight(const session *asked, const stay_words *words, uint32_t drg)
{
    coding_drg_weight weight = coding_drg_weight_of(asked->book, drg, words->stay.discharged);
    if (weight.status != CODING_OK) return;
    coding__output_printf(asked->out, "     weight %.4f, mean stay %.1f days (geometric), %.1f (arithmetic)%s\n",
                          weight.weight, weight.geometric, weight.arithmetic,
                          weight.post_acute ? ", post-acute transfers by the day" : "");
}

static const char *code_text(coding_code code, char text[CODING_CODE_TEXT])
{
    return code ? coding_code_format(code, text) : "?";
}

/* What a column holds, and then a reason, with nothing behind the last of them. */
static void print_column(output *out, const char *text, bool more)
{
    if (more) coding__output_padded(out, PLAIN, text, CC_COLUMN);
    else coding__output_printf(out, "%s", text);
}

static void print_diagnosis(const session *asked, const coding_grouped_diagnosis *one, bool principal)
{
    output *out = asked->out;
    char    text[CODING_CODE_TEXT];
    coding__output_printf(out, one->makes_last ? "  * " : "    ");
    coding__output_padded(out, STRONG, code_text(one->code, text), CODE_COLUMN);
    if (!one->known) coding__output_printf(out, "unknown to this version");
    else print_column(out, one->listed ? coding_cc_name(one->listed) : "-", principal || one->why);
    if (one->why && !principal) coding__output_printf(out, "%s", coding_cc_reason_name(one->why));
    if (one->excluded_by) coding__output_printf(out, " by %s", code_text(one->excluded_by, text));
    if (one->hac) coding__output_printf(out, " (HAC %02u)", one->hac);
    if (principal) coding__output_printf(out, one->known ? "principal" : ", principal");
    coding__output_line(out);
}

static void print_procedure(const session *asked, const coding_grouped_procedure *one, uint32_t version)
{
    output     *out = asked->out;
    const char *attributes = coding_group_attributes(asked->desk, one->code, version);
    char        text[CODING_CODE_TEXT];
    coding__output_printf(out, one->makes_last ? "  * " : "    ");
    coding__output_padded(out, STRONG, code_text(one->code, text), CODE_COLUMN);
    if (!one->known) coding__output_printf(out, "unknown to this version");
    else print_column(out, one->is_or ? "O.R." : "-", *attributes || one->muted);
    coding__output_styled(out, DIM, attributes);
    if (one->muted) coding__output_printf(out, " (a cluster stands for it)");
    coding__output_line(out);
}

static void print_change(output *out, const coding_group_change *one)
{
    char text[CODING_CODE_TEXT];
    if (one->added) coding__output_printf(out, "    with one more %s: ", coding_cc_name(one->added));
    else coding__output_printf(out, "    without %s: ", code_text(one->code, text));
    coding__output_printf(out, *one->title ? "%03u %s\n" : "%03u\n", one->drg, one->title);
}

static bool is_alike(const coding_group_query *a, const coding_group_query *b)
{
    return a->place.number == b->place.number && a->severity == b->severity && a->drg == b->drg;
}

/* Those of one diagnosis that would be the same, in a line. */
static void print_alike(output *out, const coding_group_query *one, const coding_group_query *past)
{
    char   reported[CODING_CODE_TEXT], text[CODING_CODE_TEXT];
    size_t count = 0;
    coding__output_printf(out, "    query %s, %s in its category: %03u%s%s:", code_text(one->reported, reported),
                          coding_cc_name(one->severity), one->drg, *one->title ? " " : "", one->title);
    for (const coding_group_query *other = one; other < past; other++) {
        if (!is_alike(one, other)) continue;
        if (count++ < QUERIES_SHOWN) coding__output_printf(out, " %s", code_text(other->code, text));
    }
    if (count > QUERIES_SHOWN) coding__output_printf(out, " and %u more", (unsigned)(count - QUERIES_SHOWN));
    coding__output_line(out);
}

static void print_queries(output *out, const coding_group_queries *queries)
{
    for (size_t i = 0; i < queries->count; i++) {
        bool told = false;
        for (size_t before = 0; before < i && !told; before++)
            told = is_alike(&queries->items[before], &queries->items[i]);
        if (!told) print_alike(out, &queries->items[i], queries->items + queries->count);
    }
}

static void print_lines(const session *asked, const stay_words *words, const stay_answer *answer)
{
    output                     *out = asked->out;
    const coding_grouping      *all = &answer->grouping;
    const coding_group_changes *changes = &answer->changes;
    coding__output_printf(out, "stay %s, MS-DRG v%u.%u\n", words->id, all->version / 10, all->version % 10);
    if (all->first.drg != all->last.drg) print_drg(out, "  at first ", &all->first);
    print_drg(out, "  ", &all->last);
    print_weight(asked, words, all->last.drg);
    for (size_t i = 0; i < all->diagnosis_count; i++) print_diagnosis(asked, &all->diagnoses[i], i == 0);
    for (size_t i = 0; i < all->procedure_count; i++) print_procedure(asked, &all->procedures[i], all->version);
    for (size_t i = 0; i < all->cluster_count; i++)
        coding__output_printf(out, "  %s cluster %s\n", all->clusters[i].makes_last ? "*" : " ", all->clusters[i].name);
    for (size_t i = 0; i < changes->count; i++) print_change(out, &changes->items[i]);
    print_queries(out, &answer->queries);
}

static void print_stay_row(const session *asked, const stay_words *words, const coding_grouping *all)
{
    output           *out = asked->out;
    const coding_drg *last = &all->last;
    char              text[WEIGHT_TEXT];
    const char       *weight = weight_text(asked, words, last->drg, text);
    coding__output_printf(out, "stay\t%s\t%u\t%03u\t%02u\t%03u\t%02u\t%s\t%s\t%s\t%s\t", words->id, all->version,
                          all->first.drg, all->first.mdc, last->drg, last->mdc, coding_drg_type_name(last->type),
                          coding_cc_name(last->severity), coding_drg_return_name(last->reason),
                          *weight ? weight : "\t\t");
    OUTPUT_ROW(out, last->condition, last->title);
}

static void print_code_rows(const session *asked, const stay_words *words, const coding_grouping *all)
{
    output *out = asked->out;
    char    text[CODING_CODE_TEXT];
    for (size_t i = 0; i < all->diagnosis_count; i++) {
        const coding_grouped_diagnosis *one = &all->diagnoses[i];
        coding__output_printf(out, "diagnosis\t%s\t%s\t", words->id, code_text(one->code, text));
        coding__output_printf(out, "%s\t%s\t%s\t%u\t%s\n", coding_cc_name(one->listed), coding_cc_name(one->counted),
                              one->known ? coding_cc_reason_name(one->why) : "unknown", one->hac,
                              one->makes_last ? "makes" : "");
    }
    for (size_t i = 0; i < all->procedure_count; i++) {
        const coding_grouped_procedure *one = &all->procedures[i];
        coding__output_printf(out, "procedure\t%s\t%s\t", words->id, code_text(one->code, text));
        coding__output_printf(out, "%s\t%s\n", !one->known ? "unknown" : one->is_or ? "or" : "non-or",
                              one->makes_last ? "makes" : "");
    }
}

static void print_change_rows(const session *asked, const stay_words *words, const stay_answer *answer)
{
    output *out = asked->out;
    char    text[CODING_CODE_TEXT], other[CODING_CODE_TEXT];
    for (size_t i = 0; i < answer->changes.count; i++) {
        const coding_group_change *one = &answer->changes.items[i];
        coding__output_printf(out, "%s\t%s\t%s\t%03u\t%s\n", one->added ? "with" : "without", words->id,
                              one->added ? coding_cc_name(one->added) : code_text(one->code, text), one->drg,
                              one->title);
    }
    for (size_t i = 0; i < answer->queries.count; i++) {
        const coding_group_query *one = &answer->queries.items[i];
        coding__output_printf(out, "query\t%s\t%s\t%s\t%s\t%03u\t%s\n", words->id, code_text(one->reported, text),
                              code_text(one->code, other), coding_cc_name(one->severity), one->drg, one->title);
    }
}

static void write_drg(json *to, const char *name, const coding_drg *drg)
{
    char text[8];
    coding__json_object(to, name);
    snprintf(text, sizeof text, "%03u", drg->drg);
    coding__json_text(to, "drg", text);
    coding__json_number(to, "mdc", drg->mdc);
    coding__json_text(to, "type", coding_drg_type_name(drg->type));
    coding__json_text(to, "return", coding_drg_return_name(drg->reason));
    coding__json_text(to, "severity", coding_cc_name(drg->severity));
    coding__json_text(to, "title", drg->title);
    coding__json_text(to, "condition", drg->condition);
    coding__json_source(to, "source", drg->source);
    coding__json_object_end(to);
}

static void write_diagnosis(json *to, const coding_grouped_diagnosis *one)
{
    char text[CODING_CODE_TEXT];
    coding__json_object(to, NULL);
    coding__json_text(to, "code", code_text(one->code, text));
    coding__json_truth(to, "known", one->known);
    coding__json_text(to, "listed", coding_cc_name(one->listed));
    coding__json_text(to, "counted", coding_cc_name(one->counted));
    coding__json_text(to, "why", coding_cc_reason_name(one->why));
    coding__json_text(to, "excluded_by", one->excluded_by ? coding_code_format(one->excluded_by, text) : NULL);
    coding__json_number(to, "hac", one->hac);
    coding__json_truth(to, "makes", one->makes_last);
    coding__json_object_end(to);
}

static void write_procedure(json *to, const coding_grouped_procedure *one)
{
    char text[CODING_CODE_TEXT];
    coding__json_object(to, NULL);
    coding__json_text(to, "code", code_text(one->code, text));
    coding__json_truth(to, "known", one->known);
    coding__json_truth(to, "or", one->is_or);
    coding__json_truth(to, "muted", one->muted);
    coding__json_truth(to, "makes", one->makes_last);
    coding__json_object_end(to);
}

static void write_change(json *to, const coding_group_change *one)
{
    char text[CODING_CODE_TEXT], drg[8];
    snprintf(drg, sizeof drg, "%03u", one->drg);
    coding__json_object(to, NULL);
    coding__json_text(to, "without", one->added ? NULL : code_text(one->code, text));
    coding__json_text(to, "with", one->added ? coding_cc_name(one->added) : NULL);
    coding__json_text(to, "drg", drg);
    coding__json_object_end(to);
}

static void write_query(json *to, const coding_group_query *one)
{
    char text[CODING_CODE_TEXT], drg[8];
    snprintf(drg, sizeof drg, "%03u", one->drg);
    coding__json_object(to, NULL);
    coding__json_text(to, "reported", code_text(one->reported, text));
    coding__json_text(to, "code", code_text(one->code, text));
    coding__json_text(to, "severity", coding_cc_name(one->severity));
    coding__json_text(to, "drg", drg);
    coding__json_object_end(to);
}

static void write_weight(json *to, const session *asked, const stay_words *words, uint32_t drg)
{
    char              text[WEIGHT_TEXT];
    coding_drg_weight weight = coding_drg_weight_of(asked->book, drg, words->stay.discharged);
    bool              is_there = weight.status == CODING_OK;
    snprintf(text, sizeof text, "%.4f", weight.weight);
    coding__json_text(to, "weight", is_there ? text : NULL);
    snprintf(text, sizeof text, "%.1f", weight.geometric);
    coding__json_text(to, "geometric", is_there ? text : NULL);
    snprintf(text, sizeof text, "%.1f", weight.arithmetic);
    coding__json_text(to, "arithmetic", is_there ? text : NULL);
}

static void print_object(const session *asked, const stay_words *words, const stay_answer *answer)
{
    json                   to = {.out = asked->out};
    const coding_grouping *all = &answer->grouping;
    coding__json_object(&to, NULL);
    coding__json_text(&to, "stay", words->id);
    coding__json_number(&to, "version", all->version);
    write_drg(&to, "first", &all->first);
    write_drg(&to, "last", &all->last);
    write_weight(&to, asked, words, all->last.drg);
    coding__json_list(&to, "diagnoses");
    for (size_t i = 0; i < all->diagnosis_count; i++) write_diagnosis(&to, &all->diagnoses[i]);
    coding__json_list_end(&to);
    coding__json_list(&to, "procedures");
    for (size_t i = 0; i < all->procedure_count; i++) write_procedure(&to, &all->procedures[i]);
    coding__json_list_end(&to);
    coding__json_list(&to, "changes");
    for (size_t i = 0; i < answer->changes.count; i++) write_change(&to, &answer->changes.items[i]);
    coding__json_list_end(&to);
    coding__json_list(&to, "queries");
    for (size_t i = 0; i < answer->queries.count; i++) write_query(&to, &answer->queries.items[i]);
    coding__json_list_end(&to);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

void coding__group_print(const session *asked, const stay_words *words, const stay_answer *answer)
{
    switch (asked->out->format) {
    case FOR_PEOPLE: print_lines(asked, words, answer); break;
    case AS_TSV:
        print_stay_row(asked, words, &answer->grouping);
        print_code_rows(asked, words, &answer->grouping);
        print_change_rows(asked, words, answer);
        break;
    case AS_JSON: print_object(asked, words, answer); break;
    }
}
