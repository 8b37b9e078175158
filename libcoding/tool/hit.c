#include "tool/hit.h"

#include "tool/json.h"
#include "tool/marking.h"

#include <string.h>

enum { CODE_COLUMN = 12 };

static const char *field_name(coding_field field)
{
    switch (field) {
    case CODING_FIELD_CODE: return "code";
    case CODING_FIELD_TITLE: return "title";
    case CODING_FIELD_INCLUSION: return "inclusion";
    case CODING_FIELD_INDEX: return "index";
    }
    return "title";
}

static const char *link_name(coding_link link)
{
    switch (link) {
    case CODING_LINK_WORD: return "word";
    case CODING_LINK_SPELLING: return "spelling";
    case CODING_LINK_PARTED: return "parted";
    case CODING_LINK_SYNONYM: return "synonym";
    case CODING_LINK_LAY: return "lay";
    case CODING_LINK_ABBREVIATION: return "abbreviation";
    case CODING_LINK_PARTS: return "parts";
    }
    return "word";
}

/* What the link is called beside the word it led to; NULL for the word itself, of which nothing need be said. */
static const char *link_words(coding_link link)
{
    switch (link) {
    case CODING_LINK_WORD:
    case CODING_LINK_PARTED: return NULL;
    case CODING_LINK_SPELLING: return "spelling";
    case CODING_LINK_SYNONYM: return "synonym";
    case CODING_LINK_LAY: return "lay term";
    case CODING_LINK_ABBREVIATION: return "abbreviation";
    case CODING_LINK_PARTS: return "word parts";
    }
    return NULL;
}

static const struct {
    coding_axis axis;
    const char *name;
} axes[] = {
    {CODING_AXIS_SIDE, "side"},
    {CODING_AXIS_ENCOUNTER, "encounter"},
    {CODING_AXIS_OTHER, "detail"},
};
enum { AXES = sizeof axes / sizeof *axes };

static const char *title_of(const session *asked, const coding_hit *hit)
{
    coding_date on = coding__session_day(asked, coding_code_system(coding_entry_code(hit->entry)));
    return coding_entry_title(asked->desk, hit->entry, on);
}

static void begin_line(output *out, bool *begun, const char *between)
{
    if (!*begun) coding__output_printf(out, "%*s", CODE_COLUMN, "");
    else coding__output_printf(out, "%s", between);
    *begun = true;
}

/* "Index: Sprain, ankle" where the title does not say it already. */
static void tell_field(output *out, const coding_hit *hit, const char *title, const char *question)
{
    bool is_said = hit->field == CODING_FIELD_TITLE || hit->field == CODING_FIELD_CODE || strcmp(hit->why, title) == 0;
    if (is_said || !*hit->why) return;
    coding__output_printf(out, "%*s", CODE_COLUMN, "");
    coding__output_styled(out, DIM, hit->field == CODING_FIELD_INDEX ? "Index: " : "inclusion term: ");
    coding__marking_write(out, hit->why, question);
    coding__output_line(out);
}

/* Did a word lead to another one? Its own forms need no word. */
static bool is_telling(const coding_evidence *evidence, const char *question)
{
    const coding_span *span = &evidence->span;
    if (!link_words(evidence->link) || span->offset + span->length > strlen(question)) return false;
    return !coding__marking_is_same(question + span->offset, span->length, evidence->found, strlen(evidence->found));
}

static bool is_of_one_word(const coding_evidence *a, const coding_evidence *b)
{
    return a->link == b->link && a->span.offset == b->span.offset && a->span.length == b->span.length;
}

/* "mi = myocardial infarction (abbreviation)"; answers how many pieces of evidence were told. */
static size_t tell_word(output *out, const coding_hit *hit, size_t first, const char *question)
{
    const coding_evidence *evidence = &hit->evidence[first];
    size_t                 past = first;
    coding__output_bytes(out, question + evidence->span.offset, evidence->span.length);
    coding__output_printf(out, " =");
    for (; past < hit->evidence_count && is_of_one_word(evidence, &hit->evidence[past]); past++) {
        coding__output_printf(out, " %s", hit->evidence[past].found);
    }
    coding__output_printf(out, " (%s)", link_words(evidence->link));
    return past - first;
}

/* Each word that led to another one; and what was taken by default. */
static void tell_reading(output *out, const coding_hit *hit, const char *question)
{
    bool begun = false, opened = false;
    coding__output_style(out, DIM);
    for (size_t i = 0; i < hit->evidence_count;) {
        bool telling = is_telling(&hit->evidence[i], question);
        if (telling) begin_line(out, &begun, "; ");
        i += telling ? tell_word(out, hit, i, question) : 1;
    }
    for (size_t i = 0; i < AXES; i++) {
        if (!(hit->open & axes[i].axis)) continue;
        if (!opened) begin_line(out, &begun, "; ");
        coding__output_printf(out, "%s%s", opened ? ", " : "not said: ", axes[i].name);
        opened = true;
    }
    coding__output_style(out, PLAIN);
    if (begun) coding__output_line(out);
}

void coding__hit_lines(session *asked, const coding_hit *hit, const char *question)
{
    output     *out = asked->out;
    char        code[CODING_CODE_TEXT];
    const char *title = title_of(asked, hit);
    coding_code_format(coding_entry_code(hit->entry), code);
    coding__output_padded(out, STRONG, code, CODE_COLUMN);
    coding__marking_write(out, title, question);
    coding__output_line(out);
    tell_field(out, hit, title, question);
    tell_reading(out, hit, question);
}

void coding__hit_row(session *asked, const coding_hit *hit)
{
    char code[CODING_CODE_TEXT], score[NUMBER_TEXT];
    snprintf(score, sizeof score, "%.4f", (double)hit->score);
    coding_code_format(coding_entry_code(hit->entry), code);
    OUTPUT_ROW(asked->out, code, title_of(asked, hit), field_name(hit->field), hit->why, score);
}

static void write_evidence(json *to, const coding_hit *hit, const char *question)
{
    coding__json_list(to, "evidence");
    for (size_t i = 0; i < hit->evidence_count; i++) {
        const coding_evidence *evidence = &hit->evidence[i];
        if (evidence->span.offset + evidence->span.length > strlen(question)) continue;
        coding__json_object(to, NULL);
        coding__json_bytes(to, "word", question + evidence->span.offset, evidence->span.length);
        coding__json_text(to, "link", link_name(evidence->link));
        coding__json_text(to, "found", evidence->found);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
    coding__json_list(to, "open");
    for (size_t i = 0; i < AXES; i++) {
        if (hit->open & axes[i].axis) coding__json_text(to, NULL, axes[i].name);
    }
    coding__json_list_end(to);
}

void coding__hit_value(session *asked, json *to, const coding_hit *hit, const char *question)
{
    coding_code code = coding_entry_code(hit->entry);
    coding__json_object(to, NULL);
    coding__json_code(to, "code", code);
    coding__json_text(to, "system", coding_book_system_name(asked->book, coding_code_system(code)));
    coding__json_text(to, "title", title_of(asked, hit));
    coding__json_text(to, "field", field_name(hit->field));
    coding__json_text(to, "why", hit->why);
    coding__json_real(to, "score", (double)hit->score);
    write_evidence(to, hit, question);
    coding__json_object_end(to);
}

void coding__hit_object(session *asked, const coding_hit *hit, const char *question)
{
    json to = {.out = asked->out};
    coding__hit_value(asked, &to, hit, question);
    coding__json_line(&to);
}
