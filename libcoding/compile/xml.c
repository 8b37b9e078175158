#include "compile/xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

enum { ROOT_WITHIN = 4096, PIECE = 1 << 20 };

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static void add_character(coding__model *model, coding__folded *folded, char c)
{
    if (is_blank(c)) {
        folded->blank = folded->bytes.count > 0;
        return;
    }
    if (folded->blank) *(char *)coding__push(model, &folded->bytes, 1) = ' ';
    folded->blank = false;
    *(char *)coding__push(model, &folded->bytes, 1) = c;
}

static void XMLCALL on_text(void *context, const XML_Char *text, int length)
{
    coding__xml *xml = context;
    if (!xml->sink || xml->skipped) return;
    for (int i = 0; i < length; i++) add_character(xml->model, xml->sink, text[i]);
}

static void XMLCALL on_open(void *context, const XML_Char *element, const XML_Char **attributes)
{
    coding__xml *xml = context;
    if (xml->skipped) {
        xml->skipped++;
        return;
    }
    xml->line = (uint32_t)XML_GetCurrentLineNumber(xml->parser);
    xml->opened(xml, element, attributes);
}

static void XMLCALL on_close(void *context, const XML_Char *element)
{
    coding__xml *xml = context;
    if (xml->skipped) xml->skipped--;
    else xml->closed(xml, element);
}

/* Official files have no document type; one that is there could only do harm (entities without end). */
static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public_id,
                               int has_subset)
{
    coding__xml *xml = context;
    (void)name, (void)system, (void)public_id, (void)has_subset;
    XML_StopParser(xml->parser, XML_FALSE);
}

static bool parse(coding__xml *xml)
{
    const char *next = (const char *)xml->file->bytes, *past = next + xml->file->length;
    do {
        int length = past - next > PIECE ? PIECE : (int)(past - next);
        if (XML_Parse(xml->parser, next, length, next + length == past) != XML_STATUS_OK) return false;
        next += length;
    } while (next < past);
    return true;
}

void coding__xml_read(coding__xml *xml)
{
    XML_Parser parser = xml->parser = XML_ParserCreate(NULL);
    if (!parser) {
        xml->model->no_memory = true;
        return;
    }
    XML_SetUserData(parser, xml);
    XML_SetElementHandler(parser, on_open, on_close);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    if (!parse(xml))
        coding__unreadable(xml->model, xml->file, (uint32_t)XML_GetCurrentLineNumber(parser),
                           XML_ErrorString(XML_GetErrorCode(parser)));
    XML_ParserFree(parser);
    xml->parser = NULL;
}

void coding__xml_skip(coding__xml *xml) { xml->skipped = 1; }

const char *coding__xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(*attributes, name) == 0) return attributes[1];
    return NULL;
}

void coding__xml_capture(coding__xml *xml, coding__folded *folded)
{
    folded->bytes.count = 0;
    folded->blank = false;
    xml->sink = folded;
}

coding__cell coding__folded_text(const coding__folded *folded)
{
    return (coding__cell){folded->bytes.count ? folded->bytes.items : "", folded->bytes.count};
}

void coding__folded_end(coding__folded *folded)
{
    free(folded->bytes.items);
    memset(folded, 0, sizeof *folded);
}

static coding__cell beginning_of(const coding__file *file)
{
    return (coding__cell){(const char *)file->bytes, file->length < ROOT_WITHIN ? file->length : ROOT_WITHIN};
}

/* Behind the first place where the text stands; empty where it does not. */
static coding__cell behind(coding__cell cell, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= cell.length; i++)
        if (memcmp(cell.text + i, text, length) == 0)
            return (coding__cell){cell.text + i + length, cell.length - i - length};
    return (coding__cell){"", 0};
}

unsigned coding__xml_version(const coding__file *file)
{
    coding__cell rest = behind(beginning_of(file), "<version>");
    if (rest.length > 4) rest.length = 4;
    uint64_t year = coding__cell_number(rest);
    return year >= 2000 && year < 2100 ? (unsigned)year : 0;
}

bool coding__xml_has_root(const coding__file *file, const char *root)
{
    coding__cell beginning = beginning_of(file);
    return behind(beginning, "<").length && behind(beginning, root).length;
}
