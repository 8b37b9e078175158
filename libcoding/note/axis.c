/* A title says by itself what it does not know: "unspecified trimester", "site not specified". Where it is the
 * condition that is unspecified ("Chronic kidney disease, unspecified"), the codes beside it show by what they differ:
 * stages, severities, causes. Right and left count only where two titles are alike but for them: a right heart failure beside a
 * left ventricular one is no side. */
#include "note/axis.h"

#include <string.h>

#include "base/text.h"
#include "book/spelling.h"
#include "entry/trie.h"

static const coding__axis axes[] = {
    {CODING_AXIS_TYPE, " type kind form ", " hfref hfpef hfmref ", "which type or form is it"},
    {CODING_AXIS_AGENT, " organism agent agents cause drug drugs substance virus bacteria ", " secondary caused ",
     "what is its cause, as far as is known"},
    {CODING_AXIS_STAGE, " stage ", " esrd grade ", "which stage has it reached"},
    {CODING_AXIS_SEVERITY, " severity degree intensity depth ", " degree class ", "how severe is it"},
    {CODING_AXIS_ACUITY, " acuity ", " exacerbation decompensated flare ", "what are its onset and course"},
    {CODING_AXIS_SITE,
     " site sites part parts region level quadrant ligament ligaments muscle muscles tendon nerve vessel vessels vein "
     "veins "
     "artery meniscus phalanx lobe location ",
     "", "which site exactly is concerned"},
    {CODING_AXIS_SIDE, " side laterality ", " rt lt both bilaterally ", "which side is concerned"},
    {CODING_AXIS_WOUND, "", " open closed compound gustilo ", "what is the state of the skin over it"},
    {CODING_AXIS_TRIMESTER, " trimester ", " weeks week wk wks ", "how far has the pregnancy gone"},
    {CODING_AXIS_ENCOUNTER, "",
     " initial subsequent follow followup healed healing heals sequela sequelae late aftercare postop postoperative "
     "cast ",
     "what care does it receive at this encounter"},
    {CODING_AXIS_OTHER, "", "", "what more is known of it"},
};

/* Words by which titles tell codes apart, in their order. */
static const struct value {
    const char *word;
    coding_axis axis;
} values[] = {
    {"acute", CODING_AXIS_ACUITY},     {"atypical", CODING_AXIS_TYPE},       {"bilateral", CODING_AXIS_SIDE},
    {"chronic", CODING_AXIS_ACUITY},   {"combined", CODING_AXIS_TYPE},       {"diastolic", CODING_AXIS_TYPE},
    {"due", CODING_AXIS_AGENT},        {"generalized", CODING_AXIS_SITE},    {"induced", CODING_AXIS_AGENT},
    {"left", CODING_AXIS_SIDE},        {"localized", CODING_AXIS_SITE},      {"lower", CODING_AXIS_SITE},
    {"mild", CODING_AXIS_SEVERITY},    {"moderate", CODING_AXIS_SEVERITY},   {"morbid", CODING_AXIS_SEVERITY},
    {"organism", CODING_AXIS_AGENT},   {"paroxysmal", CODING_AXIS_TYPE},     {"permanent", CODING_AXIS_TYPE},
    {"persistent", CODING_AXIS_TYPE},  {"primary", CODING_AXIS_TYPE},        {"quadrant", CODING_AXIS_SITE},
    {"recurrent", CODING_AXIS_ACUITY}, {"right", CODING_AXIS_SIDE},          {"secondary", CODING_AXIS_TYPE},
    {"severe", CODING_AXIS_SEVERITY},  {"stage", CODING_AXIS_STAGE},         {"subacute", CODING_AXIS_ACUITY},
    {"systolic", CODING_AXIS_TYPE},    {"trimester", CODING_AXIS_TRIMESTER}, {"typical", CODING_AXIS_TYPE},
    {"upper", CODING_AXIS_SITE},
};

enum { AXES = sizeof axes / sizeof *axes, VALUES = sizeof values / sizeof *values };

const coding__axis *coding__axis_at(unsigned index) { return index < AXES ? &axes[index] : NULL; }

/* The place of a word among the values; VALUES where it is none. */
static unsigned value_of(const char *word)
{
    unsigned first = 0, past = VALUES;
    while (first < past) {
        unsigned middle = first + (past - first) / 2;
        int      order = strcmp(values[middle].word, word);
        if (!order) return middle;
        if (order < 0) first = middle + 1;
        else past = middle;
    }
    return VALUES;
}

