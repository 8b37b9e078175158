/* Titles and inclusion terms as documents. A row of seven characters whose title is its parent's and a tail ("...,
 * initial encounter") gets no document: search finds the parent and chooses the variant by the tail. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/spelling.h"
#include "compile/search_build.h"

enum { TITLE_ROOM = 1024 };

static const char *title_of(const coding_book *book, uint32_t row, char room[TITLE_ROOM])
{
    coding__spelled(book, coding__u32(book, CODING__ROWS, row, CODING__ROW_TITLE), room, TITLE_ROOM);
    return room;
}

static const char *tail_of(const coding_book *book, uint32_t row, const char *title)
{
    char     room[TITLE_ROOM];
    uint32_t parent = coding__u32(book, CODING__ROWS, row, CODING__ROW_PARENT);
    uint64_t code = coding__row_code(book, row);
    if (!parent || coding_code_system(code) != CODING_ICD10CM || coding_code_length(code) != 7) return NULL;
    const char *above = title_of(book, parent - 1, room);
    size_t      length = strlen(above);
    return length && strncmp(title, above, length) == 0 && title[length] == ',' ? title + length + 1 : NULL;
}

/* "40.0-44.9" is every number from 40 to 44: "BMI 42". */
static void read_range(coding__build *build, const char *title, coding__build_list *list)
{
    const char *dash = strstr(title, ".0-");
    const char *from = dash;
    while (from && from > title && from[-1] >= '0' && from[-1] <= '9') from--;
    if (!dash || from == dash || dash[3] < '0' || dash[3] > '9') return;
    long first = strtol(from, NULL, 10), last = strtol(dash + 3, NULL, 10);
    for (long number = first; number <= last && last - first < 20; number++) {
        char text[24];
        snprintf(text, sizeof text, "%ld", number);
        coding__build_read(build, text, true, false, list);
    }
}

void coding__build_titles(coding__build *build)
{
    for (uint32_t row = 0; row < coding__count(build->book, CODING__ROWS); row++) {
        char               room[TITLE_ROOM];
        const char        *title = title_of(build->book, row, room), *tail = tail_of(build->book, row, title);
        coding__build_list list = {.count = 0};
        coding__build_read(build, tail ? tail : title, false, false, &list);
        if (!tail) read_range(build, title, &list);
        if (!list.count) continue;
        if (tail) coding__build_document_add(build, &build->tails, row, CODING_FIELD_TITLE, row, &list);
        else coding__build_document_add(build, &build->documents, row, CODING_FIELD_TITLE, 0, &list);
    }
}

/* Only notes that the newest Tabular List prints. */
static uint32_t newest_snapshot(const coding_book *book)
{
    uint32_t count = coding__count(book, CODING__SNAPSHOTS);
    return count && count <= 32 ? 1u << (count - 1) : 0;
}

void coding__build_notes(coding__build *build)
{
    uint32_t newest = newest_snapshot(build->book);
    for (uint32_t i = 0; i < coding__count(build->book, CODING__NOTES); i++) {
        uint32_t kind = coding__u8(build->book, CODING__NOTES, i, CODING__NOTE_KIND);
        uint32_t row = coding__u32(build->book, CODING__NOTES, i, CODING__NOTE_HOLDER);
        bool     term = kind == CODING_NOTE_INCLUSION_TERM || kind == CODING_NOTE_INCLUDES;
        if (!(coding__u32(build->book, CODING__NOTES, i, CODING__NOTE_SNAPSHOTS) & newest)) continue;
        if (!term || row & CODING__NOTE_BLOCK || coding__u8(build->book, CODING__NOTES, i, CODING__NOTE_HEADING)) continue;
        coding__build_list list = {.count = 0};
        coding__build_read(build, coding__text_of(build->book, CODING__NOTES, i, CODING__NOTE_TEXT), false, false, &list);
        if (list.count) coding__build_document_add(build, &build->documents, row, CODING_FIELD_INCLUSION, i, &list);
    }
}
