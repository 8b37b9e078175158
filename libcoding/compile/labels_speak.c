/* What a title calls the values of its code: for each axis the words that speak of it, from the first to the last. */
#include <string.h>

#include "compile/labels.h"

enum { FIRST_AXIS = CODING__TABLE_AXES + 1 };

/* A title whose parts are given to axes. */
typedef struct speech {
    const coding__part *parts;
    size_t              count;
    uint8_t             axes[CODING__TITLE_PARTS]; /* of each part; 0: of none */
    bool                mixed[CODING__AXES + 1];   /* the axis shares a piece with another */
} speech;

static bool is_word(const speech *of, size_t at) { return of->parts[at].kind == CODING__PART_WORD; }

/* The end of the piece that begins at a part: the next lead or stop. */
static size_t piece_past(const speech *of, size_t at)
{
    while (at < of->count && of->parts[at].kind < CODING__PART_LEAD) at++;
    return at;
}

/* Words that nobody claimed go with the word before them, else with the one after. */
static void fill(speech *of, size_t first, size_t past)
{
    uint8_t axis = 0;
    for (size_t i = first; i < past; i++) {
        if (!is_word(of, i)) continue;
        if (of->axes[i]) axis = of->axes[i];
        else of->axes[i] = axis;
    }
    for (size_t i = past; i-- > first;) {
        if (!is_word(of, i)) continue;
        if (of->axes[i]) axis = of->axes[i];
        else of->axes[i] = axis;
    }
}

static void note_mixed(speech *of, size_t first, size_t past)
{
    unsigned axes = 0;
    for (size_t i = first; i < past; i++) axes |= 1u << of->axes[i];
    axes &= ~1u;
    if (!(axes & (axes - 1))) return;
    for (unsigned axis = FIRST_AXIS; axis <= CODING__AXES; axis++) {
        if (axes >> axis & 1) of->mixed[axis] = true;
    }
}

static void fill_pieces(speech *of)
{
    for (size_t first = 0, past; first < of->count; first = past + 1) {
        past = piece_past(of, first);
        fill(of, first, past);
        note_mixed(of, first, past);
    }
}

/* The one axis with a value that is not spoken of; 0 where there is none, or more than one. */
static unsigned missing_in(const speech *of, coding_code code)
{
    unsigned missing = 0, count = 0;
    for (unsigned axis = FIRST_AXIS; axis <= CODING__AXES; axis++) {
        if (coding__is_fixed(code, axis) || coding_code_character(code, axis - 1) == 'Z') continue;
        if (memchr(of->axes, (int)axis, of->count)) continue;
        missing = axis;
        count++;
    }
    return count == 1 ? missing : 0;
}

/* Where one value alone is not spoken of, the last piece of which nothing is known is its name. */
static void fill_last(speech *of, coding_code code)
{
    unsigned missing = missing_in(of, code);
    bool     begun = false;
    for (size_t i = of->count; missing && i-- > 0;) {
        bool open = is_word(of, i) && !of->axes[i];
        if (open) of->axes[i] = (uint8_t)missing;
        begun |= open;
        if (begun && of->parts[i].kind >= CODING__PART_LEAD) return;
    }
}

/* Little words that lead on to another axis, whatever the votes say. */
static bool leads_on(const speech *of, const char *title, size_t at)
{
    const coding__part *part = &of->parts[at];
    if (part->kind != CODING__PART_LEAD) return part->kind == CODING__PART_STOP;
    const char *word = title + part->offset;
    if (part->length == 4) return memcmp(word, "into", 4) == 0 || memcmp(word, "from", 4) == 0;
    return part->length == 5 && memcmp(word, "using", 5) == 0;
}

/* The parts of an axis, if nothing of another axis is between them. */
static bool run_of(const speech *of, const char *title, unsigned axis, size_t *first, size_t *last)
{
    bool any = false;
    for (size_t i = 0; i < of->count; i++) {
        if (of->axes[i] != axis) continue;
        if (!any) *first = i;
        *last = i;
        any = true;
    }
    for (size_t i = *first; any && i < *last; i++) {
        bool stranger = is_word(of, i) && of->axes[i] != axis;
        if (stranger || leads_on(of, title, i)) return false;
    }
    return any;
}

