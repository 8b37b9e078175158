/* Symptoms beside diagnoses: what is part of one is not coded (I.B.5), and what the patient only tells of is not, where
 * the assessment says what it is (IV.D). */
#include <stdio.h>
#include <string.h>

#include "note/propose.h"

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
    const char          *side = coding__title_has(book, symptom->row, " right ") ? "right" : "left";
    char                 text[128];
    coding__cover        cover;
    if (!(other->lacks & CODING_AXIS_SIDE) || !other->mentions.count) return;
    if (!coding__title_has(book, symptom->row, " right ") && !coding__title_has(book, symptom->row, " left ")) return;
    uint32_t    number = *(const uint32_t *)other->mentions.items;
    coding_span span = ((const coding_mention *)reader->mentions.items)[number].span;
    if (span.length > 96) return;
    int  length = snprintf(text, sizeof text, "%s %.*s", side, (int)span.length, reader->sentence.text + span.offset);
    bool found = coding__cover_of(reader->desk, text, (size_t)length, &reader->scope, 0.8f, &cover);
    memset(text, 0, sizeof text);
    if (!found || cover.query < 0.8f || cover.open & CODING_AXIS_SIDE) return;
    if (coding__category_of(book, cover.row) != coding__category_of(book, other->row)) return;
    other->row = cover.row;
    other->lacks = cover.open;
    for (size_t i = 0; i < symptom->mentions.count; i++) {
        uint32_t *one = coding__list_add(&reader->desk->arena, &other->mentions, sizeof *one);
        if (one) *one = ((const uint32_t *)symptom->mentions.items)[i];
        else reader->failed = true;
    }
}

static void withhold_integral(coding__drafts *drafts)
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *symptom = &drafts->items[i];
        if (coding__link_from(book, 0, CODING__LINK_INTEGRAL, symptom->row) == UINT32_MAX) continue;
        for (uint32_t j = 0; j < drafts->count && coding__draft_counts(symptom); j++) {
            if (i == j || !coding__draft_counts(&drafts->items[j]) || !explains(drafts, symptom, &drafts->items[j]))
                continue;
            symptom->withheld = true;
            symptom->reason = CODING_REASON_INTEGRAL;
            take_side(drafts, symptom, &drafts->items[j]);
        }
    }
}

static bool is_symptom(const coding_book *book, uint32_t row)
{
    return coding__link_from(book, 0, CODING__LINK_SYMPTOM, row) != UINT32_MAX;
}

/* A diagnosis that the assessment makes: no symptom, no factor and no cause from outside. */
static bool is_diagnosis(const coding__drafts *drafts, const coding__draft *draft)
{
    const coding_book *book = drafts->reader->desk->book;
    return coding__draft_counts(draft) && !coding__draft_rank(draft) && coding__letter_of(book, draft->row) < 'U'
           && !is_symptom(book, draft->row);
}

static bool is_told(const coding__drafts *drafts, const coding__draft *draft)
{
    const coding_mention *mention = coding__draft_mention(drafts, draft);
    return mention && coding__draft_rank(draft)
           && (mention->passage == CODING_PASSAGE_COMPLAINT || mention->passage == CODING_PASSAGE_PRESENT
               || mention->passage == CODING_PASSAGE_INDICATION || mention->passage == CODING_PASSAGE_COURSE);
}

static void withhold_told(coding__drafts *drafts)
{
    bool made = false;
    for (uint32_t i = 0; i < drafts->count && !made; i++) made = is_diagnosis(drafts, &drafts->items[i]);
    for (uint32_t i = 0; i < drafts->count && made; i++) {
        coding__draft *draft = &drafts->items[i];
        if (!coding__draft_counts(draft) || !is_told(drafts, draft)) continue;
        if (!is_symptom(drafts->reader->desk->book, draft->row)) continue;
        draft->withheld = true;
        draft->reason = CODING_REASON_INTEGRAL;
    }
}

void coding__withhold_symptoms(coding__drafts *drafts)
{
    withhold_integral(drafts);
    withhold_told(drafts);
}
