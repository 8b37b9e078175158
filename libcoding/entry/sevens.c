/* 7th characters: the codes that complete a row, with the meanings that the nearest definition above gives. */
#include <coding/entry.h>

#include "entry/desk.h"
#include "entry/snapshot.h"
#include "entry/trie.h"

static const char *defined_at(const coding_book *book, uint32_t row, char character, uint32_t snapshot, bool *defines)
{
    uint32_t count = coding__count(book, CODING__SEVENS);
    uint32_t at = coding__lower_bound(book, CODING__SEVENS, CODING__SEVEN_ROW, row, 0, count);
    for (; at < count && coding__u32(book, CODING__SEVENS, at, CODING__SEVEN_ROW) == row; at++) {
        if (!(coding__u32(book, CODING__SEVENS, at, CODING__SEVEN_SNAPSHOTS) & snapshot)) continue;
        *defines = true;
        if (coding__u8(book, CODING__SEVENS, at, CODING__SEVEN_CHARACTER) == (uint32_t)(unsigned char)character)
            return coding__text_of(book, CODING__SEVENS, at, CODING__SEVEN_TEXT);
    }
    return "";
}

/* The nearest definition above counts, as a whole: an inner one replaces an outer one. */
static const char *meaning_of(coding_entry entry, char character, uint32_t snapshot)
{
    bool     defines = false;
    unsigned depth = 0;
    for (coding_entry at = entry; at.book && depth <= CODING__SYMBOLS; at = coding_entry_parent(at), depth++) {
        const char *text = defined_at(at.book, at.row, character, snapshot, &defines);
        if (defines) return text;
    }
    return "";
}

static bool is_placeholder_only(coding_code code, coding_code row)
{
    for (size_t i = coding_code_length(row); i < 6; i++)
        if (coding_code_character(code, i) != 'X') return false;
    return coding_code_length(code) == 7;
}

coding_sevens coding_entry_sevens(coding_desk *desk, coding_entry entry, coding_date on)
{
    coding__list list = {0};
    coding_code  code = coding_entry_code(entry);
    if (!entry.book || coding_code_system(code) != CODING_ICD10CM) return (coding_sevens){0};
    uint32_t       snapshot = coding__snapshot_on(entry.book, CODING_ICD10CM, on);
    coding_entries children = coding_entry_children(desk, entry, on);
    for (size_t i = 0; i < children.count; i++) {
        coding_code complete = coding_entry_code(children.items[i]);
        if (!is_placeholder_only(complete, code)) continue;
        coding_seven *seven = coding__list_add(&desk->arena, &list, sizeof *seven);
        if (!seven) break;
        seven->character = coding_code_character(complete, 6);
        seven->code = complete;
        seven->text = meaning_of(entry, seven->character, snapshot);
    }
    coding_status status = list.failed ? CODING_NO_MEMORY : children.status;
    return (coding_sevens){status, list.items, list.count};
}
