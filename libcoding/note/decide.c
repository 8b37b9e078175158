/* What one mention leads to: the passage it stands in, how it is asserted and where the patient is decide.
 *
 * Of others, denied, and not yet happened is never coded. Of the past is a Z code or nothing; of the family one of
 * Z80-Z84. What is uncertain is coded at the end of a stay (II.H) and not after a visit (IV.H). A result is no
 * diagnosis until a provider says so (III.B). */
#include <stdio.h>
#include <string.h>

#include "entry/trie.h"
#include "note/propose.h"

bool coding__link_has(const coding_book *book, uint32_t link, unsigned field, uint32_t row)
{
    uint32_t first = coding__u32(book, CODING__NOTE_LINKS, link, field);
    uint32_t last = coding__u32(book, CODING__NOTE_LINKS, link, field + 4);
    if (first == UINT32_MAX || last >= coding__count(book, CODING__ROWS)) return false;
    return row >= first && row < coding__u32(book, CODING__ROWS, last, CODING__ROW_PAST);
}

uint32_t coding__link_from(const coding_book *book, uint32_t at, coding__link_kind kind, uint32_t row)
{
    for (; at < coding__count(book, CODING__NOTE_LINKS); at++) {
        bool same = coding__u8(book, CODING__NOTE_LINKS, at, CODING__LINK_KIND) == (uint32_t)kind;
        if (same && coding__link_has(book, at, CODING__LINK_FIRST, row)) return at;
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

static char letter_of(const coding_book *book, uint32_t row)
{
    return coding_code_character(coding__row_code(book, row), 0);
}

static coding_entry entry_of(const coding_book *book, const char *code)
{
    return coding_find(book, coding_parse(CODING_ICD10CM, code, strlen(code)).code);
}

static bool is_within(const coding_book *book, uint32_t row, const char *first, const char *last)
{
    return coding_entry_is_within(coding_book_entry(book, row), entry_of(book, first), entry_of(book, last));
}

/* By table, else by a search within a range for what the words are called when they are of the past or the family. */
static bool look_up(coding__note_reader *reader, const coding_mention *mention, coding__link_kind kind,
                    const char *before, const char *first, const char *last, uint32_t *row)
{
    const coding_book *book = reader->desk->book;
    uint32_t           link = coding__link_from(book, 0, kind, mention->entry.row);
    coding__scope      scope = reader->scope;
    coding__cover      cover = {.row = 0};
    char               text[160];
    if (link != UINT32_MAX) return *row = coding__u32(book, CODING__NOTE_LINKS, link, CODING__LINK_ROW), true;
    coding_entry from = entry_of(book, first), to = entry_of(book, last);
    if (!from.book || !to.book || mention->span.length > 96) return false;
    scope.first = from.row;
    scope.past = coding__u32(book, CODING__ROWS, to.row, CODING__ROW_PAST);
    int length = snprintf(text, sizeof text, "%s %.*s", before, (int)mention->span.length,
                          reader->sentence.text + mention->span.offset);
    bool found = coding__cover_of(reader->desk, text, (size_t)length, &scope, 0.8f, &cover) && cover.query >= 0.9f;
    memset(text, 0, sizeof text);
    *row = cover.row;
    return found;
}

/* A fracture that heals is still coded as such, with the encounter that goes with it. */
static bool follow_up(const coding__note_reader *reader, uint32_t *row)
{
    const coding_book *book = reader->desk->book;
    coding_code        code = coding__row_code(book, *row);
    if (letter_of(book, *row) != 'S' || coding_code_length(code) != 7 || coding_code_character(code, 6) != 'A') return false;
    coding_entry entry = coding_find(book, coding_code_append(coding_code_prefix(code, 6), 'D'));
    return entry.book ? *row = entry.row, true : false;
}

static bool decide_past(coding__note_reader *reader, const coding_mention *mention, coding__decision *made)
{
    bool behind = mention->cue.length && mention->cue.offset > mention->span.offset;
    if (letter_of(reader->desk->book, made->row) == 'R' && behind) return true; /* what resolved was why they came */
    if (follow_up(reader, &made->row)) return true;
    bool status = is_within(reader->desk->book, made->row, "Z89", "Z99");
    made->reason = status ? CODING_REASON_STATUS : CODING_REASON_HISTORY;
    if (letter_of(reader->desk->book, made->row) == 'Z') return true;
    return look_up(reader, mention, CODING__LINK_HISTORY, "personal history of", "Z85", "Z87", &made->row);
}

static bool decide_uncertain(const coding__note_reader *reader, coding_setting setting, coding__decision *made)
{
    bool confirmed = coding__link_from(reader->desk->book, 0, CODING__LINK_CONFIRMED, made->row) != UINT32_MAX;
    made->withheld = setting != CODING_SETTING_INPATIENT || confirmed;
    made->reason = made->withheld ? CODING_REASON_SUSPECTED : CODING_REASON_UNCERTAIN;
    return true;
}

/* What a passage lets through as it is stated. */
static bool decide_passage(coding__note_reader *reader, coding_setting setting, const coding_mention *mention,
                           coding__decision *made)
{
    char letter = letter_of(reader->desk->book, made->row);
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
        return decide_past(reader, mention, made);
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

/* Where a drug that is named is one that the patient takes. */
static bool tells_drugs(coding_passage passage)
{
    return passage != CODING_PASSAGE_REVIEW && passage != CODING_PASSAGE_EXAM && passage != CODING_PASSAGE_RESULT
           && passage != CODING_PASSAGE_ALLERGY && passage != CODING_PASSAGE_FAMILY;
}

bool coding__decide_mention(coding__note_reader *reader, coding_setting setting, uint32_t index, coding__decision *made)
{
    const coding_mention         *mention = (const coding_mention *)reader->mentions.items + index;
    const coding__mention_detail *detail = (const coding__mention_detail *)reader->details.items + index;
    uint32_t                      asserted = mention->assertion;
    *made = (coding__decision){.row = mention->entry.row, .factor = 1};
    bool nowhere = mention->passage == CODING_PASSAGE_INSTRUCTION || mention->passage == CODING_PASSAGE_TEMPLATE;
    if (!mention->entry.book || nowhere) return false;
    if (asserted & (CODING_ASSERT_NEGATED | CODING_ASSERT_HYPOTHETICAL)) return false;
    if (detail->index) {
        made->withheld = true;
        made->reason = CODING_REASON_FINDING;
        return asserted == 0;
    }
    if (detail->drug) return made->reason = CODING_REASON_STATUS, asserted == 0 && tells_drugs(mention->passage);
    if (detail->written && !(asserted & CODING_ASSERT_UNCERTAIN))
        return made->reason = CODING_REASON_WRITTEN, asserted == 0;
    if (asserted & CODING_ASSERT_FAMILY) {
        made->reason = CODING_REASON_FAMILY;
        return look_up(reader, mention, CODING__LINK_FAMILY, "family history of", "Z80", "Z84", &made->row);
    }
    if (asserted & CODING_ASSERT_UNCERTAIN) return decide_uncertain(reader, setting, made);
    if (asserted & CODING_ASSERT_HISTORICAL) return decide_past(reader, mention, made);
    if (detail->followed && follow_up(reader, &made->row)) return true;
    if (detail->ambiguous) made->withheld = true, made->reason = CODING_REASON_AMBIGUOUS;
    return decide_passage(reader, setting, mention, made);
}
