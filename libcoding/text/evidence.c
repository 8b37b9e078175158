#include "text/evidence.h"

#include <string.h>

#include "text/lists.h"
#include "text/typed.h"
#include "text/vocabulary.h"

enum { DEEPEST = 12, LONGEST = 480 };

/* "Fracture, traumatic > radius > lower end", main term first. */
static const char *path_of(coding_desk *desk, uint32_t term)
{
    const char *parts[DEEPEST];
    unsigned    count = 0;
    size_t      length = 0;
    for (uint32_t at = term + 1; at && count < DEEPEST; at = coding__u32(desk->book, CODING__INDEX, at - 1, CODING__INDEX_PARENT)) {
        parts[count++] = coding__text_of(desk->book, CODING__INDEX, at - 1, CODING__INDEX_TITLE);
        length += strlen(parts[count - 1]) + 3;
        if (length > LONGEST) break;
    }
    char *path = coding__arena_take(&desk->arena, length + 1), *to = path;
    for (unsigned i = count; path && i-- > 0;) {
        size_t size = strlen(parts[i]);
        memcpy(to, parts[i], size);
        to += size;
        if (i) memcpy(to, " > ", 3), to += 3;
    }
    return path;
}

static const char *text_of(coding_desk *desk, uint32_t source, uint32_t row)
{
    uint32_t record = source & 0xFFFFFFu;
    switch ((coding_field)(source >> 24)) {
    case CODING_FIELD_INCLUSION: return coding__text_of(desk->book, CODING__NOTES, record, CODING__NOTE_TEXT);
    case CODING_FIELD_INDEX: return path_of(desk, record);
    case CODING_FIELD_TITLE:
    case CODING_FIELD_CODE: break;
    }
    return coding_entry_title(desk, coding_book_entry(desk->book, row), 0);
}

/* For each term the form of it that was found, the likeliest one, plus 1; 0 where none was. */
typedef struct forms {
    uint16_t items[CODING__QUERY_TERMS];
    uint64_t missing;   /* terms that are still looked for */
} forms;

/* Looks for the forms of missing terms in a list of words. */
static void look_in(const coding__query *query, uint32_t list, forms *found)
{
    uint64_t    here = 0;
    coding__run run = coding__run_at(query->book, CODING__LISTS, list);
    for (uint32_t left = coding__list_count(&run, CODING__MARKS_WORDS); left > 0; left--) {
        uint32_t rank = coding__run_next(&run) / 4;
        for (uint32_t at = coding__query_forms(query, rank); at; at = query->forms[at - 1].next) {
            const coding__form *form = &query->forms[at - 1];
            uint16_t           *best = &found->items[form->term];
            if (form->rank != rank || !(found->missing >> form->term & 1)) continue;
            if (!*best || form->factor > query->forms[*best - 1].factor) *best = (uint16_t)at;
            here |= (uint64_t)1 << form->term;
        }
    }
    found->missing &= ~here;
}

static uint32_t title_list(const coding_book *book, uint32_t row)
{
    uint32_t lead = coding__u32(book, CODING__LEADS, row, 0);
    if (lead & 0x80000000u) return lead & 0x7FFFFFFFu;
    return lead ? coding__u32(book, CODING__DOCUMENTS, lead - 1, CODING__DOCUMENT_LIST) : 0;
}

/* The words of the book that terms matched: in the text that spoke, else in the titles of the code and those above it. */
static void find_forms(const coding__query *query, const coding__found *found, forms *matched)
{
    memset(matched->items, 0, query->term_count * sizeof *matched->items);
    matched->missing = found->terms;
    look_in(query, coding__u32(query->book, CODING__DOCUMENTS, found->document, CODING__DOCUMENT_LIST), matched);
    for (uint32_t row = found->row + 1, depth = 0; matched->missing && row && depth < DEEPEST; depth++) {
        look_in(query, title_list(query->book, row - 1), matched);
        row = coding__u32(query->book, CODING__ROWS, row - 1, CODING__ROW_PARENT);
    }
}

static bool tell_words(coding_desk *desk, const coding__query *query, const coding__found *found, coding_hit *hit)
{
    coding__list list = {.items = NULL};
    forms        matched;
    find_forms(query, found, &matched);
    for (uint32_t term = 0; term < query->term_count; term++) {
        uint32_t form = matched.items[term];
        if (!form) continue;
        coding_evidence *one = coding__list_add(&desk->arena, &list, sizeof *one);
        if (!one) return false;
        *one = (coding_evidence){.span = query->tokens[query->terms[term].token].span,
                                 .link = (coding_link)query->forms[form - 1].link,
                                 .found = coding__vocabulary_shown(query->book, query->forms[form - 1].rank)};
        hit->matched |= (uint64_t)1 << query->terms[term].token;
    }
    hit->evidence = list.items;
    hit->evidence_count = list.count;
    return true;
}

bool coding__tell(coding_desk *desk, const coding__query *query, const coding__found *found, coding_hit *hit)
{
    *hit = (coding_hit){.entry = coding_book_entry(desk->book, found->row), .score = found->score, .open = found->open};
    if (found->document == CODING__TYPED) {
        hit->why = coding_entry_title(desk, hit->entry, 0);
        return true;
    }
    uint32_t source = coding__u32(desk->book, CODING__DOCUMENTS, found->document, CODING__DOCUMENT_SOURCE);
    hit->field = (coding_field)(source >> 24);
    hit->why = text_of(desk, source, coding__document_row(desk->book, found->document));
    return hit->why && tell_words(desk, query, found, hit);
}
