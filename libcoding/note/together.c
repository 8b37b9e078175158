/* What codes are together: a combination takes the place of its part, the specific that of the unspecified, and a
 * symptom is withheld beside what explains it. */
#include <stdio.h>
#include <string.h>

#include "entry/trie.h"
#include "note/propose.h"

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
    if (fresh) made->reason = CODING_REASON_COMBINED, coding__draft_take(drafts, made, part);
    if (fresh) coding__draft_take(drafts, made, other);
    made->withheld = false;
    made->last = coding__title_has(book, row, "classified elsewhere");
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
            if (other == part || !coding__draft_counts(other)) continue;
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
            if (coding__draft_counts(&drafts->items[i]) && combine_one(drafts, i)) again = true;
    }
}

/* How much a title leaves open that another one of its category may say. */
static unsigned vagueness(const coding_book *book, uint32_t row)
{
    static const char *const words[] = {"nspecified", "without complication", "uncomplicated"};
    unsigned                 count = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) count += coding__title_has(book, row, words[i]);
    return count;
}

static bool says_more(const coding_book *book, uint32_t vague, uint32_t other)
{
    size_t length = coding_code_length(coding__row_code(book, other));
    return vagueness(book, other) < vagueness(book, vague)
           || length > coding_code_length(coding__row_code(book, vague));
}

/* What combinations share that are one condition: diabetes has as many as it has complications. */
enum { CATEGORY = 3, COMBINED = 5 };

static void drop_vague(coding__drafts *drafts)
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *vague = &drafts->items[i];
        if (!coding__draft_counts(vague) || !vagueness(book, vague->row)) continue;
        unsigned    length = vague->reason == CODING_REASON_COMBINED ? COMBINED : CATEGORY;
        coding_code category = coding_code_prefix(coding__row_code(book, vague->row), length);
        for (uint32_t j = 0; j < drafts->count && !vague->gone; j++) {
            coding__draft *other = &drafts->items[j];
            if (i == j || !coding__draft_counts(other)) continue;
            if (coding_code_prefix(coding__row_code(book, other->row), length) != category) continue;
            if (!says_more(book, vague->row, other->row)) continue;
            coding__draft_take(drafts, other, vague);
            vague->gone = true;
        }
    }
}

/* What is coded beside another code alone: a body mass index beside a diagnosis of weight (I.B.14), packs beside the
 * dependence on nicotine. An index that stands alone is shown. */
static void let_stand(coding__drafts *drafts, coding__draft *index)
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t j = 0; j < drafts->count; j++) {
        uint32_t link = coding__link_from(book, 0, CODING__LINK_BESIDE, index->row);
        for (; link != UINT32_MAX && coding__draft_counts(&drafts->items[j]);
             link = coding__link_from(book, link + 1, CODING__LINK_BESIDE, index->row)) {
            if (!coding__link_has(book, link, CODING__LINK_WITH_FIRST, drafts->items[j].row)) continue;
            index->withheld = false;
            index->reason = CODING_REASON_STATUS;
            index->place = drafts->items[j].place > index->place ? drafts->items[j].place : index->place;
        }
    }
    if (index->withheld && !coding__title_has(book, index->row, "Body mass index")) index->gone = true;
}

static void let_all_stand(coding__drafts *drafts)
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *index = &drafts->items[i];
        bool           beside = coding__link_from(book, 0, CODING__LINK_BESIDE, index->row) != UINT32_MAX;
        if (beside && index->withheld && !index->gone) let_stand(drafts, index);
    }
}

/* An abbreviation with several meanings is coded where something else of the patient speaks for this one. */
static void clear_doubts(coding__drafts *drafts)
{
    const coding_book *book = drafts->reader->desk->book;
    for (uint32_t i = 0; i < drafts->count; i++) {
        coding__draft *draft = &drafts->items[i];
        if (draft->gone || !draft->withheld || draft->reason != CODING_REASON_AMBIGUOUS) continue;
        uint32_t link = coding__link_from(book, 0, CODING__LINK_EVIDENCE, draft->row);
        for (; link != UINT32_MAX; link = coding__link_from(book, link + 1, CODING__LINK_EVIDENCE, draft->row))
            for (uint32_t j = 0; j < drafts->count; j++)
                if (coding__draft_counts(&drafts->items[j])
                    && coding__link_has(book, link, CODING__LINK_WITH_FIRST, drafts->items[j].row))
                    draft->withheld = false, draft->reason = CODING_REASON_STATED;
    }
}

void coding__bring_together(coding__drafts *drafts)
{
    clear_doubts(drafts);
    coding__read_clauses(drafts);
    coding__find_sequelae(drafts);
    let_all_stand(drafts);
    coding__name_parts(drafts);
    combine_all(drafts);
    if (coding__imply(drafts)) combine_all(drafts);
    let_all_stand(drafts);
    coding__fill_titles(drafts);
    drop_vague(drafts);
    coding__supersede(drafts);
    coding__withhold_symptoms(drafts);
}
