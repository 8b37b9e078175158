/* What the documentation still lacks about a code, and how a physician is asked for it: openly, naming the condition
 * and never an answer. The book says what a code leaves open (axis.c); what the words beside its mentions tell is not
 * asked. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "book/spelling.h"
#include "entry/trie.h"
#include "note/axis.h"
#include "note/propose.h"

enum { MENTIONS_MOST = 16, REACH = 256 };

static bool ends_clause(char c) { return c == '\n' || c == ';' || c == '.' || c == '\0'; }

/* The bytes around a mention, up to where its sentence may end. */
static coding_span clause_of(const coding__note_reader *reader, coding_span span)
{
    const char *text = reader->sentence.text;
    size_t      from = span.offset, past = span.offset + span.length;
    while (from && span.offset - from < REACH && !ends_clause(text[from - 1])) from--;
    while (past < reader->length && past - span.offset < REACH && !ends_clause(text[past])) past++;
    return (coding_span){from, past - from};
}

/* Words that are looked for: those of a list, and values of axes. */
typedef struct sought {
    const char *words;
    uint32_t    axes;
} sought;

static bool span_has(const coding__note_reader *reader, coding_span span, sought what)
{
    coding__axis_word found[CODING__AXIS_WORDS];
    size_t            count = coding__axis_words(reader->sentence.text + span.offset, span.length, found);
    bool              has = false;
    for (size_t i = 0; i < count && !has; i++)
        has = coding__axis_has(what.words, found[i].text) || coding__axis_of_value(found[i].text) & what.axes;
    memset(found, 0, sizeof found);
    return has;
}

/* Does a mention of the draft, or what stands beside it where that is `wide`, have any of them? */
static bool note_has(const coding__note_reader *reader, const coding__draft *draft, bool wide, sought what)
{
    const uint32_t *numbers = draft->mentions.items;
    for (size_t i = 0; i < draft->mentions.count && i < MENTIONS_MOST; i++) {
        coding_span span = ((const coding_mention *)reader->mentions.items)[numbers[i]].span;
        if (span_has(reader, wide ? clause_of(reader, span) : span, what)) return true;
    }
    return false;
}

/* "Type 2" of somebody of whom the note says no more than diabetes is what the Alphabetic Index assumes. */
static bool assumes_type(const coding__note_reader *reader, const coding__draft *draft, const char *title)
{
    static const char own[] = " 1 2 i ii 1a t1dm t2dm t1d t2d dm1 dm2 dmi dmii niddm iddm ";
    return !strncmp(title, "Type ", 5) && !note_has(reader, draft, false, (sought){own, 0})
           && !note_has(reader, draft, true, (sought){" type juvenile ", 0});
}

static uint32_t axes_of_note(const coding__note_reader *reader, const coding__draft *draft, const char *title)
{
    uint32_t mask = 0;
    if (draft->reason == CODING_REASON_WRITTEN) return 0; /* who writes a code chooses these */
    if (assumes_type(reader, draft, title)) mask |= CODING_AXIS_TYPE;
    if (strstr(title, "for closed fracture")) mask |= CODING_AXIS_WOUND;
    if (strstr(title, " encounter")) mask |= CODING_AXIS_ENCOUNTER;
    return mask;
}

/* Does the note tell an axis? What it says of a cause or a stage may be less than the whole of it. A side is told of
 * what it stands at, and perhaps not of its neighbour. */
static bool is_told(const coding__note_reader *reader, const coding__draft *draft, const char *title,
                    const coding__axis *axis)
{
    bool near = axis->bit == CODING_AXIS_SIDE, assumed = axis->bit == CODING_AXIS_TYPE && !strncmp(title, "Type ", 5);
    bool by_value = !assumed && axis->bit != CODING_AXIS_AGENT;
    if (axis->bit == CODING_AXIS_STAGE && strstr(title, "stage ")) return false;
    return note_has(reader, draft, !near, (sought){axis->told, by_value ? axis->bit : 0});
}

static uint32_t untold(const coding__note_reader *reader, const coding__draft *draft, const char *title, uint32_t mask)
{
    const coding__axis *axis;
    for (unsigned i = 0; (axis = coding__axis_at(i)); i++)
        if (mask & axis->bit && is_told(reader, draft, title, axis)) mask &= ~(uint32_t)axis->bit;
    return mask;
}

