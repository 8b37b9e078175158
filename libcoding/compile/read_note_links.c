/* What mentions of a note lead to, kept by hand:
 *
 *     word     use   code    because         link      of   with  code   because
 *     insulin  drug  Z79.4   OG I.C.4.a.3    combined  I10  I50   I11.0  OG I.C.9.a.1
 *
 * `of` and `with` are ranges of diagnoses, several parted by blanks; each of one holds with each of the other. */
#include <string.h>

#include "compile/ranges.h"
#include "compile/readers.h"
#include "note/token.h"

enum { TEXT_MOST = 64, USES = CODING__NOTE_DONE + 1 };

/* The diagnosis of a cell; 0 for '-', or with a fault. */
static coding_code code_in(coding__tsv *table, bool *wrong)
{
    coding__cell cell = coding__table_cell(table, "code");
    coding_code  code = coding__cell_is(cell, "-") ? 0 : coding__diagnosis_code(cell);
    *wrong = !code && !coding__cell_is(cell, "-");
    return code;
}

static int use_of(coding__cell cell)
{
    static const char *const names[] = {
        [CODING__NOTE_IDLE] = "idle", [CODING__NOTE_WEAK] = "weak", [CODING__NOTE_DRUG] = "drug",
        [CODING__NOTE_BESIDE] = "beside", [CODING__NOTE_STANDS] = "stands", [CODING__NOTE_DOUBTFUL] = "doubtful",
        [CODING__NOTE_PLACED] = "placed", [CODING__NOTE_ALLERGEN] = "allergen",
        [CODING__NOTE_STATUS] = "status", [CODING__NOTE_DONE] = "done",
    };
    int use = 0;
    while (use < USES && !coding__cell_is(cell, names[use])) use++;
    return use;
}

static bool may_be_phrase(int use)
{
    return use == CODING__NOTE_BESIDE || use == CODING__NOTE_STATUS || use == CODING__NOTE_DONE;
}

static bool read_word(coding__tsv *table, uint32_t origin)
{
    char              text[TEXT_MOST];
    bool              wrong;
    unsigned          tokens = 0;
    coding__note_word word = {.origin = origin, .line = table->lines.number, .code = code_in(table, &wrong)};
    coding__cell      cell = coding__table_cell(table, "word");
    size_t            length = coding__canonical(cell.text, cell.length, text, sizeof text, &tokens);
    int               use = use_of(coding__table_cell(table, "use"));
    if (use == USES) return coding__table_fault(table, "use", "none of those there are: left out");
    if (!length || tokens > (may_be_phrase(use) ? CODING__NOTE_WORD_TOKENS : 1u))
        return coding__table_fault(table, "word", "not one word: left out");
    if (wrong || (use >= CODING__NOTE_DRUG) != (word.code != 0))
        return coding__table_fault(table, "code", "idle and weak words have none here, others have one: left out");
    word.text = coding__intern(table->model, text, length);
    word.use = (uint8_t)use;
    *(coding__note_word *)coding__push(table->model, &table->model->notes.words, sizeof word) = word;
    return true;
}

static uint8_t kind_of(coding__cell cell)
{
    static const char *const names[CODING__LINK_TOTAL] = {
        [CODING__LINK_COMBINED] = "combined", [CODING__LINK_ADDED] = "added",
        [CODING__LINK_INTEGRAL] = "integral", [CODING__LINK_HISTORY] = "history",
        [CODING__LINK_FAMILY] = "family",     [CODING__LINK_CONFIRMED] = "confirmed",
        [CODING__LINK_BESIDE] = "beside",     [CODING__LINK_LASTING] = "lasting",
        [CODING__LINK_FORMER] = "former",     [CODING__LINK_SYMPTOM] = "symptom",
        [CODING__LINK_BRIEF] = "brief",       [CODING__LINK_SEQUELA] = "sequela",
        [CODING__LINK_EVIDENCE] = "evidence", [CODING__LINK_ALLERGY] = "allergy",
        [CODING__LINK_SCREENING] = "screening", [CODING__LINK_IMPLIED] = "implied",
        [CODING__LINK_SEVERE] = "severe",     [CODING__LINK_NAMED] = "named",
    };
    uint8_t kind = 0;
    while (kind < CODING__LINK_TOTAL && !coding__cell_is(cell, names[kind])) kind++;
    return kind;
}

/* Each range of one with each of the other. */
static void add_links(coding__tsv *table, coding__note_link link)
{
    coding__model *model = table->model;
    uint32_t       of_count, with_count;
    uint32_t       of = coding__read_ranges(table, "of", coding__diagnosis_code, &of_count);
    uint32_t       with = coding__read_ranges(table, "with", coding__diagnosis_code, &with_count);
    for (uint32_t i = of; i < of + of_count; i++) {
        for (uint32_t j = with; j < with + (with_count ? with_count : 1) && !model->no_memory; j++) {
            const coding__code_range *ranges = model->claims.ranges.items;
            link.of = ranges[i];
            link.with = with_count ? ranges[j] : (coding__code_range){0};
            *(coding__note_link *)coding__push(model, &model->notes.links, sizeof link) = link;
        }
    }
}

static bool read_link(coding__tsv *table, uint32_t origin)
{
    bool              wrong;
    coding__note_link link = {.origin = origin, .line = table->lines.number, .code = code_in(table, &wrong)};
    link.kind = kind_of(coding__table_cell(table, "link"));
    if (link.kind == CODING__LINK_TOTAL) return coding__table_fault(table, "link", "none of those there are: left out");
    if (wrong) return coding__table_fault(table, "code", "no diagnosis: left out");
    add_links(table, link);
    return true;
}

static bool recognises_words(const coding__file *file) { return coding__is_table(file, "word use code because"); }
static bool recognises_links(const coding__file *file) { return coding__is_table(file, "link of with code"); }

static void read_words(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "word use code because", read_word);
}

static void read_links(coding__model *model, const coding__file *file)
{
    coding__read_table(model, file, "link of with code because", read_link);
}

const coding__reader coding__note_words_reader = {
    .kind = "words of notes",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_words,
    .read = read_words,
};

const coding__reader coding__note_links_reader = {
    .kind = "what mentions lead to",
    .turn = CODING__TURN_RELEASES,
    .recognises = recognises_links,
    .read = read_links,
};
