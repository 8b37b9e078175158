/* What is said to be of the past: a status, a history, a fracture that heals, or a disease that does not go away. */
#include <stdio.h>
#include <string.h>

#include "entry/trie.h"
#include "note/propose.h"

static coding_entry entry_of(const coding_book *book, const char *code)
{
    return coding_find(book, coding_parse(CODING_ICD10CM, code, strlen(code)).code);
}

static bool is_within(const coding_book *book, uint32_t row, const char *first, const char *last)
{
    return coding_entry_is_within(coding_book_entry(book, row), entry_of(book, first), entry_of(book, last));
}

static bool is_linked(const coding__note_reader *reader, coding__link_kind kind, uint32_t row)
{
    return coding__link_from(reader->desk->book, 0, kind, row) != UINT32_MAX;
}

/* The first link of a kind whose code stands on the day: Z84.1 had no codes below it until FY2026. */
static uint32_t link_on(const coding__note_reader *reader, coding__link_kind kind, uint32_t row)
{
    const coding_book *book = reader->desk->book;
    uint32_t           link = coding__link_from(book, 0, kind, row);
    for (; link != UINT32_MAX; link = coding__link_from(book, link + 1, kind, row)) {
        uint32_t code = coding__u32(book, CODING__NOTE_LINKS, link, CODING__LINK_ROW);
        if (coding__row_rule(book, code, reader->scope.on) == CODING_RULE_STANDS) return link;
    }
    return UINT32_MAX;
}

/* By table, else by a search within a range for what the words are called when they are of the past or the family. */
bool coding__look_up(coding__note_reader *reader, const coding_mention *mention, coding__link_kind kind,
                     const char *before, const char *first, const char *last, uint32_t *row)
{
    const coding_book *book = reader->desk->book;
    uint32_t           link = link_on(reader, kind, mention->entry.row);
    coding__scope      scope = reader->scope;
    coding__cover      cover = {.row = 0};
    char               text[160];
    if (link != UINT32_MAX) return *row = coding__u32(book, CODING__NOTE_LINKS, link, CODING__LINK_ROW), true;
    coding_entry from = entry_of(book, first), to = entry_of(book, last);
    if (!from.book || !to.book || mention->span.length > 96) return false;
    scope.first = from.row;
    scope.past = coding__u32(book, CODING__ROWS, to.row, CODING__ROW_PAST);
    int  length = snprintf(text, sizeof text, "%s %.*s", before, (int)mention->span.length,
                           reader->sentence.text + mention->span.offset);
    bool found = coding__cover_of(reader->desk, text, (size_t)length, &scope, 0.8f, &cover) && cover.query >= 0.9f;
    memset(text, 0, sizeof text);
    *row = cover.row;
    return found;
}

bool coding__follow_up(const coding__note_reader *reader, uint32_t *row)
{
    const coding_book *book = reader->desk->book;
    coding_code        code = coding__row_code(book, *row);
    if (coding__letter_of(book, *row) != 'S' || coding_code_length(code) != 7 || coding_code_character(code, 6) != 'A')
        return false;
    coding_entry entry = coding_find(book, coding_code_append(coding_code_prefix(code, 6), 'D'));
    return entry.book ? *row = entry.row, true : false;
}

/* "Acute kidney injury, resolved": of a stay, and coded; of a visit, why they came. */
static bool resolved_now(const coding__note_reader *reader, coding_setting setting, const coding_mention *mention)
{
    bool behind = mention->cue.length && mention->cue.offset > mention->span.offset;
    bool stays = setting == CODING_SETTING_INPATIENT
                 && (mention->passage == CODING_PASSAGE_ASSESSMENT || mention->passage == CODING_PASSAGE_COURSE);
    return behind && (stays || coding__letter_of(reader->desk->book, mention->entry.row) == 'R');
}

static bool decide_history(coding__note_reader *reader, const coding_mention *mention, coding__decision *made)
{
    made->reason = CODING_REASON_HISTORY;
    if (!is_linked(reader, CODING__LINK_HISTORY, made->row)
        && coding__look_up(reader, mention, CODING__LINK_FORMER, "personal history of", "Z85", "Z87", &made->row))
        return true;
    return coding__look_up(reader, mention, CODING__LINK_HISTORY, "personal history of", "Z85", "Z87", &made->row);
}

bool coding__decide_past(coding__note_reader *reader, coding_setting setting, uint32_t index, coding__decision *made)
{
    const coding_mention         *mention = (const coding_mention *)reader->mentions.items + index;
    const coding__mention_detail *detail = (const coding__mention_detail *)reader->details.items + index;
    bool                          behind = mention->cue.length && mention->cue.offset > mention->span.offset;
    if (resolved_now(reader, setting, mention)) return true;
    if ((detail->followed || behind) && coding__follow_up(reader, &made->row)) return true;
    if (coding__letter_of(reader->desk->book, made->row) == 'Z' && !is_linked(reader, CODING__LINK_FORMER, made->row)) {
        bool status = is_within(reader->desk->book, made->row, "Z89", "Z99");
        return made->reason = status ? CODING_REASON_STATUS : CODING_REASON_HISTORY, true;
    }
    if (!behind && is_linked(reader, CODING__LINK_LASTING, made->row)) return made->factor = 0.5f, true;
    if (is_linked(reader, CODING__LINK_SEQUELA, made->row)) return made->reason = CODING_REASON_HISTORY, true;
    return decide_history(reader, mention, made);
}
