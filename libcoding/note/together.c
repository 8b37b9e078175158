/* What codes are together: a combination takes the place of its part, the specific that of the unspecified, and a
 * symptom is withheld beside what explains it. */
#include <stdio.h>
#include <string.h>

#include "book/spelling.h"
#include "entry/trie.h"
#include "note/propose.h"

static bool counts(const coding__draft *draft)
{
    return !draft->gone && !draft->withheld && draft->reason != CODING_REASON_FAMILY
           && draft->reason != CODING_REASON_HISTORY;
}

static bool title_has(const coding_book *book, uint32_t row, const char *words)
{
    char title[512];
    coding__spelled(book, coding__u32(book, CODING__ROWS, row, CODING__ROW_TITLE), title, sizeof title);
    return strstr(title, words) != NULL;
}

static void take_mentions(coding__drafts *drafts, coding__draft *to, const coding__draft *from)
{
    coding__arena *arena = &drafts->reader->desk->arena;
    for (size_t i = 0; i < from->mentions.count; i++) {
        uint32_t *one = coding__list_add(arena, &to->mentions, sizeof *one);
        if (one) *one = ((const uint32_t *)from->mentions.items)[i];
        else drafts->reader->failed = true;
    }
    if (from->place < to->place) to->place = from->place;
}

/* The code of a link instead of a draft or beside it, with what leads to both. */
static bool combine(coding__drafts *drafts, coding__draft *part, coding__draft *other, uint32_t link, bool replaces)
{
    const coding_book *book = drafts->reader->desk->book;
    uint32_t           row = coding__u32(book, CODING__NOTE_LINKS, link, CODING__LINK_ROW), before = drafts->count;
    if (!coding__row_code(book, row)) return false;
    coding__draft *made = coding__draft_of(drafts, row);
    bool           fresh = drafts->count > before;
    if (!made || made == part || (!fresh && !replaces)) return false;
    if (fresh) made->place = part->place < other->place ? part->place : other->place;
    if (fresh) made->confidence = part->confidence < other->confidence ? part->confidence : other->confidence;
    if (fresh) made->reason = CODING_REASON_COMBINED, take_mentions(drafts, made, part);
    if (fresh) take_mentions(drafts, made, other);
    made->withheld = false;
    made->last = title_has(book, row, "classified elsewhere");
    part->gone = replaces;
    return true;
}

static bool combine_one(coding__drafts *drafts, uint32_t number)
{
    const coding_book *book = drafts->reader->desk->book;
    coding__draft     *part = &drafts->items[number];
    for (uint32_t link = 0; link < coding__count(book, CODING__NOTE_LINKS); link++) {
        uint32_t kind = coding__u8(book, CODING__NOTE_LINKS, link, CODING__LINK_KIND);
        if (kind > CODING__LINK_ADDED) return false;
        if (!coding__link_has(book, link, CODING__LINK_FIRST, part->row)) continue;
        for (uint32_t i = 0; i < drafts->count; i++) {
            coding__draft *other = &drafts->items[i];
            if (other == part || !counts(other)) continue;
            if (!coding__link_has(book, link, CODING__LINK_WITH_FIRST, other->row)) continue;
            if (combine(drafts, part, other, link, kind == CODING__LINK_COMBINED)) return true;
        }
    }
    return false;
}

enum { ROUNDS_MOST = 4 };

static void combine_all(coding__drafts *drafts)
{
    bool again = true;
    for (int round = 0; again && round < ROUNDS_MOST; round++) {
        again = false;
        for (uint32_t i = 0; i < drafts->count; i++)
            if (counts(&drafts->items[i]) && combine_one(drafts, i)) again = true;
    }
}

/* Does the title leave open what another one of its category may say? */
static bool is_vague(const coding_book *book, uint32_t row)
{
    return title_has(book, row, "nspecified") || title_has(book, row, "without complication")
           || title_has(book, row, "uncomplicated");
}

static bool says_more(const coding_book *book, uint32_t vague, uint32_t other)
{
    size_t length = coding_code_length(coding__row_code(book, other));
    return !is_vague(book, other) || length > coding_code_length(coding__row_code(book, vague));
}