/* A qualifier that is the rest of its substance names the substance: "Other Antineoplastic". */
static void speak_other(coding__labels *labels, const coding__titled *row, const speech *of, const char *text,
                        size_t length)
{
    static const char other[] = "Other ";
    size_t            skip = sizeof other - 1;
    if (length <= skip || memcmp(text, other, skip) != 0 || memchr(of->axes, 6, of->count)) return;
    if (coding_code_character(row->code, 5) != 'Z') coding__voice(labels, row, 6, text + skip, length - skip, false);
}

/* A copy of the title: its place may move when a text is noted. */
static void speak_parts(coding__labels *labels, const coding__titled *row, const speech *of)
{
    char title[CODING__TITLE_BYTES];
    strcpy(title, coding__word_text(labels->weave->model, row->title));
    for (unsigned axis = FIRST_AXIS; axis <= CODING__AXES; axis++) {
        size_t first = 0, last = 0;
        if (coding__is_fixed(row->code, axis) || !run_of(of, title, axis, &first, &last)) continue;
        size_t offset = of->parts[first].offset, past = (size_t)of->parts[last].offset + of->parts[last].length;
        coding__voice(labels, row, axis, title + offset, past - offset, !of->mixed[axis]);
        if (axis == 7) speak_other(labels, row, of, title + offset, past - offset);
    }
}

static void speak_fixed(coding__labels *labels, const coding__titled *row)
{
    char        title[CODING__TITLE_BYTES];
    const char *approach = coding__approach_of(row->code);
    if (approach) coding__voice(labels, row, 5, approach, strlen(approach), true);
    if (!coding__is_fixed(row->code, 7)) return;
    strcpy(title, coding__word_text(labels->weave->model, row->title));
    const char *group = strstr(title, "New Technology Group ");
    if (group) coding__voice(labels, row, 7, group, strlen(group), true);
}

static bool any_given(const speech *of, size_t first, size_t past)
{
    for (size_t i = first; i < past; i++) {
        if (of->axes[i]) return true;
    }
    return false;
}

/* Asks about the pieces of which nothing is known yet. */
static void ask(const coding__labels *labels, const coding__titled *row, speech *of, coding__opinion *opinion)
{
    for (size_t first = 0, past; first < of->count; first = past + 1) {
        past = piece_past(of, first);
        if (any_given(of, first, past)) continue;
        for (size_t i = first; i < past; i++) {
            if (is_word(of, i)) of->axes[i] = (uint8_t)opinion(labels, row, of->parts[i].term);
        }
    }
}

/* Hardly two codes of New Technology are alike: there the little words tell more than the company that words keep. */
static void speak_title(coding__labels *labels, const coding__titled *row)
{
    speech of = {.parts = coding__parts_of(labels, row), .count = row->parts};
    bool   is_new = coding_code_character(row->code, 0) == 'X';
    ask(labels, row, &of, coding__axis_here);
    ask(labels, row, &of, is_new ? coding__axis_led : coding__axis_beside);
    ask(labels, row, &of, is_new ? coding__axis_beside : coding__axis_led);
    ask(labels, row, &of, coding__axis_nearby);
    fill_pieces(&of);
    fill_last(&of, row->code);
    speak_parts(labels, row, &of);
    speak_fixed(labels, row);
}

void coding__voice(coding__labels *labels, const coding__titled *row, unsigned axis, const char *text, size_t length,
                   bool whole)
{
    if (!length) return;
    coding__word    word = coding__intern(labels->weave->model, text, length);
    coding__spoken *said = coding__push(labels->weave->model, &labels->spoken, sizeof *said);
    *said = (coding__spoken){row->code, row->title, word, (uint8_t)axis, whole, row->newest};
}

void coding__labels_speak(coding__labels *labels)
{
    for (size_t i = 0; i < labels->rows.count && !labels->weave->model->no_memory; i++) {
        const coding__titled *row = coding__titled_at(labels, i);
        if (row->parts) speak_title(labels, row);
    }
}
