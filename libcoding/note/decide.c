/* What one mention leads to: the passage it stands in, how it is asserted and where the patient is decide.
 *
 * Of others, denied, and not yet happened is never coded. Of the past is a Z code or nothing; of the family one of
 * Z80-Z84. What is uncertain is coded at the end of a stay (II.H) and not after a visit (IV.H). A result is no
 * diagnosis until a provider says so (III.B). */
#include <string.h>

#include "base/text.h"
#include "entry/trie.h"
#include "note/propose.h"

bool coding__link_has(const coding_book *book, uint32_t link, unsigned field, uint32_t row)
{
    uint32_t first = coding__u32(book, CODING__NOTE_LINKS, link, field);
    uint32_t last = coding__u32(book, CODING__NOTE_LINKS, link, field + 4);
    if (first == UINT32_MAX || last >= coding__count(book, CODING__ROWS)) return false;
    return row >= first && row < coding__u32(book, CODING__ROWS, last, CODING__ROW_PAST);
}

/* Links stand by kind. */
static uint32_t first_of_kind(const coding_book *book, coding__link_kind kind)
{
    uint32_t first = 0, past = coding__count(book, CODING__NOTE_LINKS);
    while (first < past) {
        uint32_t middle = first + (past - first) / 2;
        if (coding__u8(book, CODING__NOTE_LINKS, middle, CODING__LINK_KIND) < (uint32_t)kind) first = middle + 1;
        else past = middle;
    }
    return first;
}

uint32_t coding__link_from(const coding_book *book, uint32_t at, coding__link_kind kind, uint32_t row)
{
    if (!at) at = first_of_kind(book, kind);
    for (; at < coding__count(book, CODING__NOTE_LINKS); at++) {
        if (coding__u8(book, CODING__NOTE_LINKS, at, CODING__LINK_KIND) != (uint32_t)kind) break;
        if (coding__link_has(book, at, CODING__LINK_FIRST, row)) return at;
    }
    return UINT32_MAX;
}

bool coding__are_linked(const coding_book *book, uint32_t row, uint32_t other)
{
    uint32_t link = coding__link_from(book, 0, CODING__LINK_COMBINED, row);
    for (; link != UINT32_MAX; link = coding__link_from(book, link + 1, CODING__LINK_COMBINED, row))
        if (coding__link_has(book, link, CODING__LINK_WITH_FIRST, other)) return true;
    return false;
}

static bool decide_uncertain(const coding__note_reader *reader, coding_setting setting, coding__decision *made)
{
    bool confirmed = coding__link_from(reader->desk->book, 0, CODING__LINK_CONFIRMED, made->row) != UINT32_MAX;
    made->withheld = setting != CODING_SETTING_INPATIENT || confirmed;
    made->reason = made->withheld ? CODING_REASON_SUSPECTED : CODING_REASON_UNCERTAIN;
    return true;
}

/* What a passage lets through as it is stated. */
static bool decide_passage(coding__note_reader *reader, coding_setting setting, uint32_t index, coding__decision *made)
{
    const coding_mention *mention = (const coding_mention *)reader->mentions.items + index;
    char                  letter = coding__letter_of(reader->desk->book, made->row);
    switch (mention->passage) {
    case CODING_PASSAGE_REVIEW:
    case CODING_PASSAGE_EXAM:
    case CODING_PASSAGE_MEDICATION:
    case CODING_PASSAGE_ALLERGY:
    case CODING_PASSAGE_INSTRUCTION:
    case CODING_PASSAGE_TEMPLATE: return false;
    case CODING_PASSAGE_RESULT:
        made->withheld = setting == CODING_SETTING_INPATIENT || letter == 'R' || letter == 'E';
        if (made->withheld) made->reason = CODING_REASON_FINDING;
        return true;
    case CODING_PASSAGE_PAST:
        made->factor = 0.5f;
        if (coding__link_from(reader->desk->book, 0, CODING__LINK_HISTORY, made->row) == UINT32_MAX) return true;
        return coding__decide_past(reader, setting, index, made);
    case CODING_PASSAGE_SOCIAL: return letter == 'F' || letter == 'Z';
    case CODING_PASSAGE_OTHER:
    case CODING_PASSAGE_COMPLAINT:
    case CODING_PASSAGE_PRESENT:
    case CODING_PASSAGE_SURGICAL:
    case CODING_PASSAGE_FAMILY:
    case CODING_PASSAGE_ASSESSMENT:
    case CODING_PASSAGE_OPERATION:
    case CODING_PASSAGE_INDICATION:
    case CODING_PASSAGE_COURSE: return true;
    }
    return true;
}