static void drop_vague(coding__drafts *drafts)
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *vague = &drafts->items[i];
        if (!counts(vague) || !is_vague(book, vague->row)) continue;
        coding_code category = coding_code_prefix(coding__row_code(book, vague->row), 3);
        for (uint32_t j = 0; j < drafts->count && !vague->gone; j++) {
            coding__draft *other = &drafts->items[j];
            if (i == j || !counts(other) || !says_more(book, vague->row, other->row)) continue;
            if (coding_code_prefix(coding__row_code(book, other->row), 3) != category) continue;
            take_mentions(drafts, other, vague);
            vague->gone = true;
        }
    }
}

static bool explains(const coding__drafts *drafts, const coding__draft *symptom, const coding__draft *other)
{
    const coding_book *book = drafts->reader->desk->book;
    uint32_t           link = coding__link_from(book, 0, CODING__LINK_INTEGRAL, symptom->row);
    for (; link != UINT32_MAX; link = coding__link_from(book, link + 1, CODING__LINK_INTEGRAL, symptom->row))
        if (coding__link_has(book, link, CODING__LINK_WITH_FIRST, other->row)) return true;
    return false;
}

/* "Right wrist pain; distal radius fracture": the pain tells the side of what explains it. */
static void take_side(coding__drafts *drafts, const coding__draft *symptom, coding__draft *other)
{
    coding__note_reader *reader = drafts->reader;
    const coding_book   *book = reader->desk->book;
    const char          *side = title_has(book, symptom->row, " right ") ? "right" : "left";
    char                 text[128];
    coding__cover        cover;
    if (!(other->lacks & CODING_AXIS_SIDE) || !other->mentions.count) return;
    if (!title_has(book, symptom->row, " right ") && !title_has(book, symptom->row, " left ")) return;
    uint32_t    number = *(const uint32_t *)other->mentions.items;
    coding_span span = ((const coding_mention *)reader->mentions.items)[number].span;
    if (span.length > 96) return;
    int  length = snprintf(text, sizeof text, "%s %.*s", side, (int)span.length, reader->sentence.text + span.offset);
    bool found = coding__cover_of(reader->desk, text, (size_t)length, &reader->scope, 0.8f, &cover);
    memset(text, 0, sizeof text);
    if (!found || cover.query < 0.8f || cover.open & CODING_AXIS_SIDE) return;
    if (coding_code_prefix(coding__row_code(book, cover.row), 3) != coding_code_prefix(coding__row_code(book, other->row), 3))
        return;
    other->row = cover.row;
    other->lacks = cover.open;
    for (size_t i = 0; i < symptom->mentions.count; i++) {
        uint32_t *one = coding__list_add(&reader->desk->arena, &other->mentions, sizeof *one);
        if (one) *one = ((const uint32_t *)symptom->mentions.items)[i];
        else reader->failed = true;
    }
}

static void withhold_symptoms(coding__drafts *drafts)
{
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *symptom = &drafts->items[i];
        for (uint32_t j = 0; j < drafts->count && counts(symptom); j++) {
            if (i == j || !counts(&drafts->items[j]) || !explains(drafts, symptom, &drafts->items[j])) continue;
            symptom->withheld = true;
            symptom->reason = CODING_REASON_INTEGRAL;
            take_side(drafts, symptom, &drafts->items[j]);
        }
    }
}

/* A body mass index is coded beside a diagnosis of weight, and never by itself (I.B.14). */
static void let_index_stand(coding__drafts *drafts)
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *index = &drafts->items[i];
        if (coding__link_from(book, 0, CODING__LINK_BESIDE, index->row) == UINT32_MAX || !index->withheld) continue;
        for (uint32_t j = 0; j < drafts->count; j++) {
            uint32_t link = coding__link_from(book, 0, CODING__LINK_BESIDE, index->row);
            for (; link != UINT32_MAX && counts(&drafts->items[j]);
                 link = coding__link_from(book, link + 1, CODING__LINK_BESIDE, index->row)) {
                if (!coding__link_has(book, link, CODING__LINK_WITH_FIRST, drafts->items[j].row)) continue;
                index->withheld = false;
                index->reason = CODING_REASON_STATUS;
                index->place = drafts->items[j].place > index->place ? drafts->items[j].place : index->place;
            }
        }
    }
}

void coding__bring_together(coding__drafts *drafts)
{
    combine_all(drafts);
    drop_vague(drafts);
    withhold_symptoms(drafts);
    let_index_stand(drafts);
}
