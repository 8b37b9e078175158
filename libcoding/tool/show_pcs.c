/* The axes of ICD-10-PCS codes, and what may follow a beginning of one. */
#include "tool/show.h"

#include <string.h>

enum { CODES_SHOWN = 20, CODE_COLUMN = 10 };

/* The label of one character: among the values that may follow what stands before it. */
static const char *label_of(session *asked, const char *text, size_t at, coding_date on)
{
    coding_values values = coding_values_after(asked->desk, CODING_ICD10PCS, text, at, on);
    for (size_t i = 0; i < values.count; i++) {
        if (values.items[i].character == text[at]) return values.items[i].label;
    }
    return "";
}

size_t coding__show_axes(session *asked, const char *text, size_t length, coding_date on, axis axes[AXES])
{
    size_t count = length < AXES ? length : AXES;
    for (size_t i = 0; i < count; i++) {
        const char *name = coding_pcs_axis(text[0], (unsigned)i + 1);
        axes[i] = (axis){.name = name ? name : "", .label = label_of(asked, text, i, on), .character = text[i]};
    }
    return count;
}

void coding__show_values_lines(output *out, const coding_values *values)
{
    char number[NUMBER_TEXT];
    coding__output_line(out);
    coding__output_styled(out, STRONG, values->axis ? values->axis : "What may follow");
    coding__output_line(out);
    for (size_t i = 0; i < values->count; i++) {
        const coding_value *value = &values->items[i];
        coding__output_printf(out, "  %c  ", value->character);
        coding__output_text(out, value->label);
        coding__output_style(out, DIM);
        coding__output_printf(out, "  (%s code%s)", coding__output_number(out, value->codes, number),
                              value->codes == 1 ? "" : "s");
        coding__output_style(out, PLAIN);
        coding__output_line(out);
    }
}

void coding__show_values_rows(output *out, const coding_values *values)
{
    char number[NUMBER_TEXT];
    for (size_t i = 0; i < values->count; i++) {
        const coding_value *value = &values->items[i];
        char                character[2] = {value->character, '\0'};
        OUTPUT_ROW(out, "value", character, value->label, coding__output_number(out, value->codes, number));
    }
}

void coding__show_values_members(json *to, const coding_values *values)
{
    coding__json_text(to, "axis", values->axis);
    coding__json_list(to, "values");
    for (size_t i = 0; i < values->count; i++) {
        coding__json_object(to, NULL);
        coding__json_bytes(to, "character", &values->items[i].character, 1);
        coding__json_text(to, "label", values->items[i].label);
        coding__json_number(to, "codes", values->items[i].codes);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void list_lines(session *asked, const beginning *of)
{
    output *out = asked->out;
    char    code[CODING_CODE_TEXT], number[NUMBER_TEXT], day[DAY_TEXT];
    coding__output_padded(out, STRONG, of->text, CODE_COLUMN);
    coding__output_printf(out, "the beginning of %s ICD-10-PCS code%s on %s\n",
                          coding__output_number(out, of->total, number), of->total == 1 ? "" : "s",
                          coding__output_day(of->on, day));
    for (size_t i = 0; i < of->axis_count; i++) {
        coding__output_printf(out, "  %c  ", of->axes[i].character);
        coding__output_padded(out, DIM, of->axes[i].name, 24);
        coding__output_wrapped(out, PLAIN, 29, of->axes[i].label);
    }
    coding__show_values_lines(out, &of->values);
    if (of->codes.count) coding__output_line(out);
    for (size_t i = 0; i < of->codes.count; i++) {
        coding_code_format(coding_entry_code(of->codes.items[i]), code);
        coding__output_padded(out, STRONG, code, CODE_COLUMN);
        coding__output_wrapped(out, PLAIN, CODE_COLUMN, coding_entry_title(asked->desk, of->codes.items[i], of->on));
    }
}

static void list_rows(session *asked, const beginning *of)
{
    char code[CODING_CODE_TEXT];
    OUTPUT_ROW(asked->out, "beginning", "icd10pcs", of->text, "");
    for (size_t i = 0; i < of->axis_count; i++) {
        char character[2] = {of->axes[i].character, '\0'};
        OUTPUT_ROW(asked->out, "axis", character, of->axes[i].label, of->axes[i].name);
    }
    coding__show_values_rows(asked->out, &of->values);
    for (size_t i = 0; i < of->codes.count; i++) {
        coding_code_format(coding_entry_code(of->codes.items[i]), code);
        OUTPUT_ROW(asked->out, "code", code, coding_entry_title(asked->desk, of->codes.items[i], of->on), "");
    }
}

static void write_axes(json *to, const beginning *of)
{
    coding__json_list(to, "axes");
    for (size_t i = 0; i < of->axis_count; i++) {
        coding__json_object(to, NULL);
        coding__json_bytes(to, "character", &of->axes[i].character, 1);
        coding__json_text(to, "axis", of->axes[i].name);
        coding__json_text(to, "label", of->axes[i].label);
        coding__json_object_end(to);
    }
    coding__json_list_end(to);
}

static void write_object(session *asked, const beginning *of)
{
    json to = {.out = asked->out};
    coding__json_object(&to, NULL);
    coding__json_text(&to, "beginning", of->text);
    coding__json_text(&to, "system", "icd10pcs");
    coding__json_day(&to, "on", of->on);
    coding__json_number(&to, "codes", of->total);
    write_axes(&to, of);
    coding__show_values_members(&to, &of->values);
    coding__json_object_end(&to);
    coding__json_line(&to);
}

bool coding__show_beginning(session *asked, const char *text, size_t length)
{
    char      upper[AXES + 1] = {0};
    beginning of = {.text = upper, .length = length};
    if (!length || length >= AXES) return false;
    for (size_t i = 0; i < length; i++) {
        upper[i] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
    }
    of.on = coding__session_day(asked, CODING_ICD10PCS);
    if (!of.on) of.on = coding_book_newest(asked->book, CODING_ICD10PCS);
    of.values = coding_values_after(asked->desk, CODING_ICD10PCS, upper, length, of.on);
    if (!of.values.count) return false;
    for (size_t i = 0; i < of.values.count; i++) of.total += of.values.items[i].codes;
    of.axis_count = coding__show_axes(asked, upper, length, of.on, of.axes);
    if (of.total <= CODES_SHOWN) {
        of.codes = coding_complete(asked->desk, CODING_ICD10PCS, upper, length, of.on, CODES_SHOWN);
    }
    switch (asked->out->format) {
    case FOR_PEOPLE: list_lines(asked, &of); break;
    case AS_TSV: list_rows(asked, &of); break;
    case AS_JSON: write_object(asked, &of); break;
    }
    return true;
}
