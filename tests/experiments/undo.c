/* Damage undone: texts that it may have been made from are written out, and those that stand are the originals. */
#include "experiments/damage.h"

#include <stdio.h>
#include <string.h>

/* Notes the code of a text if it stands. */
static void note(originals *found, const char *text)
{
    coding_parsed parsed = coding_parse(found->system, text, strlen(text));
    if (parsed.damage || coding_verdict_of(found->desk, parsed.code, found->on) != CODING_RULE_STANDS) return;
    for (size_t i = 0; i < found->count; i++)
        if (found->items[i] == parsed.code) return;
    if (found->count < ORIGINALS_MOST) found->items[found->count++] = parsed.code;
}

static bool is_of_code(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

static void only_of_code(char *text, const char *from)
{
    for (; *from; from++)
        if (is_of_code(*from)) *text++ = *from;
    *text = '\0';
}

void undo_form(const char *text, originals *found)
{
    char bare[DAMAGE_TEXT];
    only_of_code(bare, text);
    note(found, bare);
}

/* No code begins another, so of the beginnings of a text one stands at most; this makes sure. */
void undo_behind(const char *text, originals *found)
{
    char bare[DAMAGE_TEXT], part[DAMAGE_TEXT];
    only_of_code(bare, text);
    for (size_t length = 3; length <= 7 && length <= strlen(bare); length++) {
        snprintf(part, sizeof part, "%.*s", (int)length, bare);
        note(found, part);
    }
}

void undo_placeholders(const char *text, originals *found)
{
    if (strlen(text) > 6) return;
    for (size_t at = 3; at < strlen(text); at++) {
        char more[DAMAGE_TEXT];
        snprintf(more, sizeof more, "%.*sX%s", (int)at, text, text + at);
        note(found, more);
        undo_placeholders(more, found);
    }
}

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 32) : c; }

void undo_one_lookalike(const char *text, originals *found)
{
    char other[DAMAGE_TEXT];
    for (size_t i = 0; text[i]; i++) {
        for (const char *like = lookalikes_of(upper(text[i])); *like; like++) {
            strcpy(other, text);
            other[i] = *like;
            note(found, other);
        }
    }
}

/* Every choice in every place. */
static void choose_lookalikes(char *text, size_t at, originals *found)
{
    if (!text[at]) {
        note(found, text);
        return;
    }
    choose_lookalikes(text, at + 1, found);
    char was = text[at];
    for (const char *like = lookalikes_of(upper(was)); *like; like++) {
        text[at] = *like;
        choose_lookalikes(text, at + 1, found);
    }
    text[at] = was;
}

void undo_every_lookalike(const char *text, originals *found)
{
    char copy[DAMAGE_TEXT];
    strcpy(copy, text);
    choose_lookalikes(copy, 0, found);
}

/* A number has lost zeros before its first digit, up to the dot, and any behind the dot. */
static void undo_number(const char *text, originals *found)
{
    char        more[DAMAGE_TEXT];
    const char *dot = strchr(text, '.'), *behind = dot ? dot + 1 : "";
    int         whole = dot ? (int)(dot - text) : (int)strlen(text), before = found->system == CODING_ICD9PCS ? 2 : 3;
    for (int zeros = 0; zeros <= 2 && whole <= before; zeros++) {
        snprintf(more, sizeof more, "%.*s%.*s.%s%.*s", before - whole, "000", whole, text, behind, zeros, "00");
        note(found, more);
    }
}

/* Without a dot nobody knows whether a number or characters lost their zeros. */
void undo_spreadsheet(const char *text, originals *found)
{
    char more[DAMAGE_TEXT];
    undo_number(text, found);
    for (size_t zeros = 1; !strchr(text, '.') && strlen(text) + zeros <= 7; zeros++) {
        snprintf(more, sizeof more, "%.*s%s", (int)zeros, "0000000", text);
        note(found, more);
    }
}

void undo_zeros(const char *text, originals *found)
{
    char more[DAMAGE_TEXT];
    int  letter = found->system == CODING_HCPCS, lost = (letter ? 5 : 7) - (int)strlen(text);
    snprintf(more, sizeof more, "%.*s%.*s%s", letter, text, lost, "0000000", text + letter);
    note(found, more);
}