/* What a visit is for: "indication: screening for colon cancer". */
static bool decide_screening(const coding__note_reader *reader, const coding_mention *mention, coding__decision *made)
{
    static const char  screening[] = "screen";
    const coding_book *book = reader->desk->book;
    const char        *cue = reader->sentence.text + mention->cue.offset;
    if (mention->passage != CODING_PASSAGE_INDICATION && mention->passage != CODING_PASSAGE_COMPLAINT) return false;
    if (mention->assertion != CODING_ASSERT_HYPOTHETICAL || mention->cue.length < sizeof screening - 1
        || !coding__text_equal(cue, sizeof screening - 1, screening, sizeof screening - 1))
        return false;
    uint32_t link = coding__link_from(book, 0, CODING__LINK_SCREENING, made->row);
    if (link == UINT32_MAX) return false;
    made->row = coding__u32(book, CODING__NOTE_LINKS, link, CODING__LINK_ROW);
    return true;
}

/* Who is a relative by marriage alone passes nothing on. */
static bool is_by_marriage(const coding__note_reader *reader, const coding_mention *mention)
{
    static const char *const words[] = {"husband", "wife", "spouse", "partner", "step"};
    const char              *cue = reader->sentence.text + mention->cue.offset;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (mention->cue.length >= length && coding__text_equal(cue, length, words[i], length)) return true;
    }
    return false;
}

/* An operation that is told as done now leaves a status for the next visit, and has none yet. */
static bool is_operation(const coding__note_reader *reader, const coding_mention *mention, uint32_t row)
{
    static const char *const ends[] = {"ectomy", "plasty", "replacement", "bypass", "transplantation", "amputation",
                                       "fusion"};
    const char *past = reader->sentence.text + mention->span.offset + mention->span.length;
    if (coding__letter_of(reader->desk->book, row) != 'Z' || mention->passage == CODING_PASSAGE_PAST) return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (mention->span.length >= length && coding__text_equal(past - length, length, ends[i], length)) return true;
    }
    return false;
}

/* Where a drug that is named is one that the patient takes. */
static bool tells_drugs(coding_passage passage)
{
    return passage != CODING_PASSAGE_REVIEW && passage != CODING_PASSAGE_EXAM && passage != CODING_PASSAGE_RESULT
           && passage != CODING_PASSAGE_ALLERGY && passage != CODING_PASSAGE_FAMILY;
}

/* A stent of the past is still there. */
static bool is_presence(const coding__note_reader *reader, uint32_t row)
{
    return coding__title_has(reader->desk->book, row, "Presence of");
}

/* What happened to the patient is stated, and no status. */
static coding_reason reason_of(const coding__note_reader *reader, uint32_t row)
{
    return coding__letter_of(reader->desk->book, row) == 'Z' ? CODING_REASON_STATUS : CODING_REASON_STATED;
}

static bool tells_status(const coding_mention *mention)
{
    return !(mention->assertion & ~(uint32_t)CODING_ASSERT_HISTORICAL) && tells_drugs(mention->passage)
           && mention->passage != CODING_PASSAGE_OPERATION;
}

bool coding__decide_mention(coding__note_reader *reader, coding_setting setting, uint32_t index, coding__decision *made)
{
    const coding_mention         *mention = (const coding_mention *)reader->mentions.items + index;
    const coding__mention_detail *detail = (const coding__mention_detail *)reader->details.items + index;
    uint32_t                      asserted = mention->assertion;
    *made = (coding__decision){.row = mention->entry.row, .factor = 1};
    bool nowhere = mention->passage == CODING_PASSAGE_INSTRUCTION || mention->passage == CODING_PASSAGE_TEMPLATE;
    if (!mention->entry.book || nowhere || coding__is_within_status(reader, index)) return false;
    if (asserted & (CODING_ASSERT_NEGATED | CODING_ASSERT_HYPOTHETICAL)) return decide_screening(reader, mention, made);
    if (detail->index) {
        made->withheld = true;
        made->reason = CODING_REASON_FINDING;
        return asserted == 0 || (asserted == CODING_ASSERT_HISTORICAL && is_presence(reader, made->row));
    }
    if (detail->allergen) return made->reason = CODING_REASON_STATUS, asserted == 0;
    if (detail->status || detail->done)
        return made->reason = reason_of(reader, made->row), coding__is_status(mention, detail) && tells_status(mention);
    if (detail->drug) return made->reason = CODING_REASON_STATUS, asserted == 0 && tells_drugs(mention->passage);
    if (detail->written && !(asserted & CODING_ASSERT_UNCERTAIN))
        return made->reason = CODING_REASON_WRITTEN, asserted == 0;
    if (asserted & CODING_ASSERT_FAMILY) {
        made->reason = CODING_REASON_FAMILY;
        return !is_by_marriage(reader, mention)
               && coding__look_up(reader, mention, CODING__LINK_FAMILY, "family history of", "Z80", "Z84", &made->row);
    }
    if (asserted & CODING_ASSERT_UNCERTAIN) return decide_uncertain(reader, setting, made);
    if (asserted & CODING_ASSERT_HISTORICAL) return coding__decide_past(reader, setting, index, made);
    if (detail->followed && coding__follow_up(reader, &made->row)) return true;
    if (is_operation(reader, mention, made->row)) return false;
    if (detail->ambiguous) made->withheld = true, made->reason = CODING_REASON_AMBIGUOUS;
    return decide_passage(reader, setting, index, made);
}
