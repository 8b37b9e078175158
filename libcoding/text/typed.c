#include "text/typed.h"

#include <string.h>

#include "entry/trie.h"

static void put_first(coding__finder *finder, uint32_t row)
{
    float    most = finder->found_count ? finder->found[0].score : 0;
    uint32_t at = 0;
    while (at < finder->found_count && finder->found[at].row != row) at++;
    if (at == finder->found_count && finder->found_count < CODING__FINDER_HITS) finder->found_count++;
    if (at >= finder->found_count) at = finder->found_count - 1;
    memmove(finder->found + 1, finder->found, at * sizeof *finder->found);
    finder->found[0] = (coding__found){.row = row, .document = CODING__TYPED, .score = most + 1};
}

static bool may_answer(const coding__finder *finder, uint32_t row)
{
    coding_rule rule = coding__row_rule(finder->query.book, row, finder->scope.on);
    if (!coding__scope_has(finder->query.book, &finder->scope, row)) return false;
    return finder->scope.billable_only ? rule == CODING_RULE_STANDS : coding__rule_is_there(rule);
}

/* Systems whose codes look like words or numbers are asked only by name. */
static bool is_asked(const coding__finder *finder, uint32_t system)
{
    bool plain = system == CODING_ICD10CM || system == CODING_ICD10PCS || system == CODING_HCPCS;
    return plain || !finder->scope.any_system;
}

void coding__find_typed(coding__finder *finder, const char *text, size_t length)
{
    const coding_book *book = finder->query.book;
    if (length > 32 || !length) return;
    for (uint32_t i = coding__count(book, CODING__SYSTEMS); i-- > 0;) {
        uint32_t      system = coding__u32(book, CODING__SYSTEMS, i, CODING__SYSTEM_NUMBER);
        coding_parsed parsed = coding_parse((coding_system)system, text, length);
        if (!parsed.code || !is_asked(finder, system)) continue;
        coding_entry entry = coding_find(book, parsed.code);
        if (entry.book && may_answer(finder, entry.row)) put_first(finder, entry.row);
    }
}
