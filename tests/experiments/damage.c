#include "experiments/damage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint32_t roll(dice *d, uint32_t sides)
{
    uint64_t z = d->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) >> 32) % sides;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The text with a piece of another put in at `at`. */
static void put_in(char *text, const char *from, size_t at, const char *piece)
{
    snprintf(text, DAMAGE_TEXT, "%.*s%s%s", (int)at, from, piece, from + at);
}

/* --- What is read without a word: rows 1, 2, 3 and 5. */

static bool surround(dice *d, const subject *s, char *text)
{
    static const char *const around[][2] = {
        {" ", " "}, {"\"", "\""}, {"\xC2\xA0", ""}, {"\xEF\xBB\xBF", ""}, {"", ","}};
    uint32_t which = roll(d, sizeof around / sizeof *around);
    snprintf(text, DAMAGE_TEXT, "%s%s%s", around[which][0], s->text, around[which][1]);
    return true;
}

static bool lower(dice *d, const subject *s, char *text)
{
    (void)d;
    size_t i = 0;
    for (; s->text[i]; i++) text[i] = s->text[i] >= 'A' && s->text[i] <= 'Z' ? (char)(s->text[i] + 32) : s->text[i];
    text[i] = '\0';
    return true;
}

static bool leave_out_dot(dice *d, const subject *s, char *text)
{
    (void)d;
    strcpy(text, s->bare);
    return strcmp(s->bare, s->text) != 0;
}

/* --- Dots, commas and blanks: row 4. */

static bool misplace_dot(dice *d, const subject *s, char *text)
{
    size_t length = strlen(s->bare), at = 1 + roll(d, (uint32_t)length - 1);
    put_in(text, s->bare, at, ".");
    return length > 3 && at != 3;
}

static bool replace_dot(const subject *s, char *text, const char *by)
{
    put_in(text, s->bare, 3, by);
    return strlen(s->bare) > 3;
}

static bool comma_for_dot(dice *d, const subject *s, char *text) { return (void)d, replace_dot(s, text, ","); }
static bool blank_for_dot(dice *d, const subject *s, char *text) { return (void)d, replace_dot(s, text, " "); }
static bool two_dots(dice *d, const subject *s, char *text) { return (void)d, replace_dot(s, text, ".."); }

/* --- Too much behind: rows 6, 10, 16, 17 and 18. */

static bool add(const subject *s, char *text, const char *tail)
{
    snprintf(text, DAMAGE_TEXT, "%s%s", s->text, tail);
    return true;
}

static bool trailing_x(dice *d, const subject *s, char *text) { return (void)d, add(s, text, "X"); }
static bool trailing_dash(dice *d, const subject *s, char *text) { return (void)d, add(s, text, "-"); }
static bool trailing_zero(dice *d, const subject *s, char *text) { return (void)d, add(s, text, "0"); }
static bool bare_decimals(dice *d, const subject *s, char *text)
{
    (void)d;
    snprintf(text, DAMAGE_TEXT, "%s.0", s->bare);
    return true;
}

static bool title_behind(dice *d, const subject *s, char *text)
{
    static const char *const between[] = {" ", ": ", " - ", "\t", ", "};
    snprintf(text, DAMAGE_TEXT, "%s%s%s", s->text, between[roll(d, sizeof between / sizeof *between)], s->title);
    return *s->title != '\0';
}

static bool title_glued(dice *d, const subject *s, char *text)
{
    (void)d;
    snprintf(text, DAMAGE_TEXT, "%s%s", s->text, s->title);
    return *s->title != '\0';
}

static bool needless_seventh(dice *d, const subject *s, char *text)
{
    char   seventh[2] = {"ADS"[roll(d, 3)], '\0'};
    size_t length = strlen(s->bare);
    strcpy(text, s->bare);
    for (size_t held = roll(d, 2) ? 6 : length; length < held; length++) strcat(text, "X");
    strcat(text, seventh);
    return strlen(s->bare) < 7;
}

/* --- Placeholders: row 7. */

static bool leave_out_placeholders(dice *d, const subject *s, char *text)
{
    (void)d;
    bool any = false;
    for (size_t i = 0; s->bare[i]; i++) {
        bool held = s->bare[i] == 'X' && i >= 3 && i < 6;
        if (!held) *text++ = s->bare[i];
        any |= held;
    }
    *text = '\0';
    return any && strlen(s->bare) == 7;
}

/* --- Lookalikes: row 8. */

const char *lookalikes_of(char c)
{
    switch (c) {
    case '0': return "O"; case 'O': return "0"; case '1': return "Il"; case 'I': return "1l"; case 'L': return "1I";
    case '5': return "S"; case 'S': return "5"; case '8': return "B"; case 'B': return "8";
    case '2': return "Z"; case 'Z': return "2"; default: return "";
    }
}

static bool one_lookalike(dice *d, const subject *s, char *text)
{
    size_t places[CODING_CODE_TEXT], count = 0;
    strcpy(text, s->text);
    for (size_t i = 0; text[i]; i++)
        if (*lookalikes_of(text[i])) places[count++] = i;
    if (!count) return false;
    size_t      at = places[roll(d, (uint32_t)count)];
    const char *like = lookalikes_of(text[at]);
    text[at] = like[roll(d, (uint32_t)strlen(like))];
    return true;
}

