/* More than a code in the field: a title behind it, or several codes. Up to three words together are read as one code
 * (E11 9), the longest that stands; where none does, words that look like codes are repaired. */
#include "entry/suggest.h"

#include "base/text.h"

#include <string.h>

enum { WORDS_MOST = 256, TOGETHER_MOST = 3, REPAIRED_MOST = 8, LOOKS_LIKE_CODE = 3 };

typedef struct word {
    const char *text;
    size_t      length;
    bool        used; /* it stands, alone or with others */
} word;

typedef struct words {
    coding__suggesting *s;
    word                items[WORDS_MOST];
    size_t              count;
    size_t              codes; /* words that look like codes */
    coding_code         found[CODING__NEAR_MOST];
    size_t              found_count;
} words;

/* A dash parts a code of CPT or HCPCS from its modifiers; elsewhere it is in the code by mistake. */
static bool is_of_word(coding_system system, char c)
{
    bool dash = c == '-' && system != CODING_HCPCS && system != CODING_CPT;
    return coding__is_digit(c) || coding__is_upper(c) || c == '.' || dash;
}

static bool looks_like_code(const word *w)
{
    bool digit = false;
    for (size_t i = 0; i < w->length; i++) digit |= coding__is_digit(w->text[i]);
    return digit && w->length >= LOOKS_LIKE_CODE;
}

static void part(words *ws, const coding__folded *folded)
{
    for (size_t at = 0; at < folded->length && ws->count < WORDS_MOST;) {
        size_t first = at;
        while (at < folded->length && is_of_word(ws->s->system, folded->text[at])) at++;
        if (at > first) {
            ws->items[ws->count] = (word){folded->text + first, at - first, false};
            ws->codes += looks_like_code(&ws->items[ws->count++]);
        } else at++;
    }
}

static coding__guess guess_of(const words *ws, size_t first, size_t count)
{
    const word *last = &ws->items[first + count - 1];
    return coding__guess_of(ws->items[first].text, (size_t)(last->text + last->length - ws->items[first].text));
}

static coding_code standing(coding__suggesting *s, const coding__guess *guess)
{
    uint32_t     at = guess->length ? coding__node_of(s, guess->text, guess->length) : 0;
    coding__node node = coding__node_at(s->book, at);
    return at && coding__node_stands(s, &node) ? coding__row_code(s->book, node.row - 1) : 0;
}

/* The words from `first` on that are together a code; how many they are, 0 if none. */
static size_t find_from(words *ws, size_t first)
{
    for (size_t count = TOGETHER_MOST; count > 0; count--) {
        if (first + count > ws->count) continue;
        coding__guess guess = guess_of(ws, first, count);
        coding_code   code = standing(ws->s, &guess);
        if (!code) continue;
        if (ws->found_count < CODING__NEAR_MOST) ws->found[ws->found_count++] = code;
        for (size_t i = 0; i < count; i++) ws->items[first + i].used = true;
        return count;
    }
    return 0;
}

static coding_repair name_of(const words *ws)
{
    return ws->found_count > 1 || ws->codes > 1 ? CODING_REPAIR_SPLIT : CODING_REPAIR_TITLE;
}

/* A title with no blank before it: the beginning of the text that stands, if words follow. */
static void repair_glued(coding__suggesting *s, const coding__folded *folded)
{
    size_t        most = folded->length < CODING__GUESS_MOST ? folded->length : CODING__GUESS_MOST;
    coding__guess guess = coding__guess_of(folded->text, most);
    uint32_t      at = coding__root(s->book, (unsigned)s->system);
    for (unsigned length = 0; at && length + 2 <= guess.length; length++) {
        coding__node node = coding__node_at(s->book, at);
        const char  *rest = guess.text + length;
        bool         title = coding__is_upper(rest[0]) && coding__is_upper(rest[1]);
        if (title && !coding__is_seventh(rest, guess.length - length))
            coding__offer_node(s, &node, CODING_REPAIR_TITLE, CODING__COST_WORDS + 1);
        at = coding__child(&node, coding__symbol_of(rest[0]));
    }
}

/* Words that look like codes and do not stand may be misread. Where nothing stands, the first of them may also be a
 * code that needs more. */
static void repair_others(words *ws)
{
    bool     alone = ws->s->best == UINT32_MAX;
    unsigned repaired = 0;
    for (size_t i = 0; i < ws->count && repaired < REPAIRED_MOST; i++) {
        coding__guess guess = guess_of(ws, i, 1);
        if (ws->items[i].used || !guess.length || !looks_like_code(&ws->items[i])) continue;
        guess.repair = name_of(ws);
        guess.cost = CODING__COST_WORDS;
        if (alone && !repaired) coding__repair_guess(ws->s, &guess);
        else coding__repair_lookalike(ws->s, &guess);
        repaired++;
    }
}

static void offer_found(words *ws)
{
    for (size_t i = 0; i < ws->found_count; i++) coding__offer(ws->s, ws->found[i], name_of(ws), CODING__COST_WORDS);
}

void coding__repair_words(coding__suggesting *s, const coding__folded *folded)
{
    words *ws = coding__arena_take(&s->desk->arena, sizeof *ws);
    s->failed |= !ws;
    if (!ws) return;
    ws->s = s;
    part(ws, folded);
    for (size_t i = 0, count; i < ws->count; i += count ? count : 1) count = find_from(ws, i);
    if (ws->count > 1) offer_found(ws);
    if (!ws->found_count) repair_glued(s, folded);
    if (ws->count > 1 && (ws->found_count || s->best == UINT32_MAX)) repair_others(ws);
}