uint32_t coding__axis_of_value(const char *word)
{
    unsigned place = value_of(word);
    return place < VALUES ? values[place].axis : 0;
}

bool coding__axis_has(const char *words, const char *word)
{
    size_t length = strlen(word), next;
    for (const char *at = words + 1; *words && *at; at += next + 1) {
        next = strcspn(at, " ");
        if (next == length && !memcmp(at, word, length)) return true;
    }
    return false;
}

size_t coding__axis_words(const char *text, size_t length, coding__axis_word words[CODING__AXIS_WORDS])
{
    size_t count = 0;
    bool   parted = false;
    for (size_t at = 0; at < length && count < CODING__AXIS_WORDS;) {
        size_t size = 0, from = at;
        while (at < length && (coding__is_letter(text[at]) || coding__is_digit(text[at]))) at++;
        if (at == from) {
            parted |= text[at++] == ',';
            continue;
        }
        coding__axis_word *word = &words[count++];
        *word = (coding__axis_word){.parted = parted};
        for (; from + size < at && size + 1 < sizeof word->text; size++)
            word->text[size] = coding__to_lower(text[from + size]);
        parted = false;
    }
    return count;
}

typedef struct title {
    coding__axis_word words[CODING__AXIS_WORDS];
    size_t            count;
} title;

static void read_row(const coding_book *book, uint32_t row, title *made)
{
    char   text[CODING__AXIS_TITLE];
    size_t length = coding__spelled(book, coding__u32(book, CODING__ROWS, row, CODING__ROW_TITLE), text, sizeof text);
    made->count = coding__axis_words(text, length, made->words);
}

/* What a title leaves open by itself. */
typedef struct left {
    uint32_t axes;
    bool     condition; /* "Unspecified asthma", "Heart failure, unspecified" */
    bool     thing;     /* anything else: "Pain in unspecified knee" */
} left;

static uint32_t axis_of_noun(const char *noun)
{
    for (unsigned i = 0; i < AXES; i++)
        if (coding__axis_has(axes[i].nouns, noun)) return axes[i].bit;
    return 0;
}

static void leave(const title *of, size_t at, left *made)
{
    static const char goes_on[] = " with without affecting and as whether in ";
    bool              leads = at == 0 || (at == 2 && !strcmp(of->words[1].text, "and"));
    bool ends = at + 1 == of->count || of->words[at + 1].parted || coding__axis_has(goes_on, of->words[at + 1].text);
    uint32_t axis = 0;
    for (size_t i = at + 1; !axis && i < of->count && i < at + 3 && !of->words[i].parted; i++)
        axis = axis_of_noun(of->words[i].text);
    made->axes |= axis;
    made->condition |= !axis && (leads || ends);
    made->thing |= !axis && !leads && !ends;
}

static left read_left(const title *of)
{
    left made = {0};
    for (size_t i = 0; i < of->count; i++) {
        bool other = i && !strcmp(of->words[i - 1].text, "or"); /* "stage 5, or unspecified": one code for both */
        if (!strcmp(of->words[i].text, "unspecified") && !other) leave(of, i, &made);
        if (i > 1 && !strcmp(of->words[i].text, "specified") && !strcmp(of->words[i - 1].text, "not"))
            made.axes |= axis_of_noun(of->words[i - 2].text);
    }
    return made;
}

/* What codes beside one another show. */
typedef struct shown {
    uint32_t met;            /* values, a bit a place */
    uint32_t causes, stages; /* titles that name one */
    uint64_t right;          /* the last title with a right in it, without that word, as a number; 0: none */
    bool     sides;          /* its twin was met */
} shown;

static uint64_t mixed(uint64_t sum, const char *word)
{
    for (sum = (sum ^ ' ') * 0x100000001B3u; *word; word++) sum = (sum ^ (unsigned char)*word) * 0x100000001B3u;
    return sum;
}

