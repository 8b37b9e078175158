/* Meanings in words: from the end of a term, as coders read it and as the Alphabetic Index is ordered. */
#include <string.h>

#include "text/terms.h"

const char *coding__piece_meaning(const coding_book *book, const coding__letters *letters, const coding__piece *piece,
                                  size_t *length)
{
    if (piece->kind == CODING_PART_UNKNOWN) {
        *length = piece->past - piece->first;
        return letters->text + piece->first;
    }
    const char *meaning = coding__text_of(book, CODING__PARTS, piece->record, CODING__PART_MEANING);
    *length = strcspn(meaning, ",;(");
    while (*length && meaning[*length - 1] == ' ') --*length;
    return meaning;
}

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

bool coding__meaning_is_empty(const char *word, size_t length)
{
    static const char *const empty[] = {
        "a",       "abnormal", "act",    "action",     "and",     "by",      "condition", "doing", "does",
        "for",     "from",     "having", "in",         "like",    "made",    "making",    "of",    "on",
        "one",     "or",       "part",   "pertaining", "process", "product", "small",     "state", "structure",
        "tending", "that",     "the",    "thing",      "to",      "what",    "which",     "who",   "with",
    };
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        if (is_word(word, length, empty[i])) return true;
    }
    return false;
}

bool coding__piece_tells(const coding_book *book, const coding__letters *letters, const coding__piece *piece)
{
    size_t      length;
    const char *meaning = coding__piece_meaning(book, letters, piece, &length), *past = meaning + length;
    if (piece->kind != CODING_PART_SUFFIX) return piece->kind == CODING_PART_ROOT;
    while (meaning < past) {
        const char *blank = memchr(meaning, ' ', (size_t)(past - meaning)), *end = blank ? blank : past;
        if (!coding__meaning_is_empty(meaning, (size_t)(end - meaning))) return true;
        meaning = blank ? blank + 1 : past;
    }
    return false;
}

typedef struct saying {
    const coding_book     *book;
    const coding__letters *letters;
    const coding__split   *split;
    coding__phrase        *phrase;
} saying;

/* Does what is said lead on by itself: "pertaining to", "like"? */
static bool leads_on(const char *said)
{
    static const char *const leading[] = {"to", "of", "in", "for", "by", "with", "like", "having", "making", "doing"};
    const char              *blank = strrchr(said, ' '), *last = blank ? blank + 1 : said;
    for (size_t i = 0; i < sizeof leading / sizeof *leading; i++) {
        if (strcmp(last, leading[i]) == 0) return true;
    }
    return false;
}

/* Endings that only make a noun: "macul-a", "structure". */
static bool says_nothing(const saying *at, const coding__piece *piece)
{
    size_t      length;
    const char *meaning = coding__piece_meaning(at->book, at->letters, piece, &length);
    bool        ending = piece->kind == CODING_PART_SUFFIX && at->split->count > 1;
    return ending && (is_word(meaning, length, "thing") || is_word(meaning, length, "structure"));
}

/* Prefixes belong to what follows them: "hypo-thyroid". Answers the first piece of the group that ends before `past`. */
static uint32_t first_of_group(const coding__split *split, uint32_t past)
{
    uint32_t first = past - 1;
    while (first > 0 && split->pieces[first - 1].kind == CODING_PART_PREFIX) first--;
    return first;
}

static void say_group(const saying *at, uint32_t first, uint32_t past)
{
    const char *blank = "";
    for (uint32_t i = first; i < past; i++) {
        size_t      length;
        const char *meaning = coding__piece_meaning(at->book, at->letters, &at->split->pieces[i], &length);
        coding__say(at->phrase, "%s%.*s", blank, (int)length, meaning);
        blank = " ";
    }
}

/* Between a group and the one said before it: "inflammation" of "heart", "stone", "kidney". */
static void join(const saying *at, coding_part_kind before)
{
    if (!at->phrase->length) return;
    bool listed = before == CODING_PART_ROOT || before == CODING_PART_UNKNOWN;
    coding__say(at->phrase, "%s", listed ? ", " : leads_on(coding__said(at->phrase)) ? " " : " of ");
}

void coding__term_say(const coding_book *book, const coding__letters *letters, const coding__split *split,
                      coding__phrase *phrase)
{
    saying           at = {book, letters, split, phrase};
    coding_part_kind before = CODING_PART_UNKNOWN;
    for (uint32_t past = split->count, first; past > 0; past = first) {
        const coding__piece *last = &split->pieces[past - 1];
        first = last->kind == CODING_PART_VOWEL ? past - 1 : first_of_group(split, past);
        if (last->kind == CODING_PART_VOWEL || says_nothing(&at, last)) continue;
        join(&at, before);
        say_group(&at, first, past);
        before = last->kind;
    }
}