static bool every_lookalike(dice *d, const subject *s, char *text)
{
    size_t count = 0;
    strcpy(text, s->text);
    for (size_t i = 0; text[i]; i++) {
        const char *like = lookalikes_of(text[i]);
        if (!*like) continue;
        text[i] = like[roll(d, (uint32_t)strlen(like))];
        count++;
    }
    return count > 1;
}

/* --- Several codes in a field: row 15. */

static bool several(dice *d, const subject *s, char *text)
{
    static const char *const between[] = {",", ", ", ";", "; ", "/", "|", " ", "\n"};
    snprintf(text, DAMAGE_TEXT, "%s%s%s", s->text, between[roll(d, sizeof between / sizeof *between)], s->other_text);
    return s->code != s->other;
}

/* --- Without one answer: rows 7, 18, 19 and 20. */

static bool leave_out_seventh(dice *d, const subject *s, char *text)
{
    (void)d;
    size_t length = strlen(s->text);
    snprintf(text, DAMAGE_TEXT, "%.*s", (int)length - 1, s->text);
    return strlen(s->bare) == 7;
}

static bool wrong_seventh(dice *d, const subject *s, char *text)
{
    strcpy(text, s->text);
    text[strlen(text) - 1] = "TUVWY7"[roll(d, 6)];
    return strlen(s->bare) == 7;
}

static bool header(dice *d, const subject *s, char *text)
{
    size_t length = strlen(s->bare);
    snprintf(text, DAMAGE_TEXT, "%.*s", (int)(3 + roll(d, length > 4 ? (uint32_t)length - 4 : 1)), s->bare);
    while (strlen(text) > 3 && text[strlen(text) - 1] == 'X') text[strlen(text) - 1] = '\0';
    return length > 3;
}

/* --- Spreadsheets: rows 9, 10, 11 and 17. */

static bool all_digits(const char *text)
{
    while (is_digit(*text)) text++;
    return !*text;
}

static bool as_integer(dice *d, const subject *s, char *text)
{
    (void)d;
    snprintf(text, DAMAGE_TEXT, "%s", s->bare + strspn(s->bare, "0"));
    return all_digits(s->bare) && s->bare[0] == '0' && *text;
}

/* 008.40 comes back as 8.4, 250.00 as 250. */
static bool as_number(dice *d, const subject *s, char *text)
{
    (void)d;
    if (!all_digits(s->bare)) return false;
    strcpy(text, s->text + strspn(s->text, "0"));
    size_t length = strlen(text);
    if (strchr(text, '.')) while (text[length - 1] == '0') text[--length] = '\0';
    if (length && text[length - 1] == '.') text[--length] = '\0';
    return length && text[0] != '.' && strcmp(text, s->text) != 0;
}

/* After the letter of HCPCS, before anything else in ICD-10-PCS. */
static bool drop_zeros(dice *d, const subject *s, char *text)
{
    (void)d;
    bool letter = coding_code_system(s->code) == CODING_HCPCS;
    snprintf(text, DAMAGE_TEXT, "%.*s%s", letter ? 1 : 0, s->bare, s->bare + letter + strspn(s->bare + letter, "0"));
    return s->bare[letter] == '0' && strlen(text) > 3;
}

/* Digits, an E, digits: a spreadsheet shows 02700E6 as 2.70E+09. Past 1E+308 it leaves them alone. */
static bool scientific(dice *d, const subject *s, char *text)
{
    (void)d;
    size_t      digits = strspn(s->bare, "0123456789");
    const char *power = s->bare + digits + 1;
    if (!digits || s->bare[digits] != 'E' || !*power || !all_digits(power)) return false;
    double value = strtod(s->bare, NULL);
    snprintf(text, DAMAGE_TEXT, "%.2E", value);
    return value > 0 && value < 1e308;
}

static bool zero_as_o(dice *d, const subject *s, char *text)
{
    (void)d;
    strcpy(text, s->bare);
    for (char *c = text; *c; c++) *c = *c == '0' ? 'O' : *c == '1' ? 'I' : *c;
    return strcmp(text, s->bare) != 0;
}

/* --- Typing errors, which the table does not have: how far do they lead back? */

static bool typed_wrong(dice *d, const subject *s, char *text)
{
    size_t at = roll(d, (uint32_t)strlen(s->bare));
    strcpy(text, s->bare);
    text[at] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[roll(d, 36)];
    return text[at] != s->bare[at];
}

static bool swapped(dice *d, const subject *s, char *text)
{
    size_t at = roll(d, (uint32_t)strlen(s->bare) - 1);
    strcpy(text, s->bare);
    text[at] = s->bare[at + 1];
    text[at + 1] = s->bare[at];
    return text[at] != text[at + 1];
}

