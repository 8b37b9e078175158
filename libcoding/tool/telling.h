/* A verdict, ready to be told: what was asked, the reason in words, near misses. Its lists lie on the desk. */
#ifndef CODING_TOOL_TELLING_H
#define CODING_TOOL_TELLING_H

#include "tool/book.h"
#include "tool/json.h"

enum { CODE_TEXT = 64, REASON_TEXT = 256, READINGS = 8 };

typedef struct telling {
    const char        *text; /* as it was asked */
    size_t             length;
    coding_verdict     verdict;
    const char        *title;         /* of a code that stands; "" */
    const char        *reason;        /* why it does not; NULL if it stands */
    size_t             reason_length; /* without the source that ends the sentence in brackets */
    coding_suggestions near;          /* or the readings of a text that has several */
    coding_suggestion  readings[READINGS];
    bool               newest;          /* no edition reaches today: the newest one was asked instead */
    char               code[CODE_TEXT]; /* as formatted, with its modifiers; empty where the text is no code */
    char               room[REASON_TEXT];
} telling;

/* Asks the book, on -d or the default day. Clears nothing: the caller clears the desk. */
void coding__telling_ask(telling *told, session *asked, const char *text, size_t length);
/* The same on a day; 0 asks for the newest edition. */
void coding__telling_ask_on(telling *told, session *asked, const char *text, size_t length, coding_date on);

/* A text that could not be asked about, as a verdict `not-checked` with its reason. */
void coding__telling_refuse(telling *told, const char *text, size_t length, const char *reason);

bool coding__telling_stands(const telling *told);

/* One line of four columns: code, verdict, title or reason, near misses. */
void coding__telling_row(const telling *told, session *asked);
/* One object. */
void coding__telling_object(const telling *told, session *asked, json *to);
/* For people: a line, and below it where the rule is written and what may have been meant. */
void coding__telling_lines(const telling *told, session *asked);

/* The reason, or the title where it stands, from column `indent` on, and a newline. */
void coding__telling_reason(output *out, const telling *told, size_t indent);

/* How a repair is told: "placeholder X put in". */
const char *coding__telling_repair(coding_repair repair);

/* "ICD-10-CM FY2026, icd10cm_order_2026.txt line 19042"; nothing where nobody says so. */
void coding__telling_source(output *out, coding_source source);

#endif
