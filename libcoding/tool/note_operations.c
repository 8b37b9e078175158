#include "tool/note_operations.h"

#include <string.h>

enum { CODE_WIDTH = 10, AXIS_WIDTH = 24, AXES = 7, VALUES_SHOWN = 12 };

bool coding__has_operation(const coding_operations *read)
{
    for (size_t i = 0; i < read->count; i++)
        if (!read->items[i].withheld && read->items[i].codes) return true;
    return false;
}

static void print_quoted(session *asked, const char *text, coding_span span)
{
    coding__output_text(asked->out, "\"");
    coding__output_bytes(asked->out, text + span.offset, span.length);
    coding__output_text(asked->out, "\"");
}

static void print_why(session *asked, const char *text, const coding_operation *one)
{
    coding__output_printf(asked->out, "%*s%s%s: ", CODE_WIDTH, "", one->withheld ? "withheld, " : "",
                          coding_outcome_name(one->outcome));
    print_quoted(asked, text, one->span);
    if (one->cue.length) coding__output_text(asked->out, ", "), print_quoted(asked, text, one->cue);
    if (*one->root) coding__output_printf(asked->out, "; %s %s", one->root, one->definition);
    if (*one->guideline) coding__output_printf(asked->out, " (%s)", one->guideline);
    coding__output_line(asked->out);
}

static void print_open(session *asked, const coding_operation_axis *axis)
{
    coding__output_printf(asked->out, "%*s%s?", CODE_WIDTH, "", axis->name);
    for (size_t i = 0; i < axis->value_count && i < VALUES_SHOWN; i++)
        coding__output_printf(asked->out, "%s %c %s", i ? "," : "", axis->values[i].character, axis->values[i].label);
    if (axis->value_count > VALUES_SHOWN)
        coding__output_printf(asked->out, ", and %zu more", axis->value_count - VALUES_SHOWN);
    coding__output_line(asked->out);
    coding__output_printf(asked->out, "%*s", CODE_WIDTH, "");
    coding__output_wrapped(asked->out, DOUBTFUL, CODE_WIDTH, axis->query);
}

static const char *title_of(session *asked, const coding_operation *one)
{
    return one->open ? "" : coding_entry_title(asked->desk, one->entry, 0);
}

static void print_services(session *asked, const coding_operation *one)
{
    char code[CODING_CODE_TEXT];
    for (size_t i = 0; i < one->service_count; i++) {
        coding_entry entry = one->services[i].entry;
        coding__output_printf(asked->out, "%*s%s ", CODE_WIDTH, "", coding_code_format(coding_entry_code(entry), code));
        coding__output_wrapped(asked->out, DIM, CODE_WIDTH + 6, coding_entry_title(asked->desk, entry, 0));
    }
}

/* The title; where something is open, what is settled. */
static void print_title(session *asked, const coding_operation *one)
{
    char   said[256] = "";
    size_t put = 0;
    for (unsigned axis = 1; axis < AXES && one->open; axis++) {
        const coding_operation_axis *of = &one->axes[axis];
        if (of->value == '_' || (of->value == 'Z' && axis > 4) || put >= sizeof said) continue;
        put += (size_t)snprintf(said + put, sizeof said - put, "%s%s", put ? ", " : "", of->label);
    }
    style how = one->withheld ? DIM : PLAIN;
    coding__output_wrapped(asked->out, how, CODE_WIDTH, one->open ? said : title_of(asked, one));
}

static void print_operation(session *asked, const char *text, const coding_operation *one)
{
    coding__output_padded(asked->out, one->withheld ? DIM : STRONG, one->code, CODE_WIDTH);
    print_title(asked, one);
    print_why(asked, text, one);
    for (unsigned axis = 0; axis < AXES; axis++)
        if (one->open >> axis & 1) print_open(asked, &one->axes[axis]);
    print_services(asked, one);
}

void coding__print_operations(session *asked, const char *text, const coding_operations *read)
{
    for (size_t i = 0; i < read->count; i++) print_operation(asked, text, &read->items[i]);
}

