#include "tool/json.h"

#include <inttypes.h>
#include <string.h>

static bool is_plain(unsigned char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; }

/* Writes one character that is not plain ASCII; answers its bytes. */
static size_t write_special(FILE *file, const char *text, size_t length)
{
    unsigned char c = (unsigned char)*text;
    size_t        bytes = coding__output_sequence(text, length);
    if (c == '"' || c == '\\') fprintf(file, "\\%c", c);
    else if (c < ' ' || c == 0x7F) fprintf(file, "\\u%04x", c);
    else if (bytes) fwrite(text, 1, bytes, file);
    else fputs("\\ufffd", file);
    return bytes ? bytes : 1;
}

static void write_string(FILE *file, const char *text, size_t length)
{
    putc('"', file);
    for (size_t i = 0; i < length;) {
        size_t plain = 0;
        while (i + plain < length && is_plain((unsigned char)text[i + plain])) plain++;
        if (plain) fwrite(text + i, 1, plain, file);
        i += plain;
        if (i < length) i += write_special(file, text + i, length - i);
    }
    putc('"', file);
}

/* Comma and name before a value. */
static FILE *begin(json *to, const char *name)
{
    FILE *file = to->out->file;
    if (to->comma) putc(',', file);
    if (name) {
        write_string(file, name, strlen(name));
        putc(':', file);
    }
    to->comma = true;
    return file;
}

static void open_with(json *to, const char *name, char bracket)
{
    putc(bracket, begin(to, name));
    to->comma = false;
}

static void close_with(json *to, char bracket)
{
    putc(bracket, to->out->file);
    to->comma = true;
}

void coding__json_object(json *to, const char *name) { open_with(to, name, '{'); }

void coding__json_object_end(json *to) { close_with(to, '}'); }

void coding__json_list(json *to, const char *name) { open_with(to, name, '['); }

void coding__json_list_end(json *to) { close_with(to, ']'); }

void coding__json_line(json *to)
{
    putc('\n', to->out->file);
    to->comma = false;
}

void coding__json_bytes(json *to, const char *name, const char *text, size_t length)
{
    write_string(begin(to, name), text, length);
}

void coding__json_text(json *to, const char *name, const char *text)
{
    FILE *file = begin(to, name);
    if (text) write_string(file, text, strlen(text));
    else fputs("null", file);
}

void coding__json_number(json *to, const char *name, uint64_t number) { fprintf(begin(to, name), "%" PRIu64, number); }

void coding__json_real(json *to, const char *name, double number) { fprintf(begin(to, name), "%.4f", number); }

void coding__json_truth(json *to, const char *name, bool truth) { fputs(truth ? "true" : "false", begin(to, name)); }

void coding__json_day(json *to, const char *name, coding_date day)
{
    char text[DAY_TEXT];
    coding__json_text(to, name, day ? coding__output_day(day, text) : NULL);
}

void coding__json_code(json *to, const char *name, coding_code code)
{
    char text[CODING_CODE_TEXT];
    coding__json_text(to, name, code ? coding_code_format(code, text) : NULL);
}

void coding__json_source(json *to, const char *name, coding_source source)
{
    if (!source.release) {
        coding__json_text(to, name, NULL);
        return;
    }
    coding__json_object(to, name);
    coding__json_text(to, "release", source.release);
    coding__json_text(to, "table", source.table);
    coding__json_number(to, "line", source.line);
    coding__json_object_end(to);
}