static bool may_lack(const coding_book *book, const coding__draft *draft)
{
    char letter = coding_code_character(coding__row_code(book, draft->row), 0);
    return draft->reason != CODING_REASON_HISTORY && draft->reason != CODING_REASON_FAMILY
           && draft->reason != CODING_REASON_STATUS && (letter < 'V' || letter > 'Y');
}

static void title_of(const coding_book *book, uint32_t row, char title[CODING__AXIS_TITLE])
{
    coding__spelled(book, coding__u32(book, CODING__ROWS, row, CODING__ROW_TITLE), title, CODING__AXIS_TITLE);
}

uint32_t coding__lacking(const coding__note_reader *reader, const coding__draft *draft)
{
    const coding_book *book = reader->desk->book;
    char               title[CODING__AXIS_TITLE];
    if (!may_lack(book, draft)) return 0;
    title_of(book, draft->row, title);
    uint32_t mask = coding__axes_open(book, draft->row, reader->scope.on) | axes_of_note(reader, draft, title);
    return untold(reader, draft, title, mask);
}

/* Cuts a title from the first place on where one of these begins. */
static void cut(char *title, const char *const *ends)
{
    for (; *ends; ends++) {
        char *at = strstr(title + 1, *ends);
        if (at) *at = '\0';
    }
}

static void cut_last(char *title, const char *ending)
{
    size_t length = strlen(title), last = strlen(ending);
    if (length > last && !strcmp(title + length - last, ending)) title[length - last] = '\0';
}

static void drop(char *text, size_t length) { memmove(text, text + length, strlen(text + length) + 1); }

/* Takes out a word, and the next one with it where "of" follows: "unspecified ligament of". */
static void take_out(char *title, const char *word)
{
    for (char *at; (at = strstr(title, word));) {
        char  *past = at + strlen(word);
        size_t next = strcspn(past, " ");
        if (!strncmp(past + next, " of ", 4)) past += next + 4;
        drop(at, (size_t)(past - at));
    }
}

/* What a condition is called, without what is open: "Sprain of left ankle". A type that was assumed is open, too. */
static void name_of(char *title)
{
    static const char *const whole[] = {"Other and unspecified ", "Unspecified ", NULL};
    static const char *const ends[] = {",", " without ", " affecting unspecified", NULL};
    static const char *const rest[] = {" unspecified", NULL};
    for (size_t i = 0; whole[i]; i++)
        if (!strncmp(title, whole[i], strlen(whole[i]))) drop(title, strlen(whole[i]));
    cut(title, ends);
    cut_last(title, " of unspecified site");
    take_out(title, "unspecified ");
    cut(title, rest);
    if (!strncmp(title, "Type ", 5) && strlen(title) > 7) drop(title, 7);
    *title = coding__to_upper(*title);
}

enum { QUERY_TEXT = 1024 };

/* "Heart failure: which type or form is it? What are its onset and course?" */
static size_t write_query(char text[QUERY_TEXT], const char *name, uint32_t lacks)
{
    const coding__axis *axis;
    size_t              length = (size_t)snprintf(text, QUERY_TEXT, "%s:", name), begin = length + 1;
    for (unsigned i = 0; (axis = coding__axis_at(i)); i++) {
        if (!(lacks & axis->bit)) continue;
        size_t at = length + 1;
        length += (size_t)snprintf(text + length, QUERY_TEXT - length, " %s?", axis->asks);
        if (at > begin) text[at] = coding__to_upper(text[at]);
    }
    return length;
}

const char *coding__query_of(coding_desk *desk, const coding__draft *draft, uint32_t lacks)
{
    char title[CODING__AXIS_TITLE], text[QUERY_TEXT];
    if (draft->withheld && draft->reason == CODING_REASON_FINDING)
        return "What does this result mean for the patient, if anything?";
    if (draft->withheld && draft->reason == CODING_REASON_AMBIGUOUS) return "What does the abbreviation stand for?";
    if (draft->withheld || !lacks) return NULL;
    title_of(desk->book, draft->row, title);
    name_of(title);
    return coding__arena_text(&desk->arena, text, write_query(text, title, lacks));
}