static void show(shown *made, const title *of)
{
    uint32_t axis, all = 0, sides = 0;
    uint64_t rest = 0xCBF29CE484222325u;
    for (size_t i = 0; i < of->count; i++) {
        unsigned place = value_of(of->words[i].text);
        axis = place < VALUES ? values[place].axis : 0;
        all |= axis;
        if (axis) made->met |= 1u << place;
        if (axis != CODING_AXIS_SIDE) rest = mixed(rest, of->words[i].text);
        else sides |= *of->words[i].text == 'r' ? 1 : 2;
    }
    made->causes += (all & CODING_AXIS_AGENT) != 0;
    made->stages += (all & CODING_AXIS_STAGE) != 0;
    if (sides == 1) made->right = rest;
    if (sides == 2) made->sides |= rest == made->right;
}

static uint32_t past_of(const coding_book *book, uint32_t row)
{
    uint32_t past = coding__u32(book, CODING__ROWS, row, CODING__ROW_PAST);
    return past > row ? past : row + 1;
}

/* The codes below a row but for one, and those below them. */
static void show_below(const coding_book *book, uint32_t parent, uint32_t but, coding_date on, bool deeper, shown *made)
{
    title of;
    for (uint32_t child = parent + 1; child < past_of(book, parent); child = past_of(book, child)) {
        if (child == but || !coding__rule_is_there(coding__row_rule(book, child, on))) continue;
        read_row(book, child, &of);
        show(made, &of);
        if (deeper) show_below(book, child, UINT32_MAX, on, false, made);
    }
}

/* Titles all say "stage", or "due to", and differ behind it; of other axes two values are needed. */
static bool differs(const shown *of, coding_axis axis)
{
    unsigned count = 0;
    if (axis == CODING_AXIS_AGENT) return of->causes > 1;
    if (axis == CODING_AXIS_STAGE) return of->stages > 1;
    for (unsigned i = 0; i < VALUES; i++) count += values[i].axis == axis && of->met >> i & 1;
    return count > 1;
}

static const uint32_t kinds = CODING_AXIS_TYPE | CODING_AXIS_AGENT | CODING_AXIS_STAGE | CODING_AXIS_SEVERITY
                              | CODING_AXIS_ACUITY | CODING_AXIS_SITE;

static uint32_t axes_beside(const coding_book *book, uint32_t row, coding_date on, const left *here)
{
    coding_entry parent = coding_entry_parent(coding_book_entry(book, row));
    shown        made = {.sides = false};
    uint32_t     mask = 0;
    if (!parent.book) return 0;
    show_below(book, parent.row, row, on, here->condition, &made);
    for (unsigned i = 0; here->condition && i < AXES; i++)
        if (axes[i].bit & kinds && differs(&made, axes[i].bit)) mask |= axes[i].bit;
    return made.sides ? mask | CODING_AXIS_SIDE : mask;
}

/* Axes of which a title has a value. A stage that is told may still be one of several: "stage 3 unspecified". */
static uint32_t axes_told(const title *of)
{
    uint32_t told = 0;
    for (size_t i = 0; i < of->count; i++) told |= coding__axis_of_value(of->words[i].text);
    return told & ~(uint32_t)(CODING_AXIS_STAGE | CODING_AXIS_TRIMESTER);
}

enum { CATEGORY = 3, LONGEST = 7 };

uint32_t coding__axes_open(const coding_book *book, uint32_t row, coding_date on)
{
    title    of;
    uint32_t mask = 0, at = row;
    read_row(book, row, &of);
    uint32_t told = axes_told(&of);
    left     own = read_left(&of);
    for (size_t length = coding_code_length(coding__row_code(book, at)); length > CATEGORY;
         length = coding_code_length(coding__row_code(book, at))) {
        read_row(book, at, &of);
        left         here = read_left(&of);
        coding_entry parent = coding_entry_parent(coding_book_entry(book, at));
        if (length < LONGEST && (here.axes || here.condition || here.thing)) mask |= axes_beside(book, at, on, &here);
        if (!parent.book || parent.row >= at) break;
        at = parent.row;
    }
    mask = (mask & ~told) | own.axes;
    if (own.thing && !(mask & CODING_AXIS_SIDE)) mask |= CODING_AXIS_OTHER;
    if (own.condition && !(mask & kinds)) mask |= CODING_AXIS_TYPE;
    if (mask & CODING_AXIS_STAGE) mask &= ~(uint32_t)CODING_AXIS_SEVERITY; /* "stage 2 (mild)" */
    return mask;
}
