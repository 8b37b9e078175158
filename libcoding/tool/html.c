#include "tool/html.h"

#include <string.h>

static void put_pieces(FILE *file, const char *const *pieces)
{
    for (size_t i = 0; pieces[i]; i++) fputs(pieces[i], file);
}

void coding__html_begin(FILE *file, const char *title, const char *const *look)
{
    fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
          file);
    coding__html_text(file, title);
    fputs("</title>\n<style>\n", file);
    put_pieces(file, coding__html_style);
    put_pieces(file, look);
    fputs("</style>\n</head>\n<body>\n<main>\n<h1>", file);
    coding__html_text(file, title);
    fputs("</h1>\n", file);
}

bool coding__html_end(FILE *file)
{
    fputs("</main>\n</body>\n</html>\n", file);
    return !ferror(file) && fflush(file) == 0;
}

static bool is_control(const char *text)
{
    unsigned char c = (unsigned char)*text;
    return c < ' ' || c == 0x7F || (c == 0xC2 && (unsigned char)text[1] < 0xA0);
}

/* Would it turn what stands behind it around: embeddings, overrides, isolates? */
static bool is_turning(const char *text, size_t bytes)
{
    const unsigned char *at = (const unsigned char *)text;
    if (bytes != 3 || at[0] != 0xE2) return false;
    return (at[1] == 0x80 && at[2] >= 0xAA && at[2] <= 0xAE) || (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9);
}

/* Writes one character; answers its bytes. A return before a newline is nothing. */
static size_t put_character(FILE *file, const char *text, size_t length)
{
    size_t bytes = coding__output_sequence(text, length);
    if (*text == '&') fputs("&amp;", file);
    else if (*text == '<') fputs("&lt;", file);
    else if (*text == '>') fputs("&gt;", file);
    else if (*text == '"') fputs("&quot;", file);
    else if (*text == '\n' || *text == '\t') putc(*text, file);
    else if (*text == '\r' && length > 1 && text[1] == '\n') return 1;
    else if (!bytes || is_control(text) || is_turning(text, bytes)) fputs("\xEF\xBF\xBD", file);
    else fwrite(text, 1, bytes, file);
    return bytes ? bytes : 1;
}

void coding__html_bytes(FILE *file, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) at += put_character(file, text + at, length - at);
}

void coding__html_text(FILE *file, const char *text) { coding__html_bytes(file, text, strlen(text)); }

bool coding__html_is_alone(const options *given)
{
    if (given->format == FOR_PEOPLE) return true;
    coding__complain("--html takes neither --tsv nor --json");
    return false;
}
