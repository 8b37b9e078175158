#include "text/cover.h"

#include "text/lists.h"

static uint32_t list_of(const coding_book *book, uint32_t document)
{
    return coding__u32(book, CODING__DOCUMENTS, document, CODING__DOCUMENT_LIST);
}

static uint32_t field_of(const coding_book *book, uint32_t document)
{
    return coding__u32(book, CODING__DOCUMENTS, document, CODING__DOCUMENT_SOURCE) >> 24;
}

/* Looks at a document and leads it down to its code; false where it says too much, or no code stands. */
static bool judge(const coding__query *query, const coding__scope *scope, const coding__best *best, float least,
                  coding__cover *cover, coding__marks *marks, float *score)
{
    uint64_t terms;
    coding__marks_start(query, marks);
    coding__rank_words(query, list_of(query->book, best->document), 1, true, marks);
    coding__rank_coverage(query, marks, &terms);
    *cover = (coding__cover){.document = best->document, .text = coding__rank_fit(marks, terms)};
    if (cover->text < least) return false;
    cover->row = coding__concept_code(query, scope, best->row, marks, &cover->open);
    if (cover->row == UINT32_MAX) return false;
    cover->query = coding__rank_coverage(query, marks, &terms);
    *score = coding__rank_score(query, marks, cover->row, field_of(query->book, best->document));
    return true;
}

static uint32_t senses_of(const coding__query *query, uint32_t token)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < query->slot_count; i++) {
        const coding__slot *slot = &query->slots[i];
        bool                here = slot->count && query->terms[__builtin_ctzll(query->ways[slot->first].terms)].token == token;
        for (uint32_t w = slot->first; here && w < slot->first + (uint32_t)slot->count; w++)
            count += query->ways[w].link == CODING_LINK_ABBREVIATION;
    }
    return count;
}

/* Which words of the query were met, and through what. */
static void tell_words(const coding__query *query, const coding__marks *marks, coding__cover *cover)
{
    uint64_t met = 0, plain = 0;
    for (uint32_t i = 0; i < query->form_count; i++) {
        const coding__form *form = &query->forms[i];
        uint64_t            token = (uint64_t)1 << query->terms[form->term].token;
        if (marks->got[form->term] <= 0) continue;
        met |= token;
        cover->links |= 1u << form->link;
        if (form->link != CODING_LINK_ABBREVIATION) plain |= token;
        if (form->link <= CODING_LINK_PARTED) cover->literal = true;
    }
    for (uint32_t i = 0; i < query->token_count; i++) {
        const coding_span *span = &query->tokens[i].span;
        cover->asked += !query->tokens[i].stop;
        if (!(met >> i & 1)) continue;
        if (!cover->words++) cover->span.offset = span->offset;
        cover->span.length = span->offset + span->length - cover->span.offset;
        uint32_t senses = plain >> i & 1 ? 0 : senses_of(query, i);
        if (senses > cover->senses) cover->senses = senses;
    }
    cover->abbreviated = met && !plain;
}

/* A code that was chosen by default is no match for one that was said nearly as well. */
static const float guessed = 0.98f;

/* Keeps the better one. */
static void keep(const coding__query *query, const coding__marks *marks, const coding__cover *made, float score,
                 coding__cover *best, float *most)
{
    if (score <= *most) return;
    *most = score;
    *best = *made;
    tell_words(query, marks, best);
    if (!best->words) best->row = UINT32_MAX;
}

enum { JUDGED_MOST = 8 }; /* of the best: those behind them say the same of another site, or only nearly the same */

static void find_best(coding__finder *finder, float most, float least, coding__covers *covers)
{
    coding__cover made;
    coding__marks marks;
    float         score, close = 0, fair = 0;
    for (uint32_t i = 0; i < finder->best_count && i < JUDGED_MOST; i++) {
        if (!judge(&finder->query, &finder->scope, &finder->best[i], least, &made, &marks, &score)) continue;
        if (made.open & CODING_AXIS_OTHER) score *= guessed;
        if (made.text >= most) keep(&finder->query, &marks, &made, score, &covers->close, &close);
        keep(&finder->query, &marks, &made, score, &covers->fair, &fair);
    }
}

bool coding__covers_of(coding_desk *desk, const char *text, size_t length, const coding__scope *scope, float most,
                       float least, coding__covers *covers)
{
    coding__finder *finder = coding__finder_of(desk);
    *covers = (coding__covers){{.row = UINT32_MAX}, {.row = UINT32_MAX}};
    if (!finder || !coding__count(desk->book, CODING__DOCUMENTS)) return false;
    finder->scope = *scope;
    finder->listener.first_stands = true;
    coding__query_read(&finder->query, &finder->listener, text, length);
    if (least >= 1 - CODING__KEY_LACKING && coding__can_contain(desk->book, scope)) coding__contain(finder, least);
    else coding__finder_weigh(finder);
    find_best(finder, most, least, covers);
    coding__finder_forget(finder);
    return covers->fair.row != UINT32_MAX;
}

bool coding__cover_of(coding_desk *desk, const char *text, size_t length, const coding__scope *scope, float least,
                      coding__cover *cover)
{
    coding__covers covers;
    bool           found = coding__covers_of(desk, text, length, scope, least, least, &covers);
    *cover = covers.fair;
    return found;
}
