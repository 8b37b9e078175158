/* Headings of a report. Those that note.headings knows stand before their sentence; others are its first tokens. */
#include <string.h>

#include "base/text.h"
#include "operation/report.h"

enum { HEADING_MOST = 96, HEADING_TOKENS = 8 };

static bool is_heading(coding__op_kind kind)
{
    return kind == CODING__OP_TITLE || kind == CODING__OP_BODY || kind == CODING__OP_REASON;
}

static coding__role role_of_kind(coding__op_kind kind)
{
    return kind == CODING__OP_TITLE  ? CODING__ROLE_TITLE
           : kind == CODING__OP_BODY ? CODING__ROLE_BODY
                                     : CODING__ROLE_REASON;
}

/* The role that a heading opens; false where the table does not know it. */
static bool heading_role(const coding_book *book, const char *text, size_t length, coding__role *role)
{
    char     canonical[HEADING_MOST];
    unsigned tokens;
    uint32_t record;
    if (!coding__canonical(text, length, canonical, sizeof canonical, &tokens)) return false;
    uint16_t records = coding__op_records(book, canonical, &record);
    for (uint16_t i = 0; i < records; i++) {
        coding__op_kind kind = coding__op_kind_of(book, record + i);
        if (is_heading(kind)) return *role = role_of_kind(kind), true;
    }
    return false;
}

static bool stands_round(char c) { return strchr(" \t\r\n*#:>.)", c) || coding__is_digit(c); }

/* The colon that ends a heading at the beginning of the sentence; 0 where none does. */
static size_t colon_of(const coding__sentence *sentence)
{
    for (size_t i = 1; i < sentence->count && i <= HEADING_TOKENS; i++) {
        if (sentence->tokens[i].kind != CODING__NOTE_MARK) continue;
        if (sentence->tokens[i].first == ':') return i;
        if (!strchr("/&()", sentence->tokens[i].first)) return 0;
    }
    return 0;
}

static bool begins_line(const coding__report *report)
{
    size_t at = report->sentence.offset;
    while (at && (report->text[at - 1] == ' ' || report->text[at - 1] == '\t')) at--;
    return !at || report->text[at - 1] == '\n';
}

/* A heading that nobody knows: capitals, or the first letter of a line. */
static bool looks_like_heading(const coding__report *report, size_t colon)
{
    return begins_line(report) && colon <= 5 && coding__is_upper(report->sentence.tokens[0].first);
}

/* A sentence whose first tokens are a heading begins behind its colon. */
static bool role_inside(coding__report *report, coding__role *role)
{
    size_t colon = colon_of(&report->sentence);
    if (!colon) return false;
    coding_span span = coding__token_span(&report->sentence, 0, colon);
    bool        known = heading_role(report->desk->book, report->text + span.offset, span.length, role);
    if (known) report->start = colon + 1;
    else if (looks_like_heading(report, colon) && report->role != CODING__ROLE_TITLE)
        known = true, *role = CODING__ROLE_NONE;
    return known;
}

/* Of a text without headings of operations, and of other passages. */
static coding__role role_of_passage(const coding__report *report, coding_passage passage)
{
    if (passage == CODING_PASSAGE_INDICATION || passage == CODING_PASSAGE_OPERATION) return CODING__ROLE_REASON;
    if (report->operative) return passage == CODING_PASSAGE_COURSE ? CODING__ROLE_BODY : CODING__ROLE_NONE;
    bool told = passage == CODING_PASSAGE_OTHER || passage == CODING_PASSAGE_COURSE;
    return told ? CODING__ROLE_PHRASE : CODING__ROLE_NONE;
}

/* One line without what stands round it; false where nothing is left. */
static bool line_at(const coding__report *report, size_t *at, size_t past, size_t *begin, size_t *stop)
{
    const char *end = memchr(report->text + *at, '\n', past - *at);
    *begin = *at;
    *stop = end ? (size_t)(end - report->text) : past;
    *at = *stop + 1;
    while (*begin < *stop && stands_round(report->text[*begin])) ++*begin;
    while (*stop > *begin && stands_round(report->text[*stop - 1])) --*stop;
    return *stop > *begin;
}

static coding__gap gap_of(const coding__report *report, size_t begin, size_t stop, coding__role *role)
{
    const coding_book *book = report->desk->book;
    const char        *text = report->text + begin;
    coding_passage     passage;
    bool               colon = stop < report->length && report->text[stop] == ':';
    if (stop - begin >= HEADING_MOST) return CODING__GAP_TEXT;
    if (heading_role(book, text, stop - begin, role)) return CODING__GAP_HEADING;
    if (coding__heading_passage(book, text, stop - begin, &passage))
        return *role = role_of_passage(report, passage), CODING__GAP_HEADING;
    if (colon && report->operative) return *role = CODING__ROLE_NONE, CODING__GAP_HEADING;
    return CODING__GAP_TEXT;
}

coding__gap coding__next_gap(coding__report *report, size_t *at, size_t past, coding_span *line)
{
    size_t       begin, stop;
    coding__role role = report->role;
    while (*at < past) {
        if (!line_at(report, at, past, &begin, &stop)) continue;
        coding__gap gap = gap_of(report, begin, stop, &role);
        report->role = role;
        *line = (coding_span){begin, stop - begin};
        if (gap == CODING__GAP_TEXT) return gap;
    }
    return CODING__GAP_NONE;
}

void coding__settle_role(coding__report *report)
{
    coding__role role;
    report->start = 0;
    if (role_inside(report, &role)) report->role = role;
}

bool coding__is_operative(const coding_book *book, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        const char  *end = memchr(text + at, '\n', length - at);
        size_t       stop = end ? (size_t)(end - text) : length, next = stop + 1;
        const char  *colon = memchr(text + at, ':', stop - at);
        coding__role role;
        if (colon) stop = (size_t)(colon - text);
        while (at < stop && stands_round(text[at])) at++;
        while (stop > at && stands_round(text[stop - 1])) stop--;
        if (stop - at < HEADING_MOST && heading_role(book, text + at, stop - at, &role) && role != CODING__ROLE_REASON)
            return true;
        at = next;
    }
    return false;
}