static void print_rows(session *asked, const coding_operation *one, const char *offset, const char *length)
{
    OUTPUT_ROW(asked->out, one->withheld ? "operation-withheld" : "operation", one->code,
               coding_outcome_name(one->outcome), offset, length, one->root, one->guideline, title_of(asked, one));
    for (unsigned axis = 0; axis < AXES; axis++) {
        const coding_operation_axis *of = &one->axes[axis];
        char                         value[2] = {of->value, '\0'};
        OUTPUT_ROW(asked->out, "axis", value, of->name, coding_ground_name(of->ground), of->label, of->guideline,
                   of->query ? of->query : "");
    }
}

void coding__print_operation_rows(session *asked, const char *text, const coding_operations *read)
{
    char offset[NUMBER_TEXT], length[NUMBER_TEXT];
    (void)text;
    for (size_t i = 0; i < read->count; i++) {
        const coding_operation *one = &read->items[i];
        print_rows(asked, one, coding__output_number(asked->out, one->span.offset, offset),
                   coding__output_number(asked->out, one->span.length, length));
    }
}

static void json_span(json *to, const char *name, coding_span span)
{
    coding__json_object(to, name);
    coding__json_number(to, "offset", span.offset);
    coding__json_number(to, "length", span.length);
    coding__json_object_end(to);
}

static void json_values(json *to, const coding_operation_axis *axis)
{
    coding__json_list(to, "values");
    for (size_t i = 0; i < axis->value_count; i++) {
        coding__json_object(to, NULL);
        coding__json_bytes(to, "character", &axis->values[i].character, 1);
        coding__json_text(to, "label", axis->values[i].label);
        coding__json_number(to, "codes", axis->values[i].codes);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void json_axis(json *to, const coding_operation_axis *axis)
{
    coding__json_object(to, NULL);
    coding__json_text(to, "axis", axis->name);
    coding__json_bytes(to, "value", &axis->value, 1);
    coding__json_text(to, "label", axis->label);
    coding__json_text(to, "ground", coding_ground_name(axis->ground));
    coding__json_text(to, "guideline", axis->guideline);
    if (axis->span.length) json_span(to, "span", axis->span);
    if (axis->query) json_values(to, axis), coding__json_text(to, "query", axis->query);
    coding__json_object_end(to);
}

static void json_services(json *to, session *asked, const coding_operation *one)
{
    coding__json_list(to, "services");
    for (size_t i = 0; i < one->service_count; i++) {
        coding__json_object(to, NULL);
        coding__json_code(to, "code", coding_entry_code(one->services[i].entry));
        coding__json_text(to, "title", coding_entry_title(asked->desk, one->services[i].entry, 0));
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void json_operation(json *to, session *asked, const char *text, const coding_operation *one)
{
    coding__json_object(to, NULL);
    coding__json_bytes(to, "text", text + one->span.offset, one->span.length);
    json_span(to, "span", one->span);
    if (one->cue.length) json_span(to, "cue", one->cue);
    coding__json_text(to, "code", one->code);
    coding__json_text(to, "title", title_of(asked, one));
    coding__json_text(to, "outcome", coding_outcome_name(one->outcome));
    coding__json_truth(to, "withheld", one->withheld);
    coding__json_text(to, "root", one->root);
    coding__json_text(to, "definition", one->definition);
    coding__json_text(to, "guideline", one->guideline);
    coding__json_number(to, "codes", one->codes);
    coding__json_number(to, "open", (uint64_t)__builtin_popcount(one->open));
    coding__json_list(to, "axes");
    for (unsigned axis = 0; axis < AXES; axis++) json_axis(to, &one->axes[axis]);
    coding__json_list_end(to);
    json_services(to, asked, one);
    coding__json_source(to, "source", one->source);
    coding__json_object_end(to);
}

void coding__print_operation_list(json *to, session *asked, const char *text, const coding_operations *read)
{
    coding__json_list(to, "operations");
    for (size_t i = 0; i < read->count; i++) json_operation(to, asked, text, &read->items[i]);
    coding__json_list_end(to);
}