static bool doubled(dice *d, const subject *s, char *text)
{
    size_t at = roll(d, (uint32_t)strlen(s->bare));
    snprintf(text, DAMAGE_TEXT, "%.*s%s", (int)at + 1, s->bare, s->bare + at);
    return true;
}

static bool left_out(dice *d, const subject *s, char *text)
{
    size_t at = roll(d, (uint32_t)strlen(s->bare) - 1);
    snprintf(text, DAMAGE_TEXT, "%.*s%s", (int)at, s->bare, s->bare + at + 1);
    return strlen(s->bare) > 3;
}

/* --- The table. */

enum { CM_DAY = 20251001, PCS_DAY = 20251001, ICD9_DAY = 20150601, HCPCS_DAY = 20240801 };

#define CM(row, name, expect, make, undo) {CODING_ICD10CM, CM_DAY, row, name, expect, make, undo}
#define PCS(row, name, expect, make, undo) {CODING_ICD10PCS, PCS_DAY, row, name, expect, make, undo}
#define ICD9(row, name, expect, make, undo) {CODING_ICD9CM, ICD9_DAY, row, name, expect, make, undo}
#define ICD9P(row, name, expect, make, undo) {CODING_ICD9PCS, ICD9_DAY, row, name, expect, make, undo}
#define HCPCS(row, name, expect, make, undo) {CODING_HCPCS, HCPCS_DAY, row, name, expect, make, undo}

const damage damages[] = {
    CM("1", "blanks, quotes or a comma around", EXPECT_SILENCE, surround, NULL),
    CM("2", "lower case", EXPECT_SILENCE, lower, NULL),
    CM("3", "dot left out", EXPECT_SILENCE, leave_out_dot, NULL),
    CM("4", "dot in the wrong place", EXPECT_ONE, misplace_dot, undo_form),
    CM("4", "comma for the dot", EXPECT_ONE, comma_for_dot, undo_form),
    CM("4", "blank for the dot", EXPECT_ONE, blank_for_dot, undo_form),
    CM("4", "two dots", EXPECT_ONE, two_dots, undo_form),
    CM("6", "trailing X", EXPECT_ONE, trailing_x, undo_behind),
    CM("6", "trailing dash", EXPECT_ONE, trailing_dash, undo_behind),
    CM("7", "placeholders left out", EXPECT_ONE, leave_out_placeholders, undo_placeholders),
    CM("8", "one lookalike", EXPECT_ONE, one_lookalike, undo_one_lookalike),
    CM("8", "every lookalike", EXPECT_ONE, every_lookalike, undo_every_lookalike),
    CM("10", "decimals", EXPECT_ONE, bare_decimals, undo_behind),
    CM("15", "two codes", EXPECT_BOTH, several, NULL),
    CM("16", "title behind", EXPECT_ONE, title_behind, undo_behind),
    CM("16", "title glued", EXPECT_ONE, title_glued, undo_behind),
    CM("17", "zero added", EXPECT_ONE, trailing_zero, undo_behind),
    CM("18", "7th character added", EXPECT_ONE, needless_seventh, undo_behind),
    CM("7", "7th character left out", EXPECT_AMONG, leave_out_seventh, NULL),
    CM("18", "7th character wrong", EXPECT_AMONG, wrong_seventh, NULL),
    CM("19", "header", EXPECT_AMONG, header, NULL),
    CM("-", "typed wrong", EXPECT_AMONG, typed_wrong, NULL),
    CM("-", "two swapped", EXPECT_AMONG, swapped, NULL),
    CM("-", "one doubled", EXPECT_AMONG, doubled, NULL),
    CM("-", "one left out", EXPECT_AMONG, left_out, NULL),
    PCS("8", "every 0 an O, every 1 an I", EXPECT_ONE, zero_as_o, undo_every_lookalike),
    PCS("8", "one lookalike", EXPECT_ONE, one_lookalike, undo_one_lookalike),
    PCS("9", "zeros in front lost", EXPECT_ONE, drop_zeros, undo_zeros),
    PCS("9", "read as an integer", EXPECT_ONE, as_integer, undo_spreadsheet),
    PCS("11", "E notation", EXPECT_AMONG, scientific, NULL),
    ICD9("4", "comma for the dot", EXPECT_ONE, comma_for_dot, undo_form),
    ICD9("9", "read as an integer", EXPECT_ONE, as_integer, undo_spreadsheet),
    ICD9("9, 17", "read as a number", EXPECT_ONE, as_number, undo_spreadsheet),
    ICD9("10", "decimals", EXPECT_ONE, bare_decimals, undo_behind),
    ICD9P("9", "read as an integer", EXPECT_ONE, as_integer, undo_spreadsheet),
    ICD9P("9, 17", "read as a number", EXPECT_ONE, as_number, undo_spreadsheet),
    HCPCS("8", "one lookalike", EXPECT_ONE, one_lookalike, undo_one_lookalike),
    HCPCS("9", "zeros after the letter lost", EXPECT_ONE, drop_zeros, undo_zeros),
    HCPCS("10", "decimals", EXPECT_ONE, bare_decimals, undo_form),
};
const size_t damage_count = sizeof damages / sizeof *damages;
