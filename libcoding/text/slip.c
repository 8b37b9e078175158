/* What slips cost: letters that sound alike, stand side by side on the keyboard, or are doubled, are cheap. */
#include <string.h>

#include "text/spell.h"

enum { LONGEST = 48, PLAIN = 10, NEAR = 8, ALIKE = 5, DOUBLED = 4, MUTE = 0, SILENT = 6, SWAPPED = 6, FIRST = 5, TIMES = 8 };

static const char *const keyboard[] = {
    ['a' - 'a'] = "qwsz", ['b' - 'a'] = "vghn", ['c' - 'a'] = "xdfv", ['d' - 'a'] = "serfcx", ['e' - 'a'] = "wsdr",
    ['f' - 'a'] = "drtgvc", ['g' - 'a'] = "ftyhbv", ['h' - 'a'] = "gyujnb", ['i' - 'a'] = "ujko", ['j' - 'a'] = "huikmn",
    ['k' - 'a'] = "jiolm", ['l' - 'a'] = "kop", ['m' - 'a'] = "njk", ['n' - 'a'] = "bhjm", ['o' - 'a'] = "iklp",
    ['p' - 'a'] = "ol", ['q' - 'a'] = "wa", ['r' - 'a'] = "edft", ['s' - 'a'] = "awedxz", ['t' - 'a'] = "rfgy",
    ['u' - 'a'] = "yhji", ['v' - 'a'] = "cfgb", ['w' - 'a'] = "qase", ['x' - 'a'] = "zsdc", ['y' - 'a'] = "tghu",
    ['z' - 'a'] = "asx",
};

/* Letters that are written for one another by ear share a bit: "aeiouy", "ckqs", "szcx", "gj", "fpv", "td", "mn", "bp",
 * "uw". */
static const uint16_t heard_as[] = {
    ['a' - 'a'] = 1, ['e' - 'a'] = 1, ['i' - 'a'] = 1, ['o' - 'a'] = 1, ['u' - 'a'] = 1 | 256, ['y' - 'a'] = 1,
    ['c' - 'a'] = 2 | 4, ['k' - 'a'] = 2, ['q' - 'a'] = 2, ['s' - 'a'] = 2 | 4, ['z' - 'a'] = 4, ['x' - 'a'] = 4,
    ['g' - 'a'] = 8, ['j' - 'a'] = 8, ['f' - 'a'] = 16, ['p' - 'a'] = 16 | 128, ['v' - 'a'] = 16, ['b' - 'a'] = 128,
    ['t' - 'a'] = 32, ['d' - 'a'] = 32, ['m' - 'a'] = 64, ['n' - 'a'] = 64, ['w' - 'a'] = 256,
};

static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

static uint32_t change(char wrong, char right)
{
    if (wrong == right) return 0;
    if (!is_letter(wrong) || !is_letter(right)) return PLAIN;
    if (heard_as[wrong - 'a'] & heard_as[right - 'a']) return ALIKE;
    return strchr(keyboard[right - 'a'], wrong) ? NEAR : PLAIN;
}

/* A letter too many or too few beside `before`, another of its kind or not. `after` follows a first letter that is
 * written but not heard: "psoriasis", "pneumonia". */
static uint32_t extra(char letter, char before, char after)
{
    if (!before && letter == 'p' && after && strchr("snt", after)) return MUTE;
    if (letter == before) return DOUBLED;
    return strchr("aeiouyh", letter) ? SILENT : TIMES;
}

uint32_t coding__slip_cost(const char *wrong, size_t wrong_length, const char *right, size_t right_length)
{
    uint16_t rows[3][LONGEST + 1];
    if (wrong_length > LONGEST || right_length > LONGEST) return UINT32_MAX;
    rows[0][0] = 0;
    for (size_t j = 1; j <= wrong_length; j++) rows[0][j] = (uint16_t)(rows[0][j - 1] + extra(wrong[j - 1], j > 1 ? wrong[j - 2] : '\0', 0));
    for (size_t i = 1; i <= right_length; i++) {
        uint16_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *higher = rows[(i + 1) % 3];
        row[0] = (uint16_t)(above[0] + extra(right[i - 1], i > 1 ? right[i - 2] : '\0', i < right_length ? right[i] : '\0'));
        for (size_t j = 1; j <= wrong_length; j++) {
            uint32_t cost = above[j - 1] + change(wrong[j - 1], right[i - 1]);
            uint32_t missing = above[j] + extra(right[i - 1], i > 1 ? right[i - 2] : '\0', i < right_length ? right[i] : '\0');
            uint32_t added = row[j - 1] + extra(wrong[j - 1], j > 1 ? wrong[j - 2] : '\0', 0);
            cost = cost < missing ? cost : missing;
            cost = cost < added ? cost : added;
            bool swapped = i > 1 && j > 1 && wrong[j - 1] == right[i - 2] && wrong[j - 2] == right[i - 1];
            if (swapped && higher[j - 2] + (uint32_t)SWAPPED < cost) cost = higher[j - 2] + (uint32_t)SWAPPED;
            row[j] = (uint16_t)cost;
        }
    }
    uint32_t cost = rows[right_length % 3][wrong_length];
    return wrong_length && right_length && wrong[0] != right[0] ? cost + FIRST : cost;
}
