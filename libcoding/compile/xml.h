/* Official XML by expat: elements as they open and close, text with its runs of blanks folded into one. */
#ifndef CODING_COMPILE_XML_H
#define CODING_COMPILE_XML_H

#include "compile/lines.h"

/* Text of an element as it comes, in pieces. */
typedef struct coding__folded {
    coding__vector bytes;   /* char */
    bool           blank;   /* one is owed before the next character */
} coding__folded;

typedef struct coding__xml {
    coding__model      *model;
    const coding__file *file;
    void               *context;
    void (*opened)(struct coding__xml *xml, const char *element, const char **attributes);
    void (*closed)(struct coding__xml *xml, const char *element);
    coding__folded *sink;   /* where text goes; NULL: it is left */
    uint32_t        line;   /* of the element that opened last */
    unsigned        skipped;/* depth inside an element whose content is left */
    void           *parser;
} coding__xml;

/* Parses the file. XML that is not well formed makes the release unreadable: half a list of notes is no list. */
void coding__xml_read(coding__xml *xml);

/* To be called by `opened`: nothing inside this element is of interest. */
void coding__xml_skip(coding__xml *xml);

/* The attribute's value, or NULL. */
const char *coding__xml_attribute(const char **attributes, const char *name);

/* Text begins anew in `folded`. */
void coding__xml_capture(coding__xml *xml, coding__folded *folded);

coding__cell coding__folded_text(const coding__folded *folded);
void         coding__folded_end(coding__folded *folded);

/* The year in the file's <version>, 0 if it has none: it stands near the beginning. */
unsigned coding__xml_version(const coding__file *file);

/* Does the root element have that name? */
bool coding__xml_has_root(const coding__file *file, const char *root);

#endif
