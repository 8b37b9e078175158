#define _POSIX_C_SOURCE 200809L

#include "tool/output.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { BUFFER = 1 << 16, NARROW = 40 };

static size_t terminal_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) return size.ws_col < NARROW ? NARROW : size.ws_col;
    return 80;
}

static bool wants_colour(bool terminal, colouring colour)
{
    const char *refused = getenv("NO_COLOR");
    const char *kind = getenv("TERM");
    if (colour != COLOUR_AUTO) return colour == COLOUR_ALWAYS;
    return terminal && !(refused && *refused) && kind && strcmp(kind, "dumb") != 0;
}

void coding__output_start(output *out, format as, colouring colour)
{
    out->file = stdout;
    out->format = as;
    out->terminal = isatty(STDOUT_FILENO);
    out->coloured = as == FOR_PEOPLE && wants_colour(out->terminal, colour);
    out->width = out->terminal ? terminal_width() : 0;
    setvbuf(stdout, NULL, out->terminal ? _IOLBF : _IOFBF, BUFFER);
}

bool coding__output_end(output *out)
{
    bool flushed = fflush(out->file) == 0;
    return flushed && !ferror(out->file);
}

int coding__complain(const char *words, ...)
{
    va_list list;
    va_start(list, words);
    fputs("coding: ", stderr);
    vfprintf(stderr, words, list);
    fputc('\n', stderr);
    va_end(list);
    return FAILED;
}

static bool is_plain(unsigned char c) { return c >= ' ' && c < 0x7F && c != '\\'; }

static void write_escape(output *out, unsigned char c)
{
    switch (c) {
    case '\t': fputs("\\t", out->file); return;
    case '\n': fputs("\\n", out->file); return;
    case '\r': fputs("\\r", out->file); return;
    case '\\': fputs("\\\\", out->file); return;
    default: fprintf(out->file, "\\x%02x", c);
    }
}

size_t coding__output_sequence(const char *text, size_t length)
{
    const unsigned char *at = (const unsigned char *)text;
    unsigned             lead = length ? at[0] : 0;
    bool                 is_lead = lead < 0x80 || (lead >= 0xC2 && lead <= 0xF4);
    size_t               need = !is_lead ? 0 : lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (!need || need > length) return 0;
    for (size_t i = 1; i < need; i++) {
        if ((at[i] & 0xC0) != 0x80) return 0;
    }
    if ((lead == 0xE0 && at[1] < 0xA0) || (lead == 0xED && at[1] >= 0xA0)) return 0; /* too long; a surrogate */
    if ((lead == 0xF0 && at[1] < 0x90) || (lead == 0xF4 && at[1] >= 0x90)) return 0; /* too long; past the last */
    return need;
}

/* Writes one character that is not plain ASCII; answers its bytes. */
static size_t write_special(output *out, const char *text, size_t length)
{
    unsigned char c = (unsigned char)*text;
    size_t        bytes = coding__output_sequence(text, length);
    bool          is_control = c < 0x80 || (bytes == 2 && c == 0xC2 && (unsigned char)text[1] < 0xA0);
    if (bytes && !is_control) fwrite(text, 1, bytes, out->file);
    else if (c < 0x80) write_escape(out, c);
    else fputs("\xEF\xBF\xBD", out->file);
    return bytes ? bytes : 1;
}

void coding__output_bytes(output *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t plain = 0;
        while (i + plain < length && is_plain((unsigned char)text[i + plain])) plain++;
        if (plain) fwrite(text + i, 1, plain, out->file);
        i += plain;
        if (i < length) i += write_special(out, text + i, length - i);
    }
}

void coding__output_text(output *out, const char *text) { coding__output_bytes(out, text, strlen(text)); }

void coding__output_printf(output *out, const char *words, ...)
{
    va_list list;
    va_start(list, words);
    vfprintf(out->file, words, list);
    va_end(list);
}

void coding__output_line(output *out) { putc('\n', out->file); }

static const char *sequence_of(style how)
{
    switch (how) {
    case PLAIN: return "\033[0m";
    case STRONG: return "\033[1m";
    case GOOD: return "\033[32m";
    case BAD: return "\033[31m";
    case DOUBTFUL: return "\033[33m";
    case DIM: return "\033[2m";
    case MATCH: return "\033[1;36m";
    case UNDERLINED: return "\033[4m";
    }
    return "";
}

void coding__output_style(output *out, style how)
{
    if (out->coloured) fputs(sequence_of(how), out->file);
}

void coding__output_styled(output *out, style how, const char *text)
{
    if (how != PLAIN) coding__output_style(out, how);
    coding__output_text(out, text);
    if (how != PLAIN) coding__output_style(out, PLAIN);
}

void coding__output_padded(output *out, style how, const char *text, size_t width)
{
    size_t taken = coding__output_width(text);
    coding__output_styled(out, how, text);
    fprintf(out->file, "%*s", taken < width ? (int)(width - taken) : 1, "");
}

size_t coding__output_width(const char *text)
{
    size_t columns = 0;
    for (; *text; text++) columns += ((unsigned char)*text & 0xC0) != 0x80; /* bytes that begin a character */
    return columns;
}

/* Columns of the word at `text`; its bytes in `bytes`. */
static size_t word_width(const char *text, size_t *bytes)
{
    size_t columns = 0;
    *bytes = strcspn(text, " ");
    for (size_t i = 0; i < *bytes; i++) columns += ((unsigned char)text[i] & 0xC0) != 0x80;
    return columns;
}

size_t coding__output_words(output *out, style how, size_t indent, size_t column, const char *text)
{
    if (how != PLAIN) coding__output_style(out, how);
    for (size_t bytes = 0; *text; text += bytes) {
        while (*text == ' ') text++;
        size_t wide = word_width(text, &bytes);
        if (column > indent && out->width && column + 1 + wide > out->width) {
            fprintf(out->file, "\n%*s", (int)indent, "");
            column = indent;
        } else if (column > indent && bytes) {
            putc(' ', out->file);
            column++;
        }
        coding__output_bytes(out, text, bytes);
        column += wide;
    }
    if (how != PLAIN) coding__output_style(out, PLAIN);
    return column;
}

void coding__output_wrapped(output *out, style how, size_t indent, const char *text)
{
    coding__output_words(out, how, indent, indent, text);
    putc('\n', out->file);
}

void coding__output_fields(output *out, const char *const *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i) putc('\t', out->file);
        if (fields[i]) coding__output_text(out, fields[i]);
    }
    putc('\n', out->file);
}

const char *coding__output_day(coding_date day, char text[DAY_TEXT])
{
    text[0] = '\0';
    if (day) snprintf(text, DAY_TEXT, "%04u-%02u-%02u", day / 10000 % 10000, day / 100 % 100, day % 100);
    return text;
}

const char *coding__output_number(const output *out, uint64_t number, char text[NUMBER_TEXT])
{
    char   digits[NUMBER_TEXT];
    size_t length = (size_t)snprintf(digits, sizeof digits, "%" PRIu64, number);
    size_t put = 0;
    for (size_t i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0 && out->format == FOR_PEOPLE) text[put++] = ',';
        text[put++] = digits[i];
    }
    text[put] = '\0';
    return text;
}
